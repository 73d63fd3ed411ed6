"""Loading what the first page does not show while nobody waits for it, one small module at a time.

A class of Qt's may only be made in the GUI thread: a thread that imports widgets crashes the
program now and then. So the thread only reads which module needs which, and the GUI thread imports
them between events, those that need nothing first.
"""

from __future__ import annotations

import logging
import re
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

import council
from council.ui.shell import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_log = logging.getLogger(__name__)

GAP_MS: Final = 15
"""How long the window has for itself between two modules."""

_ROOT: Final = Path(council.__file__).parent.parent
_IMPORT: Final = re.compile(r"^(?:from (council[\w.]*) )?import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_MORE: Final = (
    "council.ui.pages.meeting.papers.pdf_pages",
    "council.ui.pages.meeting.papers.pictures",
    "council.ui.palette",
    "council.ui.printing",
)


def modules() -> tuple[str, ...]:
    """Return what is loaded, in the order in which it is likely to be wanted."""
    from council.ui.pages.meeting.page import STEPS

    pages = (f"council.ui.pages.{module}" for module, _, _ in PAGES.values())
    steps = (f"council.ui.pages.meeting.{module}" for module, _ in STEPS.values())
    return (*dict.fromkeys((*pages, *steps)), *_MORE)


def _source(name: str) -> Path | None:
    """Return the file of a module of ours, None when it is none."""
    where = _ROOT.joinpath(*name.split("."))
    found = (where.with_suffix(".py"), where / "__init__.py")
    return next((path for path in found if path.is_file()), None)


def needs(name: str) -> Iterator[str]:
    """Yield the modules of ours that one imports as it is loaded."""
    path = _source(name)
    for found in _IMPORT.finditer(path.read_text("utf-8") if path else ""):
        package, words = found[1], re.findall(r"council[\w.]*|\w+", found[2])
        if package is None:
            yield from (one for one in words if one.startswith("council."))
            continue
        yield package
        yield from (one for one in (f"{package}.{word}" for word in words) if _source(one))


def in_order(wanted: Iterable[str]) -> list[str]:
    """Return modules with all that they need and is not loaded yet, what is needed first."""
    made: dict[str, None] = {}
    begun: set[str] = set()

    def add(name: str) -> None:
        if name in begun or name in sys.modules:
            return
        begun.add(name)
        for one in needs(name):
            add(one)
        made[name] = None

    for name in wanted:
        add(name)
    return list(made)


class Warming(QObject):
    """Loads modules one after another, beginning when it is told to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: list[str] = []
        self._thread = Thread(target=self._sort, name="warming", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(GAP_MS)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin."""
        self._wanted = modules()
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """End it."""
        self._timer.stop()

    def busy(self) -> bool:
        """Tell whether there is more to load."""
        return self._timer.isActive()

    def _sort(self) -> None:
        """Sort what is wanted, by its files alone; nothing is imported in this thread."""
        try:
            self._left = in_order(self._wanted)
        except OSError:  # whoever opens a page is told
            _log.warning("could not look for what to load ahead", exc_info=True)

    def _next(self) -> None:
        if self._thread.is_alive():
            return
        if not self._left:
            self._timer.stop()
            return
        try:
            import_module(self._left.pop(0))
        except Exception:  # whoever opens the page is told
            _log.warning("could not load a page ahead", exc_info=True)
            self._timer.stop()
