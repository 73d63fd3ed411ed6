"""Quorum won and lost in the course of a meeting (RONR §40: it must be there at every vote)."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.votes.presence import Span, counts_over_time
from council.domain.votes.quorum import QuorumBase, QuorumRule, judge_quorum, quorum_changes

MAJORITY = QuorumRule()
START = datetime(2026, 11, 19, 18, 30, tzinfo=UTC)


def at(minute):
    return None if minute is None else START + timedelta(minutes=minute)


def span(start, end, mode="in_person"):
    return Span(at(start), at(end), mode)


def changes(stays, members=5, rule=MAJORITY, **more):
    found = quorum_changes(rule, stays, members_in_office=members, seats=members, **more)
    return [
        (None if one.at is None else (one.at - START).seconds // 60, one.met, one.present)
        for one in found
    ]


def test_won_lost_and_won_again():
    stays = [
        [span(0, None)],
        [span(0, 30)],
        [span(5, 20), span(25, None)],
        [span(40, None)],
    ]
    assert changes(stays) == [
        (0, False, 2), (5, True, 3), (20, False, 2), (25, True, 3), (30, False, 2), (40, True, 3),
    ]  # fmt: skip


def test_who_comes_as_another_goes_leaves_it_as_it_was():
    assert changes([[span(0, None)], [span(0, None)], [span(0, 10)], [span(10, None)]]) == [
        (0, True, 3)
    ]


def test_who_was_there_from_the_beginning_has_no_moment():
    assert changes([[Span()], [Span()], [span(None, 15)]]) == [(None, True, 3), (15, False, 2)]


def test_nobody_came():
    assert changes([[], []]) == []


def test_only_the_room_counts_where_the_rule_says_so():
    stays = [
        [span(0, None)],
        [span(0, None, "remote")],
        [span(0, 10, "remote"), span(10, None)],
        [span(20, None)],
    ]
    assert changes(stays) == [(0, True, 3)]
    assert changes(stays, presence="in_person") == [(0, False, 1), (20, True, 3)]


def test_the_base_and_a_rule_not_known():
    stays = [[span(0, None)], [span(0, None)]]
    assert changes(stays, rule=None) == [(0, None, 2)]
    assert changes(stays, members=3) == [(0, True, 2)]
    item = QuorumRule(base=QuorumBase.ENTITLED_ON_ITEM)
    assert changes(stays, rule=item, entitled_on_item=3) == [(0, True, 2)]
    assert changes(stays, rule=item, entitled_on_item=4) == [(0, False, 2)]
    seats = quorum_changes(QuorumRule(base=QuorumBase.SEATS), stays, members_in_office=3, seats=4)
    assert [one.met for one in seats] == [False]


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        pytest.param([(0, 10), (10, 20)], [(0, 1), (20, 0)], id="stays that touch"),
        pytest.param([(0, 10), (11, 20)], [(0, 1), (10, 0), (11, 1), (20, 0)], id="a gap"),
        pytest.param([(5, 20), (0, 10)], [(0, 1), (20, 0)], id="overlapping, out of order"),
        pytest.param([(0, 20), (5, 10)], [(0, 1), (20, 0)], id="one within the other"),
        pytest.param([(0, None), (5, 10)], [(0, 1)], id="within one that has no end"),
        pytest.param([(0, 10), (5, None)], [(0, 1)], id="the later one has no end"),
        pytest.param([(None, 10), (None, 5)], [(None, 1), (10, 0)], id="two from the beginning"),
        pytest.param([(None, 10), (20, None)], [(None, 1), (10, 0), (20, 1)], id="came back"),
        pytest.param([(10, 10)], [], id="an empty stay is none"),
        pytest.param([(10, 5)], [], id="one that runs backwards is none"),
        pytest.param([(None, None)], [(None, 1)], id="all the time"),
    ],
)
def test_one_person_counts_once(spans, wanted):
    counted = counts_over_time([[span(*one) for one in spans]])
    assert counted == [(at(minute), count) for minute, count in wanted]


minutes = st.integers(0, 12)
stay = st.builds(
    lambda start, length, mode: span(start, None if length is None else start + length, mode),
    minutes,
    st.none() | st.integers(0, 6),
    st.sampled_from(["in_person", "remote"]),
)


@given(
    st.lists(st.lists(stay, max_size=3), max_size=6), st.integers(1, 8),
    st.sampled_from(["any", "in_person"]),
)  # fmt: skip
def test_at_every_moment_it_is_what_a_count_of_heads_says(people, members, presence):
    found = quorum_changes(
        MAJORITY, people, members_in_office=members, seats=None, presence=presence
    )
    for earlier, later in itertools.pairwise(found):
        assert earlier.met is not later.met
    for minute in range(20):
        heads = sum(
            any(
                one.holds(at(minute)) and (presence == "any" or one.mode == "in_person")
                for one in spans
            )
            for spans in people
        )
        so_far = [one for one in found if one.at <= at(minute)]
        if so_far:
            counted = judge_quorum(MAJORITY, heads, members_in_office=members, seats=None)
            assert so_far[-1].met is counted.met
        else:
            assert heads == 0
