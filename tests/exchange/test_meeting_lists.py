"""Lists of meetings: columns guessed, days and times read, ids that repeat."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from helpers.real_data import folder
from hypothesis import given
from hypothesis import strategies as st

from council.domain.messages import InputRefused
from council.exchange.meeting_lists import Field, read_clock, read_meeting_list

TORONTO = ZoneInfo("America/Toronto")

TWIN = [
    {
        "id": "a1",
        "meeting_type": "Parks Committee",
        "location": "Blue Room",
        "datetime_iso": "2027-03-04T17:30:00",
        "cancelled": False,
        "video_url": None,
    },
    {
        "id": "slip",
        "meeting_type": "Parks Committee",
        "location": "null",
        "datetime_iso": "2027-04-01T17:30:00",
        "cancelled": True,
    },
    {
        "id": "slip",
        "meeting_type": "Town Council",
        "location": "Chamber",
        "datetime_iso": "2027-04-12T00:00:00",
        "cancelled": True,
    },
    {
        "id": "a1",
        "meeting_type": "Parks Committee",
        "location": "Blue Room",
        "datetime_iso": "2027-03-04T17:30:00",
        "cancelled": False,
    },
    {"id": "b", "meeting_type": "Town Council", "datetime_iso": "soon"},
]


def test_a_json_list_is_read_whole():
    found, table = read_meeting_list(json.dumps(TWIN).encode(), TORONTO)
    assert table.fields == (
        Field.ID, Field.WHAT, Field.PLACE, Field.WHEN, Field.CANCELLED, Field.IGNORE,
    )  # fmt: skip
    assert [one.repeats for one in found.events] == [True, False, False, False] or [
        one.repeats for one in found.events
    ] == [False, True, False, False]
    kept = [one for one in found.events if not one.repeats]
    assert [(one.what, one.place, one.cancelled) for one in kept] == [
        ("Parks Committee", "Blue Room", False),
        ("Parks Committee", "", True),
        ("Town Council", "Chamber", True),
    ]
    assert len({one.uid for one in kept}) == 3
    assert [note.code for note in kept[2].notes] == ["calendar.no_time", "calendar.twice"]
    assert [(note.code, note.params) for note in found.notes] == [
        ("calendar.bad_time", {"value": "soon"})
    ]


def test_a_list_within_an_object_and_moments_with_an_offset():
    raw = json.dumps({"meetings": [{"startsAt": "2027-07-01T22:30:00Z", "title": "Board"}]})
    (one,) = read_meeting_list(raw.encode(), TORONTO)[0].events
    assert (one.starts, one.what) == (datetime(2027, 7, 1, 18, 30), "Board")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Date,Time,Place,Status\n8 Oct 2027,6:30 pm,Hall,CANCELLED\n",
            (datetime(2027, 10, 8, 18, 30), "Hall", True),
        ),
        (
            "วันที่;เวลา;สถานที่;คณะ\n๘ ตุลาคม ๒๕๗๐;๑๘.๓๐ น.;ศาลา;คณะกรรมการ\n",
            (datetime(2027, 10, 8, 18, 30), "ศาลา", False),
        ),
        (
            "When\tRoom\n2027-10-08 18:30\tHall\n",
            (datetime(2027, 10, 8, 18, 30), "Hall", False),
        ),
        ("When,Room\n8 Oct 2027 18:30,TBD\n", (datetime(2027, 10, 8, 18, 30), "", False)),
        ("Meeting date,Venue\n2027-10-08,Hall\n", (datetime(2027, 10, 8), "Hall", False)),
    ],
)
def test_a_sheet_is_read(text, wanted):
    (one,) = read_meeting_list(text.encode(), TORONTO)[0].events
    assert (one.starts, one.place, one.cancelled) == wanted


def test_columns_can_be_chosen():
    raw = b"A,B\n2027-10-08 18:30,Hall\n"
    with pytest.raises(InputRefused) as refused:
        read_meeting_list(raw, TORONTO)
    assert refused.value.code == "error.meetings_columns"
    (one,) = read_meeting_list(raw, TORONTO, (Field.WHEN, Field.PLACE))[0].events
    assert one.place == "Hall"


@pytest.mark.parametrize(
    "raw", [b"", b"[", b"[]", b"{}", b'{"a": [1, 2]}', b"When\n", b'[{"when"', b"[" * 100_000]
)
def test_what_is_no_list_is_refused(raw):
    with pytest.raises(InputRefused):
        read_meeting_list(raw, TORONTO)


def test_lengths_and_clocks():
    raw = b"When,Duration\n2027-10-08 18:30,90 min\n2027-10-09 18:30,long\n"
    assert [one.minutes for one in read_meeting_list(raw, TORONTO)[0].events] == [90, None]
    assert read_clock("12:05 a.m.") == time(0, 5)
    with pytest.raises(InputRefused):
        read_clock("25:00")


@given(st.lists(st.dictionaries(st.sampled_from(["id", "when", "type", "time"]), st.text())))
def test_any_list_is_read_or_refused(listed):
    try:
        read_meeting_list(json.dumps(listed).encode(), TORONTO)
    except InputRefused:
        return


def test_fifteen_years_of_a_citys_meetings_come_in_whole():
    raw = (folder("peterborough_meetings") / "lib" / "all_meeting_data.json").read_bytes()
    found, _ = read_meeting_list(raw, TORONTO)
    told = json.loads(raw)
    assert len(found.events) == 1651
    assert sum(one.cancelled for one in found.events) == 33
    assert not any(one.repeats for one in found.events)
    assert len({one.uid for one in found.events}) == 1651
    ids = Counter(one["id"] for one in told)
    repeated = sum(count - 1 for count in ids.values())
    marked = [one for one in found.events if any(n.code == "calendar.twice" for n in one.notes)]
    assert repeated == 37
    assert len(marked) == repeated + sum(count > 1 for count in ids.values())
    spelled = Counter((one.starts.isoformat(), one.what) for one in found.events)
    assert spelled == Counter((one["datetime_iso"], one["meeting_type"]) for one in told)
