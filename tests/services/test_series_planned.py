"""Series of meetings: a year at once, one moved or cancelled, changed and ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from desks import back_and_forth, body_of, everything, local, seated, words

from council import catalogue
from council.domain.messages import InputRefused, NotAllowed
from council.domain.series import OnHoliday, RuleKind, SeriesRule
from council.domain.vocabulary import MeetingKind, MeetingState
from council.services import council, meetings
from council.services.duties.member_duties import meetings_a_year
from council.services.members import people
from council.services.planning import agenda
from council.services.schedule import holiday_calendars, series
from council.services.session import attendance
from council.services.today import today

LAST = date(2027, 12, 31)
RULE = SeriesRule(
    RuleKind.MONTHLY_NTH,
    weekday=3,
    nth=2,
    months_out=frozenset({8}),
    on_holiday=OnHoliday.WEEK_BEFORE,
)


@pytest.fixture
def desk():
    made, _ = seated()
    yield made
    made.close()


def plan_for(desk, **more) -> series.SeriesPlan:
    values = {
        "body_uid": body_of(desk),
        "rule": RULE,
        "starts_on": date(2027, 1, 1),
        "at": time(18, 30),
        "venue": words("Hall", "ศาลา"),
        "minutes": 120,
        "calendar": "th-public",
    }
    return series.SeriesPlan(**{**values, **more})


def made_year(desk, **more) -> series.Made:
    return series.make_series(desk, plan_for(desk, **more), LAST).value


def starts(desk) -> list[datetime]:
    return sorted(one.starts_local for one in meetings.list_meetings(desk))


def test_a_year_is_made_at_once(desk):
    made = back_and_forth(desk, series.make_series, plan_for(desk, template_uid="thai6"), LAST)
    found = {one.uid: one for one in meetings.list_meetings(desk)}
    assert len(made.meetings) == 11
    row = found[made.meetings[0]]
    assert row.starts_local == local(2027, 1, 14, 18, 30)
    assert (row.number, row.venue.show("th"), row.minutes_planned) == ("1/2027", "ศาลา", 120)
    assert (row.series_uid, row.series_on) == (made.uid, date(2027, 1, 14))
    assert row.secretary_uid
    assert [found[uid].number for uid in made.meetings] == [f"{n}/2027" for n in range(1, 12)]
    assert {one.starts_local.time() for one in found.values()} == {time(18, 30)}
    assert len(agenda.list_items(desk, made.meetings[10])) == 6
    (one,) = series.list_series(desk)
    assert one.planned == 11
    assert one.last_on == date(2027, 12, 9)
    assert one.plan == plan_for(desk, template_uid="thai6")
    assert catalogue.say(one.words, "en").startswith("the second Thursday of every month")


def test_the_preview_tells_what_would_be_made(desk):
    meetings.plan_meeting(desk, body_uid=body_of(desk), starts_local=local(2027, 2, 11, 9))
    rule = replace(RULE, kind=RuleKind.MONTHLY_DAY, day=12, on_holiday=OnHoliday.DAY_AFTER)
    found = series.preview_series(desk, plan_for(desk, rule=rule), date(2027, 1, 1), LAST)
    june = found[5]
    assert june.starts == local(2027, 6, 14, 18, 30)
    assert june.moved_because.show("en") == "Saturday"
    assert found[7].starts is None
    plain = series.preview_series(desk, plan_for(desk), date(2027, 1, 1), LAST)
    february = plain[1]
    assert not february.wanted
    assert february.makeable
    assert catalogue.say(february.beside, "en") == "1/2027 is already on this day"


def test_a_year_made_twice_makes_nothing_twice(desk):
    made = made_year(desk)
    uid = made.meetings[3]
    meetings.move_meeting(desk, uid, local(2027, 4, 20, 19))
    meetings.cancel_meeting(desk, made.meetings[5], "Flood")
    found = series.preview_series(desk, plan_for(desk), date(2027, 1, 1), LAST, made.uid)
    assert [one.there for one in found if one.starts] == list(made.meetings)
    with pytest.raises(InputRefused):
        series.extend_series(desk, made.uid, date(2027, 1, 1), LAST)
    more = back_and_forth(desk, series.extend_series, made.uid, date(2027, 6, 1), date(2028, 3, 31))
    assert [meetings.get_meeting(desk, one).starts_local.date() for one in more.meetings] == [
        date(2028, 1, 13), date(2028, 2, 10), date(2028, 3, 9),
    ]  # fmt: skip


def test_days_can_be_left_out(desk):
    made = series.make_series(
        desk, plan_for(desk), LAST, leave_out={date(2027, 1, 14), date(2027, 12, 9)}
    ).value
    assert len(made.meetings) == 9
    with pytest.raises(InputRefused) as refused:
        series.make_series(desk, plan_for(desk), date(2027, 1, 5))
    assert refused.value.code == "error.series_empty"


def test_a_slip_of_the_pen_is_refused(desk):
    for first, last in ((date(2027, 2, 1), date(2027, 1, 1)), (date(2570, 1, 1), date(2570, 2, 1))):
        with pytest.raises(InputRefused):
            series.preview_series(desk, plan_for(desk), first, last)
    weekly = plan_for(desk, rule=SeriesRule(RuleKind.WEEKLY, weekday=1))
    with pytest.raises(InputRefused) as refused:
        series.preview_series(desk, weekly, date(2027, 1, 1), date(2031, 1, 1))
    assert refused.value.code == "error.series_long"
    with pytest.raises(InputRefused):
        series.preview_series(desk, plan_for(desk, calendar="moon"), date(2027, 1, 1), LAST)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/London", "Asia/Bangkok"])
def test_the_clock_on_the_wall_stays_over_both_changes(desk, zone):
    council.update_council(desk, time_zone=zone)
    made = made_year(desk, rule=SeriesRule(RuleKind.WEEKLY, weekday=3), calendar="")
    found = [meetings.get_meeting(desk, uid) for uid in made.meetings]
    moments = [one.starts_local.replace(tzinfo=ZoneInfo(one.zone)) for one in found]
    assert len(found) == 52
    assert {one.zone for one in found} == {zone}
    assert {(one.hour, one.minute) for one in moments} == {(18, 30)}
    assert len({one.utcoffset() for one in moments}) == (1 if zone == "Asia/Bangkok" else 2)


def test_one_is_moved_and_keeps_the_day_it_was_meant_for(desk):
    uid = made_year(desk).meetings[3]
    before = meetings.get_meeting(desk, uid)
    back_and_forth(desk, meetings.move_meeting, uid, local(2027, 4, 6, 10), venue=words("School"))
    row = meetings.get_meeting(desk, uid)
    assert (row.starts_local, row.venue.show("en")) == (local(2027, 4, 6, 10), "School")
    assert (row.series_on, row.number) == (date(2027, 4, 8), "4/2027")
    assert row.sequence == before.sequence + 1
    with pytest.raises(InputRefused):
        meetings.move_meeting(desk, uid, local(2027, 4, 6, 10))


def test_a_meeting_that_was_held_is_not_moved(desk):
    uid = made_year(desk).meetings[0]
    meetings.call_to_order(desk, uid)
    with pytest.raises(NotAllowed):
        meetings.move_meeting(desk, uid, local(2027, 4, 6, 10))


def test_only_what_calendars_tell_raises_the_sequence(desk):
    uid = made_year(desk).meetings[0]
    meetings.change_meeting(desk, uid, recording="x", venue=words("Hall", "ศาลา"))
    assert meetings.get_meeting(desk, uid).sequence == 0
    meetings.change_meeting(desk, uid, kind="special")
    assert meetings.get_meeting(desk, uid).sequence == 1
    meetings.cancel_meeting(desk, uid, words("Flood", "น้ำท่วม"))
    row = meetings.get_meeting(desk, uid)
    assert (row.sequence, row.cancel_reason.show("th")) == (2, "น้ำท่วม")


def touch(desk, made) -> dict[str, str]:
    """Work on meetings of a series in every way, and return why each stays."""
    second, third, fourth, fifth, sixth = made.meetings[1:6]
    meetings.post_notice(desk, second, place="Library")
    meetings.move_meeting(desk, third, local(2027, 3, 12, 18, 30))
    meetings.cancel_meeting(desk, fourth, "Flood")
    meetings.change_meeting(desk, fifth, title=words("Budget"))
    agenda.add_item(desk, sixth, title=words("Trees"))
    return {
        second: "noticed", third: "moved", fourth: "cancelled", fifth: "edited", sixth: "worked_on",
    }  # fmt: skip


def test_an_ended_series_leaves_what_somebody_worked_on(desk):
    made = made_year(desk, template_uid="regular")
    why = touch(desk, made)
    listed = series.kept_meetings(desk, made.uid, date(2027, 2, 1))
    assert {one.uid: one.why.code for one in listed} == {
        uid: f"series.kept.{reason}" for uid, reason in why.items()
    }
    outcome = back_and_forth(desk, series.stop_series, made.uid, date(2027, 2, 1))
    assert outcome.removed == made.meetings[6:]
    assert {one.uid for one in outcome.kept} == set(why)
    assert {one.uid for one in meetings.list_meetings(desk)} == {made.meetings[0], *why}
    assert series.get_series(desk, made.uid).plan.until_on == date(2027, 1, 31)
    with pytest.raises(InputRefused):
        series.extend_series(desk, made.uid, date(2027, 2, 1), LAST)


def test_a_changed_series_plans_the_untouched_anew(desk):
    made = made_year(desk)
    why = touch(desk, made)
    rule = SeriesRule(RuleKind.MONTHLY_NTH, weekday=1, nth=1)
    plan = plan_for(desk, rule=rule, at=time(19, 0), starts_on=date(2027, 2, 1))
    outcome = back_and_forth(desk, series.change_series, made.uid, plan, date(2027, 2, 1), LAST)
    found = {one.uid: one for one in meetings.list_meetings(desk)}
    assert outcome.moved == made.meetings[6:]
    assert len(outcome.made) == 1  # August is no longer left out
    assert outcome.removed == ()
    assert {one.uid for one in outcome.kept} == set(why)
    july = found[outcome.moved[0]]
    assert (july.starts_local, july.series_on) == (local(2027, 7, 6, 19), date(2027, 7, 6))
    assert (july.series_uid, july.sequence, july.number) == (outcome.uid, 1, "7/2027")
    assert found[made.meetings[0]].series_uid == made.uid
    assert [one.month for one in starts(desk)] == list(range(1, 13))


def test_a_change_to_fewer_days_takes_the_rest_off_the_plan(desk):
    made = made_year(desk, template_uid="regular")
    rule = SeriesRule(RuleKind.MONTHLY_NTH, weekday=3, nth=2, interval=2)
    plan = plan_for(desk, rule=rule, starts_on=date(2027, 1, 1))
    outcome = series.change_series(desk, made.uid, plan, date(2027, 1, 1), LAST).value
    assert len(outcome.moved) == 6
    assert len(outcome.removed) == 5
    assert {one.month for one in starts(desk)} == {1, 3, 5, 7, 9, 11}


def test_undoing_work_leaves_a_series_as_it_was(desk):
    from council.services import history

    made = made_year(desk)
    before = everything(desk)
    meetings.move_meeting(desk, made.meetings[3], local(2027, 4, 20, 19))
    history.undo(desk)
    assert everything(desk) == before
    assert series.kept_meetings(desk, made.uid, date(2027, 1, 1)) == []


def test_cancelled_meetings_are_no_meetings_to_count(desk):
    made = made_year(desk)
    desk.clock.set(datetime(2027, 3, 1, 12, tzinfo=ZoneInfo("Asia/Bangkok")))
    before = meetings_a_year(desk, body_of(desk), 2027)
    for uid in made.meetings[2:]:
        meetings.cancel_meeting(desk, uid, "Flood")
    after = meetings_a_year(desk, body_of(desk), 2027)
    assert before is None or before != after
    page = today(desk)
    assert page.next_meeting is None
    assert [one.state for one in meetings.list_meetings(desk)].count(MeetingState.CANCELLED) == 9


def test_a_cancelled_meeting_counts_in_nobodys_attendance():
    desk, (ann, *_) = seated()
    first, second = made_year(desk).meetings[:2]
    for uid in (first, second):
        attendance.mark(desk, uid, ann, "excused")
    assert len(people.get_person(desk, ann).attendance) == 2
    meetings.cancel_meeting(desk, first, "Flood")
    assert [one.meeting_uid for one in people.get_person(desk, ann).attendance] == [second]
    desk.clock.set(datetime(2028, 1, 1, tzinfo=ZoneInfo("Asia/Bangkok")))
    assert first not in {row.uid for row, *_ in today(desk).attendance}
    desk.close()


def test_calendars_of_days_off(desk):
    assert {one.uid for one in holiday_calendars.list_calendars()} >= {"th-public", "uk-england"}
    assert holiday_calendars.suggested_calendar(desk) == "th-public"
    council.update_council(desk, time_zone="America/Los_Angeles")
    assert holiday_calendars.suggested_calendar(desk) == ""
    council.set_rules(desk, "uk-parish", {})
    assert holiday_calendars.suggested_calendar(desk) == "uk-england"


def test_a_series_of_another_kind_has_its_own_length(desk):
    made = made_year(desk, kind=MeetingKind.WORKSHOP, minutes=None, title=words("Walk"))
    row = meetings.get_meeting(desk, made.meetings[0])
    assert (row.kind, row.minutes_planned, row.title.show("en")) == ("workshop", None, "Walk")
