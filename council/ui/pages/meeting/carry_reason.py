"""The line that asks why something is settled without being taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from council.ui.kit import GROW, Button, Field, line_edit, row, stack

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ReasonLine(QFrame):
    """A reason, which goes on record, and the two ways on.

    Signals: ``kept(str)`` with the reason, ``given_up()``.
    """

    kept = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.words = line_edit("", self.tr("Withdrawn, done elsewhere …"))
        self.field = Field(
            self.tr("Why it is settled without being taken up"),
            self.words,
            self.tr("The reason goes on record; it can be taken back here."),
        )
        self.keep = Button(self.tr("Settle it"), "check", dense=True)
        self.away = Button(self.tr("Cancel"), None, "plain", dense=True)
        self.words.returnPressed.connect(self.submit)
        self.keep.clicked.connect(self.submit)
        self.away.clicked.connect(self.given_up)
        self.setLayout(
            stack(self.field, row(self.keep, self.away, GROW, gap=8), gap=8, pad=(14, 10, 14, 10))
        )

    def begin(self) -> None:
        """Ask anew."""
        self.words.clear()
        self.field.set_error("")
        self.show()
        self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Hand the reason on; one is needed."""
        if self.words.text().strip():
            self.kept.emit(self.words.text().strip())
        else:
            self.field.set_error(self.tr("Write a short reason."))
            self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter and Escape to itself: the list behind takes them for its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
