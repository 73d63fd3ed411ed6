"""Members and the rules: who may vote on a topic, who was absent too often, terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.duties import absences
from council.domain.duties.eligibility import Qualification, judge_eligibility, topic_name
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import MeetingState, Presence
from council.services.council import get_rules
from council.services.duties import duty_facts as facts
from council.services.duties import qualifications
from council.services.members import bodies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.members.bodies import MembershipRow


@dataclass(frozen=True, slots=True)
class MemberRemark:
    """What the rules say of a member of a body.

    ``code`` says what it is about: absence, seat_lost or term.
    """

    person_uid: str
    name: Text
    body_uid: str
    body_name: Text
    code: str
    ruling: Ruling


# -------------------------------------------------------------------------- eligibility


def eligibility(
    desk: Desk, person_uid: str, topic: str, at: datetime | date | None = None
) -> Ruling:
    """Judge whether a person may vote on a topic at a moment (now when none), by that day's rules.

    Whoever is asked about a topic without a rule may vote.
    """
    day = _day(desk, at)
    rules = get_rules(desk, day)
    shown = topic_name(topic)
    rule = facts.rule_of(rules, f"eligibility.{topic}", "eligibility", topic=shown)
    if rule is None:
        return Ruling(True, Message("eligibility.eligible", {"topic": shown, "day": day}))
    if isinstance(rule, Ruling):
        return rule
    needs: tuple[str, ...] = rule.value
    held = qualifications.held_by(desk, person_uid)
    if qualifications.SEATED in needs and _is_seated(desk, person_uid, day):
        held.append(Qualification(qualifications.SEATED))
    asked = {code: qualifications.rule_for(rules, code) for code in needs}
    unsure = [facts.known(rules, f"qualification.{code}") for code in needs]
    verified = rule.verified and all(one.verified for one in unsure if one is not None)
    return judge_eligibility(topic, needs, asked, held, day, source=rule.source, verified=verified)


def _day(desk: Desk, at: datetime | date | None) -> date:
    if at is None:
        return desk.today()
    if isinstance(at, datetime):
        return at.date() if at.tzinfo is None else at.astimezone(desk.zone()).date()
    return at


def _is_seated(desk: Desk, person_uid: str, day: date) -> bool:
    return any(one.voting for one in bodies.list_memberships(desk, person_uid=person_uid, on=day))


def ineligible(
    desk: Desk, people: Iterable[str], topic: str | None, at: datetime | date | None = None
) -> frozenset[str]:
    """Return who of these people may not vote on a topic at a moment; nobody without a topic."""
    if not topic or get_rules(desk, _day(desk, at)).find(f"eligibility.{topic}") is None:
        return frozenset()
    return frozenset(one for one in people if eligibility(desk, one, topic, at).holds is False)


def topics(desk: Desk, on: date | None = None) -> list[tuple[str, Message | str]]:
    """Return the topics (code, name) on which the rules of a day ask who may vote; for a choice."""
    rules = get_rules(desk, on or desk.today())
    start = "eligibility."
    codes = [key.removeprefix(start) for key in rules.keys() if key.startswith(start)]  # noqa: SIM118
    return [(code, topic_name(code)) for code in sorted(codes)]


# ------------------------------------------------------------------- absences and terms


def member_remarks(desk: Desk, on: date | None = None) -> list[MemberRemark]:
    """Return the members of whom the rules ask that the council acts, on a day (today when none).

    Too many absences, a seat lost by them, a term longer than allowed.
    """
    day = on or desk.today()
    rules = get_rules(desk, day)
    alarm, lost, term = (
        facts.known(rules, key) for key in ("attendance_alarm", "seat_lost", "term")
    )
    if alarm is None and lost is None and term is None:
        return []
    found: list[MemberRemark] = []
    for body in bodies.list_bodies(desk):
        members = bodies.members_on(desk, body.uid, day)
        came = _attended(desk, body.uid, day) if alarm or lost else {}
        for member in members:
            own = [one for one in came.get(member.person_uid, ()) if _in_office(member, one.on)]
            found += _absent(member, own, day, alarm, lost)
            found += _term(member, term)
    return found


def _in_office(member: MembershipRow, day: date) -> bool:
    return member.start_on is None or member.start_on <= day


def _absent(
    member: MembershipRow,
    came: list[absences.Attended],
    day: date,
    alarm: facts.Rule | None,
    lost: facts.Rule | None,
) -> Iterator[MemberRemark]:
    if lost is not None and came:
        # Before the first meeting on record nobody knows who came.
        since = max(member.start_on or came[0].on, came[0].on)
        ruling = absences.judge_seat(lost.value, came, since, day, **lost.said)
        if not ruling.holds:
            yield _remark(member, "seat_lost", ruling)
            return
    if alarm is not None:
        ruling = absences.judge_alarm(alarm.value, came, day, **alarm.said)
        if not ruling.holds:
            yield _remark(member, "absence", ruling)


def _term(member: MembershipRow, term: facts.Rule | None) -> Iterator[MemberRemark]:
    if term is None or member.start_on is None:
        return
    ruling = absences.judge_term(member.start_on, member.end_on, term.value, **term.said)
    if ruling.holds is False:
        yield _remark(member, "term", ruling)


def _remark(member: MembershipRow, code: str, ruling: Ruling) -> MemberRemark:
    return MemberRemark(
        person_uid=member.person_uid,
        name=member.person_name,
        body_uid=member.body_uid,
        body_name=member.body_name,
        code=code,
        ruling=ruling,
    )


def _attended(desk: Desk, body_uid: str, day: date) -> Mapping[str, list[absences.Attended]]:
    """Return how everybody was counted at the held meetings of a body, the earliest first."""
    held = rows.find(
        desk.conn, "meeting", order="starts_local", body_uid=body_uid,
        state=MeetingState.HELD.value,
    )  # fmt: skip
    days = {one["uid"]: date.fromisoformat(one["starts_local"][:10]) for one in held}
    entries: list[dict[str, Any]] = rows.find(
        desk.conn, "attendance", order="uid", meeting_uid=list(days), person_uid=rows.GIVEN
    )
    came: dict[str, list[absences.Attended]] = {}
    for one in entries:
        if days[one["meeting_uid"]] <= day:
            attended = absences.Attended(days[one["meeting_uid"]], Presence(one["status"]))
            came.setdefault(one["person_uid"], []).append(attended)
    for listed in came.values():
        listed.sort(key=lambda one: one.on)
    return came


def meetings_a_year(desk: Desk, body_uid: str, year: int | None = None) -> Ruling | None:
    """Judge whether a body meets often enough in a year (this one when none); None without a rule.

    Planned meetings count while they are still to come.
    """
    today = desk.today()
    wanted = year or today.year
    last = min(date(wanted, 12, 31), today) if wanted <= today.year else date(wanted, 12, 31)
    rule = facts.rule_of(get_rules(desk, last), "meetings_a_year", "meetings_a_year")
    if rule is None or isinstance(rule, Ruling):
        return rule
    found = rows.find(desk.conn, "meeting", order="starts_local", body_uid=body_uid)
    own = [one for one in found if one["starts_local"].startswith(f"{wanted:04}-")]
    held = sum(one["state"] in (MeetingState.HELD, MeetingState.IN_SESSION) for one in own)
    to_come = sum(
        one["state"] in (MeetingState.PLANNED, MeetingState.NOTICED)
        and date.fromisoformat(one["starts_local"][:10]) >= today
        for one in own
    )
    over = wanted < today.year
    return absences.judge_meetings(rule.value, held, to_come, wanted, over=over, **rule.said)
