"""Own values as the file keeps them, the days they hold, and the days on which rules turn."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.messages import InputRefused
from council.domain.rules.bylaws import Bylaw, in_force, read_bylaws
from council.domain.rules.layers import resolve, turning_days
from council.domain.rules.pack import RulePack
from council.domain.rules.reader import load_pack
from council.domain.rules.spans import meet, overlap, without
from council.domain.rules.values import Value, read
from council.domain.text import Text
from council.paths import resources

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)
DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(12)]
SPANS = st.tuples(st.none() | st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)).filter(
    lambda span: None in span or span[0] <= span[1]
)


def covered(span):
    return {day for day in DAYS if (span[0] or day) <= day <= (span[1] or day)}


# --- spans ---------------------------------------------------------------------------------------


@given(SPANS, SPANS)
def test_what_is_left_of_a_span_is_a_walk_over_its_days(span, taken):
    left = without(span, taken)
    assert set().union(*map(covered, left)) == covered(span) - covered(taken)
    assert not overlap([*left, taken])
    assert overlap([span, taken]) == meet(span, taken) == (left != [span])
    for part in left:
        assert None in part or part[0] <= part[1]


def test_an_open_span_is_cut_where_the_other_begins_and_ends():
    day = timedelta(days=1)
    assert without((None, None), (FIRST, LAST)) == [(None, FIRST - day), (LAST + day, None)]
    assert without((None, None), (None, LAST)) == [(LAST + day, None)]
    assert without((None, None), (FIRST, None)) == [(None, FIRST - day)]
    assert without((FIRST, LAST), (FIRST, LAST)) == without((FIRST, LAST), (None, None)) == []
    assert without((FIRST, LAST), (LAST + day, None)) == [(FIRST, LAST)]
    assert without((FIRST, LAST), (LAST, LAST)) == [(FIRST, LAST - day)]


# --- as the file keeps them ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bylaw", "kept"),
    [
        (Bylaw("tie.motion", "lost"), "lost"),
        (Bylaw("tie.motion", "lost", "V.3"), {"value": "lost", "article": "V.3"}),
        (
            Bylaw("tie.motion", "lost", "", Text((("en", "Agreed"), ("th", "ตกลง")))),
            {"value": "lost", "reason": {"en": "Agreed", "th": "ตกลง"}},
        ),
        (
            Bylaw("quorum.fixed", 8, "V.2", Text(), FIRST, LAST),
            {"value": 8, "article": "V.2", "from": "2026-07-01", "to": "2026-07-31"},
        ),
    ],
)
def test_an_own_value_is_kept_as_shortly_as_it_can_be_and_read_back(bylaw, kept):
    assert bylaw.to_data() == kept
    assert read_bylaws({bylaw.key: kept}) == read_bylaws({bylaw.key: [bylaw.to_table()]}) == [bylaw]


def test_a_reason_may_be_words_alone_and_a_day_a_day():
    kept = {"tie.motion": {"value": "lost", "reason": "Agreed", "from": FIRST, "to": FIRST}}
    assert read_bylaws(kept) == [
        Bylaw("tie.motion", "lost", "", Text.of("Agreed", "en"), FIRST, FIRST)
    ]
    kept["tie.motion"]["from"] = datetime(2026, 7, 1)
    with pytest.raises(InputRefused):
        read_bylaws(kept)


def test_an_own_value_holds_from_its_first_to_its_last_day():
    one = Bylaw("tie.motion", "lost", from_on=FIRST, to_on=LAST)
    day = timedelta(days=1)
    on = [FIRST - day, FIRST, LAST, LAST + day]
    assert [one.holds_on(each) for each in on] == [False, True, True, False]
    assert not one.holds_on(None)
    other = Bylaw("tie.motion", "lost", from_on=LAST + day)
    assert in_force([one, other], LAST) == [one]
    assert in_force([one, other], None) == [other]


def test_an_own_value_tells_the_days_it_holds():
    own = {"tie.motion": {"value": "lost", "from": "2026-07-01", "to": "2026-07-31"}}
    found = resolve([load_pack(resources() / "rules" / "ronr.toml")], own, LAST).get("tie.motion")
    assert (found.effective_from, found.effective_to, found.verified) == (FIRST, LAST, True)


# --- the days on which rules turn ----------------------------------------------------------------


def dated(start, end):
    return Value(read("tie.motion", "lost"), "lost", "s", True, start, end)


def test_rules_turn_where_a_value_begins_and_the_day_after_its_last():
    base = RulePack("b", "1", Text(), "s", {"tie.motion": (dated(None, FIRST),)})
    pack = RulePack("p", "1", Text(), "s", {"tie.appeal": (dated(LAST, None),)}, bases=(base,))
    own = {"chair_votes": {"value": "always", "from": "2027-01-01", "to": "9999-12-31"}}
    assert turning_days([pack], own) == {date(2026, 7, 2), LAST, date(2027, 1, 1)}
    assert turning_days([pack], {}) == {date(2026, 7, 2), LAST}


@pytest.mark.parametrize(
    "path", sorted((resources() / "rules").glob("*.toml")), ids=lambda path: path.stem
)
def test_between_two_turning_days_no_rule_of_a_pack_changes(path):
    pack = load_pack(path)
    turns = sorted(turning_days([pack], {}))
    for start, end in zip([date.min, *turns], [*turns, date.max], strict=True):
        last = end - timedelta(days=1)
        assert resolve([pack], None, start) == resolve([pack], None, max(start, last))
