"""After every PDF: where it is, and Open, Open folder, Print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame, QWidget

from council.ui.kit import Button, Elided, icon, label, row, stack

if TYPE_CHECKING:
    from pathlib import Path


def safe_name(name: str) -> str:
    """Return a file name without what some system forbids; Thai and other letters stay."""
    kept = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", name).strip(" .-")
    return kept[:120] or "document"


def keep_pdf(data: bytes, folder: Path, suggested: str) -> Path:
    """Write a PDF into a folder and return its path; the new one of two gets a number.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = safe_name(suggested.removesuffix(".pdf"))
    number, path = 1, folder / f"{stem}.pdf"
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = folder / f"{stem} ({number}).pdf"
    path.write_bytes(data)
    return path


def print_pdf(path: Path, printer: QPrinter) -> int:
    """Send the pages of a PDF to a printer, each fitted to its sheet; return how many."""
    document = QPdfDocument()
    document.load(str(path))
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
        size = document.pagePointSize(number)
        scale = min(sheet.width() / size.width(), sheet.height() / size.height())
        wanted = QSize(round(size.width() * scale), round(size.height() * scale))
        image = document.render(number, wanted)
        painter.drawImage(QRectF(0, 0, wanted.width(), wanted.height()), image)
    painter.end()
    return document.pageCount()


class PdfBar(QFrame):
    """Says where a PDF was saved and what can be done with it.

    Signals: ``closed()``.
    """

    closed = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setProperty("role", "popup")
        self.open_button = Button(self.tr("Open"), "file-pdf", "primary")
        self.folder_button = Button(self.tr("Open folder"), "folder-open")
        self.print_button = Button(self.tr("Print…"), "printer")
        self.close_button = Button("", "x", "plain", name=self.tr("Close"))
        where = Elided(str(path), "small", "regular", "ink_3")
        where.setMinimumWidth(200)
        self.setLayout(
            row(
                icon("check-circle", "yes", 24, "fill"),
                (stack(label(self.tr("PDF saved"), "body", "strong"), where, gap=0), 1),
                self.open_button,
                self.folder_button,
                self.print_button,
                self.close_button,
                gap=8,
                pad=(16, 10, 10, 10),
            )
        )
        self.open_button.clicked.connect(self._on_open)
        self.folder_button.clicked.connect(self._on_folder)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.closed)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.path.stem)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_pdf(self.path, printer)
