"""The console's snapshot: what is kept over a change equals what is read anew."""

from __future__ import annotations

import pytest
from staged import WORDS, convene, t

from council.services import actions, advice, history, meetings
from council.services.members import people
from council.services.planning import agenda, agenda_bulk
from council.services.session import attendance, closed_session, motions, notes, parts
from council.services.session.speakers import queue, turns
from council.services.voting import ballots, declaring, votes
from council.ui.pages.meeting.meet.snapshot import SHARES, SnapshotReader


@pytest.fixture
def hall(tmp_path):
    made = convene(tmp_path)
    yield made
    made.desk.close()


def top(hall) -> str:
    return motions.pending(hall.desk, hall.meeting)[-1].uid


def state(kind: str = "main", text: str = WORDS, proposed: str = "", by: str = "Haddad"):
    def act(hall):
        motions.state_motion(
            hall.desk, hall.meeting, kind=kind, text=t(text), mover_uid=hall.people[by],
            seconder_uids=[hall.people["Nunn"]], proposed_text=t(proposed) if proposed else None,
        )  # fmt: skip

    return act


def ballot(name: str, choice: str | None):
    def act(hall):
        vote = votes.open_vote_of(hall.desk, hall.meeting)
        ballots.put_ballots(hall.desk, vote.uid, {hall.people[name]: choice})

    return act


def speak(hall):
    uid = queue.ask_for_floor(hall.desk, hall.meeting, person_uid=hall.people["Lee"]).value
    turns.give_floor(hall.desk, uid)


def note(hall):
    notes.add_note(hall.desk, hall.meeting, t("The lamp is out."))


def declare(hall):
    declaring.declare(hall.desk, votes.open_vote_of(hall.desk, hall.meeting).uid)


def opened(hall) -> str:
    return votes.open_vote_of(hall.desk, hall.meeting).uid


def decided(hall) -> str:
    listed = motions.list_motions(hall.desk, hall.meeting)
    return next(one.vote.uid for one in listed if one.vote and one.vote.declared)


EVENING = (
    lambda h: meetings.call_to_order(h.desk, h.meeting),
    lambda h: attendance.all_present_except(h.desk, h.meeting, [h.people["Vance"]]),
    lambda h: agenda.go_to_item(h.desk, h.meeting, h.items["Crosswalk"]),
    state(),
    state("amend", "To insert two lamps.", f"{WORDS} And two lamps."),
    lambda h: attendance.toggle(h.desk, h.meeting, h.people["Roy"]),
    lambda h: attendance.mark(h.desk, h.meeting, h.people["Lee"], "remote"),
    speak,
    lambda h: attendance.recuse(h.desk, h.meeting, h.items["Crosswalk"], h.people["Okafor"]),
    lambda h: votes.open_vote(h.desk, top(h), method="roll_call"),
    ballot("Haddad", "yes"),
    ballot("Nunn", "no"),
    ballot("Nunn", "abstain"),
    ballot("Kowalczyk", "recused"),
    ballot("Haddad", None),
    ballot("Haddad", "yes"),
    lambda h: votes.set_roll_order(h.desk, opened(h), "alphabetical"),
    lambda h: attendance.toggle(h.desk, h.meeting, h.people["Tanaka"]),
    declare,
    lambda h: votes.take_back(h.desk, decided(h)),
    lambda h: votes.declare_as_before(h.desk, opened(h)),
    note,
    lambda h: actions.add_action(h.desk, what=t("Mend it."), meeting_uid=h.meeting),
    lambda h: people.change_person(h.desk, h.people["Nunn"], name=t("Kay Nunn-Roy")),
    lambda h: votes.open_vote(h.desk, top(h), method="show_of_hands"),
    lambda h: votes.drop_vote(h.desk, votes.open_vote_of(h.desk, h.meeting).uid),
    lambda h: motions.set_outcome(h.desk, top(h), "withdrawn"),
    lambda h: meetings.begin_recess(h.desk, h.meeting),
    lambda h: meetings.end_recess(h.desk, h.meeting),
    lambda h: agenda.next_item(h.desk, h.meeting),
    lambda h: closed_session.enter(h.desk, h.meeting, ground=t("Personnel")),
    state(),
    lambda h: parts.divide(h.desk, top(h), [t("The first half."), t("The second half.")]),
    lambda h: motions.set_outcome(h.desk, top(h), "withdrawn"),
    lambda h: motions.set_outcome(h.desk, top(h), "withdrawn"),
    lambda h: closed_session.leave(h.desk, h.meeting),
    lambda h: agenda.change_item(h.desk, h.items["Crosswalk"], consent=True),
    lambda h: agenda_bulk.pull_from_consent(h.desk, h.items["Crosswalk"]),
    state("appeal", "That the ruling stands."),
    lambda h: advice.list_advice(h.desk, h.meeting),
    lambda h: history.undo(h.desk),
    lambda h: history.undo(h.desk),
    lambda h: history.redo(h.desk),
    lambda h: meetings.adjourn(h.desk, h.meeting),
)


def read_anew(hall) -> dict[str, object]:
    with hall.desk.file.reader() as file:
        desk = type(hall.desk)(file, hall.clock, hall.desk.ids, "AB", hall.desk.packs)
        shot = SnapshotReader(desk, hall.meeting).read().shot
    return {name: getattr(shot, name) for share in SHARES for name in share.fields}


def test_what_is_kept_over_an_evening_equals_what_is_read_anew(hall):
    reader = SnapshotReader(hall.desk.reader(), hall.meeting)
    before = reader.read().shot
    for number, act in enumerate(EVENING):
        act(hall)
        reading = reader.read()
        for name, value in read_anew(hall).items():
            assert getattr(reading.shot, name) == value, (number, name)
            differs = getattr(before, name) != value
            assert (name in reading.changed) == differs, (number, name)
        before = reading.shot
    assert before.meeting.state == "held"


def test_a_reading_after_nothing_changed_changes_nothing(hall):
    reader = SnapshotReader(hall.desk.reader(), hall.meeting)
    assert {name for share in SHARES for name in share.fields} == reader.read().changed
    assert reader.read().changed == frozenset()


def test_a_note_leaves_the_room_and_the_questions_as_they_were(hall):
    for act in EVENING[:5]:
        act(hall)
    reader = SnapshotReader(hall.desk.reader(), hall.meeting)
    before = reader.read().shot
    note(hall)
    reading = reader.read()
    assert reading.changed == {"lines"}
    for name in ("room", "pending", "decided", "items", "meeting"):
        assert getattr(reading.shot, name) is getattr(before, name), name
