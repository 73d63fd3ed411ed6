"""The members page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from council.services.members import bodies, people
from council.ui.actions import Command
from council.ui.kit import GROW, Button, EmptyState, Tabs, combo, frame, heading, row, stack
from council.ui.kit.narrow import when_narrow
from council.ui.page import Page
from council.ui.pages.members.committees import Committees
from council.ui.pages.members.import_list import ImportList
from council.ui.pages.members.people_table import PeopleTable
from council.ui.pages.members.seats import RING, SeatsBoard
from council.ui.pages.members.side import Side

if TYPE_CHECKING:
    from council.services.members.bodies import SeatRow
    from council.ui.context import Context

TABS = ("seats", "table", "committees")

NARROW = 1100


class MembersPage(Page):
    """Seats, people, committees; one person on the right; a list to import instead of all."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"people", "bodies", "attendance", "votes", "actions", "council", "rules"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body_uid = ""
        self.board, self.table = SeatsBoard(context), PeopleTable(context)
        self.committees, self.side = Committees(context), Side(context)
        self.importer = ImportList(context)
        words = (self.tr("Seats"), self.tr("Table"), self.tr("Committees"))
        self.tabs = Tabs(list(zip(TABS, words, strict=True)), "seats", self.tr("What to show"))
        self.tabs.chosen.connect(self.show_tab)
        self.body_box = combo([], name=self.tr("Body"))
        self.body_box.setMaximumWidth(280)
        self.body_box.activated.connect(self._on_body)
        self.import_button = Button(self.tr("Import a list"), "upload-simple")
        self.add_button = Button(self.tr("Add person"), "user-plus", "primary")
        self.import_button.clicked.connect(self.begin_import)
        self.add_button.clicked.connect(self.begin_new)
        self._views = QStackedWidget()
        for view in (self.board, self.table, self.committees):
            self._views.addWidget(view)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.board.person_chosen.connect(self.side.show_person)
        self.board.vacancy_chosen.connect(self._on_vacancy)
        self.table.person_chosen.connect(self.side.show_person)
        self.committees.person_chosen.connect(self.side.show_person)
        self.side.chosen.connect(self._on_chosen)
        self.importer.done.connect(self._on_imported)
        self.importer.cancelled.connect(self.end_import)

    def _lay_out(self) -> None:
        side = (RING, 0, RING, 0)  # the cards of the seats begin where the heading does
        head = row(
            heading(self.tr("Members")), GROW, self.import_button, self.add_button, gap=8, pad=side
        )
        tabs = row((self.tabs, 1), self.body_box, gap=16, pad=side)
        for view in (self.table, self.committees):
            view.setContentsMargins(*side)
        left = frame("canvas", stack(head, tabs, (self._views, 1), gap=10, pad=(20, 12, 16, 12)))
        text = self.tr("Paste the names or choose a file, and the seats fill. Or type them.")
        self.empty = EmptyState(
            "users-three", self.tr("Nobody is on file yet"), text, self.tr("Import a list")
        )
        self.empty.acted.connect(self.begin_import)
        usual = QWidget()
        usual.setLayout(row((left, 1), self.side, gap=0))
        when_narrow(self, NARROW, self.side.fold)
        self._committees_old = True
        self._stack = QStackedWidget()
        self._usual = usual
        self._stack.addWidget(usual)
        self._stack.addWidget(self.importer)
        self._views.addWidget(self.empty)
        self.setLayout(stack(self._stack, gap=0))

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Members")

    def commands(self) -> list[Command]:
        """Offer adding and importing."""
        where = self.tr("Members")
        return [
            Command(self.tr("Add person"), self.begin_new, "user-plus", "Ctrl+N", where),
            Command(self.tr("Import a list"), self.begin_import, "upload-simple", "Ctrl+I", where),
            Command(self.tr("Change this person"), self._on_edit, "pencil-simple", "F2", where),
        ]

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show a person, a seat or a body by its uid; ``tab`` chooses what to show."""
        if more.get("tab") in TABS:
            self.show_tab(str(more["tab"]))
        if more.get("import_list"):
            self.begin_import()
        if not uid:
            return
        desk = self.context.reader
        found = bodies.list_bodies(desk)
        if uid in {one.uid for one in found}:
            self.body_uid = uid
            self.show_tab("seats")
            return
        for body in found:
            for seat in bodies.list_seats(desk, body.uid):
                if seat.uid == uid:
                    self.body_uid = body.uid
                    self.show_tab("seats")
                    self._show_seat(seat)
                    return
        if uid in {one.uid for one in people.list_people(desk)}:
            self.side.show_person(uid)

    def refresh(self) -> None:
        """Read seats, people and bodies anew."""
        desk = self.context.reader
        found = bodies.list_bodies(desk)
        uids = [one.uid for one in found]
        if self.body_uid not in uids:
            self.body_uid = uids[0] if uids else ""
        self.body_box.clear()
        for one in found:
            self.body_box.addItem(self.context.show(one.name), one.uid)
        self.body_box.setCurrentIndex(max(0, self.body_box.findData(self.body_uid)))
        self.board.set_seats(self._seats(), desk.today(), self.side.uid)
        self.table.refresh()
        self._committees_old = True  # they are read when they are looked at
        self.side.refresh()
        self._show_view()

    def _seats(self) -> list[SeatRow]:
        return bodies.list_seats(self.context.reader, self.body_uid) if self.body_uid else []

    # ------------------------------------------------------------------------ what is shown

    def show_tab(self, tab: str) -> None:
        """Show the seats, the table or the committees."""
        self.tabs.set_value(tab)
        self._stack.setCurrentWidget(self._usual)
        self._show_view()

    def _show_view(self) -> None:
        tab = self.tabs.value()
        if tab == "committees" and self._committees_old:
            self._committees_old = False
            self.committees.refresh()
        view: QWidget = {"seats": self.board, "table": self.table}.get(tab, self.committees)
        nobody = tab != "committees" and not people.list_people(self.context.reader)
        self._views.setCurrentWidget(self.empty if nobody else view)
        self.side.setVisible(not nobody or self.side.part() is not self.side.hint)
        self.body_box.setVisible(tab == "seats" and self.body_box.count() > 1)

    def _on_body(self) -> None:
        self.body_uid = self.body_box.currentData()
        self.refresh()

    def _on_chosen(self, uid: str) -> None:
        self.side.show()
        self.board.set_seats(self._seats(), self.context.reader.today(), uid)

    def _on_vacancy(self, seat_uid: str) -> None:
        seat = next((one for one in self._seats() if one.uid == seat_uid), None)
        if seat is not None:
            self._show_seat(seat)

    def _show_seat(self, seat: SeatRow) -> None:
        self.side.show_seat(seat)
        self.side.vacant.person_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Ask for a new person."""
        self._stack.setCurrentWidget(self._usual)
        self.side.show()
        self.side.begin_new(self.body_uid)

    def _on_edit(self) -> None:
        if self.side.part() is self.side.view:
            self.side.begin_edit()

    def begin_import(self) -> None:
        """Open the page for bringing in a list."""
        self.importer.begin(self.body_uid)
        self._stack.setCurrentWidget(self.importer)

    def end_import(self) -> None:
        """Go back without bringing anything in."""
        self._stack.setCurrentWidget(self._usual)

    def _on_imported(self) -> None:
        self.body_uid = self.importer.body_box.currentData() or self.body_uid
        self.end_import()
        self.refresh()
