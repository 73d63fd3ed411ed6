"""The question before the meeting: motion cards, vote cells, the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit.boxes import GROW, A, frame, remeasure, row, stack
from council.ui.kit.focus import Pressable
from council.ui.kit.keyed import KeyedBox
from council.ui.kit.marks import presence_mark, vote_mark
from council.ui.kit.paint import Brush, Painted
from council.ui.kit.text import Elided, label, rich, width_of
from council.ui.theme import col

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.ui.kit.buttons import Button
    from council.ui.kit.keyed import Wanted


@dataclass(frozen=True)
class VoteCellState:
    """One seat in a roll call.

    ``vote``: yes, no, abstain, recused, ineligible, next or "" (waiting); ``presence``: present,
    remote, left, excused, absent or vacant; ``word`` says the same in words; ``code`` is the seat's
    key. ``spoken`` is what a screen reader says in place of the word, where the mark says more.
    """

    name: str
    word: str
    code: str = ""
    vote: str = ""
    presence: str = "present"
    spoken: str = ""


class VoteCell(Pressable):
    """One seat of the roll call, 52 high: mark, name, word, letter. Pressing makes it the next."""

    ring_radius = 8

    def __init__(self, state: VoteCellState) -> None:
        super().__init__()
        self.setFixedHeight(52)
        self.setMinimumWidth(112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: VoteCellState) -> None:
        """Show another state; nothing happens when it is the same."""
        if state == getattr(self, "state", None):
            return
        self.state = state
        self.setAccessibleName(f"{state.name}, {state.spoken or state.word}")
        self.update()

    def _ground(self, brush: Brush, box: QRectF) -> None:
        state = self.state
        if state.vote == "next":
            brush.plate(box, "surface", "focus", 8, 3)
        elif state.presence == "vacant":
            brush.plate(box, None, "line_strong", 8, 1, dash=True)
        elif self._quiet() or state.vote == "ineligible":
            brush.plate(box, "sunken", None, 8)
        else:
            soft = {"yes": "yes_soft", "no": "no_soft", "recused": "recused_soft"}
            outline = {"yes": None, "no": None, "recused": None, "abstain": "line_strong"}
            brush.plate(box, soft.get(state.vote, "surface"), outline.get(state.vote, "line"), 8)

    def _quiet(self) -> bool:
        return not self.state.vote and self.state.presence in (
            "left",
            "excused",
            "absent",
            "vacant",
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cell."""
        brush, box, state = Brush(self), QRectF(self.rect()), self.state
        quiet = self._quiet()
        self._ground(brush, box)
        if quiet:
            presence_mark(brush, state.presence, 11, (box.height() - 14) / 2, 14)
        else:
            vote_mark(brush, state.vote, 6, (box.height() - 24) / 2, 24)
        x = 35.0
        wide = box.width() - x
        name_box = QRectF(x, 4, wide - 6, 24)
        brush.write(
            name_box,
            state.name,
            "body",
            "regular" if quiet else "strong",
            "ink_3" if quiet else "ink",
        )
        inks = {"yes": "yes", "no": "no", "recused": "recused", "next": "accent"}
        ink = inks.get(state.vote, "ink_3" if quiet else "ink_2")
        letter = width_of(state.code, "small", "medium") + 8 if state.code else 8
        brush.write(QRectF(x, 25, wide - letter, 22), state.word, "small", "medium", ink)
        right = A.AlignRight | A.AlignVCenter
        brush.write(
            QRectF(box.width() - 32, 26, 25, 20), state.code, "small", "medium", "ink_3", right
        )
        brush.end()


@dataclass(frozen=True)
class VerdictState:
    """What the verdict frame shows; every word comes ready in the window's language.

    ``tone``: yes (carries), no (lost), warn (tie, or cannot be determined), neutral (nothing yet).
    ``facts`` are (head, value) pairs: tally, base, needs, has. ``declared`` makes it solid.
    """

    tone: str
    word: str
    remark: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    declared: bool = False


_VERDICT_GLYPH = {"yes": "check-circle", "no": "x-square", "warn": "equals", "neutral": "hourglass"}


_VERDICT_H = 84


def _fact_width(head: str, value: str) -> float:
    return max(width_of(head, "small"), width_of(value, 19, "strong"))


class Verdict(QWidget):
    """The running outcome: one word first, then tally, base, needs, has, and the rule in words.

    Its button declares what the frame shows; connect to ``button.clicked``. Where it has no room
    beside the numbers it goes below them.

    Signals: ``grew()`` when it became higher or lower by itself.
    """

    grew = Signal()

    def __init__(self, state: VerdictState, button: Button | None = None) -> None:
        super().__init__()
        self.button = button
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(row(GROW, button, pad=(0, 0, 16, 0)))
        self.set_state(state)

    def set_state(self, state: VerdictState) -> None:
        """Show another verdict."""
        self.state = state
        facts = ", ".join(f"{head} {value}" for head, value in state.facts)
        self.setAccessibleName(
            " ".join(filter(None, (state.word, state.remark, facts, state.rule)))
        )
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and its words."""
        brush, box, state = Brush(self), QRectF(self.rect()), self.state
        ink = "on_state" if state.declared else state.tone
        ground = state.tone if state.declared else f"{state.tone}_soft"
        quiet = ink if state.declared else "ink_2"
        brush.plate(box, ground, state.tone, 8, 2)
        size, lead, room, gap = self._measure()
        brush.icon(_VERDICT_GLYPH.get(state.tone, "question"), 14, 18, 40, ink, "fill")
        brush.write(QRectF(62, 9, lead - 60, 44), state.word, size, "strong", ink)
        brush.write(QRectF(64, 52, lead - 60, 22), state.remark, "small", "medium", quiet)
        brush.rule(lead + 0.5, 14, lead + 0.5, box.height() - 14, ink)
        x = lead + 16
        for head, value in state.facts:
            wide = _fact_width(head, value)
            brush.write(QRectF(x, 8, wide + 4, 22), head, "small", "regular", quiet)
            brush.write(
                QRectF(x, 27, wide + 4, 28), value, 19, "strong", ink if state.declared else "ink"
            )
            x += wide + gap
        foot = self._foot()
        rule = QRectF(lead + 16, 54, room, box.height() - foot - 62)
        if box.height() - foot > _VERDICT_H:
            top = A.AlignLeft | A.AlignTop
            brush.write(rule, state.rule, "small", "regular", quiet, top, wrap=True)
        else:
            brush.write(rule, state.rule, "small", "regular", quiet)
        brush.end()

    def _measure(self) -> tuple[str | int, float, float, float]:
        """Return the word's size, where the facts begin, their room, the gap between them."""
        button = self.button.width() + 12 if self.button and not self._below() else 0
        return self._measured(button)

    def _below(self) -> bool:
        """Tell whether the button must go below the numbers."""
        if self.button is None or not self.state.facts:
            return False
        room = self._measured(self.button.width() + 12)[2]
        return room < self._facts_width() + 8 * (len(self.state.facts) - 1)

    def _facts_width(self) -> float:
        return sum(_fact_width(head, value) for head, value in self.state.facts)

    def _measured(self, button: float) -> tuple[str | int, float, float, float]:
        state, facts = self.state, self._facts_width()
        between = max(1, len(state.facts) - 1)
        sizes: tuple[str | int, ...] = ("figure", 26, 22)
        for size in sizes:
            word = width_of(state.word, size, "strong")
            lead = 80 + max(word, width_of(state.remark, "small", "medium"))
            room = self.width() - lead - 32 - button
            if room >= facts + 14 * between and (word < 260 or size == sizes[-1]):
                break
        return size, lead, room, max(8.0, min(20.0, (room - facts) / between))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rule a second line where one is not enough."""
        super().resizeEvent(event)
        before = self.height()
        self._fit()
        if self.minimumHeight() != before:
            # Whoever holds this is being laid out just now and would not hear of the new height.
            QTimer.singleShot(0, self, self._tell_height)

    def _tell_height(self) -> None:
        remeasure(self)
        self.grew.emit()

    def _fit(self) -> None:
        room = self._measure()[2]
        lines = 1 if width_of(self.state.rule, "small") <= room else 2
        foot, high = self._foot(), _VERDICT_H + 20 * (lines - 1)
        box = self.layout()
        if box is not None:
            box.setContentsMargins(0, high - 8 if foot else 0, 16, 8 if foot else 0)
        self.setFixedHeight(high + foot)

    def _foot(self) -> int:
        """Return how high the line is in which the button stands alone."""
        return self.button.height() + 4 if self.button and self._below() else 0


class MotionCard(QWidget):
    """One question of the stack; the one being decided (``live``) is framed in accent.

    ``html`` is the text for ``rich``; ``level`` 0 is the main motion, deeper ones hang on an elbow.
    """

    def __init__(
        self,
        number: str,
        kind: str,
        people: str,
        html: str,
        *,
        level: int = 0,
        live: bool = False,
        state: QWidget | None = None,
        extra: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()

        def badge(brush: Brush, box: QRectF) -> None:
            brush.plate(box, "accent" if live else "sunken", None if live else "line_strong", 12)
            ink = "on_accent" if live else "ink_2"
            brush.write(box, number, "small", "strong", ink, A.AlignCenter)

        def elbow(brush: Brush, box: QRectF) -> None:
            brush.setPen(QPen(col("line_strong"), 1.5))
            brush.setBrush(Qt.BrushStyle.NoBrush)
            brush.drawPolyline([QPointF(14, 0), QPointF(14, 22), QPointF(22, 22)])

        head = row(
            Painted(badge, 24, 24),
            label(kind, "body", "strong", "ink" if live else "ink_2"),
            Elided(people, "small", "regular", "ink_3", hug=True),
            GROW,
            state,
            gap=8,
        )
        text = rich(
            html,
            17 if live else "body",
            "medium" if live else "regular",
            "ink" if live else "ink_2",
        )
        card = frame(
            "open" if live else "card", stack(head, text, *extra, gap=4, pad=(16, 10, 16, 12))
        )
        self.setAccessibleName(f"{kind} {people}")
        indent = Painted(elbow, 24) if level else None
        self.setLayout(row(24 * (level - 1) if level > 1 else None, indent, (card, 1), gap=0))


class MotionStack(QWidget):
    """Motion cards, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        box = stack(gap=8)
        self._cards = KeyedBox(box)
        self.setLayout(box)

    def fill(self, cards: Iterable[Wanted]) -> None:
        """Show these cards; one whose key was shown before stays as it is."""
        self.setVisible(bool(self._cards.fill(cards)))
