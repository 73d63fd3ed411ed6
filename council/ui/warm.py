"""Loading what the first page does not show while nobody waits for it, off the GUI thread."""

from __future__ import annotations

import logging
from importlib import import_module
from threading import Event, Thread
from typing import Final

from council.ui.shell import PAGES

_log = logging.getLogger(__name__)

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


class Warming:
    """Loads modules one after another; whoever wants one meanwhile waits for that one alone."""

    def __init__(self) -> None:
        self._stop = Event()
        self._thread = Thread(target=self._load, name="warming", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End it, and wait for the module that is being loaded."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        try:
            for name in modules():
                if self._stop.is_set():
                    return
                import_module(name)
        except Exception:  # whoever opens the page is told
            _log.warning("could not load a page ahead", exc_info=True)


__all__ = ["Warming", "modules"]
