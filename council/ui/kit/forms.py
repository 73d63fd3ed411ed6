"""Forms: fields with their label, hint and error; rows of rules with their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from council.ui.kit.boxes import GROW, row, stack
from council.ui.kit.paint import icon
from council.ui.kit.text import label, set_color, small

if TYPE_CHECKING:
    from collections.abc import Sequence


def line_edit(
    text: str = "", placeholder: str = "", name: str = "", width: int = 0, dense: bool = False
) -> QLineEdit:
    """Make a one-line field."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    if name:
        made.setAccessibleName(name)
    if width:
        made.setFixedWidth(width)
    if dense:
        made.setProperty("dense", True)
    made.setMinimumWidth(min(width or 120, 120))
    return made


def text_edit(
    text: str = "", placeholder: str = "", name: str = "", lines: int = 4
) -> QPlainTextEdit:
    """Make a field of several lines; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    if name:
        made.setAccessibleName(name)
    made.setFixedHeight(lines * 25 + 18)
    return made


class _NoWheel(QObject):
    """Keeps the wheel from changing a field that is only scrolled past."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QWheelEvent)
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return False


def calm_wheel(widget: QWidget) -> None:
    """Let the wheel scroll the page instead of changing an unfocused field."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_NoWheel(widget))


def combo(
    choices: Sequence[tuple[str, str]], value: str = "", name: str = "", width: int = 0
) -> QComboBox:
    """Make a choice of (value, words); ``currentData()`` is the value."""
    made = QComboBox()
    for code, words in choices:
        made.addItem(words, code)
    found = made.findData(value)
    made.setCurrentIndex(max(found, 0))
    if name:
        made.setAccessibleName(name)
    if width:
        made.setFixedWidth(width)
    else:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMinimumContentsLength(6)
    calm_wheel(made)
    return made


def spin(value: int, low: int, high: int, name: str = "", width: int = 96) -> QSpinBox:
    """Make a field for a whole number, without arrows.

    The style sheet takes the arrows away. WORKAROUND: ``NoButtons`` under a style sheet leaves the
    text one pixel wide (Qt 6.12).
    """
    made = QSpinBox()
    made.setRange(low, high)
    made.setValue(value)
    made.setFixedWidth(width)
    made.lineEdit().setTextMargins(8, 0, 8, 0)
    if name:
        made.setAccessibleName(name)
    calm_wheel(made)
    return made


def check(text: str, on: bool = False) -> QCheckBox:
    """Make a tick box."""
    made = QCheckBox(text)
    made.setChecked(on)
    made.setAccessibleName(text)
    return made


def _mark_wrong(widget: QWidget, wrong: bool) -> None:
    widget.setProperty("wrong", wrong)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Field(QWidget):
    """A label above a field, a hint below; ``set_error`` says what is wrong instead."""

    def __init__(
        self, text: str, widget: QWidget, hint: str = "", *, optional: bool = False, width: int = 0
    ) -> None:
        super().__init__()
        self.widget = widget
        self._hint = hint
        head: QLabel = small(text, "ink_2", "medium")
        head.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(text)
        extra = small(QCoreApplication.translate("Kit", "optional")) if optional else None
        self._below = small(hint, "ink_3", wrap=True)
        self.setLayout(stack(row(head, GROW, extra, gap=8), widget, self._below, GROW, gap=4))
        self._below.setVisible(bool(hint))  # not before it has a parent: it would be a window
        if width:
            self.setFixedWidth(width)

    def set_hint(self, hint: str) -> None:
        """Say something else below the field."""
        self._hint = hint
        self.set_error("")

    def set_error(self, message: str) -> None:
        """Mark the field as wrong and say why; an empty message takes the mark away."""
        _mark_wrong(self.widget, bool(message))
        self._below.setText(message or self._hint)
        set_color(self._below, "no" if message else "ink_3")
        self._below.setVisible(bool(message or self._hint))
        self.widget.setAccessibleDescription(message)


class FormRow(QWidget):
    """A rule: label left, the field, what it gives, and under it the source with a book.

    ``ok`` False makes the result amber: please confirm.
    """

    def __init__(
        self,
        text: str,
        widget: QWidget,
        result: str = "",
        source: str = "",
        *,
        ok: bool = True,
        label_width: int = 148,
    ) -> None:
        super().__init__()
        self.widget = widget
        if not widget.accessibleName():
            widget.setAccessibleName(text)
        left = label(text, "body", "medium", wrap=True, width=label_width)
        left.setBuddy(widget)
        self._result = small(result, weight="medium", wrap=True)
        self._source = small(source, wrap=True)
        self._mark_box = row(gap=0)
        first = row(left, widget, self._mark_box, (self._result, 1), gap=12)
        self._book = icon("book-open", "ink_3", 16)
        second = row(label_width + 12, self._book, (self._source, 1), gap=6)
        self.setLayout(stack(first, second, gap=4))
        self.set_result(result, ok=ok)
        self.set_source(source)

    def set_result(self, result: str, *, ok: bool = True) -> None:
        """Show what the choice gives."""
        from council.ui.kit.boxes import refill

        self._result.setText(result)
        set_color(self._result, "ink" if ok else "warn")
        glyph = icon("check-circle" if ok else "seal-question", "yes" if ok else "warn", 18, "fill")
        refill(self._mark_box, glyph if result else None)

    def set_source(self, source: str, *, ok: bool = True) -> None:
        """Show where the rule stands, in amber when that is to be confirmed."""
        self._source.setText(source)
        set_color(self._source, "ink_3" if ok else "warn")
        self._book.setVisible(bool(source))
        self._source.setVisible(bool(source))
