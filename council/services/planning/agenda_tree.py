"""The tree of agenda rows and their numbers: 1, 6.1, 6.1.2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Node:
    """A row with its depth (top level 0) and the number that its place gives it."""

    row: dict[str, Any]
    depth: int
    number: str


class Tree:
    """The items of one meeting, in the order of their positions."""

    def __init__(self, found: Iterable[dict[str, Any]]) -> None:
        self._rows: dict[str | None, list[dict[str, Any]]] = {}
        items = list(found)
        uids = {one["uid"] for one in items}
        self.has_minutes = any(one["minutes"] for one in items)
        for one in items:
            # A parent that is not in the agenda leaves its item at the top, never out of sight.
            parent = one["parent_uid"] if one["parent_uid"] in uids else None
            self._rows.setdefault(parent, []).append(one)

    def children(self, parent: str | None, depth: int = 0, prefix: str = "") -> list[Node]:
        """Return the direct sub-items of an item, or the top level for None."""
        return [
            Node(one, depth, f"{prefix}{count}")
            for count, one in enumerate(self._rows.get(parent, ()), start=1)
        ]

    def uids(self, parent: str | None) -> list[str]:
        """Return the uids of the direct sub-items."""
        return [one["uid"] for one in self._rows.get(parent, ())]

    def walk(self, parent: str | None = None, depth: int = 0, prefix: str = "") -> Iterator[Node]:
        """Yield everything below an item (all for None) in reading order."""
        for node in self.children(parent, depth, prefix):
            yield node
            yield from self.walk(node.row["uid"], depth + 1, f"{node.number}.")


def renumber(found: list[dict[str, Any]]) -> dict[str, str]:
    """Return the numbers to change so that all follow from the items' places."""
    return {
        node.row["uid"]: node.number
        for node in Tree(found).walk()
        if node.row["number"] != node.number
    }


def missing_numbers(found: list[dict[str, Any]]) -> dict[str, str]:
    """Return numbers for the items that have none (an import leaves them out), by their places."""
    return {node.row["uid"]: node.number for node in Tree(found).walk() if not node.row["number"]}


def number_new(found: list[dict[str, Any]], uid: str) -> dict[str, str]:
    """Return the next free number for one new item among its siblings; others keep theirs."""
    others = [one for one in found if one["uid"] != uid]
    numbers = {one["uid"]: one["number"] for one in others} | missing_numbers(others)
    parent = next(one["parent_uid"] for one in found if one["uid"] == uid)
    prefix = f"{numbers[parent]}." if parent in numbers else ""
    siblings = (numbers[one["uid"]] for one in others if one["parent_uid"] == parent)
    tails = [number.rpartition(".")[2] for number in siblings]
    highest = max((int(tail) for tail in tails if tail.isdecimal()), default=0)
    return {uid: f"{prefix}{highest + 1}"}


class Outline:
    """Which item lies under which, in what order: changed in memory, then stored in one go."""

    def __init__(self, found: Iterable[dict[str, Any]]) -> None:
        self.rows = {one["uid"]: one for one in found}
        self._children: dict[str | None, list[str]] = {}
        self._parent: dict[str, str | None] = {}
        for uid, one in self.rows.items():
            parent = one["parent_uid"] if one["parent_uid"] in self.rows else None
            self._parent[uid] = parent
            self._children.setdefault(parent, []).append(uid)
        self._before = {parent: tuple(uids) for parent, uids in self._children.items()}

    def children(self, parent: str | None) -> list[str]:
        """Return the uids directly under an item, or at the top level for None."""
        return list(self._children.get(parent, ()))

    def parent(self, uid: str) -> str | None:
        """Return the uid of the item that this one lies under."""
        return self._parent[uid]

    def walk(self, parent: str | None = None) -> Iterator[str]:
        """Yield the uids of everything below an item (all for None) in reading order."""
        for uid in self._children.get(parent, ()):
            yield uid
            yield from self.walk(uid)

    def roots(self, uids: Iterable[str]) -> list[str]:
        """Return chosen items in reading order, without those that lie under another chosen one."""
        chosen, found, covered = set(uids), [], set[str]()
        for uid in self.walk():
            if uid in covered:
                continue
            if uid in chosen:
                found.append(uid)
                covered.update(self.walk(uid))
        return found

    def put(self, uid: str, parent: str | None, place: int) -> None:
        """Put an item, new or moved with all below it, at a place among the others there."""
        if uid in self._parent:
            self._children[self._parent[uid]].remove(uid)
        siblings = self._children.setdefault(parent, [])
        siblings.insert(max(0, min(place, len(siblings))), uid)
        self._parent[uid] = parent

    def drop(self, uid: str) -> None:
        """Take an item and everything below it out."""
        for one in [*[*self.walk(uid)][::-1], uid]:
            self._children[self._parent.pop(one)].remove(one)

    def position(self, uid: str) -> int:
        """Return an item's place among its siblings, from 1."""
        return self._children[self._parent[uid]].index(uid) + 1

    def moved(self) -> dict[str, dict[str, Any]]:
        """Return the columns to change, by uid, of the stored items whose place is another now."""
        changed: dict[str, dict[str, Any]] = {}
        for parent, uids in self._children.items():
            if tuple(uids) == self._before.get(parent, ()):
                continue
            for position, uid in enumerate(uids, start=1):
                if uid not in self.rows:
                    continue
                was = self.rows[uid]
                now = {"parent_uid": parent, "position": position}
                differ = {key: value for key, value in now.items() if was[key] != value}
                if differ:
                    changed[uid] = differ
        return changed

    def numbered(self) -> list[dict[str, Any]]:
        """Return what numbering asks of the items (uid, parent_uid, number) in reading order."""
        return [
            {
                "uid": uid,
                "parent_uid": self._parent[uid],
                "number": self.rows[uid]["number"] if uid in self.rows else None,
                "minutes": None,
            }
            for uid in self.walk()
        ]
