"""The bodies of the council: add one, name it, say who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from council.domain.text import Text
from council.domain.vocabulary import BodyKind, EndReason, Role
from council.services.members import bodies, people
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    EmptyState,
    Field,
    Tile,
    clear,
    combo,
    frame,
    group,
    line_edit,
    row,
    scrolled,
    small,
    spin,
    stack,
)
from council.ui.kit.narrow import when_narrow
from council.ui.pages.members.edits import LineCommit
from council.ui.pages.members.words import ROLES, full_name, role_word, term_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.members.bodies import BodyRow, MembershipRow
    from council.ui.context import Context

NARROW = 700
LIST_WIDTH = 264


class Committees(QWidget):
    """A list of bodies and the open one.

    Signals: ``person_chosen(str)`` with a person's uid.
    """

    person_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.body_uid = ""
        self.tiles: list[Tile] = []
        self._list = stack(gap=4)
        self.add_button = Button(self.tr("Add committee"), "plus")
        self.add_button.clicked.connect(self.open_form)
        self.form = NewBody(context)
        self.form.hide()
        self.form.added.connect(self._on_added)
        self.body = BodyCard(context)
        self.body.person_chosen.connect(self.person_chosen)
        left = frame(
            "canvas", stack(self._list, 8, self.add_button, GROW, gap=4, pad=4), LIST_WIDTH
        )
        content = frame("canvas", stack(self.form, self.body, GROW, gap=12, pad=(4, 4, 4, 4)))
        self._left, self._sides = left, row(left, (scrolled(content), 1), gap=12)
        self.setLayout(self._sides)
        when_narrow(self, NARROW, self._fold)

    def _fold(self, narrow: bool) -> None:
        """Put the list above the body where there is no room beside it."""
        way = QBoxLayout.Direction
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._left.setMinimumWidth(0 if narrow else LIST_WIDTH)
        self._left.setMaximumWidth(16777215 if narrow else LIST_WIDTH)

    def open_form(self) -> None:
        """Ask for the new body's name."""
        self.form.begin()
        self.form.show()

    def refresh(self) -> None:
        """Read the bodies anew."""
        found = bodies.list_bodies(self._context.reader)
        if self.body_uid not in {one.uid for one in found}:
            self.body_uid = found[-1].uid if found else ""
        clear(self._list)
        self.tiles = [self._tile(one) for one in found]
        for tile in self.tiles:
            self._list.addWidget(tile)
        chosen = next((one for one in found if one.uid == self.body_uid), None)
        self.body.setVisible(chosen is not None)
        if chosen is not None:
            self.body.show_body(chosen)

    def _tile(self, body: BodyRow) -> Tile:
        context = self._context
        name, kind = context.show(body.name), context.word(f"body_kind.{body.kind.value}")
        desk = context.reader
        count = len(bodies.list_memberships(desk, body_uid=body.uid, on=desk.today()))
        members = self.tr("{count} members").format(count=count)
        here, inset = body.uid == self.body_uid, 24 if body.parent_uid else 0

        def paint(brush: Brush, box: QRectF) -> None:
            if here:
                brush.plate(box, "surface", "line", 6)
                brush.plate(QRectF(0, 8, 4, box.height() - 16), "accent", None, 2)
            x = 14 + inset
            weight = "strong" if here else "medium"
            brush.write(QRectF(x, 5, box.width() - x - 8, 24), name, "body", weight)
            spot = QRectF(x, 27, box.width() - x - 8, 22)
            brush.write(spot, f"{kind} · {members}", "small", "regular", "ink_3")

        made = Tile(paint, f"{name}, {kind}, {members}", 0, 56, 6)
        made.clicked.connect(self._chooser(body.uid))
        return made

    def _chooser(self, uid: str) -> Callable[[], None]:
        def choose() -> None:
            self.body_uid = uid
            self.refresh()

        return choose

    def _on_added(self, uid: str) -> None:
        self.body_uid = uid
        self.form.hide()
        self.refresh()


class NewBody(QFrame):
    """A form for a new body; Enter adds it. Signals: ``added(str)`` with its uid."""

    added = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "open")
        self._context = context
        self.names = {code: line_edit() for code in context.council.languages}
        self.fields: list[Field] = []
        for code, edit in self.names.items():
            words = self.tr("Name, {language}").format(language=LANGUAGES.get(code, code))
            self.fields.append(Field(words, edit))
            edit.returnPressed.connect(self.add)
        kinds = [(one.value, context.word(f"body_kind.{one.value}")) for one in BodyKind]
        self.kind = combo(kinds, BodyKind.COMMITTEE.value)
        self.seats = spin(0, 0, 999)
        seats = Field(self.tr("Seats"), self.seats, self.tr("0: no fixed seats"), width=120)
        self.add_button = Button(self.tr("Add"), "plus", "primary", self.tr("Enter"))
        self.add_button.clicked.connect(self.add)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.hide)
        self.setLayout(
            stack(
                group(self.tr("New body")),
                row(*((field, 1) for field in self.fields), gap=12),
                row((Field(self.tr("Kind"), self.kind), 1), seats, gap=12),
                row(GROW, cancel, self.add_button),
                gap=8,
                pad=(16, 12, 16, 12),
            )
        )

    def begin(self) -> None:
        """Empty the form."""
        for edit in self.names.values():
            edit.clear()
        self.seats.setValue(0)
        next(iter(self.names.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add the body below the council."""
        context = self._context
        found = bodies.list_bodies(context.reader)
        name = Text(tuple((c, e.text().strip()) for c, e in self.names.items() if e.text().strip()))
        context.dispatcher.run(
            bodies.add_body,
            name=name,
            kind=self.kind.currentData(),
            parent_uid=found[0].uid if found else None,
            seats=self.seats.value(),
            on_done=self.added.emit,
            on_error=lambda message: self.fields[0].set_error(context.say(message)),
        )


class BodyCard(QFrame):
    """One body: its names and its members. Signals: ``person_chosen(str)``."""

    person_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._body: BodyRow | None = None
        self.names: dict[str, LineCommit] = {}
        self.fields: dict[str, Field] = {}
        for code in context.council.languages:
            edit = line_edit()
            self.names[code] = LineCommit(edit)
            self.names[code].committed.connect(self._namer(code))
            words = self.tr("Name, {language}").format(language=LANGUAGES.get(code, code))
            self.fields[code] = Field(words, edit)
        self.lines: dict[str, MemberLine] = {}
        self._members = stack(gap=0)
        self.person_box = combo([], name=self.tr("Person to add"))
        self.role_box = combo(
            [(one.value, role_word(context, one)) for one in ROLES],
            Role.MEMBER,
            self.tr("Office"),
            160,
        )
        self.add_button = Button(self.tr("Add"), "user-plus")
        self.add_button.clicked.connect(self._on_add)
        self.seat_button = Button(self.tr("Add a seat"), "plus", "quiet")
        self.seat_button.clicked.connect(self._on_add_seat)
        self._seats = small("", "ink_2")
        self._head = small("", "ink_2", "strong")
        self.setLayout(
            stack(
                row(*((field, 1) for field in self.fields.values()), gap=12),
                row(self._head, GROW, self._seats, self.seat_button, gap=8),
                self._members,
                row((self.person_box, 1), self.role_box, self.add_button, gap=8),
                gap=10,
                pad=(16, 14, 16, 14),
            )
        )

    def show_body(self, body: BodyRow) -> None:
        """Show a body as the record has it."""
        self._body = body
        context, desk = self._context, self._context.reader
        for code, watcher in self.names.items():
            watcher.set_text(body.name.get(code))
        held = bodies.list_memberships(desk, body_uid=body.uid, on=desk.today())
        self._head.setText(self.tr("Members, {count}").format(count=len(held)))
        seats = self.tr("{count} seats").format(count=body.seats) if body.seats else ""
        self._seats.setText(seats or self.tr("no fixed seats"))
        clear(self._members)
        self.lines = {one.uid: MemberLine(context, one) for one in held}
        for line in self.lines.values():
            line.person_chosen.connect(self.person_chosen)
            self._members.addWidget(line)
        if not held:
            text = self.tr("Choose people below; a committee can also take them without seats.")
            self._members.addWidget(EmptyState("users-three", self.tr("Nobody yet"), text))
        inside = {one.person_uid for one in held}
        self.person_box.clear()
        for person in people.list_people(desk):
            if person.uid not in inside:
                self.person_box.addItem(context.show(person.name), person.uid)
        self.add_button.setEnabled(self.person_box.count() > 0)

    def _namer(self, code: str) -> Callable[[str], None]:
        def write(words: str) -> None:
            if self._body is None:
                return
            field, say = self.fields[code], self._context.say
            field.set_error("")
            self._context.dispatcher.run(
                bodies.change_body,
                self._body.uid,
                name=self._body.name.put(code, words),
                on_error=lambda message: field.set_error(say(message)),
            )

        return write

    def _on_add(self) -> None:
        person = self.person_box.currentData()
        if self._body is None or not person:
            return
        desk = self._context.reader
        free = [one for one in bodies.list_seats(desk, self._body.uid) if one.holder is None]
        role = Role(self.role_box.currentData())
        seated = free and role not in bodies.UNSEATED
        self._context.dispatcher.run(
            bodies.add_membership,
            person_uid=person,
            body_uid=self._body.uid,
            seat_uid=free[0].uid if seated else None,
            role=role,
            start_on=desk.today(),
        )

    def _on_add_seat(self) -> None:
        if self._body is not None:
            self._context.dispatcher.run(bodies.add_seat, self._body.uid)


class MemberLine(QWidget):
    """One member of a body: name, term, office, and leaving. Signals: ``person_chosen(str)``."""

    person_chosen = Signal(str)

    def __init__(self, context: Context, held: MembershipRow) -> None:
        super().__init__()
        self._context, self._held = context, held
        name = full_name(context, held.person_name, held.honorific)
        more = " · ".join(filter(None, (context.show(held.seat_label), term_words(context, held))))

        def paint(brush: Brush, box: QRectF) -> None:
            used = brush.write(QRectF(0, 0, box.width(), 40), name, "body", "medium")
            spot = QRectF(used + 12, 0, box.width() - used - 12, 40)
            brush.write(spot, more, "small", "regular", "ink_3")

        self.open_tile = Tile(paint, f"{name}, {more}", 0, 40, 4)
        self.open_tile.clicked.connect(self._on_open)
        office = self.tr("Office of {name}").format(name=name)
        roles = [(one.value, role_word(context, one)) for one in ROLES]
        self.role_box = combo(roles, held.role.value, office, 160)
        self.role_box.activated.connect(self._on_role)
        leave = self.tr("{name} leaves today").format(name=name)
        self.leave_button = Button("", "sign-out", "quiet", name=leave)
        self.leave_button.clicked.connect(self._on_leave)
        self.setLayout(
            row((self.open_tile, 1), self.role_box, self.leave_button, gap=8, pad=(0, 2, 0, 2))
        )

    def _on_open(self) -> None:
        self.person_chosen.emit(self._held.person_uid)

    def _on_role(self) -> None:
        role = self.role_box.currentData()
        self._context.dispatcher.run(bodies.change_membership, self._held.uid, role=role)

    def _on_leave(self) -> None:
        self._context.dispatcher.run(
            bodies.end_membership, self._held.uid, self._context.reader.today(), EndReason.OTHER
        )
        words = self.tr("{name} has left. Ctrl+Z brings them back.")
        self._context.announce(words.format(name=self._context.show(self._held.person_name)))
