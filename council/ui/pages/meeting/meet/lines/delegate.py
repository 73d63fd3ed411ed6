"""Paints a line of the timeline: time, icon on a thread, sentence, remarks below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from council.ui.kit import A, Brush, width_of, wrap_height
from council.ui.pages.meeting.meet.lines.model import SAID_ROLE, Index, Said

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListView, QStyleOptionViewItem

LINE: Final = 25
NOTE: Final = 20
_BARE: Final = 32
_TIME_W: Final = 46
_TEXT_X: Final = _TIME_W + 34


class LineDelegate(QStyledItemDelegate):
    """Draws the rows of a ``LinesModel``; the newest one stands out."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of the sentence and what stands below it."""
        said: Said = index.data(SAID_ROLE)
        width = self._view.viewport().width()
        return QSize(100, self._height(said, width, index.row() == 0))

    def _height(self, said: Said, width: int, newest: bool) -> int:
        known = said.heights.get((width, newest))
        if known is None:
            lines = self._lines(said, width, newest)
            known = _BARE + LINE * (lines - 1) + NOTE * len(said.notes)
            said.heights[width, newest] = known
        return known

    def _lines(self, said: Said, width: int, newest: bool) -> int:
        """Return how many lines the sentence takes."""
        weight, room = "medium" if newest else "regular", width - _TEXT_X - 4
        if width_of(said.sentence, "body", weight) <= room:
            return 1
        return max(2, round(wrap_height(said.sentence, max(room, 60), "body", weight) / LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        said: Said = index.data(SAID_ROLE)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box, newest = QRectF(option.rect), index.row() == 0
        self._paint_ground(painter, box, option.state)
        self._paint_thread(painter, box, said, newest)
        self._paint_words(painter, box, said, newest)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            Brush.plate(painter, box.adjusted(1, 0, -1, -2), "surface", "focus", 4, 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            Brush.plate(painter, box.adjusted(1, 0, -1, -2), "sunken", None, 4)

    def _paint_thread(self, painter: QPainter, box: QRectF, said: Said, newest: bool) -> None:
        ink, weight = ("ink", "medium") if newest else ("ink_3", "regular")
        time = QRectF(box.x() + 4, box.y(), _TIME_W - 4, 24)
        Brush.write(painter, time, said.time, "small", weight, ink)
        x, y = box.x() + _TIME_W + 15.5, box.y()
        Brush.rule(painter, x, y + (12 if newest else 0), x, box.bottom(), "line")
        Brush.plate(painter, QRectF(x - 8.5, y + 3, 18, 18), "canvas", None, 9)
        tone, face = ("accent", "fill") if newest else ("ink_2", "regular")
        Brush.icon(painter, said.row.icon, x - 7.5, y + 4, 16, tone, face)

    def _paint_words(self, painter: QPainter, box: QRectF, said: Said, newest: bool) -> None:
        x, weight = box.x() + _TEXT_X, "medium" if newest else "regular"
        width = box.right() - x - 4
        lines = self._lines(said, int(box.width()), newest)
        room = QRectF(x, box.y(), width, 24 + LINE * (lines - 1))
        wraps = lines > 1
        align = A.AlignLeft | (A.AlignTop if wraps else A.AlignVCenter)
        ink = "ink_3" if said.row.taken_back else "ink"
        used = Brush.write(painter, room, said.sentence, "body", weight, ink, align, wrap=wraps)
        if said.row.taken_back:
            for line in range(lines):
                y = box.y() + 12.5 + LINE * line
                Brush.rule(painter, x, y, x + used, y, "ink_3")
        below = QRectF(x, room.bottom() - 3, width, 22)
        for note in said.notes:
            Brush.write(painter, below, note, "small", "regular", "ink_3")
            below.moveTop(below.top() + NOTE)
