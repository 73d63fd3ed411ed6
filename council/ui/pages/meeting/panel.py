"""What the panels that take the place of the agenda have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from council.ui.kit import GROW, Button, Item, label, row, stack

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from council.ui.context import Context


class Panel(QFrame):
    """A card in the place of the agenda tree, with a title and the way back.

    Signals: ``closed()`` when somebody is done with it.
    """

    closed = Signal()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context = context
        self.back = Button(self.tr("Back to the agenda"), "caret-left", "plain", "Esc", dense=True)
        self.back.clicked.connect(self.closed)
        self.title = label(title, "body", "strong")

    def lay(self, *items: Item) -> None:
        """Lay these below the title."""
        head = row(self.title, GROW, self.back, gap=12)
        self.setLayout(stack(head, *items, gap=10, pad=(16, 10, 12, 12)))

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
