"""What stands beside the board: one person, their form, a vacant seat, or a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from council.domain.messages import CouncilError
from council.services.members import bodies
from council.ui.kit import EmptyState, row, scrolled
from council.ui.pages.members.person_edit import PersonEdit
from council.ui.pages.members.person_new import PersonNew, VacantSeat
from council.ui.pages.members.person_view import PersonView

if TYPE_CHECKING:
    from council.services.members.bodies import SeatRow
    from council.ui.context import Context

SIDE_WIDTH = 484
NARROW_WIDTH = 372


class Side(QFrame):
    """The right column.

    Signals: ``chosen(str)`` with the uid of the person or seat shown, "" for none.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, width: int = SIDE_WIDTH) -> None:
        super().__init__()
        self.setProperty("role", "side_r")
        self._width = width
        if width:
            self.setFixedWidth(width)
        self._context = context
        self.uid = ""
        self._body_uid = ""
        self.view, self.edit = PersonView(context), PersonEdit(context)
        self.new, self.vacant = PersonNew(context), VacantSeat(context)
        text = self.tr("Choose somebody: terms, attendance and votes stand here.")
        self.hint = EmptyState("user-circle", self.tr("Nobody chosen"), text)
        self.view.edit_wanted.connect(self.begin_edit)
        self.edit.done.connect(self._on_edited)
        self.edit.removed.connect(self._on_removed)
        self.new.added.connect(self._on_added)
        self.new.cancelled.connect(self._on_cancelled)
        self.vacant.seated.connect(self.show_person)
        self.vacant.new_wanted.connect(self.begin_new)
        self._stack = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        for part in (self.hint, self.view, self.edit, self.new, self.vacant):
            self._areas[part] = scrolled(part)
            self._stack.addWidget(self._areas[part])
        self.setLayout(row(self._stack, gap=0))

    def fold(self, narrow: bool) -> None:
        """Take less room in a narrow window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else self._width)

    def part(self) -> QWidget:
        """Return the part in front."""
        front = self._stack.currentWidget()
        return next(part for part, area in self._areas.items() if area is front)

    def _bring(self, part: QWidget, uid: str) -> None:
        self._stack.setCurrentWidget(self._areas[part])
        if uid != self.uid:
            self.uid = uid
            self.chosen.emit(uid)

    def show_person(self, uid: str) -> None:
        """Show a person to read."""
        self.view.show_person(uid)
        self._bring(self.view, uid)

    def show_seat(self, seat: SeatRow) -> None:
        """Show a vacant seat."""
        self._body_uid = seat.body_uid
        self.vacant.show_seat(seat)
        self._bring(self.vacant, seat.uid)

    def show_nobody(self) -> None:
        """Say what belongs here."""
        self._bring(self.hint, "")

    def begin_new(self, body_uid: str = "") -> None:
        """Ask for a new person."""
        self._bring(self.new, "")
        self.new.begin(body_uid or self._body_uid)

    def begin_edit(self) -> None:
        """Change the person shown."""
        self.edit.show_person(self.uid)
        self._stack.setCurrentWidget(self._areas[self.edit])

    def refresh(self) -> None:
        """Read what is shown anew; what is gone gives way to the hint."""
        part = self.part()
        try:
            if part is self.view:
                self.view.show_person(self.uid)
            elif part is self.edit:
                self.edit.show_person(self.uid)
            elif part is self.vacant:
                self._refresh_seat()
        except CouncilError:
            self.show_nobody()

    def _refresh_seat(self) -> None:
        found = bodies.list_seats(self._context.reader, self._body_uid)
        seat = next((one for one in found if one.uid == self.uid), None)
        if seat is None:
            self.show_nobody()
        elif seat.holder is not None:
            self.show_person(seat.holder.person_uid)
        else:
            self.vacant.show_seat(seat)

    def _on_edited(self) -> None:
        self.show_person(self.edit.uid)

    def _on_removed(self) -> None:
        self.show_nobody()

    def _on_added(self, uid: str) -> None:
        self.show_person(uid)

    def _on_cancelled(self) -> None:
        self.show_nobody()
