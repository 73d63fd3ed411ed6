"""How the console says what the rules say: the sentence and the source, each reason once."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from council.ui.kit import GROW, frame, icon, rich, row, stack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from council.domain.messages import Message
    from council.domain.rulings import Ruling
    from council.ui.context import Context


def cited(sentence: str, source: str, *, verified: bool = True) -> str:
    """Return a sentence with its source, which is marked while it is to be confirmed."""
    if not source:
        return sentence
    if not verified:
        words = QCoreApplication.translate("Meeting", "{source}, to be confirmed")
        source = words.format(source=source)
    return f"{sentence} · {source}"


def told(context: Context, ruling: Ruling) -> str:
    """Return what a ruling says, with its source."""
    return cited(context.say(ruling.message), ruling.source, verified=ruling.verified)


@dataclass
class Reason:
    """One reason with everything it holds of; ``codes`` and ``names`` run side by side."""

    words: str
    source: str
    codes: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Return the reason with its source."""
        return cited(self.words, self.source)


def by_reason(context: Context, said: Iterable[tuple[str, str, Message, str]]) -> list[Reason]:
    """Group (code, name, message, source) by what is said."""
    grouped: dict[str, Reason] = {}
    for code, name, message, source in said:
        words = context.say(message)
        reason = grouped.setdefault(words, Reason(words, source))
        reason.codes.append(code)
        reason.names.append(name)
    return list(grouped.values())


def reason_line(
    names: str,
    why: str,
    *,
    glyph: str = "prohibit",
    tone: str = "ink_3",
    action: QWidget | None = None,
) -> QWidget:
    """Make a line of a sign, names, a dash, the reason with its source, and an action."""
    head = f"<span style='font-weight:500'>{escape(names)}</span>&nbsp; — " if names else ""
    words = rich(f"{head}{escape(why)}", "small", color="ink_2")
    words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    words.setAccessibleName(f"{names}: {why}" if names else why)
    sign = stack(3, icon(glyph, tone, 16), GROW, gap=0)
    line = row(sign, (words, 1), gap=8)
    if action is not None:
        line.addLayout(stack(action, GROW, gap=0))
    return frame("", line)
