"""Carry over: what waits from earlier meetings, by why it waits, with ticks; nothing is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from council.domain import calendars
from council.services import meetings
from council.services.planning import agenda
from council.services.planning.agenda import Waiting
from council.services.planning.carry_matters import CarryWhy
from council.ui.kit import (
    GROW,
    Button,
    check,
    frame,
    group,
    hline,
    icon,
    label,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.once import run_once
from council.ui.pages.meeting.carry_reason import ReasonLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from council.services.planning.agenda import CarryRow, DismissedRow
    from council.ui.context import Context

_AT_ONCE: Final = 60
"""So many lines are shown at first: an imported council can have hundreds."""
_WHY: Final[tuple[tuple[str, frozenset[CarryWhy]], ...]] = (
    ("minutes", frozenset({CarryWhy.MINUTES})),
    ("postponed", frozenset({CarryWhy.POSTPONED, CarryWhy.INDEFINITELY})),
    (
        "unfinished",
        frozenset(
            {CarryWhy.UNFINISHED, CarryWhy.PENDING, CarryWhy.NOT_MOVED}
            | {CarryWhy.CANCELLED, CarryWhy.NOT_HELD}
        ),
    ),
    ("referred", frozenset({CarryWhy.REFERRED, CarryWhy.REPORTED_BACK})),
    ("laid_aside", frozenset({CarryWhy.LAID_ASIDE})),
    ("notice", frozenset({CarryWhy.NOTICE})),
    ("action", frozenset({CarryWhy.ACTION})),
)
"""The groups of the list, each with the kinds of waiting in it, in the order they are shown."""


class CarryPanel(QFrame):
    """Ticks for what could come back, each with its meeting; what is left unticked waits on.

    What shall not come back at all is settled with a reason, which stands below and can be undone.

    Signals: ``closed()`` when it was done or given up.
    """

    closed = Signal()

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context, self.meeting_uid = context, meeting_uid
        self.boxes: dict[str, QCheckBox] = {}
        self.settle: dict[str, Button] = {}
        self.restore: dict[str, Button] = {}
        self._ticks: dict[str, bool] = {}
        self._waiting = Waiting()
        self._most = _AT_ONCE
        self._asked = ""
        self.reason = ReasonLine()
        self.reason.kept.connect(self._on_settled)
        self.reason.given_up.connect(self._on_given_up)
        self._list = stack(gap=4)
        self.add = Button("", "arrow-bend-down-right", "primary", "Enter")
        self.cancel = Button(self.tr("Back"), "caret-left", "plain", "Esc")
        self._left = small("", "ink_2")
        self._more = Button("", "caret-down", "quiet")
        self._more.clicked.connect(self._show_more)
        self.add.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.closed)
        self._holder = scrolled(frame("", self._list))
        self._holder.setMinimumHeight(120)
        self.setLayout(
            stack(
                group(self.tr("Waiting from earlier meetings")),
                (self._holder, 1),
                hline(),
                self._left,
                row(self.add, GROW, self.cancel, gap=12),
                gap=10,
                pad=(16, 14, 16, 14),
            )
        )

    # ---------------------------------------------------------------------- showing

    def show_waiting(self, waiting: Waiting) -> None:
        """Offer these: what is due is ticked until somebody unticks it."""
        self._waiting = waiting
        self._show()

    def _show(self) -> None:
        self.boxes, self.settle = {}, {}
        self.reason.setParent(None)
        self._more.setParent(None)
        days = self._days()
        lines: list[QWidget] = []
        for code, whys in _WHY:
            found = [one for one in self._waiting.rows if one.why in whys]
            shown = found[: max(0, self._most - len(self.boxes))]
            if shown:
                lines.append(self._title(self._words(code), len(found)))
                for one in shown:
                    lines += self._lines(one, days)
        if not lines:
            lines.append(label(self.tr("Nothing waits for this meeting."), color="ink_2"))
        if rest := len(self._waiting.rows) - len(self.boxes):
            self._more.set_text(self.tr("{count} more wait: show them").format(count=rest))
            lines.append(self._more)
        refill(self._list, *lines, *self._dismissed(), GROW)
        self._show_count()

    def _show_more(self) -> None:
        """Show as many again; the keyboard goes on where it was."""
        first = len(self.boxes)
        self._most += _AT_ONCE
        self._show()
        if len(self.boxes) > first:
            list(self.boxes.values())[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self, code: str) -> str:
        return {
            "minutes": self.tr("Minutes to approve"),
            "postponed": self.tr("Postponed"),
            "unfinished": self.tr("Unfinished"),
            "referred": self.tr("Referred, and reported back"),
            "laid_aside": self.tr("Laid aside"),
            "notice": self.tr("Notice of a motion was given"),
            "action": self.tr("Actions due"),
        }[code]

    def _title(self, words: str, count: int) -> QWidget:
        head = row(small(words, "ink_2", "strong"), small(str(count), "ink_3"), GROW, gap=8)
        head.setContentsMargins(0, 8, 0, 2)
        return frame("", head)

    def _days(self) -> dict[str, str]:
        """Return the day of each meeting from which something comes, in words."""
        uids = {one.from_meeting_uid for one in self._waiting.rows if one.from_meeting_uid}
        language = self.context.language
        return {
            one.uid: calendars.short_date(one.starts_local.date(), language)
            for one in meetings.meetings_of(self.context.reader, uids)
        }

    def _lines(self, one: CarryRow, days: dict[str, str]) -> list[QWidget]:
        title = one.title.show(self.context.language)
        box = check(title, on=self._ticks.get(one.uid, one.suggested))
        box.toggled.connect(self._ticker(one.uid))
        self.boxes[one.uid] = box
        words = self.context.say(one.reason)
        if day := days.get(one.from_meeting_uid or ""):
            dealt = self.tr("last dealt with {date}").format(date=day)
            words = f"{words} · {dealt}"
        told = small(words, "ink_2", wrap=True)
        told.setContentsMargins(28, 0, 0, 0)
        settle = Button(self.tr("Settle …"), None, "plain", dense=True)
        settle.setToolTip(self.tr("Settle it without taking it up"))
        settle.setAccessibleName(self.tr("Settle {title}").format(title=title))
        settle.clicked.connect(self._asker(one.uid))
        self.settle[one.uid] = settle
        made = [frame("", row((stack(box, told, gap=0), 1), settle, gap=10, pad=(0, 2, 8, 2)))]
        if one.uid == self._asked:
            made.append(self.reason)
        return [*made]

    def _dismissed(self) -> list[QWidget]:
        self.restore = {}
        found = self._waiting.dismissed
        if not found:
            return []
        title = self._title(self.tr("Settled without being taken up"), len(found))
        return [hline(), title, *(self._dismissed_line(one) for one in found)]

    def _dismissed_line(self, one: DismissedRow) -> QWidget:
        language = self.context.language
        title = one.title.show(language)
        words = self.tr("{date}: {reason}").format(
            date=calendars.short_date(one.at.date(), language), reason=one.reason.show(language)
        )
        back = Button(self.tr("Offer again"), "arrow-counter-clockwise", "quiet", dense=True)
        back.setAccessibleName(self.tr("Offer again: {title}").format(title=title))
        back.clicked.connect(self._restorer(one.uid))
        self.restore[one.uid] = back
        told = stack(
            label(title, color="ink_2", wrap=True), small(words, "ink_3", wrap=True), gap=0
        )
        sign = icon("x-circle", "ink_3", 18)
        return frame("", row(sign, (told, 1), back, gap=10, pad=(0, 2, 8, 2)))

    def _show_count(self) -> None:
        count = sum(1 for box in self.boxes.values() if box.isChecked())
        words = self.tr("Add {count} to the agenda").format(count=count)
        if count == 1:
            words = self.tr("Add 1 to the agenda")
        self.add.set_text(words if count else self.tr("Nothing is ticked"))
        self.add.setEnabled(bool(count))
        stay = len(self._waiting.rows) - count
        words = self.tr("{count} not ticked: kept for a later meeting").format(count=stay)
        self._left.setText(words if stay else "")
        self._left.setVisible(bool(stay))

    # ---------------------------------------------------------------------- doing

    def _ticker(self, uid: str) -> Callable[[bool], None]:
        def tick(on: bool) -> None:
            self._ticks[uid] = on
            self._show_count()

        return tick

    def _asker(self, uid: str) -> Callable[[], None]:
        return lambda: self.ask_reason(uid)

    def ask_reason(self, uid: str) -> None:
        """Ask why something is settled without being taken up, below its line."""
        self._asked = uid
        self._show()
        self.reason.begin()
        QTimer.singleShot(0, self, self._show_reason)

    def _show_reason(self) -> None:
        if self._asked:
            self._holder.ensureWidgetVisible(self.reason, 0, 8)

    def _on_settled(self, words: str) -> None:
        run_once(
            self.reason,
            self.context.dispatcher,
            agenda.dismiss_candidate,
            self.meeting_uid,
            self._asked,
            words,
            on_done=self._on_dismissed,
        )

    def _on_dismissed(self, _uid: str) -> None:
        self._on_given_up()
        self.refresh()

    def _on_given_up(self) -> None:
        asked, self._asked = self._asked, ""
        self._show()
        focus = self.settle.get(asked, self.add)
        focus.setFocus(Qt.FocusReason.TabFocusReason)

    def _restorer(self, uid: str) -> Callable[[], None]:
        def restore() -> None:
            self.context.dispatcher.run(
                agenda.restore_candidate, uid, on_done=lambda _uid: self.refresh()
            )

        return restore

    def refresh(self) -> None:
        """Read anew what waits."""
        self.context.dispatcher.ask(
            agenda.list_waiting, self.meeting_uid, on_done=self.show_waiting
        )

    def submit(self) -> None:
        """Add the ticked ones to the agenda."""
        chosen = [uid for uid, box in self.boxes.items() if box.isChecked()]
        if chosen:
            self.context.dispatcher.run(agenda.carry_over, self.meeting_uid, chosen)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
