"""Who was in the room at a moment, from spans of time with open ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.vocabulary import Mode, Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


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


def backwards(spans: Iterable[Span]) -> bool:
    """Tell whether any of the spans ends before it starts."""
    return any(span.runs_backwards() for span in spans)
