"""A list of people from a spreadsheet or the clipboard: which column says what.

Nothing is thrown away here and nothing decided: the service understands the cells, a person looks
at the preview. A cell that begins with ``=`` is text like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.calendars import fold_digits, parse_date
from council.domain.findings import Finding
from council.domain.messages import InputRefused, Message
from council.domain.vocabulary import Severity
from council.exchange.roster_headings import ColumnKind, kind_of_heading
from council.exchange.roster_text import RawTable, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

MOST_ROWS = 2000
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


_CLEANED = ("official name", "full name", "display name", "clean name", "cleaned name")
TRUE = frozenset(
    "true yes y 1 x ✓ ✔ chair chairperson vacant ใช่ ประธาน ว่าง".split()  # noqa: SIM905
)
FALSE = frozenset({"", "false", "no", "n", "0", "-", "ไม่", "ไม่ใช่"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{6,}")
_SEATISH = re.compile(
    r"(?:seat|ward|district|ที่นั่ง|เขต|หมู่(?:ที่)?)?\s*[0-9]{0,4}[A-Za-z]?[0-9]{1,4}", re.I
)
_US_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


@dataclass(frozen=True, slots=True)
class RosterTable:
    """A list of people as columns: ``headings`` are empty where the list has none.

    ``rows`` are (line in the source, cells), every one as long as ``kinds``.
    """

    kinds: tuple[ColumnKind, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    separator: str
    findings: tuple[Finding, ...] = ()
    month_first: bool = False

    def cells(self, row: Sequence[str], kind: ColumnKind) -> str:
        """Return what a row says under a kind of column; several are joined with a space."""
        found = (cell for cell, one in zip(row, self.kinds, strict=True) if one is kind and cell)
        return " ".join(found)


def read_roster(
    source: bytes | str,
    *,
    is_office: Callable[[str], bool] = lambda _: False,
    kinds: Sequence[ColumnKind] | None = None,
) -> RosterTable:
    """Read a CSV file's bytes or pasted text and guess what each column says.

    ``kinds`` overrides the guess (a person chose otherwise). Raises InputRefused
    (``error.roster_empty``, ``error.roster_binary``, ``error.roster_long``).
    """
    if isinstance(source, bytes) and source.startswith(
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
    ):
        raise InputRefused("error.roster_binary")
    raw = read_table(source)
    if not raw.rows:
        raise InputRefused("error.roster_empty")
    if len(raw.rows) > MOST_ROWS:
        raise InputRefused("error.roster_long", rows=len(raw.rows), most=MOST_ROWS)
    width = max(len(cells) for _, cells in raw.rows)
    rows = [(line, cells + ("",) * (width - len(cells))) for line, cells in raw.rows]
    headings: tuple[str, ...] = ("",) * width
    if raw.separator and _is_head(rows[0][1]):
        headings, rows = rows[0][1], rows[1:]
    guessed = _guess(headings, [cells for _, cells in rows], is_office)
    chosen = tuple(kinds) if kinds is not None and len(kinds) == width else guessed
    findings = [*_table_findings(raw), *_head_findings(headings, chosen)]
    month_first = _month_first(chosen, rows)
    if month_first:
        findings.append(_note("roster.month_first"))
    return RosterTable(
        chosen, headings, tuple(rows), raw.encoding, raw.separator, tuple(findings), month_first
    )


def _is_head(cells: Sequence[str]) -> bool:
    """Tell whether a first row consists of headings: one is known, and none is data."""
    known = [kind_of_heading(cell) for cell in cells]
    data = any(_EMAIL.fullmatch(cell) or _is_day(cell) for cell in cells)
    named = sum(kind is not None for kind in known)
    return not data and (named >= 2 or (named == 1 and len([c for c in cells if c]) <= 2))


def _guess(
    headings: Sequence[str], rows: Sequence[Sequence[str]], is_office: Callable[[str], bool]
) -> tuple[ColumnKind, ...]:
    kinds: list[ColumnKind | None] = [kind_of_heading(heading) for heading in headings]
    # A column of the same kind in a cleaned form wins over the raw one ("Name", "official_name").
    names = [i for i, kind in enumerate(kinds) if kind is ColumnKind.NAME]
    if len(names) > 1:
        clean = [
            i
            for i in names
            if " ".join(headings[i].casefold().replace("_", " ").split()) in _CLEANED
        ]
        keep = clean[0] if clean else names[0]
        for i in names:
            kinds[i] = ColumnKind.NAME if i == keep else ColumnKind.IGNORE
    if not any(headings):
        kinds = [_by_content([row[i] for row in rows], is_office) for i in range(len(kinds))]
    if ColumnKind.NAME not in kinds and not _has_both_names(kinds):
        _find_name(kinds, headings, rows)
    if ColumnKind.SEAT not in kinds and not any(headings):
        _find_seat(kinds, rows)
    return tuple(kind or ColumnKind.IGNORE for kind in _only_one(kinds))


def _has_both_names(kinds: Sequence[ColumnKind | None]) -> bool:
    return ColumnKind.FIRST in kinds and ColumnKind.LAST in kinds


def _find_name(
    kinds: list[ColumnKind | None], headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Take the column that holds most words with letters for the names."""
    if ColumnKind.FIRST in kinds:  # Thai lists head the whole name with just ชื่อ
        kinds[kinds.index(ColumnKind.FIRST)] = ColumnKind.NAME
        return
    open_ones = [i for i, kind in enumerate(kinds) if kind is None]
    if not open_ones:
        return
    kinds[max(open_ones, key=lambda i: sum(_wordy(row[i]) for row in rows))] = ColumnKind.NAME


def _wordy(cell: str) -> int:
    return int(bool(re.fullmatch(r"[^\d@=/]+\s[^\d@=/]+", cell))) + int(bool(cell))


def _find_seat(kinds: list[ColumnKind | None], rows: Sequence[Sequence[str]]) -> None:
    for i, kind in enumerate(kinds):
        cells = [row[i] for row in rows]
        alike = all(_SEATISH.fullmatch(fold_digits(cell)) for cell in cells)
        counting = cells == [str(n) for n in range(1, len(cells) + 1)]
        if kind is None and cells and alike and len(set(cells)) == len(cells) and not counting:
            kinds[i] = ColumnKind.SEAT
            return


def _by_content(cells: Sequence[str], is_office: Callable[[str], bool]) -> ColumnKind | None:
    filled = [cell for cell in cells if cell]
    if not filled:
        return ColumnKind.IGNORE
    most = len(filled) * 0.6
    if sum(bool(_EMAIL.fullmatch(cell)) for cell in filled) >= most:
        return ColumnKind.EMAIL
    if sum(_is_day(cell) for cell in filled) >= most:
        return ColumnKind.START
    if sum(bool(_PHONE.fullmatch(fold_digits(cell))) for cell in filled) >= most:
        return ColumnKind.PHONE
    if sum(is_office(cell) for cell in filled) >= most:
        return ColumnKind.OFFICE
    return None


def _only_one(kinds: Sequence[ColumnKind | None]) -> list[ColumnKind | None]:
    """Let each kind stand once: a second day is the end, a second anything else is left out."""
    seen: set[ColumnKind] = set()
    made: list[ColumnKind | None] = []
    for kind in kinds:
        if kind is ColumnKind.START and kind in seen and ColumnKind.END not in seen:
            kind = ColumnKind.END
        if kind is not None and kind in seen and kind is not ColumnKind.NOTE:
            kind = ColumnKind.IGNORE
        if kind is not None:
            seen.add(kind)
        made.append(kind)
    return made


def _is_day(cell: str) -> bool:
    if len(cell) < 6 or not any(sign.isdigit() for sign in fold_digits(cell)):
        return False
    if _US_DATE.fullmatch(fold_digits(cell)):
        return True
    try:
        parse_date(cell)
    except InputRefused:
        return False
    return True


def _month_first(kinds: Sequence[ColumnKind], rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Tell whether the days are written month first: some middle part is above 12, no first is."""
    days = [
        found
        for _, cells in rows
        for cell, kind in zip(cells, kinds, strict=True)
        if kind in (ColumnKind.START, ColumnKind.END)
        and (found := _US_DATE.fullmatch(fold_digits(cell)))
    ]
    return any(int(d[2]) > 12 for d in days) and not any(int(d[1]) > 12 for d in days)


def read_day(cell: str, *, month_first: bool = False) -> date | None:
    """Return the day a cell means, in either calendar; None for an empty cell.

    Raises InputRefused for what is no day. ``month_first`` reads 01/27/2023 as 27 January.
    """
    plain = fold_digits(cell.strip())
    if not plain:
        return None
    found = _US_DATE.fullmatch(plain)
    if month_first and found:
        return parse_date(f"{found[2]}/{found[1]}/{found[3]}")
    return parse_date(re.sub(r"[T ]00:00(:00)?(\.0+)?Z?$", "", plain))


def read_flag(cell: str) -> bool | None:
    """Return what a yes-or-no cell says, None when it says neither."""
    plain = cell.strip().casefold()
    return True if plain in TRUE else False if plain in FALSE else None


def _note(code: str, **params: object) -> Finding:
    return Finding(Severity.NOTE, "", code, Message(code, dict(params)))


def _table_findings(raw: RawTable) -> list[Finding]:
    found = []
    if raw.encoding in ("cp1252", "cp874"):
        shown = "Windows-1252" if raw.encoding == "cp1252" else "Windows-874"
        found.append(_note("roster.old_encoding", encoding=shown))
    if raw.lost:
        code = "roster.letters_lost"
        found.append(Finding(Severity.WARNING, "", code, Message(code)))
    return found


def _head_findings(headings: Sequence[str], kinds: Sequence[ColumnKind]) -> list[Finding]:
    if not any(headings):
        return []
    left = [
        heading
        for heading, kind in zip(headings, kinds, strict=True)
        if kind is ColumnKind.IGNORE and heading
    ]
    return [_note("roster.columns_left", columns=", ".join(left))] if left else []
