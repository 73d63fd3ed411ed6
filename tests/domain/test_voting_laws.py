"""Laws that hold for every rule, every way of counting and all numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from council.domain.vocabulary import Choice, Method
from council.domain.votes.tallies import counted, weigh
from council.domain.votes.vote_checks import CheckedBallot, CheckedVote
from council.domain.votes.voting import (
    AllOf,
    AnyOf,
    Base,
    Counting,
    Requirement,
    Room,
    Tally,
    Tie,
    judge,
    running,
)

HANDS = Method.SHOW_OF_HANDS
UNKNOWN = "cannot_be_determined"
counts = st.integers(0, 40)
tallies = st.builds(Tally, counts, counts, counts, counts)
rooms = st.builds(Room, *[st.none() | st.integers(0, 120)] * 5)
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
    max_leaves=4,
)
countings = st.builds(
    Counting,
    st.sampled_from(["ignored", "in_base", "as_yes"]),
    st.sampled_from(["ignored", "as_yes", "disallowed"]),
)
ties = st.sampled_from(Tie)
castings = st.none() | st.sampled_from([Choice.YES, Choice.NO])


def outcome(rule, tally, room, tie, casting, counting):
    verdict = judge(rule, tally, room, method=HANDS, tie=tie, casting=casting, counting=counting)
    return verdict.outcome


@given(
    rules,
    st.lists(
        st.tuples(
            st.sampled_from(["yes", "no", "abstain", "not_voting", "recused", "absent"]),
            st.integers(1, 5),
        ),
        max_size=20,
    ),
    st.randoms(use_true_random=False),
    rooms,
    ties,
    countings,
)
def test_the_order_of_ballots_changes_nothing(rule, given_, random, room, tie, counting):
    ballots = [CheckedBallot(f"p{n}", choice, weight) for n, (choice, weight) in enumerate(given_)]

    def verdict(listed):
        return CheckedVote(
            "v", HANDS.value, rule=rule, ballots=tuple(listed), room=room, tie=tie,
            counting=counting, ineligible=frozenset({"p1"}),
        ).verdict()  # fmt: skip

    assert verdict(random.sample(ballots, len(ballots))) == verdict(ballots)


# A yes more makes the base of votes cast (with or without abstentions) one larger too. It still
# never loses: for y of b with y <= b the share (y + 1)/(b + 1) is at least y/b, so a share that was
# reached stays reached, strictly too. Bases of the room do not grow; there a yes only adds.


@given(rules, tallies, rooms, ties, castings, countings)
def test_a_yes_instead_of_nothing_never_loses_what_was_carried(
    rule, tally, room, tie, casting, counting
):
    before = outcome(rule, tally, room, tie, casting, counting)
    after = outcome(rule, tally.plus(Choice.YES), room, tie, casting, counting)
    assert not (before == "carried" and after != "carried")


@given(rules, tallies, rooms, ties, castings, countings)
def test_a_yes_instead_of_a_no_never_loses_what_was_carried(
    rule, tally, room, tie, casting, counting
):
    assume(tally.no > 0)
    before = outcome(rule, tally, room, tie, casting, counting)
    turned = replace(tally, yes=tally.yes + 1, no=tally.no - 1)
    after = outcome(rule, turned, room, tie, casting, counting)
    assert not (before == "carried" and after != "carried")


@given(rules, tallies, rooms, ties, castings, countings)
def test_a_yes_instead_of_abstaining_or_silence_never_loses_what_was_carried(
    rule, tally, room, tie, casting, counting
):
    before = outcome(rule, tally, room, tie, casting, counting)
    for name in ("abstain", "not_voting"):
        if getattr(tally, name):
            fewer = replace(tally, yes=tally.yes + 1, **{name: getattr(tally, name) - 1})
            after = outcome(rule, fewer, room, tie, casting, counting)
            assert not (before == "carried" and after != "carried")


@given(rules, tallies, rooms, countings)
def test_a_no_more_never_carries_what_was_lost(rule, tally, room, counting):
    before = outcome(rule, tally, room, "lost", None, counting)
    after = outcome(rule, tally.plus(Choice.NO), room, "lost", None, counting)
    assert not (before == "lost" and after == "carried")


@given(rules, counts, counts, counts, rooms, st.sampled_from(["lost", "chair_casting"]), castings,
       countings)  # fmt: skip
def test_without_a_yes_nothing_is_carried(rule, no, abstain, quiet, room, tie, casting, counting):
    assert outcome(rule, Tally(0, no, abstain, quiet), room, tie, casting, counting) != "carried"


@given(simple, tallies, rooms, countings)
def test_the_outcome_is_that_of_exact_fractions(rule, tally, room, counting):
    """Recount with Fraction, slowly, for one requirement without a tie rule."""
    verdict = judge(rule, tally, room, method=HANDS, counting=counting)
    quiet = tally.not_voting
    if room.present_entitled is not None:
        quiet = max(quiet, room.present_entitled - tally.yes - tally.no - tally.abstain)
    yes = tally.yes + (quiet if counting.silence == "as_yes" else 0)
    abstain = tally.abstain
    if counting.abstain == "as_yes":
        yes, abstain = yes + abstain, 0
    base = {
        Base.VOTES_CAST: yes + tally.no + (abstain if counting.abstain == "in_base" else 0),
        Base.VOTES_CAST_AND_ABSTENTIONS: yes + tally.no + abstain,
    }.get(rule.base, getattr(room, rule.base.value, None))
    if base is None:
        assert verdict.outcome == UNKNOWN
        return
    share = rule.fraction * base
    reached = yes > share if rule.strict else yes >= share
    carried = tally.yes > 0 and reached and yes >= (rule.minimum_yes or 1)
    unsure = counting.silence == "as_yes" and room.present_entitled is None and not quiet
    if unsure and tally.yes > 0 and not carried:
        assert verdict.outcome == UNKNOWN
        return
    assert verdict.outcome == ("carried" if carried else "lost")
    assert (verdict.base, verdict.has) == (base, yes)
    assert verdict.needs == next(
        least
        for least in range(1, base + 20)
        if (least > share if rule.strict else least >= share) and least >= (rule.minimum_yes or 1)
    )


@given(rules, tallies, rooms, countings)
def test_weighing_agrees_with_its_own_numbers(rule, tally, room, counting):
    requirement, votes, _sure = counted(counting, rule, tally, room)
    weighed = weigh(requirement, votes, room)
    assert (weighed.needs is None) == (weighed.base is None)
    if weighed.needs is not None:
        assert weighed.outcome == ("carried" if votes.yes >= weighed.needs else "lost")


small = st.integers(0, 8)


@given(simple, st.builds(Tally, small, small), rooms, st.integers(0, 6), ties, countings)
def test_settled_means_that_nothing_left_can_change_it(rule, tally, room, left, tie, counting):
    now = running(rule, tally, room, left, tie=tie, counting=counting)
    possible = {
        outcome(rule, Tally(tally.yes + yes, tally.no + left - yes), room, tie, None, counting)
        for yes in range(left + 1)
    }
    if now.settled:
        assert possible == {now.outcome}
        assert now.more_yes == (0 if now.outcome == "carried" else None)
    elif now.more_yes is not None:
        for yes in range(left + 1):
            end = Tally(tally.yes + yes, tally.no + left - yes)
            carried = outcome(rule, end, room, tie, None, counting) == "carried"
            assert carried == (yes >= now.more_yes)
