"""The words of an office file: a letter, a sheet or slides, as plain text without their layout.

Reads Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). Cells of a row stand with tabs
between them, each sheet or slide after an empty line.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

MOST_BYTES: Final = 20_000_000
"""So much of a part is read when it is unpacked; more is no letter."""
_OOXML: Final = "application/vnd.openxmlformats-officedocument."
_ODF: Final = "application/vnd.oasis.opendocument."
_SHEET, _SLIDE = (
    re.compile(r"xl/worksheets/sheet(\d+)\.xml"),
    re.compile(r"ppt/slides/slide(\d+)\.xml"),
)
_SKIPPED: Final = frozenset({"annotation", "notes", "instrText", "delText", "tracked-changes"})
_PARAGRAPHS: Final = frozenset({"p", "h"})
_ROWS: Final = frozenset({"tr", "table-row"})
_CELLS: Final = frozenset({"tc", "table-cell", "covered-table-cell"})
_SIGNS: Final = {"tab": "\t", "br": "\n", "line-break": "\n", "cr": "\n", "s": " "}
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, ET.ParseError, KeyError, OSError, ValueError),
    *(RuntimeError, ArithmeticError),  # locked, nested without end; a day beyond all calendars
)
_READABLE: Final = frozenset(
    {
        *(f"{_OOXML}{kind}" for kind in (
            "wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"
        )),
        *(f"{_ODF}{kind}" for kind in ("text", "spreadsheet", "presentation")),
    }
)  # fmt: skip


def can_read(media_type: str) -> bool:
    """Tell whether the words of such a file can be read."""
    return media_type in _READABLE


def read_words(path: Path, media_type: str) -> str | None:
    """Return the words of an office file, None for one that is locked, damaged or far too large."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = list(_parts(packed, media_type))
    except _BROKEN:
        return None
    words = "\n\n".join(part for part in parts if part)
    return re.sub(r"\n{3,}", "\n\n", words)


def _parts(packed: zipfile.ZipFile, media_type: str) -> Iterator[str]:
    if media_type.startswith(_ODF):
        yield _lines(_root(packed, "content.xml"))
    elif "wordprocessing" in media_type:
        yield _lines(_root(packed, "word/document.xml"))
    elif "presentation" in media_type:
        for name in _numbered(packed, _SLIDE):
            yield _lines(_root(packed, name))
    else:
        book = _Book.read(packed)
        for name in _numbered(packed, _SHEET):
            yield _sheet(_root(packed, name), book)


def _numbered(packed: zipfile.ZipFile, pattern: re.Pattern[str]) -> list[str]:
    found = (pattern.fullmatch(name) for name in packed.namelist())
    return [one[0] for one in sorted((one for one in found if one), key=lambda one: int(one[1]))]


def _root(packed: zipfile.ZipFile, name: str) -> Element:
    """Return a part as a tree; ValueError for one that is too large or defines entities."""
    with packed.open(name) as part:
        data = part.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES or b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise ValueError(name)
    return ET.fromstring(data)  # noqa: S314 - without a DOCTYPE there are no entities


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _lines(root: Element) -> str:
    return "\n".join(_walk(root)).strip()


def _walk(element: Element) -> Iterator[str]:
    """Yield the paragraphs and the rows of tables, in order."""
    for child in element:
        name = _name(child)
        if name in _SKIPPED:
            continue
        if name in _ROWS:
            cells = (" ".join(_walk(cell)).strip() for cell in child if _name(cell) in _CELLS)
            yield "\t".join(cells).rstrip()
        elif name in _PARAGRAPHS:
            yield "".join(_spans(child))
        else:
            yield from _walk(child)


def _spans(element: Element) -> Iterator[str]:
    """Yield the words of a paragraph; OpenDocument has them beside its elements."""
    inside = _name(element)
    odf = "opendocument" in str(element.tag)
    if odf or inside == "t":
        yield element.text or ""
    for child in element:
        name = _name(child)
        if name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SKIPPED:
            yield from _spans(child)
        if odf:
            yield child.tail or ""


# --------------------------------------------------------------------------- sheets

_DAYS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The number formats that every program knows as days or times (ECMA-376 part 1, 18.8.30)."""
_UNSIGNED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone


@dataclass(frozen=True)
class _Book:
    """What the sheets of a workbook share: words, which styles are days, from when days count."""

    words: tuple[str, ...]
    days: frozenset[int]
    epoch: datetime

    @classmethod
    def read(cls, packed: zipfile.ZipFile) -> _Book:
        """Read a workbook's parts, some of which it may lack."""
        parts = [
            _root(packed, name) if name in packed.namelist() else ET.Element("none")
            for name in ("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")
        ]
        words = tuple("".join(_spans(one)) for one in parts[0])
        since_1904 = any(one.get("date1904") in ("1", "true") for one in parts[2].iter())
        return cls(words, _day_styles(parts[1]), _EPOCH_1904 if since_1904 else _EPOCH)


def _day_styles(styles: Element) -> frozenset[int]:
    """Return the places of the cell styles that show a number as a day or a time."""
    own = {
        one.get("numFmtId"): bool(
            re.search("[ymdhs]", _UNSIGNED.sub("", one.get("formatCode", "")))
        )
        for one in styles.iter()
        if _name(one) == "numFmt"
    }
    kinds = [
        one.get("numFmtId", "0")
        for group in styles.iter()
        if _name(group) == "cellXfs"
        for one in group
    ]
    return frozenset(place for place, kind in enumerate(kinds) if own.get(kind, int(kind) in _DAYS))


def _sheet(root: Element, book: _Book) -> str:
    rows = (one for one in root.iter() if _name(one) == "row")
    return "\n".join(_row(one, book) for one in rows).strip("\n")


def _row(row: Element, book: _Book) -> str:
    cells: dict[int, str] = {}
    for place, cell in enumerate(row):
        cells[_column(cell.get("r", ""), place)] = _cell(cell, book)
    return "\t".join(cells.get(place, "") for place in range(max(cells, default=-1) + 1)).rstrip()


def _column(reference: str, place: int) -> int:
    """Return the column of a cell such as ``AB12``, counted from 0; its place where it is mute."""
    number = 0
    for letter in re.sub(r"[^A-Z]", "", reference)[:3]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1 if number else place


def _cell(cell: Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_spans(cell))
    value = next((one.text or "" for one in cell if _name(one) == "v"), "")
    if kind == "s":
        return book.words[int(value)] if int(value) < len(book.words) else ""
    if kind == "n" and value and int(cell.get("s", "0")) in book.days:
        return _day(value, book.epoch)
    return value


def _day(value: str, epoch: datetime) -> str:
    """Return a number of days since the epoch as ISO 8601 day, time or both."""
    seconds = round(Fraction(value) * 86_400)
    moment = epoch + timedelta(seconds=seconds)
    if not seconds % 86_400:
        return moment.date().isoformat()
    if seconds < 86_400:
        return moment.time().isoformat("minutes")
    return moment.isoformat(" ", "minutes")
