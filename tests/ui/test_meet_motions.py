"""Amendments, division, the consent group and the closed session, by keys in the console."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from staged import WORDS, convene, t

from council.domain.text import Text
from council.domain.vocabulary import ItemKind, MotionKind, Outcome
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, closed_session, motions
from council.ui.pages.meeting.meet.motion_fields import seconds_of, split_question

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
F2, F5, F11, DOWN = Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F11, Qt.Key.Key_Down


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    attendance.all_present_except(made.desk, made.meeting, [])
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    made.open(qtbot)
    made.step().rest()
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def move(hall, *more):
    codes = hall.codes()
    hall.press((Qt.Key.Key_M, CTRL), codes["Haddad"], TAB, codes["Nunn"], *more, (ENTER, CTRL))


def start(hall, kind):
    """Open the form of a kind of motion by its digit or, where it has none, by its name."""
    digits = {one: digit for digit, one in hall.step().motions.order.digits.items()}
    if kind in digits:
        hall.press(digits[kind])
    else:
        hall.step().motions.state(kind)
        QApplication.processEvents()


def pending(hall):
    return motions.pending(hall.desk, hall.meeting)


def carry(hall):
    hall.press(F5, "1", ENTER)


# ------------------------------------------------------------------------------- amendments


def test_an_amendment_is_typed_as_what_is_inserted_after_which_words(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(hall.codes()["Roy"], F2, "by March", TAB, "School Road")
    form = hall.step().motions.motion
    assert form.edits.way == "insert"
    assert form.edits.reads.text() == WORDS.replace("Road.", "Road by March.")
    assert "School Road" in form.edits.says.text()
    hall.press((ENTER, CTRL))
    top = pending(hall)[-1]
    assert top.text.get("en") == "insert “by March” after “School Road”"
    assert top.text.get("th").startswith("เพิ่มคำว่า")
    carry(hall)
    assert pending(hall)[0].current_text.show("en") == WORDS.replace("Road.", "Road by March.")


def test_words_that_do_not_stand_in_the_text_are_said_while_typing(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, F2, "Mill Lane")
    form = hall.step().motions.motion
    assert form.edits.way == "strike"
    assert "Mill Lane" in form.edits.problem.text()
    assert not form.edits.problem.isHidden()
    hall.press((ENTER, CTRL))
    assert not form.problem.isHidden()
    assert len(pending(hall)) == 1
    form.edits.struck.setText("on School Road")
    assert form.edits.problem.isHidden()
    hall.press((ENTER, CTRL))
    assert pending(hall)[-1].current_text.show("en") == WORDS.replace(" on School Road", "")


def test_a_motion_is_substituted(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, F2, F2, F2)
    form = hall.step().motions.motion
    assert form.words.toPlainText() == ""
    hall.press("no crosswalk", (ENTER, CTRL))
    assert pending(hall)[-1].edits[0].action == "substitute"


def test_the_way_of_amending_goes_round_and_comes_back_to_the_text(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, F2, F2, F2, F2)
    form = hall.step().motions.motion
    assert form.edits.way == "typed"
    assert form.words.toPlainText() == WORDS
    hall.press((ENTER, CTRL))
    assert "Nothing is changed yet" in form.problem.text()


def test_a_half_typed_edit_is_there_again_after_a_restart(hall, qtbot):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, F2, F2, "a crosswalk", TAB, "lights")
    hall.step().motions.motion.flush()
    hall.open(qtbot)
    form = hall.step().motions.motion
    assert not form.isHidden()
    assert form.edits.way == "replace"
    assert (form.edits.struck.text(), form.edits.new.text()) == ("a crosswalk", "lights")
    assert form.edits.reads.text() == WORDS.replace("a crosswalk", "lights")


def test_an_amendment_of_an_amendment_is_shown_and_merged(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, "by March", (ENTER, CTRL))
    start(hall, MotionKind.AMEND)
    hall.press(F2, F2, F2, "March", TAB, "May", (ENTER, CTRL))
    assert [one.degree for one in pending(hall)] == [0, 1, 2]
    carry(hall)
    carry(hall)
    assert pending(hall)[0].current_text.show("en") == WORDS.replace("Road.", "Road by May.")


# --------------------------------------------------------------------------------- division


def test_one_key_divides_a_question_and_its_parts_are_voted_on_one_by_one(hall):
    hall.press((Qt.Key.Key_M, CTRL))
    form = hall.step().motions.motion
    form.words.setPlainText("That lights be bought. That the road be closed.")
    hall.press((ENTER, CTRL), "D")
    parts = hall.step().forms["parts"]
    assert parts.parts.edit.toPlainText().splitlines() == [
        "That lights be bought.", "That the road be closed.",
    ]  # fmt: skip
    hall.press((ENTER, CTRL))
    assert [one.part for one in pending(hall)] == [(1, 2)]
    waiting = hall.step().shot.waiting
    assert [one.text.show("en") for one in waiting] == ["That the road be closed."]
    carry(hall)
    assert hall.step().shot.waiting == ()
    assert [one.part for one in pending(hall)] == [(2, 2)]
    carry(hall)
    found = motions.list_motions(hall.desk, hall.meeting)
    assert [one.outcome for one in found] == ["divided", "carried", "carried"]


def test_a_motion_to_divide_brings_its_parts(hall):
    hall.press((Qt.Key.Key_M, CTRL))
    hall.step().motions.motion.words.setPlainText("Buy lights; close the road.")
    hall.press((ENTER, CTRL))
    start(hall, MotionKind.DIVIDE)
    assert hall.step().motions.motion.parts.edit.toPlainText() == "Buy lights.\nClose the road."
    hall.press((ENTER, CTRL))
    carry(hall)
    assert [one.text.show("en") for one in pending(hall)] == ["Buy lights."]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("One. Two. Three", ["One.", "Two.", "Three"]),
        ("First; second.", ["First.", "Second."]),
        ("That (a) x be done (b) y be left", ["That", "(a) x be done", "(b) y be left"]),
        ("a\nb\n\nc", ["A", "B", "C"]),
        ("ให้ซื้อไฟ\nให้ปิดถนน", ["ให้ซื้อไฟ", "ให้ปิดถนน"]),
        ("Whole", ["Whole"]),
    ],
)
def test_the_parts_that_are_proposed(words, parts):
    assert split_question(words) == parts


# -------------------------------------------------------------------------- agreed by all


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("P", Outcome.POSTPONED), ("F", Outcome.REFERRED), ("L", Outcome.LAID_ASIDE)],
)
def test_one_key_says_what_the_meeting_agreed_to_without_a_vote(hall, key, outcome):
    move(hall)
    hall.press(key)
    assert motions.list_motions(hall.desk, hall.meeting)[0].outcome == outcome
    assert pending(hall) == []


def test_an_amendment_is_not_put_off_by_these_keys(hall):
    move(hall)
    start(hall, MotionKind.AMEND)
    hall.press(F2, "soon", (ENTER, CTRL), "P", "D")
    assert len(pending(hall)) == 2


# ----------------------------------------------------------------- recess, the end, debate


def test_a_carried_adjournment_asks_whether_to_end_the_meeting(hall):
    start(hall, MotionKind.ADJOURN)
    hall.press((ENTER, CTRL))
    carry(hall)
    assert hall.step().proceedings.asking()
    hall.press(ENTER)
    assert meetings.get_meeting(hall.desk, hall.meeting).state == "held"


def test_a_carried_recess_is_begun_with_enter(hall):
    start(hall, MotionKind.RECESS)
    hall.press((ENTER, CTRL))
    carry(hall)
    assert hall.step().motions.asking()
    hall.press(ENTER)
    assert meetings.list_recesses(hall.desk, hall.meeting)[0].to_at is None


def test_limited_debate_gives_each_speaker_so_many_seconds(hall):
    move(hall)
    start(hall, MotionKind.LIMIT_DEBATE)
    form = hall.step().motions.motion
    form.times.minutes.setText("two")
    hall.press((ENTER, CTRL))
    assert len(pending(hall)) == 1
    form.times.minutes.setText("2:30")
    hall.press((ENTER, CTRL))
    assert pending(hall)[-1].speech_seconds == 150


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("2", 120),
        ("2:30", 150),
        ("๒.๓๐", 150),
        ("", None),
        ("x", None),
        ("1:75", None),
        ("0", None),
    ],
)
def test_minutes_as_they_are_typed(words, seconds):
    assert seconds_of(words) == seconds


def test_postponing_takes_the_next_planned_meeting_with_the_down_key(hall):
    from datetime import datetime

    meetings.plan_meeting(hall.desk, body_uid=hall.body, starts_local=datetime(2027, 1, 14, 18, 30))
    move(hall)
    start(hall, MotionKind.POSTPONE)
    codes = hall.codes()
    hall.press(codes["Roy"], TAB, codes["Lee"], TAB, DOWN, (ENTER, CTRL))
    assert pending(hall)[-1].until == "2027-01-14"


# ----------------------------------------------------------------------------- the consent


def test_one_key_pulls_an_item_out_of_the_consent_group(hall):
    desk, meeting = hall.desk, hall.meeting
    head = agenda.add_item(desk, meeting, title=t("Consent"), kind=ItemKind.CONSENT).value
    for words in ("Bills", "Bank", "Bench"):
        agenda.add_item(desk, meeting, title=t(words), parent_uid=head, consent=True)
    agenda.go_to_item(desk, meeting, head)
    hall.step().refresh()
    hall.step().rest()
    keys = hall.step().consent.keys
    assert [one.title.show("en") for one in keys.values()] == ["Bills", "Bank", "Bench"]
    hall.press(list(keys)[1])
    left = hall.step().consent.keys.values()
    assert [one.title.show("en") for one in left] == ["Bills", "Bench"]
    bank = next(one for one in agenda.list_items(desk, meeting) if one.title == t("Bank"))
    assert not bank.consent
    hall.press((Qt.Key.Key_Z, CTRL))
    assert len(hall.step().consent.keys) == 3


# ---------------------------------------------------------------------- the closed session


def test_the_room_is_closed_and_opened_by_one_key(hall):
    band = hall.step().closed.band
    assert band.isHidden()
    hall.press((F11, SHIFT), "Personnel", ENTER)
    assert closed_session.is_closed_now(hall.desk, hall.meeting)
    assert not band.isHidden()
    assert "Personnel" in QAccessible.queryAccessibleInterface(band).text(QAccessible.Text.Name)
    hall.press((F11, SHIFT))
    assert not closed_session.is_closed_now(hall.desk, hall.meeting)
    assert band.isHidden()


def test_a_public_question_decided_behind_closed_doors_is_warned_of(hall):
    move(hall)
    hall.press((F11, SHIFT), "Personnel", ENTER)
    assert "public minutes" in hall.step().closed.band.accessibleName()
    hall.press("W")
    assert "public minutes" not in hall.step().closed.band.accessibleName()


def test_escape_leaves_the_room_open(hall):
    hall.press((F11, SHIFT), "Personnel", ESC)
    assert not closed_session.is_closed_now(hall.desk, hall.meeting)


def test_the_console_stands_in_closed_session_after_a_restart(hall, qtbot):
    hall.press((F11, SHIFT), "Personnel", ENTER)
    hall.open(qtbot)
    assert not hall.step().closed.band.isHidden()


def test_a_text_is_amended_in_the_language_in_which_the_window_shows_it(hall, qtbot):
    both = Text((("en", "Build a crosswalk."), ("th", "สร้างทางข้าม")))
    motions.state_motion(hall.desk, hall.meeting, text=both)
    hall.open(qtbot, language="th")
    hall.step().rest()
    start(hall, MotionKind.AMEND)
    form = hall.step().motions.motion
    assert form.words.toPlainText() == "สร้างทางข้าม"
    form.words.setPlainText("สร้างสะพาน")
    hall.press((ENTER, CTRL))
    assert pending(hall)[-1].current_text.to_data() == {"th": "สร้างสะพาน"}


def test_a_long_text_is_compared_at_a_pause_of_typing(hall, qtbot):
    long = "That the Council ask the city to build a crosswalk on School Road. " * 14
    motions.state_motion(hall.desk, hall.meeting, text=t(long.strip()))
    hall.step().refresh()
    start(hall, MotionKind.AMEND)
    form = hall.step().motions.motion
    form.words.appendPlainText("So be it.")
    assert "So be it" not in form.edits.reads.text()
    qtbot.waitUntil(lambda: "So be it" in form.edits.reads.text(), timeout=2000)


def test_a_motion_prepared_in_two_languages_is_moved_in_both(hall):
    both = Text((("en", "Build a crosswalk."), ("th", "สร้างทางข้าม")))
    agenda.change_item(hall.desk, hall.items["Crosswalk"], proposed_motion=both)
    hall.step().refresh()
    move(hall)
    assert pending(hall)[0].text == both


def test_a_question_is_not_divided_into_one_part(hall):
    move(hall)
    start(hall, MotionKind.DIVIDE)
    form = hall.step().motions.motion
    form.parts.edit.setPlainText("All of it")
    hall.press((ENTER, CTRL))
    assert "two parts" in form.problem.text()
    assert len(pending(hall)) == 1
