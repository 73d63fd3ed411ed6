"""Quorum: the published vectors, and its sums in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.quorum import QuorumBase, QuorumKind, QuorumRule, judge_quorum, needed_for

MAJORITY = QuorumRule()
PARISH = QuorumRule(QuorumKind.FRACTION, QuorumBase.SEATS, Fraction(1, 3), floor=3)
HALF = QuorumRule(QuorumKind.FRACTION, QuorumBase.MEMBERS_IN_OFFICE, Fraction(1, 2))
STATED = QuorumRule(QuorumKind.FIXED, fixed=8)
TABLE = QuorumRule(QuorumKind.SEATS_TABLE, QuorumBase.SEATS, table=((1, 2), (10, 5), (20, 8)))


@pytest.mark.parametrize(
    ("rule", "base", "needed"),
    [
        pytest.param(MAJORITY, 15, 8, id="majority of 15"),
        pytest.param(MAJORITY, 14, 8, id="majority of 14"),
        pytest.param(MAJORITY, 50, 26, id="board of 50"),
        pytest.param(MAJORITY, 49, 25, id="board of 49"),
        pytest.param(MAJORITY, 41, 21, id="board of 41"),
        pytest.param(MAJORITY, 40, 21, id="board of 40"),
        pytest.param(PARISH, 9, 3, id="a third of 9"),
        pytest.param(PARISH, 12, 4, id="a third of 12"),
        pytest.param(PARISH, 13, 5, id="a third of 13"),
        pytest.param(PARISH, 16, 6, id="a third of 16"),
        pytest.param(PARISH, 5, 3, id="a third of 5, never below 3"),
        pytest.param(HALF, 15, 8, id="half of 15"),
        pytest.param(HALF, 14, 7, id="half of 14"),
        pytest.param(STATED, None, 8, id="a stated number needs no base"),
        pytest.param(MAJORITY, None, None, id="base not known"),
        pytest.param(MAJORITY, 0, 1, id="nobody in office"),
        pytest.param(TABLE, 9, 2, id="table, first step"),
        pytest.param(TABLE, 10, 5, id="table, second step"),
        pytest.param(TABLE, 99, 8, id="table, last step"),
        pytest.param(TABLE, 0, 1, id="table, below its first step"),
    ],
)
def test_needed(rule, base, needed):
    assert needed_for(rule, base) == needed


def test_the_base_is_the_rules_own():
    seats = QuorumRule(base=QuorumBase.SEATS)
    item = QuorumRule(base=QuorumBase.ENTITLED_ON_ITEM)
    numbers = {"members_in_office": 13, "seats": 15, "entitled_on_item": 11}
    assert judge_quorum(MAJORITY, 7, **numbers).met is True
    assert judge_quorum(seats, 7, **numbers).met is False
    assert judge_quorum(item, 6, **numbers).met is True


@pytest.mark.parametrize("rule", [MAJORITY, PARISH, HALF, STATED, TABLE])
@pytest.mark.parametrize("present", [0, 7, 20])
@pytest.mark.parametrize("base", [None, 15])
def test_every_verdict_is_told(rule, present, base):
    verdict = judge_quorum(rule, present, members_in_office=base, seats=base)
    assert (verdict.met is None) == (verdict.needed is None)
    for language in ("en", "th"):
        assert say(verdict.message, language)


def test_the_sum():
    verdict = judge_quorum(MAJORITY, 7, members_in_office=14, seats=15, source="RONR §40")
    assert verdict.source == "RONR §40"
    assert say(verdict.message, "en") == (
        "Quorum: a majority of the members in office; 14 in office, so 8 are needed, "
        "and 7 are present: not met, 1 more needed."
    )


@given(
    st.sampled_from([MAJORITY, PARISH, HALF, STATED, TABLE]), st.integers(0, 99), st.integers(0, 99)
)
def test_an_arrival_never_breaks_a_quorum(rule, present, base):
    now = judge_quorum(rule, present, members_in_office=base, seats=base)
    more = judge_quorum(rule, present + 1, members_in_office=base, seats=base)
    assert more.met or not now.met
