"""The questions before the meeting: what is pending, what is in order, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer

from council.domain.order.motions import RULED
from council.domain.vocabulary import MotionKind, Outcome
from council.services import meetings
from council.services.session import motions, noting
from council.ui.actions import Command
from council.ui.kit import ConfirmInline
from council.ui.pages.meeting.meet.motion_form import MotionForm
from council.ui.pages.meeting.meet.now_column import Questions
from council.ui.pages.meeting.meet.order_line import DISPOSE, OrderLine
from council.ui.pages.meeting.meet.part import Part, Placed, Press, Side
from council.ui.pages.meeting.meet.parts_form import PartsForm
from council.ui.pages.meeting.meet.ruling_form import RulingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.forms import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class Motions(Part):
    """The stack of questions and what can be moved or done with them."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "items", "pending", "decided", "order", "vote", "advice", "rules", "quorum"}
    )

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.questions, self.order = Questions(self.context), OrderLine(self.context)
        self.motion = MotionForm(self.context, self.meeting_uid)
        self.recess = ConfirmInline(self.tr("The recess is agreed. Begin it now?"),
                                    self.tr("Recess"))  # fmt: skip
        self.recess.confirmed.connect(self._on_recess)
        self.recess.cancelled.connect(self._on_no_recess)
        self._carried: frozenset[str] | None = None
        self.order.move_wanted.connect(self._on_move)
        self.order.dispose_wanted.connect(self._on_dispose)
        self.order.vote_wanted.connect(self._on_vote)
        self.order.ruling_wanted.connect(self.rule)
        self.order.note_wanted.connect(self.take_note)
        self.order.divide_wanted.connect(self.divide)
        self.questions.take_back_wanted.connect(self._on_take_back)
        self.questions.ruled_out.connect(self._on_rule_out)

    def placed(self) -> list[Placed]:
        """Return the stack and, below vote and forms, what is in order."""
        return [
            Placed(self.recess, Side.HEAD, 20, shut=True),
            Placed(self.questions, Side.CENTRE, 20),
            Placed(self.order, Side.CENTRE, 60),
        ]

    def forms(self) -> list[ConsoleForm]:
        """Return the forms of a motion, a ruling, and the parts of a question."""
        return [
            self.motion,
            RulingForm(self.context, self.meeting_uid),
            PartsForm(self.context, self.meeting_uid),
        ]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the questions as they stand."""
        self.questions.show_meeting(shot)
        self.order.show_meeting(shot)
        self._follow_up(shot)

    def _follow_up(self, shot: Snapshot) -> None:
        """Offer the recess or the end of the meeting when the motion for it was carried."""
        carried = frozenset(one.uid for one in shot.decided if one.outcome == Outcome.CARRIED)
        fresh = carried - self._carried if self._carried is not None else frozenset()
        self._carried = carried
        kinds = {one.kind for one in shot.decided if one.uid in fresh}
        if MotionKind.ADJOURN in kinds:
            QTimer.singleShot(0, self, self.console.proceedings.adjourn)
        elif MotionKind.RECESS in kinds and not shot.recess:
            QTimer.singleShot(0, self, self._offer_recess)

    def _offer_recess(self) -> None:
        self.console.close_forms()
        self.recess.show()
        self.console.arrange()
        self.recess.yes_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_recess(self) -> None:
        self.recess.hide()
        self.run(meetings.begin_recess, self.meeting_uid)
        self._on_no_recess()

    def _on_no_recess(self) -> None:
        self.recess.hide()
        self.console.arrange()
        self.console.rest()

    def asking(self) -> bool:
        """Tell whether it asks whether to begin the recess that was agreed."""
        return not self.recess.isHidden()

    def put_away(self) -> None:
        """Do not begin the recess after all."""
        self.recess.hide()

    def arrange(self, *, writing: bool, asking: bool) -> None:
        """Say what is in order only while nothing else is asked."""
        self.order.setVisible(self.shot.in_session and not writing and not asking)

    # ------------------------------------------------------------------ keys

    def take_key(self, press: Press) -> bool:
        """Take digits for what is in order, W S O for the question, T, R and M."""
        typed = press.letter
        if self.console.is_free() and self._take_free(press.digit, typed):
            return True
        if typed == "M" and self.shot.in_session and self.console.forms.opened() is None:
            self.order.open_others()
            return True
        return False

    def _take_free(self, number: str, typed: str) -> bool:
        if number in self.order.digits:
            self.state(self.order.digits[number])
        elif typed in DISPOSE and self.order.can_dispose(DISPOSE[typed]):
            self._on_dispose(DISPOSE[typed])
        elif typed == "D" and self.order.can_divide():
            self.divide()
        elif typed == "T" and self.order.can_note():
            self.take_note()
        elif typed == "R":
            self.rule()
        else:
            return False
        return True

    def commands(self) -> list[Command]:
        """Return what concerns questions; every kind of motion is among them, in order or not."""
        live = self.tr("Meeting")
        reasons = self.tr("All reasons why a motion is not in order")
        return [
            Command(self.tr("New motion"), self.new_motion, "file-text", "Ctrl+M", live),
            Command(self.tr("Take note of the item"), self.take_note, "check", "", live),
            Command(self.tr("Divide the question"), self.divide, "list-numbers", "", live),
            Command(reasons, self.order.toggle_all, "prohibit", "", live),
            *self._kinds(live),
        ]

    def _kinds(self, group: str) -> list[Command]:
        """Return one command a kind of motion; its form says what the rules have against it."""

        def stating(kind: MotionKind) -> Callable[[], None]:
            return lambda: self.state(kind) if self.console.live_only() else None

        word = self.context.word
        return [
            Command(word(f"motion_kind.{kind.value}"), stating(kind), "file-text", "", group)
            for kind in MotionKind
        ]

    # ------------------------------------------------------------------ doing

    def new_motion(self) -> None:
        """Open the form of a main motion, or the one that was half typed."""
        if not self.console.live_only():
            return
        if self.motion.draft():
            self.console.open_form("motion")
        else:
            self.state(MotionKind.MAIN if self.shot.top is None else self._usual_kind())

    def _usual_kind(self) -> MotionKind:
        """Return what is mostly moved while something is pending: an amendment where it can be."""
        kinds = {kind for kind, _needs in self.shot.order.possible}
        return MotionKind.AMEND if MotionKind.AMEND in kinds else MotionKind.MAIN

    def state(self, kind: MotionKind) -> None:
        """Open the form of a kind of motion."""
        self.console.close_forms()
        self.motion.begin(kind, self.shot)
        self.console.opened(self.motion)

    def _on_move(self, kind: str) -> None:
        self.state(MotionKind(kind))

    def _on_dispose(self, outcome: str) -> None:
        if self.shot.top is not None:
            self.run(motions.set_outcome, self.shot.top.uid, outcome)

    def _on_vote(self) -> None:
        self.console.voting.take_vote()

    def _on_take_back(self, vote_uid: str) -> None:
        self.console.voting.take_back_vote(vote_uid)

    def divide(self) -> None:
        """Divide the main question into parts, without a vote."""
        if self.console.live_only() and self.order.can_divide():
            self.console.open_form("parts")

    def take_note(self) -> None:
        """Record that the meeting took note of the item before it."""
        if self.console.live_only() and self.shot.current is not None:
            self.run(noting.take_note, self.shot.current.uid)

    def _on_rule_out(self, motion_uid: str) -> None:
        self.run(motions.rule_out_of_order, motion_uid)

    def rule(self) -> None:
        """Record what the chair rules on the open point, or answers."""
        top = self.shot.top
        if top is not None and top.kind in RULED:
            self.console.open_form("ruling")
