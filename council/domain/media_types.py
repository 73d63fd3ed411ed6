"""What a file is, by its first bytes and not by its name; how many pages a PDF has.

Everything is looked for in slices, so that a long file never holds the interpreter for long.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "application/octet-stream"
PDF = "application/pdf"
_ZIP = "application/zip"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OLD_OFFICE = {
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
}
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
)
_INSIDE = (
    ("word/", _OFFICE + "wordprocessingml.document"),
    ("xl/", _OFFICE + "spreadsheetml.sheet"),
    ("ppt/", _OFFICE + "presentationml.presentation"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BITMAP_HEAD = 26
_HEAD = 8192
_MOST_TYPE = 100


def media_type(content: bytes, name: str = "") -> str:
    """Return the media type of a file's bytes.

    The name decides only between kinds that begin alike (old office files, text and CSV).
    """
    # A PDF may have a few bytes before its mark.
    if b"%PDF-" in content[:1024]:
        return PDF
    for mark, told in _SIGNATURES:
        if content.startswith(mark):
            short = told == "image/bmp" and len(content) < _BITMAP_HEAD
            return UNKNOWN if short else told
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    ending = name.rpartition(".")[2].lower()
    if content.startswith(_OLE):
        return _OLD_OFFICE.get(ending, "application/x-ole-storage")
    return _text(content[:_HEAD], ending)


def _archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as found:
            names = found.namelist()
            if "mimetype" in names and found.getinfo("mimetype").file_size <= _MOST_TYPE:
                told = found.read("mimetype").decode("ascii", "replace").strip()
                if told.startswith("application/vnd.oasis.opendocument."):
                    return told
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, zlib.error, ValueError):
        return _ZIP
    return next(
        (told for folder, told in _INSIDE if any(one.startswith(folder) for one in names)), _ZIP
    )


def _text(head: bytes, ending: str) -> str:
    if not head or b"\0" in head:
        return UNKNOWN
    try:
        # The last letter may be cut in two.
        head[: max(1, len(head) - 3)].decode("utf-8")
    except UnicodeDecodeError:
        return UNKNOWN
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:256].lower()
    if b"<svg" in start:
        return "image/svg+xml"
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return "text/csv" if ending == "csv" else "text/plain"


# --------------------------------------------------------------------------- pages of a PDF

_SLICE = 1 << 20
_OVERLAP = 4096
_MOST_INFLATED = 32 << 20
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b[^>]*>>\s*stream\r?\n")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})\b")
_MOST_PAGES = 100_000
_AROUND = 65_536


def pdf_pages(content: bytes) -> int | None:
    """Return how many pages a PDF has, None when that cannot be told without a viewer.

    The root of the page tree counts all; other nodes count fewer.
    """
    counts = [*_counts(content), *(count for part in _unpacked(content) for count in _counts(part))]
    most = max(counts, default=0)
    return most if 0 < most <= _MOST_PAGES else None


def _slices(content: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, max(len(content), 1), _SLICE):
        yield start, content[start : start + _SLICE + _OVERLAP]


def _counts(content: bytes) -> Iterator[int]:
    for start, part in _slices(content):
        for found in _PAGES.finditer(part):
            if found.start() < _SLICE:
                yield from _count_at(content, start + found.start())


def _count_at(content: bytes, at: int) -> Iterator[int]:
    """Yield what the dictionary around a place counts: what stands in it, not in its neighbors."""
    before = content[max(0, at - _AROUND) : at]
    after = content[at : at + _AROUND]
    begin = max(before.rfind(b"obj"), before.rfind(b">>"), before.rfind(b"/Pages"), 0)
    ends = [end for end in (after.find(b"endobj"), after.find(b">>")) if end >= 0]
    found = _COUNT.search(before[begin:] + after[: min(ends, default=len(after))])
    if found:
        yield int(found[1])


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the object streams of a PDF inflated, up to a bound that no honest file reaches."""
    left = _MOST_INFLATED
    for start, part in _slices(content):
        for found in _PACKED.finditer(part):
            if found.start() >= _SLICE or left <= 0:
                continue
            packed = content[start + found.end() : start + found.end() + _SLICE]
            try:
                inflated = zlib.decompressobj().decompress(packed, left)
            except zlib.error:
                continue
            left -= len(inflated)
            yield inflated
