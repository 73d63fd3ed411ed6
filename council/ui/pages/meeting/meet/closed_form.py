"""Going into closed session: the legal ground, which the public is told, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.services.session import closed_session
from council.ui.kit import Field, line_edit, row, small, stack
from council.ui.pages.meeting.meet.forms import ConsoleForm

if TYPE_CHECKING:
    from council.ui.context import Context


class ClosedForm(ConsoleForm):
    """Two lines; Enter closes the room."""

    name = "closed"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.ground, self.about = line_edit(), line_edit()
        self.take("ground", self.ground)
        self.take("about", self.about)
        fields = row(
            (Field(self.tr("Legal ground"), self.ground), 1),
            (Field(self.tr("What it is about"), self.about, optional=True), 1),
            gap=12,
        )
        told = self.tr(
            "The public is told the ground and the times, nothing else. What is said and moved "
            "until the room is open again stands in minutes of its own."
        )
        self.done_button.set_text(self.tr("Close the room"))
        head = self.head_row("lock-simple", self.tr("Closed session"))
        self.setLayout(
            stack(head, fields, small(told, wrap=True), self.foot_row(), gap=8,
                  pad=(16, 12, 16, 14))
        )  # fmt: skip

    def submit(self) -> None:
        """Go into closed session."""
        self.send(
            closed_session.enter,
            self.meeting_uid,
            ground=self.text("ground"),
            title=self.text("about"),
        )
