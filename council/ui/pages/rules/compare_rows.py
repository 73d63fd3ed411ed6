"""The rows of two packs side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.ui.kit import Brush
from council.ui.pages.rules.rows import EDGE, Row, SourceLine, put, tall

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_LABEL = 150
NARROW = 640
_PAD = 10
SIDE_GAP = 20


def columns(width: int) -> tuple[int, int, int]:
    """Return where the two sides begin and how wide each is."""
    start = EDGE if width < NARROW else EDGE + _LABEL + SIDE_GAP
    room = (width - start - EDGE - SIDE_GAP) // 2
    return start, start + room + SIDE_GAP, room


class SideText:
    """What one pack says; ``missing`` is shown in its place when it says nothing."""

    def __init__(self, sentence: str, source: str, seal: str, *, missing: bool) -> None:
        self.sentence, self._missing = sentence, missing
        self.spoken = ". ".join(part.rstrip(".") for part in (sentence, source, seal) if part)
        self._below = SourceLine(source, seal)

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        return tall(self.sentence, width) + self._below.height(width) + 2

    def paint(self, painter: QPainter, x: float, y: float, width: int) -> None:
        """Draw sentence and source."""
        color = "ink_3" if self._missing else "ink"
        high = put(painter, x, y, width, self.sentence, color=color)
        self._below.paint(painter, x, y + high + 2, width)


class CompareRow(Row):
    """One rule of two packs; where they differ, it says so in a word."""

    def __init__(
        self, key: str, label: str, differs: str, sides: tuple[SideText, SideText]
    ) -> None:
        self.key, self._label, self._differs, self._sides = key, label, differs, sides
        parts = (label, differs, *(side.spoken for side in sides))
        self.spoken = ". ".join(part for part in parts if part)

    def _left(self, width: int) -> int:
        room = _LABEL if width >= NARROW else width - 2 * EDGE
        return tall(self._label, room, "body", "medium") + (22 if self._differs else 0)

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        room = columns(width)[2]
        text = max(side.height(room) for side in self._sides)
        left = self._left(width)
        return (max(left, text) if width >= NARROW else left + 4 + text) + 2 * _PAD

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the row."""
        width = int(box.width())
        first, second, room = columns(width)
        label_room = _LABEL if width >= NARROW else width - 2 * EDGE
        x, y = box.x(), box.y() + _PAD
        high = put(painter, x + EDGE, y, label_room, self._label, "body", "medium")
        if self._differs:
            Brush.icon(painter, "arrows-split", x + EDGE, y + high + 3, 16, "accent")
            words = QRectF(x + EDGE + 22, y + high, label_room - 22, 22)
            Brush.write(painter, words, self._differs, "small", "medium", "accent")
        top = y if width >= NARROW else y + self._left(width) + 4
        for side, left in zip(self._sides, (first, second), strict=True):
            side.paint(painter, x + left, top, room)
        Brush.rule(painter, x, box.bottom() - 0.5, box.right(), box.bottom() - 0.5)
