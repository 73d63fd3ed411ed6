"""Notice of a motion, given by a member for a later meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.services.session import noticing
from council.ui.actions import Command
from council.ui.kit import Field, line_edit, row, stack, text_edit
from council.ui.pages.meeting.meet.console_form import ConsoleForm
from council.ui.pages.meeting.meet.part import Part
from council.ui.pages.meeting.meet.person_field import PersonField

if TYPE_CHECKING:
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class NoticeOfMotionForm(ConsoleForm):
    """Who will move what at a later meeting."""

    name = "motion_notice"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.mover = PersonField(self.tr("Who gives notice"), context.language)
        self.about = line_edit()
        self.words = text_edit(lines=3)
        for name, widget in (
            ("mover", self.mover.line), ("title", self.about), ("text", self.words),
        ):  # fmt: skip
            self.take(name, widget)
        head = self.head_row("megaphone-simple", self.tr("Notice of a motion for a later meeting"))
        who = row((self.mover, 1), (Field(self.tr("What it is about"), self.about, " "), 2), gap=12)
        words = Field(self.tr("The motion as it will be made"), self.words, optional=True)
        self.setLayout(stack(head, who, words, self.foot_row(), gap=8, pad=(16, 12, 16, 14)))

    def start(self, shot: Snapshot) -> None:
        """Open with the people of the meeting."""
        self.mover.set_people([one for one in shot.room if one.person_uid])
        super().start(shot)

    def submit(self) -> None:
        """Record the notice; it needs to be known whose it is, and what it is about."""
        if self.mover.wrong():
            self.complain(self.tr("Nobody in the room matches who gives notice."))
            self.mover.line.setFocus()
            return
        if not self.about.text().strip():
            self.complain(self.tr("Say in a few words what the motion is about."))
            self.about.setFocus()
            return
        mover = self.mover.person()
        self.send(
            noticing.give_notice,
            self.meeting_uid,
            title=self.text("title"),
            text=self.text("text"),
            mover_uid=mover.person_uid if mover else None,
        )


class Notices(Part):
    """The form of a notice of motion, opened by name or key."""

    def forms(self) -> list[ConsoleForm]:
        """Return the form."""
        return [NoticeOfMotionForm(self.context, self.meeting_uid)]

    def commands(self) -> list[Command]:
        """Return what opens it."""
        words, told = self.tr("Words"), self.tr("Notice of a motion for a later meeting")
        return [Command(told, self.give_notice, "megaphone-simple", "Ctrl+Shift+M", words)]

    def give_notice(self) -> None:
        """Open the form."""
        if self.console.live_only():
            self.console.open_form("motion_notice")
