"""The line of those who want the floor: asking, moving, being told more of, withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.vocabulary import ItemState
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.family import pending_rows
from council.services.session.notes import check_stance
from council.services.session.roll import Roll
from council.services.session.speakers.comments import comment_of
from council.services.session.speakers.limits import check_seconds
from council.services.session.speakers.rows import (
    SpeakerKind,
    SpeakerRow,
    SpeakerState,
    in_line,
    list_speakers,
)

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

CHANGED: Changes = frozenset({"speakers"})
_FIELDS = frozenset(
    {"name", "stance", "may_print_name", "priority", "limit_seconds", "kind", "asked_at"}
)


def ask_for_floor(
    desk: Desk,
    meeting_uid: str,
    person_uid: str | None = None,
    *,
    name: Text = guard.NO_TEXT,
    kind: SpeakerKind | str | None = None,
    stance: str = "",
    may_print_name: bool = False,
    priority: bool = False,
    limit_seconds: int | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Put somebody at the end of the line on the current item; return the uid of the request.

    A member, somebody by ``name``, or a resident without one. ``priority`` is a point of order,
    which goes before all who wait. Who waits already is refused, but a wish can become one.
    """
    guard.unlocked(desk, meeting_uid)
    check_stance(stance)
    check_seconds(limit_seconds)
    roll = Roll(desk, meeting_uid)
    item = current_item(desk, meeting_uid)
    waiting = _waiting(desk, meeting_uid, item, person_uid)
    if waiting is not None:
        if priority and not waiting.priority:
            return change_speaker(desk, waiting.uid, priority=True)
        raise NotAllowed("error.in_line_already", name=waiting.name)
    shown = roll.name(person_uid) if person_uid else name
    uid = desk.ids.new("sp")
    pending = pending_rows(desk, meeting_uid)
    values = {
        "uid": uid,
        "meeting_uid": meeting_uid,
        "item_uid": item,
        "motion_uid": pending[-1]["uid"] if pending else None,
        "position": rows.next_position(desk.conn, "speaker", meeting_uid=meeting_uid),
        "person_uid": person_uid,
        "name": guard.NO_TEXT if person_uid else name,
        "kind": str(kind or _kind(roll, person_uid)),
        "stance": stance,
        "may_print_name": may_print_name,
        "priority": priority,
        "limit_seconds": limit_seconds,
    }
    code = "step.point_of_order_asked" if priority else "step.ask_for_floor"
    with desk.step(code, name=shown or Message(f"speaker.{values['kind']}")):
        stored = {**guard.store(desk, values), "asked_at": desk.stamp(at)}
        rows.insert(desk.conn, "speaker", stored)
    return Done(uid, CHANGED)


def _kind(roll: Roll, person_uid: str | None) -> SpeakerKind:
    """Return as what somebody speaks when nobody says: members are on the roll of the body."""
    if person_uid is None:
        return SpeakerKind.RESIDENT
    return SpeakerKind.MEMBER if person_uid in roll.electors else SpeakerKind.GUEST


def current_item(desk: Desk, meeting_uid: str) -> str | None:
    """Return the uid of the item before the meeting."""
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    return str(found[0]["uid"]) if found else None


def _waiting(
    desk: Desk, meeting_uid: str, item: str | None, person_uid: str | None
) -> SpeakerRow | None:
    if person_uid is None:
        return None
    line = in_line(list_speakers(desk, meeting_uid), item)
    return next((one for one in line if one.person_uid == person_uid), None)


def speaker_of(desk: Desk, uid: str) -> SpeakerRow:
    """Return a request that can still be changed; NotAllowed when it is gone or locked."""
    found = guard.row(desk, "speaker", uid)
    guard.unlocked(desk, found["meeting_uid"])
    return next(one for one in list_speakers(desk, found["meeting_uid"]) if one.uid == uid)


def change_speaker(
    desk: Desk, uid: str, *, summary: Text | None = None, **fields: Any
) -> Done[str]:
    """Change name, stance, may_print_name, priority, limit_seconds, kind or asked_at.

    ``summary`` is what they said: the comment it stands in is written now if it is not there yet.
    """
    guard.known(fields, _FIELDS)
    found = speaker_of(desk, uid)
    check_stance(fields.get("stance") or "")
    check_seconds(fields.get("limit_seconds"))
    guard.stamps(desk, fields, ("asked_at",))
    with desk.step("step.change_speaker", name=fields.get("name") or found.called):
        rows.update(desk.conn, "speaker", uid, guard.store(desk, fields))
        told = _in_comment(fields, summary)
        if told and (summary or found.comment_uid):
            comment = comment_of(desk, speaker_of(desk, uid))
            rows.update(desk.conn, "comment", comment, guard.store(desk, told))
    return Done(uid, CHANGED | ({"notes", "minutes"} if told else frozenset()))


def _in_comment(fields: dict[str, Any], summary: Text | None) -> dict[str, Any]:
    """Return what a speaker's comment says of it, as columns of the comment."""
    names = ("stance", "may_print_name")
    told: dict[str, Any] = {key: fields[key] for key in names if key in fields}
    if "name" in fields:
        told["speaker"] = fields["name"]
    return told if summary is None else {**told, "summary": summary}


def move_speaker(desk: Desk, uid: str, places: int) -> Done[str]:
    """Let somebody who waits change places with the next one (1) or the one before (-1)."""
    if places not in (-1, 1):
        raise InputRefused("error.move_one_place")
    found = speaker_of(desk, uid)
    line = in_line(list_speakers(desk, found.meeting_uid), found.item_uid)
    waiting = [
        one for one in line if one.state is SpeakerState.WAITING and one.priority == found.priority
    ]
    here = next((place for place, one in enumerate(waiting) if one.uid == uid), None)
    if here is None or not 0 <= here + places < len(waiting):
        return Done(uid, frozenset())
    other = waiting[here + places]
    with desk.step("step.move_speaker", name=found.called):
        rows.update(desk.conn, "speaker", uid, {"position": other.position})
        rows.update(desk.conn, "speaker", other.uid, {"position": found.position})
    return Done(uid, CHANGED)
