"""Change one person: names, private contact, memberships. Every field commits by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from council.domain import calendars
from council.domain.vocabulary import EndReason
from council.services.members import bodies, people
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    ConfirmInline,
    Field,
    clear,
    combo,
    group,
    heading,
    hline,
    line_edit,
    row,
    small,
    stack,
    text_edit,
)
from council.ui.once import run_once
from council.ui.pages.members.edits import BlockCommit, LineCommit, typed_day
from council.ui.pages.members.words import ROLES, role_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.members.bodies import MembershipRow
    from council.ui.context import Context


class PersonEdit(QWidget):
    """The form of one person.

    Signals: ``done()`` when the person wants to read again, ``removed()`` when there is none left.
    """

    done = Signal()
    removed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.uid = ""
        self.names: dict[str, LineCommit] = {}
        self.name_fields: dict[str, Field] = {}
        self.title_fields: dict[str, Field] = {}
        self._titles: dict[str, LineCommit] = {}
        self._private: dict[str, LineCommit | BlockCommit] = {}
        self.private_fields: dict[str, Field] = {}
        self.terms: dict[str, TermForm] = {}
        self._terms_box = stack(gap=12)
        done = Button(self.tr("Done"), "check", "primary")
        done.clicked.connect(self._on_done)
        head = row(heading(self.tr("Change person")), GROW, done)
        parts = [self._language_row(code) for code in self._languages()]
        self.setLayout(
            stack(
                head,
                hline(),
                *parts,
                group(self.tr("Terms and offices")),
                self._terms_box,
                self._adder(),
                hline(),
                group(self.tr("Private contact"), self.tr("never printed")),
                *self._contact_fields(),
                hline(),
                *self._remover(),
                GROW,
                gap=10,
                pad=(24, 16, 24, 16),
            )
        )

    def _languages(self) -> tuple[str, ...]:
        return self._context.council.languages

    def _language_row(self, code: str) -> QWidget:
        spoken = LANGUAGES.get(code, code)
        title, name = line_edit(), line_edit()
        self._titles[code], self.names[code] = LineCommit(title), LineCommit(name)
        self._titles[code].committed.connect(self._title_writer(code))
        self.names[code].committed.connect(self._name_writer(code))
        title_label = self.tr("Title, {language}").format(language=spoken)
        name_label = self.tr("Name, {language}").format(language=spoken)
        self.title_fields[code] = Field(title_label, title, width=120)
        self.name_fields[code] = Field(name_label, name)
        holder = QWidget()
        holder.setLayout(row(self.title_fields[code], (self.name_fields[code], 1), gap=12))
        return holder

    def _contact_fields(self) -> list[QWidget]:
        words = {
            "email": self.tr("E-mail"),
            "phone": self.tr("Telephone"),
            "address": self.tr("Address"),
            "note": self.tr("Note"),
        }
        for key in ("email", "phone"):
            edit = line_edit()
            self._private[key] = LineCommit(edit)
            self.private_fields[key] = Field(words[key], edit)
        for key in ("address", "note"):
            block = text_edit(lines=2)
            self._private[key] = BlockCommit(block)
            self.private_fields[key] = Field(words[key], block)
        for key, watcher in self._private.items():
            watcher.committed.connect(self._private_writer(key))
        first = QWidget()
        first.setLayout(row(self.private_fields["email"], self.private_fields["phone"], gap=12))
        return [first, self.private_fields["address"], self.private_fields["note"]]

    def _adder(self) -> QWidget:
        self.body_box = combo([], name=self.tr("Body or seat to join"))
        self.join_button = Button(self.tr("Add"), "plus")
        self.join_button.clicked.connect(self._on_join)
        holder = QWidget()
        holder.setLayout(row((self.body_box, 1), self.join_button, gap=8))
        return holder

    def _remover(self) -> list[QWidget]:
        self.remove_button = Button(self.tr("Remove this person"), "trash", "quiet")
        question = self.tr("Remove this person from the file? Undo brings them back.")
        self.confirm = ConfirmInline(question, self.tr("Remove"), tone="no")
        self.confirm.hide()
        self.remove_button.clicked.connect(self.confirm.show)
        self.confirm.confirmed.connect(self._on_remove)
        return [self.confirm, self.remove_button]

    # ------------------------------------------------------------------------ showing

    def show_person(self, uid: str) -> None:
        """Show a person's record; what is being typed stays."""
        record = people.get_person(self._context.reader, uid)
        fresh, self.uid = uid != self.uid, uid
        person = record.person
        for code in self._languages():
            self.names[code].set_text(person.name.get(code))
            self._titles[code].set_text(person.honorific.get(code))
        for key, watcher in self._private.items():
            watcher.set_text(getattr(person, key))
        self._show_terms(record.memberships, fresh)
        self._fill_bodies()

    def _show_terms(self, held: tuple[MembershipRow, ...], fresh: bool) -> None:
        if fresh or [one.uid for one in held] != list(self.terms):
            clear(self._terms_box)
            self.terms = {one.uid: TermForm(self._context, one) for one in held}
            for form in self.terms.values():
                self._terms_box.addWidget(form)
            if not held:
                self._terms_box.addWidget(small(self.tr("Not a member of any body.")))
        for one in held:
            self.terms[one.uid].show_term(one)

    def _fill_bodies(self) -> None:
        desk, context = self._context.reader, self._context
        self.body_box.clear()
        for body in bodies.list_bodies(desk):
            seats = bodies.list_seats(desk, body.uid)
            for seat in seats:
                if seat.holder is None:
                    words = f"{context.show(body.name)} · {context.show(seat.label)}"
                    self.body_box.addItem(words, (body.uid, seat.uid))
            words = self.tr("{body}, without a seat").format(body=context.show(body.name))
            self.body_box.addItem(words, (body.uid, None))

    # ------------------------------------------------------------------------ writing

    def _name_writer(self, code: str) -> Callable[[str], None]:
        def write(words: str) -> None:
            person = people.get_person(self._context.reader, self.uid).person
            self._change(self.name_fields[code], name=person.name.put(code, words))

        return write

    def _title_writer(self, code: str) -> Callable[[str], None]:
        def write(words: str) -> None:
            person = people.get_person(self._context.reader, self.uid).person
            self._change(self.title_fields[code], honorific=person.honorific.put(code, words))

        return write

    def _private_writer(self, key: str) -> Callable[[str], None]:
        return lambda words: self._change(self.private_fields[key], **{key: words})

    def _change(self, field: Field, **fields: Any) -> None:
        field.set_error("")
        say = self._context.say
        self._context.dispatcher.run(
            people.change_person,
            self.uid,
            **fields,
            on_error=lambda message: field.set_error(say(message)),
        )

    def _on_join(self) -> None:
        body_uid, seat_uid = self.body_box.currentData() or ("", None)
        if body_uid:
            run_once(
                self.join_button,
                self._context.dispatcher,
                bodies.add_membership,
                person_uid=self.uid,
                body_uid=body_uid,
                seat_uid=seat_uid,
                start_on=self._context.reader.today(),
            )

    def _on_done(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit()

    def _on_remove(self) -> None:
        self._context.dispatcher.run(people.remove_person, self.uid, on_done=self._on_removed)

    def _on_removed(self, _: object) -> None:
        self.removed.emit()


class TermForm(QFrame):
    """One membership: office, first and last day, why it ended."""

    def __init__(self, context: Context, held: MembershipRow) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self._context, self._held = context, held
        where = context.show(held.seat_label) or context.show(held.body_name)
        body = context.show(held.body_name)
        self.role_box = combo([(one.value, role_word(context, one)) for one in ROLES])
        self.start, self.end = line_edit(width=128), line_edit(width=128)
        reasons = [(one.value, context.word(f"end_reason.{one.value}")) for one in EndReason]
        self.reason_box = combo([("", "–"), *reasons])
        self.role_field = Field(self.tr("Office"), self.role_box)
        self.start_field = Field(self.tr("From"), self.start)
        self.end_field = Field(self.tr("To"), self.end)
        self.reason_field = Field(self.tr("Ended because"), self.reason_box)
        self._starts, self._ends = LineCommit(self.start), LineCommit(self.end)
        self._starts.committed.connect(self._on_start)
        self._ends.committed.connect(self._on_end)
        self.role_box.activated.connect(self._on_role)
        self.reason_box.activated.connect(self._on_reason)
        head = group(where, body if body != where else None)
        days = row(self.start_field, self.end_field, (self.reason_field, 1), gap=8)
        self.setLayout(stack(head, self.role_field, days, gap=6, pad=(12, 8, 12, 10)))

    def show_term(self, held: MembershipRow) -> None:
        """Show the membership as the record has it."""
        self._held = held
        self._starts.set_text(self._day(held.start_on))
        self._ends.set_text(self._day(held.end_on))
        _choose(self.role_box, held.role.value)
        _choose(self.reason_box, held.end_reason.value if held.end_reason else "")

    def _day(self, day: object) -> str:
        from datetime import date

        if not isinstance(day, date):
            return ""
        return calendars.short_date(day, self._context.language)

    def _on_start(self, text: str) -> None:
        fine, day = typed_day(self._context, text, self.start_field.set_error)
        if fine:
            self._change(self.start_field, start_on=day)

    def _on_end(self, text: str) -> None:
        fine, day = typed_day(self._context, text, self.end_field.set_error)
        if fine:
            self._change(self.end_field, end_on=day)

    def _on_role(self) -> None:
        self._change(self.role_field, role=self.role_box.currentData())

    def _on_reason(self) -> None:
        self._change(self.reason_field, end_reason=self.reason_box.currentData() or None)

    def _change(self, field: Field, **fields: Any) -> None:
        field.set_error("")
        say = self._context.say
        self._context.dispatcher.run(
            bodies.change_membership,
            self._held.uid,
            **fields,
            on_error=lambda message: field.set_error(say(message)),
        )


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
