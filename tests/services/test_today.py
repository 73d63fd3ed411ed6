from __future__ import annotations

from datetime import date
from time import perf_counter

from desks import back_and_forth, body_of, empty_desk, founded, local, planned, seated, words

from council.catalogue import say
from council.db import rows
from council.services import actions, meetings
from council.services.members import bodies
from council.services.today import today


def codes(view):
    return [one.title.code for one in view.waiting]


def held(desk, day, month=10):
    uid = planned(desk, day, month)
    at = local(2026, month, day, 18, 30)
    meetings.call_to_order(desk, uid, at=at)
    meetings.adjourn(desk, uid, at=at.replace(hour=20))
    return uid


def test_an_empty_file_has_a_quiet_day():
    view = today(empty_desk())
    assert (view.next_meeting, view.waiting, view.last_decisions) == (None, (), ())


def test_everything_that_waits_is_told_in_both_languages():
    desk, uids = seated("Ann Moss, Chair\nBen Roy\nCora Lee\nDora Poe")
    old = held(desk, 15)
    actions.add_action(desk, what=words("Write"), due_on=date(2026, 10, 20))
    actions.add_action(desk, what=words("Later"), due_on=date(2026, 12, 20), owner_uid=uids[0])
    member = bodies.list_memberships(desk, person_uid=uids[1])[0]
    bodies.end_membership(desk, member.uid, date(2026, 12, 31), "term_ended")
    gone = bodies.list_memberships(desk, person_uid=uids[2])[0]
    bodies.end_membership(desk, gone.uid, date(2026, 10, 31), "resigned")
    soon = planned(desk, 12)
    view = today(desk)
    assert view.next_meeting.uid == soon
    assert codes(view) == [
        "today.actions",
        "today.notice",
        "today.minutes",
        "today.vacant",
        "today.vacant",
        "today.term",
    ]
    assert view.waiting[2].uid == old
    assert say(view.waiting[3].detail, "en") == "Riverbend Council, since 1 November 2026"
    for one in view.waiting:
        for language in ("en", "th"):
            assert say(one.title, language)
            assert say(one.detail, language)


def test_many_vacant_seats_are_one_line():
    view = today(founded(seats=9))
    assert codes(view) == ["today.vacant_many"]
    assert say(view.waiting[0].title, "en") == "9 vacant seats"


def test_a_meeting_in_session_comes_first():
    desk, _ = seated()
    uid = planned(desk, 2)
    meetings.call_to_order(desk, uid)
    view = today(desk)
    assert view.next_meeting.uid == uid
    assert (view.waiting[0].title.code, view.waiting[0].urgency) == ("today.session", "now")


def test_decisions_and_attendance_of_the_year_are_counted():
    desk, uids = seated()
    uid = planned(desk, 15, 10)
    with desk.step("step.add_item", title=words("x")):
        for n, outcome in enumerate(("carried", "lost", "withdrawn", None), start=1):
            values = {"uid": f"mo-{n}", "meeting_uid": uid, "position": n, "kind": "main"}
            rows.insert(desk.conn, "motion", {**values, "text": words("T"), "outcome": outcome})
        for n, status in enumerate(("present", "present", "absent"), start=1):
            values = {"uid": f"at-{n}", "meeting_uid": uid, "position": n, "status": status}
            rows.insert(desk.conn, "attendance", {**values, "person_uid": uids[n - 1]})
    meetings.call_to_order(desk, uid, at=local(2026, 10, 15, 18, 30))
    meetings.adjourn(desk, uid, at=local(2026, 10, 15, 20, 0))
    view = today(desk)
    assert [one.uid for one in view.last_decisions] == ["mo-3", "mo-2", "mo-1"]
    assert [(one.uid, *rest) for one, *rest in view.decision_counts] == [(uid, 1, 1, 1)]
    assert [(one.uid, *rest) for one, *rest in view.attendance] == [(uid, 2, 2)]


def test_a_year_of_meetings_is_read_quickly():
    desk, _ = seated()
    for day in range(1, 13):
        held(desk, day)
    best = min(_seconds(desk) for _ in range(3))
    assert best < 0.1


def _seconds(desk):
    start = perf_counter()
    assert len(today(desk).attendance) == 12
    return perf_counter() - start


def test_what_is_taken_back_no_longer_waits():
    desk = founded()
    back_and_forth(desk, bodies.add_seat, body_of(desk))
    assert codes(today(desk)) == ["today.vacant_many"]
