"""Bytes to a table: the encoding, the separator and the rows of a list of people."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass

from council.exchange.roster_headings import kind_of_heading

SEPARATORS = ("\t", ";", ",", "|")
_LOOKED_AT = 40
_NUL_SHARE = 4  # UTF-16 text of Latin letters has a NUL in every second byte
_THAI_RUN = re.compile(rb"[\xa1-\xda\xdf-\xfb]{3,}")


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows as (line, cells); ``separator`` is empty where every line is one cell.

    ``lost`` tells that some bytes were no letters of the encoding and came in as �.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    separator: str
    lost: bool = False


def decode(data: bytes) -> tuple[str, str, bool]:
    """Return (text, encoding, whether letters were lost).

    Order: byte order marks, UTF-16 by its NULs, UTF-8; then Thai Windows-874 where high bytes
    come in runs as Thai letters do, else Windows-1252, which is what spreadsheets in the West save.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, name)
    head = data[:2000]
    if head.count(0) * _NUL_SHARE > len(head):
        return _decoded(
            data, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        )
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        high = sum(byte > 0x7F for byte in data)
        in_runs = sum(len(run) for run in _THAI_RUN.findall(data))
        return _decoded(data, "cp874" if in_runs * 2 > high else "cp1252")


def _decoded(data: bytes, encoding: str) -> tuple[str, str, bool]:
    text = data.decode(encoding, errors="replace")
    return text, encoding.removesuffix("-sig"), "�" in text


def read_table(source: bytes | str) -> RawTable:
    """Read a CSV file's bytes or pasted text; blank lines are left out, cells are trimmed."""
    if isinstance(source, bytes):
        text, encoding, lost = decode(source)
    else:
        text, encoding, lost = source, "", False
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    separator = find_separator(text)
    rows = _split(text, separator) if separator else _lines(text)
    return RawTable(tuple(rows), encoding, separator, lost)


def _lines(text: str) -> list[tuple[int, tuple[str, ...]]]:
    made = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    return [(number, (line,)) for number, line in made if line]


def _split(text: str, separator: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    try:
        for cells in reader:
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                rows.append((reader.line_num, trimmed))
    except csv.Error:  # a cell beyond csv's limit: no list of people, take its lines
        return _lines(text)
    return rows


def find_separator(text: str) -> str:
    """Return the sign that divides most lines into the same number (two or more) of cells.

    A comma alone must divide three lines out of four alike: "Roe, Jane" is a name.
    """
    lines = [line for line in text.split("\n") if line.strip()][:_LOOKED_AT]
    best, best_score = "", 0.0
    for sign in SEPARATORS:
        cells = [len(row) for row in csv.reader(lines, delimiter=sign)]
        most = max(set(cells), key=lambda count: (cells.count(count), count), default=1)
        if most < 2:
            continue
        share = cells.count(most) / len(cells)
        if sign == "," and most == 2 and not _looks_headed(lines[0]):
            share = 0.0  # "Ann Moss, Chair" and "Roe, Jane" are lines of one cell
        score = share * most
        if share >= 0.5 and score > best_score:
            best, best_score = sign, score
    return best


def _looks_headed(line: str) -> bool:
    return all(kind_of_heading(cell) is not None for cell in line.split(",") if cell.strip())
