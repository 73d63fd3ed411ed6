"""Questions and bad news that need a dialog; tests put a recorder in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class Messenger(Protocol):
    """What the window asks of the person in a dialog."""

    def open_path(self, title: str, folder: Path, pattern: str) -> Path | None:
        """Ask for a file that exists."""

    def save_path(self, title: str, suggested: Path, pattern: str) -> Path | None:
        """Ask where a new file goes."""

    def refuse(self, title: str, sentence: str, choices: Sequence[str] = ()) -> int:
        """Say what cannot be done and offer ways out; return the choice's number, -1 for none."""


class QtMessenger:
    """The real dialogs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def open_path(self, title: str, folder: Path, pattern: str) -> Path | None:
        """Ask for a file that exists."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), pattern)
        return Path(name) if name else None

    def save_path(self, title: str, suggested: Path, pattern: str) -> Path | None:
        """Ask where a new file goes."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), pattern)
        return Path(name) if name else None

    def refuse(self, title: str, sentence: str, choices: Sequence[str] = ()) -> int:
        """Say what cannot be done and offer ways out; return the choice's number, -1 for none."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(sentence)
        role = QMessageBox.ButtonRole.AcceptRole
        buttons = [box.addButton(choice, role) for choice in choices]
        close = QCoreApplication.translate("Messages", "Close")
        box.addButton(close, QMessageBox.ButtonRole.RejectRole)
        box.exec()
        pressed = box.clickedButton()
        return next((i for i, button in enumerate(buttons) if button is pressed), -1)


def council_pattern() -> str:
    """Return the file dialog's filter for council files."""
    words = QCoreApplication.translate("Messages", "Council files")
    return f"{words} (*.council)"
