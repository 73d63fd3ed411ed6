"""What a motion gets when it is stated: its number, its item, what it hangs on, its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import BE_OFFSET
from council.domain.messages import Message
from council.domain.order.motions import ABOUT_DECIDED
from council.domain.vocabulary import ItemState, MotionKind
from council.services import guard
from council.services.session.family import Family

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from council.services.desk import Desk

    Motion = Mapping[str, Any]

_ON_THE_MAIN = frozenset(
    {
        MotionKind.REFER,
        MotionKind.POSTPONE,
        MotionKind.POSTPONE_INDEFINITELY,
        MotionKind.LAY_ASIDE,
        *(MotionKind.DIVIDE, MotionKind.OBJECT_TO_CONSIDERATION),
    }
)
"""Kinds that dispose of the main motion and all that hangs on it (RONR §11, §13, §14, §17)."""

_ON_THE_PENDING = frozenset(
    {
        *(MotionKind.AMEND, MotionKind.PREVIOUS_QUESTION, MotionKind.LIMIT_DEBATE),
        *(MotionKind.POINT_OF_ORDER, MotionKind.INQUIRY, MotionKind.WITHDRAW),
        *(MotionKind.MANNER_OF_VOTING, MotionKind.DIVISION_OF_ASSEMBLY),
    }
)


def label(number: str | None, kind: str) -> Message:
    """Name a motion within a sentence, such as "amendment 2026-14/1"."""
    if not number:
        return Message(f"motion_label_plain.{kind}")
    return Message(f"motion_label.{kind}", {"number": number})


def parent_of(
    desk: Desk,
    kind: MotionKind,
    parent_uid: str | None,
    stack: Sequence[dict[str, Any]],
    mover_uid: str | None,
) -> Motion | None:
    """Return the question that a motion hangs on: the one given, else the one its kind asks for."""
    if parent_uid is not None:
        return guard.row(desk, "motion", parent_uid)
    if not stack:
        return None
    if kind is MotionKind.WITHDRAW and mover_uid:
        own = [one for one in stack if one["mover_uid"] == mover_uid]
        return own[-1] if own else stack[-1]
    if kind in _ON_THE_PENDING:
        return stack[-1]
    if kind in _ON_THE_MAIN:
        line = Family(desk, stack).above(stack[-1]["uid"])
        return line[-1] if line else stack[-1]
    return None


def item_of(desk: Desk, meeting_uid: str, parent: Motion | None) -> str | None:
    """Return the item a motion belongs to: that of what it hangs on, else the one taken up.

    What is moved in closed session belongs to the closed session, whatever it hangs on.
    """
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    current = found[-1] if found else None
    here = parent is not None and parent["meeting_uid"] == meeting_uid
    if parent is not None and here and not (current and current["closed"]):
        return str(parent["item_uid"]) if parent["item_uid"] else None
    return str(current["uid"]) if current else None


def number_for(
    desk: Desk, meeting: Mapping[str, Any], kind: MotionKind, parent: Motion | None
) -> str:
    """Return the next number of the body and year, such as 2026-14; 2026-14/2 for what hangs on it.

    The year is a Buddhist one for a council whose first language is Thai. Numbers are never given
    twice, except that undoing the step that gave one gives it back.
    """
    if parent is not None and kind not in ABOUT_DECIDED:
        family = Family(desk, [parent])
        line = family.above(parent["uid"])
        root = line[-1] if line else parent
        prefix = f"{root['number'] or ''}/"
        taken = [*family.below(root["uid"]), *family.parts(root["uid"])]
        return prefix + str(_last(prefix, taken) + 1)
    year = int(meeting["starts_local"][:4])
    names, body = ("uid", "starts_local"), meeting["body_uid"]
    found = rows.pick(desk.conn, "meeting", names, order="uid", body_uid=body)
    same = [uid for uid, starts in found if starts[:4] == f"{year:04}"]
    if desk.languages()[0] == "th":
        year += BE_OFFSET
    prefix = f"{year:04}-"
    return prefix + str(_last(prefix, rows.find(desk.conn, "motion", meeting_uid=same)) + 1)


def _last(prefix: str, motions: Iterable[Motion]) -> int:
    tails = (
        str(one["number"])[len(prefix) :]
        for one in motions
        if one["number"] and str(one["number"]).startswith(prefix)
    )
    return max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)


def put_seconders(desk: Desk, motion_uid: str, people: Sequence[str]) -> None:
    """Write who seconded, in order, within the open step."""
    for position, person in enumerate(dict.fromkeys(people), start=1):
        values = {"uid": desk.ids.new("se"), "motion_uid": motion_uid, "position": position}
        rows.insert(desk.conn, "seconder", {**values, "person_uid": person})
