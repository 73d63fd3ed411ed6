"""Enter from paper, by keys alone: the sheet's lines in their order, kept while half typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import WORDS, Hall, convene

from council.domain.vocabulary import MeetingState
from council.domain.votes.tallies import Tally
from council.services import actions, history, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ENTER = Key.Key_Return


@pytest.fixture
def hall(tmp_path):
    """Open the page on the morning after."""
    made = convene(tmp_path)
    made.clock.pass_time(hours=15)
    return made


def go(hall: Hall, qtbot, **more: object):
    hall.open(qtbot, step="paper", **more)
    page = hall.step()
    qtbot.waitUntil(page.times.called.hasFocus)
    hall.pressed = 0
    return page


def next_to(hall: Hall, line: object) -> None:
    """Press Enter until the keyboard is on a line."""
    for _ in range(60):
        if QApplication.focusWidget() is line:
            return
        hall.press(ENTER)
    raise AssertionError("not reached by Enter")


def clock(moment) -> str:
    return f"{moment:%H:%M}"


def test_a_whole_meeting_is_entered_without_the_mouse(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834", ENTER, ENTER, ENTER, "1910-1920", ENTER, "2005", ENTER)
    hall.press("1850", ENTER, "-1940", ENTER, "e ill", ENTER, "a", ENTER, "r", ENTER)
    next_to(hall, page.items[1].at)
    hall.press("1841", ENTER)
    mover, seconder = page.roster.known()[0].code, page.roster.known()[5].code
    hall.press(ENTER, mover.lower(), ENTER, seconder.lower(), ENTER, "1855", ENTER, "9-2-1")
    hall.press((ENTER, CTRL))
    row = meetings.get_meeting(hall.desk, hall.meeting)
    assert row.state == MeetingState.HELD
    assert (clock(row.called_to_order_at), clock(row.adjourned_at)) == ("18:34", "20:05")
    room = [one for one in attendance.room(hall.desk, hall.meeting) if one.voting]
    assert [one.state for one in room[:6]] == [
        "present", "left", "excused", "absent", "remote", "present",
    ]  # fmt: skip
    assert clock(room[0].since) == "18:50"
    (motion,) = motions.list_motions(hall.desk, hall.meeting)
    assert (motion.text.show("en"), motion.outcome) == (WORDS, "carried")
    assert (motion.mover_uid, motion.seconder_uids) == (room[0].person_uid, (room[5].person_uid,))
    assert (clock(motion.vote.at), motion.vote.counts) == ("18:55", Tally(9, 2, 1))
    assert hall.shells[-1].more == {"step": "minutes"}
    assert hall.pressed < 110


def test_a_vote_by_name_and_a_late_item(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834")
    hall.press((Key.Key_I, CTRL), "Flood", ENTER, "1900", ENTER)
    hall.press((Key.Key_M, CTRL), "That we help.", ENTER, ENTER, ENTER, ENTER)
    hall.press("yyyyynnnnna-yyr")
    assert "7 Yes, 5 No, 1 Abstain" in page.items[-1].motions[0].told.text()
    hall.press((ENTER, CTRL))
    (motion,) = motions.list_motions(hall.desk, hall.meeting)
    cast = [one.choice for one in motion.vote.ballots]
    assert cast == ["yes"] * 5 + ["no"] * 5 + ["abstain", "yes", "yes", "recused"]
    items = agenda.list_items(hall.desk, hall.meeting)
    assert items[-1].title.show("en") == "Flood"
    assert hall.shells[-1].more == {"step": "meet"}


def test_comments_actions_and_a_chair_handed_over(hall, qtbot):
    page = go(hall, qtbot)
    people = page.roster.known()
    code = people[1].code.lower()
    hall.press("1834", ENTER, ENTER, f"{code} 1950", ENTER)
    assert page.times.handed.told.text() == f"{people[1].name.show('en')} 19:50"
    page.items[1].at.setText("1841")
    page.comments.rows[0].item.setFocus()
    hall.press("2", ENTER, "Ms Vale", ENTER, Key.Key_F, ENTER, "It is dark there.", ENTER)
    assert len(page.comments.rows) == 2
    next_to(hall, page.given.rows[0].item)
    hall.press("2", ENTER, code, ENTER, "Ask the City", ENTER, "1 Mar 2027")
    assert page.given.rows[0].told.text().startswith(people[1].name.show("en"))
    hall.press((ENTER, CTRL))
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    assert (comment.speaker.show("en"), comment.stance) == ("Ms Vale", "for")
    (action,) = actions.list_actions(hall.desk)
    assert (action.owner_uid, str(action.due_on)) == (people[1].person_uid, "2027-03-01")
    row = meetings.get_meeting(hall.desk, hall.meeting)
    assert row.presiding_uid == people[1].person_uid


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"item": "99", "what": "x"}, "no item with this number"),
        ({"what": "x", "due": "soon"}, "Write a day"),
        ({"who": "Somebody"}, "Write what is to be done"),
    ],
)
def test_a_wrong_action_is_said_at_its_line(hall, qtbot, fields, said):
    page = go(hall, qtbot)
    hall.press("1834")
    page.given.rows[0].load(fields)
    assert said in page.given.rows[0].told.text()
    hall.press((ENTER, CTRL))
    assert meetings.get_meeting(hall.desk, hall.meeting).state == MeetingState.PLANNED


def test_what_is_half_typed_comes_back(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834", ENTER, ENTER, ENTER, ENTER, ENTER, "e ill")
    hall.press((Key.Key_I, CTRL), "Flood", ENTER, (Key.Key_M, CTRL), "That we")
    page.comments.rows[0].said.setText("It is dark")
    before = page.values()
    QTest.qWait(400)
    hall.shells[-1].let_go()
    again = go(hall, qtbot)
    assert again.values() == before
    assert again.items[-1].motions[0].text.text() == "That we"


def test_what_is_wrong_is_said_at_its_line_and_nothing_is_recorded(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834", ENTER, ENTER, ENTER, ENTER, ENTER, "xx", (ENTER, CTRL))
    line = page.roster.lines[page.roster.known()[0].person_uid]
    assert line.hasFocus()
    assert line.property("wrong")
    assert "Write 1850" in page.said.text()
    assert meetings.get_meeting(hall.desk, hall.meeting).state == MeetingState.PLANNED


def test_a_refusal_of_the_record_is_said_and_what_was_typed_stays(hall, qtbot):
    page = go(hall, qtbot)
    hall.press(ENTER, ENTER, ENTER, ENTER, "2005", (ENTER, CTRL))
    assert "when the meeting was called to order" in page.said.text()
    assert page.times.adjourned.text() == "2005"
    hall.press((ENTER, CTRL))  # and can be tried again
    assert page.record.isEnabled()


def test_more_votes_than_people_are_said_at_once(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834")
    line = page.items[1].motions[0]
    line.vote.setFocus()
    hall.press("15-2-1")
    assert "more votes than the 15 members present" in line.told.text()


def test_the_motion_of_the_agenda_is_not_moved_by_itself(hall, qtbot):
    page = go(hall, qtbot)
    hall.press("1834")
    assert page.items[1].motions[0].told.text() == "not moved"
    hall.press((ENTER, CTRL))
    assert motions.list_motions(hall.desk, hall.meeting) == []


def test_a_live_meeting_keeps_what_was_recorded(hall, qtbot):
    meetings.call_to_order(hall.desk, hall.meeting, at=hall.clock.now() - timedelta(hours=1))
    first = hall.people["Ortiz"]
    attendance.arrive(hall.desk, hall.meeting, first, at=hall.clock.now() - timedelta(minutes=50))
    before = attendance.room(hall.desk, hall.meeting)[0].spans
    hall.open(qtbot, step="paper")
    page = hall.step()
    qtbot.waitUntil(page.times.adjourned.hasFocus)
    assert not page.times.called.isEnabled()
    assert page.roster.lines[first].told.text() == "as recorded: here"
    hall.press((ENTER, CTRL))
    assert attendance.room(hall.desk, hall.meeting)[0].spans == before
    assert meetings.get_meeting(hall.desk, hall.meeting).recorded_from == "paper"


def test_one_undo_takes_the_sheet_back(hall, qtbot):
    go(hall, qtbot)
    hall.press("1834", (ENTER, CTRL))
    assert meetings.get_meeting(hall.desk, hall.meeting).state == MeetingState.IN_SESSION
    history.undo(hall.desk)
    assert meetings.get_meeting(hall.desk, hall.meeting).state == MeetingState.PLANNED


def test_the_roster_goes_to_one_column_in_a_narrow_window_and_keeps_what_is_typed(hall, qtbot):
    page = go(hall, qtbot)
    first = page.roster.lines[page.roster.known()[0].person_uid]
    first.setText("e ill")
    for wide in (1024, 1440):
        hall.shells[-1].resize(wide, 700)
        QTest.qWait(50)
        lefts = {line.x() for line in page.roster.lines.values()}
        assert len(lefts) == (1 if wide == 1024 else 2)
    assert first.text() == "e ill"
    assert first.told.text() == "excused: ill"


def test_kedmanee_letters_mean_their_keys(hall, qtbot):
    page = go(hall, qtbot)
    line = page.roster.lines[page.roster.known()[0].person_uid]
    line.setText("พ")  # the key of R
    assert line.told.text() == "from elsewhere, here"
    line.setText("๑๘๕๐")
    assert line.told.text() == "came 18:50"


@pytest.mark.parametrize("step", ["plan", "notice", "meet"])
def test_the_sheet_is_offered_where_a_meeting_is_prepared(hall, qtbot, step, monkeypatch):
    shell = hall.open(qtbot, step=step)
    kept = []
    monkeypatch.setattr(shell.context, "open_pdf", lambda data, name: kept.append((data, name)))
    paper = shell.current_page().paper
    (button,) = [one for one in (paper.sheet, paper.mark) if one.isVisible()]
    assert "Recording sheet" in button.accessibleName()
    button.click()
    ((data, name),) = kept
    assert data.startswith(b"%PDF")
    assert name == "2026-12-10-recording-sheet-en.pdf"


def test_the_page_is_found_by_name(hall, qtbot):
    shell = hall.open(qtbot)
    words = {one.words: one for one in shell.all_commands()}
    words["Enter from paper"].run()
    assert shell.more == {"step": "paper"}
    words = {one.words for one in shell.all_commands()}
    assert {"Put the sheet on record", "Recording sheet as PDF"} <= words


def test_everything_that_takes_the_keyboard_has_a_name(hall, qtbot):
    page = go(hall, qtbot)
    for child in page.findChildren(type(page.times.called)):
        assert child.accessibleName(), child
    assert page.items[1].at.accessibleName() == "Crosswalk, taken up at"
