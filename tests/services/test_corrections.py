"""Every line of the timeline is put right in place, and says what stood there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hall import convene, t

from council.catalogue import say
from council.domain.messages import InputRefused, NotAllowed
from council.services import actions, history, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes, speakers
from council.services.session.correctable import sheet_of
from council.services.session.corrections import Correction, Who, correct
from council.services.session.timeline import timeline
from council.services.verify import verify
from council.services.voting import votes

BACK = timedelta(minutes=7)


@pytest.fixture
def hall():
    made = convene()
    yield made
    made.desk.close()


def line_of(hall, said: str):
    lines = [row for row in timeline(hall.desk, hall.meeting) if row.kind != "step"]
    found = [row for row in lines if said in say(row.message, "en")]
    assert len(found) == 1, [say(row.message, "en") for row in lines]
    return found[0]


def put_right(hall, said: str, **change):
    line = line_of(hall, said)
    correct(hall.desk, hall.meeting, line, Correction(**change))
    return line


def everything(hall):
    """Do one thing of each kind, each at its own minute."""
    desk, meeting, people = hall.desk, hall.meeting, hall.people
    hall.present(9)
    step = hall.clock.pass_time
    step(minutes=1)
    meetings.begin_recess(desk, meeting)
    step(minutes=1)
    meetings.end_recess(desk, meeting)
    step(minutes=1)
    agenda.go_to_item(desk, meeting, hall.item)
    step(minutes=1)
    attendance.recuse(desk, meeting, hall.item, people[4], "owner")
    step(minutes=1)
    main = motions.state_motion(
        desk, meeting, text=t("Build it."), mover_uid=people[1], seconder_uids=[people[2]]
    ).value
    step(minutes=1)
    vote = votes.open_vote(desk, main, method="show_of_hands").value
    votes.set_counts(desk, vote, 5, 2, 1)
    step(minutes=1)
    votes.declare(desk, vote)
    step(minutes=1)
    notes.add_note(desk, meeting, t("The lamp flickered."))
    step(minutes=1)
    notes.add_comment(desk, meeting, speaker=t("Ann Gray"), summary=t("Asked for benches."))
    step(minutes=1)
    actions.add_action(desk, what=t("Mend the lamp"), owner_uid=people[3], meeting_uid=meeting)
    step(minutes=1)
    asked = speakers.ask_for_floor(desk, meeting, people[8]).value
    speakers.give_floor(desk, asked)
    step(minutes=1)
    speakers.end_turn(desk, asked)
    step(minutes=1)
    attendance.leave(desk, meeting, people[8])
    step(minutes=1)
    meetings.adjourn(desk, meeting)
    return main


WITH_TIME = {
    "Called to order": "meeting",
    "Recess": "recess",
    "Meeting resumed": "recess",
    "recused": "recusal",
    " moved ": "motion",
    "Vote opened": "vote",
    "Carried 5": "vote",
    "lamp flickered": "note",
    "Ann Gray spoke": "comment",
    "Mend the lamp": "action",
    " left": "attendance",
    "Absent": "attendance",
    "Lou Marchetti had the floor": "speaking",
    "people present": "attendance",
    "Adjourned": "meeting",
}


@pytest.mark.parametrize("words", WITH_TIME)
def test_every_line_is_set_back_and_says_when_it_stood(hall, words) -> None:
    everything(hall)
    old = line_of(hall, words)
    wanted = old.at + BACK if words == "Adjourned" else old.at - BACK
    if words == "Called to order":
        wanted = old.at - timedelta(minutes=1)
    correct(hall.desk, hall.meeting, old, Correction(at=wanted))
    rows = timeline(hall.desk, hall.meeting)
    (moved,) = [
        r for r in rows if (r.kind, r.uid, r.column) == (old.kind, old.uid, old.column)
        and r.rows == old.rows
    ]  # fmt: skip
    assert moved.at == wanted
    assert [one.was for one in moved.corrected] == [old.at]
    assert any(say(r.message, "en") == f"Corrected: {say(old.message, 'en')}" for r in rows)
    for language in ("en", "th"):
        assert all(say(r.message, language) for r in rows)
    history.undo(hall.desk)
    again = line_of(hall, words)
    assert (again.at, again.corrected) == (old.at, ())
    assert verify(hall.desk).ok


def test_a_decision_moves_with_everything_that_was_decided_with_it(hall) -> None:
    main = everything(hall)
    old = put_right(hall, "Carried 5", at=line_of(hall, "Carried 5").at - BACK)
    motion = motions.get_motion(hall.desk, main)
    assert motion.decided_at == motion.vote.declared_at == old.at - BACK
    assert motion.outcome == "carried"


def test_who_moved_and_seconded_is_put_right(hall) -> None:
    main = everything(hall)
    people = hall.people
    put_right(hall, " moved ", who=Who(people[5]), seconders=(people[6],))
    motion = motions.get_motion(hall.desk, main)
    assert (motion.mover_uid, motion.seconder_uids) == (people[5], (people[6],))
    told = [one.was.show("en") for one in line_of(hall, " moved ").corrected]
    assert told == ["Kay Nunn"]


def test_words_are_mended_and_never_emptied(hall) -> None:
    everything(hall)
    put_right(hall, "lamp flickered", words=t("The lamp went out."))
    line = line_of(hall, "lamp went out")
    assert [one.was.show("en") for one in line.corrected] == ["The lamp flickered."]
    with pytest.raises(InputRefused):
        put_right(hall, "lamp went out", words=t(" "))
    put_right(hall, "Mend the lamp", words=t("Buy a lamp"), who=Who(name=t("the caretaker")))
    (action,) = actions.list_actions(hall.desk)
    assert (action.what.show("en"), action.owner_name.show("en")) == ("Buy a lamp", "the caretaker")
    put_right(hall, "recused", words=t("neighbour"), who=Who(hall.people[5]))
    line = line_of(hall, "recused")
    assert say(line.remark, "en") == "neighbour"
    assert {one.was.show("en") for one in line.corrected} == {"owner", "Sue Lee"}


def test_a_stay_of_the_wrong_person_is_given_to_the_right_one(hall) -> None:
    desk, meeting, people = hall.desk, hall.meeting, hall.people
    attendance.arrive(desk, meeting, people[0])
    hall.clock.pass_time(minutes=3)
    attendance.arrive(desk, meeting, people[7])
    wrong = [row for row in timeline(desk, meeting) if row.kind == "attendance"][-1]
    correct(desk, meeting, wrong, Correction(who=Who(people[6])))
    states = {row.person_uid: row for row in attendance.room(desk, meeting)}
    assert states[people[6]].here
    assert states[people[6]].spans[0].from_at == wrong.at
    assert states[people[7]].state == attendance.EXPECTED
    history.undo(desk)
    states = {row.person_uid: row for row in attendance.room(desk, meeting)}
    assert (states[people[6]].here, states[people[7]].here) == (False, True)


def test_going_on_remotely_moves_both_ends(hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people[0]
    attendance.arrive(desk, meeting, who)
    hall.clock.pass_time(minutes=9)
    attendance.mark(desk, meeting, who, "remote")
    line = [row for row in timeline(desk, meeting) if row.kind == "attendance"][-1]
    correct(desk, meeting, line, Correction(at=line.at - timedelta(minutes=2)))
    first, second = attendance.room(desk, meeting)[0].spans
    assert first.to_at == second.from_at == line.at - timedelta(minutes=2)


def test_what_follows_from_others_is_refused(hall) -> None:
    everything(hall)
    correct(hall.desk, hall.meeting, line_of(hall, "lamp flickered"), Correction(words=t("Lamp.")))
    line = next(row for row in timeline(hall.desk, hall.meeting) if row.kind == "step")
    assert sheet_of(hall.desk, line) is None
    with pytest.raises(NotAllowed, match=r"line_follows"):
        correct(hall.desk, hall.meeting, line, Correction(at=line.at))


def test_an_action_given_out_in_session_has_its_time(hall) -> None:
    hall.present(3)
    actions.add_action(hall.desk, what=t("Ask"), meeting_uid=hall.meeting)
    assert line_of(hall, "Ask").kind == "action"
    meetings.adjourn(hall.desk, hall.meeting)
    actions.add_action(hall.desk, what=t("Later"), meeting_uid=hall.meeting)
    assert not [r for r in timeline(hall.desk, hall.meeting) if "Later" in say(r.message, "en")]
