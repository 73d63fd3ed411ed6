"""What the packs say of notice, late items, the public, remote votes, money and minutes."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.catalogue import say
from council.domain.duties import absences
from council.domain.duties import meeting_duties as duties
from council.domain.duties.eligibility import Qualification, judge_eligibility
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR
from council.domain.duties.late_items import judge_continued, judge_finding, judge_late_item, need
from council.domain.duties.minutes_due import due_of
from council.domain.duties.notice import deadline
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, MeetingKind, Method, Presence
from council.domain.votes.tallies import Room
from tests.helpers.packs import CALENDARS, PACKS, pack

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
LONDON = ZoneInfo("Europe/London")
BANGKOK = ZoneInfo("Asia/Bangkok")
NEW_YORK = ZoneInfo("America/New_York")
THAI = re.compile("[\u0e01-\u0e5b]")
LATIN = re.compile("[A-Za-z]")


def latest(name, kind, starts, zone, key=""):
    """Return the latest time of the notice that a pack asks for, its calendar left out."""
    rules = pack(name)
    rule = rules.value_of(key) if key else rules.notice(kind)
    left_out = load_calendar(CALENDARS / f"{rule.exclude}.toml") if rule.exclude else NO_CALENDAR
    due = deadline(rule, starts.replace(tzinfo=zone), zone, left_out)
    for language in ("en", "th"):
        assert say(due.message, language)
    return due.latest


# --- calendars ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(CALENDARS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_calendar_loads_with_names_in_both_languages(path):
    calendar = load_calendar(path)
    assert calendar.title.get("th")
    assert calendar.holidays
    for day in tomllib.loads(path.read_text(encoding="utf-8"))["day"]:
        assert day["source"]
        assert LATIN.search(day["name"]["en"])
        assert THAI.search(day["name"]["th"])


def test_every_calendar_a_notice_leaves_out_is_there():
    named = {
        value.value.exclude
        for name in PACKS
        for key, times in pack(name).own.items()
        for value in times
        if key.startswith("notice.") and value.value.exclude
    }
    assert named == {"uk-england"}
    assert named <= {path.stem for path in CALENDARS.glob("*.toml")}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 26), "Boxing Day"),
        (date(2026, 12, 28), "Boxing Day"),
        (date(2027, 12, 27), "Christmas Day"),
        (date(2027, 12, 28), "Boxing Day"),
        (date(2022, 1, 3), "New Year's Day"),
        (date(2020, 5, 8), "Early May bank holiday, moved"),
        (date(2022, 9, 19), "State funeral of Queen Elizabeth II"),
    ],
)
def test_english_holidays_fall_on_their_days_and_substitutes(day, name):
    """Banking and Financial Dealings Act 1971; royal proclamations."""
    assert load_calendar(CALENDARS / "uk-england.toml").excludes(day).get("en") == name


@pytest.mark.parametrize(
    "day", [date(2020, 5, 4), date(2022, 5, 30), date(2026, 12, 24), date(2026, 12, 29)]
)
def test_moved_holidays_and_christmas_eve_count_as_days(day):
    assert load_calendar(CALENDARS / "uk-england.toml").excludes(day) is None


def test_moon_holidays_of_thailand_wait_to_be_confirmed():
    calendar = load_calendar(CALENDARS / "th-public.toml")
    assert calendar.excludes(date(2026, 12, 7)).get("en") == "Father's Day"
    unsure = {one.name.get("en") for one in calendar.holidays if not one.verified}
    assert unsure == {
        *("Makha Bucha", "Visakha Bucha", "In place of Visakha Bucha", "Asalha Bucha"),
        "Khao Phansa",
    }


# --- notice ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "post_by"),
    [
        (datetime(2026, 12, 10, 19), datetime(2026, 12, 7, 19)),
        (datetime(2026, 3, 10, 19), datetime(2026, 3, 7, 18)),  # the clock changed in between
    ],
)
@pytest.mark.parametrize("name", ["us-ca-brown", "us-ca-la-nc"])
def test_72_hours_elapse_through_a_change_of_the_clock(name, starts, post_by):
    """Gov. Code §54954.2(a); weekends count."""
    found = latest(name, MeetingKind.REGULAR, starts, LOS_ANGELES)
    assert found.replace(tzinfo=None) == post_by
    assert starts.replace(tzinfo=LOS_ANGELES).astimezone(UTC) - found.astimezone(UTC) == timedelta(
        hours=72
    )


@pytest.mark.parametrize(("kind", "hours"), [(MeetingKind.SPECIAL, 24), (MeetingKind.EMERGENCY, 1)])
def test_special_and_emergency_meetings_of_the_brown_act(kind, hours):
    """Gov. Code §54956: 24 hours; §54956.5: one hour."""
    starts = datetime(2026, 12, 10, 19)
    found = latest("us-ca-brown", kind, starts, LOS_ANGELES)
    assert found.replace(tzinfo=None) == starts - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("meeting", "issue"),
    [
        (date(2026, 12, 10), date(2026, 12, 6)),
        (date(2026, 12, 14), date(2026, 12, 9)),
        (date(2026, 12, 29), date(2026, 12, 21)),  # the 25th, 26th and 28th are left out
    ],
)
@pytest.mark.parametrize("kind", [MeetingKind.REGULAR, MeetingKind.SPECIAL, MeetingKind.ANNUAL])
def test_three_clear_days_of_a_parish(kind, meeting, issue):
    """Local Government Act 1972 Sch. 12 para. 10 and s. 243."""
    starts = datetime.combine(meeting, datetime.min.time()).replace(hour=19)
    assert latest("uk-parish", kind, starts, LONDON) == issue


def test_three_days_and_five_days_of_a_thai_local_council():
    """Ministry of Interior regulation B.E. 2547: notice, and written motions."""
    starts = datetime(2026, 12, 10, 9, 30)
    assert latest("th-lao", MeetingKind.REGULAR, starts, BANGKOK) == date(2026, 12, 7)
    assert latest("th-lao", None, starts, BANGKOK, "motion_notice") == date(2026, 12, 5)
    assert latest("th-lao", None, starts, BANGKOK, "minutes.open_before") == date(2026, 12, 9)


def test_new_york_posts_72_hours_before_and_papers_24():
    """Public Officers Law §104(1) and §103(e)."""
    starts = datetime(2026, 12, 10, 19)
    found = latest("us-nyc-cb", MeetingKind.REGULAR, starts, NEW_YORK)
    assert found.replace(tzinfo=None) == datetime(2026, 12, 7, 19)
    found = latest("us-ny-oml", None, starts, NEW_YORK, "notice_documents")
    assert found.replace(tzinfo=None) == datetime(2026, 12, 9, 19)


def test_los_angeles_posts_at_a_place_a_website_and_the_departments_list():
    """Posting Policy 2014-01.1."""
    places = pack("us-ca-la-nc").value_of("posting_places")
    assert places.codes == ("physical_place", "website", "department_list")


# --- agenda and late items ------------------------------------------------------------------------


@pytest.mark.parametrize(("present", "yes"), [(15, 10), (13, 13), (14, 10), (21, 14)])
def test_an_urgent_item_of_a_council_of_21(present, yes):
    """Gov. Code §54954.2(b)(2): two thirds of those present, or all when fewer than two thirds."""
    rules = pack("us-ca-brown")
    room = Room(present=present, present_entitled=present, seats=21, members_in_office=21)
    wanted = need("urgent", rules.value_of("late_item.urgent"), rules.requirement, room)
    assert wanted.yes == yes
    assert judge_finding(wanted, yes).holds is True
    assert judge_finding(wanted, yes - 1).holds is False


@pytest.mark.parametrize(
    ("posted_for", "holds"), [(date(2026, 12, 5), True), (date(2026, 12, 4), False)]
)
def test_an_item_continued_within_five_days(posted_for, holds):
    """Gov. Code §54954.2(b)(3)."""
    rule = pack("us-ca-brown").value_of("late_item.continued")
    assert judge_continued(posted_for, date(2026, 12, 10), rule).holds is holds


def test_a_special_meeting_decides_only_noticed_business_and_late_items_are_announced():
    """Gov. Code §54956 and §54954.2(b)."""
    rules = pack("us-ca-brown")
    assert rules.value_of("announce_late_item") is True
    new = rules.value_of("agenda.new_business_special")
    assert judge_late_item(MeetingKind.SPECIAL, [], new_business_special=new).holds is False


@pytest.mark.parametrize(("words", "brief"), [(20, True), (21, False)])
def test_an_agenda_title_has_at_most_20_words(words, brief):
    """Gov. Code §54954.2(a)."""
    most = pack("us-ca-la-nc").value_of("agenda.title_words")
    title = Text.of(" ".join(["word"] * words), "en")
    assert duties.judge_title(title, most).holds is brief


# --- the public, and ways of voting ---------------------------------------------------------------


def test_the_public_speaks_on_any_matter_only_at_regular_meetings_of_the_brown_act():
    """Gov. Code §54954.3(a)."""
    rules = pack("us-ca-brown")
    kinds = [ItemKind.CALL_TO_ORDER, ItemKind.DECISION]
    told = {
        kind: [
            one.holds
            for one in duties.judge_comment(rules.value_of(f"public_comment.{kind}"), kinds)
        ]
        for kind in (MeetingKind.REGULAR, MeetingKind.SPECIAL)
    }
    assert told == {MeetingKind.REGULAR: [False, False], MeetingKind.SPECIAL: [False]}


def test_a_translated_speaker_has_twice_the_time():
    """Gov. Code §54954.3(b)."""
    factor = pack("us-ca-brown").value_of("public_comment.translator_factor")
    assert duties.speaking_minutes(2, translated=True, factor=factor) == 4


@pytest.mark.parametrize(
    ("name", "method", "remote", "demanded", "holds"),
    [
        ("us-ca-brown", Method.SECRET_BALLOT, False, 0, False),
        ("us-ca-la-nc", Method.SECRET_BALLOT, True, 0, False),
        ("us-ca-brown", Method.SHOW_OF_HANDS, True, 0, False),
        ("us-ca-brown", Method.ROLL_CALL, True, 0, True),
        ("us-ca-brown", Method.VOICE, False, 0, False),  # each member's vote must be on record
        ("us-ca-brown", Method.SHOW_OF_HANDS, False, 0, True),
        ("uk-parish", Method.SHOW_OF_HANDS, False, 0, True),
        ("uk-parish", Method.SHOW_OF_HANDS, False, 1, False),
        ("uk-parish", Method.ROLL_CALL, False, 1, True),
        ("th-lao", Method.SECRET_BALLOT, False, 0, True),
        ("th-emeet", Method.SECRET_BALLOT, True, 0, True),
    ],
)
def test_ways_of_voting(name, method, remote, demanded, holds):
    """Gov. Code §54953(b) and (c); Local Government Act 1972 Sch. 12 para. 13; Thai practice."""
    rules = pack(name)
    ruling = duties.judge_method(
        method,
        secret=rules.secret_ballot,
        roll_call=rules.value_of("roll_call"),
        remote=remote,
        by_member=rules.value_of("vote_by_member", False),
        demanded=demanded,
    )
    assert ruling.holds is holds


@pytest.mark.parametrize(("held", "left", "holds"), [(1, 0, True), (0, 2, None), (0, 0, False)])
def test_a_neighborhood_council_meets_in_person_once_a_year(held, left, holds):
    """Senate Bill 707 for neighborhood councils."""
    rule = pack("us-ca-la-nc").value_of("remote")
    assert rule.quorum_inside
    assert rule.roll_call
    assert rule.listed_in_minutes
    assert duties.judge_yearly(rule, held, left).holds is holds


# --- members --------------------------------------------------------------------------------------


def held(**changed):
    """Return what a member needs to vote on money, with some of it changed or left out."""
    passed = date(2025, 6, 1)
    every = {
        "seated": Qualification("seated"),
        "age_18": Qualification("age_18"),
        "ethics_training": Qualification("ethics_training", passed),
        "code_of_conduct": Qualification("code_of_conduct", passed),
        "funding_training": Qualification("funding_training", passed, score=70),
    }
    return [one for one in (every | changed).values() if one is not None]


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({}, True),
        ({"ethics_training": None}, False),
        ({"age_18": None}, False),
        (
            {"funding_training": Qualification("funding_training", date(2025, 6, 1), score=69)},
            False,
        ),
        (
            {"funding_training": Qualification("funding_training", date(2023, 6, 1), score=90)},
            False,
        ),
    ],
)
def test_votes_on_money_in_los_angeles_need_training_of_the_last_two_years(changed, holds):
    """Board member requirements: 18 years, AB 1234, code of conduct, funding training of 70 %."""
    rules = pack("us-ca-la-nc")
    needs = rules.value_of("eligibility.funding")
    terms = {code: rules.value_of(f"qualification.{code}") for code in needs}
    ruling = judge_eligibility("funding", needs, terms, held(**changed), date(2026, 11, 23))
    assert ruling.holds is holds


def test_a_member_of_a_thai_community_committee_is_thai_18_and_in_the_house_register():
    """Ministry of Interior regulation B.E. 2564."""
    needs = pack("th-muni").value_of("eligibility.membership")
    assert needs == ("thai_national", "age_18", "house_register")


def attended(*months, status=Presence.ABSENT):
    return [absences.Attended(date(2026, month, 10), status) for month in months]


def test_three_absences_running_or_five_in_a_year_ring_the_alarm_in_los_angeles():
    """Typical bylaws; to be confirmed."""
    alarm = pack("us-ca-la-nc").value_of("attendance_alarm")
    on = date(2026, 12, 31)
    assert absences.judge_alarm(alarm, attended(10, 11), on).holds is True
    assert absences.judge_alarm(alarm, attended(9, 10, 11), on).holds is False
    mixed = attended(1, 3, 5, 7, 9) + attended(2, 4, 6, 8, 10, status=Presence.PRESENT)
    assert absences.judge_alarm(alarm, mixed, on).holds is False


def test_six_months_without_attendance_lose_a_parish_seat():
    """Local Government Act 1972 s. 85."""
    months = pack("uk-parish").value_of("seat_lost")
    since = date(2026, 1, 10)
    meetings = attended(2, 3, 4, 5, 6, 7)
    assert absences.judge_seat(months, meetings, since, date(2026, 7, 9)).holds is True
    assert absences.judge_seat(months, meetings, since, date(2026, 7, 10)).holds is False


@pytest.mark.parametrize("name", ["uk-parish", "th-coc", "th-lao"])
def test_four_meetings_a_year(name):
    """Local Government Act 1972 Sch. 12 paras. 7 and 8; Thai acts, partly to be confirmed."""
    least = pack(name).value_of("meetings_a_year")
    assert absences.judge_meetings(least, 4, 0, 2026).holds is True
    assert absences.judge_meetings(least, 3, 0, 2026).holds is False


@pytest.mark.parametrize(
    ("name", "years", "verified"), [("us-nyc-cb", 2, True), ("th-coc", 4, False)]
)
def test_terms(name, years, verified):
    """New York City Charter §2800; Thai Act of B.E. 2551, to be confirmed."""
    assert pack(name).value_of("term") == years
    assert pack(name).get("term").verified is verified


# --- minutes --------------------------------------------------------------------------------------


def test_draft_minutes_are_public_two_weeks_after_a_meeting_in_new_york():
    """Public Officers Law §106(3)."""
    meeting = datetime(2026, 11, 19, 18, 30, tzinfo=NEW_YORK)
    due = due_of(pack("us-nyc-cb").value_of("minutes.draft_due"), meeting, NEW_YORK)
    assert due.last == date(2026, 12, 3)


def test_approved_minutes_are_on_the_website_30_days_after_approval_in_los_angeles():
    """Minutes Policy 2016-01."""
    approved = datetime(2026, 12, 17, 18, 30, tzinfo=LOS_ANGELES)
    due = due_of(pack("us-ca-la-nc").value_of("minutes.approved_due"), approved, LOS_ANGELES)
    assert due.last == date(2027, 1, 16)


def test_how_long_records_are_kept():
    """Gov. Code §54953.5(b): recordings 30 days; minutes of a parish for good."""
    assert pack("us-ca-brown").value_of("retention.recording").days == 30
    assert pack("uk-parish").value_of("retention.minutes").days is None


def test_an_electronic_meeting_in_thailand_is_identified_recorded_and_logged():
    """Emergency Decree B.E. 2563; to be confirmed."""
    rules = pack("th-emeet")
    for key in ("identify_participants", "record_meeting", "keep_log"):
        assert rules.value_of(key) is True
        assert rules.get(key).verified is False
