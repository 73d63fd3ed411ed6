"""What the rules say of a motion as it is stated, kept as advice with the step that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.order.motions import ABOUT_DECIDED
from council.domain.order.precedence import in_order, may_move, may_reconsider, seconds
from council.domain.vocabulary import MeetingState, MotionKind, Outcome
from council.services import guard
from council.services.advice import put_advice, settle_advice
from council.services.session.floor import read_decided, read_floor, read_member
from council.services.session.motion_rows import pending_rows
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from council.domain.order.floor import Decided, Floor
    from council.domain.rulings import Ruling
    from council.services.desk import Desk

    Motion = Mapping[str, Any]

OUT_OF_ORDER, MOVER, NO_SECOND = "out_of_order", "mover", "no_second"
RECONSIDER_MOVER = "reconsider_mover"
_ON_PEOPLE = frozenset({MOVER, NO_SECOND, RECONSIDER_MOVER})
_FOLLOWED_BY = {
    Outcome.OUT_OF_ORDER.value: frozenset({OUT_OF_ORDER, MOVER, RECONSIDER_MOVER}),
    Outcome.NO_SECOND.value: frozenset({NO_SECOND}),
}
"""Outcomes by which the chair goes by the advice after all."""


def judge_motion(
    desk: Desk,
    meeting_uid: str,
    *,
    kind: str,
    mover_uid: str | None = None,
    seconder_uids: Sequence[str] = (),
    parent_uid: str | None = None,
    item_uid: str | None = None,
) -> list[tuple[str, Ruling]]:
    """Return what the rules say against a motion that is about to be stated, by kind of advice."""
    values = {
        "meeting_uid": meeting_uid,
        "kind": MotionKind(kind).value,
        "mover_uid": mover_uid,
        "parent_uid": parent_uid,
        "item_uid": item_uid,
    }
    pending = pending_rows(desk, meeting_uid)
    return list(_against(desk, values, seconder_uids, pending, desk.now()))


def advise(
    desk: Desk, motion: Motion, seconders: Sequence[str], pending: Sequence[Motion], at: datetime
) -> None:
    """Keep what the rules say against a motion that is being stated, in the open step.

    ``pending`` is the floor before it; ``at`` the moment it was made.
    """
    for code, ruling in list(_against(desk, motion, seconders, pending, at)):
        _put(desk, motion, code, ruling)


def _against(
    desk: Desk, motion: Motion, seconders: Sequence[str], pending: Sequence[Motion], at: datetime
) -> Iterator[tuple[str, Ruling]]:
    roll = Roll(desk, motion["meeting_uid"])
    floor = read_floor(desk, roll, pending, at, live=_live(roll))
    target = _target(desk, roll, motion)
    ruling = in_order(floor, MotionKind(motion["kind"]), roll.rules, target)
    if ruling.holds is False:
        yield OUT_OF_ORDER, ruling
    yield from _on_people(desk, roll, floor, motion, seconders, target, at)


def _live(roll: Roll) -> bool:
    """Tell whether the room is known: what is written down afterwards says little of it."""
    return bool(roll.meeting["state"] == MeetingState.IN_SESSION)


def _target(desk: Desk, roll: Roll, motion: Motion) -> Decided | None:
    """Return the decision that a motion is about."""
    if motion["kind"] not in ABOUT_DECIDED or not motion["parent_uid"]:
        return None
    found = guard.row(desk, "motion", motion["parent_uid"])
    return read_decided(desk, roll, found) if found["outcome"] else None


def _on_people(
    desk: Desk,
    roll: Roll,
    floor: Floor,
    motion: Motion,
    seconders: Sequence[str],
    target: Decided | None,
    at: datetime,
) -> Iterator[tuple[str, Ruling]]:
    """Yield what the rules say against mover and seconders."""
    judged = _judged_people(desk, roll, floor, motion, seconders, target, at)
    yield from (one for one in judged if one[1].holds is False)


def _judged_people(
    desk: Desk,
    roll: Roll,
    floor: Floor,
    motion: Motion,
    seconders: Sequence[str],
    target: Decided | None,
    at: datetime,
) -> Iterator[tuple[str, Ruling]]:
    kind = MotionKind(motion["kind"])
    moment = None if _live(roll) else at
    item = motion["item_uid"]
    mover = None
    if motion["mover_uid"]:
        mover = read_member(desk, roll, motion["mover_uid"], item, moment)
        yield MOVER, may_move(floor, kind, mover, roll.rules)
        anybody = target and may_reconsider(floor, target, None, roll.rules).holds is not False
        if kind is MotionKind.RECONSIDER and target and anybody:
            yield RECONSIDER_MOVER, may_reconsider(floor, target, mover.uid, roll.rules)
    people = [read_member(desk, roll, one, item, moment) for one in seconders]
    yield NO_SECOND, seconds(floor, kind, mover, people, roll.rules)


def _put(desk: Desk, motion: Motion, code: str, ruling: Ruling) -> None:
    roll = Roll(desk, motion["meeting_uid"])
    put_advice(
        desk, meeting_uid=roll.uid, code=code, ruling=ruling, rules=roll.rules,
        motion_uid=motion["uid"], item_uid=motion["item_uid"],
        person_uid=motion["mover_uid"] if code in (MOVER, RECONSIDER_MOVER) else None,
        followed=False, at=motion["made_at"],
    )  # fmt: skip


def advise_again(desk: Desk, motion: Motion) -> None:
    """Judge mover and seconders anew after they were corrected, in the open step.

    What the corrected record no longer shows was no breach: its advice goes.
    """
    roll = Roll(desk, motion["meeting_uid"])
    for one in rows.find(desk.conn, "advice", motion_uid=motion["uid"]):
        if one["code"] in _ON_PEOPLE:
            rows.delete(desk.conn, "advice", one["uid"])
    at = guard.moment_of(motion, "made_at")
    if at is None:
        return
    found = rows.find(desk.conn, "seconder", motion_uid=motion["uid"])
    people = [one["person_uid"] for one in found]
    floor = read_floor(desk, roll, (), at, live=_live(roll))
    target = _target(desk, roll, motion)
    for code, ruling in list(_on_people(desk, roll, floor, motion, people, target, at)):
        _put(desk, motion, code, ruling)


def follow(desk: Desk, motion_uid: str, outcome: str | None) -> None:
    """Note whether the outcome is what the advice on a motion came to, in the open step."""
    for word, codes in _FOLLOWED_BY.items():
        settle_advice(desk, motion_uid, codes, followed=outcome == word)
