"""Going into closed session on the spot and out of it again.

A closed session is a closed agenda item: entered during the meeting it lies under the item that was
before it, and all that is said and moved belongs to it until the room is open again. Public
documents leave out what is closed and all that lies under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import guard
from council.services.council import words_in
from council.services.desk import Changes, Done
from council.services.planning.agenda_items import go_to_item, put_item

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

    Item = dict[str, Any]

_CHANGED: Changes = frozenset({"meetings", "agenda"})


def closed_items(desk: Desk) -> frozenset[str]:
    """Return every item of the file that is closed, with all that lies under one."""

    def read() -> frozenset[str]:
        found = {uid for (uid,) in rows.pick(desk.conn, "agenda_item", ("uid",), closed=1)}
        fresh = set(found)
        while fresh:
            below = rows.pick(desk.conn, "agenda_item", ("uid",), parent_uid=list(fresh))
            fresh = {uid for (uid,) in below} - found
            found |= fresh
        return frozenset(found)

    return desk.conn.memo.get("closed_items", ("agenda_item",), read)


def is_closed_now(desk: Desk, meeting_uid: str) -> bool:
    """Tell whether the meeting is in closed session."""
    current = _current(desk, meeting_uid)
    return current is not None and current["uid"] in closed_items(desk)


def was_held(desk: Desk, meeting_uid: str) -> bool:
    """Tell whether the meeting went into closed session at any time."""
    held = rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid, opened_at=rows.GIVEN)
    return any(one["uid"] in closed_items(desk) for one in held)


def enter(
    desk: Desk,
    meeting_uid: str,
    *,
    ground: Text = guard.NO_TEXT,
    title: Text = guard.NO_TEXT,
    at: datetime | None = None,
) -> Done[str]:
    """Go into closed session now; return the uid of the closed item.

    ``ground`` is the legal ground, which the public is told; ``title`` what it is about, which it
    is not. NotAllowed outside a session and when the session is closed already.
    """
    meeting = _in_session(desk, meeting_uid)
    guard.unlocked(desk, meeting_uid)
    current = _current(desk, meeting_uid)
    if current is not None and current["uid"] in closed_items(desk):
        raise NotAllowed("error.closed_already")
    values = {
        "title": title or words_in(desk.languages(), "item_kind.closed_session"),
        "kind": ItemKind.CLOSED_SESSION,
        "closed": True,
        "closed_ground": ground,
    }
    with desk.step("step.enter_closed", number=guard.spoken_number(meeting["number"])):
        item = put_item(desk, meeting_uid, values, current["uid"] if current else None)
        go_to_item(desk, meeting_uid, item, at=at)
    return Done(item, _CHANGED)


def leave(desk: Desk, meeting_uid: str, *, at: datetime | None = None) -> Done[str | None]:
    """Open the room again: the item under which the session was closed is before the meeting.

    Returns its uid; None for a closed item of the agenda itself, which is done then. NotAllowed
    when the session is not closed.
    """
    meeting = _in_session(desk, meeting_uid)
    current = _current(desk, meeting_uid)
    closed = closed_items(desk)
    if current is None or current["uid"] not in closed:
        raise NotAllowed("error.not_closed")
    back: Item | None = current
    while back is not None and back["uid"] in closed:
        back = rows.get(desk.conn, "agenda_item", back["parent_uid"])
    with desk.step("step.leave_closed", number=guard.spoken_number(meeting["number"])):
        if back is not None:
            go_to_item(desk, meeting_uid, back["uid"], at=at)
        else:
            done = {"state": ItemState.DONE, "closed_at": desk.stamp(at)}
            rows.update(desk.conn, "agenda_item", current["uid"], done)
    return Done(back["uid"] if back else None, _CHANGED)


def _in_session(desk: Desk, meeting_uid: str) -> Item:
    meeting = guard.row(desk, "meeting", meeting_uid)
    if meeting["state"] != MeetingState.IN_SESSION:
        raise NotAllowed("error.not_in_session", number=meeting["number"] or "")
    return meeting


def _current(desk: Desk, meeting_uid: str) -> Item | None:
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    return found[-1] if found else None
