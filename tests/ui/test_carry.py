"""The carry-over list: grouped by why, ticked when due, settled with a reason, nothing dropped."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from staged import convene, t

from council.services import actions, meetings
from council.services.planning import agenda
from council.services.session import motions
from council.ui.dispatcher import InlineDispatcher

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def hall(tmp_path, qtbot):
    """A meeting after one that put one motion off and left an item and an action."""
    made = convene(tmp_path)
    desk = made.desk
    meetings.call_to_order(desk, made.meeting)
    agenda.go_to_item(desk, made.meeting, made.items["Crosswalk"])
    main = motions.state_motion(
        desk,
        made.meeting,
        text=t("That it be built."),
        mover_uid=made.people["Ferreira"],
        item_uid=made.items["Crosswalk"],
    ).value
    motions.set_outcome(desk, main, "postponed")
    actions.add_action(desk, what=t("Ask the county"), meeting_uid=made.meeting)
    agenda.change_item(desk, made.items["Grants"], proposed_motion=t("That we grant."))
    meetings.adjourn(desk, made.meeting)
    made.clock.set(made.clock.now() + timedelta(days=1))
    made.meeting = meetings.plan_meeting(
        desk, body_uid=made.body, starts_local=datetime(2027, 1, 14, 18, 30), venue=t("Hall")
    ).value
    made.open(qtbot, "plan")
    yield made
    for shell in made.shells:
        shell.close()
    desk.close()


def _titles(hall):
    return [i.title.show("en") for i in agenda.list_items(hall.desk, hall.meeting)]


def _open(hall):
    step = hall.step()
    step.carry_over.click()
    return step.carry


def test_a_list_that_is_still_being_read_opens_when_it_is_here(hall, qtbot, monkeypatch):
    """Pressed at once, the button once opened an empty list that took no Enter."""
    asked = []
    monkeypatch.setattr(InlineDispatcher, "_read", lambda _self, call: asked.append(call))
    hall.open(qtbot, "plan")
    step = hall.step()
    qtbot.waitUntil(lambda: any(call.service is agenda.list_waiting for call in asked))
    step.carry_over.click()
    assert not step.carry.isVisible()
    monkeypatch.undo()
    for call in asked:
        hall.shells[-1].context.dispatcher._read(call)
    assert step.carry.isVisible()
    assert step.carry.add.hasFocus()
    qtbot.keyClick(step.carry.add, ENTER)
    assert "Crosswalk" in " ".join(_titles(hall))


def _uid(panel, words):
    return next(uid for uid, box in panel.boxes.items() if words in box.text())


def test_what_is_due_is_ticked_and_the_button_counts(hall):
    panel = _open(hall)
    assert panel.add.text() == f"Add {len(panel.boxes)} to the agenda"
    box = panel.boxes[_uid(panel, "Grants")]
    box.setFocus()
    hall.press(SPACE)
    assert not box.isChecked()
    assert panel.add.text() == f"Add {len(panel.boxes) - 1} to the agenda"
    assert panel._left.text() == "1 not ticked: kept for a later meeting"
    hall.press(ENTER)
    assert "Crosswalk" in _titles(hall)
    assert "Grants" not in _titles(hall)
    again = _open(hall)
    assert [box.text() for box in again.boxes.values()] == ["Grants"]
    assert not again.boxes[_uid(again, "Grants")].isChecked()
    assert again.add.text() == "Nothing is ticked"


def test_settling_asks_a_reason_and_can_be_taken_back(hall):
    panel = _open(hall)
    uid = _uid(panel, "Grants")
    panel.settle[uid].setFocus()
    hall.press(SPACE)
    assert panel.reason.words.hasFocus()
    hall.press(ENTER)  # without a reason nothing happens
    assert uid in panel.boxes
    hall.press("Withdrawn", ENTER)
    assert uid not in panel.boxes
    (row,) = agenda.list_dismissed(hall.desk, hall.meeting)
    assert row.reason.show("en") == "Withdrawn"
    assert _titles(hall) == []
    (back,) = panel.restore.values()
    back.setFocus()
    hall.press(SPACE)
    assert uid in panel.boxes
    assert agenda.list_dismissed(hall.desk, hall.meeting) == []


def test_escape_in_the_reason_keeps_the_list(hall):
    panel = _open(hall)
    panel.settle[_uid(panel, "Grants")].click()
    hall.press("x", ESC)
    assert panel.isVisible()
    assert not panel.reason.isVisible()
    assert agenda.list_dismissed(hall.desk, hall.meeting) == []
    hall.press(ESC)
    assert not panel.isVisible()


def test_the_settled_ones_can_be_seen_when_nothing_else_waits(hall):
    panel = _open(hall)
    for uid in list(panel.boxes):
        agenda.dismiss_candidate(hall.desk, hall.meeting, uid, "done")
    hall.step().refresh()
    assert hall.step().carry_over.isEnabled()
    assert panel.add.text() == "Nothing is ticked"
    assert len(panel.restore) >= 3


def test_hundreds_that_wait_are_shown_bit_by_bit_and_none_is_dropped(hall):
    for number in range(150):
        actions.add_action(hall.desk, what=t(f"Ask number {number}"), meeting_uid=None)
    hall.shells[-1].navigate("meeting", hall.meeting, step="plan")
    step = hall.step()
    assert "15" in step.carry_over.text()
    panel = _open(hall)
    waiting = len(agenda.carry_over_candidates(hall.desk, hall.meeting))
    assert len(panel.boxes) == 60
    assert panel._more.text() == f"{waiting - 60} more wait: show them"
    assert f"{waiting - 60 + sum(not box.isChecked() for box in panel.boxes.values())} not" in (
        panel._left.text()
    )
    panel._more.setFocus()
    hall.press(SPACE)
    assert len(panel.boxes) == 120
    assert list(panel.boxes.values())[60].hasFocus()
    panel._more.click()
    assert len(panel.boxes) == waiting
    assert panel._more.parent() is None


def test_what_is_settled_is_named_once(hall):
    panel = _open(hall)
    uid = _uid(panel, "Grants")
    agenda.dismiss_candidate(hall.desk, hall.meeting, uid, "Withdrawn by its author")
    panel.refresh()
    words = [one.text() for one in panel.findChildren(QLabel)]
    assert words.count("Grants") == 1
