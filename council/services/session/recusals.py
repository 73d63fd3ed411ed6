"""Who takes no part in an item or a vote, and what that makes of votes that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.roll import Roll
from council.services.voting.room_of_vote import put_room

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk

_RECUSED: Changes = frozenset({"attendance", "votes"})


def recuse(
    desk: Desk,
    meeting_uid: str,
    item_uid: str | None,
    person_uid: str,
    reason: str | None = None,
    *,
    vote_uid: str | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Record that somebody takes no part in an item (or in one vote); return the recusal's uid.

    The person leaves the base of an open vote on that item, and a ballot already given goes.
    """
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    wanted = {"item_uid": item_uid} if vote_uid is None else {"vote_uid": vote_uid}
    found = rows.find(desk.conn, "recusal", order="uid", person_uid=person_uid, **wanted)
    same = [one for one in found if one["meeting_uid"] == meeting_uid]
    if same:
        return Done(str(same[0]["uid"]), frozenset())
    with desk.step("step.recuse", name=roll.name(person_uid)):
        uid = desk.ids.new("rc")
        values = {"uid": uid, "meeting_uid": meeting_uid, "item_uid": item_uid}
        values |= {"vote_uid": vote_uid, "person_uid": person_uid, "reason": reason or None}
        rows.insert(desk.conn, "recusal", {**values, "at": desk.stamp(at)})
        _refresh_open_votes(desk, meeting_uid, person_uid)
    return Done(uid, _RECUSED)


def put_recusal_reason(desk: Desk, recusal_uid: str, reason: str) -> Done[str]:
    """Write why somebody takes no part."""
    found = guard.row(desk, "recusal", recusal_uid)
    guard.unlocked(desk, found["meeting_uid"])
    name = Roll(desk, found["meeting_uid"]).name(found["person_uid"])
    with desk.step("step.put_recusal_reason", name=name):
        rows.update(desk.conn, "recusal", recusal_uid, {"reason": reason.strip() or None})
    return Done(recusal_uid, frozenset({"attendance"}))


def end_recusal(desk: Desk, recusal_uid: str) -> Done[str]:
    """Take a recusal away; the person is in the base of an open vote again."""
    found = guard.row(desk, "recusal", recusal_uid)
    guard.unlocked(desk, found["meeting_uid"])
    name = Roll(desk, found["meeting_uid"]).name(found["person_uid"])
    with desk.step("step.end_recusal", name=name):
        rows.delete(desk.conn, "recusal", recusal_uid)
        _refresh_open_votes(desk, found["meeting_uid"], None)
    return Done(recusal_uid, _RECUSED)


def _refresh_open_votes(desk: Desk, meeting_uid: str, gone: str | None) -> None:
    """Bring the numbers of votes that are not declared into line with the recusals."""
    motions = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
    items = {one["uid"]: one["item_uid"] for one in motions}
    for vote in rows.find(desk.conn, "vote", motion_uid=list(items), declared=None):
        item = items[vote["motion_uid"]]
        given = rows.find(desk.conn, "ballot", vote_uid=vote["uid"], casting=0)
        if gone in Roll(desk, meeting_uid).recusals(item, vote["uid"]):
            for ballot in given:
                if ballot["person_uid"] == gone:
                    rows.update(desk.conn, "ballot", ballot["uid"], {"choice": "recused"})
        answered = {one["person_uid"] for one in given}
        put_room(desk, vote, item, meeting_uid, answered)
