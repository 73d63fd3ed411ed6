"""What a letter is made of beside its paragraphs: its head, its end, and the turn to a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from council.reports.canvas import Pen
    from council.reports.flow import Flow, Mark, Prose

SIGNING = 46.0  # points of room for a signature


@dataclass(frozen=True)
class Turn:
    """The place where a new letter begins: on a fresh page, whose numbers start again."""

    height: float = 0
    before: float = 0
    after: float = 0
    keep: bool = True
    least: float = 0

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Never part."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class Opening:
    """The number at the left, the sender at the right, both on the first line; the day beneath.

    ``axes`` are the left ends of the sender and of the day.
    """

    number: Prose
    sender: tuple[Prose, ...]
    day: Prose
    axes: tuple[float, float]
    mark: Mark
    before: float = 6
    after: float = 12
    keep: bool = True
    gap: float = 8

    @property
    def height(self) -> float:
        """Return the height of the taller side, and of the day."""
        return self._sides() + self.gap + self.day.height

    @property
    def least(self) -> float:
        """Return the whole height."""
        return self.height

    def _sides(self) -> float:
        return max(self.number.height, sum(line.height for line in self.sender))

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Never part."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw both sides, and the day under them."""
        pen.bookmark(self.mark.text, self.mark.level, top)
        self.number.draw(pen, x, top)
        y = top
        for line in self.sender:
            line.draw(pen, x + self.axes[0], y)
            y -= line.height
        self.day.draw(pen, x + self.axes[1], top - self._sides() - self.gap)


@dataclass(frozen=True)
class Closing:
    """Closing words, room to sign, name and office, each centred right of the axis."""

    words: Prose
    under: tuple[Prose, ...]
    axis: float
    before: float = 16
    after: float = 16
    keep: bool = False

    @property
    def height(self) -> float:
        """Return the height of all lines and of the room to sign."""
        return self.words.height + SIGNING + sum(line.height for line in self.under)

    @property
    def least(self) -> float:
        """Return the whole height: a signature stands under its words."""
        return self.height

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Never part."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines down the right side."""
        self.words.draw(pen, x + self.axis, top)
        y = top - self.words.height - SIGNING
        for line in self.under:
            line.draw(pen, x + self.axis, y)
            y -= line.height
