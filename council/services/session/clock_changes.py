"""The computer's clock set back during a meeting: told, kept on record, its times put right."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from council.db import journal, rows, schema
from council.domain.messages import NotAllowed
from council.domain.vocabulary import MeetingState
from council.services import guard
from council.services.desk import ALL_CHANGES, Changes, Done
from council.services.steady_clock import TOLERANCE, SteadyClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"meetings"})
_NONE: Changes = frozenset()
LONGEST = timedelta(hours=12)
"""A meeting does not last longer: a clock that is further behind was wrong before."""

_OWNERS: Final = {
    "span": ("attendance_uid", "attendance"),
    "speaking": ("speaker_uid", "speaker"),
    "vote": ("motion_uid", "motion"),
    "ballot": ("vote_uid", "vote"),
}
"""Tables that name their meeting only through another one."""
_OWN: Final = (
    *("presiding", "clock_change", "recess", "agenda_item", "motion", "recusal", "advice", "note"),
    *("comment", "speaker", "action", "attendance"),
)


def note_clock(desk: Desk, meeting_uid: str) -> Done[timedelta]:
    """Keep on record that the clock was set back, once; return by how much it is ahead of it.

    After a restart the clock first goes on from the last step of a meeting in session.
    """
    meeting, clock = guard.row(desk, "meeting", meeting_uid), desk.clock
    if not isinstance(clock, SteadyClock) or meeting["state"] != MeetingState.IN_SESSION:
        return Done(timedelta(), _NONE)
    last = datetime.fromisoformat(journal.steps(desk.conn, 1)[0].at)
    if last - clock.now() < LONGEST:
        clock.go_on_from(last)
    if abs(clock.shift - _noted(desk, meeting_uid)) <= TOLERANCE:
        return Done(clock.shift, _NONE)
    now = desk.now()
    with desk.step("step.note_clock"):
        values = {"at": desk.stamp(now), "shown_at": desk.stamp(now - clock.shift)}
        uid = desk.ids.new("ck")
        rows.insert(desk.conn, "clock_change", {"uid": uid, "meeting_uid": meeting_uid, **values})
    return Done(clock.shift, _CHANGED)


def _noted(desk: Desk, meeting_uid: str) -> timedelta:
    """Return how far ahead the clock was when that was last noted in the meeting."""
    found = rows.find(desk.conn, "clock_change", order="at", meeting_uid=meeting_uid)
    if not found:
        return timedelta()
    at, shown = (guard.moment_of(found[-1], name) for name in ("at", "shown_at"))
    return at - shown if at and shown else timedelta()


def take_shown_time(desk: Desk, meeting_uid: str) -> Done[int]:
    """Go by what the computer shows, and put every time of the meeting back by as much. One step.

    For a clock that was wrong before and was put right. NotAllowed when it was not set back; return
    how many rows changed.
    """
    guard.unlocked(desk, meeting_uid)
    clock = desk.clock
    if not isinstance(clock, SteadyClock) or not clock.shift:
        raise NotAllowed("error.clock_not_set_back")
    shift, changed = clock.shift, 0
    with desk.step("step.take_shown_time"):
        for table, found in _rows_of(desk, meeting_uid):
            moved = {
                column: desk.stamp(datetime.fromisoformat(found[column]) - shift)
                for column in _stamps(table)
                if found[column]
            }
            if moved:
                rows.update(desk.conn, table, found["uid"], moved)
                changed += 1
    clock.take_shown()
    return Done(changed, ALL_CHANGES)


def _rows_of(desk: Desk, meeting_uid: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every row of a meeting with its table; what others belong to comes first."""
    held: dict[str, list[str]] = {}
    yield "meeting", guard.row(desk, "meeting", meeting_uid)
    for table in _OWN:
        found = rows.find(desk.conn, table, order="uid", meeting_uid=meeting_uid)
        held[table] = [one["uid"] for one in found]
        yield from ((table, one) for one in found)
    for table, (column, owner) in _OWNERS.items():
        found = rows.find(desk.conn, table, order="uid", **{column: held[owner]})
        held[table] = [one["uid"] for one in found]
        yield from ((table, one) for one in found)


def _stamps(table: str) -> list[str]:
    """Return the columns of a table that are stamps."""
    return re.findall(r"\b((?:\w+_)?at) TEXT", schema.TABLES[table])
