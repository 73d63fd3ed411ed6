"""Add a person, or fill a vacant seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import Role
from council.services.members import bodies, people
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    Field,
    combo,
    heading,
    hline,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.once import run_once
from council.ui.pages.members.edits import LineCommit, typed_day
from council.ui.pages.members.words import ROLES, role_word

if TYPE_CHECKING:
    from datetime import date

    from council.services.members.bodies import SeatRow
    from council.ui.context import Context


class PersonNew(QWidget):
    """A form for somebody who is not on file yet; Enter adds.

    Signals: ``added(str)`` with the person's uid, ``cancelled()``.
    """

    added = Signal(str)
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seat: tuple[str, str | None] | None = None
        self.names = {code: line_edit() for code in context.council.languages}
        self.titles = {code: line_edit() for code in context.council.languages}
        self.name_fields: dict[str, Field] = {}
        self.seat_box = combo([])
        self.role_box = combo([(one.value, role_word(context, one)) for one in ROLES], Role.MEMBER)
        self.start = line_edit()
        self.start_field = Field(self.tr("From"), self.start, width=150)
        rows = [self._language_row(code) for code in self.names]
        self.add_button = Button(self.tr("Add"), "plus", "primary", self.tr("Enter"))
        self.add_button.clicked.connect(self.add)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        where = Field(self.tr("Body and seat"), self.seat_box)
        office = Field(self.tr("Office"), self.role_box)
        self.setLayout(
            stack(
                heading(self.tr("Add person")),
                hline(),
                *rows,
                where,
                row((office, 1), self.start_field, gap=12),
                row(GROW, cancel, self.add_button, gap=8),
                GROW,
                gap=12,
                pad=(24, 16, 24, 16),
            )
        )

    def _language_row(self, code: str) -> QWidget:
        spoken = LANGUAGES.get(code, code)
        title_label = self.tr("Title, {language}").format(language=spoken)
        name_label = self.tr("Name, {language}").format(language=spoken)
        self.name_fields[code] = Field(name_label, self.names[code])
        self.names[code].returnPressed.connect(self.add)
        title = Field(title_label, self.titles[code], width=120, optional=False)
        holder = QWidget()
        holder.setLayout(row(title, (self.name_fields[code], 1), gap=12))
        return holder

    def begin(self, body_uid: str) -> None:
        """Empty the form and offer what is vacant in a body."""
        desk, context = self._context.reader, self._context
        for edit in (*self.names.values(), *self.titles.values()):
            edit.clear()
        for field in self.name_fields.values():
            field.set_error("")
        self.seat_box.clear()
        self.seat_box.addItem(self.tr("no body yet"), None)
        for body in bodies.list_bodies(desk):
            name = context.show(body.name)
            for seat in bodies.list_seats(desk, body.uid):
                if seat.holder is None:
                    self.seat_box.addItem(
                        f"{name} · {context.show(seat.label)}", (body.uid, seat.uid)
                    )
            words = self.tr("{body}, without a seat").format(body=name)
            self.seat_box.addItem(words, (body.uid, None))
        free = [
            i for i in range(self.seat_box.count()) if _is_seat(self.seat_box.itemData(i), body_uid)
        ]
        self.seat_box.setCurrentIndex(free[0] if free else 0)
        self.start.setText(calendars.short_date(desk.today(), context.language))
        next(iter(self.names.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add the person, then seat them."""
        context = self._context
        name = Text(tuple((c, e.text().strip()) for c, e in self.names.items() if e.text().strip()))
        title = Text(
            tuple((c, e.text().strip()) for c, e in self.titles.items() if e.text().strip())
        )
        fine, start = typed_day(context, self.start.text(), self.start_field.set_error)
        if not fine:
            return
        self._seat, self._start = self.seat_box.currentData(), start
        first = next(iter(self.name_fields.values()))
        run_once(
            self,
            context.dispatcher,
            people.add_person,
            name=name,
            honorific=title,
            on_done=self._on_added,
            on_error=lambda message: first.set_error(context.say(message)),
        )

    def _on_added(self, uid: str) -> None:
        if self._seat is not None:
            body_uid, seat_uid = self._seat
            self._context.dispatcher.run(
                bodies.add_membership,
                person_uid=uid,
                body_uid=body_uid,
                seat_uid=seat_uid,
                role=self.role_box.currentData(),
                start_on=self._start,
            )
        self.added.emit(uid)

    _start: date | None = None


def _is_seat(data: object, body_uid: str) -> bool:
    return isinstance(data, tuple) and data[0] == body_uid and data[1] is not None


class VacantSeat(QWidget):
    """A vacant seat: its name, and who takes it.

    Signals: ``seated(str)`` with the person's uid, ``new_wanted()``.
    """

    seated = Signal(str)
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seat: SeatRow | None = None
        self._title = heading("")
        self._sub = small("", "ink_2")
        self.label_edit, self.class_edit = line_edit(), line_edit()
        self._label, self._class = LineCommit(self.label_edit), LineCommit(self.class_edit)
        self._label.committed.connect(self._on_label)
        self._class.committed.connect(self._on_class)
        self.person_box = combo([])
        self.role_box = combo([(one.value, role_word(context, one)) for one in ROLES], Role.MEMBER)
        self.start = line_edit()
        self.person_field = Field(self.tr("Who takes it"), self.person_box)
        self.start_field = Field(self.tr("From"), self.start, width=150)
        self.seat_button = Button(self.tr("Seat"), "check", "primary")
        self.seat_button.clicked.connect(self._on_seat)
        new = Button(self.tr("Somebody new"), "user-plus")
        new.clicked.connect(self.new_wanted)
        office = Field(self.tr("Office"), self.role_box)
        names = row(
            (Field(self.tr("Name of the seat"), self.label_edit), 1),
            Field(self.tr("Class"), self.class_edit, optional=True, width=160),
            gap=12,
        )
        self.setLayout(
            stack(
                self._title,
                self._sub,
                hline(),
                self.person_field,
                row((office, 1), self.start_field, gap=12),
                row(GROW, new, self.seat_button, gap=8),
                hline(),
                names,
                GROW,
                gap=12,
                pad=(24, 16, 24, 16),
            )
        )

    def show_seat(self, seat: SeatRow) -> None:
        """Show a seat and offer everybody who holds none in its body."""
        context, desk = self._context, self._context.reader
        fresh = self._seat is None or self._seat.uid != seat.uid
        self._seat = seat
        self._title.setText(context.show(seat.label))
        self._sub.setText(self.tr("This seat is vacant."))
        self._label.set_text(context.show(seat.label))
        self._class.set_text(seat.class_)
        today = desk.today()
        inside = bodies.list_memberships(desk, body_uid=seat.body_uid, on=today)
        seated = {one.person_uid for one in inside if one.seat_uid}
        self.person_box.clear()
        for person in people.list_people(desk):
            if person.uid not in seated:
                self.person_box.addItem(context.show(person.name), person.uid)
        self.seat_button.setEnabled(self.person_box.count() > 0)
        nobody = self.tr("Everybody on file has a seat here. Add somebody new.")
        self.person_field.set_hint("" if self.person_box.count() else nobody)
        if fresh:
            self.start.setText(calendars.short_date(today, context.language))

    def _on_label(self, words: str) -> None:
        if self._seat is not None:
            label = self._seat.label.put(self._context.language, words)
            self._context.dispatcher.run(bodies.change_seat, self._seat.uid, label=label)

    def _on_class(self, words: str) -> None:
        if self._seat is not None:
            self._context.dispatcher.run(bodies.change_seat, self._seat.uid, class_=words)

    def _on_seat(self) -> None:
        person = self.person_box.currentData()
        fine, start = typed_day(self._context, self.start.text(), self.start_field.set_error)
        if self._seat is None or not person or not fine:
            return
        context = self._context
        run_once(
            self,
            context.dispatcher,
            bodies.add_membership,
            person_uid=person,
            body_uid=self._seat.body_uid,
            seat_uid=self._seat.uid,
            role=self.role_box.currentData(),
            start_on=start,
            on_done=lambda _: self.seated.emit(person),
            on_error=lambda message: self.person_field.set_error(context.say(message)),
        )
