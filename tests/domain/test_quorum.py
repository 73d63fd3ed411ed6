"""Quorum: the published vectors, a count by brute force, and its sums in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.messages import Message
from council.domain.votes.quorum import (
    QuorumBase,
    QuorumKind,
    QuorumRule,
    describe_quorum,
    judge_quorum,
    needed_for,
)

MAJORITY = QuorumRule()
OFFICE = "Quorum: a majority of the members in office"
OFFICE_TH = "องค์ประชุม: เกินกึ่งหนึ่งของสมาชิกที่ดำรงตำแหน่งอยู่"
PARISH = QuorumRule(QuorumKind.FRACTION, QuorumBase.SEATS, Fraction(1, 3), floor=3)
HALF = QuorumRule(QuorumKind.FRACTION, QuorumBase.MEMBERS_IN_OFFICE, Fraction(1, 2))
STATED = QuorumRule(QuorumKind.FIXED, fixed=8)
TABLE = QuorumRule(QuorumKind.SEATS_TABLE, QuorumBase.SEATS, table=((1, 2), (10, 5), (20, 8)))
ON_ITEM = QuorumRule(base=QuorumBase.ENTITLED_ON_ITEM)


@pytest.mark.parametrize(
    ("rule", "base", "needed"),
    [
        pytest.param(MAJORITY, 15, 8, id="RONR §40 majority of 15: 8"),
        pytest.param(MAJORITY, 14, 8, id="RONR §40 majority of 14: 8"),
        pytest.param(MAJORITY, 50, 26, id="NYC community board of 50: 26"),
        pytest.param(MAJORITY, 49, 25, id="NYC community board of 49: 25"),
        pytest.param(MAJORITY, 41, 21, id="NYC community board of 41: 21"),
        pytest.param(MAJORITY, 40, 21, id="NYC community board of 40: 21"),
        pytest.param(PARISH, 9, 3, id="LGA 1972 a third of 9 seats: 3"),
        pytest.param(PARISH, 12, 4, id="LGA 1972 a third of 12 seats: 4"),
        pytest.param(PARISH, 13, 5, id="LGA 1972 a third of 13 seats: 5"),
        pytest.param(PARISH, 16, 6, id="LGA 1972 a third of 16 seats: 6"),
        pytest.param(PARISH, 5, 3, id="LGA 1972 a third of 5 seats, never below 3"),
        pytest.param(HALF, 15, 8, id="Thailand, half of 15: 8"),
        pytest.param(HALF, 14, 7, id="Thailand, half of 14: 7"),
        pytest.param(STATED, None, 8, id="LA NC bylaws V.2: a stated number needs no base"),
        pytest.param(STATED, 3, 8, id="a stated number stays"),
        pytest.param(QuorumRule(QuorumKind.FIXED, fixed=2, floor=3), None, 3, id="below the floor"),
        pytest.param(QuorumRule(QuorumKind.FIXED), 15, None, id="a stated number not stated"),
        pytest.param(MAJORITY, None, None, id="base not known"),
        pytest.param(MAJORITY, 0, 1, id="nobody in office"),
        pytest.param(TABLE, 9, 2, id="table, first step"),
        pytest.param(TABLE, 10, 5, id="table, second step"),
        pytest.param(TABLE, 19, 5, id="table, end of the second step"),
        pytest.param(TABLE, 20, 8, id="table, last step"),
        pytest.param(TABLE, 99, 8, id="table, far up"),
        pytest.param(TABLE, 0, 1, id="table, below its first step"),
        pytest.param(TABLE, None, None, id="table, base not known"),
        pytest.param(
            QuorumRule(QuorumKind.SEATS_TABLE, table=((1, 5), (10, 4))), 10, 4, id="table, falling"
        ),
    ],
)
def test_needed(rule, base, needed):
    assert needed_for(rule, base) == needed


@pytest.mark.parametrize("rule", [MAJORITY, PARISH, HALF, STATED, TABLE])
@pytest.mark.parametrize("base", range(61))
def test_the_verdict_equals_a_count_by_brute_force(rule, base):
    """The smallest number that satisfies the definition is a quorum, and only from it on."""

    def enough(present):
        steps = [needed for least, needed in rule.table if base >= least]
        by_kind = {
            QuorumKind.MAJORITY: 2 * present > base,
            QuorumKind.FRACTION: Fraction(present) >= rule.fraction * base,
            QuorumKind.FIXED: rule.fixed is not None and present >= rule.fixed,
            QuorumKind.SEATS_TABLE: not steps or present >= steps[-1],
        }
        return by_kind[rule.kind] and present >= rule.floor

    least = next(present for present in range(100) if enough(present))
    for present in range(65):
        verdict = judge_quorum(rule, present, members_in_office=base, seats=base)
        assert verdict.met is enough(present)
        assert (verdict.needed, verdict.present) == (least, present)


@pytest.mark.parametrize(
    ("base", "needed"),
    [
        pytest.param(QuorumBase.SEATS, 5, id="LGA 1972, 13 seats, 6 filled: 5, as LALC reads it"),
        pytest.param(QuorumBase.MEMBERS_IN_OFFICE, 3, id="LGA 1972, of the 6 filled: 3"),
    ],
)
def test_vacancies(base, needed):
    rule = QuorumRule(QuorumKind.FRACTION, base, Fraction(1, 3), floor=3)
    verdict = judge_quorum(rule, needed, members_in_office=6, seats=13)
    assert (verdict.met, verdict.needed) == (True, needed)
    assert judge_quorum(rule, needed - 1, members_in_office=6, seats=13).met is False


def test_the_base_is_the_rules_own():
    seats = QuorumRule(base=QuorumBase.SEATS)
    numbers = {"members_in_office": 13, "seats": 15, "entitled_on_item": 11}
    assert judge_quorum(MAJORITY, 7, **numbers).met is True
    assert judge_quorum(seats, 7, **numbers).met is False
    assert judge_quorum(ON_ITEM, 6, **numbers).met is True
    assert [judge_quorum(r, 7, **numbers).base for r in (MAJORITY, seats, ON_ITEM)] == [13, 15, 11]
    assert judge_quorum(ON_ITEM, 6, members_in_office=13, seats=15).met is None


def test_what_is_not_known_keeps_what_is():
    verdict = judge_quorum(MAJORITY, 7, members_in_office=None, seats=15, source="RONR §40")
    assert verdict[:5] == (None, None, 7, None, "RONR §40")
    assert say(verdict.message, "en") == (
        "Quorum: a majority of the members in office: cannot be worked out, "
        "because the number of members in office is not recorded."
    )
    stated = judge_quorum(
        QuorumRule(QuorumKind.FIXED), 7, members_in_office=15, seats=15, source="V.2"
    )
    assert stated[:5] == (None, None, 7, 15, "V.2")
    assert say(stated.message, "en") == (
        "Quorum: 1 member: cannot be worked out, "
        "because the number that the rules state is not recorded."
    )


def test_a_rule_not_known_on_that_day():
    verdict = judge_quorum(None, 7, members_in_office=15, seats=15, source="Act 9")
    assert verdict[:5] == (None, None, 7, None, "Act 9")
    assert verdict.message == Message("quorum.rule_unknown")
    assert "not known" in say(verdict.message, "en")
    assert say(verdict.message, "th")


# --- only those in the room ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("presence", "in_person", "met", "present"),
    [
        ("any", 7, True, 9),
        ("any", None, True, 9),
        ("in_person", 8, True, 8),
        ("in_person", 7, False, 7),
        ("in_person", 9, True, 9),
        ("in_person", 0, False, 0),
        ("in_person", None, None, 9),
    ],
)
def test_only_those_in_the_room_may_count(presence, in_person, met, present):
    verdict = judge_quorum(
        MAJORITY, 9, members_in_office=15, seats=15, in_person=in_person, presence=presence,
        source="s",
    )  # fmt: skip
    assert (verdict.met, verdict.present, verdict.needed) == (met, present, 8)
    assert (verdict.base, verdict.source) == (15, "s")


@pytest.mark.parametrize(
    ("in_person", "english", "thai"),
    [
        (
            7,
            (f"{OFFICE}; 15 in office, so 8 are needed, and 7 are present: not met, 1 more needed. "
            "Only those in the room count; 2 take part from elsewhere."),
            (f"{OFFICE_TH} ดำรงตำแหน่งอยู่ 15 คน จึงต้องมี 8 คน มาประชุม 7 คน: ไม่ครบองค์ประชุม ขาดอีก 1 คน "
            "นับเฉพาะผู้อยู่ในห้องประชุม มีผู้เข้าประชุมทางไกล 2 คน"),
        ),
        (
            9,
            f"{OFFICE}; 15 in office, so 8 are needed, and 9 are present: met.",
            f"{OFFICE_TH} ดำรงตำแหน่งอยู่ 15 คน จึงต้องมี 8 คน มาประชุม 9 คน: ครบองค์ประชุม",
        ),
        (
            None,
            (f"{OFFICE}: cannot be worked out, because the number of members in the room is not "
            "recorded."),
            f"{OFFICE_TH}: ยังวินิจฉัยไม่ได้ เพราะไม่ได้บันทึกจำนวนสมาชิกที่อยู่ในห้องประชุม",
        ),
    ],
)  # fmt: skip
def test_those_elsewhere_are_told(in_person, english, thai):
    verdict = judge_quorum(
        MAJORITY, 9, members_in_office=15, seats=15, in_person=in_person, presence="in_person"
    )
    assert say(verdict.message, "en") == english
    assert say(verdict.message, "th") == thai


# --- in words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [MAJORITY, PARISH, HALF, STATED, TABLE])
@pytest.mark.parametrize("present", [0, 7, 20])
@pytest.mark.parametrize("base", [None, 15])
def test_every_verdict_is_told(rule, present, base):
    verdict = judge_quorum(rule, present, members_in_office=base, seats=base)
    assert (verdict.met is None) == (verdict.needed is None)
    for language in ("en", "th"):
        assert say(verdict.message, language)


@pytest.mark.parametrize(
    ("rule", "present", "words"),
    [
        (
            MAJORITY, 7,
            ("Quorum: a majority of the members in office; 14 in office, so 8 are needed, "
            "and 7 are present: not met, 1 more needed."),
        ),
        (
            MAJORITY, 8,
            ("Quorum: a majority of the members in office; 14 in office, so 8 are needed, "
            "and 8 are present: met."),
        ),
        (
            PARISH, 4,
            ("Quorum: 1/3 of all seats; 13 seats, so 5 are needed, and 4 are present: not met, "
            "1 more needed. Never fewer than 3."),
        ),
        (STATED, 8, "Quorum: 8 members; 8 are present: met."),
        (STATED, 6, "Quorum: 8 members; 6 are present: not met, 2 more needed."),
        (
            QuorumRule(QuorumKind.FIXED, fixed=2, floor=3), 2,
            "Quorum: 3 members; 2 are present: not met, 1 more needed.",
        ),
        (
            TABLE, 5,
            ("Quorum: by the table for all seats; 13 seats, so 5 are needed, and 5 are present: "
            "met."),
        ),
        (
            QuorumRule(floor=2), 8,
            ("Quorum: a majority of the members in office; 14 in office, so 8 are needed, "
            "and 8 are present: met. Never fewer than 2."),
        ),
    ],
)  # fmt: skip
def test_the_sum(rule, present, words):
    verdict = judge_quorum(rule, present, members_in_office=14, seats=13, source="RONR §40")
    assert verdict.source == "RONR §40"
    assert say(verdict.message, "en") == words
    assert say(verdict.message, "th")


def test_nothing_is_missing_from_a_quorum_that_is_just_met():
    just = judge_quorum(MAJORITY, 8, members_in_office=15, seats=15).message
    assert (just.code, "missing" in just.params) == ("quorum.met", False)
    short = judge_quorum(MAJORITY, 7, members_in_office=15, seats=15).message
    assert (short.code, short.params["missing"]) == ("quorum.not_met", 1)


def test_a_rule_has_a_name():
    assert say(describe_quorum(HALF), "en") == "Quorum: 1/2 of the members in office"
    assert say(describe_quorum(QuorumRule(QuorumKind.FIXED, fixed=1)), "en") == "Quorum: 1 member"


@given(
    st.sampled_from([MAJORITY, PARISH, HALF, STATED, TABLE]), st.integers(0, 99), st.integers(0, 99)
)
def test_an_arrival_never_breaks_a_quorum(rule, present, base):
    now = judge_quorum(rule, present, members_in_office=base, seats=base)
    more = judge_quorum(rule, present + 1, members_in_office=base, seats=base)
    assert more.met or not now.met
