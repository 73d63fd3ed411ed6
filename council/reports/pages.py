"""Filling pages: what stands where, decided before anything is drawn."""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.reports.letters import Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.reports.flow import Flow


@dataclass(frozen=True, slots=True)
class Placed:
    """A flow and its upper edge, in points above the bottom of the page."""

    flow: Flow
    top: float


class _Stack:
    """The page being filled."""

    def __init__(self, top: float, bottom: float) -> None:
        self.top, self.bottom = top, bottom
        self.pages: list[list[Placed]] = []
        self.new_page()

    def new_page(self) -> None:
        self.pages.append([])
        self.y, self.after = self.top, 0.0

    @property
    def fresh(self) -> bool:
        return not self.pages[-1]

    def gap(self, flow: Flow) -> float:
        return 0 if self.fresh else max(self.after, flow.before)

    def room(self, flow: Flow) -> float:
        return self.y - self.gap(flow) - self.bottom

    def put(self, flow: Flow) -> None:
        top = self.y - self.gap(flow)
        self.pages[-1].append(Placed(flow, top))
        self.y, self.after = top - flow.height, flow.after


def paginate(flows: Iterable[Flow], *, top: float, bottom: float) -> list[list[Placed]]:
    """Fill pages from ``top`` down to ``bottom``; there is always at least one page.

    What must stay with the next thing moves on together with it. A thing that neither fits an
    empty page nor parts is placed all the same, so that nothing is ever left out. A new letter
    begins on a fresh page.
    """
    queue = deque(flows)
    stack = _Stack(top, bottom)
    while queue:
        flow = queue.popleft()
        room = stack.room(flow)
        if not stack.fresh and (isinstance(flow, Turn) or _needed(flow, queue) > room):
            stack.new_page()
            queue.appendleft(flow)
        elif flow.height <= room + 0.01:
            stack.put(flow)
        else:
            _put_part(flow, room, stack, queue)
    return stack.pages


def numbers(pages: Sequence[Sequence[Placed]]) -> list[tuple[int, int]]:
    """Return each page's number and how many there are; every letter counts its own."""
    starts = [any(isinstance(placed.flow, Turn) for placed in page) for page in pages]
    firsts = [place for place, start in enumerate(starts) if start or not place]
    made: list[tuple[int, int]] = []
    for first, end in itertools.pairwise([*firsts, len(pages)]):
        made += [(number, end - first) for number in range(1, end - first + 1)]
    return made


def _put_part(flow: Flow, room: float, stack: _Stack, queue: deque[Flow]) -> None:
    halves = flow.part(room)
    if halves:
        stack.put(halves[0])
        queue.appendleft(halves[1])
        stack.new_page()
    elif stack.fresh:
        stack.put(flow)
    else:
        stack.new_page()
        queue.appendleft(flow)


def _needed(flow: Flow, following: deque[Flow]) -> float:
    """Return the height below which the flow must not begin: with what it must stay with."""
    needed = 0.0
    for after in following:
        if not flow.keep:
            break
        needed += flow.height + max(flow.after, after.before)
        flow = after
    return needed + flow.least
