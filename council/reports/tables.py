"""Tables: columns measured from their words, rows that part over pages, a head that repeats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from council.reports.theme import HEAD_FILL, INK, LINE, STRONG_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.reports.canvas import Pen
    from council.reports.flow import Flow, Prose

PAD_X, PAD_Y = 6.0, 3.5
BAR, BAR_AT = 2.2, 10.0  # the bar of a changed row: its width, and how far out it stands


@dataclass(frozen=True)
class Row:
    """The cells of one row; ``more`` says that the row goes on below, so no line is drawn.

    A ``marked`` row has a bar in the margin; ``least`` is room to write in by hand.
    """

    cells: tuple[Prose, ...]
    more: bool = False
    marked: bool = False
    least: float = 0

    @property
    def height(self) -> float:
        """Return the height of the highest cell with its padding, not less than the least."""
        high = max((cell.height for cell in self.cells), default=0) + 2 * PAD_Y
        return max(high, self.least)

    def part(self, room: float) -> tuple[Row, Row] | None:
        """Part every cell at the room; a cell that is done leaves an empty place."""
        first: list[Prose] = []
        rest: list[Prose] = []
        for cell in self.cells:
            if cell.height <= room - 2 * PAD_Y:
                first.append(cell)
                rest.append(replace(cell, lines=()))
                continue
            halves = cell.part(room - 2 * PAD_Y)
            if halves is None:
                return None
            first.append(halves[0])
            rest.append(halves[1])
        return (
            Row(tuple(first), more=True, marked=self.marked),
            Row(tuple(rest), self.more, self.marked),
        )


@dataclass(frozen=True)
class Grid:
    """A table. Its head is drawn again on each page as ornament: it is said only once.

    A ``form`` has lines between its columns and around it. One that is ``together`` parts only
    where no page holds it whole.
    """

    head: Row | None
    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    page: float
    borders: bool = True
    before: float = 4
    after: float = 10
    keep: bool = False
    again: bool = False
    form: bool = False
    together: bool = False

    @property
    def height(self) -> float:
        """Return the height of head and rows."""
        return (self.head.height if self.head else 0) + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """Return the height of the head and one row, or of a part of a very high row."""
        if self.together and self.height <= self.page:
            return self.height
        first = self.rows[0].height if self.rows else 0
        return (self.head.height if self.head else 0) + min(first, self.page / 4)

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Part between rows; inside one only when it is higher than half a page."""
        room -= self.head.height if self.head else 0
        for place, row in enumerate(self.rows):
            if row.height <= room:
                room -= row.height
                continue
            halves = row.part(room) if row.height > self.page / 2 and room > 40 else None
            if halves:
                return self._halves(
                    (*self.rows[:place], halves[0]), (halves[1], *self.rows[place + 1 :])
                )
            return self._halves(self.rows[:place], self.rows[place:]) if place else None
        return None

    def _halves(self, first: tuple[Row, ...], rest: tuple[Row, ...]) -> tuple[Flow, Flow]:
        return replace(self, rows=first, after=0), replace(self, rows=rest, before=0, again=True)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the rows with the hairlines between them."""
        wide = sum(self.columns)
        if self.head:
            if self.borders:
                box = (x, top - self.head.height, wide, self.head.height)
                pen.panel(box, fill=HEAD_FILL)
            if self.again:
                with pen.artifact("Pagination"):
                    self._cells(pen, self.head, x, top)
            else:
                self._cells(pen, self.head, x, top)
            top -= self.head.height
        if self.head or self.form:
            pen.hairline(x, top, x + wide, top, STRONG_LINE, 0.7)
        for row in self.rows:
            self._cells(pen, row, x, top)
            if row.marked:
                pen.panel((x - BAR_AT, top - row.height, BAR, row.height), fill=INK)
            top -= row.height
            if self.form:
                self._boxes(pen, x, top, row.height)
            elif self.borders and not row.more:
                pen.hairline(x, top, x + wide, top, LINE, 0.5)

    def _boxes(self, pen: Pen, x: float, bottom: float, height: float) -> None:
        """Draw the lines to the sides of a row's cells and the one below it."""
        wide = sum(self.columns)
        pen.hairline(x, bottom, x + wide, bottom, STRONG_LINE, 0.5)
        for column in (0.0, *self.columns):
            x += column
            pen.hairline(x, bottom, x, bottom + height, STRONG_LINE, 0.5)

    def _cells(self, pen: Pen, row: Row, x: float, top: float) -> None:
        for cell, wide in zip(row.cells, self.columns, strict=True):
            cell.draw(pen, x + PAD_X, top - PAD_Y)
            x += wide


def column_widths(
    total: float, natural: Sequence[float], shares: Sequence[int]
) -> tuple[float, ...]:
    """Return column widths that fill the total: by shares, or measured from the natural widths.

    A measured column gets what it needs up to an even share; the wide ones divide what is left.
    """
    if len(shares) == len(natural) and sum(shares) > 0:
        return tuple(total * max(share, 0) / sum(shares) for share in shares)
    even = total / max(len(natural), 1)
    wants = [min(max(want, 36.0), total) for want in natural]
    small = sum(want for want in wants if want <= even)
    large = sum(want for want in wants if want > even)
    if not large:
        return tuple(want * total / small for want in wants)
    scale = (total - small) / large
    return tuple(want if want <= even else want * scale for want in wants)
