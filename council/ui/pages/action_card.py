"""One action: words, owner, day, and what became of it. Every field commits by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import ActionState
from council.services import actions
from council.services.members import people
from council.ui.kit import (
    GROW,
    Button,
    EmptyState,
    Field,
    chip,
    combo,
    heading,
    hline,
    line_edit,
    refill,
    row,
    scrolled,
    small,
    stack,
    text_edit,
)
from council.ui.pages.members.edits import BlockCommit, LineCommit, typed_day

if TYPE_CHECKING:
    from council.services.actions import ActionRow
    from council.ui.context import Context

WIDTH = 404
NARROW_WIDTH = 348
_OTHER = "-"


class ActionCard(QFrame):
    """The right column of the actions page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "side_r")
        self.fold(narrow=False)
        self._context = context
        self._row: ActionRow | None = None
        self._make_fields()
        self._make_buttons()
        self._number = heading("")
        self._state = row(gap=8)
        self._given = small("", "ink_2", wrap=True)
        self.meeting_button = Button(self.tr("Open the meeting"), "calendar-blank")
        self.meeting_button.clicked.connect(self._on_meeting)
        content = QWidget()
        content.setLayout(
            stack(
                row(self._number, GROW, self._state),
                hline(),
                self.what_field,
                self.owner_field,
                self.other_field,
                self.due_field,
                hline(),
                row(self.done_button, self.drop_button, self.reopen_button, GROW, gap=8),
                hline(),
                self._given,
                row(self.meeting_button, GROW),
                GROW,
                gap=12,
                pad=(24, 16, 24, 16),
            )
        )
        text = self.tr("Choose an action: its owner and its day stand here.")
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState("list-checks", self.tr("Nothing chosen"), text))
        self._stack.addWidget(scrolled(content))
        self.setLayout(stack(self._stack, gap=0))

    def fold(self, narrow: bool) -> None:
        """Take less room in a narrow window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def _make_fields(self) -> None:
        self.what, self.other = text_edit(lines=3), line_edit()
        self.owner, self.due = combo([]), line_edit()
        self._what, self._other = BlockCommit(self.what), LineCommit(self.other)
        self._due = LineCommit(self.due)
        self._what.committed.connect(self._on_what)
        self._other.committed.connect(self._on_other)
        self._due.committed.connect(self._on_due)
        self.owner.activated.connect(self._on_owner)
        self.what_field = Field(self.tr("What is to be done"), self.what)
        self.owner_field = Field(self.tr("Owner"), self.owner)
        self.other_field = Field(self.tr("Who"), self.other)
        self.due_field = Field(self.tr("Due"), self.due, self.tr("a day, such as 10 Dec 2026"))

    def _make_buttons(self) -> None:
        self.done_button = Button(self.tr("Done"), "check", "primary", "Ctrl D")
        self.drop_button = Button(self.tr("Drop"), "minus-circle")
        self.reopen_button = Button(self.tr("Open again"), "arrow-counter-clockwise")
        self.done_button.clicked.connect(self.finish)
        self.drop_button.clicked.connect(self.drop)
        self.reopen_button.clicked.connect(self.reopen)

    @property
    def uid(self) -> str:
        """Return the uid of the action shown, or an empty string."""
        return self._row.uid if self._row else ""

    def show_action(self, one: ActionRow | None) -> None:
        """Show an action as the record has it; what is being typed stays."""
        if self._row is not None and (one is None or one.uid != self._row.uid):
            self._what.commit()
        self._row = one
        self._stack.setCurrentIndex(0 if one is None else 1)
        if one is None:
            return
        context = self._context
        self._number.setText(one.number)
        refill(self._state, self._chip(one))
        self._what.set_text(context.show(one.what))
        self._fill_owners(one)
        self._due.set_text(calendars.short_date(one.due_on, context.language) if one.due_on else "")
        is_open = one.state is ActionState.OPEN
        self.done_button.setVisible(is_open)
        self.drop_button.setVisible(is_open)
        self.reopen_button.setVisible(not is_open)
        self._given.setText(self._given_words(one))
        self.meeting_button.setVisible(one.meeting_uid is not None)

    def _chip(self, one: ActionRow) -> QWidget:
        if one.overdue:
            return chip(self.tr("overdue"), "no", "warning-circle")
        word = self._context.word(f"action_state.{one.state.value}")
        looks = {
            ActionState.OPEN: ("accent", "circle-half"),
            ActionState.DONE: ("yes", "check-circle"),
            ActionState.DROPPED: ("neutral", "minus-circle"),
        }
        kind, glyph = looks[one.state]
        return chip(word, kind, glyph)

    def _fill_owners(self, one: ActionRow) -> None:
        self.owner.clear()
        self.owner.addItem(self.tr("nobody yet"), "")
        for person in people.list_people(self._context.reader):
            self.owner.addItem(self._context.show(person.name), person.uid)
        self.owner.addItem(self.tr("somebody not on file"), _OTHER)
        typed = "" if one.owner_uid else self._context.show(one.owner_name)
        self.owner.setCurrentIndex(
            max(0, self.owner.findData(one.owner_uid or (_OTHER if typed else "")))
        )
        self._other.set_text(typed)
        self.other_field.setVisible(bool(typed))

    def _given_words(self, one: ActionRow) -> str:
        words = []
        if one.meeting_number:
            words.append(
                self.tr("Given at meeting {number}.").format(
                    number=calendars.meeting_number(one.meeting_number, self._context.language)
                )
            )
        if one.done_on:
            day = calendars.short_date(one.done_on, self._context.language)
            words.append(self.tr("Done on {day}.").format(day=day))
        return " ".join(words)

    # ------------------------------------------------------------------------ writing

    def _on_what(self, words: str) -> None:
        if self._row is not None:
            language = self._context.language
            known = dict(self._row.what.values)
            code = language if language in known or not known else next(iter(known))
            self._change(self.what_field, what=self._row.what.put(code, words))

    def _on_owner(self) -> None:
        value = self.owner.currentData()
        self.other_field.setVisible(value == _OTHER)
        if value == _OTHER:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._change(self.owner_field, owner_uid=value or None, owner=Text())

    def _on_other(self, words: str) -> None:
        owner = Text.of(words, self._context.language)
        self._change(self.other_field, owner_uid=None, owner=owner)

    def _on_due(self, text: str) -> None:
        fine, day = typed_day(self._context, text, self.due_field.set_error)
        if fine:
            self._change(self.due_field, due_on=day)

    def _change(self, field: Field, **fields: Any) -> None:
        if self._row is None:
            return
        field.set_error("")
        say = self._context.say
        self._context.dispatcher.run(
            actions.change_action,
            self._row.uid,
            **fields,
            on_error=lambda message: field.set_error(say(message)),
        )

    def finish(self) -> None:
        """Mark the action as done today."""
        if self._row is not None and self._row.state is ActionState.OPEN:
            self._context.dispatcher.run(actions.finish_action, self._row.uid)

    def drop(self) -> None:
        """Mark the action as dropped."""
        if self._row is not None:
            self._context.dispatcher.run(actions.drop_action, self._row.uid)

    def reopen(self) -> None:
        """Open the action again."""
        if self._row is not None:
            self._context.dispatcher.run(actions.reopen_action, self._row.uid)

    def _on_meeting(self) -> None:
        if self._row is not None and self._row.meeting_uid:
            self._context.navigate("meeting", self._row.meeting_uid)
