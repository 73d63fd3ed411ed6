"""The meeting takes note of a report: nobody moves it, nothing is voted on (มติที่ประชุม รับทราบ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Outcome
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.motions import settle, state_motion

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"motions", "votes"})


def take_note(desk: Desk, item_uid: str, *, at: datetime | None = None) -> Done[str]:
    """Record that the meeting took note of an item; return the uid of the resolution.

    NotAllowed when that is on record already.
    """
    item = guard.row(desk, "agenda_item", item_uid)
    title = guard.text_of(item, "title")
    if rows.count(desk.conn, "motion", item_uid=item_uid, outcome=Outcome.NOTED.value):
        raise NotAllowed("error.noted_already", title=title)
    with desk.step("step.take_note", title=title):
        uid = state_motion(
            desk, item["meeting_uid"], text=title, item_uid=item_uid, at=at, advised=False
        ).value
        settle(desk, uid, Outcome.NOTED, desk.stamp(at))
    return Done(uid, _CHANGED)
