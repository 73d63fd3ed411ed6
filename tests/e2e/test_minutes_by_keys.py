"""A whole meeting recorded at the window by keys alone is the record that its minutes give.

The published minutes of an advisory committee, where their files are; an invented meeting always.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import minuted
import pytest
from clocked import ZONE
from helpers.keyboard import (
    ALT,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    F5,
    F7,
    F8,
    F9,
    F12,
    HOME,
    RIGHT,
    SHIFT,
    TAB,
    Key,
    Keyboard,
    NoMouse,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.services.desk import CountingIds, create_council_file, open_desk
from council.services.members import bodies
from council.services.members.names import parse_names
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.verify import verify
from council.ui.host import Founding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Secretary
    from minuted import Item, Minuted

    from council.ui.pages.meeting.meet.console import MeetStep

SOURCES = {"invented": (minuted.invented, (4, 2, 1, 1)), "real": (minuted.real, (7, 24, 3, 44))}
"""Who reads it, and how many motions, voices, tasks and notes there are."""
LATE = timedelta(minutes=3)
"""So much later than it happened the beginning and the end are recorded, then set back."""


def _prepare(secretary: Secretary, told: Minuted) -> str:
    """Found the council, seat its people, plan and post the agenda; open the file."""
    held = told.held
    path = secretary.answers.where
    people = "\n".join(f"{name}, {office}" for name, office in held.offices.items())
    secretary.host.clock.set(datetime.combine(held.day, held.starts).replace(tzinfo=ZONE) - LATE)
    secretary.host.found(
        path,
        Founding(
            name=Text.of(held.council, "en"),
            time_zone=str(ZONE),
            pack="ronr-small-board",
            seats=len(held.members),
            people=parse_names(people, "en"),
        ),
    )
    desk = open_desk(path, actor="DC", clock=secretary.host.clock, ids=secretary.host.ids)
    uid = meetings.plan_meeting(
        desk,
        body_uid=bodies.list_bodies(desk)[0].uid,
        starts_local=datetime.combine(held.day, held.starts),
        venue=Text.of(held.venue, "en"),
    ).value
    for item in told.items:
        agenda.add_item(desk, uid, title=Text.of(item.title, "en"), kind="decision")
    meetings.post_notice(desk, uid, place=Text.of("Door", "en"))
    desk.close()
    assert secretary.window.open_path(path)
    return str(uid)


class Clerk:
    """Takes down a meeting; what the window shows is read, nothing but keys does anything."""

    def __init__(self, secretary: Secretary, told: Minuted, uid: str) -> None:
        self.secretary, self.told, self.uid = secretary, told, uid
        self.keys = Keyboard(secretary.window)

    @property
    def console(self) -> MeetStep:
        page: Any = self.secretary.page
        return page.current()

    def sees(self, moment: datetime) -> None:
        """See the time on the wall."""
        self.secretary.clock(moment)

    def code(self, family: str) -> str:
        name = self.told.held.full(family)
        return next(r.code for r in self.console.shot.room if r.name.show("en") == name)

    def open(self) -> None:
        """Open the meeting from the list."""
        self.keys.press(("2", ALT), HOME, ENTER)
        assert self.secretary.shell.uid == self.uid

    def begin(self) -> None:
        """Call to order, call the roll, excuse who is excused, write down the guest."""
        held = self.told.held
        self.sees(held.called + LATE)
        self.keys.press(ENTER)
        self.keys.press(*(self.code(one) for one in held.excused), ENTER)
        self.keys.press(F7)
        for one in held.excused:
            self.keys.press((self.code(one), SHIFT), "4")
        self.keys.press(ESC, (F7, SHIFT))
        self.keys.write(held.guest)
        self.keys.press(ENTER)

    def take_down(self, item: Item) -> None:
        """Go on to an item and take down what is said, moved and given out under it."""
        self.keys.press((RIGHT, CTRL))
        for words in item.notes:
            self.keys.press(F9)
            self.keys.write(words)
            self.keys.press((ENTER, CTRL))
        for voice in item.comments:
            self.keys.press((F9, SHIFT))
            self.keys.write(voice.name)
            self.keys.press(TAB, TAB)
            self.keys.write(voice.words)
            self.keys.press(TAB, Key.Key_Space, (ENTER, CTRL))
        for task in item.tasks:
            self.keys.press(F8)
            self.keys.write(task.words)
            self.keys.press(TAB)
            family = [one.split()[-1] for one in self.told.held.members]
            self.keys.write(self.code(task.name) if task.name in family else self.told.held.guest)
            self.keys.press((ENTER, CTRL))
        for moved, method in item.motions:
            self.keys.press((Key.Key_M, CTRL), self.code(moved.mover), TAB)
            self.keys.press(self.code(moved.seconder), TAB)
            self.keys.write(moved.words)
            self.keys.press((ENTER, CTRL), F5)
            self.keys.press(*(("2", "y", ENTER) if method == "voice" else ("1", ENTER)))

    def end(self) -> None:
        """Adjourn, and set beginning and end back to when they were."""
        held = self.told.held
        self.sees(held.adjourned + LATE)
        self.keys.press(F12, ENTER)
        self.set_back("Adjourned", held.adjourned)
        self.set_back("quorum reached", held.called)
        self.set_back("Called to order", held.called)

    def set_back(self, words: str, moment: datetime) -> None:
        """Look for the line in the timeline and type when it was."""
        self.keys.press((Key.Key_L, CTRL))
        lines: Any = QApplication.focusWidget()
        self.keys.press(HOME)
        while words not in str(lines.currentIndex().data(Qt.ItemDataRole.DisplayRole)):
            before = lines.currentIndex().row()
            self.keys.press(DOWN)
            assert lines.currentIndex().row() == before + 1, words
        self.keys.press(ENTER)
        self.keys.write(f"{moment:%H:%M}")
        self.keys.press((ENTER, CTRL))


@pytest.fixture
def no_mouse() -> Iterator[NoMouse]:
    app = QApplication.instance()
    assert app is not None
    mouse = NoMouse()
    app.installEventFilter(mouse)
    yield mouse
    app.removeEventFilter(mouse)


@pytest.mark.parametrize("pace", ["inline"])
@pytest.mark.parametrize("source", SOURCES)
def test_a_meeting_by_keys_is_the_record_of_its_minutes(secretary, source, no_mouse):
    reader, many = SOURCES[source]
    told = reader()
    items = told.items
    read = (
        sum(len(found) for found in lists)
        for lists in zip(
            *((one.motions, one.comments, one.tasks, one.notes) for one in items), strict=True
        )
    )
    assert tuple(read) == many
    clerk = Clerk(secretary, told, _prepare(secretary, told))
    clerk.open()
    clerk.begin()
    for item in told.items:
        clerk.take_down(item)
    clerk.end()
    assert no_mouse.seen == []
    assert meetings.get_meeting(secretary.desk, clerk.uid).state == MeetingState.HELD
    by_keys = json.loads(export_record(secretary.desk))

    other = create_council_file(":memory:", actor="T", ids=CountingIds())
    assert import_record(other, json.dumps(minuted.record(told, ZONE))).value == []
    from_files = json.loads(export_record(other))
    other.close()
    assert minuted.says(by_keys) == minuted.says(from_files)
    assert verify(secretary.answers.where).findings == ()
