"""Giving notice of a motion in the console, and finding it on the next agenda, by keys alone."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from staged import convene

from council.services import meetings
from council.services.planning import agenda

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot, "meet")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def _notices(hall):
    found = agenda.list_items(hall.desk, hall.meeting)
    return [one for one in found if one.kind == "notice_of_motion"]


def test_notice_is_given_by_keys_and_comes_back_as_business(hall):
    hall.press((Qt.Key.Key_M, BOTH), "ferr", TAB, "Bench at the pond", TAB, "That it be built.")
    hall.press((ENTER, CTRL))
    (given,) = _notices(hall)
    assert given.title.show("en") == "Bench at the pond"
    assert given.presenter.show("en") == "Carl Ferreira"
    assert given.proposed_motion.show("en") == "That it be built."
    form = hall.step().forms["motion_notice"]
    assert not form.isVisible()
    current = next(
        one for one in agenda.list_items(hall.desk, hall.meeting) if one.state == "current"
    )
    assert current.uid == hall.items["Crosswalk"] == given.parent_uid
    meetings.adjourn(hall.desk, hall.meeting)
    hall.clock.set(hall.clock.now() + timedelta(days=1))
    hall.meeting = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, starts_local=datetime(2027, 1, 14, 18, 30)
    ).value
    hall.shells[-1].navigate("meeting", hall.meeting, step="plan")
    hall.step().carry_over.click()
    assert hall.step().carry.boxes[given.uid].isChecked()


def test_what_is_missing_is_said_in_place_and_escape_gives_up(hall):
    hall.press((Qt.Key.Key_M, BOTH), (ENTER, CTRL))
    form = hall.step().forms["motion_notice"]
    assert "what the motion is about" in form.problem.text()
    assert form.about.hasFocus()
    hall.press("Bench")
    form.mover.line.setFocus()
    hall.press("nobody at all", (ENTER, CTRL))
    assert "Nobody" in form.problem.text()
    assert _notices(hall) == []
    hall.press(ESC)
    assert not form.isVisible()
