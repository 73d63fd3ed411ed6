"""Until when whoever comes was there from the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.vocabulary import ItemKind, ItemState
from council.domain.votes.presence import roll_over
from council.services import guard

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk
    from council.services.session.roll import Roll


def roll_over_at(desk: Desk, roll: Roll) -> datetime | None:
    """Return when the roll of a meeting was over, None before it was called to order."""
    called = guard.moment_of(roll.meeting, "called_to_order_at")
    wanted = {"meeting_uid": roll.uid, "kind": ItemKind.ROLL_CALL.value}
    kept = desk.conn.memo.get(
        ("roll_item", roll.uid),
        ("agenda_item",),
        lambda: rows.find(desk.conn, "agenda_item", **wanted),
    )
    items = [one for one in kept if one["state"] != ItemState.STRUCK]
    return roll_over(called, guard.moment_of(items[0], "closed_at") if items else None)
