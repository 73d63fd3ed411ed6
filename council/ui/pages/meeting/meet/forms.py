"""The forms for words: a note, a guest, a public comment, an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.services import actions
from council.services.session import attendance, notes
from council.ui.kit import Field, check, combo, line_edit, row, stack, text_edit
from council.ui.pages.meeting.meet.console_form import ConsoleForm
from council.ui.pages.meeting.meet.person_field import PersonField, find_person

if TYPE_CHECKING:
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

__all__ = [
    "ActionForm",
    "CommentForm",
    "ConsoleForm",
    "GuestForm",
    "NoteForm",
    "PersonField",
    "find_person",
]


class NoteForm(ConsoleForm):
    """A free note on the item before the meeting."""

    name = "note"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.words = text_edit("", "", self.tr("Note"), 3)
        self.take("text", self.words)
        head = self.head_row("note-pencil", self.tr("Note"))
        self.setLayout(stack(head, self.words, self.foot_row(), gap=10, pad=(16, 12, 16, 14)))

    def submit(self) -> None:
        """Record the note."""
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(notes.add_note, self.meeting_uid, self.text("text"), item_uid=item)


class GuestForm(ConsoleForm):
    """A guest, by name."""

    name = "guest"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.line = line_edit("", "", self.tr("Name of the guest"))
        self.take("name", self.line)
        head = self.head_row("user-plus", self.tr("Guest"))
        self.setLayout(stack(head, self.line, self.foot_row(), gap=10, pad=(16, 12, 16, 14)))

    def submit(self) -> None:
        """Add the guest."""
        self.send(attendance.add_guest, self.meeting_uid, self.text("name"))


class CommentForm(ConsoleForm):
    """What a resident said, with or without a name."""

    name = "comment"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.speaker = line_edit("", self.tr("Leave empty for no name"))
        stances = [
            ("neutral", self.tr("neutral")),
            ("for", self.tr("for")),
            ("against", self.tr("against")),
        ]
        self.stance = combo(stances, "neutral", self.tr("Stance"))
        self.summary = text_edit(lines=3)
        self.may_print = check(self.tr("The name may be printed"))
        for name, widget in (
            ("speaker", self.speaker), ("stance", self.stance), ("summary", self.summary),
            ("may_print", self.may_print),
        ):  # fmt: skip
            self.take(name, widget)
        head = self.head_row("chat-text", self.tr("Public comment"))
        who = row(
            (Field(self.tr("Speaker"), self.speaker), 2),
            (Field(self.tr("Stance"), self.stance), 1),
            gap=12,
        )
        body = Field(self.tr("What was said"), self.summary)
        self.setLayout(
            stack(head, who, body, self.may_print, self.foot_row(), gap=8, pad=(16, 12, 16, 14))
        )

    def submit(self) -> None:
        """Record the comment."""
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(
            notes.add_comment,
            self.meeting_uid,
            item_uid=item,
            speaker=self.text("speaker"),
            stance=self.values()["stance"] or "neutral",
            summary=self.text("summary"),
            may_print_name=self.may_print.isChecked(),
        )


class ActionForm(ConsoleForm):
    """Who does what by when."""

    name = "action"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.what = line_edit()
        self.owner = PersonField(self.tr("Who"), context.language)
        self.due = line_edit("", self.tr("such as 19 Nov 2026"))
        self.due_field = Field(self.tr("By when"), self.due, " ")
        for name, widget in (("what", self.what), ("owner", self.owner.line), ("due", self.due)):
            self.take(name, widget)
        self.due.textChanged.connect(self._tell_due)
        head = self.head_row("list-checks", self.tr("Action item"))
        who = row((self.owner, 1), (self.due_field, 1), gap=12)
        what = Field(self.tr("What"), self.what)
        self.setLayout(stack(head, what, who, self.foot_row(), gap=8, pad=(16, 12, 16, 14)))

    def start(self, shot: Snapshot) -> None:
        """Open with the people of the meeting."""
        self.owner.set_people([r for r in shot.room if r.person_uid])
        super().start(shot)

    def _tell_due(self) -> None:
        typed = self.due.text().strip()
        words = " "
        if typed:
            try:
                day = calendars.parse_date(typed, self.context.language)
            except (InputRefused, ValueError):
                words = self.tr("not a day yet")
            else:
                words = calendars.long_date(day, self.context.language, weekday=True)
        self.due_field.set_hint(words)

    def submit(self) -> None:
        """Give the action out; a name that is nobody's is kept as typed."""
        values, due = self.values(), None
        if values["due"].strip():
            try:
                due = calendars.parse_date(values["due"], self.context.language)
            except (InputRefused, ValueError):
                self.complain(self.tr("Write a day, such as 19 Nov 2026."))
                self.due.setFocus()
                return
        person = self.owner.person()
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(
            actions.add_action,
            what=self.text("what"),
            owner_uid=person.person_uid if person else None,
            owner=Text() if person else self.text("owner"),
            due_on=due,
            meeting_uid=self.meeting_uid,
            item_uid=item,
        )
