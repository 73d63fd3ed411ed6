"""What was published: the table of it, and opening, finding or printing the file again."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame

from council.domain import calendars
from council.services import meetings
from council.ui import facts
from council.ui.i18n import LANGUAGES
from council.ui.kit import GROW, Button, Column, DataTable, frame, icon, label, row, stack
from council.ui.pages.meeting.words import hhmm
from council.ui.printing import print_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.publish import PublicationRow
    from council.ui.context import Context
    from council.ui.settings import Settings

SHORT: Final = 12
_PLACES: Final = "published"
#: a title and two lines of words, in either language
_EMPTY_HEIGHT: Final = 116
_ANY_HEIGHT: Final = 16777215


def document_words(kind: str) -> str:
    """Return what a kind of document is called in the window."""
    words = {
        "agenda": QCoreApplication.translate("Publish", "Agenda"),
        "notice": QCoreApplication.translate("Publish", "Notice of meeting"),
        "invitation": QCoreApplication.translate("Publish", "Letter to all members"),
        "invitations": QCoreApplication.translate("Publish", "Letter to each member"),
    }
    return words.get(kind) or QCoreApplication.translate("Publish", "Minutes")


def state_words(row: PublicationRow) -> str:
    """Return in which state a document went out."""
    if row.stamp == "approved":
        return QCoreApplication.translate("Publish", "Approved")
    if row.stamp == "draft":
        return QCoreApplication.translate("Publish", "Draft")
    if row.stamp == "cancelled":
        return QCoreApplication.translate("Publish", "Cancelled")
    if row.kind.startswith("invitation"):
        return QCoreApplication.translate("Publish", "Letter")
    if row.stamp.startswith("revised "):
        words = QCoreApplication.translate("Publish", "Revised {number}")
        return words.format(number=row.stamp.removeprefix("revised "))
    return QCoreApplication.translate("Publish", "As posted")


def state_tone(row: PublicationRow) -> tuple[str, str]:
    """Return (icon, colour) of the state in which a document went out."""
    return {
        "approved": ("seal-check", "yes"),
        "draft": ("pencil-simple", "warn"),
        "cancelled": ("x-square", "no"),
    }.get(row.stamp, ("file-text", "ink_3"))


def default_folder(settings: Settings) -> Path:
    """Return the folder PDFs go to unless another is chosen."""
    if settings.pdf_folder:
        return Path(settings.pdf_folder)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents) or Path.home())


def remember_file(settings: Settings, sha256: str, path: Path) -> None:
    """Remember where on this computer a published file lies; the record holds no such paths."""
    known: dict[str, str] = settings.extra.setdefault(_PLACES, {})
    known[sha256] = str(path)
    settings.save()


def find_file(settings: Settings, row: PublicationRow) -> Path | None:
    """Return the file of a publication, None when it is gone or no longer the same."""
    known = settings.extra.get(_PLACES, {}).get(row.sha256)
    places = [Path(known)] if known else []
    for path in (*places, default_folder(settings) / row.file_name):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == row.sha256:
            return path
    return None


class Published(QFrame):
    """The table of publications with Open, Open folder and Print for the chosen one."""

    def __init__(self, context: Context, *, with_meeting: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._rows: dict[str, PublicationRow] = {}
        self._names: dict[str, str] = {}
        self.table = DataTable(
            self._columns(with_meeting), _uid, self.tr("What was published"), sort_by=0,
            descending=True,
        )  # fmt: skip
        self.open_button = Button(self.tr("Open"), "file-pdf", dense=True)
        self.folder_button = Button(self.tr("Open folder"), "folder-open", dense=True)
        self.print_button = Button(self.tr("Print…"), "printer", dense=True)
        self._tools = QFrame()
        self._tools.setLayout(
            row(
                GROW,
                self.open_button,
                self.folder_button,
                self.print_button,
                gap=8,
                pad=(16, 8, 16, 12),
            )
        )
        words = self.tr(
            "Each PDF that goes out is listed here with its fingerprint, so that anybody can "
            "prove later that a copy is the true one."
        )
        said = stack(
            label(self.tr("Nothing is published yet"), "body", "strong"),
            label(words, color="ink_2", wrap=True),
            GROW,
            gap=2,
        )
        mark = stack(icon("megaphone", "accent", 24), GROW)
        self.empty = frame("", row(mark, (said, 1), gap=16, pad=16))
        self.setLayout(stack((self.table, 1), self._tools, self.empty, gap=0, pad=(8, 4, 8, 0)))
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)
        self.open_button.clicked.connect(self._on_open)
        self.folder_button.clicked.connect(self._on_folder)
        self.print_button.clicked.connect(self._on_print)

    def _columns(self, with_meeting: bool) -> list[Column[PublicationRow]]:
        made: list[Column[PublicationRow]] = [
            Column(self.tr("Date"), self._when, 156, key=_at, color="ink_2"),
            Column(self.tr("Document"), _document, 152, "medium"),
            Column(self.tr("Language"), _language, 84),
            Column(self.tr("State"), state_words, 140, tone=state_tone),
            Column(self.tr("File"), _file, 0),
            Column(self.tr("SHA-256"), _short, 132, color="ink_2", size="small"),
            Column(self.tr("Where"), self._where, 180),
        ]
        if with_meeting:
            made.insert(1, Column(self.tr("Meeting"), self._meeting, 220, "medium"))
        return made

    def _when(self, row: PublicationRow) -> str:
        at = datetime.fromisoformat(row.published_at)
        day = calendars.short_date(at.date(), self._context.language)
        return f"{day} {hhmm(at, self._context.language)}"

    def _where(self, row: PublicationRow) -> str:
        return self._context.show(row.place)

    def _meeting(self, row: PublicationRow) -> str:
        return self._names.get(row.meeting_uid, row.meeting_number)

    def set_rows(self, rows: Sequence[PublicationRow]) -> None:
        """Show these publications."""
        language = self._context.language
        self._names = {
            meeting.uid: facts.meeting_name(meeting, language)
            for meeting in meetings.list_meetings(self._context.reader)
        }
        self._rows = {row.uid: row for row in rows}
        self.table.set_rows(rows)
        for widget in (self.table, self._tools):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.setMinimumHeight(0 if rows else _EMPTY_HEIGHT)
        self.setMaximumHeight(_ANY_HEIGHT if rows else _EMPTY_HEIGHT)
        if rows and not self.table.current_uid():
            self.table.pick(rows[0].uid)
        self._show_tools()

    def current(self) -> PublicationRow | None:
        """Return the publication that is chosen."""
        return self._rows.get(self.table.current_uid())

    def _path(self) -> Path | None:
        chosen = self.current()
        if chosen is None:
            return None
        path = find_file(self._context.settings, chosen)
        if path is None:
            words = self.tr(
                "{file} is not on this computer, or it was changed since. Its SHA-256 stays on "
                "record; another copy can be compared with it."
            )
            self._context.announce(words.format(file=chosen.file_name), "warn")
        return path

    def _show_tools(self) -> None:
        there = self.current() is not None
        for button in (self.open_button, self.folder_button, self.print_button):
            button.setEnabled(there)

    def _on_picked(self, _uid: str) -> None:
        self._show_tools()

    def _on_opened(self, _uid: str) -> None:
        self._on_open()

    def _on_open(self) -> None:
        path = self._path()
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _on_folder(self) -> None:
        path = self._path()
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _on_print(self) -> None:
        path = self._path()
        if path is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(path.stem)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_pdf(path, printer)


def _uid(row: PublicationRow) -> str:
    return row.uid


def _at(row: PublicationRow) -> str:
    return row.published_at


def _document(row: PublicationRow) -> str:
    return document_words(row.kind)


def _language(row: PublicationRow) -> str:
    return LANGUAGES.get(row.language, row.language)


def _file(row: PublicationRow) -> str:
    return row.file_name


def _short(row: PublicationRow) -> str:
    return row.sha256[:SHORT]
