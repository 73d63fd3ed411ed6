"""Public comment, people elsewhere, ways of voting, titles; minutes in time; absences and terms."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from council.catalogue import say
from council.domain.duties.absences import (
    VACANT_LONG,
    Attended,
    judge_alarm,
    judge_meetings,
    judge_seat,
    judge_term,
    judge_vacancy,
    term_end,
)
from council.domain.duties.duty_rules import (
    AttendanceAlarm,
    Due,
    DueFrom,
    DueUnit,
    PublicComment,
    RemoteRule,
    RollCallRule,
    RollCallWhen,
)
from council.domain.duties.meeting_duties import (
    judge_comment,
    judge_in_person,
    judge_method,
    judge_named,
    judge_remote,
    judge_title,
    judge_yearly,
    speaking_minutes,
    title_words,
    unknown,
)
from council.domain.duties.minutes_due import (
    FIELDS,
    MinutesDue,
    due_of,
    field_name,
    judge_due,
    judge_fields,
    judge_signers,
)
from council.domain.messages import Message
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, Method, Presence

if TYPE_CHECKING:
    from council.domain.rulings import Ruling

NY = ZoneInfo("America/New_York")
ALLOWED, FORBIDDEN = "allowed", "forbidden"
SAID: dict[str, Any] = {"source": "s", "verified": False}


def checked(ruling: Ruling) -> Ruling:
    """Prove that the ruling hands on who says so, and has words in both languages."""
    assert (ruling.source, ruling.verified) == ("s", False)
    for language in ("en", "th"):
        assert say(ruling.message, language)
    return ruling


def short(ruling: Ruling) -> tuple[bool | None, str]:
    return ruling.holds, ruling.message.code


# ---------------------------------------------------------------------------- unknown


@pytest.mark.parametrize(
    "what",
    [
        *("notice", "notice_documents", "motion_notice", "posting_places", "late_item"),
        *("public_comment", "remote", "secret_ballot", "roll_call", "vote_by_member"),
        *("minutes_draft", "minutes_approved", "minutes_open", "attendance_alarm", "seat_lost"),
        *("meetings_a_year", "term", "title_words"),
    ],
)
def test_a_rule_not_known_on_the_day_cannot_be_determined(what: str) -> None:
    ruling = unknown(what, "s")
    assert short(checked(ruling)) == (None, "duty.not_known")
    assert ruling.message.params == {"rule": Message(f"duty_rule.{what}")}
    assert unknown(what).source == ""


# -------------------------------------------------------------------- public comment

COMMENT, DECISION, CONSENT = ItemKind.PUBLIC_COMMENT, ItemKind.DECISION, ItemKind.CONSENT
ROLL, NEWS = ItemKind.ROLL_CALL, ItemKind.ANNOUNCEMENT


@pytest.mark.parametrize(
    ("general", "items", "kinds", "expected"),
    [
        (True, True, [ROLL, COMMENT, DECISION], [(True, "general_met"), (True, "items_met")]),
        (True, True, [DECISION, COMMENT], [(True, "general_met"), (False, "items_missing")]),
        (True, True, [DECISION], [(False, "general_missing"), (False, "items_missing")]),
        (True, True, [NEWS], [(False, "general_missing")]),
        (True, True, [COMMENT, NEWS], [(True, "general_met")]),
        (False, True, [COMMENT, CONSENT], [(True, "items_met")]),
        (False, True, [NEWS, CONSENT, COMMENT], [(False, "items_missing")]),
        (True, False, [DECISION], [(False, "general_missing")]),
        (False, False, [DECISION], []),
        (True, True, [], [(False, "general_missing")]),
    ],
)
def test_brown_act_s10_p30_public_comment_on_any_matter_and_before_each_item(
    general: bool, items: bool, kinds: list[ItemKind], expected: list[tuple[bool, str]]
) -> None:
    found = judge_comment(PublicComment(general, items), kinds, **SAID)
    told = [(one.holds, one.message.code.removeprefix("comment.")) for one in map(checked, found)]
    assert told == expected
    assert all(one.verified for one in judge_comment(PublicComment(general, items), kinds))


def test_brown_act_s10_p80_a_translator_doubles_the_time() -> None:
    assert speaking_minutes(3, translated=True, factor=2) == 6
    assert speaking_minutes(3, translated=False, factor=2) == 3
    assert speaking_minutes(3, translated=True) == 3


# ------------------------------------------------------------------- people elsewhere

REMOTE = RemoteRule(allowed=True, roll_call=True, listed_in_minutes=True, yearly_in_person=1)
ANN = Text.of("Ann Moss", "en")


def test_s10_p22_members_may_take_part_from_elsewhere_where_the_rules_let_them() -> None:
    assert short(checked(judge_remote(REMOTE, [ANN], **SAID))) == (True, "remote.allowed")
    never = judge_remote(RemoteRule(allowed=False), [ANN], **SAID)
    assert short(checked(never)) == (False, "remote.not_allowed")
    assert never.message.params == {"names": [ANN]}
    nobody = judge_remote(RemoteRule(allowed=False), [], **SAID)
    assert short(checked(nobody)) == (True, "remote.nobody")
    assert judge_remote(REMOTE, [ANN]).verified


@pytest.mark.parametrize(("here", "holds"), [(7, False), (8, True), (9, True)])
def test_s10_p22_the_quorum_in_one_room(here: int, holds: bool) -> None:
    ruling = checked(judge_in_person(8, here, **SAID))
    assert ruling.holds is holds
    assert ruling.message.params == {"present": here, "needed": 8}
    assert ruling.message.code == ("remote.quorum_met" if holds else "remote.quorum_short")
    assert judge_in_person(8, here).verified


def test_a_quorum_nobody_knows_cannot_be_met_in_one_room() -> None:
    ruling = checked(judge_in_person(None, 8, **SAID))
    assert short(ruling) == (None, "remote.quorum_unknown")
    assert ruling.message.params == {"present": 8, "needed": 0}


@pytest.mark.parametrize(
    ("held", "left", "holds", "code"),
    [
        (1, 0, True, "yearly_met"),
        (2, 0, True, "yearly_met"),
        (0, 1, None, "yearly_open"),
        (0, 0, False, "yearly_short"),
    ],
)
def test_s10_p83_once_a_year_the_quorum_meets_in_one_room(
    held: int, left: int, holds: bool | None, code: str
) -> None:
    ruling = checked(judge_yearly(REMOTE, held, left, **SAID))
    assert short(ruling) == (holds, f"remote.{code}")
    assert ruling.message.params == {"held": held, "needed": 1}
    assert judge_yearly(REMOTE, held, left).verified


# --------------------------------------------------------------------- ways of voting


def way(method: Method, **more: Any) -> Ruling:
    given: dict[str, Any] = {
        "secret": "allowed", "roll_call": RollCallRule(), "remote": False, "by_member": False,
        **SAID, **more,
    }  # fmt: skip
    return checked(judge_method(method, **given))


@pytest.mark.parametrize("method", list(Method))
def test_ronr_s44_every_way_of_voting_is_allowed(method: Method) -> None:
    assert short(way(method)) == (True, "voting_way.allowed")


def test_brown_act_s10_p64_a_secret_ballot_is_forbidden() -> None:
    told = short(way(Method.SECRET_BALLOT, secret=FORBIDDEN))
    assert told == (False, "voting_way.secret_forbidden")
    remote = RollCallRule(mandatory=RollCallWhen.ALWAYS)
    told = short(way(Method.SECRET_BALLOT, secret=FORBIDDEN, roll_call=remote))
    assert told == (False, "voting_way.secret_forbidden")
    assert short(way(Method.VOICE, secret=FORBIDDEN)) == (True, "voting_way.allowed")


@pytest.mark.parametrize("method", list(Method))
def test_brown_act_s10_p19_a_roll_call_when_somebody_takes_part_from_elsewhere(
    method: Method,
) -> None:
    rule = RollCallRule(mandatory=RollCallWhen.REMOTE)
    told = way(method, roll_call=rule, remote=True)
    assert short(told) == (method is Method.ROLL_CALL, "voting_way.roll_call_remote")
    assert short(way(method, roll_call=rule)) == (True, "voting_way.allowed")
    always = way(method, roll_call=RollCallRule(mandatory=RollCallWhen.ALWAYS))
    assert short(always) == (method is Method.ROLL_CALL, "voting_way.roll_call_always")


@pytest.mark.parametrize(("demanded", "compelled"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_roll_call_on_demand_of_two(demanded: int, compelled: bool) -> None:
    told = way(Method.VOICE, roll_call=RollCallRule(on_demand=2), demanded=demanded)
    assert told.holds is not compelled
    if compelled:
        assert told.message == Message(
            "voting_way.roll_call_demanded", {"count": demanded, "needed": 2}
        )


def test_uk_schedule_12_one_member_can_demand_a_recorded_vote() -> None:
    told = way(Method.ROLL_CALL, roll_call=RollCallRule(on_demand=1))
    assert (told.holds, told.message) == (True, Message("voting_way.on_demand", {"count": 1}))
    assert short(way(Method.VOICE, roll_call=RollCallRule(on_demand=1))) == (
        True,
        "voting_way.allowed",
    )
    nobody = way(Method.ROLL_CALL, roll_call=RollCallRule(on_demand=0), demanded=5)
    assert short(nobody) == (True, "voting_way.allowed")


@pytest.mark.parametrize(
    ("method", "holds", "code"),
    [
        (Method.ROLL_CALL, True, "allowed"),
        (Method.NO_OBJECTION, True, "allowed"),
        (Method.SHOW_OF_HANDS, True, "note_each"),
        (Method.VOICE, False, "each_unknown"),
        (Method.SECRET_BALLOT, False, "each_unknown"),
    ],
)
def test_brown_act_s10_p64_the_vote_of_each_member_is_reported(
    method: Method, holds: bool, code: str
) -> None:
    assert short(way(method, by_member=True)) == (holds, f"voting_way.{code}")


def test_a_ruling_on_a_method_is_verified_unless_said_otherwise() -> None:
    told = judge_method(
        Method.VOICE, secret=ALLOWED, roll_call=RollCallRule(), remote=False, by_member=False
    )
    assert (told.verified, told.source) == (True, "")


@pytest.mark.parametrize(
    ("method", "named", "unanimous", "holds"),
    [
        (Method.SHOW_OF_HANDS, False, False, False),
        (Method.SHOW_OF_HANDS, True, False, True),
        (Method.VOICE, False, True, True),
        (Method.NO_OBJECTION, False, False, True),
    ],
)
def test_brown_act_s10_p64_a_vote_on_record_names_each_member(
    method: Method, named: bool, unanimous: bool, holds: bool
) -> None:
    ruling = checked(judge_named(method, named=named, unanimous=unanimous, **SAID))
    assert ruling.holds is holds
    assert ruling.message.code == f"voting_way.each_{'recorded' if holds else 'missing'}"
    assert judge_named(method, named=named, unanimous=unanimous).verified


# ----------------------------------------------------------------------------- titles


@pytest.mark.parametrize(("count", "holds"), [(19, True), (20, True), (21, False)])
def test_brown_act_s10_an_item_is_described_in_20_words(count: int, holds: bool) -> None:
    ruling = checked(judge_title(Text.of("word " * count, "en"), 20, **SAID))
    assert ruling.holds is holds
    assert ruling.message.params == {"words": count, "most": 20}
    assert ruling.message.code == ("title.brief" if holds else "title.long")
    assert judge_title(Text.of("word", "en"), 20).verified


def test_words_are_counted_in_the_language_that_has_most_and_not_in_thai() -> None:
    both = Text((("en", "one two"), ("de", "eins zwei drei"), ("th", "ก ข ค ง จ")))
    assert title_words(both) == 3
    assert title_words(Text.of("การซ่อมไฟ ถนน", "th")) == 0
    assert title_words(Text()) == 0


# --------------------------------------------------------------------- minutes in time

MEETING = datetime(2026, 11, 19, 21, 30, tzinfo=NY)
TWO_WEEKS = Due(2, DueUnit.WEEKS)


def due(amount: int, unit: DueUnit, since: DueFrom = DueFrom.MEETING) -> MinutesDue:
    return due_of(Due(amount, unit, since), MEETING, NY)


@pytest.mark.parametrize(
    ("amount", "unit", "last"),
    [
        (2, DueUnit.WEEKS, date(2026, 12, 3)),
        (14, DueUnit.DAYS, date(2026, 12, 3)),
        (30, DueUnit.DAYS, date(2026, 12, 19)),
        (1, DueUnit.MONTHS, date(2026, 12, 19)),
        (1, DueUnit.WEEKS, date(2026, 11, 26)),
    ],
)
def test_ny_open_meetings_law_s106_days_and_weeks_from_the_meeting(
    amount: int, unit: DueUnit, last: date
) -> None:
    found = due(amount, unit)
    assert (found.rule, found.last, found.since) == (Due(amount, unit), last, MEETING)
    assert found.until == datetime.combine(last + timedelta(days=1), datetime.min.time(), NY)


def test_hours_after_a_meeting_are_elapsed_hours() -> None:
    before = datetime(2026, 10, 31, 20, tzinfo=NY)  # the clock goes back that night
    found = due_of(Due(24, DueUnit.HOURS), before.astimezone(UTC), NY)
    assert isinstance(found.last, datetime)
    assert found.rule == Due(24, DueUnit.HOURS)
    assert found.last.isoformat() == "2026-11-01T19:00:00-05:00"
    on_time = judge_due(found, found.until, MEETING, "draft")
    assert on_time.holds is True
    late = judge_due(found, found.until.astimezone(UTC) + timedelta(seconds=1), MEETING, "draft")
    assert (late.holds, late.message.params["late"]) == (False, 0)


def test_ny_open_meetings_law_s106_draft_minutes_within_two_weeks_even_if_unapproved() -> None:
    found = due_of(TWO_WEEKS, MEETING, NY)
    last = datetime(2026, 12, 3, 23, 59, 59, tzinfo=NY)
    after = last + timedelta(seconds=1)
    in_time = checked(judge_due(found, last, after, "draft", **SAID))
    assert short(in_time) == (True, "minutes_due.in_time")
    assert in_time.message.params == {
        "what": Message("minutes_due.what_draft"),
        "last": date(2026, 12, 3),
        "since": date(2026, 11, 19),
        "at": date(2026, 12, 3),
        "late": 0,
    }
    late = checked(judge_due(found, after, after, "draft", **SAID))
    assert short(late) == (False, "minutes_due.late")
    assert (late.message.params["at"], late.message.params["late"]) == (date(2026, 12, 4), 1)
    waiting = checked(judge_due(found, None, last, "approved", **SAID))
    assert short(waiting) == (None, "minutes_due.waiting")
    overdue = checked(judge_due(found, None, after + timedelta(days=2), "approved", **SAID))
    assert (short(overdue), overdue.message.params["late"]) == ((False, "minutes_due.overdue"), 3)
    assert judge_due(found, None, last, "draft").verified


def test_minutes_published_elsewhere_on_earth_are_dated_where_the_council_is() -> None:
    found = due_of(TWO_WEEKS, MEETING, NY)
    at = datetime(2026, 12, 4, 3, tzinfo=UTC)  # 3 December, 10 p.m. in New York
    ruling = judge_due(found, at, at, "draft")
    assert (ruling.holds, ruling.message.params["at"]) == (True, date(2026, 12, 3))


def test_ronr_s48_what_minutes_must_hold() -> None:
    needed = ("body", "date", "weather_report")
    met = checked(judge_fields(needed, {*needed, "more"}, **SAID))
    assert short(met) == (True, "minutes_due.fields_met")
    missing = checked(judge_fields(needed, {"body"}, **SAID))
    assert short(missing) == (False, "minutes_due.fields_missing")
    assert missing.message.params == {"missing": [Message("minutes_field.date"), "weather report"]}
    assert judge_fields(needed, needed).verified
    assert judge_fields(needed, ()).verified


def test_every_known_field_of_minutes_has_words() -> None:
    for code in FIELDS:
        name = field_name(code)
        assert isinstance(name, Message)
        assert say(name, "en")
        assert say(name, "th")


def test_the_offices_that_sign_minutes_are_held() -> None:
    met = checked(judge_signers(("secretary",), {"secretary", "chair"}, **SAID))
    assert (short(met), met.message.params) == (
        (True, "minutes_due.signers"),
        {"roles": [Message("role.secretary")]},
    )
    missing = checked(judge_signers(("secretary", "chair"), {"secretary"}, **SAID))
    assert short(missing) == (False, "minutes_due.signer_missing")
    assert missing.message.params == {"roles": [Message("role.chair")]}
    assert judge_signers((), ()).verified


# ------------------------------------------------------------------- absences and terms

ON = date(2026, 12, 10)
P, A, E = Presence.PRESENT, Presence.ABSENT, Presence.EXCUSED


def year(*states: Presence, last: date = ON) -> list[Attended]:
    """Return monthly meetings, the last one on a day."""
    months = range(len(states) - 1, -1, -1)
    days = [last - timedelta(days=30 * n) for n in months]
    return [Attended(day, state) for day, state in zip(days, states, strict=True)]


LA_ALARM = AttendanceAlarm(consecutive=3, total=5, months=12)


@pytest.mark.parametrize(
    ("states", "holds", "code"),
    [
        ((A, A, A), False, "running"),
        ((P, A, A), True, "fine"),
        ((A, A, A, P), True, "fine"),
        ((A, E, A, A), False, "running"),  # an excuse neither adds nor ends the run
        ((A, E, A), True, "fine"),
        ((A, A, P, A, P, A, P, A, P), False, "total"),
        ((A, A, P, A, P, A, P, E, P), True, "fine"),
        ((), True, "fine"),
    ],
)
def test_la_bylaws_v7_three_running_or_five_in_twelve_months(
    states: tuple[Presence, ...], holds: bool, code: str
) -> None:
    ruling = checked(judge_alarm(LA_ALARM, year(*states), ON, **SAID))
    assert short(ruling) == (holds, f"absence.{code}")
    assert judge_alarm(LA_ALARM, year(*states), ON).verified


def test_the_alarm_tells_its_sum() -> None:
    ruling = judge_alarm(LA_ALARM, year(A, P, A, A, A), ON)
    assert ruling.message.params == {"running": 3, "total": 4, "months": 12, "most": 3}
    total = judge_alarm(AttendanceAlarm(total=4), year(A, P, A, A, A), ON)
    assert total.message.params == {"running": 3, "total": 4, "months": 12, "most": 4}


def test_excused_absences_count_where_the_rules_say_so() -> None:
    strict = AttendanceAlarm(consecutive=3, unless_excused=False)
    assert judge_alarm(strict, year(A, E, A), ON).holds is False
    assert judge_alarm(strict, year(A, E), ON).holds is True


def test_absences_of_twelve_months_and_up_to_the_day() -> None:
    five = AttendanceAlarm(total=5, months=12)
    old = Attended(date(2025, 12, 10), A)  # a year ago to the day: outside
    inside = Attended(date(2025, 12, 11), A)
    four = [Attended(date(2026, month, 1), A) for month in (2, 3, 4, 5)]
    assert judge_alarm(five, [old, *four], ON).holds is True
    assert judge_alarm(five, [inside, *four], ON).holds is False
    later = Attended(ON + timedelta(days=1), A)
    assert judge_alarm(five, [later, *four], ON).holds is True
    today = Attended(ON, A)
    assert judge_alarm(five, [today, *four], ON).holds is False
    assert judge_alarm(AttendanceAlarm(consecutive=1), [later], ON).holds is True


def test_meetings_may_come_in_any_order() -> None:
    assert judge_alarm(LA_ALARM, year(A, A, A, P)[::-1], ON).holds is True


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2026, 12, 9), True), (date(2026, 12, 10), False), (date(2026, 12, 11), False)],
)
def test_local_government_act_1972_s85_a_seat_is_lost_after_six_months(
    on: date, holds: bool
) -> None:
    came = [Attended(date(2026, 6, 10), P), Attended(date(2026, 7, 8), A)]
    ruling = checked(judge_seat(6, came, date(2024, 5, 1), on, **SAID))
    assert ruling.holds is holds
    assert ruling.message.params == {
        "last": date(2026, 6, 10), "end": date(2026, 12, 10), "months": 6, "missed": 1,
    }  # fmt: skip
    assert ruling.message.code == ("seat_rule.kept" if holds else "seat_rule.lost")
    assert judge_seat(6, came, date(2024, 5, 1), on).verified


def test_an_approved_reason_starts_the_six_months_anew() -> None:
    came = [Attended(date(2026, 5, 1), P), Attended(date(2026, 7, 8), E)]
    missed = Attended(date(2026, 8, 1), A)
    assert judge_seat(6, [*came, missed], date(2024, 5, 1), ON).holds is True
    assert judge_seat(6, [came[0], missed], date(2024, 5, 1), ON).holds is False


def test_who_comes_on_the_last_day_keeps_the_seat() -> None:
    came = [Attended(date(2026, 6, 10), P), Attended(date(2026, 7, 8), A), Attended(ON, P)]
    ruling = judge_seat(6, came, date(2024, 5, 1), ON)
    assert (ruling.holds, ruling.message.params["last"]) == (True, ON)


def test_without_a_meeting_nobody_loses_a_seat() -> None:
    came = [Attended(date(2026, 5, 1), P)]
    assert judge_seat(6, came, date(2024, 5, 1), ON).holds is True
    later = Attended(ON + timedelta(days=1), A)
    assert judge_seat(6, [*came, later], date(2024, 5, 1), ON).holds is True
    today = Attended(ON, A)
    assert judge_seat(6, [*came, today], date(2024, 5, 1), ON).holds is False


def test_the_months_count_from_the_first_day_in_office_when_nobody_came() -> None:
    missed = [Attended(date(2026, 7, 1), A)]
    ruling = judge_seat(6, missed, date(2026, 6, 10), ON)
    assert (ruling.holds, ruling.message.params["last"]) == (False, date(2026, 6, 10))
    # A meeting attended later, or before the term, does not change where the count begins.
    assert judge_seat(6, [*missed, Attended(ON + timedelta(days=1), P)], date(2026, 6, 10), ON
                      ).holds is False  # fmt: skip
    old = Attended(date(2025, 1, 1), P)
    assert judge_seat(6, [*missed, old], date(2026, 6, 11), ON).holds is True


@pytest.mark.parametrize(
    ("held", "planned", "holds", "code"),
    [
        (4, 0, True, "met"),
        (5, 0, True, "met"),
        (3, 1, None, "open"),
        (3, 0, False, "short"),
        (0, 3, False, "short"),
    ],
)
def test_uk_schedule_12_four_meetings_a_year(
    held: int, planned: int, holds: bool | None, code: str
) -> None:
    ruling = checked(judge_meetings(4, held, planned, 2026, **SAID))
    assert short(ruling) == (holds, f"meetings_a_year.{code}")
    params = ruling.message.params
    assert (params["least"], params["held"], params["planned"]) == (4, held, planned)
    assert (params["year"].get("en"), params["year"].get("th")) == ("2026", "2569")
    assert judge_meetings(4, held, planned, 2026).verified


@pytest.mark.parametrize(("held", "expected"), [(4, (True, "met")), (3, (False, "few"))])
def test_uk_schedule_12_a_year_that_is_over_gets_no_more_meetings(
    held: int, expected: tuple[bool, str]
) -> None:
    ruling = checked(judge_meetings(4, held, 9, 2026, over=True, **SAID))
    assert short(ruling) == (expected[0], f"meetings_a_year.{expected[1]}")


@pytest.mark.parametrize(
    ("day", "count", "code"),
    [(1, 0, "open"), (15, 14, "open"), (16, 15, "long"), (30, 29, "long")],
)
def test_uk_casual_vacancy_has_fourteen_days(day: int, count: int, code: str) -> None:
    """Whether it was announced stands in no record: the ruling stays open."""
    since = date(2026, 6, 1)
    ruling = checked(judge_vacancy(14, since, date(2026, 6, day), **SAID))
    assert short(ruling) == (None, f"vacancy.{code}")
    assert ruling.message.params == {"since": since, "count": count, "days": 14}
    assert (ruling.message.code == VACANT_LONG) == (code == "long")
    assert judge_vacancy(14, since, since).verified


@pytest.mark.parametrize(
    ("end", "holds", "code"),
    [
        (date(2028, 6, 30), True, "fits"),
        (date(2028, 6, 29), True, "fits"),
        (date(2028, 7, 1), False, "long"),
        (None, None, "no_end"),
    ],
)
def test_nyc_charter_two_year_terms(end: date | None, holds: bool | None, code: str) -> None:
    ruling = checked(judge_term(date(2026, 7, 1), end, 2, **SAID))
    assert short(ruling) == (holds, f"term.{code}")
    last = date(2028, 6, 30)
    assert ruling.message.params == {
        "start": date(2026, 7, 1), "most": last, "years": 2, "end": end or last,
    }  # fmt: skip
    assert term_end(date(2026, 7, 1), 2) == last
    assert judge_term(date(2026, 7, 1), end, 2).verified
