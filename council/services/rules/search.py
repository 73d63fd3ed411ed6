"""Finding a rule by what its line says, in whatever language it is read."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from council.domain.calendars import fold_digits

if TYPE_CHECKING:
    from collections.abc import Mapping


_FOREIGN = re.compile(r"[^\x00-\x7f\u0e00-\u0e7f]+")


def fold(text: str) -> str:
    """Return text as it is compared: without case, accents of Latin letters, and Thai digits."""
    return _FOREIGN.sub(_without_accents, fold_digits(text).casefold())


def _without_accents(found: re.Match[str]) -> str:
    """Take accents off; Thai never comes here, whose marks are part of its letters."""
    apart = unicodedata.normalize("NFKD", found[0])
    return "".join(char for char in apart if not unicodedata.combining(char))


def find(wanted: str, said: Mapping[str, str]) -> list[str]:
    """Return the keys whose words hold every word that is looked for, in their order.

    ``said`` holds, for each key, its folded words.
    """
    needles = fold(wanted).split()
    return [key for key, words in said.items() if all(needle in words for needle in needles)]
