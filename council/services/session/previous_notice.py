"""Whether previous notice was given of a motion to undo a decision (RONR §35, §36)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import fold_digits
from council.domain.order.bring_back import WITH_NOTICE, vote_needed
from council.domain.order.floor import Floor
from council.domain.vocabulary import ItemKind, ItemState, MeetingState, MotionKind
from council.services import guard
from council.services.duties.late_items import late_added

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from council.services.desk import Desk
    from council.services.session.roll import Roll

_QUARTER = 3


def requirement_with_notice(desk: Desk, roll: Roll, motion: Mapping[str, Any]) -> str | None:
    """Return the requirement that previous notice makes enough; None where there is no such.

    A motion to rescind, change or take back needs two thirds or a majority of the membership, but
    only a majority when the posted agenda named the decision.
    """
    kind, about = MotionKind(motion["kind"]), motion["parent_uid"]
    if kind not in WITH_NOTICE or not about or not is_noticed(desk, roll, about):
        return None
    return vote_needed(Floor(noticed=frozenset({about})), kind, roll.rules, about)


def is_noticed(desk: Desk, roll: Roll, motion_uid: str) -> bool:
    """Tell whether notice was given of undoing a decision, which is named by its number.

    In the agenda as posted, or by a member at the meeting before (RONR §10:44).
    """
    motion = rows.get(desk.conn, "motion", motion_uid)
    number = motion["number"] if motion else None
    if not number:
        return False
    named = re.compile(rf"(?<![\d/-]){re.escape(fold_digits(number))}(?![\d/-])")
    items = (*_posted(desk, roll), *_announced(desk, roll))
    return any(named.search(words) for item in items for words in _words(item))


def _posted(desk: Desk, roll: Roll) -> Iterator[dict[str, Any]]:
    if not rows.count(desk.conn, "notice", meeting_uid=roll.uid):
        return
    late = {item["uid"] for item in late_added(desk, roll)}
    for item in rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid):
        if item["uid"] not in late:
            yield item


def _announced(desk: Desk, roll: Roll) -> list[dict[str, Any]]:
    """Return the notices of motion given at the last meeting, if that was lately enough.

    Lately is within a quarter: in one of the three calendar months before (RONR §9:7).
    """
    this = guard.row(desk, "meeting", roll.uid)
    body, held = this["body_uid"], MeetingState.HELD.value
    found = rows.find(desk.conn, "meeting", order="starts_local", body_uid=body, state=held)
    before = [one for one in found if one["starts_local"] < this["starts_local"]]
    if not before or _month(this) - _month(before[-1]) > _QUARTER:
        return []
    return rows.find(
        desk.conn,
        "agenda_item",
        meeting_uid=before[-1]["uid"],
        kind=ItemKind.NOTICE_OF_MOTION.value,
        state=ItemState.DONE.value,
    )


def _month(meeting: Mapping[str, Any]) -> int:
    """Return the calendar month of a meeting, counted from the year 0."""
    starts = datetime.fromisoformat(meeting["starts_local"])
    return starts.year * 12 + starts.month


def _words(item: Mapping[str, Any]) -> Iterator[str]:
    for column in ("title", "body", "proposed_motion"):
        yield from (fold_digits(words) for _language, words in item[column])
