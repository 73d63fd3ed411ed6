from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from desks import back_and_forth, body_of, everything, founded, local, planned, seated, words

from council.domain.messages import CouncilError, InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemState, MeetingState, MinutesState
from council.services import council, history, meetings
from council.services.members import bodies
from council.services.planning import agenda


def test_a_meeting_is_planned_with_the_next_number_of_the_year():
    desk, uids = seated()
    uid = back_and_forth(
        desk,
        meetings.plan_meeting,
        body_uid=body_of(desk),
        kind="regular",
        starts_local=local(2026, 11, 19, 18, 30),
        venue=words("Hall"),
    )
    row = meetings.get_meeting(desk, uid)
    assert (row.number, row.zone, row.state) == ("1/2026", "Asia/Bangkok", MeetingState.PLANNED)
    assert row.secretary_uid == uids[2]
    assert row.starts_local == local(2026, 11, 19, 18, 30)
    assert row.minutes_state is None
    second = meetings.get_meeting(desk, planned(desk, 3, 12))
    assert second.number == "2/2026"


def test_numbers_run_per_body_and_year_and_follow_what_was_given():
    desk = founded()
    body = body_of(desk)
    start = local(2026, 11, 19, 18, 30)
    meetings.plan_meeting(desk, body_uid=body, starts_local=start, number="11/2026")
    assert meetings.next_number(desk, body, date(2026, 12, 1)) == "12/2026"
    assert meetings.next_number(desk, body, date(2027, 1, 1)) == "1/2027"
    other = bodies.add_body(desk, name=words("Parks")).value
    assert meetings.next_number(desk, other, date(2026, 12, 1)) == "1/2026"


def test_a_thai_council_counts_buddhist_years():
    desk = founded(languages=("th", "en"))
    assert meetings.get_meeting(desk, planned(desk)).number == "1/2569"


def test_meetings_are_listed_newest_first_and_found_by_number():
    desk = founded()
    first, second = planned(desk, 1), planned(desk, 20)
    assert [one.uid for one in meetings.list_meetings(desk)] == [second, first]
    assert meetings.list_meetings(desk, "b-none") == []
    assert meetings.find_meeting(desk, " 2/2026 ").uid == second
    assert meetings.find_meeting(desk, "๒/๒๐๒๖").uid == second
    assert meetings.find_meeting(desk, first).uid == first
    with pytest.raises(InputRefused):
        meetings.find_meeting(desk, "9/1999")


def test_a_buddhist_year_in_a_date_is_refused():
    desk = founded()
    with pytest.raises(InputRefused) as caught:
        meetings.plan_meeting(
            desk, body_uid=body_of(desk), starts_local=local(2569, 11, 19, 18, 30)
        )
    assert caught.value.message.params["meant"] == 2026


def test_a_plan_is_changed():
    desk = founded()
    uid = planned(desk)
    back_and_forth(
        desk,
        meetings.change_meeting,
        uid,
        title=words("Budget"),
        starts_local=local(2026, 11, 20, 9, 0),
        kind="special",
    )
    row = meetings.get_meeting(desk, uid)
    assert (row.title, row.starts_local.day, row.kind) == (words("Budget"), 20, "special")


def test_a_notice_is_logged_and_the_meeting_noticed():
    desk = founded()
    uid = planned(desk)
    at = datetime(2026, 11, 16, 10, 40, tzinfo=UTC)
    back_and_forth(desk, meetings.post_notice, uid, posted_at=at, place=words("Door"), by="Suda")
    (row,) = meetings.list_notices(desk, uid)
    assert (row.place, row.posted_by, row.posted_at) == (words("Door"), "Suda", at)
    assert row.posted_at.isoformat() == "2026-11-16T17:40:00+07:00"
    assert meetings.get_meeting(desk, uid).state is MeetingState.NOTICED
    with pytest.raises(InputRefused):
        meetings.post_notice(desk, uid, place=Text())


def test_a_meeting_is_cancelled_with_a_reason_only_before_it_begins():
    desk = founded()
    uid = planned(desk)
    with pytest.raises(InputRefused):
        meetings.cancel_meeting(desk, uid, " ")
    back_and_forth(desk, meetings.cancel_meeting, uid, "Flood")
    assert meetings.get_meeting(desk, uid).cancel_reason.show("en") == "Flood"
    for write in (meetings.call_to_order, meetings.adjourn):
        with pytest.raises(NotAllowed):
            write(desk, uid)
    with pytest.raises(NotAllowed):
        meetings.post_notice(desk, uid, place=words("Door"))


def test_the_chair_presides_unless_somebody_else_is_named():
    desk, uids = seated()
    uid = planned(desk)
    back_and_forth(desk, meetings.call_to_order, uid)
    row = meetings.get_meeting(desk, uid)
    assert (row.state, row.presiding_uid) == (MeetingState.IN_SESSION, uids[0])
    assert row.called_to_order_at.utcoffset().total_seconds() == 7 * 3600
    with pytest.raises(NotAllowed):
        meetings.call_to_order(desk, uid)
    other = planned(desk, 20)
    meetings.call_to_order(desk, other, presiding_uid=uids[1], at=local(2026, 11, 20, 18, 34))
    row = meetings.get_meeting(desk, other)
    assert row.presiding_uid == uids[1]
    assert row.called_to_order_at.isoformat() == "2026-11-20T18:34:00+07:00"


def test_adjourning_closes_the_item_starts_minutes_and_is_final():
    desk, _ = seated()
    uid = planned(desk)
    item = agenda.add_item(desk, uid, title=words("A")).value
    meetings.call_to_order(desk, uid)
    agenda.go_to_item(desk, uid, item)
    meetings.begin_recess(desk, uid)
    meetings.adjourn(desk, uid)
    row = meetings.get_meeting(desk, uid)
    assert (row.state, row.minutes_state) == (MeetingState.HELD, MinutesState.DRAFT)
    assert agenda.list_items(desk, uid)[0].state is ItemState.DONE
    assert meetings.list_recesses(desk, uid)[0].to_at is not None
    assert history.can_undo(desk) is None
    with pytest.raises(CouncilError):
        history.undo(desk)


def test_a_mistaken_adjournment_is_taken_back_by_a_step_of_its_own():
    desk, _ = seated()
    uid = planned(desk)
    meetings.call_to_order(desk, uid)
    with pytest.raises(NotAllowed):
        meetings.resume_meeting(desk, uid)
    meetings.adjourn(desk, uid)
    back_and_forth(desk, meetings.resume_meeting, uid)
    row = meetings.get_meeting(desk, uid)
    assert (row.state, row.adjourned_at) == (MeetingState.IN_SESSION, None)
    meetings.adjourn(desk, uid)
    assert len(everything(desk)["minutes"]) == 1


def test_a_recess_begins_and_ends_once():
    desk, _ = seated()
    uid = planned(desk)
    with pytest.raises(NotAllowed):
        meetings.begin_recess(desk, uid)
    meetings.call_to_order(desk, uid)
    with pytest.raises(NotAllowed):
        meetings.end_recess(desk, uid)
    back_and_forth(desk, meetings.begin_recess, uid)
    with pytest.raises(NotAllowed):
        meetings.begin_recess(desk, uid)
    with pytest.raises(InputRefused):
        meetings.end_recess(desk, uid, local(2020, 1, 1, 9))
    back_and_forth(desk, meetings.end_recess, uid)


def test_it_cannot_end_before_it_began():
    desk, _ = seated()
    uid = planned(desk)
    meetings.call_to_order(desk, uid)
    with pytest.raises(InputRefused):
        meetings.adjourn(desk, uid, local(2020, 1, 1, 9))
    with pytest.raises(InputRefused):
        meetings.change_meeting(desk, uid, adjourned_at=local(2020, 1, 1, 9))


def test_approved_minutes_lock_the_meeting():
    desk, _ = seated()
    uid = planned(desk)
    meetings.call_to_order(desk, uid)
    meetings.adjourn(desk, uid)
    with desk.step("step.adjourn", number="1"):
        from council.db import rows

        rows.update(
            desk.conn, "minutes", everything(desk)["minutes"][0]["uid"], {"state": "approved"}
        )
    for write, args in (
        (meetings.change_meeting, {"title": words("X")}),
        (meetings.resume_meeting, {}),
        (agenda.add_item, {"title": words("X")}),
    ):
        with pytest.raises(NotAllowed) as caught:
            write(desk, uid, **args)
        assert caught.value.code == "error.meeting_locked"


def test_a_new_time_zone_changes_stamps_not_plans():
    desk = founded()
    uid = planned(desk)
    council.update_council(desk, time_zone="America/Los_Angeles")
    row = meetings.get_meeting(desk, uid)
    assert (row.starts_local.hour, row.zone) == (18, "Asia/Bangkok")
