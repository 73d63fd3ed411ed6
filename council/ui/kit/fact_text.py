"""Paragraphs whose facts are marked."""

from __future__ import annotations

import html as html_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit.paint import Brush
from council.ui.theme import col, font, hexa

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

FACT = "#010203"  # a colour no text has: marks facts in the HTML


class FactText(QWidget):
    """A paragraph whose facts carry a dotted line.

    HTML cannot ask for a dotted underline, a QTextCharFormat can; so facts come as
    ``<span style="color:{FACT}">`` (see ``fact_html``) and are formatted after reading.
    """

    def __init__(self, html: str, size: str | int = "body", current: bool = False) -> None:
        super().__init__()
        self._doc = QTextDocument(self)
        self._doc.setDefaultFont(font(size))
        self._doc.setDocumentMargin(0)
        self._doc.setDefaultStyleSheet(f"body {{ color: {hexa('ink')}; }}")
        self._doc.setHtml(f"<body>{html}</body>")
        self._dot_facts("accent" if current else "ink_3")
        self.setAccessibleName(self._doc.toPlainText())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fact_spans(self) -> list[tuple[int, int]]:
        spans = []
        block = self._doc.begin()
        while block.isValid():  # collect first: formatting while iterating upsets the iterator
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                if piece.charFormat().foreground().color().name() == FACT:
                    spans.append((piece.position(), piece.length()))
                pieces += 1
            block = block.next()
        return spans

    def _dot_facts(self, line: str) -> None:
        for start, length in self._fact_spans():
            cursor = QTextCursor(self._doc)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            dotted = QTextCharFormat()
            dotted.setForeground(col("ink"))
            dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dotted.setUnderlineColor(col(line))
            cursor.mergeCharFormat(dotted)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped paragraph."""
        self._doc.setTextWidth(width)
        return round(self._doc.size().height() + 0.49)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        return QSize(400, self.heightForWidth(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paragraph."""
        brush = Brush(self)
        self._doc.setTextWidth(self.width())
        self._doc.drawContents(brush)
        brush.end()


def fact_html(words: str) -> str:
    """Escape words and mark them as a fact for ``FactText``."""
    return f'<span style="color:{FACT}">{html_module.escape(words)}</span>'
