"""The line of speakers in the console, by keys alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from helpers.keyboard import LAYOUTS, Keyboard, NoMouse
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from staged import convene

from council.domain.durations import minutes_and_seconds
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes, speakers
from council.services.session.speakers import SpeakerState
from council.services.voting import votes
from council.ui.pages.meeting.meet.speakers.clock import OVER, PLAIN, WARNING, Clock

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
UP, DOWN, DEL, F2 = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_F2
F6, F9 = Qt.Key.Key_F6, Qt.Key.Key_F9


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    made.pressed = 0
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def found(hall):
    return speakers.list_speakers(hall.desk, hall.meeting)


def names(hall):
    item = hall.step().shot.current.uid
    return [one.name.show("en").split()[-1:] for one in speakers.in_line(found(hall), item)]


def panel(hall):
    return hall.step().speakers.panel


def test_a_code_asks_for_the_floor_and_enter_gives_it(hall):
    codes = hall.codes()
    hall.press(F6, codes["Lee"], codes["Roy"])
    assert names(hall) == [["Lee"], ["Roy"]]
    hall.press("n")
    assert hall.pressed == 4
    assert found(hall)[0].state is SpeakerState.SPEAKING
    assert panel(hall).card.isVisible()
    assert "Lee" in panel(hall).card.accessibleName()
    hall.press((F6, SHIFT))
    assert [one.state for one in found(hall)] == [SpeakerState.DONE, SpeakerState.SPEAKING]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "th"])
def test_a_debate_is_recorded_by_keys_alone(tmp_path, qtbot, qapp, language, layout):
    """Three members, a point of order, a resident; 19 keys besides what is written."""
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    shell = made.open(qtbot, language=language)
    no_mouse = NoMouse()
    qapp.installEventFilter(no_mouse)
    keys, code = Keyboard(shell, layout), made.codes()
    keys.press(F6, code["Lee"], "1", code["Roy"], "2", code["Weiss"], "n")  # Lee has the floor
    keys.press(code["Haddad"], "4", "n")  # a point of order interrupts
    keys.press("n", SPACE, SPACE)  # Lee goes on, stops, goes on
    keys.press((F6, SHIFT), (F6, SHIFT))  # Roy, then Weiss
    keys.press("r", ENTER, F6, "n", DEL)  # a resident without a name
    assert keys.pressed <= 22
    qapp.removeEventFilter(no_mouse)
    told = [
        (one.name.show("en").split()[-1:], one.stance, one.priority, len(one.turns), one.done)
        for one in found(made)
    ]
    assert told == [
        (["Lee"], "for", False, 3, True),
        (["Roy"], "against", False, 1, True),
        (["Weiss"], "", False, 1, True),
        (["Haddad"], "", True, 1, True),
        ([], "", False, 1, True),
    ]
    assert len(notes.list_comments(made.desk, made.meeting)) == 1
    assert no_mouse.seen == []
    shell.close()
    made.desk.close()


def test_the_clock_stops_with_space_and_from_anywhere(hall):
    hall.press(F6, hall.codes()["Lee"], ENTER, SPACE)
    assert found(hall)[0].state is SpeakerState.PAUSED
    hall.press(ESC, F9, "so", (F6, CTRL))
    assert found(hall)[0].state is SpeakerState.SPEAKING
    assert hall.step().forms.opened().name == "note"


def test_arrows_move_and_delete_takes_out(hall):
    codes = hall.codes()
    hall.press(F6, codes["Lee"], codes["Roy"], codes["Weiss"])
    hall.press((UP, CTRL))  # who asked last is chosen
    assert names(hall) == [["Lee"], ["Weiss"], ["Roy"]]
    hall.press(UP, DEL)
    assert names(hall) == [["Weiss"], ["Roy"]]


def test_digits_say_for_what_and_a_point_of_order_goes_first(hall):
    codes = hall.codes()
    hall.press(F6, codes["Lee"], "2", codes["Roy"], "1", codes["Weiss"], "4")
    assert names(hall) == [["Weiss"], ["Lee"], ["Roy"]]
    by_name = {one.name.show("en").split()[-1]: one for one in found(hall)}
    assert (by_name["Lee"].stance, by_name["Roy"].stance) == ("against", "for")
    assert by_name["Weiss"].priority
    remarks = [one.remark for one in panel(hall).line.rows]
    assert remarks == ["point of order", "against", "for"]


def test_a_resident_without_a_name_takes_three_keys(hall):
    hall.press(F6, "r", ENTER)
    assert hall.pressed == 3
    (one,) = found(hall)
    assert (one.kind, one.name.show("en")) == ("resident", "")
    assert panel(hall).line.rows[0].name == "Resident, no name given"


def test_what_a_resident_said_is_written_while_they_speak(hall):
    hall.press(F6, "r", "Mrs Fry", ENTER, F6, "n", F2, "It is too wide.", (ENTER, CTRL))
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    assert comment.speaker.show("en") == "Mrs Fry"
    assert comment.summary.show("en") == "It is too wide."
    hall.press((F6, SHIFT))
    (one,) = found(hall)
    assert (one.state, one.comment_uid) == (SpeakerState.DONE, comment.uid)
    assert len(notes.list_comments(hall.desk, hall.meeting)) == 1


def test_half_typed_words_about_a_speaker_come_back(hall, qtbot):
    hall.press(F6, "r", "Mrs Fry", ENTER, F6, DOWN, F2, "It is too")
    hall.step().leave()
    hall.shells[-1].close()
    hall.open(qtbot)
    form = hall.step().forms.opened()
    assert form.name == "speaker"
    hall.press(" wide", (ENTER, CTRL))
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    assert comment.summary.show("en") == "It is too wide"


def test_a_vote_stops_the_clock_and_says_why(hall):
    hall.press(F6, hall.codes()["Lee"], ENTER, ESC)
    motion = motions.state_motion(
        hall.desk, hall.meeting, text=agenda.list_items(hall.desk, hall.meeting)[1].title,
        mover_uid=hall.people["Roy"], item_uid=hall.items["Crosswalk"],
    ).value  # fmt: skip
    votes.open_vote(hall.desk, motion, method="roll_call")
    hall.step().refresh()
    assert panel(hall).card._remark == "paused for the vote"


def test_written_comments_are_counted_by_key(hall):
    hall.press((F9, CTRL), "3", Qt.Key.Key_Tab, "12", ENTER)
    item = hall.items["Crosswalk"]
    assert speakers.written_of(hall.desk, hall.meeting, item) == {"for": 3, "against": 12}
    assert panel(hall)._written.text() == "Written: 3 for, 12 against"
    assert panel(hall)._wrote.text() == "15"
    assert panel(hall)._letters.isVisible()
    hall.press((F9, CTRL), "x", ENTER)
    assert hall.step().forms.opened().name == "written"


def test_who_has_spoken_is_shown_and_put_away(hall):
    codes = hall.codes()
    hall.press(F6, codes["Lee"], ENTER, codes["Roy"], ENTER, (F6, CTRL | SHIFT))
    card = hall.step().speakers.shares
    assert card.isVisible()
    assert {row.name.show("en").split()[-1] for row in card.table.rows} == {"Lee", "Roy"}
    hall.press((F6, CTRL | SHIFT))
    assert not card.isVisible()


def test_the_meeting_has_times_of_its_own(hall):
    hall.step().speakers.times()
    hall.press("2:30", Qt.Key.Key_Tab, "90", ENTER)
    form = hall.step().forms.opened()
    assert form is None
    hall.press(F6, hall.codes()["Lee"], ENTER)
    assert found(hall)[0].limit == 150
    hall.press("5")
    assert found(hall)[0].limit == 210


def test_a_warning_is_said_once_and_the_end_once(hall, monkeypatch):
    speakers.set_limits(hall.desk, hall.meeting, member=120)
    hall.step().refresh()
    hall.press(F6, hall.codes()["Lee"], ENTER)
    said = []
    monkeypatch.setattr(hall.step().context, "announce", lambda words, tone: said.append(words))
    begun = found(hall)[0].began
    for second in (90, 99, 100, 101, 119, 120, 121, 125):
        hall.step().speakers.tick(begun + timedelta(seconds=second))
    assert said == ["Lee: the time is soon up.", "Lee: time is up."]
    assert panel(hall).card.told() == "time is up, 0:05 over"
    assert panel(hall).card.clock.figure == "+0:05"


@pytest.mark.parametrize(
    ("spoken", "limit", "state", "figure"),
    [
        (0, 180, PLAIN, "3:00"),
        (149, 180, PLAIN, "0:31"),
        (150, 180, WARNING, "0:30"),
        (180, 180, OVER, "0:00"),
        (192, 180, OVER, "+0:12"),
        (539, 600, PLAIN, "1:01"),
        (540, 600, WARNING, "1:00"),
        (0, 10, PLAIN, "0:10"),
        (5, 10, WARNING, "0:05"),
        (75, None, PLAIN, "1:15"),
    ],
)
def test_the_clock_warns_before_the_time_is_up(spoken, limit, state, figure):
    clock = Clock(spoken, limit, running=True)
    assert (clock.state, clock.figure) == (state, figure)
    assert 0 <= clock.thousandths <= 1000


def test_a_long_line_says_how_many_more(hall):
    codes = list(hall.codes().values())
    hall.press(F6, *codes[:12])
    line = panel(hall).line
    focused = line.height()
    hall.press(ESC)
    assert line.height() < focused
    assert panel(hall)._count.text() == "12 waiting"
    assert minutes_and_seconds(0) == "0:00"


def test_who_left_is_marked_in_the_line(hall):
    hall.press(F6, hall.codes()["Lee"])
    attendance.leave(hall.desk, hall.meeting, hall.people["Lee"])
    hall.step().refresh()
    (row,) = panel(hall).line.rows
    assert (row.remark, row.odd) == ("not in the room", True)


def test_after_a_restart_the_clock_runs_on(hall, qtbot):
    hall.press(F6, hall.codes()["Lee"], ENTER)
    begun = found(hall)[0].began
    hall.shells[-1].close()
    hall.open(qtbot)
    hall.step().speakers.tick(begun + timedelta(seconds=75))
    card = panel(hall).card
    assert card.isVisible()
    assert (card.clock.spoken, card.clock.running) == (75, True)


def test_a_third_speech_is_marked_where_the_rules_allow_two(tmp_path, qtbot):
    made = convene(tmp_path, pack="ronr")
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    code = made.codes()["Lee"]
    made.press(F6, code, ENTER, DEL, code, ENTER, DEL, code)
    (row,) = panel(made).line.rows
    assert (row.remark, row.odd) == ("has spoken 2 of 2 times", True)
    assert "RONR §43" in made.shells[-1].announcer.last
    made.press(ENTER)
    assert found(made)[-1].state is SpeakerState.SPEAKING  # told, not refused
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.mark.parametrize("language", ["en", "th"])
def test_the_line_and_the_clock_speak_to_screen_readers(tmp_path, qtbot, language):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot, language=language)
    codes = made.codes()
    made.press(F6, codes["Lee"], ENTER, codes["Roy"], "1")
    line = QAccessible.queryAccessibleInterface(panel(made).line)
    card = QAccessible.queryAccessibleInterface(panel(made).card)
    assert line.state().focused
    assert line.text(QAccessible.Text.Name)
    assert "Roy" in line.text(QAccessible.Text.Description)
    assert "Lee" in card.text(QAccessible.Text.Name)
    made.step().speakers.resident()
    form = made.step().forms["speaker"]
    for widget in form.inputs.values():
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), widget
    for shell in made.shells:
        shell.close()
    made.desk.close()


def test_somebody_asks_for_the_floor_during_a_roll_call(hall):
    motion = motions.state_motion(
        hall.desk, hall.meeting, text=agenda.list_items(hall.desk, hall.meeting)[1].title,
        mover_uid=hall.people["Roy"], item_uid=hall.items["Crosswalk"],
    ).value  # fmt: skip
    votes.open_vote(hall.desk, motion, method="roll_call")
    hall.step().refresh()
    codes = hall.codes()
    hall.press(F6, codes["Lee"], codes["Weiss"])
    assert names(hall) == [["Lee"], ["Weiss"]]
    QTest.qWait(1_200)  # a tick of the clock does not give the keyboard back to the vote
    assert panel(hall).line.hasFocus()
    hall.press(ESC, "y")  # the keyboard is back where the vote is
    assert len(votes.open_vote_of(hall.desk, hall.meeting).ballots) == 1
