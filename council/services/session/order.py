"""Which motions are in order now, and why the others are not; who may move and second them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.messages import Message
from council.domain.order.precedence import all_in_order
from council.domain.votes.voting import describe
from council.services.session.floor import read_floor
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.rules.layers import Rules
    from council.domain.vocabulary import MotionKind
    from council.services.desk import Desk


@dataclass(frozen=True, slots=True)
class OrderNow:
    """What may be moved now, each with what it needs; what may not, each with reason and source.

    What the rules of the day do not settle stands with what may not, and says so.
    """

    possible: tuple[tuple[MotionKind, Message], ...]
    barred: tuple[tuple[MotionKind, Message, str], ...]


def order_of(desk: Desk, meeting_uid: str, pending: Sequence[Mapping[str, Any]]) -> OrderNow:
    """Judge every kind of motion against the floor of the meeting as it is now."""
    roll = Roll(desk, meeting_uid)
    possible: list[tuple[MotionKind, Message]] = []
    barred: list[tuple[MotionKind, Message, str]] = []
    for kind, ruling in all_in_order(read_floor(desk, roll, pending), roll.rules):
        if ruling.holds:
            possible.append((kind, _needs(kind, roll.rules, len(roll.electors))))
        else:
            barred.append((kind, ruling.message, ruling.source))
    return OrderNow(tuple(possible), tuple(barred))


def _needs(kind: MotionKind, rules: Rules, members: int) -> Message:
    """Return what must be reached, and how many seconders are asked for."""
    seconds = rules.seconds_needed(kind, members)
    code = "order.needs_second" if seconds else "order.needs_no_second"
    name = rules.vote_for(kind)
    if rules.motion(kind).is_voted_on:
        rule = describe(rules.requirement(name))
    else:
        rule = Message(f"order.vote_{name}")
    return Message(code, {"rule": rule, "count": seconds})
