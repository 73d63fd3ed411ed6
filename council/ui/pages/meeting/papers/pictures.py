"""A picture as sharp as the screen at every zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from council.ui.kit import Brush
from council.ui.kit.boxes import A

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from council.services.desk import Desk

_MOST_SIDE = 8000
_LEAST_SIDE = 320


def read_levels(_desk: Desk, path: Path) -> list[QImage]:
    """Read a picture and halve it again and again, largest first; nothing for what is none.

    To be asked of the dispatcher: neither reading nor shrinking is work for the GUI thread.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_SIDE:
        most = QSize(_MOST_SIDE, _MOST_SIDE)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return []
    levels = [image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)]
    while max(levels[-1].width(), levels[-1].height()) > _LEAST_SIDE:
        half = (levels[-1].size() / 2).expandedTo(QSize(1, 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        levels.append(levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    return levels


class _Canvas(QWidget):
    """Draws from the smallest level that is large enough."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[QImage] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part that is seen."""
        if not self.levels:
            return
        brush = Brush(self)
        brush.setRenderHint(Brush.RenderHint.SmoothPixmapTransform)
        want = self.width() * self.devicePixelRatioF()
        image = next((one for one in reversed(self.levels) if one.width() >= want), self.levels[0])
        shown = QRectF(event.rect())
        factor = image.width() / max(1, self.width())
        part = QRectF(
            shown.x() * factor, shown.y() * factor, shown.width() * factor, shown.height() * factor
        )
        brush.drawImage(shown, image, part)
        brush.end()


class PictureView(QScrollArea):
    """Shows a picture fitted to the room, or larger."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas = _Canvas()
        self._canvas.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._canvas)
        self.setAlignment(A.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture"))

    def set_levels(self, levels: list[QImage]) -> None:
        """Show a picture, given by its levels, fitted."""
        self._canvas.levels = levels
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show it at so many times the size that fits; 1 fits."""
        self._zoom = zoom
        if self._canvas.levels:
            size = self._canvas.levels[0].size()
            room = self.viewport().size()
            fit = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            if fit.width() > size.width():  # a small one is not blown up
                fit = size
            self._canvas.resize(fit * zoom)
            self._canvas.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.set_zoom(self._zoom)
