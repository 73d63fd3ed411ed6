"""Reminders of the deadline for posting: once each, across sleep, on the strip on the last day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from staged import ZONE, convene, t

from council.services import meetings
from council.services.planning import agenda
from council.ui.pages.council import WindowCard
from council.ui.reminders import LAST_DAY, LAST_HOURS, Tray, find_due, reminds, stage

LATEST = datetime(2026, 12, 17, 18, 30, tzinfo=ZoneInfo(ZONE))
"""The Brown Act: 72 hours before the meeting of 20 December 2026, 18:30."""
SPACE = Qt.Key.Key_Space


@pytest.fixture
def told(monkeypatch):
    """Collect what would be shown on the desktop."""
    found = []
    monkeypatch.setattr(Tray, "say", lambda _self, _title, words: found.append(words))
    return found


@pytest.fixture
def hall(tmp_path, qtbot, told):
    made = convene(tmp_path, pack="us-ca-brown")
    made.meeting = meetings.plan_meeting(
        made.desk, body_uid=made.body, starts_local=datetime(2026, 12, 20, 18, 30), venue=t("Hall")
    ).value
    made.clock.set(LATEST - timedelta(days=3))
    made.open(qtbot, "plan")
    made.shells[-1].reminder.look()
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def _at(hall, left):
    """Let the clock on the wall stand so long before the deadline, and look."""
    hall.clock.set(LATEST - left)
    hall.shells[-1].reminder.look()


@pytest.mark.parametrize(
    ("left", "name"),
    [
        (LAST_DAY + timedelta(seconds=1), ""),
        (LAST_DAY, "24h"),
        (LAST_HOURS + timedelta(seconds=1), "24h"),
        (LAST_HOURS, "2h"),
        (timedelta(seconds=1), "2h"),
        (timedelta(), "over"),
        (timedelta(days=-3), "over"),
    ],
)
def test_the_stages_begin_on_the_second(left, name):
    assert stage(left) == name


def test_only_meetings_to_come_without_a_posting_are_looked_at(hall):
    assert [due.until for due in find_due(hall.desk)] == [LATEST]
    meetings.post_notice(hall.desk, hall.meeting, place="Door")
    assert find_due(hall.desk) == []


def test_each_stage_is_told_once(hall, told):
    assert told == []
    _at(hall, timedelta(hours=23))
    _at(hall, timedelta(hours=22))
    assert len(told) == 1
    assert "has to be posted by Thursday 17 Dec 2026, 18:30" in told[0]
    _at(hall, timedelta(hours=1))
    _at(hall, timedelta(minutes=1))
    assert len(told) == 2
    _at(hall, timedelta(minutes=-1))
    _at(hall, timedelta(hours=-9))
    assert len(told) == 3
    assert "had to be posted by" in told[2]


def test_a_sleep_over_the_deadline_is_told_when_the_computer_wakes(hall, told):
    _at(hall, timedelta(days=2))
    _at(hall, timedelta(hours=-10))
    assert len(told) == 1
    assert "had to be" in told[0]


def test_what_was_over_before_the_program_ran_is_not_told(hall, told, qtbot):
    hall.shells[-1].let_go()
    hall.clock.set(LATEST + timedelta(hours=1))
    hall.open(qtbot, "plan")
    hall.shells[-1].reminder.look()
    assert told == []


def test_nothing_is_told_again_by_the_next_window(hall, told, qtbot):
    _at(hall, timedelta(hours=1))
    assert len(told) == 1
    hall.shells[-1].let_go()
    again = hall.open(qtbot, "plan")
    again.settings.extra = type(again.settings).load(again.settings.path).extra
    again.reminder.look()
    assert len(told) == 1


def test_posting_ends_the_reminders_and_the_strip(hall, told):
    shell = hall.shells[-1]
    _at(hall, timedelta(hours=5, minutes=12, seconds=30))
    assert shell.strip.isVisible()
    assert "post the agenda by Thursday 17 Dec 2026, 18:30" in shell.strip.accessibleName()
    assert "5 h 12 min left" in shell.strip.accessibleName()
    shell.strip.back.setFocus()
    hall.press(SPACE)
    assert hall.step().__class__.__name__ == "NoticeStep"
    meetings.post_notice(hall.desk, hall.meeting, place="Door")
    _at(hall, timedelta(hours=1))
    assert not shell.strip.isVisible()
    assert len(told) == 1


def test_there_is_no_strip_before_the_last_day(hall):
    _at(hall, timedelta(hours=25))
    assert not hall.shells[-1].strip.isVisible()
    agenda.add_item(hall.desk, hall.meeting, title=t("x"))
    assert hall.shells[-1].reminder.last_day() == ("", [])


def test_reminders_are_switched_off_under_council(hall, told):
    shell = hall.shells[-1]
    shell.navigate("council", tab="window")
    (card,) = shell.findChildren(WindowCard)
    card.remind.setFocus()
    hall.press(SPACE)
    assert not reminds(shell.settings)
    _at(hall, timedelta(hours=1))
    assert told == []
