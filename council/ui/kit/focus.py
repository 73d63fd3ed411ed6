"""The focus ring: two pixels of ring, two of gap, around whatever the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from council.ui.kit.paint import Brush
from council.ui.theme import RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

GAP = 4
_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


class FocusRing(QWidget):
    """Lies around a control, outside of it, as a child of its parent, so that it scrolls along."""

    def __init__(self, target: QWidget, radius: float) -> None:
        parent = target.parentWidget()
        while isinstance(parent, QSplitter):  # a splitter would take the ring for one more pane
            parent = parent.parentWidget()
        super().__init__(parent)
        self._target, self._radius = target, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            corner = self._target.mapTo(parent, self._target.rect().topLeft())
            box = self._target.rect().translated(corner)
            # Inside the parent: a ring around what touches its edge would be cut.
            self.setGeometry(box.adjusted(-GAP, -GAP, GAP, GAP).intersected(parent.rect()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        brush = Brush(self)
        brush.plate(QRectF(self.rect()), None, "focus", self._radius + GAP, 2)
        brush.end()


class Pressable(QAbstractButton):
    """Base of the painted buttons: keyboard focus with a ring, Enter presses like Space."""

    ring_radius: float = RADIUS["control"]

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self._ring: FocusRing | None = None
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hot(self) -> bool:
        """Tell whether the pointer is on it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        super().focusInEvent(event)
        self._drop_ring()
        if event.reason() in _KEYBOARD:
            self._ring = FocusRing(self, self.ring_radius)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._drop_ring()

    def _drop_ring(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def keyPressEvent(self, event: QEvent) -> None:
        """Press on Enter too."""
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
