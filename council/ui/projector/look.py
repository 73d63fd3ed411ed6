"""How the second screen looks: a scheme of its own, and sizes that grow with the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from council.ui.theme import TOKENS

WIDE, HIGH = 1920, 1080
"""The screen in whose pixels all sizes are given; another one is scaled."""

MARGIN: Final = 72
SMALL, BODY, ITEM, FIGURE = 30, 40, 54, 72
LEAST, MOST = 30, 72
"""Sizes of type; words of a motion are set as large as they fit between the last two."""
SIZES: Final = (30, 34, 38, 42, 46, 50, 54, 58, 64, 72, 84, 96)
"""The sizes that are tried, so that a page of words is not set a dozen times."""


@dataclass(frozen=True)
class Look:
    """One scheme at one size of window."""

    scheme: str
    width: int
    height: int

    @property
    def unit(self) -> float:
        """Return how many pixels of this window one pixel of the full screen is."""
        return min(self.width / WIDE, self.height / HIGH)

    def px(self, size: float) -> int:
        """Return a size of the full screen in pixels of this window."""
        return max(1, round(size * self.unit))

    def colour(self, token: str) -> str:
        """Return a colour of the scheme, whatever scheme the program's own windows wear."""
        value: str = TOKENS[self.scheme][token]
        return value
