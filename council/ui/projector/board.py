"""The picture of the second screen, painted large enough for a hall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtWidgets import QWidget

from council.services.session.projection import Showing
from council.ui.kit import Brush
from council.ui.projector import panels
from council.ui.projector.canvas import Canvas
from council.ui.projector.look import Look
from council.ui.projector.words import BoardWords

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from council.services.session.projection import Projection
    from council.ui.projector.fit import Fitted


class Board(QWidget):
    """Paints one projection; ``now`` tells the time of day, ``moment`` how far a turn has run."""

    def __init__(self, language: str, scheme: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.words = BoardWords(language)
        self.scheme, self._now = scheme, now
        self.shown: Projection | None = None
        self.frozen_at: datetime | None = None
        self._kept: dict[Hashable, Fitted] = {}
        self._clocks: list[QRectF] = []

    def show_picture(self, shown: Projection | None) -> None:
        """Show another picture, or only the ground where there is no meeting at all."""
        told = "" if shown is None else self.words.spoken_all(shown)
        self.shown = shown
        self._kept.clear()
        if told != self.accessibleName():
            self.setAccessibleName(told)
            changed = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(changed)
        self.update()

    def set_scheme(self, scheme: str) -> None:
        """Wear another scheme."""
        self.scheme = scheme
        self.update()

    def tick(self) -> None:
        """Paint the clocks anew, and nothing else."""
        for box in self._clocks:
            self.update(box.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or the part of it that is asked for."""
        look = Look(self.scheme, self.width(), self.height())
        brush = Brush(self)
        brush.fillRect(event.rect(), QColor(look.colour("canvas")))
        if self.shown is not None:
            self._paint(Canvas(brush, look, self._kept, QRectF(event.rect())), self.shown)
        brush.end()

    def _paint(self, canvas: Canvas, shown: Projection) -> None:
        look, now = canvas.look, self._now()
        edge = look.px(panels.MARGIN)
        whole = QRectF(self.rect()).adjusted(edge, look.px(20), -edge, -look.px(12))
        head = QRectF(whole.x(), whole.y(), whole.width(), look.px(panels.HEAD))
        self._clocks = [head]
        panels.draw_head(canvas, self.words, shown, head, self.words.clock(now))
        foot = look.px(panels.FOOT) if shown.quorum else 0
        rest = whole.adjusted(0, head.height() + look.px(panels.GAP), 0, -foot)
        if foot:
            low = QRectF(whole.x(), whole.bottom() - foot, whole.width(), foot)
            panels.draw_foot(canvas, self.words, shown, low)
        if shown.showing is not Showing.ITEM or shown.item is None:
            panels.draw_large(canvas, self.words, shown, rest)
            return
        rest.adjust(0, 0, 0, -look.px(panels.GAP) if foot else 0)
        self._paint_item(canvas, shown, rest, self.frozen_at or now)

    def _paint_item(self, canvas: Canvas, shown: Projection, box: QRectF, now: datetime) -> None:
        """Paint item, question, last result and speaker, each in what the others leave."""
        gap = canvas.look.px(panels.GAP)
        if shown.speaker is not None:
            high = float(canvas.look.px(panels.FLOOR))
            floor = QRectF(box.x(), box.bottom() - high, box.width(), high)
            self._clocks.append(floor)
            panels.draw_speaker(canvas, self.words, shown.speaker, floor, now)
            box.adjust(0, 0, 0, -high - gap)
        alone = shown.motion is None and shown.result is None
        high = box.height() if alone else canvas.look.px(panels.ITEM_HIGH)
        title = QRectF(box.x(), box.y(), box.width(), high)
        used = panels.draw_item(canvas, self.words.item(shown), title, alone=alone)
        box.adjust(0, used + gap, 0, 0)
        if shown.motion is not None and shown.result is not None:
            strip = QRectF(box.x(), box.y(), box.width(), canvas.look.px(panels.STRIP))
            panels.draw_strip(canvas, self.words, shown.result, strip)
            box.adjust(0, strip.height() + gap, 0, 0)
        if not canvas.touches(box):
            return
        if shown.motion is not None:
            panels.draw_motion(canvas, self.words, shown.motion, box)
        elif shown.result is not None:
            panels.draw_result(canvas, self.words, shown.result, box)
