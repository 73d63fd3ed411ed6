"""Whatever happens in the line of speakers, one person speaks at a time and no time runs back."""

from __future__ import annotations

from desks import everything
from hall import convene, t
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from council.domain.messages import CouncilError
from council.services import history, meetings
from council.services.desk import CountingIds, FixedClock, create_council_file
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.session import motions, notes, speakers
from council.services.session.speakers import SpeakerKind, SpeakerState
from council.services.voting import votes


class Line(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.hall = convene(members=5, seats=5)
        self.hall.present(5)
        self.desk = self.hall.desk

    def do(self, service, *args, **named):
        """Do something; undo and redo lead back to the same."""
        before = everything(self.desk)
        try:
            done = service(self.desk, *args, **named)
        except CouncilError:
            assert everything(self.desk) == before
            return
        after = everything(self.desk)
        if done.changes and after != before:
            history.undo(self.desk)
            assert everything(self.desk) == before
            history.redo(self.desk)
            assert everything(self.desk) == after

    def some(self, number):
        found = speakers.list_speakers(self.desk, self.hall.meeting)
        return found[number % len(found)].uid if found else "sp-0"

    @rule(place=st.integers(0, 4), priority=st.booleans())
    def member_asks(self, place, priority):
        person = self.hall.people[place]
        self.do(speakers.ask_for_floor, self.hall.meeting, person, priority=priority)

    @rule(named=st.booleans(), stance=st.sampled_from(["", "for", "against"]))
    def resident_asks(self, named, stance):
        name = {"name": t("Mrs Fry")} if named else {}
        self.do(speakers.ask_for_floor, self.hall.meeting, stance=stance, **name)

    @rule(number=st.integers(0, 9))
    def given(self, number):
        self.do(speakers.give_floor, self.some(number))

    @rule()
    def next_one(self):
        self.do(speakers.next_speaker, self.hall.meeting)

    @rule()
    def stopped(self):
        self.do(speakers.pause_or_go_on, self.hall.meeting)

    @rule(number=st.integers(0, 9))
    def ended(self, number):
        self.do(speakers.end_turn, self.some(number))

    @rule(number=st.integers(0, 9))
    def withdrawn(self, number):
        self.do(speakers.withdraw_speaker, self.some(number))

    @rule(number=st.integers(0, 9), places=st.sampled_from([-1, 1]))
    def moved(self, number, places):
        self.do(speakers.move_speaker, self.some(number), places)

    @rule(number=st.integers(0, 9), summary=st.booleans())
    def changed(self, number, summary):
        words = t("It is too wide.") if summary else None
        self.do(speakers.change_speaker, self.some(number), stance="for", summary=words)

    @rule(seconds=st.integers(-600, 600))
    def time_passes(self, seconds):
        """A laptop's clock may be set back too."""
        self.hall.clock.pass_time(seconds=seconds)

    @rule(kind=st.sampled_from(["main", "point_of_order"]))
    def something_is_moved(self, kind):
        self.do(
            motions.state_motion, self.hall.meeting, kind=kind, text=t("Paint it"),
            mover_uid=self.hall.people[0], item_uid=self.hall.item,
        )  # fmt: skip

    @rule()
    def a_vote_is_taken(self):
        pending = motions.pending(self.desk, self.hall.meeting)
        if pending:
            self.do(votes.open_vote, pending[-1].uid, method="voice")

    @rule()
    def a_recess(self):
        self.do(meetings.begin_recess, self.hall.meeting)
        self.do(meetings.end_recess, self.hall.meeting)

    @rule()
    def on_to_another_item(self):
        agenda.add_item(self.desk, self.hall.meeting, title=t("More"))
        self.do(agenda.next_item, self.hall.meeting)

    @invariant()
    def one_speaks_at_a_time(self):
        found = speakers.list_speakers(self.desk, self.hall.meeting)
        turns = [turn for one in found for turn in one.turns]
        assert sum(turn.to_at is None for turn in turns) <= 1
        assert all(turn.to_at is None or turn.to_at >= turn.from_at for turn in turns)
        assert sum(one.spoken(self.desk.now()) for one in found) >= 0
        assert len({one.position for one in found}) == len(found)

    @invariant()
    def the_line_is_in_order(self):
        found = speakers.list_speakers(self.desk, self.hall.meeting)
        for item in {one.item_uid for one in found}:
            line = speakers.in_line(found, item)
            assert all(one.state is not SpeakerState.DONE for one in line)
            waiting = [one for one in line if one.state is SpeakerState.WAITING]
            assert sorted(waiting, key=lambda one: (not one.priority, one.position)) == waiting
            people = [one.person_uid for one in line if one.person_uid]
            assert len(set(people)) == len(people)

    @invariant()
    def who_has_spoken_among_residents_left_a_comment(self):
        found = speakers.list_speakers(self.desk, self.hall.meeting)
        ended = {
            one.comment_uid
            for one in found
            if one.kind is SpeakerKind.RESIDENT and one.done and one.turns
        }
        known = {one.uid for one in notes.list_comments(self.desk, self.hall.meeting)}
        assert ended <= known

    def teardown(self):
        told = export_record(self.desk, private=True)
        clock = FixedClock(self.desk.now())
        fresh = create_council_file(":memory:", clock=clock, ids=CountingIds())
        import_record(fresh, told)
        assert export_record(fresh, private=True) == told
        fresh.close()
        self.desk.close()


Line.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestLine = Line.TestCase
