"""Roll calls recorded at the window by keys alone are the record that the files give.

A city council's session with 28 named votes of 57 people, when the files are there; an invented
session of five always.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from helpers import real_data
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from council.domain.kedmanee import LETTERS, ON_KEY, THAI_SHIFT_ROWS
from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from council.services.desk import Desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
DAY = "2022-10-06"
ZONE = "Europe/Berlin"
#: what the keys write under Kedmanee, without Shift and with it
THAI_KEYS = (
    ON_KEY | dict(zip("1234567890", "ๅ/-ภถุึคตจ", strict=True)),
    {LETTERS[typed]: typed for row in THAI_SHIFT_ROWS for typed in row},
)
OPEN_AND_DECLARE = len(["F5", "4", "Enter"])
ANSWERS = {"J": "y", "N": "n", "E": "a", "O": "0"}


def twin() -> list[dict[str, Any]]:
    """Invent a session: five members; carried, lost, a tie, some who give no vote."""
    names = ["Anna Ahlers", "Bernd Böhm", "Dr. Clara Çelik", "Dorte Dähne", "Emil Ernst"]
    letters = [("6.1", "JJJNO"), ("6.1", "JJNNE"), ("6.2", "NNNEO"), ("7", "JJJJJ")]
    return [
        {
            "videoTimestamp": f"00:{place:02}:07",
            "votingSubject": {"agendaItem": item, "motionId": "", "title": f"Antrag {place} für Ä"},
            "votes": [
                {"name": name, "vote": letter} for name, letter in zip(names, row, strict=True)
            ],
        }
        for place, (item, row) in enumerate(letters, 1)
    ]


def scan_of(source: str) -> list[dict[str, Any]]:
    if source == "twin":
        found = twin()
    else:
        folder = real_data.folder("magdeburg_votes") / "data" / "magdeburg-7" / DAY
        found = json.loads((folder / f"session-scan-{DAY}.json").read_text("utf-8"))
    return sorted(found, key=lambda vote: vote["videoTimestamp"])


def moment(vote: dict[str, Any]) -> datetime:
    """Return the clock time of a vote; the session began at two."""
    hours, minutes, seconds = (int(part) for part in vote["videoTimestamp"].split(":"))
    start = datetime.fromisoformat(f"{DAY}T14:00").replace(tzinfo=ZoneInfo(ZONE))
    return start + timedelta(hours=hours, minutes=minutes, seconds=seconds)


class NoMouse(QObject):
    """Counts what a mouse did."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)
        self.seen += event.type() in kinds
        return False


class Clerk:
    """Somebody with a keyboard at the console of a council that was set up before."""

    def __init__(
        self, folder: Any, qtbot: Any, scan: list[dict[str, Any]], layout: str = "latin"
    ) -> None:
        self.layout = layout
        self.clock = FixedClock(moment(scan[0]) - timedelta(hours=1))
        path = folder / "rat.council"
        self.desk = create_council_file(path, actor="ST", clock=self.clock, ids=CountingIds())
        self.meeting = self._plan(scan)
        opened = OpenCouncil(path, InlineDispatcher(self.desk), self.desk.reader())
        self.shell = Shell(opened, Settings(folder / "settings.json", language="en"), "en")
        qtbot.addWidget(self.shell)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)
        self.shell.navigate("meeting", self.meeting, step="meet")
        QTest.qWait(20)
        self.mouse, self.pressed = NoMouse(), 0
        QApplication.instance().installEventFilter(self.mouse)

    def _plan(self, scan: list[dict[str, Any]]) -> str:
        names = [one["name"] for one in scan[0]["votes"]]
        council.found_council(
            self.desk, name=de("Stadtrat"), languages=("de", "en"), time_zone=ZONE, pack="ronr",
            seats=len(names),
        )  # fmt: skip
        body = bodies.list_bodies(self.desk)[0].uid
        seats = bodies.list_seats(self.desk, body)
        for name, seat in zip(names, seats, strict=True):
            person = people.add_person(self.desk, name=de(name)).value
            bodies.add_membership(
                self.desk, person_uid=person, body_uid=body, role="member", seat_uid=seat.uid
            )
        start = datetime.fromisoformat(f"{DAY}T14:00")
        uid = meetings.plan_meeting(self.desk, body_uid=body, starts_local=start).value
        for item in dict.fromkeys(vote["votingSubject"]["agendaItem"] for vote in scan):
            agenda.add_item(self.desk, uid, title=de(f"Punkt {item}"), kind="decision")
        return uid

    @property
    def console(self) -> Any:
        page: Any = self.shell.current_page()
        return page.current()

    def press(self, key: Any, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, modifier)
        QApplication.processEvents()
        self.pressed += 1

    def strike(self, key: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press the key a Latin keyboard names so; a Thai layout writes something else with it."""
        if self.layout == "latin":
            self.press(key, modifier)
            return
        typed = THAI_KEYS[modifier == SHIFT][key.upper()]
        event = QKeyEvent(QEvent.Type.KeyPress, ord(typed), modifier, typed)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()
        self.pressed += 1

    def type(self, words: str) -> None:
        for letter in words:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)
            self.pressed += 1
        QApplication.processEvents()

    def begin(self) -> None:
        """Call to order; everybody is there."""
        self.press(Key.Key_Return)
        self.press(Key.Key_Return)

    def move(self, words: str) -> None:
        """State a motion of which nobody noted the mover."""
        self.press(Key.Key_M, CTRL)
        while not self.console.motions.motion.words.hasFocus():
            self.press(Key.Key_Tab)  # past whoever moves and seconds
        self.type(words)
        self.press(Key.Key_Return, CTRL)

    def call_roll(self, answers: dict[str, str]) -> int:
        """Call the roll the shorter way; return how many keys it took.

        Either one key a name as it is called, or the exceptions by their codes and everybody else
        together.
        """
        before = self.pressed
        self.press(Key.Key_F5)
        self.strike("4")
        most = Counter(answers.values()).most_common(1)[0][0]
        order = [row.name.show("de") for row in self.console.voting.vote.roll.order]
        codes = {row.name.show("de"): row.code for row in self.console.shot.room}
        others = [name for name in order if answers[name] != most]
        if sum(len(codes[name]) + 1 for name in others) < len(order):
            for name in others:
                for code in codes[name]:
                    self.strike(code)
                self.strike(ANSWERS[answers[name]])
            self.strike(ANSWERS[most], SHIFT)
        else:
            for name in order:
                self.strike(ANSWERS[answers[name]])
        self.press(Key.Key_Return)
        return self.pressed - before


def de(words: str) -> Text:
    return Text.of(words, "de")


def told(desk: Desk) -> list[dict[str, Any]]:
    """Return what the record says of each vote, people by name."""
    data = json.loads(export_record(desk))
    names = {one["uid"]: words(one["name"]) for one in data["people"]}
    motions = [one for meeting in data["meetings"] for one in meeting["motions"]]
    made = []
    for motion in motions:
        (vote,) = motion["votes"]
        ballots = {names[one["person"]]: one["choice"] for one in vote["ballots"]}
        made.append(
            {
                "text": words(motion["text"]), "outcome": motion["outcome"], "ballots": ballots,
                "declared": vote["declared"], "at": datetime.fromisoformat(vote["at"]),
                "method": vote["method"],
            }
        )  # fmt: skip
    return sorted(made, key=lambda one: one["at"])


def words(text: Any) -> str:
    return text if isinstance(text, str) else next(iter(text.values()))


@pytest.fixture
def sit_down(tmp_path, qtbot):
    seated = []

    def sit_down(scan: list[dict[str, Any]], layout: str) -> Clerk:
        seated.append(Clerk(tmp_path, qtbot, scan, layout))
        return seated[-1]

    yield sit_down
    for clerk in seated:
        QApplication.instance().removeEventFilter(clerk.mouse)
        clerk.shell.close()
        clerk.desk.close()


@pytest.mark.parametrize(
    ("source", "layout"), [("twin", "latin"), ("twin", "kedmanee"), ("magdeburg", "latin")]
)
def test_roll_calls_by_keys_are_the_record_of_the_files(sit_down, source, layout):
    scan = scan_of(source)
    clerk = sit_down(scan, layout)
    clerk.begin()
    item, keys = "", []
    for vote in scan:
        clerk.clock.set(moment(vote))
        subject = vote["votingSubject"]
        if subject["agendaItem"] != item:
            item = subject["agendaItem"]
            clerk.press(Key.Key_Right, CTRL)
        clerk.move(subject["title"])
        answers = {one["name"]: one["vote"] for one in vote["votes"]}
        keys.append(clerk.call_roll(answers))
        assert keys[-1] <= len(answers) + OPEN_AND_DECLARE
    by_keys = told(clerk.desk)
    assert clerk.mouse.seen == 0

    other = create_council_file(":memory:", actor="T", ids=CountingIds())
    import_record(other, json.dumps(real_data.scan_record(scan, DAY, len(scan[0]["votes"]))))
    from_files = told(other)
    other.close()
    assert by_keys == from_files
