"""A table whose rows are ticked: Space, Enter or a double click changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from council.ui.kit import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QKeyEvent


class TickTable(DataTable):
    """Rows with a tick before them.

    Signals: ``ticked()`` when a person changed what is ticked.
    """

    ticked = Signal()

    def __init__(
        self, columns: Sequence[Column[Any]], uid: Callable[[Any], str], name: str, sort_by: int = 1
    ) -> None:
        self._uid, self._ticks, self._free = uid, set[str](), frozenset[str]()
        mark = Column[Any]("", self._word, 44, size="small", tone=self._tone)
        super().__init__([mark, *columns], uid, name, sort_by=sort_by)
        self.opened.connect(self._on_toggled)

    def _word(self, one: Any) -> str:
        return "" if self._uid(one) in self._ticks else "–"

    def _tone(self, one: Any) -> tuple[str, str] | None:
        return ("check-square", "accent") if self._uid(one) in self._ticks else None

    def set_ticked_rows(
        self, rows: Sequence[Any], ticks: Collection[str], free: Collection[str]
    ) -> None:
        """Show rows; ``ticks`` are ticked, only those that are ``free`` can be changed."""
        self._ticks, self._free = set(ticks), frozenset(free)
        self.set_rows(list(rows))

    def ticks(self) -> frozenset[str]:
        """Return the uids that are ticked."""
        return frozenset(self._ticks)

    def _on_toggled(self, uid: str) -> None:
        if uid not in self._free:
            return
        self._ticks ^= {uid}
        self.viewport().update()
        self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space."""
        if event.key() == Qt.Key.Key_Space and self.current_uid():
            self.opened.emit(self.current_uid())
            return
        super().keyPressEvent(event)
