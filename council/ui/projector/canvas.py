"""A painter for the second screen: tokens of its scheme, sizes of the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from council.ui.kit import A, Brush
from council.ui.projector.fit import Fitted
from council.ui.projector.look import LEAST
from council.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from council.ui.projector.look import Look

LEFT = A.AlignLeft | A.AlignVCenter
RIGHT = A.AlignRight | A.AlignVCenter
CENTRE = A.AlignHCenter | A.AlignVCenter


class Canvas:
    """Draws in sizes of the full screen; ``Brush`` is what it draws with, in hex colours.

    ``kept`` holds words that were set before: a clock that ticks does not set them again.
    ``dirty`` is what is to be painted, in pixels of the window.
    """

    def __init__(
        self, brush: Brush, look: Look, kept: dict[Hashable, Fitted], dirty: QRectF
    ) -> None:
        self.brush, self.look, self._kept, self._dirty = brush, look, kept, dirty

    def touches(self, box: QRectF) -> bool:
        """Tell whether a box is to be painted now."""
        return self._dirty.intersects(box)

    def high(self, size: float) -> float:
        """Return the height of a line of type in pixels of the window."""
        return QFontMetricsF(font(self.look.px(size))).height()

    def wide(self, words: str, size: float, weight: str = "regular") -> float:
        """Return the width of words in pixels of the window."""
        return QFontMetricsF(font(self.look.px(size), weight)).horizontalAdvance(words)

    def write(
        self,
        box: QRectF,
        words: str,
        size: float,
        weight: str = "regular",
        colour: str = "ink",
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Write one line; return the width used."""
        ink = self.look.colour(colour)
        return self.brush.write(box, words, self.look.px(size), weight, ink, align)

    def fitted_line(self, box: QRectF, words: str, size: float, weight: str, colour: str) -> float:
        """Write one line, smaller where the box is too narrow for it; return the width used."""
        while size > LEAST and self.wide(words, size, weight) > box.width():
            size -= 2
        return self.write(box, words, size, weight, colour)

    def plate(self, box: QRectF, fill: str = "", line: str = "", width: float = 2) -> None:
        """Fill and outline a rounded box."""
        look = self.look
        self.brush.plate(
            box,
            look.colour(fill) if fill else None,
            look.colour(line) if line else None,
            look.px(14),
            max(1.0, look.px(width)),
        )

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> None:
        """Draw an icon, filled; its size is in pixels of the window."""
        self.brush.icon(name, x, y, size, self.look.colour(colour), "fill")

    def rule(self, x: float, y: float, right: float, colour: str = "line") -> None:
        """Draw a hairline across."""
        self.brush.rule(x, y, right, y, self.look.colour(colour), max(1.0, self.look.px(2)))

    def meter(self, box: QRectF, part: float, colour: str) -> None:
        """Draw a bar filled to ``part`` of 1."""
        self.brush.meter(box, part, self.look.colour(colour), self.look.colour("track"))

    def fitted(
        self,
        pieces: Sequence[tuple[str, str]],
        box: QRectF,
        *,
        colour: str = "ink",
        weight: str = "regular",
        most: int,
        least: int,
    ) -> float:
        """Write marked words as large as the box allows; return the height they take."""
        key = (tuple(pieces), self.look, box.width(), box.height(), colour, weight, most, least)
        made = self._kept.get(key)
        if made is None:
            size = QSizeF(box.width(), box.height())
            made = self._kept[key] = Fitted(
                pieces, self.look, size, colour=colour, weight=weight, most=most, least=least
            )
        made.draw(self.brush, box.x(), box.y())
        return made.height
