"""Telling something to whoever listens to the window instead of looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def speak(source: QObject, words: str, *, urgent: bool = False) -> None:
    """Let screen readers say words, at once where they are urgent; nothing is shown."""
    event = QAccessibleAnnouncementEvent(source, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
