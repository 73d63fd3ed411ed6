"""Drawing the filled pages: running lines, the pale stamp, the blocks, and the file's metadata."""

from __future__ import annotations

import io
import math
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from council.reports import theme as look
from council.reports.builder import Builder, one_line
from council.reports.canvas import Ink, Pen
from council.reports.lines import clean
from council.reports.pages import Placed, numbers, paginate

if TYPE_CHECKING:
    from council.domain.document import Document
    from council.reports.lines import Line, Type
    from council.reports.theme import Theme

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_STATE = re.compile(r"\s+[–—-]\s+|[:(]")


class Press:
    """Prints one document into a file in memory."""

    def __init__(self, document: Document, notice: str) -> None:
        self.document = document
        self.notice = notice
        self.theme: Theme = look.theme(
            document.paper, document.language, wide=document.kind == "sheet"
        )
        self.file = io.BytesIO()
        title = clean(document.title).strip() or document.kind
        self.pen = Pen(self.file, self.theme.size, title=title, language=document.language)

    def run(self) -> tuple[bytes, list[Ink]]:
        """Return the PDF and where its lines of text stand."""
        theme = self.theme
        flows = Builder(self.document, self.pen.root).build(self.notice)
        pages = paginate(flows, top=theme.size[1] - theme.top, bottom=theme.bottom)
        self._metadata()
        for page, (number, total) in zip(pages, numbers(pages), strict=True):
            self._page(page, number, total)
            self.pen.showPage()
        self.pen.save()
        return self.file.getvalue(), self.pen.ink

    def _metadata(self) -> None:
        self.pen.setAuthor(clean(self.document.author))
        self.pen.setSubject(clean(self.document.subject))
        self.pen.setCreator("Council")
        self.pen.setProducer("Council")

    def _page(self, page: list[Placed], number: int, total: int) -> None:
        self._watermark()
        with self.pen.artifact("Pagination"):
            if number > 1:
                self._header()
        for placed in page:
            placed.flow.draw(self.pen, self.theme.left, placed.top)
        with self.pen.artifact("Pagination"):
            self._footer(number, total)

    def _watermark(self) -> None:
        """Draw the state large and pale across the page, as shapes: nothing to read or to copy."""
        words = _STATE.split(self.document.stamp.strip())[0]
        if not words:
            return
        style = replace(self.theme.title, size=100.0, colour=look.WATERMARK)
        line = one_line(words, style, math.inf)
        if not line.width:
            return
        wide, high = self.theme.size
        scale = min(0.62 * math.hypot(wide, high) / line.width, 1.7)
        self.pen.saveState()
        self.pen.translate(wide / 2, high / 2)
        self.pen.rotate(math.degrees(math.atan2(high, wide)))
        self.pen.scale(scale, scale)
        self.pen.translate(-line.width / 2, -30)
        self.pen.outlines(line, style)
        self.pen.restoreState()

    def _header(self) -> None:
        theme, style = self.theme, self.theme.running
        base = theme.size[1] - theme.top + 20
        title, state = self.head_lines
        self._at_right(state, base, replace(style, bold=True, colour=look.STAMP))
        self.pen.line_of_text(title, theme.left, base, style)
        self._rule(base - 6)

    @cached_property
    def head_lines(self) -> tuple[Line, Line]:
        """Return what stands at the left and the right of the following pages' heads."""
        theme, style = self.theme, self.theme.running
        words = " · ".join(words for words in (self.notice, self.document.stamp) if words)
        state = one_line(words, replace(style, bold=True, colour=look.STAMP), theme.width / 2)
        room = theme.width - state.width - (16 if state.width else 0)
        return one_line(self.document.title, style, room), state

    @cached_property
    def foot_lines(self) -> list[Line]:
        """Return the lines at the left of each foot; the first leaves room for the number."""
        texts = [text for text in (self.document.footer, self.document.fingerprint) if text]
        room = self.theme.width - 110
        return [
            one_line(text, self.theme.running, self.theme.width if place else room)
            for place, text in enumerate(texts)
        ]

    def _footer(self, number: int, total: int) -> None:
        theme, style = self.theme, self.theme.running
        base = theme.bottom - 24
        self._rule(base + 13)
        words = self.document.page_words
        words = words.replace("{page}", str(number)).replace("{pages}", str(total))
        if self.document.digits == "thai":
            words = words.translate(_THAI_DIGITS)
        page = one_line(words, style, 100)
        for place, line in enumerate(self.foot_lines):
            self.pen.line_of_text(line, theme.left, base - place * style.leading, style)
        self._at_right(page, base, style)

    def _at_right(self, line: Line, base: float, style: Type) -> None:
        right = self.theme.size[0] - self.theme.right
        self.pen.line_of_text(line, right - line.width, base, style)

    def _rule(self, y: float) -> None:
        self.pen.hairline(self.theme.left, y, self.theme.left + self.theme.width, y, look.LINE)
