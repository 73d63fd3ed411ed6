"""The words that people wrote into minutes: overrides of sentences, and paragraphs of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Override:
    """A sentence as somebody worded it.

    ``text`` holds {placeholders}, ``basis`` the values it was written on.
    """

    uid: str
    key: str
    language: str
    text: str
    detached: bool
    basis: dict[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph of free words that follows the block with ``after_key``."""

    uid: str
    after_key: str
    position: int
    text: Text


def list_overrides(desk: Desk, meeting_uid: str) -> dict[tuple[str, str], Override]:
    """Return the overrides of a meeting's minutes by (key, language)."""
    found = rows.find(desk.conn, "minutes_override", order="uid", meeting_uid=meeting_uid)
    return {
        (row["key"], row["language"]): Override(
            row["uid"],
            row["key"],
            row["language"],
            row["text"],
            bool(row["detached"]),
            row["basis"],
        )
        for row in found
    }


def list_typed(desk: Desk, meeting_uid: str) -> list[Typed]:
    """Return the paragraphs that people typed, in their order."""
    return [
        Typed(row["uid"], row["after_key"], row["position"], row["text"])
        for row in rows.find(desk.conn, "minutes_paragraph", meeting_uid=meeting_uid)
    ]
