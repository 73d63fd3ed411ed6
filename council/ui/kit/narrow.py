"""What gives way when a window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    def __init__(self, widget: QWidget, limit: int, tell: Callable[[bool], None]) -> None:
        super().__init__(widget)
        self._limit, self._tell = limit, WeakMethod(tell)
        self._narrow: bool | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            narrow = event.size().width() < self._limit
            tell = self._tell()
            if narrow != self._narrow and tell is not None:
                self._narrow = narrow
                tell(narrow)
        return False


def when_narrow(widget: QWidget, limit: int, tell: Callable[[bool], None]) -> None:
    """Call a bound method with True when a widget gets narrower than ``limit`` pixels, else False.

    It is called at the first sizing and then only when the answer changes.
    """
    _Watch(widget, limit, tell)
