"""What is written down beside the votes: actions, notes, public comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.ui.actions import Command
from council.ui.pages.meeting.meet.forms import ActionForm, CommentForm, NoteForm
from council.ui.pages.meeting.meet.part import Part

if TYPE_CHECKING:
    from council.ui.pages.meeting.meet.forms import ConsoleForm


class Words(Part):
    """Forms that open over the item without leaving it."""

    def forms(self) -> list[ConsoleForm]:
        """Return the forms of an action, a note and a comment."""
        return [
            ActionForm(self.context, self.meeting_uid),
            NoteForm(self.context, self.meeting_uid),
            CommentForm(self.context, self.meeting_uid),
        ]

    def commands(self) -> list[Command]:
        """Return one command a form."""
        words = self.tr("Words")
        return [
            Command(self.tr("Public comment"), self.comment, "chat-text", "Shift+F9", words),
            Command(self.tr("Action item"), self.action, "list-checks", "F8", words),
            Command(self.tr("Note"), self.note, "note-pencil", "F9", words),
        ]

    def action(self) -> None:
        """Open the form of an action."""
        self.console.open_form("action")

    def note(self) -> None:
        """Open the form of a note."""
        self.console.open_form("note")

    def comment(self) -> None:
        """Open the form of a public comment."""
        if self.console.live_only():
            self.console.open_form("comment")
