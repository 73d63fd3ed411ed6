"""Everybody on file as a table: sort, filter, copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from council.domain.collation import thai_sort_key
from council.services.members import bodies, people
from council.ui.kit import Column, DataTable, frame, line_edit, row, small, stack
from council.ui.pages.members.words import full_name, role_word, term_words

if TYPE_CHECKING:
    from council.services.members.bodies import MembershipRow
    from council.ui.context import Context


@dataclass(frozen=True)
class PersonLine:
    """One person as a row of the table."""

    uid: str
    name: str
    sort: str
    seat: str
    office: str
    body: str
    term: str
    starts: str


def person_lines(context: Context) -> list[PersonLine]:
    """Return everybody with what they hold today, the council's seat first."""
    desk = context.reader
    held: dict[str, list[MembershipRow]] = {}
    for one in bodies.list_memberships(desk, on=desk.today()):
        held.setdefault(one.person_uid, []).append(one)
    lines = []
    for person in people.list_people(desk):
        mine = held.get(person.uid, [])
        first = mine[0] if mine else None
        lines.append(
            PersonLine(
                uid=person.uid,
                name=full_name(context, person.name, person.honorific),
                sort=thai_sort_key(person.sort_name or context.show(person.name)),
                seat=context.show(first.seat_label) if first else "",
                office=role_word(context, first.role) if first else "",
                body=", ".join(context.show(one.body_name) for one in mine),
                term=term_words(context, first) if first else "",
                starts=str(first.start_on or "") if first else "",
            )
        )
    return lines


class PeopleTable(QWidget):
    """The table with its filter. Signals: ``person_chosen(str)``."""

    person_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        columns = [
            Column[PersonLine](
                self.tr("Name"), lambda r: r.name, weight="medium", key=lambda r: r.sort
            ),
            Column[PersonLine](self.tr("Seat"), lambda r: r.seat, 150, color="ink_2", size="small"),
            Column[PersonLine](self.tr("Office"), lambda r: r.office, 92, size="small", spare=True),
            Column[PersonLine](
                self.tr("Bodies"), lambda r: r.body, 220, color="ink_2", size="small", spare=True
            ),
            Column[PersonLine](
                self.tr("Term"),
                lambda r: r.term,
                152,
                color="ink_3",
                size="small",
                key=lambda r: r.starts,
                spare=True,
            ),
        ]
        self.table = DataTable(columns, lambda r: r.uid, self.tr("People"), sort_by=0)
        self.table.picked.connect(self.person_chosen)
        self.table.opened.connect(self.person_chosen)
        self.filter = line_edit("", self.tr("Filter"), self.tr("Filter people"), 240)
        self.filter.textChanged.connect(self.table.set_filter)
        self._count = small("")
        hint = small(self.tr("Click a heading to sort; Ctrl+C copies"))
        card = frame("card", stack(self.table, gap=0, pad=(12, 4, 12, 4)))
        self.setLayout(stack(row(self.filter, self._count, 8, hint, gap=12), (card, 1), gap=10))

    def refresh(self) -> None:
        """Read everybody anew."""
        lines = person_lines(self._context)
        self._count.setText(self.tr("{count} people").format(count=len(lines)))
        self.table.set_rows(lines)
