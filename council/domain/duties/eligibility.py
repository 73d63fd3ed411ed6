"""Eligibility: whether somebody may vote on a topic at a moment, by qualifications on record.

Source: rules.md 2.8, votes on money in Los Angeles neighborhood councils: ethics training, code of
conduct, funding training with a score, renewed every two years.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from council.domain.duties.duty_rules import QualificationRule
from council.domain.messages import Message
from council.domain.rulings import Ruling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

CODES = frozenset(
    {
        *("age_18", "seated", "code_of_conduct", "funding_training", "ethics_training"),
        *("thai_national", "house_register"),
    }
)
"""Qualifications that the catalogue has words for."""
TOPICS = frozenset({"funding", "membership"})
"""Topics that the catalogue has words for."""

_FOR_GOOD = QualificationRule()


@dataclass(frozen=True, slots=True)
class Qualification:
    """What somebody has: when it was passed, its last day if one is printed on it, the score."""

    code: str
    passed_on: date | None = None
    valid_until: date | None = None
    score: int | None = None


def qualification_name(code: str) -> Message | str:
    """Return a qualification in words; one of the council's own as its code is written."""
    return Message(f"qualification_name.{code}") if code in CODES else code.replace("_", " ")


def topic_name(topic: str) -> Message | str:
    """Return a topic in words; one of the council's own as its code is written."""
    return Message(f"eligibility_topic.{topic}") if topic in TOPICS else topic.replace("_", " ")


def last_day(held: Qualification, rule: QualificationRule) -> date | None:
    """Return the last day on which it counts, None when it does not end (or nobody can say).

    Two years from 10 December 2024 are over after 10 December 2026. A day printed on it does not
    make it last longer than the rule lets it.
    """
    ends = []
    if rule.months is not None and held.passed_on is not None:
        ends.append(held.passed_on + relativedelta(months=rule.months))
    if held.valid_until is not None:
        ends.append(held.valid_until)
    return min(ends, default=None)


def judge_qualification(held: Qualification, rule: QualificationRule, on: date) -> Ruling:
    """Judge one qualification on a day: it is passed, not expired, its score high enough."""
    params: dict[str, Any] = {"name": qualification_name(held.code)}
    if held.passed_on is not None and on < held.passed_on:
        params["passed_on"] = held.passed_on
        return Ruling(False, Message("eligibility.later", params))
    end = last_day(held, rule)
    if end is not None and end < on:
        params["end"] = end
        return Ruling(False, Message("eligibility.expired", params))
    if rule.score is not None and held.score is not None and held.score < rule.score:
        scores = {"score": held.score, "needed": rule.score}
        return Ruling(False, Message("eligibility.score", {**params, **scores}))
    if rule.score is not None and held.score is None:
        return Ruling(None, Message("eligibility.no_score", {**params, "needed": rule.score}))
    if rule.months is not None and end is None:
        return Ruling(None, Message("eligibility.no_date", params))
    return Ruling(True, Message("eligibility.has", params))


def _best(code: str, held: Sequence[Qualification], rule: QualificationRule, on: date) -> Ruling:
    """Return the ruling on the entry that says most for the person: of several the latest."""
    own = sorted(
        (one for one in held if one.code == code),
        key=lambda one: (one.passed_on is not None, one.passed_on),
        reverse=True,
    )
    if not own:
        return Ruling(False, Message("eligibility.missing", {"name": qualification_name(code)}))
    judged = [judge_qualification(one, rule, on) for one in own]
    for wanted in (True, None):
        if (found := next((one for one in judged if one.holds is wanted), None)) is not None:
            return found
    begun = [one for one in judged if one.message.code != "eligibility.later"]
    return (begun or judged)[0]


def judge_eligibility(
    topic: str,
    needs: Sequence[str],
    rules: Mapping[str, QualificationRule],
    held: Sequence[Qualification],
    on: date,
    *,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether somebody may vote on a topic on a day; the message names what is missing.

    A qualification without a rule of its own lasts for good and needs no score.
    """
    judged = [_best(code, held, rules.get(code, _FOR_GOOD), on) for code in needs]
    wrong = [one.message for one in judged if one.holds is False]
    unsure = [one.message for one in judged if one.holds is None]
    params = {"topic": topic_name(topic), "day": on}
    if wrong:
        told = Message("eligibility.not_eligible", {**params, "why": wrong})
        return Ruling(False, told, source, verified)
    if unsure:
        told = Message("eligibility.unsure", {**params, "why": unsure})
        return Ruling(None, told, source, verified)
    return Ruling(True, Message("eligibility.eligible", params), source, verified)
