"""The order of names in a list: Thai by the dictionary's rule, Latin without case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from council.domain.calendars import fold_digits

_LEADING = frozenset("เแโใไ")
_SECONDARY = frozenset("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e2f\u0e46\u0e3a")


def _is_consonant(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e2e"


def _swap_leading(text: str) -> str:
    """Put เ แ โ ใ ไ after the consonant they are written before."""
    chars = list(text)
    place = 0
    while place < len(chars) - 1:
        if chars[place] in _LEADING and _is_consonant(chars[place + 1]):
            chars[place], chars[place + 1] = chars[place + 1], chars[place]
            place += 1
        place += 1
    return "".join(chars)


def _without_accents(text: str) -> str:
    """Return Latin letters without accents; Thai is left alone (NFKD would take ำ apart)."""
    if text.isascii():
        return text
    return "".join(
        char
        if "\u0e00" <= char <= "\u0e7f"
        else "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        for char in text
    )


@lru_cache(maxsize=4096)
def thai_sort_key(text: str) -> str:
    """Return a string that sorts the text: letters first, tone marks next, the text itself last.

    Leading vowels count after their consonant; tone marks, ็, ์, ฯ and ๆ only decide between words
    that are otherwise the same (the order of the Royal Institute's dictionary); ๐-๙ sort as 0-9.
    """
    folded = _swap_leading(_without_accents(fold_digits(" ".join(text.split())).casefold()))
    primary: list[str] = []
    secondary: list[str] = []
    for char in folded:
        if char in _SECONDARY:
            secondary.append(char)
        else:
            primary.append(char)
            secondary.append("\x01")
    return "\x00".join(("".join(primary), "".join(secondary), text))
