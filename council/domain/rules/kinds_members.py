"""Rules about members: what a vote asks of them, terms, absences, empty seats."""

from __future__ import annotations

from typing import Any

from council.domain.duties.duty_rules import AttendanceAlarm, QualificationRule
from council.domain.rules.parts import codes, refuse, table, truth, whole, whole_or_none

_MOST_PERCENT = 100


def read_eligibility(data: Any) -> tuple[str, ...]:
    """Read ``{needs = [codes]}`` as the qualifications a vote on the topic asks for."""
    return codes("needs", table(data, ("needs",))["needs"], 1)


def read_qualification(data: Any) -> QualificationRule:
    """Read ``{months?, score?}``; without months it lasts for good, the score is in percent."""
    given = table(data, (), ("months", "score"))
    score = whole_or_none("score", given)
    if score is not None and score > _MOST_PERCENT:
        refuse("score", "not_percent", value=str(score))
    return QualificationRule(whole_or_none("months", given, 1), score)


def read_attendance_alarm(data: Any) -> AttendanceAlarm:
    """Read ``{consecutive?, total?, months?, unless_excused?}``; one of the first two must be."""
    given = table(data, (), ("consecutive", "total", "months", "unless_excused"))
    if not {"consecutive", "total"} & set(given):
        refuse("consecutive", "missing")
    return AttendanceAlarm(
        consecutive=whole_or_none("consecutive", given, 1),
        total=whole_or_none("total", given, 1),
        months=whole("months", given.get("months", 12), 1),
        unless_excused=truth("unless_excused", given.get("unless_excused", True)),
    )
