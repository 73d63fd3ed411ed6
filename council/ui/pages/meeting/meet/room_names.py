"""What people are called in the room: short, but never two of them alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from council.ui.pages.meeting.words import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.domain.text import Text


def short_names(names: Iterable[Text], language: str) -> dict[Text, str]:
    """Return the short name of each person; those that would be alike get an initial.

    "Nunn" twice becomes "K. Nunn" and "J. Nunn", in Thai "สมชาย ก." and "สมชาย ข."; where that does
    not tell them apart either, the whole name stands.
    """
    wanted = list(names)
    short = {name: short_name(name, language) for name in wanted}
    often = Counter(short[name] for name in wanted)
    told = {
        name: words if often[words] < 2 else _with_initial(name, language)
        for name, words in short.items()
    }
    again = Counter(told[name] for name in wanted)
    return {
        name: words if again[words] < 2 else name.show(language) for name, words in told.items()
    }


def _with_initial(name: Text, language: str) -> str:
    words, spoken = name.best(language)
    parts = words.split()
    if len(parts) < 2:
        return words
    if spoken == "th":
        return f"{parts[0]} {parts[-1][0]}."
    return f"{parts[0][0]}. {parts[-1]}"
