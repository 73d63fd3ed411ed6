"""Bodies and the rules over a year: meetings enough, a quorum in one room, vacant seats, terms.

Of a year in which the record begins nobody knows what came before, so it is not judged; nor is one
in which an old record may have ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import year_number
from council.domain.duties import absences
from council.domain.findings import Finding
from council.domain.messages import Message
from council.domain.text import Text
from council.domain.vocabulary import BodyKind, MeetingState, Severity
from council.services import guard
from council.services.council import get_rules
from council.services.duties import duty_facts as facts
from council.services.duties.meeting_duties import yearly_in_person
from council.services.duties.member_duties import meetings_a_year
from council.services.members import bodies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from council.domain.rulings import Ruling
    from council.services.desk import Desk

MEETINGS, IN_PERSON = "meetings_a_year", "yearly_in_person"
RULES = (MEETINGS, "remote")
"""The rules by which a year of a body is judged."""
_JUDGES = {MEETINGS: meetings_a_year, IN_PERSON: yearly_in_person}


@dataclass(frozen=True, slots=True)
class BodyRemark:
    """What the rules say against a year of a body; ``code`` is MEETINGS or IN_PERSON."""

    body_uid: str
    body_name: Text
    code: str
    year: int
    ruling: Ruling


def this_year(desk: Desk) -> list[BodyRemark]:
    """Return what this year's meetings, held and planned, will not do for the rules."""
    year = desk.today().year
    found: list[BodyRemark] = []
    for body in _councils(desk):
        held = _years(desk, body.uid)
        if held and held[0] < year:
            found += _judged(desk, body, year)
    return found


def past_years(desk: Desk) -> list[BodyRemark]:
    """Return the years on record, from first to last, whose meetings did not do for the rules."""
    found: list[BodyRemark] = []
    for body in _councils(desk):
        held = _years(desk, body.uid)
        for year in _whole(held, desk.today().year):
            found += _judged(desk, body, year)
    return found


def _councils(desk: Desk) -> list[bodies.BodyRow]:
    """Return the bodies that the rules mean: committees meet as often as they like."""
    return [body for body in bodies.list_bodies(desk) if body.kind is BodyKind.COUNCIL]


def _years(desk: Desk, body_uid: str) -> list[int]:
    """Return the years in which a body held a meeting, each once, in order."""
    held = rows.pick(
        desk.conn, "meeting", ("starts_local",), order="starts_local", body_uid=body_uid,
        state=MeetingState.HELD.value,
    )  # fmt: skip
    return sorted({int(starts[:4]) for (starts,) in held})


def _whole(held: list[int], today: int) -> range:
    """Return the years over by now of which the record knows all."""
    if not held:
        return range(0)
    goes_on = held[-1] >= today - 1
    return range(held[0] + 1, today if goes_on else held[-1])


def _judged(desk: Desk, body: bodies.BodyRow, year: int) -> Iterator[BodyRemark]:
    for code, judge in _JUDGES.items():
        ruling = judge(desk, body.uid, year)
        if ruling is not None and ruling.holds is False:
            yield BodyRemark(body.uid, body.name, code, year, ruling)


def judge_vacancy(desk: Desk, since: date | None, day: date) -> Ruling | None:
    """Say how long a seat has been vacant by a day, against the days the rules give.

    None without a rule, or when nobody knows since when. That a vacancy was announced stands in no
    record, so the ruling never says that the rule was broken.
    """
    rule = facts.known(get_rules(desk, day), "vacancy")
    if rule is None or since is None or since > day:
        return None
    return absences.judge_vacancy(rule.value, since, day, **rule.said)


# ----------------------------------------------------------------------------- findings


def body_findings(desk: Desk, names: Mapping[str, Text]) -> list[Finding]:
    """Return what the record of years, seats and terms shows against the rules.

    ``names`` are those of the people by uid. Terms and vacancies are notes: a term on record may be
    two in a row, and a vacancy announced on paper.
    """
    if not rows.count(desk.conn, "council"):
        return []  # a new file has no rules yet
    return [*_year_findings(desk), *_vacancy_findings(desk), *_term_findings(desk, names)]


def _year_findings(desk: Desk) -> Iterator[Finding]:
    for one in past_years(desk):
        first = date(one.year, 1, 1)
        shown = {language: year_number(first, language) for language in ("en", "th")}
        params: dict[str, Any] = {"year": Text.from_data(shown, "en"), "body": one.body_name}
        params |= {"why": one.ruling.message, "source": one.ruling.source}
        severity = Severity.WARNING if one.ruling.verified else Severity.NOTE
        where = f"bodies/{one.body_uid}"
        yield Finding(severity, where, one.code, Message("finding.body_year", params))


def _vacancy_findings(desk: Desk) -> Iterator[Finding]:
    day = desk.today()
    if facts.known(get_rules(desk, day), "vacancy") is None:
        return
    for body in bodies.list_bodies(desk):
        members = bodies.list_memberships(desk, body_uid=body.uid)
        met = rows.pick(
            desk.conn, "meeting", ("starts_local",), order="starts_local", body_uid=body.uid,
            state=MeetingState.HELD.value,
        )  # fmt: skip
        last = met[-1][0][:10] if met else ""
        for seat in bodies.seats_with(desk, body.uid, members, day):
            # A body that has not met since could not fill a seat.
            if seat.holder is not None or last <= str(seat.vacant_since):
                continue
            ruling = judge_vacancy(desk, seat.vacant_since, day)
            if ruling is not None and ruling.message.code == absences.VACANT_LONG:
                where = f"bodies/{body.uid}/seats/{seat.uid}"
                yield Finding(Severity.NOTE, where, "vacancy", _named(seat.label, ruling))


def _term_findings(desk: Desk, names: Mapping[str, Text]) -> Iterator[Finding]:
    served = rows.find(desk.conn, "membership", order="uid", voting=1, end_on=rows.GIVEN)
    for one in served:
        start, end = guard.day_of(one, "start_on"), guard.day_of(one, "end_on")
        if start is None or end is None or end < start:
            continue
        rule = facts.known(get_rules(desk, start), "term")
        if rule is None:
            continue
        ruling = absences.judge_term(start, end, rule.value, **rule.said)
        if ruling.holds is False:
            message = _named(names.get(one["person_uid"], Text()), ruling)
            yield Finding(Severity.NOTE, f"memberships/{one['uid']}", "term", message)


def _named(name: Text, ruling: Ruling) -> Message:
    params: dict[str, Any] = {"name": name, "why": ruling.message, "source": ruling.source}
    return Message("finding.named_duty", params)
