"""The list of lines: arrows choose, Enter corrects, Escape goes back to where work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from council.ui.pages.meeting.meet.keys import is_enter, is_slash
from council.ui.pages.meeting.meet.lines.delegate import LineDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from council.ui.pages.meeting.meet.lines.model import LinesModel

LEAST_HEIGHT = 96


class LinesView(QListView):
    """The lines, the newest on top.

    Signals: ``wanted(int)`` the place of a line to correct; ``left()``; ``reached()`` by keys.
    """

    wanted = Signal(int)
    left = Signal()
    reached = Signal()

    def __init__(self, model: LinesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(self.tr("Arrows choose a line, Enter corrects it."))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.clicked.connect(self._on_clicked)

    def go_to(self, place: int) -> None:
        """Put the keyboard on a line."""
        self.setCurrentIndex(self.model().index(place, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, F2 and Escape; arrows choose, and letters are nobody's here."""
        if is_enter(event) or event.key() == Qt.Key.Key_F2:
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_slash(event):
            event.ignore()  # the window calls a command by name
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not jump by letters: the line above the list finds words."""

    def _on_clicked(self) -> None:
        self.wanted.emit(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines be as high as the new width wants."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the fonts change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
