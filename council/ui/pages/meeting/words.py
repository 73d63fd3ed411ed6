"""Words the meeting's pages share: when, where, how long, and what a clock time typed means."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.domain import calendars

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.meetings import MeetingRow

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]\s*(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|น\.?)?")


def hhmm(moment: datetime | time, language: str) -> str:
    """Return ``19:44``, in Thai ``19.44``: short clock times are always in 0-9."""
    dot = "." if language == "th" else ":"
    return f"{moment.hour:02}{dot}{moment.minute:02}"


def from_to(begin: datetime | time, end: datetime | time, language: str) -> str:
    """Return ``19:10–19:20``, in Thai ``19.10–19.20``."""
    return f"{hhmm(begin, language)}–{hhmm(end, language)}"


def when(meeting: MeetingRow, language: str) -> str:
    """Return the planned day and time of a meeting with its weekday."""
    day = calendars.long_date(meeting.starts_local.date(), language, weekday=True)
    return f"{day}, {calendars.window_time(meeting.starts_local, language)}"


def short_when(moment: datetime, language: str) -> str:
    """Return ``19 Nov 2026 18:30``."""
    return f"{calendars.short_date(moment.date(), language)} {hhmm(moment, language)}"


def parse_time(words: str) -> time:
    """Read 18:30, 18.30, 6:30 pm or 18.30 น.; ValueError when it is no clock time."""
    match = _TIME.fullmatch(calendars.fold_digits(words).strip().lower())
    if match is None:
        raise ValueError(words)
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise ValueError(words)
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)


def day_words(words: str, language: str) -> str:
    """Return a day that is kept as ``2027-01-14`` in words, anything else as it was typed."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return calendars.long_date(day, language, weekday=True)


def minutes_words(minutes: int) -> str:
    """Return ``45 min`` or ``2 h 5 min``."""
    if minutes < 60:
        return QCoreApplication.translate("Meeting", "{count} min").format(count=minutes)
    words = QCoreApplication.translate("Meeting", "{hours} h {minutes} min")
    return words.format(hours=minutes // 60, minutes=minutes % 60)


def short_name(name: Text, language: str) -> str:
    """Return what a person is called in the room: the family name, in Thai the given name."""
    words, spoken = name.best(language)
    parts = words.split()
    if not parts:
        return ""
    return parts[0] if spoken == "th" else parts[-1]


def tidy(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take the spaces at the ends of changed words out of their marks; pieces are (kind, words)."""
    told: list[tuple[str, str]] = []
    for kind, words in pieces:
        bare = words.strip()
        if kind == "same" or not bare:
            told.append((kind, words))
            continue
        left = words[: len(words) - len(words.lstrip())]
        right = words[len(words.rstrip()) :]
        parts = (("same", left), (kind, bare), ("same", right))
        told += [part for part in parts if part[1]]
    return told


def shorten(pieces: list[tuple[str, str]], keep: int = 40) -> list[tuple[str, str]]:
    """Cut what stays the same down to ``keep`` characters on each side of a change."""
    short: list[tuple[str, str]] = []
    for place, (kind, words) in enumerate(pieces):
        text = words
        if kind == "same":
            first, last = place == 0, place == len(pieces) - 1
            if first and len(text) > keep:
                text = "… " + text[-keep:].split(" ", 1)[-1]
            elif last and len(text) > keep:
                text = text[:keep].rsplit(" ", 1)[0] + " …"
            elif not first and not last and len(text) > 2 * keep:
                text = f"{text[:keep].rsplit(' ', 1)[0]} … {text[-keep:].split(' ', 1)[-1]}"
        short.append((kind, text))
    return short
