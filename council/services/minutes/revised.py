"""What an agenda says of its own revisions: which edition it is and what changed since the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from council.domain.revisions import Mark
from council.domain.text import Text
from council.services.planning import revisions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from council.services.desk import Desk
    from council.services.planning.agenda import ItemRow
    from council.services.planning.revisions import ChangeRow

    MarkName = Literal["", "added", "changed", "struck", "moved"]

_NAMES: dict[Mark, MarkName] = {
    Mark.ADDED: "added",
    Mark.CHANGED: "changed",
    Mark.STRUCK: "struck",
    Mark.MOVED: "moved",
}
_UNTOLD = frozenset({"topic"})
"""What only the rules use; no agenda prints it."""
_TOLD_OF_CLOSED = frozenset({"closed", "closed_ground", "minutes"})


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What happened to an item: its mark, its title before when that is another, what else."""

    mark: MarkName
    title_before: Text
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """A posted agenda against the posting before; ``items`` are the changes by item uid.

    ``pending``: something changed since the last posting; then ``items`` are those changes.
    """

    number: int
    at: datetime
    replaces_at: datetime
    reason: Text
    items: Mapping[str, ItemChange]
    pending: bool

    def mark(self, item_uid: str) -> MarkName:
        """Return what happened to an item, empty for nothing."""
        return self.items[item_uid].mark if item_uid in self.items else ""


def revised_agenda(
    desk: Desk, meeting_uid: str, items: Sequence[ItemRow], *, public: bool
) -> Revised | None:
    """Return how an agenda stands to what was posted before; None while it is the first edition.

    What the public may not know is no change in the public version.
    """
    found = revisions.revisions_of(desk, meeting_uid)
    pending = revisions.changes_since(desk, meeting_uid)
    if not found or (len(found) == 1 and not pending):
        return None
    told = _Told(items, pending or found[-1].changes, public=public)
    return Revised(
        number=found[-1].number,
        at=found[-1].at,
        replaces_at=found[-2].at if len(found) > 1 else found[-1].at,
        reason=found[-1].reason,
        items=dict(told.all()),
        pending=bool(pending),
    )


class _Told:
    """Turns changes into what a version of the agenda tells of them."""

    def __init__(
        self, items: Iterable[ItemRow], changes: Iterable[ChangeRow], *, public: bool
    ) -> None:
        self._items = {item.uid: item for item in items}
        self._changes = {change.item_uid: change for change in changes}
        self._public = public

    def all(self) -> Iterable[tuple[str, ItemChange]]:
        """Yield (item uid, change) for what can be told."""
        for uid, change in self._changes.items():
            item = self._items.get(uid)
            told = self._one(item, change) if item is not None else None
            if told is not None:
                yield uid, told

    def _one(self, item: ItemRow, change: ChangeRow) -> ItemChange | None:
        if change.mark != Mark.CHANGED:
            return ItemChange(_NAMES[change.mark], Text(), ())
        what = tuple(name for name in change.what if self._tells(name, item, change))
        if not what:
            return ItemChange("moved", Text(), ()) if change.moved else None
        before = change.title_before if "title" in what and not self._was_closed(item.uid) else None
        rest = tuple(name for name in what if name != "title")
        return ItemChange("changed", before or Text(), rest)

    def _tells(self, name: str, item: ItemRow, change: ChangeRow) -> bool:
        if name in _UNTOLD:
            return False
        if not self._public:
            return True
        if item.closed:
            return name in _TOLD_OF_CLOSED
        if name == "papers":
            now = [(one.sha256, one.name) for one in item.attachments if one.public]
            return now != _public_papers(change.was)
        return True

    def _was_closed(self, uid: str | None) -> bool:
        """Tell whether the public did not know an item's earlier title."""
        if uid is None or not self._public:
            return False
        change, item = self._changes.get(uid), self._items.get(uid)
        if change is not None and change.was is not None:
            return bool(change.was.get("closed")) or self._was_closed(change.was.get("parent"))
        return item is not None and (item.closed or self._was_closed(item.parent_uid))


def _public_papers(was: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    papers = was.get("papers", ()) if was else ()  # a record from elsewhere may keep less
    return [(sha256, name) for _, sha256, name, public in papers if public]
