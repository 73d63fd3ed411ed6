"""Wire the program: paths, logging, crash hook, council file, services, window."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

if _collects := gc.isenabled():  # what is loaded stays: to look through it for garbage takes time
    gc.disable()

# First what knows no Qt: PySide reads the source of every module that is loaded after itself.
import council
import council.services.today  # the first page
from council.domain.messages import FileRefused
from council.services import council as council_service
from council.services.desk import Desk, create_council_file, open_desk
from council.services.steady_clock import SteadyClock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from council.ui.dispatcher import Call

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from council.ui import fonts, theme
from council.ui.dispatcher import Dispatcher, InlineDispatcher, WorkerDispatcher
from council.ui.host import Founding, OpenCouncil
from council.ui.main_window import MainWindow
from council.ui.settings import Settings, data_folder
from council.ui.warm import Warming

_log = logging.getLogger(__name__)
WARM_MS = 800
"""So long after the window is shown the other pages are loaded: the first one comes first."""

gc.freeze()
if _collects:
    gc.enable()


class ReadOnlyDispatcher(InlineDispatcher):
    """Answers questions and refuses to write: the file is open for reading only."""

    read_only = True

    def _write(self, call: Call) -> None:
        name = self.desk.path.name if self.desk.path else ""
        self._deliver(call.answer(error=FileRefused("error.file_only_read", file=name)))


class ProgramHost:
    """Opens files for the window: the writer in a thread of its own, a reader for the GUI."""

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        self._settings = settings
        self._folder = folder
        self._clock = SteadyClock()

    def open(self, path: Path, *, read_only: bool = False) -> OpenCouncil:
        """Open a council file; FileRefused says why it cannot be."""
        if read_only:
            reader = open_desk(path, actor=self._settings.actor, read_only=True)
            quiet: Dispatcher = ReadOnlyDispatcher(reader)
            return OpenCouncil(path, quiet, reader, read_only=True)
        desks: list[Desk] = []

        def writer() -> Desk:
            desks.append(open_desk(path, actor=self._settings.actor, clock=self._clock))
            return desks[0]

        dispatcher = WorkerDispatcher(writer, lambda: desks[0].reader())
        return OpenCouncil(path, dispatcher, desks[0].reader())

    def found(self, path: Path, founding: Founding) -> None:
        """Create a council file with its council, seats and people; take it away if that fails."""
        desk = create_council_file(path, actor=self._settings.actor)
        try:
            found_on(desk, founding)
        except BaseException:
            desk.close()
            path.unlink(missing_ok=True)
            raise
        desk.close()

    def demo(self) -> Path:
        """Return the demo council's file in the data folder, built when it is not there.

        What somebody tried in it stays; deleting the file gives a fresh one.
        """
        from council.demo import build_demo

        folder = (self._folder or data_folder()) / "demo"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / "riverbend.council"
            if path.exists():
                return path
        except OSError as error:
            raise FileRefused("error.file_unreachable", file="riverbend.council") from error
        build_demo(path)
        return path


def found_on(desk: Desk, founding: Founding) -> None:
    """Put the council, its seats and its people on an empty desk."""
    council_service.found_council(
        desk,
        name=founding.name,
        languages=founding.languages,
        time_zone=founding.time_zone,
        pack=founding.pack,
        seats=founding.seats,
        paper=founding.paper,
        digits=founding.digits,
        overrides=founding.overrides,
        place=founding.place,
    )
    if founding.people:
        from council.services.members import bodies, people

        body = bodies.list_bodies(desk)[0]
        people.seat_people(desk, body.uid, founding.people)


def run_window(path: Path | None, argv: Sequence[str]) -> int:
    """Show the window, with a council file open if one is given; return the exit code."""
    from council.ui.crash import CrashHook, start_log

    settings = Settings.load()
    if settings.zoom != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{settings.zoom / 100:g}")
    app = QApplication(list(argv) or sys.argv[:1])
    app.setApplicationName("Council")
    app.setApplicationVersion(council.__version__)
    hook = CrashHook(start_log(data_folder()))
    hook.install()
    fonts.load_fonts()
    theme.apply(app, settings.scheme)
    window = MainWindow(ProgramHost(settings), settings, empty=path is not None)
    window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: window.open_path(path))
    else:
        QTimer.singleShot(0, window.reopen)
    _log.info("Council %s started", council.__version__)
    warming = Warming()
    QTimer.singleShot(WARM_MS, warming.start)
    code = app.exec()
    warming.stop()
    return code


def open_once(path: Path, folder: Path) -> str:
    """Open a council file in a window, draw it once and close it; return the window's title.

    For the self-test and the benchmark; settings are the defaults and lie in ``folder``.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    settings = Settings(folder / "settings.json", actor="AB")
    fonts.load_fonts()
    theme.apply(app, settings.scheme)
    window = MainWindow(ProgramHost(settings, folder), settings, empty=True)
    window.show()
    window.open_path(path)
    app.processEvents()
    if not window.windowHandle().isExposed():  # some platforms show a window only later
        window.grab()
    title = window.windowTitle()
    window.close()
    return title
