"""Who is in the room: open ends, the moment of leaving, and those present without a span."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.votes.presence import Span, backwards, counts_over_time, is_here, was_there

START = datetime(2026, 11, 19, 18, 30, tzinfo=UTC)


def at(minute):
    return None if minute is None else START + timedelta(minutes=minute)


def span(start, end):
    return Span(at(start), at(end))


@pytest.mark.parametrize(
    ("stay", "minute", "holds", "touches"),
    [
        (span(10, 20), 9, False, False),
        (span(10, 20), 10, True, True),
        (span(10, 20), 19, True, True),
        (span(10, 20), 20, False, True),
        (span(10, 20), 21, False, False),
        (span(None, 20), 0, True, True),
        (span(None, 20), 20, False, True),
        (span(10, None), 9, False, False),
        (span(10, None), 999, True, True),
        (Span(), 0, True, True),
        (span(10, 10), 10, False, True),
    ],
)
def test_the_moment_of_leaving_lies_outside_but_touches(stay, minute, holds, touches):
    assert stay.holds(at(minute)) is holds
    assert stay.touches(at(minute)) is touches
    assert is_here("present", [stay], at(minute)) is holds
    assert was_there("present", [stay], at(minute)) is touches


@pytest.mark.parametrize(
    ("status", "spans", "minute", "here"),
    [
        ("present", [], None, True),
        ("present", [], 5, True),
        ("present", [span(0, 10)], None, False),
        ("present", [span(0, 10), span(20, None)], None, True),
        ("present", [span(0, 10), span(20, None)], 15, False),
        ("present", [span(0, 10), span(20, None)], 25, True),
        ("excused", [], None, False),
        ("absent", [span(0, None)], 5, False),
    ],
)
def test_who_is_here(status, spans, minute, here):
    assert is_here(status, spans, at(minute)) is here


@pytest.mark.parametrize(
    ("status", "spans", "minute", "there"),
    [
        ("present", [], 5, True),
        ("present", [span(0, 10)], None, True),
        ("present", [span(0, 10), span(20, 30)], 15, False),
        ("present", [span(0, 10), span(20, 30)], 30, True),
        ("absent", [], None, False),
    ],
)
def test_who_can_have_acted(status, spans, minute, there):
    assert was_there(status, spans, at(minute)) is there


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        ([], False),
        ([span(0, 10)], False),
        ([span(10, 10)], False),
        ([span(10, 9)], True),
        ([span(0, 5), span(10, 9)], True),
        ([span(None, 9)], False),
        ([span(10, None)], False),
        ([Span()], False),
    ],
)
def test_a_stay_that_ends_before_it_starts(spans, wrong):
    assert backwards(spans) is wrong


MINUTES = st.none() | st.integers(0, 12)


@given(st.lists(st.lists(st.builds(span, MINUTES, MINUTES), max_size=3), max_size=5))
def test_the_count_at_each_change_is_the_number_of_people_here(stays):
    people = [spans for spans in stays if spans and not backwards(spans)]
    for moment, there in counts_over_time(people):
        seen = START - timedelta(days=1) if moment is None else moment
        assert there == sum(is_here("present", spans, seen) for spans in people)
