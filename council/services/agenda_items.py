"""Agenda items: a numbered tree, planned by the clock, gone through in session."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from council.db import blobs, rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import guard
from council.services.agenda_tree import Node, Tree, number_new, renumber
from council.services.desk import Changes, Desk, Done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.text import Text

_AGENDA: Changes = frozenset({"agenda", "meetings"})
_FIELDS = frozenset(
    {
        *("title", "kind", "body", "closed", "consent", "minutes", "presenter"),
        *("proposed_motion", "approves_uid", "topic"),
    }
)
MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A paper that belongs to an item; its bytes lie under their SHA-256."""

    uid: str
    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item; ``depth`` 0 is top level, ``starts_at`` the planned time when it begins.

    ``starts_at`` is local wall time, None as long as no item of the agenda has minutes. ``topic``
    is what the rules call its matter when they ask something of those who vote on it, else "".
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


def list_items(desk: Desk, meeting_uid: str) -> list[ItemRow]:
    """Return a meeting's items in reading order: each before its own, struck ones included."""
    meeting = guard.row(desk, "meeting", meeting_uid)
    tree = Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))
    papers = _papers(desk, meeting_uid)
    start = datetime.fromisoformat(meeting["starts_local"])
    times = dict(_times(tree, start))
    return [_item_row(node, papers, times) for node in tree.walk()]


def _papers(desk: Desk, meeting_uid: str) -> dict[str, tuple[AttachmentRow, ...]]:
    papers: dict[str, tuple[AttachmentRow, ...]] = {}
    for one in rows.find(desk.conn, "attachment", meeting_uid=meeting_uid):
        paper = AttachmentRow(one["uid"], one["name"], one["media_type"], one["sha256"])
        papers[one["item_uid"]] = (*papers.get(one["item_uid"], ()), paper)
    return papers


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
    )


def _tree(desk: Desk, meeting_uid: str) -> Tree:
    return Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))


def is_posted(desk: Desk, meeting_uid: str) -> bool:
    """Tell whether the agenda was posted, so that its numbers stand."""
    return bool(guard.row(desk, "meeting", meeting_uid)["state"] != MeetingState.PLANNED)


def _check(fields: dict[str, Any]) -> None:
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

    Takes body, closed, consent, minutes, presenter, proposed_motion, approves_uid, topic as well.
    """
    guard.known(fields, _FIELDS)
    values: dict[str, Any] = {"title": title, "kind": kind, **fields}
    _check(values)
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    if after_uid:
        parent_uid = _item_of(desk, meeting_uid, after_uid)["parent_uid"]
    elif parent_uid:
        _item_of(desk, meeting_uid, parent_uid)
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
    uid = desk.ids.new("i")
    siblings = [node.row for node in _tree(desk, meeting_uid).children(parent_uid)]
    order = [one["uid"] for one in siblings]
    place = order.index(after_uid) + 1 if after_uid in order else len(order)
    order.insert(place, uid)
    stored = guard.store(desk, values)
    base = {"uid": uid, "meeting_uid": meeting_uid, "parent_uid": parent_uid}
    position = guard.next_position(siblings)
    state = {"position": position, "state": ItemState.WAITING.value}
    rows.insert(desk.conn, "agenda_item", {**base, **stored, **state})
    if place < len(siblings):
        _reorder(desk, order)
    _number(desk, meeting_uid, uid)
    return uid


def _number(desk: Desk, meeting_uid: str, uid: str) -> None:
    """Give all numbers anew while nothing is posted; afterwards only the new item gets one."""
    found = rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid)
    wanted = number_new(found, uid) if is_posted(desk, meeting_uid) else renumber(found)
    for one, number in wanted.items():
        rows.update(desk.conn, "agenda_item", one, {"number": number})


def _reorder(desk: Desk, order: list[str]) -> None:
    for position, uid in enumerate(order, start=1):
        found = guard.row(desk, "agenda_item", uid)
        if found["position"] != position:
            rows.update(desk.conn, "agenda_item", uid, {"position": position})


def _item_of(desk: Desk, meeting_uid: str, uid: str) -> dict[str, Any]:
    found = guard.row(desk, "agenda_item", uid)
    if found["meeting_uid"] != meeting_uid:
        raise InputRefused("error.item_elsewhere", title=found["title"])
    return found


def change_item(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change what ``add_item`` takes, but not its place."""
    guard.known(fields, _FIELDS)
    _check(fields)
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
        _item_of(desk, meeting, parent_uid)
    tree = _tree(desk, meeting)
    if parent_uid in {uid, *(node.row["uid"] for node in tree.walk(uid))}:
        raise InputRefused("error.item_inside_itself", title=found["title"])
    if parent_uid != found["parent_uid"] and is_posted(desk, meeting):
        raise NotAllowed("error.agenda_posted", title=found["title"])
    order = [one for one in tree.uids(parent_uid) if one != uid]
    order.insert(max(0, min(position, len(order))), uid)
    with desk.step("step.move_item", title=found["title"]):
        if parent_uid != found["parent_uid"]:
            rows.update(desk.conn, "agenda_item", uid, {"parent_uid": parent_uid})
        _reorder(desk, order)
        if not is_posted(desk, meeting):
            _number(desk, meeting, uid)
    return Done(uid, _AGENDA)


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
    below = [node.row for node in _tree(desk, meeting).walk(uid)]
    everything = [found, *below]
    if is_posted(desk, meeting):
        if any(one["state"] == ItemState.CURRENT for one in everything):
            raise NotAllowed("error.item_current", title=found["title"])
        with desk.step("step.strike_item", title=found["title"], number=found["number"] or ""):
            for one in everything:
                rows.update(desk.conn, "agenda_item", one["uid"], {"state": ItemState.STRUCK})
        return Done(uid, _AGENDA)
    _check_unused(desk, everything)
    with desk.step("step.remove_item", title=found["title"]):
        for one in reversed(everything):
            for paper in rows.find(desk.conn, "attachment", item_uid=one["uid"]):
                rows.delete(desk.conn, "attachment", paper["uid"])
            rows.delete(desk.conn, "agenda_item", one["uid"])
        _number(desk, meeting, uid)
    return Done(uid, _AGENDA)


def _check_unused(desk: Desk, items: list[dict[str, Any]]) -> None:
    """Refuse to delete an item that something hangs on."""
    uids = [one["uid"] for one in items]
    tables = ("motion", "note", "comment", "action", "recusal", "minutes_paragraph")
    used = any(rows.count(desk.conn, table, item_uid=uids) for table in tables)
    if used or rows.count(desk.conn, "agenda_item", carried_from_uid=uids):
        raise NotAllowed("error.item_used", title=items[0]["title"])


def go_to_item(desk: Desk, meeting_uid: str, item_uid: str) -> Done[str]:
    """Take an item up: it becomes current, and the one before it is done."""
    meeting = guard.row(desk, "meeting", meeting_uid)
    found = _item_of(desk, meeting_uid, item_uid)
    if meeting["state"] != MeetingState.IN_SESSION:
        raise NotAllowed("error.not_in_session", number=meeting["number"] or "")
    if found["state"] == ItemState.STRUCK:
        raise NotAllowed("error.item_struck", title=found["title"])
    if found["state"] == ItemState.CURRENT:
        return Done(item_uid, frozenset())
    stamp = desk.stamp()
    params = {"number": found["number"] or "", "title": found["title"]}
    with desk.step("step.go_to_item", **params):
        for one in rows.find(
            desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
        ):
            done = {"state": ItemState.DONE, "closed_at": stamp}
            rows.update(desk.conn, "agenda_item", one["uid"], done)
        current = {"state": ItemState.CURRENT, "opened_at": found["opened_at"] or stamp}
        rows.update(desk.conn, "agenda_item", item_uid, {**current, "closed_at": None})
    return Done(item_uid, _AGENDA)


def next_item(desk: Desk, meeting_uid: str) -> Done[str]:
    """Take up the next waiting item after the current one; return its uid."""
    order = [node.row for node in _tree(desk, meeting_uid).walk()]
    states = [one["state"] for one in order]
    start = states.index(ItemState.CURRENT) + 1 if ItemState.CURRENT in states else 0
    waiting = [one for one in order[start:] if one["state"] == ItemState.WAITING]
    if not waiting:
        raise NotAllowed("error.no_next_item")
    return go_to_item(desk, meeting_uid, waiting[0]["uid"])


def attach(desk: Desk, item_uid: str, name: str, content: bytes) -> Done[str]:
    """Attach a paper to an item; return the attachment's uid."""
    found = guard.row(desk, "agenda_item", item_uid)
    guard.unlocked(desk, found["meeting_uid"])
    guard.words(name, "field.file_name")
    if not content:
        raise InputRefused("error.file_empty", name=name)
    uid = desk.ids.new("at")
    values = {
        "uid": uid,
        "meeting_uid": found["meeting_uid"],
        "item_uid": item_uid,
        "position": rows.next_position(desk.conn, "attachment", item_uid=item_uid),
        "name": name,
        "media_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
    }
    with desk.step("step.attach", name=name, title=found["title"]):
        digest = blobs.put_blob(desk.conn, content)
        rows.insert(desk.conn, "attachment", {**values, "sha256": digest})
    return Done(uid, _AGENDA)


def detach(desk: Desk, attachment_uid: str) -> Done[str]:
    """Take a paper off its item."""
    found = guard.row(desk, "attachment", attachment_uid)
    guard.unlocked(desk, found["meeting_uid"])
    with desk.step("step.detach", name=found["name"]):
        rows.delete(desk.conn, "attachment", attachment_uid)
    return Done(attachment_uid, _AGENDA)


def attachment_bytes(desk: Desk, attachment_uid: str) -> bytes:
    """Return the bytes of a paper."""
    found = guard.row(desk, "attachment", attachment_uid)
    return blobs.get_blob(desk.conn, found["sha256"]) or b""
