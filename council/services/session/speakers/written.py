"""Written comments, counted by stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import InputRefused
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.notes import STANCES, check_stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"speakers", "notes", "minutes"})
MOST = 1_000_000


def written_of(desk: Desk, meeting_uid: str, item_uid: str | None) -> dict[str, int]:
    """Return how many written comments an item has by stance, nothing where none was counted."""
    found = rows.find(
        desk.conn, "comment", meeting_uid=meeting_uid, item_uid=item_uid, written=rows.GIVEN
    )
    counts: dict[str, int] = {}
    for one in found:
        stance = one["stance"] or "neutral"
        counts[stance] = counts.get(stance, 0) + int(one["written"])
    return counts


def count_written(
    desk: Desk, meeting_uid: str, item_uid: str | None, counts: Mapping[str, int]
) -> Done[str]:
    """Record how many written comments came in, by stance: for, against, neutral.

    What is told again takes the place of what was told before; none at all removes the line.
    """
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    for stance, number in counts.items():
        check_stance(stance)
        if not 0 <= number <= MOST:
            raise InputRefused("error.written_count", number=number)
    item = guard.row(desk, "agenda_item", item_uid) if item_uid else None
    code = "step.count_written" if item else "step.count_written_loose"
    title = guard.text_of(item, "title") if item else guard.NO_TEXT
    with desk.step(code, count=sum(counts.values()), title=title):
        for stance in STANCES:
            _count(desk, meeting_uid, item_uid, stance, counts.get(stance, 0))
    return Done(item_uid or meeting_uid, _CHANGED)


def _count(desk: Desk, meeting_uid: str, item_uid: str | None, stance: str, number: int) -> None:
    kept = rows.find(
        desk.conn,
        "comment",
        meeting_uid=meeting_uid,
        item_uid=item_uid,
        stance=stance,
        written=rows.GIVEN,
    )
    for one in kept[1:]:
        rows.delete(desk.conn, "comment", one["uid"])
    if kept and number:
        rows.update(desk.conn, "comment", kept[0]["uid"], {"written": number})
    elif kept:
        rows.delete(desk.conn, "comment", kept[0]["uid"])
    elif number:
        values = {
            "uid": desk.ids.new("co"),
            "meeting_uid": meeting_uid,
            "item_uid": item_uid,
            "position": rows.next_position(desk.conn, "comment", meeting_uid=meeting_uid),
            "at": desk.stamp(),
            "stance": stance,
            "written": number,
        }
        rows.insert(desk.conn, "comment", values)
