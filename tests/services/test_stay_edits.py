"""Times put right: of one person together, past midnight, and over a change of clocks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hall import ZONE, Hall, convene

from council.catalogue import say
from council.domain.clocks import happens_twice, nearest_moment
from council.domain.messages import InputRefused
from council.services import history
from council.services.session import attendance, recusals, timeline
from council.services.session.stay_edits import Stay, put_reason, put_stays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.session.attendance import RoomRow

LA = ZoneInfo(ZONE)


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene(members=5, seats=5)
    yield made
    made.desk.close()


def first(hall: Hall) -> RoomRow:
    return attendance.room(hall.desk, hall.meeting)[0]


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 19, hour, minute, tzinfo=LA)


def test_all_stays_of_a_person_are_one_step(hall: Hall) -> None:
    desk = hall.desk
    attendance.arrive(desk, hall.meeting, hall.people[0])
    row = first(hall)
    came = row.spans[0]
    wanted = [Stay(came.uid, at(18, 31), at(18, 50)), Stay(None, at(19, 5), None, "remote")]
    put_stays(desk, str(row.attendance_uid), wanted)
    row = first(hall)
    assert [(s.from_at, s.to_at, s.mode) for s in row.spans] == [
        (at(18, 31), at(18, 50), "in_person"), (at(19, 5), None, "remote"),
    ]  # fmt: skip
    assert row.state == "remote"
    lines = [say(one.message, "en") for one in timeline.timeline(desk, hall.meeting)]
    assert "Correction: Correct the times of Amal Haddad" in lines
    put_stays(desk, str(row.attendance_uid), [wanted[0]])
    assert first(hall).state == "left"
    history.undo(desk)
    history.undo(desk)
    assert first(hall).spans == (came,)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ([Stay(None, at(19, 0), at(18, 50))], "ends_before_start"),
        ([Stay(None, at(19, 0), None), Stay(None, at(19, 5), None)], "stays_overlap"),
        ([Stay(None, at(19, 0), at(19, 30)), Stay(None, at(19, 5), None)], "stays_overlap"),
    ],
)
def test_stays_that_cannot_be_are_refused(hall: Hall, wanted: list[Stay], code: str) -> None:
    attendance.arrive(hall.desk, hall.meeting, hall.people[0])
    before = first(hall)
    with pytest.raises(InputRefused, match=code):
        put_stays(hall.desk, str(before.attendance_uid), wanted)
    assert first(hall) == before


def test_the_reason_of_an_excuse_and_of_a_recusal(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    attendance.mark(desk, meeting, who[0], "excused")
    put_reason(desk, str(first(hall).attendance_uid), " ill ", at(18, 20))
    row = first(hall)
    assert (row.state, row.reason, row.noted_at) == ("excused", "ill", at(18, 20))
    attendance.arrive(desk, meeting, who[1])
    uid = attendance.recuse(desk, meeting, hall.item, who[1]).value
    recusals.put_recusal_reason(desk, uid, "owns the shop")
    assert attendance.list_recusals(desk, meeting)[0].reason == "owns the shop"


def test_a_guest_goes_and_comes_back(hall: Hall) -> None:
    uid = attendance.add_guest(hall.desk, hall.meeting, first(hall).name).value
    attendance.toggle_guest(hall.desk, uid)
    row = attendance.room(hall.desk, hall.meeting)[-1]
    assert (row.guest, row.state) == (True, "left")
    attendance.toggle_guest(hall.desk, uid)
    row = attendance.room(hall.desk, hall.meeting)[-1]
    assert (row.state, len(row.spans)) == ("present", 2)


@pytest.mark.parametrize(
    ("typed", "near", "meant"),
    [
        ("23:50", "2026-11-20T00:05:00-08:00", "2026-11-19T23:50:00-08:00"),
        ("00:10", "2026-11-19T23:55:00-08:00", "2026-11-20T00:10:00-08:00"),
        ("18:40", "2026-11-19T18:45:12-08:00", "2026-11-19T18:40:00-08:00"),
        # Clocks go back at 02:00 on 1 November 2026: 01:30 is there twice.
        ("01:30", "2026-11-01T01:20:00-07:00", "2026-11-01T01:30:00-07:00"),
        ("01:30", "2026-11-01T01:40:00-08:00", "2026-11-01T01:30:00-08:00"),
        # Clocks leap from 02:00 to 03:00 on 8 March 2026: 02:30 is never shown.
        ("02:30", "2026-03-08T03:20:00-07:00", "2026-03-08T03:30:00-07:00"),
    ],
)
def test_a_typed_time_is_the_nearest_moment(typed: str, near: str, meant: str) -> None:
    found = nearest_moment(time.fromisoformat(typed), datetime.fromisoformat(near), LA)
    assert found.isoformat() == meant


def test_the_hour_that_happens_twice() -> None:
    twice = datetime.fromisoformat("2026-11-01T01:30:00-08:00")
    assert happens_twice(twice, LA)
    assert not happens_twice(twice + timedelta(hours=1), LA)
    assert not happens_twice(datetime.fromisoformat("2026-03-08T03:30:00-07:00"), LA)
