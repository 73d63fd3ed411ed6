"""Some kills of the real program; ``make kill`` does two hundred."""

from __future__ import annotations

import random

import kill_meeting


def test_nothing_is_lost_when_the_program_is_killed(tmp_path):
    chance, tally = random.Random(20220610), kill_meeting.Tally()
    way = kill_meeting.course(tmp_path / "course")
    meeting = kill_meeting.Meeting(tmp_path / "meeting")
    meeting.found()
    while tally.kills < 5:
        kill_meeting.kill_once(meeting, way, chance, tally)
    assert tally.restarts >= 1
