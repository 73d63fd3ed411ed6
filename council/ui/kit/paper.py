"""Pages as they will print."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPaintEvent, QTextDocument
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit.boxes import A
from council.ui.kit.paint import Brush
from council.ui.theme import col, font, hexa

PAGE_W, PAGE_H = 595, 842  # A4 in points


class Paper(QWidget):
    """An A4 page: HTML laid out at 595 x 842 pt in the document face, scaled down to a width."""

    def __init__(self, html: str, w: int, h: int = 0, draft: str = "", foot: str = "") -> None:
        super().__init__()
        self._w, self._draft, self._foot = w, draft, foot
        self._doc = QTextDocument(self)
        self._doc.setDefaultFont(font(11, "regular", "paper"))
        self._doc.setDocumentMargin(0)
        self._doc.setTextWidth(PAGE_W - 112)
        self._doc.setDefaultStyleSheet(f"body, td, p {{ color: {hexa('paper_ink')}; }}")
        self._doc.setHtml(f"<body>{html}</body>")
        self.setFixedSize(w, h or round(w * PAGE_H / PAGE_W))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, the draft mark and the foot."""
        brush = Brush(self)
        box = QRectF(self.rect())
        brush.plate(box, "paper", "line", 2)
        brush.setClipRect(box.adjusted(1, 1, -1, -1))
        scale = self._w / PAGE_W
        brush.scale(scale, scale)
        if self._draft:
            brush.save()
            brush.translate(297, 520)
            brush.rotate(-52)
            brush.setFont(font(110, "strong", "paper"))
            brush.setPen(QColor(0, 0, 0, 14))
            brush.drawText(QRectF(-400, -100, 800, 200), A.AlignCenter.value, self._draft)
            brush.restore()
        brush.save()
        brush.translate(56, 48)
        self._doc.drawContents(brush)
        brush.restore()
        if self._foot:
            brush.fillRect(QRectF(0, 790, PAGE_W, 52), col("paper"))
            brush.setPen(col("paper_ink"))
            brush.setFont(font(9, "regular", "paper"))
            brush.drawText(QRectF(56, 798, PAGE_W - 112, 20), A.AlignLeft.value, self._foot)
        brush.end()


class PdfPage(QWidget):
    """One page of a real PDF, drawn to the width it is given and as sharp as the screen."""

    def __init__(self, width: int = 0) -> None:
        super().__init__()
        self._pdf = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._page = 0
        self._image: QImage | None = None
        if width:
            self.setFixedWidth(width)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pdf(self, data: bytes) -> None:
        """Show another PDF; the page number is kept where it can be."""
        self._pdf.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pdf.load(self._buffer)
        self.set_page(min(self._page, max(0, self.page_count() - 1)))
        self.updateGeometry()

    def page_count(self) -> int:
        """Return the number of pages."""
        return self._pdf.pageCount()

    def page(self) -> int:
        """Return the page shown, from 0."""
        return self._page

    def set_page(self, page: int) -> None:
        """Show another page, from 0."""
        self._page = max(0, min(page, self.page_count() - 1))
        self._image = None
        self.setAccessibleName(f"PDF {self._page + 1} / {self.page_count()}")
        self.update()

    def _ratio(self) -> float:
        size = self._pdf.pagePointSize(self._page) if self.page_count() else None
        return size.height() / size.width() if size and size.width() else PAGE_H / PAGE_W

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page at a width."""
        return round(width * self._ratio())

    def sizeHint(self) -> QSize:
        """Ask for a page at its width."""
        wide = max(self.minimumWidth(), 200)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page; it is rendered once for each size."""
        brush = Brush(self)
        box = QRectF(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))
        brush.plate(box, "paper", None, 0)
        if self.page_count():
            want = (box.size() * self.devicePixelRatioF()).toSize()
            if self._image is None or self._image.size() != want:
                self._image = self._pdf.render(self._page, want, QPdfDocumentRenderOptions())
            brush.setRenderHint(Brush.RenderHint.SmoothPixmapTransform)
            brush.setCompositionMode(Brush.CompositionMode.CompositionMode_Multiply)
            brush.drawImage(box, self._image)
            brush.setCompositionMode(Brush.CompositionMode.CompositionMode_SourceOver)
        brush.plate(box, None, "line", 2)
        brush.end()


__all__ = ["PAGE_H", "PAGE_W", "Paper", "PdfPage"]
