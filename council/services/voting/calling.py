"""The order in which the names of a roll call are called, kept with the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import Method, RollOrder
from council.domain.votes.roll_orders import call_order, name_key
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.motions import label
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.services.desk import Desk

_VOTES: Changes = frozenset({"votes"})
_SORTED = frozenset({RollOrder.ALPHABETICAL, RollOrder.ROTATING})


def call(desk: Desk, roll: Roll, order: str | None = None) -> dict[str, Any]:
    """Return the columns ``roll_order`` and ``roll`` of a roll call that begins.

    Without an order as the body was last called; whoever presides last where it never was.
    InputRefused for an order that is not known.
    """
    if order is not None and order not in set(RollOrder):
        raise InputRefused("error.roll_order_unknown", order=order)
    chosen = RollOrder(order or usual_order(desk, roll.body["uid"]))
    # Who sits in for a member is called where the member would be; the member may come back.
    voters = (one for member in roll.voting for one in (member, roll.voter(member)) if one)
    seated = list(dict.fromkeys((*voters, *roll.present())))
    keys = _keys(desk, roll, seated) if chosen in _SORTED else {}
    before = _last_rotated(desk, roll.body["uid"]) if chosen is RollOrder.ROTATING else ()
    chair = roll.meeting["presiding_uid"]
    called = call_order(chosen, seated, keys, chair=chair, before=before)
    return {"roll_order": chosen.value, "roll": list(called)}


def _keys(desk: Desk, roll: Roll, people: Sequence[str]) -> dict[str, str]:
    language = desk.languages()[0]
    written = dict(rows.pick(desk.conn, "person", ("uid", "sort_name"), order="uid", uid=people))
    return {one: name_key(roll.name(one), language, written.get(one) or "") for one in people}


def usual_order(desk: Desk, body_uid: str) -> str:
    """Return the order in which a body was called the last time."""
    return next((order for order, _uid in _called(desk, body_uid)), RollOrder.CHAIR_LAST.value)


def _last_rotated(desk: Desk, body_uid: str) -> Sequence[str]:
    """Return how the last roll of a body with a rotating start was called."""
    found = _called(desk, body_uid)
    uid = next((uid for order, uid in found if order == RollOrder.ROTATING), None)
    vote = rows.get(desk.conn, "vote", uid)
    return tuple(vote["roll"] or ()) if vote else ()


def _called(desk: Desk, body_uid: str) -> Iterator[tuple[str, str]]:
    """Yield order and uid of the roll calls of a body, the newest first."""
    names = ("roll_order", "uid", "motion_uid")
    newest = "at desc, rowid desc"
    for order, uid, motion_uid in rows.pick(
        desk.conn, "vote", names, order=newest, roll_order=rows.GIVEN
    ):
        motion = guard.row(desk, "motion", motion_uid)
        if guard.row(desk, "meeting", motion["meeting_uid"])["body_uid"] == body_uid:
            yield order, uid


def set_roll_order(desk: Desk, vote_uid: str, order: str) -> Done[str]:
    """Call the rest of an open roll call in another order; answers that were given stay.

    NotAllowed for a vote that is not by name, or whose outcome was declared.
    """
    vote = guard.row(desk, "vote", vote_uid)
    motion = guard.row(desk, "motion", vote["motion_uid"])
    guard.unlocked(desk, motion["meeting_uid"])
    title = label(motion["number"], motion["kind"])
    if vote["method"] != Method.ROLL_CALL or vote["declared"] is not None:
        raise NotAllowed("error.no_open_roll_call", motion=title)
    if vote["roll_order"] == order:  # a lot that was drawn is not drawn again
        return Done(vote_uid, frozenset())
    with desk.step("step.set_roll_order", motion=title):
        # Its own order must not count as the one before it.
        rows.update(desk.conn, "vote", vote_uid, {"roll_order": None, "roll": None})
        called = call(desk, Roll(desk, motion["meeting_uid"]), order)
        rows.update(desk.conn, "vote", vote_uid, called)
    return Done(vote_uid, _VOTES)
