"""Dates in both calendars and both kinds of digits."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.catalogue import say
from council.domain import calendars
from council.domain.messages import InputRefused

DAY = date(2026, 11, 19)
MOMENT = datetime(2026, 11, 19, 13, 35, tzinfo=timezone(timedelta(hours=7)))


def test_long_and_short():
    assert calendars.long_date(DAY, "en") == "19 November 2026"
    assert calendars.long_date(DAY, "en", weekday=True) == "Thursday, 19 November 2026"
    assert calendars.long_date(DAY, "th") == "19 พฤศจิกายน 2569"
    thai = calendars.long_date(DAY, "th", "thai", weekday=True)
    assert thai == "วันพฤหัสบดีที่ ๑๙ พฤศจิกายน ๒๕๖๙"
    assert calendars.short_date(DAY, "en") == "19 Nov 2026"
    assert calendars.short_date(DAY, "th", "thai") == "๑๙ พ.ย. ๒๕๖๙"
    assert calendars.thai_weekday(DAY) == "วันพฤหัสบดี"


def test_old_days_keep_their_year():
    assert calendars.long_date(date(1940, 12, 31), "th") == "31 ธันวาคม ค.ศ. 1940"
    assert calendars.long_date(date(1941, 1, 1), "th") == "1 มกราคม 2484"


@pytest.mark.parametrize(
    ("clock", "english", "thai"),
    [
        ((13, 35), "1:35 p.m.", "13.35 น."),
        ((18, 35), "6:35 p.m.", "18.35 น."),
        ((0, 5), "12:05 a.m.", "00.05 น."),
        ((12, 0), "12:00 p.m.", "12.00 น."),
        ((9, 0), "9:00 a.m.", "09.00 น."),
    ],
)
def test_clock(clock, english, thai):
    assert calendars.clock_time(time(*clock), "en") == english
    assert calendars.clock_time(time(*clock), "th") == thai


def test_thai_clock_and_moment():
    assert calendars.clock_time(MOMENT, "th", "thai") == "๑๓.๓๕ น."
    assert calendars.long_datetime(MOMENT, "th") == "19 พฤศจิกายน 2569 เวลา 13.35 น."
    words = calendars.long_datetime(MOMENT, "en", weekday=True)
    assert words == "Thursday, 19 November 2026, 1:35 p.m."


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-19", "2569-11-19", "๒๕๖๙-๑๑-๑๙", "19/11/2026", "19/11/2569", "19.11.2026",
        "19-11-2026", "๑๙/๑๑/๒๕๖๙", "19 Nov 2026", "19 nov. 2026", "19 November 2026",
        "19th November 2026", "November 19, 2026", "Nov 19 2026", "Thursday, 19 November 2026",
        "Thu 19 Nov 2026", "๑๙ พฤศจิกายน ๒๕๖๙", "19 พฤศจิกายน 2569", "19 พ.ย. 2569", "19พ.ย.2569",
        "19 พย 2569", "วันพฤหัสบดีที่ ๑๙ พฤศจิกายน พ.ศ. ๒๕๖๙", "พฤหัสบดี 19 พฤศจิกายน 2569",
        "วันที่ 19 พฤศจิกายน 2569", "  19   พฤศจิกายน  ค.ศ. 2026 ",
    ],
)  # fmt: skip
def test_typed_dates(typed):
    assert calendars.parse_date(typed, "th") == DAY


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "error.date_unclear"),
        ("next week", "error.date_unclear"),
        ("19/11/69", "error.date_unclear"),
        ("19 Foo 2026", "error.date_unclear"),
        ("11/19/2026", "error.date_impossible"),
        ("2026-02-30", "error.date_impossible"),
        ("29/2/2570", "error.date_impossible"),
        ("1 มกราคม 2470", "error.date_before_1941"),
    ],
)
def test_unclear_dates_are_refused(typed, code):
    with pytest.raises(InputRefused) as caught:
        calendars.parse_date(typed)
    assert caught.value.code == code
    assert say(caught.value.message, "en")
    assert say(caught.value.message, "th")


def test_buddhist_years_are_noticed():
    assert calendars.says_buddhist_year("๑๙/๑๑/๒๕๖๙")
    assert not calendars.says_buddhist_year("19/11/2026")


@given(
    st.dates(date(1941, 1, 1), date(2399, 12, 31)),
    st.sampled_from(["en", "th"]),
    st.sampled_from(["latn", "thai"]),
)
def test_what_is_shown_can_be_typed(day, language, digits):
    for words in (
        calendars.long_date(day, language, digits),
        calendars.long_date(day, language, digits, weekday=True),
        calendars.short_date(day, language, digits),
    ):
        assert calendars.parse_date(words, language) == day


@given(st.text())
def test_digits_fold_back(text):
    assert calendars.fold_digits(calendars.to_thai_digits(text)) == calendars.fold_digits(text)


@given(st.text(alphabet="0123456789๐๑๒๓/-. พ.ย.Novth,"))
def test_anything_typed_is_a_day_or_refused(text):
    with contextlib.suppress(InputRefused):  # any other error is a fault
        assert isinstance(calendars.parse_date(text), date)


@pytest.mark.parametrize(
    ("number", "language", "shown"),
    [
        ("9/2026", "th", "9/2569"),
        ("9/2569", "en", "9/2026"),
        ("9/2026", "en", "9/2026"),
        ("9/2569", "th", "9/2569"),
        ("11", "th", "11"),
        ("A/26", "th", "A/26"),
    ],
)
def test_a_meetings_number_follows_the_calendar(number, language, shown):
    assert calendars.meeting_number(number, language) == shown
