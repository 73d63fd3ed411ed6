"""The roster of the sheet: one short line a member, empty where somebody was there all the time."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from council.domain.codes import code_sign
from council.domain.paper_marks import Attended, NotUnderstood, Stay, read_attended
from council.domain.vocabulary import Presence
from council.services.session.attendance import EXPECTED
from council.ui.kit import Elided, clear, group, keycap, row, small, stack
from council.ui.pages.meeting.paper.marks import MarkLine, understood
from council.ui.pages.meeting.words import from_to, hhmm

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from council.services.session.attendance import RoomRow
    from council.ui.context import Context

_LINE, _NAME, _CODE, _NARROW = 140, 170, 34, 980


class RosterCard(QFrame):
    """Everybody of the body in two columns, and a line for guests.

    Signals: ``typed()`` whenever a line changed.
    """

    typed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._known: dict[str, RoomRow] = {}
        self.lines: dict[str, MarkLine] = {}
        self._columns = 0
        self.guests = MarkLine(self.tr("Guests"), 0, self.tr("Names, with commas between them"))
        self.guests.textChanged.connect(self.typed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        how = self.tr(
            "Empty: here from the beginning. 1850 came, -2010 left, 1850-2010 both, "
            "r from elsewhere, e excused, a absent."
        )
        guests = row(small(self.tr("Guests"), "ink_2", "medium"), (self.guests, 1), gap=12)
        self.setLayout(
            stack(group(self.tr("Attendance")), small(how, "ink_2", wrap=True), self._grid, guests,
                  gap=8, pad=(20, 14, 20, 14))
        )  # fmt: skip

    def show_people(self, people: list[RoomRow]) -> None:
        """Show a line for each; those on record already say so and stay when left empty."""
        uids = [str(one.person_uid) for one in people]
        self._known = dict(zip(uids, people, strict=True))
        if uids != list(self.lines):
            self._build(people)
        for uid in uids:
            self._tell(uid)

    def _build(self, people: list[RoomRow]) -> None:
        self.lines = {}
        for one in people:
            told = Elided("", "small")
            line = MarkLine(one.name.show(self._context.language), _LINE, told=told)
            line.textChanged.connect(self._on_typed)
            self.lines[str(one.person_uid)] = line
        self._columns = 0
        self._lay_out()
        self._order()

    def _lay_out(self) -> None:
        """Lay the lines in two columns, in a narrow window in one."""
        columns = 1 if self.width() < _NARROW else 2
        if columns == self._columns:
            return
        self._columns = columns
        for line in self.lines.values():  # they outlive the rows they lie in
            self._grid.removeWidget(line)
            self._grid.removeWidget(line.told)
        clear(self._grid)
        half = -(-len(self.lines) // columns)
        for place, (uid, line) in enumerate(self.lines.items()):
            who = Elided(line.accessibleName())
            column, at = (place // half) * 4, place % half
            known = self._known[uid]
            sign = code_sign(known.code, known.name, self._context.language)
            code = keycap(sign or " ")
            for step, widget in enumerate((code, who, line, line.told)):
                self._grid.addWidget(widget, at, column + step)
                widget.show()
            for step, wide in enumerate((_CODE, _NAME)):
                self._grid.setColumnMinimumWidth(column + step, wide)
        for column in range(8):
            self._grid.setColumnStretch(column, int(column % 4 == 3 and column < 4 * columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go from two columns to one where there is not room for both."""
        super().resizeEvent(event)
        self._lay_out()

    def _order(self) -> None:
        """Let Tab and Enter go down the roster, as the sheet does."""
        for before, line in itertools.pairwise([*self.lines.values(), self.guests]):
            self.setTabOrder(before, line)

    def _on_typed(self) -> None:
        sender = self.sender()
        for uid, line in self.lines.items():
            if line is sender:
                self._tell(uid)
        self.typed.emit()

    def _tell(self, uid: str) -> None:
        line, known = self.lines[uid], self._known[uid]
        if not line.words() and known.state != EXPECTED:
            line.tell(self.tr("as recorded: {state}").format(state=self._state(known.state)))
            return
        if not line.words() and not known.voting:
            line.tell(self.tr("not recorded"))
            return
        try:
            attended = understood(line.words(), read_attended)
        except NotUnderstood:
            line.complain(self.tr("Write 1850, -2010, r, e or a"))
            return
        line.tell(self._means(attended), "ink_3" if not line.words() else "ink")

    def _state(self, state: str) -> str:
        return {
            "present": self.tr("here"),
            "remote": self.tr("from elsewhere"),
            "left": self.tr("left"),
            "excused": self.tr("excused"),
            "absent": self.tr("absent"),
        }.get(state, "")

    def _means(self, attended: Attended) -> str:
        if attended.status == Presence.EXCUSED:
            words = self.tr("excused: {reason}") if attended.reason else self.tr("excused")
            return words.format(reason=attended.reason)
        if attended.status == Presence.ABSENT:
            return self.tr("absent")
        words = ", ".join(self._stay(stay) for stay in attended.stays)
        return self.tr("from elsewhere, {times}").format(times=words) if attended.remote else words

    def _stay(self, stay: Stay) -> str:
        language = self._context.language
        if stay.begin and stay.end:
            return from_to(stay.begin, stay.end, language)
        if stay.begin:
            return self.tr("came {time}").format(time=hhmm(stay.begin, language))
        if stay.end:
            return self.tr("left {time}").format(time=hhmm(stay.end, language))
        return self.tr("here")

    # ------------------------------------------------------------------ what it says

    def people(self) -> dict[str, Attended]:
        """Return everybody the sheet says something of; NotUnderstood when one line is wrong."""
        found = {}
        for uid, line in self.lines.items():
            known = self._known[uid]
            if line.words() or (known.voting and known.state == EXPECTED):
                found[uid] = understood(line.words(), read_attended)
        return found

    def known(self) -> list[RoomRow]:
        """Return everybody on the roster, in its order."""
        return list(self._known.values())

    def present(self) -> int:
        """Return how many voting members were there at any time, as far as it is understood."""
        return sum(self._was_here(uid, line) for uid, line in self.lines.items())

    def _was_here(self, uid: str, line: MarkLine) -> bool:
        known = self._known[uid]
        if not known.voting or line.problem:
            return False
        if not line.words() and known.state != EXPECTED:
            return bool(known.spans)
        return understood(line.words(), read_attended).status == Presence.PRESENT

    def guest_names(self) -> list[str]:
        """Return the names of guests."""
        return [name.strip() for name in self.guests.words().split(",") if name.strip()]
