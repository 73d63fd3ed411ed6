"""Words: labels, headings, marked text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette
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
    """A one-line label that shortens sideways and tells the whole text as a tooltip.

    It takes all the room there is; with ``hug`` no more than its text needs.
    """

    def __init__(
        self,
        text: str = "",
        size: str | int = "body",
        weight: str = "regular",
        color: str = "ink",
        *,
        hug: bool = False,
    ) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        set_color(self, color)
        wide = QSizePolicy.Policy.Maximum if hug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

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

    def minimumSizeHint(self) -> QSize:
        """Bear a few letters."""
        return QSize(24, super().minimumSizeHint().height())


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
    from html import escape

    return "".join(
        escape(words) if kind == "same" else f"<{kind}>{escape(words)}</{kind}>"
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
