"""An evening of business by keys alone: what is moved, put off, brought back and ruled on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import WORDS, convene

from council.domain.kedmanee import LETTERS
from council.domain.vocabulary import MotionKind
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, closed_session, motions

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
F2, F5, F11 = Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F11
_THAI = {latin: thai for thai, latin in LETTERS.items()}


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    made.step().rest()
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def under_kedmanee(hall, letter):
    """Press the key of a letter while the layout is Thai."""
    typed = _THAI[letter]
    QApplication.processEvents()
    target = QApplication.focusWidget() or hall.shells[-1]
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, ord(typed), NONE, typed))
    QApplication.processEvents()


def called(hall, kind):
    """Open the form of a kind of motion by its digit, else by its name in the palette."""
    digits = {one: digit for digit, one in hall.step().motions.order.digits.items()}
    if kind in digits:
        hall.press(digits[kind])
        return
    hall.press("/")
    QTest.qWait(30)
    hall.press(hall.step().context.word(f"motion_kind.{kind.value}"))
    QTest.qWait(250)
    hall.press(ENTER)
    hall.shells[-1].activateWindow()  # a window manager does that when the palette goes
    assert QTest.qWaitForWindowActive(hall.shells[-1])


def made(hall, kind):
    return [m for m in motions.list_motions(hall.desk, hall.meeting) if m.kind == kind][-1]


def main_motion(hall):
    codes = hall.codes()
    hall.press((Qt.Key.Key_M, CTRL), codes["Haddad"], TAB, codes["Nunn"])
    if not hall.step().motions.motion.words.toPlainText():
        hall.press(TAB, WORDS)
    hall.press((ENTER, CTRL))


def carry(hall):
    hall.press(F5, "1", ENTER)


def second(hall, mover, seconder):
    codes = hall.codes()
    hall.press(codes[mover], TAB, codes[seconder])


def test_a_question_is_amended_put_off_taken_up_and_brought_back(hall):
    main_motion(hall)
    called(hall, MotionKind.AMEND)
    second(hall, "Roy", "Lee")
    hall.press(F2, "by March", (ENTER, CTRL))
    called(hall, MotionKind.AMEND)
    second(hall, "Novak", "Lee")
    hall.press(F2, F2, F2, "March", TAB, "May", (ENTER, CTRL))
    carry(hall)
    called(hall, MotionKind.PREVIOUS_QUESTION)
    second(hall, "Weiss", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    carry(hall)
    called(hall, MotionKind.LAY_ASIDE)
    second(hall, "Weiss", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    main = made(hall, "main")
    assert main.outcome == "laid_aside"
    called(hall, MotionKind.TAKE_UP_AGAIN)
    second(hall, "Roy", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    assert made(hall, "main").outcome is None
    carry(hall)
    main = made(hall, "main")
    assert main.final_text.show("en") == WORDS.replace("Road.", "Road by May.")
    called(hall, MotionKind.RECONSIDER)
    second(hall, "Roy", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    assert made(hall, "main").outcome is None
    carry(hall)
    called(hall, MotionKind.RESCIND)
    second(hall, "Roy", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    assert [one.kind for one in made(hall, "main").later] == ["take_up_again", "reconsider",
                                                             "rescind"]  # fmt: skip


def test_a_point_of_order_is_ruled_on_and_the_ruling_appealed(hall):
    main_motion(hall)
    called(hall, MotionKind.POINT_OF_ORDER)
    hall.press(hall.codes()["Roy"], TAB, "Off the subject", (ENTER, CTRL), "R")
    ruling = hall.step().forms["ruling"]
    assert not ruling.isHidden()
    hall.press("n", TAB, "It is on the road", (ENTER, CTRL))
    point = made(hall, "point_of_order")
    assert (point.outcome, point.ruling.show("en")) == ("lost", "It is on the road")
    called(hall, MotionKind.APPEAL)
    second(hall, "Roy", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    assert made(hall, "appeal").outcome == "carried"


@pytest.mark.parametrize(("letter", "outcome"), [("P", "postponed"), ("F", "referred")])
def test_the_letters_of_the_question_work_under_kedmanee(hall, letter, outcome):
    main_motion(hall)
    under_kedmanee(hall, letter)
    assert made(hall, "main").outcome == outcome


def test_a_question_is_divided_under_kedmanee(hall):
    main_motion(hall)
    under_kedmanee(hall, "D")
    assert not hall.step().forms["parts"].isHidden()


def test_an_evening_ends_with_a_closed_session_and_an_adjournment_that_was_moved(hall):
    main_motion(hall)
    carry(hall)
    hall.press((F11, SHIFT), "Personnel", TAB, "A complaint", ENTER)
    main_motion(hall)
    assert made(hall, "main").closed
    carry(hall)
    hall.press((F11, SHIFT))
    assert not closed_session.is_closed_now(hall.desk, hall.meeting)
    called(hall, MotionKind.ADJOURN)
    second(hall, "Roy", "Lee")
    hall.press((ENTER, CTRL))
    carry(hall)
    hall.press(ENTER)
    assert meetings.get_meeting(hall.desk, hall.meeting).state == "held"
