"""Agendas as city halls publish them: a meeting of the OParl 1.1 interface, as JSON.

Only what an agenda says is read: name, start, place, and the items with their numbers, titles and
whether they are public. An item numbered 5.3.1 lies under 5.3.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 5_000_000
MOST_ITEMS = 500
UNTITLED = "–"


@dataclass(frozen=True, slots=True)
class OparlItem:
    """An item as it was printed; ``number`` may be empty."""

    number: str
    title: str
    public: bool
    children: tuple[OparlItem, ...] = ()

    def walk(self) -> Iterator[OparlItem]:
        """Yield the item and everything under it in reading order."""
        yield self
        for one in self.children:
            yield from one.walk()


@dataclass(frozen=True, slots=True)
class OparlMeeting:
    """A meeting with its agenda; ``starts`` has its offset, None when the file has no start."""

    name: str
    starts: datetime | None
    venue: str
    items: tuple[OparlItem, ...]

    def walk(self) -> Iterator[OparlItem]:
        """Yield all items in reading order."""
        for one in self.items:
            yield from one.walk()


@dataclass(slots=True)
class _Grown:
    """An item while those under it are still being found."""

    number: str
    title: str
    public: bool
    children: list[_Grown] = field(default_factory=list)

    def done(self) -> OparlItem:
        below = tuple(one.done() for one in self.children)
        return OparlItem(self.number, self.title, self.public, below)


def read_agenda(content: bytes) -> OparlMeeting:
    """Read a meeting with its agenda.

    Raises InputRefused (``error.agenda_file`` for anything else, ``error.agenda_file_empty`` for
    a meeting without items).
    """
    told = _loaded(content)
    listed = told.get("agendaItem", [])
    if not isinstance(listed, list) or len(listed) > MOST_ITEMS:
        raise InputRefused("error.agenda_file")
    if not listed:
        raise InputRefused("error.agenda_file_empty")
    place = told.get("location")
    return OparlMeeting(
        name=_words(told.get("name")),
        starts=_moment(told.get("start")),
        venue=_words(place.get("description")) if isinstance(place, dict) else "",
        items=_nested(listed),
    )


def _loaded(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise InputRefused("error.agenda_file")
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputRefused("error.agenda_file") from error
    if not isinstance(told, dict) or not str(told.get("type", "")).endswith("/Meeting"):
        raise InputRefused("error.agenda_file")
    return told


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _nested(listed: list[Any]) -> tuple[OparlItem, ...]:
    """Put each item under the last one whose number its own begins with."""
    tops: list[_Grown] = []
    known: dict[str, _Grown] = {}
    for told in _ordered(listed):
        number = _words(told.get("number")).rstrip(".")
        public = told.get("public")
        grown = _Grown(number, _words(told.get("name")) or UNTITLED, public is not False)
        above, parent = number, None
        while "." in above and parent is None:
            above = above.rpartition(".")[0]
            parent = known.get(above)
        (parent.children if parent else tops).append(grown)
        if number:
            known[number] = grown
    return tuple(one.done() for one in tops)


def _ordered(listed: list[Any]) -> list[dict[str, Any]]:
    if not all(isinstance(one, dict) for one in listed):
        raise InputRefused("error.agenda_file")
    if all(isinstance(one.get("order"), int) for one in listed):
        return sorted(listed, key=lambda one: int(one["order"]))
    return listed
