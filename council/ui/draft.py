"""Keeping what is half typed: outside the record, at a pause, and at the latest after a second."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from council.services import drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.desk import Desk
    from council.ui.context import Context

PAUSE_MS: Final = 250
LATEST_MS: Final = 1_000


def draft_key(meeting_uid: str, name: str) -> str:
    """Return the key under which something half typed of a meeting is kept."""
    return f"meet:{meeting_uid}:{name}"


def _recorded(
    key: str, service: Callable[..., object], desk: Desk, *args: Any, **named: Any
) -> object:
    return drafts.recorded(desk, key, service, *args, **named)


class Draft(QObject):
    """Values by name, kept under one key while they are typed; with nothing typed, none is kept.

    ``read`` returns what is typed now.
    """

    def __init__(
        self, context: Context, key: str, read: Callable[[], dict[str, str]], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._context, self._read = context, read
        self.key = key
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self._since = QElapsedTimer()

    def touch(self) -> None:
        """Keep what is typed soon: at a pause, or when a second has passed."""
        if not self._timer.isActive():
            self._since.start()
        left = LATEST_MS - self._since.elapsed()
        self._timer.start(int(max(0, min(PAUSE_MS, left))))

    def keep(self) -> None:
        """Keep it now."""
        self._timer.stop()
        values = self._read()
        words = json.dumps(values, ensure_ascii=False) if any(values.values()) else ""
        self._context.dispatcher.jot(drafts.put, self.key, words)

    def flush(self) -> None:
        """Keep now what still waits for its pause."""
        if self._timer.isActive():
            self.keep()

    def recording(self, service: Callable[..., object]) -> Callable[..., object]:
        """Return the service so that the draft goes with the step that records it."""
        self.wait()
        return partial(_recorded, self.key, service)

    def wait(self) -> None:
        """Keep nothing more of what is typed so far: it is being recorded."""
        self._timer.stop()

    def drop(self) -> None:
        """Forget it."""
        self._timer.stop()
        self._context.dispatcher.jot(drafts.drop, self.key)

    def kept(self) -> dict[str, str]:
        """Return what was kept, empty when nothing was."""
        found = drafts.get(self._context.reader, self.key)
        return dict(json.loads(found)) if found else {}
