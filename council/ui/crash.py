"""When the fault is ours: keep a report, show it, let the person copy it."""

from __future__ import annotations

import logging
import platform
import sys
import tempfile
import threading
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

import council
from council.ui.kit import GROW, Button, icon, label, row, small, stack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_log = logging.getLogger(__name__)


def start_log(folder: Path) -> Path:
    """Write the log into a folder, a megabyte at most and one file before it; return the file.

    Where nothing can be written it lies in the folder for temporary files: no reason not to start.
    """
    try:
        file, handler = _log_in(folder)
    except OSError:
        file, handler = _log_in(Path(tempfile.mkdtemp(prefix="council-")))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def _log_in(folder: Path) -> tuple[Path, RotatingFileHandler]:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "council.log"
    return file, RotatingFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8")


def report(error: BaseException) -> str:
    """Return what a developer needs to know: versions, kinds of fault and places in the program.

    What a fault says of itself is left out, for it may quote the council's record.
    """
    head = (
        f"Council {council.__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}\n"
        f"{datetime.now(UTC).isoformat(timespec='seconds')}\n"
    )
    return head + "".join(f"\n{_kind(one)}\n{_places(one)}" for one in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield a fault and those it came of."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return "".join(f"  {_program_path(f.filename)}:{f.lineno} {f.name}\n" for f in frames)


def _program_path(filename: str) -> str:
    """Return a file's path from the folder of the program or library on: no folders of a person."""
    path = Path(filename)
    for folder in (Path(council.__file__).parent.parent, *map(Path, sys.path)):
        if folder.is_absolute() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


class CrashDialog(QDialog):
    """Says that the program has a fault, that nothing recorded is lost, and shows the report."""

    def __init__(self, text: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setWindowTitle(self.tr("A fault in Council"))
        self.resize(720, 480)
        view = QPlainTextEdit(text)
        view.setReadOnly(True)
        view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        view.setAccessibleName(self.tr("Report"))
        self.copy_button = Button(self.tr("Copy the report"), "copy")
        close = Button(self.tr("Go on"), None, "primary")
        self.copy_button.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        words = self.tr(
            "The log on this computer says more and may quote your record; read it before you "
            "send it: {file}"
        )
        path = small(words.format(file=log), wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(
            stack(
                row(
                    icon("bug", "no", 24, "fill"),
                    label(self.tr("The program made a mistake"), 17, "strong"),
                    GROW,
                ),
                label(
                    self.tr(
                        "What was recorded before is safe in the council file. "
                        "Please send this report to the developers: it says which fault and where "
                        "in the program, and no word of your record."
                    ),
                    wrap=True,
                ),
                (view, 1),
                path,
                row(self.copy_button, GROW, close),
                gap=12,
                pad=20,
            )
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class CrashHook(QObject):
    """Takes every exception nobody caught, from any thread, to the log and to a dialog.

    Signals: ``caught(str)`` with the report, on the GUI thread.
    """

    caught = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log_file = log
        self._open = False
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("a fault", exc_info=(kind, error, trace))
        self.caught.emit(report(error))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._open:  # one dialog at a time: a fault in painting would come every frame
            return
        self._open = True
        CrashDialog(text, self._log_file, _active_window()).exec()
        self._open = False


def _active_window() -> QWidget | None:
    return QApplication.activeWindow()
