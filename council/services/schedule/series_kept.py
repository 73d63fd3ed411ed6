"""Which meetings of a series nobody has touched, so that a change may plan them anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.db.origins import origins, steps_on
from council.domain import series as rules
from council.domain.messages import Message
from council.domain.vocabulary import MeetingState
from council.services import guard
from council.services.schedule.holiday_calendars import get_calendar

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.schedule.series import SeriesPlan

_WORK = ("notice", "attendance", "motion", "note", "comment", "speaker", "action", "attachment")
"""A row in one of these tables is work on a meeting."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A meeting to come that a change of its series leaves as it is, and why."""

    uid: str
    number: str
    starts: datetime
    why: Message


def fate(
    desk: Desk, uid: str, plan: SeriesPlan, from_on: date
) -> tuple[list[dict[str, Any]], tuple[Kept, ...]]:
    """Return the rows of a series' meetings from a day on that are free to change, and the others.

    Both in the order of the days they were meant for.
    """
    found = rows.find(desk.conn, "meeting", order="series_on", series_uid=uid)
    wanted = [one for one in found if one["series_on"] >= from_on.isoformat()]
    days = _days(plan, wanted)
    free, kept = [], []
    for one in wanted:
        why = _why_kept(desk, plan, one, days)
        if why is None:
            free.append(one)
            continue
        starts = datetime.fromisoformat(one["starts_local"])
        kept.append(Kept(one["uid"], one["number"] or "", starts, Message(f"series.kept.{why}")))
    return free, tuple(kept)


def _days(plan: SeriesPlan, wanted: list[dict[str, Any]]) -> dict[str, str]:
    """Return the local time at which the plan holds each meeting, by the day it was meant for."""
    if not wanted:
        return {}
    first, last = (date.fromisoformat(wanted[place]["series_on"]) for place in (0, -1))
    calendar = get_calendar(plan.calendar)
    found = rules.dates(plan.rule, first, last, calendar, begins=plan.starts_on)
    return {
        one.meant_on.isoformat(): datetime.combine(one.on, plan.at).isoformat(timespec="minutes")
        for one in found
        if one.on
    }


_STATES = {
    MeetingState.NOTICED: "noticed",
    MeetingState.CANCELLED: "cancelled",
    MeetingState.IN_SESSION: "begun",
    MeetingState.HELD: "begun",
}


def _why_kept(
    desk: Desk, plan: SeriesPlan, one: dict[str, Any], days: dict[str, str]
) -> str | None:
    state = MeetingState(one["state"])
    if state in _STATES:
        return _STATES[state]
    if one["starts_local"] != days.get(one["series_on"]):
        return "moved"
    planned: list[tuple[Text | str | int | None, Text | str | int | None]] = [
        (guard.text_of(one, "title"), plan.title),
        (guard.text_of(one, "venue"), plan.venue),
        (one["kind"], str(plan.kind)),
        (one["minutes_planned"], plan.minutes),
        (one["body_uid"], plan.body_uid),
    ]
    if any(is_now != was for is_now, was in planned):
        return "edited"
    return "worked_on" if _worked_on(desk, one["uid"]) else None


def _worked_on(desk: Desk, uid: str) -> bool:
    """Tell whether anybody has prepared a meeting since it was made."""
    if any(rows.count(desk.conn, table, meeting_uid=uid) for table in _WORK):
        return True
    made = origins(desk.conn, "meeting").get(uid)
    on_agenda = steps_on(desk.conn, "agenda_item", "meeting_uid").get(uid, frozenset())
    return bool(on_agenda - ({made.seq} if made else set()))
