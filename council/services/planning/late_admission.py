"""Admitting late items: the ground, the motion by which the meeting admitted it, the finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.duties.duty_rules import LateGround
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.vocabulary import Outcome
from council.services import guard
from council.services.desk import Changes, Done
from council.services.duties.late_items import (
    find_ground,
    has_ground,
    late_added,
    late_needs,
    late_remarks,
)
from council.services.session.motion_rows import read_motions
from council.services.session.motions import label
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.duties.late_items import LateNeed
    from council.domain.rulings import Ruling
    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.motion_rows import MotionRow

_CHANGED: Changes = frozenset({"agenda", "meetings", "minutes"})


@dataclass(frozen=True, slots=True)
class LateRow:
    """An item added after the agenda was posted.

    ``needs`` says what each ground of the rules takes in the room as it is; ``ground`` is the one
    recorded, ``motion`` the motion that admitted it, ``found`` whether a finding on record was
    enough. ``ruling`` is what the rules say of deciding it, None when they say nothing.
    """

    item_uid: str
    number: str
    title: Text
    ground: LateGround | None
    needs: tuple[LateNeed, ...]
    motion: MotionRow | None
    found: bool
    ruling: Ruling | None


def list_late_items(desk: Desk, meeting_uid: str) -> list[LateRow]:
    """Return the late items of a meeting with what they take and what is on record."""
    late = late_added(desk, Roll(desk, meeting_uid))
    rulings = {one.item_uid: one.ruling for one in late_remarks(desk, meeting_uid)}
    uids = [one["late_motion_uid"] for one in late if one["late_motion_uid"]]
    motions = read_motions(desk, rows.find(desk.conn, "motion", uid=uids))
    by_uid = {one.uid: one for one in motions}
    return [
        LateRow(
            item_uid=one["uid"],
            number=one["number"] or "",
            title=guard.text_of(one, "title"),
            ground=LateGround(one["late_ground"]) if one["late_ground"] else None,
            needs=late_needs(desk, one["uid"]),
            motion=by_uid.get(one["late_motion_uid"] or ""),
            found=has_ground(desk, one["uid"]),
            ruling=rulings.get(one["uid"]),
        )
        for one in late
    ]


def set_late_ground(desk: Desk, item_uid: str, ground: LateGround | str | None) -> Done[str]:
    """Record on which ground a late item is to be decided; None takes it back.

    NotAllowed for an item that is not late, and for a ground that the rules do not know.
    """
    item = guard.row(desk, "agenda_item", item_uid)
    guard.unlocked(desk, item["meeting_uid"])
    chosen = LateGround(ground) if ground else None
    if chosen is not None:
        _check(desk, item_uid, item["meeting_uid"], item["title"], chosen)
    with desk.step("step.late_ground", title=item["title"]):
        rows.update(desk.conn, "agenda_item", item_uid, {"late_ground": chosen})
    return Done(item_uid, _CHANGED)


def _check(desk: Desk, item_uid: str, meeting_uid: str, title: Text, ground: LateGround) -> None:
    if item_uid not in {one["uid"] for one in late_added(desk, Roll(desk, meeting_uid))}:
        raise NotAllowed("error.item_not_late", title=title)
    if ground not in {one.ground for one in late_needs(desk, item_uid)}:
        raise NotAllowed("error.no_ground", ground=Message(f"late_ground.{ground}"))


def admit_late_item(
    desk: Desk,
    item_uid: str,
    motion_uid: str,
    ground: LateGround | str,
    *,
    yes: int | None = None,
    at: datetime | None = None,
) -> Done[Ruling | None]:
    """Record the carried motion by which a meeting admitted a late item, with its ground.

    The yes votes of that motion, or ``yes`` where nobody counted, become the finding on record;
    returns whether it was enough, None when no number is known. Refuses a motion of another
    meeting and one that was not carried.
    """
    item = guard.row(desk, "agenda_item", item_uid)
    guard.unlocked(desk, item["meeting_uid"])
    chosen, title = LateGround(ground), item["title"]
    _check(desk, item_uid, item["meeting_uid"], title, chosen)
    (motion,) = read_motions(desk, [guard.row(desk, "motion", motion_uid)])
    if motion.meeting_uid != item["meeting_uid"]:
        raise InputRefused("error.late_motion_elsewhere", title=title)
    if motion.outcome != Outcome.CARRIED:
        name = label(motion.number, motion.kind)
        raise NotAllowed("error.late_not_carried", motion=name, title=title)
    counts = motion.vote.counts if motion.vote else None
    number = yes if yes is not None else counts.yes if counts else None
    moment = at or (motion.vote.at if motion.vote else None) or motion.decided_at
    ruling = None
    with desk.step("step.admit_late", title=title):
        values = {"late_ground": chosen, "late_motion_uid": motion_uid}
        rows.update(desk.conn, "agenda_item", item_uid, values)
        if number is not None:
            ruling = find_ground(desk, item_uid, chosen, number, moment).value
    return Done(ruling, _CHANGED | {"advice"})
