"""Calendars read from TOML; every fault names the file, the key and the reason.

``[calendar]`` holds name (the file's), title, source, version and ``weekday_excluded``; every
``[[day]]`` one holiday with name, kind, source and verified. Kinds: ``fixed`` {month, day},
``easter`` {offset}, ``weekday`` {month, weekday, nth}, ``once`` {on}; perhaps ``substitute``, and
``effective_from`` and ``effective_to``.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from council.domain.duties.holidays import LAST, Calendar, Holiday
from council.domain.messages import InputRefused, Message
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    _Table = Mapping[str, Any]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY = frozenset(range(7))
_WORKDAYS = frozenset(range(5))
"""Of these one must be left for a holiday that is moved."""
_NTHS = (1, 2, 3, 4, LAST)
_EASTER = range(-80, 251)
"""Further from Easter a day might lie in another year."""
_MONTHS = range(1, 13)
_LEAP = 2024
_HEAD = frozenset({"name", "title", "source", "version", "weekday_excluded"})
_HEAD_NEEDED = ("name", "title", "source", "version")
_DAY_NEEDED = ("name", "kind", "source")
_DAY = frozenset({*_DAY_NEEDED, "verified", "substitute", "effective_from", "effective_to"})


class _File:
    """One calendar's file while it is read: it refuses in its name."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def refuse(self, key: str, reason: str, **params: Any) -> NoReturn:
        message = Message(f"reason.{reason}", params)
        raise InputRefused("error.calendar", file=self.path.name, key=key, reason=message)

    def data(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            self.refuse("", "no_file")
        except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, beyond all measure
            self.refuse("", "not_toml", detail=str(error))

    def needed(self, given: _Table, names: tuple[str, ...], where: str) -> None:
        for name in names:
            if not given.get(name):
                self.refuse(f"{where}.{name}", "missing")

    def known(self, given: _Table, names: frozenset[str], where: str) -> None:
        for name in given:
            if name not in names:
                self.refuse(f"{where}.{name}", "unknown_key")

    def one_of(self, value: Any, words: tuple[Any, ...], key: str) -> int:
        """Return the place of a word in a list."""
        if isinstance(value, bool) or value not in words:
            self.refuse(key, "not_one_of", value=str(value), words=list(words))
        return words.index(value)

    def text(self, data: Any, key: str) -> Text:
        words = data.values() if isinstance(data, dict) else [data]
        if not all(isinstance(one, str) for one in words):
            self.refuse(key, "no_words")
        return Text.from_data(data, "en")

    def truth(self, data: Any, key: str) -> bool:
        if not isinstance(data, bool):
            self.refuse(key, "not_true_or_false")
        return data

    def day(self, data: Any, key: str) -> date:
        if not isinstance(data, date) or isinstance(data, datetime):
            self.refuse(key, "not_a_day")
        return data


def load_calendar(path: Path) -> Calendar:
    """Read a calendar; InputRefused ``error.calendar`` has ``file``, ``key`` and ``reason``."""
    file = _File(path)
    data = file.data()
    file.known(data, frozenset({"calendar", "day"}), "calendar")
    head, listed = data.get("calendar"), data.get("day", [])
    if not isinstance(head, dict):
        file.refuse("calendar", "missing")
    if not isinstance(listed, list):
        file.refuse("day", "no_table")
    file.needed(head, _HEAD_NEEDED, "calendar")
    file.known(head, _HEAD, "calendar")
    if head["name"] != path.stem:
        file.refuse("calendar.name", "not_file_name")
    holidays = tuple(_holiday(file, entry, f"day.{n}") for n, entry in enumerate(listed, 1))
    return Calendar(
        uid=path.stem,
        title=file.text(head["title"], "calendar.title"),
        weekdays=_weekdays(file, head.get("weekday_excluded", []), holidays),
        holidays=holidays,
        source=str(head["source"]),
        verified=all(one.verified for one in holidays),
    )


def _weekdays(file: _File, listed: Any, holidays: tuple[Holiday, ...]) -> frozenset[int]:
    key = "calendar.weekday_excluded"
    if not isinstance(listed, list):
        file.refuse(key, "not_one_of", value=str(listed), words=list(_WEEKDAYS))
    found = frozenset(file.one_of(one, _WEEKDAYS, key) for one in listed)
    moved = any(one.substitute for one in holidays)
    if found >= (_WORKDAYS if moved else _EVERY_DAY):
        file.refuse(key, "no_day_left")
    return found


def _holiday(file: _File, entry: Any, where: str) -> Holiday:
    if not isinstance(entry, dict):
        file.refuse(where, "no_table")
    file.needed(entry, _DAY_NEEDED, where)
    file.one_of(entry["kind"], tuple(_KINDS), f"{where}.kind")
    names, read = _KINDS[entry["kind"]]
    for name in names:
        if name not in entry:
            file.refuse(f"{where}.{name}", "missing")
    file.known(entry, _DAY.union(names), where)
    begins, ends = _span(file, entry, where)
    return Holiday(
        name=file.text(entry["name"], f"{where}.name"),
        substitute=file.truth(entry.get("substitute", False), f"{where}.substitute"),
        source=str(entry["source"]),
        verified=file.truth(entry.get("verified"), f"{where}.verified"),
        begins=begins,
        ends=ends,
        **read(file, entry, where),
    )


def _span(file: _File, entry: _Table, where: str) -> tuple[date | None, date | None]:
    begins, ends = (
        file.day(entry[name], f"{where}.{name}") if name in entry else None
        for name in ("effective_from", "effective_to")
    )
    if begins and ends and ends < begins:
        file.refuse(f"{where}.effective_to", "ends_first")
    return begins, ends


def _month(file: _File, entry: _Table, where: str) -> int:
    return 1 + file.one_of(entry["month"], tuple(_MONTHS), f"{where}.month")


def _fixed(file: _File, entry: _Table, where: str) -> dict[str, Any]:
    month, day = _month(file, entry, where), entry["day"]
    if type(day) is not int or not 1 <= day <= monthrange(_LEAP, month)[1]:
        file.refuse(f"{where}.day", "not_in_month", value=str(day))
    return {"month": month, "day": day}


def _easter(file: _File, entry: _Table, where: str) -> dict[str, Any]:
    offset = entry["offset"]
    if type(offset) is not int or offset not in _EASTER:
        file.refuse(f"{where}.offset", "not_near_easter", value=str(offset))
    return {"easter": offset}


def _nth(file: _File, entry: _Table, where: str) -> dict[str, Any]:
    return {
        "month": _month(file, entry, where),
        "weekday": file.one_of(entry["weekday"], _WEEKDAYS, f"{where}.weekday"),
        "nth": _NTHS[file.one_of(entry["nth"], _NTHS, f"{where}.nth")],
    }


def _once(file: _File, entry: _Table, where: str) -> dict[str, Any]:
    return {"on": file.day(entry["on"], f"{where}.on")}


_KINDS: dict[str, tuple[tuple[str, ...], Callable[[_File, _Table, str], dict[str, Any]]]] = {
    "fixed": (("month", "day"), _fixed),
    "easter": (("offset",), _easter),
    "weekday": (("month", "weekday", "nth"), _nth),
    "once": (("on",), _once),
}
