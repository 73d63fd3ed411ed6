"""Taking the vote on the open question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer

from council.services.session import motions
from council.services.voting import votes
from council.ui.actions import Command
from council.ui.kit.spoken import speak
from council.ui.pages.meeting.meet.method_picker import MethodPicker
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.meet.vote_panel import VotePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.session.motions import MotionRow
    from council.services.voting.votes import VoteRow
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.snapshot import Snapshot

LAID_OUT_MS = 20  # by then what grew has its place
_MARGIN = 28


class Voting(Part):
    """How a vote is taken, and the vote."""

    shows: ClassVar[frozenset[str]] = frozenset({"meeting", "pending", "vote", "room", "rules"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.picker = MethodPicker(self.context)
        self.vote = VotePanel(self.context, console.hold)
        self.picker.picked.connect(self._on_method)
        self.picker.closed.connect(self._on_closed)
        self.vote.finished.connect(console.rest)
        self.vote.grew.connect(self._show_grown)
        self.vote.declared.connect(self._on_declared)

    def placed(self) -> list[Placed]:
        """Return the ways to vote and the open vote."""
        return [
            Placed(self.picker, Side.CENTRE, 30, shut=True),
            Placed(self.vote, Side.CENTRE, 40, shut=True),
        ]

    # ------------------------------------------------------------------ showing

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the open vote; a fresh one takes the keyboard."""
        if shot.vote is None:
            self.vote.vote = None
        else:
            fresh = self.vote.vote is None or self.vote.vote.uid != shot.vote.uid
            self.picker.hide()
            self.vote.show_vote(shot)
            if fresh and self.console.forms.opened() is None and self.console.isVisible():
                self.vote.show()
                self.vote.take_focus()
                QTimer.singleShot(0, self, self.show_verdict)
                self._show_grown()
        if shot.top is None:
            self.picker.hide()

    def arrange(self, *, writing: bool, asking: bool) -> None:
        """Give way to a form."""
        self.vote.setVisible(self.shot.vote is not None and not writing)

    def show_verdict(self) -> None:
        """Scroll to the foot of the open vote: what Enter declares is always to be seen."""
        if self.vote.isVisible():
            self.console.scroll_to(self.vote.verdict, _MARGIN)

    def _show_grown(self) -> None:
        QTimer.singleShot(LAID_OUT_MS, self, self.show_verdict)

    # ------------------------------------------------------------------ keyboard

    def asking(self) -> bool:
        """Tell whether it asks how the vote is taken."""
        return not self.picker.isHidden()

    def put_away(self) -> None:
        """Ask no more how the vote is taken."""
        self.picker.hide()

    def arrive(self) -> bool:
        """Show what Enter would declare; the keyboard goes where work goes on."""
        self.show_verdict()
        return False

    def rest(self) -> bool:
        """Take the keyboard while a vote is open."""
        if self.shot.vote is None or self.vote.isHidden():
            return False
        self.vote.take_focus()
        return True

    def commands(self) -> list[Command]:
        """Return what concerns votes."""
        live = self.tr("Meeting")
        otherwise = self.tr("Declare otherwise than the rules say")
        back = self.tr("Take back the result")
        order = self.tr("Another order of the roll call")
        return [
            Command(self.tr("Take the vote"), self.take_vote, "gavel", "F5", live),
            Command(back, self.take_back, "arrow-u-up-left", "Ctrl+Backspace", live),
            Command(otherwise, self.declare_otherwise, "gavel", "Ctrl+D", live),
            Command(order, self.next_order, "list-checks", "Shift+F5", live),
        ]

    # ------------------------------------------------------------------ doing

    def leave(self) -> None:
        """Keep what is half typed."""
        self.vote.flush()

    def _on_declared(self, outcome: str) -> None:
        """Tell what was declared to who cannot see it on the card."""
        words = self.tr("Declared: {outcome}. Ctrl+Backspace takes it back.")
        speak(self.console, words.format(outcome=outcome), urgent=True)

    def declare_otherwise(self) -> None:
        """Let the chair declare something else than the rules give."""
        if self.shot.vote is not None:
            self.vote.declare_otherwise()

    def next_order(self) -> None:
        """Call the roll in another order: in the open roll call, or before it begins."""
        if not self.picker.isHidden():
            self.picker.order.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.console.live_only():
            self.vote.next_order()

    def take_vote(self) -> None:
        """Ask how the vote on the open question is taken."""
        if not self.console.live_only():
            return
        top = self.shot.top
        if top is None:
            self.context.announce(self.tr("No motion is pending."), "warn")
            return
        self.console.close_forms()
        if self.shot.vote is not None:
            self.console.arrange()
            self.vote.take_focus()
            return
        self.picker.begin(top, self.shot)
        self.picker.show()
        self.console.arrange()
        QTimer.singleShot(0, self, self._show_picker)
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_picker(self) -> None:
        self.console.scroll_to(self.picker, 12)

    def _on_method(self, method: str) -> None:
        if self.shot.top is not None:
            self.picker.hide()
            self.run(
                votes.open_vote,
                self.shot.top.uid,
                method=method,
                requirement=self.picker.requirement(),
                roll_order=self.picker.roll_order(method),
            )

    def _on_closed(self) -> None:
        self.picker.hide()
        self.console.arrange()
        self.console.rest()

    def take_back(self) -> None:
        """Take the last declaration of this item back, else the last of the meeting."""
        if not self.console.live_only():
            return
        found = _last_declared(self.shot.decided)
        if found is None:
            found = _last_declared(motions.list_motions(self.context.reader, self.meeting_uid))
        if found is None:
            self.context.announce(self.tr("No vote was declared in this meeting yet."), "info")
            return
        self.take_back_vote(found.uid)

    def take_back_vote(self, vote_uid: str) -> None:
        """Take a declaration back; its first word stays on record."""
        self.run(votes.take_back, vote_uid)


def _last_declared(listed: Sequence[MotionRow]) -> VoteRow | None:
    """Return the vote that was declared last; a motion voted on again counts by its last vote."""
    declared = [one.vote for one in listed if one.vote and one.vote.declared_at]
    return max(declared, key=_declared_at, default=None)


def _declared_at(vote: VoteRow) -> float:
    return vote.declared_at.timestamp() if vote.declared_at else 0.0
