"""The items of the sheet: when each was taken up, and what was moved on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from council.domain.paper_marks import NotUnderstood, read_clock
from council.domain.text import Text
from council.services.session.on_paper import PaperItem
from council.ui.kit import Button, Elided, label, row, stack
from council.ui.pages.meeting.paper.marks import MarkLine, understood
from council.ui.pages.meeting.paper.motions import MotionLine
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from datetime import time

    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow
    from council.ui.context import Context

_NUMBER, _TIME = 44, 90


class ItemBlock(QFrame):
    """One item; without a row it is one that was added in the meeting, whose title is typed.

    Signals: ``typed()`` whenever something changed; ``more_wanted()`` for another motion.
    """

    typed = Signal()
    more_wanted = Signal()

    def __init__(self, context: Context, item: ItemRow | None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self.item = context, item
        self._room: tuple[list[RoomRow], int, int] = ([], 0, 0)
        self.motions: list[MotionLine] = []
        self.title = MarkLine(self.tr("Title of the item"), 0, self.tr("Title of the late item"))
        self.at = MarkLine(self.tr("Taken up at"), _TIME, "1841")
        self.more = Button(self.tr("Motion"), "plus", "plain", "Ctrl M", dense=True)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter goes on; Ctrl+M is its key
        self.more.clicked.connect(self.more_wanted)
        for line in (self.title, self.at):
            line.textChanged.connect(self._on_typed)
        self._lines = stack(gap=6)
        self.setLayout(stack(self._head(), self._lines, gap=6, pad=(20, 8, 12, 8)))
        if item is not None:
            self._show_item(item)

    def _head(self) -> QWidget:
        item, holder = self.item, QWidget()
        number = label(item.number if item else "+", "body", "strong", width=_NUMBER)
        words: QWidget = self.title
        if item is not None:
            words = Elided(item.title.show(self._context.language), "body", "medium")
        holder.setLayout(row(number, (words, 1), self.at.told, self.at, self.more, gap=8))
        return holder

    def _show_item(self, item: ItemRow) -> None:
        if item.opened_at is not None:
            self.at.setPlaceholderText(hhmm(item.opened_at, self._context.language))
        prepared = item.proposed_motion.show(self._context.language)
        if prepared:
            self._put(prepared)
        name = item.title.show(self._context.language)
        self.at.setAccessibleName(self.tr("{item}, taken up at").format(item=name))

    def add_motion(self) -> MotionLine:
        """Add a line for a motion and put the keyboard on its words."""
        made = self._put("")
        made.show()
        made.text.setFocus()
        return made

    def _put(self, prepared: str) -> MotionLine:
        made = MotionLine(self._context, prepared)
        made.typed.connect(self.typed)
        made.set_room(*self._room)
        self.motions.append(made)
        self._lines.addWidget(made)
        return made

    def set_room(self, people: list[RoomRow], members: int, present: int) -> None:
        """Know who may move and how many can vote."""
        self._room = (people, members, present)
        for one in self.motions:
            one.set_room(*self._room)

    def order(self) -> list[QWidget]:
        """Return its fields in the order of the sheet."""
        lines: list[QWidget] = [self.title] if self.item is None else []
        lines.append(self.at)
        for one in self.motions:
            lines += one.order()
        return lines

    def _on_typed(self) -> None:
        try:
            self.taken_up()
            self.at.tell("")
        except NotUnderstood:
            self.at.complain(self.tr("Write a time, such as 1841"))
        self.typed.emit()

    # ------------------------------------------------------------------ kept while half typed

    def values(self) -> dict[str, str]:
        """Return what is typed, by name."""
        found = {"at": self.at.text(), "title": self.title.text() if self.item is None else ""}
        for place, one in enumerate(self.motions):
            found |= {f"{place}/{name}": words for name, words in one.values().items()}
        return found

    def load(self, values: dict[str, str]) -> None:
        """Fill in what was kept."""
        self.at.setText(values.get("at", ""))
        self.title.setText(values.get("title", ""))
        places = {int(name.split("/")[0]) for name in values if "/" in name}
        for place in sorted(places):
            while len(self.motions) <= place:
                self._put("")
            own = {n.split("/")[1]: w for n, w in values.items() if n.startswith(f"{place}/")}
            self.motions[place].load(own)

    # ------------------------------------------------------------------ what it says

    def taken_up(self) -> time | None:
        """Return when it was taken up; NotUnderstood when that is no time."""
        return understood(self.at.words(), read_clock) if self.at.words() else None

    def moved(self) -> list[MotionLine]:
        """Return the motions that were moved."""
        return [one for one in self.motions if one.is_moved()]

    def first_wrong(self) -> MarkLine | None:
        """Return the first line that nobody understands."""
        if self.at.problem:
            return self.at
        found = (one.first_wrong() for one in self.motions)
        return next((one for one in found if one is not None), None)

    def paper_item(self) -> PaperItem | None:
        """Return the item, None for a late one without a title."""
        title = Text.of(self.title.words(), self._context.council.languages[0])
        if self.item is None and not title:
            return None
        motions = tuple(one.motion() for one in self.moved())
        uid = self.item.uid if self.item else None
        return PaperItem(uid, title, self.taken_up(), motions)
