"""A paper inside the window: PDF, picture or text; for anything else, what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QStackedWidget, QWidget

from council.domain import calendars
from council.domain.messages import CouncilError
from council.services.planning import paper_words, papers
from council.ui.kit import (
    GROW,
    A,
    Button,
    Elided,
    chip,
    combo,
    frame,
    hline,
    icon,
    refill,
    row,
    small,
    stack,
    wrap_height,
)
from council.ui.pages.meeting.papers import kinds
from council.ui.pages.meeting.papers.copies import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
    from PySide6.QtPdf import QPdfDocument

    from council.domain.messages import Message
    from council.services.desk import Desk
    from council.services.planning.papers import PaperRow
    from council.ui.context import Context
    from council.ui.pages.meeting.papers.pdf_pages import PdfPages
    from council.ui.pages.meeting.papers.pictures import PictureView

_ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_FITS: Final = 2
_TOLD_W: Final = 300
_NARROW: Final = 600
_MOST_LETTERS: Final = 200_000


def read_text(_desk: Desk, path: Path) -> str:
    """Read the beginning of a text file; its bytes that are no UTF-8 show as signs."""
    with path.open("rb") as file:
        data = file.read(_MOST_LETTERS)
    return data.decode("utf-8-sig", "replace")


def _read_pdf(desk: Desk, path: Path) -> QPdfDocument:
    """Open a PDF, and load what shows it, both off the GUI thread."""
    from council.ui.pages.meeting.papers.pdf_pages import read_pdf

    return read_pdf(desk, path)


class PaperViewer(QFrame):
    """Shows one version of a paper.

    Keys: Page Up and Page Down turn, + and - zoom, 0 fits, Escape closes.
    Signals: ``closed()``.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context = context
        self.paper: PaperRow | None = None
        self._zoom = _FITS
        self._pdf: PdfPages | None = None
        self._picture: PictureView | None = None
        self._versions: list[PaperRow] = []
        self._name = Elided("", "body", "strong")
        self._facts = small("", "ink_2")
        self._marks = row(gap=6)
        self._page = small("", "ink_2")
        self.version = combo([("", "")], name=self.tr("Version"), width=214)
        self.back = Button(self.tr("Back"), "caret-left", "normal", "Esc", dense=True)
        self.up = self._tool("caret-up", self.tr("Page back"))
        self.down = self._tool("caret-down", self.tr("Next page"))
        self.smaller = self._tool("minus", self.tr("Smaller"))
        self.fit = self._tool("rows", self.tr("Fit to the room"))
        self.larger = self._tool("plus", self.tr("Larger"))
        self.outside = Button(self.tr("Open with the computer's program"), "arrow-square-out")
        self.save = Button(self.tr("Save as…"), "download-simple", dense=True)
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the size and the pages out where the versions need the room."""
        super().resizeEvent(event)
        self._facts.setVisible(self.width() >= _NARROW)

    def _tool(self, glyph: str, name: str) -> Button:
        return Button("", glyph, "plain", h=32, name=name)

    def _lay_out(self) -> None:
        self._turning = (self.up, self._page, self.down)
        self._zooming = (self.smaller, self.fit, self.larger)
        head = row(self.back, (self._name, 1), self._marks, self.save, gap=10)
        tools = row(
            self._facts, self.version, GROW, *self._turning, 8, *self._zooming, gap=4,
        )  # fmt: skip
        self._glyph = row(gap=0)
        self._told = small("", "ink_2", wrap=True, align=A.AlignHCenter)
        other = stack(GROW, gap=12, pad=24)
        other.addLayout(row(GROW, self._glyph, GROW))
        other.addWidget(self._told, 0, Qt.AlignmentFlag.AlignHCenter)
        other.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignHCenter)
        other.addStretch(2)
        self._other = QWidget()
        self._other.setLayout(other)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setProperty("bare", True)
        self.text.document().setDocumentMargin(16)
        self.text.setAccessibleName(self.tr("Text of the paper"))
        words = self.tr("Only its words are shown, not how it is laid out.")
        outside = self.tr("Open with the computer's program")
        self.program = Button(outside, "arrow-square-out", "quiet", dense=True)
        self._only_words = frame("well", row((small(words, "ink_2", wrap=True), 1), self.program,
                                             pad=(12, 4, 8, 4)))  # fmt: skip
        self._text_page = QWidget()
        self._text_page.setLayout(stack(self._only_words, (self.text, 1), gap=0))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._other)
        self.pages.addWidget(self._text_page)
        self.setLayout(
            stack(stack(head, tools, gap=6, pad=(12, 10, 12, 8)), hline(), (self.pages, 1), gap=0,
                  pad=1)
        )  # fmt: skip

    def _connect(self) -> None:
        self.back.clicked.connect(self.close_paper)
        self.up.clicked.connect(lambda: self._turn(-1))
        self.down.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._zoom_to(self._zoom - 1))
        self.larger.clicked.connect(lambda: self._zoom_to(self._zoom + 1))
        self.fit.clicked.connect(lambda: self._zoom_to(_FITS))
        self.outside.clicked.connect(self._on_outside)
        self.program.clicked.connect(self._on_outside)
        self.save.clicked.connect(self._on_save)
        self.version.activated.connect(self._on_version)

    # ---------------------------------------------------------------------- showing

    def show_paper(self, uid: str) -> None:
        """Show a version of a paper; its bytes come from the dispatcher's thread."""
        self._versions = papers.list_versions(self.context.reader, uid)
        paper = next(one for one in self._versions if one.uid == uid)
        self.paper, self._zoom = paper, _FITS
        self._show_head(paper)
        self._tell(self.tr("Opening …"))
        if kinds.view_of(paper.media_type) == "other":
            self._show_other()
            return
        name = kinds.copy_name(paper.name, paper.media_type) or ""
        self._ask(copy_of, uid, name, then=self._on_copied)

    def refresh(self) -> None:
        """Show what changed of the paper; close when it was removed."""
        if self.paper is None:
            return
        try:
            self._versions = papers.list_versions(self.context.reader, self.paper.uid)
        except CouncilError:  # it is gone, or its arrival was undone
            self.close_paper()
            return
        uid = self.paper.uid
        self.paper = next(one for one in self._versions if one.uid == uid)
        self._show_head(self.paper)

    def _show_head(self, paper: PaperRow) -> None:
        self._name.set_text(paper.name)
        parts = (kinds.size_words(paper.size), kinds.pages_words(paper.pages))
        self._facts.setText(" · ".join(part for part in parts if part))
        tone, glyph = ("neutral", "globe") if paper.public else ("warn", "lock-simple")
        older = None
        if not paper.newest:
            older = chip(self.tr("older version"), "warn", "clock-counter-clockwise")
        refill(
            self._marks,
            older,
            chip(kinds.access_words(public=paper.public), tone, glyph, weight="regular"),
        )
        self.version.clear()
        for one in self._versions:
            self.version.addItem(self._version_words(one), one.uid)
        self.version.setCurrentIndex(self.version.findData(paper.uid))
        self.version.setVisible(len(self._versions) > 1)

    def _version_words(self, one: PaperRow) -> str:
        words = kinds.version_words(one.version)
        if one.added_at is None:
            return words
        day = calendars.short_date(one.added_at.date(), self.context.language)
        return f"{words} · {day}"

    def _show_tools(self, view: str) -> None:
        for tool in self._turning:
            tool.setVisible(view == "pdf")
        for tool in self._zooming:
            tool.setVisible(view in ("pdf", "picture"))

    def _ask(
        self, service: Callable[..., object], *args: object, then: Callable[[Any], object]
    ) -> None:
        """Ask for something of the paper shown; go on unless another one is shown by then."""
        shown = self.paper

        def arrived(found: Any) -> None:
            if self.paper is shown:
                then(found)

        self.context.dispatcher.ask(service, *args, on_done=arrived, on_error=self._on_refused)

    def _on_copied(self, path: Path) -> None:
        view = kinds.view_of(self.paper.media_type) if self.paper else ""
        if view == "pdf":
            self._ask(_read_pdf, path, then=self._show_pdf)
        elif view == "picture":
            from council.ui.pages.meeting.papers.pictures import read_levels

            self._ask(read_levels, path, then=self._show_picture)
        elif view == "words" and self.paper is not None:
            kind = self.paper.media_type
            self._ask(paper_words.read_words, path, kind, then=self._show_words)
        else:
            self._ask(read_text, path, then=self._show_text)

    def _show_pdf(self, pdf: QPdfDocument) -> None:
        if self._pdf is None:
            from council.ui.pages.meeting.papers.pdf_pages import PdfPages

            self._pdf = PdfPages()
            self._pdf.turned.connect(self._show_page)
            self.pages.addWidget(self._pdf)
        if not self._pdf.show_pdf(pdf):
            self._show_other(self.tr("This PDF is locked or damaged, so it cannot be shown here."))
            return
        self._bring(self._pdf, "pdf")
        self._show_page()

    def _show_picture(self, levels: list[QImage]) -> None:
        if not levels:
            self._show_other(self.tr("This picture is damaged, so it cannot be shown."))
            return
        if self._picture is None:
            from council.ui.pages.meeting.papers.pictures import PictureView

            self._picture = PictureView()
            self.pages.addWidget(self._picture)
        self._bring(self._picture, "picture")
        self._picture.set_levels(levels)

    def _show_words(self, words: str | None) -> None:
        """Show the words of what an office program laid out."""
        if not words:
            why = self.tr("No words could be read from this file.")
            self._show_other(why)
            return
        self.text.setPlainText(words[:_MOST_LETTERS])
        self._only_words.show()
        self._bring(self._text_page, "words")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_text(self, words: str) -> None:
        self.text.setPlainText(words)
        self._only_words.hide()
        self._bring(self._text_page, "text")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.paper is not None and self.paper.size > _MOST_LETTERS:
            self._facts.setText(self.tr("Only the beginning is shown. Save it to read all of it."))

    def _show_other(self, why: str = "") -> None:
        self._tell(why or self.tr("This kind of file cannot be shown inside the window."))
        paper = self.paper
        allowed = paper is not None and kinds.copy_name(paper.name, paper.media_type) is not None
        self.outside.setVisible(allowed)
        if not allowed:
            more = self.tr("It may be a program, so it is not opened from here. Save it instead.")
            self._say(f"{self._told.text()} {more}")
        (self.outside if allowed else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        # Centred labels know no height for their width.
        self._told.setFixedSize(_TOLD_W, wrap_height(words, _TOLD_W, "small") + 4)

    def _tell(self, words: str) -> None:
        self._say(words)
        self.outside.hide()
        glyph = kinds.glyph_of(self.paper.media_type) if self.paper else "file-text"
        refill(self._glyph, icon(glyph, "accent", 40))
        self._show_tools("")
        self.pages.setCurrentWidget(self._other)

    def _bring(self, view: QWidget, code: str) -> None:
        self._show_tools(code)
        self.pages.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self) -> None:
        if self._pdf is not None:
            words = self.tr("Page {page} of {count}")
            page, count = self._pdf.page(), self._pdf.count()
            self._page.setText(words.format(page=page + 1, count=count))
            self.up.setEnabled(page > 0)
            self.down.setEnabled(page + 1 < count)

    # ---------------------------------------------------------------------- doing

    def _turn(self, way: int) -> None:
        if self._pdf is not None and self.pages.currentWidget() is self._pdf:
            self._pdf.turn(way)

    def _zoom_to(self, place: int) -> None:
        self._zoom = max(0, min(len(_ZOOMS) - 1, place))
        view = self.pages.currentWidget()
        if view is self._pdf and self._pdf is not None:
            self._pdf.set_zoom(_ZOOMS[self._zoom])
        elif view is self._picture and self._picture is not None:
            self._picture.set_zoom(_ZOOMS[self._zoom])

    def _on_version(self) -> None:
        self.show_paper(str(self.version.currentData()))

    def _on_outside(self) -> None:
        if self.paper is not None:
            name = kinds.copy_name(self.paper.name, self.paper.media_type)
            if name is not None:
                self._ask(copy_of, self.paper.uid, name, then=self._open_outside)

    def _open_outside(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program on this computer opens {name}. Save it instead.")
            self.context.announce(words.format(name=path.name), "no")

    def _on_save(self) -> None:
        if self.paper is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as…"), self.paper.name)
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, path: Path) -> None:
        """Save the version shown as a file."""
        if self.paper is not None:
            self.context.dispatcher.ask(
                papers.save_paper,
                self.paper.uid,
                path,
                on_done=self._on_saved,
                on_error=self._on_refused,
            )

    def _on_saved(self, path: Path) -> None:
        self.context.announce(self.tr("Saved as {path}").format(path=path))

    def _on_refused(self, message: Message) -> None:
        self.context.announce(self.context.say(message), "no")

    def close_paper(self) -> None:
        """Let the paper go."""
        self.paper = None
        if self._pdf is not None:
            self._pdf.let_go()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, zoom by + - 0."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_paper()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_to(self._zoom + 1)
        elif key == Qt.Key.Key_Minus:
            self._zoom_to(self._zoom - 1)
        elif key == Qt.Key.Key_0:
            self._zoom_to(_FITS)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)


__all__ = ["PaperViewer"]
