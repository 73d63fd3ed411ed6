"""What needs attention today: the next meeting, what waits for whom, what was decided lately."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import Message
from council.domain.vocabulary import MeetingState, MinutesState, Outcome
from council.services import actions, guard, meetings
from council.services.duties import waiting as ruled
from council.services.duties.notices import notice_deadline
from council.services.duties.waiting import Waiting
from council.services.members import bodies
from council.services.session.motion_rows import MotionRow, read_motions
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.duties.notices import DeadlineRow
    from council.services.meetings import MeetingRow

__all__ = ["TodayView", "Waiting", "today"]

TERM_DAYS = 60
"""So many days ahead a term that ends is shown."""
YEAR_DAYS = 365
MOST_DECISIONS = 10
MOST_SEATS = 3
"""More vacant seats of one body than these are shown as one line."""

_ORDER = ("now", "late", "soon", "later")


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page of today; the two charts run from the oldest to the newest meeting of a year.

    ``notice`` is what the rules ask for the notice of the next meeting, None when nothing.
    """

    next_meeting: MeetingRow | None
    notice: DeadlineRow | None
    waiting: tuple[Waiting, ...]
    last_decisions: tuple[MotionRow, ...]
    attendance: tuple[tuple[MeetingRow, int, int | None], ...]
    decision_counts: tuple[tuple[MeetingRow, int, int, int], ...]


def today(desk: Desk) -> TodayView:
    """Return everything the first page shows."""
    now = desk.now()
    day = now.date()
    shown = meetings.meetings_of(desk, _shown(desk, day))
    held = [one for one in shown if one.state is MeetingState.HELD]
    year = [one for one in held if _within(one.starts_local.date(), day)][::-1]
    listed = [
        *_sessions(shown),
        *ruled.notices(desk, shown, now),
        *ruled.papers(desk, shown, now),
        *ruled.minutes(desk, held, now),
        *_minutes(held),
        *_actions(desk),
        *_members(desk, day),
        *ruled.members(desk, day),
    ]
    listed.sort(key=lambda one: _ORDER.index(one.urgency))
    coming = _next(shown, now.replace(tzinfo=None))
    return TodayView(
        next_meeting=coming,
        notice=notice_deadline(desk, coming.uid) if coming else None,
        waiting=tuple(listed),
        last_decisions=tuple(_last_decisions(desk)),
        attendance=tuple((one, *_present(desk, one)) for one in year),
        decision_counts=tuple(_counts(desk, year)),
    )


def _shown(desk: Desk, day: date) -> list[str]:
    """Return the meetings this page is about, so that a long past costs little.

    What is to come or in session, what was held within a year, and older minutes not approved yet.
    """
    drafts = rows.pick(
        desk.conn, "minutes", ("meeting_uid",), order="uid", state=MinutesState.DRAFT.value
    )
    waiting = {uid for (uid,) in drafts}
    first = (day - timedelta(days=YEAR_DAYS)).isoformat()
    found = rows.pick(desk.conn, "meeting", ("uid", "state", "starts_local"), order="uid")
    return [
        uid
        for uid, state, starts in found
        if starts >= first or state == MeetingState.IN_SESSION or uid in waiting
    ]


def _within(held: date, day: date) -> bool:
    return day - timedelta(days=YEAR_DAYS) <= held <= day


def _next(found: list[MeetingRow], now: datetime) -> MeetingRow | None:
    """Return the meeting in session, else the next one planned for today or later."""
    running = [one for one in found if one.state is MeetingState.IN_SESSION]
    if running:
        return running[0]
    planned = [
        one
        for one in found
        if one.state in (MeetingState.PLANNED, MeetingState.NOTICED)
        and one.starts_local.date() >= now.date()
    ]
    return min(planned, key=lambda one: one.starts_local, default=None)


def _sessions(found: list[MeetingRow]) -> list[Waiting]:
    """Return what is in session."""
    listed = []
    for one in found:
        if one.state is MeetingState.IN_SESSION:
            title = Message("today.session", {"number": guard.spoken_number(one.number)})
            since = (one.called_to_order_at or one.starts_local).date()
            detail = Message("today.session_detail", {"body": one.body_name, "date": since})
            listed.append(Waiting("broadcast", title, detail, "now", "meeting", one.uid))
    return listed


def _minutes(held: list[MeetingRow]) -> list[Waiting]:
    return [
        Waiting(
            icon="file-text",
            title=Message("today.minutes"),
            detail=Message(
                "today.minutes_detail",
                {"number": guard.spoken_number(one.number), "date": one.starts_local.date()},
            ),
            urgency="soon",
            route="meeting",
            uid=one.uid,
        )
        for one in reversed(held)
        if one.minutes_state is MinutesState.DRAFT
    ]


def _actions(desk: Desk) -> list[Waiting]:
    waiting = []
    for one in actions.list_actions(desk, "open"):
        if not one.overdue:
            continue
        owner: Any = one.owner_name or Message("today.nobody")
        params = {"what": one.what, "owner": owner, "date": one.due_on}
        title = Message("today.actions", {"number": one.number})
        detail = Message("today.actions_detail", params)
        waiting.append(Waiting("list-checks", title, detail, "late", "actions", one.uid))
    return waiting


def _members(desk: Desk, day: date) -> list[Waiting]:
    """Return vacant seats and the terms that end soon, body by body."""
    waiting: list[Waiting] = []
    listed: dict[str, list[bodies.MembershipRow]] = {}
    for one in bodies.list_memberships(desk):
        listed.setdefault(one.body_uid, []).append(one)
    for body in bodies.list_bodies(desk):
        members = listed.get(body.uid, [])
        seats = bodies.seats_with(desk, body.uid, members, day)
        vacant = [seat for seat in seats if seat.holder is None]
        if len(vacant) > MOST_SEATS:
            waiting.append(_vacant_many(vacant, body, ruled.vacancy(desk, vacant, day)))
        else:
            waiting += [_vacant(one, body, ruled.vacancy(desk, [one], day)) for one in vacant]
        waiting += [
            _term(one)
            for one in members
            if one.in_office(day) and one.end_on and (one.end_on - day).days <= TERM_DAYS
        ]
    return waiting


def _vacant(seat: bodies.SeatRow, body: bodies.BodyRow, why: Message | None) -> Waiting:
    """Return the line of a vacant seat; ``why`` is what the rules say of it."""
    title = Message("today.vacant", {"label": seat.label})
    if why is None and seat.vacant_since:
        params = {"body": body.name, "date": seat.vacant_since}
        detail = Message("today.vacant_since", params)
    else:
        detail = _vacant_in(body, why)
    urgency = "soon" if why else "later"
    return Waiting("armchair", title, detail, urgency, "members", seat.uid)


def _vacant_many(
    vacant: list[bodies.SeatRow], body: bodies.BodyRow, why: Message | None
) -> Waiting:
    title = Message("today.vacant_many", {"count": len(vacant)})
    urgency = "soon" if why else "later"
    return Waiting("armchair", title, _vacant_in(body, why), urgency, "members", body.uid)


def _vacant_in(body: bodies.BodyRow, why: Message | None) -> Message:
    if why is None:
        return Message("today.vacant_detail", {"body": body.name})
    return Message("today.vacant_ruled", {"body": body.name, "why": why})


def _term(one: bodies.MembershipRow) -> Waiting:
    where = one.seat_label or one.body_name
    title = Message("today.term", {"name": one.person_name})
    detail = Message("today.term_detail", {"label": where, "date": one.end_on})
    return Waiting("hourglass", title, detail, "later", "person", one.person_uid)


def _last_decisions(desk: Desk) -> list[MotionRow]:
    """Return the last decisions, the newest first, reading no more meetings than needed."""
    conn = desk.conn
    deciding = {uid for (uid,) in rows.pick(conn, "motion", ("meeting_uid",), outcome=rows.GIVEN)}
    newest = rows.pick(conn, "meeting", ("uid",), order="starts_local desc", uid=deciding)
    decided: list[dict[str, Any]] = []
    for (uid,) in newest:
        own = rows.find(conn, "motion", meeting_uid=uid, outcome=rows.GIVEN)
        decided += reversed(own)
        if len(decided) >= MOST_DECISIONS:
            break
    return read_motions(desk, decided[:MOST_DECISIONS])


def _present(desk: Desk, meeting: MeetingRow) -> tuple[int, int | None]:
    """Return how many voting members came to a meeting, and how many the quorum needs."""
    roll = Roll(desk, meeting.uid)
    return len(roll.present(ever=True)), roll.quorum(None).needed


def _counts(desk: Desk, year: list[MeetingRow]) -> list[tuple[MeetingRow, int, int, int]]:
    """Return how many main motions were carried, lost or ended otherwise at each meeting."""
    uids = [one.uid for one in year if one.motion_count]
    outcomes: dict[str, Counter[str]] = {}
    for one in rows.find(desk.conn, "motion", meeting_uid=uids, kind="main") if uids else ():
        if one["outcome"] and one["outcome"] != Outcome.DIVIDED:  # its parts are counted
            outcomes.setdefault(one["meeting_uid"], Counter())[one["outcome"]] += 1
    counted = []
    for meeting in year:
        found = outcomes.get(meeting.uid, Counter())
        carried, lost = found[Outcome.CARRIED.value], found[Outcome.LOST.value]
        counted.append((meeting, carried, lost, found.total() - carried - lost))
    return counted
