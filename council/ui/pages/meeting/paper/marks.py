"""Lines for the short marks of a sheet: each says at once what it understood; Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from council.domain.paper_marks import NotUnderstood
from council.ui.kit import Elided, small
from council.ui.kit.text import set_color
from council.ui.pages.meeting.meet.keys import as_latin, is_enter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

Read = TypeVar("Read")
_PLACES: Final = dict(zip("ๅภถุึคตจ", "14567890", strict=True))
"""Digits by their keys under Kedmanee; those of 2 and 3 write a slash and a dash there."""


def understood(words: str, read: Callable[[str], Read]) -> Read:
    """Read a mark as it was typed, else by the places of its keys; NotUnderstood when neither."""
    try:
        return read(words)
    except NotUnderstood:
        return read(as_latin("".join(_PLACES.get(char, char) for char in words)))


class MarkLine(QLineEdit):
    """One line of the sheet; ``told`` is the label that says what it means.

    Signals: ``wrong_changed()`` when it began or ceased to be a mark nobody understands.
    """

    wrong_changed = Signal()

    def __init__(
        self, name: str, width: int = 0, placeholder: str = "", told: QLabel | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("dense", True)
        if width:
            self.setFixedWidth(width)
        self.told: QLabel = told or small(" ")
        self.problem = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next line by Enter; nobody else gets the key."""
        if is_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def words(self) -> str:
        """Return what is typed, without spaces around it."""
        return self.text().strip()

    def tell(self, words: str, tone: str = "ink_3") -> None:
        """Say what was understood."""
        self._show(words, tone, "")

    def complain(self, words: str) -> None:
        """Say that nobody understands it, and what to write instead."""
        self._show(words, "no", words)

    def _show(self, words: str, tone: str, problem: str) -> None:
        if isinstance(self.told, Elided):
            self.told.set_text(words or " ")
        else:
            self.told.setText(words or " ")
        set_color(self.told, tone)
        self.setAccessibleDescription(words)
        if bool(problem) != bool(self.problem):
            self.setProperty("wrong", bool(problem))
            self.style().unpolish(self)
            self.style().polish(self)
        changed, self.problem = problem != self.problem, problem
        if changed:
            self.wrong_changed.emit()
