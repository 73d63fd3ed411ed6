from __future__ import annotations

import pytest
from desks import back_and_forth
from duty_room import Room
from hall import t

from council.domain.duties.duty_rules import LateGround
from council.domain.messages import InputRefused, NotAllowed
from council.services.advice import list_advice
from council.services.planning import agenda
from council.services.planning.late_admission import (
    admit_late_item,
    list_late_items,
    set_late_ground,
)
from council.services.session import motions
from council.services.voting import votes


@pytest.fixture
def late():
    """Return a room in session with four, a posted item and a late one, and the meeting."""
    room = Room("us-ca-brown")
    meeting = room.plan()
    posted = room.item(meeting)
    room.post(meeting, room.at(12, 5))
    room.clock.set(room.at(12, 6))
    item = room.item(meeting, "Trees")
    room.open(meeting, present=4)
    return room, meeting, posted, item


def moved(room, meeting, outcome=None, counts=None):
    uid = motions.state_motion(
        room.desk, meeting, text=t("That we take it up"), mover_uid=room.people[0],
        seconder_uids=[room.people[1]],
    ).value  # fmt: skip
    if counts:
        votes.record_vote(room.desk, uid, method="show_of_hands", counts=counts, declared=outcome)
    elif outcome:
        motions.set_outcome(room.desk, uid, outcome)
    return uid


def test_a_late_item_is_told_with_what_it_takes(late):
    room, meeting, _, item = late
    (row,) = list_late_items(room.desk, meeting)
    assert (row.item_uid, row.number, row.title) == (item, "2", t("Trees"))
    assert {one.ground for one in row.needs} == set(LateGround)
    assert (row.ground, row.motion, row.found) == (None, None, False)
    assert row.ruling.holds is False


def test_the_ground_is_recorded_and_taken_back(late):
    room, meeting, posted, item = late
    back_and_forth(room.desk, set_late_ground, item, "urgent")
    assert list_late_items(room.desk, meeting)[0].ground is LateGround.URGENT
    back_and_forth(room.desk, set_late_ground, item, None)
    with pytest.raises(NotAllowed) as caught:
        set_late_ground(room.desk, posted, "urgent")
    assert caught.value.code == "error.item_not_late"
    with pytest.raises(ValueError, match="whim"):
        set_late_ground(room.desk, item, "whim")


def test_the_vote_that_admits_it_is_the_finding(late):
    room, meeting, _, item = late
    motion = moved(room, meeting, "carried", (4, 0, 0, 0))
    ruling = back_and_forth(room.desk, admit_late_item, item, motion, "urgent")
    assert ruling.holds is True
    (row,) = list_late_items(room.desk, meeting)
    assert (row.ground, row.motion.uid, row.found) == (LateGround.URGENT, motion, True)
    shown = next(one for one in agenda.list_items(room.desk, meeting) if one.uid == item)
    assert (shown.late_ground, shown.late_motion_uid) == ("urgent", motion)
    assert [one.code for one in list_advice(room.desk, meeting)].count("late_ground") == 1


def test_too_few_are_on_record_as_too_few(late):
    room, meeting, _, item = late
    motion = moved(room, meeting, "carried", (2, 1, 1, 0))
    assert admit_late_item(room.desk, item, motion, "urgent").value.holds is False
    assert list_late_items(room.desk, meeting)[0].found is False


def test_without_a_count_somebody_says_the_number_or_nothing_is_found(late):
    room, meeting, _, item = late
    motion = moved(room, meeting, "carried")
    assert admit_late_item(room.desk, item, motion, "urgent").value is None
    assert list_late_items(room.desk, meeting)[0].found is False
    assert admit_late_item(room.desk, item, motion, "urgent", yes=3).value.holds is True


def test_what_admits_nothing_is_refused(late):
    room, meeting, posted, item = late
    lost = moved(room, meeting, "lost")
    for uid, motion, error, code in (
        (item, lost, NotAllowed, "error.late_not_carried"),
        (posted, lost, NotAllowed, "error.item_not_late"),
        (item, "mo-99", NotAllowed, "error.gone"),
    ):
        with pytest.raises(error) as caught:
            admit_late_item(room.desk, uid, motion, "urgent")
        assert caught.value.code == code
    other = room.plan(12, 17)
    elsewhere = moved(room, other, "carried")
    with pytest.raises(InputRefused) as caught:
        admit_late_item(room.desk, item, elsewhere, "urgent")
    assert caught.value.code == "error.late_motion_elsewhere"


def test_a_ground_that_the_rules_do_not_know_is_refused():
    room = Room("ronr")
    meeting = room.plan()
    room.item(meeting)
    room.post(meeting, room.at(12, 1))
    room.clock.set(room.at(12, 2))
    item = room.item(meeting, "Trees")
    with pytest.raises(NotAllowed) as caught:
        set_late_ground(room.desk, item, "urgent")
    assert caught.value.code == "error.no_ground"
    assert list_late_items(room.desk, meeting)[0].needs == ()
