"""The second screen, by its keys: it follows, is frozen, remembers, tells nothing closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import Hall, convene, t

from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, projection
from council.services.voting import votes
from council.ui import theme
from council.ui.projector.board import Board
from council.ui.projector.fit import Fitted
from council.ui.projector.look import Look
from council.ui.projector.window import ProjectorWindow, other_screen
from council.ui.settings import Settings

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
WORDS = "That the Council ask for a crosswalk."
SECRET = "Zanzibar"


@pytest.fixture
def hall(tmp_path):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    yield made
    for shell in made.shells:
        shell.second.let_go()


def windows() -> list[ProjectorWindow]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProjectorWindow)]
    return [w for w in found if w.isVisible()]


def told() -> str:
    QTest.qWait(5)
    (window,) = windows()
    return window.board.accessibleName()


def run(hall: Hall, service, *args: object, **named: object) -> None:
    """Do what a key in the console would do."""
    hall.shells[-1].context.dispatcher.run(service, *args, **named)
    QTest.qWait(5)


def test_f3_shows_the_item_and_hides_it(hall, qtbot):
    hall.open(qtbot)
    hall.press(Key.Key_F3)
    assert "2  Crosswalk" in told()
    assert "Quorum: 15 present, 8 needed" in told()
    hall.press(Key.Key_F3)
    assert windows() == []


def test_it_follows_the_record(hall, qtbot):
    hall.open(qtbot)
    hall.press(Key.Key_F3)
    run(hall, motions.state_motion, hall.meeting, text=t(WORDS))
    assert WORDS in told()
    top = motions.pending(hall.desk, hall.meeting)[0].uid
    run(hall, votes.record_vote, top, method="show_of_hands", counts=(9, 5, 1))
    assert "Carried. 9 Yes, 5 No, 1 Abstain" in told()


def test_it_keeps_following_from_another_page(hall, qtbot):
    shell = hall.open(qtbot)
    hall.press(Key.Key_F3)
    shell.navigate("members")
    run(hall, meetings.begin_recess, hall.meeting)
    assert "The meeting is in recess" in told()


def test_frozen_picture_stays_until_it_follows_again(hall, qtbot):
    shell = hall.open(qtbot)
    hall.press(Key.Key_F3)
    told()
    hall.press((Key.Key_F3, SHIFT))
    run(hall, agenda.next_item, hall.meeting)
    assert "2  Crosswalk" in told()
    assert shell.second.mark.isVisible()
    assert "frozen" in shell.second.mark.accessibleName()
    hall.press((Key.Key_F3, SHIFT))
    assert "3  Grants" in told()
    assert "follows" in shell.second.mark.accessibleName()


def test_freezing_what_is_not_shown_says_how_to_show_it(hall, qtbot):
    shell = hall.open(qtbot)
    hall.press((Key.Key_F3, SHIFT))
    assert "F3 shows it" in shell.announcer.last
    assert windows() == []


def test_keyboard_stays_in_the_console(hall, qtbot):
    hall.open(qtbot)
    hall.press(Key.Key_F3, Key.Key_F9)
    hall.press("a note")
    assert QApplication.focusWidget().window() is hall.shells[-1]


def test_closed_session_says_nothing_else(hall, qtbot):
    hall.open(qtbot)
    hall.press(Key.Key_F3)
    run(hall, motions.state_motion, hall.meeting, text=t(f"That {SECRET} be paid."))
    assert SECRET in told()
    item = hall.items["Crosswalk"]
    run(hall, agenda.change_item, item, title=t(SECRET), closed=True, closed_ground=t(SECRET))
    assert told() == "Riverbend. Closed session"


def test_it_comes_again_where_it_was_left_and_wears_its_own_colours(hall, qtbot):
    shell = hall.open(qtbot)
    hall.press(Key.Key_F3)
    shell.second.next_scheme()
    (window,) = windows()
    assert window.board.scheme == "dark"
    assert theme.scheme() == "light"
    shell.let_go()
    assert windows() == []
    again = hall.open(qtbot)
    again.settings.extra.update(Settings.load(shell.settings.path).extra)
    again.second.restore()
    (window,) = windows()
    assert window.board.scheme == "dark"


def test_after_a_kill_it_comes_again_only_in_a_meeting_that_goes_on(hall, qtbot):
    shell = hall.open(qtbot)
    shell.settings.extra["projector"] = {"shown": 1}  # another run, which was killed
    shell.second.restore()
    assert len(windows()) == 1
    hall.press(Key.Key_F3)
    meetings.adjourn(hall.desk, hall.meeting)
    shell.settings.extra["projector"] = {"shown": 1}
    shell.second.restore()
    assert windows() == []


def test_closing_its_window_hides_it(hall, qtbot):
    shell = hall.open(qtbot)
    hall.press(Key.Key_F3)
    windows()[0].close()
    assert not shell.second.screen.shown
    assert not shell.second.mark.isVisible()


class _Display:
    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


def test_the_other_display_is_chosen():
    own, hall, wall = (_Display(name) for name in ("laptop", "hall", "wall"))
    assert other_screen([own], own) is None
    assert other_screen([own, hall, wall], own) is hall
    assert other_screen([own, hall, wall], own, "wall") is wall
    assert other_screen([own, hall], own, "laptop") is hall


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize("size", [(480, 270), (1024, 768), (1920, 1080), (3840, 2160)])
def test_words_fit_their_box_at_any_size(qapp, scheme, size):
    look = Look(scheme, *size)
    box = QSizeF(look.px(1700), look.px(500))
    for count in (1, 20, 400):
        made = Fitted([("same", WORDS * count), ("ins", " by March")], look, box)
        assert made.height <= box.height()
        assert made.cut == (count == 400)
    assert Fitted([("same", WORDS)], look, box).pixels == look.px(72)


def test_a_long_text_ends_with_an_ellipsis(qapp):
    made = Fitted([("same", WORDS * 500)], Look("light", 960, 540), QSizeF(800, 200))
    assert made.document.toPlainText().endswith(" …")


def test_a_tick_paints_the_clocks_alone(hall, qtbot):
    """Words that were set stay set, and what is no clock is not painted again."""
    motions.state_motion(hall.desk, hall.meeting, text=t(WORDS * 40))
    board = Board("en", "light", hall.desk.now)
    qtbot.addWidget(board)
    board.resize(1920, 1080)
    board.show_picture(projection.project(hall.desk, hall.meeting))
    board.show()
    qtbot.waitExposed(board)
    QTest.qWait(50)
    kept = list(board._kept.values())
    painted = []
    board.paintEvent = lambda event: painted.append(event.rect())
    board.tick()
    QTest.qWait(20)
    assert list(board._kept.values()) == kept
    (box,) = painted
    assert box.height() < board.height() / 8
