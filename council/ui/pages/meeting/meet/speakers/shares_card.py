"""Who has spoken how often and how long: on the item, and in the whole meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from council.domain.durations import minutes_and_seconds
from council.services.session.speakers import shares
from council.ui.kit import GROW, A, Brush, Button, icon, label, row, stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from council.services.session.speakers import Share
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

LINE, _COLUMN = 30, 118


class SharesTable(QWidget):
    """One line a speaker; a bar shows their part of all that was said on the item."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: Sequence[Share] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * LINE)

    def show_rows(self, rows: Sequence[Share]) -> None:
        """Show these."""
        if rows == self.rows:
            return
        self.rows = rows
        self.setFixedHeight((1 + max(1, len(rows))) * LINE)
        self.setAccessibleName("; ".join(", ".join(self._cells(one)) for one in rows))
        self.update()

    def _name(self, one: Share) -> str:
        language = self.context.language
        return one.name.show(language) if one.name else self.tr("Resident, no name given")

    def _cells(self, one: Share) -> tuple[str, str, str]:
        part = self.tr("{count}× {time}")
        return (
            self._name(one),
            part.format(count=one.item_times, time=minutes_and_seconds(one.item_seconds)),
            part.format(count=one.meeting_times, time=minutes_and_seconds(one.meeting_seconds)),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table."""
        brush, wide = Brush(self), self.width()
        heads = (self.tr("Speaker"), self.tr("On this item"), self.tr("In this meeting"))
        self._line(brush, 0, heads, "small", "ink_2")
        brush.rule(0, LINE - 0.5, wide, LINE - 0.5)
        if not self.rows:
            box = QRectF(0, LINE, wide, LINE)
            brush.write(box, self.tr("Nobody has had the floor yet."), "small", "regular", "ink_2")
        most = max((one.item_seconds for one in self.rows), default=0)
        for place, one in enumerate(self.rows, 1):
            self._line(brush, place * LINE, self._cells(one), "body", "ink")
            if most:
                end = wide - 2 * _COLUMN - 16
                bar = QRectF(end - 90, place * LINE + 12, 90, 6)
                brush.meter(bar, one.item_seconds / most, "accent")
        brush.end()

    def _line(self, brush: Brush, y: float, cells: Sequence[str], size: str, ink: str) -> None:
        wide = self.width()
        right = A.AlignRight | A.AlignVCenter
        room = wide - 2 * _COLUMN - 120
        brush.write(QRectF(0, y, room, LINE), cells[0], size, "medium", ink)
        for place, words in enumerate(cells[1:]):
            box = QRectF(wide - (2 - place) * _COLUMN, y, _COLUMN, LINE)
            brush.write(box, words, size, "regular", ink, right)


class SharesCard(QFrame):
    """The table in the middle column, under its title; Escape or the cross puts it away."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Who has spoken"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table = SharesTable(context)
        self.cross = Button("", "x", "plain", h=28, name=self.tr("Close"))
        self.cross.clicked.connect(self.closed)
        title = label(self.tr("Who has spoken"), "body", "strong")
        head = row(icon("chart-bar", "accent", 20, "fill"), title, GROW, self.cross, gap=8)
        self.setLayout(stack(head, self.table, gap=6, pad=(16, 12, 16, 12)))

    def show_meeting(self, shot: Snapshot) -> None:
        """Count anew."""
        item = shot.current.uid if shot.current else None
        self.table.show_rows(shares(shot.speakers, item, shot.now))
