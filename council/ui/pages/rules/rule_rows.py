"""The rows of Our rules: a rule in a sentence, a motion in a table, and the table's head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.ui.kit import Brush
from council.ui.pages.rules.rows import EDGE, Row, SourceLine, put, tall

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

#: below this the label stands over the sentence
_NARROW = 560
_LABEL = 168
#: below this motions are told as sentences
TABLE_WIDTH = 740
_PAD = 11


@dataclass(frozen=True, slots=True)
class Told:
    """A rule in words, as every row shows it."""

    key: str
    label: str
    sentence: str
    source: str
    seal: str = ""
    remark: str = ""


class RuleRow(Row):
    """A rule: its name, its sentence, where it stands, and what the bylaws changed."""

    def __init__(self, told: Told) -> None:
        self.key, self._told = told.key, told
        parts = (told.label, told.sentence, told.source, told.seal, told.remark)
        self.spoken = ". ".join(part.rstrip(".") for part in parts if part)
        self._below = SourceLine(told.source, told.seal, told.remark)

    def _columns(self, width: int) -> tuple[int, int]:
        """Return where the sentence begins and how wide it is."""
        start = EDGE if width < _NARROW else EDGE + _LABEL + 16
        return start, width - start - EDGE

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        told, (_start, room) = self._told, self._columns(width)
        right = tall(told.sentence, room) + self._below.height(room) + 2
        if width < _NARROW:
            return tall(told.label, room, "small", "medium") + right + 2 * _PAD
        return max(tall(told.label, _LABEL, "body", "medium"), right) + 2 * _PAD

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the row."""
        told, width = self._told, int(box.width())
        start, room = self._columns(width)
        x, y = box.x(), box.y() + _PAD
        if width < _NARROW:
            y += put(painter, x + EDGE, y, room, told.label, "small", "medium", "ink_2")
        else:
            put(painter, x + EDGE, y, _LABEL, told.label, "body", "medium")
        y += put(painter, x + start, y, room, told.sentence) + 2
        self._below.paint(painter, x + start, y, room)
        Brush.rule(painter, x, box.bottom() - 0.5, box.right(), box.bottom() - 0.5)


#: widths of the table's columns after the first, which takes the rest
_CELLS = (40, 66, 74, 84, 60, 128, 92)


def _places(width: int) -> list[tuple[int, int]]:
    """Return (x, width) of each column."""
    first = width - 2 * EDGE - sum(_CELLS)
    places, x = [(EDGE, first)], EDGE + first
    for wide in _CELLS:
        places.append((x, wide))
        x += wide
    return places


class MotionHeadRow(Row):
    """The heads of the table of motions."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self.spoken = ", ".join(words)

    def height(self, width: int) -> int:
        """Return the height in pixels; in a narrow list there is no table."""
        return 32 if width >= TABLE_WIDTH else 1

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the heads."""
        if box.width() < TABLE_WIDTH:
            return
        for word, (x, wide) in zip(self._words, _places(int(box.width())), strict=True):
            cell = QRectF(box.x() + x, box.y(), wide - 6, box.height())
            Brush.write(painter, cell, word, "small", "medium", "ink_3")
        Brush.rule(painter, box.x(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5)


class MotionRow(Row):
    """A motion as a row of the table; in a narrow list it is told as a sentence."""

    def __init__(self, told: Told, cells: tuple[str, ...], head: MotionHeadRow) -> None:
        self._told, self._cells, self.head = told, cells, head
        self._sentence = RuleRow(told)
        self.key, self.spoken = told.key, self._sentence.spoken
        self._below = SourceLine(told.source, told.seal, told.remark)

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        if width < TABLE_WIDTH:
            return self._sentence.height(width)
        name = _places(width)[0][1] - 12
        inner = width - 2 * EDGE
        below = self._below.height(inner) if self._told.remark else self._below.height(name)
        return tall(self._cells[0], name, "body", "medium") + below + 14

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the row."""
        width = int(box.width())
        if width < TABLE_WIDTH:
            self._sentence.paint(painter, box)
            return
        places = _places(width)
        name = places[0][1] - 12
        y = box.y() + 7
        high = put(painter, box.x() + EDGE, y, name, self._cells[0], "body", "medium")
        inner = width - 2 * EDGE if self._told.remark else name
        self._below.paint(painter, box.x() + EDGE, y + high, inner)
        for word, (x, wide) in zip(self._cells[1:], places[1:], strict=True):
            cell = QRectF(box.x() + x, y, wide - 6, 25)
            Brush.write(painter, cell, word, "small")
        Brush.rule(painter, box.x(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5)
