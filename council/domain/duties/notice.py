"""Notice: how long before a meeting something must be public, and whether it was.

Three ways to count (rules.md 2.7, 2.10, 2.11): elapsed hours, which go through changes of the
clock; clear days, which leave out the day of issue, the day of the meeting and excluded days; days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from council.domain.duties.duty_rules import Notice, NoticeUnit, PostingPlaces
from council.domain.duties.holidays import NO_CALENDAR, Calendar
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_HOUR_MINUTES = 60
_BETWEEN = re.compile(r"[;\uff1b\n]")

PLACES = frozenset(
    {"physical_place", "website", "department_list", "media", "mailing_list", "members"}
)
"""Codes of posting places that the catalogue has words for."""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: ``number`` is its place among the days that count, None otherwise.

    ``reason`` says why it does not count: a holiday's name, the day of the meeting or of issue.
    """

    day: date
    number: int | None = None
    reason: Text | Message | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The latest time for a notice: a moment for hours, a day (to its very end) for days.

    ``days`` tells a count of days from the meeting back to the day of issue.
    """

    rule: Notice
    starts: datetime
    latest: datetime | date
    until: datetime
    days: tuple[CountedDay, ...] = ()

    @property
    def message(self) -> Message:
        """Say the latest time with the sum that leads to it."""
        params = {
            "latest": moment(self.latest),
            "starts": moment(self.starts),
            "amount": self.rule.amount,
            "counted": [one.day for one in self.days if one.number is not None],
            "left_out": [
                Message("notice.left_out", {"day": one.day, "name": one.reason})
                for one in self.days
                if isinstance(one.reason, Text)
            ],
        }
        plain = "_excluding" if params["left_out"] else ""
        return Message(f"notice.deadline_{self.rule.unit}{plain}", params)


@dataclass(frozen=True, slots=True)
class Posting:
    """When and where a notice was posted; ``at`` has its offset."""

    at: datetime
    place: Text = Text()  # noqa: RUF009 - a Text never changes


def moment(at: datetime | date) -> Message:
    """Return a moment or a day as it is said with its weekday."""
    weekday = Message(f"weekday.{at.weekday()}")
    return Message("notice.moment", {"weekday": weekday, "at": at})


def deadline(
    rule: Notice, starts: datetime, zone: ZoneInfo, calendar: Calendar = NO_CALENDAR
) -> Deadline:
    """Return the latest time for what must be public before a meeting that starts at ``starts``.

    ``starts`` has its offset; days are those of ``zone``.
    """
    begins = starts.astimezone(zone)
    if rule.unit is NoticeUnit.HOURS_ELAPSED:
        latest = (starts.astimezone(UTC) - timedelta(hours=rule.amount)).astimezone(zone)
        return Deadline(rule, begins, latest, latest)
    days = tuple(_count_back(rule, begins.date(), calendar))
    last = days[-1].day
    # Until the day is over: the first moment of the next one.
    until = datetime.combine(last + _DAY, datetime.min.time(), zone)
    return Deadline(rule, begins, last, until, days)


def _count_back(rule: Notice, meeting: date, calendar: Calendar) -> list[CountedDay]:
    walked = [CountedDay(meeting, reason=Message("notice.day_of_meeting"))]
    number, day = 0, meeting
    while number < rule.amount:
        day -= _DAY
        name = calendar.excludes(day)
        if name is None:
            number += 1
        walked.append(CountedDay(day, number if name is None else None, name))
    if rule.unit is NoticeUnit.CLEAR_DAYS:
        walked.append(CountedDay(day - _DAY, reason=Message("notice.day_of_issue")))
    return walked


def days_given(rule: Notice, issued: date, meeting: date, calendar: Calendar = NO_CALENDAR) -> int:
    """Return how many days that count lie between issue and meeting; for days the issue's too."""
    first = issued + _DAY if rule.unit is NoticeUnit.CLEAR_DAYS else issued
    span = range(max(0, (meeting - first).days))
    return sum(calendar.excludes(first + timedelta(days=n)) is None for n in span)


def judge_notice(
    due: Deadline,
    posted: Sequence[datetime],
    *,
    what: str = "notice",
    calendar: Calendar = NO_CALENDAR,
    now: datetime | None = None,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether the earliest posting was in time.

    ``what`` is notice, documents or motion. Without a posting it is not met; while there is still
    time before ``now`` reaches the deadline it cannot be determined.
    """
    if not posted:
        params = {"what": Message(f"notice.what_{what}"), "latest": moment(due.latest)}
        waiting = now is not None and _reaches(now, due)
        code = "notice.still_due" if waiting else "notice.nothing_posted"
        return Ruling(None if waiting else False, Message(code, params), source, verified)
    at = min(posted).astimezone(due.starts.tzinfo)
    if isinstance(due.latest, datetime):
        late = at.astimezone(UTC) - due.until.astimezone(UTC)
        holds, message = late <= timedelta(0), _hours_message(due, at, late, what)
    else:
        over = (at.date() - due.latest).days
        holds, message = over <= 0, _days_message(due, at, over, what, calendar)
    return Ruling(holds, message, source, verified)


def _hours_message(due: Deadline, at: datetime, late: timedelta, what: str) -> Message:
    given = due.starts.astimezone(UTC) - at.astimezone(UTC)
    params = {
        "done": Message(f"notice.done_{what}", {"at": moment(at)}),
        "needed": due.rule.amount,
        "had": duration(max(given, timedelta(0)) // _MINUTE),
        # Rounded up, so that needed is had and late together.
        "late": duration(-(-late // _MINUTE)),
    }
    return Message("notice.hours_late" if late > timedelta(0) else "notice.hours_met", params)


def _days_message(due: Deadline, at: datetime, over: int, what: str, calendar: Calendar) -> Message:
    params = {
        "done": Message(f"notice.done_{what}", {"at": moment(at)}),
        "needed": due.rule.amount,
        "had": days_given(due.rule, at.date(), due.starts.date(), calendar),
        "late": over,
        "latest": moment(due.latest),
    }
    ending = "late" if over > 0 else "met"
    return Message(f"notice.{due.rule.unit}_{ending}", params)


def duration(minutes: int) -> Message:
    """Return a number of minutes as hours and minutes."""
    hours, rest = divmod(minutes, _HOUR_MINUTES)
    params = {"hours": hours, "minutes": rest}
    if not hours:
        return Message("notice.minutes", params)
    return Message("notice.hours_and_minutes" if rest else "notice.hours", params)


def judge_places(
    due: Deadline,
    postings: Sequence[Posting],
    places: PostingPlaces,
    *,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether the notice was posted in time at as many places as the rules ask for.

    The record has places in the clerk's words, so they are counted and the rules' own are named.
    One posting may name several places (``places_in``); the same place twice is one.
    """
    needed = max(places.least, len(places.codes))
    in_time = [one for one in postings if _reaches(one.at, due)]
    had = len({place.casefold() for one in in_time for place in places_in(one.place)})
    params = {
        "had": had,
        "needed": needed,
        "places": [place_name(code) for code in places.codes],
    }
    ending = "_named" if places.codes else ""
    code = f"notice.places_met{ending}" if had >= needed else f"notice.places_short{ending}"
    return Ruling(had >= needed, Message(code, params), source, verified)


def places_in(written: Text) -> tuple[str, ...]:
    """Return the places that a posting names, in the language in which it names most.

    Only a semicolon or a new line parts them: a comma stands in addresses, an "and" in names.
    """
    listed = [tuple(filter(None, map(str.strip, _BETWEEN.split(words)))) for _, words in written]
    return max(listed, key=len, default=())


def _reaches(at: datetime, due: Deadline) -> bool:
    """Tell whether a moment is in time; in UTC, since equal zones compare as clocks on the wall."""
    when, until = at.astimezone(UTC), due.until.astimezone(UTC)
    return when <= until if isinstance(due.latest, datetime) else when < until


def place_name(code: str) -> Message | str:
    """Return a posting place in words; one the catalogue does not know as its code is written."""
    return Message(f"posting_place.{code}") if code in PLACES else code.replace("_", " ")
