"""What a paper is to the window: how it is shown, its sign, its size in words, its safe name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from council.services.planning import paper_words

if TYPE_CHECKING:
    from council.services.planning.papers import PaperRow

PDF: Final = "application/pdf"
_PICTURES: Final = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff"}
)
_TEXTS: Final = frozenset({"text/plain", "text/csv"})
_OPEN: Final = "application/vnd.oasis.opendocument."
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
#: what may be handed to another program, with the ending the copy gets: programs are never started
_ENDINGS: Final = {
    PDF: "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/webp": "webp",
    "image/tiff": "tiff",
    "image/heic": "heic",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/rtf": "rtf",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    f"{_OFFICE}wordprocessingml.document": "docx",
    f"{_OFFICE}spreadsheetml.sheet": "xlsx",
    f"{_OFFICE}presentationml.presentation": "pptx",
    f"{_OPEN}text": "odt",
    f"{_OPEN}spreadsheet": "ods",
    f"{_OPEN}presentation": "odp",
}
_SAME: Final = {"jpg": "jpeg", "tiff": "tif", "txt": "md"}
_KILO: Final = 1000


def view_of(media_type: str) -> str:
    """Return how a paper is shown, ``other`` for not at all.

    Else ``pdf``, ``picture``, ``text``, or ``words`` for what an office program laid out.
    """
    if media_type == PDF:
        return "pdf"
    if media_type in _PICTURES:
        return "picture"
    if media_type in _TEXTS:
        return "text"
    return "words" if paper_words.has_words(media_type) else "other"


def glyph_of(media_type: str) -> str:
    """Return the icon of a kind of file."""
    if media_type == PDF:
        return "file-pdf"
    if "presentation" in media_type or "powerpoint" in media_type:
        return "projector-screen"
    if "sheet" in media_type or "excel" in media_type or media_type == "text/csv":
        return "table"
    return "file-text"


def copy_name(name: str, media_type: str) -> str | None:
    """Return the name of a copy for another program, None where it might run instead of open.

    The ending is that of what the bytes are, so a program that calls itself a letter stays shut.
    """
    from council.ui.printing import safe_name  # it brings printers along

    ending = _ENDINGS.get(media_type)
    if ending is None:
        return None
    safe = safe_name(name)
    if safe.rpartition(".")[2].lower() in (ending, _SAME.get(ending)):
        return safe
    return f"{safe}.{ending}"


def size_words(size: int) -> str:
    """Return a number of bytes as ``840 kB`` or ``1.2 MB``, rounded up to the last digit shown."""
    if size < _KILO * _KILO:
        words = QCoreApplication.translate("Papers", "{count} kB")
        return words.format(count=-(-size // _KILO))
    tenths = -(-size * 10 // (_KILO * _KILO))
    shown = f"{tenths // 10}.{tenths % 10}" if tenths < 100 else str(-(-tenths // 10))
    return QCoreApplication.translate("Papers", "{count} MB").format(count=shown)


def pages_words(pages: int | None) -> str:
    """Return ``4 pages``, nothing where nobody counted them."""
    if pages is None:
        return ""
    if pages == 1:
        return QCoreApplication.translate("Papers", "1 page")
    return QCoreApplication.translate("Papers", "{count} pages").format(count=pages)


def version_words(version: int) -> str:
    """Return ``version 2``."""
    return QCoreApplication.translate("Papers", "version {number}").format(number=version)


def access_words(*, public: bool) -> str:
    """Return who may have it."""
    if public:
        return QCoreApplication.translate("Papers", "Public")
    return QCoreApplication.translate("Papers", "Members only")


def facts_words(paper: PaperRow) -> str:
    """Return version, size and pages of a paper in a line; a first version is not mentioned."""
    parts = [
        version_words(paper.version) if paper.version > 1 else "",
        size_words(paper.size),
        pages_words(paper.pages),
    ]
    return " · ".join(part for part in parts if part)
