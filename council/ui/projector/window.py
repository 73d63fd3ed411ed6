"""The window of the second screen: on the other display, full screen; never with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from council.ui.kit import stack
from council.ui.projector.board import Board

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QMouseEvent, QScreen

FIRST_SIZE = (960, 540)
LEAST_SIZE = (480, 270)
TICK_MS = 1_000


def other_screen(screens: Sequence[QScreen], own: QScreen, wanted: str = "") -> QScreen | None:
    """Return the display to use: the one wanted by name, else another than our own, else None."""
    others = [one for one in screens if one is not own]
    named = [one for one in others if one.name() == wanted]
    return next(iter(named or others), None)


class ProjectorWindow(QWidget):
    """Holds the board.

    Signals: ``hidden()`` when somebody closed it; ``placed()`` when it went elsewhere.
    """

    hidden = Signal()
    placed = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Second screen"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.board = board
        self.setLayout(stack(board, gap=0))
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(board.tick)

    def appear(self, screen: QScreen | None, box: QRect | None) -> None:
        """Show full screen on a display, or without one as a window, where it was before."""
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            if box is not None and any(
                one.availableGeometry().intersects(box) for one in QApplication.screens()
            ):
                self.setGeometry(box)
            self.showNormal()
        self._clock.start()

    def turn_full(self) -> None:
        """Fill the display it is on, or stop filling it."""
        if self.isFullScreen():
            self.showNormal()
            self.resize(*FIRST_SIZE)
        else:
            self.showFullScreen()
        self.placed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the display, or stop filling it."""
        self.turn_full()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock; who closes it by its cross hides the second screen."""
        self._clock.stop()
        self.hidden.emit()
        super().closeEvent(event)


def make_window(language: str, scheme: str, now: Callable[[], datetime]) -> ProjectorWindow:
    """Return the window with an empty board."""
    return ProjectorWindow(Board(language, scheme, now))
