"""Whether previous notice was given of a motion to undo a decision (RONR §35, §36)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import fold_digits
from council.domain.order.bring_back import WITH_NOTICE, vote_needed
from council.domain.order.floor import Floor
from council.domain.vocabulary import MotionKind
from council.services.duties.late_items import late_added

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from council.services.desk import Desk
    from council.services.session.roll import Roll


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
    """Tell whether an item that stood on the agenda as posted names a decision by its number."""
    motion = rows.get(desk.conn, "motion", motion_uid)
    number = motion["number"] if motion else None
    if not number or not rows.count(desk.conn, "notice", meeting_uid=roll.uid):
        return False
    named = re.compile(rf"(?<![\d/-]){re.escape(fold_digits(number))}(?![\d/-])")
    return any(named.search(words) for words in _posted_words(desk, roll))


def _posted_words(desk: Desk, roll: Roll) -> Iterator[str]:
    late = {item["uid"] for item in late_added(desk, roll)}
    for item in rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid):
        if item["uid"] not in late:
            for column in ("title", "body", "proposed_motion"):
                yield from (fold_digits(words) for _language, words in item[column])
