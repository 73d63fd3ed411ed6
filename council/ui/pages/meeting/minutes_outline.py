"""The outline of a document: its headings, the one in view, and which parts want a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from council.ui.kit import Brush

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

_LINE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One heading: the key of its block, number, title, depth from 0, whether it wants a look."""

    key: str
    number: str
    title: str
    depth: int
    warn: bool


class _Delegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: OutlineLine = index.data(_LINE)
        view = self.parent()
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            focus = isinstance(view, QListWidget) and view.hasFocus()
            edge = "focus" if focus else "accent_line"
            plate = box.adjusted(8, 0, -8, 0)
            Brush.plate(painter, plate, "accent_soft", edge, width=2 if focus else 1)
            Brush.plate(painter, QRectF(8, box.y() + 8, 4, box.height() - 16), "accent", None, 2)
        x = 22.0 + line.depth * 14
        if line.number:
            place = QRectF(x, box.y(), 34, box.height())
            Brush.write(painter, place, line.number, "small", "medium", "ink_3")
            x += 28 if line.depth else 24
        room = QRectF(x, box.y(), box.width() - x - (38 if line.warn else 14), box.height())
        weight = "strong" if here else "regular"
        Brush.write(painter, room, line.title, "body" if here else 14, weight)
        if line.warn:
            y = box.center().y() - 8
            Brush.icon(painter, "warning", box.width() - 34, y, 16, "warn", "fill")
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, _HEIGHT)


class Outline(QListWidget):
    """The headings, one a row; arrows and clicks lead through the document.

    Signals: ``chosen(str)`` with the key of the heading a person went to.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Outline"))
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: list[OutlineLine] = []
        self.currentRowChanged.connect(self._on_row)

    def set_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show these headings; the one that was chosen stays chosen."""
        if list(lines) == self._lines:
            return
        here = self.current_key()
        self._lines = list(lines)
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.number} {line.title}".strip())
            item.setData(_LINE, line)
            if line.warn:
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole,
                    self.tr("{title}, check this").format(title=item.text()),
                )
            self.addItem(item)
        self.blockSignals(False)
        self.show_key(here)

    def current_key(self) -> str:
        """Return the key of the heading that is chosen."""
        row = self.currentRow()
        return self._lines[row].key if 0 <= row < len(self._lines) else ""

    def show_key(self, key: str) -> None:
        """Choose a heading without a signal."""
        rows = [i for i, line in enumerate(self._lines) if line.key == key]
        if rows and rows[0] != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(rows[0])
            self.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.chosen.emit(self._lines[row].key)
