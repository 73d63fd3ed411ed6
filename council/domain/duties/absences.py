"""Attendance over many meetings: alarms, seats that are lost, meetings a year, terms.

Sources: rules.md 2.8 (three running or five within twelve months), 2.10 (six months without
attendance and without an approved reason; an annual meeting and at least three others).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from council.domain.calendars import year_number
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.text import Text
from council.domain.vocabulary import Presence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.duties.duty_rules import AttendanceAlarm


@dataclass(frozen=True, slots=True)
class Attended:
    """How somebody was counted at a meeting that they were to attend."""

    on: date
    status: Presence


def _counts_as_absent(one: Attended, *, unless_excused: bool) -> bool:
    if one.status is Presence.PRESENT:
        return False
    return one.status is Presence.ABSENT or not unless_excused


def judge_alarm(
    alarm: AttendanceAlarm,
    meetings: Sequence[Attended],
    on: date,
    *,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether somebody missed too many meetings up to a day; not held means the alarm rings.

    An excused absence, where excuses count, neither adds to a run of absences nor ends it.
    """
    held = sorted((one for one in meetings if one.on <= on), key=lambda one: one.on)
    excused = alarm.unless_excused
    begins = on - relativedelta(months=alarm.months)
    missed = [one for one in held if _counts_as_absent(one, unless_excused=excused)]
    running = _running(held, unless_excused=excused)
    total = sum(one.on > begins for one in missed)
    params = {"running": running, "total": total, "months": alarm.months}
    if alarm.consecutive is not None and running >= alarm.consecutive:
        most = {**params, "most": alarm.consecutive}
        return Ruling(False, Message("absence.running", most), source, verified)
    if alarm.total is not None and total >= alarm.total:
        most = {**params, "most": alarm.total}
        return Ruling(False, Message("absence.total", most), source, verified)
    return Ruling(True, Message("absence.fine", params), source, verified)


def _running(held: Sequence[Attended], *, unless_excused: bool) -> int:
    """Return how many meetings running somebody missed at the end."""
    missed = 0
    for one in reversed(held):
        if one.status is Presence.PRESENT:
            break
        missed += _counts_as_absent(one, unless_excused=unless_excused)
    return missed


def judge_seat(
    months: int,
    meetings: Sequence[Attended],
    since: date,
    on: date,
    *,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether a seat is lost by so many months without attendance; not held means lost.

    They count from the last meeting attended (from ``since``, the first day in office, when there
    was none); an excused absence is an approved reason and starts them anew. Without a meeting in
    that time nobody could attend.
    """
    fine = [one.on for one in meetings if one.status is not Presence.ABSENT and one.on <= on]
    last = max([since, *fine])
    end = last + relativedelta(months=months)
    missed = sum(one.on > last and one.on <= on for one in meetings)
    params = {"last": last, "end": end, "months": months, "missed": missed}
    lost = on >= end and missed > 0
    return Ruling(
        not lost, Message("seat_rule.lost" if lost else "seat_rule.kept", params), source, verified
    )


def judge_meetings(
    least: int,
    held: int,
    planned: int,
    year: int,
    *,
    over: bool = False,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether a body meets often enough in a year; open while planned ones would suffice.

    ``over``: the year is over, so that nothing can be planned any more.
    """
    years = {language: year_number(date(year, 1, 1), language) for language in ("en", "th")}
    shown = Text.from_data(years, "en")
    params = {"least": least, "held": held, "planned": planned, "year": shown}
    if held >= least:
        return Ruling(True, Message("meetings_a_year.met", params), source, verified)
    if over:
        return Ruling(False, Message("meetings_a_year.few", params), source, verified)
    open_ = held + planned >= least
    code = "meetings_a_year.open" if open_ else "meetings_a_year.short"
    return Ruling(None if open_ else False, Message(code, params), source, verified)


def term_end(start: date, years: int) -> date:
    """Return the last day of a term of so many years."""
    return start + relativedelta(years=years) - timedelta(days=1)


def judge_term(
    start: date, end: date | None, years: int, *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether a term on record is as long as the rules let it be at most."""
    most = term_end(start, years)
    params = {"start": start, "most": most, "years": years, "end": end or most}
    holds = end is not None and end <= most
    if end is None:
        return Ruling(None, Message("term.no_end", params), source, verified)
    return Ruling(holds, Message("term.fits" if holds else "term.long", params), source, verified)


VACANT_LONG = "vacancy.long"
"""The message of a seat that has been vacant for longer than the days the rules give."""


def judge_vacancy(
    days: int, since: date, on: date, *, source: str = "", verified: bool = True
) -> Ruling:
    """Say how long a seat has been vacant on a day, against the days to announce or fill it.

    Whether it was announced is on no record: the ruling stays open.
    """
    count = (on - since).days
    params = {"since": since, "count": count, "days": days}
    code = VACANT_LONG if count > days else "vacancy.open"
    return Ruling(None, Message(code, params), source, verified)
