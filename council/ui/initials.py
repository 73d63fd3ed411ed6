"""Who writes in this council: asked once a file, in a line that blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from council.services import history
from council.ui.kit import Button, icon, label, line_edit, row

if TYPE_CHECKING:
    from council.ui.dispatcher import Dispatcher
    from council.ui.settings import Settings


def keep_initials(settings: Settings, dispatcher: Dispatcher, council: str, initials: str) -> None:
    """Remember a person's initials in a council; what is done from now on is signed with them."""
    settings.sign(council, initials)
    dispatcher.jot(history.sign_as, initials)


class InitialsBar(QFrame):
    """The line that asks. Signals: ``kept(str)`` with the initials; ``closed()`` either way."""

    kept = Signal(str)
    closed = Signal()

    def __init__(self, last: str) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        words = self.tr("Who is writing? Your initials stand in this council's history.")
        self.edit = line_edit(last, self.tr("Initials"), self.tr("Your initials"), 96)
        self.keep = Button(self.tr("Keep"), "check", dense=True)
        self.later = Button(self.tr("Ask later"), None, "plain", dense=True)
        self.edit.returnPressed.connect(self._on_keep)
        self.keep.clicked.connect(self._on_keep)
        self.later.clicked.connect(self._on_later)
        said = (label(words, "small", wrap=True), 1)
        line = row(icon("user", "accent", 20), said, self.edit, self.keep, self.later, gap=10)
        line.setContentsMargins(24, 4, 16, 4)
        self.setLayout(line)

    def _on_keep(self) -> None:
        initials = self.edit.text().strip()
        if not initials:
            self.edit.setFocus()
            return
        self.kept.emit(initials)
        self._on_later()

    def _on_later(self) -> None:
        self.hide()
        self.closed.emit()
