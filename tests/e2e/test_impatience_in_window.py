"""An impatient hand presses everything twice before the first answer has come; nothing doubles."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from driver import ALT, CTRL, NONE, SHIFT, Key

from council.services import meetings, minutes
from council.services.members import people
from council.services.planning import agenda
from council.services.session import motions, notes

DAY = date(2023, 3, 14)

pytestmark = pytest.mark.parametrize("pace", ["late"])


def test_one_meeting_is_planned(office):
    office.press(Key.Key_2, ALT)
    office.press(Key.Key_N, CTRL)
    form = office.page.form
    office.into(form.day, "14 Mar 2023")
    office.press(Key.Key_Return)
    office.press(Key.Key_Return)
    office.until(lambda: office.shell.route == "meeting")
    office.settle()
    assert len(meetings.list_meetings(office.desk)) == 1


def test_one_posting_is_logged_and_the_meeting_opens_once(office):
    office.plan_meeting(DAY, "19:00", "Ferry House")
    office.type_agenda(["First"])
    office.click(office.step("plan").next)
    notice = office.step("notice")
    office.into(notice.place, "Door")
    office.press(Key.Key_Return)
    office.press(Key.Key_Return)
    office.settle()
    assert len(meetings.list_notices(office.desk, office.shell.uid)) == 1
    office.click(notice.next)
    console = office.step("meet")
    office.until(console.hasFocus)
    office.press(Key.Key_Return)
    office.press(Key.Key_Return)
    office.until(lambda: console.shot.in_session)
    office.settle()
    assert console.shot.meeting.called_to_order_at is not None


def test_one_note_one_guest_one_motion(hall):
    console = hall.step("meet")
    hall.press(Key.Key_F9)
    hall.type("The bridge was closed on Monday.")
    hall.press(Key.Key_Return, CTRL)
    hall.press(Key.Key_Return, CTRL)
    hall.settle()
    assert len(notes.list_notes(hall.desk, hall.shell.uid)) == 1
    hall.press(Key.Key_F7, SHIFT)
    hall.type("Ines Varga")
    hall.press(Key.Key_Return)
    hall.press(Key.Key_Return)
    hall.settle()
    assert sum(row.guest for row in console.shot.room) == 1
    hall.press(Key.Key_M, CTRL)
    hall.type(hall.code("Tomas Brandt"))
    hall.press(Key.Key_Tab)
    hall.type(hall.code("Fern Ashdown"))
    hall.press(Key.Key_Tab)
    hall.type("To mend the bridge.")
    hall.press(Key.Key_Return, CTRL)
    hall.press(Key.Key_Return, CTRL)
    hall.settle()
    assert len(motions.list_motions(hall.desk, hall.shell.uid)) == 1
    assert console.hasFocus()


def test_a_motion_and_its_vote_are_typed_ahead_of_every_answer(hall):
    console = hall.step("meet")
    for words in ("To mend the bridge.", "To paint the bridge."):
        hall.press(Key.Key_M, CTRL)
        hall.type(hall.code("Tomas Brandt"))
        hall.press(Key.Key_Tab)
        hall.type(hall.code("Fern Ashdown"))
        hall.press(Key.Key_Tab)
        hall.type(words)
        for key, modifier in (
            (Key.Key_Return, CTRL), (Key.Key_F5, NONE), (Key.Key_2, NONE), (Key.Key_Y, NONE),
            (Key.Key_Return, NONE),
        ):  # fmt: skip
            hall.press(key, modifier)
    hall.press(Key.Key_Right, CTRL)
    hall.until(lambda: console.shot.current.title.show("en") == "Second")
    hall.settle()
    found = motions.list_motions(hall.desk, hall.shell.uid)
    assert [m.text.show("en") for m in found] == ["To mend the bridge.", "To paint the bridge."]
    assert [m.outcome for m in found] == ["carried", "carried"]
    assert [len(m.votes) for m in found] == [1, 1]
    assert console.hasFocus()
    assert hall.shell.announcer.last == ""


def test_one_correction_is_listed(hall):
    hall.adjourn(datetime.combine(DAY, time(20, 0)))
    hall.click(hall.step("minutes").next)
    approve = hall.step("approve")
    hall.into(approve.place, "Item 1")
    hall.into(approve.was, "Monday")
    hall.into(approve.now, "Tuesday")
    hall.press(Key.Key_Return)
    hall.press(Key.Key_Return)
    hall.settle()
    assert len(minutes.list_corrections(hall.desk, hall.shell.uid)) == 1


def test_one_person_is_added(office):
    office.press(Key.Key_3, ALT)
    office.until(lambda: office.shell.route == "members")
    page = office.page
    office.press(Key.Key_N, CTRL)
    new = page.side.new
    office.into(new.names["en"], "Ines Varga")
    office.click(new.add_button)
    office.click(new.add_button)
    office.settle()
    assert len(people.list_people(office.desk)) == 5


def test_the_agenda_grows_by_what_was_typed(office):
    office.plan_meeting(DAY, "19:00", "Ferry House")
    plan = office.step("plan")
    office.click(plan.add)
    office.type("First")
    office.press(Key.Key_Return)
    office.press(Key.Key_Return)
    office.settle()
    assert len(agenda.list_items(office.desk, office.shell.uid)) == 1
