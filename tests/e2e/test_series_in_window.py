"""A year planned at the window by its series: made, one moved, one cancelled, changed, undone."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.services.members import people
from council.services.schedule import series
from council.services.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Secretary

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ZONE = ZoneInfo("America/Los_Angeles")


@pytest.fixture(params=["inline", "late", "worker"])
def pace(request) -> str:
    return request.param


def planned(office: Secretary) -> list[meetings.MeetingRow]:
    """Return the meetings of the series, the earliest first."""
    found = [one for one in meetings.list_meetings(office.desk) if one.series_uid]
    return sorted(found, key=lambda one: one.starts_local)


def plan_year(office: Secretary) -> None:
    """Type a series of 2024, leave one day out and plan the rest."""
    office.shell.navigate("meetings")
    office.press(Key.Key_N, CTRL | SHIFT)
    form = office.page.series
    office.until(form.isVisible)
    office.into(form.first, "1 jan 2024")
    office.into(form.last, "31 dec 2024")
    office.into(form.time, "18:30")
    office.into(form.venue, "Ferry House")
    office.choose(form.rule.nth, "2")
    office.choose(form.rule.weekday, "3")
    form.rule.months[7].click()
    office.until(lambda: len(form.days.wanted()) == 11)
    assert form._words.text() == "The second Thursday of every month, not in August · 18:30"
    form.days.pick("2024-12-12")
    form.days.setFocus()
    office.press(Key.Key_Space)
    assert len(form.days.wanted()) == 10
    office.click(form.submit_button)
    office.until(lambda: len(planned(office)) == 10)
    office.until(lambda: not form.isVisible())


def change(office: Secretary) -> None:
    """Let the series meet on Tuesdays from September on."""
    office.press(Key.Key_N, CTRL | SHIFT)
    form = office.page.series
    office.until(form.isVisible)
    office.choose(form.which, series.list_series(office.desk)[0].uid)
    form.action.setFocus()
    office.press(Key.Key_Right)
    office.into(form.first, "1 sep 2024")
    office.into(form.last, "31 dec 2024")
    office.choose(form.rule.weekday, "1")
    office.until(lambda: [one.meant_on.day for one in form.days.wanted()] == [10, 8, 12, 10])
    office.click(form.submit_button)
    office.until(lambda: len(series.list_series(office.desk)) == 2)
    office.settle()


def test_a_year_planned_by_its_series(office: Secretary, tmp_path: Path):
    plan_year(office)
    rows = planned(office)
    assert [one.starts_local.date() for one in rows] == [
        date(2024, month, day)
        for month, day in enumerate([11, 8, 14, 11, 9, 13, 11, 0, 12, 10, 14], 1)
        if day
    ]
    assert {one.starts_local.time() for one in rows} == {time(18, 30)}
    offsets = {one.starts_local.replace(tzinfo=ZONE).utcoffset() for one in rows}
    assert len(offsets) == 2  # over both changes of the clock

    page = office.page
    page.table.pick(rows[2].uid)
    office.click(page.one.move_button)
    office.into(page.one.day, "19 mar 2024")
    office.press(Key.Key_Return)
    office.until(lambda: meetings.get_meeting(office.desk, rows[2].uid).starts_local.day == 19)
    page.table.pick(rows[4].uid)
    office.click(page.one.cancel_button)
    office.into(page.one.reason, "No business")
    office.press(Key.Key_Return)
    office.until(
        lambda: meetings.get_meeting(office.desk, rows[4].uid).state == MeetingState.CANCELLED
    )
    assert meetings.get_meeting(office.desk, rows[2].uid).series_on == date(2024, 3, 14)

    change(office)
    after = {one.uid: one for one in planned(office)}
    assert [after[one.uid].starts_local.date() for one in rows[7:]] == [
        date(2024, 9, 10), date(2024, 10, 8), date(2024, 11, 12),
    ]  # fmt: skip
    assert len(after) == 11

    page.open_files()
    page.files.save_to(tmp_path / "out.ics")
    office.until((tmp_path / "out.ics").exists)
    events = Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 11
    assert [str(one["STATUS"]) for one in events].count("CANCELLED") == 1

    office.press(Key.Key_Z, CTRL)
    office.until(lambda: len(planned(office)) == 10)
    office.settle()
    office.clock(datetime(2025, 1, 2, 9))
    report = verify(office.desk)
    assert report.intact
    for person in people.list_people(office.desk):
        assert people.get_person(office.desk, person.uid).attendance == ()
