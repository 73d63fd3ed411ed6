"""Abstaining and silence: ignored, in the base, as a yes; and what is not known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from council.domain.vocabulary import Choice, Method
from council.domain.votes.tallies import counted, silent, with_abstentions
from council.domain.votes.voting import (
    AllOf,
    AnyOf,
    Base,
    Counting,
    Requirement,
    Room,
    Tally,
    judge,
    running,
)

HALF = Fraction(1, 2)
MAJORITY = Requirement(HALF, True, Base.VOTES_CAST)
WITH_ABSTAINING = Requirement(HALF, True, Base.VOTES_CAST_AND_ABSTENTIONS)
OF_MEMBERS = Requirement(HALF, True, Base.MEMBERS_IN_OFFICE, minimum_yes=3)
HANDS = Method.SHOW_OF_HANDS
UNKNOWN = "cannot_be_determined"


def verdict(counting, counts, rule=MAJORITY, room=None, **more):
    return judge(rule, Tally(*counts), room or Room(), method=HANDS, counting=counting, **more)


def test_the_words_are_a_closed_list():
    assert Counting() == Counting("ignored", "ignored")
    with pytest.raises(ValueError, match="forbidden"):
        Counting("forbidden")
    with pytest.raises(ValueError, match="in_base"):
        Counting(silence="in_base")


@pytest.mark.parametrize(
    ("counting", "counts", "outcome", "numbers"),
    [
        pytest.param(Counting("ignored"), (5, 4, 3), "carried", (9, 5, 5), id="ignored"),
        pytest.param(Counting("in_base"), (5, 4, 3), "lost", (12, 7, 5), id="in the base"),
        pytest.param(Counting("in_base"), (7, 4, 1), "carried", (12, 7, 7), id="in it, enough"),
        pytest.param(Counting("in_base"), (6, 5, 1), "lost", (12, 7, 6), id="in it, one short"),
        pytest.param(Counting("as_yes"), (3, 5, 3), "carried", (11, 6, 6), id="as yes"),
        pytest.param(Counting("as_yes"), (3, 5, 2), "lost", (10, 6, 5), id="as yes, a tie"),
        pytest.param(Counting("as_yes"), (0, 2, 5), "lost", (7, 4, 5), id="not one real yes"),
        pytest.param(Counting("as_yes"), (1, 2, 4), "carried", (7, 4, 5), id="one real yes"),
    ],
)
def test_abstaining(counting, counts, outcome, numbers):
    judged = verdict(counting, counts)
    assert judged.outcome == outcome
    assert (judged.base, judged.needs, judged.has) == numbers


@pytest.mark.parametrize(
    ("counts", "room", "quiet"),
    [
        pytest.param((4, 4, 0, 0), None, None, id="nobody counted"),
        pytest.param((4, 4, 0, 1), None, 1, id="written down"),
        pytest.param((4, 4, 1, 0), 9, 0, id="everybody answered"),
        pytest.param((4, 4, 0, 0), 9, 1, id="one gave nothing"),
        pytest.param((4, 4, 0, 1), 9, 1, id="the same one"),
        pytest.param((4, 3, 0, 1), 9, 2, id="one more than written down"),
        pytest.param((6, 6, 0, 0), 9, 0, id="more votes than people"),
        pytest.param((6, 6, 0, 2), 9, 2, id="more votes than people, and two silent"),
    ],
)
def test_who_is_silent(counts, room, quiet):
    assert silent(Tally(*counts), Room(present=99, present_entitled=room)) == quiet


AS_YES = Counting(silence="as_yes")


@pytest.mark.parametrize(
    ("counting", "counts", "present", "outcome"),
    [
        pytest.param(Counting(), (4, 4), 9, "lost", id="ignored"),
        pytest.param(Counting(silence="disallowed"), (4, 4), 9, "lost", id="disallowed, not added"),
        pytest.param(AS_YES, (4, 4), 9, "carried", id="one silent"),
        pytest.param(AS_YES, (4, 4, 1), 9, "lost", id="who abstains is not silent"),
        pytest.param(AS_YES, (3, 5), 9, "lost", id="one silent is not enough"),
        pytest.param(AS_YES, (3, 4), 9, "carried", id="two silent"),
        pytest.param(AS_YES, (0, 3), 9, "lost", id="six silent, not one real yes"),
        pytest.param(AS_YES, (1, 3), 9, "carried", id="five silent and a yes"),
        pytest.param(AS_YES, (5, 4), None, "carried", id="carried whoever else is silent"),
        pytest.param(AS_YES, (4, 4), None, UNKNOWN, id="the silent could decide"),
        pytest.param(AS_YES, (4, 4, 0, 1), None, "carried", id="the silent are written down"),
        pytest.param(AS_YES, (0, 4), None, "lost", id="without a yes no silence helps"),
        pytest.param(Counting("as_yes", "as_yes"), (1, 4, 2), 8, "lost", id="both, a tie"),
        pytest.param(Counting("as_yes", "as_yes"), (1, 4, 2), 9, "carried", id="both, enough"),
        pytest.param(Counting("in_base", "as_yes"), (4, 3, 2), 10, "lost", id="half of ten"),
        pytest.param(Counting("in_base", "as_yes"), (4, 3, 2), 11, "carried", id="six of eleven"),
    ],
)
def test_silence(counting, counts, present, outcome):
    assert verdict(counting, counts, room=Room(present_entitled=present)).outcome == outcome


def test_numbers_that_miss_the_silent_are_not_shown():
    judged = verdict(AS_YES, (4, 4))
    assert (judged.base, judged.needs, judged.has) == (None, None, 4)
    judged = verdict(AS_YES, (5, 5), room=Room(present_entitled=11), tie="chair_casting")
    assert (judged.tied, judged.base, judged.needs, judged.has) == (False, 11, 6, 6)


def test_a_verdict_that_hangs_on_the_silent_keeps_its_source_and_its_tie():
    found = verdict(Counting(silence="as_yes"), (2, 2), source="Bylaws V.3")
    assert (found.outcome, found.tied, found.source) == (UNKNOWN, True, "Bylaws V.3")
    assert verdict(Counting(silence="as_yes"), (1, 2)).tied is False


def test_a_tie_is_one_of_what_counts():
    judged = verdict(AS_YES, (4, 5, 0, 1), tie="chair_casting", casting=Choice.YES)
    assert (judged.tied, judged.outcome, judged.has) == (True, "carried", 6)
    judged = verdict(AS_YES, (4, 4, 0, 1), tie="chair_casting", casting=Choice.NO)
    assert (judged.tied, judged.outcome) == (False, "carried")


@pytest.mark.parametrize(
    ("counting", "counts", "present", "outcome"),
    [
        pytest.param(Counting("as_yes"), (4, 5, 1), None, "carried", id="abstaining for it"),
        pytest.param(Counting("in_base"), (4, 5, 1), None, "carried", id="abstaining in the base"),
        pytest.param(Counting("ignored"), (4, 5, 1), None, "lost", id="abstaining ignored"),
        pytest.param(AS_YES, (4, 5), 10, "carried", id="silence for the ruling"),
        pytest.param(AS_YES, (4, 5), 9, "lost", id="nobody silent"),
        pytest.param(AS_YES, (4, 5), None, UNKNOWN, id="silence could save the ruling"),
        pytest.param(AS_YES, (0, 5), None, UNKNOWN, id="even where nobody said yes"),
        pytest.param(AS_YES, (5, 5), None, "carried", id="the ruling stands anyhow"),
    ],
)
def test_an_appeal(counting, counts, present, outcome):
    room = Room(present_entitled=present)
    judged = verdict(counting, counts, room=room, tie="chair_sustained")
    assert judged.outcome == outcome


def test_abstentions_join_every_base_of_votes_cast():
    rule = AnyOf((MAJORITY, AllOf((OF_MEMBERS, MAJORITY))))
    joined = AnyOf((WITH_ABSTAINING, AllOf((OF_MEMBERS, WITH_ABSTAINING))))
    assert with_abstentions(rule) == joined
    assert with_abstentions(WITH_ABSTAINING) == WITH_ABSTAINING
    least = Requirement(HALF, False, Base.VOTES_CAST, 5)
    assert with_abstentions(least) == Requirement(HALF, False, WITH_ABSTAINING.base, 5)


def test_what_counts_is_told_apart():
    tally = Tally(3, 2, 4, 1)
    assert counted(Counting("as_yes", "as_yes"), MAJORITY, tally, Room()) == (
        MAJORITY, Tally(8, 2, 0, 1), True,
    )  # fmt: skip
    assert counted(Counting("in_base"), MAJORITY, tally, Room()) == (WITH_ABSTAINING, tally, True)
    assert counted(AS_YES, MAJORITY, Tally(3, 2), Room()) == (MAJORITY, Tally(3, 2), False)


def test_an_unfinished_vote_counts_as_the_rules_do():
    room = Room(present_entitled=10)
    assert running(MAJORITY, Tally(5, 4), room, 1).settled is False
    assert running(MAJORITY, Tally(5, 3), room, 1, counting=AS_YES).settled is True
    in_base = running(MAJORITY, Tally(5, 0, 4), Room(), 1, counting=Counting("in_base"))
    assert (in_base.settled, in_base.more_yes) == (False, 1)
    assert running(MAJORITY, Tally(5, 0, 4), Room(), 1).settled is True


def test_turned_round_only_yes_and_no_change_places():
    assert Tally(1, 2, 3, 4).turned() == Tally(2, 1, 3, 4)
    assert Tally(1, 2, 3, 4).given == 6
