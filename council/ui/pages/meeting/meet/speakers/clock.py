"""What the clock of a speaker shows at a moment; a drawing of the spans, nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.durations import minutes_and_seconds
from council.services.session.speakers import SpeakerState

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.session.speakers import SpeakerRow

PLAIN, WARNING, OVER = "plain", "warning", "over"
_LONGEST_WARNING, _SHORTEST_WARNING, _PART = 60, 10, 6
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds spoken, of how many (None without a limit), and whether it runs."""

    spoken: int
    limit: int | None
    running: bool

    @classmethod
    def of(cls, one: SpeakerRow, now: datetime) -> Clock:
        """Read the clock of somebody at a moment."""
        return cls(one.spoken(now), one.limit, one.state is SpeakerState.SPEAKING)

    @property
    def left(self) -> int | None:
        """Return the seconds that are left, below zero when the time is over."""
        return None if self.limit is None else self.limit - self.spoken

    @property
    def state(self) -> str:
        """Return PLAIN, WARNING (a sixth of the time is left, 10 to 60 seconds) or OVER."""
        if self.limit is None or self.left is None:
            return PLAIN
        if self.left <= 0:
            return OVER
        early = min(_LONGEST_WARNING, max(_SHORTEST_WARNING, self.limit // _PART))
        return WARNING if self.left <= min(early, self.limit // 2) else PLAIN

    @property
    def figure(self) -> str:
        """Return the large figure: what is left, what is over (with a plus), or what was spoken."""
        if self.left is None:
            return minutes_and_seconds(self.spoken)
        if self.left < 0:
            return f"+{minutes_and_seconds(-self.left)}"
        return minutes_and_seconds(self.left)

    @property
    def thousandths(self) -> int:
        """Return how much of the time is used, in thousandths."""
        if not self.limit:
            return 0
        return min(_WHOLE, self.spoken * _WHOLE // self.limit)
