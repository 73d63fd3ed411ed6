"""Writing into minutes: a field that grows with its words, and the row to write a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from council.ui.kit import Brush, row
from council.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

_LINE = 25


class GrowingEdit(QTextEdit):
    """A field of plain words, as high as they need; Enter is done, Shift+Enter a new line.

    Signals: ``committed()`` on Enter, ``cancelled()`` on Escape, ``left()`` when the focus goes.
    """

    committed = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, words: str = "", placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font())
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(font())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setPlainText(words)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.toPlainText().strip()

    def _fit(self) -> None:
        self.setFixedHeight(max(_LINE, round(self.document().size().height() + 0.49)) + 2)

    def sizeHint(self) -> QSize:
        """Ask for the height of the words."""
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap for the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape; Shift+Enter breaks the line."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.committed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words are left; a menu or another window does not count."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.left.emit()


class WriteRow(QWidget):
    """The row to write a paragraph: a bar in accent and a field; it lies after one block.

    Signals: ``written(str)`` with the words on Enter; ``typed(str)`` with what stands there now.
    """

    written = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.edit = GrowingEdit(
            "",
            self.tr("Write here; Enter keeps the paragraph"),
            self.tr("New paragraph after this block"),
        )
        self.setLayout(row((self.edit, 1), gap=0, pad=(54, 2, 12, 2)))
        self.edit.committed.connect(self._on_committed)
        self.edit.cancelled.connect(self._on_cancelled)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Repaint the bar when the focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def words(self) -> str:
        """Return what is half typed."""
        return self.edit.words()

    def set_words(self, words: str) -> None:
        """Show half-typed words, or none, without a signal."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(words)
        self.edit.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar before the words."""
        brush = Brush(self)
        inside = self.edit.hasFocus()
        bar = QRectF(46, 3, 2, self.height() - 6)
        brush.plate(bar, "accent" if inside else "accent_line", None, 1)
        brush.end()

    def _on_committed(self) -> None:
        if self.words():
            self.written.emit(self.words())

    def _on_cancelled(self) -> None:
        self.set_words("")
        self.typed.emit("")
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

    def _on_changed(self) -> None:
        self.typed.emit(self.edit.toPlainText())
