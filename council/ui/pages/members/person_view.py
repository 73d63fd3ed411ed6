"""One person beside the board: terms, attendance, votes, actions, trainings, private contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from council.domain import calendars
from council.domain.vocabulary import ActionState, Choice, Presence, Role
from council.services.members import people
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    Tile,
    clear,
    group,
    heading,
    hline,
    icon,
    label,
    row,
    small,
    stack,
)
from council.ui.pages.members.person_painting import (
    MOST_MEETINGS,
    attendance_dots,
    avatar,
    terms_line,
)
from council.ui.pages.members.qualifications import QualificationsCard
from council.ui.pages.members.words import full_name, initials, role_word, term_words
from council.ui.pages.vote_counts import vote_counts

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.actions import ActionRow
    from council.services.members.bodies import MembershipRow
    from council.services.members.people import PersonPage as PersonRecord
    from council.ui.context import Context

MOST_ACTIONS = 5
_CHOICES = (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.RECUSED)


class PersonView(QWidget):
    """What the record says about one person, to read.

    Signals: ``edit_wanted()``.
    """

    edit_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._contact_open = False
        self._uid = ""
        self._box, self._foot = stack(gap=9), stack(gap=9)
        self.qualifications = QualificationsCard(context)
        parts = (self._box, self.qualifications, GROW, self._foot)
        self.setLayout(stack(*parts, gap=9, pad=(24, 16, 24, 16)))

    def show_person(self, uid: str) -> None:
        """Read a person's record anew."""
        if uid != self._uid:
            self._contact_open = False
        self._uid = uid
        record = people.get_person(self._context.reader, uid)
        clear(self._box)
        parts: list[QWidget | QLayout] = [self._head(record), hline(), *self._terms(record)]
        parts += self._attendance(record) + self._votes(record) + self._actions(record)
        for part in parts:
            if isinstance(part, QLayout):
                self._box.addLayout(part)
            else:
                self._box.addWidget(part)
        self.qualifications.show_person(uid)
        clear(self._foot)
        self.contact_tile = self._contact_tile()
        self._foot.addWidget(self.contact_tile)
        if self._contact_open:
            self._foot.addLayout(self._contact(record))

    def _head(self, record: PersonRecord) -> QLayout:
        context, person = self._context, record.person
        name = full_name(context, person.name, person.honorific)
        others = [words for code, words in person.name if code != context.language]
        today = context.reader.today()
        held = [one for one in record.memberships if one.in_office(today)]
        where = ", ".join(self._where(one) for one in held)
        self.edit_button = Button("", "pencil-simple", "quiet", name=self.tr("Change this person"))
        self.edit_button.clicked.connect(self.edit_wanted)
        title = heading(name)
        title.setWordWrap(True)
        sub = small(where or self.tr("holds no office today"), "ink_2", wrap=True)
        also = small(" · ".join(others), "ink_3") if others and others[0] != name else None
        words = stack(title, also, sub, gap=0)
        return row(
            avatar(initials(context.show(person.name))), (words, 1), self.edit_button, gap=14
        )

    def _where(self, held: MembershipRow) -> str:
        context = self._context
        place = context.show(held.seat_label or held.body_name)
        if held.role is Role.MEMBER:
            return place
        return f"{place} ({role_word(context, held.role)})"

    def _terms(self, record: PersonRecord) -> list[QWidget | QLayout]:
        context = self._context
        count = str(len(record.memberships)) if record.memberships else ""
        parts: list[QWidget | QLayout] = [group(self.tr("Terms and offices"), count)]
        if any(one.start_on for one in record.memberships):
            parts.append(terms_line(context, record.memberships, context.reader.today()))
        for one in record.memberships:
            if one.start_on is None:
                what = f"{context.show(one.body_name)}, {role_word(context, one.role)}"
                parts.append(row(label(what), GROW, small(term_words(context, one))))
        if not record.memberships:
            parts.append(small(self.tr("Not a member of any body.")))
        return [*parts, hline()]

    def _attendance(self, record: PersonRecord) -> list[QWidget | QLayout]:
        lines = record.attendance[:MOST_MEETINGS]
        if not lines:
            return []
        came = sum(one.state is Presence.PRESENT for one in lines)
        words = self.tr("{came} of {all}").format(came=came, all=len(lines))
        title = self.tr("Attendance, last {count} meetings").format(count=len(lines))
        return [group(title, words), attendance_dots(self._context, lines), hline()]

    def _votes(self, record: PersonRecord) -> list[QWidget | QLayout]:
        total = sum(n for choice, n in record.votes.items() if choice is not Choice.ABSENT)
        if not total:
            return []
        title = group(self.tr("Votes by name"), str(total))
        counts = [(choice.value, record.votes.get(choice, 0)) for choice in _CHOICES]
        return [title, vote_counts(self._context, counts), hline()]

    def _actions(self, record: PersonRecord) -> list[QWidget | QLayout]:
        waiting = [one for one in record.actions if one.state is ActionState.OPEN]
        if not waiting:
            return []
        lines: list[QWidget | QLayout] = [group(self.tr("Open actions"), str(len(waiting)))]
        lines += [self._action(one) for one in waiting[:MOST_ACTIONS]]
        return [*lines, hline()]

    def _action(self, one: ActionRow) -> Tile:
        context = self._context
        what = f"{one.number} {context.show(one.what)}"
        due = calendars.short_date(one.due_on, context.language) if one.due_on else ""
        tone = "no" if one.overdue else "ink_3"
        glyph = "warning-circle" if one.overdue else "list-checks"

        def paint(brush: Brush, box: QRectF) -> None:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            brush.icon(glyph, 0, 6, 18, tone, "fill" if one.overdue else "regular")
            weight = "strong" if one.overdue else "regular"
            used = brush.write(box, due, "small", weight, tone, side)
            brush.write(QRectF(28, 0, box.width() - used - 40, 30), what)

        late = self.tr("overdue") if one.overdue else ""
        made = Tile(paint, " ".join(filter(None, (what, due, late))), 0, 30, 4)
        made.clicked.connect(self._opener(one.uid))
        return made

    def _opener(self, uid: str) -> Callable[[], None]:
        navigate = self._context.navigate
        return lambda: navigate("actions", uid)

    # ------------------------------------------------------------------------ contact

    def _contact_tile(self) -> Tile:
        title = self.tr("Private contact")
        hint = self.tr("e-mail, telephone, address · never printed")

        def paint(brush: Brush, box: QRectF) -> None:
            brush.plate(box, "sunken", None, 6)
            brush.icon("lock-simple", 12, 11, 18, "ink_2", "fill")
            used = brush.write(QRectF(40, 1, 200, 40), title, "small", "strong", "ink_2")
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            room = QRectF(56 + used, 1, box.width() - used - 92, 40)
            brush.write(room, hint, "small", "regular", "ink_3", side)
            caret = "caret-up" if self._contact_open else "caret-down"
            brush.icon(caret, box.width() - 28, 12, 16, "ink_3")

        made = Tile(paint, f"{title}: {hint}", 0, 40, 6)
        made.clicked.connect(self._on_contact)
        return made

    def _on_contact(self) -> None:
        self._contact_open = not self._contact_open
        self.show_person(self._uid)

    def _contact(self, record: PersonRecord) -> QLayout:
        person = record.person
        lines = [
            row(icon(glyph, "ink_3", 18), (label(words, wrap=True), 1), gap=10)
            for glyph, words in (
                ("envelope-simple", person.email),
                ("phone", person.phone),
                ("map-pin", person.address),
                ("note", person.note),
            )
            if words
        ]
        if not lines:
            lines = [row(small(self.tr("Nothing is kept. Add it with the pencil.")), GROW)]
        return stack(*lines, gap=6, pad=(12, 0, 0, 0))
