"""A clock that never runs backwards: the computer's may be set back in the middle of a meeting."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from council.services.desk import Clock, SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE = timedelta(seconds=2)
"""What a computer's clock may be put right by itself without a word."""
_THOUSAND = 1000


def passed() -> int:
    """Return nanoseconds that go on whatever the clock shows, in sleep too where that is told."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


class SteadyClock:
    """The computer's clock, going on from where it was when somebody sets it back.

    ``shift`` is how far it then is ahead of what the computer shows. Threads share one.
    """

    def __init__(self, wall: Clock | None = None, running: Callable[[], int] = passed) -> None:
        self._wall = wall or SystemClock()
        self._running = running
        self._lock = threading.Lock()
        self._shown: datetime | None = None
        self._run = 0
        self._told: datetime | None = None
        self.shift = timedelta()

    def now(self) -> datetime:
        """Return the present moment; never one before a moment it told earlier."""
        with self._lock:
            return self._tell()

    def _tell(self) -> datetime:
        shown, run = self._wall.now(), self._running()
        if self._shown is not None:
            gone = timedelta(microseconds=(run - self._run) // _THOUSAND)
            leapt = shown - self._shown - gone
            if leapt < -TOLERANCE:
                self.shift -= leapt
            elif leapt > TOLERANCE and self.shift:
                self.shift = max(timedelta(), self.shift - leapt)  # put forward again
        self._shown, self._run = shown, run
        moment = shown + self.shift
        self._told = moment if self._told is None else max(self._told, moment)
        return self._told

    def go_on_from(self, moment: datetime) -> None:
        """Be no earlier than a moment that is on record, such as the last step of a meeting."""
        with self._lock:
            behind = moment - self._tell()
            if behind > TOLERANCE:
                self.shift += behind

    def take_shown(self) -> None:
        """Go by what the computer shows from now on."""
        with self._lock:
            self.shift, self._told, self._shown = timedelta(), None, None
