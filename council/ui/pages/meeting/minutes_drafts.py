"""Words half typed into minutes, kept beside the record until they are part of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from council.services import drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from council.ui.context import Context

PAUSE_MS = 400


class HalfTyped(QTimer):
    """One place to type in a document: what stands there is kept at each pause.

    ``read`` returns (key of a block, words typed there), the words empty when nothing is typed.
    """

    def __init__(
        self, parent: QObject, context: Context, key: str, read: Callable[[], tuple[str, str]]
    ) -> None:
        super().__init__(parent)
        self._context, self._key, self._read = context, key, read
        self._kept = ""
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)

    def keep(self, language: str) -> None:
        """Keep the words, or forget them; nothing is written when nothing changed."""
        self.stop()
        at, words = self._read()
        now = json.dumps([at, words], ensure_ascii=False) if words.strip() else ""
        if now != self._kept:
            self._kept = now
            self._context.dispatcher.jot(drafts.put, f"{self._key}/{language}", now)

    def begin_anew(self) -> None:
        """Know of nothing kept: the document is shown in another language."""
        self._kept = ""

    def bring_back(self, language: str) -> tuple[str, str] | None:
        """Return what was half typed when the program was left, once; None when nothing was."""
        if self._kept or self._read()[1]:
            return None
        self._kept = drafts.get(self._context.reader, f"{self._key}/{language}")
        if not self._kept:
            return None
        at, words = json.loads(self._kept)
        return str(at), str(words)
