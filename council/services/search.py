"""Finding people, meetings, items, motions, notes and paragraphs by a part of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import search as index

if TYPE_CHECKING:
    from council.services.desk import Desk

__all__ = ["Hit", "search"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A find: ``kind`` is the table's name, ``detail`` the words around what was looked for."""

    kind: str
    uid: str
    meeting_uid: str | None
    title: str
    detail: str


def search(desk: Desk, text: str, limit: int = 30) -> list[Hit]:
    """Return what contains every word of the text, best first; nothing for no words."""
    return [
        Hit(one.kind, one.uid, one.meeting_uid, one.title, one.snippet)
        for one in index.search(desk.conn, text, limit)
    ]
