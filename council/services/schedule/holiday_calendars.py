"""The calendars of days off that travel with the program, and which one a council goes by."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from council import paths
from council.domain.duties.duty_rules import Notice
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR, Calendar
from council.domain.messages import InputRefused
from council.services.council import get_rules

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk

_OF_ZONE = {"Asia/Bangkok": "th-public", "Europe/London": "uk-england"}


def _folder() -> Path:
    return paths.resources() / "rules" / "calendars"


@lru_cache(maxsize=32)
def _load(path: Path) -> Calendar:
    return load_calendar(path)


def list_calendars() -> list[Calendar]:
    """Return the calendars, by name."""
    return [_load(path) for path in sorted(_folder().glob("*.toml"))]


def get_calendar(name: str | None) -> Calendar:
    """Return a calendar by its name, one without days off for none; InputRefused if unknown."""
    if not name:
        return NO_CALENDAR
    for one in list_calendars():
        if one.uid == name:
            return one
    raise InputRefused("error.calendar_unknown", name=name)


def suggested_calendar(desk: Desk) -> str:
    """Return the calendar the rules count by, else that of the council's zone, else none."""
    found = get_rules(desk).find("notice.regular")
    rule = found.value if found is not None and found.known else None
    named = rule.exclude if isinstance(rule, Notice) else ""
    known = {one.uid for one in list_calendars()}
    for name in (named, _OF_ZONE.get(desk.zone_name(), "")):
        if name in known:
            return str(name)
    return ""
