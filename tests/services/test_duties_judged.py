"""Duties judged from the record: notice, late items, comment, ways of voting, minutes, members."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from duty_room import Room
from hall import t

from council.catalogue import say
from council.db import rows
from council.domain.duties.duty_rules import NoticeUnit
from council.domain.vocabulary import Method
from council.services import meetings, minutes, publish
from council.services.duties import meeting_duties as duties
from council.services.members import bodies
from council.services.planning import agenda
from council.services.session import attendance, motions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.rulings import Ruling
    from council.services.desk import Desk


def _go_remote(room: Room, meeting: str, person: str) -> None:
    room.clock.pass_time(minutes=1)
    attendance.arrive(room.desk, meeting, person, mode="remote")
    room.clock.pass_time(minutes=1)


def said(ruling: Ruling) -> str:
    for language in ("en", "th"):
        assert say(ruling.message, language)
    return say(ruling.message, "en")


@pytest.fixture
def brown() -> Iterator[Room]:
    room = Room("us-ca-brown")
    yield room
    room.desk.close()


# ------------------------------------------------------------------------------ notice


def test_the_deadline_counts_down_and_then_is_overdue(brown: Room) -> None:
    meeting = brown.plan()
    brown.clock.set(brown.at(12, 7, 17))
    row = duties.notice_deadline(brown.desk, meeting)
    assert row is not None
    assert (row.until, row.left) == (brown.at(12, 7, 19), timedelta(hours=2))
    assert (row.in_time, row.overdue, row.posted_at, row.places) == (None, False, None, None)
    assert row.verified
    assert row.source
    assert "Monday, 7 December 2026, 7:00 p.m." in say(row.message, "en")
    brown.clock.set(brown.at(12, 7, 19, 1))
    late = duties.notice_deadline(brown.desk, meeting)
    assert late is not None
    assert (late.left, late.overdue, late.in_time) == (timedelta(minutes=-1), True, False)
    said(late.ruling)


def test_a_posting_forty_minutes_late_says_so(brown: Room) -> None:
    meeting = brown.plan()
    brown.post(meeting, brown.at(12, 7, 19, 40))
    row = duties.notice_deadline(brown.desk, meeting)
    assert row is not None
    assert (row.in_time, row.overdue, row.posted_at) == (False, False, brown.at(12, 7, 19, 40))
    assert said(row.ruling) == (
        "Posted Monday, 7 December 2026, 7:40 p.m., 72 h needed, had 71 h 20 min: 40 min late."
    )


def test_a_pack_without_notice_has_no_deadline() -> None:
    room = Room("ronr")
    assert duties.notice_deadline(room.desk, room.plan()) is None
    assert duties.plan_remarks(room.desk, room.plan(12, 11)) == []
    room.desk.close()


def test_a_council_can_ask_for_days_of_its_own() -> None:
    room = Room("ronr", **{"notice.regular": {"amount": 7, "unit": "days"}})
    meeting = room.plan(12, 10)
    row = duties.notice_deadline(room.desk, meeting)
    assert row is not None
    assert row.deadline is not None
    assert row.deadline.rule.unit is NoticeUnit.DAYS
    assert (row.deadline.latest, row.until) == (date(2026, 12, 3), room.at(12, 4, 0))
    room.desk.close()


def test_uk_parish_clear_days_leave_out_christmas() -> None:
    room = Room("uk-parish", "Europe/London")
    row = duties.notice_deadline(room.desk, room.plan(12, 29))
    assert row is not None
    assert row.deadline is not None
    assert row.deadline.latest == date(2026, 12, 21)
    assert [one.number for one in row.deadline.days].count(None) == 6
    room.desk.close()


def test_a_calendar_that_is_not_there_leaves_the_deadline_open() -> None:
    rule = {"amount": 3, "unit": "clear_days", "exclude": "no-such"}
    room = Room("ronr", **{"notice.regular": rule})
    row = duties.notice_deadline(room.desk, room.plan())
    assert row is not None
    assert (row.in_time, row.deadline, row.until, row.left) == (None, None, None, None)
    assert "no-such" in said(row.ruling)
    assert row.message == row.ruling.message
    room.desk.close()


def test_bonc_2014_01_places_are_counted() -> None:
    room = Room("us-ca-la-nc")
    meeting = room.plan()
    room.post(meeting, room.at(12, 6))
    row = duties.notice_deadline(room.desk, meeting)
    assert row is not None
    assert row.places is not None
    assert (row.in_time, row.places.holds) == (True, False)
    said(row.places)
    for place in ("Website", "E-mail list"):
        meetings.post_notice(room.desk, meeting, place=t(place))
    row = duties.notice_deadline(room.desk, meeting)
    assert row is not None
    assert row.places is not None
    assert row.places.holds
    room.desk.close()


# ------------------------------------------------------------------- plan and late items


def remarks(desk: Desk, meeting: str) -> list[tuple[str, str, bool | None]]:
    found = duties.plan_remarks(desk, meeting)
    for one in found:
        said(one.ruling)
    return [(one.code, one.ruling.message.code, one.ruling.holds) for one in found]


def test_a_bare_agenda_lacks_public_comment_and_a_long_title_is_told(brown: Room) -> None:
    meeting = brown.plan()
    brown.item(meeting, "word " * 21)
    assert remarks(brown.desk, meeting) == [
        ("comment", "comment.general_missing", False),
        ("comment", "comment.items_missing", False),
        ("title", "title.long", False),
    ]


def test_an_agenda_in_order_has_no_remarks(brown: Room) -> None:
    meeting = brown.plan()
    brown.item(meeting, "Comment", "public_comment")
    brown.item(meeting)
    assert remarks(brown.desk, meeting) == []
    told = [one.message.code for one in duties.comment_duties(brown.desk, meeting)]
    assert told == [
        "comment.general_met", "comment.items_met", "comment.translator", "comment.name_optional",
    ]  # fmt: skip


def test_brown_act_s10_p80_a_translator_doubles_a_speakers_time(brown: Room) -> None:
    meeting = brown.plan()
    minutes_of = duties.speaking_minutes
    assert minutes_of(brown.desk, meeting, 3, translated=True) == 6
    assert minutes_of(brown.desk, meeting, 3, translated=False) == 3
    room = Room("ronr")
    assert minutes_of(room.desk, room.plan(), 3, translated=True) == 3
    room.desk.close()


def test_an_item_added_after_posting_is_late_until_it_is_posted_again_in_time(
    brown: Room,
) -> None:
    meeting = brown.plan()
    first = brown.item(meeting)
    brown.item(meeting, "Comment", "public_comment")
    assert duties.late_remarks(brown.desk, meeting) == []
    brown.post(meeting, brown.at(12, 5))
    brown.clock.set(brown.at(12, 6))
    late = brown.item(meeting, "Trees")
    brown.item(meeting, "News", "announcement")
    (only,) = duties.late_remarks(brown.desk, meeting)
    assert (only.item_uid, only.code, only.ruling.holds) == (late, "late_item", False)
    assert "Announce it first" in said(only.ruling)
    assert only.ruling.source
    roll = duties.Roll(brown.desk, meeting)
    assert duties.late_ruling(brown.desk, roll, first) is None
    brown.post(meeting, brown.at(12, 7, 18), "Door again")
    assert duties.late_remarks(brown.desk, meeting) == []


def test_a_second_posting_that_is_too_late_does_not_help(brown: Room) -> None:
    meeting = brown.plan()
    brown.item(meeting)
    brown.post(meeting, brown.at(12, 5))
    brown.clock.set(brown.at(12, 8))
    late = brown.item(meeting, "Trees")
    brown.post(meeting, brown.at(12, 9), "Door again")
    assert [one.item_uid for one in duties.late_remarks(brown.desk, meeting)] == [late]


def test_the_late_item_says_what_the_room_needs(brown: Room) -> None:
    meeting = brown.plan()
    brown.item(meeting)
    brown.post(meeting, brown.at(12, 5))
    brown.clock.set(brown.at(12, 6))
    late = brown.item(meeting, "Trees")
    brown.open(meeting, present=4)
    ruling = duties.late_ruling(brown.desk, duties.Roll(brown.desk, meeting), late)
    assert ruling is not None
    ways = {one.code: one.params for one in ruling.message.params["ways"]}
    assert ways["late_item.urgent"] == {"yes": 3, "present": 4}
    assert ways["late_item.emergency"] == {"yes": 3, "present": 4}
    for person in brown.people[2:4]:
        attendance.leave(brown.desk, meeting, person)
    ruling = duties.late_ruling(brown.desk, duties.Roll(brown.desk, meeting), late)
    assert ruling is not None
    ways = {one.code: one.params for one in ruling.message.params["ways"]}
    assert ways["late_item.urgent"] == {"yes": 2, "present": 2}


def test_brown_act_s10_p79_what_may_be_done_about_a_matter_on_no_agenda(brown: Room) -> None:
    ruling = duties.without_agenda(brown.desk, brown.plan())
    assert ruling is not None
    assert ruling.source
    assert "answer briefly" in said(ruling)
    room = Room("ronr")
    assert duties.without_agenda(room.desk, room.plan()) is None
    room.desk.close()


def test_a_special_meeting_decides_only_what_was_noticed(brown: Room) -> None:
    meeting = brown.plan(kind="special")
    brown.item(meeting)
    brown.post(meeting, brown.at(12, 9, 12))
    brown.clock.set(brown.at(12, 9, 13))
    late = brown.item(meeting, "Trees")
    found = duties.late_remarks(brown.desk, meeting)
    assert [(one.item_uid, one.ruling.message.code) for one in found] == [
        (late, "late_item.special")
    ]


@pytest.mark.parametrize(("day", "holds"), [(15, True), (16, False)])
def test_an_item_continued_within_five_days_may_be_decided(
    brown: Room, day: int, holds: bool
) -> None:
    meeting = brown.plan()
    item = brown.item(meeting)
    brown.post(meeting, brown.at(12, 5))
    second = brown.plan(12, day)
    brown.item(second, "Other")
    brown.post(second, brown.at(12, 11))
    brown.clock.set(brown.at(12, 12, 12))
    carried = brown.item(second, "Crosswalk again")
    with brown.desk.step("step.change_item", title="x"):
        rows.update(brown.desk.conn, "agenda_item", carried, {"carried_from_uid": item})
    (only,) = duties.late_remarks(brown.desk, second)
    assert only.ruling.holds is holds
    found = [one for one in duties.plan_remarks(brown.desk, second) if one.code == "late_item"]
    assert len(found) == (0 if holds else 1)


def test_what_an_import_brings_with_its_posting_is_not_late(brown: Room) -> None:
    meeting = brown.plan()
    with brown.desk.step("step.add_item", title="x"):
        values = {"uid": "n", "meeting_uid": meeting, "place": t("Door")}
        rows.insert(brown.desk.conn, "notice", {**values, "posted_at": "2026-11-01T09:00:00-08:00"})
        item = {"uid": "i", "meeting_uid": meeting, "position": 1, "kind": "decision"}
        rows.insert(brown.desk.conn, "agenda_item", {**item, "title": t("Trees")})
    assert duties.late_remarks(brown.desk, meeting) == []


def test_undoing_and_redoing_an_item_does_not_make_it_late(brown: Room) -> None:
    from council.services import history

    meeting = brown.plan()
    brown.item(meeting)
    history.undo(brown.desk)
    brown.clock.set(brown.at(12, 1))
    history.redo(brown.desk)
    brown.post(meeting, brown.at(11, 30))
    assert duties.late_remarks(brown.desk, meeting) == []


def test_ny_open_meetings_law_papers_are_online_24_hours_before() -> None:
    room = Room("us-ny-oml", "America/New_York")
    meeting = room.plan()
    item = room.item(meeting)
    assert remarks(room.desk, meeting) == []
    _attach(room, meeting, item)
    assert [one[0] for one in remarks(room.desk, meeting)] == ["documents"]
    room.clock.set(room.at(12, 9, 19))
    publish.record_publication(
        room.desk, meeting, kind="agenda", language="en", data=b"x", file_name="a.pdf"
    )
    assert remarks(room.desk, meeting) == []
    room.desk.close()


def _attach(room: Room, meeting: str, item: str) -> None:
    with room.desk.step("step.attach", name="x", title="y"):
        values = {"uid": "at", "meeting_uid": meeting, "item_uid": item, "position": 1}
        values |= {"name": "plan.txt", "media_type": "text/plain", "sha256": "0" * 64}
        rows.insert(room.desk.conn, "attachment", values)


def test_th_lao_a_written_motion_is_in_five_days_before() -> None:
    room = Room("th-lao", "Asia/Bangkok")
    meeting = room.plan()
    room.clock.set(room.at(12, 5, 23))
    room.item(meeting, proposed_motion=t("That it be so"))
    assert [one for one in remarks(room.desk, meeting) if one[0] == "motion_notice"] == []
    room.clock.set(room.at(12, 6, 1))
    room.item(meeting, "Late one", proposed_motion=t("That it be so"))
    found = [one for one in remarks(room.desk, meeting) if one[0] == "motion_notice"]
    assert found == [("motion_notice", "notice.days_late", False)]
    room.desk.close()


def test_ronr_s48_a_special_meeting_approves_no_minutes() -> None:
    room = Room("ronr")
    first = room.plan(11, 21)
    room.hold(first)
    special = room.plan(12, 10, kind="special")
    room.item(special, "Minutes", "approval", approves_uid=first)
    assert remarks(room.desk, special) == [("approval", "duty.special_approves", False)]
    regular = room.plan(12, 11)
    room.item(regular, "Minutes", "approval", approves_uid=first)
    assert remarks(room.desk, regular) == []
    room.desk.close()


def test_before_its_first_day_a_rule_is_not_known() -> None:
    room = Room("us-ca-brown")
    starts = datetime(2025, 11, 20, 19)
    old = meetings.plan_meeting(room.desk, body_uid=room.body, starts_local=starts).value
    meetings.call_to_order(room.desk, old)
    for person in room.people[:2]:
        attendance.arrive(room.desk, old, person, mode="remote")
    (ruling,) = duties.remote_rulings(room.desk, old)
    assert (ruling.holds, ruling.verified) == (None, False)
    assert "not known" in said(ruling)
    room.desk.close()


# --------------------------------------------------------------------- ways of voting


def test_every_way_of_voting_has_its_ruling(brown: Room) -> None:
    meeting = brown.plan()
    brown.item(meeting)
    brown.open(meeting)
    motion = motions.state_motion(brown.desk, meeting, text=t("That it be so")).value
    found = duties.method_rulings(brown.desk, motion)
    assert {method.value: one.holds for method, one in found.items()} == {
        "no_objection": True, "voice": False, "show_of_hands": True, "roll_call": True,
        "secret_ballot": False, "acclamation": True,
    }  # fmt: skip
    assert all(said(one) for one in found.values())
    _go_remote(brown, meeting, brown.people[4])
    found = duties.method_rulings(brown.desk, motion)
    assert [method for method, one in found.items() if one.holds] == [Method.ROLL_CALL]
    (remote,) = duties.remote_rulings(brown.desk, meeting)
    assert (remote.holds, remote.message.code) == (True, "remote.allowed")


def test_the_quorum_in_person_where_the_rules_ask_for_it() -> None:
    room = Room("us-ca-brown", quorum_presence="in_person")
    meeting = room.plan()
    room.open(meeting, present=3)
    assert [one.message.code for one in duties.remote_rulings(room.desk, meeting)] == [
        "remote.nobody"
    ]
    _go_remote(room, meeting, room.people[2])
    found = duties.remote_rulings(room.desk, meeting)
    assert [one.message.code for one in found] == ["remote.allowed", "remote.quorum_short"]
    assert found[1].message.params == {"present": 2, "needed": 3}
    room.desk.close()


def test_once_a_year_in_one_room() -> None:
    rule = {"allowed": True, "yearly_in_person": 1}
    room = Room("ronr", remote=rule)
    assert duties.yearly_in_person(room.desk, room.body) is None
    first = room.plan(11, 21)
    assert duties.yearly_in_person(room.desk, room.body).holds is None
    room.open(first)
    for person in room.people[:3]:
        _go_remote(room, first, person)
    meetings.adjourn(room.desk, first, at=room.at(11, 21, 21))
    ruling = duties.yearly_in_person(room.desk, room.body)
    # Everybody came in person before some went elsewhere.
    assert (ruling.holds, ruling.message.params) == (True, {"held": 1, "needed": 1})
    room.desk.close()
    other = Room("ronr")
    other.plan()
    assert duties.yearly_in_person(other.desk, other.body) is None
    other.desk.close()


# ---------------------------------------------------------------------------- minutes


def told(desk: Desk, meeting: str) -> list[tuple[str, bool | None, str]]:
    found = duties.minutes_deadlines(desk, meeting)
    assert all(said(one.ruling) for one in found)
    return [(one.what, one.ruling.holds, one.ruling.message.code) for one in found]


def test_ny_draft_minutes_are_public_within_two_weeks_of_the_meeting() -> None:
    room = Room("us-ny-oml", "America/New_York")
    meeting = room.plan(11, 21)
    assert duties.minutes_deadlines(room.desk, meeting) == []
    room.hold(meeting)
    assert told(room.desk, meeting)[0] == ("draft", None, "minutes_due.waiting")
    (first, *_) = duties.minutes_deadlines(room.desk, meeting)
    assert (first.until, first.done_at) == (room.at(12, 6, 0), None)
    room.clock.set(room.at(12, 6, 0))
    assert told(room.desk, meeting)[0] == ("draft", False, "minutes_due.overdue")
    publish.record_publication(
        room.desk, meeting, kind="minutes", language="en", data=b"x", file_name="m.pdf"
    )
    assert told(room.desk, meeting)[0] == ("draft", False, "minutes_due.late")
    room.desk.close()


def test_la_nc_approved_minutes_are_public_within_30_days_of_approval() -> None:
    room = Room("us-ca-la-nc")
    meeting = room.plan(11, 21)
    room.hold(meeting)
    assert [one for one in told(room.desk, meeting) if one[0] == "approved"] == []
    second = room.plan(12, 10)
    item = room.item(second, "Minutes", "approval", approves_uid=meeting)
    room.open(second)
    agenda.go_to_item(room.desk, second, item)
    minutes.approve(room.desk, meeting, at_meeting_uid=second)
    assert [one for one in told(room.desk, meeting) if one[0] == "approved"] == [
        ("approved", None, "minutes_due.waiting")
    ]
    room.clock.set(datetime(2027, 1, 10, tzinfo=room.zone))
    assert [one for one in told(room.desk, meeting) if one[0] == "approved"] == [
        ("approved", False, "minutes_due.overdue")
    ]
    room.desk.close()


def test_minutes_are_open_to_members_a_day_before_they_are_approved() -> None:
    room = Room("ronr", **{"minutes.open_before": {"amount": 1, "unit": "days"}})
    meeting = room.plan(11, 21)
    room.hold(meeting)
    assert told(room.desk, meeting) == []
    second = room.plan(12, 10)
    room.item(second, "Minutes", "approval", approves_uid=meeting)
    assert told(room.desk, meeting) == [("open", None, "notice.still_due")]
    room.clock.set(room.at(12, 9, 23))
    publish.record_publication(
        room.desk, meeting, kind="minutes", language="en", data=b"x", file_name="m.pdf",
        public=False,
    )  # fmt: skip
    assert told(room.desk, meeting) == [("open", True, "notice.days_met")]
    room.desk.close()


def test_who_signs_the_minutes() -> None:
    room = Room("ronr")
    meeting = room.plan()
    ruling = duties.signers(room.desk, meeting)
    assert ruling is not None
    assert (ruling.holds, ruling.message.code) == (False, "minutes_due.signer_missing")
    said(ruling)
    meetings.change_meeting(room.desk, meeting, secretary_uid=room.people[1])
    ruling = duties.signers(room.desk, meeting)
    assert ruling is not None
    assert ruling.holds
    room.desk.close()


# ---------------------------------------------------------------------------- members


def test_absences_and_lost_seats_are_told() -> None:
    alarm = {"consecutive": 3, "total": 5, "months": 12}
    room = Room("ronr", attendance_alarm=alarm, seat_lost={"months": 6})
    assert duties.member_remarks(room.desk) == []
    for day in (21, 22, 23):
        room.hold(room.plan(11, day), present=4)
    (only,) = duties.member_remarks(room.desk)
    assert (only.person_uid, only.code, only.body_uid) == (room.people[4], "absence", room.body)
    assert said(only.ruling).startswith("3 meetings missed running")
    # The record begins on 21 November; six months later the seat is lost.
    for day, code in ((date(2027, 5, 20), "absence"), (date(2027, 5, 21), "seat_lost")):
        (only,) = duties.member_remarks(room.desk, day)
        assert (only.person_uid, only.code) == (room.people[4], code)
        said(only.ruling)
    room.desk.close()


def test_terms_longer_than_the_rules_allow() -> None:
    room = Room("ronr", term={"years": 2})
    member = bodies.list_memberships(room.desk, person_uid=room.people[0])[0]
    bodies.change_membership(room.desk, member.uid, end_on=date(2027, 1, 1))
    (only,) = duties.member_remarks(room.desk)
    assert (only.code, said(only.ruling)[:36]) == ("term", "The term ends on 1 January 2027, aft")
    room.desk.close()


def test_a_body_meets_so_often_a_year() -> None:
    room = Room("ronr", meetings_a_year={"least": 2})
    first = room.plan(11, 21)
    ruling = duties.meetings_a_year(room.desk, room.body)
    assert ruling is not None
    assert (ruling.holds, ruling.message.params["planned"]) == (False, 1)
    room.plan(12, 10)
    assert duties.meetings_a_year(room.desk, room.body).holds is None  # type: ignore[union-attr]
    room.hold(first)
    room.hold(room.plan(12, 11))
    ruling = duties.meetings_a_year(room.desk, room.body)
    assert ruling is not None
    assert (ruling.holds, ruling.message.params["held"]) == (True, 2)
    assert duties.meetings_a_year(room.desk, room.body, 2025).holds is False  # type: ignore[union-attr]
    room.desk.close()
    plain = Room("ronr")
    assert duties.meetings_a_year(plain.desk, plain.body) is None
    plain.desk.close()


def test_a_moment_is_a_day_where_the_council_is(brown: Room) -> None:
    late = datetime(2026, 12, 10, 5, tzinfo=UTC)  # 9 December in Los Angeles
    ruling = duties.eligibility(brown.desk, brown.people[0], "funding", late)
    assert ruling.message.params["day"] == date(2026, 12, 9)
    ruling = duties.eligibility(brown.desk, brown.people[0], "funding", date(2026, 12, 10))
    assert ruling.message.params["day"] == date(2026, 12, 10)
    assert (ruling.holds, ruling.source) == (True, "")


def test_places_with_semicolons_between_them_are_each_recognized() -> None:
    room = Room("us-ca-la-nc")
    meeting = room.plan()
    room.post(meeting, room.at(12, 5), "A place open at all hours; The council's website ; Library")
    row = duties.notice_deadline(room.desk, meeting)
    assert row is not None
    assert row.places is not None
    assert (row.places.holds, row.places.message.params["had"]) == (True, 3)
    names = {one.code: one.posted for one in duties.required_places(room.desk, meeting)}
    assert names == {"physical_place": False, "website": True, "department_list": False}
    room.desk.close()
