"""Keys that come faster than the record is written, with the dispatcher of the real program."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import WORDS, convene

from council.services import meetings
from council.services.desk import open_desk
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.ui.dispatcher import WorkerDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, F5 = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F5


class _Slow(WorkerDispatcher):
    """Answers a little late, as a slow disk does."""

    def run(self, fn, *args, **kw):
        def late(desk, *rest, **named):
            time.sleep(0.03)
            return fn(desk, *rest, **named)

        super().run(late, *args, **kw)


@pytest.fixture
def shell(tmp_path, qtbot):
    hall = convene(tmp_path)
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    agenda.go_to_item(hall.desk, hall.meeting, hall.items["Crosswalk"])
    hall.desk.close()
    desks = []

    def writer():
        desks.append(open_desk(hall.path, actor="WT", clock=hall.clock))
        return desks[0]

    dispatcher = _Slow(writer, lambda: desks[0].reader())
    opened = OpenCouncil(hall.path, dispatcher, desks[0].reader())
    made = Shell(opened, Settings(tmp_path / "settings.json", language="en"), "en")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.navigate("meeting", hall.meeting, step="meet")
    qtbot.wait(30)
    yield made
    made.close()
    opened.close()


def _press(key, modifier=Qt.KeyboardModifier.NoModifier):
    target = QApplication.focusWidget()
    QTest.keyClick(target, key, modifier)


def test_a_motion_and_its_roll_call_in_one_breath(shell, qtbot):
    step = shell.current_page().current()
    codes = {r.name.show("en").split()[-1]: r.code for r in step.shot.room}
    _press(Qt.Key.Key_M, CTRL)
    _press(codes["Haddad"])
    _press(TAB)
    _press(codes["Nunn"])
    for key, modifier in ((ENTER, CTRL), (F5, None), ("4", None), ("N", None), ("y", SHIFT)):
        _press(key, modifier or Qt.KeyboardModifier.NoModifier)
    _press(ENTER)

    def decided():
        found = motions.list_motions(shell.context.reader, step.meeting_uid)
        return bool(found and found[0].outcome)

    qtbot.waitUntil(decided, timeout=5000)
    motion = motions.list_motions(shell.context.reader, step.meeting_uid)[0]
    assert motion.text.show("en") == WORDS
    assert (motion.vote.counts.yes, motion.vote.counts.no) == (14, 1)
    qtbot.waitUntil(lambda: not step.hold._count)


def test_a_key_of_the_window_waits_and_holds_too(shell, qtbot):
    step = shell.current_page().current()
    codes = {r.name.show("en").split()[-1]: r.code for r in step.shot.room}
    qtbot.waitUntil(step.hasFocus)
    _press(Qt.Key.Key_F7)
    _press(codes["Haddad"])  # leaves; while that is written Ctrl+Z is pressed, then F9
    _press(Qt.Key.Key_Z, CTRL)
    _press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: step.forms["note"].isVisible(), timeout=5000)
    qtbot.waitUntil(lambda: not step.hold._count and not shell.opened.dispatcher._waiting)
    haddad = next(r for r in step.shot.room if r.code == codes["Haddad"])
    assert haddad.state == "present"
    assert len(haddad.spans) == 1  # the step that let Haddad go was taken back, not answered


def test_a_held_key_that_a_field_takes_is_no_command(shell, qtbot):
    step = shell.current_page().current()
    _press(Qt.Key.Key_F9)
    words = step.forms["note"].words
    qtbot.waitUntil(words.hasFocus)
    _press("a")
    step.hold.begin()
    _press("b")
    _press(Qt.Key.Key_Z, CTRL)  # the field's own undo, not the record's
    step.hold.end()
    assert words.toPlainText() == ""
    assert step.shot.roll_taken
