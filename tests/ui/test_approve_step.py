"""The approve step: corrections, the meeting that approves, the lock."""

import pytest
from written import write

from council.domain.messages import InputRefused
from council.services import minutes


@pytest.fixture
def world(tmp_path, qtbot):
    made = write(tmp_path, qtbot)
    yield made
    made.shell.let_go()
    made.desk.close()


def test_a_correction_is_listed(world):
    step = world.go("approve")
    step.place.setText("Item 1")
    step.was.setText("20 households")
    step.now.setText("22 households")
    step.asked_by.setText("Ben Roy")
    step.add.click()
    (one,) = minutes.list_corrections(world.desk, world.meeting)
    assert (one.now.show("en"), one.asked_by) == ("22 households", "Ben Roy")
    assert step.place.text() == ""
    assert step._count.text() == "1"


def test_what_is_typed_before_the_answer_comes_is_not_lost(world, monkeypatch):
    step = world.go("approve")
    waiting, dispatcher = [], step.context.dispatcher
    monkeypatch.setattr(dispatcher, "_write", waiting.append)
    for edit, words in ((step.place, "Item 1"), (step.was, "20"), (step.now, "22")):
        edit.setText(words)
    step.add.click()
    step.place.setText("Item 2")
    dispatcher._deliver(waiting.pop().on(world.desk))
    assert (step.place.text(), step.was.text(), step.now.text()) == ("Item 2", "", "")


def test_a_refused_correction_stays_in_its_fields(world, monkeypatch):
    step = world.go("approve")
    for edit, words in ((step.place, "Item 1"), (step.was, "20"), (step.now, "22")):
        edit.setText(words)

    def refuse(call):
        step.context.dispatcher._deliver(call.answer(error=InputRefused("error.empty_list")))

    monkeypatch.setattr(step.context.dispatcher, "_write", refuse)
    step.add.click()
    assert (step.place.text(), step.was.text(), step.now.text()) == ("Item 1", "20", "22")


@pytest.mark.parametrize("missing", ["place", "was", "now"])
def test_a_correction_wants_all_it_needs(world, missing):
    step = world.go("approve")
    for name in ("place", "was", "now"):
        if name != missing:
            getattr(step, name).setText("x")
    step.add.click()
    assert getattr(step, missing).accessibleDescription()
    assert minutes.list_corrections(world.desk, world.meeting) == []


def test_the_later_meeting_and_its_carried_motion_are_suggested(world):
    step = world.go("approve")
    assert step.meeting.currentData() == world.later
    assert step.motion.currentData() == world.approving


def test_approving_asks_once_and_locks(world):
    step = world.go("approve")
    step.approve.click()
    assert minutes.get_approval(world.desk, world.meeting) is None
    step.confirm.no_button.click()
    assert step.confirm.isHidden()
    step.approve.click()
    step.confirm.yes_button.click()
    approval = minutes.get_approval(world.desk, world.meeting)
    assert (approval.meeting_uid, approval.motion_uid) == (world.later, world.approving)
    assert step._decision.isHidden()
    assert step._form.isHidden()
    assert "motion 2026-2" in step._locked.accessibleName()
    assert step.next.isEnabled()


def test_without_a_later_meeting_it_says_so(tmp_path, qtbot):
    world = write(tmp_path, qtbot, approve_begun=False)
    step = world.go("approve")
    assert step.meeting.currentData() == world.meeting
    assert "No later meeting" in step._why.text()
    world.shell.let_go()
    world.desk.close()
