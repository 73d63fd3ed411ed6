"""Long lists of wrapped text: rows that know their height and paint themselves, one view for all.

A row measures itself only for the width it is shown at, and is painted only when it is seen, so a
list of a thousand rules opens as fast as one of ten.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from council.ui.kit import A, Brush, ListModel, width_of, wrap_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
EDGE = 16
_TOP = A.AlignLeft | A.AlignTop


@lru_cache(maxsize=8192)
def tall(text: str, width: int, size: str = "body", weight: str = "regular") -> int:
    """Return the height of a text wrapped to a width; measured once."""
    if not text:
        return 0
    return wrap_height(text, max(width, 40), size, weight)


def put(
    painter: QPainter,
    x: float,
    y: float,
    width: int,
    text: str,
    size: str = "body",
    weight: str = "regular",
    color: str = "ink",
) -> int:
    """Write a wrapped text; return its height."""
    height = tall(text, width, size, weight)
    box = QRectF(x, y, max(width, 40), height + 4)
    Brush.write(painter, box, text, size, weight, color, _TOP, wrap=True)
    return height


class Row:
    """One row; ``spoken`` is what a screen reader says. A row without a key cannot be chosen."""

    key = ""
    spoken = ""
    #: the row with the heads of this one's columns; it stays in sight above it
    head: Row | None = None

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        raise NotImplementedError

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the row."""
        raise NotImplementedError


class GroupRow(Row):
    """The head of a group of rows."""

    def __init__(self, title: str, right: str = "") -> None:
        self.spoken, self._right = title, right

    def height(self, width: int) -> int:
        """Return the height in pixels."""
        return 46

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw the title over a line."""
        inner = box.adjusted(EDGE, 16, -EDGE, -4)
        Brush.write(painter, inner, self.spoken, "small", "strong", "ink_2")
        right = A.AlignRight | A.AlignVCenter
        Brush.write(painter, inner, self._right, "small", "regular", "ink_3", right)
        Brush.rule(painter, box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5)


class SourceLine:
    """Where something stands, and beside it the seal of what is to be confirmed."""

    def __init__(self, source: str, seal: str = "", own: str = "") -> None:
        self._source, self._seal, self._own = source, seal, own

    def _beside(self, width: int) -> bool:
        used = width_of(self._source, "small") + 44 + width_of(self._seal, "small", "medium")
        return used <= width

    def height(self, width: int) -> int:
        """Return the height in pixels at a width."""
        high = tall(self._source, width - 22, "small") if self._source else 0
        if self._seal and not (self._source and self._beside(width)):
            high += 22
        return high + tall(self._own, width - 22, "small", "medium")

    def paint(self, painter: QPainter, x: float, y: float, width: int) -> None:
        """Draw book and source, seal and words, pencil and what was changed."""
        after = x
        if self._source:
            Brush.icon(painter, "book-open", x, y + 3, 16, "ink_3")
            high = put(painter, x + 22, y, width - 22, self._source, "small", color="ink_3")
            after = x + 34 + width_of(self._source, "small")
            beside = self._beside(width)
        else:
            high, beside = 0, False
        if self._seal:
            top = y if beside else y + high
            left = after if beside else x
            Brush.icon(painter, "seal-question", left, top + 3, 16, "warn", "fill")
            box = QRectF(left + 22, top, x + width - left - 22, 22)
            Brush.write(painter, box, self._seal, "small", "medium", "warn")
            high += 0 if beside else 22
        if self._own:
            Brush.icon(painter, "pencil-simple", x, y + high + 3, 16, "accent", "fill")
            put(painter, x + 22, y + high, width - 22, self._own, "small", "medium", "ink_2")


class RowsModel(ListModel[Row]):
    """Rows for a view."""

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the row itself, or what is said of it."""
        row = self.at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only rows with a key be chosen."""
        if not index.isValid() or not self.rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        if row.key and state & QStyle.StateFlag.State_Selected:
            Brush.plate(painter, box.adjusted(0, 0, 0, -1), "accent_soft", None, 0)
            Brush.plate(painter, QRectF(box.x(), box.y(), 4, box.height() - 1), "accent", None, 0)
        row.paint(painter, box)
        if row.key and state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            Brush.plate(painter, box.adjusted(1, 1, -1, -2), None, "focus", 6, 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        return QSize(width, row.height(width))


class RowsView(QListView):
    """A list of such rows: arrows go from one to the next, Enter opens, Ctrl+C copies the words.

    Signals: ``picked(str)`` and ``opened(str)`` with a row's key.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows_model = RowsModel()
        self.rows_model.setParent(self)
        self.setModel(self.rows_model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same one stays chosen, and the list stays where it was."""
        keep, place = self.current_key(), self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        if keep and self.pick(keep):
            self.verticalScrollBar().setValue(place)

    def current_key(self) -> str:
        """Return the key of the row that is chosen, or an empty string."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()].key if index.isValid() else ""

    def pick(self, key: str) -> bool:
        """Choose the row of a key; tell whether there is one."""
        for number, row in enumerate(self.rows_model.rows):
            if row.key == key:
                self.setCurrentIndex(self.rows_model.index(number))
                return True
        return False

    def pick_first(self) -> None:
        """Choose the first row that can be."""
        self.pick(next((row.key for row in self.rows_model.rows if row.key), ""))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.rows_model.rows[current.row()].key)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.rows[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy by Ctrl+C."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_activated(index)
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            from PySide6.QtGui import QGuiApplication

            QGuiApplication.clipboard().setText(self.rows_model.rows[index.row()].spoken)
        else:
            super().keyPressEvent(event)

    def _held(self) -> Row | None:
        """Return the heads that have scrolled out of sight and belong over the uppermost row."""
        index = self.indexAt(QPoint(EDGE, 1))
        if not index.isValid():
            return None
        head = self.rows_model.rows[index.row()].head
        return head if head is not None and head.height(self.viewport().width()) > 1 else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them the heads of columns that would be out of sight."""
        super().paintEvent(event)
        head = self._held()
        if head is not None:
            width = self.viewport().width()
            brush = Brush(self.viewport())
            box = QRectF(0, 0, width, head.height(width))
            brush.plate(box, "surface", None, 0)
            head.paint(brush, box)
            brush.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Draw all anew: what is held at the top does not move along."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, below the heads that are held over it."""
        super().scrollTo(index, hint)
        head = self.rows_model.rows[index.row()].head if index.isValid() else None
        if head is not None:
            hidden = head.height(self.viewport().width()) - self.visualRect(index).top()
            if hidden > 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
