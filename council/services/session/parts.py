"""Dividing a question: its parts are questions of their own, voted on one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session import stating
from council.services.session.family import Family

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"motions", "advice"})
FEWEST = 2


def divide(
    desk: Desk, motion_uid: str, parts: Sequence[Text], *, at: datetime | None = None
) -> Done[list[str]]:
    """Divide a main motion into parts without a vote, as the meeting agrees to (RONR §27).

    What hangs on it goes with it: amendments that were carried stand in the parts. Of a question
    that was divided by a vote the parts are named. Returns the uids of the parts; the first is
    before the meeting at once, each other one when that before it is decided. InputRefused for less
    than two parts; NotAllowed for what is no main motion, is decided, or has its parts already.
    """
    found = guard.row(desk, "motion", motion_uid)
    guard.unlocked(desk, found["meeting_uid"])
    title = stating.label(found["number"], found["kind"])
    if len(parts) < FEWEST:
        raise InputRefused("error.parts_few", motion=title)
    for one in parts:
        guard.words(one, "field.motion_text")
    family = Family(desk, [found])
    open_still = found["outcome"] in (None, Outcome.DIVIDED)
    if found["kind"] != MotionKind.MAIN or not open_still or family.parts(motion_uid):
        raise NotAllowed("error.not_divisible", motion=title)
    stamp = desk.stamp(at)
    with desk.step("step.divide", motion=title, count=len(parts)):
        if found["outcome"] is None:
            divided = {"outcome": Outcome.DIVIDED.value, "decided_at": stamp}
            for motion in (found, *family.below(motion_uid)):
                if motion["outcome"] is None:
                    rows.update(desk.conn, "motion", motion["uid"], divided)
        made = put_parts(desk, motion_uid, parts, stamp)
    return Done(made, _CHANGED)


def put_parts(desk: Desk, whole_uid: str, parts: Sequence[Text], stamp: str) -> list[str]:
    """State the parts of a divided question within the open step; return their uids.

    They have its mover and seconders, its item and numbers below its own.
    """
    whole = guard.row(desk, "motion", whole_uid)
    meeting = guard.row(desk, "meeting", whole["meeting_uid"])
    found = rows.find(desk.conn, "seconder", motion_uid=whole_uid)
    seconders = [one["person_uid"] for one in found]
    return [_put_part(desk, meeting, whole, one, seconders, stamp) for one in parts]


def _put_part(
    desk: Desk,
    meeting: Mapping[str, Any],
    whole: Mapping[str, Any],
    text: Text,
    seconders: Sequence[str],
    stamp: str,
) -> str:
    uid = desk.ids.new("mo")
    values = {
        "uid": uid,
        "meeting_uid": whole["meeting_uid"],
        "item_uid": whole["item_uid"],
        "parent_uid": whole["uid"],
        "position": rows.next_position(desk.conn, "motion", meeting_uid=whole["meeting_uid"]),
        "number": stating.number_for(desk, meeting, MotionKind.MAIN, whole),
        "kind": MotionKind.MAIN.value,
        "mover_uid": whole["mover_uid"],
        "text": text,
        "made_at": stamp,
    }
    rows.insert(desk.conn, "motion", values)
    stating.put_seconders(desk, uid, seconders)
    return uid


def drop_parts(desk: Desk, whole_uid: str) -> None:
    """Take back the parts of a question that is whole again, in the open step.

    A part that was voted on or amended, or decided otherwise, stays: it happened.
    """
    family = Family(desk, [guard.row(desk, "motion", whole_uid)])
    for one in family.parts(whole_uid):
        used = family.children.get(one["uid"]) or one["outcome"]
        if used or rows.count(desk.conn, "vote", motion_uid=one["uid"]):
            continue
        for table in ("seconder", "advice"):
            for row in rows.find(desk.conn, table, motion_uid=one["uid"]):
                rows.delete(desk.conn, table, row["uid"])
        rows.delete(desk.conn, "motion", one["uid"])
