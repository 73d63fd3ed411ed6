"""The order of motions as a state machine: undoing the last step restores what was in order."""

from __future__ import annotations

from hall import convene, t
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from council.domain.order.motions import ABOUT_DECIDED, RULED
from council.domain.vocabulary import MotionKind
from council.services import advice, history
from council.services.session import motions
from council.services.voting import votes

MEMBERS = 7
PEOPLE = st.integers(0, MEMBERS - 1)
KINDS = st.sampled_from(list(MotionKind))


class Order(RuleBasedStateMachine):
    """States, decides and undoes motions of every kind, in order or not."""

    @initialize()
    def begin(self) -> None:
        self.hall = convene(members=MEMBERS, seats=9)
        self.hall.present(MEMBERS)
        self.seen: list[object] = [self._now()]
        self.undone: list[object] = []

    def _now(self) -> object:
        """Return all that undo must bring back."""
        desk, meeting = self.hall.desk, self.hall.meeting
        listed = motions.list_motions(desk, meeting)
        return (
            motions.order_now(desk, meeting),
            [(one.uid, one.outcome, one.current_text, one.final_text) for one in listed],
            [one.uid for one in motions.pending(desk, meeting)],
            [(one.uid, one.followed) for one in advice.list_advice(desk, meeting)],
        )

    def _did(self) -> None:
        self.seen.append(self._now())
        self.undone.clear()

    @rule(kind=KINDS, mover=PEOPLE, second=PEOPLE, pick=st.integers(0, 20))
    def state(self, kind: MotionKind, mover: int, second: int, pick: int) -> None:
        hall = self.hall
        decided = [
            one for one in motions.list_motions(hall.desk, hall.meeting) if one.outcome is not None
        ]
        about = None
        if kind in ABOUT_DECIDED:
            if not decided:
                return
            about = decided[pick % len(decided)].uid
        motions.state_motion(
            hall.desk, hall.meeting, kind=kind.value, text=t("words"), parent_uid=about,
            mover_uid=hall.people[mover], seconder_uids=[hall.people[second]],
            proposed_text=t("whole") if kind is MotionKind.AMEND else None,
        )  # fmt: skip
        self._did()

    def _top(self) -> motions.MotionRow | None:
        stack = motions.pending(self.hall.desk, self.hall.meeting)
        return stack[-1] if stack else None

    @precondition(lambda self: self._top() is not None)
    @rule(yes=st.integers(0, MEMBERS), granted=st.booleans())
    def decide(self, yes: int, granted: bool) -> None:
        top = self._top()
        assert top
        if top.kind in RULED:
            motions.rule_on(self.hall.desk, top.uid, granted=granted, ruling=t("because"))
        else:
            given = {
                person: "yes" if number < yes else "no"
                for number, person in enumerate(self.hall.people[:MEMBERS])
            }
            votes.record_vote(self.hall.desk, top.uid, method="roll_call", ballots=given)
        self._did()

    @precondition(lambda self: self._top() is not None)
    @rule(outcome=st.sampled_from(["withdrawn", "no_second", "out_of_order"]))
    def dispose(self, outcome: str) -> None:
        top = self._top()
        assert top
        motions.set_outcome(self.hall.desk, top.uid, outcome)
        self._did()

    @precondition(lambda self: len(self.seen) > 1)
    @rule()
    def undo(self) -> None:
        history.undo(self.hall.desk)
        self.undone.append(self.seen.pop())
        assert self._now() == self.seen[-1]

    @precondition(lambda self: bool(self.undone))
    @rule()
    def redo(self) -> None:
        history.redo(self.hall.desk)
        self.seen.append(self.undone.pop())
        assert self._now() == self.seen[-1]

    @invariant()
    def every_kind_is_judged_once(self) -> None:
        if not hasattr(self, "hall"):
            return
        now = motions.order_now(self.hall.desk, self.hall.meeting)
        kinds = [kind for kind, _needs in now.possible]
        kinds += [kind for kind, _reason, _source in now.barred]
        assert sorted(kinds) == sorted(MotionKind)

    @invariant()
    def the_way_out_is_open(self) -> None:
        """However deep the stack, who is here may raise a point of order."""
        if hasattr(self, "hall"):
            now = motions.order_now(self.hall.desk, self.hall.meeting)
            assert MotionKind.POINT_OF_ORDER in dict(now.possible)

    def teardown(self) -> None:
        if hasattr(self, "hall"):
            self.hall.desk.close()


Order.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestOrder = Order.TestCase
