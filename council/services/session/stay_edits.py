"""The times of one person put right together: each stay, the reason, when an excuse was noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import Mode, Presence
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session import recusals, stays
from council.services.session.roll import Roll
from council.services.voting.room_of_vote import follow_room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"attendance"})


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of time as it is to stand; without a uid it is new, without an end it lasts."""

    uid: str | None
    from_at: datetime | None
    to_at: datetime | None = None
    mode: str = Mode.IN_PERSON.value


def put_stays(desk: Desk, attendance_uid: str, wanted: Sequence[Stay]) -> Done[str]:
    """Let the stays of one person be these; those that are not named go. One step.

    InputRefused when one ends before it began, or begins before the one before it ended.
    """
    entry = guard.row(desk, "attendance", attendance_uid)
    meeting = entry["meeting_uid"]
    guard.unlocked(desk, meeting)
    _check(wanted)
    name = Roll(desk, meeting).name(entry["person_uid"]) or guard.text_of(entry, "guest")
    with desk.step("step.correct_span", name=name):
        _write(desk, attendance_uid, wanted)
        present = {"status": Presence.PRESENT.value, "noted_at": None}
        if wanted and entry["status"] != Presence.PRESENT:
            rows.update(desk.conn, "attendance", attendance_uid, present)
        more = {"votes"} if follow_room(desk, meeting) else set()
    return Done(attendance_uid, _CHANGED | more)


def _check(wanted: Sequence[Stay]) -> None:
    before: datetime | None = None
    for place, one in enumerate(wanted):
        if one.from_at is not None and one.to_at is not None and one.to_at < one.from_at:
            raise InputRefused("error.ends_before_start", start=one.from_at, end=one.to_at)
        if place and (before is None or one.from_at is None or one.from_at < before):
            raise InputRefused("error.stays_overlap", start=one.from_at, end=before)
        before = one.to_at


def _write(desk: Desk, attendance_uid: str, wanted: Sequence[Stay]) -> None:
    kept = {one.uid for one in wanted}
    for found in rows.find(desk.conn, "span", attendance_uid=attendance_uid):
        if found["uid"] not in kept:
            rows.delete(desk.conn, "span", found["uid"])
    for place, one in enumerate(wanted, 1):
        start = None if one.from_at is None else desk.stamp(one.from_at)
        end = None if one.to_at is None else desk.stamp(one.to_at)
        if one.uid is None:
            stays.put_span(desk, attendance_uid, start, end, one.mode, position=place)
        else:
            values = {
                "from_at": start,
                "to_at": end,
                "mode": str(Mode(one.mode)),
                "position": place,
            }
            rows.update(desk.conn, "span", one.uid, values)


def put_reason(
    desk: Desk, attendance_uid: str, reason: str, noted_at: datetime | None = None
) -> Done[str]:
    """Write why somebody is not there, and correct when that was noted if a moment is given."""
    entry = guard.row(desk, "attendance", attendance_uid)
    guard.unlocked(desk, entry["meeting_uid"])
    name = Roll(desk, entry["meeting_uid"]).name(entry["person_uid"])
    values: dict[str, Any] = {"reason": reason.strip() or None}
    if noted_at is not None:
        values["noted_at"] = desk.stamp(noted_at)
    with desk.step("step.put_reason", name=name):
        rows.update(desk.conn, "attendance", attendance_uid, values)
    return Done(attendance_uid, _CHANGED)


def correct_person(
    desk: Desk,
    attendance_uid: str,
    *,
    wanted: Sequence[Stay] | None = None,
    reason: str | None = None,
    recusal: tuple[str, str] | None = None,
) -> Done[str]:
    """Put right in one step what is recorded of a person; what is None stays as it is.

    ``recusal`` is the uid of a recusal and why it was.
    """
    entry = guard.row(desk, "attendance", attendance_uid)
    name = Roll(desk, entry["meeting_uid"]).name(entry["person_uid"])
    changes: Changes = _CHANGED
    with desk.step("step.correct_span", name=name or guard.text_of(entry, "guest")):
        if wanted is not None:
            changes |= put_stays(desk, attendance_uid, wanted).changes
        if reason is not None:
            changes |= put_reason(desk, attendance_uid, reason).changes
        if recusal is not None:
            changes |= recusals.put_recusal_reason(desk, *recusal).changes
    return Done(attendance_uid, changes)
