"""The console for who listens to it or has no mouse: names, order of the keyboard, what is said.

What a screen reader finds is read through QAccessible, in both languages; keys do the rest.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from helpers.keyboard import (
    CTRL,
    DOWN,
    ENTER,
    ESC,
    F5,
    F6,
    F7,
    F8,
    F9,
    F12,
    SHIFT,
    TAB,
    UP,
    Key,
    Keyboard,
)  # fmt: skip
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from staged import Hall, convene

from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance
from council.ui.i18n import install_language
from council.ui.kit.votes import VoteCell
from council.ui.pages.meeting.meet.agenda_column import AgendaLine
from council.ui.projector.window import ProjectorWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

F3 = Key.Key_F3
TEXT = QAccessible.Text
CONTROLS = frozenset(
    getattr(QAccessible.Role, name)
    for name in (
        "Button", "ButtonMenu", "ButtonDropDown", "CheckBox", "ComboBox", "EditableText", "Link",
        "List", "ListItem", "MenuItem", "PageTab", "PageTabList", "RadioButton", "Slider",
        "SpinBox", "Table", "Tree", "TreeItem",
    )
)  # fmt: skip
Tree = list[tuple[str, str]]


@pytest.fixture(params=["en", "th"])
def language(request: pytest.FixtureRequest) -> str:
    """Let the window speak this language; conftest puts English back."""
    install_language(request.param)
    return str(request.param)


class Room:
    """The real window on a meeting in session, and a keyboard."""

    def __init__(self, hall: Hall, language: str, qtbot: Any) -> None:
        self.hall, self.qtbot = hall, qtbot
        self.shell = hall.open(qtbot, language=language)
        self.keys = Keyboard(self.shell)
        self.codes = hall.codes()

    @property
    def console(self) -> Any:
        return self.hall.step()

    def move(self) -> None:
        """State the prepared motion."""
        mover, seconder = self.codes["Haddad"], self.codes["Nunn"]
        self.keys.press((Key.Key_M, CTRL), mover, TAB, seconder, (ENTER, CTRL))
        assert self.console.shot.pending


@pytest.fixture
def hall(tmp_path) -> Iterator[Hall]:
    """Return a council of fifteen in session, on the second item, all present but one."""
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [made.people["Weiss"]])
    agenda.go_to_item(made.desk, made.meeting, made.items["Roll call"])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    yield made
    for shell in made.shells:
        shell.second.let_go()
        shell.close()
    made.desk.close()


@pytest.fixture
def room(hall, language, qtbot) -> Room:
    return Room(hall, language, qtbot)


# ------------------------------------------------------------------------------ names


def _tree(one: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield everything that a screen reader finds, from the top."""
    if one is None or not one.isValid() or one.state().invisible:
        return
    yield one
    for place in range(one.childCount()):
        yield from _tree(one.child(place))


def _unnamed(root: QWidget) -> list[str]:
    found = []
    for one in _tree(QAccessible.queryAccessibleInterface(root)):
        control = one.role() in CONTROLS or one.state().focusable
        if control and not any(char.isalnum() for char in one.text(TEXT.Name)):
            owner: Any = one.object()
            found.append(f"{one.role().name} {type(owner).__name__} in {root.accessibleName()}")
    return found


def test_every_control_of_the_console_has_a_name(room):
    keys, codes = room.keys, room.codes
    keys.press(F6, codes["Lee"], ENTER, codes["Roy"], "1", ESC)
    keys.press((F6, CTRL | SHIFT), (Key.Key_F, CTRL))
    complaints = _unnamed(room.shell)
    keys.press(ESC, ESC)
    room.move()
    complaints += _unnamed(room.shell)
    keys.press(F5)
    complaints += _unnamed(room.shell)
    for method in "12345":
        keys.press(*(ESC, F5) if method != "1" else (), method)
        complaints += _unnamed(room.shell)
        keys.press(ESC)
    assert not complaints


def test_every_field_of_the_forms_has_a_name(room):
    complaints = []
    room.move()
    for name, form in room.console.forms.items():
        room.console.close_forms()
        form.start(room.console.shot)
        form.show()
        for widget in form.findChildren(QWidget):
            if isinstance(widget.parentWidget(), type(form)) or widget.focusPolicy():
                widget.setVisible(True)
        complaints += [f"{name}: {words}" for words in _unnamed(form)]
    room.console.close_forms()
    assert not complaints


def test_the_second_screen_says_all_that_it_shows(room):
    room.move()
    room.keys.press(F3)
    (window,) = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, ProjectorWindow) and one.isVisible()
    ]
    assert not _unnamed(window)
    told = QAccessible.queryAccessibleInterface(window.board).text(TEXT.Name)
    assert "Crosswalk" in told
    assert "15" in told or "14" in told


@pytest.mark.parametrize("step", ["paper", "meet"])
def test_before_the_meeting_every_control_has_a_name(tmp_path, qtbot, language, step):
    made = convene(tmp_path)
    made.clock.pass_time(hours=15)
    shell = made.open(qtbot, step=step, language=language)
    assert not _unnamed(shell)
    if step == "meet":
        keys = Keyboard(shell)
        keys.press(ENTER)
        assert not _unnamed(shell)
        keys.press(ENTER, F12, ENTER)
        assert not _unnamed(shell)
    shell.close()
    made.desk.close()


# ------------------------------------------------------------------------------ the keyboard


def _walk(room: Room, back: bool = False) -> list[QWidget]:
    """Press Tab until the keyboard is where it began; return where it stopped."""
    start = QApplication.focusWidget()
    found: list[QWidget] = []
    for _ in range(120):
        here = QApplication.focusWidget()
        assert here is not None
        found.append(here)
        room.keys.press((TAB, SHIFT) if back else TAB)
        if QApplication.focusWidget() is start:
            return found
    raise AssertionError(f"Tab never came back to {start}: {found[-4:]}")


def _column(room: Room, widget: QWidget) -> int:
    """Return the column a widget stands in: left, middle, right, foot."""
    frames, console = room.console.frames, room.console
    if room.console.hints.isAncestorOf(widget):
        return 3
    if frames.right.isAncestorOf(widget):
        return 2
    return 0 if console.proceedings.agenda.isAncestorOf(widget) else 1


@pytest.mark.parametrize("voting", [False, True])
def test_tab_reads_the_columns_and_comes_back(room, voting):
    room.keys.press(F6, room.codes["Lee"], room.codes["Roy"], ESC)
    room.move()
    if voting:
        room.keys.press(F5, "4", "yyn")
    else:
        assert QApplication.focusWidget() is room.console
    stops = _walk(room)
    inside = [one for one in stops if room.console.isAncestorOf(one) and one is not room.console]
    turned = stops.index(room.console)
    onward = stops[turned:] + stops[:turned]
    order = [one for one in onward if one in inside]
    columns = [_column(room, one) for one in order]
    assert columns == sorted(columns)
    assert set(columns) == {0, 1, 2, 3}
    tall = [one.mapTo(room.console, one.rect().topLeft()).y() for one in order]
    for column in (0, 2):
        down = [y for y, at in zip(tall, columns, strict=True) if at == column]
        assert down == sorted(down) or (column == 2 and down[0] < down[-1])
    assert any(not room.console.isAncestorOf(one) for one in stops)
    back = _walk(room, back=True)
    assert set(back) == set(stops)


@pytest.mark.parametrize("opened", [F8, F9, (F9, SHIFT), (Key.Key_M, CTRL), (F7, SHIFT)])
def test_no_form_traps_the_keyboard(room, opened):
    room.keys.press(opened)
    form = room.console.forms.opened()
    assert form.isAncestorOf(QApplication.focusWidget())
    stops = _walk(room)
    inside = [form.isAncestorOf(one) for one in stops]
    assert form.done_button in stops
    assert form.cancel_button in stops
    out = inside.index(False)
    assert not any(inside[out : inside.index(True, out) if True in inside[out:] else None])


def test_a_minute_that_passes_leaves_the_keyboard_on_its_item(room):
    room.keys.press(TAB, TAB)
    line = QApplication.focusWidget()
    assert isinstance(line, AgendaLine)
    for part in room.console.parts:
        part.tick(room.console.shot.now + timedelta(minutes=3))
    QApplication.processEvents()
    assert QApplication.focusWidget() is line


# ------------------------------------------------------------------------------ what is said


@pytest.fixture
def said(monkeypatch) -> Tree:
    """Return what is announced from now on, each with how urgent it is."""
    heard: Tree = []
    real = QAccessible.updateAccessibility

    def update(event: Any) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness().name))
        real(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return heard


def test_loss_of_quorum_and_recovery_are_announced(room, said, language):
    names = ("Lee", "Roy", "Novak", "Okafor", "Vance", "Tanaka")
    room.keys.press(F7, *(room.codes[name] for name in names))
    assert _urgent(said) == []
    room.keys.press(room.codes["Lindau"])
    (words,) = _urgent(said)
    assert {"en": "Quorum lost at", "th": "องค์ประชุม"}[language] in words
    assert "7" in words
    assert "8" in words
    said.clear()
    room.keys.press(room.codes["Lindau"])
    recovered = {"en": "Quorum since", "th": "องค์ประชุม"}[language]
    assert any(recovered in words for words, _how in said)


def _urgent(said: Tree) -> list[str]:
    return [words for words, how in said if how == "Assertive"]


@pytest.mark.parametrize(
    ("answers", "english", "thai"),
    [("yyyyyyyyyynnna", "Carried 10–3–1", "10–3–1"), ("nnnnnnnnnnyyya", "Lost 3–10–1", "3–10–1")],
)
def test_a_declared_outcome_is_announced(room, said, language, answers, english, thai):
    room.move()
    room.keys.press(F5, "4", answers)
    assert _urgent(said) == []
    room.keys.press(ENTER)
    (words,) = _urgent(said)
    assert {"en": english, "th": thai}[language] in words
    if language == "th":
        assert any("ก" <= char <= "๛" for char in words)


# ------------------------------------------------------------------------------ states in words


def _name(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(TEXT.Name))


def test_each_item_of_the_agenda_says_its_state(room):
    names = [_name(one) for one in room.console.findChildren(AgendaLine)]
    states = [name.rpartition(", ")[2] for name in names if ", " in name]
    assert len(names) == len(set(states)) == 3
    assert not any(char.isdigit() for char in "".join(states))


def test_each_seat_of_a_roll_call_says_its_state(room):
    room.keys.press(F7, room.codes["Novak"], (room.codes["Okafor"], SHIFT), "6", ESC)
    room.move()
    room.keys.press(F5, "4", "yna")
    cells = room.console.findChildren(VoteCell)
    said = {(one.state.vote, one.state.presence): _name(one).partition(", ")[2] for one in cells}
    assert len(said) >= 7
    assert Counter(said.values()).most_common(1)[0][1] == 1, said
    assert all(any(char.isalpha() for char in words) for words in said.values()), said


def test_each_person_of_the_room_says_its_state(room):
    keys, codes = room.keys, room.codes
    keys.press(F7, codes["Novak"], (codes["Okafor"], SHIFT), "6", (codes["Lindau"], SHIFT), "2")
    keys.press((codes["Vance"], SHIFT), "4", ESC, F7, *[UP] * 20)
    people = room.console.people.room.people
    told = {}
    for _ in range(20):
        keys.press(DOWN)
        one = people.entry()
        words = QAccessible.queryAccessibleInterface(people).text(TEXT.Description)
        assert one.row.name.show("en") in words
        told.setdefault(one.state, set()).add(words.split(", ", 1)[1].rpartition(", ")[0])
    assert set(told) >= {"present", "left", "recused", "remote", "excused", "absent"}
    for state, words in told.items():
        assert all(any(char.isalpha() for char in one) for one in words), (state, words)
    plain = Counter(min(words) for words in told.values())
    assert plain.most_common(1)[0][1] == 1, told


def test_quorum_verdict_and_lines_are_said_in_words(room):
    room.move()
    room.keys.press(F5, "4", "yyn")
    console = room.console
    meter = _name(console.people.room.meter)
    assert "14" in meter
    assert "8" in meter
    assert any(char.isalpha() for char in meter)
    verdict = console.voting.vote.verdict
    assert verdict.state.word in _name(verdict)
    lines = QAccessible.queryAccessibleInterface(console.timeline.panel.view)
    told = [lines.child(place).text(TEXT.Name) for place in range(lines.childCount())]
    assert len(told) >= 3
    assert all(any(char.isalpha() for char in words) for words in told)
