"""Many agenda items at a time, each change one step: moved, indented, changed, removed, pasted.

The consent group is here too: items marked together, any one pulled out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.duties.item_titles import guess_kind
from council.domain.messages import InputRefused, NotAllowed
from council.domain.outline import read_outline
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState
from council.services import guard
from council.services.desk import Changes, Done
from council.services.planning import agenda_items as items
from council.services.planning.papers import copy_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.outline import Branch
    from council.services.desk import Desk
    from council.services.planning.agenda_tree import Outline

_AGENDA: Changes = frozenset({"agenda", "meetings"})
_FIELDS = frozenset({"kind", "minutes", "consent", "closed", "closed_ground", "presenter", "topic"})
_COPIED = (
    *("title", "kind", "body", "closed", "closed_ground", "consent", "minutes", "presenter"),
    *("proposed_motion", "topic", "approves_uid"),
)


def _chosen(desk: Desk, uids: Iterable[str]) -> tuple[str, Outline, list[str]]:
    """Return the meeting, its outline and the chosen items in reading order.

    Refuses an empty choice, items of several meetings and a locked meeting.
    """
    listed = list(dict.fromkeys(uids))
    if not listed:
        raise InputRefused("error.no_items_chosen")
    found = [guard.row(desk, "agenda_item", uid) for uid in listed]
    meeting = str(found[0]["meeting_uid"])
    for one in found:
        if one["meeting_uid"] != meeting:
            raise InputRefused("error.item_elsewhere", title=one["title"])
    guard.unlocked(desk, meeting)
    outline = items.outline_of(desk, meeting)
    chosen = set(listed)
    return meeting, outline, [uid for uid in outline.walk() if uid in chosen]


def _stored(
    desk: Desk, code: str, meeting: str, outline: Outline, moved: list[str]
) -> Done[list[str]]:
    with desk.step(code, count=len(moved)):
        items.store_outline(desk, meeting, outline)
    return Done(moved, _AGENDA)


def move_items(
    desk: Desk, uids: Iterable[str], parent_uid: str | None, position: int
) -> Done[list[str]]:
    """Put items in their order under a parent (None: top level), each with what lies under it.

    ``position`` counts the siblings that stay there, from 0. Returns the uids that moved.
    """
    meeting, outline, chosen = _chosen(desk, uids)
    roots = outline.roots(chosen)
    if parent_uid and parent_uid not in outline.rows:
        raise InputRefused(
            "error.item_elsewhere", title=guard.row(desk, "agenda_item", parent_uid)["title"]
        )
    for uid in roots:
        items.check_move(desk, outline, uid, parent_uid)
    stay = [uid for uid in outline.children(parent_uid) if uid not in roots]
    # Behind the sibling that shall stand before them, whatever goes away in front of it.
    start = max(0, min(position, len(stay)))
    for uid in roots:
        outline.put(uid, parent_uid, len(outline.children(parent_uid)))
    for offset, uid in enumerate(roots):
        outline.put(uid, parent_uid, start + offset)
    return _stored(desk, "step.move_items", meeting, outline, roots)


def indent_items(desk: Desk, uids: Iterable[str]) -> Done[list[str]]:
    """Make each item the last sub-item of the one before it; chosen neighbors stay neighbors."""
    meeting, outline, chosen = _chosen(desk, uids)
    roots = outline.roots(chosen)
    for uid in roots:
        siblings = outline.children(outline.parent(uid))
        place = siblings.index(uid)
        if place == 0:
            raise NotAllowed("error.nothing_above", title=outline.rows[uid]["title"])
        above = siblings[place - 1]
        items.check_move(desk, outline, uid, above)
        outline.put(uid, above, len(outline.children(above)))
    return _stored(desk, "step.indent_items", meeting, outline, roots)


def outdent_items(desk: Desk, uids: Iterable[str]) -> Done[list[str]]:
    """Put each item one level up, after the item it lay under; their order stays."""
    meeting, outline, chosen = _chosen(desk, uids)
    roots = outline.roots(chosen)
    for uid in reversed(roots):
        parent = outline.parent(uid)
        if parent is None:
            raise NotAllowed("error.top_level", title=outline.rows[uid]["title"])
        above = outline.parent(parent)
        items.check_move(desk, outline, uid, above)
        outline.put(uid, above, outline.children(above).index(parent) + 1)
    return _stored(desk, "step.outdent_items", meeting, outline, roots)


def change_items(desk: Desk, uids: Iterable[str], **fields: Any) -> Done[list[str]]:
    """Change kind, minutes, consent, closed, closed_ground, presenter or topic of many items."""
    guard.known(fields, _FIELDS)
    items.check_fields(fields)
    _meeting, outline, chosen = _chosen(desk, uids)
    stored = guard.store(desk, fields)
    differ = [uid for uid in chosen if any(outline.rows[uid][k] != v for k, v in stored.items())]
    if not differ:
        return Done(chosen, frozenset())
    with desk.step("step.change_items", count=len(differ)):
        for uid in differ:
            rows.update(desk.conn, "agenda_item", uid, stored)
    return Done(chosen, _AGENDA | {"minutes"})


def remove_items(desk: Desk, uids: Iterable[str]) -> Done[list[str]]:
    """Remove items with their sub-items; once the agenda is posted they are struck and stay."""
    meeting, outline, chosen = _chosen(desk, uids)
    roots = outline.roots(chosen)
    posted = items.is_posted(desk, meeting)
    with desk.step("step.strike_items" if posted else "step.remove_items", count=len(roots)):
        (items.strike if posted else items.drop)(desk, meeting, roots)
    return Done(roots, _AGENDA)


def duplicate_items(desk: Desk, uids: Iterable[str]) -> Done[list[str]]:
    """Put a copy of each item, with sub-items and papers, right behind it; return the copies."""
    meeting, outline, chosen = _chosen(desk, uids)
    roots = outline.roots(chosen)
    made: list[str] = []
    with desk.step("step.duplicate_items", count=len(roots)):
        for uid in roots:
            copies = items.put_items(desk, meeting, [_copy(outline, uid)], outline.parent(uid), uid)
            for old, new in zip((uid, *outline.walk(uid)), copies, strict=True):
                copy_papers(desk, old, new)
            made.append(copies[0])
    return Done(made, _AGENDA)


def _copy(outline: Outline, uid: str) -> items.Planned:
    row = outline.rows[uid]
    below = tuple(_copy(outline, one) for one in outline.children(uid))
    return items.Planned({column: row[column] for column in _COPIED}, below)


# ------------------------------------------------------------------------------- pasting


def paste_items(
    desk: Desk,
    meeting_uid: str,
    pasted: str,
    *,
    language: str | None = None,
    parent_uid: str | None = None,
    after_uid: str | None = None,
) -> Done[list[str]]:
    """Add a pasted list as items, nested by its indents and numbers; return their uids.

    Kinds are guessed from the titles; ``language`` is what the list is written in, the council's
    first when none. "(10 min)" at the end of a line plans its minutes.
    """
    branches = read_outline(pasted)
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    spoken = language or desk.languages()[0]
    if after_uid:
        parent_uid = items.item_of(desk, meeting_uid, after_uid)["parent_uid"]
    elif parent_uid:
        items.item_of(desk, meeting_uid, parent_uid)
    planned = [_planned(one, spoken) for one in branches]
    for one in planned:
        _check(one)
    with desk.step("step.paste_items", count=_count(branches)):
        made = items.put_items(desk, meeting_uid, planned, parent_uid, after_uid)
    return Done(made, _AGENDA)


def _planned(branch: Branch, language: str) -> items.Planned:
    kind = guess_kind(branch.title)
    values = {"title": Text.of(branch.title, language), "kind": kind, "minutes": branch.minutes}
    return items.Planned(values, tuple(_planned(one, language) for one in branch.children))


def _check(planned: items.Planned) -> None:
    items.check_fields(dict(planned.values))
    for one in planned.children:
        _check(one)


def _count(branches: Sequence[Branch]) -> int:
    return sum(1 + _count(one.children) for one in branches)


# ------------------------------------------------------------------------- consent group


def set_consent(desk: Desk, uids: Iterable[str], *, consent: bool = True) -> Done[list[str]]:
    """Mark items to be decided together without debate, or take the mark off."""
    return change_items(desk, uids, consent=consent)


def consent_group(desk: Desk, meeting_uid: str) -> list[str]:
    """Return the uids of the items to be decided together, in reading order."""
    outline = items.outline_of(desk, meeting_uid)
    return [
        uid
        for uid in outline.walk()
        if outline.rows[uid]["consent"] and outline.rows[uid]["state"] != ItemState.STRUCK
    ]


def pull_from_consent(desk: Desk, uid: str) -> Done[str]:
    """Take one item out of the consent group, to be dealt with by itself after the group.

    It leaves the head of the group while the agenda is not posted; afterwards its number keeps it
    in its place, so only the mark goes.
    """
    meeting, outline, _ = _chosen(desk, [uid])
    row = outline.rows[uid]
    if not row["consent"]:
        raise NotAllowed("error.not_in_consent", title=row["title"])
    with desk.step("step.pull_consent", title=row["title"]):
        parent = outline.parent(uid)
        head = parent is not None and outline.rows[parent]["kind"] == ItemKind.CONSENT
        if head and not items.is_posted(desk, meeting):
            above = outline.parent(str(parent))
            outline.put(uid, above, outline.children(above).index(str(parent)) + 1)
            items.store_outline(desk, meeting, outline)
        rows.update(desk.conn, "agenda_item", uid, {"consent": 0})
    return Done(uid, _AGENDA | {"minutes"})
