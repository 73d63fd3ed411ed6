"""How a stay in the room is written: the line of the attendance list and its stretches of time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import Mode, Presence

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.session.roll import Entry, Roll, SpanRow

_IN_PERSON = Mode.IN_PERSON.value


def put_line(desk: Desk, roll: Roll, status: str, **values: Any) -> str:
    """Put a line at the end of the attendance list; return its uid."""
    uid = desk.ids.new("at")
    position = rows.next_position(desk.conn, "attendance", meeting_uid=roll.uid)
    kept = {"uid": uid, "meeting_uid": roll.uid, "position": position, "status": status}
    rows.insert(desk.conn, "attendance", {**kept, **values})
    return uid


def put_span(
    desk: Desk,
    attendance_uid: str,
    start: str | None,
    end: str | None,
    mode: str = _IN_PERSON,
    *,
    position: int | None = None,
) -> None:
    """Put a stretch of time under a line of the list, at its end unless a position is given."""
    if position is None:
        position = rows.next_position(desk.conn, "span", attendance_uid=attendance_uid)
    values = {"uid": desk.ids.new("sp"), "attendance_uid": attendance_uid, "position": position}
    values |= {"from_at": start, "to_at": end, "mode": str(Mode(mode))}
    rows.insert(desk.conn, "span", values)


def arrive(desk: Desk, roll: Roll, person_uid: str, stamp: str, mode: str = _IN_PERSON) -> str:
    """Let somebody be there from a stamp on, within the step that is open; return the line's uid.

    A stay that has not ended ends then, so that a change of mode leaves no gap.
    """
    entry = roll.by_person.get(person_uid)
    if entry is None:
        uid = put_line(desk, roll, Presence.PRESENT.value, person_uid=person_uid)
    else:
        uid = entry.uid
        if entry.status != Presence.PRESENT:
            came = {"status": Presence.PRESENT.value, "reason": None, "noted_at": None}
            rows.update(desk.conn, "attendance", uid, came)
        elif not entry.spans:
            # Recorded as there from the start, without a span: that first stay is kept.
            put_span(desk, uid, None, stamp, position=1)
        if entry.open_span:
            end(desk, entry.open_span, stamp)
    put_span(desk, uid, stamp, None, mode)
    return uid


def leave(desk: Desk, entry: Entry, stamp: str) -> None:
    """Let somebody be gone from a stamp on, within the step that is open."""
    if not entry.spans:
        put_span(desk, entry.uid, None, stamp, position=1)
    for span in entry.spans:
        if span.to_at is None:
            end(desk, span, stamp)


def end(desk: Desk, span: SpanRow, stamp: str) -> None:
    """End a stay; InputRefused when that is before it began."""
    gone = datetime.fromisoformat(stamp)
    if span.from_at is not None and gone < span.from_at:
        raise InputRefused("error.ends_before_start", start=span.from_at, end=gone)
    rows.update(desk.conn, "span", span.uid, {"to_at": stamp})
