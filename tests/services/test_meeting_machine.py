"""A meeting as a state machine: whatever is done, undone and redone, the numbers stay true."""

from __future__ import annotations

from hall import convene, t
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from council.db import journal
from council.domain.votes.voting import Tally
from council.services import history, verify
from council.services.session import attendance, motions
from council.services.voting import votes

MEMBERS = 7
PEOPLE = st.integers(0, MEMBERS - 1)
CHOICES = st.sampled_from(["yes", "no", "abstain", "not_voting", "recused"])


class Meeting(RuleBasedStateMachine):
    """Keeps beside the services what a person with pencil and paper would keep."""

    @initialize()
    def begin(self) -> None:
        self.hall = convene(members=MEMBERS, seats=9)
        self.first = len(journal.steps(self.hall.desk.conn))
        self.here: set[int] = set()
        self.ballots: dict[str, dict[int, str]] = {}
        self.undone: list[tuple[set[int], dict[str, dict[int, str]]]] = []
        self.done: list[tuple[set[int], dict[str, dict[int, str]]]] = []

    def _snapshot(self) -> tuple[set[int], dict[str, dict[int, str]]]:
        return set(self.here), {uid: dict(given) for uid, given in self.ballots.items()}

    def _act(self) -> None:
        self.done.append(self._snapshot())
        self.undone.clear()

    @rule(person=PEOPLE, remote=st.booleans())
    def toggle(self, person: int, remote: bool) -> None:
        hall = self.hall
        self._act()
        if person in self.here:
            attendance.leave(hall.desk, hall.meeting, hall.people[person])
            self.here.discard(person)
        else:
            mode = "remote" if remote else "in_person"
            attendance.arrive(hall.desk, hall.meeting, hall.people[person], mode=mode)
            self.here.add(person)

    @rule(amend=st.booleans(), person=PEOPLE)
    def state(self, amend: bool, person: int) -> None:
        hall = self.hall
        self._act()
        motions.state_motion(
            hall.desk, hall.meeting, kind="amend" if amend else "main", text=t("words"),
            mover_uid=hall.people[person], proposed_text=t("all the words") if amend else None,
        )  # fmt: skip

    def _free(self) -> str | None:
        stack = motions.pending(self.hall.desk, self.hall.meeting)
        return stack[-1].uid if stack and not stack[-1].votes else None

    @precondition(lambda self: self._free() is not None)
    @rule(given=st.dictionaries(PEOPLE, CHOICES, min_size=1))
    def roll_call(self, given: dict[int, str]) -> None:
        hall = self.hall
        self._act()
        uid = self._free()
        assert uid
        ballots = {hall.people[person]: choice for person, choice in given.items()}
        vote = votes.record_vote(hall.desk, uid, method="roll_call", ballots=ballots).value
        self.ballots[vote] = given

    @precondition(lambda self: bool(self.ballots))
    @rule(person=PEOPLE, choice=CHOICES, data=st.data())
    def change_ballot(self, person: int, choice: str, data: st.DataObject) -> None:
        hall = self.hall
        vote = data.draw(st.sampled_from(sorted(self.ballots)))
        if self.ballots[vote].get(person) == choice:
            return
        self._act()
        votes.put_ballot(hall.desk, vote, hall.people[person], choice)
        self.ballots[vote] = {**self.ballots[vote], person: choice}

    @precondition(lambda self: bool(self.done))
    @rule()
    def undo(self) -> None:
        history.undo(self.hall.desk)
        self.undone.append(self._snapshot())
        self.here, self.ballots = self.done.pop()

    @precondition(lambda self: bool(self.undone))
    @rule()
    def redo(self) -> None:
        history.redo(self.hall.desk)
        self.done.append(self._snapshot())
        self.here, self.ballots = self.undone.pop()

    @invariant()
    def quorum_is_a_count_of_heads(self) -> None:
        if not hasattr(self, "hall"):
            return
        row = attendance.quorum(self.hall.desk, self.hall.meeting)
        assert (row.present, row.needed) == (len(self.here), MEMBERS // 2 + 1)
        assert row.met is (2 * len(self.here) > MEMBERS)
        here = [one.here for one in attendance.room(self.hall.desk, self.hall.meeting)]
        assert here == [person in self.here for person in range(MEMBERS)]

    @invariant()
    def tallies_are_the_ballots(self) -> None:
        if not hasattr(self, "hall"):
            return
        stored = {
            vote.uid: vote
            for motion in motions.list_motions(self.hall.desk, self.hall.meeting)
            for vote in motion.votes
        }
        assert set(stored) == set(self.ballots)
        for uid, given in self.ballots.items():
            said = list(given.values())
            wanted = Tally(*(said.count(word) for word in ("yes", "no", "abstain", "not_voting")))
            assert stored[uid].counts == wanted
            recused = {self.hall.people[n] for n, word in given.items() if word == "recused"}
            assert set(stored[uid].recused) == recused
            assert stored[uid].first_declared is not None

    @invariant()
    def numbers_are_given_once(self) -> None:
        if not hasattr(self, "hall"):
            return
        listed = motions.list_motions(self.hall.desk, self.hall.meeting)
        numbers = [motion.number for motion in listed]
        assert len(set(numbers)) == len(numbers)

    def teardown(self) -> None:
        if hasattr(self, "hall"):
            assert verify.verify(self.hall.desk).intact
            self.hall.desk.close()


Meeting.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestMeeting = Meeting.TestCase
