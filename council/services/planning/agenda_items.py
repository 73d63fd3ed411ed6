"""Agenda items: a numbered tree, planned by the clock, gone through in session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import guard
from council.services.desk import Changes, Desk, Done
from council.services.planning.agenda_tree import Node, Outline, Tree, number_new, renumber
from council.services.planning.papers import AttachmentRow, drop_papers, newest_papers
from council.services.session.speakers.turns import hush

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from council.domain.text import Text

_AGENDA: Changes = frozenset({"agenda", "meetings"})
_FIELDS = frozenset(
    {
        *("title", "kind", "body", "closed", "consent", "minutes", "presenter"),
        *("proposed_motion", "approves_uid", "topic", "closed_ground"),
    }
)
MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item; ``depth`` 0 is top level, ``starts_at`` the planned time when it begins.

    ``starts_at`` is local wall time, None as long as no item of the agenda has minutes. ``topic``
    is what the rules call its matter when they ask something of those who vote on it, else "".
    ``closed_ground`` is the legal ground on which it is closed; ``late_ground`` the one on which a
    late item may be decided (a ``LateGround`` or ""), ``late_motion_uid`` the motion that admitted
    it; ``matter_uid`` the first item of its thread, None when it is that itself.
    """

    uid: str
    meeting_uid: str
    parent_uid: str | None
    position: int
    depth: int
    number: str
    kind: ItemKind
    title: Text
    body: Text
    closed: bool
    consent: bool
    minutes: int | None
    presenter: Text
    proposed_motion: Text
    state: ItemState
    opened_at: datetime | None
    closed_at: datetime | None
    starts_at: datetime | None
    approves_uid: str | None
    attachments: tuple[AttachmentRow, ...]
    carried_from_uid: str | None = None
    topic: str = ""
    closed_ground: Text = guard.NO_TEXT
    late_ground: str = ""
    late_motion_uid: str | None = None
    matter_uid: str | None = None
    copied_from_uid: str | None = None


def list_items(desk: Desk, meeting_uid: str) -> list[ItemRow]:
    """Return a meeting's items in reading order: each before its own, struck ones included."""

    def read() -> tuple[ItemRow, ...]:
        return tuple(_list_items(desk, meeting_uid))

    return list(desk.conn.memo.get(("items", meeting_uid), (), read))


def _list_items(desk: Desk, meeting_uid: str) -> list[ItemRow]:
    meeting = guard.row(desk, "meeting", meeting_uid)
    tree = Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))
    papers = newest_papers(desk, meeting_uid)
    start = datetime.fromisoformat(meeting["starts_local"])
    times = dict(_times(tree, start))
    return [_item_row(node, papers, times) for node in tree.walk()]


def _times(tree: Tree, start: datetime) -> Iterator[tuple[str, datetime]]:
    """Yield (uid, planned time): items follow each other; one with sub-items lasts as they do.

    An item's own minutes count when they are more than those of its sub-items together.
    """
    if not tree.has_minutes:
        return
    ends: dict[str | None, datetime] = {}

    def visit(parent: str | None, begin: datetime) -> Iterator[tuple[str, datetime]]:
        at = begin
        for node in tree.children(parent):
            uid = node.row["uid"]
            yield uid, at
            yield from visit(uid, at)
            own = timedelta(minutes=node.row["minutes"] or 0)
            if node.row["state"] != ItemState.STRUCK:
                at = max(at + own, ends[uid])
        ends[parent] = at

    yield from visit(None, start)


def _item_row(
    node: Node, papers: dict[str, tuple[AttachmentRow, ...]], times: dict[str, datetime]
) -> ItemRow:
    one = node.row
    return ItemRow(
        uid=one["uid"],
        meeting_uid=one["meeting_uid"],
        parent_uid=one["parent_uid"],
        position=one["position"],
        depth=node.depth,
        number=one["number"] or node.number,
        kind=ItemKind(one["kind"]),
        title=guard.text_of(one, "title"),
        body=guard.text_of(one, "body"),
        closed=bool(one["closed"]),
        consent=bool(one["consent"]),
        minutes=one["minutes"],
        presenter=guard.text_of(one, "presenter"),
        proposed_motion=guard.text_of(one, "proposed_motion"),
        state=ItemState(one["state"]),
        opened_at=guard.moment_of(one, "opened_at"),
        closed_at=guard.moment_of(one, "closed_at"),
        starts_at=times.get(one["uid"]),
        approves_uid=one["approves_uid"],
        attachments=papers.get(one["uid"], ()),
        carried_from_uid=one["carried_from_uid"],
        topic=one["topic"] or "",
        closed_ground=guard.text_of(one, "closed_ground"),
        late_ground=one["late_ground"] or "",
        late_motion_uid=one["late_motion_uid"],
        matter_uid=one["matter_uid"],
        copied_from_uid=one["copied_from_uid"],
    )


def _tree(desk: Desk, meeting_uid: str) -> Tree:
    return Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))


def is_posted(desk: Desk, meeting_uid: str) -> bool:
    """Tell whether the agenda was posted, so that its numbers stand."""
    return bool(guard.row(desk, "meeting", meeting_uid)["state"] != MeetingState.PLANNED)


def check_fields(fields: dict[str, Any]) -> None:
    """Refuse an empty title and minutes that no meeting has; the kind becomes an ``ItemKind``."""
    if "title" in fields:
        guard.words(fields["title"], "field.title")
    minutes = fields.get("minutes")
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise InputRefused("error.minutes_range", minutes=minutes)
    if "kind" in fields:
        fields["kind"] = ItemKind(fields["kind"])


def add_item(
    desk: Desk,
    meeting_uid: str,
    *,
    title: Text,
    kind: ItemKind | str = ItemKind.DECISION,
    parent_uid: str | None = None,
    after_uid: str | None = None,
    **fields: Any,
) -> Done[str]:
    """Add an item after another (its sibling), or as the last of its parent; return its uid.

    Takes body, closed, closed_ground, consent, minutes, presenter, proposed_motion, approves_uid
    and topic as well.
    """
    guard.known(fields, _FIELDS)
    values: dict[str, Any] = {"title": title, "kind": kind, **fields}
    check_fields(values)
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    if after_uid:
        parent_uid = item_of(desk, meeting_uid, after_uid)["parent_uid"]
    elif parent_uid:
        item_of(desk, meeting_uid, parent_uid)
    with desk.step("step.add_item", title=title):
        uid = put_item(desk, meeting_uid, values, parent_uid, after_uid)
    return Done(uid, _AGENDA)


def put_item(
    desk: Desk,
    meeting_uid: str,
    values: dict[str, Any],
    parent_uid: str | None = None,
    after_uid: str | None = None,
) -> str:
    """Insert an item's row within the step that is open and number it; return its uid."""
    return put_items(desk, meeting_uid, [Planned(values)], parent_uid, after_uid)[0]


@dataclass(frozen=True, slots=True)
class Planned:
    """An item to be put on an agenda: its columns' values, and what lies under it."""

    values: Mapping[str, Any]
    children: tuple[Planned, ...] = ()


def put_items(
    desk: Desk,
    meeting_uid: str,
    planned: Sequence[Planned],
    parent_uid: str | None = None,
    after_uid: str | None = None,
) -> list[str]:
    """Insert items with their own within the open step and number them once.

    They stand behind a sibling, or as the last of their parent. Returns all uids in reading order.
    """
    outline = outline_of(desk, meeting_uid)
    fresh: dict[str, Mapping[str, Any]] = {}

    def put(several: Sequence[Planned], parent: str | None, place: int) -> None:
        for offset, one in enumerate(several):
            uid = desk.ids.new("i")
            fresh[uid] = one.values
            outline.put(uid, parent, place + offset)
            put(one.children, uid, 0)

    siblings = outline.children(parent_uid)
    put(
        planned,
        parent_uid,
        siblings.index(after_uid) + 1 if after_uid in siblings else len(siblings),
    )
    numbers = _numbers(desk, meeting_uid, outline, list(fresh))
    for uid, values in fresh.items():
        base = {
            "uid": uid,
            "meeting_uid": meeting_uid,
            "parent_uid": outline.parent(uid),
            **guard.store(desk, values),
            "position": outline.position(uid),
            "state": ItemState.WAITING.value,
            "number": numbers.pop(uid, None),
        }
        rows.insert(desk.conn, "agenda_item", base)
    _store(desk, outline, numbers)
    return list(fresh)


def outline_of(desk: Desk, meeting_uid: str) -> Outline:
    """Return the order of a meeting's items, to be changed and stored again."""
    return Outline(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))


def store_outline(desk: Desk, meeting_uid: str, outline: Outline) -> None:
    """Write changed places within the open step; numbers follow until the agenda is posted."""
    _store(desk, outline, _numbers(desk, meeting_uid, outline, []))


def _store(desk: Desk, outline: Outline, numbers: Mapping[str, str]) -> None:
    changed = outline.moved()
    for uid, number in numbers.items():
        changed.setdefault(uid, {})["number"] = number
    for uid, values in changed.items():
        rows.update(desk.conn, "agenda_item", uid, values)


def _numbers(desk: Desk, meeting_uid: str, outline: Outline, fresh: list[str]) -> dict[str, str]:
    """Return the numbers to write: all anew until posting; afterwards only new items get one."""
    found = outline.numbered()
    if not is_posted(desk, meeting_uid):
        return renumber(found)
    given: dict[str, str] = {}
    for uid in fresh:
        later = set(fresh) - set(given) - {uid}
        given |= number_new([one for one in found if one["uid"] not in later], uid)
        for one in found:
            one["number"] = given.get(one["uid"], one["number"])
    return given


def item_of(desk: Desk, meeting_uid: str, uid: str) -> dict[str, Any]:
    """Return an item's row; InputRefused when it stands on another meeting's agenda."""
    found = guard.row(desk, "agenda_item", uid)
    if found["meeting_uid"] != meeting_uid:
        raise InputRefused("error.item_elsewhere", title=found["title"])
    return found


def change_item(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change what ``add_item`` takes, but not its place."""
    guard.known(fields, _FIELDS)
    check_fields(fields)
    found = guard.row(desk, "agenda_item", uid)
    guard.unlocked(desk, found["meeting_uid"])
    with desk.step("step.change_item", title=fields.get("title", found["title"])):
        rows.update(desk.conn, "agenda_item", uid, guard.store(desk, fields))
    return Done(uid, _AGENDA | {"minutes"})


def move_item(desk: Desk, uid: str, parent_uid: str | None, position: int) -> Done[str]:
    """Put an item under a parent (None: top level) at a place, counted from 0 among its siblings.

    After posting an item keeps its number wherever it stands, so only the order can change.
    """
    found = guard.row(desk, "agenda_item", uid)
    meeting = found["meeting_uid"]
    guard.unlocked(desk, meeting)
    if parent_uid:
        item_of(desk, meeting, parent_uid)
    outline = outline_of(desk, meeting)
    check_move(desk, outline, uid, parent_uid)
    outline.put(uid, parent_uid, position)
    with desk.step("step.move_item", title=found["title"]):
        store_outline(desk, meeting, outline)
    return Done(uid, _AGENDA)


def check_move(desk: Desk, outline: Outline, uid: str, parent_uid: str | None) -> None:
    """Refuse to put an item under itself, or under another parent once its number stands."""
    found = outline.rows[uid]
    if parent_uid in {uid, *outline.walk(uid)}:
        raise InputRefused("error.item_inside_itself", title=found["title"])
    if parent_uid != outline.parent(uid) and is_posted(desk, found["meeting_uid"]):
        raise NotAllowed("error.agenda_posted", title=found["title"])


def indent(desk: Desk, uid: str) -> Done[str]:
    """Make an item the last sub-item of the one before it."""
    found = guard.row(desk, "agenda_item", uid)
    siblings = _tree(desk, found["meeting_uid"]).uids(found["parent_uid"])
    place = siblings.index(uid)
    if place == 0:
        raise NotAllowed("error.nothing_above", title=found["title"])
    above = siblings[place - 1]
    count = len(_tree(desk, found["meeting_uid"]).uids(above))
    return move_item(desk, uid, above, count)


def outdent(desk: Desk, uid: str) -> Done[str]:
    """Put a sub-item after its parent, one level up."""
    found = guard.row(desk, "agenda_item", uid)
    if found["parent_uid"] is None:
        raise NotAllowed("error.top_level", title=found["title"])
    parent = guard.row(desk, "agenda_item", found["parent_uid"])
    siblings = _tree(desk, found["meeting_uid"]).uids(parent["parent_uid"])
    return move_item(desk, uid, parent["parent_uid"], siblings.index(parent["uid"]) + 1)


def remove_item(desk: Desk, uid: str) -> Done[str]:
    """Remove an item with its sub-items; once the agenda is posted they are struck and stay."""
    found = guard.row(desk, "agenda_item", uid)
    meeting = found["meeting_uid"]
    guard.unlocked(desk, meeting)
    title = found["title"]
    if is_posted(desk, meeting):
        with desk.step("step.strike_item", title=title, number=found["number"] or ""):
            strike(desk, meeting, [uid])
        return Done(uid, _AGENDA)
    with desk.step("step.remove_item", title=title):
        drop(desk, meeting, [uid])
    return Done(uid, _AGENDA)


def strike(desk: Desk, meeting_uid: str, uids: Sequence[str]) -> None:
    """Strike items of a posted agenda with all below them, within the open step."""
    outline = outline_of(desk, meeting_uid)
    for uid in outline.roots(uids):
        for one in (uid, *outline.walk(uid)):
            if outline.rows[one]["state"] == ItemState.CURRENT:
                raise NotAllowed("error.item_current", title=outline.rows[one]["title"])
            if outline.rows[one]["state"] != ItemState.STRUCK:
                rows.update(desk.conn, "agenda_item", one, {"state": ItemState.STRUCK})


def drop(desk: Desk, meeting_uid: str, uids: Sequence[str]) -> None:
    """Delete items of an agenda that is not posted with all below them, within the open step."""
    outline = outline_of(desk, meeting_uid)
    for uid in outline.roots(uids):
        everything = [uid, *outline.walk(uid)]
        _check_unused(desk, [outline.rows[one] for one in everything])
        outline.drop(uid)
        drop_papers(desk, everything)
        for one in reversed(everything):
            rows.delete(desk.conn, "agenda_item", one)
    store_outline(desk, meeting_uid, outline)


def _check_unused(desk: Desk, items: list[dict[str, Any]]) -> None:
    """Refuse to delete an item that something hangs on."""
    uids = [one["uid"] for one in items]
    tables = ("motion", "note", "comment", "speaker", "action", "recusal", "minutes_paragraph")
    links = ("carried_from_uid", "copied_from_uid", "matter_uid")
    used = any(rows.count(desk.conn, table, item_uid=uids) for table in tables)
    if used or any(rows.count(desk.conn, "agenda_item", **{link: uids}) for link in links):
        raise NotAllowed("error.item_used", title=items[0]["title"])


def entered_closed(desk: Desk, meeting_uid: str) -> frozenset[str]:
    """Return the closed sessions that were gone into; none of them can have been announced anew."""
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, kind=ItemKind.CLOSED_SESSION.value,
        closed=1, opened_at=rows.GIVEN,
    )  # fmt: skip
    return frozenset(str(one["uid"]) for one in found)


def notices_given(desk: Desk, meeting_uid: str) -> frozenset[str]:
    """Return the notices of a motion that were given; they change nothing of what was announced."""
    kind = ItemKind.NOTICE_OF_MOTION.value
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, kind=kind, opened_at=rows.GIVEN
    )
    return frozenset(str(one["uid"]) for one in found)


def go_to_item(
    desk: Desk, meeting_uid: str, item_uid: str, *, at: datetime | None = None
) -> Done[str]:
    """Take an item up: it becomes current, and the one before it is done."""
    meeting = guard.row(desk, "meeting", meeting_uid)
    found = item_of(desk, meeting_uid, item_uid)
    if meeting["state"] != MeetingState.IN_SESSION:
        raise NotAllowed("error.not_in_session", number=meeting["number"] or "")
    if found["state"] == ItemState.STRUCK:
        raise NotAllowed("error.item_struck", title=found["title"])
    if found["state"] == ItemState.CURRENT:
        return Done(item_uid, frozenset())
    stamp = desk.stamp(at)
    params = {"number": found["number"] or "", "title": found["title"]}
    with desk.step("step.go_to_item", **params):
        for one in rows.find(
            desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
        ):
            done = {"state": ItemState.DONE, "closed_at": stamp}
            rows.update(desk.conn, "agenda_item", one["uid"], done)
        hush(desk, meeting_uid, stamp, done=True)
        current = {"state": ItemState.CURRENT, "opened_at": found["opened_at"] or stamp}
        rows.update(desk.conn, "agenda_item", item_uid, {**current, "closed_at": None})
    return Done(item_uid, _AGENDA | {"speakers", "notes"})


def next_item(desk: Desk, meeting_uid: str) -> Done[str]:
    """Take up the next waiting item after the current one; return its uid."""
    order = [node.row for node in _tree(desk, meeting_uid).walk()]
    states = [one["state"] for one in order]
    start = states.index(ItemState.CURRENT) + 1 if ItemState.CURRENT in states else 0
    waiting = [one for one in order[start:] if one["state"] == ItemState.WAITING]
    if not waiting:
        raise NotAllowed("error.no_next_item")
    return go_to_item(desk, meeting_uid, waiting[0]["uid"])
