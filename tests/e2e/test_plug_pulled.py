"""The plug is pulled in the middle of a meeting: the next start stands where it stood."""

from __future__ import annotations

import shutil

import pytest
from driver import CTRL, Key

from council.services.verify import verify

pytestmark = pytest.mark.parametrize("pace", ["inline", "late", "worker"])


def _pull_the_plug(secretary):
    """Leave the file as it lies on the disk at this moment, and open that in the window."""
    secretary.settle()
    before = secretary.answers.where
    after = before.with_name("after.council")
    for ending in ("", "-wal"):
        shutil.copy(before.with_name(before.name + ending), after.with_name(after.name + ending))
    secretary.answers.where = after
    assert secretary.window.open_path(after)
    secretary.until(secretary.shell.isVisible)
    return after


def _return_to_the_meeting(secretary):
    secretary.click(secretary.shell.strip.back)
    secretary.until(lambda: secretary.shell.route == "meeting")
    return secretary.step("meet")


def test_a_pending_motion_and_a_half_typed_note_come_back(hall):
    hall.motion("Tomas Brandt", "Fern Ashdown", "To mend the bridge.")
    hall.press(Key.Key_F9)
    hall.type("The bridge was clo")
    note = hall.step("meet").forms["note"]
    hall.until(lambda: note.draft().get("text") == "The bridge was clo")
    file = _pull_the_plug(hall)
    console = _return_to_the_meeting(hall)
    assert console.shot.top.text.show("en") == "To mend the bridge."
    assert console.shot.current.title.show("en") == "First"
    hall.until(lambda: console.forms["note"].words.hasFocus())
    hall.type("sed.")
    assert console.forms["note"].words.toPlainText() == "The bridge was closed."
    hall.press(Key.Key_Return, CTRL)
    hall.until(console.hasFocus)
    hall.ayes_have_it()
    hall.settle()
    assert verify(file).ok


def test_an_open_vote_comes_back(hall):
    hall.motion("Tomas Brandt", "Fern Ashdown", "To mend the bridge.")
    hall.press(Key.Key_F5)
    hall.press(Key.Key_4)
    console = hall.step("meet")
    hall.until(lambda: console.voting.vote.isVisible() and console.voting.vote.roll.hasFocus())
    hall.press(Key.Key_Y)
    hall.press(Key.Key_N)
    file = _pull_the_plug(hall)
    console = _return_to_the_meeting(hall)
    hall.until(lambda: console.voting.vote.isVisible() and console.voting.vote.roll.hasFocus())
    assert sorted(console.voting.vote.roll.given.values()) == ["no", "yes"]
    hall.press(Key.Key_Y)
    hall.press(Key.Key_Y)
    hall.press(Key.Key_Return)
    hall.until(lambda: console.shot.top is None)
    hall.settle()
    (vote,) = console.shot.decided[-1].votes
    assert (vote.counts.yes, vote.counts.no) == (3, 1)
    assert verify(file).ok
