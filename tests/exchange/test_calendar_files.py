"""iCalendar files: what is read, what is refused, what is written."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from helpers.real_data import folder
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from council.domain.messages import InputRefused
from council.exchange.calendar_files import Entry, Span, read_calendar, write_calendar

LONDON = ZoneInfo("Europe/London")
BANGKOK = ZoneInfo("Asia/Bangkok")
SPAN = Span(date(2026, 1, 1), date(2027, 12, 31))
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def calendar(*events: str, head: str = "") -> bytes:
    """Return a calendar file of events, each given as its lines."""
    inside = "\n".join(f"BEGIN:VEVENT\n{one.strip()}\nEND:VEVENT" for one in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{head}{inside}\nEND:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(*events: str, zone: ZoneInfo = LONDON, span: Span = SPAN):
    return read_calendar(calendar(*events), zone, span).events


def codes(event) -> list[str]:
    return [note.code for note in event.notes]


PLAIN = """
UID:one@example.org
DTSTART;TZID=Europe/London:20260408T180000
DTEND;TZID=Europe/London:20260408T185500
SUMMARY:Full Council\\, April
LOCATION:Village Hall
SEQUENCE:2
"""


def test_a_plain_event():
    (one,) = read(PLAIN)
    assert one.uid == "one@example.org"
    assert one.starts == datetime(2026, 4, 8, 18)
    assert (one.what, one.place, one.minutes) == ("Full Council, April", "Village Hall", 55)
    assert (one.sequence, one.cancelled, one.repeats, one.notes) == (2, False, False, ())


def test_moments_come_in_the_councils_zone():
    (there,) = read("DTSTART;TZID=America/New_York:20260312T190000\nSUMMARY:x", zone=BANGKOK)
    assert there.starts == datetime(2026, 3, 13, 6)
    assert codes(there) == ["calendar.other_zone"]
    (utc,) = read("DTSTART:20260712T170000Z\nSUMMARY:x")
    assert utc.starts == datetime(2026, 7, 12, 18)
    (floating,) = read("DTSTART:20260712T170000\nSUMMARY:x")
    assert (floating.starts, codes(floating)) == (
        datetime(2026, 7, 12, 17), ["calendar.floating"],
    )  # fmt: skip
    (unknown,) = read("DTSTART;TZID=Nowhere/Land:20260712T170000\nSUMMARY:x")
    assert (unknown.starts.hour, codes(unknown)) == (17, ["calendar.unknown_zone"])


def test_a_zone_of_the_files_own():
    own = """BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:ICT
END:STANDARD
END:VTIMEZONE
"""
    raw = calendar("DTSTART;TZID=Ours:20260712T183000\nSUMMARY:x", head=own)
    (one,) = read_calendar(raw, LONDON, SPAN).events
    assert one.starts == datetime(2026, 7, 12, 12, 30)


def test_a_whole_day_has_no_time():
    (one,) = read("DTSTART;VALUE=DATE:20260408\nSUMMARY:x")
    assert (one.starts, one.minutes, codes(one)) == (
        datetime(2026, 4, 8), None, ["calendar.all_day"],
    )  # fmt: skip


def test_a_cancelled_event_stays_with_its_reason():
    (one,) = read(PLAIN + "STATUS:CANCELLED\nCOMMENT:Flood\n")
    assert (one.cancelled, one.reason) == (True, "Flood")


SERIES = """
UID:s
DTSTART;TZID=Europe/London:20260212T183000
DURATION:PT2H
RRULE:FREQ=MONTHLY;BYDAY=2TH;UNTIL=20260630T000000Z
EXDATE;TZID=Europe/London:20260312T183000
RDATE;TZID=Europe/London:20260420T190000
SUMMARY:Board
"""


def test_a_repeated_event_is_told_one_by_one_over_the_change_of_clocks():
    found = read(SERIES)
    assert [one.starts for one in found] == [
        datetime(2026, 2, 12, 18, 30),
        datetime(2026, 4, 9, 18, 30),
        datetime(2026, 4, 20, 19),
        datetime(2026, 5, 14, 18, 30),
        datetime(2026, 6, 11, 18, 30),
    ]
    assert found[0].uid == "s/20260212T1830"
    assert {one.minutes for one in found} == {120}


def test_one_of_a_series_can_be_moved_and_cancelled():
    moved = """
UID:s
RECURRENCE-ID;TZID=Europe/London:20260409T183000
DTSTART;TZID=Europe/London:20260416T193000
SUMMARY:Board
"""
    off = """
UID:s
RECURRENCE-ID;TZID=Europe/London:20260514T183000
DTSTART;TZID=Europe/London:20260514T183000
SUMMARY:Board
STATUS:CANCELLED
"""
    found = {one.uid: one for one in read(SERIES, moved, off)}
    assert found["s/20260409T1830"].starts == datetime(2026, 4, 16, 19, 30)
    assert found["s/20260514T1830"].cancelled
    assert len(found) == 5


def test_an_endless_series_ends_with_the_span():
    found = read("UID:w\nDTSTART:20260105T170000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:x")
    assert len(found) == 104
    assert codes(found[0]) == ["calendar.past_rule"]
    counted = read("UID:w\nDTSTART:20260105T170000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:x")
    assert [codes(one) for one in counted] == [[], [], []]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=WEEKLY;INTERVAL=0", "FREQ=NEVER", "nonsense", "FREQ=DAILY;BYDAY=XX"],
)
def test_a_rule_that_cannot_be_read_leaves_the_first(rule):
    found = read(f"UID:w\nDTSTART:20260105T170000Z\nRRULE:{rule}\nSUMMARY:x")
    assert [one.starts for one in found] == [datetime(2026, 1, 5, 17)]
    assert codes(found[0]) == ["calendar.bad_rule"]


def test_an_id_given_twice():
    again = read(PLAIN, PLAIN.replace("SEQUENCE:2", "SEQUENCE:3"))
    assert [(one.sequence, one.repeats) for one in again] == [(2, True), (3, False)]
    slip = PLAIN.replace("20260408", "20260513")
    others = read(PLAIN, slip)
    assert [one.repeats for one in others] == [False, False]
    assert len({one.uid for one in others}) == 2
    assert all("calendar.twice" in codes(one) for one in others)
    moved = read(PLAIN, slip.replace("SEQUENCE:2", "SEQUENCE:5"))
    assert [(one.starts.month, one.repeats) for one in moved] == [(4, True), (5, False)]


def test_events_without_a_day_are_counted():
    raw = calendar("UID:x\nSUMMARY:no day", "UID:y\nDTSTART:soon\nSUMMARY:bad day", PLAIN)
    found = read_calendar(raw, LONDON, SPAN)
    assert len(found.events) == 1
    assert [(note.code, note.params) for note in found.notes] == [
        ("calendar.skipped_lines", {"count": 2})
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "error.calendar_not_ics"),
        (b"day,place\n2026-01-01,Hall\n", "error.calendar_not_ics"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "error.calendar_empty"),
        (b"BEGIN:VCALENDAR\r\nhello\r\nEND:VCALENDAR\r\n", "error.calendar_not_ics"),
        (b"BEGIN:VCALENDAR\r\nSUMMARY:\xff\xfe\r\nEND:VCALENDAR\r\n", "error.calendar_not_ics"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "error.calendar_empty"),
        (b"BEGIN:VCALENDAR" + b"x" * 21 * 1024 * 1024, "error.calendar_large"),
        (
            calendar("UID:d\nDTSTART:19700105T170000Z\nRRULE:FREQ=DAILY\nSUMMARY:x"),
            "error.calendar_many",
        ),
    ],
)
def test_what_is_no_calendar_is_refused(raw, code):
    with pytest.raises(InputRefused) as refused:
        read_calendar(raw, LONDON, Span(date(1970, 1, 1), date(2027, 12, 31)))
    assert refused.value.code == code


LINES = st.lists(
    st.sampled_from(
        [
            *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:x"),
            *("DTSTART:20260105T170000Z", "DTSTART;TZID=x:20260105T170000", "DTSTART:9"),
            *("DTEND:20260105", "DURATION:P", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31", "RRULE:X"),
            *("EXDATE:2026", "RDATE;VALUE=PERIOD:1/2", "SEQUENCE:many", "UID:", "UID:a"),
            *("RECURRENCE-ID:20260105T170000Z", "SUMMARY:ประชุม", "STATUS:cancelled", "junk", ""),
            *("DTSTART;VALUE=DATE:20260105", "DTSTART;VALUE=DATE:00010101", ";:", "COMMENT"),
        ]
    ),
    max_size=14,
)


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_any_lines_are_read_or_refused(lines):
    raw = calendar("\n".join(lines))
    try:
        found = read_calendar(raw, BANGKOK, SPAN)
    except InputRefused:
        return
    assert found.events


def entry(**more) -> Entry:
    values = {
        "uid": "m-1@riverbend",
        "starts": datetime(2027, 1, 14, 18, 30, tzinfo=ZoneInfo("America/Los_Angeles")),
        "summary": "Board: Regular meeting",
        "place": "Hall; upstairs, left",
        "minutes": 90,
    }
    return Entry(**{**values, **more})


def test_what_is_written_can_be_read():
    off = entry(
        uid="m-2@riverbend",
        starts=datetime(2027, 7, 8, 18, 30, tzinfo=ZoneInfo("America/Los_Angeles")),
        cancelled=True,
        description="Flood",
        sequence=4,
    )
    raw = write_calendar([off, entry()], name="Riverbend", language="en", now=NOW)
    found = read_calendar(raw, ZoneInfo("America/Los_Angeles"), SPAN)
    assert found.name == "Riverbend"
    first, second = found.events
    assert (first.uid, first.place, first.minutes) == ("m-1@riverbend", "Hall; upstairs, left", 90)
    assert (second.starts, second.cancelled, second.sequence) == (
        datetime(2027, 7, 8, 18, 30), True, 4,
    )  # fmt: skip
    assert raw == write_calendar([entry(), off], name="Riverbend", language="en", now=NOW)


def test_the_zone_is_told_with_both_its_offsets():
    raw = write_calendar([entry()], name="x", language="en", now=NOW)
    (zone,) = Calendar.from_ical(raw).walk("VTIMEZONE")
    offsets = {str(part.to_ical()) for part in zone.subcomponents}
    assert any("-0800" in one for one in offsets)
    assert any("-0700" in one for one in offsets)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def test_no_meetings_make_an_empty_calendar():
    raw = write_calendar([], name="ริมน้ำ", language="th", now=NOW)
    assert "ริมน้ำ" in raw.decode().replace("\r\n ", "")


def test_the_library_is_not_imported_before_it_is_needed():
    code = (
        "import sys, council.exchange.calendar_files, council.services.schedule.calendars; "
        "sys.exit('icalendar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_parish_calendar_comes_in_whole():
    raw = (folder("ics_stmewan") / "stmewan.ics").read_bytes()
    found = read_calendar(raw, LONDON, SPAN).events
    assert [one.starts.hour for one in found] == [17, 18, 19]
    assert {one.starts.date() for one in found} == {date(2026, 4, 8)}
    assert [one.minutes for one in found] == [50, 55, 120]
    assert len({one.uid for one in found}) == 3
