"""What earlier meetings leave to the next: business, motions put off, actions, minutes.

Nothing of it is stored: all of it is offered to every later meeting of the body until an item
carried from it is decided, or somebody dismisses it with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from council.db import rows
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ActionState, ItemKind, ItemState, MeetingState, MinutesState
from council.services import guard
from council.services.council import words_in
from council.services.desk import Changes, Desk, Done
from council.services.planning.agenda_items import Planned, put_items
from council.services.planning.agenda_templates import head_of
from council.services.planning.carry_matters import CarryWhy, Matters, Open, sessions
from council.services.planning.papers import copy_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from council.services.planning.carry_matters import Session

CarryKind = Literal["item", "motion", "action", "minutes"]
_CHANGED: Changes = frozenset({"agenda", "meetings"})
_READ = (
    *("meeting", "agenda_item", "motion", "action", "minutes", "carry_dismissal", "body"),
    *("agenda_template", "attachment", "council"),
)
_TITLE_WORDS = 12
_HEAD = {
    "item": ItemKind.DECISION,
    "motion": ItemKind.DECISION,
    "action": ItemKind.MATTERS_ARISING,
    "minutes": ItemKind.APPROVAL,
}
_KEPT = (
    *("kind", "body", "closed", "closed_ground", "consent", "minutes", "presenter"),
    *("proposed_motion", "topic"),
)
_NOT_YET = frozenset({CarryWhy.INDEFINITELY, CarryWhy.REFERRED})


@dataclass(frozen=True, slots=True)
class CarryRow:
    """One thing that could come back: ``uid`` is an item's, motion's, action's or meeting's.

    ``why`` says what kind of waiting it is and ``reason`` tells it in words; ``until`` is to when
    it was put off, as written down. ``suggested`` is False for what need not come up yet: put off
    to a later day or without one, or referred and not reported on. ``item_uid`` is the last item
    of its thread, None where there is none.
    """

    uid: str
    kind: CarryKind
    title: Text
    reason: Message
    from_meeting_uid: str | None
    from_number: str
    source: dict[str, Any]
    why: CarryWhy = CarryWhy.UNFINISHED
    item_uid: str | None = None
    until: str = ""
    suggested: bool = True


@dataclass(frozen=True, slots=True)
class DismissedRow:
    """Something that was not to come back, by whose reason is on record.

    ``uid`` takes it back; ``meeting_uid`` is the meeting being planned when it was dismissed.
    """

    uid: str
    source_uid: str
    kind: str
    title: Text
    reason: Text
    at: datetime
    meeting_uid: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a meeting, and what would wait had it not been dismissed."""

    rows: tuple[CarryRow, ...] = ()
    dismissed: tuple[DismissedRow, ...] = ()


def list_waiting(desk: Desk, meeting_uid: str) -> Waiting:
    """Return both lists; with hundreds of meetings it takes a while, so ask off the GUI thread."""
    found = carry_over_candidates(desk, meeting_uid)
    return Waiting(tuple(found), tuple(list_dismissed(desk, meeting_uid)))


def carry_over_candidates(desk: Desk, meeting_uid: str) -> list[CarryRow]:
    """Return what waits for this meeting: minutes, business of any earlier meeting, actions.

    What stands on this agenda, or on that of another meeting to come, is not offered again.
    """
    dismissed = _dismissed(desk, guard.row(desk, "meeting", meeting_uid)["body_uid"])
    offered = _candidates(desk, meeting_uid)
    return [one for one in offered if (one.kind, one.uid) not in dismissed]


def _dismissed(desk: Desk, body_uid: str) -> set[tuple[str, str]]:
    names = ("kind", "source_uid")
    found = rows.pick(desk.conn, "carry_dismissal", names, order="at", body_uid=body_uid)
    return {(kind, source) for kind, source in found}


def _candidates(desk: Desk, meeting_uid: str) -> tuple[CarryRow, ...]:
    key = ("carry", meeting_uid, desk.today())
    return desk.conn.memo.get(key, _READ, lambda: _read(desk, meeting_uid))


def _read(desk: Desk, meeting_uid: str) -> tuple[CarryRow, ...]:
    meeting = guard.row(desk, "meeting", meeting_uid)
    matters = Matters(desk, meeting_uid, sessions(desk, meeting["body_uid"]))
    items = rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid)
    actions = _actions(desk, matters.before, items)
    business = _business(desk, matters.left_open(), meeting, {one.title for one in actions})
    return (*_minutes(desk, matters.before, items), *business, *actions)


# ------------------------------------------------------------------------------- minutes


def _minutes(desk: Desk, before: Sequence[Session], items: list[dict[str, Any]]) -> list[CarryRow]:
    taken = {one["approves_uid"] for one in items if one["state"] != ItemState.STRUCK}
    drafts = {
        uid
        for (uid,) in rows.pick(
            desk.conn, "minutes", ("meeting_uid",), order="uid", state=MinutesState.DRAFT.value
        )
    }
    wanted = [
        one.uid
        for one in before
        if one.state == MeetingState.HELD and one.uid in drafts and one.uid not in taken
    ]
    found = {one["uid"]: one for one in rows.find(desk.conn, "meeting", order="uid", uid=wanted)}
    return [
        CarryRow(
            uid=uid,
            kind="minutes",
            title=_minutes_title(desk, found[uid]),
            reason=Message("carry.minutes"),
            from_meeting_uid=uid,
            from_number=found[uid]["number"] or "",
            source=found[uid],
            why=CarryWhy.MINUTES,
        )
        for uid in wanted
    ]


def _minutes_title(desk: Desk, meeting: dict[str, Any]) -> Text:
    day = datetime.fromisoformat(meeting["starts_local"]).date()
    number = meeting["number"] or ""
    return words_in(desk.languages(), "head.minutes_of", number=number, date=day)


# ------------------------------------------------------------------------------ business


def _business(
    desk: Desk, left: Sequence[Open], meeting: Mapping[str, Any], actions: set[Text]
) -> list[CarryRow]:
    items = _by_uid(desk, "agenda_item", (one.item.uid for one in left if one.item))
    motions = _by_uid(desk, "motion", (one.motion.uid for one in left if one.motion))
    found = []
    for one in left:
        item = items.get(one.item.uid) if one.item else None
        motion = motions.get(one.motion.uid) if one.motion else None
        if motion is not None:
            found.append(_motion_row(desk, one, item, motion, meeting))
        # An action that stood on an agenda comes back as the action that it is.
        elif item is not None and item["title"] not in actions:
            found.append(_item_row(one, item))
    return sorted(found, key=lambda row: row.kind == "motion")


def _by_uid(desk: Desk, table: str, uids: Iterable[str]) -> dict[str, dict[str, Any]]:
    return {one["uid"]: one for one in rows.find(desk.conn, table, order="uid", uid=list(uids))}


def _item_row(one: Open, item: dict[str, Any]) -> CarryRow:
    number = one.meeting.number
    code = "carry.item" if one.why is CarryWhy.UNFINISHED else f"carry.{one.why}"
    return CarryRow(
        uid=item["uid"],
        kind="item",
        title=guard.text_of(item, "title"),
        reason=Message(code, {"number": number}),
        from_meeting_uid=one.meeting.uid,
        from_number=number,
        source=item,
        why=one.why,
        item_uid=item["uid"],
    )


def _motion_row(
    desk: Desk,
    one: Open,
    item: dict[str, Any] | None,
    motion: dict[str, Any],
    meeting: Mapping[str, Any],
) -> CarryRow:
    why, body = one.why, None
    if why is CarryWhy.REFERRED and item is not None:
        body = _reported(desk, one, item, meeting)
        why = CarryWhy.REPORTED_BACK if body else why
    day = _day(one.until)
    later = day is not None and day.isoformat() > meeting["starts_local"][:10]
    return CarryRow(
        uid=motion["uid"],
        kind="motion",
        title=guard.text_of(item, "title") if item else _short(guard.text_of(motion, "text")),
        reason=_motion_reason(one, why, motion, day, body),
        from_meeting_uid=one.meeting.uid,
        from_number=one.meeting.number,
        source={**motion, "item": item},
        why=why,
        item_uid=item["uid"] if item else None,
        until=one.until,
        suggested=why not in _NOT_YET and not later,
    )


def _day(until: str) -> date | None:
    """Return the day that "until" names; None for words such as "the next meeting"."""
    try:
        return datetime.fromisoformat(until).date()
    except ValueError:
        return None


def _motion_reason(
    one: Open, why: CarryWhy, motion: Mapping[str, Any], day: date | None, body: Text | None
) -> Message:
    number = motion["number"] or one.meeting.number
    if why is CarryWhy.POSTPONED:
        if one.until:
            return Message("carry.motion_until", {"number": number, "until": day or one.until})
        return Message("carry.motion", {"number": number})
    params: dict[str, Any] = {"number": number}
    if why is CarryWhy.REPORTED_BACK:
        params["body"] = body
    return Message(f"carry.motion_{why}", params)


def _reported(
    desk: Desk, one: Open, item: Mapping[str, Any], meeting: Mapping[str, Any]
) -> Text | None:
    """Return the name of another body that dealt with a referred matter since, None when none."""
    root = item["matter_uid"] or item["uid"]
    thread = [
        *rows.find(desk.conn, "agenda_item", matter_uid=root, state=ItemState.DONE.value),
        *rows.find(desk.conn, "agenda_item", carried_from_uid=item["uid"], state="done"),
    ]
    meetings = _by_uid(desk, "meeting", {each["meeting_uid"] for each in thread})
    for held in meetings.values():
        elsewhere = held["body_uid"] != meeting["body_uid"]
        between = one.meeting.starts <= held["starts_local"] <= meeting["starts_local"]
        if elsewhere and between and held["state"] == MeetingState.HELD:
            return guard.text_of(guard.row(desk, "body", held["body_uid"]), "name")
    return None


def _short(text: Text) -> Text:
    """Return the first words of a text as a title; Thai has no spaces to count and stays whole."""
    pairs = []
    for language, words in text:
        parts = words.split()
        cut = len(parts) > _TITLE_WORDS
        pairs.append((language, " ".join(parts[:_TITLE_WORDS]) + " …" if cut else words))
    return Text(tuple(pairs))


# ------------------------------------------------------------------------------- actions


def _actions(desk: Desk, before: Sequence[Session], items: list[dict[str, Any]]) -> list[CarryRow]:
    """Return the open actions that this body's meetings, or no meeting at all, gave out."""
    meetings = {one.uid: one.number for one in before}
    titles = {one["title"] for one in items if one["state"] != ItemState.STRUCK}
    found = rows.find(desk.conn, "action", state=ActionState.OPEN.value)
    return [
        CarryRow(
            uid=one["uid"],
            kind="action",
            title=guard.text_of(one, "what"),
            reason=_action_reason(one),
            from_meeting_uid=one["meeting_uid"],
            from_number=meetings.get(one["meeting_uid"], ""),
            source=one,
            why=CarryWhy.ACTION,
            item_uid=one["item_uid"],
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


# -------------------------------------------------------------------------- carrying over


def carry_over(desk: Desk, meeting_uid: str, uids: Iterable[str]) -> Done[list[str]]:
    """Put chosen candidates on the agenda, each under the head it belongs to; return item uids.

    Each brings its words, motion, presenter, topic and papers, and goes on with its thread.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    wanted = list(dict.fromkeys(uids))
    offered = {row.uid: row for row in carry_over_candidates(desk, meeting_uid)}
    if not wanted:
        raise InputRefused("error.nothing_chosen")
    if any(uid not in offered for uid in wanted):
        raise InputRefused("error.not_offered")
    with desk.step(
        "step.carry_over", count=len(wanted), number=guard.spoken_number(meeting["number"])
    ):
        made = []
        for uid in wanted:
            row = offered[uid]
            parent = head_of(desk, meeting_uid, _HEAD[row.kind])
            (item,) = put_items(desk, meeting_uid, [Planned(_values(desk, row))], parent)
            if row.kind in ("item", "motion") and row.item_uid:
                copy_papers(desk, row.item_uid, item)
            made.append(item)
    return Done(made, _CHANGED)


def _values(desk: Desk, row: CarryRow) -> dict[str, Any]:
    """Return the columns of the new item that stands for a candidate."""
    base: dict[str, Any] = {"title": row.title, "kind": _HEAD[row.kind]}
    if row.kind == "minutes":
        return {**base, "approves_uid": row.uid}
    if row.kind == "action":
        return {**base, "presenter": _owner(desk, row.source)}
    item = row.source if row.kind == "item" else row.source["item"]
    if item is not None:
        base |= {column: item[column] for column in _KEPT}
        base |= {"carried_from_uid": item["uid"], "matter_uid": item["matter_uid"] or item["uid"]}
    if row.kind == "motion":
        text = row.source["final_text"] or row.source["text"]
        base |= {"kind": _HEAD["motion"], "proposed_motion": text, "consent": 0}
    elif row.why is CarryWhy.NOTICE:
        base["kind"] = ItemKind.DECISION
    return base


def _owner(desk: Desk, action: Mapping[str, Any]) -> Text:
    person = rows.get(desk.conn, "person", action["owner_uid"])
    return guard.text_of(person, "name") if person else guard.text_of(action, "owner")


# ----------------------------------------------------------------------------- dismissing


def dismiss_candidate(desk: Desk, meeting_uid: str, uid: str, reason: Text | str) -> Done[str]:
    """Put on record why something is not to come back to this body; return the dismissal's uid.

    A motion put off again at a later meeting is offered again.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.words(reason, "field.reason")
    row = next((one for one in carry_over_candidates(desk, meeting_uid) if one.uid == uid), None)
    if row is None:
        raise InputRefused("error.not_offered")
    why = Text.of(reason, desk.languages()[0]) if isinstance(reason, str) else reason
    values = {
        "uid": desk.ids.new("cd"),
        "body_uid": meeting["body_uid"],
        "kind": row.kind,
        "source_uid": uid,
        "meeting_uid": meeting_uid,
        "reason": why,
        "at": desk.stamp(),
    }
    with desk.step("step.dismiss_carry", title=row.title):
        rows.insert(desk.conn, "carry_dismissal", values)
    return Done(str(values["uid"]), _CHANGED)


def list_dismissed(desk: Desk, meeting_uid: str) -> list[DismissedRow]:
    """Return what was dismissed for the body of a meeting and would else wait, the latest first."""
    body = guard.row(desk, "meeting", meeting_uid)["body_uid"]
    offered = {(one.kind, one.uid): one for one in _candidates(desk, meeting_uid)}
    found = rows.find(desk.conn, "carry_dismissal", order="at desc", body_uid=body)
    return [
        DismissedRow(
            uid=one["uid"],
            source_uid=one["source_uid"],
            kind=one["kind"],
            title=offered[one["kind"], one["source_uid"]].title,
            reason=guard.text_of(one, "reason"),
            at=datetime.fromisoformat(one["at"]),
            meeting_uid=one["meeting_uid"],
        )
        for one in found
        if (one["kind"], one["source_uid"]) in offered
    ]


def restore_candidate(desk: Desk, dismissal_uid: str) -> Done[str]:
    """Offer again what was dismissed; NotAllowed when that was taken back already."""
    found = rows.get(desk.conn, "carry_dismissal", dismissal_uid)
    if found is None:
        raise NotAllowed("error.not_dismissed")
    with desk.step("step.restore_carry", title=_title_of(desk, found)):
        rows.delete(desk.conn, "carry_dismissal", dismissal_uid)
    return Done(dismissal_uid, _CHANGED)


def _title_of(desk: Desk, dismissal: Mapping[str, Any]) -> Text:
    table, column = {
        "item": ("agenda_item", "title"),
        "motion": ("motion", "text"),
        "action": ("action", "what"),
        "minutes": ("meeting", "title"),
    }[dismissal["kind"]]
    found = rows.get(desk.conn, table, dismissal["source_uid"])
    if found is None:
        return Text()
    return _minutes_title(desk, found) if table == "meeting" else guard.text_of(found, column)
