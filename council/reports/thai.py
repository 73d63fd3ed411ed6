"""Where Thai, and other text without spaces, may break between lines.

Thai writes words without spaces, so a dictionary finds them (PyThaiNLP, newmm). Nothing is put into
the text: a break is only a place between two characters.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

THAI = re.compile("[\u0e00-\u0e7f]")
# Never first on a line: repetition and abbreviation marks, marks that hang on a letter, closers.
NO_START = frozenset("ๆฯะาำๅ.,:;!?)]}\"'”’»%…/")
NO_END = frozenset("([{“‘«฿/\"'")
_LONG = 400  # from here the dictionary walk is done in windows, else its time may explode
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u2010](?=[^\W\d_]{2})|\u2014(?=\w)")
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def has_thai(text: str) -> bool:
    """Tell whether any character of the text is Thai."""
    return THAI.search(text) is not None


def hangs(text: str) -> bool:
    """Tell whether a piece may not begin a line, so that the space before it must hold."""
    return bool(text) and (text[0] in "ๆฯ·–—" or (text[0] in NO_START and not text[1:2].isalnum()))


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Cut text without spaces into the words between which a line may break; joined they are it."""
    if not text:
        return ()
    cuts = {0, len(text)} | _latin_cuts(text)
    if has_thai(text):
        cuts |= _dictionary_cuts(text)
    edges = sorted(cut for cut in cuts if cut in (0, len(text)) or _may_break(text, cut))
    return tuple(text[a:b] for a, b in itertools.pairwise(edges))


def _latin_cuts(text: str) -> set[int]:
    cuts = {match.end() for match in _HYPHEN.finditer(text)}
    cuts |= {match.start() for match in _SPACELESS.finditer(text)}
    return cuts | {match.end() for match in _SPACELESS.finditer(text)}


def _dictionary_cuts(text: str) -> set[int]:
    cuts, place = set(), 0
    for word in _dictionary()(text, safe_mode=len(text) > _LONG):
        place += len(word)
        cuts.add(place)
    return cuts


@cache
def _dictionary() -> Callable[..., list[str]]:
    """Load the dictionary at the first Thai word: it takes half a second, and English needs none.

    The library would make a folder in the home directory, where printing has nothing to write and
    perhaps no right to; its read-only mode and the words it brings along are enough.
    """
    if "PYTHAINLP_READ_MODE" not in os.environ:  # the library refuses both names at once
        os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.tokenize import newmm

    segment: Callable[..., list[str]] = newmm.segment
    return segment


def _may_break(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if after in NO_START or before in NO_END or unicodedata.category(after) in ("Mn", "Me", "Cf"):
        return False
    # Digits and the words that stand directly at them stay together: ๑๑/๒๕๖๙, ๑๒๕,๐๐๐.
    return not (before.isdigit() and after.isdigit())
