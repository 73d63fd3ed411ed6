"""What the packs make of votes and quorums: the vectors of the sources, by their rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from council.catalogue import say
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Choice, Method, MotionKind
from council.domain.votes.quorum import QuorumBase, judge_quorum
from council.domain.votes.tallies import Room, Tally
from council.domain.votes.voting import chair_can_decide, judge
from tests.helpers.packs import counting, outcome, pack

YES, NO = Choice.YES, Choice.NO

NORTH_CAROLINA = """
[pack]
uid = "us-nc-town"
version = "1"
authority = "statute"
name = { en = "A town of North Carolina", th = "เมืองในนอร์ทแคโรไลนา" }
source = "Code of ordinances of Liberty, North Carolina"

[requirement.majority]
value = { fraction = "1/2", strict = true, base = "votes_cast" }
source = "Code of ordinances of Liberty, North Carolina"
verified = true

[tie.motion]
value = "lost"
source = "Code of ordinances of Liberty, North Carolina"
verified = true

[vote.silence]
value = "as_yes"
source = "Code of ordinances of Liberty, North Carolina: who is present, not excused and silent"
verified = true
"""


@pytest.fixture
def silent_town(tmp_path):
    """A town where silence counts as yes: sayable in a pack's data alone."""
    path = tmp_path / "us-nc-town.toml"
    path.write_text(NORTH_CAROLINA, encoding="utf-8")
    return load_pack(path)


# --- majorities -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tally", "made"), [((10, 9, 7), "carried"), ((5, 5, 0), "lost"), ((1, 0, 20), "carried")]
)
def test_robert_counts_votes_cast_and_leaves_abstentions_out(tally, made):
    """RONR §44."""
    present = max(sum(tally), 26)
    assert outcome(pack("ronr"), "majority", tally, present_entitled=present) == made


@pytest.mark.parametrize(
    ("tally", "made"), [((10, 9, 7), "lost"), ((14, 12, 0), "carried"), ((13, 13, 0), "lost")]
)
def test_new_york_city_counts_everyone_present_and_entitled(tally, made):
    """Queens Community Board 11: an abstention has the effect of a no; 26 are present."""
    assert outcome(pack("us-nyc-cb"), "majority", tally, present_entitled=26) == made


def test_26_present_10_yes_9_no_7_abstain_lost_in_new_york_city_carried_under_robert():
    room, tally = Room(present=26, present_entitled=26), Tally(10, 9, 7)
    for name, made in (("us-nyc-cb", "lost"), ("ronr", "carried")):
        rules = pack(name)
        verdict = judge(
            rules.requirement("majority"), tally, room, method=Method.ROLL_CALL,
            tie=rules.tie, counting=counting(rules),
            source=rules.get("requirement.majority").source,
        )  # fmt: skip
        assert verdict.outcome == made
        assert verdict.source
        assert verdict.needs == {"us-nyc-cb": 14, "ronr": 10}[name]
        for language in ("en", "th"):
            assert say(verdict.message, language)


def test_new_york_city_without_the_number_present_cannot_be_determined():
    assert outcome(pack("us-nyc-cb"), "majority", (10, 9, 7)) == "cannot_be_determined"


def test_an_abstention_weighs_on_two_thirds_of_votes_cast_in_new_york_city():
    """vote.abstain in_base: 10 of 10 + 2 + 4 is not two thirds, 10 of 12 is."""
    rules, tally, room = pack("us-nyc-cb"), Tally(10, 2, 4), Room(members_in_office=40)
    requirement = rules.requirement("rescind")
    told = [
        judge(requirement, tally, room, method=Method.ROLL_CALL, counting=counting(one)).outcome
        for one in (rules, pack("ronr"))
    ]
    assert told == ["lost", "carried"]


@pytest.mark.parametrize(
    ("tally", "present", "made"),
    [((4, 4), 9, "carried"), ((4, 4), 8, "lost"), ((4, 5), 9, "lost"), ((0, 0), 9, "lost")],
)
def test_silence_counts_as_yes_in_some_towns_of_north_carolina(silent_town, tally, present, made):
    """Code of ordinances of Liberty, North Carolina: yes and unexcused silent more than no."""
    assert outcome(silent_town, "majority", tally, present_entitled=present) == made


def test_silence_is_nothing_under_robert():
    assert outcome(pack("ronr"), "majority", (4, 4), present_entitled=9) == "lost"


@pytest.mark.parametrize(
    ("name", "tally", "room", "made"),
    [
        ("two_thirds", (10, 5), {}, "carried"),
        ("two_thirds", (10, 6), {}, "lost"),
        ("majority_of_membership", (7, 0), {"members_in_office": 12}, "carried"),
        ("majority_of_membership", (6, 0), {"members_in_office": 12}, "lost"),
        ("majority_of_seats", (8, 0), {"seats": 15, "members_in_office": 12}, "carried"),
        ("majority_of_seats", (7, 0), {"seats": 15, "members_in_office": 12}, "lost"),
    ],
)
@pytest.mark.parametrize("name_of_pack", ["ronr", "us-ca-brown", "uk-parish", "th-custom"])
def test_thresholds_are_the_same_everywhere(name_of_pack, name, tally, room, made):
    """RONR §44; Thai and English packs define the same names."""
    assert outcome(pack(name_of_pack), name, tally, **room) == made


@pytest.mark.parametrize(("yes", "made"), [(10, "carried"), (9, "lost")])
def test_a_late_item_in_california_needs_two_thirds_of_the_15_present(yes, made):
    """Gov. Code §54954.2(b)(2)."""
    rules = pack("us-ca-brown")
    assert outcome(rules, "two_thirds_of_present", (yes, 15 - yes), present=15) == made


@pytest.mark.parametrize(("yes", "made"), [(13, "carried"), (12, "lost")])
def test_with_13_of_21_present_in_california_it_must_be_all_of_them(yes, made):
    """Gov. Code §54954.2(b)(2): fewer than two thirds of the members are there."""
    rules = pack("us-ca-brown")
    assert outcome(rules, "unanimous_of_present", (yes, 13 - yes), present=13) == made


# --- ties and the chair ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "casting", "made"),
    [
        ("ronr", None, "lost"),
        ("us-ca-brown", None, "lost"),
        ("uk-parish", None, "lost"),
        ("uk-parish", YES, "carried"),
        ("uk-parish", NO, "lost"),
        ("th-custom", YES, "carried"),
        ("th-coc", YES, "carried"),
        ("th-lao", YES, "carried"),
        ("th-lao", NO, "lost"),
    ],
)
def test_a_tie_is_lost_unless_the_chair_has_a_casting_vote(name, casting, made):
    """RONR §44; Local Government Act 1972 Sch. 12 para. 39(2); Thai practice."""
    assert outcome(pack(name), "majority", (5, 5), casting=casting) == made


def test_the_chair_of_new_york_city_cannot_break_a_tie():
    assert (
        outcome(pack("us-nyc-cb"), "majority", (5, 5), casting=YES, present_entitled=10) == "lost"
    )


def test_a_tie_on_an_appeal_lets_the_ruling_stand():
    """RONR §24: 4 to 4 sustains the chair."""
    tie = pack("ronr").tie_for(MotionKind.APPEAL)
    assert outcome(pack("ronr"), "majority", (4, 4), tie=tie) == "carried"
    assert outcome(pack("ronr"), "majority", (4, 5), tie=tie) == "lost"


@pytest.mark.parametrize(("tally", "vote"), [((10, 10), YES), ((11, 10), NO)])
def test_roberts_chair_votes_when_it_decides(tally, vote):
    """RONR §44: 10/10 may vote yes, 11/10 may vote no."""
    requirement = pack("ronr").requirement("majority")
    assert vote in chair_can_decide(requirement, Tally(*tally), Room())


# --- quorum ---------------------------------------------------------------------------------------


def needed(rules, *, office=None, seats=None, entitled=None):
    return judge_quorum(
        rules.quorum, 0, members_in_office=office, seats=seats, entitled_on_item=entitled
    ).needed


@pytest.mark.parametrize(("office", "least"), [(15, 8), (14, 8)])
@pytest.mark.parametrize("name", ["ronr", "ronr-small-board", "us-ca-brown", "us-ny-oml"])
def test_roberts_quorum_is_a_majority_of_the_members(name, office, least):
    """RONR §40."""
    assert needed(pack(name), office=office, seats=20) == least


@pytest.mark.parametrize(("office", "least"), [(50, 26), (49, 25), (41, 21), (40, 21)])
def test_new_york_citys_quorum_is_a_majority_of_the_appointed_members(office, least):
    """Queens Community Board 11."""
    assert needed(pack("us-nyc-cb"), office=office, seats=50) == least


@pytest.mark.parametrize(
    ("seats", "least"), [(5, 3), (7, 3), (9, 3), (12, 4), (13, 5), (15, 5), (16, 6)]
)
def test_a_parishs_quorum_is_a_third_of_the_seats_never_below_three(seats, least):
    """Local Government Act 1972 Sch. 12 para. 12."""
    assert needed(pack("uk-parish"), office=seats, seats=seats) == least


@pytest.mark.parametrize(
    ("base", "least"), [(QuorumBase.SEATS, 5), (QuorumBase.MEMBERS_IN_OFFICE, 3)]
)
def test_13_seats_of_which_6_are_filled_need_5_in_a_parish_as_seats_are_read(base, least):
    """Lincolnshire Association of Local Councils reads seats; the base is a parameter."""
    rule = pack("uk-parish").quorum
    assert rule.base is QuorumBase.SEATS
    read = replace(rule, base=base)
    assert judge_quorum(read, 0, members_in_office=6, seats=13).needed == least


@pytest.mark.parametrize("name", ["th-custom", "th-coc", "th-muni", "th-lao", "th-emeet"])
def test_half_of_the_members_in_office_are_a_thai_quorum(name):
    """At least 7.5 of 15 are 8; to be confirmed."""
    assert needed(pack(name), office=15) == 8
    assert needed(pack(name), office=14) == 7
    assert pack(name).get("quorum").verified is False


def test_a_neighborhood_council_puts_the_number_of_its_bylaws():
    """Los Angeles bylaws, Article V Section 2."""
    assert pack("us-ca-la-nc").get("quorum").verified is False
    own = {"quorum": {"value": {"kind": "fixed", "fixed": 9}, "article": "V.2"}}
    rules = resolve([pack("us-ca-la-nc")], own)
    assert needed(rules, office=15, seats=15) == 9
    assert rules.get("quorum").article == "V.2"


def test_without_a_quorum_roberts_lawful_motions_are_few():
    """RONR §40: fix the time to adjourn to, adjourn, recess, and what obtains a quorum."""
    allowed = pack("ronr").value_of("without_quorum")
    assert {"fix_time", "adjourn", "recess"} <= set(allowed)
    assert MotionKind.MAIN not in allowed
