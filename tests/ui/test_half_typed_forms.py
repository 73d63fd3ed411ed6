"""What is half typed when the program ends is there again, whatever it was typed into."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from staged import WORDS, convene, t

from council.services import drafts, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.ui.draft import LATEST_MS, PAUSE_MS, Draft

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def session(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def begun(session, qtbot):
    attendance.all_present_except(session.desk, session.meeting, [])
    agenda.go_to_item(session.desk, session.meeting, session.items["Crosswalk"])
    session.open(qtbot)


def again(session, qtbot):
    """Open the file anew, as after a crash: what stood there was kept."""
    session.step().leave()
    session.open(qtbot)
    return session.step()


def test_a_roll_that_is_being_taken(session, qtbot):
    session.open(qtbot)
    session.press(session.codes()["Roy"], session.codes()["Lee"])
    step = again(session, qtbot)
    people = step.people.room.people
    assert people.hasFocus()
    assert people.absent == {session.people["Roy"], session.people["Lee"]}
    session.press(ENTER)
    room = attendance.room(session.desk, session.meeting)
    assert sum(one.here for one in room) == 13
    assert drafts.get(session.desk, f"meet:{session.meeting}:roll") == ""


def test_a_ruling(session, qtbot):
    begun(session, qtbot)
    motions.state_motion(session.desk, session.meeting, text=t(WORDS))
    motions.raise_point(
        session.desk, session.meeting, kind="point_of_order", text=t("Too long."),
        mover_uid=session.people["Roy"],
    )  # fmt: skip
    session.step().refresh()
    session.step().rest()
    session.press("R", TAB, "One minute is lef")
    step = again(session, qtbot)
    form = step.forms["ruling"]
    assert form.isVisible()
    assert form.fields.reasons.toPlainText() == "One minute is lef"
    form.fields.reasons.setFocus()
    session.press("t.", (ENTER, CTRL))
    point = motions.list_motions(session.desk, session.meeting)[-1]
    assert point.ruling.show("en") == "One minute is left."
    assert not form.draft()


def test_a_ruling_on_another_point_is_not_mixed_up(session, qtbot):
    begun(session, qtbot)
    point = {"kind": "point_of_order", "mover_uid": session.people["Roy"]}
    motions.raise_point(session.desk, session.meeting, text=t("Too long."), **point)
    session.step().refresh()
    session.step().rest()
    session.press("R", TAB, "One minute is lef")
    session.step().leave()
    motions.set_outcome(session.desk, session.step().shot.top.uid, "withdrawn")
    motions.raise_point(session.desk, session.meeting, text=t("Too loud."), **point)
    session.open(qtbot)
    assert session.step().forms["ruling"].fields.reasons.toPlainText() == ""


def test_what_is_said_of_advice(session, qtbot):
    begun(session, qtbot)
    motions.state_motion(session.desk, session.meeting, text=t(WORDS))
    motions.state_motion(session.desk, session.meeting, text=t("Another."))  # one is pending
    session.step().refresh()
    line = next(one for one in session.step().shot.lines if one.kind == "advice")
    session.step().timeline.correct_line(line)
    session.press(TAB, "The chair allowed i")
    step = again(session, qtbot)
    form = step.forms["advice"]
    assert form.isVisible()
    assert form.note.text() == "The chair allowed i"


def test_a_draft_is_kept_at_a_pause_and_at_the_latest_after_a_second(session, qtbot):
    session.open(qtbot)
    context, words = session.shells[-1].context, {"words": ""}
    draft = Draft(context, "test", lambda: dict(words), session.step())
    words["words"] = "a"
    draft.touch()
    assert not draft.kept()
    QTest.qWait(PAUSE_MS + 80)
    assert draft.kept() == {"words": "a"}
    kept = []
    for count in range(2 * LATEST_MS // 100):  # somebody who never pauses
        words["words"] += "b"
        draft.touch()
        QTest.qWait(100)
        kept.append(len(draft.kept()["words"]))
        assert len(words["words"]) - kept[-1] <= LATEST_MS // 100 + 2, count
    words["words"] = ""
    draft.keep()
    assert not draft.kept()
