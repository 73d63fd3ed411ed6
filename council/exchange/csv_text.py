"""Write a table for a spreadsheet so that nothing in it can run as a formula."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes as text: an apostrophe goes before =, +, -, @.

    Spreadsheets also skip leading blanks before a formula, so those are looked through. Source:
    OWASP, CSV Injection.
    """
    return f"'{text}" if text.lstrip(" \n").startswith(_DANGEROUS) else text


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file: UTF-8 with a byte order mark (spreadsheets need it), CRLF, all quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe_cell(head) for head in heads])
    writer.writerows([safe_cell(cell) for cell in cells] for cells in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8")
