"""Measures, type and colours of the printed page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from council.reports.lines import Type

MM = 72 / 25.4
PAPERS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}

INK = "#19232D"
QUIET = "#4A545E"
LINE = "#C9C4B8"
STRONG_LINE = "#857F70"
ACCENT = "#0B5A75"
HEAD_FILL = "#F1EFE8"
WATERMARK = "#F4F2EE"
STAMP = "#8A3B12"
STAMP_FILL = "#FBF1EA"
TONES = {
    "yes": ("#1A6A3B", "#E0F0E4"),
    "no": ("#9B2222", "#F8E4E2"),
    "neutral": ("#434D57", "#EAE7DE"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Type by role for one language, and the page's frame in points."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    title: Type
    headings: tuple[Type, Type, Type]
    body: Type
    lead: Type
    small: Type
    cell: Type
    cell_head: Type
    letterhead: Type
    letterhead_small: Type
    running: Type
    chip: Type
    stamp: Type

    @property
    def width(self) -> float:
        """Return the width of the column of text."""
        return self.size[0] - self.left - self.right


@cache
def theme(paper: str, language: str, *, wide: bool = False) -> Theme:
    """Return the theme for a paper and a language; Thai is set larger and with more air.

    A ``wide`` column leaves narrow margins: for what is filled in by hand.
    """
    thai = language.startswith("th")
    body = Type(11.5, 18.5) if thai else Type(10.5, 15.5)
    small = Type(10, 16, colour=QUIET) if thai else Type(9.25, 13.5, colour=QUIET)
    cell = replace(body, size=body.size - 0.75, leading=body.leading - 1.5)
    head = replace(body, bold=True)
    side = (14 if wide else 24) * MM
    return Theme(
        size=PAPERS[paper],
        left=side,
        right=side,
        top=24 * MM,
        bottom=25 * MM,
        title=Type(21, 31, bold=True),
        headings=(
            replace(head, size=15.5, leading=24),
            replace(head, size=body.size + 1.75, leading=body.leading + 3),
            replace(head, colour=ACCENT),
        ),
        body=body,
        lead=replace(body, size=body.size + 0.5, colour=QUIET),
        small=small,
        cell=cell,
        cell_head=replace(cell, bold=True, size=cell.size - 0.75, colour=QUIET),
        letterhead=Type(12.5, 18, bold=True, colour=ACCENT),
        letterhead_small=Type(9, 13.5, colour=QUIET),
        running=Type(8, 12, colour=QUIET),
        chip=Type(8.75, 13, bold=True),
        stamp=Type(10, 15, bold=True, colour=STAMP),
    )
