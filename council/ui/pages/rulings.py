"""How the pages say what the rules say: a sign, the sentence, its source, what is to be confirmed.

Nothing here blocks anything: a rule that is not met is said and shown, and the work goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from council.ui.kit import GROW, icon, label, row, small, stack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from council.domain.messages import Message
    from council.domain.rulings import Ruling
    from council.ui.context import Context

_HOUR, _DAY = 60, 24 * 60
_SHORT = 110
"""Up to so many letters a sentence of what is not met is set in bold."""
_MANY = 2


def look(holds: bool | None) -> tuple[str, str]:
    """Return (icon, tone) of a verdict: its shape tells it as well as its colour."""
    if holds is None:
        return "info", "accent"
    return ("check-circle", "yes") if holds else ("warning", "warn")


def state_words(holds: bool | None) -> str:
    """Return a verdict in a word, for screen readers and tooltips."""
    if holds is None:
        return QCoreApplication.translate("Rulings", "open")
    if holds:
        return QCoreApplication.translate("Rulings", "rule met")
    return QCoreApplication.translate("Rulings", "rule not met")


def told(context: Context, ruling: Ruling) -> str:
    """Return a ruling in one run of words: the sentence, its source, whether it is confirmed."""
    parts = [context.say(ruling.message), ruling.source]
    if not ruling.verified:
        parts.append(context.word("rule_state.to_confirm"))
    return " · ".join(part for part in parts if part)


def left_words(left: timedelta) -> str:
    """Return how much time is left, or by how much it is over: ``in 2 days 4 h``."""
    minutes = int(abs(left).total_seconds() // 60)
    if left.total_seconds() < 0:
        words = QCoreApplication.translate("Rulings", "{time} ago")
    else:
        words = QCoreApplication.translate("Rulings", "in {time}")
    return words.format(time=_span(minutes))


def _span(minutes: int) -> str:
    days, hours, rest = minutes // _DAY, minutes % _DAY // _HOUR, minutes % _HOUR
    if days == 1:
        return QCoreApplication.translate("Rulings", "1 day {hours} h").format(hours=hours)
    if days:
        words = QCoreApplication.translate("Rulings", "{days} days {hours} h")
        return words.format(days=days, hours=hours)
    if hours:
        words = QCoreApplication.translate("Rulings", "{hours} h {minutes} min")
        return words.format(hours=hours, minutes=rest)
    return QCoreApplication.translate("Rulings", "{minutes} min").format(minutes=rest)


def source_line(context: Context, source: str, *, verified: bool = True) -> QWidget | None:
    """Make the line that says where a rule stands; None where nobody said."""
    seal = None
    if not verified:
        words = small(context.word("rule_state.to_confirm"), "warn", "medium", wrap=True)
        seal = row(stack(3, icon("seal-question", "warn", 16, "fill"), GROW, gap=0), (words, 1),
                   gap=6)  # fmt: skip
    if not source and seal is None:
        return None
    made = QFrame()
    book = None
    if source:
        sign = stack(3, icon("book-open", "ink_3", 16), GROW, gap=0)
        book = row(sign, (small(source, "ink_3", wrap=True), 1), gap=6)
    made.setLayout(stack(book, seal, gap=0))
    return made


def _sentence(context: Context, ruling: Ruling) -> tuple[str, list[str]]:
    """Return a ruling's sentence, and the ways out it names where they are many."""
    message = ruling.message
    ways: Sequence[Message] = message.params.get("ways", ())
    if len(ways) < _MANY:
        return context.say(message), []
    return context.word(f"{message.code}_list"), [context.say(one) for one in ways]


def _way(words: str, size: str) -> QWidget:
    made = QFrame()
    sign = stack(5, icon("caret-right", "ink_3", 14), GROW, gap=0)
    made.setLayout(row(sign, (label(words, size, wrap=True), 1), gap=6))
    return made


class RulingLine(QFrame):
    """One ruling: sign, sentence, source beneath; ``size`` is the sentence's, a title leads it."""

    def __init__(
        self, context: Context, ruling: Ruling, *, size: str = "body", title: str = ""
    ) -> None:
        super().__init__()
        self.ruling = ruling
        glyph, tone = look(ruling.holds)
        said, ways = _sentence(context, ruling)
        weight = "medium" if ruling.holds is False and len(said) < _SHORT else "regular"
        sign = stack(3, icon(glyph, tone, 18, "fill"), GROW, gap=0)
        words = stack(
            label(title, size, "strong", wrap=True) if title else None,
            label(said, size, weight, wrap=True),
            *(_way(one, size) for one in ways),
            source_line(context, ruling.source, verified=ruling.verified),
            gap=0,
        )
        self.setLayout(row(sign, (words, 1), gap=8))
        head = f"{title}. " if title else ""
        self.setAccessibleName(f"{head}{told(context, ruling)} ({state_words(ruling.holds)})")


__all__ = ["RulingLine", "left_words", "look", "source_line", "state_words", "told"]
