"""Photos of postings: one chosen or dropped for the next posting, small in the log, opened big."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QWidget

from council.services.planning import postings
from council.ui.kit import GROW, Brush, Button, Elided, Painted, Tile, row, small, stack

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from council.services.desk import Desk
    from council.services.planning.postings import PhotoRow
    from council.ui.context import Context

SMALL: Final = QSize(72, 54)
_TWICE: Final = 2
_BIG: Final = QSize(1600, 1200)


def read_small(_desk: Desk, path: Path, size: QSize = SMALL) -> QImage:
    """Read a picture no larger than a size; an empty image for what is none.

    To be asked of the dispatcher: decoding a photo is no work for the GUI thread.
    """
    return _read(QImageReader(str(path)), size)


def read_kept(desk: Desk, notice_uid: str, size: QSize = SMALL) -> QImage:
    """Read the photo kept with a posting no larger than a size; to be asked of the dispatcher."""
    buffer = QBuffer()
    buffer.setData(QByteArray(postings.photo_bytes(desk, notice_uid)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), size)


def _read(reader: QImageReader, size: QSize) -> QImage:
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    found = reader.size()
    most = size * _TWICE
    if found.width() > most.width() or found.height() > most.height():
        reader.setScaledSize(found.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _fit(image: QImage, box: QRectF) -> QRectF:
    """Return where an image lies in a box: whole, in the middle, never blown up."""
    size = image.size()
    if size.width() > box.width() or size.height() > box.height():
        size = size.scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    left = box.center().x() - size.width() / 2
    return QRectF(left, box.center().y() - size.height() / 2, size.width(), size.height())


def _paint(brush: Brush, box: QRectF, image: QImage | None) -> None:
    brush.plate(box, "sunken", "line", 4)
    if image is None or image.isNull():
        brush.icon("clipboard-text", box.center().x() - 9, box.center().y() - 9, 18, "ink_3")
        return
    brush.setRenderHint(Brush.RenderHint.SmoothPixmapTransform)
    brush.drawImage(_fit(image, box.adjusted(2, 2, -2, -2)), image)


class Thumbnail(Tile):
    """The photo of a posting in the log; pressing it opens it big."""

    def __init__(self, context: Context, photo: PhotoRow) -> None:
        size = SMALL
        super().__init__(
            lambda b, r: _paint(b, r, None), photo.name, size.width(), size.height(), 4
        )
        self._context, self.photo = context, photo
        self.setAccessibleName(self.tr("Photo {name}").format(name=photo.name))
        self.setToolTip(photo.name)
        self.clicked.connect(self.open_big)
        context.dispatcher.ask(read_kept, photo.notice_uid, on_done=self._on_read)

    def _on_read(self, image: QImage) -> None:
        self.set_paint(lambda brush, box: _paint(brush, box, image))

    def open_big(self) -> None:
        """Show the photo in a window of its own; Escape closes it."""
        self._context.dispatcher.ask(
            read_kept, self.photo.notice_uid, _BIG, on_done=self._on_read_big
        )

    def _on_read_big(self, image: QImage) -> None:
        window = PhotoWindow(image, self.photo.name, self.window())
        window.open()


class PhotoWindow(QDialog):
    """A photo as large as the window lets it be."""

    def __init__(self, image: QImage, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.image = image
        shown = Painted(self._paint_photo, 0, 0)
        shown.setMinimumSize(320, 240)
        shown.setAccessibleName(name)
        close = Button(self.tr("Close"), None, "normal", "Esc")
        close.clicked.connect(self.accept)
        self.setLayout(stack((shown, 1), row(small(name, "ink_2"), GROW, close), gap=10, pad=12))
        self.resize((parent.size() * 4) / 5)

    def _paint_photo(self, brush: Brush, box: QRectF) -> None:
        brush.setRenderHint(Brush.RenderHint.SmoothPixmapTransform)
        brush.drawImage(_fit(self.image, box), self.image)


class PhotoPick(QFrame):
    """The photo for the posting that is being recorded: chosen by a dialog, or dropped here.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.path: Path | None = None
        self._image: QImage | None = None
        self.setAcceptDrops(True)
        self.choose = Button(self.tr("Add a photo …"), "paperclip", "quiet", dense=True)
        self._hint = small(self.tr("or drop it here"), "ink_3")
        self._shown = Painted(
            lambda brush, box: _paint(brush, box, self._image), SMALL.width(), SMALL.height()
        )
        self._name = Elided("", "small")
        self.away = Button("", "x", "plain", h=32, name=self.tr("Leave the photo out"))
        self.choose.clicked.connect(self._on_choose)
        self.away.clicked.connect(self.clear)
        self.setLayout(
            row(self._shown, (self._name, 1), self.away, self.choose, self._hint, GROW, gap=10)
        )
        self.clear()

    def clear(self) -> None:
        """Forget the photo."""
        self._take(None)

    def take(self, path: Path) -> None:
        """Take a picture; it is read when the posting is recorded."""
        self._take(path)
        self._context.dispatcher.ask(read_small, path, on_done=self._on_read)

    def _take(self, path: Path | None) -> None:
        self.path, self._image = path, None
        taken: tuple[QWidget, ...] = (self._shown, self._name, self.away)
        asking: tuple[QWidget, ...] = (self.choose, self._hint)
        for widget in (*taken, *asking):
            widget.setVisible((widget in taken) == (path is not None))
        self._name.set_text(path.name if path else "")
        self.changed.emit()

    def _on_read(self, image: QImage) -> None:
        self._image = image
        self._shown.update()

    def _on_choose(self) -> None:
        kinds = self.tr("Pictures")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Photo of the posting"), "",
            f"{kinds} (*.jpg *.jpeg *.png *.webp *.gif *.bmp)",
        )  # fmt: skip
        if name:
            self.take(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
                event.acceptProposedAction()
                return
