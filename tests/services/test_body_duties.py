"""What a year of a body, a vacant seat and a term are by the rules: on Today and in the check."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from desks import empty_desk
from duty_room import Room

from council.catalogue import say
from council.services import meetings, verify
from council.services.duties import body_duties
from council.services.members import bodies
from council.services.records import export_record, import_record
from council.services.session import attendance
from council.services.today import today

if TYPE_CHECKING:
    from council.services.desk import Desk

FOUR = {"least": 4}
IN_PERSON = {"allowed": True, "yearly_in_person": 1}


def hold(room: Room, *days: date) -> None:
    for day in days:
        starts = datetime(day.year, day.month, day.day, 19)
        meeting = meetings.plan_meeting(room.desk, body_uid=room.body, starts_local=starts).value
        room.hold(meeting)


def clock(room: Room, year: int, month: int = 12, day: int = 31) -> None:
    room.clock.set(datetime(year, month, day, 23, tzinfo=room.zone))


def told(desk: Desk) -> dict[str, str]:
    """Return title code and detail of what waits; everything is said in both languages."""
    found = today(desk).waiting
    for one in found:
        for language in ("en", "th"):
            assert say(one.title, language)
            assert say(one.detail, language)
    return {one.title.code.removeprefix("today."): say(one.detail, "en") for one in found}


def checked(desk: Desk) -> list[tuple[str, str, str]]:
    found = verify.verify(desk).findings
    for one in found:
        assert say(one.message, "th")
    return [(one.severity.value, one.code, say(one.message, "en")) for one in found]


# --------------------------------------------------------------------------- a year of meetings


def test_a_year_on_record_with_fewer_meetings_than_the_rules_ask_is_found() -> None:
    """Local Government Act 1972, Schedule 12: the annual meeting and three others."""
    room = Room("uk-parish", "Europe/London", vacancy={"days": 14})
    hold(room, date(2026, 11, 21), date(2027, 2, 3), date(2027, 5, 4), date(2028, 1, 12))
    clock(room, 2028, 6, 1)
    found = [one for one in checked(room.desk) if one[1] == "meetings_a_year"]
    ((severity, _, said),) = found
    assert severity == "warning"
    assert said.startswith(
        "Riverbend, 2027: 2 meetings held in 2027, at least 4 needed. (Local Gov"
    )
    room.desk.close()


@pytest.mark.parametrize(
    ("now", "years"),
    [(2027, []), (2028, [2027]), (2029, [2027, 2028]), (2030, [2027])],
)
def test_years_in_which_the_record_begins_or_may_have_ended_are_not_judged(
    now: int, years: list[int]
) -> None:
    room = Room("ronr", meetings_a_year=FOUR)
    hold(room, date(2026, 11, 21), date(2027, 2, 3), date(2028, 1, 12))
    clock(room, now)
    assert [one.year for one in body_duties.past_years(room.desk)] == years
    room.desk.close()


def test_today_tells_of_a_year_for_which_too_little_is_planned() -> None:
    room = Room("ronr", meetings_a_year=FOUR)
    hold(room, date(2026, 11, 21))
    assert "meetings_a_year" not in told(room.desk)  # nobody knows what was before
    clock(room, 2027, 1, 2)
    planned = "0 meetings held in 2027 and 0 planned, at least 4 needed: plan more."
    assert told(room.desk)["meetings_a_year"] == planned
    for month in range(2, 6):
        starts = datetime(2027, month, 3, 19)
        meetings.plan_meeting(room.desk, body_uid=room.body, starts_local=starts)
    assert "meetings_a_year" not in told(room.desk)
    room.desk.close()


def test_committees_meet_as_often_as_they_like() -> None:
    room = Room("ronr", meetings_a_year=FOUR)
    hold(room, date(2026, 11, 21))
    bodies.change_body(room.desk, room.body, kind="committee")
    clock(room, 2028, 1, 2)
    assert body_duties.past_years(room.desk) == body_duties.this_year(room.desk) == []
    room.desk.close()


def test_a_year_without_a_meeting_in_one_room_is_found() -> None:
    room = Room("ronr", remote=IN_PERSON)
    hold(room, date(2026, 11, 21), date(2028, 1, 12))
    meeting = meetings.plan_meeting(
        room.desk, body_uid=room.body, starts_local=datetime(2027, 3, 3, 19)
    ).value
    room.clock.set(datetime(2027, 3, 3, 19, tzinfo=room.zone))
    meetings.call_to_order(room.desk, meeting)
    for person in room.people:
        attendance.arrive(room.desk, meeting, person, mode="remote")
    meetings.adjourn(room.desk, meeting)
    title = "Too few meetings in person this year: Riverbend"
    waits = [say(one.title, "en") for one in today(room.desk).waiting]
    assert title in waits
    clock(room, 2028, 6, 1)
    assert title not in [say(one.title, "en") for one in today(room.desk).waiting]
    found = [one for one in checked(room.desk) if one[1] == "yearly_in_person"]
    assert [one[2][:23] for one in found] == ["Riverbend, 2027: 0 meet"]
    room.desk.close()


def test_a_year_is_not_blamed_when_nobody_noted_who_came() -> None:
    room = Room("ronr", remote=IN_PERSON)
    hold(room, date(2026, 11, 21), date(2028, 1, 12))
    meeting = meetings.plan_meeting(
        room.desk, body_uid=room.body, starts_local=datetime(2027, 3, 3, 19)
    ).value
    room.clock.set(datetime(2027, 3, 3, 19, tzinfo=room.zone))
    meetings.call_to_order(room.desk, meeting)
    meetings.adjourn(room.desk, meeting)
    clock(room, 2028, 6, 1)
    assert body_duties.past_years(room.desk) == []
    room.desk.close()


# ----------------------------------------------------------------------- seats and terms


def resign(room: Room, number: int, day: date) -> None:
    (row,) = bodies.list_memberships(room.desk, person_uid=room.people[number])
    bodies.change_membership(room.desk, row.uid, end_on=day)


@pytest.mark.parametrize(("day", "found"), [(5, []), (6, ["vacancy"])])
def test_a_seat_vacant_for_longer_than_the_rules_give_is_a_note(day: int, found: list[str]) -> None:
    """Vacant since 22 November: the fourteenth day is 6 December."""
    room = Room("ronr", vacancy={"days": 14})
    resign(room, 3, date(2026, 11, 21))
    hold(room, date(2026, 11, 28))
    clock(room, 2026, 12, day + 1)
    said = f"Riverbend: vacant since 22 November 2026, {day + 1 - 22 + 30} days so far; "
    said += "it was to be" if found else "it is to be"
    assert told(room.desk)["vacant"] == f"{said} announced or filled within 14 days"
    noted = checked(room.desk)
    assert [(severity, code) for severity, code, _ in noted] == [("note", one) for one in found]
    room.desk.close()


def test_a_seat_of_a_body_that_has_not_met_since_is_no_finding() -> None:
    room = Room("ronr", vacancy={"days": 14})
    hold(room, date(2026, 11, 21))
    resign(room, 3, date(2026, 11, 21))
    clock(room, 2027, 3, 1)
    assert checked(room.desk) == []
    assert "vacant" in told(room.desk)
    room.desk.close()


def test_many_vacant_seats_are_one_line_that_tells_the_oldest() -> None:
    room = Room("ronr", vacancy={"days": 14})
    for number in range(1, 5):
        resign(room, number, date(2026, 11, 10 + number))
    clock(room, 2026, 11, 20)
    assert told(room.desk)["vacant_many"].startswith("Riverbend: vacant since 12 November 2026, 8")
    room.desk.close()


def test_a_term_longer_than_the_rules_let_it_be_is_told_and_noted() -> None:
    """New York City Charter §2800: two years."""
    room = Room("us-nyc-cb", "America/New_York")
    resign(room, 0, date(2026, 12, 31))
    assert "term_long" not in told(room.desk)
    assert checked(room.desk) == []
    resign(room, 0, date(2027, 1, 1))
    ends = "The term ends on 1 January 2027, after the 2 years it may last from 1 January 2025"
    assert told(room.desk)["term_long"].startswith(ends)
    assert [(one[0], one[1]) for one in checked(room.desk)] == [("note", "term")]
    other = empty_desk()
    found = import_record(other, export_record(room.desk)).value
    assert [one.code for one in found] == ["term"]
    other.close()
    room.desk.close()


def test_a_file_without_a_council_has_nothing_to_be_checked() -> None:
    desk = empty_desk()
    assert checked(desk) == []
    desk.close()


def test_rules_that_say_nothing_of_years_seats_and_terms_find_nothing() -> None:
    room = Room("ronr")
    hold(room, date(2026, 11, 21), date(2028, 1, 12))
    resign(room, 3, date(2026, 11, 22))
    clock(room, 2028, 6, 1)
    assert checked(room.desk) == []
    waits = told(room.desk)
    assert waits["vacant"] == "Riverbend, since 23 November 2026"
    assert not {"meetings_a_year", "yearly_in_person", "term_long"} & set(waits)
    room.desk.close()
