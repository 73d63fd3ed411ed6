"""Taking votes by keys: every way, every order of the roll, pastes, corrections, who leaves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from staged import convene

from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes
from council.ui.pages.meeting.meet import keys
from council.ui.pages.meeting.meet.parts import voting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
BACK, F5, F7 = Qt.Key.Key_Backspace, Qt.Key.Key_F5, Qt.Key.Key_F7
PASTE, TAKE_BACK = (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Backspace, CTRL)


@pytest.fixture
def sit(tmp_path, qtbot):
    halls = []

    def sit(absent=(), **more):
        hall = convene(tmp_path, **more)
        halls.append(hall)
        meetings.call_to_order(hall.desk, hall.meeting)
        gone = [hall.people[name] for name in absent]
        attendance.all_present_except(hall.desk, hall.meeting, gone)
        agenda.go_to_item(hall.desk, hall.meeting, hall.items["Crosswalk"])
        hall.open(qtbot)
        hall.step().rest()
        _move(hall)
        hall.pressed = 0
        return hall

    yield sit
    for hall in halls:
        for shell in hall.shells:
            shell.close()
        hall.desk.close()


@pytest.fixture
def hall(sit):
    return sit()


def _move(hall):
    codes = hall.codes()
    hall.press((Qt.Key.Key_M, CTRL), codes["Haddad"], TAB, codes["Nunn"], (ENTER, CTRL))


def _vote(hall):
    return motions.list_motions(hall.desk, hall.meeting)[0].vote


def _counts(hall):
    counts = _vote(hall).counts
    return counts.yes, counts.no, counts.abstain


def _panel(hall):
    return hall.step().voting.vote


def _said(hall):
    return " ".join(words for _who, words in _panel(hall)._shown_lines)


def _type(*typed):
    """Send characters with scan codes, as a keyboard of another layout does."""
    for text, scan in typed:
        QApplication.processEvents()
        event = QKeyEvent(QEvent.Type.KeyPress, ord(text), NONE, scan, 0, 0, text)
        QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()


# -------------------------------------------------------------------------- counted votes


@pytest.mark.parametrize("typed", ["9-4-2", "9 4 2", "9/4/2", "9,4,2", "9:4:2"])
def test_three_numbers_are_typed_in_one_go(hall, typed):
    hall.press(F5, "3", typed, ENTER)
    assert hall.pressed == 8
    assert _counts(hall) == (9, 4, 2)
    assert _vote(hall).declared == "carried"


def test_numbers_of_two_digits_and_a_step_back(hall):
    hall.press(F5, "5", "10-", BACK, BACK, "1-4-0", ENTER)
    assert _counts(hall) == (11, 4, 0)


def test_thai_numerals_mean_themselves(hall):
    hall.press(F5, "3")
    _type(("๙", 0), ("-", 0), ("๔", 0), (" ", 0), ("๒", 0))
    hall.press(ENTER)
    assert _counts(hall) == (9, 4, 2)


def test_the_row_of_digits_is_meant_by_its_place_under_kedmanee(hall, monkeypatch):
    monkeypatch.setattr(keys.sys, "platform", "linux")
    hall.press(F5, "3")
    # The keys of 8, 3 and 2 write "ค", "-" and "/" there; Space divides.
    _type(("ค", 17), (" ", 65), ("-", 12), (" ", 65), ("/", 11))
    assert _panel(hall).counts.numbers() == (8, 3, 2, 0)
    hall.press(ENTER)
    assert _counts(hall) == (8, 3, 2)


@pytest.mark.parametrize(
    "words", ["9-4-2", "๙-๔-๒", "9 yes, 4 no, 2 abstaining", "เห็นชอบ 9 ไม่เห็นชอบ 4 งดออกเสียง 2"]
)
def test_counts_are_pasted(hall, words):
    QGuiApplication.clipboard().setText(words)
    hall.press(F5, "3", PASTE)
    assert _panel(hall).verdict.state.facts[0][1] == "9–4–2"
    hall.press(ENTER)
    assert _counts(hall) == (9, 4, 2)


@pytest.mark.parametrize(("words", "said"), [("Haddad yes", "These are names"), ("hello", "7-4-1")])
def test_a_paste_that_is_no_count_says_what_to_do(hall, words, said):
    QGuiApplication.clipboard().setText(words)
    hall.press(F5, "3", "9", PASTE)
    assert said in hall.shells[-1].announcer.last
    assert _panel(hall).counts.numbers()[0] == 9


def test_more_votes_than_people_are_said_while_they_are_typed(hall):
    hall.press(F5, "3", "9-4")
    assert not _panel(hall).counts._hint.text()
    hall.press("0")
    assert _panel(hall).counts._hint.text() == "49 votes, but only 15 may vote here."
    hall.press(BACK)
    assert not _panel(hall).counts._hint.text()


def test_half_typed_counts_come_back_after_a_restart(hall, qtbot):
    hall.press(F5, "3", "9-4")
    hall.step().leave()
    hall.shells[-1].close()
    hall.open(qtbot)
    assert _panel(hall).counts.numbers() == (9, 4, 0, 0)
    hall.press("-2", ENTER)
    assert _counts(hall)[:2] == (9, 4)


def test_what_the_chair_was_heard_to_say_comes_back(hall, qtbot):
    hall.press(F5, "2", "N")
    hall.step().leave()
    hall.shells[-1].close()
    hall.open(qtbot)
    assert _panel(hall).verdict.state.word == "Lost"
    hall.press(ENTER)
    assert _vote(hall).declared == "lost"


def test_acclamation_takes_three_keys(hall):
    hall.press(F5, "6")
    assert "By acclamation" in _panel(hall).verdict.state.rule
    hall.press(ENTER)
    assert hall.pressed == 3
    assert (_vote(hall).method, _vote(hall).declared) == ("acclamation", "carried")


def test_a_tie_of_hands_is_broken_by_one_key(sit):
    hall = sit(["Weiss"], overrides={"tie.motion": "chair_casting"})
    hall.press(F5, "3", "7-7")
    assert _panel(hall).verdict.state.word == "Tie"
    assert not _panel(hall).casting.isHidden()
    hall.press("Y")
    assert _panel(hall).verdict.state.word == "Carries"
    hall.press(ENTER)
    assert _vote(hall).declared == "carried"
    assert [one.casting for one in _vote(hall).ballots] == [True]


# -------------------------------------------------------------------------- the roll


def _called(hall):
    return [one.name.show("en").split()[-1] for one in _panel(hall).roll.order]


def test_the_order_is_chosen_before_the_roll_and_used_the_next_time(hall):
    hall.press(F5, "O", "B", "4")  # a letter goes to the next order of this beginning
    assert _panel(hall).order.order == _vote_open(hall).roll_order
    hall.press(ESC, F5, "O", Qt.Key.Key_Home, "4")
    assert _vote_open(hall).roll_order == "alphabetical"
    assert _called(hall) == sorted(_called(hall))
    hall.press(ESC, F5)
    assert hall.step().voting.picker.order.currentData() == "chair_last"  # none was ever called
    hall.press("O", Qt.Key.Key_Home, "4", ("y", SHIFT), ENTER, TAKE_BACK, ESC, TAKE_BACK)
    assert votes.usual_order(hall.desk, hall.body) == "alphabetical"


def _vote_open(hall):
    return votes.open_vote_of(hall.desk, hall.meeting)


def test_the_order_is_changed_during_the_call_and_answers_stay(hall):
    hall.press(F5, "4", "YN")
    seen, names = [], {uid: name for name, uid in hall.people.items()}
    for _time in range(5):
        hall.press((F5, SHIFT))
        seen.append(_vote_open(hall).roll_order)
        assert _called(hall) == [
            names[uid] for uid in _vote_open(hall).roll
        ]  # fmt: skip
    assert sorted(seen) == ["alphabetical", "chair_last", "random", "rotating", "seat"]
    assert _panel(hall).roll.hasFocus()
    assert len(_panel(hall).roll.given) == 2
    hall.press(("y", SHIFT), ENTER)
    assert _counts(hall) == (14, 1, 0)


def test_a_column_of_names_is_pasted_into_the_roll(hall):
    lines = ["Quincy Ortiz\tyes", "Adeyemi\tno", "C. Ferreira\tabstain", "HADDAD: aye", "Lee yes",
             "Nobody Here\tyes", "Nunn maybe", "Vance, Sue\tNay"]  # fmt: skip
    QGuiApplication.clipboard().setText("\n".join(lines))
    hall.press(F5, "4", PASTE)
    assert _panel(hall).roll.at.tally() == votes.get_vote(hall.desk, _vote_open(hall).uid).counts
    hall.press(ENTER)
    assert _counts(hall) == (3, 2, 1)
    named = {one.name.show("en"): one.choice for one in _vote(hall).ballots}
    assert named["Sue Vance"] == "no"


def test_what_a_paste_could_not_use_is_said(hall):
    QGuiApplication.clipboard().setText("Roy yes\nNobody Here\tyes\nLee yes\nLee no")
    hall.press(F5, "4", PASTE)
    said = _said(hall)
    assert "Not understood: Nobody Here." in said
    assert "Two different answers: Lee." in said
    assert set(_panel(hall).roll.given) == {hall.people["Roy"]}
    QGuiApplication.clipboard().setText("7-4-1")
    hall.press(PASTE)
    assert "only numbers" in _said(hall)


def test_a_member_leaves_during_the_roll_call(hall):
    codes = hall.codes()
    hall.press(F5, "4", "YY")  # Adeyemi, Ferreira
    before = _vote_open(hall).room.present
    hall.clock.pass_time(minutes=1)
    hall.press(F7, codes["Ferreira"], codes["Haddad"], ESC)
    assert _panel(hall).roll.hasFocus()
    found = _vote_open(hall)
    assert (before, found.room.present) == (15, 14)  # Ferreira has voted, Haddad has not
    assert _panel(hall).roll.next_uid == hall.people["Kowalczyk"]
    gone = _panel(hall).roll.cells[hall.people["Ferreira"]]
    assert (gone.state.vote, gone.state.word[:5]) == ("yes", "left ")
    assert gone.accessibleName().startswith("Ferreira, Yes, left ")
    hall.press(("n", SHIFT), ENTER)
    assert _counts(hall) == (2, 12, 0)
    ballots = {one.person_uid for one in _vote(hall).ballots}
    assert hall.people["Haddad"] not in ballots
    assert hall.people["Ferreira"] in ballots
    assert not _vote(hall).findings


def test_who_comes_during_the_roll_call_is_asked_before_it_ends(sit):
    hall = sit(["Weiss"])
    hall.press(F5, "4", "Y" * 13)
    hall.press(F7, hall.codes()["Weiss"], ESC)
    assert hall.people["Weiss"] in _panel(hall).roll.open_uids()
    hall.press("NY", ENTER)
    assert _counts(hall) == (14, 1, 0)


# -------------------------------------------------------------------------- put right


def test_a_result_declared_wrongly_is_put_right_by_keys(hall):
    hall.press(F5, "3", "7-4-1", ENTER)
    hall.clock.pass_time(minutes=3)
    hall.press(TAKE_BACK)
    assert "Declared Carried 7–4–1 at" in _said(hall)
    assert _panel(hall).counts.lines["yes"].hasFocus()
    hall.press("5-6-1", ENTER)
    vote = _vote(hall)
    assert (vote.declared, vote.first.declared, vote.corrected) == ("lost", "carried", True)
    assert vote.declared_at - vote.first.at >= timedelta(minutes=3)
    assert motions.list_motions(hall.desk, hall.meeting)[0].outcome == "lost"


def test_an_answer_of_the_roll_is_put_right_after_the_declaration(hall):
    hall.press(F5, "4", ("y", SHIFT), ENTER, TAKE_BACK)
    hall.press(hall.codes()["Nunn"], "N", ENTER)
    assert _counts(hall) == (14, 1, 0)
    assert _vote(hall).first.tally.yes == 15


def test_escape_lets_a_result_that_was_taken_back_stand(hall):
    hall.press(F5, "3", "7-4-1", ENTER)
    before = _vote(hall)
    hall.press(TAKE_BACK, ESC)
    after = _vote(hall)
    assert (after.declared, after.declared_at) == ("carried", before.declared_at)
    assert not after.corrected
    assert _vote_open(hall) is None


def test_escape_says_when_the_numbers_are_others_by_now(hall):
    hall.press(F5, "4", ("y", SHIFT), ENTER, TAKE_BACK)
    hall.press(hall.codes()["Nunn"], "N", ESC)
    assert "no longer those that were declared" in hall.shells[-1].announcer.last
    assert _vote_open(hall) is not None


def test_a_result_is_taken_back_after_the_next_item_was_taken_up(hall):
    hall.press(F5, "3", "7-4-1", ENTER, (Qt.Key.Key_Right, CTRL), TAKE_BACK)
    assert _vote_open(hall) is not None
    hall.press("5-6-1", ENTER)
    assert (_vote(hall).declared, _vote(hall).corrected) == ("lost", True)


def test_nothing_declared_is_said(hall):
    hall.press(TAKE_BACK)
    assert "No vote was declared" in hall.shells[-1].announcer.last


# -------------------------------------------------------------------------- said aloud


def test_what_was_declared_is_told_to_who_only_listens(hall, monkeypatch):
    told = []
    monkeypatch.setattr(
        voting, "speak", lambda _source, words, **how: told.append((words, how["urgent"]))
    )
    hall.press(F5, "3", "7-4-1", ENTER)
    assert told == [("Declared: Carried 7–4–1. Ctrl+Backspace takes it back.", True)]


def test_a_vote_without_a_quorum_says_so_while_it_is_open(hall):
    for name in ("Adeyemi", "Ferreira", "Haddad", "Kowalczyk", "Lee", "Lindau", "Marchetti", "Roy"):
        attendance.leave(hall.desk, hall.meeting, hall.people[name])
    hall.step().refresh()
    hall.press(F5, "3")
    assert "No quorum: 7 present, 8 needed." in _said(hall)
    hall.press("7-0-0", ENTER)
    assert _vote(hall).quorum_met is False


def test_every_part_of_a_vote_has_a_name_and_says_its_state(hall):
    hall.press(F5, "4", "YNA0")
    panel = _panel(hall)
    names = [cell.accessibleName() for cell in panel.roll.cells.values()]
    assert names[:4] == [
        "Adeyemi, Yes", "Ferreira, No", "Haddad, Abstain", "Kowalczyk, Not voting",
    ]  # fmt: skip
    assert "Carries" not in panel.verdict.accessibleName()
    assert "Tie" in panel.verdict.accessibleName()
    assert panel.declare_button.accessibleName() or panel.declare_button.text()
