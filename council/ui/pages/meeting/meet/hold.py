"""Keys that are pressed while the record is being written wait, in order, instead of going astray.

A motion that was just recorded is before the meeting some milliseconds later; F5 pressed meanwhile
means that motion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from council.domain.messages import Message
    from council.ui.context import Context


class KeyHold(QObject):
    """Holds the keys of one window between ``begin`` and ``end``, then plays them back."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._count = 0
        self._playing = False
        self._held: list[QKeyEvent] = []

    def run(
        self,
        context: Context,
        service: Callable[..., object],
        *args: Any,
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[Message], object] | None = None,
        **named: Any,
    ) -> None:
        """Run a service; keys wait until it has answered."""

        def done(value: object) -> None:
            if not shiboken6.isValid(self):  # the window was closed meanwhile
                return
            if on_done is not None:
                on_done(value)
            self.end()

        def refused(message: Message) -> None:
            if not shiboken6.isValid(self):
                return
            if on_error is not None:
                on_error(message)
            else:
                context.announce(context.say(message), "warn")
            self.end()

        self.begin()
        context.dispatcher.run(service, *args, on_done=done, on_error=refused, **named)

    def begin(self) -> None:
        """Hold keys from now on."""
        self._count += 1
        app = QApplication.instance()
        if self._count == 1 and app is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        """Let keys go again and play back those that came meanwhile."""
        self._count -= 1
        app = QApplication.instance()
        if self._count == 0 and app is not None:
            app.removeEventFilter(self)
            self._play()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep key presses of the owner's window."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._owner.window() or self._playing:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
            return True
        return False

    def _play(self) -> None:
        if self._playing:
            return
        self._playing = True
        while self._held and self._count == 0:
            self._one(self._held.pop(0))
        self._playing = False

    def _one(self, event: QKeyEvent) -> None:
        """Press one key as Qt would: a key that the focus does not want is a command's key."""
        target = QApplication.focusWidget() or self._owner
        kind = QEvent.Type.ShortcutOverride
        asked = QKeyEvent(kind, event.key(), event.modifiers(), event.text())
        asked.ignore()
        QApplication.sendEvent(target, asked)
        action = None if asked.isAccepted() else _action(target, event)
        if action is not None:
            action.trigger()
        else:
            QApplication.sendEvent(target, event)


def _action(target: QWidget, event: QKeyEvent) -> QAction | None:
    """Return what a key does in the window that a widget is in."""
    pressed = QKeySequence(event.keyCombination())
    holder: QWidget | None = target
    while holder is not None:
        for action in holder.actions():
            if action.isEnabled() and pressed in action.shortcuts():
                return action
        holder = None if holder.isWindow() else holder.parentWidget()
    return None
