"""Finding a rule by what its line says, in whatever language it is read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from council.domain.calendars import fold_digits

if TYPE_CHECKING:
    from collections.abc import Mapping


def fold(text: str) -> str:
    """Return text as it is compared: without case, accents of Latin letters, and Thai digits."""
    plain = fold_digits(text).casefold()
    if plain.isascii():
        return plain
    return "".join(
        char
        if "\u0e00" <= char <= "\u0e7f"
        else "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        for char in plain
    )


def find(wanted: str, said: Mapping[str, str]) -> list[str]:
    """Return the keys whose words hold every word that is looked for, in their order.

    ``said`` holds, for each key, its folded words.
    """
    needles = fold(wanted).split()
    return [key for key, words in said.items() if all(needle in words for needle in needles)]
