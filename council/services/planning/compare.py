"""Two agendas beside each other: the last meeting's and this one's, matched item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows
from council.db.search import fold
from council.domain.messages import NotAllowed
from council.domain.vocabulary import ItemState, MeetingState
from council.services import guard
from council.services.planning.agenda_items import ItemRow, list_items
from council.services.planning.threads import copy_items

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from council.services.desk import Desk

__all__ = ["CompareRow", "Comparison", "compare", "copy_items", "previous_meeting"]

_DIFFER = (
    *("title", "kind", "minutes", "presenter", "closed", "consent", "proposed_motion", "body"),
)


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One item here and its like there; None on the side that has none.

    ``differs`` names what is not the same: title, kind, minutes, presenter, closed, consent,
    proposed_motion, body.
    """

    here: ItemRow | None
    there: ItemRow | None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The agenda of a meeting beside another: rows in the order of this one, the rest of the other.

    What only the other has stands where it would come: behind what it followed there.
    """

    meeting_uid: str
    other_uid: str
    rows: tuple[CompareRow, ...]


def previous_meeting(desk: Desk, meeting_uid: str) -> str | None:
    """Return the last meeting before this of the same body and kind that was not cancelled."""
    this = guard.row(desk, "meeting", meeting_uid)
    found = rows.find(
        desk.conn,
        "meeting",
        order="starts_local desc",
        body_uid=this["body_uid"],
        kind=this["kind"],
    )
    before = (
        str(one["uid"])
        for one in found
        if one["starts_local"] < this["starts_local"] and one["state"] != MeetingState.CANCELLED
    )
    return next(before, None)


def compare(desk: Desk, meeting_uid: str, other_uid: str | None = None) -> Comparison:
    """Put another meeting's agenda, the last one's when none is named, beside this one's.

    Items are matched by their thread, then by the minutes they approve, then by title and kind,
    then by title. NotAllowed when there is no earlier meeting.
    """
    other = other_uid or previous_meeting(desk, meeting_uid)
    if other is None:
        raise NotAllowed("error.no_meeting_before")
    here, there = _items(desk, meeting_uid), _items(desk, other)
    pairs = _pairs(here, there)
    matched = set(pairs.values())
    made = [CompareRow(one, pairs.get(one), _differences(one, pairs.get(one))) for one in here]
    for place, one in enumerate(there):
        if one not in matched:
            made.insert(_after(made, there[:place]), CompareRow(None, one))
    return Comparison(meeting_uid, other, tuple(made))


def _items(desk: Desk, meeting_uid: str) -> list[ItemRow]:
    return [one for one in list_items(desk, meeting_uid) if one.state is not ItemState.STRUCK]


def _after(made: Sequence[CompareRow], before: Sequence[ItemRow]) -> int:
    """Return the place behind the nearest item of the other agenda that has one already."""
    places = {row.there.uid: place for place, row in enumerate(made) if row.there}
    found = [places[one.uid] for one in before if one.uid in places]
    return found[-1] + 1 if found else 0


def _pairs(here: Sequence[ItemRow], there: Sequence[ItemRow]) -> dict[ItemRow, ItemRow]:
    pairs: dict[ItemRow, ItemRow] = {}
    keys: tuple[Callable[[ItemRow], Hashable], ...] = (
        lambda one: one.matter_uid or one.uid,
        lambda one: one.carried_from_uid or one.copied_from_uid or one.uid,
        lambda one: "minutes" if one.approves_uid else None,
        lambda one: (one.kind, _folded(one)),
        _folded,
    )
    for key in keys:
        taken = set(pairs.values())
        left: dict[Hashable, list[ItemRow]] = {}
        for one in there:
            if one not in taken and key(one) is not None:
                left.setdefault(key(one), []).append(one)
        for one in here:
            if one not in pairs and left.get(key(one)):
                pairs[one] = left[key(one)].pop(0)
    return pairs


def _folded(one: ItemRow) -> tuple[str, ...]:
    return tuple(" ".join(fold(words).split()) for _language, words in one.title)


def _differences(here: ItemRow, there: ItemRow | None) -> tuple[str, ...]:
    if there is None:
        return ()
    return tuple(name for name in _DIFFER if getattr(here, name) != getattr(there, name))
