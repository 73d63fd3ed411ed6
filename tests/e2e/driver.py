"""A secretary at the window: what a person does with keys and buttons, one method an errand.

Everything goes through the widgets; the record is only read to know when an answer has come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from clocked import ZONE
from late import LateDispatcher
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from council.services import history, meetings
from council.services import publish as publications
from council.services.members import bodies
from council.services.planning import agenda
from council.ui.dispatcher import WorkerDispatcher
from council.ui.pages.new_council import NewCouncilPage
from council.ui.printing import PdfBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from clocked import Answers, ClockedHost
    from pytestqt.qtbot import QtBot

    from council.services.desk import Desk
    from council.ui.main_window import MainWindow
    from council.ui.page import Page
    from council.ui.shell import Shell

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
WAIT_MS = 10_000
KEY_MS = 4
Found = TypeVar("Found")


class Secretary:
    """One person, one window, one clock on the wall."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, host: ClockedHost, answers: Answers
    ) -> None:
        self.bot, self.window, self.host, self.answers = qtbot, window, host, answers

    # ------------------------------------------------------------------------ hands and eyes

    @property
    def shell(self) -> Shell:
        found = self.window.shell()
        assert found is not None
        return found

    @property
    def page(self) -> Page:
        found = self.shell.current_page()
        assert found is not None
        return found

    @property
    def desk(self) -> Desk:
        """Return the reading desk, for what cannot be seen on a painted widget."""
        return self.shell.context.reader

    def until(self, seen: Callable[[], object]) -> None:
        """Wait until something is to be seen."""
        self.bot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)

    def settle(self) -> None:
        """Wait until every answer has come."""
        dispatcher = self.shell.opened.dispatcher
        if isinstance(dispatcher, LateDispatcher):
            self.until(dispatcher.idle)
        elif isinstance(dispatcher, WorkerDispatcher):
            self.until(lambda: dispatcher._waiting == 0)

    def clock(self, moment: datetime) -> None:
        """Look at the clock on the wall: what is done from now on is done at this time."""
        self.settle()
        self.host.clock.set(moment.replace(tzinfo=ZONE))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QApplication.processEvents()  # nobody presses a key before the page is on the screen
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        """Type where the focus is; where answers come late, at a speed that lets them come."""
        QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None
        delay = KEY_MS if self.host.pace == "late" else -1
        for letter in [words] if words.isascii() else words:
            if letter.isascii():
                self.bot.keyClicks(widget, letter, delay=delay)
            else:  # QTest has no keys for them
                QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))

    def into(self, line: QWidget, words: str) -> None:
        """Replace what stands in a field."""
        line.setFocus()
        self.bot.keyClick(line, Key.Key_A, CTRL)
        if words:
            self.bot.keyClicks(line, words)
        else:
            self.bot.keyClick(line, Key.Key_Delete)

    def paste(self, field: QWidget, words: str) -> None:
        """Paste into a field."""
        QGuiApplication.clipboard().setText(words)
        field.setFocus()
        self.bot.keyClick(field, Key.Key_V, CTRL)

    def click(self, button: QAbstractButton) -> None:
        """Press a button that is there and may be pressed."""
        self.until(lambda: button.isVisible() and button.isEnabled())
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Return the visible button with these words or this name."""
        everything = (within or self.window).findChildren(QAbstractButton)
        found = [b for b in everything if b.isVisible() and words in (b.text(), b.accessibleName())]
        assert len(found) == 1, (words, [b.accessibleName() for b in everything if b.isVisible()])
        return found[0]

    def choose(self, box: QComboBox, value: object) -> None:
        """Choose a line of a list by its value."""
        number = box.findData(value)
        assert number >= 0, [box.itemData(i) for i in range(box.count())]
        box.setCurrentIndex(number)
        box.activated.emit(number)

    # ------------------------------------------------------------------------ errands

    def found_council(self, name: str, zone: str, people: list[str]) -> Path:
        """Go through the three pages of a new council; return its file."""
        self.press(Key.Key_N, CTRL)
        page = self.window.centralWidget()
        assert isinstance(page, NewCouncilPage)
        place = page.place_page
        self.into(place.names["en"], name)
        place.zone.setCurrentText(zone)
        self.into(place.actor, "DC")
        self.click(page.next)
        rules = page.rules_page
        self.click(rules.cards["ronr-small-board"])
        rules.seats.setValue(len(people))
        seconders = self._box(rules, "Seconders in minutes")
        seconders.setCurrentIndex(seconders.findText("Are printed"))
        seconders.activated.emit(seconders.currentIndex())
        self.click(page.next)
        self.paste(page.people_page.text, "\n".join(people))
        assert page.people_page.table.model().rowCount() == len(people)
        self.click(self.button("Elsewhere…", page))
        self.press(Key.Key_Return, CTRL)
        self.until(lambda: self.window.shell() is not None)
        assert self.shell.route == "today"
        return self.answers.where

    def _box(self, within: QWidget, name: str) -> QComboBox:
        found = [b for b in within.findChildren(QComboBox) if b.accessibleName() == name]
        assert len(found) == 1, [b.accessibleName() for b in within.findChildren(QComboBox)]
        return found[0]

    def plan_meeting(self, day: date, starts: str, venue: str) -> str:
        """Plan a meeting with the form; return its uid."""
        self.press(Key.Key_2, ALT)
        self.until(lambda: self.shell.route == "meetings")
        known = {m.uid for m in meetings.list_meetings(self.desk)}
        self.press(Key.Key_N, CTRL)
        form = self.page.form
        for field, words in ((form.day, f"{day:%-d %b %Y}"), (form.time, starts)):
            self.into(field, words)
        self.into(form.venue, venue)
        self.press(Key.Key_Return)
        self.until(lambda: self.shell.route == "meeting")
        made = {m.uid for m in meetings.list_meetings(self.desk)} - known
        assert made == {self.shell.uid}
        return self.shell.uid

    def step(self, code: str) -> QWidget:
        """Return the step of the meeting page that is open."""
        self.until(lambda: self.page.code == code)
        found = self.page.current()
        assert found is not None
        return found

    def go_to(self, code: str) -> QWidget:
        """Press a step in the stepper."""
        steps = self.page.head.stepper.findChildren(QAbstractButton)
        self.click(next(b for b in steps if b.step.code == code))
        return self.step(code)

    def type_agenda(self, titles: list[str]) -> None:
        """Type titles one below the other, Enter after each, as fast as fingers go."""
        plan = self.step("plan")
        self.click(plan.add)
        for title in titles:
            self.type(title)
            self.press(Key.Key_Return)
        self.until(lambda: len(agenda.list_items(self.desk, self.shell.uid)) >= len(titles))
        self.settle()
        assert [i.title.show("en") for i in plan.items] == titles

    def post_notice(self, place: str) -> None:
        """Record a posting now and go on to the meeting."""
        self.click(self.step("plan").next)
        notice = self.step("notice")
        self.into(notice.place, place)
        self.click(notice.post)
        self.until(lambda: meetings.list_notices(self.desk, self.shell.uid))
        self.settle()
        self.click(notice.next)

    def open_meeting(self, uid: str) -> None:
        """Go to the list of meetings and open one with Enter."""
        self.press(Key.Key_2, ALT)
        self.until(lambda: self.shell.route == "meetings")
        self.page.table.setFocus()
        self.page.table.pick(uid)
        self.press(Key.Key_Return)
        self.until(lambda: (self.shell.route, self.shell.uid) == ("meeting", uid))

    def pdf(self, button: QAbstractButton) -> Path:
        """Press a button that makes a PDF; return where the window says it lies."""
        self.shell.announcer.clear()
        self.click(button)
        self.until(lambda: self._pdf_bar() is not None)
        bar = self._pdf_bar()
        assert bar is not None
        return bar.path

    def _pdf_bar(self) -> PdfBar | None:
        shown = [bar for bar in self.shell.announcer.findChildren(PdfBar) if bar.isVisible()]
        return shown[0] if shown else None

    def carry_over(self) -> list[str]:
        """Take over what waits from earlier meetings; return the agenda's titles."""
        plan = self.step("plan")
        self.click(plan.carry_over)
        self.until(plan.carry.isVisible)
        self.press(Key.Key_Return)
        self.until(lambda: plan.items)
        return [item.title.show("en") for item in plan.items]

    def approve(self, words: str) -> None:
        """Go from the minutes to their approval, and approve them by the motion offered."""
        self.click(self.step("minutes").next)
        approve = self.step("approve")
        assert words in approve.motion.currentText()
        self.click(approve.approve)
        self.click(approve.confirm.yes_button)
        self.until(approve.next.hasFocus)
        self.press(Key.Key_Return)

    def publish(self, out: Path, place: str) -> Path:
        """Save the document that is chosen as a PDF and put its publication on record."""
        publish = self.step("publish")
        self.settle()
        assert publish.choice().kind == "minutes"
        self.into(publish.file, str(out))
        self.into(publish.place, place)
        before = publish.published.table.model().rowCount()
        self.click(publish.save)
        self.until(lambda: publish.published.table.model().rowCount() == before + 1)
        self.until(publish.save.isEnabled)
        assert not publish.place.text()
        return out

    def see(self) -> dict[str, object]:
        """Return where the window stands: what a person would see again after reopening."""
        return {
            "meetings": meetings.list_meetings(self.desk),
            "publications": publications.list_publications(self.desk),
            "undo": history.can_undo(self.desk),
            "seats": self.seat_holders(),
        }

    def reopen(self) -> None:
        """Close the council and open it again from the start page."""
        self.settle()
        self.press(Key.Key_W, CTRL)
        self.until(lambda: self.window.shell() is None)
        self.press(Key.Key_O, CTRL)
        self.until(lambda: self.window.shell() is not None)

    def set_offices(self, offices: dict[str, str]) -> None:
        """Give members their offices on the members page: person, office."""
        self.press(Key.Key_3, ALT)
        self.until(lambda: self.shell.route == "members")
        page = self.page
        for name, office in offices.items():
            tile = next(t for t in page.board.tiles if f": {name}," in t.accessibleName())
            self.click(tile)
            self.press(Key.Key_F2)
            (term,) = page.side.edit.terms.values()
            self.choose(term.role_box, office)
            self.settle()
            word = office.replace("_", " ")
            said = [t.accessibleName().casefold() for t in page.board.tiles]
            assert any(f"{name}, {word}".casefold() in one for one in said), said

    def call_to_order(self, moment: datetime) -> None:
        """Press Enter on the waiting console at this time."""
        console = self.step("meet")
        self.clock(moment)
        self.until(console.hasFocus)
        self.press(Key.Key_Return)
        self.until(lambda: console.shot.in_session and console.people.room.people.hasFocus())

    def code(self, name: str) -> str:
        """Return the letters beside a member's name in the room."""
        room = self.step("meet").shot.room
        return next(r.code for r in room if r.name.show("en") == name)

    def take_roll(self, excused: list[str]) -> None:
        """Type the codes of the absent, Enter; then say that they are excused."""
        console = self.step("meet")
        for name in excused:
            self.type(self.code(name).lower())
        self.press(Key.Key_Return)
        self.until(lambda: console.shot.roll_taken and console.hasFocus())
        for name in excused:
            self.press(Key.Key_F7)
            self.until(console.people.room.people.hasFocus)
            self.type(self.code(name).upper())
            self.press(Key.Key_4)
            self.until(lambda name=name: self.state_of(name) == "excused")
        self.press(Key.Key_Escape)
        self.until(console.hasFocus)

    def state_of(self, name: str) -> str:
        """Return how somebody stands in the room."""
        room = self.step("meet").shot.room
        return next(r.state for r in room if r.name.show("en") == name)

    def guest(self, name: str) -> None:
        """Add a guest by name."""
        console = self.step("meet")
        self.press(Key.Key_F7, SHIFT)
        self.type(name)
        self.press(Key.Key_Return)
        self.until(lambda: any(r.guest and r.name.show("en") == name for r in console.shot.room))
        self.until(console.hasFocus)

    def next_item(self) -> str:
        """Take up the next item; return its number."""
        console = self.step("meet")
        before = console.shot.current
        self.press(Key.Key_Right, CTRL)
        self.until(lambda: console.shot.current and console.shot.current != before)
        return str(console.shot.current.number)

    def note(self, words: str) -> None:
        """Write a note on the current item."""
        console = self.step("meet")
        self.press(Key.Key_F9)
        self.type(words)
        self.press(Key.Key_Return, CTRL)
        self.until(console.hasFocus)

    def motion(self, mover: str, seconder: str, words: str) -> None:
        """State a motion by the codes of mover and seconder."""
        console = self.step("meet")
        self.press(Key.Key_M, CTRL)
        self.type(self.code(mover).lower())
        self.press(Key.Key_Tab)
        self.type(self.code(seconder).lower())
        self.press(Key.Key_Tab)
        if words != console.motions.motion.words.toPlainText():
            self.into(console.motions.motion.words, words)
        self.press(Key.Key_Return, CTRL)
        self.until(lambda: console.shot.top and console.shot.top.text.show("en") == words)
        self.until(console.hasFocus)

    def ayes_have_it(self) -> None:
        """Take a vote by voice on the open question and declare it carried."""
        console = self.step("meet")
        self.press(Key.Key_F5)
        self.press(Key.Key_2)
        self.until(lambda: console.voting.vote.isVisible() and console.voting.vote.voice.hasFocus())
        self.type("y")
        self.press(Key.Key_Return)
        self.until(lambda: console.shot.top is None and console.shot.decided)
        assert console.shot.decided[-1].outcome == "carried"
        self.until(console.hasFocus)

    def adjourn(self, moment: datetime) -> None:
        """Adjourn at this time and go on to the minutes."""
        console = self.step("meet")
        self.clock(moment)
        self.press(Key.Key_F12)
        self.press(Key.Key_Return)
        self.until(
            lambda: (
                console.proceedings.over.isVisible() and console.proceedings.over.button.hasFocus()
            )
        )
        self.press(Key.Key_Return)

    def seat_holders(self) -> list[str]:
        """Return who sits, in the order of the seats."""
        body = bodies.list_bodies(self.desk)[0]
        seats = bodies.list_seats(self.desk, body.uid)
        return [s.holder.person_name.show("en") for s in seats if s.holder]


def line_of(within: QWidget, name: str) -> QLineEdit:
    """Return the visible line with this accessible name."""
    found = [
        one
        for one in within.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == name
    ]
    assert len(found) == 1, [o.accessibleName() for o in within.findChildren(QLineEdit)]
    return found[0]
