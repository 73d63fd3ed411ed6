"""How often each choice was taken: mark, number, word, in as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.ui.kit import Brush, Painted, vote_mark, width_of
from council.ui.kit.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.ui.context import Context

_HEIGHT = 32


def vote_counts(context: Context, counts: Sequence[tuple[str, int]]) -> Flow:
    """Show (code of a choice, how many) side by side; a line that is full is broken."""
    made = Flow(18, 2)
    told = []
    for code, count in counts:
        word = context.word(f"choice.{code}").lower()
        told.append(f"{word} {count}")
        made.add(_part(code, str(count), word))
    made.setAccessibleName(", ".join(told))
    return made


def _part(code: str, count: str, word: str) -> Painted:
    used = width_of(count, 17, "strong")
    wide = round(38 + used + width_of(word, "small") + 4)

    def paint(brush: Brush, box: QRectF) -> None:
        vote_mark(brush, code, 0, 4, 24)
        brush.write(QRectF(32, 0, used + 4, _HEIGHT), count, 17, "strong")
        room = QRectF(38 + used, 1, box.width() - 38 - used, _HEIGHT)
        brush.write(room, word, "small", "regular", "ink_2")

    return Painted(paint, wide, _HEIGHT, name=f"{word} {count}")
