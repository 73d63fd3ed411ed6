"""What changed on an agenda between two snapshots of it: added, changed, struck, moved.

A snapshot is a list of items in reading order, each a mapping with ``uid``, ``parent``, ``number``,
``state``, the texts by language under their names, and ``papers`` as [uid, sha256, name, public].
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Snapshot = Mapping[str, Any]
STRUCK = "struck"
_TEXTS = ("title", "body", "presenter", "proposed_motion", "closed_ground")
_WORDS = ("number", "kind", "state", "topic")
_FLAGS = ("closed", "consent")
_PAPER = 4
COMPARED = (
    *("title", "kind", "body", "presenter", "minutes", "proposed_motion", "consent", "closed"),
    *("closed_ground", "topic", "papers"),
)
"""What is compared, in the order in which it is told."""


class Mark(StrEnum):
    """What happened to an item; the first that fits is the one shown."""

    STRUCK = "struck"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one item: ``was`` and ``now`` are its snapshots, None where it was not.

    ``what`` names the fields that differ (of ``COMPARED``); ``moved`` stands beside a change.
    """

    item_uid: str
    mark: Mark
    was: Snapshot | None = field(repr=False)
    now: Snapshot | None = field(repr=False)
    what: tuple[str, ...] = ()
    moved: bool = False


def read_snapshot(kept: object, language: str) -> list[Snapshot]:
    """Return a snapshot as this program keeps it, whatever another one left out or wrote into it.

    What is no item is left out, and so is a second one of the same uid; a text without a language
    is in ``language``; a parent that is not among the items, or lies under its own item, is none.
    """
    listed = kept if isinstance(kept, list) else []
    items: dict[str, dict[str, Any]] = {}
    for one in listed:
        if isinstance(one, dict) and isinstance(one.get("uid"), str):
            items.setdefault(one["uid"], _read_item(one, language))
    for uid, item in items.items():
        if _is_loose(uid, items):
            item["parent"] = None
    return list(items.values())


def _read_item(item: Mapping[str, Any], language: str) -> dict[str, Any]:
    parent, papers, minutes = item.get("parent"), item.get("papers"), item.get("minutes")
    return {
        **item,
        **{name: _read_text(item.get(name), language) for name in _TEXTS},
        **{name: str(item.get(name) or "") for name in _WORDS},
        **{name: int(bool(item.get(name))) for name in _FLAGS},
        "parent": parent if isinstance(parent, str) else None,
        "minutes": minutes if isinstance(minutes, int) else None,
        "papers": [
            [*map(str, one[:3]), int(bool(one[3]))]
            for one in (papers if isinstance(papers, list) else ())
            if isinstance(one, list) and len(one) == _PAPER
        ],
    }


def _read_text(words: object, language: str) -> dict[str, str]:
    if isinstance(words, dict):
        return {str(code): str(told) for code, told in words.items() if told}
    return {language: str(words)} if words else {}


def _is_loose(uid: str, items: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether going up from an item leads nowhere, or back to it."""
    seen = {uid}
    above = items[uid]["parent"]
    while above is not None:
        if above in seen or above not in items:
            return True
        seen.add(above)
        above = items[above]["parent"]
    return False


def differences(before: Sequence[Snapshot], after: Sequence[Snapshot]) -> list[Change]:
    """Return the changes from one snapshot to the next, in the reading order of the agenda.

    Items that are gone altogether come last. What was struck before and still is, is no change.
    """
    old = {one["uid"]: one for one in before}
    moved = _moved(before, after)
    found = [_change(old.get(one["uid"]), one, one["uid"] in moved) for one in after]
    left = {one["uid"] for one in after}
    gone = [
        Change(one["uid"], Mark.STRUCK, one, None)
        for one in before
        if one["uid"] not in left and one["state"] != STRUCK
    ]
    return [one for one in found if one is not None] + gone


def _change(was: Snapshot | None, now: Snapshot, moved: bool) -> Change | None:
    uid = now["uid"]
    struck_before = was is None or was["state"] == STRUCK
    if now["state"] == STRUCK:
        return None if struck_before else Change(uid, Mark.STRUCK, was, now)
    if was is None or struck_before:
        return Change(uid, Mark.ADDED, was, now)
    what = tuple(name for name in COMPARED if _plain(was.get(name)) != _plain(now.get(name)))
    if what:
        return Change(uid, Mark.CHANGED, was, now, what, moved)
    return Change(uid, Mark.MOVED, was, now, (), moved=True) if moved else None


def _plain(value: Any) -> Any:
    """Return a value to compare by: nothing, no, and the empty text are the same."""
    if isinstance(value, list):
        # A paper under another uid with the same bytes, name and openness is the same paper.
        return [tuple(one[1:]) for one in value] or None
    return value or None


def _moved(before: Sequence[Snapshot], after: Sequence[Snapshot]) -> set[str]:
    """Return the fewest items whose move explains the new order among each parent's items."""
    parents = {one["uid"]: one["parent"] for one in before}
    place = {one["uid"]: number for number, one in enumerate(before)}
    groups: dict[str | None, list[str]] = defaultdict(list)
    moved: set[str] = set()
    for one in after:
        uid = one["uid"]
        if uid not in place:
            continue
        if parents[uid] != one["parent"]:
            moved.add(uid)
        else:
            groups[one["parent"]].append(uid)
    for uids in groups.values():
        moved |= set(uids) - _longest_rising(uids, place)
    return moved


def _longest_rising(uids: Sequence[str], place: Mapping[str, int]) -> set[str]:
    """Return a longest part of a list whose places rise."""
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str | None] = {}
    for uid in uids:
        at = bisect_left(ends, place[uid])
        before[uid] = last[at - 1] if at else None
        ends[at:] = [place[uid], *ends[at + 1 :]]
        last[at:] = [uid, *last[at + 1 :]]
    kept: set[str] = set()
    uid_or_none = last[-1] if last else None
    while uid_or_none is not None:
        kept.add(uid_or_none)
        uid_or_none = before[uid_or_none]
    return kept
