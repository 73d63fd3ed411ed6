"""A meeting as another program's file tells it, whatever the format was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from council.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NOTHING = frozenset({"", "-", "–", "null", "none", "n/a", "na", "tbd", "tba", "ไม่มี"})
"""What exports write into a field that is empty."""


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting of a file.

    ``uid`` is the file's own id, with the day behind it where one id stands for several meetings;
    empty when the file gives none. ``starts`` is local wall time of the council; ``minutes`` how
    long it takes, None when nobody says. ``what`` is the title or the kind of meeting in the file's
    words. ``sequence`` counts the changes of an event. ``repeats`` tells that the file says the
    same meeting a second time. ``notes`` are remarks for the person who looks at the preview.
    """

    uid: str
    starts: datetime
    what: str
    place: str = ""
    minutes: int | None = None
    cancelled: bool = False
    reason: str = ""
    sequence: int = 0
    repeats: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def untimed(self) -> bool:
        """Tell whether the file gives a day without a time."""
        return any(note.code in _UNTIMED for note in self.notes)


_UNTIMED = ("calendar.all_day", "calendar.no_time")


@dataclass(frozen=True, slots=True)
class EventFile:
    """The meetings of a file in order of time, and what is to be said of the whole file."""

    name: str
    events: tuple[Event, ...]
    notes: tuple[Message, ...] = ()


def cleaned(words: object) -> str:
    """Return a field's words in one line, empty for what exports write for nothing."""
    line = " ".join(str(words).split()) if words is not None else ""
    return "" if line.casefold() in NOTHING else line


def sort_out(found: Iterable[Event]) -> tuple[Event, ...]:
    """Give meetings that share an id ids of their own, and mark what the file says twice.

    The same id at the same time is one meeting: the last change counts, the others repeat it. The
    same id at different times is one meeting that was moved when the sequences differ, else a slip
    of whoever wrote the file: several meetings.
    """
    by_uid: dict[str, list[Event]] = {}
    made: list[Event] = []
    for one in found:
        if one.uid:
            by_uid.setdefault(one.uid, []).append(one)
        else:
            made.append(one)
    for several in by_uid.values():
        made += several if len(several) == 1 else _separate(several)
    return tuple(sorted(made, key=lambda one: (one.starts, one.what, one.uid)))


def _separate(several: list[Event]) -> list[Event]:
    sequences = [one.sequence for one in several]
    if len({*sequences}) == len(sequences) or len({_same(one) for one in several}) == 1:
        last = max(several, key=lambda one: one.sequence)
        return [
            one if one is last else replace(one, repeats=True, notes=_told(one, "repeated"))
            for one in several
        ]
    made: list[Event] = []
    seen: set[tuple[object, ...]] = set()
    for one in several:
        own = f"{one.uid}#{one.starts:%Y%m%dT%H%M}"
        if any(own == other.uid and _same(other) != _same(one) for other in made):
            own = f"{own} {one.what}"
        repeats = _same(one) in seen
        seen.add(_same(one))
        note = _told(one, "repeated" if repeats else "twice")
        made.append(replace(one, uid=own, repeats=repeats, notes=note))
    return made


def _same(one: Event) -> tuple[object, ...]:
    return one.starts, one.what.casefold()


def _told(one: Event, code: str) -> tuple[Message, ...]:
    return (*one.notes, Message(f"calendar.{code}"))
