"""Notice of a motion, given at a meeting: a member says what will be moved at a later one.

It is an item of its own kind, done as soon as it is given. The next agenda is offered it as
business, and what it names may then be undone by a majority (RONR §10:44, §35).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import guard
from council.services.desk import Changes, Done
from council.services.planning.agenda_items import put_item

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"agenda", "meetings", "minutes"})


def give_notice(
    desk: Desk,
    meeting_uid: str,
    *,
    title: Text,
    text: Text = guard.NO_TEXT,
    mover_uid: str | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Write down that notice of a motion was given, now unless a time is given; return its item.

    It stands under the item before the meeting, which stays there. ``title`` says what it is about,
    ``text`` is the motion as it will be made. Raises NotAllowed outside a session, InputRefused
    without a title.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    if meeting["state"] != MeetingState.IN_SESSION:
        raise NotAllowed("error.not_in_session", number=meeting["number"] or "")
    guard.unlocked(desk, meeting_uid)
    guard.words(title, "field.title")
    stamp = desk.stamp(at)
    values: dict[str, Any] = {
        "title": title,
        "kind": ItemKind.NOTICE_OF_MOTION,
        "proposed_motion": text,
    }
    if mover_uid:
        values["presenter"] = guard.text_of(guard.row(desk, "person", mover_uid), "name")
    now = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    with desk.step("step.give_notice", title=title):
        uid = put_item(desk, meeting_uid, values, now[-1]["uid"] if now else None)
        done = {"state": ItemState.DONE, "opened_at": stamp, "closed_at": stamp}
        rows.update(desk.conn, "agenda_item", uid, done)
    return Done(uid, _CHANGED)
