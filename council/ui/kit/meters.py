"""Steps and meters: where a thing is, and how much of it is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit.boxes import A, row
from council.ui.kit.focus import Pressable
from council.ui.kit.paint import Brush
from council.ui.kit.text import width_of
from council.ui.theme import col

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Step:
    """One step of a stepper: its code, its word, what it waits for or when it was done."""

    code: str
    word: str
    note: str = ""
    state: str = "later"  # done, here, later


def _paint_disc(brush: Brush, box: QRectF, step: Step, number: int) -> None:
    if step.state == "done":
        brush.plate(box, "accent_soft", None, box.height())
        side = box.height() * 0.57
        brush.icon(
            "check",
            box.center().x() - side / 2,
            box.center().y() - side / 2,
            side,
            "accent",
            "bold",
        )
    elif step.state == "here":
        brush.plate(box, "accent", None, box.height())
        brush.write(box, str(number), "small", "strong", "on_accent", A.AlignCenter)
    else:
        brush.plate(box, None, "line_strong", box.height(), 1.5)
        brush.write(box, str(number), "small", "medium", "ink_2", A.AlignCenter)


class _StepButton(Pressable):
    """One step; the open one is drawn solid."""

    def __init__(self, step: Step, number: int, last: bool, open_: bool) -> None:
        super().__init__("", f"{number} {step.word}, {step.note}" if step.note else step.word)
        self.step, self._number, self._last, self._open = step, number, last, open_
        self.setFixedHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(96)

    def paintEvent(self, event: QPaintEvent) -> None:
        brush = Brush(self)
        box = QRectF(self.rect())
        shown = (
            Step(self.step.code, self.step.word, self.step.note, "here")
            if self._open
            else self.step
        )
        weight = "strong" if self._open else "medium"
        done = self.step.state == "done"
        if not self._last:
            start = 38 + width_of(self.step.word, "body", weight) + 10
            if start < box.width() - 12:
                brush.rule(
                    start,
                    26.5,
                    box.width() - 12,
                    26.5,
                    "accent" if done else "line_strong",
                    2 if done else 1,
                )
        _paint_disc(brush, QRectF(0, 12, 28, 28), shown, self._number)
        ink = (
            "accent"
            if self._open or self.hot()
            else "ink"
            if self.step.state != "later"
            else "ink_2"
        )
        brush.write(QRectF(38, 13, box.width() - 40, 26), self.step.word, "body", weight, ink)
        brush.write(
            QRectF(38, 38, box.width() - 44, 22), self.step.note, "small", "regular", "ink_3"
        )
        brush.end()


class Stepper(QWidget):
    """The life of a thing across the top; its steps are buttons.

    ``open_code`` is the step being looked at; each ``state`` says how far the thing has come.

    Signals: ``chosen(str)`` with the code of the step a person pressed.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[Step] = (), open_code: str = "") -> None:
        super().__init__()
        self._box = row(gap=0)
        self.setLayout(self._box)
        self.setFixedHeight(64)
        self.set_steps(steps, open_code)

    def set_steps(self, steps: Sequence[Step], open_code: str) -> None:
        """Show other steps."""
        from council.ui.kit.boxes import clear

        clear(self._box)
        for i, step in enumerate(steps):
            button = _StepButton(step, i + 1, i == len(steps) - 1, step.code == open_code)
            button.clicked.connect(self._on_clicked)
            self._box.addWidget(button, 1)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StepButton):
            self.chosen.emit(sender.step.code)


@dataclass(frozen=True)
class QuorumState:
    """What a quorum meter shows; ``needed`` None when the pack cannot say. Words come ready."""

    present: int
    needed: int | None
    in_office: int
    seats: int
    met: bool | None
    title: str = ""
    since: str = ""
    present_word: str = ""
    needs_word: str = ""
    seats_word: str = ""
    parts: tuple[str, ...] = field(default_factory=tuple)


class QuorumMeter(QWidget):
    """One block a seat: filled present, outlined in office, dashed vacant; a tick at the need."""

    def __init__(self, state: QuorumState | None = None) -> None:
        super().__init__()
        self._state = state or QuorumState(0, None, 0, 0, None)
        self.setFixedHeight(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state(self._state)

    def set_state(self, state: QuorumState) -> None:
        """Show another count."""
        self._state = state
        self.setAccessibleName(
            " ".join(
                filter(None, (state.title, str(state.present), state.needs_word, state.seats_word))
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head, the blocks and their words."""
        brush = Brush(self)
        state, width = self._state, float(self.width())
        glyph, tone = (
            {True: ("check-circle", "yes"), False: ("warning", "no")}.get(
                bool(state.met), ("question", "neutral")
            )
            if state.met is not None
            else ("question", "neutral")
        )
        brush.icon(glyph, 0, 3, 22, tone, "fill")
        used = brush.write(QRectF(30, 0, width - 80, 28), state.title, "body", "strong")
        brush.write(
            QRectF(38 + used, 1, width - used - 90, 28), state.since, "small", "regular", "ink_3"
        )
        right = A.AlignRight | A.AlignVCenter
        brush.write(QRectF(0, -5, width, 40), str(state.present), 26, "strong", "ink", right)
        self._paint_blocks(brush, width, tone)
        brush.end()

    def _paint_blocks(self, brush: Brush, width: float, tone: str) -> None:
        state = self._state
        total = max(state.seats, state.in_office, state.present, 1)
        gap, top, high = 4.0 if total <= 20 else 2.0, 38.0, 14.0
        block = (width - gap * (total - 1)) / total
        for i in range(total):
            box = QRectF(i * (block + gap), top, block, high)
            if i < state.present:
                brush.plate(box, "no" if state.met is False else "yes", None, 3)
                if state.met is False:
                    _hatch(brush, box)
            else:
                brush.plate(box, None, "line_strong", 3, 1.2, dash=i >= state.in_office)
        right = A.AlignRight | A.AlignVCenter
        under = top + high + 4
        brush.write(
            QRectF(0, under, width * 0.36, 20), state.present_word, "small", "regular", "ink_3"
        )
        brush.write(
            QRectF(width * 0.6, under, width * 0.4, 20),
            state.seats_word,
            "small",
            "regular",
            "ink_3",
            right,
        )
        if state.needed is not None:
            mark = min(state.needed, total) * (block + gap) - gap / 2
            brush.rule(mark, top - 5, mark, top + high + 5, "ink", 2)
            wide = width_of(state.needs_word, "small", "strong") + 4
            left = max(0.0, min(width - wide, mark - wide / 2))
            brush.plate(QRectF(left - 4, under, wide + 8, 20), "canvas", None, 0)
            brush.write(
                QRectF(left, under, wide, 20),
                state.needs_word,
                "small",
                "strong",
                "ink",
                A.AlignCenter,
            )


def _hatch(brush: Brush, box: QRectF) -> None:
    """Hatch a block, so that a lost quorum is seen without colour."""
    brush.save()
    brush.setClipRect(box)
    brush.setPen(QPen(col("surface"), 1.5))
    x = box.x() - box.height()
    while x < box.right():
        brush.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
        x += 6
    brush.restore()


class Meter(QWidget):
    """A thin bar filled to a part of one."""

    def __init__(self, part: float = 0.0, color: str = "accent", h: int = 6, w: int = 0) -> None:
        super().__init__()
        self._part, self._color = part, color
        self.setFixedHeight(h)
        if w:
            self.setFixedWidth(w)

    def set_part(self, part: float, color: str = "") -> None:
        """Fill to another part, in another colour if given."""
        self._part, self._color = part, color or self._color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        brush = Brush(self)
        brush.meter(QRectF(self.rect()), self._part, self._color)
        brush.end()
