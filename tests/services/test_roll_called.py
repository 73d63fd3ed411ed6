"""The order of a roll call, who comes and goes while it lasts, and declarations put right."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from desks import back_and_forth
from hall import NAMES, Hall, convene, t

from council.catalogue import say
from council.domain.document_data import plain_text
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import RollOrder
from council.domain.votes.voting import Tally
from council.services import bylaws, meetings, minutes
from council.services.planning import agenda
from council.services.session import attendance, motions, substitutes, timeline
from council.services.voting import votes
from council.services.voting.room_of_vote import follow_room

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL_ORDERS = tuple(RollOrder)


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene(members=5, seats=5)
    made.present(5)
    yield made
    made.desk.close()


def state(hall: Hall) -> str:
    return motions.state_motion(
        hall.desk,
        hall.meeting,
        kind="main",
        text=t("That we pave it."),
        mover_uid=hall.people[1],
        item_uid=hall.item,
    ).value


def open_roll(hall: Hall, order: str | None = None) -> votes.VoteRow:
    uid = votes.open_vote(hall.desk, state(hall), method="roll_call", roll_order=order).value
    return votes.get_vote(hall.desk, uid)


def called(hall: Hall, vote: votes.VoteRow) -> str:
    """Return the family initials in the order in which the names are called."""
    names = dict(zip(hall.people, "HNORL", strict=True))
    return "".join(names[one] for one in vote.roll)


def move(hall: Hall, work, *args) -> None:
    """Let somebody come or go, and the open vote follow."""
    work(hall.desk, hall.meeting, *args)
    with hall.desk.step("step.arrive", name=t("test")):
        follow_room(hall.desk, hall.meeting)


def test_the_order_is_kept_with_the_vote_and_used_again(hall: Hall) -> None:
    first = open_roll(hall)
    assert (first.roll_order, called(hall, first)) == ("chair_last", "NORLH")
    votes.drop_vote(hall.desk, first.uid)
    second = open_roll(hall, "alphabetical")
    assert called(hall, second) == "HLNOR"
    votes.put_ballots(hall.desk, second.uid, dict.fromkeys(hall.people, "yes"))
    votes.declare(hall.desk, second.uid)
    third = open_roll(hall)
    assert third.roll_order == "alphabetical"
    assert votes.usual_order(hall.desk, hall.body) == "alphabetical"


def test_a_rotating_roll_goes_on_with_the_next_name_in_the_next_meeting(hall: Hall) -> None:
    begun = []
    for _time in range(3):
        vote = open_roll(hall, "rotating")
        begun.append(called(hall, vote)[0])
        votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(hall.people, "yes"))
        votes.declare(hall.desk, vote.uid)
    meetings.adjourn(hall.desk, hall.meeting)
    hall.meeting = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, starts_local=datetime(2026, 12, 17, 18, 30)
    ).value
    hall.item = agenda.add_item(hall.desk, hall.meeting, title=t("Next")).value
    meetings.call_to_order(hall.desk, hall.meeting)
    hall.present(5)
    begun.append(called(hall, open_roll(hall, "rotating"))[0])
    assert begun == ["H", "L", "N", "O"]


def test_changing_the_order_keeps_the_answers_and_a_rotation_does_not_move_on(hall: Hall) -> None:
    vote = open_roll(hall, "rotating")
    votes.put_ballot(hall.desk, vote.uid, hall.people[2], "no")
    for order in ("seat", "rotating"):
        back_and_forth(hall.desk, votes.set_roll_order, vote.uid, order)
    assert not votes.set_roll_order(hall.desk, vote.uid, "rotating").changes
    found = votes.get_vote(hall.desk, vote.uid)
    assert (found.roll_order, called(hall, found)) == ("rotating", "HLNOR")
    assert found.choice_of(hall.people[2]) == "no"


def test_a_roll_by_lot_stays_as_it_was_drawn(hall: Hall) -> None:
    drawn = open_roll(hall, "random")
    assert sorted(drawn.roll) == sorted(hall.people)
    votes.put_ballots(hall.desk, drawn.uid, dict.fromkeys(hall.people, "yes"))
    assert not votes.set_roll_order(hall.desk, drawn.uid, "random").changes
    votes.declare(hall.desk, drawn.uid)
    assert votes.get_vote(hall.desk, drawn.uid).roll == drawn.roll


def test_a_substitute_is_called_in_the_place_of_the_member(hall: Hall) -> None:
    bylaws.set_bylaw(hall.desk, "substitutes", "vote", article="Art. 4")
    attendance.leave(hall.desk, hall.meeting, hall.people[2])
    sub = substitutes.add_substitute(hall.desk, hall.meeting, hall.people[2], t("Zoe Quist")).value
    vote = open_roll(hall, "seat")
    ranked = [one for one in vote.roll if one != hall.people[2]]
    assert ranked == [hall.people[0], hall.people[1], sub, hall.people[3], hall.people[4]]
    assert vote.room.present_entitled == 5
    votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(ranked, "yes"))
    votes.declare(hall.desk, vote.uid)
    found = votes.get_vote(hall.desk, vote.uid)
    assert (found.counts, found.findings) == (Tally(5, 0), ())


@pytest.mark.parametrize("method", ["voice", "show_of_hands", "secret_ballot", "acclamation"])
def test_only_a_roll_call_has_an_order(hall: Hall, method: str) -> None:
    uid = votes.open_vote(hall.desk, state(hall), method=method).value
    assert votes.get_vote(hall.desk, uid).roll_order is None
    with pytest.raises(NotAllowed):
        votes.set_roll_order(hall.desk, uid, "seat")


def test_an_order_nobody_knows_is_refused(hall: Hall) -> None:
    with pytest.raises(InputRefused):
        open_roll(hall, "by height")


def test_who_leaves_without_an_answer_leaves_the_base_and_who_answered_has_voted(
    hall: Hall,
) -> None:
    vote = open_roll(hall)
    votes.put_ballot(hall.desk, vote.uid, hall.people[1], "yes")
    move(hall, attendance.leave, hall.people[1])
    move(hall, attendance.leave, hall.people[2])
    found = votes.get_vote(hall.desk, vote.uid)
    assert (found.room.present, found.room.present_entitled) == (4, 4)
    assert found.quorum_present == 3  # only those in the room make a quorum
    assert found.counts == Tally(1, 0)
    # A recusal during the vote counts the room the same way.
    votes.put_ballot(hall.desk, vote.uid, hall.people[3], "recused")
    found = votes.get_vote(hall.desk, vote.uid)
    assert (found.room.present, found.room.present_entitled) == (4, 3)
    move(hall, attendance.arrive, hall.people[2])
    assert votes.get_vote(hall.desk, vote.uid).room.present == 5


def test_a_vote_begun_with_a_quorum_is_marked_when_it_is_lost_before_the_declaration(
    hall: Hall,
) -> None:
    vote = open_roll(hall)
    for one in hall.people[2:]:
        move(hall, attendance.leave, one)
    assert votes.get_vote(hall.desk, vote.uid).quorum_met is False


def test_a_vote_put_right_later_stands_on_the_room_it_was_taken_in(hall: Hall) -> None:
    vote = open_roll(hall)
    votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(hall.people, "yes"))
    votes.declare(hall.desk, vote.uid)
    hall.clock.set(hall.clock.now() + timedelta(minutes=20))
    attendance.leave(hall.desk, hall.meeting, hall.people[4])
    votes.take_back(hall.desk, vote.uid)
    move(hall, attendance.leave, hall.people[3])
    votes.put_ballot(hall.desk, vote.uid, hall.people[4], "recused")
    found = votes.get_vote(hall.desk, vote.uid)
    assert (found.room.present, found.room.present_entitled) == (5, 4)


def test_the_first_declaration_is_kept_with_its_time_and_numbers(hall: Hall) -> None:
    uid = votes.open_vote(hall.desk, state(hall), method="show_of_hands").value
    votes.set_counts(hall.desk, uid, 3, 2)
    votes.declare(hall.desk, uid)
    declared = votes.get_vote(hall.desk, uid)
    assert declared.first == ("carried", declared.declared_at, Tally(3, 2))
    assert not declared.corrected
    back_and_forth(hall.desk, votes.take_back, uid)
    taken = votes.get_vote(hall.desk, uid)
    assert taken.first == declared.first
    assert not taken.corrected
    votes.set_counts(hall.desk, uid, 2, 3)
    votes.declare(hall.desk, uid)
    again = votes.get_vote(hall.desk, uid)
    assert (again.declared, again.first, again.corrected) == ("lost", declared.first, True)
    assert again.declared_at > again.first.at


def test_other_numbers_with_the_same_outcome_are_a_correction_and_the_same_are_none(
    hall: Hall,
) -> None:
    uid = votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(4, 1)).value
    assert votes.get_vote(hall.desk, uid).first.tally == Tally(4, 1)
    votes.take_back(hall.desk, uid)
    votes.declare(hall.desk, uid)
    assert not votes.get_vote(hall.desk, uid).corrected
    votes.take_back(hall.desk, uid)
    votes.set_counts(hall.desk, uid, 5, 0)
    votes.declare(hall.desk, uid)
    found = votes.get_vote(hall.desk, uid)
    assert (found.declared, found.corrected, found.first.tally) == ("carried", True, Tally(4, 1))


def put_right(hall: Hall) -> str:
    """Declare a roll call by lot carried, find that two voted no, and declare it lost."""
    vote = open_roll(hall, "random")
    votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(hall.people[:3], "yes"))
    votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(hall.people[3:], "no"))
    votes.declare(hall.desk, vote.uid)
    hall.clock.pass_time(minutes=4)
    votes.take_back(hall.desk, vote.uid)
    votes.put_ballots(hall.desk, vote.uid, dict.fromkeys(hall.people[1:3], "no"))
    votes.declare(hall.desk, vote.uid)
    return vote.uid


def told(hall: Hall, language: str) -> list[str]:
    lines = timeline.timeline(hall.desk, hall.meeting)
    return [
        " · ".join(say(m, language) for m in (line.message, line.remark) if m)
        for line in lines
        if line.kind in ("vote", "step")
    ]


def test_the_timeline_tells_both_declarations_and_what_was_between(hall: Hall) -> None:
    uid = put_right(hall)
    opened, first, back, again = told(hall, "en")
    assert opened.endswith("Roll call · called: By lot")
    assert first == "Carried 3–2–0: motion 2026-1 · put right later"
    assert "Take back the result" in back
    assert again == "Lost 1–4–0: motion 2026-1 · first declared “Carried”, 3–2–0"
    thai = told(hall, "th")
    assert len(thai) == 4
    assert "เดิมประกาศว่า" in thai[-1]
    votes.take_back(hall.desk, uid)
    assert told(hall, "en")[1].endswith("taken back, being put right")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Carried, 3–2–0 (yes–no–abstaining). Corrected in the meeting."),
        ("th", "คะแนน 3–2–0 (เห็นชอบ–ไม่เห็นชอบ–งดออกเสียง) แก้ไขในที่ประชุมแล้ว"),
    ],
)
def test_the_minutes_tell_the_correction_and_the_order_drawn(
    hall: Hall, language: str, words: str
) -> None:
    uid = put_right(hall)
    text = plain_text(minutes.compose(hall.desk, hall.meeting, language))
    assert words in text
    lot = {"en": "Called in an order drawn by lot: ", "th": "เรียกชื่อตามลำดับที่จับสลาก: "}
    drawn = text.split(lot[language])[1].splitlines()[0]
    roll = votes.get_vote(hall.desk, uid).roll
    surnames = [NAMES[hall.people.index(one)].split()[-1] for one in roll]
    assert sorted(surnames, key=drawn.index) == surnames
