"""Files dropped from outside onto a widget: a frame shows where, then they are handed on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from council.ui.kit import A, Brush
from council.ui.kit.text import width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

_TALL = 60


@dataclass(frozen=True, slots=True)
class Target:
    """What files would be dropped on: its key, its place in the widget, what would come of it."""

    key: str
    box: QRect
    words: str


def files_of(mime: QMimeData) -> list[Path]:
    """Return the files of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class _Frame(QWidget):
    """A frame in accent over the place where files would go, with what would come of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the words where they hide nothing."""
        brush = Brush(self)
        box = QRectF(self.rect())
        brush.plate(box, None, "accent", 6, 2)
        wide = min(width_of(self.words, "small", "strong") + 24, box.width() - 8)
        at = box.bottom() - 34 if box.height() > _TALL else box.center().y() - 13
        flag = QRectF(box.right() - wide - 6, at, wide, 26)
        brush.plate(flag, "accent", None, 4)
        brush.write(flag, self.words, "small", "strong", "on_accent", A.AlignCenter)
        brush.end()


class FileDrops(QObject):
    """Takes files that are dropped on a widget; everything else it leaves to the widget.

    ``target`` tells what lies at a point of the widget, None where nothing takes files.

    Signals: ``dropped(str, object)`` the target's key and the list of paths.
    """

    dropped = Signal(str, object)

    def __init__(self, widget: QWidget, target: Callable[[QPoint], Target | None]) -> None:
        super().__init__(widget)
        self._target = target
        self._frame = _Frame(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Frame the target while files are over it; take them when they are let go."""
        if event.type() == QEvent.Type.DragLeave:
            self._frame.hide()
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        target = self._target(event.position().toPoint())
        files = files_of(event.mimeData())
        if target is None or not files:
            self._frame.hide()
            # A widget that says no to entering is never asked again while the pointer moves on it.
            event.setAccepted(event.type() == QEvent.Type.DragEnter and bool(files))
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):  # entering is one, too
            self._show(target)
        else:
            self._frame.hide()
            self.dropped.emit(target.key, files)
        return True

    def _show(self, target: Target) -> None:
        self._frame.words = target.words
        self._frame.setGeometry(target.box)
        self._frame.show()
        self._frame.raise_()
        self._frame.update()
