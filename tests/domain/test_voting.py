"""What votes amount to: the published vectors as named cases, and laws that hold for all counts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.messages import InputRefused
from council.domain.vocabulary import Choice, Method
from council.domain.votes.voting import (
    AllOf,
    AnyOf,
    Base,
    Requirement,
    Room,
    Tally,
    base_number,
    chair_can_decide,
    describe,
    judge,
    least_yes,
    requirement_from_data,
    requirement_to_data,
    running,
)

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
MAJORITY = Requirement(HALF, True, Base.VOTES_CAST)
TWO_THIRDS_CAST = Requirement(TWO_THIRDS, False, Base.VOTES_CAST)
OF_ENTITLED = Requirement(HALF, True, Base.PRESENT_ENTITLED)
OF_PRESENT = Requirement(TWO_THIRDS, False, Base.PRESENT)
OF_MEMBERS = Requirement(HALF, True, Base.MEMBERS_IN_OFFICE)
OF_SEATS = Requirement(HALF, True, Base.SEATS)
UNANIMOUS = Requirement(Fraction(1), False, Base.VOTES_CAST)
RESCIND = AnyOf((TWO_THIRDS_CAST, OF_MEMBERS))
HANDS = Method.SHOW_OF_HANDS


def case(name, rule, counts, room, outcome, **more):
    return pytest.param(rule, Tally(*counts), Room(**room), outcome, more, id=name)


TEN_CAST = "เสียงข้างมากของผู้ลงคะแนน: ลงคะแนน 10 เสียง เกินกึ่งหนึ่งคือ 6 เสียง เห็นชอบ 5 เสียง"

VECTORS = [
    case("majority of votes cast, abstentions do not count", MAJORITY, (10, 9, 7), {}, "carried"),
    case("majority, a tie is lost", MAJORITY, (5, 5, 0), {}, "lost"),
    case("majority, one yes among abstentions", MAJORITY, (1, 0, 20), {}, "carried"),
    case("majority, nobody votes", MAJORITY, (0, 0, 20), {}, "lost"),
    case(
        "community board, abstaining is a no",
        OF_ENTITLED,
        (10, 9, 7),
        {"present_entitled": 26},
        "lost",
    ),
    case(
        "community board, over half of those present",
        OF_ENTITLED,
        (14, 12, 0),
        {"present_entitled": 26},
        "carried",
    ),
    case(
        "community board, exactly half", OF_ENTITLED, (13, 0, 0), {"present_entitled": 26}, "lost"
    ),
    case("two thirds, exactly", TWO_THIRDS_CAST, (10, 5), {}, "carried"),
    case("two thirds, one no too many", TWO_THIRDS_CAST, (10, 6), {}, "lost"),
    case("two thirds of nothing", TWO_THIRDS_CAST, (0, 0), {}, "lost"),
    case("two thirds of those present, reached", OF_PRESENT, (10, 0), {"present": 15}, "carried"),
    case("two thirds of those present, one short", OF_PRESENT, (9, 0), {"present": 15}, "lost"),
    case(
        "majority of the membership, reached",
        OF_MEMBERS,
        (7, 5),
        {"members_in_office": 12},
        "carried",
    ),
    case(
        "majority of the membership, six without a no",
        OF_MEMBERS,
        (6, 0),
        {"members_in_office": 12},
        "lost",
    ),
    case(
        "majority of the seats counts vacant ones",
        OF_SEATS,
        (7, 0),
        {"seats": 15, "members_in_office": 12},
        "lost",
    ),
    case(
        "majority of the seats, reached",
        OF_SEATS,
        (8, 0),
        {"seats": 15, "members_in_office": 12},
        "carried",
    ),
    case(
        "chair's second vote decides a tie",
        MAJORITY,
        (5, 5),
        {},
        "carried",
        tie="chair_casting",
        casting=Choice.YES,
    ),
    case(
        "chair's second vote against",
        MAJORITY,
        (5, 5),
        {},
        "lost",
        tie="chair_casting",
        casting=Choice.NO,
    ),
    case("casting vote not given", MAJORITY, (5, 5), {}, "lost", tie="chair_casting"),
    case(
        "casting vote without a tie changes nothing",
        MAJORITY,
        (5, 6),
        {},
        "lost",
        tie="chair_casting",
        casting=Choice.YES,
    ),
    case(
        "casting vote where the rules have none", MAJORITY, (5, 5), {}, "lost", casting=Choice.YES
    ),
    case(
        "appeal, a tie sustains the chair", MAJORITY, (4, 4), {}, "carried", tie="chair_sustained"
    ),
    case("appeal, a majority overturns", MAJORITY, (4, 5), {}, "lost", tie="chair_sustained"),
    case("appeal, nobody votes", MAJORITY, (0, 0), {}, "carried", tie="chair_sustained"),
    case(
        "appeal, base not known",
        OF_MEMBERS,
        (4, 5),
        {},
        "cannot_be_determined",
        tie="chair_sustained",
    ),
    case("unanimous", UNANIMOUS, (5, 0, 2), {}, "carried"),
    case("unanimous, one no", UNANIMOUS, (5, 1), {}, "lost"),
    case("unanimous, nobody votes", UNANIMOUS, (0, 0), {}, "lost"),
    case("least number of yes not reached", replace(MAJORITY, minimum_yes=4), (3, 0), {}, "lost"),
    case("least number of yes reached", replace(MAJORITY, minimum_yes=4), (4, 3), {}, "carried"),
    case(
        "least number of yes without a majority",
        replace(MAJORITY, minimum_yes=4),
        (4, 4),
        {},
        "lost",
    ),
    case(
        "abstentions in the base",
        Requirement(HALF, True, Base.VOTES_CAST_AND_ABSTENTIONS),
        (5, 3, 2),
        {},
        "lost",
    ),
    case(
        "entitled on the item",
        Requirement(HALF, True, Base.ENTITLED),
        (6, 0),
        {"entitled": 11},
        "carried",
    ),
    case("base not known", OF_MEMBERS, (7, 5), {}, "cannot_be_determined"),
    case("any of, by the first", RESCIND, (4, 2), {"members_in_office": 12}, "carried"),
    case("any of, by the second", RESCIND, (7, 5), {"members_in_office": 12}, "carried"),
    case("any of, by none", RESCIND, (6, 4), {"members_in_office": 12}, "lost"),
    case("any of, one is enough though the other is unknown", RESCIND, (4, 2), {}, "carried"),
    case("any of, the other is unknown", RESCIND, (6, 4), {}, "cannot_be_determined"),
    case(
        "all of, both", AllOf((MAJORITY, OF_MEMBERS)), (7, 0), {"members_in_office": 12}, "carried"
    ),
    case("all of, one", AllOf((MAJORITY, OF_MEMBERS)), (6, 0), {"members_in_office": 12}, "lost"),
    case(
        "all of, one fails and the other is unknown",
        AllOf((MAJORITY, OF_MEMBERS)),
        (1, 2),
        {},
        "lost",
    ),
    case(
        "all of, one is unknown", AllOf((MAJORITY, OF_MEMBERS)), (2, 1), {}, "cannot_be_determined"
    ),
    case("no objection", MAJORITY, (0, 0), {}, "carried", method=Method.NO_OBJECTION),
    case("voice", MAJORITY, (0, 0), {}, "cannot_be_determined", method=Method.VOICE),
]


@pytest.mark.parametrize(("rule", "tally", "room", "outcome", "more"), VECTORS)
def test_outcome(rule, tally, room, outcome, more):
    verdict = judge(rule, tally, room, **{"method": HANDS, **more})
    assert verdict.outcome == outcome
    for language in ("en", "th"):
        assert say(verdict.message, language)
        assert say(verdict.base_message, language)


@pytest.mark.parametrize(
    ("rule", "tally", "room", "base", "needs"),
    [
        (MAJORITY, Tally(7, 1), Room(), 8, 5),
        (OF_SEATS, Tally(7, 0), Room(seats=15), 15, 8),
        (OF_MEMBERS, Tally(7, 0), Room(members_in_office=12), 12, 7),
        (OF_PRESENT, Tally(7, 0), Room(present=15), 15, 10),
        (TWO_THIRDS_CAST, Tally(10, 6), Room(), 16, 11),
        (RESCIND, Tally(6, 4), Room(members_in_office=12), 10, 7),
        (AllOf((MAJORITY, OF_MEMBERS)), Tally(6, 0), Room(members_in_office=12), 12, 7),
        (OF_MEMBERS, Tally(7, 0), Room(), None, None),
    ],
)
def test_sums(rule, tally, room, base, needs):
    verdict = judge(rule, tally, room, method=HANDS, source="bylaws V.3")
    assert (verdict.base, verdict.needs, verdict.has) == (base, needs, tally.yes)
    assert verdict.source == "bylaws V.3"


@pytest.mark.parametrize(
    ("rule", "tally", "room", "more", "english", "thai"),
    [
        (
            MAJORITY,
            Tally(7, 1),
            Room(),
            {},
            "Majority of votes cast: 8 cast, more than half is 5, 7 yes.",
            "เสียงข้างมากของผู้ลงคะแนน: ลงคะแนน 8 เสียง เกินกึ่งหนึ่งคือ 5 เสียง เห็นชอบ 7 เสียง",
        ),
        (
            MAJORITY,
            Tally(5, 5),
            Room(),
            {},
            (
                "Majority of votes cast: 10 cast, more than half is 6, 5 yes. "
                "A tie: the motion is lost."
            ),
            f"{TEN_CAST} คะแนนเสียงเท่ากัน: ญัตติตกไป",
        ),
        (
            OF_SEATS,
            Tally(7, 0),
            Room(),
            {},
            (
                "Majority of all seats: cannot be worked out, "
                "because the number of seats is not recorded."
            ),
            "เสียงข้างมากของตำแหน่งสมาชิกทั้งหมด: ยังวินิจฉัยไม่ได้ เพราะไม่ได้บันทึกจำนวนตำแหน่งสมาชิก",
        ),
        (
            MAJORITY,
            Tally(5, 5),
            Room(),
            {"tie": "chair_casting", "casting": Choice.NO},
            (
                "Majority of votes cast: 11 cast, more than half is 6, 5 yes. "
                "The vote was tied; the chair's casting vote is no, and it is counted here."
            ),
            (
                "เสียงข้างมากของผู้ลงคะแนน: ลงคะแนน 11 เสียง เกินกึ่งหนึ่งคือ 6 เสียง เห็นชอบ 5 เสียง"
                " คะแนนเสียงเท่ากัน ประธานออกเสียงชี้ขาดว่าไม่เห็นชอบ และนับรวมไว้แล้ว"
            ),
        ),
    ],
)
def test_the_sum_is_told(rule, tally, room, more, english, thai):
    message = judge(rule, tally, room, method=HANDS, **more).message
    assert say(message, "en") == english
    assert say(message, "th") == thai


@pytest.mark.parametrize(
    ("tally", "choices"),
    [
        (Tally(10, 10), {Choice.YES}),
        (Tally(11, 10), {Choice.NO}),
        (Tally(12, 10), set()),
        (Tally(9, 10), set()),
    ],
)
def test_a_chair_votes_when_it_decides(tally, choices):
    assert chair_can_decide(MAJORITY, tally, Room()) == choices


@pytest.mark.parametrize(
    ("so_far", "left", "settled", "outcome", "more"),
    [
        (Tally(3, 3), 5, False, None, 3),
        (Tally(7, 1), 4, True, "carried", 0),
        (Tally(1, 7), 4, True, "lost", None),
        (Tally(0, 0), 1, False, None, 1),
        (Tally(5, 5), 0, True, "lost", None),
    ],
)
def test_an_unfinished_vote(so_far, left, settled, outcome, more):
    now = running(MAJORITY, so_far, Room(), left)
    assert (now.settled, now.outcome, now.more_yes) == (settled, outcome, more)
    assert say(now.message, "en")
    assert say(now.message, "th")


def test_an_unfinished_vote_with_an_unknown_base_is_not_settled():
    now = running(OF_SEATS, Tally(3, 3), Room(), 2)
    assert (now.settled, now.outcome, now.more_yes) == (False, None, None)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (MAJORITY, "Majority of votes cast"),
        (OF_PRESENT, "Two thirds of the members present"),
        (Requirement(Fraction(3, 5), False, Base.SEATS), "At least 3/5 of all seats"),
        (Requirement(TWO_THIRDS, True, Base.SEATS), "More than 2/3 of all seats"),
        (Requirement(HALF, False, Base.SEATS), "At least 1/2 of all seats"),
        (RESCIND, "Two thirds of votes cast, or: Majority of the members in office"),
    ],
)
def test_a_requirement_has_a_name(rule, words):
    assert say(describe(rule), "en") == words
    assert say(describe(rule), "th")


@pytest.mark.parametrize(
    "rule", [MAJORITY, replace(OF_SEATS, minimum_yes=4), RESCIND, AllOf((MAJORITY, RESCIND))]
)
def test_a_requirement_goes_to_data_and_back(rule):
    assert requirement_from_data(requirement_to_data(rule)) == rule


@pytest.mark.parametrize(
    ("data", "key", "reason"),
    [
        ("majority", "requirement", "not_a_table"),
        ({"fraction": "3/2", "strict": False, "base": "seats"}, "fraction", "out_of_range"),
        ({"fraction": "0/2", "strict": False, "base": "seats"}, "fraction", "out_of_range"),
        ({"fraction": "1/0", "strict": False, "base": "seats"}, "fraction", "not_a_fraction"),
        ({"fraction": 0.5, "strict": False, "base": "seats"}, "fraction", "not_a_fraction"),
        ({"fraction": "1/1", "strict": True, "base": "seats"}, "fraction", "more_than_all"),
        ({"fraction": "1/2", "strict": 1, "base": "seats"}, "strict", "not_true_or_false"),
        ({"fraction": "1/2", "strict": True, "base": "dogs"}, "base", "unknown_base"),
        ({"fraction": "1/2", "strict": True}, "base", "unknown_base"),
        (
            {"fraction": "1/2", "strict": True, "base": "seats", "minimum_yes": 0},
            "minimum_yes",
            "not_positive",
        ),
        ({"fraction": "1/2", "strict": True, "base": "seats", "x": 0}, "x", "unknown_key"),
        ({"any_of": []}, "any_of", "not_a_list"),
        ({"any_of": [], "fraction": "1/2"}, "any_of", "not_a_list"),
        ({"all_of": [{"fraction": "7"}]}, "strict", "not_true_or_false"),
    ],
)
def test_a_wrong_requirement_is_refused(data, key, reason):
    with pytest.raises(InputRefused) as caught:
        requirement_from_data(data)
    message = caught.value.message
    assert (message.code, message.params["key"]) == ("error.requirement", key)
    assert message.params["reason"].code == f"reason.{reason}"
    assert say(message, "en")
    assert say(message, "th")


@pytest.mark.parametrize("counts", [(-1, 0), (0, -1), (0, 0, -1), (0, 0, 0, -1)])
def test_a_count_is_never_negative(counts):
    with pytest.raises(ValueError, match="a count is negative"):
        Tally(*counts)
    assert Tally(0, 0) == Tally(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "tie", "tied"),
    [
        ((0, 0), "lost", False),
        ((1, 1), "lost", True),
        ((2, 1), "lost", False),
        ((3, 3), "chair_sustained", True),
        ((0, 0), "chair_sustained", False),
        ((4, 4, 3), "chair_casting", True),
    ],
)
def test_a_tie_needs_a_yes(counts, tie, tied):
    for rule in (MAJORITY, OF_MEMBERS):
        verdict = judge(rule, Tally(*counts), Room(), method=HANDS, tie=tie, source="s")
        assert (verdict.tied, verdict.source) == (tied, "s")


# --- laws ----------------------------------------------------------------------------------------

counts = st.integers(0, 60)
tallies = st.builds(Tally, counts, counts, counts, counts)
rooms = st.builds(Room, *[st.none() | st.integers(0, 80)] * 5)
fractions = st.builds(
    lambda a, b: Fraction(min(a, b), max(a, b)), st.integers(1, 9), st.integers(1, 9)
)
simple = st.builds(
    lambda fraction, strict, base, least: Requirement(
        fraction, strict and fraction < 1, base, least
    ),
    fractions,
    st.booleans(),
    st.sampled_from(Base),
    st.none() | st.integers(1, 9),
)
rules = st.recursive(
    simple,
    lambda parts: st.builds(
        lambda kind, of: kind(tuple(of)),
        st.sampled_from([AnyOf, AllOf]),
        st.lists(parts, min_size=1, max_size=3),
    ),
    max_leaves=5,
)
ties = st.sampled_from(["lost", "chair_casting", "chair_sustained"])


@given(rules, tallies, rooms, ties)
def test_one_more_yes_never_loses(rule, tally, room, tie):
    before = judge(rule, tally, room, method=HANDS, tie=tie).outcome
    after = judge(rule, tally.plus(Choice.YES), room, method=HANDS, tie=tie).outcome
    assert not (before == "carried" and after == "lost")


@given(rules, tallies, rooms, ties)
def test_one_more_no_never_carries(rule, tally, room, tie):
    before = judge(rule, tally, room, method=HANDS, tie=tie).outcome
    after = judge(rule, tally.plus(Choice.NO), room, method=HANDS, tie=tie).outcome
    assert not (before == "lost" and after == "carried")


@given(st.lists(st.sampled_from(["yes", "no", "abstain"]), max_size=30), st.randoms(), rooms)
def test_the_order_of_ballots_does_not_matter(ballots, random, room):
    def outcome(order):
        tally = Tally(0, 0)
        for one in order:
            tally = tally.plus(Choice(one))
        return judge(MAJORITY, tally, room, method=HANDS)

    shuffled = random.sample(ballots, len(ballots))
    assert outcome(ballots) == outcome(shuffled)


@given(simple, st.integers(0, 200))
def test_needs_is_the_least_that_carries(rule, base):
    def carries(yes):
        part = rule.fraction * base
        reached = yes > part if rule.strict else yes >= part
        return yes >= 1 and reached and yes >= (rule.minimum_yes or 0)

    needs = least_yes(rule, base)
    assert type(needs) is int
    assert needs == next(yes for yes in range(base + 20) if carries(yes))


@given(simple, tallies, rooms)
def test_the_verdict_agrees_with_its_own_numbers(rule, tally, room):
    verdict = judge(rule, tally, room, method=HANDS)
    assert verdict.base == base_number(rule.base, tally, room)
    if verdict.needs is None:
        assert verdict.outcome == "cannot_be_determined"
    else:
        assert (verdict.outcome == "carried") == (verdict.has >= verdict.needs)


@given(simple, st.builds(Tally, *[st.integers(0, 8)] * 2), rooms, st.integers(0, 6))
def test_settled_means_that_nothing_left_can_change_it(rule, tally, room, left):
    now = running(rule, tally, room, left)
    possible = {
        judge(
            rule, Tally(tally.yes + yes, tally.no + no, left - yes - no), room, method=HANDS
        ).outcome
        for yes in range(left + 1)
        for no in range(left + 1 - yes)
    }
    if now.settled:
        assert possible == {now.outcome}


@given(rules)
def test_any_requirement_goes_to_data_and_back(rule):
    assert requirement_from_data(requirement_to_data(rule)) == rule


def test_acclamation_carries_without_numbers_as_no_objection_does() -> None:
    judged = judge(MAJORITY, Tally(0, 0), Room(), method=Method.ACCLAMATION)
    assert (judged.outcome, judged.base, judged.needs) == ("carried", None, None)
    assert say(judged.told, "en") == "Carried by acclamation, without a count."
    assert say(judged.told, "th") != say(judged.told, "en")
