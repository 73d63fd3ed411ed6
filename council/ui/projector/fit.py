"""Words set as large as their box allows: a sentence large, a page of a resolution smaller."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QTextDocument, QTextOption, QTransform

from council.ui.projector.look import LEAST, MOST, SIZES
from council.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.ui.projector.look import Look

Pieces = list[tuple[str, str]]
_ROUGH = 12
"""Characters by which a text that is cut may be shorter than it could be."""


class Fitted:
    """Marked words in the largest size that fits a box; what no size holds ends with an ellipsis.

    ``pieces`` are (same, ins or del, words). Insertions are underlined, deletions struck through.
    """

    def __init__(
        self,
        pieces: Sequence[tuple[str, str]],
        look: Look,
        size: QSizeF,
        *,
        colour: str = "ink",
        weight: str = "regular",
        most: int = MOST,
        least: int = LEAST,
    ) -> None:
        self._look, self._size, self._colour, self._weight = look, size, colour, weight
        self.pieces: Pieces = list(pieces)
        self.document = self._document(self.pieces)
        self.pixels = self._largest([look.px(one) for one in SIZES if least <= one <= most])
        self.cut = self._tall(self.pixels)
        if self.cut:
            self.pieces = self._shortened()
            self.document = self._document(self.pieces)
        self._set(self.pixels)

    @property
    def height(self) -> float:
        """Return the height the words take."""
        return self.document.size().height()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at x, y."""
        painter.save()
        painter.setTransform(QTransform.fromTranslate(x, y), combine=True)
        self.document.drawContents(painter, QRectF(0, 0, self._size.width(), self.height))
        painter.restore()

    def _document(self, pieces: Pieces) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        made.setHtml(self._html(pieces))
        return made

    def _set(self, pixels: int) -> None:
        """Set the words in a size."""
        self.document.setDefaultFont(font(pixels, self._weight))
        self.document.setTextWidth(self._size.width())

    def _html(self, pieces: Pieces) -> str:
        look = self._look
        ink = look.colour(self._colour)
        kept = "white-space:pre-wrap;"
        come = f"color:{look.colour('yes')};background:{look.colour('yes_soft')};"
        gone = f"color:{look.colour('no')};background:{look.colour('no_soft')};"
        styles = {
            "same": f"{kept}color:{ink}",
            "ins": f"{kept}{come}text-decoration:underline;font-weight:600",
            "del": f"{kept}{gone}text-decoration:line-through",
        }
        spans = (
            f'<span style="{styles[kind]}">{escape(words).replace(chr(10), "<br>")}</span>'
            for kind, words in pieces
        )
        return "".join(spans)

    def _tall(self, pixels: int) -> bool:
        """Tell whether the words are too high in a size."""
        self._set(pixels)
        return self.height > self._size.height()

    def _largest(self, sizes: Sequence[int]) -> int:
        """Return the largest of these sizes at which all words fit, the least when none does."""
        least, most = 0, len(sizes) - 1
        while least < most:
            middle = (least + most + 1) // 2
            if self._tall(sizes[middle]):
                most = middle - 1
            else:
                least = middle
        return sizes[least]

    def _shortened(self) -> Pieces:
        """Return as much of the words as fits with an ellipsis behind it."""
        least, most = 0, sum(len(words) for _kind, words in self.pieces)
        while most - least > _ROUGH:
            middle = (least + most + 1) // 2
            self.document = self._document(_first(self.pieces, middle))
            if self._tall(self.pixels):
                most = middle - 1
            else:
                least = middle
        return _first(self.pieces, least)


def _first(pieces: Pieces, count: int) -> Pieces:
    """Return the first characters of marked words and an ellipsis, cut at a space if there is."""
    kept: Pieces = []
    for kind, words in pieces:
        part = words[:count]
        count -= len(words)
        if count < 0:
            head, space, _tail = part.rpartition(" ")
            kept.append((kind, head if space and head else part))
            break
        kept.append((kind, part))
    return [*kept, ("same", " …")]
