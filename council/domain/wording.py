"""What changed between two wordings, word by word; Thai by written character, never inside one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

Change: TypeAlias = tuple[Literal["same", "ins", "del"], str]

# What is written above, below or after a Thai consonant and belongs to it, and combining accents.
_MARKS = (
    "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\u200d"
)
_PIECE = re.compile(
    rf"[เแโใไ]?[\u0e01-\u0e2e][{_MARKS}]*[ะาๅ]?"  # a consonant with its vowels and tone
    rf"|(?:[^\W\u0e00-\u0e7f][{_MARKS}]*)+(?:['’](?:[^\W\u0e00-\u0e7f][{_MARKS}]*)+)*"  # a word
    rf"|\s+"
    rf"|.[{_MARKS}]*",
    re.DOTALL,
)
_SHORTEST_KEPT = 3


def pieces(text: str) -> list[str]:
    """Cut a text into words, runs of space, signs, and Thai characters with all their marks."""
    return _PIECE.findall(text)


def changes(before: str, after: str) -> list[Change]:
    """Return the wording as runs of same, del and ins; a replacement is a del, then an ins.

    The runs without ``ins`` joined are ``before``, those without ``del`` are ``after``. Scraps of a
    few Thai characters or a single space that happen to be alike between two changes are not kept
    apart: they would make the text unreadable.
    """
    old, new = pieces(before), pieces(after)
    runs: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        between = (a or c) and (b < len(old) or d < len(new))
        if tag == "equal" and not (between and _is_scrap(old[a:b])):
            runs.append((gone, gone))
            runs.append(("", ""))
        elif runs and not _is_same(runs[-1]):
            runs[-1] = (runs[-1][0] + gone, runs[-1][1] + come)
        else:
            runs.append((gone, come))
    return _told(runs)


def _is_same(run: tuple[str, str]) -> bool:
    return run[0] == run[1] != ""


def _is_scrap(parts: list[str]) -> bool:
    """Tell whether what is alike is only a space, or fewer than three Thai characters."""
    text = "".join(parts).strip()
    return not text or (len(parts) < _SHORTEST_KEPT and "\u0e00" <= text[0] <= "\u0e7f")


def _told(runs: list[tuple[str, str]]) -> list[Change]:
    told: list[Change] = []
    for gone, come in runs:
        if gone == come:
            if gone and told and told[-1][0] == "same":
                told[-1] = ("same", told[-1][1] + gone)
            elif gone:
                told.append(("same", gone))
            continue
        if gone:
            told.append(("del", gone))
        if come:
            told.append(("ins", come))
    return told
