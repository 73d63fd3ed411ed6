"""Who has the floor, with the clock: what is left, of how much, and a warning in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.domain.durations import minutes_and_seconds
from council.ui.kit import A, Brush
from council.ui.kit.text import width_of
from council.ui.pages.meeting.meet.speakers.clock import OVER, PLAIN, WARNING, Clock

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

HEIGHT, FLASHES = 60, 6
_PAD, _ICON, _BAR, _FIGURE = 12, 24, 4, 22
_GROUND = {PLAIN: ("surface", "line_strong", 1.0), WARNING: ("warn_soft", "warn", 2.0),
           OVER: ("no_soft", "no", 2.0)}  # fmt: skip
_INK = {PLAIN: "ink", WARNING: "warn", OVER: "no"}


class SpeakerCard(QWidget):
    """The clock. ``turned(str)`` tells the state it has come to: warning or over; once each.

    A press on it stops the clock or lets it go on: ``pressed()``.
    """

    turned = Signal(str)
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clock = Clock(0, None, running=False)
        self._name, self._remark, self._uid = "", "", ""
        self._flash = 0

    def show_speaker(self, uid: str, name: str, remark: str, clock: Clock) -> None:
        """Show somebody; ``remark`` is what they are for, how often they spoke, why they wait."""
        fresh, self._uid = uid != self._uid, uid
        self._name, self._remark = name, remark
        self.set_clock(clock, fresh=fresh)

    def set_clock(self, clock: Clock, *, fresh: bool = False) -> None:
        """Show the time by now; the first second of a warning flashes and is told."""
        before = PLAIN if fresh else self.clock.state
        self.clock = clock
        if fresh or clock.state == before:
            self._flash = 0 if fresh else max(0, self._flash - 1)
        else:
            self._flash = FLASHES
            if clock.running:
                self.turned.emit(clock.state)
        self.setAccessibleName(f"{self._name}, {self.told()}")
        self.update()

    def told(self) -> str:
        """Return the clock in words."""
        left = self.clock.left
        if left is None:
            words = self.tr("has spoken {time}")
            return words.format(time=minutes_and_seconds(self.clock.spoken))
        if left > 0:
            return self.tr("{time} left").format(time=minutes_and_seconds(left))
        return self.tr("time is up, {time} over").format(time=minutes_and_seconds(-left))

    def _under(self) -> str:
        """Return the words under the figure."""
        if self.clock.limit is None:
            return self.tr("so far")
        limit = minutes_and_seconds(self.clock.limit)
        words = {
            PLAIN: self.tr("left of {limit}"),
            WARNING: self.tr("soon up, of {limit}"),
            OVER: self.tr("over {limit}"),
        }[self.clock.state]
        return words.format(limit=limit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        brush, box = Brush(self), QRectF(self.rect())
        state = self.clock.state
        ground, line, width = _GROUND[state]
        flashed = bool(self._flash % 2)
        if flashed:
            ground = "surface"
        brush.plate(box, ground, line, 10, width)
        glyph = {True: "microphone", False: "pause"}[self.clock.running]
        glyph = "timer" if state == OVER and self.clock.running else glyph
        brush.icon(glyph, _PAD, (HEIGHT - _ICON) / 2 - 3, _ICON, _INK[state], "fill")
        self._paint_words(brush, box, state)
        brush.end()

    def _paint_words(self, brush: Brush, box: QRectF, state: str) -> None:
        under = self._under()
        right = max(width_of(self.clock.figure, _FIGURE, "strong"), width_of(under, "small")) + 2
        left = _PAD + _ICON + 10
        figure = QRectF(box.right() - _PAD - right, 2, right, 26)
        brush.write(figure, self.clock.figure, _FIGURE, "strong", _INK[state],
                    A.AlignRight | A.AlignVCenter)  # fmt: skip
        foot = QRectF(box.right() - _PAD - right, 27, right, 20)
        ink = "ink_2" if state == PLAIN else _INK[state]
        brush.write(foot, under, "small", "regular", ink, A.AlignRight | A.AlignVCenter)
        room = box.width() - left - right - _PAD - 10
        brush.write(QRectF(left, 3, room, 25), self._name, "body", "strong", "ink")
        brush.write(QRectF(left, 27, room, 20), self._remark, "small", "regular", "ink_2")
        if self.clock.limit:
            bar = QRectF(_PAD, HEIGHT - 6 - _BAR, box.width() - 2 * _PAD, _BAR)
            brush.meter(
                bar, self.clock.thousandths / 1000, _INK[state] if state != PLAIN else "ink_2"
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stop the clock, or let it go on."""
        self.pressed.emit()
