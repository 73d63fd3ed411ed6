"""A dispatcher that takes its time: every call is done and answered a little later, in order."""

from __future__ import annotations

from collections import deque
from random import Random
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from council.ui.dispatcher import Dispatcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.desk import Desk
    from council.ui.dispatcher import Answer, Call

LATEST_MS = 200


class _Lane:
    """Calls on one desk: each is done after a while and its answer comes after another while."""

    def __init__(self, owner: LateDispatcher, desk: Desk, random: Random) -> None:
        self._owner, self._desk, self._random = owner, desk, random
        self._waiting: deque[Call] = deque()
        self._done: deque[Answer] = deque()
        self._next_call = self._next_answer = 0.0

    def idle(self) -> bool:
        return not self._waiting and not self._done

    def put(self, call: Call) -> None:
        self._waiting.append(call)
        now = monotonic()
        self._next_call = max(self._next_call, now + self._while())
        self._next_answer = max(self._next_answer, self._next_call + self._while())
        self._at(self._next_call - now, self._work)
        self._at(self._next_answer - now, self._deliver)

    def _while(self) -> float:
        return self._random.randint(0, LATEST_MS // 2) / 1000

    def _at(self, seconds: float, act: Callable[[], None]) -> None:
        QTimer.singleShot(int(seconds * 1000), self._owner, act)

    def _work(self) -> None:
        if self._waiting:
            self._done.append(self._waiting.popleft().on(self._desk))

    def _deliver(self) -> None:
        """Deliver the oldest answer; timers of one moment may come in any order."""
        if not self._done:
            self._work()
        if self._done:
            self._owner._deliver(self._done.popleft())

    def close(self) -> None:
        """Do what was asked for, as the worker does; nobody is told any more."""
        while self._waiting:
            self._work()
        self._done.clear()
        self._desk.close()


class LateDispatcher(Dispatcher):
    """Does every call within 0-200 ms, half of it before and half after the work.

    What was asked for first is done and answered first, as with the worker's thread. The moments
    come from a seed, so that a race that was found is found again.
    """

    def __init__(self, desk: Desk, seed: int) -> None:
        super().__init__()
        self.desk = desk
        self._writes = _Lane(self, desk, Random(seed))
        self._asks = _Lane(self, desk.reader(), Random(seed + 1))
        self._closed = False

    def _write(self, call: Call) -> None:
        self._writes.put(call)

    def _read(self, call: Call) -> None:
        self._asks.put(call)

    def idle(self) -> bool:
        """Tell whether nothing is under way."""
        return self._writes.idle() and self._asks.idle()

    def close(self) -> None:
        """Finish what is queued and let go of the file."""
        if not self._closed:
            self._closed = True
            self._asks.close()
            self._writes.close()
