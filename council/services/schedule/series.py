"""Series of meetings: a year at once, more of it, changed or ended from a day on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from council.db import journal, rows
from council.domain import series as rules
from council.domain.messages import InputRefused, Message
from council.domain.vocabulary import MeetingKind, MeetingState
from council.services import guard
from council.services.desk import Changes, Desk, Done
from council.services.meetings import put_meeting, raised
from council.services.schedule.holiday_calendars import get_calendar
from council.services.schedule.series_kept import Kept, fate

if TYPE_CHECKING:
    from collections.abc import Collection

    from council.domain.series import SeriesRule
    from council.domain.text import Text

_CHANGED: Changes = frozenset({"meetings", "agenda"})
MOST = 120
"""More meetings than these are a slip of the pen, such as a year typed in another era."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a person says of a series; ``at`` is local wall time, ``minutes`` how long it takes.

    ``until_on`` is the last day it may meet, None for no end; ``calendar`` names the days off.
    """

    body_uid: str
    rule: SeriesRule
    starts_on: date
    at: time
    kind: MeetingKind = MeetingKind.REGULAR
    until_on: date | None = None
    title: Text = guard.NO_TEXT
    venue: Text = guard.NO_TEXT
    minutes: int | None = None
    calendar: str = ""
    template_uid: str = ""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series on file with its plan and how many meetings of it are still to come."""

    uid: str
    plan: SeriesPlan
    body_name: Text
    zone: str
    planned: int
    last_on: date | None

    @property
    def words(self) -> Message:
        """Return its rule in words."""
        return rules.describe(self.plan.rule)


@dataclass(frozen=True, slots=True)
class PreviewDate:
    """A day of a series before it is made.

    ``starts`` is None when the day is skipped, for the reason in ``skipped``. ``there`` is the
    meeting of the series that was made for this day before; ``beside`` says which other meeting the
    body has on the same day.
    """

    meant_on: date
    starts: datetime | None
    moved_because: Text | None
    skipped: Message | None
    there: str | None
    beside: Message | None

    @property
    def makeable(self) -> bool:
        """Tell whether a meeting can be made for it."""
        return self.starts is not None and self.there is None

    @property
    def wanted(self) -> bool:
        """Tell whether it is ticked at first."""
        return self.makeable and self.beside is None


@dataclass(frozen=True, slots=True)
class Made:
    """The series and the meetings made for it, the earliest first."""

    uid: str
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the meetings of a series that was changed or ended.

    ``moved``, ``made`` and ``removed`` are uids of meetings; ``kept`` those that somebody had
    already worked on.
    """

    uid: str
    moved: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()


def list_series(desk: Desk, body_uid: str | None = None) -> list[SeriesRow]:
    """Return the series, in the order in which they were made."""
    wanted = {"body_uid": body_uid} if body_uid else {}
    return [_row(desk, one) for one in rows.find(desk.conn, "series", **wanted)]


def get_series(desk: Desk, uid: str) -> SeriesRow:
    """Return one series; NotAllowed when there is none (any more)."""
    return _row(desk, guard.row(desk, "series", uid))


def _row(desk: Desk, found: dict[str, Any]) -> SeriesRow:
    body = guard.row(desk, "body", found["body_uid"])
    own = rows.pick(
        desk.conn, "meeting", ("series_on", "starts_local", "state"), order="series_on",
        series_uid=found["uid"],
    )  # fmt: skip
    today = desk.today().isoformat()
    open_ones = [one for one in own if one[2] == MeetingState.PLANNED and one[1] >= today]
    meant = [one[0] for one in own if one[0]]
    return SeriesRow(
        uid=found["uid"],
        plan=plan_of(found),
        body_name=guard.text_of(body, "name"),
        zone=found["zone"],
        planned=len(open_ones),
        last_on=date.fromisoformat(meant[-1]) if meant else None,
    )


def plan_of(found: dict[str, Any]) -> SeriesPlan:
    """Return the plan that a row of the table holds."""
    return SeriesPlan(
        body_uid=found["body_uid"],
        rule=rules.from_data(found["rule"]),
        starts_on=date.fromisoformat(found["starts_on"]),
        at=time.fromisoformat(found["time"]),
        kind=MeetingKind(found["kind"]),
        until_on=guard.day_of(found, "until_on"),
        title=guard.text_of(found, "title"),
        venue=guard.text_of(found, "venue"),
        minutes=found["minutes"],
        calendar=found["calendar"] or "",
        template_uid=found["template_uid"] or "",
    )


def _columns(desk: Desk, plan: SeriesPlan) -> dict[str, Any]:
    values = {
        "body_uid": plan.body_uid,
        "kind": plan.kind,
        "title": plan.title,
        "venue": plan.venue,
        "starts_on": plan.starts_on,
        "until_on": plan.until_on,
        "time": plan.at.isoformat(timespec="minutes"),
        "minutes": plan.minutes,
        "calendar": plan.calendar,
        "template_uid": plan.template_uid,
    }
    return {**guard.store(desk, values), "rule": rules.to_data(plan.rule)}


def preview_series(
    desk: Desk,
    plan: SeriesPlan,
    first: date,
    last: date,
    series_uid: str | None = None,
    *,
    ignore: Collection[str] = frozenset(),
) -> list[PreviewDate]:
    """Return every day the plan means in a span, and what would become of it; nothing is written.

    Meetings to ``ignore`` do not stand in the way. Raises InputRefused for a last day before the
    first, an unknown calendar, too many days.
    """
    guard.row(desk, "body", plan.body_uid)
    for day in (plan.starts_on, first, last):
        guard.day(day)
    if last < first:
        raise InputRefused("error.series_backwards", first=first, last=last)
    last = min(last, plan.until_on or last)
    calendar = get_calendar(plan.calendar)
    meant = rules.dates(plan.rule, first, last, calendar, begins=plan.starts_on)
    if len(meant) > MOST:
        raise InputRefused("error.series_long", count=len(meant), most=MOST)
    there, beside = _taken(desk, plan.body_uid, series_uid, ignore)
    return [
        PreviewDate(
            meant_on=one.meant_on,
            starts=datetime.combine(one.on, plan.at) if one.on else None,
            moved_because=one.moved_because,
            skipped=one.skipped,
            there=there.get(one.meant_on.isoformat()),
            beside=beside.get(one.on.isoformat()) if one.on else None,
        )
        for one in meant
    ]


def _taken(
    desk: Desk, body_uid: str, series_uid: str | None, ignore: Collection[str]
) -> tuple[dict[str, str], dict[str, Message]]:
    """Return the meetings made for a day of the series, and those the body has on a day."""
    there: dict[str, str] = {}
    beside: dict[str, Message] = {}
    names = ("uid", "series_uid", "series_on", "starts_local", "state", "number")
    for uid, series, meant, starts, state, number in rows.pick(
        desk.conn, "meeting", names, order="starts_local", body_uid=body_uid
    ):
        if series_uid and series == series_uid:
            there[meant] = uid
        elif uid in ignore:
            continue
        elif state != MeetingState.CANCELLED:
            beside[starts[:10]] = Message("series.clash", {"number": number or ""})
    return there, beside


def make_series(
    desk: Desk, plan: SeriesPlan, last: date, leave_out: Collection[date] = ()
) -> Done[Made]:
    """Make a series with its meetings up to a day, but for the meant days left out.

    Raises InputRefused ``error.series_empty`` when nothing is left.
    """
    wanted = _wanted(preview_series(desk, plan, plan.starts_on, last), leave_out)
    uid = desk.ids.new("se")
    with desk.step("step.make_series", count=len(wanted)):
        values = {
            "uid": uid,
            "position": rows.next_position(desk.conn, "series"),
            "zone": desk.zone_name(),
            **_columns(desk, plan),
        }
        rows.insert(desk.conn, "series", values)
        made = _make(desk, uid, plan, wanted)
    return Done(Made(uid, made), _CHANGED)


def extend_series(
    desk: Desk, uid: str, first: date, last: date, leave_out: Collection[date] = ()
) -> Done[Made]:
    """Make the meetings of a series between two days that are not there yet."""
    plan = get_series(desk, uid).plan
    wanted = _wanted(preview_series(desk, plan, first, last, uid), leave_out)
    with desk.step("step.extend_series", count=len(wanted)):
        made = _make(desk, uid, plan, wanted)
    return Done(Made(uid, made), _CHANGED)


def _wanted(found: list[PreviewDate], leave_out: Collection[date]) -> list[PreviewDate]:
    wanted = [one for one in found if one.makeable and one.meant_on not in leave_out]
    if not wanted:
        raise InputRefused("error.series_empty")
    return wanted


def _make(desk: Desk, uid: str, plan: SeriesPlan, wanted: list[PreviewDate]) -> tuple[str, ...]:
    """Insert meetings with their agendas, in order of time so that their numbers run."""
    made = []
    timed = [(one.starts, one.meant_on) for one in wanted if one.starts is not None]
    for starts, meant_on in sorted(timed):
        meeting = put_meeting(
            desk,
            body_uid=plan.body_uid,
            starts_local=starts,
            kind=plan.kind,
            title=plan.title,
            venue=plan.venue,
            minutes_planned=plan.minutes,
            series_uid=uid,
            series_on=meant_on,
        )
        if plan.template_uid:
            from council.services.planning.agenda_templates import apply_template

            apply_template(desk, meeting, plan.template_uid)
        made.append(meeting)
    return tuple(made)


def kept_meetings(desk: Desk, uid: str, from_on: date) -> list[Kept]:
    """Return the meetings of a series from a day on that a change would leave alone, and why."""
    return list(fate(desk, uid, plan_of(guard.row(desk, "series", uid)), from_on)[1])


def stop_series(desk: Desk, uid: str, from_on: date) -> Done[Outcome]:
    """End a series: from a day on, meetings nobody touched are taken off the plan."""
    found = guard.row(desk, "series", uid)
    free, kept = fate(desk, uid, plan_of(found), from_on)
    with desk.step("step.stop_series"):
        _end(desk, found, from_on)
        _remove(desk, [one["uid"] for one in free])
    removed = tuple(one["uid"] for one in free)
    return Done(Outcome(uid, removed=removed, kept=kept), _CHANGED)


def _end(desk: Desk, found: dict[str, Any], from_on: date) -> None:
    """Let a series end on the day before."""
    until = (from_on - _DAY).isoformat()
    if not found["until_on"] or until < found["until_on"]:
        rows.update(desk.conn, "series", found["uid"], {"until_on": until})


def preview_change(
    desk: Desk, uid: str, plan: SeriesPlan, from_on: date, last: date
) -> list[PreviewDate]:
    """Return the days that a changed series would mean from a day on; nothing is written.

    A day in the month (or, of a weekly series, the week) of a meeting that stays is not wanted.
    """
    free, kept = fate(desk, uid, plan_of(guard.row(desk, "series", uid)), from_on)
    begins = max(plan.starts_on, from_on)
    freed = frozenset(one["uid"] for one in free)
    stay = {_period(plan.rule, one.starts.date()): one.number for one in kept}
    made = []
    for one in preview_series(desk, plan, begins, last, ignore=freed):
        number = stay.get(_period(plan.rule, one.meant_on))
        beside = one.beside
        if number is not None and beside is None:
            beside = Message("series.stays", {"number": number})
        made.append(replace(one, beside=beside))
    return made


def _period(rule: SeriesRule, day: date) -> tuple[int, int]:
    if rule.kind is rules.RuleKind.WEEKLY:
        return day.isocalendar()[:2]
    return day.year, day.month


def change_series(
    desk: Desk,
    uid: str,
    plan: SeriesPlan,
    from_on: date,
    last: date,
    leave_out: Collection[date] = (),
) -> Done[Outcome]:
    """Give a series another plan from a day on; what came before stays as it was.

    Meetings to come that nobody touched are moved to the new days in their order, made or taken off
    the plan where there are more or fewer; the others stay. The old series ends the day before and
    a new one begins: its uid is the outcome's.
    """
    found = guard.row(desk, "series", uid)
    free, kept = fate(desk, uid, plan_of(found), from_on)
    fresh = preview_change(desk, uid, plan, from_on, last)
    days = [one for one in fresh if one.wanted and one.meant_on not in leave_out]
    new = desk.ids.new("se")
    with desk.step("step.change_series"):
        _end(desk, found, from_on)
        values = {
            "uid": new,
            "position": rows.next_position(desk.conn, "series"),
            "zone": desk.zone_name(),
            **_columns(desk, plan),
        }
        rows.insert(desk.conn, "series", values)
        moved = [_replan(desk, new, plan, one, day) for one, day in zip(free, days, strict=False)]
        made = _make(desk, new, plan, days[len(free) :])
        removed = [one["uid"] for one in free[len(days) :]]
        _remove(desk, removed)
    return Done(Outcome(new, tuple(moved), made, tuple(removed), kept), _CHANGED)


def _replan(desk: Desk, new: str, plan: SeriesPlan, found: dict[str, Any], day: PreviewDate) -> str:
    fields = {
        "starts_local": day.starts,
        "kind": plan.kind,
        "title": plan.title,
        "venue": plan.venue,
        "minutes_planned": plan.minutes,
        "body_uid": plan.body_uid,
        "zone": desk.zone_name(),
    }
    stored = raised(found, guard.store(desk, fields))
    own = {"series_uid": new, "series_on": day.meant_on.isoformat()}
    rows.update(desk.conn, "meeting", found["uid"], {**stored, **own})
    return str(found["uid"])


def _remove(desk: Desk, uids: Collection[str]) -> None:
    """Take meetings nobody touched off the plan, with the agendas their template gave them."""
    journal.defer_references(desk.conn)
    for uid in uids:
        for item in rows.find(desk.conn, "agenda_item", meeting_uid=uid):
            rows.delete(desk.conn, "agenda_item", item["uid"])
        rows.delete(desk.conn, "meeting", uid)
