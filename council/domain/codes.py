"""Short keys for members: one Latin letter each, so that one press names a person."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from council.domain.kedmanee import ON_KEY, PLAIN_KEYS, is_consonant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.text import Text

THAI = "th"
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
LETTERS = "BCDEFGHIJKLMOPQSTUVWXZ"
"""The alphabet without Y, N, A and R, which are the answers of a roll call."""


def _wishes(name: Text, language: str) -> str:
    """Return the letters a name would like: those of one language first, then of the others.

    Of a Latin name the initial of its last word comes first, of a Thai one that of the given name;
    a Thai letter stands for the key it is on, if that writes it without Shift.
    """
    wanted: list[str] = []
    for spoken, words in sorted(name, key=lambda one: one[0] != language):
        parts = [_keys_of(part) for part in words.upper().split()]
        ordered = [part for part in (parts if spoken == THAI else reversed(parts)) if part]
        wanted += [part[0] for part in ordered]
        wanted += [letter for part in ordered for letter in part[1:]]
    return "".join(letter for letter in wanted if letter in LETTERS)


def _keys_of(word: str) -> str:
    """Return the keys of a word's letters; of Thai letters those of its consonants."""
    keys = (PLAIN_KEYS.get(char, "") if is_consonant(char) else char for char in word)
    return "".join(key for key in keys if key in LATIN)


def code_sign(code: str, name: Text, language: str) -> str:
    """Return a code as it is shown beside a name: in Thai the Thai letter on that key.

    The key stays the same; where it writes no consonant of the name its Latin letter is shown.
    """
    thai = ON_KEY.get(code, "")
    shown = language == THAI and is_consonant(thai) and thai in name.get(THAI)
    return thai if shown else code


def _prefixes(count: int) -> int:
    """Return how many letters must begin codes of two, so that no code begins another."""
    size = len(LETTERS)
    kept = 0
    while size - kept + kept * size < count and kept < size:
        kept += 1
    return kept


def member_codes(names: Sequence[Text], language: str = "", most: int = 0) -> list[str]:
    """Return one code for each name, in the order of the roll.

    A letter of the own name where it is free (in ``language`` first), else the next free letter;
    beyond 22 people the last letters of the alphabet begin codes of two letters, so that no code is
    the beginning of another. The same roll gives the same codes, and a name added at its end
    changes no letter before it as long as letters suffice, or up to ``most`` names. Beyond 484
    names the code is empty.
    """
    kept = _prefixes(max(most, len(names)))
    single = LETTERS[: len(LETTERS) - kept]
    pairs = ("".join(pair) for pair in product(LETTERS[len(LETTERS) - kept :], LETTERS))
    free = dict.fromkeys(single)
    codes: list[str] = []
    for name in names:
        wish = next((letter for letter in _wishes(name, language) if letter in free), None)
        code = wish or next(iter(free), None)
        if code is None:
            codes.append(next(pairs, ""))
        else:
            del free[code]
            codes.append(code)
    return codes
