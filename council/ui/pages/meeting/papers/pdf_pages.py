"""The pages of a PDF, scrolled and turned by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame

from council.ui.theme import col

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from council.services.desk import Desk

_ALL_AT_ONCE = 100
"""So many pages are laid out one below the other; a longer paper is turned page by page."""


def read_pdf(_desk: Desk, path: Path) -> QPdfDocument:
    """Open a PDF; a damaged one is searched to its end, so this is asked of the dispatcher."""
    pdf = QPdfDocument()
    pdf.load(str(path))
    app = QCoreApplication.instance()
    if app is not None:
        pdf.moveToThread(app.thread())
    return pdf


class PdfPages(QPdfView):
    """A PDF from a file, which is read as it is looked at.

    Signals: ``turned()`` when another page is in front.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        # WORKAROUND: as a child of its view a document crashes with it (Qt 6.12).
        self.pdf = QPdfDocument()
        self.setDocument(self.pdf)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages of the paper"))
        ground = self.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Mid):
            ground.setColor(role, col("sunken"))
        self.setPalette(ground)
        self.pageNavigator().currentPageChanged.connect(self.turned)

    def show_pdf(self, pdf: QPdfDocument) -> bool:
        """Show a PDF that was read by ``read_pdf``; return whether it is one that can be shown."""
        before, self.pdf = self.pdf, pdf
        many = pdf.pageCount() > _ALL_AT_ONCE
        mode = QPdfView.PageMode
        self.setPageMode(mode.SinglePage if many else mode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(pdf)
        before.close()
        self.verticalScrollBar().setValue(0)
        return pdf.status() == QPdfDocument.Status.Ready

    def let_go(self) -> None:
        """Close the file."""
        self.pdf.close()

    def page(self) -> int:
        """Return the page in front, from 0."""
        return self.pageNavigator().currentPage()

    def count(self) -> int:
        """Return the number of pages."""
        return self.pdf.pageCount()

    def turn(self, way: int) -> None:
        """Go to the next page, or back."""
        wanted = max(0, min(self.count() - 1, self.page() + way))
        self.pageNavigator().jump(wanted, QPointF(), 0)

    def set_zoom(self, zoom: float) -> None:
        """Show it at so many times the width that fits; 1 fits."""
        if zoom == 1.0:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        size = self.pdf.pagePointSize(max(0, self.page()))
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        points = self.logicalDpiX() / 72
        fit = room / max(1.0, size.width() * points)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(fit * zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by Page Up and Page Down, go to either end by Home and End."""
        ways = {
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -self.count(),
            Qt.Key.Key_End: self.count(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.turn(way)
