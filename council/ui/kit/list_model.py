"""A list for a view: rows of one kind, replaced as a whole; what is said of one, its heir says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

Row = TypeVar("Row")


class ListModel(QAbstractListModel, Generic[Row]):
    """Rows for a view; an heir answers ``data``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are; rows have none of their own."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def at(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """Return the row of an index, None when there is none (any more)."""
        there = index.isValid() and index.row() < len(self.rows)
        return self.rows[index.row()] if there else None
