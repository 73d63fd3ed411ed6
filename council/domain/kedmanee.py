"""The Thai keyboard (Kedmanee, TIS 820-2531): which Latin letter is on the key of a Thai one."""

from __future__ import annotations

from typing import Final

LATIN_ROWS: Final = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
THAI_ROWS: Final = ("ๆไำพะัีรนย", "ฟหกดเ้่าส", "ผปแอิืท")
THAI_SHIFT_ROWS: Final = ('๐"ฎฑธํ๊ณฯญ', "ฤฆฏโฌ็๋ษศ", "()ฉฮฺ์?")

_FIRST_CONSONANT, _LAST_CONSONANT = "ก", "ฮ"


def _keys(rows: tuple[str, ...]) -> dict[str, str]:
    return {
        typed: latin
        for thai, keys in zip(rows, LATIN_ROWS, strict=True)
        for typed, latin in zip(thai, keys, strict=True)
    }


PLAIN_KEYS: Final = _keys(THAI_ROWS)
"""Thai character typed without Shift: the Latin letter on the same key."""

LETTERS: Final = PLAIN_KEYS | _keys(THAI_SHIFT_ROWS)
"""Thai character, with Shift or without: the Latin letter on the same key."""

ON_KEY: Final = {latin: thai for thai, latin in PLAIN_KEYS.items()}
"""Latin letter: what its key writes without Shift."""


def is_consonant(char: str) -> bool:
    """Tell whether a character is a Thai consonant; initials are, vowels before them are not."""
    return len(char) == 1 and _FIRST_CONSONANT <= char <= _LAST_CONSONANT
