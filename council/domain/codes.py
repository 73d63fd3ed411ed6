"""Short keys for members: one Latin letter each, so that one press names a person."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.text import Text

LETTERS = "BCDEFGHIJKLMOPQSTUVWXZ"
"""The alphabet without Y, N, A and R, which are the answers of a roll call."""


def _wishes(name: Text) -> str:
    """Return the letters a name would like, the first of its last word first, in any language."""
    wanted: list[str] = []
    for _language, words in name:
        parts = words.upper().split()
        initials = [part[0] for part in reversed(parts)]
        wanted += initials
        wanted += [letter for part in reversed(parts) for letter in part[1:]]
    return "".join(letter for letter in wanted if letter in LETTERS)


def _prefixes(count: int) -> int:
    """Return how many letters must begin codes of two, so that no code begins another."""
    size = len(LETTERS)
    kept = 0
    while size - kept + kept * size < count and kept < size:
        kept += 1
    return kept


def member_codes(names: Sequence[Text]) -> list[str]:
    """Return one code for each name, in the order of the roll.

    A letter of the own name where it is free, else the next free letter; beyond 22 people the last
    letters of the alphabet begin codes of two letters, so that no code is the beginning of another.
    The same roll gives the same codes, and a name added at its end changes no letter before it as
    long as letters suffice. Beyond 484 names the code is empty.
    """
    kept = _prefixes(len(names))
    single = LETTERS[: len(LETTERS) - kept]
    pairs = ("".join(pair) for pair in product(LETTERS[len(LETTERS) - kept :], LETTERS))
    free = dict.fromkeys(single)
    codes: list[str] = []
    for name in names:
        wish = next((letter for letter in _wishes(name) if letter in free), None)
        code = wish or next(iter(free), None)
        if code is None:
            codes.append(next(pairs, ""))
        else:
            del free[code]
            codes.append(code)
    return codes
