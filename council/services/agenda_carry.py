"""What an earlier meeting leaves to the next: business, postponed motions, actions, minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from council.db import rows
from council.domain.messages import InputRefused, Message
from council.domain.text import Text
from council.domain.vocabulary import (
    ActionState,
    ItemKind,
    ItemState,
    MeetingState,
    MinutesState,
    Outcome,
)
from council.services import guard
from council.services.agenda_items import put_item
from council.services.agenda_templates import TEMPLATES, head_of
from council.services.council import words_in
from council.services.desk import Desk, Done

if TYPE_CHECKING:
    from collections.abc import Iterable

CarryKind = Literal["item", "motion", "action", "minutes"]
# Heads and formalities of every agenda are no business that could be left over.
_NEVER = frozenset(
    {
        *(ItemKind.PROCEDURE, ItemKind.HEADING, ItemKind.PUBLIC_COMMENT),
        *(ItemKind.ANNOUNCEMENT, ItemKind.APPROVAL),
        *(ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ADJOURNMENT),
    }
)
_TITLE_WORDS = 12
_HEAD = {
    "item": ItemKind.DECISION,
    "motion": ItemKind.DECISION,
    "action": ItemKind.MATTERS_ARISING,
    "minutes": ItemKind.APPROVAL,
}


@dataclass(frozen=True, slots=True)
class CarryRow:
    """One thing that could come back: ``uid`` is an item's, motion's, action's or meeting's."""

    uid: str
    kind: CarryKind
    title: Text
    reason: Message
    from_meeting_uid: str | None
    from_number: str
    source: dict[str, Any]


def carry_over_candidates(desk: Desk, meeting_uid: str) -> list[CarryRow]:
    """Return what waits for this meeting: minutes, unfinished business, postponed motions, actions.

    What this agenda or that of another meeting has taken over already is not offered again.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    before = [
        one
        for one in rows.find(
            desk.conn,
            "meeting",
            order="starts_local desc",
            body_uid=meeting["body_uid"],
            state=MeetingState.HELD.value,
        )
        if one["uid"] != meeting_uid and one["starts_local"] <= meeting["starts_local"]
    ]
    items = rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid)
    return [
        *_minutes(desk, before, items),
        *_items(desk, before[:1]),
        *_motions(desk, before),
        *_actions(desk, before, items),
    ]


def _minutes(
    desk: Desk, before: list[dict[str, Any]], items: list[dict[str, Any]]
) -> list[CarryRow]:
    taken = {one["approves_uid"] for one in items if one["state"] != ItemState.STRUCK}
    drafts = {
        one["meeting_uid"]
        for one in rows.find(desk.conn, "minutes", order="uid", state=MinutesState.DRAFT.value)
    }
    return [
        CarryRow(
            uid=one["uid"],
            kind="minutes",
            title=_minutes_title(desk, one),
            reason=Message("carry.minutes"),
            from_meeting_uid=one["uid"],
            from_number=one["number"] or "",
            source=one,
        )
        for one in reversed(before)
        if one["uid"] in drafts and one["uid"] not in taken
    ]


def _minutes_title(desk: Desk, meeting: dict[str, Any]) -> Text:
    day = datetime.fromisoformat(meeting["starts_local"]).date()
    number = meeting["number"] or ""
    return words_in(desk.languages(), "head.minutes_of", number=number, date=day)


def _items(desk: Desk, last: list[dict[str, Any]]) -> list[CarryRow]:
    """Return the items of the last meeting that it did not finish."""
    found: list[CarryRow] = []
    languages = desk.languages()
    heads = {words_in(languages, line[0]) for lines in TEMPLATES.values() for line in lines}
    for meeting in last:
        items = rows.find(desk.conn, "agenda_item", meeting_uid=meeting["uid"])
        parents = {one["parent_uid"] for one in items}
        taken = _carried(desk, items)
        for one in items:
            formal = one["kind"] in _NEVER or one["uid"] in parents or one["title"] in heads
            if formal or one["uid"] in taken or one["state"] != ItemState.WAITING:
                continue
            found.append(_item_row(one, meeting))
    return found


def _item_row(one: dict[str, Any], meeting: dict[str, Any]) -> CarryRow:
    number = meeting["number"] or ""
    return CarryRow(
        uid=one["uid"],
        kind="item",
        title=guard.text_of(one, "title"),
        reason=Message("carry.item", {"number": number}),
        from_meeting_uid=meeting["uid"],
        from_number=number,
        source=one,
    )


def _carried(desk: Desk, items: list[dict[str, Any]]) -> set[str]:
    """Return the items that stand on a later agenda already."""
    uids = [one["uid"] for one in items]
    later = rows.find(desk.conn, "agenda_item", carried_from_uid=uids) if uids else []
    return {one["carried_from_uid"] for one in later if one["state"] != ItemState.STRUCK}


def _motions(desk: Desk, before: list[dict[str, Any]]) -> list[CarryRow]:
    """Return motions that were postponed and stand on no later agenda."""
    meetings = {one["uid"]: one for one in before}
    if not meetings:
        return []
    found = rows.find(
        desk.conn, "motion", meeting_uid=list(meetings), outcome=Outcome.POSTPONED.value
    )
    item_uids = [one["item_uid"] for one in found if one["item_uid"]]
    items = {
        one["uid"]: one
        for one in (rows.find(desk.conn, "agenda_item", uid=item_uids) if item_uids else ())
    }
    taken = _carried(desk, list(items.values()))
    bodies = {one["body_uid"] for one in before}
    later = rows.find(desk.conn, "agenda_item", meeting_uid=_open_meetings(desk, bodies))
    proposed = {one["proposed_motion"] for one in later if one["proposed_motion"]}
    return [
        _motion_row(one, items.get(one["item_uid"]), meetings[one["meeting_uid"]])
        for one in found
        if one["item_uid"] not in taken and (one["final_text"] or one["text"]) not in proposed
    ]


def _open_meetings(desk: Desk, bodies: Iterable[str]) -> list[str]:
    states = [MeetingState.PLANNED.value, MeetingState.NOTICED.value, MeetingState.IN_SESSION.value]
    found = rows.find(desk.conn, "meeting", order="uid", body_uid=list(bodies), state=states)
    return [one["uid"] for one in found]


def _motion_row(
    one: dict[str, Any], item: dict[str, Any] | None, meeting: dict[str, Any]
) -> CarryRow:
    title = guard.text_of(item, "title") if item else _short(guard.text_of(one, "text"))
    return CarryRow(
        uid=one["uid"],
        kind="motion",
        title=title,
        reason=Message("carry.motion", {"number": one["number"] or meeting["number"] or ""}),
        from_meeting_uid=meeting["uid"],
        from_number=meeting["number"] or "",
        source=one,
    )


def _short(text: Text) -> Text:
    """Return the first words of a text as a title; Thai has no spaces to count and stays whole."""
    pairs = []
    for language, words in text:
        parts = words.split()
        cut = len(parts) > _TITLE_WORDS
        pairs.append((language, " ".join(parts[:_TITLE_WORDS]) + " …" if cut else words))
    return Text(tuple(pairs))


def _actions(
    desk: Desk, before: list[dict[str, Any]], items: list[dict[str, Any]]
) -> list[CarryRow]:
    """Return the open actions that this body's meetings, or no meeting at all, gave out."""
    meetings = {one["uid"]: one for one in before}
    titles = {one["title"] for one in items if one["state"] != ItemState.STRUCK}
    found = rows.find(desk.conn, "action", state=ActionState.OPEN.value)
    return [
        CarryRow(
            uid=one["uid"],
            kind="action",
            title=guard.text_of(one, "what"),
            reason=_action_reason(one),
            from_meeting_uid=one["meeting_uid"],
            from_number=meetings.get(one["meeting_uid"], {}).get("number") or "",
            source=one,
        )
        for one in found
        if (one["meeting_uid"] is None or one["meeting_uid"] in meetings)
        and one["what"] not in titles
    ]


def _action_reason(one: dict[str, Any]) -> Message:
    number = one["number"] or ""
    due = guard.day_of(one, "due_on")
    if due is None:
        return Message("carry.action", {"number": number})
    return Message("carry.action_due", {"number": number, "date": due})


def carry_over(desk: Desk, meeting_uid: str, uids: Iterable[str]) -> Done[list[str]]:
    """Put chosen candidates on the agenda, each under the head it belongs to; return item uids."""
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    wanted = list(dict.fromkeys(uids))
    offered = {row.uid: row for row in carry_over_candidates(desk, meeting_uid)}
    if not wanted:
        raise InputRefused("error.nothing_chosen")
    if any(uid not in offered for uid in wanted):
        raise InputRefused("error.not_offered")
    with desk.step("step.carry_over", count=len(wanted), number=meeting["number"] or ""):
        made = []
        for uid in wanted:
            row = offered[uid]
            parent = head_of(desk, meeting_uid, _HEAD[row.kind])
            made.append(put_item(desk, meeting_uid, _values(row), parent))
    return Done(made, frozenset({"agenda", "meetings"}))


def _values(row: CarryRow) -> dict[str, Any]:
    """Return the columns of the new item that stands for a candidate."""
    base: dict[str, Any] = {"title": row.title, "kind": _HEAD[row.kind]}
    if row.kind == "minutes":
        return {**base, "approves_uid": row.uid}
    if row.kind == "action":
        return base
    if row.kind == "motion":
        text = row.source["final_text"] or row.source["text"]
        return {**base, "proposed_motion": text, "carried_from_uid": row.source["item_uid"]}
    kept = ("kind", "body", "closed", "consent", "minutes", "presenter", "proposed_motion", "topic")
    copied = {column: row.source[column] for column in kept}
    return {**base, **copied, "carried_from_uid": row.uid}
