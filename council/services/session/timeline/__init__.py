"""Everything that happened in a meeting, with its time, in words.

Each module beside this one tells of one subject: the meeting, the room, the questions, the words,
the journal.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from council.services.session.motion_rows import list_motions, list_settled
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
    """Yield the lines of the questions; those that are settled were written before."""

    def write() -> dict[str, tuple[TimelineRow, ...]]:
        return {one.uid: tuple(motion_lines(one)) for one in list_settled(desk, roll.uid)}

    settled = desk.conn.memo.get(("timeline", "settled", roll.uid), (), write)
    for motion in list_motions(desk, roll.uid):
        yield from settled.get(motion.uid) or motion_lines(motion)


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
