"""The words of a paper that the window cannot draw, such as a letter from an office program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk


def has_words(media_type: str) -> bool:
    """Tell whether the words of a paper of this kind can be read."""
    from council.exchange.office_words import can_read

    return can_read(media_type)


def read_words(_desk: Desk, path: Path, media_type: str) -> str | None:
    """Return the words of a copy of a paper, None when it is locked or damaged."""
    from council.exchange import office_words

    return office_words.read_words(path, media_type)
