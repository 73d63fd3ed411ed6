"""Lines and notices: the timeline, banners, what an empty page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from council.ui.kit.boxes import GROW, A, row, stack
from council.ui.kit.buttons import Button
from council.ui.kit.focus import Pressable
from council.ui.kit.paint import Brush, Painted, icon
from council.ui.kit.text import label, small, width_of, wrap_height

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


_LINE = 25


class TimelineLine(Pressable):
    """One thing that happened: time, icon, sentence, remark. Pressing it corrects it."""

    ring_radius = 4

    def __init__(
        self,
        time: str,
        glyph: str,
        what: str,
        more: str = "",
        *,
        newest: bool = False,
        struck: bool = False,
        ground: str = "canvas",
    ) -> None:
        super().__init__("", f"{time} {what} {more}".strip())
        self._time, self._glyph, self._what, self._more = time, glyph, what, more
        self._newest, self._struck, self._ground = newest, struck, ground
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(f"{what}\n{more}" if more else what)

    def _start(self) -> float:
        return max(42, width_of(self._time, "small", "medium") + 4)

    def _lines(self, width: int) -> int:
        """Return how many lines the sentence takes."""
        weight = "medium" if self._newest else "regular"
        room = width - self._start() - 34
        if width_of(self._what, "body", weight) <= room:
            return 1
        return max(2, round(wrap_height(self._what, max(room, 60), "body", weight) / _LINE))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the sentence and its remark."""
        return (50 if self._more else 32) + _LINE * (self._lines(width) - 1)

    def sizeHint(self) -> QSize:
        """Ask for the width of a side column."""
        return QSize(300, self.heightForWidth(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        brush, box, new = Brush(self), QRectF(self.rect()), self._newest
        if self.hot():
            brush.plate(box, "sunken", None, 4)
        ink = "ink_3" if self._struck else "ink"
        weight = "medium" if new else "regular"
        start = self._start()
        thread = start + 15.5
        brush.write(QRectF(0, 0, start, 24), self._time, "small", weight, "ink" if new else "ink_3")
        brush.rule(thread, 12 if new else 0, thread, box.height(), "line")
        brush.plate(QRectF(thread - 8.5, 3, 18, 18), self._ground, None, 9)
        brush.icon(
            self._glyph,
            thread - 7.5,
            4,
            16,
            "accent" if new else "ink_2",
            "fill" if new else "regular",
        )
        x = thread + 18.5
        lines = self._lines(self.width())
        wraps, top = lines > 1, A.AlignLeft | A.AlignTop
        room = QRectF(x, 0, box.width() - x, 24 + _LINE * (lines - 1))
        align = top if wraps else A.AlignLeft | A.AlignVCenter
        used = brush.write(room, self._what, "body", weight, ink, align, wrap=wraps)
        if self._struck:
            for line in range(lines):
                brush.rule(x, 12.5 + _LINE * line, x + used, 12.5 + _LINE * line, "ink_3")
        if self._more:
            below = QRectF(x, room.height() - 3, box.width() - x, 22)
            brush.write(below, self._more, "small", "regular", "ink_3")
        brush.end()


_BANNER_GLYPH = {
    "warn": "warning",
    "no": "x-square",
    "yes": "check-circle",
    "accent": "info",
    "neutral": "info",
}


class Banner(QFrame):
    """Soft ground, state border, icon, one sentence, one action at most; tones as in TONES.

    Signals: ``acted()`` when the action is pressed.
    """

    acted = Signal()

    def __init__(self, text: str, tone: str = "warn", action: str = "", glyph: str = "") -> None:
        super().__init__()
        self.setProperty("role", tone)
        self._words = label(text, "body", "regular", "ink", wrap=True)
        self.button = Button(action, dense=True) if action else None
        self.setLayout(
            row(
                icon(glyph or _BANNER_GLYPH.get(tone, "info"), tone, 20, "fill"),
                (self._words, 1),
                self.button,
                gap=12,
                pad=(14, 8, 10, 8),
            )
        )
        self.setAccessibleName(text)
        if self.button is not None:
            self.button.clicked.connect(self.acted)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
        self.setAccessibleName(text)


class EmptyState(QWidget):
    """What an empty page says: what belongs here, and the one action that puts it here.

    Signals: ``acted()``.
    """

    acted = Signal()

    def __init__(self, glyph: str, title: str, text: str, action: str = "", key: str = "") -> None:
        super().__init__()

        def disc(brush: Brush, box: QRectF) -> None:
            brush.plate(box, "accent_soft", None, 32)
            brush.icon(glyph, 18, 18, 28, "accent")

        self.button = Button(action, "plus", "primary", key or None) if action else None
        words = label(text, "body", "regular", "ink_2", wrap=True, align=A.AlignHCenter)
        words.setMinimumWidth(300)
        words.setMaximumWidth(460)
        words.setMinimumHeight(wrap_height(text, 300))  # centred labels know no height for width
        middle = Qt.AlignmentFlag.AlignHCenter
        box = stack(GROW, gap=8, pad=24)
        for widget in (
            Painted(disc, 64, 64),
            label(title, 17, "strong", align=A.AlignHCenter),
            words,
        ):
            box.addWidget(widget, 0, middle)
        if self.button is not None:
            box.addSpacing(8)
            box.addWidget(self.button, 0, middle)
            self.button.clicked.connect(self.acted)
        box.addStretch(2)
        self.setLayout(box)


class Remark(QWidget):
    """A marginal remark: leader, icon, bold words, what to do beneath."""

    def __init__(self, text: str, more: str = "", tone: str = "warn", glyph: str = "") -> None:
        super().__init__()
        leader = Painted(lambda b, r: b.rule(0, 12.5, 12, 12.5, tone), 14, 24)
        words = stack(
            small(text, tone, "strong", wrap=True),
            small(more, "ink_2", wrap=True) if more else None,
            gap=0,
        )
        shape = icon(glyph or _BANNER_GLYPH.get(tone, "info"), tone, 16, "fill")
        box = row(leader, shape, (words, 1), gap=6)
        box.setAlignment(leader, Qt.AlignmentFlag.AlignTop)
        box.setAlignment(shape, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)
        self.setAccessibleName(f"{text} {more}".strip())
