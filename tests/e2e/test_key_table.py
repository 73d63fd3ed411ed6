"""The table of keys that is promised ("Measured as a habit"), struck at the real window.

A key is one press, modifiers not counted; in English and in Thai, under the Latin and the Thai
(Kedmanee) layout. Nothing is clicked and nothing is called but to prepare council and agenda.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from clocked import ZONE, Answers, ClockedHost
from helpers.keyboard import (
    ALT,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    F5,
    F7,
    F12,
    HOME,
    LAYOUTS,
    RIGHT,
    SHIFT,
    TAB,
    Key,
    Keyboard,
    NoMouse,
)
from PySide6.QtWidgets import QApplication, QLineEdit

from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings, minutes
from council.services.desk import open_desk
from council.services.members import bodies
from council.services.members.names import parse_names
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.ui.host import Founding
from council.ui.main_window import MainWindow
from council.ui.printing import PdfBar
from council.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from council.services.desk import Desk
    from council.ui.pages.meeting.meet.console import MeetStep

START = datetime(2026, 12, 10, 18, 25, tzinfo=ZONE)
NAMES = {
    "en": """Quincy Ortiz, Chair
Bea Fischer
Carl Adeyemi
Dina Haddad
Ewa Kowalczyk
Fay Lee
Gus Jimenez
Hugo Marchetti
Jan Novak
Kay Underhill
Lena Pereira
Mo Roy
Pat Tanaka
Sue Vance
Tom Weiss""",
    "th": """กมล ศรีสุข, ประธาน
ขวัญใจ ทองดี
คมสัน บุญมา
จินดา แก้วใส
ชัยวัฒน์ พงษ์ไทย
ดนัย รุ่งเรือง
ทวี มั่นคง
ธิดา สุขใจ
นภา ใจงาม
บุญชู ดีเลิศ
ปรีชา วงศ์ไทย
พิมพ์ใจ ชาวนา
มานะ อยู่สุข
วิชัย กล้าหาญ
สมชาย ใจดี""",
}
WORDS = {
    "en": "That the Council ask for a crosswalk on School Road.",
    "th": "ให้ขอทางม้าลายหน้าโรงเรียน",
}
RARE = {"en": "xylophone", "th": "ระนาดเอก"}
NEWCOMERS = [f"{given} {family}" for given in ("Ann", "Ben", "Cleo", "Dov", "Eli")
             for family in ("Ashe", "Birch", "Crane", "Dorn")]  # fmt: skip
KEYS_A_SECOND = 5
LATE = (6, 12, 15)
HANDS = [("en", "latin"), ("th", "kedmanee")]


@dataclass
class Seat:
    """Where the secretary sits: a window, a keyboard, and what is read to know what came of it."""

    window: MainWindow
    host: ClockedHost
    keys: Keyboard
    language: str
    meeting: str
    older: str

    @property
    def desk(self) -> Desk:
        shell = self.window.shell()
        assert shell is not None
        return shell.context.reader

    @property
    def console(self) -> MeetStep:
        shell = self.window.shell()
        assert shell is not None
        page: Any = shell.current_page()
        return page.current()

    def code(self, place: int) -> str:
        """Return the letter beside the name of a seat, which the screen shows; counted from 1."""
        return next(r.code for r in self.console.shot.room if r.name == self.names()[place - 1])

    def open_meeting(self) -> None:
        """Go to the list of meetings and open the one that is noticed; it opens at the console."""
        self.keys.press(("2", ALT), HOME)
        table: Any = QApplication.focusWidget()
        while table.current_uid() != self.meeting:
            self.keys.press(DOWN)
        self.keys.press(ENTER)

    def called(self) -> list[str]:
        """Return who is called, in the order that the open roll call shows."""
        return [str(row.person_uid) for row in self.console.voting.vote.roll.order]

    def pdfs(self) -> list[PdfBar]:
        shell = self.window.shell()
        assert shell is not None
        return [bar for bar in shell.announcer.findChildren(PdfBar) if bar.isVisible()]

    def names(self) -> list[Text]:
        body = bodies.list_bodies(self.desk)[0]
        return [s.holder.person_name for s in bodies.list_seats(self.desk, body.uid) if s.holder]

    def motion(self) -> motions.MotionRow:
        """Return the motion on the item before the meeting."""
        found = motions.list_motions(self.desk, self.meeting)
        return next(one for one in found if one.item_uid == self.console.shot.current.uid)


def _found(path: Path, host: ClockedHost, language: str, names: str, seats: int) -> None:
    """Found a council."""
    host.found(
        path,
        Founding(
            name=Text.of("Riverbend", language),
            languages=(language,),
            time_zone=str(ZONE),
            pack="ronr-small-board",
            seats=seats,
            people=parse_names(names, language),
        ),
    )


def _plan(path: Path, host: ClockedHost, language: str) -> tuple[str, str]:
    """Hold a meeting of three years ago; plan today's with its agenda, and post its notice."""
    desk = open_desk(path, actor="WT", clock=host.clock, ids=host.ids)
    body = bodies.list_bodies(desk)[0].uid

    def plan(starts: datetime) -> str:
        local = starts.replace(tzinfo=None)
        return str(meetings.plan_meeting(desk, body_uid=body, starts_local=local).value)

    host.clock.set(START - timedelta(days=3 * 365))
    older = plan(START - timedelta(days=3 * 365))
    meetings.call_to_order(desk, older)
    meetings.adjourn(desk, older)
    minutes.add_paragraph(desk, older, "end", Text.of(RARE[language], language))
    host.clock.set(START)
    uid = plan(START + timedelta(minutes=5))
    for title in ("Crosswalk", "Grants"):
        item = agenda.add_item(desk, uid, title=Text.of(title, language), kind="decision").value
        agenda.change_item(desk, item, proposed_motion=Text.of(WORDS[language], language))
    meetings.post_notice(desk, uid, place=Text.of("Door", language))
    desk.close()
    return uid, older


@pytest.fixture(params=["en", "th"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sit_down(qtbot, tmp_path, language: str, layout: str) -> Iterator[Callable[..., Seat]]:
    """Return what opens a council's file in the window; a mouse that did anything fails."""
    host = ClockedHost("inline")
    path = tmp_path / "riverbend.council"
    settings = Settings(tmp_path / "settings.json", language=language, scheme="light", actor="WT")
    answers, mouse = Answers(path), NoMouse()
    window = MainWindow(host, settings, answers)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    app = QApplication.instance()
    assert app is not None

    def sit_down(names: str = "", seats: int = 15) -> Seat:
        host.clock.set(START)
        _found(path, host, language, names, seats)
        uid, older = _plan(path, host, language) if names else ("", "")
        assert window.open_path(path)
        app.installEventFilter(mouse)
        return Seat(window, host, Keyboard(window, layout), language, uid, older)

    yield sit_down
    app.removeEventFilter(mouse)
    window.close()
    assert mouse.seen == []
    assert answers.said == []


@pytest.fixture
def seat(sit_down, language: str) -> Seat:
    """Sit down at the window of a council of fifteen that meets today."""
    return sit_down(NAMES[language])


@pytest.fixture
def live(seat, qtbot) -> Seat:
    """Go to the console by keys and call the meeting to order."""
    seat.open_meeting()
    seat.keys.press(ENTER)
    qtbot.waitUntil(lambda: seat.console.shot.in_session)
    return seat


def test_an_evening_takes_no_more_keys_than_promised(live, qtbot):
    _roll(live)
    live.keys.press(F7, *(live.code(place) for place in LATE), ESC)  # they come after all
    live.keys.press((RIGHT, CTRL))
    _prepared_motion(live)
    live.keys.press((RIGHT, CTRL))
    _roll_call_vote(live)
    live.keys.press(F12, ENTER)
    assert meetings.get_meeting(live.desk, live.meeting).state == MeetingState.HELD
    before = live.keys.pressed
    live.keys.press((Key.Key_P, CTRL | SHIFT))
    qtbot.waitUntil(lambda: bool(live.pdfs()), timeout=10_000)
    assert live.keys.pressed - before == 1


def _roll(live: Seat) -> None:
    """Roll call of 15, three absent: five keys."""
    took = live.keys.count(*(live.code(place) for place in LATE), ENTER)
    assert took <= 5
    states = {row.name: row.state for row in attendance.room(live.desk, live.meeting)}
    assert [states[name] for name in live.names()] == [
        "absent" if place in LATE else "present" for place in range(1, 16)
    ]


def _prepared_motion(live: Seat) -> None:
    """Motion with mover, seconder, prepared text, unanimous: nine keys."""
    took = live.keys.count(
        (Key.Key_M, CTRL), live.code(4), TAB, live.code(10), (ENTER, CTRL), F5, "1", ENTER
    )
    assert took <= 9
    motion, named = live.motion(), live.names()
    assert motion.mover_name == named[3]
    assert motion.seconder_names == (named[9],)
    assert motion.text == Text.of(WORDS[live.language], live.language)
    assert (motion.vote.method, motion.outcome) == ("no_objection", "carried")


def _roll_call_vote(live: Seat) -> None:
    """Roll-call vote of 15, two against, one abstaining: eighteen keys."""
    live.keys.press((Key.Key_M, CTRL), live.code(2), TAB, live.code(3), (ENTER, CTRL))
    took = live.keys.count(F5, "4")
    called = live.called()
    took += live.keys.count("yynyyyayyynyyyy", ENTER)
    assert took <= 18
    motion = live.motion()
    counts = motion.vote.counts
    assert (counts.yes, counts.no, counts.abstain) == (12, 2, 1)
    assert motion.outcome == "carried"
    given = {ballot.person_uid: ballot.choice[0] for ballot in motion.vote.ballots}
    assert "".join(given[uid] for uid in called) == "yynyyyayyynyyyy"


@pytest.mark.parametrize(("language", "layout"), HANDS)
def test_an_old_meeting_is_opened_by_a_word_of_its_minutes(seat, qtbot):
    before = seat.keys.pressed
    seat.keys.press((Key.Key_K, CTRL))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    seat.keys.write(RARE[seat.language])
    typed = seat.keys.pressed - before
    seat.keys.press(ENTER)
    shell = seat.window.shell()
    assert (shell.route, shell.uid) == ("meeting", seat.older)
    assert typed <= 4 * KEYS_A_SECOND
    assert seat.keys.pressed == before + typed + 1


@pytest.mark.parametrize(("language", "layout"), HANDS)
def test_a_pasted_list_of_twenty_is_seated_in_four_actions(sit_down, qtbot):
    names, empty = NEWCOMERS, sit_down(seats=20)
    before = empty.keys.pressed
    empty.keys.press(("3", ALT), (Key.Key_I, CTRL))
    empty.keys.paste("\n".join(names))
    qtbot.waitUntil(lambda: empty.window.shell().current_page().importer.apply_button.isEnabled())
    empty.keys.press((ENTER, CTRL))
    qtbot.waitUntil(lambda: len(empty.names()) == len(names))
    assert [one.show(empty.language) for one in empty.names()] == names
    assert empty.keys.pressed - before <= 4
