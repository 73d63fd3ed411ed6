"""Everything that happened in a meeting, with its time, in words.

Each module beside this one tells of one subject: the meeting, the room, the questions, the words,
the journal.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from council.services.session.motion_rows import list_motions
from council.services.session.roll import Roll
from council.services.session.timeline.journal import step_lines, with_corrections
from council.services.session.timeline.line import TimelineRow
from council.services.session.timeline.meeting import item_lines, meeting_lines
from council.services.session.timeline.questions import motion_lines
from council.services.session.timeline.room import (
    attendance_lines,
    clock_lines,
    noted_lines,
    presiding_lines,
    recusal_lines,
)
from council.services.session.timeline.speakers import speaker_lines
from council.services.session.timeline.words import advice_lines, note_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from council.services.desk import Desk
    from council.services.session.motion_rows import MotionRow

    Subject: TypeAlias = Callable[[Desk, Roll], Iterable[TimelineRow]]

__all__ = ["TimelineRow", "timeline"]


def timeline(desk: Desk, meeting_uid: str) -> list[TimelineRow]:
    """Return the lines of a meeting, the oldest first.

    The lines of a subject are kept until something changes that they were written from.
    """
    memo = desk.conn.memo
    lines: list[TimelineRow] = []
    for subject, told in _SUBJECTS.items():
        key = ("timeline", subject, meeting_uid)
        lines += memo.get(key, (), partial(_tell, told, desk, meeting_uid))
    roll = Roll(desk, meeting_uid)
    lines += step_lines(desk, roll)
    lines = [*with_corrections(desk, roll, lines)]
    return sorted(lines, key=lambda line: line.at)


def _tell(told: Subject, desk: Desk, meeting_uid: str) -> tuple[TimelineRow, ...]:
    return tuple(told(desk, Roll(desk, meeting_uid)))


def _of_motions(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield the lines of the questions; a question that is as it was is not told anew."""
    told: dict[str, tuple[MotionRow, tuple[TimelineRow, ...]]] = desk.conn.memo.get(
        ("timeline", "told", roll.uid), (), dict
    )
    for motion in list_motions(desk, roll.uid):
        before = told.get(motion.uid)
        if before is None or before[0] != motion:
            before = told[motion.uid] = (motion, tuple(motion_lines(motion)))
        yield from before[1]


_SUBJECTS: Final[dict[str, Subject]] = {
    "meeting": meeting_lines,
    "items": item_lines,
    "attendance": attendance_lines,
    "noted": lambda _desk, roll: noted_lines(roll),
    "presiding": presiding_lines,
    "clock": clock_lines,
    "recusals": recusal_lines,
    "motions": _of_motions,
    "advice": advice_lines,
    "notes": note_lines,
    "speakers": speaker_lines,
}
