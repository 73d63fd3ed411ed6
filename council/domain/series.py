"""Meetings that come back by a rule: their days, holidays, months without a meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from council.domain.calendars import MONTHS, WEEKDAYS
from council.domain.duties.holidays import LAST, NO_CALENDAR, Calendar
from council.domain.messages import InputRefused, Message
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week as iCalendar writes them (RFC 5545, 3.3.10); Monday is the first."""
NTHS = (1, 2, 3, 4, 5, LAST)
LONGEST_INTERVAL = 60
_FURTHEST = 31
"""A day that is moved by single days further than this finds no free one."""


class RuleKind(StrEnum):
    """How the days of a series are found."""

    WEEKLY = "weekly"
    MONTHLY_NTH = "monthly_nth"
    MONTHLY_DAY = "monthly_day"


class OnHoliday(StrEnum):
    """What becomes of a meeting whose day is a holiday."""

    KEEP = "keep"
    WEEK_BEFORE = "week_before"
    WEEK_AFTER = "week_after"
    DAY_BEFORE = "day_before"
    DAY_AFTER = "day_after"
    SKIP = "skip"


_MOVES = {
    OnHoliday.WEEK_BEFORE: timedelta(days=-7),
    OnHoliday.WEEK_AFTER: timedelta(days=7),
    OnHoliday.DAY_BEFORE: timedelta(days=-1),
    OnHoliday.DAY_AFTER: timedelta(days=1),
}


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """When a series meets.

    ``weekday`` (0 is Monday) holds for weekly and ``monthly_nth``, ``nth`` (-1 the last) for the
    latter, ``day`` (-1 the last) for ``monthly_day``. ``interval`` counts weeks or months.
    Raises InputRefused ``error.series_rule`` for what is no such rule.
    """

    kind: RuleKind
    weekday: int = 0
    nth: int = 1
    day: int = 1
    interval: int = 1
    months_out: frozenset[int] = frozenset()
    on_holiday: OnHoliday = OnHoliday.KEEP

    def __post_init__(self) -> None:
        """Refuse numbers that name no day."""
        fits = (
            self.weekday in range(7)
            and self.nth in NTHS
            and (self.day == LAST or self.day in range(1, 32))
            and self.interval in range(1, LONGEST_INTERVAL + 1)
            and self.months_out < frozenset(range(1, 13))
        )
        if not fits:
            raise InputRefused("error.series_rule")


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """A day a series was meant for, and what became of it.

    ``on`` is None when it was ``skipped``, which says why; ``moved_because`` names the holiday.
    """

    meant_on: date
    on: date | None
    moved_because: Text | None = None
    skipped: Message | None = None


def dates(
    rule: SeriesRule,
    first: date,
    last: date,
    calendar: Calendar = NO_CALENDAR,
    *,
    begins: date | None = None,
) -> list[SeriesDate]:
    """Return the days meant between ``first`` and ``last`` inclusive, in order.

    Intervals are counted from ``begins``, the first day of the whole series. A day moved out of the
    span still belongs to it; days in a month without meetings are told as skipped.
    """
    begins = begins or first
    first = max(first, begins)
    free = replace(calendar, weekdays=calendar.weekdays - _own_weekday(rule))
    made: list[SeriesDate] = []
    taken: set[date] = set()
    for meant in _meant(rule, begins, last):
        one = _settled(rule, meant, free)
        if one.on in taken:
            one = SeriesDate(meant, None, skipped=Message("series.same_day", {"day": one.on}))
        if one.on:
            taken.add(one.on)
        if meant >= first:
            made.append(one)
    return made


def _own_weekday(rule: SeriesRule) -> frozenset[int]:
    """Return the weekday a body chose itself: a Saturday meeting is not moved for being one."""
    return frozenset() if rule.kind is RuleKind.MONTHLY_DAY else frozenset({rule.weekday})


def _meant(rule: SeriesRule, begins: date, last: date) -> Iterable[date]:
    from dateutil import rrule  # a window that shows a form does not need it yet

    parts: dict[str, Any] = {"freq": rrule.MONTHLY, "interval": rule.interval}
    match rule.kind:
        case RuleKind.WEEKLY:
            parts |= {"freq": rrule.WEEKLY, "byweekday": rule.weekday}
        case RuleKind.MONTHLY_NTH:
            parts |= {"byweekday": rrule.weekday(rule.weekday, rule.nth)}
        case RuleKind.MONTHLY_DAY:
            parts |= {"bymonthday": rule.day}
    # Whole days without a zone: the clock on the wall is added when a meeting is made.
    start, until = (datetime.combine(day, time()) for day in (begins, last))
    return (moment.date() for moment in rrule.rrule(dtstart=start, until=until, **parts))


def _settled(rule: SeriesRule, meant: date, calendar: Calendar) -> SeriesDate:
    if meant.month in rule.months_out:
        month = {"month": month_name(meant.month)}
        return SeriesDate(meant, None, skipped=Message("series.month_out", month))
    holiday = calendar.excludes(meant)
    if holiday is None or rule.on_holiday is OnHoliday.KEEP:
        return SeriesDate(meant, meant)
    if rule.on_holiday is OnHoliday.SKIP:
        return SeriesDate(meant, None, skipped=Message("series.holiday", {"holiday": holiday}))
    move, on = _MOVES[rule.on_holiday], meant
    for _ in range(_FURTHEST):
        on += move
        if calendar.excludes(on) is None:
            return SeriesDate(meant, on, moved_because=holiday)
    return SeriesDate(meant, None, skipped=Message("series.no_free_day", {"holiday": holiday}))


def month_name(month: int) -> Text:
    """Return a month's name in both languages, 1 is January."""
    return Text(tuple((language, names[month - 1]) for language, names in MONTHS.items()))


def weekday_name(weekday: int) -> Text:
    """Return a weekday's name in both languages, 0 is Monday; the Thai one without its *day*."""
    return Text(tuple((language, names[weekday]) for language, names in WEEKDAYS.items()))


def describe(rule: SeriesRule) -> Message:
    """Return the rule in words, such as *the second Thursday of every month, not in August*."""
    out: Message | None = None
    if rule.months_out:
        months = [month_name(month) for month in sorted(rule.months_out)]
        out = Message("series.not_in", {"months": months})
    moved = None
    if rule.on_holiday is not OnHoliday.KEEP:
        moved = Message(f"series.when_holiday.{rule.on_holiday}")
    return Message("series.rule", {"pattern": _pattern(rule), "out": out, "holiday": moved})


def _pattern(rule: SeriesRule) -> Message:
    each = Message(f"series.{_unit(rule)}_each", {"count": rule.interval})
    if rule.interval == 1:
        each = Message(f"series.{_unit(rule)}_every")
    match rule.kind:
        case RuleKind.WEEKLY:
            names: dict[str, Any] = {"weekday": weekday_name(rule.weekday)}
        case RuleKind.MONTHLY_NTH:
            nth = "last" if rule.nth == LAST else str(rule.nth)
            names = {"nth": Message(f"series.nth.{nth}"), "weekday": weekday_name(rule.weekday)}
        case RuleKind.MONTHLY_DAY if rule.day == LAST:
            return Message("series.last_day", {"each": each})
        case RuleKind.MONTHLY_DAY:
            names = {"day": rule.day}
    return Message(f"series.{rule.kind}", {**names, "each": each})


def _unit(rule: SeriesRule) -> str:
    return "week" if rule.kind is RuleKind.WEEKLY else "month"


def to_data(rule: SeriesRule) -> dict[str, Any]:
    """Return a rule as the record writes it; what does not matter to its kind is left out."""
    made: dict[str, Any] = {"kind": str(rule.kind)}
    if rule.kind is not RuleKind.MONTHLY_DAY:
        made["weekday"] = CODES[rule.weekday]
    if rule.kind is RuleKind.MONTHLY_NTH:
        made["nth"] = rule.nth
    if rule.kind is RuleKind.MONTHLY_DAY:
        made["day"] = rule.day
    made["interval"] = rule.interval
    if rule.months_out:
        made["months_out"] = sorted(rule.months_out)
    return {**made, "on_holiday": str(rule.on_holiday)}


def from_data(data: Mapping[str, Any]) -> SeriesRule:
    """Read what ``to_data`` wrote; what is left out takes its default."""
    more: dict[str, Any] = {name: data[name] for name in ("nth", "day", "interval") if name in data}
    if "weekday" in data:
        more["weekday"] = CODES.index(data["weekday"])
    return SeriesRule(
        kind=RuleKind(data["kind"]),
        months_out=frozenset(data.get("months_out", ())),
        on_holiday=OnHoliday(data.get("on_holiday", OnHoliday.KEEP)),
        **more,
    )
