"""Everything that happened in a meeting, with its time, in words.

Each module beside this one tells of one subject: the meeting, the room, the questions, the words,
the journal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.services.session.motion_rows import read_motions
from council.services.session.roll import Roll
from council.services.session.timeline.journal import step_lines, with_corrections
from council.services.session.timeline.line import TimelineRow
from council.services.session.timeline.meeting import item_lines, meeting_lines
from council.services.session.timeline.questions import motion_lines
from council.services.session.timeline.room import (
    attendance_lines,
    noted_lines,
    presiding_lines,
    recusal_lines,
)
from council.services.session.timeline.speakers import speaker_lines
from council.services.session.timeline.words import advice_lines, note_lines

if TYPE_CHECKING:
    from council.services.desk import Desk

__all__ = ["TimelineRow", "timeline"]


def timeline(desk: Desk, meeting_uid: str) -> list[TimelineRow]:
    """Return the lines of a meeting, the oldest first."""
    roll = Roll(desk, meeting_uid)
    motions = read_motions(desk, rows.find(desk.conn, "motion", meeting_uid=meeting_uid))
    lines = [
        *meeting_lines(desk, roll),
        *item_lines(desk, roll),
        *attendance_lines(desk, roll),
        *noted_lines(roll),
        *presiding_lines(desk, roll),
        *recusal_lines(desk, roll),
        *(line for motion in motions for line in motion_lines(motion)),
        *advice_lines(desk, roll),
        *note_lines(desk, roll),
        *speaker_lines(desk, roll),
        *step_lines(desk, roll),
    ]
    lines = [*with_corrections(desk, roll, lines)]
    return sorted(lines, key=lambda line: line.at)
