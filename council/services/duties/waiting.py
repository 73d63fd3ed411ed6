"""What the rules let wait: notices to post, papers and minutes to publish, trainings, absences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from council.domain.duties.notice import moment
from council.domain.messages import Message
from council.domain.vocabulary import MeetingState
from council.services import guard
from council.services.council import get_rules
from council.services.duties.notices import notice_deadline
from council.services.members import bodies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.services.desk import Desk
    from council.services.duties import qualifications
    from council.services.duties.minutes_duties import MinutesDeadline
    from council.services.meetings import MeetingRow

NOTICE_DAYS = 14
"""So many days before its meeting, or before its deadline, a notice waits to be posted."""
MINUTES_DAYS = 14
"""So many days before its deadline a document waits to be published."""
MOST_MINUTES = MOST_TRAININGS = 3
"""More overdue documents, or trainings, of one sort than these are shown as one line."""

_MINUTES = ("minutes.draft_due", "minutes.approved_due", "minutes.open_before")
_MEMBERS = ("attendance_alarm", "seat_lost", "term")
_YEARS = ("meetings_a_year", "remote")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: ``urgency`` is now, late, soon or later; route and uid lead there."""

    icon: str
    title: Message
    detail: Message
    urgency: str
    route: str
    uid: str


# ------------------------------------------------------------------------------ notices


def notices(desk: Desk, found: Sequence[MeetingRow], now: datetime) -> Iterator[Waiting]:
    """Yield the plans whose notice is still to be posted, with the deadline the rules set."""
    for one in found:
        if one.state is MeetingState.PLANNED and one.starts_local.date() >= now.date():
            row = notice_deadline(desk, one.uid)
            if row is None or row.deadline is None or row.left is None:
                yield from _undated(one, now.date())
            elif row.left < timedelta(days=NOTICE_DAYS):
                overdue = row.overdue
                title = "today.notice_overdue" if overdue else "today.notice"
                code = "today.notice_was" if overdue else "today.notice_by"
                detail = Message(code, {"latest": moment(row.deadline.latest)})
                yield _notice(one, title, detail, "late" if overdue else "soon")


def _undated(one: MeetingRow, day: date) -> Iterator[Waiting]:
    if (one.starts_local.date() - day).days <= NOTICE_DAYS:
        detail = Message("today.notice_detail", {"date": one.starts_local.date()})
        yield _notice(one, "today.notice", detail, "soon")


def _notice(one: MeetingRow, title: str, detail: Message, urgency: str) -> Waiting:
    message = Message(title, {"number": guard.spoken_number(one.number)})
    return Waiting("megaphone-simple", message, detail, urgency, "meeting", one.uid)


# ------------------------------------------------------------------------------- papers


def papers(desk: Desk, found: Sequence[MeetingRow], now: datetime) -> Iterator[Waiting]:
    """Yield the papers of coming meetings that the rules want public, with the latest moment."""
    for one in found:
        day = one.starts_local.date()
        ahead = one.state in (MeetingState.PLANNED, MeetingState.NOTICED)
        soon = ahead and 0 <= (day - now.date()).days <= NOTICE_DAYS
        if soon and get_rules(desk, day).find("notice_documents"):
            from council.services.duties.agenda_duties import plan_remarks

            for remark in plan_remarks(desk, one.uid):
                if remark.code == "documents":
                    late = remark.ruling.holds is False
                    title = "today.papers_overdue" if late else "today.papers"
                    message = Message(title, {"number": guard.spoken_number(one.number)})
                    urgency = "late" if late else "soon"
                    detail = remark.ruling.message
                    yield Waiting("paperclip", message, detail, urgency, "meeting", one.uid)


# ------------------------------------------------------------------------------ minutes


def minutes(desk: Desk, held: Sequence[MeetingRow], now: datetime) -> list[Waiting]:
    """Return the minutes that must be public soon or had to be, the oldest first.

    Many that are overdue are one line, which leads to the newest meeting.
    """
    if not any(_sets_deadlines(desk, one.starts_local.date()) for one in held):
        return []
    # Judges are loaded only where the rules have work for them: the first page opens at once.
    from council.services.duties.minutes_duties import minutes_deadlines

    late: dict[str, list[Waiting]] = {}
    soon: list[Waiting] = []
    for meeting in reversed(held):
        for one in minutes_deadlines(desk, meeting.uid):
            if one.done_at is not None or one.until is None:
                continue
            if one.ruling.holds is False:
                late.setdefault(one.what, []).append(_publish(meeting, one, "late"))
            elif one.until - now < timedelta(days=MINUTES_DAYS):
                soon.append(_publish(meeting, one, "soon"))
    overdue = [one for what in late for one in _gathered(what, late[what])]
    return [*overdue, *soon]


def _sets_deadlines(desk: Desk, day: date) -> bool:
    return any(map(get_rules(desk, day).find, _MINUTES))


def _publish(meeting: MeetingRow, one: MinutesDeadline, urgency: str) -> Waiting:
    title = Message(f"today.publish_{one.what}", {"number": guard.spoken_number(meeting.number)})
    return Waiting("file-text", title, one.ruling.message, urgency, "meeting", meeting.uid)


def _gathered(what: str, listed: list[Waiting]) -> list[Waiting]:
    if len(listed) <= MOST_MINUTES:
        return listed
    newest = listed[-1]
    title = Message(f"today.publish_{what}_many", {"count": len(listed)})
    return [Waiting(newest.icon, title, newest.detail, "late", "meeting", newest.uid)]


# ------------------------------------------------------------------------------ members


def members(desk: Desk, day: date) -> list[Waiting]:
    """Return what waits for members and bodies by the rules.

    Trainings that end soon or have ended, members who were absent too often, terms longer than
    allowed, years without enough meetings.
    """
    if not bodies.list_bodies(desk):
        return []
    return [*_trainings(desk, day), *_remarks(desk, day), *_years(desk, day)]


def _trainings(desk: Desk, day: date) -> list[Waiting]:
    """Return, for members in office, what a vote asks for and what ends within sixty days or did.

    Those that have ended come first; many are one line, which leads to the members.
    """
    rules = get_rules(desk, day)
    gates = [key for key in rules.keys() if key.startswith("eligibility.")]  # noqa: SIM118
    needed = {code for key in gates for code in rules.value_of(key) or ()}
    if not needed:
        return []
    from council.services.duties import qualifications

    inside = {one.person_uid for one in bodies.list_memberships(desk, on=day) if one.voting}
    best: dict[tuple[str, str], qualifications.QualificationRow] = {}
    for row in qualifications.list_qualifications(desk, on=day):
        key = (row.person_uid, row.code)
        if row.person_uid in inside and row.code in needed:
            best[key] = max(best.get(key, row), row, key=lambda one: one.ends or date.max)
    over: list[qualifications.QualificationRow] = []
    soon: list[qualifications.QualificationRow] = []
    for row in best.values():
        if row.ends is not None and (row.ends - day).days <= qualifications.SOON_DAYS:
            (over if row.ends < day else soon).append(row)
    ended = _ending(over, "today.training_over", "late")
    return [*ended, *_ending(soon, "today.training", "later")]


def _ending(
    found: Sequence[qualifications.QualificationRow], title: str, urgency: str
) -> Iterator[Waiting]:
    icon = "graduation-cap"
    if len(found) > MOST_TRAININGS:
        people = {row.person_uid: row.person_name for row in found}
        detail = Message("today.training_people", {"names": list(people.values())})
        many = Message(f"{title}_many", {"count": len(found)})
        yield Waiting(icon, many, detail, urgency, "members", "")
        return
    for row in found:
        detail = Message("today.training_detail", {"what": row.name, "date": row.ends})
        named = Message(title, {"name": row.person_name})
        yield Waiting(icon, named, detail, urgency, "person", row.person_uid)


def _remarks(desk: Desk, day: date) -> Iterator[Waiting]:
    if not any(map(get_rules(desk, day).find, _MEMBERS)):
        return
    from council.services.duties.member_duties import member_remarks

    for one in member_remarks(desk, day):
        if one.ruling.holds is False:
            term = one.code == "term"
            yield Waiting(
                icon="hourglass" if term else "user-minus",
                title=Message(
                    "today.term_long" if term else f"today.{one.code}", {"name": one.name}
                ),
                detail=one.ruling.message,
                urgency="later",
                route="person",
                uid=one.person_uid,
            )


# ------------------------------------------------------------------------------- bodies


def _years(desk: Desk, day: date) -> Iterator[Waiting]:
    """Yield what a council's meetings of this year will not do for the rules."""
    rules = get_rules(desk, day)
    if not any(map(rules.find, _YEARS)):
        return
    from council.services.duties.body_duties import this_year

    for one in this_year(desk):
        yield Waiting(
            icon="calendar-x",
            title=Message(f"today.{one.code}", {"body": one.body_name}),
            detail=one.ruling.message,
            urgency="later",
            route="meetings",
            uid="",
        )


def vacancy(desk: Desk, seats: Sequence[bodies.SeatRow], day: date) -> Message | None:
    """Say how long the seat that is vacant longest has been so; None where no rule asks it."""
    since = min((one.vacant_since for one in seats if one.vacant_since), default=None)
    if since is None or get_rules(desk, day).find("vacancy") is None:
        return None
    from council.services.duties.body_duties import judge_vacancy

    ruling = judge_vacancy(desk, since, day)
    return ruling.message if ruling else None
