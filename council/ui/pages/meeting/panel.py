"""What the panels that take the place of the agenda have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from council.ui.kit import Button, Elided, Item, frame, row, scrolled, stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from council.ui.context import Context

_LEAST = 100


class Panel(QFrame):
    """A card in the place of the agenda tree, with a title and the way back.

    Signals: ``closed()`` when somebody is done with it.
    """

    closed = Signal()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context = context
        self._enters: dict[QObject, Callable[[], object]] = {}
        self.back = Button(self.tr("Back"), "caret-left", "plain", "Esc", dense=True)
        self.back.clicked.connect(self.closed)
        self.title = Elided(title, "body", "strong")

    def lay(self, *items: Item, least: int) -> None:
        """Lay these below the title; where they get less than their least height they scroll."""
        head = row((self.title, 1), self.back, gap=12, pad=(16, 10, 12, 0))
        body = frame("", stack(*items, gap=10, pad=(16, 4, 12, 12)))
        body.setMinimumHeight(least)
        holder = scrolled(body)
        holder.setMinimumHeight(_LEAST)
        self.setLayout(stack(head, (holder, 1), gap=4, pad=1))

    def take_enter(self, line: QLineEdit, run: Callable[[], object]) -> None:
        """Let Enter in a line do something, and nothing else besides.

        A line hands the same Enter on to the panel, which would do its own with it.
        """
        self._enters[line] = run
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in the lines that have something to do by it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            run = self._enters.get(watched)
            if run is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                run()
                return True
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Read the record anew; what is chosen and typed stays."""

    def begin(self) -> None:
        """Take the keyboard."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
