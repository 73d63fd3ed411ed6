"""Tables: rows of frozen values, sorted and filtered, drawn with hairlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from council.ui.kit.boxes import A
from council.ui.kit.paint import Brush
from council.ui.theme import SIZE, font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

Row = TypeVar("Row")
#: pixels that the stretching column keeps before spare ones go
LEAST_STRETCH = 220
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its head, what it says of a row, how it is drawn.

    ``key`` sorts (default the text); ``tone`` gives (glyph, token) to draw before the text;
    ``width`` 0 takes the room that is left; ``weight`` regular, medium or strong. A ``spare`` one
    is left out, the last first, where that room would be too little.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    weight: str = "regular"
    color: str = "ink"
    size: str = "body"
    right: bool = False
    key: Callable[[Row], Any] | None = None
    tone: Callable[[Row], tuple[str, str] | None] | None = None
    spare: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A model over frozen rows with a uid each; the same uids are patched in place."""

    def __init__(self, columns: Sequence[Column[Row]], uid: Callable[[Row], str]) -> None:
        super().__init__()
        self.columns = list(columns)
        self._uid = uid
        self.rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same uids in the same order are changed in place."""
        fresh = list(rows)
        if [self._uid(r) for r in fresh] == [self._uid(r) for r in self.rows]:
            self.rows = fresh
            if fresh:
                last = self.index(len(fresh) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the sort key or the row itself."""
        if not index.isValid():
            return None
        column, value = self.columns[index.column()], self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(value)
        if role == SORT_ROLE:
            return column.key(value) if column.key else column.text(value)
        if role == ROW_ROLE:
            return value
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return A.AlignRight | A.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = A.AlignRight if self.columns[section].right else A.AlignLeft
            return side | A.AlignVCenter
        return None

    def row_of(self, uid: str) -> int:
        """Return the row of a uid, or -1."""
        return next((i for i, r in enumerate(self.rows) if self._uid(r) == uid), -1)

    def uid_at(self, row: int) -> str:
        """Return the uid of a row."""
        return self._uid(self.rows[row])


SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class _Sorted(QSortFilterProxyModel):
    """Sorts by the column's key; the filter looks into every column."""

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802
        a, b = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if a is None or b is None:
            return b is not None
        return bool(a < b)


class RowDelegate(QStyledItemDelegate):
    """Draws a row by tokens: hairline below, soft accent when chosen, glyph before the text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        table = self.parent()
        if not isinstance(table, DataTable):
            return
        column = table.columns[index.column()]
        value = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            Brush.plate(painter, box, "accent_soft", None, 0)
        Brush.rule(painter, box.x(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5)
        inner = box.adjusted(8, 0, -8, 0)
        tone = column.tone(value) if column.tone else None
        color = column.color
        if tone is not None:
            glyph, color = tone
            Brush.icon(painter, glyph, inner.x(), inner.center().y() - 9, 18, color, "fill")
            inner.adjust(26, 0, 0, 0)
        side = A.AlignRight if column.right else A.AlignLeft
        text = str(index.data())
        Brush.write(painter, inner, text, column.size, column.weight, color, side | A.AlignVCenter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for a row of the table's height."""
        return QSize(80, SIZE["row"])


class DataTable(QTableView):
    """A table of frozen rows: click a head to sort, Ctrl+C copies what is chosen, Enter opens.

    Signals: ``opened(str)`` and ``picked(str)`` with a row's uid.
    """

    opened = Signal(str)
    picked = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        uid: Callable[[Any], str],
        name: str,
        *,
        sort_by: int | None = None,
        descending: bool = False,
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows_model: RowsModel[Any] = RowsModel(columns, uid)
        self._proxy = _Sorted(self)
        self._proxy.setSourceModel(self.rows_model)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.rows_model.setParent(self)
        self.setModel(self._proxy)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self._dress()
        if sort_by is not None:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.sortByColumn(sort_by, order)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(SIZE["row"] + 1)
        head = self.horizontalHeader()
        head.setFont(font("small", "medium"))
        head.setHighlightSections(False)
        head.setMinimumHeight(34)
        for i, column in enumerate(self.columns):
            if column.width:
                head.setSectionResizeMode(i, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(i, column.width)
            else:
                head.setSectionResizeMode(i, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be spared, so that what stretches stays readable."""
        super().resizeEvent(event)
        room = self.width() - LEAST_STRETCH - sum(c.width for c in self.columns)
        for i, column in reversed(list(enumerate(self.columns))):
            if column.spare:
                self.setColumnHidden(i, room < 0)
                room += column.width if room < 0 else 0

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows and keep what was chosen, where it is still there."""
        keep = self.current_uid()
        self.rows_model.set_rows(rows)
        if keep and self.current_uid() != keep:
            self.pick(keep)

    def set_filter(self, text: str) -> None:
        """Show only the rows that hold this text in any column."""
        self._proxy.setFilterFixedString(text)

    def current_uid(self) -> str:
        """Return the uid of the current row, or an empty string."""
        index = self._proxy.mapToSource(self.currentIndex())
        return self.rows_model.uid_at(index.row()) if index.isValid() else ""

    def picked_uids(self) -> list[str]:
        """Return the uids of the chosen rows in the order shown."""
        chosen = sorted(self.selectionModel().selectedRows(), key=lambda i: i.row())
        return [self.rows_model.uid_at(self._proxy.mapToSource(i).row()) for i in chosen]

    def pick(self, uid: str) -> None:
        """Choose the row of a uid."""
        source = self.rows_model.row_of(uid)
        if source >= 0:
            index = self._proxy.mapFromSource(self.rows_model.index(source, 0))
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            self.selectionModel().setCurrentIndex(index, flags)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.uid_at(self._proxy.mapToSource(index).row()))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.rows_model.uid_at(self._proxy.mapToSource(current).row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows as tab-separated text; Enter opens."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        lines = []
        for index in sorted(self.selectionModel().selectedRows(), key=lambda i: i.row()):
            cells = (index.siblingAtColumn(c).data() for c in range(len(self.columns)))
            lines.append("\t".join(str(cell) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))
