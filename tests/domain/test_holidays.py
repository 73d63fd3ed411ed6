"""Calendars: which days a count leaves out, and what a wrong file is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from council.catalogue import say
from council.domain.duties import holidays
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR, Calendar, Holiday
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.paths import resources

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    """Count every year anew: what another test counted would hide a fault."""
    holidays._year.cache_clear()
    holidays._moved.cache_clear()


UK = resources() / "rules" / "calendars" / "uk-england.toml"


def t(words: str) -> Text:
    return Text.of(words, "en")


def only(**parts: object) -> Calendar:
    return Calendar("x", holidays=(Holiday(t("Feast"), **parts),))


def days(calendar: Calendar, first: date, count: int) -> list[date]:
    listed = (first + timedelta(days=n) for n in range(count))
    return [day for day in listed if calendar.excludes(day) is not None]


def year_of(calendar: Calendar, year: int) -> list[date]:
    return days(calendar, date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days)


def test_without_a_calendar_every_day_counts() -> None:
    assert year_of(NO_CALENDAR, 2026) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"month": 5, "day": 1}, [date(2026, 5, 1)]),
        ({"month": 2, "day": 29}, []),
        ({"month": 5, "weekday": 0, "nth": 1}, [date(2026, 5, 4)]),
        ({"month": 6, "weekday": 0, "nth": 1}, [date(2026, 6, 1)]),
        ({"month": 6, "weekday": 0, "nth": 2}, [date(2026, 6, 8)]),
        ({"month": 5, "weekday": 0, "nth": -1}, [date(2026, 5, 25)]),
        ({"month": 8, "weekday": 0, "nth": -1}, [date(2026, 8, 31)]),
        ({"month": 12, "weekday": 3, "nth": -1}, [date(2026, 12, 31)]),
        ({"month": 12, "weekday": 4, "nth": -1}, [date(2026, 12, 25)]),
        ({"month": 11, "weekday": 3, "nth": 4}, [date(2026, 11, 26)]),
        ({"easter": 0}, [date(2026, 4, 5)]),
        ({"easter": -2}, [date(2026, 4, 3)]),
        ({"easter": 1}, [date(2026, 4, 6)]),
        ({"on": date(2026, 9, 7)}, [date(2026, 9, 7)]),
        ({"on": date(2025, 9, 7)}, []),
        ({"month": 1, "day": 1, "begins": date(2026, 1, 1)}, [date(2026, 1, 1)]),
        ({"month": 1, "day": 1, "begins": date(2026, 1, 2)}, []),
        ({"month": 1, "day": 1, "ends": date(2026, 1, 1)}, [date(2026, 1, 1)]),
        ({"month": 1, "day": 1, "ends": date(2025, 12, 31)}, []),
        ({"month": 12}, []),
    ],
)
def test_the_days_of_a_rule_in_2026(parts: dict[str, object], expected: list[date]) -> None:
    assert year_of(only(**parts), 2026) == expected


def test_29_february_is_a_day_of_leap_years() -> None:
    assert year_of(only(month=2, day=29), 2028) == [date(2028, 2, 29)]


def test_a_weekday_is_excluded_under_its_name_in_both_languages() -> None:
    sundays = Calendar("x", weekdays=frozenset({6}))
    name = sundays.excludes(date(2026, 12, 6))
    assert name is not None
    assert (name.get("en"), name.get("th")) == ("Sunday", "อาทิตย์")
    assert days(sundays, date(2026, 12, 1), 14) == [date(2026, 12, 6), date(2026, 12, 13)]


def test_of_two_holidays_on_one_day_the_first_gives_its_name() -> None:
    both = Calendar("x", holidays=tuple(Holiday(t(n), month=5, day=1) for n in ("First", "Second")))
    assert both.excludes(date(2026, 5, 1)) == t("First")


CHRISTMAS = (
    Holiday(t("Christmas Day"), month=12, day=25, substitute=True),
    Holiday(t("Boxing Day"), month=12, day=26, substitute=True),
)


@pytest.mark.parametrize(
    ("year", "moved"),
    [
        (2025, {}),
        (2026, {28: "Boxing Day"}),  # Friday and Saturday
        (2027, {27: "Christmas Day", 28: "Boxing Day"}),  # Saturday and Sunday
        (2022, {27: "Christmas Day"}),  # Sunday and Monday
    ],
)
def test_a_holiday_on_a_weekend_takes_the_next_free_weekday(
    year: int, moved: dict[int, str]
) -> None:
    calendar = Calendar("x", holidays=CHRISTMAS)
    told = {day: calendar.excludes(date(year, 12, day)) for day in range(20, 32)}
    expected = {25: t("Christmas Day"), 26: t("Boxing Day")} | {d: t(n) for d, n in moved.items()}
    assert {day: name for day, name in told.items() if name is not None} == expected


def test_without_a_substitute_the_weekend_swallows_a_holiday() -> None:
    plain = Calendar("x", holidays=tuple(replace(one, substitute=False) for one in CHRISTMAS))
    assert days(plain, date(2026, 12, 20), 12) == [date(2026, 12, 25), date(2026, 12, 26)]


def test_a_substitute_skips_weekdays_that_never_count() -> None:
    calendar = Calendar("x", weekdays=frozenset({0}), holidays=CHRISTMAS)
    assert calendar.excludes(date(2026, 12, 29)) == t("Boxing Day")  # Monday 28 is none either


def test_a_substitute_is_never_on_a_weekend() -> None:
    week = tuple(Holiday(t("Week"), on=date(2027, 1, day)) for day in range(4, 9))
    feast = Holiday(t("Feast"), on=date(2027, 1, 3), substitute=True)  # a Sunday
    calendar = Calendar("x", holidays=(feast, *week))
    assert days(calendar, date(2027, 1, 9), 4) == [date(2027, 1, 11)]


def test_a_single_day_belongs_to_its_own_year() -> None:
    once = Holiday(t("Funeral"), on=date(2022, 9, 19))
    assert (once.in_year(2022), once.in_year(2023)) == (date(2022, 9, 19), None)
    assert Holiday(t("Nothing"), weekday=0).in_year(2026) is None


def test_a_substitute_may_lie_in_the_next_year() -> None:
    eve = only(month=12, day=31, substitute=True)  # Saturday 31 December 2022
    assert days(eve, date(2022, 12, 25), 14) == [date(2022, 12, 31), date(2023, 1, 2)]


def test_local_government_act_1972_s243_bank_holidays_of_england_2026() -> None:
    calendar = load_calendar(UK)
    off = [day for day in year_of(calendar, 2026) if day.weekday() != 6]
    expected = [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 26), (12, 28)]
    assert set(off) >= {date(2026, *each) for each in expected}
    assert all(date(2026, 1, 4) + timedelta(days=7 * n) in year_of(calendar, 2026) for n in (0, 9))
    assert calendar.uid == "uk-england"
    assert calendar.source


def test_every_calendar_of_the_program_can_be_read() -> None:
    found = sorted(UK.parent.glob("*.toml"))
    assert len(found) >= 2
    for path in found:
        calendar = load_calendar(path)
        assert calendar.title.get("en")
        assert calendar.title.get("th")
        for holiday in calendar.holidays:
            assert holiday.source
            assert holiday.name.get("en")
            assert holiday.name.get("th")


# ------------------------------------------------------------------------- refusals

HEAD = '[calendar]\nname = "c"\ntitle = {en = "C"}\nsource = "Act"\nversion = "1"\n'
DAY = '[[day]]\nname = {en = "Feast"}\nsource = "Act"\nverified = true\n'
FIXED = 'kind = "fixed"\nmonth = 5\nday = 1\n'


def written(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "c.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_a_calendar_is_read_as_it_stands(tmp_path: Path) -> None:
    more = 'weekday_excluded = ["sunday", "saturday"]\n'
    spans = "substitute = true\neffective_from = 2000-01-01\neffective_to = 2030-12-31\n"
    words = [
        HEAD + more,
        DAY + FIXED + spans,
        DAY.replace("true", "false") + 'kind = "easter"\noffset = -2\n',
        DAY + 'kind = "weekday"\nmonth = 12\nweekday = "monday"\nnth = -1\n',
        DAY + 'kind = "once"\non = 2026-06-02\n',
    ]
    calendar = load_calendar(written(tmp_path, "".join(words)))
    assert calendar == Calendar(
        "c", t("C"), frozenset({5, 6}),
        (
            Holiday(t("Feast"), month=5, day=1, substitute=True, source="Act",
                    begins=date(2000, 1, 1), ends=date(2030, 12, 31)),
            Holiday(t("Feast"), easter=-2, source="Act", verified=False),
            Holiday(t("Feast"), month=12, weekday=0, nth=-1, source="Act"),
            Holiday(t("Feast"), on=date(2026, 6, 2), source="Act"),
        ),
        "Act", verified=False,
    )  # fmt: skip


def test_a_calendar_of_confirmed_days_is_verified(tmp_path: Path) -> None:
    assert load_calendar(written(tmp_path, HEAD + DAY + FIXED)).verified


@pytest.mark.parametrize(
    ("words", "key", "reason"),
    [
        ("x = [", "", "not_toml"),
        ("x = 1\n" + HEAD, "calendar.x", "unknown_key"),
        ("day = 1\n" + HEAD, "day", "no_table"),
        ("day = [1]\n" + HEAD, "day.1", "no_table"),
        (DAY + FIXED, "calendar", "missing"),
        ("calendar = 1\n", "calendar", "missing"),
        (HEAD.replace('source = "Act"\n', ""), "calendar.source", "missing"),
        (HEAD.replace('title = {en = "C"}\n', ""), "calendar.title", "missing"),
        (HEAD.replace('title = {en = "C"}\n', "title = 5\n"), "calendar.title", "no_words"),
        (HEAD.replace('version = "1"\n', ""), "calendar.version", "missing"),
        (HEAD + "more = 1\n", "calendar.more", "unknown_key"),
        (HEAD.replace('"c"', '"d"'), "calendar.name", "not_file_name"),
        (HEAD + 'weekday_excluded = "sunday"\n', "calendar.weekday_excluded", "not_one_of"),
        (HEAD + 'weekday_excluded = ["sun"]\n', "calendar.weekday_excluded", "not_one_of"),
        (
            HEAD + 'weekday_excluded = ["monday", "tuesday", "wednesday", "thursday", "friday", '
            '"saturday", "sunday"]\n',
            "calendar.weekday_excluded",
            "no_day_left",
        ),
        (HEAD + DAY, "day.1.kind", "missing"),
        (HEAD + DAY + FIXED + DAY, "day.2.kind", "missing"),
        (HEAD + DAY + 'kind = "moon"\n', "day.1.kind", "not_one_of"),
        (HEAD + DAY + FIXED.replace("day = 1\n", ""), "day.1.day", "missing"),
        (HEAD + DAY + FIXED + "nth = 1\n", "day.1.nth", "unknown_key"),
        (HEAD + DAY + FIXED.replace("5", "13"), "day.1.month", "not_one_of"),
        (HEAD + DAY + FIXED.replace("5", "true"), "day.1.month", "not_one_of"),
        (HEAD + DAY + 'kind = "fixed"\nmonth = 2\nday = 30\n', "day.1.day", "not_in_month"),
        (HEAD + DAY + 'kind = "fixed"\nmonth = 2\nday = "x"\n', "day.1.day", "not_in_month"),
        (HEAD + DAY + 'kind = "easter"\noffset = 251\n', "day.1.offset", "not_near_easter"),
        (HEAD + DAY + 'kind = "easter"\noffset = -81\n', "day.1.offset", "not_near_easter"),
        (HEAD + DAY + 'kind = "easter"\noffset = 0.5\n', "day.1.offset", "not_near_easter"),
        (
            HEAD + DAY + 'kind = "weekday"\nmonth = 5\nweekday = "Mon"\nnth = 1\n',
            "day.1.weekday",
            "not_one_of",
        ),
        (
            HEAD + DAY + 'kind = "weekday"\nmonth = 5\nweekday = "monday"\nnth = 5\n',
            "day.1.nth",
            "not_one_of",
        ),
        (HEAD + DAY + 'kind = "once"\non = "2026-01-01"\n', "day.1.on", "not_a_day"),
        (HEAD + DAY + 'kind = "once"\non = 2026-01-01T10:00:00\n', "day.1.on", "not_a_day"),
        (HEAD + DAY + FIXED + 'effective_from = "x"\n', "day.1.effective_from", "not_a_day"),
        (
            HEAD + DAY + FIXED + "effective_from = 2026-01-02\neffective_to = 2026-01-01\n",
            "day.1.effective_to",
            "ends_first",
        ),
        (HEAD + DAY + FIXED + "substitute = 1\n", "day.1.substitute", "not_true_or_false"),
        (HEAD + DAY.replace("true", "1") + FIXED, "day.1.verified", "not_true_or_false"),
        (HEAD + DAY.replace("verified = true\n", "") + FIXED, "day.1.verified",
         "not_true_or_false"),
        (HEAD + DAY.replace('source = "Act"\n', "") + FIXED, "day.1.source", "missing"),
        (HEAD + DAY.replace('{en = "Feast"}', "1") + FIXED, "day.1.name", "no_words"),
    ],
)  # fmt: skip
def test_a_wrong_calendar_is_refused_with_file_key_and_reason(
    tmp_path: Path, words: str, key: str, reason: str
) -> None:
    with pytest.raises(InputRefused) as caught:
        load_calendar(written(tmp_path, words))
    params = caught.value.message.params
    assert (caught.value.code, params["file"]) == ("error.calendar", "c.toml")
    assert (params["key"], params["reason"].code) == (key, f"reason.{reason}")
    for language in ("en", "th"):
        assert "c.toml" in say(caught.value.message, language)


def test_a_calendar_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as caught:
        load_calendar(tmp_path / "none.toml")
    assert caught.value.message.params["reason"].code == "reason.no_file"


@pytest.mark.parametrize("offset", [-80, 250])
def test_the_furthest_days_from_easter_are_taken(tmp_path: Path, offset: int) -> None:
    words = HEAD + DAY + f'kind = "easter"\noffset = {offset}\n'
    assert load_calendar(written(tmp_path, words)).holidays[0].easter == offset
