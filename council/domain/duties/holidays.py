"""Days that do not count: weekdays, fixed days, moving feasts and single days of a calendar.

Source for what clear days leave out: Local Government Act 1972 s.243, as the parish pack tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from dateutil.easter import easter as easter_sunday

from council.domain.calendars import WEEKDAYS
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

LAST = -1
_DAY = timedelta(days=1)
_SATURDAY = 5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Holiday:
    """One rule of a calendar: the days it leaves out, from ``begins`` to ``ends`` inclusive.

    The days are given in one of four ways: a fixed ``month`` and ``day``; the ``nth`` ``weekday``
    (0 is Monday) of a month, -1 the last; so many days from ``easter`` Sunday; one day ``on``. With
    ``substitute`` a holiday on a weekend also takes the next weekday that is free.
    """

    name: Text
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    on: date | None = None
    substitute: bool = False
    source: str = ""
    verified: bool = True
    begins: date | None = None
    ends: date | None = None

    def in_year(self, year: int) -> date | None:
        """Return its day in a year, None when it has none; substitutes are not told here."""
        found = self._in_year(year)
        if found is None or (self.begins and found < self.begins):
            return None
        return None if self.ends and self.ends < found else found

    def _in_year(self, year: int) -> date | None:
        if self.on is not None:
            return self.on if self.on.year == year else None
        if self.easter is not None:
            return easter_sunday(year) + timedelta(days=self.easter)
        if self.month is not None and self.nth is not None and self.weekday is not None:
            return _nth(year, self.month, self.weekday, self.nth)
        return _fixed(year, self.month, self.day)


def _fixed(year: int, month: int | None, day: int | None) -> date | None:
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth == LAST:
        last = date(year + month // _MONTHS, month % _MONTHS + 1, 1) - _DAY
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _weekday_name(number: int) -> Text:
    return Text(tuple((language, names[number]) for language, names in WEEKDAYS.items()))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that a count leaves out: ``weekdays`` (0 is Monday) and holidays.

    ``uid`` is how a notice rule names it.
    """

    uid: str = ""
    title: Text = Text()  # noqa: RUF009 - a Text never changes
    weekdays: frozenset[int] = frozenset()
    holidays: tuple[Holiday, ...] = ()
    source: str = ""
    verified: bool = True

    def excludes(self, day: date) -> Text | None:
        """Return the name of what leaves a day out, None when the day counts."""
        if day.weekday() in self.weekdays:
            return _weekday_name(day.weekday())
        holiday = _year(self, day.year).get(day) or _moved(self, day.year).get(day)
        if holiday is None:  # New Year's Eve on a Saturday may take a day of the next year
            holiday = _moved(self, day.year - 1).get(day)
        return holiday.name if holiday else None


@lru_cache(maxsize=256)
def _year(calendar: Calendar, year: int) -> Mapping[date, Holiday]:
    """Return the holidays of a year by their own days; of two on one day the first."""
    found: dict[date, Holiday] = {}
    for holiday in calendar.holidays:
        day = holiday.in_year(year)
        if day is not None:
            found.setdefault(day, holiday)
    return found


@lru_cache(maxsize=256)
def _moved(calendar: Calendar, year: int) -> Mapping[date, Holiday]:
    """Return the weekdays that stand for a year's holidays on a Saturday or Sunday."""
    taken: dict[date, Holiday] = {}
    for day, holiday in sorted(_year(calendar, year).items(), key=lambda pair: pair[0]):
        if not holiday.substitute or day.weekday() < _SATURDAY:
            continue
        instead = day + _DAY
        while instead in taken or not _is_free(calendar, instead):
            instead += _DAY
        taken[instead] = holiday
    return taken


def _is_free(calendar: Calendar, day: date) -> bool:
    weekend = day.weekday() >= _SATURDAY or day.weekday() in calendar.weekdays
    return not weekend and day not in _year(calendar, day.year)


NO_CALENDAR = Calendar()
"""Every day counts."""
