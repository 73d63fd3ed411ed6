"""A meeting on paper, entered afterwards: recorded as in the room, with the times of the sheet."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hall import Hall, convene, t

from council.db import rows
from council.domain.document_data import block_lines
from council.domain.messages import InputRefused, NotAllowed
from council.domain.paper_marks import Stay, read_attended, read_voted
from council.domain.text import Text
from council.domain.vocabulary import MeetingState, MotionKind, Outcome
from council.services import actions, history, meetings, minutes
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.session.on_paper import (
    PaperAction,
    PaperComment,
    PaperItem,
    PaperMotion,
    PaperSheet,
    enter_sheet,
)
from council.services.session.presiding import presided
from council.services.session.roll import Roll
from council.services.session.timeline import timeline

WORDS = "That the Council ask for a crosswalk."


@pytest.fixture
def hall() -> Hall:
    """Return a hall whose meeting of tonight is still to be held; now it is the morning after."""
    made = convene(members=5, seats=5)
    made.meeting = meetings.plan_meeting(
        made.desk, body_uid=made.body, starts_local=datetime(2026, 11, 19, 18, 30)
    ).value
    made.item = agenda.add_item(made.desk, made.meeting, title=t("Crosswalk")).value
    made.clock.pass_time(hours=15)
    return made


def at(words: str) -> time:
    hour, minute = words.split(":")
    return time(int(hour), int(minute))


def enter(hall: Hall, **more: object) -> None:
    given = {"called": at("18:34"), **more}
    enter_sheet(hall.desk, hall.meeting, PaperSheet(**given))


def present(hall: Hall, *marks: str) -> dict[str, object]:
    lines = [*marks, *[""] * (len(hall.people) - len(marks))]
    return {person: read_attended(one) for person, one in zip(hall.people, lines, strict=True)}


def clock(moment: datetime | None) -> str:
    return f"{moment:%d %H:%M}" if moment else "–"


def test_times_are_those_of_the_sheet(hall: Hall) -> None:
    item = PaperItem(hall.item, at=at("18:41"))
    enter(hall, items=(item,), recesses=(Stay(at("19:10"), at("19:20")),), adjourned=at("20:05"))
    row = meetings.get_meeting(hall.desk, hall.meeting)
    assert row.state == MeetingState.HELD
    assert (clock(row.called_to_order_at), clock(row.adjourned_at)) == ("19 18:34", "19 20:05")
    (recess,) = meetings.list_recesses(hall.desk, hall.meeting)
    assert (clock(recess.from_at), clock(recess.to_at)) == ("19 19:10", "19 19:20")
    assert clock(agenda.list_items(hall.desk, hall.meeting)[0].opened_at) == "19 18:41"


def test_a_meeting_past_midnight_ends_on_the_next_day(hall: Hall) -> None:
    items = (PaperItem(hall.item, at=at("23:50")),)
    enter(hall, called=at("18:34"), items=items, adjourned=at("00:20"))
    row = meetings.get_meeting(hall.desk, hall.meeting)
    assert clock(row.adjourned_at) == "20 00:20"


def test_everybody_attended_as_it_stands_on_the_roster(hall: Hall) -> None:
    enter(hall, people=present(hall, "", "1850-2010", "e ill", "a", "r 1840"), guests=(t("Guest"),))
    room = {one.person_uid: one for one in attendance.room(hall.desk, hall.meeting)}
    found = [room[one] for one in hall.people]
    states = ["present", "left", "excused", "absent", "remote"]
    assert [one.state for one in found] == states
    assert [clock(one.since) for one in found[:2]] == ["19 18:34", "19 18:50"]
    assert (clock(found[1].until), found[2].reason) == ("19 20:10", "ill")
    assert [one.name.show("en") for one in room.values() if one.guest] == ["Guest"]


def test_a_vote_counts_the_room_as_it_was_at_its_time(hall: Hall) -> None:
    motion = PaperMotion(
        t(WORDS), mover_uid=hall.people[1], seconder_uids=(hall.people[2],), at=at("19:00"),
        voted=read_voted("3-1", 5),
    )  # fmt: skip
    people = present(hall, "", "", "-1850")
    enter(hall, people=people, items=(PaperItem(hall.item, at=at("18:41"), motions=(motion,)),))
    (made,) = motions.list_motions(hall.desk, hall.meeting)
    assert (made.outcome, made.mover_uid, made.seconder_uids) == (
        "carried", hall.people[1], (hall.people[2],),
    )  # fmt: skip
    assert (clock(made.vote.at), made.vote.room.present) == ("19 19:00", 4)


def test_letters_are_the_members_in_the_order_of_the_grid(hall: Hall) -> None:
    motion = PaperMotion(t(WORDS), at=at("19:00"), voted=read_voted("YNA-Y", 5))
    enter(hall, people=present(hall), items=(PaperItem(hall.item, motions=(motion,)),))
    (made,) = motions.list_motions(hall.desk, hall.meeting)
    cast = {one.person_uid: one.choice for one in made.vote.ballots}
    assert cast == dict(
        zip([*hall.people[:3], hall.people[4]], ["yes", "no", "abstain", "yes"], strict=True)
    )


def test_an_amendment_is_decided_before_the_motion_it_changes(hall: Hall) -> None:
    main = PaperMotion(t(WORDS), at=at("19:20"), voted=read_voted("4-0", 5))
    amend = PaperMotion(
        t('Insert "now".'), MotionKind.AMEND, at=at("19:10"), voted=read_voted("3-1", 5)
    )
    item = PaperItem(hall.item, at=at("19:00"), motions=(main, amend))
    enter(hall, people=present(hall), items=(item,))
    first, second = motions.list_motions(hall.desk, hall.meeting)
    assert second.parent_uid == first.uid
    assert [clock(one.decided_at) for one in (first, second)] == ["19 19:20", "19 19:10"]
    assert clock(first.made_at) == "19 19:10"


def test_what_the_chair_declared_stands_beside_what_the_rule_gives(hall: Hall) -> None:
    said = PaperMotion(t(WORDS), voted=read_voted("1-4", 5), outcome=Outcome.CARRIED)
    gone = PaperMotion(t("That we go."), outcome=Outcome.WITHDRAWN)
    item = PaperItem(hall.item, at=at("19:00"), motions=(said, gone))
    enter(hall, people=present(hall), items=(item,))
    first, second = motions.list_motions(hall.desk, hall.meeting)
    assert (first.vote.declared, first.vote.verdict.outcome) == ("carried", "lost")
    assert second.outcome == "withdrawn"


def test_whoever_took_the_chair_presides_from_then_on(hall: Hall) -> None:
    items = tuple(PaperItem(None, t(one), at(one)) for one in ("19:00", "19:40"))
    handed = ((hall.people[2], at("19:30")),)
    enter(hall, people=present(hall), handed=handed, items=items)
    found = presided(hall.desk, Roll(hall.desk, hall.meeting))
    assert [(one.person_uid, clock(one.from_at)) for one in found] == [
        (hall.people[0], "19 18:34"), (hall.people[2], "19 19:30"),
    ]  # fmt: skip


def test_comments_and_actions_stand_at_their_item(hall: Hall) -> None:
    said = PaperComment(hall.item, t("Ms Vale"), "for", t("It is dark there."))
    quiet = PaperComment(hall.item, Text(), "against", Text())
    given = PaperAction(hall.item, t("Ask the City"), hall.people[1], due_on=date(2026, 12, 1))
    item = PaperItem(hall.item, at=at("18:41"))
    enter(hall, items=(item,), comments=(said, quiet), actions=(given,))
    first, second = notes.list_comments(hall.desk, hall.meeting)
    assert (clock(first.at), first.may_print_name, first.stance) == ("19 18:41", True, "for")
    assert (second.may_print_name, second.item_uid) == (False, hall.item)
    (action,) = actions.list_actions(hall.desk)
    assert (action.owner_uid, action.item_uid) == (hall.people[1], hall.item)
    stored = rows.get(hall.desk.conn, "action", action.uid)
    assert clock(datetime.fromisoformat(stored["at"])) == "19 18:41"


def test_an_item_may_be_added_and_another_left_out(hall: Hall) -> None:
    late = PaperItem(None, t("Flood"), at("19:00"))
    enter(hall, items=(PaperItem(hall.item), late))
    items = agenda.list_items(hall.desk, hall.meeting)
    assert [(one.title.show("en"), str(one.state)) for one in items] == [
        ("Crosswalk", "waiting"), ("Flood", "current"),
    ]  # fmt: skip


def test_the_record_says_that_it_came_from_paper_and_one_undo_takes_it_back(hall: Hall) -> None:
    before = rows.get(hall.desk.conn, "meeting", hall.meeting)
    enter(hall, people=present(hall), items=(PaperItem(hall.item, at=at("19:00")),))
    assert rows.get(hall.desk.conn, "meeting", hall.meeting)["recorded_from"] == "paper"
    first = timeline(hall.desk, hall.meeting)[0]
    assert first.remark.code == "timeline.from_paper"
    assert history.undo(hall.desk).value.code == "step.enter_paper"
    assert rows.get(hall.desk.conn, "meeting", hall.meeting) == before
    assert attendance.room(hall.desk, hall.meeting)[0].state == "expected"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "kept on paper during the meeting"), ("th", "บันทึกลงกระดาษ")]
)
def test_the_minutes_say_so_before_the_signatures(hall: Hall, language: str, words: str) -> None:
    enter(hall, people=present(hall), adjourned=at("20:05"))
    blocks = minutes.compose(hall.desk, hall.meeting, language).blocks
    assert words in block_lines(blocks[-2])[0]
    live = minutes.compose(hall.desk, convene_again(hall), language).blocks
    assert not any(words in line for block in live for line in block_lines(block))


def convene_again(hall: Hall) -> str:
    uid = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, starts_local=datetime(2026, 11, 20, 9, 0)
    ).value
    meetings.call_to_order(hall.desk, uid)
    return uid


def test_a_meeting_begun_at_the_computer_goes_on_from_paper(hall: Hall) -> None:
    meetings.call_to_order(hall.desk, hall.meeting, at=datetime(2026, 11, 19, 18, 31))
    attendance.arrive(hall.desk, hall.meeting, hall.people[0], at=datetime(2026, 11, 19, 18, 32))
    attendance.arrive(hall.desk, hall.meeting, hall.people[1], at=datetime(2026, 11, 19, 18, 33))
    people = {hall.people[1]: read_attended("1833-1900")}
    enter(hall, called=None, people=people, items=(PaperItem(hall.item, at=at("19:05")),))
    room = {one.person_uid: one for one in attendance.room(hall.desk, hall.meeting)}
    assert clock(room[hall.people[0]].since) == "19 18:32"
    assert clock(room[hall.people[1]].until) == "19 19:00"
    row = meetings.get_meeting(hall.desk, hall.meeting)
    assert (row.state, clock(row.called_to_order_at)) == (MeetingState.IN_SESSION, "19 18:31")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"called": None}, "error.paper_called"),
        ({"adjourned": time(18, 33)}, "error.ends_before_start"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    hall: Hall, given: dict[str, object], code: str
) -> None:
    before = history.audit(hall.desk, 1)
    with pytest.raises(InputRefused) as refused:
        enter(hall, people=present(hall), **given)
    assert refused.value.code == code
    assert history.audit(hall.desk, 1) == before


def test_a_time_to_come_is_refused(hall: Hall) -> None:
    hall.clock.pass_time(hours=-14)
    with pytest.raises(InputRefused) as refused:
        enter(hall, adjourned=at("20:30"))
    assert refused.value.code == "error.paper_future"


def test_a_meeting_that_is_over_takes_no_sheet(hall: Hall) -> None:
    enter(hall, adjourned=at("20:30"))
    with pytest.raises(NotAllowed) as refused:
        enter(hall)
    assert refused.value.code == "error.paper_over"
