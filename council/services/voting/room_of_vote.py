"""The room of a vote that is still open: who is there now, and who has answered already.

Who leaves while a vote is taken and has not answered leaves its base; who answered and left has
voted. Who comes before the outcome is declared may vote (RONR § 45).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.services import guard
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from council.services.desk import Desk


def follow_room(desk: Desk, meeting_uid: str) -> bool:
    """Bring open votes of a meeting into line with who is in the room, in the step that is open.

    Return whether there was one. A vote whose declaration was taken back keeps the room in which
    it was taken.
    """
    conn = desk.conn
    motions = dict(rows.pick(conn, "motion", ("uid", "item_uid"), meeting_uid=meeting_uid))
    found = rows.find(conn, "vote", motion_uid=list(motions), declared=None, first_declared=None)
    for vote in found:
        answered = rows.pick(conn, "ballot", ("person_uid",), vote_uid=vote["uid"], casting=0)
        put_room(desk, vote, motions[vote["motion_uid"]], meeting_uid, {one for (one,) in answered})
    return bool(found)


def put_room(
    desk: Desk,
    vote: Mapping[str, Any],
    item_uid: str | None,
    meeting_uid: str,
    answered: Collection[str],
) -> None:
    """Write the numbers of the room a vote stands on, in the step that is open.

    One that was declared stands on the room at its moment, an open one on the room now.
    """
    taken = vote["declared"] is not None or vote["first_declared"] is not None
    facts = Roll(desk, meeting_uid).facts(
        item_uid=item_uid,
        vote_uid=vote["uid"],
        at=guard.moment_of(vote, "at") if taken else None,
        ineligible=vote["ineligible"] or (),
        answered=answered,
    )
    changed = {key: value for key, value in facts.columns().items() if vote[key] != value}
    rows.update(desk.conn, "vote", vote["uid"], changed)
