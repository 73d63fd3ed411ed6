"""The list of meetings and the form that plans one."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from staged import convene

from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.ui.pages.meeting.words import parse_time, shorten, tidy

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot).navigate("meetings")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def test_the_list_shows_meetings_and_opens_one(hall):
    shell = hall.shells[-1]
    page = shell.current_page()
    assert [m.number for m in page.table.rows_model.rows] == ["1/2026"]
    page.table.opened.emit(hall.meeting)
    assert (shell.route, shell.uid) == ("meeting", hall.meeting)


def test_a_meeting_is_planned_by_keys(hall):
    hall.press((Qt.Key.Key_N, CTRL), "14 jan 2027", ENTER)
    found = meetings.list_meetings(hall.desk)[0]
    assert found.starts_local == datetime(2027, 1, 14, 18, 30)
    assert found.number == "1/2027"
    assert found.venue.show("en") == "Riverbend Hall"
    assert hall.shells[-1].current_page().code == "plan"


def test_a_day_that_is_none_is_told(hall):
    hall.press((Qt.Key.Key_N, CTRL), "soon", ENTER)
    page = hall.shells[-1].current_page()
    assert "19 Nov" in page.form._fields["day"]._below.text()
    assert len(meetings.list_meetings(hall.desk)) == 1
    hall.press(ESC)
    assert page.form.isHidden()


def test_tabs_tell_coming_from_past(hall):
    meetings.cancel_meeting(hall.desk, hall.meeting, "Snow")
    page = hall.shells[-1].current_page()
    page.refresh()
    page.tabs.set_value("coming")
    page.refresh()
    assert page.table.rows_model.rows == []
    page.tabs.set_value("past")
    page.refresh()
    assert [m.state for m in page.table.rows_model.rows] == [MeetingState.CANCELLED]


def test_without_a_meeting_the_page_offers_one(tmp_path, qtbot, hall):
    page = hall.shells[-1].current_page()
    page._empty.acted.emit()
    assert not page.form.isHidden()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18:30", time(18, 30)),
        ("18.30 น.", time(18, 30)),
        ("๑๓.๓๐", time(13, 30)),
        ("6:30 pm", time(18, 30)),
        ("12 am", time(0)),
        ("9", time(9)),
    ],
)
def test_clock_times_are_read(typed, meant):
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "13 pm", "18:75"])
def test_what_is_no_clock_time_is_refused(typed):
    with pytest.raises(ValueError, match=r".*"):
        parse_time(typed)


def test_changes_are_shown_without_their_spaces_and_shortened():
    pieces = [("same", "a" * 30 + " " + "b" * 30), ("ins", " new "), ("same", "end")]
    assert tidy(pieces)[1:4] == [("same", " "), ("ins", "new"), ("same", " ")]
    assert shorten(pieces)[0] == ("same", "… " + "b" * 30)
