"""Who presides, and from when: the chair may be handed over in the middle of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.text import Text
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"meetings", "attendance", "votes", "minutes"})


@dataclass(frozen=True, slots=True)
class PresidingRow:
    """Somebody who presided, from a moment on until the next one did."""

    uid: str
    person_uid: str
    name: Text
    from_at: datetime | None


def take_chair(
    desk: Desk, meeting_uid: str, person_uid: str, *, at: datetime | None = None
) -> Done[str]:
    """Record that somebody presides from a moment on, now without one; return the uid of the line.

    Whoever presided before did so until then; nothing is written when it is the same person.
    """
    guard.unlocked(desk, meeting_uid)
    guard.row(desk, "person", person_uid)
    roll = Roll(desk, meeting_uid)
    before = roll.meeting["presiding_uid"]
    if before == person_uid:
        return Done("", frozenset())
    with desk.step("step.take_chair", name=roll.name(person_uid)):
        if before and not rows.count(desk.conn, "presiding", meeting_uid=meeting_uid):
            _put(desk, meeting_uid, before, roll.meeting["called_to_order_at"])
        uid = _put(desk, meeting_uid, person_uid, desk.stamp(at))
        rows.update(desk.conn, "meeting", meeting_uid, {"presiding_uid": person_uid})
    return Done(uid, _CHANGED)


def _put(desk: Desk, meeting_uid: str, person_uid: str, stamp: str | None) -> str:
    uid = desk.ids.new("pr")
    position = rows.next_position(desk.conn, "presiding", meeting_uid=meeting_uid)
    values = {"uid": uid, "meeting_uid": meeting_uid, "position": position}
    rows.insert(desk.conn, "presiding", {**values, "person_uid": person_uid, "from_at": stamp})
    return uid


def put_presider(
    desk: Desk, meeting_uid: str, person_uid: str | None, line_uid: str | None = None
) -> None:
    """Name who presided, within the step that is open: from a line on, else at the opening."""
    found = _lines(desk, meeting_uid)
    if not found:
        rows.update(desk.conn, "meeting", meeting_uid, {"presiding_uid": person_uid})
        return
    rows.update(desk.conn, "presiding", line_uid or found[0]["uid"], {"person_uid": person_uid})
    follow_presiding(desk, meeting_uid)


def follow_presiding(desk: Desk, meeting_uid: str) -> None:
    """Let the meeting name whoever took the chair last, within the step that is open."""
    found = _lines(desk, meeting_uid)
    if found:
        last = {"presiding_uid": found[-1]["person_uid"]}
        rows.update(desk.conn, "meeting", meeting_uid, last)


def _lines(desk: Desk, meeting_uid: str) -> list[dict[str, Any]]:
    """Return the lines in order of time; one that was set back stands where it belongs."""
    found = rows.find(desk.conn, "presiding", meeting_uid=meeting_uid)
    return sorted(found, key=_moment)


def _moment(one: Mapping[str, Any]) -> datetime:
    return guard.moment_of(one, "from_at") or datetime.min.replace(tzinfo=UTC)


def presided(desk: Desk, roll: Roll) -> tuple[PresidingRow, ...]:
    """Return who presided, in order; only whoever opened the meeting when nobody took over."""
    found = _lines(desk, roll.uid)
    if found:
        return tuple(
            PresidingRow(
                str(one["uid"]),
                str(one["person_uid"]),
                roll.name(one["person_uid"]),
                guard.moment_of(one, "from_at"),
            )
            for one in found
        )
    opened = roll.meeting["presiding_uid"]
    called = guard.moment_of(roll.meeting, "called_to_order_at")
    return (PresidingRow(roll.uid, opened, roll.name(opened), called),) if opened else ()
