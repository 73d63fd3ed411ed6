"""What goes wrong in a room, each recorded as it was: a vote in which people come, go and chair."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hall import ZONE, Hall, convene, t

from council.catalogue import say
from council.domain.document_data import plain_text
from council.services import meetings
from council.services.findings import meeting_findings
from council.services.minutes import compose
from council.services.planning import agenda
from council.services.session import attendance, motions, presiding, timeline
from council.services.session.stay_edits import Stay, put_stays
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

LA = ZoneInfo(ZONE)


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene(members=9, seats=9)
    made.present(9)
    yield made
    made.desk.close()


def said(hall: Hall) -> list[str]:
    return [say(one.message, "en") for one in timeline.timeline(hall.desk, hall.meeting)]


def roll_call(hall: Hall, **more: object) -> str:
    words = {"text": t("Build it."), "mover_uid": hall.people[1], **more}
    motion = motions.state_motion(hall.desk, hall.meeting, **words).value
    return votes.open_vote(hall.desk, motion, method="roll_call").value


def test_a_member_who_leaves_before_the_answer_leaves_the_base(hall: Hall) -> None:
    desk, who = hall.desk, hall.people
    vote = roll_call(hall)
    votes.put_ballots(desk, vote, dict.fromkeys(who[:4], "yes"))
    hall.clock.pass_time(seconds=20)
    attendance.leave(desk, hall.meeting, who[8])
    row = votes.get_vote(desk, vote)
    assert (row.room.present, row.room.present_entitled, row.quorum_present) == (8, 8, 8)
    votes.put_ballots(desk, vote, dict.fromkeys(who[4:8], "no"))
    votes.declare(desk, vote)
    read = votes.get_vote(desk, vote)
    assert read.choice_of(who[8]) is None
    assert read.counts is not None
    assert (read.counts.yes, read.counts.no) == (4, 4)
    assert "Lou Marchetti left" in said(hall)
    assert not [one for one in meeting_findings(desk, hall.meeting) if "voter" in one.code]


def test_a_member_who_answers_and_leaves_has_voted(hall: Hall) -> None:
    desk, who = hall.desk, hall.people
    vote = roll_call(hall)
    votes.put_ballots(desk, vote, {who[8]: "no"})
    attendance.leave(desk, hall.meeting, who[8])
    votes.put_ballots(desk, vote, dict.fromkeys(who[:8], "yes"))
    hall.clock.pass_time(seconds=30)
    votes.declare(desk, vote)
    read = votes.get_vote(desk, vote)
    assert read.choice_of(who[8]) == "no"
    assert read.room.present == 9
    assert not [one for one in meeting_findings(desk, hall.meeting) if "voter" in one.code]
    words = plain_text(compose(desk, hall.meeting, "en"))
    assert "Lou Marchetti" in words


def test_losing_the_quorum_during_a_vote_marks_the_vote(hall: Hall) -> None:
    desk, who = hall.desk, hall.people
    vote = roll_call(hall)
    votes.put_ballots(desk, vote, dict.fromkeys(who[:4], "yes"))
    hall.clock.pass_time(seconds=20)
    for person in who[4:]:
        attendance.leave(desk, hall.meeting, person)
    row = votes.get_vote(desk, vote)
    assert (row.quorum_met, row.quorum_present, row.quorum_needed) == (False, 4, 5)
    votes.declare(desk, vote)
    words = plain_text(compose(desk, hall.meeting, "en"))
    assert "the quorum was lost: 4 members were present, and 5 are needed" in words


def test_whoever_takes_the_chair_in_mid_motion_has_the_chairs_vote() -> None:
    hall = convene(pack="uk-parish", members=9, seats=9)
    desk, who = hall.desk, hall.people
    hall.present(8)
    vote = roll_call(hall)
    presiding.take_chair(desk, hall.meeting, who[2])
    votes.put_ballots(
        desk, vote, {**dict.fromkeys(who[:4], "yes"), **dict.fromkeys(who[4:8], "no")}
    )
    read = votes.get_vote(desk, vote)
    assert (read.tie, read.room.present) == ("chair_casting", 8)
    votes.casting_vote(desk, vote, who[2], "yes")
    assert votes.declare(desk, vote).value == "carried"
    lines = said(hall)
    assert lines.index("Ife Okafor took the chair") < lines.index("Carried 4–4–0: motion 2026-1")
    hall.desk.close()


def test_an_item_added_late_has_its_place_and_its_time(hall: Hall) -> None:
    desk = hall.desk
    late = agenda.add_item(desk, hall.meeting, title=t("Burst pipe"), kind="decision").value
    hall.clock.pass_time(minutes=4)
    agenda.go_to_item(desk, hall.meeting, late)
    roll_call(hall)
    assert [line for line in said(hall) if "Burst pipe" in line] == ["Item 2: Burst pipe"]
    assert "Burst pipe" in plain_text(compose(desk, hall.meeting, "en"))


def _through_the_night(hall: Hall) -> str:
    """Hold a meeting from 23:00 on the night on which clocks are set back at two."""
    desk = hall.desk
    uid = meetings.plan_meeting(
        desk, body_uid=hall.body, starts_local=datetime(2026, 10, 31, 23, 0), venue=t("Hall")
    ).value
    for moment, act in (
        ("2026-10-31T23:00:00-07:00", lambda: meetings.call_to_order(desk, uid)),
        ("2026-10-31T23:01:00-07:00", lambda: attendance.all_present_except(desk, uid, [])),
        ("2026-11-01T01:40:00-07:00", lambda: attendance.leave(desk, uid, hall.people[1])),
        ("2026-11-01T01:10:00-08:00", lambda: attendance.arrive(desk, uid, hall.people[1])),
        ("2026-11-01T01:20:00-08:00", lambda: attendance.leave(desk, uid, hall.people[2])),
        ("2026-11-01T02:05:00-08:00", lambda: meetings.adjourn(desk, uid)),
    ):
        hall.clock.set(datetime.fromisoformat(moment))
        act()
    return uid


def test_a_meeting_past_midnight_and_over_a_change_of_clocks(hall: Hall) -> None:
    desk, uid = hall.desk, _through_the_night(hall)
    hall.meeting = uid
    lines = [line for line in said(hall) if line[:3] in ("Kay", "Ife", "Adj")]
    assert lines == ["Kay Nunn left", "Kay Nunn came back", "Ife Okafor left early", "Adjourned"]
    row = attendance.room(desk, uid)[1]
    first, second = row.spans
    assert first.to_at is not None
    assert second.from_at is not None
    assert second.from_at - first.to_at == timedelta(minutes=30)
    words = plain_text(compose(desk, uid, "en"))
    # The hour that happens twice is told with its zone; times that are plain are not.
    assert "until 1:40 a.m. PDT" in words
    assert "again from 1:10 a.m. PST" in words
    assert "2:05 a.m." in words
    assert "2:05 a.m. P" not in words
    assert not [one for one in meeting_findings(desk, uid) if one.code == "ends_before_start"]


def test_a_stay_is_corrected_within_the_hour_that_happens_twice(hall: Hall) -> None:
    desk, uid = hall.desk, _through_the_night(hall)
    row = attendance.room(desk, uid)[1]
    back = datetime.fromisoformat("2026-11-01T01:05:00-08:00")
    stays = [
        Stay(row.spans[0].uid, row.spans[0].from_at, row.spans[0].to_at),
        Stay(row.spans[1].uid, back, None),
    ]
    put_stays(desk, str(row.attendance_uid), stays)
    assert attendance.room(desk, uid)[1].since == back
