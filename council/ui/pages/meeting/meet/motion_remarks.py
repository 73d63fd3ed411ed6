"""What the rules say of a motion that is being typed: what it asks for, and what is against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from council.services.session.motion_advice import NO_SECOND, judge_motion
from council.ui.kit import refill, small, stack
from council.ui.pages.meeting.meet.sayings import cited, reason_line, told

if TYPE_CHECKING:
    from council.domain.vocabulary import MotionKind
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.motion_people import MotionPeople
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class MotionRemarks(QWidget):
    """A line of what is needed, and one for each thing the rules have against it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.needs = small("", "ink_3", wrap=True)
        self._said = stack(gap=0)
        self.setLayout(stack(self.needs, self._said, gap=6))

    def tell_needs(self, kind: MotionKind, shot: Snapshot) -> None:
        """Say what the rules ask, or that they do not tell whether it is in order."""
        words = ""
        for possible, needs in shot.order.possible:
            if possible is kind:
                words = self.context.say(needs)
        for barred, reason, source in shot.order.barred:
            if barred is kind:
                reason_words = cited(self.context.say(reason), source)
                words = self.tr("Not in order now: {reason}").format(reason=reason_words)
        self.needs.setText(words)

    def judge(
        self, kind: MotionKind, shot: Snapshot, people: MotionPeople, about: str | None
    ) -> None:
        """Say what the rules have against the people who move and second, and the decision."""
        found = judge_motion(
            self.context.reader, shot.meeting.uid, kind=kind.value, mover_uid=people.mover_uid(),
            seconder_uids=people.seconder_uids(), parent_uid=about,
            item_uid=shot.current.uid if shot.current else None,
        )  # fmt: skip
        seconding = any(one.line.text().strip() for one in people.shown())
        lines = [
            told(self.context, ruling) for code, ruling in found if code != NO_SECOND or seconding
        ]
        needs = self.needs.text()
        lines = [words for words in lines if words not in needs]
        refill(self._said, *(reason_line("", one, glyph="warning", tone="warn") for one in lines))
