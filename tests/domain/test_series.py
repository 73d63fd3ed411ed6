"""Series: which days a rule gives, and how it is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council import catalogue, paths
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import Calendar, Holiday
from council.domain.messages import InputRefused
from council.domain.series import (
    NTHS,
    OnHoliday,
    RuleKind,
    SeriesRule,
    dates,
    describe,
    from_data,
    to_data,
)
from council.domain.text import Text

YEAR = (date(2027, 1, 1), date(2027, 12, 31))
THURSDAY, SATURDAY = 3, 5
SECOND_THURSDAY = SeriesRule(
    RuleKind.MONTHLY_NTH,
    weekday=THURSDAY,
    nth=2,
    months_out=frozenset({8}),
    on_holiday=OnHoliday.WEEK_BEFORE,
)


def day_off(*days: date, weekdays: frozenset[int] = frozenset()) -> Calendar:
    name = Text((("en", "Fair"), ("th", "งาน")))
    return Calendar("fair", name, weekdays, tuple(Holiday(name, on=day) for day in days))


def on(found) -> list[date | None]:
    return [one.on for one in found]


def test_second_thursday_not_in_august_a_week_earlier_when_it_is_a_holiday():
    found = dates(SECOND_THURSDAY, *YEAR, day_off(date(2027, 4, 8)))
    days = [14, 11, 11, 8, 13, 10, 8, 12, 9, 14, 11, 9]
    assert [one.meant_on for one in found] == [
        date(2027, month, day) for month, day in enumerate(days, 1)
    ]
    april, august = found[3], found[7]
    assert april.on == date(2027, 4, 1)
    assert april.moved_because.show("en") == "Fair"
    assert august.on is None
    assert catalogue.say(august.skipped, "en") == "not in August"
    assert catalogue.say(august.skipped, "th") == "ยกเว้นเดือนสิงหาคม"
    assert [one.on for one in found if one not in (april, august)] == [
        one.meant_on for one in found if one not in (april, august)
    ]


def test_a_thai_series_leaves_out_public_holidays():
    calendar = load_calendar(paths.resources() / "rules" / "calendars" / "th-public.toml")
    rule = SeriesRule(RuleKind.MONTHLY_DAY, day=12, on_holiday=OnHoliday.DAY_AFTER)
    found = {one.meant_on: one for one in dates(rule, *YEAR, calendar)}
    august = found[date(2027, 8, 12)]  # the Queen Mother's birthday, a Thursday
    assert august.on == date(2027, 8, 13)
    assert found[date(2027, 6, 12)].on == date(2027, 6, 14)  # a Saturday


def test_a_weekend_body_is_not_moved_for_meeting_at_the_weekend():
    calendar = day_off(date(2027, 1, 9), weekdays=frozenset({5, 6}))
    rule = SeriesRule(RuleKind.WEEKLY, weekday=SATURDAY, on_holiday=OnHoliday.WEEK_AFTER)
    found = dates(rule, date(2027, 1, 1), date(2027, 1, 31), calendar)
    assert found[0].on == date(2027, 1, 2)
    assert found[1].on == date(2027, 1, 16)
    assert found[2].on is None  # the one moved there took its day
    assert catalogue.say(found[2].skipped, "en").startswith("moved onto 16 January 2027")


@pytest.mark.parametrize(
    ("rule", "first", "last", "wanted"),
    [
        (
            SeriesRule(RuleKind.WEEKLY, weekday=0, interval=2),
            date(2027, 1, 1),
            date(2027, 2, 5),
            [date(2027, 1, 11), date(2027, 1, 25)],
        ),
        (
            SeriesRule(RuleKind.MONTHLY_DAY, day=31),
            date(2027, 1, 1),
            date(2027, 5, 31),
            [date(2027, 1, 31), date(2027, 3, 31), date(2027, 5, 31)],
        ),
        (
            SeriesRule(RuleKind.MONTHLY_DAY, day=-1),
            date(2027, 2, 1),
            date(2027, 3, 31),
            [date(2027, 2, 28), date(2027, 3, 31)],
        ),
        (
            SeriesRule(RuleKind.MONTHLY_NTH, weekday=4, nth=-1, interval=3),
            date(2027, 1, 1),
            date(2027, 6, 30),
            [date(2027, 1, 29), date(2027, 4, 30)],
        ),
        (
            SeriesRule(RuleKind.MONTHLY_NTH, weekday=4, nth=5),
            date(2027, 1, 1),
            date(2027, 4, 30),
            [date(2027, 1, 29), date(2027, 4, 30)],
        ),
    ],
)
def test_days_of_other_rules(rule, first, last, wanted):
    assert on(dates(rule, first, last)) == wanted


def test_intervals_are_counted_from_the_beginning_of_the_series():
    rule = SeriesRule(RuleKind.WEEKLY, weekday=0, interval=2)
    whole = on(dates(rule, date(2027, 1, 4), date(2027, 12, 31)))
    later = dates(rule, date(2027, 6, 1), date(2027, 12, 31), begins=date(2027, 1, 4))
    assert on(later) == [day for day in whole if day >= date(2027, 6, 1)]


def test_nothing_is_meant_before_a_series_begins():
    rule = SeriesRule(RuleKind.WEEKLY, weekday=0)
    found = dates(rule, date(2027, 1, 1), date(2027, 1, 31), begins=date(2027, 1, 20))
    assert on(found) == [date(2027, 1, 25)]


def test_a_day_moved_over_new_year_belongs_to_the_year_it_was_meant_for():
    rule = SeriesRule(RuleKind.MONTHLY_DAY, day=1, on_holiday=OnHoliday.DAY_BEFORE)
    off = day_off(date(2027, 1, 1))
    assert dates(rule, *YEAR, off)[0].on == date(2026, 12, 31)
    before = dates(rule, date(2026, 1, 1), date(2026, 12, 31), off)
    assert date(2026, 12, 31) not in on(before)


def test_a_holiday_can_be_kept_or_left_out():
    day = date(2027, 1, 14)
    for choice, wanted in ((OnHoliday.KEEP, day), (OnHoliday.SKIP, None)):
        rule = SeriesRule(RuleKind.MONTHLY_DAY, day=14, on_holiday=choice)
        (found,) = dates(rule, day, day, day_off(day))
        assert found.on == wanted
    assert catalogue.say(found.skipped, "en") == "Fair is a day off"


def test_a_whole_month_off_gives_no_day():
    rule = SeriesRule(RuleKind.MONTHLY_DAY, day=1, on_holiday=OnHoliday.DAY_AFTER)
    off = day_off(*(date(2027, 1, 1) + timedelta(days=n) for n in range(60)))
    assert on(dates(rule, date(2027, 1, 1), date(2027, 1, 31), off)) == [None]


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekday": 7},
        {"nth": 0},
        {"nth": 6},
        {"day": 0},
        {"day": 32},
        {"interval": 0},
        {"interval": 61},
        {"months_out": frozenset(range(1, 13))},
        {"months_out": frozenset({13})},
    ],
)
def test_what_is_no_rule_is_refused(wrong):
    with pytest.raises(InputRefused):
        SeriesRule(RuleKind.MONTHLY_NTH, **wrong)


RULES = st.builds(
    SeriesRule,
    st.sampled_from(RuleKind),
    weekday=st.integers(0, 6),
    nth=st.sampled_from(NTHS),
    day=st.integers(1, 31) | st.just(-1),
    interval=st.integers(1, 6),
    months_out=st.frozensets(st.integers(1, 12), max_size=4),
    on_holiday=st.sampled_from(OnHoliday),
)


def fits(rule: SeriesRule, day: date) -> bool:
    """Tell by brute force whether a rule with interval 1 means a day."""
    last = (day + timedelta(days=1)).month != day.month
    match rule.kind:
        case RuleKind.WEEKLY:
            return day.weekday() == rule.weekday
        case RuleKind.MONTHLY_DAY:
            return last if rule.day == -1 else day.day == rule.day
    if day.weekday() != rule.weekday:
        return False
    if rule.nth == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == rule.nth


@given(RULES, st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_the_days_are_those_that_a_calendar_on_the_wall_shows(rule, first):
    last = first + timedelta(days=400)
    found = [one.meant_on for one in dates(rule, first, last)]
    all_days = (first + timedelta(days=n) for n in range(401))
    wanted = [day for day in all_days if fits(rule, day)]
    assert found == wanted if rule.interval == 1 else set(found) <= set(wanted)


@given(RULES)
def test_a_rule_comes_back_from_its_data_and_can_be_told(rule):
    again = from_data(to_data(rule))
    assert to_data(again) == to_data(rule)
    assert on(dates(again, *YEAR)) == on(dates(rule, *YEAR))
    for language in ("en", "th"):
        assert "{" not in catalogue.say(describe(rule), language)


def test_a_rule_in_words():
    assert catalogue.say(describe(SECOND_THURSDAY), "en") == (
        "the second Thursday of every month, not in August; the week before when that is a holiday"
    )
    assert catalogue.say(describe(SECOND_THURSDAY), "th") == (
        "วันพฤหัสบดีที่สองของทุกเดือน ยกเว้นเดือนสิงหาคม ถ้าตรงวันหยุดให้เลื่อนเร็วขึ้นหนึ่งสัปดาห์"
    )
