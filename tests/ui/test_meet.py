"""The live console by keyboard alone, with its key budget."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget
from staged import WORDS, convene

from council.domain.vocabulary import MeetingState, MotionKind
from council.services import actions, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.voting import votes
from council.ui.pages.meeting.meet import keys
from council.ui.pages.meeting.meet.forms import find_person

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space
F5, F7, F8, F9, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (5, 7, 8, 9, 12))


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot)
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.fixture
def session(hall):
    """Return the hall with everybody present and the crosswalk before the meeting."""
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    agenda.go_to_item(hall.desk, hall.meeting, hall.items["Crosswalk"])
    hall.step().refresh()
    hall.step().rest()
    hall.pressed = 0
    return hall


def _move(hall, mover="Haddad", seconder="Nunn"):
    codes = hall.codes()
    hall.press((Qt.Key.Key_M, CTRL), codes[mover], TAB, codes[seconder], (ENTER, CTRL))


def test_an_excuse_noted_before_does_not_end_the_roll_call(hall):
    hall.press(ENTER)
    codes = hall.codes()
    hall.press(F7, (codes["Okafor"].lower(), SHIFT), "4")
    assert _state(hall, "Okafor") == "excused"
    hall.press(codes["Roy"], ENTER)
    room = attendance.room(hall.desk, hall.meeting)
    assert sum(r.here for r in room) == 13
    assert _state(hall, "Okafor") == "excused"
    assert _state(hall, "Roy") == "absent"


def test_a_code_lets_somebody_leave_and_come_back(session):
    code = session.codes()["Novak"]
    session.press(F7, code)
    assert _state(session, "Novak") == "left"
    session.press(code)
    assert _state(session, "Novak") == "present"


def test_a_chosen_person_is_made_remote_excused_or_recused_by_a_digit(session):
    codes = session.codes()
    session.press(F7, (codes["Lindau"].lower(), SHIFT), "2")
    assert _state(session, "Lindau") == "remote"
    session.press((codes["Okafor"].lower(), SHIFT), "4")
    assert _state(session, "Okafor") == "excused"
    session.press((codes["Lee"].lower(), SHIFT), "6")
    assert [r.person_uid for r in attendance.list_recusals(session.desk, session.meeting)] == [
        session.people["Lee"]
    ]


def _state(hall, name):
    room = attendance.room(hall.desk, hall.meeting)
    return next(r.state for r in room if r.person_uid == hall.people[name])


def test_the_rest_of_a_roll_call_is_answered_with_one_key(session):
    _move(session)
    codes, session.pressed = session.codes(), 0
    session.press(F5, "4", codes["Lee"], "N", codes["Novak"], "N", codes["Roy"] , "A")  # fmt: skip
    session.press(("y", SHIFT), ENTER)
    assert session.pressed <= 10
    counts = motions.list_motions(session.desk, session.meeting)[0].vote.counts
    assert (counts.yes, counts.no, counts.abstain) == (12, 2, 1)


def test_arrows_and_backspace_correct_an_answer(session):
    _move(session)
    session.press(F5, "4", "YY", Qt.Key.Key_Left, "N")
    vote = votes.open_vote_of(session.desk, session.meeting)
    roll = session.step().voting.vote.roll
    order = [r.person_uid for r in roll.order]
    assert [vote.choice_of(uid) for uid in order[:3]] == ["yes", "yes", None] or [
        vote.choice_of(uid) for uid in order[:2]
    ] == ["yes", "no"]
    session.press(Qt.Key.Key_Backspace)
    vote = votes.open_vote_of(session.desk, session.meeting)
    assert len(vote.ballots) == 1


def test_the_verdict_says_what_enter_will_declare(session):
    _move(session)
    session.press(F5, "4")
    verdict = session.step().voting.vote.verdict
    assert verdict.state.word == "Waiting"
    session.press(("n", SHIFT))
    assert verdict.state.word == "Lost"
    assert dict(verdict.state.facts)["Needs"] == "8"
    session.press(ENTER)
    assert motions.list_motions(session.desk, session.meeting)[0].outcome == "lost"


def test_a_show_of_hands_takes_three_numbers(session):
    _move(session)
    session.press(F5, "3", "9", TAB, "4", TAB, "2", ENTER)
    vote = motions.list_motions(session.desk, session.meeting)[0].vote
    assert (vote.counts.yes, vote.counts.no, vote.counts.abstain) == (9, 4, 2)
    assert vote.declared == "carried"


def test_more_votes_than_people_are_said_at_once_and_kept(session):
    _move(session)
    session.press(F5, "5", "99")
    assert "99 votes" in session.step().voting.vote.counts._hint.text()
    session.press(ENTER)
    assert motions.list_motions(session.desk, session.meeting)[0].vote.counts.yes == 99


def test_a_voice_vote_is_what_the_chair_hears(session):
    _move(session)
    session.press(F5, "2", ENTER)
    assert votes.open_vote_of(session.desk, session.meeting) is not None
    session.press("N", ENTER)
    assert motions.list_motions(session.desk, session.meeting)[0].outcome == "lost"


def test_a_doubted_voice_vote_is_counted_without_giving_it_up(session):
    _move(session)
    session.press(F5, "2", "D")
    assert votes.open_vote_of(session.desk, session.meeting).method == "show_of_hands"
    session.press("7", Qt.Key.Key_Tab, "3", ENTER)
    made = motions.list_motions(session.desk, session.meeting)
    assert made[0].outcome == "carried"
    assert made[-1].kind == "division_of_assembly"


def test_a_vote_is_given_up_and_a_result_taken_back(session):
    _move(session)
    session.press(F5, "4", "Y", ESC)
    assert votes.open_vote_of(session.desk, session.meeting) is None
    session.press(F5, "1", ENTER, (Qt.Key.Key_Backspace, CTRL))
    motion = motions.list_motions(session.desk, session.meeting)[0]
    assert motion.outcome is None
    assert motion.vote.first_declared == "carried"


def test_an_amendment_is_typed_as_the_text_would_read(session):
    _move(session)
    session.press("1" if session.step().motions.order.digits["1"] is MotionKind.AMEND else "0")
    form = session.step().motions.motion
    assert form.words.toPlainText() == WORDS
    form.words.setPlainText(WORDS.replace("School Road", "School Road by March"))
    assert "by March" in form.edits.marked.text()
    session.press(session.codes()["Roy"], (ENTER, CTRL))
    top = motions.pending(session.desk, session.meeting)[-1]
    assert top.kind == MotionKind.AMEND
    assert "insert" in top.text.show("en")
    session.press(F5, "1", ENTER)
    assert "by March" in motions.pending(session.desk, session.meeting)[0].current_text.show("en")


@pytest.mark.parametrize(
    ("key", "outcome"), [("W", "withdrawn"), ("S", "no_second"), ("O", "out_of_order")]
)
def test_one_key_disposes_of_a_motion(session, key, outcome):
    _move(session)
    session.press(key)
    assert motions.list_motions(session.desk, session.meeting)[0].outcome == outcome


def test_postponing_takes_a_time(session):
    _move(session)
    digits = {kind: digit for digit, kind in session.step().motions.order.digits.items()}
    session.press(digits[MotionKind.POSTPONE])
    session.step().motions.motion.until.setText("2027-01-14")
    session.press((ENTER, CTRL), F5, "1", ENTER)
    main = motions.list_motions(session.desk, session.meeting)[0]
    assert main.outcome == "postponed"


def test_half_typed_words_survive_a_restart(session, qtbot):
    session.press((Qt.Key.Key_M, CTRL))
    session.step().motions.motion.words.setPlainText("That we pla")
    session.step().leave()
    session.shells[-1].close()
    session.open(qtbot)
    form = session.step().motions.motion
    assert not form.isHidden()
    assert form.words.toPlainText() == "That we pla"
    session.press(ESC)
    assert form.draft() == {}


def test_an_open_roll_call_survives_a_restart(session, qtbot):
    _move(session)
    session.press(F5, "4", "YYN")
    session.shells[-1].close()
    session.open(qtbot)
    roll = session.step().voting.vote.roll
    assert not session.step().voting.vote.isHidden()
    assert len(roll.given) == 3
    assert roll.next_uid == roll.order[3].person_uid


def test_actions_notes_and_guests_by_key(session):
    session.press(F8, "ask", TAB, session.codes()["Roy"], (ENTER, CTRL))
    found = actions.list_actions(session.desk)[0]
    assert (found.what.show("en"), found.owner_name.show("en")) == ("ask", "Mo Roy")
    assert found.item_uid == session.items["Crosswalk"]
    session.press(F9, "windy", (ENTER, CTRL))
    assert notes.list_notes(session.desk, session.meeting)[0].text.show("en") == "windy"
    session.press((F7, SHIFT), "abel", ENTER)
    assert [r.name.show("en") for r in attendance.room(session.desk, session.meeting) if r.guest]


def test_the_next_item_and_adjournment_by_key(session):
    session.press((Qt.Key.Key_Right, CTRL))
    assert session.step().shot.current.uid == session.items["Grants"]
    session.press(F12, ENTER)
    assert meetings.get_meeting(session.desk, session.meeting).state == MeetingState.HELD
    assert not session.step().proceedings.over.isHidden()


def test_the_question_whether_to_adjourn_is_always_in_sight(session):
    session.press(F12)
    step = session.step()
    assert step.proceedings.confirm.isVisible()
    assert not step.frames.scroll.isAncestorOf(step.proceedings.confirm), (
        "it would be scrolled away"
    )


def test_a_note_can_be_written_when_the_meeting_is_over(session):
    meetings.adjourn(session.desk, session.meeting)
    session.step().refresh()
    session.press(F9)
    assert session.step().forms["note"].isVisible()
    session.press("late", (ENTER, CTRL))
    assert notes.list_notes(session.desk, session.meeting)
    assert not session.step().proceedings.over.isHidden()


def test_undo_takes_one_key(session):
    _move(session)
    session.press((Qt.Key.Key_Z, CTRL))
    assert motions.list_motions(session.desk, session.meeting) == []


def test_what_is_not_in_order_says_why(session):
    _move(session)
    barred = {kind for kind, _reason, _source in session.step().shot.order.barred}
    assert MotionKind.MAIN in barred
    assert session.step().motions.order._barred.count()


def test_a_lost_quorum_is_said_on_screen(session):
    people = list(session.people.values())
    for uid in people[:9]:
        attendance.leave(session.desk, session.meeting, uid)
    session.step().refresh()
    assert not session.step().people.room.lost.isHidden()


def test_everything_stands_in_its_place_at_two_sizes(session, qtbot):
    _move(session)
    session.press(F5, "4")
    shell = session.shells[-1]
    for size in ((1440, 900), (1366, 768)):
        shell.resize(*size)
        qtbot.wait(20)
        step = session.step()
        assert step.voting.vote.verdict.geometry().right() <= step.voting.vote.width()
        assert step.proceedings.agenda.geometry().right() < step.frames.right.geometry().left()


def test_a_tie_is_broken_by_the_casting_vote_where_there_is_one(tmp_path, qtbot):
    made = convene(tmp_path, overrides={"tie.motion": "chair_casting"})
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [made.people["Weiss"]])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    _move(made)
    made.press(F5, "4", "NNNNNNN", ("y", SHIFT))
    panel = made.step().voting.vote
    assert panel.verdict.state.word == "Tie"
    assert not panel.casting.isHidden()
    panel.casting.yes.click()
    assert panel.verdict.state.word == "Carries"
    panel.declare()
    assert motions.list_motions(made.desk, made.meeting)[0].outcome == "carried"
    made.shells[-1].close()
    made.desk.close()


@pytest.mark.parametrize("step", ["plan", "notice", "meet"])
def test_whatever_takes_the_keyboard_has_a_name(session, step):
    shell = session.shells[-1]
    if step == "meet":
        _move(session)
        session.press(F5, "3")
    shell.navigate("meeting", session.meeting, step=step)
    page = shell.current_page()
    for form in session.step().forms.values() if step == "meet" else ():
        form.show()
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]
    assert not unnamed


# ------------------------------------------------------------------------------- keys


def _event(text, key=0, scan=0, modifier=Qt.KeyboardModifier.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, scan, 0, 0, text)


@pytest.mark.parametrize(("typed", "latin"), [("ั", "Y"), ("ื", "N"), ("ฟ", "A"), ("พ", "R")])
def test_answers_work_under_the_thai_layout(typed, latin):
    assert keys.letter(_event(typed, ord(typed))) == latin


@pytest.mark.parametrize(
    ("typed", "number"), [("ๅ", "1"), ("-", "3"), ("ภ", "4"), ("ถ", "5"), ("๑", "2")]
)
def test_digits_work_under_the_thai_layout(typed, number):
    assert keys.digit(_event(typed, ord(typed))) == number


def test_the_slash_of_kedmanee_is_on_the_key_of_two(monkeypatch):
    monkeypatch.setattr(keys.sys, "platform", "linux")
    two, slash = 11, 61
    assert keys.digit(_event("/", ord("/"), two)) == "2"
    assert not keys.is_slash(_event("/", ord("/"), two))
    assert keys.is_slash(_event("/", ord("/"), slash))
    assert keys.is_slash(_event("ฝ", ord("ฝ"), slash))
    assert keys.is_slash(_event("/", ord("/")))
    assert keys.digit(_event("/", ord("/"))) == ""
    assert not keys.is_slash(_event("/", ord("/"), slash, Qt.KeyboardModifier.ControlModifier))


def test_the_scan_code_decides_under_any_other_layout(monkeypatch):
    monkeypatch.setattr(keys.sys, "platform", "linux")
    assert keys.letter(_event("н", 0x41D, 29)) == "Y"
    assert keys.letter(_event("1", Qt.Key.Key_1, 10)) == ""


def test_a_person_is_meant_by_code_initials_or_name(session):
    here = session.step().shot.here
    assert find_person("dh", here, "en").name.show("en") == "Dina Haddad"
    assert find_person("march", here, "en").name.show("en") == "Hugo Marchetti"
    assert find_person("zzz", here, "en") is None
