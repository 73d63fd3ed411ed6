"""Notice: hours through changes of the clock, clear days, days, and what a ruling says of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.duties.duty_rules import Notice, NoticeUnit, PostingPlaces
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR, Calendar, Holiday
from council.domain.duties.notice import (
    Deadline,
    Posting,
    days_given,
    deadline,
    duration,
    judge_notice,
    judge_places,
    moment,
    place_name,
)
from council.domain.messages import Message
from council.domain.text import Text
from council.paths import resources

LA = ZoneInfo("America/Los_Angeles")
LONDON = ZoneInfo("Europe/London")
BANGKOK = ZoneInfo("Asia/Bangkok")
ZONES = [LA, LONDON, BANGKOK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")]
UK = load_calendar(resources() / "rules" / "calendars" / "uk-england.toml")

H72 = Notice(72, NoticeUnit.HOURS_ELAPSED)
CLEAR3 = Notice(3, NoticeUnit.CLEAR_DAYS, "uk-england")
DAYS5 = Notice(5, NoticeUnit.DAYS)
LA_MEETING = datetime(2026, 12, 10, 19, tzinfo=LA)


def at(zone: ZoneInfo, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=zone)


def said(message: Message) -> str:
    for language in ("en", "th"):
        assert say(message, language)
    return say(message, "en")


# ---------------------------------------------------------------------- elapsed hours


def test_brown_act_s10_p20_72_elapsed_hours_before_a_winter_meeting() -> None:
    due = deadline(H72, LA_MEETING, LA)
    assert due.latest == due.until == at(LA, 12, 7, 19)
    assert due.days == ()
    assert (due.rule, due.starts) == (H72, LA_MEETING)


def test_brown_act_s10_p20_72_hours_go_through_the_change_of_the_clock() -> None:
    """Meeting 2026-03-10 19:00 PDT: post by 2026-03-07 18:00 PST."""
    due = deadline(H72, at(LA, 3, 10, 19), LA)
    assert isinstance(due.latest, datetime)
    assert due.latest.isoformat() == "2026-03-07T18:00:00-08:00"


def test_elapsed_hours_in_autumn_begin_an_hour_later_by_the_clock() -> None:
    due = deadline(Notice(24, NoticeUnit.HOURS_ELAPSED), at(LA, 11, 1, 19), LA)
    assert isinstance(due.latest, datetime)
    assert due.latest.isoformat() == "2026-10-31T20:00:00-07:00"


def test_the_deadline_is_told_in_the_zone_asked_for() -> None:
    due = deadline(H72, LA_MEETING.astimezone(UTC), LA)
    assert isinstance(due.latest, datetime)
    assert due.latest.isoformat() == "2026-12-07T19:00:00-08:00"
    assert due.starts.isoformat() == "2026-12-10T19:00:00-08:00"


def _changes_of_the_clock() -> list[tuple[ZoneInfo, datetime]]:
    found = []
    for zone in ZONES:
        hour = datetime(2024, 1, 1, tzinfo=UTC)
        before = hour.astimezone(zone).utcoffset()
        while hour.year <= 2030:
            hour += timedelta(hours=1)
            after = hour.astimezone(zone).utcoffset()
            if after != before:
                found.append((zone, hour))
            before = after
    return found


def test_elapsed_hours_equal_utc_over_every_change_of_the_clock_2024_to_2030() -> None:
    changes = _changes_of_the_clock()
    assert len(changes) == 4 * 7 * 2  # Bangkok has none
    for zone, change in changes:
        for after in (1, 24, 71):
            starts = (change + timedelta(hours=after)).astimezone(zone)
            due = deadline(H72, starts, zone)
            assert isinstance(due.latest, datetime)
            assert due.latest.astimezone(UTC) == change + timedelta(hours=after - 72)


@settings(deadline=None)
@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)),
    st.integers(1, 1000),
)
def test_elapsed_hours_equal_utc_arithmetic(zone: ZoneInfo, starts: datetime, hours: int) -> None:
    aware = starts.replace(tzinfo=UTC).astimezone(zone)
    due = deadline(Notice(hours, NoticeUnit.HOURS_ELAPSED), aware, zone)
    assert due.until.astimezone(UTC) == starts.replace(tzinfo=UTC) - timedelta(hours=hours)
    on_time = due.until.astimezone(UTC)
    assert judge_notice(due, [on_time]).holds is True
    assert judge_notice(due, [on_time + timedelta(seconds=1)]).holds is False


# ------------------------------------------------------------------------- clear days


@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        (date(2026, 12, 10), date(2026, 12, 6)),  # Thursday: issue on a Sunday counts
        (date(2026, 12, 14), date(2026, 12, 9)),  # Monday: the Sunday before does not
        (date(2026, 12, 29), date(2026, 12, 21)),  # 25, 26 and 28 are excluded, 27 is a Sunday
    ],
)
def test_local_government_act_1972_s28_three_clear_days(meeting: date, latest: date) -> None:
    starts = datetime(meeting.year, meeting.month, meeting.day, 19, 30, tzinfo=LONDON)
    due = deadline(CLEAR3, starts, LONDON, UK)
    assert due.latest == latest
    assert due.until == datetime.combine(latest + timedelta(days=1), datetime.min.time(), LONDON)


def test_the_count_is_explained_day_by_day() -> None:
    due = deadline(CLEAR3, at(LONDON, 12, 29, 19), LONDON, UK)
    told = [(one.day.day, one.number, one.reason) for one in due.days]
    assert [(day, number) for day, number, _ in told] == [
        (29, None), (28, None), (27, None), (26, None), (25, None), (24, 1), (23, 2), (22, 3),
        (21, None),
    ]  # fmt: skip
    assert told[0][2] == Message("notice.day_of_meeting")
    assert told[-1][2] == Message("notice.day_of_issue")
    assert [reason for *_, reason in told[5:8]] == [None, None, None]
    names = [reason.get("en") for *_, reason in told[1:5] if isinstance(reason, Text)]
    assert names[1] == "Sunday"
    assert all(names)
    assert len(names) == 4


def test_the_deadline_of_clear_days_says_what_counts_and_what_does_not() -> None:
    words = said(deadline(CLEAR3, at(LONDON, 12, 29, 19), LONDON, UK).message)
    assert words.startswith("Latest day of issue: Monday, 21 December 2026. 3 clear days before")
    assert "24 December 2026, 23 December 2026 and 22 December 2026" in words
    assert "27 December 2026 (Sunday)" in words
    plain = deadline(Notice(3, NoticeUnit.CLEAR_DAYS), at(LONDON, 12, 10, 19), LONDON)
    assert plain.message.code == "notice.deadline_clear_days"
    assert "Left out" not in said(plain.message)


SUNDAYS = frozenset({6})


@st.composite
def _calendars(draw: st.DrawFn) -> Calendar:
    days = draw(st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=40))
    weekdays = draw(st.frozensets(st.integers(0, 6), max_size=6))
    name = Text.of("Holiday", "en")
    return Calendar("x", weekdays=weekdays, holidays=tuple(Holiday(name, on=d) for d in days))


@settings(deadline=None)
@given(_calendars(), st.dates(date(2026, 6, 1), date(2027, 6, 1)), st.integers(1, 20))
def test_a_deadline_of_clear_days_equals_a_day_by_day_walk(
    calendar: Calendar, meeting: date, amount: int
) -> None:
    rule = Notice(amount, NoticeUnit.CLEAR_DAYS)
    starts = datetime(meeting.year, meeting.month, meeting.day, 19, tzinfo=LONDON)
    due = deadline(rule, starts, LONDON, calendar)
    issued = meeting - timedelta(days=1)
    while _clear(calendar, issued, meeting) < amount:
        issued -= timedelta(days=1)
    assert due.latest == issued
    assert days_given(rule, issued, meeting, calendar) == amount
    assert days_given(rule, issued + timedelta(days=1), meeting, calendar) < amount


def _clear(calendar: Calendar, issued: date, meeting: date) -> int:
    clear, day = 0, issued + timedelta(days=1)
    while day < meeting:
        clear += calendar.excludes(day) is None
        day += timedelta(days=1)
    return clear


# ------------------------------------------------------------------------------- days


def test_th_lao_2547_a_written_motion_is_in_five_days_before() -> None:
    due = deadline(DAYS5, at(BANGKOK, 11, 20, 9), BANGKOK)
    assert (due.latest, due.until) == (date(2026, 11, 15), at(BANGKOK, 11, 16))
    assert [one.day.day for one in due.days] == [20, 19, 18, 17, 16, 15]
    assert [one.number for one in due.days] == [None, 1, 2, 3, 4, 5]
    assert said(due.message).startswith("Latest day: Sunday, 15 November 2026 (5 days before")
    on_time = judge_notice(due, [at(BANGKOK, 11, 15, 23, 59)], what="motion")
    assert on_time.holds is True
    assert said(on_time.message) == (
        "Handed in Sunday, 15 November 2026, 11:59 p.m.: 5 days needed, had 5."
    )
    late = judge_notice(due, [at(BANGKOK, 11, 16, 0)], what="motion")
    assert late.holds is False
    assert (late.message.code, late.message.params["had"]) == ("notice.days_late", 4)
    assert late.message.params["late"] == 1
    assert late.message.params["latest"] == moment(date(2026, 11, 15))


def test_days_leave_out_excluded_days_too() -> None:
    sundays = Calendar("x", weekdays=SUNDAYS)
    due = deadline(Notice(3, NoticeUnit.DAYS, "x"), at(BANGKOK, 11, 17, 9), BANGKOK, sundays)
    assert due.latest == date(2026, 11, 13)
    assert due.message.code == "notice.deadline_days_excluding"
    given = judge_notice(due, [at(BANGKOK, 11, 13, 9)], calendar=sundays)
    assert (given.holds, given.message.params["had"]) == (True, 3)


def test_a_deadline_of_days_is_that_of_the_meetings_own_zone() -> None:
    due = deadline(DAYS5, datetime(2026, 11, 19, 20, tzinfo=UTC), BANGKOK)  # 20 November there
    assert due.latest == date(2026, 11, 15)
    early = datetime(2026, 11, 15, 16, 59, tzinfo=UTC)
    assert judge_notice(due, [early]).holds is True
    assert judge_notice(due, [early + timedelta(minutes=1)]).holds is False


# ----------------------------------------------------------------------------- rulings


def la_due() -> Deadline:
    return deadline(H72, LA_MEETING, LA)


def test_a_late_posting_says_posted_needed_had_and_late() -> None:
    ruling = judge_notice(
        la_due(), [at(LA, 12, 7, 19, 40)], source="Brown Act §54954.2", verified=False
    )
    assert (ruling.holds, ruling.source, ruling.verified) == (False, "Brown Act §54954.2", False)
    assert said(ruling.message) == (
        "Posted Monday, 7 December 2026, 7:40 p.m., 72 h needed, had 71 h 20 min: 40 min late."
    )
    assert ruling.message.params["late"] == duration(40)


def test_72_elapsed_hours_to_the_second() -> None:
    due = la_due()
    assert isinstance(due.latest, datetime)
    met = judge_notice(due, [due.latest], source="s")
    assert (met.holds, met.verified, met.source) == (True, True, "s")
    assert said(met.message) == "Posted Monday, 7 December 2026, 7:00 p.m.: 72 h needed, had 72 h."
    late = judge_notice(due, [due.latest + timedelta(seconds=1)])
    assert late.holds is False
    assert (late.message.params["had"], late.message.params["late"]) == (
        duration(71 * 60 + 59),
        duration(1),
    )
    early = judge_notice(due, [due.latest - timedelta(seconds=1)])
    assert (early.holds, early.message.code) == (True, "notice.hours_met")


def test_the_earliest_posting_counts_whatever_its_offset() -> None:
    postings = [at(LA, 12, 9, 9), datetime(2026, 12, 8, 2, 30, tzinfo=UTC), at(LA, 12, 8, 9)]
    ruling = judge_notice(la_due(), postings)
    assert ruling.holds is True
    assert ruling.message.params["had"] == duration(72 * 60 + 30)
    assert ruling.message.params["done"] == Message(
        "notice.done_notice", {"at": moment(at(LA, 12, 7, 18, 30))}
    )


def test_a_posting_after_the_meeting_gave_no_time_at_all() -> None:
    ruling = judge_notice(la_due(), [at(LA, 12, 11, 19)])
    assert ruling.message.params["had"] == duration(0)
    assert ruling.message.params["late"] == duration(96 * 60)
    days = judge_notice(deadline(DAYS5, LA_MEETING, LA), [at(LA, 12, 12, 9)])
    assert (days.holds, days.message.params["had"], days.message.params["late"]) == (False, 0, 7)


def test_had_and_late_together_are_what_is_needed() -> None:
    for seconds in (1, 59, 60, 61, 3599, 3600, 86_400):
        posted = la_due().until.astimezone(UTC) + timedelta(seconds=seconds)
        params = judge_notice(la_due(), [posted]).message.params
        minutes = sum(_minutes(params[name]) for name in ("had", "late"))
        assert minutes == 72 * 60


def _minutes(message: Message) -> int:
    return int(message.params["hours"]) * 60 + int(message.params["minutes"])


@pytest.mark.parametrize("what", ["notice", "documents", "motion"])
def test_without_a_posting_there_is_still_time_until_the_deadline(what: str) -> None:
    due = la_due()
    never = judge_notice(due, [], what=what, source="s", verified=False)
    assert (never.holds, never.message.code) == (False, "notice.nothing_posted")
    assert (never.source, never.verified) == ("s", False)
    waiting = judge_notice(due, [], what=what, now=due.until, source="s", verified=False)
    assert (waiting.holds, waiting.message.code) == (None, "notice.still_due")
    assert (waiting.source, waiting.verified) == ("s", False)
    assert waiting.message.params == {
        "what": Message(f"notice.what_{what}"),
        "latest": moment(at(LA, 12, 7, 19)),
    }
    over = judge_notice(due, [], what=what, now=due.until + timedelta(seconds=1))
    assert (over.holds, over.message.code) == (False, "notice.nothing_posted")
    said(never.message)
    said(waiting.message)
    said(judge_notice(due, [due.until], what=what).message)


def test_the_day_of_a_deadline_is_over_at_midnight() -> None:
    due = deadline(DAYS5, LA_MEETING, LA)
    last = datetime(2026, 12, 5, 23, 59, 59, tzinfo=LA)
    assert judge_notice(due, [], now=last).holds is None
    assert judge_notice(due, [], now=last + timedelta(seconds=1)).holds is False


def test_a_repeated_hour_is_told_apart_by_its_offset() -> None:
    """1:30 comes twice on 1 November 2026; the deadline is the first of the two."""
    starts = at(LA, 11, 4, 0, 30)
    due = deadline(H72, starts, LA)
    assert isinstance(due.latest, datetime)
    assert due.latest.isoformat() == "2026-11-01T01:30:00-07:00"
    second = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=LA)
    assert judge_notice(due, [second]).holds is False
    assert judge_notice(due, [], now=second).holds is False


def test_clear_days_too_few_are_told() -> None:
    due = deadline(CLEAR3, at(LONDON, 12, 29, 19), LONDON, UK)
    met = judge_notice(due, [at(LONDON, 12, 21, 23)], calendar=UK, source="LGA")
    assert (met.holds, met.source, met.message.code) == (True, "LGA", "notice.clear_days_met")
    assert met.message.params["had"] == 3
    late = judge_notice(due, [at(LONDON, 12, 23, 9)], calendar=UK)
    assert (late.holds, late.message.code) == (False, "notice.clear_days_late")
    assert (late.message.params["had"], late.message.params["late"]) == (1, 2)
    assert late.message.params["needed"] == 3
    assert said(late.message) == (
        "Posted Wednesday, 23 December 2026, 9:00 a.m., 3 clear days needed, had 1: "
        "2 days late (latest day Monday, 21 December 2026)."
    )


def test_the_deadline_of_hours_names_the_meeting() -> None:
    assert said(la_due().message) == (
        "Latest time: Monday, 7 December 2026, 7:00 p.m. (72 hours before the meeting of "
        "Thursday, 10 December 2026, 7:00 p.m.)."
    )


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (4320, "72 h")],
)
def test_a_duration_is_told_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert said(duration(minutes)) == words


# ------------------------------------------------------------------------------ places

DOOR, WEB, LIST = (Text.of(words, "en") for words in ("Door", "Website", "List"))
BONC = PostingPlaces(("physical_place", "website", "department_list"))


def test_bonc_2014_01_every_place_of_the_policy_in_time() -> None:
    ok, late = at(LA, 12, 7, 18), at(LA, 12, 7, 20)
    postings = [Posting(ok, DOOR), Posting(ok, WEB), Posting(late, LIST)]
    short = judge_places(la_due(), postings, BONC, source="BONC 2014-01.1", verified=False)
    assert (short.holds, short.source, short.verified) == (False, "BONC 2014-01.1", False)
    assert (short.message.params["had"], short.message.params["needed"]) == (2, 3)
    assert "the council's website" in said(short.message)
    met = judge_places(la_due(), [*postings[:2], Posting(ok, LIST)], BONC)
    assert (met.holds, met.verified, met.message.code) == (True, True, "notice.places_met_named")
    assert met.message.params["places"] == [place_name(code) for code in BONC.codes]
    said(met.message)


def test_bonc_2014_01_without_a_website_five_places() -> None:
    ok = at(LA, 12, 7, 19)
    postings = [Posting(ok, Text.of(f"Place {n}", "en")) for n in range(5)]
    five = PostingPlaces(least=5)
    assert judge_places(la_due(), postings, five).holds is True
    short = judge_places(la_due(), [*postings[:4], postings[0]], five)
    assert (short.holds, short.message.code) == (False, "notice.places_short")
    assert said(short.message).startswith("Posted in time at 4 places, 5 needed.")
    assert judge_places(la_due(), postings, five).message.code == "notice.places_met"


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("Door; Website ;List", 3),
        ("Door\nWebsite", 2),
        ("Door\uff1bWebsite", 2),
        ("door;DOOR", 1),
        ("Door;;", 1),
        ("Library, 5 Main Street", 1),
        ("Town and Country Hall", 1),
        ("บอร์ดหน้าอาคาร; เว็บไซต์", 2),
        ("ศาลาริมน้ำและสวน", 1),
    ],
)
def test_one_posting_names_as_many_places_as_semicolons_part(written: str, count: int) -> None:
    posting = Posting(at(LA, 12, 7, 18), Text.of(written, "en"))
    ruling = judge_places(la_due(), [posting], PostingPlaces(least=3))
    assert ruling.message.params["had"] == count


def test_a_place_posted_twice_or_written_in_two_languages_is_one() -> None:
    both = Text((("en", "Door; Website"), ("th", "ประตู; เว็บไซต์")))
    postings = [Posting(at(LA, 12, 7, 18), place) for place in (both, DOOR, Text())]
    ruling = judge_places(la_due(), postings, PostingPlaces(least=3))
    assert ruling.message.params["had"] == 2
    assert "semicolon" in said(ruling.message)


def test_the_greater_of_places_named_and_places_counted_is_needed() -> None:
    three = PostingPlaces(("website",), least=3)
    assert judge_places(la_due(), [], three).message.params["needed"] == 3


def test_a_day_counts_for_places_to_its_end() -> None:
    due = deadline(DAYS5, LA_MEETING, LA)
    last = datetime(2026, 12, 5, 23, 59, 59, tzinfo=LA)
    one = PostingPlaces(least=1)
    assert judge_places(due, [Posting(last, DOOR)], one).holds is True
    assert judge_places(due, [Posting(last + timedelta(seconds=1), DOOR)], one).holds is False


def test_places_have_names_and_unknown_codes_their_own_words() -> None:
    assert place_name("website") == Message("posting_place.website")
    assert place_name("town_hall_door") == "town hall door"


def test_no_day_between_issue_and_meeting() -> None:
    clear = Notice(3, NoticeUnit.CLEAR_DAYS)
    day = date(2026, 12, 10)
    assert [days_given(clear, day - timedelta(days=n), day, NO_CALENDAR) for n in range(3)] == [
        0, 0, 1,
    ]  # fmt: skip
    assert days_given(DAYS5, day, day) == 0
    assert days_given(DAYS5, day - timedelta(days=1), day) == 1
