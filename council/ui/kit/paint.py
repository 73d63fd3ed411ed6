"""Painting in tokens: brush, icons, key caps, chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from council.ui.kit.boxes import A, row
from council.ui.kit.text import width_of
from council.ui.theme import RADIUS, SIZE, col, draw_icon, font


def _plate(
    painter: QPainter,
    box: QRectF,
    fill: str | None = None,
    line: str | None = None,
    radius: float = RADIUS["control"],
    width: float = 1.0,
    dash: bool = False,
) -> None:
    box = QRectF(box)
    if line:
        pen = QPen(col(line), width)
        if dash:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if fill:
        painter.setBrush(col(fill))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = min(radius, box.height() / 2)
    painter.drawRoundedRect(box, radius, radius)


class Brush(QPainter):
    """A QPainter that speaks in tokens.

    A delegate, which is handed a painter, calls the methods on the class with it as the first
    argument, ``Brush.plate(painter, …)``: they use nothing that a plain painter lacks.
    """

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    def plate(
        self: QPainter,
        box: QRectF,
        fill: str | None = None,
        line: str | None = None,
        radius: float = RADIUS["control"],
        width: float = 1.0,
        dash: bool = False,
    ) -> None:
        """Fill and outline a rounded box; the outline lies inside, on whole pixels."""
        _plate(self, box, fill, line, radius, width, dash)

    def write(
        self: QPainter,
        box: QRectF,
        text: str,
        size: str | int = "body",
        weight: str = "regular",
        color: str = "ink",
        align: Qt.AlignmentFlag = A.AlignLeft | A.AlignVCenter,
        face: str = "face",
        wrap: bool = False,
    ) -> float:
        """Write in a box, eliding sideways what does not fit; return the width used in pixels."""
        box, made = QRectF(box), font(size, weight, face)
        self.setFont(made)
        self.setPen(col(color))
        if wrap:
            flags = align.value | Qt.TextFlag.TextWordWrap.value
            self.drawText(box, flags, text)
            return box.width()
        metrics = QFontMetricsF(made)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        # Thai marks reach above the ascent: the text may leave its box up and down, never sideways.
        flags = align.value | Qt.TextFlag.TextDontClip.value
        self.drawText(box.adjusted(0, -4, 0, 4), flags, shown)
        return metrics.horizontalAdvance(shown)

    def icon(
        self: QPainter,
        name: str,
        x: float,
        y: float,
        size: float = SIZE["icon"],
        color: str = "ink_2",
        weight: str = "regular",
    ) -> None:
        """Draw an icon with its upper left corner at x, y."""
        draw_icon(self, name, QRectF(x, y, size, size), color, weight)

    def cap(
        self: QPainter,
        x: float,
        y: float,
        text: str,
        color: str = "ink_2",
        fill: str = "surface",
        line: str = "line_strong",
        h: float = 20,
    ) -> float:
        """Draw a key cap; return its width in pixels."""
        w = cap_width(text, h)
        Brush.plate(self, QRectF(x, y, w, h), fill, line, 4)
        self.setPen(QPen(col(line), 1))
        self.drawLine(QPointF(x + 3, y + h - 1.5), QPointF(x + w - 3, y + h - 1.5))
        Brush.write(self, QRectF(x, y - 1, w, h), text, "small", "medium", color, A.AlignCenter)
        return w

    def rule(
        self: QPainter,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str = "line",
        width: float = 1.0,
        dash: bool = False,
    ) -> None:
        """Draw a line; hairlines want y + 0.5."""
        pen = QPen(col(color), width)
        if dash:
            pen.setDashPattern([2, 3])
        self.setPen(pen)
        self.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def meter(
        self: QPainter, box: QRectF, part: float, color: str = "accent", track: str = "track"
    ) -> None:
        """Draw a bar filled to ``part`` of 1."""
        Brush.plate(self, box, track, None, box.height() / 2)
        filled = box.width() * max(0.0, min(1.0, part))
        if filled > 0:
            Brush.plate(
                self,
                QRectF(box.x(), box.y(), max(filled, box.height()), box.height()),
                color,
                None,
                box.height() / 2,
            )


def cap_width(text: str, h: float = 20) -> float:
    """Return the width of a key cap in pixels."""
    return max(h, width_of(text, "small", "medium") + 10)


Paint = Callable[[Brush, QRectF], object]


class Painted(QWidget):
    """A widget drawn by one function(brush, rect); it takes no keys and no clicks.

    A width or height of 0 grows with the layout. Give it an accessible name when it says something
    that no label beside it says.
    """

    def __init__(
        self, paint: Paint, w: int = 0, h: int = 0, expand: bool = True, name: str = ""
    ) -> None:
        super().__init__()
        self._paint = paint
        grow, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        if w:
            self.setFixedWidth(w)
        elif expand:
            self.setSizePolicy(grow, fixed if h else grow)
        if h:
            self.setFixedHeight(h)
        if name:
            self.setAccessibleName(name)

    def set_paint(self, paint: Paint) -> None:
        """Draw by another function from now on."""
        self._paint = paint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        brush = Brush(self)
        self._paint(brush, QRectF(self.rect()))
        brush.end()


def icon(
    name: str, color: str = "ink_2", size: int = SIZE["icon"], weight: str = "regular"
) -> QWidget:
    """Make an icon; the words beside it say what it means."""
    return Painted(lambda b, r: b.icon(name, 0, 0, size, color, weight), size, size)


def keycap(text: str) -> QWidget:
    """Make a key cap."""
    return Painted(lambda b, r: b.cap(0, 0, text), int(cap_width(text)) + 1, 20, name=text)


def caps(*texts: str) -> QHBoxLayout:
    """Lay key caps side by side."""
    return row(*(keycap(text) for text in texts), gap=4)


#: kind of state: (ink, soft ground)
TONES: Final = {
    "neutral": ("neutral", "neutral_soft"),
    "accent": ("accent", "accent_soft"),
    "yes": ("yes", "yes_soft"),
    "no": ("no", "no_soft"),
    "warn": ("warn", "warn_soft"),
    "recused": ("recused", "recused_soft"),
}


def paint_chip(
    painter: QPainter,
    x: float,
    y: float,
    text: str,
    kind: str = "neutral",
    glyph: str | None = None,
    solid: bool = False,
    bare: bool = False,
    weight: str = "fill",
) -> float:
    """Draw a chip 24 high at x, y; return its width in pixels."""
    ink, soft = TONES[kind]
    fore, fill = (("on_accent" if kind == "accent" else "on_state"), ink) if solid else (ink, soft)
    fore = ink if bare else fore
    width = chip_width(text, glyph, bare)
    left = x + (0 if bare else 8)
    if not bare:
        Brush.plate(painter, QRectF(x, y, width, 24), fill, None, 4)
    if glyph:
        Brush.icon(painter, glyph, left, y + 4, 16, fore, weight)
        left += 20
    Brush.write(painter, QRectF(left, y, x + width - left, 24), text, "small", "medium", fore)
    return width


def chip_width(text: str, glyph: str | None = None, bare: bool = False) -> int:
    """Return the width of a chip in pixels."""
    pad = 0 if bare else 16
    return int(width_of(text, "small", "medium") + pad + (20 if glyph else 0) + 1)


def chip(
    text: str,
    kind: str = "neutral",
    glyph: str | None = None,
    solid: bool = False,
    bare: bool = False,
    weight: str = "fill",
) -> QWidget:
    """Make a state in words; ``solid`` is for what is final, ``bare`` drops the tint."""
    return Painted(
        lambda b, r: paint_chip(b, 0, 0, text, kind, glyph, solid, bare, weight),
        chip_width(text, glyph, bare),
        24,
        name=text,
    )
