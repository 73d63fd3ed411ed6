"""What one pack makes of the numbers, as a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.ui.kit import Brush, width_of
from council.ui.pages.rules.rows import EDGE, Row, SourceLine, put, tall

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_OUTCOME = 176
_NARROW = 520
_PAD = 14


@dataclass(frozen=True, slots=True)
class Line:
    """One remark under a verdict: its icon and its words."""

    glyph: str
    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A pack's verdict in words."""

    key: str
    name: str
    outcome: str
    glyph: str
    tone: str
    sum: str
    because: str
    source: str
    seal: str
    lines: tuple[Line, ...]


class TrialRow(Row):
    """One pack: the outcome as the largest word, the sum, the rule, its source, what else."""

    def __init__(self, judged: Judged) -> None:
        self.key, self._judged = judged.key, judged
        self._source = SourceLine(judged.source, judged.seal)
        parts = (judged.name, judged.outcome, judged.sum, judged.because, judged.source)
        more = (line.words for line in judged.lines)
        self.spoken = " ".join(part for part in (*parts, judged.seal, *more) if part)

    def _columns(self, width: int) -> tuple[int, int]:
        start = EDGE if width < _NARROW else EDGE + _OUTCOME
        return start, width - start - EDGE

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        judged, (_, room) = self._judged, self._columns(width)
        high = tall(judged.name, room, "body", "strong") + tall(judged.sum, room)
        high += tall(judged.because, room, "small") + self._source.height(room) + 4
        high += sum(max(22, tall(line.words, room - 24, "small")) for line in judged.lines)
        return high + 2 * _PAD + (40 if width < _NARROW else 0)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the row."""
        judged, width = self._judged, int(box.width())
        start, room = self._columns(width)
        x, y = box.x() + start, box.y() + _PAD
        Brush.icon(painter, judged.glyph, box.x() + EDGE, y - 1, 28, judged.tone, "fill")
        word = QRectF(box.x() + EDGE + 36, y - 4, (room if width < _NARROW else _OUTCOME) - 44, 34)
        wide = width_of(judged.outcome, "heading", "strong")
        size = "heading" if wide <= word.width() else "body"
        Brush.write(painter, word, judged.outcome, size, "strong", judged.tone)
        if width < _NARROW:
            y += 40
        y += put(painter, x, y, room, judged.name, "body", "strong")
        y += put(painter, x, y, room, judged.sum)
        if judged.because:
            y += put(painter, x, y, room, judged.because, "small", color="ink_2")
        self._source.paint(painter, x, y, room)
        y += self._source.height(room) + 4
        for line in judged.lines:
            Brush.icon(painter, line.glyph, x, y + 3, 16, line.tone, "fill")
            tone = "ink_2" if line.tone != "warn" else "warn"
            y += max(22, put(painter, x + 24, y, room - 24, line.words, "small", color=tone))
        Brush.rule(painter, box.x(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5)
