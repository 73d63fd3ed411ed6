"""D: the question is divided as the meeting agrees, and its parts are voted on one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.services.session import parts
from council.ui.kit import label, stack
from council.ui.pages.meeting.meet.forms import ConsoleForm
from council.ui.pages.meeting.meet.motion_fields import PartsField

if TYPE_CHECKING:
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class PartsForm(ConsoleForm):
    """The parts of the main question, one a line, as they are proposed or typed."""

    name = "parts"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._uid = ""
        self._what = label("", color="ink_2", wrap=True)
        self.parts = PartsField(context)
        self.take("parts", self.parts.edit)
        head = self.head_row("list-numbers", self.tr("Divide the question"))
        self.setLayout(
            stack(head, self._what, self.parts, self.foot_row(), gap=8, pad=(16, 12, 16, 14))
        )

    def start(self, shot: Snapshot) -> None:
        """Open for the main question, with its sentences as parts or what was half typed."""
        main = next((one for one in shot.pending if one.kind == "main"), None)
        if main is None:
            return
        self.shot, self._uid = shot, main.uid
        self._what.setText(main.current_text.show(self.context.language))
        proposed = self.parts.propose(main.current_text)
        self.load(self.draft() or {"parts": proposed})
        self.show()
        self.parts.edit.setFocus()

    def submit(self) -> None:
        """Divide the question."""
        self.send(parts.divide, self._uid, self.parts.parts())
