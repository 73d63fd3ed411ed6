"""What the second screen may show: the open question, and nothing that is not the room's."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hall import Hall, convene, t

from council.db import rows
from council.domain.text import Text
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, closed_session, motions, notes, projection
from council.services.session.projection import Showing, project
from council.services.voting import votes

WORDS = "That the Council ask for a crosswalk."
SECRET = "Zanzibar"


@pytest.fixture
def hall() -> Hall:
    made = convene(members=9)
    made.present(9)
    return made


def picture(hall: Hall) -> projection.Projection:
    return project(hall.desk, hall.meeting)


def move(hall: Hall, words: str = WORDS, **more: object) -> str:
    return motions.state_motion(
        hall.desk, hall.meeting, text=t(words), mover_uid=hall.people[1], **more
    ).value


def close_item(hall: Hall) -> None:
    agenda.change_item(hall.desk, hall.item, closed=True, closed_ground=t("Staff"))


def test_item_and_quorum_are_shown(hall: Hall) -> None:
    shown = picture(hall)
    assert shown.showing is Showing.ITEM
    assert (shown.item.number, shown.item.title.show("en")) == ("1", "Crosswalk")
    assert (shown.quorum.present, shown.quorum.met) == (9, True)
    assert shown.motion is None
    assert shown.result is None


def test_motion_reads_as_amended(hall: Hall) -> None:
    main = move(hall)
    amend = motions.state_motion(
        hall.desk, hall.meeting, kind="amend", text=t('insert "now"'), parent_uid=main,
        proposed_text=t("That the Council ask now for a crosswalk."), mover_uid=hall.people[2],
    ).value  # fmt: skip
    shown = picture(hall).motion
    assert shown.before.show("en") == WORDS
    assert shown.text.show("en") == "That the Council ask now for a crosswalk."
    votes.record_vote(hall.desk, amend, method="show_of_hands", counts=(7, 1, 1))
    after = picture(hall)
    assert after.motion.text.show("en") == "That the Council ask now for a crosswalk."
    assert not after.motion.before
    assert (after.result.outcome, after.result.counts.yes) == ("carried", 7)


def test_vote_is_told_while_it_is_taken_without_its_numbers(hall: Hall) -> None:
    main = move(hall)
    vote = votes.open_vote(hall.desk, main, method="show_of_hands").value
    votes.set_counts(hall.desk, vote, 7, 1, 1)
    shown = picture(hall)
    assert shown.motion.method == "show_of_hands"
    assert shown.result is None
    votes.declare(hall.desk, vote)
    shown = picture(hall)
    assert shown.motion is None
    assert (shown.result.outcome, shown.result.needs, shown.result.has) == ("carried", 5, 7)
    assert shown.result.rule.code == "rule.half"


def test_result_goes_with_the_next_motion_and_comes_again_with_its_own(hall: Hall) -> None:
    first = move(hall)
    votes.record_vote(hall.desk, first, method="show_of_hands", counts=(2, 6, 1))
    assert picture(hall).result.outcome == "lost"
    second = move(hall, "That the road be closed.")
    assert picture(hall).result is None
    motions.withdraw(hall.desk, second)
    assert picture(hall).result.outcome == "withdrawn"


def test_points_the_chair_settles_are_no_result(hall: Hall) -> None:
    motions.raise_point(hall.desk, hall.meeting, kind="point_of_order", granted=True, text=t("x"))
    assert picture(hall).result is None


def test_closed_session_shows_only_that_it_is_one(hall: Hall) -> None:
    move(hall, f"That {SECRET} be paid.")
    meetings.change_meeting(hall.desk, hall.meeting, title=t(SECRET), venue=t(SECRET))
    agenda.change_item(hall.desk, hall.item, title=t(SECRET), closed=True, closed_ground=t(SECRET))
    shown = picture(hall)
    assert shown.showing is Showing.CLOSED
    assert SECRET not in repr(shown)
    empty = (shown.item, shown.motion, shown.result, shown.quorum, shown.speaker)
    assert empty == (None,) * 5


def test_a_session_closed_on_the_spot_is_never_shown_nor_what_it_decided(hall: Hall) -> None:
    main = move(hall)
    closed_session.enter(hall.desk, hall.meeting, ground=t(SECRET), title=t(SECRET))
    secret = move(hall, f"That {SECRET} be paid.")
    assert picture(hall).showing is Showing.CLOSED
    votes.record_vote(hall.desk, secret, method="show_of_hands", counts=(9, 0, 0))
    assert SECRET not in repr(picture(hall))
    closed_session.leave(hall.desk, hall.meeting)
    shown = picture(hall)
    assert SECRET not in repr(shown)
    assert (shown.showing, shown.motion.text, shown.result) == (Showing.ITEM, t(WORDS), None)
    assert motions.get_motion(hall.desk, main).outcome is None


def test_a_closed_item_of_the_agenda_leaves_nothing_behind_it(hall: Hall) -> None:
    close_item(hall)
    closed_session.leave(hall.desk, hall.meeting)
    shown = picture(hall)
    assert (shown.showing, shown.item) == (Showing.ITEM, None)


def test_what_lies_under_a_closed_item_is_closed(hall: Hall) -> None:
    under = agenda.add_item(
        hall.desk, hall.meeting, title=t(SECRET), kind="decision", parent_uid=hall.item
    ).value
    close_item(hall)
    agenda.go_to_item(hall.desk, hall.meeting, under)
    assert picture(hall).showing is Showing.CLOSED


def test_motion_of_a_closed_item_stays_hidden_after_it(hall: Hall) -> None:
    main = move(hall, f"That {SECRET} be paid.")
    close_item(hall)
    other = agenda.add_item(hall.desk, hall.meeting, title=t("Grants"), kind="decision").value
    agenda.go_to_item(hall.desk, hall.meeting, other)
    assert SECRET not in repr(picture(hall))
    votes.record_vote(hall.desk, main, method="show_of_hands", counts=(9, 0, 0))
    shown = picture(hall)
    assert SECRET not in repr(shown)
    assert shown.result is None


def test_nothing_private_is_in_any_picture(hall: Hall) -> None:
    """Fill everything that has words with a secret, then look for it."""
    desk, meeting, item = hall.desk, hall.meeting, hall.item
    notes.add_note(desk, meeting, t(SECRET), item_uid=item)
    notes.add_comment(desk, meeting, item, t(SECRET), "for", t(SECRET))
    attendance.add_guest(desk, meeting, t(SECRET))
    attendance.mark(desk, meeting, hall.people[8], "excused", SECRET)
    attendance.recuse(desk, meeting, item, hall.people[7], SECRET)
    agenda.change_item(desk, item, body=t(SECRET), proposed_motion=t(SECRET))
    agenda.attach(desk, item, f"{SECRET}.txt", SECRET.encode())
    main = move(hall)
    for step in (lambda: None, lambda: votes.open_vote(desk, main, method="roll_call")):
        step()
        assert SECRET not in repr(picture(hall))
    assert "Kay Nunn" not in repr(picture(hall))  # the mover


@pytest.mark.parametrize(("kind", "named"), [("member", True), ("resident", False)])
def test_only_a_members_name_is_shown_beside_the_clock(hall: Hall, kind: str, named: bool) -> None:
    stamp = hall.desk.stamp()
    with hall.desk.step("step.add_comment"):
        rows.update(
            hall.desk.conn, "meeting", hall.meeting, {"member_seconds": 180, "resident_seconds": 90}
        )
        person = hall.people[4] if kind == "member" else None
        speaker = {
            "uid": "sk-1", "meeting_uid": hall.meeting, "item_uid": hall.item, "position": 1,
            "kind": kind, "person_uid": person, "name": t(SECRET), "may_print_name": 1,
            "asked_at": stamp,
        }  # fmt: skip
        rows.insert(hall.desk.conn, "speaker", speaker)
        turn = {"uid": "sp-x", "speaker_uid": "sk-1", "position": 1, "from_at": stamp}
        rows.insert(hall.desk.conn, "speaking", {**turn, "to_at": None})
    shown = picture(hall).speaker
    assert shown.kind == kind
    assert shown.name == (t("Sue Lee") if named else Text())
    assert shown.limit == timedelta(seconds=180 if named else 90)
    assert SECRET not in repr(picture(hall))


def test_recess_and_end_are_told(hall: Hall) -> None:
    meetings.begin_recess(hall.desk, hall.meeting)
    shown = picture(hall)
    assert (shown.showing, shown.item) == (Showing.RECESS, None)
    assert shown.since is not None
    meetings.end_recess(hall.desk, hall.meeting)
    meetings.adjourn(hall.desk, hall.meeting)
    shown = picture(hall)
    assert (shown.showing, shown.quorum) == (Showing.OVER, None)


def test_the_meeting_in_session_is_followed(hall: Hall) -> None:
    later = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, starts_local=datetime(2026, 12, 3, 18, 30)
    ).value
    follow = projection.meeting_to_show
    assert follow(hall.desk, later) == hall.meeting
    meetings.adjourn(hall.desk, hall.meeting)
    assert follow(hall.desk, later) == later
    assert follow(hall.desk) == hall.meeting  # the nearest
    assert project(hall.desk, later).showing is Showing.BEFORE
