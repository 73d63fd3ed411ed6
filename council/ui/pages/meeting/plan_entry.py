"""The line under the agenda where items are typed: each Enter one, a pasted list many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit

from council.domain.duties.item_titles import guess_kind
from council.domain.text import Text
from council.services import drafts
from council.services.planning import agenda, agenda_bulk

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from council.domain.messages import Message
    from council.services.desk import Desk, Done
    from council.ui.context import Context

DRAFT_MS = 350


@dataclass
class _Row:
    """A row of the agenda; one that was just typed has its uid as soon as it is in the record."""

    uid: str = ""


def _add_typed(desk: Desk, meeting_uid: str, title: Text, above: _Row, made: _Row) -> Done[str]:
    """Add a typed item below the one above it, which may itself have been under way until now.

    Its title tells its kind, until a person chooses another one.
    """
    kind = guess_kind(title.show(desk.languages()[0]))
    done = agenda.add_item(desk, meeting_uid, title=title, kind=kind, after_uid=above.uid or None)
    made.uid = done.value
    return done


class EntryLine(QLineEdit):
    """A line that hands on a list of lines instead of running them together.

    Signals: ``pasted(str)`` with the lines.
    """

    pasted = Signal(str)

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setProperty("bare", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take pasting."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_lines()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu; its Paste takes a list as well."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_lines)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paste_lines(self) -> None:
        """Paste words into the line; hand on a list of several lines."""
        words = QGuiApplication.clipboard().text()
        if len([line for line in words.splitlines() if line.strip()]) > 1:
            self.pasted.emit(words)
        else:
            self.paste()


class Entry(QObject):
    """What happens to what is typed or pasted; rows typed faster than they are kept stay in order.

    Signals: ``made(str)`` the uid of the last item when nothing more is under way;
    ``many(list)`` the uids of pasted items; ``left()`` Enter on an empty line.
    """

    made = Signal(str)
    many = Signal(object)
    left = Signal()

    def __init__(self, context: Context, meeting_uid: str, line: EntryLine) -> None:
        super().__init__(line)
        self._context, self._meeting, self.line = context, meeting_uid, line
        self._above, self._under_way = _Row(), 0
        self._known: frozenset[str] = frozenset()
        self.key = f"plan:{meeting_uid}:entry"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep)
        line.setText(drafts.get(context.reader, self.key))
        line.returnPressed.connect(self._on_enter)
        line.textEdited.connect(self._on_typed)
        line.pasted.connect(self.paste)

    def set_known(self, uids: frozenset[str]) -> None:
        """Be told the items there are."""
        self._known = uids

    def go_below(self, uid: str) -> None:
        """Type the next item below this one, at the end when empty."""
        self._above = _Row(uid)

    def busy(self) -> bool:
        """Tell whether typed rows are still on their way into the record."""
        return self._under_way > 0

    def keep(self) -> None:
        """Keep what is half typed outside the record."""
        self._context.dispatcher.jot(drafts.put, self.key, self.line.text())

    def _on_typed(self) -> None:
        self._timer.start()

    def _on_enter(self) -> None:
        words = self.line.text().strip()
        if not words:
            self.left.emit()
            return
        self._forget_gone()
        above, self._above = self._above, _Row()
        self._timer.stop()
        self.line.clear()
        self._context.dispatcher.jot(drafts.drop, self.key)
        self._under_way += 1
        self._context.dispatcher.run(
            _add_typed,
            self._meeting,
            Text.of(words, self._context.language),
            above,
            self._above,
            on_done=self._on_added,
            on_error=self._on_refused,
        )

    def _forget_gone(self) -> None:
        if not self._under_way and self._above.uid not in self._known:
            self._above = _Row()

    def _on_refused(self, message: Message) -> None:
        self._under_way -= 1
        self._context.announce(self._context.say(message), "no")

    def _on_added(self, uid: str) -> None:
        self._under_way -= 1
        if not self._under_way:  # else rows typed meanwhile go below, wherever the tree stands
            self.made.emit(uid)

    def paste(self, words: str) -> None:
        """Add a list as nested items below where one was typing."""
        self._forget_gone()
        self._context.dispatcher.run(
            agenda_bulk.paste_items,
            self._meeting,
            words,
            language=self._context.language,
            after_uid=self._above.uid or None,
            on_done=self.many.emit,
        )
