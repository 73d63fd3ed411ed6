"""What is kept in memory never outlives a change: each next call on the desk sees it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hall import convene, t

from council.db import rows
from council.services import council, guard, history, meetings
from council.services.members import bodies, people
from council.services.session import attendance, motions
from council.services.session.roll import Roll
from council.services.voting import votes


@pytest.fixture
def hall():
    made = convene()
    made.present(15)
    return made


def seen(hall) -> dict[str, object]:
    """Return all that a vote and the room column stand on, as the services tell it now."""
    roll = Roll(hall.desk, hall.meeting)
    facts = roll.facts(item_uid=hall.item)
    return {
        "room": facts.room,
        "needed": facts.quorum.needed,
        "recused": facts.recused,
        "names": [member.person_name for member in roll.members],
        "lines": attendance.room(hall.desk, hall.meeting),
        "rules": roll.rules,
        "zone": hall.desk.zone_name(),
        "languages": hall.desk.languages(),
        "meeting": dict(roll.meeting),
        "body": dict(roll.body),
    }


def membership(hall, place: int) -> str:
    return bodies.list_memberships(hall.desk, person_uid=hall.people[place])[0].uid


CHANGES = {
    "a member leaves": lambda h: attendance.leave(h.desk, h.meeting, h.people[3]),
    "a member takes part remotely": lambda h: attendance.arrive(
        h.desk, h.meeting, h.people[3], mode="remote"
    ),
    "a member is excused": lambda h: attendance.mark(h.desk, h.meeting, h.people[3], "excused"),
    "a guest": lambda h: attendance.add_guest(h.desk, h.meeting, t("Guest")),
    "a recusal": lambda h: attendance.recuse(h.desk, h.meeting, h.item, h.people[3], "owner"),
    "the end of a membership": lambda h: bodies.end_membership(
        h.desk, membership(h, 3), date(2026, 11, 1)
    ),
    "a membership without a vote": lambda h: bodies.change_membership(
        h.desk, membership(h, 3), voting=False
    ),
    "a weight": lambda h: bodies.change_membership(h.desk, membership(h, 3), weight=4),
    "another name": lambda h: people.change_person(h.desk, h.people[3], name=t("Benedict Roy")),
    "another label of a seat": lambda h: bodies.change_seat(
        h.desk, bodies.list_seats(h.desk, h.body)[3].uid, label=t("North ward")
    ),
    "one seat more": lambda h: bodies.add_seat(h.desk, h.body),
    "another name of the body": lambda h: bodies.change_body(h.desk, h.body, name=t("Assembly")),
    "other rules": lambda h: council.set_rules(
        h.desk, "ronr-small-board", {"quorum.kind": "fixed", "quorum.fixed": 3}
    ),
    "another day": lambda h: meetings.change_meeting(
        h.desk, h.meeting, starts_local=datetime(2026, 11, 20, 9)
    ),
    "another zone": lambda h: council.update_council(h.desk, time_zone="Asia/Bangkok"),
    "another language": lambda h: council.update_council(h.desk, languages=("th", "en")),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen_at_once_and_so_are_undo_and_redo(hall, what):
    before = seen(hall)
    CHANGES[what](hall)
    after = seen(hall)
    assert after != before
    with hall.desk.file.reader() as file:  # nothing kept there: read anew
        assert seen_by(file, hall) == after
    history.undo(hall.desk)
    assert seen(hall) == before
    history.redo(hall.desk)
    assert seen(hall) == after


def seen_by(file, hall) -> dict[str, object]:
    fresh = type(hall)(
        type(hall.desk)(file, hall.clock, hall.desk.ids, "AB", hall.desk.packs),
        hall.clock, hall.body, hall.meeting, hall.item, hall.people,
    )  # fmt: skip
    return seen(fresh)


def change_and_fail(hall, what, before) -> None:
    with hall.desk.step("step.failing"):
        CHANGES[what](hall)
        assert seen(hall) != before
        raise KeyError(what)


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_that_is_rolled_back_was_never_seen(hall, what):
    before = seen(hall)
    with pytest.raises(KeyError):
        change_and_fail(hall, what, before)
    assert seen(hall) == before


@pytest.mark.parametrize("what", CHANGES)
def test_a_part_of_a_step_that_is_rolled_back_was_never_seen(hall, what):
    before = seen(hall)
    with hall.desk.step("step.outer"):
        with pytest.raises(KeyError):
            change_and_fail(hall, what, before)
        assert seen(hall) == before
    assert seen(hall) == before


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("on_disk", [False, True])
def test_another_connection_sees_what_was_committed(tmp_path, what, on_disk):
    hall = convene(str(tmp_path / "hall.council") if on_disk else ":memory:")
    hall.present(15)
    reader = hall.desk.reader()
    other = type(hall)(reader, hall.clock, hall.body, hall.meeting, hall.item, hall.people)
    assert seen(other) == seen(hall)
    CHANGES[what](hall)
    assert seen(other) == seen(hall)
    reader.close()
    hall.desk.close()


def test_a_write_past_the_rows_module_is_noticed(hall):
    before = seen(hall)
    with hall.desk.step("step.raw"):
        chair = membership(hall, 0)
        hall.desk.conn.execute("UPDATE membership SET weight = 9 WHERE uid = ?", (chair,))
        assert seen(hall)["room"].present == before["room"].present + 8


def test_votes_stand_on_the_room_of_their_moment(hall):
    uids = [
        motions.state_motion(hall.desk, hall.meeting, text=t(f"Question {n}")).value
        for n in range(4)
    ]
    present = []
    for uid, act in zip(uids, (None, "leave", "undo", "recuse"), strict=True):
        if act == "leave":
            attendance.leave(hall.desk, hall.meeting, hall.people[14])
        if act == "undo":
            history.undo(hall.desk)  # the vote
            history.undo(hall.desk)  # the leaving
        if act == "recuse":
            attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[14], "owner")
        vote = votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(5, 3)).value
        room = votes.get_vote(hall.desk, vote).room
        present.append((room.present, room.present_entitled))
    assert present == [(15, 15), (14, 14), (15, 15), (15, 14)]


def test_locked_minutes_are_seen_at_once(hall):
    guard.unlocked(hall.desk, hall.meeting)
    with hall.desk.step("step.lock"):
        values = {"uid": "mi-x", "meeting_uid": hall.meeting, "state": "approved"}
        rows.insert(hall.desk.conn, "minutes", values)
    with pytest.raises(guard.NotAllowed):
        guard.unlocked(hall.desk, hall.meeting)
    history.undo(hall.desk)
    guard.unlocked(hall.desk, hall.meeting)


def test_the_memo_forgets_the_oldest_when_full(hall, monkeypatch):
    monkeypatch.setattr("council.db.memo.MOST", 3)
    first = seen(hall)
    assert seen(hall) == first
