"""iCalendar files (RFC 5545): meetings read from one, and the council's own written.

The library is imported when a file is read or written, not before: few people ever need it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused, Message
from council.exchange.calendar_rules import Unreadable, expand
from council.exchange.meeting_events import Event, EventFile, cleaned, sort_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

MOST_MEGABYTES = 20
MOST_EVENTS = 5000
_LONG = 200
_PRODUCT = "-//Council//Meetings//EN"
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Span:
    """The days in which repeated events are told one by one, both inclusive."""

    first: date
    last: date


def read_calendar(raw: bytes, zone: ZoneInfo, span: Span) -> EventFile:
    """Read a calendar file; moments come in the council's zone, repeated events one by one.

    Raises InputRefused (``error.calendar_not_ics``, ``error.calendar_large``,
    ``error.calendar_empty``, ``error.calendar_many``).
    """
    components = list(_components(raw))
    changed = {(_uid(one), _recurrence(one, zone)) for one in components if "RECURRENCE-ID" in one}
    found: list[Event] = []
    lost = 0
    for one in components:
        try:
            found += _events(one, zone, span, changed)
        except Unreadable:
            lost += 1
        if len(found) > MOST_EVENTS:
            raise InputRefused("error.calendar_many", most=MOST_EVENTS)
    if not found:
        raise InputRefused("error.calendar_empty")
    notes = (Message("calendar.skipped_lines", {"count": lost}),) if lost else ()
    return EventFile(_name(raw), sort_out(found), notes)


def _components(raw: bytes) -> Iterator[Any]:
    """Yield the VEVENTs of the calendars in a file."""
    from icalendar import Calendar

    if len(raw) > MOST_MEGABYTES * 1024 * 1024:
        raise InputRefused("error.calendar_large", most=MOST_MEGABYTES)
    head = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        raise _refused("ics_no_calendar")
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError:
        raise _refused("ics_not_text") from None
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        for calendar in calendars:
            yield from calendar.walk("VEVENT")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as fault:
        # The library raises what its parts happen to raise; all of it means a broken file.
        raise _refused("ics_broken", detail=str(fault)[:120]) from fault


def _refused(reason: str, **params: Any) -> InputRefused:
    return InputRefused("error.calendar_not_ics", reason=Message(f"reason.{reason}", params))


def _name(raw: bytes) -> str:
    for line in raw[:4000].decode("utf-8", "replace").splitlines():
        if line.upper().startswith("X-WR-CALNAME"):
            return cleaned(line.partition(":")[2])
    return ""


def _uid(one: Any) -> str:
    return cleaned(one.get("UID"))


def _moment(one: Any, name: str) -> tuple[Any, Any]:
    """Return a property's value (date, datetime) and the zone it names; Unreadable without one."""
    found = one.get(name)
    value = value_of(found)
    if isinstance(found, list) or not isinstance(value, date):
        raise Unreadable
    return value, found.params.get("TZID")


def value_of(found: Any) -> Any:
    """Return a property's moment or length, None for one that is missing, broken or twice there."""
    try:
        return getattr(found, "dt", None)
    except ValueError:  # the library keeps what it cannot read, and refuses to be asked for it
        return None


def _recurrence(one: Any, zone: ZoneInfo) -> datetime | None:
    try:
        return local(_moment(one, "RECURRENCE-ID")[0], zone)
    except Unreadable:
        return None


def local(value: date, zone: ZoneInfo) -> datetime:
    """Return local wall time: moments with an offset are converted, days begin at midnight.

    Raises Unreadable for moments at the edge of time.
    """
    if not isinstance(value, datetime):
        return datetime.combine(value, _MIDNIGHT)
    try:
        here = value.astimezone(zone) if value.tzinfo else value
    except OverflowError as fault:
        raise Unreadable from fault
    return here.replace(tzinfo=None, second=0, microsecond=0)


def _events(
    one: Any, zone: ZoneInfo, span: Span, changed: set[tuple[str, datetime | None]]
) -> Iterator[Event]:
    """Yield the meetings of one VEVENT; single ones also outside the span."""
    start, named = _moment(one, "DTSTART")
    notes = list(_zone_notes(start, named, zone))
    uid, minutes = _uid(one), _minutes(one, start)
    common: dict[str, Any] = {
        "what": cleaned(one.get("SUMMARY"))[:_LONG],
        "place": cleaned(one.get("LOCATION"))[:_LONG],
        "minutes": minutes,
        "cancelled": str(one.get("STATUS", "")).upper() == "CANCELLED",
        "reason": cleaned(one.get("COMMENT"))[:_LONG],
        "sequence": _whole(one.get("SEQUENCE")),
    }
    if "RECURRENCE-ID" in one:
        meant = _recurrence(one, zone)
        own = f"{uid}/{meant:%Y%m%dT%H%M}" if meant else uid
        yield Event(own, local(start, zone), **common, notes=tuple(notes))
        return
    if "RRULE" not in one and "RDATE" not in one:
        yield Event(uid, local(start, zone), **common, notes=tuple(notes))
        return
    days, told = expand(one, start, span.first, span.last)
    notes += told
    for moment in days:
        starts = local(moment, zone)
        if (uid, starts) not in changed:
            own = f"{uid}/{starts:%Y%m%dT%H%M}" if uid else ""
            yield Event(own, starts, **common, notes=tuple(notes))


def _zone_notes(start: date, named: str | None, zone: ZoneInfo) -> Iterator[Message]:
    if not isinstance(start, datetime):
        yield Message("calendar.all_day")
    elif start.tzinfo is None and named:
        yield Message("calendar.unknown_zone", {"zone": str(named)})
    elif start.tzinfo is None:
        yield Message("calendar.floating")
    elif start.utcoffset() != start.astimezone(zone).utcoffset():
        yield Message("calendar.other_zone", {"zone": str(named or "UTC")})


def _minutes(one: Any, start: date) -> int | None:
    """Return how long an event takes; None for whole days and where nothing says so."""
    if not isinstance(start, datetime):
        return None
    end, length = value_of(one.get("DTEND")), value_of(one.get("DURATION"))
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        length = end - start
    if not isinstance(length, timedelta):
        return None
    minutes = length // timedelta(minutes=1)
    return minutes if 0 < minutes < 24 * 60 else None


def _whole(value: Any) -> int:
    try:
        return max(0, min(int(value), 1_000_000)) if value is not None else 0
    except (TypeError, ValueError):
        return 0


# -------------------------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as the council's own calendar tells it; ``starts`` carries its zone."""

    uid: str
    starts: datetime
    summary: str
    place: str = ""
    minutes: int | None = None
    cancelled: bool = False
    description: str = ""
    sequence: int = 0
    created: datetime | None = None


def write_calendar(entries: Iterable[Entry], *, name: str, language: str, now: datetime) -> bytes:
    """Return a calendar file with the zones its meetings need; the same twice but for ``now``."""
    from icalendar import Calendar
    from icalendar import Event as Component

    listed = sorted(entries, key=lambda one: (one.starts, one.uid))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    for one in listed:
        calendar.add_component(_component(Component(), one, language, now))
    if listed:
        # A zone is told for the years of the meetings and one more.
        calendar.add_missing_timezones(
            first_date=date(listed[0].starts.year, 1, 1),
            last_date=date(listed[-1].starts.year + 2, 1, 1),
        )
    made: bytes = calendar.to_ical()
    return made


def _component(made: Any, one: Entry, language: str, now: datetime) -> Any:
    made.add("uid", one.uid)
    made.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    made.add("dtstart", one.starts)
    if one.minutes:
        made.add("duration", timedelta(minutes=one.minutes))
    made.add("summary", one.summary, parameters={"LANGUAGE": language})
    if one.place:
        made.add("location", one.place)
    if one.description:
        made.add("description", one.description)
    made.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    made.add("sequence", one.sequence)
    if one.created:
        made.add("created", one.created.astimezone(UTC))
    return made
