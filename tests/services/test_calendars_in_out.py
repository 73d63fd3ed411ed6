"""Calendars in and out: previews, what is applied, ids that stay."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from desks import back_and_forth, body_of, everything, local, seated, words
from helpers.real_data import folder
from icalendar import Calendar

from council import catalogue
from council.domain.messages import FileRefused, InputRefused
from council.domain.vocabulary import MeetingKind, MeetingState
from council.exchange.meeting_lists import Field
from council.services import council, meetings
from council.services.members import bodies
from council.services.schedule import calendars
from council.services.schedule.calendar_export import export_calendar, write_calendar_file
from council.services.schedule.calendar_words import guess_kind
from council.services.schedule.calendars import (
    LEFT_OUT,
    NEW_BODY,
    Fate,
    apply_import,
    preview_import,
)

PARISH = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-TIMEZONE:Europe/London
BEGIN:VEVENT
UID:one@example.org
DTSTART;TZID=Europe/London:20270408T180000
DTEND;TZID=Europe/London:20270408T185500
SUMMARY:Riverbend - Annual Assembly
LOCATION:Village Hall
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
DTSTART;TZID=Europe/London:20270408T190000
DTEND;TZID=Europe/London:20270408T210000
SUMMARY:Riverbend - Full Meeting
END:VEVENT
BEGIN:VEVENT
UID:three@example.org
DTSTART;TZID=Europe/London:20270408T170000
STATUS:CANCELLED
SUMMARY:Riverbend - Planning Committee Meeting
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def desk():
    made, _ = seated()
    council.update_council(made, time_zone="Europe/London")
    yield made
    made.close()


def parish(**changes: str) -> bytes:
    text = PARISH
    for was, now in changes.items():
        text = text.replace(was, now)
    return text.replace("\n", "\r\n").encode()


def test_a_calendar_is_shown_and_taken_in(desk):
    planning = bodies.add_body(desk, name=words("Planning Committee")).value
    before = everything(desk)
    found = preview_import(desk, parish())
    assert everything(desk) == before
    assert [row.fate for row in found.rows] == [Fate.NEW] * 3
    assert [row.body_uid for row in found.rows] == [planning, body_of(desk), body_of(desk)]
    assert [row.kind for row in found.rows] == ["regular", "annual", "regular"]
    assert found.cancelled == 1
    done = back_and_forth(desk, apply_import, found, leave_out={2})
    assert len(done.made) == 2
    off, annual = (meetings.get_meeting(desk, uid) for uid in done.made)
    assert (off.state, off.feed_uid) == (MeetingState.CANCELLED, "three@example.org")
    assert (annual.kind, annual.minutes_planned, annual.number) == (
        MeetingKind.ANNUAL,
        55,
        "1/2027",
    )
    assert annual.venue.show("en") == "Village Hall"
    assert annual.title.show("en") == "Riverbend - Annual Assembly"
    assert annual.starts_local == local(2027, 4, 8, 18)


def test_the_same_file_again_changes_nothing(desk):
    apply_import(desk, preview_import(desk, parish()))
    again = preview_import(desk, parish())
    assert [row.fate for row in again.rows] == [Fate.PRESENT] * 3
    assert not any(row.wanted for row in again.rows)
    with pytest.raises(InputRefused):
        apply_import(desk, again)


def test_a_changed_file_moves_and_cancels(desk):
    apply_import(desk, preview_import(desk, parish()))
    later = parish(**{
        "T180000": "T193000",
        "DTSTART;TZID=Europe/London:20270408T190000": "STATUS:CANCELLED\nCOMMENT:Flood\n"
        "DTSTART;TZID=Europe/London:20270408T190000",
    })  # fmt: skip
    found = preview_import(desk, later)
    assert [row.fate for row in found.rows] == [Fate.PRESENT, Fate.CHANGED, Fate.CHANGED]
    done = back_and_forth(desk, apply_import, found)
    assert (len(done.made), len(done.changed)) == (0, 2)
    by_feed = {one.feed_uid: one for one in meetings.list_meetings(desk)}
    assert by_feed["one@example.org"].starts_local == local(2027, 4, 8, 19, 30)
    assert by_feed["one@example.org"].sequence == 1
    assert by_feed["two@example.org"].cancel_reason.show("en") == "Flood"


def test_what_was_held_is_not_changed_by_a_calendar(desk):
    (uid, *_) = apply_import(desk, preview_import(desk, parish())).value.made[1:]
    meetings.call_to_order(desk, uid)
    found = preview_import(desk, parish(T180000="T193000"))
    assert found.count(Fate.CHANGED) == 0


def test_a_probable_duplicate_is_told_and_not_ticked(desk):
    meetings.plan_meeting(desk, body_uid=body_of(desk), starts_local=local(2027, 4, 8, 19))
    found = preview_import(desk, parish())
    alike = found.rows[2]
    assert (alike.fate, alike.wanted) == (Fate.ALIKE, False)
    assert catalogue.say(alike.notes[0], "en").startswith("Probably the same")
    done = calendars.apply_rows(desk, [replace(alike, wanted=True)]).value
    assert len(done.made) == 1
    whole_day = parish(**{
        "DTSTART;TZID=Europe/London:20270408T190000": "DTSTART;VALUE=DATE:20270408",
        "two@example.org": "other",
        "DTEND;TZID=Europe/London:20270408T210000": "X-A:b",
    })  # fmt: skip
    assert preview_import(desk, whole_day).count(Fate.ALIKE) == 1


def test_groups_can_be_given_a_body_or_left_out(desk):
    planning = "Riverbend - Planning Committee Meeting"
    found = preview_import(desk, parish(), chosen={planning: LEFT_OUT})
    assert [row.wanted for row in found.rows] == [False, True, True]
    found = preview_import(desk, parish(), chosen={planning: NEW_BODY})
    done = apply_import(desk, found).value
    (made,) = done.bodies
    assert (
        next(one for one in bodies.list_bodies(desk) if one.uid == made).name.show("en") == planning
    )
    off = next(one for one in meetings.list_meetings(desk) if one.body_uid == made)
    assert not off.title


@pytest.mark.parametrize("language", ["en", "th"])
def test_every_remark_has_words(desk, language):
    meetings.plan_meeting(desk, body_uid=body_of(desk), starts_local=local(2027, 4, 8, 19))
    for row in preview_import(desk, parish()).rows:
        for note in row.notes:
            assert catalogue.say(note, language)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Special City Council Meeting", "special"),
        ("Extraordinary meeting", "special"),
        ("ประชุมวิสามัญ", "special"),
        ("การประชุมใหญ่สามัญประจำปี", "annual"),
        ("Public hearing on the plan", "hearing"),
        ("Parks Committee", "regular"),
    ],
)
def test_kinds_are_read_from_words(said, kind):
    assert guess_kind(said) == kind


def planned_year(desk) -> list[str]:
    uids = [
        meetings.plan_meeting(
            desk,
            body_uid=body_of(desk),
            starts_local=local(2027, month, 14, 18, 30),
            venue=words("Hall", "ศาลา"),
            minutes_planned=90,
        ).value
        for month in (1, 7)
    ]
    meetings.cancel_meeting(desk, uids[1], words("Flood", "น้ำท่วม"))
    return uids


def test_columns_of_a_list_are_chosen_where_nobody_can_guess_them(desk):
    raw = b"A,B\n2027-10-08 18:30,Hall\n"
    found = calendars.preview_import(desk, raw)
    assert found.rows == ()
    assert [note.code for note in found.notes] == ["error.meetings_columns"]
    assert [(one.heading, one.sample, one.field) for one in found.columns] == [
        ("A", "2027-10-08 18:30", "ignore"),
        ("B", "Hall", "ignore"),
    ]
    found = calendars.preview_import(desk, raw, fields=("when", "place"))
    assert found.notes == ()
    assert [one.event.place for one in found.rows] == ["Hall"]
    assert calendars.preview_import(desk, PARISH.encode()).columns == ()
    assert set(calendars.LIST_FIELDS) == set(Field)


def test_the_councils_calendar_goes_out(desk):
    uids = planned_year(desk)
    raw = export_calendar(desk, language="th")
    one, off = Calendar.from_ical(raw).walk("VEVENT")
    assert one["UID"].startswith(f"{uids[0]}@")
    assert one["DTSTART"].dt == datetime(2027, 1, 14, 18, 30, tzinfo=ZoneInfo("Europe/London"))
    assert str(one["SUMMARY"]) == "สภาชุมชนริมน้ำ: การประชุมสามัญ"
    assert (str(one["LOCATION"]), str(one["STATUS"])) == ("ศาลา", "CONFIRMED")
    assert (str(off["STATUS"]), off["SEQUENCE"], str(off["DESCRIPTION"])) == (
        "CANCELLED", 1, "น้ำท่วม",
    )  # fmt: skip
    assert "URL" not in one


def test_ids_stay_and_the_sequence_rises(desk):
    uids = planned_year(desk)
    before = Calendar.from_ical(export_calendar(desk)).walk("VEVENT")[0]
    meetings.move_meeting(desk, uids[0], local(2027, 1, 21, 18, 30))
    after = Calendar.from_ical(export_calendar(desk)).walk("VEVENT")[0]
    assert (before["UID"], before["SEQUENCE"] + 1) == (after["UID"], after["SEQUENCE"])


def test_our_own_calendar_comes_back_as_nothing_new(desk):
    planned_year(desk)
    found = preview_import(desk, export_calendar(desk), last=date(2028, 1, 1))
    assert [row.fate for row in found.rows] == [Fate.PRESENT] * 2


def test_one_body_alone(desk):
    planned_year(desk)
    parks = bodies.add_body(desk, name=words("Parks")).value
    meetings.plan_meeting(desk, body_uid=parks, starts_local=local(2027, 2, 1, 9))
    assert len(Calendar.from_ical(export_calendar(desk)).walk("VEVENT")) == 3
    (only,) = Calendar.from_ical(export_calendar(desk, body_uid=parks)).walk("VEVENT")
    assert str(only["SUMMARY"]) == "Parks: Regular meeting"


def test_the_file_is_written_whole_or_not_at_all(desk, tmp_path):
    planned_year(desk)
    out = write_calendar_file(desk, tmp_path / "new" / "council.ics")
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    (tmp_path / "plain").write_text("x")
    with pytest.raises(FileRefused):
        write_calendar_file(desk, tmp_path / "plain" / "council.ics")


def test_a_series_in_the_calendar_keeps_its_clock(desk):
    raw = b"""BEGIN:VCALENDAR\r
BEGIN:VEVENT\r
UID:s\r
DTSTART;TZID=Europe/London:20270211T183000\r
RRULE:FREQ=MONTHLY;BYDAY=2TH;COUNT=11\r
SUMMARY:Board\r
END:VEVENT\r
END:VCALENDAR\r
"""
    done = apply_import(desk, preview_import(desk, raw)).value
    found = [meetings.get_meeting(desk, uid).starts_local for uid in done.made]
    assert len(found) == 11
    assert {(one.hour, one.minute) for one in found} == {(18, 30)}


def test_a_list_of_a_citys_meetings_becomes_a_council(desk):
    raw = (folder("peterborough_meetings") / "lib" / "all_meeting_data.json").read_bytes()
    council.update_council(desk, time_zone="America/Toronto")
    found = preview_import(desk, raw)
    assert len(found.groups) == 32
    assert found.count(Fate.NEW) == 1651
    done = apply_import(desk, found).value
    assert len(done.made) == 1651
    rows = meetings.list_meetings(desk)
    told = json.loads(raw)
    assert Counter(one.state for one in rows) == {
        MeetingState.HELD: 1618,
        MeetingState.CANCELLED: 33,
    }
    assert Counter(one.starts_local.isoformat() for one in rows) == Counter(
        one["datetime_iso"] for one in told
    )
    named = Counter(one.body_name.show("en") for one in rows)
    assert named == Counter(one["meeting_type"] for one in told)
    places = Counter("" if one["location"] == "null" else one["location"] for one in told)
    assert Counter(one.venue.show("en") for one in rows) == Counter(
        {" ".join(place.split()): count for place, count in places.items()}
    )
    assert preview_import(desk, raw).count(Fate.PRESENT) == 1651


def test_a_parish_calendar_becomes_meetings(desk):
    raw = (folder("ics_stmewan") / "stmewan.ics").read_bytes()
    planning = bodies.add_body(desk, name=words("Planning Committee")).value
    done = apply_import(desk, preview_import(desk, raw)).value
    found = [meetings.get_meeting(desk, uid) for uid in done.made]
    assert [one.starts_local.hour for one in found] == [17, 18, 19]
    assert [one.body_uid == planning for one in found] == [True, False, False]
    assert {one.state for one in found} == {MeetingState.HELD}
