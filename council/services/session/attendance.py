"""Who is in the room: arriving, leaving, excused, and all that is read of it under one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import Mode, Presence
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session import stays
from council.services.session.recusals import end_recusal, recuse
from council.services.session.roll import Roll, SpanRow
from council.services.session.room_rows import (
    EXPECTED,
    LEFT,
    REMOTE,
    QuorumRow,
    RecusalRow,
    RoomRow,
    changes_of_room,
    list_recusals,
    quorum,
    room,
)
from council.services.voting.room_of_vote import follow_room

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

__all__ = [
    "EXPECTED",
    "LEFT",
    "REMOTE",
    "QuorumRow",
    "RecusalRow",
    "RoomRow",
    "SpanRow",
    "add_guest",
    "all_present_except",
    "arrive",
    "changes_of_room",
    "correct_span",
    "end_recusal",
    "leave",
    "list_recusals",
    "mark",
    "quorum",
    "recuse",
    "room",
    "toggle",
    "toggle_guest",
]

_CHANGED: Changes = frozenset({"attendance"})


def _changed(desk: Desk, meeting_uid: str) -> Changes:
    """Let a vote that is open follow the room, in the step that is open; return what changed."""
    return _CHANGED | {"votes"} if follow_room(desk, meeting_uid) else _CHANGED


def arrive(
    desk: Desk,
    meeting_uid: str,
    person_uid: str,
    *,
    at: datetime | None = None,
    mode: str = Mode.IN_PERSON.value,
) -> Done[str]:
    """Stamp that somebody came (or came back, or changed to taking part remotely).

    Returns the uid of the attendance line; nothing is written when the person already is there so.
    """
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    entry = roll.by_person.get(person_uid)
    if entry and entry.open_span and entry.open_span.mode == mode and entry.here():
        return Done(entry.uid, frozenset())
    with desk.step("step.arrive", name=roll.name(person_uid)):
        uid = stays.arrive(desk, roll, person_uid, desk.stamp(at), mode)
        return Done(uid, _changed(desk, meeting_uid))


def leave(
    desk: Desk, meeting_uid: str, person_uid: str, *, at: datetime | None = None
) -> Done[str]:
    """Stamp that somebody left; NotAllowed when the person is not in the room."""
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    entry = roll.by_person.get(person_uid)
    if entry is None or not entry.here():
        raise NotAllowed("error.not_in_room", name=roll.name(person_uid))
    with desk.step("step.leave", name=roll.name(person_uid)):
        stays.leave(desk, entry, desk.stamp(at))
        return Done(entry.uid, _changed(desk, meeting_uid))


def toggle(
    desk: Desk, meeting_uid: str, person_uid: str, *, at: datetime | None = None
) -> Done[str]:
    """Let somebody who is in the room leave, and anybody else arrive."""
    if Roll(desk, meeting_uid).here(person_uid):
        return leave(desk, meeting_uid, person_uid, at=at)
    return arrive(desk, meeting_uid, person_uid, at=at)


def mark(
    desk: Desk,
    meeting_uid: str,
    person_uid: str,
    status: str,
    reason: str | None = None,
    *,
    at: datetime | None = None,
) -> Done[str]:
    """Record present, remote, left, excused, absent or expected (which takes the line away).

    Excused and absent say that the person was not there: stamps made by mistake go with it.
    """
    if status in (Presence.PRESENT, REMOTE):
        mode = Mode.REMOTE if status == REMOTE else Mode.IN_PERSON
        return arrive(desk, meeting_uid, person_uid, at=at, mode=mode.value)
    if status == LEFT:
        return leave(desk, meeting_uid, person_uid, at=at)
    if status not in (Presence.EXCUSED, Presence.ABSENT, EXPECTED):
        raise InputRefused("error.presence_unknown", status=status)
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    entry = roll.by_person.get(person_uid)
    if entry is None and status == EXPECTED:
        return Done("", frozenset())
    with desk.step(f"step.mark_{status}", name=roll.name(person_uid)):
        uid = _mark(desk, roll, person_uid, str(status), desk.stamp(at), reason)
        return Done(uid, _changed(desk, meeting_uid))


def _mark(
    desk: Desk, roll: Roll, person_uid: str, status: str, stamp: str, reason: str | None = None
) -> str:
    entry = roll.by_person.get(person_uid)
    values = {"reason": reason or None, "noted_at": stamp}
    if entry is None:
        return stays.put_line(desk, roll, status, person_uid=person_uid, **values)
    for span in entry.spans:
        rows.delete(desk.conn, "span", span.uid)
    if status == EXPECTED:
        rows.delete(desk.conn, "attendance", entry.uid)
    else:
        rows.update(desk.conn, "attendance", entry.uid, {"status": status, **values})
    return entry.uid


def all_present_except(
    desk: Desk,
    meeting_uid: str,
    person_uids_absent: Collection[str],
    *,
    at: datetime | None = None,
) -> Done[int]:
    """Take the roll in one step: everybody who may vote is there, but for those named.

    Who is already recorded in some way stays so, unless named; return how many lines changed.
    """
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    absent = frozenset(person_uids_absent)
    changed = 0
    with desk.step("step.all_present_except", absent=len(absent)):
        stamp = desk.stamp(at)
        for person in [*roll.voting, *sorted(absent - set(roll.voting))]:
            entry = roll.by_person.get(person)
            if person in absent and (entry is None or entry.status == Presence.PRESENT):
                _mark(desk, roll, person, Presence.ABSENT.value, stamp)
            elif person not in absent and entry is None:
                stays.arrive(desk, roll, person, stamp)
            else:
                continue
            changed += 1
        return Done(changed, _changed(desk, meeting_uid))


def add_guest(desk: Desk, meeting_uid: str, name: Text, *, at: datetime | None = None) -> Done[str]:
    """Add somebody who belongs to no list to those present; return the attendance's uid."""
    guard.unlocked(desk, meeting_uid)
    guard.words(name, "field.name")
    roll = Roll(desk, meeting_uid)
    with desk.step("step.add_guest", name=name):
        uid = stays.put_line(desk, roll, Presence.PRESENT.value, guest=name)
        stays.put_span(desk, uid, desk.stamp(at), None, position=1)
    return Done(uid, _CHANGED)


def toggle_guest(desk: Desk, attendance_uid: str, *, at: datetime | None = None) -> Done[str]:
    """Let a guest who is in the room leave, and one who left come back."""
    found = guard.row(desk, "attendance", attendance_uid)
    guard.unlocked(desk, found["meeting_uid"])
    roll = Roll(desk, found["meeting_uid"])
    entry = next(one for one in roll.entries if one.uid == attendance_uid)
    code = "step.leave" if entry.here() else "step.arrive"
    with desk.step(code, name=entry.guest):
        if entry.here():
            stays.leave(desk, entry, desk.stamp(at))
        else:
            stays.put_span(desk, attendance_uid, desk.stamp(at), None)
    return Done(attendance_uid, _CHANGED)


def correct_span(
    desk: Desk, span_uid: str, from_at: datetime | None, to_at: datetime | None
) -> Done[str]:
    """Correct the stamps of one stay; InputRefused when it would end before it began."""
    span = guard.row(desk, "span", span_uid)
    entry = guard.row(desk, "attendance", span["attendance_uid"])
    guard.unlocked(desk, entry["meeting_uid"])
    roll = Roll(desk, entry["meeting_uid"])
    name = roll.name(entry["person_uid"]) or guard.text_of(entry, "guest")
    if from_at is not None and to_at is not None and to_at < from_at:
        raise InputRefused("error.ends_before_start", start=from_at, end=to_at)
    values = {
        "from_at": None if from_at is None else desk.stamp(from_at),
        "to_at": None if to_at is None else desk.stamp(to_at),
    }
    with desk.step("step.correct_span", name=name):
        rows.update(desk.conn, "span", span_uid, values)
        return Done(span_uid, _changed(desk, entry["meeting_uid"]))
