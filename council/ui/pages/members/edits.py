"""Fields that commit by themselves: on Enter, or when the keyboard leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from council.domain import calendars
from council.domain.messages import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from council.ui.context import Context


class LineCommit(QObject):
    """Watches a one-line field. Signals: ``committed(str)`` when its words differ from before."""

    committed = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._known = field, field.text()
        field.editingFinished.connect(self._on_finished)

    def set_text(self, text: str) -> None:
        """Show what the record says, unless somebody is typing something else."""
        typing = self._field.hasFocus() and self._field.text() != self._known
        self._known = text
        if not typing and self._field.text() != text:
            self._field.setText(text)
            self._field.setCursorPosition(0)  # long words are read from their beginning

    def _on_finished(self) -> None:
        text = self._field.text().strip()
        if text != self._known:
            self._known = text
            self.committed.emit(text)


class BlockCommit(QObject):
    """Watches a field of several lines. Signals: ``committed(str)`` when the keyboard leaves it."""

    committed = Signal(str)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field, self._known = field, field.toPlainText()
        field.installEventFilter(self)

    def set_text(self, text: str) -> None:
        """Show what the record says, unless somebody is typing something else."""
        typing = self._field.hasFocus() and self._field.toPlainText() != self._known
        self._known = text
        if not typing and self._field.toPlainText() != text:
            self._field.setPlainText(text)

    def commit(self) -> None:
        """Take over what stands in the field."""
        text = self._field.toPlainText().strip()
        if text != self._known:
            self._known = text
            self.committed.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the focus leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return False


def typed_day(
    context: Context, text: str, refused: Callable[[str], object]
) -> tuple[bool, date | None]:
    """Return (whether it can be read, the day); tells ``refused`` the sentence, "" when fine."""
    if not text.strip():
        refused("")
        return True, None
    try:
        day = calendars.parse_date(text, context.language)
    except InputRefused as refusal:
        refused(context.say(refusal.message))
        return False, None
    refused("")
    return True, day
