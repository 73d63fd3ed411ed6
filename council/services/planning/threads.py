"""A matter through the years: each time it was before the council, and bringing it in again.

Items carried or copied from each other are one thread, in whatever body they stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.db import search as index
from council.domain.messages import InputRefused
from council.domain.vocabulary import ItemKind, ItemState, MeetingState, MinutesState
from council.services import guard
from council.services.desk import Changes, Done
from council.services.planning import agenda_items as items
from council.services.planning.agenda_carry import carry_over_candidates
from council.services.planning.agenda_templates import head_of
from council.services.planning.papers import copy_papers
from council.services.session.motion_rows import MotionRow, read_motions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.planning.agenda_tree import Outline

_AGENDA: Changes = frozenset({"agenda", "meetings"})
_LINKS = ("matter_uid", "carried_from_uid", "copied_from_uid")
_COPIED = (
    *("title", "kind", "body", "closed", "closed_ground", "consent", "minutes", "presenter"),
    *("proposed_motion", "topic"),
)
_FINDS_A_ROW = 6


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One time a matter was before a body; ``link`` is first, carried or copied.

    ``motions`` are all made under the item, in order; ``minutes`` None where there are none.
    """

    item_uid: str
    meeting_uid: str
    meeting_number: str
    body_name: Text
    on: date
    number: str
    title: Text
    state: ItemState
    meeting_state: MeetingState
    link: str
    motions: tuple[MotionRow, ...]
    minutes: MinutesState | None


def thread(desk: Desk, item_uid: str) -> list[ThreadRow]:
    """Return every time the matter of an item was on an agenda, the first time first."""
    return _thread_rows(desk, _members(desk, guard.row(desk, "agenda_item", item_uid)))


def _members(desk: Desk, item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all items of a thread, however they are linked."""
    known = {item["uid"]: item}
    fresh = [item]
    while fresh:
        uids = [one["uid"] for one in fresh]
        above = {one[link] for one in fresh for link in _LINKS} - {None, *known}
        found = rows.find(desk.conn, "agenda_item", uid=above)
        found += rows.find(desk.conn, "agenda_item", matter_uid=uids)
        found += rows.find(desk.conn, "agenda_item", carried_from_uid=uids)
        found += rows.find(desk.conn, "agenda_item", copied_from_uid=uids)
        fresh = list({one["uid"]: one for one in found if one["uid"] not in known}.values())
        known |= {one["uid"]: one for one in fresh}
    return list(known.values())


def _thread_rows(desk: Desk, found: Sequence[dict[str, Any]]) -> list[ThreadRow]:
    uids = {one["meeting_uid"] for one in found}
    meetings = {one["uid"]: one for one in rows.find(desk.conn, "meeting", order="uid", uid=uids)}
    bodies = {one["uid"]: guard.text_of(one, "name") for one in rows.find(desk.conn, "body")}
    minutes = {
        one["meeting_uid"]: MinutesState(one["state"])
        for one in rows.find(desk.conn, "minutes", order="uid", meeting_uid=uids)
    }
    motions: dict[str, tuple[MotionRow, ...]] = {}
    stored = rows.find(
        desk.conn, "motion", order="made_at, position", item_uid={one["uid"] for one in found}
    )
    for motion in read_motions(desk, stored):
        uid = str(motion.item_uid)
        motions[uid] = (*motions.get(uid, ()), motion)
    listed = [
        _row(
            one,
            meetings[one["meeting_uid"]],
            bodies,
            motions.get(one["uid"], ()),
            minutes.get(one["meeting_uid"]),
        )
        for one in found
    ]
    starts = {uid: meeting["starts_local"] for uid, meeting in meetings.items()}
    places = {one["uid"]: one["position"] for one in found}
    return sorted(
        listed, key=lambda row: (starts[row.meeting_uid], row.meeting_uid, places[row.item_uid])
    )


def _row(
    one: dict[str, Any],
    meeting: dict[str, Any],
    bodies: dict[str, Text],
    motions: tuple[MotionRow, ...],
    minutes: MinutesState | None,
) -> ThreadRow:
    linked = (
        "carried" if one["carried_from_uid"] else "copied" if one["copied_from_uid"] else "first"
    )
    return ThreadRow(
        item_uid=one["uid"],
        meeting_uid=meeting["uid"],
        meeting_number=meeting["number"] or "",
        body_name=bodies[meeting["body_uid"]],
        on=date.fromisoformat(meeting["starts_local"][:10]),
        number=one["number"] or "",
        title=guard.text_of(one, "title"),
        state=ItemState(one["state"]),
        meeting_state=MeetingState(meeting["state"]),
        link=linked,
        motions=motions,
        minutes=minutes,
    )


def find_past_items(
    desk: Desk, text: str, before_meeting_uid: str | None = None, limit: int = 50
) -> list[ThreadRow]:
    """Return items whose words, or those of a motion or note under them, contain every word.

    Only of meetings before the one named, if any; the latest first. Nothing for no words.
    """
    before = rows.get(desk.conn, "meeting", before_meeting_uid) if before_meeting_uid else None
    hits = index.search(desk.conn, text, limit * _FINDS_A_ROW)
    uids = [one.uid for one in hits if one.kind == "agenda_item"]
    for table in ("motion", "note"):
        wanted = [one.uid for one in hits if one.kind == table]
        under = rows.find(desk.conn, table, uid=wanted)
        uids += [one["item_uid"] for one in under if one["item_uid"]]
    found = rows.find(desk.conn, "agenda_item", uid=set(uids))
    if before is not None:
        earlier = {
            uid
            for uid, starts in rows.pick(
                desk.conn,
                "meeting",
                ("uid", "starts_local"),
                order="uid",
                uid={one["meeting_uid"] for one in found},
            )
            if starts < before["starts_local"]
        } - {before["uid"]}
        found = [one for one in found if one["meeting_uid"] in earlier]
    return _thread_rows(desk, found)[::-1][:limit]


# ------------------------------------------------------------------------------- copying


def bring_in(
    desk: Desk,
    meeting_uid: str,
    item_uid: str,
    *,
    parent_uid: str | None = None,
    after_uid: str | None = None,
) -> Done[str]:
    """Put a past item on an agenda with its history; return the new item's uid.

    It counts as carried over when its matter still waits for this meeting, else as copied.
    """
    made = copy_items(desk, [item_uid], meeting_uid, parent_uid=parent_uid, after_uid=after_uid)
    return Done(made.value[0], made.changes)


def copy_items(
    desk: Desk,
    uids: Iterable[str],
    meeting_uid: str,
    *,
    parent_uid: str | None = None,
    after_uid: str | None = None,
) -> Done[list[str]]:
    """Copy items of other meetings, with sub-items and papers, in one step; return their uids.

    Without a place each goes under the head its kind belongs to if it lay under one. Each copy
    knows the item it came from, so that its thread goes on.
    """
    listed = list(dict.fromkeys(uids))
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    if not listed:
        raise InputRefused("error.no_items_chosen")
    found = [guard.row(desk, "agenda_item", uid) for uid in listed]
    for one in found:
        if one["meeting_uid"] == meeting_uid:
            raise InputRefused("error.copy_to_itself", title=one["title"])
    for place in (parent_uid, after_uid):
        if place:
            items.item_of(desk, meeting_uid, place)
    outlines = {one["meeting_uid"]: items.outline_of(desk, one["meeting_uid"]) for one in found}
    roots = [uid for outline in outlines.values() for uid in outline.roots(listed)]
    waiting = {row.item_uid for row in carry_over_candidates(desk, meeting_uid)}
    made = []
    with desk.step(
        "step.copy_items", count=len(roots), number=guard.spoken_number(meeting["number"])
    ):
        for uid in roots:
            outline = next(one for one in outlines.values() if uid in one.rows)
            where = _place(desk, meeting_uid, outline.rows[uid], parent_uid, after_uid)
            copies = items.put_items(desk, meeting_uid, [_copy(outline, uid, waiting)], *where)
            for old, new in zip((uid, *outline.walk(uid)), copies, strict=True):
                copy_papers(desk, old, new)
            made.append(copies[0])
            after_uid = copies[0] if after_uid else None
    return Done(made, _AGENDA)


def _place(
    desk: Desk,
    meeting_uid: str,
    row: dict[str, Any],
    parent_uid: str | None,
    after_uid: str | None,
) -> tuple[str | None, str | None]:
    """Return parent and sibling before for a copy."""
    if after_uid:
        return guard.row(desk, "agenda_item", after_uid)["parent_uid"], after_uid
    if parent_uid or not row["parent_uid"]:
        return parent_uid, None
    above = rows.get(desk.conn, "agenda_item", row["parent_uid"])
    return head_of(desk, meeting_uid, ItemKind(above["kind"])) if above else None, None


def _copy(outline: Outline, uid: str, waiting: set[str | None]) -> items.Planned:
    row = outline.rows[uid]
    link = "carried_from_uid" if uid in waiting else "copied_from_uid"
    values = {column: row[column] for column in _COPIED}
    values |= {link: uid, "matter_uid": row["matter_uid"] or uid}
    return items.Planned(
        values, tuple(_copy(outline, one, waiting) for one in outline.children(uid))
    )
