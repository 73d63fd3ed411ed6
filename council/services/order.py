"""Which motions are in order now, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import Message
from council.domain.motions import PendingMotion, bar
from council.domain.vocabulary import MotionKind, Outcome
from council.domain.voting import describe
from council.services.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.rules.layers import Rules
    from council.services.desk import Desk

_WITHOUT_QUORUM = frozenset({MotionKind.RECESS, MotionKind.ADJOURN})
_DURING_A_VOTE = "RONR §45"
_QUORUM = "RONR §40"


@dataclass(frozen=True, slots=True)
class OrderNow:
    """What may be moved now, each with what it needs; what may not, each with reason and source."""

    possible: tuple[tuple[MotionKind, Message], ...]
    barred: tuple[tuple[MotionKind, Message, str], ...]


def order_of(desk: Desk, meeting_uid: str, pending: Sequence[Mapping[str, Any]]) -> OrderNow:
    """Judge every kind of motion against the pending questions, an open vote and the quorum."""
    roll = Roll(desk, meeting_uid)
    stack = [
        PendingMotion(one["uid"], MotionKind(one["kind"]), one["parent_uid"]) for one in pending
    ]
    vote_open = _vote_is_open(desk, pending)
    no_quorum = bool(roll.entries) and roll.quorum().met is False
    past = _past(desk, roll)
    possible: list[tuple[MotionKind, Message]] = []
    barred: list[tuple[MotionKind, Message, str]] = []
    for kind in MotionKind:
        source = roll.rules.get(f"motion.{kind}").source
        reason = bar(kind, stack, roll.rules) or _nothing_to_bring_back(kind, past)
        if vote_open:
            reason, source = Message("order.vote_open"), _DURING_A_VOTE
        elif reason is None and no_quorum and kind not in _WITHOUT_QUORUM:
            reason, source = Message("order.no_quorum"), _QUORUM
        if reason is None:
            possible.append((kind, _needs(kind, roll.rules)))
        else:
            barred.append((kind, reason, source))
    return OrderNow(tuple(possible), tuple(barred))


def _vote_is_open(desk: Desk, pending: Sequence[Mapping[str, Any]]) -> bool:
    uids = [one["uid"] for one in pending]
    return bool(rows.find(desk.conn, "vote", motion_uid=uids, declared=None))


def _past(desk: Desk, roll: Roll) -> frozenset[str]:
    """Return the outcomes there have been in this meeting, and "earlier" when there are others."""
    here = {one["outcome"] for one in rows.find(desk.conn, "motion", meeting_uid=roll.uid)}
    found = {str(outcome) for outcome in here - {None}}
    if rows.count(desk.conn, "motion", outcome=Outcome.CARRIED.value):
        found.add("earlier")
    if rows.count(desk.conn, "motion", outcome=Outcome.LAID_ASIDE.value):
        found.add(Outcome.LAID_ASIDE.value)
    return frozenset(found)


def _nothing_to_bring_back(kind: MotionKind, past: frozenset[str]) -> Message | None:
    if kind is MotionKind.RECONSIDER and not past & {Outcome.CARRIED, Outcome.LOST}:
        return Message("order.nothing_decided")
    if kind is MotionKind.RESCIND and "earlier" not in past:
        return Message("order.nothing_carried")
    if kind is MotionKind.TAKE_UP_AGAIN and Outcome.LAID_ASIDE not in past:
        return Message("order.nothing_laid_aside")
    return None


def _needs(kind: MotionKind, rules: Rules) -> Message:
    seconds = rules.seconds_needed(kind)
    code = "order.needs_second" if seconds else "order.needs_no_second"
    name = rules.vote_for(kind)
    if rules.find(f"requirement.{name}") is None:
        rule = Message(f"order.vote_{name}")
    else:
        rule = describe(rules.requirement(name))
    return Message(code, {"rule": rule, "count": seconds})
