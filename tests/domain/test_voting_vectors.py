"""The vectors of votes as published: each test's name says the rule and where it stands."""

from __future__ import annotations

from fractions import Fraction

import pytest

from council.catalogue import say
from council.domain.vocabulary import Choice, Method
from council.domain.votes.voting import AnyOf, Base, Counting, Requirement, Room, Tally, judge

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
RONR = Requirement(HALF, True, Base.VOTES_CAST)
NYC = Requirement(HALF, True, Base.PRESENT_ENTITLED)
TWO_THIRDS_CAST = Requirement(TWO_THIRDS, False, Base.VOTES_CAST)
LATE_ITEM = Requirement(TWO_THIRDS, False, Base.PRESENT)
ALL_PRESENT = Requirement(Fraction(1), False, Base.PRESENT)
OF_MEMBERS = Requirement(HALF, True, Base.MEMBERS_IN_OFFICE)
OF_SEATS = Requirement(HALF, True, Base.SEATS)
SILENT_YES = Counting(silence="as_yes")


def case(name, rule, counts, outcome, room=None, **more):
    return pytest.param(rule, Tally(*counts), Room(**(room or {})), outcome, more, id=name)


VECTORS = [
    # majority of votes cast
    case("RONR §44 majority of votes cast: 10-9-7 carried", RONR, (10, 9, 7), "carried"),
    case("RONR §44 majority of votes cast: 9-9-7 lost", RONR, (9, 9, 7), "lost"),
    case("RONR §44 majority of votes cast: 5-5-0 lost", RONR, (5, 5, 0), "lost"),
    case("RONR §44 majority of votes cast: 1-0-20 carried", RONR, (1, 0, 20), "carried"),
    # of those present and entitled
    case(
        "NYC charter, community boards, majority of 26 present: 10-9-7 lost",
        NYC, (10, 9, 7), "lost", {"present_entitled": 26},
    ),
    case(
        "NYC charter, community boards, majority of 26 present: 14-12-0 carried",
        NYC, (14, 12, 0), "carried", {"present_entitled": 26},
    ),
    case(
        "NYC charter, community boards, majority of 26 present: 13-13-0 lost",
        NYC, (13, 13, 0), "lost", {"present_entitled": 26},
    ),
    # silence
    case(
        "North Carolina towns, silence is a yes: 4-4 and one silent carried",
        RONR, (4, 4, 0, 1), "carried", counting=SILENT_YES,
    ),
    case(
        "North Carolina towns, silence is a yes: 4-4 of 9 present carried",
        RONR, (4, 4), "carried", {"present_entitled": 9}, counting=SILENT_YES,
    ),
    case(
        "North Carolina towns, the excused one is not silent: 4-4 of 8 lost",
        RONR, (4, 4), "lost", {"present_entitled": 8}, counting=SILENT_YES,
    ),
    case(
        "North Carolina towns, silence is a yes: 4-5 and one silent a tie, lost",
        RONR, (4, 5, 0, 1), "lost", counting=SILENT_YES,
    ),
    # two thirds
    case("RONR §44 two thirds: 10-5 carried", TWO_THIRDS_CAST, (10, 5), "carried"),
    case("RONR §44 two thirds: 10-6 lost", TWO_THIRDS_CAST, (10, 6), "lost"),
    case("RONR §44 two thirds of nothing: 0-0 lost", TWO_THIRDS_CAST, (0, 0), "lost"),
    case(
        "Brown Act late item, two thirds of 15 present: 10 carried",
        LATE_ITEM, (10, 0), "carried", {"present": 15},
    ),
    case(
        "Brown Act late item, two thirds of 15 present: 9 lost",
        LATE_ITEM, (9, 0), "lost", {"present": 15},
    ),
    case(
        "Brown Act late item, 13 of 21 present, all of them: 13 carried",
        ALL_PRESENT, (13, 0), "carried", {"present": 13},
    ),
    case(
        "Brown Act late item, 13 of 21 present, all of them: 12 lost",
        ALL_PRESENT, (12, 0, 1), "lost", {"present": 13},
    ),
    # members and seats
    case(
        "RONR §44 majority of the membership of 12: 7-0 carried",
        OF_MEMBERS, (7, 0), "carried", {"members_in_office": 12},
    ),
    case(
        "RONR §44 majority of the membership of 12: 6-0 lost",
        OF_MEMBERS, (6, 0), "lost", {"members_in_office": 12},
    ),
    case(
        "RONR §44 majority of 15 seats, 12 filled: 8-0 carried",
        OF_SEATS, (8, 0), "carried", {"seats": 15, "members_in_office": 12},
    ),
    case(
        "RONR §44 majority of 15 seats, 12 filled: 7-0 lost",
        OF_SEATS, (7, 0), "lost", {"seats": 15, "members_in_office": 12},
    ),
    # ties
    case(
        "LGA 1972 schedule 12 paragraph 39, second vote yes: 5-5 carried",
        RONR, (5, 5), "carried", tie="chair_casting", casting=Choice.YES,
    ),
    case(
        "LGA 1972 schedule 12 paragraph 39, second vote no: 5-5 lost",
        RONR, (5, 5), "lost", tie="chair_casting", casting=Choice.NO,
    ),
    case(
        "LGA 1972 schedule 12 paragraph 39, no second vote given: 5-5 lost",
        RONR, (5, 5), "lost", tie="chair_casting",
    ),
    case(
        "RONR §24 appeal: 4-4 the ruling stands",
        RONR, (4, 4), "carried", tie="chair_sustained",
    ),
    case(
        "RONR §24 appeal: 4-5 the ruling falls", RONR, (4, 5), "lost", tie="chair_sustained",
    ),
    # the three ways of RONR §35
    case(
        "RONR §35 rescind by two thirds: 4-2 of 12 members carried",
        AnyOf((TWO_THIRDS_CAST, OF_MEMBERS)), (4, 2), "carried", {"members_in_office": 12},
    ),
    case(
        "RONR §35 rescind by a majority of the membership: 7-5 of 12 carried",
        AnyOf((TWO_THIRDS_CAST, OF_MEMBERS)), (7, 5), "carried", {"members_in_office": 12},
    ),
    case(
        "RONR §35 rescind: 6-4 of 12 lost",
        AnyOf((TWO_THIRDS_CAST, OF_MEMBERS)), (6, 4), "lost", {"members_in_office": 12},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "tally", "room", "outcome", "more"), VECTORS)
def test_outcome(rule, tally, room, outcome, more):
    assert judge(rule, tally, room, method=Method.ROLL_CALL, **more).outcome == outcome


@pytest.mark.parametrize(
    ("tally", "choice"),
    [
        pytest.param(Tally(10, 10), Choice.YES, id="RONR §4 chair votes yes at 10-10: carried"),
        pytest.param(Tally(11, 10), Choice.NO, id="RONR §4 chair votes no at 11-10: lost"),
    ],
)
def test_the_chair_decides(tally, choice):
    before = judge(RONR, tally, Room(), method=Method.ROLL_CALL).outcome
    after = judge(RONR, tally.plus(choice), Room(), method=Method.ROLL_CALL).outcome
    assert {before, after} == {"carried", "lost"}


@pytest.mark.parametrize(
    ("rule", "outcome", "english", "thai"),
    [
        pytest.param(
            NYC,
            "lost",
            "10 yes, 9 no, 7 abstaining: lost. Majority of those present and entitled to vote: "
            "26 present and entitled, more than half is 14, 10 yes. "
            "7 of them abstained, which works like a no.",
            "เห็นชอบ 10 เสียง ไม่เห็นชอบ 9 เสียง งดออกเสียง 7 เสียง ผล: ไม่เห็นชอบ – "
            "เสียงข้างมากของผู้มาประชุมที่มีสิทธิออกเสียง: มาประชุมและมีสิทธิ 26 คน เกินกึ่งหนึ่งคือ 14 เสียง "
            "เห็นชอบ 10 เสียง ในจำนวนนี้งดออกเสียง 7 เสียง ซึ่งมีผลเหมือนไม่เห็นชอบ",
            id="New York City",
        ),
        pytest.param(
            RONR,
            "carried",
            "10 yes, 9 no, 7 abstaining: carried. Majority of votes cast: "
            "19 cast, more than half is 10, 10 yes. 7 abstained and are not counted.",
            "เห็นชอบ 10 เสียง ไม่เห็นชอบ 9 เสียง งดออกเสียง 7 เสียง ผล: ที่ประชุมเห็นชอบ – "
            "เสียงข้างมากของผู้ลงคะแนน: ลงคะแนน 19 เสียง เกินกึ่งหนึ่งคือ 10 เสียง เห็นชอบ 10 เสียง "
            "งดออกเสียง 7 เสียง ไม่นำมานับ",
            id="Robert's Rules",
        ),
    ],
)
def test_26_present_10_yes_9_no_7_abstain(rule, outcome, english, thai):
    room = Room(present=26, present_entitled=26)
    verdict = judge(rule, Tally(10, 9, 7), room, method=Method.SHOW_OF_HANDS)
    assert verdict.outcome == outcome
    assert say(verdict.told, "en") == english
    assert say(verdict.told, "th") == thai
