"""Words: labels, headings, marked text."""

from __future__ import annotations

import html as html_module

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from council.ui.kit.boxes import GROW, row
from council.ui.theme import col, font, hexa


def set_color(widget: QWidget, color: str) -> None:
    """Colour a label by its palette; ``color:`` in a style sheet would beat every palette."""
    made = widget.palette()
    made.setColor(QPalette.ColorRole.WindowText, col(color))
    widget.setPalette(made)


def label(
    text: str,
    size: str | int = "body",
    weight: str = "regular",
    color: str = "ink",
    wrap: bool = False,
    align: Qt.AlignmentFlag | None = None,
    width: int = 0,
) -> QLabel:
    """Make a label in tokens; markup in a council's words stays words."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(font(size, weight))
    set_color(made, color)
    made.setWordWrap(wrap)
    if align is not None:
        made.setAlignment(align)
    if width:
        made.setFixedWidth(width)
    return made


def small(
    text: str,
    color: str = "ink_3",
    weight: str = "regular",
    wrap: bool = False,
    align: Qt.AlignmentFlag | None = None,
    width: int = 0,
) -> QLabel:
    """Make a label in the small size: remarks, second lines, times."""
    return label(text, "small", weight, color, wrap, align, width)


def heading(text: str) -> QLabel:
    """Make the one heading of a page."""
    return label(text, "heading", "strong")


def group(text: str, right: str | QWidget | None = None) -> QHBoxLayout:
    """Lay out a quiet section title with something short at its right end."""
    end = small(right) if isinstance(right, str) else right
    return row(label(text, "small", "strong", "ink_2"), GROW, end, gap=8)


class Elided(QLabel):
    """A one-line label that shortens sideways and tells the whole text as a tooltip."""

    def __init__(
        self,
        text: str = "",
        size: str | int = "body",
        weight: str = "regular",
        color: str = "ink",
    ) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        set_color(self, color)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24)
        )
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def resizeEvent(self, event: QEvent) -> None:
        """Shorten again for the new width."""
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())


def width_of(text: str, size: str | int = "body", weight: str = "regular") -> float:
    """Return the width of a text in pixels."""
    return QFontMetricsF(font(size, weight)).horizontalAdvance(text)


def wrap_height(text: str, width: float, size: str | int = "body", weight: str = "regular") -> int:
    """Return the height in pixels of a text wrapped to a width."""
    metrics = QFontMetricsF(font(size, weight))
    box = metrics.boundingRect(QRectF(0, 0, width, 4000), int(Qt.TextFlag.TextWordWrap), text)
    return round(box.height() + 0.49)


def marked_html(pieces: list[tuple[str, str]]) -> str:
    """Turn (same, ins or del, words) pieces into HTML for ``rich``; words are escaped."""
    return "".join(
        html_module.escape(words)
        if kind == "same"
        else f"<{kind}>{html_module.escape(words)}</{kind}>"
        for kind, words in pieces
    )


def rich(
    html: str, size: str | int = "body", weight: str = "regular", color: str = "ink"
) -> QLabel:
    """Make a wrapping label with insertions and deletions: <ins> and <del> read without colour.

    The caller escapes its words, best by ``marked_html``.
    """
    ins = (
        f'<span style="background:{hexa("yes_soft")};color:{hexa("yes")};'
        'text-decoration:underline;font-weight:600;">'
    )
    gone = (
        f'<span style="background:{hexa("no_soft")};color:{hexa("no")};'
        'text-decoration:line-through;">'
    )
    made = label("", size, weight, color, wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    html = html.replace("<ins>", ins).replace("</ins>", "</span>")
    made.setText(html.replace("<del>", gone).replace("</del>", "</span>"))
    return made


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
        from council.ui.kit.paint import Brush

        brush = Brush(self)
        self._doc.setTextWidth(self.width())
        self._doc.drawContents(brush)
        brush.end()


def fact_html(words: str) -> str:
    """Escape words and mark them as a fact for ``FactText``."""
    return f'<span style="color:{FACT}">{html_module.escape(words)}</span>'
