"""What the rules let wait on the page of today."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from duty_room import Room
from hall import t

from council.catalogue import say
from council.services import meetings, minutes, publish
from council.services.duties import qualifications
from council.services.members import people
from council.services.planning import agenda, papers
from council.services.today import today


def told(room: Room) -> list[tuple[str, str]]:
    found = today(room.desk).waiting
    for one in found:
        for language in ("en", "th"):
            assert say(one.title, language)
            assert say(one.detail, language)
    return [(one.title.code.removeprefix("today."), one.urgency) for one in found]


def detail(room: Room, code: str) -> str:
    found = next(one for one in today(room.desk).waiting if one.title.code == f"today.{code}")
    return say(found.detail, "en")


def test_a_notice_waits_with_the_deadline_of_the_rules() -> None:
    room = Room("us-ca-brown")
    meeting = room.plan()
    view = today(room.desk)
    assert view.next_meeting is not None
    assert view.notice is not None
    assert (view.notice.meeting_uid, view.notice.until) == (meeting, room.at(12, 7))
    room.clock.set(room.at(11, 23, 19))
    assert told(room) == []
    room.clock.set(room.at(11, 23, 19, 1))
    assert told(room) == [("notice", "soon")]
    assert detail(room, "notice") == "by Monday, 7 December 2026, 7:00 p.m."
    room.clock.set(room.at(12, 7, 19, 1))
    assert told(room) == [("notice_overdue", "late")]
    room.post(meeting, room.at(12, 7, 20))
    assert told(room) == []
    room.desk.close()


def test_papers_wait_until_a_day_before_the_meeting_by_public_officers_law_103() -> None:
    room = Room("us-ny-oml", "America/New_York")
    meeting = room.plan()
    room.post(meeting, room.at(12, 1, 9))
    assert told(room) == []
    papers.add_paper(room.desk, room.item(meeting), "budget.txt", b"12")
    assert told(room) == [("papers", "soon")]
    assert "9 December 2026, 7:00 p.m." in detail(room, "papers")
    room.clock.set(room.at(12, 9, 19, 1))
    assert told(room) == [("papers_overdue", "late")]
    room.desk.close()


def test_without_a_rule_a_notice_waits_two_weeks_before_its_meeting() -> None:
    room = Room("ronr")
    room.plan()
    assert today(room.desk).notice is None
    room.clock.set(room.at(11, 25))
    assert told(room) == []
    room.clock.set(room.at(11, 26))
    assert told(room) == [("notice", "soon")]
    assert detail(room, "notice") == "10 December 2026"
    room.clock.set(room.at(12, 11))
    assert told(room) == []
    room.desk.close()


def test_draft_minutes_wait_to_be_published_and_are_overdue_after_two_weeks() -> None:
    room = Room("us-ny-oml", "America/New_York")
    meeting = room.plan(11, 21)
    room.hold(meeting)
    assert told(room) == [("minutes", "soon")]
    room.clock.set(room.at(11, 22, 1))
    assert told(room) == [("publish_draft", "soon"), ("minutes", "soon")]
    assert detail(room, "publish_draft") == "Draft minutes must be public by 5 December 2026."
    room.clock.set(room.at(12, 6, 1))
    assert told(room) == [("publish_draft", "late"), ("minutes", "soon")]
    publish.record_publication(
        room.desk, meeting, kind="minutes", language="en", data=b"x", file_name="m.pdf"
    )
    assert told(room) == [("minutes", "soon")]
    room.desk.close()


def test_many_overdue_drafts_are_one_line() -> None:
    room = Room("us-ny-oml", "America/New_York")
    for day in range(21, 25):
        room.hold(room.plan(11, day))
    room.clock.set(datetime(2026, 12, 20, tzinfo=room.zone))
    assert told(room)[0] == ("publish_draft_many", "late")
    assert [code for code, _ in told(room)].count("publish_draft_many") == 1
    room.desk.close()


def test_approved_minutes_wait_for_thirty_days() -> None:
    room = Room("us-ca-la-nc")
    meeting, second = room.plan(11, 21), room.plan(12, 10)
    room.hold(meeting)
    item = room.item(second, "Minutes", "approval", approves_uid=meeting)
    room.open(second)
    agenda.go_to_item(room.desk, second, item)
    minutes.approve(room.desk, meeting, at_meeting_uid=second)
    assert ("publish_approved", "soon") not in told(room)
    room.clock.set(datetime(2026, 12, 28, tzinfo=room.zone))
    assert ("publish_approved", "soon") in told(room)
    room.clock.set(datetime(2027, 1, 10, tzinfo=room.zone))
    assert ("publish_approved", "late") in told(room)
    room.desk.close()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 1), []),
        (date(2026, 11, 2), [("training", "later")]),
        (date(2027, 1, 1), [("training", "later")]),
        (date(2027, 1, 2), [("training_over", "late")]),
    ],
)
def test_a_training_that_ends_within_sixty_days_is_told(
    day: date, expected: list[tuple[str, str]]
) -> None:
    room = Room("us-ca-la-nc")
    add = qualifications.add_qualification
    add(room.desk, room.people[0], "ethics_training", passed_on=date(2025, 1, 1))
    add(room.desk, room.people[0], "ethics_training", passed_on=date(2020, 1, 1))
    add(room.desk, room.people[0], "fire_safety", valid_until=date(2026, 12, 1))
    stranger = people.add_person(room.desk, name=t("Ned Stranger")).value
    add(room.desk, stranger, "ethics_training", passed_on=date(2025, 1, 1))
    room.clock.set(datetime(day.year, day.month, day.day, 9, tzinfo=room.zone))
    assert told(room) == expected
    for one in today(room.desk).waiting:
        assert (one.route, one.uid) == ("person", room.people[0])
        assert say(one.detail, "en") == "Ethics training, 1 January 2027"
    room.desk.close()


@pytest.mark.parametrize(("members", "lines"), [(3, 3), (4, 1)])
def test_many_trainings_that_have_ended_are_one_line(members: int, lines: int) -> None:
    room = Room("us-ca-la-nc")
    add = qualifications.add_qualification
    for person in room.people[:members]:
        add(room.desk, person, "ethics_training", passed_on=date(2024, 1, 1))
    add(room.desk, room.people[4], "ethics_training", passed_on=date(2025, 1, 1))
    room.clock.set(room.at(12, 1))
    codes = [code for code, _ in told(room)]
    assert codes == [*["training_over" + "_many" * (lines == 1)] * lines, "training"]
    if lines == 1:
        found = today(room.desk).waiting[0]
        assert (found.route, found.urgency) == ("members", "late")
        assert say(found.title, "en") == "4 trainings have ended"
        assert say(found.detail, "en").startswith("Amal Haddad, Kay Nunn")
    room.desk.close()


def test_absences_that_ask_for_an_act_are_told() -> None:
    room = Room("ronr", attendance_alarm={"consecutive": 2})
    for day in (21, 22):
        room.hold(room.plan(11, day), present=4)
    assert ("absence", "later") in told(room)
    assert detail(room, "absence") == "2 meetings missed running, 2 make it necessary to act."
    room.desk.close()


def test_a_meeting_called_off_asks_for_no_notice() -> None:
    room = Room("us-ca-brown")
    meeting = room.plan(11, 25)
    assert told(room) == [("notice", "soon")]
    meetings.cancel_meeting(room.desk, meeting, "no business")
    assert told(room) == []
    assert today(room.desk).notice is None
    room.desk.close()
