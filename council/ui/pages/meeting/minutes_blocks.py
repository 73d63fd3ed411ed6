"""The blocks of a document on the screen: what each looks like, and which one is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from council.domain.document import Box, Heading, Listing, Paragraph, Signatures, Table
from council.domain.document_data import block_lines
from council.ui.kit import (
    GROW,
    A,
    Brush,
    FactText,
    Painted,
    chip,
    frame,
    hline,
    icon,
    label,
    refill,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.minutes_words import (
    block_key,
    block_words,
    heading_parts,
    origin_words,
    plain,
    spans_html,
)
from council.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from council.domain.document import Block

GUTTER = 28
#: room for the soft ground around the current block
SIDE = 8
_CHIPS = {"yes": "check-circle", "no": "x-square", "neutral": "info"}
#: origin: (icon, whether a bar stands beside the words)
_MARKS = {
    "record": ("link-simple", True),
    "override": ("pencil-simple", True),
    "detached": ("link-break", True),
    "free": ("cursor-text", False),
}


class BlockView(QWidget):
    """One block of the document; the current one is on soft accent and has its source line.

    Signals: ``picked(str)`` with the key when it becomes current by mouse or keyboard;
    ``stepped(str, int)`` when an arrow key leaves it; ``opened(str)`` on Enter or a double click.
    """

    picked = Signal(str)
    stepped = Signal(str, int)
    opened = Signal(str)

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.block, self.key = block, block_key(block)
        self.current = False
        self._box = stack(gap=4)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        words = block_words(block)
        if isinstance(block, Paragraph) and block.origin:
            words = f"{words} ({origin_words(block.origin)})"
        self.setAccessibleName(words)
        if self.key:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_body(())

    # ---------------------------------------------------------------------- looks

    def show_body(self, below: tuple[QWidget, ...]) -> None:
        """Draw the block, and what lies below it when it is current."""
        self._set_pad()
        refill(self._box, self._body(), *below)

    def show_editor(self, editor: QWidget, below: tuple[QWidget, ...]) -> None:
        """Put a field where the words stand."""
        self._set_pad()
        gutter = Painted(self._paint_gutter, GUTTER)
        refill(self._box, frame("", row(gutter, (editor, 1), gap=10)), *below)

    def set_current(self, current: bool) -> None:
        """Be the block the keyboard is on, or not; only that one is reached by Tab."""
        self.current = current
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy if self.key else Qt.FocusPolicy.NoFocus)
        self.update()

    def _set_pad(self) -> None:
        tall = 6 if self.current and not isinstance(self.block, Heading) else 2
        self._box.setContentsMargins(SIDE, tall, SIDE + 4, tall)

    def _body(self) -> QWidget:
        match self.block:
            case Heading():
                return _heading(self.block)
            case Paragraph():
                gutter = Painted(self._paint_gutter, GUTTER)
                text = FactText(spans_html(self.block.spans), _size(self.block), self.current)
                indent = 24 if self.block.style == "indent" else 0
                return frame("", row(gutter, indent, (text, 1), gap=10))
            case Table():
                return _table(self.block)
            case Box():
                return _motion_box(self.block)
            case Listing():
                return _listing(self.block)
            case Signatures():
                return _signatures(self.block)
            case _:  # a letter's head and end
                return label("\n".join(block_lines(self.block)), wrap=True)

    def _paint_gutter(self, brush: Brush, box: QRectF) -> None:
        origin = self.block.origin if isinstance(self.block, Paragraph) else ""
        glyph, bar = _MARKS.get(origin, ("", False))
        ink = "warn" if origin == "detached" else "accent" if self.current else "ink_3"
        if glyph:
            brush.icon(glyph, 2, 4, 16, ink)
        if bar:
            line = "warn" if origin == "detached" else "accent" if self.current else "accent_line"
            brush.plate(QRectF(25, 2, 2, box.height() - 4), line, None, 1)

    def _lead(self) -> int:
        """Return the white space above a heading, which is not part of its ground."""
        block = self.block
        return (12 if block.level < 3 else 6) if isinstance(block, Heading) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the soft ground of the current block and the focus around it."""
        if self.current:
            brush = Brush(self)
            ring = "focus" if self.hasFocus() else None
            top = self._lead() - 2
            box = QRectF(self.rect()).adjusted(0, max(0, top), 0, 0)
            brush.plate(box, "accent_soft", ring, width=2)
            brush.end()

    # ---------------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrows, open with Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(self.key, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become current."""
        super().focusInEvent(event)
        self.update()
        if self.key and not self.current:
            self.picked.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lose the ring."""
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the words."""
        if self.key:
            self.opened.emit(self.key)


def _size(paragraph: Paragraph) -> str:
    return "small" if paragraph.style == "small" else "body"


def _heading(block: Heading) -> QWidget:
    number, title = heading_parts(block)
    size = {1: 19, 2: 17}.get(block.level, "body")
    words = label(title, size, "strong", wrap=True)
    mark = label(number, "body", "strong", "ink_2") if number else None
    line = row(mark, (words, 1), gap=10, pad=(0, 12 if block.level < 3 else 6, 0, 0))
    if mark is not None:
        line.setAlignment(mark, A.AlignTop)
        mark.setContentsMargins(0, 2 if block.level == 2 else 0, 0, 0)
    return frame("", line)


def _motion_box(block: Box) -> QWidget:
    made = chip(block.chip, block.tone, _CHIPS[block.tone], solid=True)
    top = row(
        icon("gavel", "accent", 18, "fill"),
        (label(plain(block.title), "body", "strong", wrap=True), 1),
        made,
        gap=8,
    )
    lines = [
        label(plain(line.spans), wrap=True)
        if line.key.endswith("/text")
        else FactText(spans_html(line.spans), "small")
        for line in block.body
    ]
    return frame("quote", stack(top, *lines, gap=4, pad=(14, 10, 14, 12)))


def _table(block: Table) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(GUTTER + 10, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(0)
    sides = {"l": A.AlignLeft, "r": A.AlignRight, "c": A.AlignHCenter}
    count = max([len(block.header), *(len(line) for line in block.rows)])
    align = [sides[letter] for letter in (block.align or "l" * count)]
    for column in range(count):
        grid.setColumnStretch(column, block.widths[column] if block.widths else 1)
    at = 0
    if any(block.header):
        for column, words in enumerate(block.header):
            grid.addWidget(small(words, "ink_3", "medium"), at, column, align[column])
        at += 1
    for line in block.rows:
        if block.borders:
            grid.addWidget(hline(), at, 0, 1, count)
            at += 1
        for column, cell in enumerate(line):
            text = label(plain(cell), 14, "medium" if column == 0 else "regular", wrap=True)
            text.setContentsMargins(0, 3, 0, 3)
            grid.addWidget(text, at, column)
            text.setAlignment(align[column] | A.AlignTop)
        at += 1
    made = frame("")
    made.setLayout(grid)
    return made


def _listing(block: Listing) -> QWidget:
    labels = block.labels or ("–",) * len(block.items)
    lines = [
        row(label(mark, color="ink_2", width=28), (FactText(spans_html(item)), 1), gap=8)
        for mark, item in zip(labels, block.items, strict=True)
    ]
    return frame("", stack(*lines, gap=2, pad=(GUTTER + 10, 0, 0, 0)))


def _signatures(block: Signatures) -> QWidget:
    def place(above: str, name: str, office: str) -> QWidget:
        lines = [small(words, "ink_2", align=A.AlignHCenter) for words in (name, office) if words]
        rule = Painted(lambda b, r: b.rule(0, 23.5, r.width(), 23.5, "line_strong"), 0, 24)
        head = small(above.strip(" ."), "ink_3")
        made = frame("", stack(row(head, (rule, 1), gap=6), *lines, gap=0))
        made.setMaximumWidth(280)
        return made

    places = [(place(*one), 1) for one in block.places]
    made = frame("", row(*places, GROW, gap=40, pad=(GUTTER + 10, 24, 0, 12)))
    made.setFont(font())
    return made
