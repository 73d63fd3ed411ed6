"""Repeated events of a calendar file, one by one within a span (RFC 5545, 3.8.5)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from dateutil import rrule

from council.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

_FREQUENCIES = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})
"""Nothing that meets by the hour is a meeting, and a rule by the second has no end."""
_DAY = timedelta(days=1)
_OLDEST = 1900


class Unreadable(Exception):
    """An event has no day that can be read."""


def expand(one: Any, start: date, first: date, last: date) -> tuple[list[date], list[Message]]:
    """Return when a repeated VEVENT happens within a span, and what is to be said of it.

    The moments are of the kind of ``start``: days, or datetimes with the zone of the event, in
    whose wall time the rule is counted.
    """
    zone = start.tzinfo if isinstance(start, datetime) else None
    days = _Days(start, zone)
    notes: list[Message] = []
    moments = {days.plain(value) for value in _listed(one, "RDATE")} | {days.plain(start)}
    for rule in _several(one, "RRULE"):
        found = _by_rule(rule, days, first, last)
        if found is None:
            notes.append(Message("calendar.bad_rule"))
            continue
        moments.update(found)
        if _goes_on(rule, days, last):
            notes.append(Message("calendar.past_rule"))
    moments -= {days.plain(value) for value in _listed(one, "EXDATE")}
    inside = (moment for moment in sorted(moments) if first <= moment.date() <= last)
    return [days.back(moment) for moment in inside], notes


class _Days:
    """Turns moments of an event into plain wall time and back."""

    def __init__(self, start: date, zone: Any) -> None:
        self.start, self._zone = start, zone
        self._whole = not isinstance(start, datetime)

    def plain(self, value: date) -> datetime:
        if not isinstance(value, datetime):
            clock = self.start.time() if isinstance(self.start, datetime) else time()
            return datetime.combine(value, clock)
        if value.tzinfo is not None and self._zone is not None:
            value = value.astimezone(self._zone)
        return value.replace(tzinfo=None)

    def back(self, moment: datetime) -> date:
        return moment.date() if self._whole else moment.replace(tzinfo=self._zone)


def _several(one: Any, name: str) -> list[Any]:
    found = one.get(name)
    return [] if found is None else found if isinstance(found, list) else [found]


def _listed(one: Any, name: str) -> Iterator[date]:
    """Yield the moments of a property that lists them; of a period its beginning."""
    for listed in _several(one, name):
        try:
            values = getattr(listed, "dts", ())
        except ValueError:  # a list that cannot be read
            continue
        for value in values:
            moment = value.dt[0] if isinstance(value.dt, tuple) else value.dt
            if isinstance(moment, date):
                yield moment


def _by_rule(rule: Any, days: _Days, first: date, last: date) -> list[datetime] | None:
    """Return what a rule gives within a span; None for a rule that cannot be read."""
    from icalendar import vRecur

    if not isinstance(rule, vRecur) or _part(rule, "FREQ") not in _FREQUENCIES:
        return None
    interval = _part(rule, "INTERVAL", 1)
    start = days.plain(days.start)
    if not isinstance(interval, int) or interval < 1 or start.year < _OLDEST:
        return None
    until = _until(rule, days)
    end = datetime.combine(last + _DAY, time())
    parts = {name: value for name, value in rule.items() if name != "UNTIL"}
    told: Any = vRecur(parts)
    text = told.to_ical().decode()
    try:
        made = rrule.rrulestr(text, dtstart=start)
        begin = datetime.combine(first, time())
        found = made.between(begin, min(until, end) if until else end, inc=True)
    except (ValueError, TypeError, OverflowError):
        return None
    return [moment for moment in found if not until or moment <= until]


def _part(rule: Any, name: str, default: Any = None) -> Any:
    value = rule.get(name, default)
    return value[0] if isinstance(value, list) and value else value


def _until(rule: Any, days: _Days) -> datetime | None:
    until = _part(rule, "UNTIL")
    if until is None:
        return None
    if not isinstance(until, datetime):
        return datetime.combine(until, time(23, 59))
    return days.plain(until)


def _goes_on(rule: Any, days: _Days, last: date) -> bool:
    """Tell whether a rule without count goes on after the span."""
    until = _until(rule, days)
    return _part(rule, "COUNT") is None and (until is None or until.date() > last)
