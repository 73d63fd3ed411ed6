"""The timeline of the console: corrected in place and filtered, by keyboard alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from staged import WORDS, convene, t

from council.services import actions, drafts, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.ui.pages.meeting.meet.lines.model import splice
from council.ui.pages.meeting.meet.lines.view import LEAST_HEIGHT
from council.ui.palette import Palette

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
DOWN = Qt.Key.Key_Down
LINES, FILTER = (Qt.Key.Key_L, CTRL), (Qt.Key.Key_F, CTRL)
SEND = (ENTER, CTRL)


@pytest.fixture
def session(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def panel(session):
    return session.step().timeline.panel


def said(session) -> list[str]:
    model = panel(session).model
    return [model.at(place).sentence for place in range(model.rowCount())]


def go_to(session, words: str) -> None:
    """Choose a line by arrows."""
    place = next(n for n, one in enumerate(said(session)) if words in one)
    session.press(LINES, *[Qt.Key.Key_Home], *[DOWN] * place)
    assert words in said(session)[panel(session).view.currentIndex().row()]


def do(session, service, *args, **named):
    value = service(session.desk, *args, **named).value
    session.step().refresh()
    return value


def a_motion(session) -> str:
    people = session.people
    return do(
        session, motions.state_motion, session.meeting, text=t(WORDS), mover_uid=people["Roy"],
        seconder_uids=[people["Lee"]],
    )  # fmt: skip


def test_when_somebody_left_is_corrected_by_keys(session):
    code = session.codes()["Novak"]
    session.press(Qt.Key.Key_F7, code, ESC)
    go_to(session, "Novak left")
    session.press(ENTER, "1840", SEND)
    assert "such as 18:30" in session.step().timeline.correct.problem.text()
    session.press((Qt.Key.Key_A, CTRL), "18.40", ENTER)
    row = next(r for r in session.step().shot.room if r.person_uid == session.people["Novak"])
    assert (row.until.hour, row.until.minute) == (18, 40)
    line = next(one for one in said(session) if one == "Jan Novak left")
    place = said(session).index(line)
    assert "was 18:25" in " ".join(panel(session).model.at(place).notes)
    assert any(one == "Corrected: Jan Novak left" for one in said(session))
    assert session.step().hasFocus()


def test_mover_seconder_and_words_are_corrected_by_keys(session):
    uid, codes = a_motion(session), session.codes()
    go_to(session, "Roy moved")
    session.press(ENTER, TAB, (Qt.Key.Key_A, CTRL), codes["Tanaka"])
    session.press(TAB, (Qt.Key.Key_A, CTRL), f"{codes['Vance']},{codes['Weiss']}")
    session.press(TAB, (Qt.Key.Key_A, CTRL), "Build it.", SEND)
    motion = motions.get_motion(session.desk, uid)
    people = session.people
    assert motion.mover_uid == people["Tanaka"]
    assert motion.seconder_uids == (people["Vance"], people["Weiss"])
    assert motion.text.show("en") == "Build it."
    assert session.step().shot.top.text.show("en") == "Build it."


def test_nobody_is_guessed(session):
    uid = a_motion(session)
    go_to(session, "Roy moved")
    session.press(ENTER, TAB, (Qt.Key.Key_A, CTRL), "xyz", SEND)
    assert "code or a name" in session.step().timeline.correct.problem.text()
    assert session.step().timeline.correct.who.line.hasFocus()
    assert motions.get_motion(session.desk, uid).mover_uid == session.people["Roy"]
    session.press(ESC)
    assert session.step().hasFocus()


def test_nothing_changed_is_no_step(session):
    a_motion(session)
    before = len(said(session))
    go_to(session, "Roy moved")
    session.press(ENTER, SEND)
    assert len(said(session)) == before


def test_a_line_that_follows_from_others_says_so(session):
    a_motion(session)
    go_to(session, "Roy moved")
    session.press(ENTER, "18:20", SEND)
    go_to(session, "Corrected")
    session.press(ENTER)
    assert session.step().forms.opened() is None


def test_the_filter_finds_words_and_subjects(session):
    a_motion(session)
    do(session, notes.add_note, session.meeting, t("The lamp flickered."))
    do(session, actions.add_action, what=t("Mend the lamp"), meeting_uid=session.meeting)
    everything = len(said(session))
    session.press(FILTER, "lamp")
    assert len(said(session)) == 2
    session.press(TAB, DOWN)  # the subject: the room
    assert said(session) == []
    assert "No line says this" in panel(session)._none.text()
    session.press(ESC)
    assert len(said(session)) == everything
    assert session.step().hasFocus()
    session.press(FILTER, "lamp", ENTER, DOWN, ENTER, TAB)
    assert session.step().timeline.correct.isVisible()


def test_the_filter_is_there_again_after_a_restart(session, qtbot):
    session.press(FILTER, "crosswalk")
    shown = said(session)
    session.step().leave()
    session.open(qtbot)
    assert said(session) == shown
    assert panel(session).words.text() == "crosswalk"


def test_a_half_typed_correction_is_there_again_after_a_restart(session, qtbot):
    uid = a_motion(session)
    go_to(session, "Roy moved")
    session.press(ENTER, TAB, TAB, TAB, (Qt.Key.Key_A, CTRL), "Build it now")
    session.step().leave()
    session.open(qtbot)
    form = session.step().timeline.correct
    assert form.isVisible()
    assert form.words.toPlainText() == "Build it now"
    assert form.line.uid == uid
    form.words.setFocus()
    session.press(".", SEND)
    assert motions.get_motion(session.desk, uid).text.show("en") == "Build it now."


def test_lines_are_put_in_without_losing_the_place(session):
    a_motion(session)
    go_to(session, "Crosswalk")
    view = panel(session).view
    chosen = panel(session).model.at(view.currentIndex().row())
    resets = []
    panel(session).model.modelReset.connect(lambda: resets.append(1))
    do(session, notes.add_note, session.meeting, t("Another."))
    assert panel(session).model.at(view.currentIndex().row()) is chosen
    assert said(session)[0] == "Note: Another."
    assert not resets


def test_each_line_is_told_to_screen_readers(session):
    a_motion(session)
    view = panel(session).view
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(QAccessible.Text.Name) == "Timeline"
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert any("Mo Roy moved motion" in one and "seconded by Fay Lee" in one for one in names)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("abc", "abc", (3, 0, 0)),
        ("abc", "xabc", (0, 0, 1)),
        ("abc", "ab", (2, 1, 0)),
        ("abc", "axc", (1, 1, 1)),
        ("aaa", "aa", (2, 1, 0)),
        ("", "ab", (0, 0, 2)),
        ("ab", "", (0, 2, 0)),
        ("abc", "cba", (0, 3, 3)),
    ],
)
def test_only_what_differs_is_replaced(old, new, told):
    start, gone, come = splice(old, new, lambda a, b: a == b)
    assert (start, gone, come) == told
    assert old[:start] + new[start : start + come] + old[start + gone :] == new


def test_the_lines_come_into_sight_in_a_small_window(session, qtbot):
    session.open(qtbot, size=(1366, 640))
    column = session.step().frames.right.findChild(QScrollArea)
    for keys in ((LINES,), (FILTER,)):
        column.verticalScrollBar().setValue(0)
        session.press(*keys)
        qtbot.wait(30)
        seen = panel(session).view.visibleRegion().boundingRect()
        assert seen.height() >= LEAST_HEIGHT, keys


def palette_of(session):
    return session.shells[-1].findChild(Palette)


def test_a_slash_calls_any_command_by_its_name(session, qtbot):
    session.press("/")
    palette = palette_of(session)
    assert palette.windowTitle() == "Commands"
    session.press("note")
    assert palette.titles()[0] == "Note"
    session.press(ENTER)
    qtbot.waitUntil(lambda: session.step().forms.opened() is session.step().forms["note"])


def test_a_slash_in_a_field_is_a_letter(session):
    session.press(Qt.Key.Key_F9, "2/3")
    assert session.step().forms["note"].words.toPlainText() == "2/3"
    assert palette_of(session) is None


def test_the_slash_is_taken_from_the_lines_and_the_room(session):
    for key in (LINES, Qt.Key.Key_F7):
        session.press(key, "/")
        palette = palette_of(session)
        assert palette is not None
        session.press(ESC)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert palette_of(session) is None


def test_a_half_typed_search_is_there_again_after_a_crash(session):
    shell = session.shells[-1]
    palette = shell.open_palette()
    palette.field.setText("crossw")
    palette._draft.flush()
    again = Palette(shell.context, shell.all_commands(), shell)  # the first was never closed
    assert again.field.text() == "crossw"
    again.close()
    palette.close()
    assert drafts.get(session.desk, "search") == ""
