"""Speaking times as people write them: ``3`` minutes, ``2:30`` minutes and seconds."""

from __future__ import annotations

import re

from council.domain.calendars import fold_digits
from council.domain.messages import InputRefused

_MINUTE = 60
_WRITTEN = re.compile(r"(\d{1,4})(?:[:.](\d{2}))?")


def minutes_and_seconds(seconds: int) -> str:
    """Return seconds as a clock shows them: 134 is ``2:14``, 3600 is ``60:00``."""
    minutes, rest = divmod(abs(seconds), _MINUTE)
    return f"{'−' if seconds < 0 else ''}{minutes}:{rest:02d}"


def read_minutes(words: str) -> int | None:
    """Return typed minutes in seconds, None for nothing typed; Thai digits count too.

    Raises InputRefused for what is no time.
    """
    typed = fold_digits(words).strip()
    if not typed:
        return None
    found = _WRITTEN.fullmatch(typed)
    seconds = int(found[2] or 0) if found else _MINUTE
    if found is None or seconds >= _MINUTE:
        raise InputRefused("error.speaking_time")
    return int(found[1]) * _MINUTE + seconds
