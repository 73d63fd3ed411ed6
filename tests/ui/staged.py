"""A window on a council of fifteen, with a meeting, driven by keys that are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

ZONE = "America/Los_Angeles"
START = datetime(2026, 12, 10, 18, 25, tzinfo=ZoneInfo(ZONE))
NAMES = """Quincy Ortiz, Chair
Bea Adeyemi
Carl Ferreira
Dina Haddad
Ewa Kowalczyk
Fay Lee
Gus Lindau
Hugo Marchetti
Jan Novak
Kay Nunn
Lena Okafor
Mo Roy
Pat Tanaka
Sue Vance
Tom Weiss"""
WORDS = "That the Council ask for a crosswalk on School Road."


def t(words: str) -> Text:
    return Text.of(words, "en")


@dataclass
class Hall:
    path: Path
    desk: Desk
    clock: FixedClock
    body: str
    meeting: str
    items: dict[str, str]
    people: dict[str, str]
    shells: list[Shell] = field(default_factory=list)
    pressed: int = 0

    def open(self, qtbot, step: str = "meet", size=(1440, 900), language: str = "en") -> Shell:
        dispatcher = InlineDispatcher(self.desk)
        opened = OpenCouncil(self.path, dispatcher, self.desk.reader())
        settings = Settings(self.path.parent / "settings.json", language=language)
        shell = Shell(opened, settings, language)
        qtbot.addWidget(shell)
        shell.resize(*size)
        shell.show()
        qtbot.waitUntil(shell.isVisible)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        shell.navigate("meeting", self.meeting, step=step)
        QTest.qWait(20)
        self.shells.append(shell)
        return shell

    def step(self):
        return self.shells[-1].current_page().current()

    def press(self, *keys: object) -> None:
        """Press keys where the focus is; a text is one key a letter, a pair is key and modifier."""
        for key in keys:
            if isinstance(key, str):
                for char in key:
                    self._one(char, Qt.KeyboardModifier.NoModifier)
            elif isinstance(key, tuple):
                self._one(*key)
            else:
                self._one(key, Qt.KeyboardModifier.NoModifier)

    def _one(self, key: object, modifier: Qt.KeyboardModifier) -> None:
        QApplication.processEvents()
        target = QApplication.focusWidget() or self.shells[-1]
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()
        self.pressed += 1

    def codes(self) -> dict[str, str]:
        """Return each family name's code."""
        return {
            row.name.show("en").split()[-1]: row.code for row in self.step().shot.room if row.code
        }


def convene(
    folder: Path, *, pack: str = "ronr-small-board", items: bool = True, **more: object
) -> Hall:
    """Found a council, seat fifteen, plan a meeting with an agenda."""
    clock = FixedClock(START, timedelta(seconds=1))
    path = folder / "riverbend.council"
    desk = create_council_file(path, actor="WT", clock=clock, ids=CountingIds())
    council.found_council(
        desk,
        name=t("Riverbend"),
        languages=("en", "th"),
        time_zone=ZONE,
        pack=pack,
        seats=15,
        **more,
    )
    body = bodies.list_bodies(desk)[0].uid
    uids = people.seat_people(desk, body, people.parse_names(NAMES, "en")).value
    names = [line.split(",")[0].split()[-1] for line in NAMES.splitlines()]
    meeting = meetings.plan_meeting(
        desk,
        body_uid=body,
        starts_local=START.replace(tzinfo=None) + timedelta(minutes=5),
        venue=t("Riverbend Hall"),
    ).value
    made: dict[str, str] = {}
    titles = (("Roll call", "roll_call"), ("Crosswalk", "decision"), ("Grants", "decision"))
    for title, kind in titles if items else ():
        made[title] = agenda.add_item(desk, meeting, title=t(title), kind=kind, minutes=10).value
    if items:
        agenda.change_item(desk, made["Crosswalk"], proposed_motion=t(WORDS))
    return Hall(path, desk, clock, body, meeting, made, dict(zip(names, uids, strict=True)))
