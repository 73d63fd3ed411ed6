"""Eligibility at the moment of a vote: what is missing, expired, too low or unknown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.duties.duty_rules import QualificationRule
from council.domain.duties.eligibility import (
    CODES,
    TOPICS,
    Qualification,
    judge_eligibility,
    judge_qualification,
    last_day,
    qualification_name,
    topic_name,
)
from council.domain.messages import Message
from council.domain.rulings import Ruling

ON = date(2026, 12, 10)
TWO_YEARS = QualificationRule(months=24)
FUNDING = QualificationRule(months=24, score=70)
RULES = {"ethics_training": TWO_YEARS, "funding_training": FUNDING}
NEEDS = ("age_18", "ethics_training", "funding_training")
ADULT = Qualification("age_18")
ETHICS = Qualification("ethics_training", date(2025, 1, 1))
TRAINED = Qualification("funding_training", date(2025, 6, 1), score=85)


def judged(*held: Qualification, on: date = ON, **more: Any) -> Ruling:
    ruling = judge_eligibility("funding", NEEDS, RULES, held, on, **more)
    for language in ("en", "th"):
        assert say(ruling.message, language)
    return ruling


def why(ruling: Ruling) -> list[str]:
    return [one.code.partition(".")[2] for one in ruling.message.params["why"]]


def test_funding_vote_with_everything_on_record() -> None:
    ruling = judged(ADULT, ETHICS, TRAINED, source="Dept. of Neighborhood Empowerment")
    assert (ruling.holds, ruling.verified) == (True, True)
    assert ruling.source == "Dept. of Neighborhood Empowerment"
    assert ruling.message == Message(
        "eligibility.eligible", {"topic": Message("eligibility_topic.funding"), "day": ON}
    )


def test_funding_vote_names_everything_that_is_missing() -> None:
    ruling = judged(ADULT, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (False, "s", False)
    assert why(ruling) == ["missing", "missing"]
    assert say(ruling.message, "en") == (
        "May not vote on money on 10 December 2026: Ethics training is not on record and "
        "Funding training is not on record."
    )


@pytest.mark.parametrize(
    ("passed", "holds"),
    [
        (date(2024, 12, 9), False),
        (date(2024, 12, 10), True),  # two years are over after this day
        (date(2024, 12, 11), True),
        (ON, True),
        (ON + timedelta(days=1), False),
    ],
)
def test_s16_a_training_is_renewed_every_two_years(passed: date, holds: bool) -> None:
    ruling = judged(ADULT, Qualification("ethics_training", passed), TRAINED)
    assert ruling.holds is holds
    if not holds:
        assert why(ruling) == ["later" if passed > ON else "expired"]


@pytest.mark.parametrize(("score", "holds"), [(69, False), (70, True), (71, True), (0, False)])
def test_s16_funding_training_is_passed_with_70_percent(score: int, holds: bool) -> None:
    ruling = judged(ADULT, ETHICS, Qualification("funding_training", date(2025, 6, 1), score=score))
    assert ruling.holds is holds
    if not holds:
        (only,) = ruling.message.params["why"]
        assert only.params == {
            "name": Message("qualification_name.funding_training"), "score": score, "needed": 70,
        }  # fmt: skip


def test_a_score_nobody_wrote_down_cannot_be_determined() -> None:
    unscored = Qualification("funding_training", date(2025, 6, 1))
    ruling = judged(ADULT, ETHICS, unscored, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (None, "s", False)
    assert why(ruling) == ["no_score"]
    assert ruling.message.params["why"][0].params["needed"] == 70
    assert ruling.message.code == "eligibility.unsure"


def test_what_is_surely_wrong_outweighs_what_is_unsure() -> None:
    ruling = judged(ADULT, Qualification("funding_training", date(2025, 6, 1)))
    assert (ruling.holds, why(ruling)) == (False, ["missing"])


def test_a_training_without_a_date_cannot_be_determined() -> None:
    undated = Qualification("ethics_training")
    ruling = judged(ADULT, undated, TRAINED)
    assert (ruling.holds, why(ruling)) == (None, ["no_date"])
    printed = Qualification("ethics_training", valid_until=ON)
    assert judged(ADULT, printed, TRAINED).holds is True
    assert judged(ADULT, printed, TRAINED, on=ON + timedelta(days=1)).holds is False


def test_a_date_printed_on_it_ends_it_earlier_but_never_later() -> None:
    early = Qualification("ethics_training", date(2025, 1, 1), date(2026, 12, 9))
    assert last_day(early, TWO_YEARS) == date(2026, 12, 9)
    assert why(judged(ADULT, early, TRAINED)) == ["expired"]
    late = Qualification("ethics_training", date(2024, 1, 1), date(2030, 1, 1))
    assert last_day(late, TWO_YEARS) == date(2026, 1, 1)
    assert judged(ADULT, late, TRAINED).message.params["why"][0].params["end"] == date(2026, 1, 1)


def test_without_months_a_qualification_lasts_for_good() -> None:
    old = Qualification("age_18", date(1990, 1, 1))
    assert last_day(old, QualificationRule()) is None
    assert judge_qualification(old, QualificationRule(), ON).holds is True
    assert judge_qualification(old, QualificationRule(), ON).message == Message(
        "eligibility.has", {"name": Message("qualification_name.age_18")}
    )
    assert judge_eligibility("funding", ("age_18",), {}, (old,), ON, verified=False) == Ruling(
        True,
        Message("eligibility.eligible", {"topic": Message("eligibility_topic.funding"), "day": ON}),
        verified=False,
    )
    assert judge_qualification(ADULT, QualificationRule(), ON).holds is True


def test_a_day_in_february_ends_on_the_last_of_the_month() -> None:
    leap = Qualification("ethics_training", date(2024, 2, 29))
    assert last_day(leap, QualificationRule(months=12)) == date(2025, 2, 28)


def test_of_several_the_one_that_counts_is_taken() -> None:
    expired = Qualification("ethics_training", date(2020, 1, 1))
    later = Qualification("ethics_training", date(2027, 1, 1))
    assert judged(ADULT, expired, ETHICS, later, TRAINED).holds is True
    undated = Qualification("ethics_training")
    assert judged(ADULT, expired, undated, TRAINED).holds is None
    told = judged(ADULT, later, expired, TRAINED)
    assert why(told) == ["expired"]
    assert told.message.params["why"][0].params["end"] == date(2022, 1, 1)
    assert why(judged(ADULT, later, TRAINED)) == ["later"]
    assert judged(ADULT, later, TRAINED).message.params["why"][0].params["passed_on"] == date(
        2027, 1, 1
    )


def test_of_several_expired_ones_the_latest_is_named() -> None:
    old = [Qualification("ethics_training", date(year, 1, 1)) for year in (2018, 2022, 2020)]
    told = judged(ADULT, *old, TRAINED)
    assert told.message.params["why"][0].params["end"] == date(2024, 1, 1)
    more = judged(
        ADULT, *old, Qualification("ethics_training", valid_until=date(2010, 1, 1)), TRAINED
    )
    assert more.message.params["why"][0].params["end"] == date(2024, 1, 1)


def test_nothing_needed_lets_everybody_vote() -> None:
    assert judge_eligibility("funding", (), RULES, (), ON).holds is True


@settings(deadline=None)
@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(1, 120),
    st.integers(-5, 5),
)
def test_boundary_days_of_any_term_of_months(passed: date, months: int, shift: int) -> None:
    end = passed + relativedelta(months=months)
    held = Qualification("x", passed)
    day = end + timedelta(days=shift)
    ruling = judge_qualification(held, QualificationRule(months=months), day)
    assert ruling.holds is (passed <= day <= end)


def test_names_of_topics_and_qualifications() -> None:
    for code in CODES:
        assert say(Message(qualification_name(code).code), "th")  # type: ignore[union-attr]
    for topic in TOPICS:
        assert say(Message(topic_name(topic).code), "th")  # type: ignore[union-attr]
    assert qualification_name("fire_safety") == "fire safety"
    assert topic_name("land_use") == "land use"
