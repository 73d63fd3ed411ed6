"""Who was in the room at a moment, from spans of time with open ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from council.domain.vocabulary import Mode, Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_GRACE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time; an end that is None is open (from the start of the meeting, until now)."""

    from_at: datetime | None = None
    to_at: datetime | None = None
    mode: str = Mode.IN_PERSON.value

    def holds(self, at: datetime) -> bool:
        """Tell whether a moment lies in it; the moment of leaving itself lies outside."""
        begun = self.from_at is None or self.from_at <= at
        return begun and (self.to_at is None or at < self.to_at)

    def touches(self, at: datetime) -> bool:
        """Tell whether a moment lies in it or at its very end.

        Stamps are whole seconds: who voted and left within one second has voted.
        """
        return self.holds(at) or (self.to_at is not None and self.to_at == at)

    def runs_backwards(self) -> bool:
        """Tell whether it ends before it starts."""
        return self.from_at is not None and self.to_at is not None and self.to_at < self.from_at


def is_here(status: str, spans: Sequence[Span], at: datetime | None = None) -> bool:
    """Tell whether somebody is in the room at a moment, or now when there is none.

    Somebody recorded as present without a span was there the whole time.
    """
    if status != Presence.PRESENT:
        return False
    if not spans:
        return True
    if at is None:
        return any(span.to_at is None for span in spans)
    return any(span.holds(at) for span in spans)


def was_there(status: str, spans: Sequence[Span], at: datetime | None) -> bool:
    """Tell, leniently, whether somebody can have acted at a moment (at any time when unknown)."""
    if status != Presence.PRESENT:
        return False
    return not spans or at is None or any(span.touches(at) for span in spans)


def roll_over(called: datetime | None, item_closed: datetime | None) -> datetime | None:
    """Return until when somebody who comes counts as there from the start, None when unknown.

    That is when the roll call was over; without such an item, ten minutes after the call to order.
    """
    if item_closed is not None:
        return item_closed
    return None if called is None else called + _GRACE


def is_late(spans: Sequence[Span], over: datetime | None) -> bool:
    """Tell whether somebody first came after the roll was over."""
    starts = [span.from_at for span in spans]
    known = [start for start in starts if start is not None]
    return bool(known) and len(known) == len(starts) and over is not None and min(known) > over


def has_left_early(spans: Sequence[Span], adjourned: datetime | None) -> bool:
    """Tell whether somebody left before the end and did not come back; unknown before the end."""
    ends = [span.to_at for span in spans]
    known = [end for end in ends if end is not None]
    return (
        bool(known) and len(known) == len(ends) and adjourned is not None and max(known) < adjourned
    )


def backwards(spans: Iterable[Span]) -> bool:
    """Tell whether any of the spans ends before it starts."""
    return any(span.runs_backwards() for span in spans)


def counts_over_time(
    stays: Iterable[Sequence[Span]], mode: str | None = None
) -> list[tuple[datetime | None, int]]:
    """Return how many people were there from each moment on at which somebody came or went.

    Each member of ``stays`` is one person's spans; ``mode`` counts only spans of it. The moment is
    None for those who were there from before anything was noted.
    """
    changes: Counter[datetime | None] = Counter()
    for spans in stays:
        wanted = [span for span in spans if mode is None or span.mode == mode]
        for start, end in _joined(wanted):
            changes[start] += 1
            if end is not None:
                changes[end] -= 1
    counted, there = [], 0
    for moment in sorted(changes, key=_from_of):
        there += changes[moment]
        counted.append((moment, there))
    return counted


def _from_of(moment: datetime | None) -> tuple[bool, datetime]:
    """Sort what has no moment first."""
    return moment is not None, moment or datetime.min  # noqa: DTZ901 - never compared with others


def _joined(spans: Iterable[Span]) -> list[tuple[datetime | None, datetime | None]]:
    """Return one person's stays, those that touch or overlap as one; empty ones are none."""
    stays = [
        (span.from_at, span.to_at)
        for span in spans
        if span.from_at is None or span.to_at is None or span.from_at < span.to_at
    ]
    joined: list[tuple[datetime | None, datetime | None]] = []
    for start, end in sorted(stays, key=lambda stay: _from_of(stay[0])):
        if joined:
            first, last = joined[-1]
            if last is None or start is None or start <= last:
                joined[-1] = (first, None if last is None or end is None else max(last, end))
                continue
        joined.append((start, end))
    return joined
