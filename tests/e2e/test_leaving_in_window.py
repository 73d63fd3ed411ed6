"""Somebody leaves before the answer has come: nothing is lost, nobody is called back."""

from __future__ import annotations

from datetime import date

import pytest
from driver import ALT, CTRL, SHIFT, Key

from council.services import meetings
from council.services.members import people
from council.services.planning import agenda

DAY = date(2023, 3, 14)

pytestmark = pytest.mark.parametrize("pace", ["late"])


def _dress_anew(office):
    """Change the colour scheme: the whole shell is built anew."""
    before = office.shell
    office.press(Key.Key_L, CTRL | SHIFT)
    office.until(lambda: office.shell is not before)
    office.bot.waitUntil(office.shell.isVisible)


def test_a_meeting_is_planned_behind_ones_back(office):
    office.press(Key.Key_2, ALT)
    office.press(Key.Key_N, CTRL)
    office.into(office.page.form.day, "14 Mar 2023")
    office.press(Key.Key_Return)
    office.press(Key.Key_1, ALT)
    office.settle()
    assert office.shell.route == "today"
    assert len(meetings.list_meetings(office.desk)) == 1


def test_rows_typed_before_the_window_is_dressed_anew_are_kept(office):
    office.plan_meeting(DAY, "19:00", "Ferry House")
    office.click(office.step("plan").add)
    for words in ("First", "Second", "Third"):
        office.type(words)
        office.press(Key.Key_Return)
    _dress_anew(office)
    office.settle()
    found = agenda.list_items(office.desk, office.shell.uid)
    assert [item.title.show("en") for item in found] == ["First", "Second", "Third"]
    assert [item.title.show("en") for item in office.step("plan").items] == [
        "First", "Second", "Third",
    ]  # fmt: skip


def test_a_refusal_for_a_form_that_is_gone_is_no_crash(office):
    office.press(Key.Key_3, ALT)
    office.until(lambda: office.shell.route == "members")
    office.click(office.page.board.tiles[1])
    office.press(Key.Key_F2)
    edit = office.page.side.edit
    office.into(edit.name_fields["en"].widget, "")
    office.press(Key.Key_Return)
    _dress_anew(office)
    office.settle()
    assert len(people.list_people(office.desk)) == 4


def test_the_council_is_closed_with_everything_written(office):
    office.plan_meeting(DAY, "19:00", "Ferry House")
    office.click(office.step("plan").add)
    office.type("First")
    office.press(Key.Key_Return)
    office.type("half ty")
    office.press(Key.Key_W, CTRL)
    office.until(lambda: office.window.shell() is None)
    office.press(Key.Key_O, CTRL)
    office.until(lambda: office.window.shell() is not None)
    uid = meetings.list_meetings(office.desk)[0].uid
    office.open_meeting(uid)
    plan = office.step("plan")
    assert [item.title.show("en") for item in plan.items] == ["First"]
    assert plan.entry.text() == "half ty"
