"""A meeting as a secretary types it, one key after the other, in the real program.

Each act ends with what is to be seen when it is confirmed; it can be gone on with from the middle,
because the program may have been killed there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kill_state import typed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from council.ui.pages.meeting.meet.method_picker import METHODS

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Seen = Callable[[], object]
Steps = Iterator[Seen]

PEOPLE = ("Odile Marchetti", "Tomas Brandt", "Fern Ashdown", "Kwame Osei", "Lotta Ekstrom")
ITEMS = ("Bridge", "Lamps", "Benches")
MOTION = "To close the bridge until it is mended."
AMENDED = "To close the bridge until the planks are mended."
NOTE = "Two planks of the footbridge are rotten."
ACTION = "Ask the mill for half of the cost"


@dataclass(frozen=True)
class Act:
    """One thing the secretary does; ``run`` yields what has to be seen before it goes on."""

    name: str
    run: Callable[[Hands], Steps]


class Hands:
    """Presses keys at the window; ``before`` is called ahead of each."""

    def __init__(self, window: Any, before: Callable[[], None]) -> None:
        self.window, self._before = window, before

    @property
    def console(self) -> Any:
        """Return the live console."""
        return self.window.shell().current_page().current()

    @property
    def shot(self) -> Any:
        """Return what the console shows."""
        return self.console.shot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key where the keyboard is."""
        self._before()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> Steps:
        """Type letter by letter; the program breathes between."""
        for letter in words:
            self._before()
            QTest.keyClicks(QApplication.focusWidget() or self.window, letter)
            yield lambda: True

    def into(self, line: QWidget, words: str) -> Steps:
        """Type what is missing of some words into a field."""
        line.setFocus()
        there = line.toPlainText() if hasattr(line, "toPlainText") else line.text()
        if not words.startswith(there):
            self.press(Key.Key_A, CTRL)
            there = ""
        else:
            self.press(Key.Key_End, CTRL)
        yield from self.type(words[len(there) :])

    def code(self, name: str) -> str:
        """Return the letters beside a name."""
        return next(r.code for r in self.shot.room if r.name.show("en") == name)

    def form(self, name: str) -> Any:
        """Return a form."""
        return self.console.forms[name]

    def at_rest(self) -> bool:
        """Tell whether the keyboard is on the console itself."""
        return bool(self.console.hasFocus())


def _call(hands: Hands) -> Steps:
    hands.press(Key.Key_Return)
    yield lambda: hands.shot.in_session and hands.console.people.room.people.hasFocus()


def _roll(hands: Hands) -> Steps:
    hands.console.people.go_to_room()
    people = hands.console.people.room.people
    code = hands.code("Kwame Osei")
    if not people.absent:
        yield from hands.type(code.lower())
    hands.press(Key.Key_Return)
    yield lambda: hands.shot.roll_taken and hands.at_rest()


def _next(title: str) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.press(Key.Key_Right, CTRL)
        yield lambda: hands.shot.current and hands.shot.current.title.show("en") == title

    return run


def _half(name: str, key: Qt.Key, fields: dict[str, str]) -> Callable[[Hands], Steps]:
    """Open a form, fill its fields and wait for the draft that is kept at a pause."""

    def run(hands: Hands) -> Steps:
        form = hands.form(name)
        if form.isHidden():
            hands.press(key, CTRL if key == Key.Key_M else NONE)
            yield form.isVisible
        for field, words in fields.items():
            told = hands.code(words).lower() if field in ("mover", "seconder") else words
            yield from hands.into(form.inputs[field], told)
        wanted = {field: form.values()[field] for field in fields}
        yield lambda: {f: w for f, w in form.draft().items() if f in wanted} == wanted

    return run


def _send(name: str, seen: Callable[[Hands], object]) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.form(name).first().setFocus()
        hands.press(Key.Key_Return, CTRL)
        yield lambda: hands.form(name).isHidden() and seen(hands)

    return run


def _stack_of(count: int) -> Callable[[Hands], object]:
    return lambda hands: len(hands.shot.pending) == count and hands.at_rest()


def _open_vote(method: str) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.press(Key.Key_F5)
        yield lambda: hands.console.voting.picker.isVisible()
        number = [one.value for one in METHODS].index(method) + 1
        yield from hands.type(str(number))
        yield lambda: hands.shot.vote is not None and hands.console.voting.vote.isVisible()

    return run


def _counts(hands: Hands) -> Steps:
    panel = hands.console.voting.vote
    panel.take_focus()
    for choice, number in (("yes", "3"), ("no", "1")):
        yield from hands.into(panel.counts.lines[choice], number)
    yield lambda: _kept_counts(hands) == ("3", "1")


def _kept_counts(hands: Hands) -> tuple[str, str] | None:
    shell = hands.window.shell()
    half = typed(shell.context.reader, shell.uid)
    found = [values for name, values in half.items() if name.startswith("vote:")]
    return (found[0].get("yes", ""), found[0].get("no", "")) if found else None


def _ballot(letter: str, count: int) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.console.voting.vote.take_focus()
        yield from hands.type(letter)
        yield lambda: hands.shot.vote is not None and len(hands.shot.vote.ballots) == count

    return run


def _declare(left: int) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.console.voting.vote.take_focus()
        hands.press(Key.Key_Return)
        yield lambda: hands.shot.vote is None and _stack_of(left)(hands)

    return run


def _toggle(name: str, state: str) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.press(Key.Key_F7)
        yield hands.console.people.room.people.hasFocus
        yield from hands.type(hands.code(name).lower())
        yield lambda: any(r.state == state for r in hands.shot.room if r.name.show("en") == name)
        hands.press(Key.Key_Escape)
        yield hands.at_rest

    return run


def _recess(lasts: bool) -> Callable[[Hands], Steps]:
    def run(hands: Hands) -> Steps:
        hands.press(Key.Key_F11)
        yield lambda: hands.shot.recess is lasts

    return run


def _adjourn(hands: Hands) -> Steps:
    hands.press(Key.Key_F12)
    yield lambda: hands.console.proceedings.confirm.isVisible()
    hands.press(Key.Key_Return)
    yield lambda: not hands.shot.in_session


def _noted(hands: Hands) -> object:
    return hands.at_rest()


def script() -> list[Act]:
    """Return the whole meeting."""
    mover, seconder = PEOPLE[1], PEOPLE[2]
    acts = [("call to order", _call), ("roll", _roll)]
    for place, title in enumerate(ITEMS):
        motion = {"mover": mover, "seconder": seconder, "text": f"{MOTION} ({title})"}
        acts += [
            (f"item {title}", _next(title)),
            (f"half a note {title}", _half("note", Key.Key_F9, {"text": f"{NOTE} ({title})"})),
            (f"note {title}", _send("note", _noted)),
            (f"half a motion {title}", _half("motion", Key.Key_M, motion)),
            (f"motion {title}", _send("motion", _stack_of(1))),
        ]
        if place == 0:
            acts += _amended(seconder)
        acts += [(f"roll call {title}", _open_vote("roll_call"))]
        acts += [
            (f"ballot {title} {number}", _ballot(letter, number))
            for number, letter in enumerate("yyny", start=1)
        ]
        acts += [
            (f"declared {title}", _declare(0)),
            (f"left {title}", _toggle(PEOPLE[4], "left")),
            (f"back {title}", _toggle(PEOPLE[4], "present")),
            (f"half an action {title}", _half("action", Key.Key_F8, {"what": ACTION})),
            (f"action {title}", _send("action", _noted)),
            (f"recess {title}", _recess(True)),
            (f"resumed {title}", _recess(False)),
        ]
    acts.append(("adjourned", _adjourn))
    return [Act(name, run) for name, run in acts]


def _amended(mover: str) -> list[tuple[str, Callable[[Hands], Steps]]]:
    fields = {"mover": mover, "seconder": PEOPLE[1], "text": f"{AMENDED} ({ITEMS[0]})"}
    return [
        ("half an amendment", _half("motion", Key.Key_M, fields)),
        ("amendment", _send("motion", _stack_of(2))),
        ("show of hands", _open_vote("show_of_hands")),
        ("half the counts", _counts),
        ("declared amendment", _declare(1)),
    ]
