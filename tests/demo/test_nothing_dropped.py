"""Through the demo's year, what was put off waits for every later meeting until it is decided."""

from __future__ import annotations

import pytest

from council.demo import build_demo
from council.domain.vocabulary import MeetingState
from council.services import history, meetings
from council.services.desk import open_desk
from council.services.members import bodies
from council.services.planning import agenda, threads
from council.services.session import motions

PUT_OFF = ("postponed", "referred", "laid_aside", None)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.council"
    build_demo(path)
    opened = open_desk(path)
    yield opened
    opened.close()


def test_every_meeting_of_the_year_is_offered_what_earlier_ones_put_off(desk):
    body = bodies.list_bodies(desk)[0].uid
    year = sorted(meetings.list_meetings(desk, body), key=lambda one: one.starts_local)
    waiting: dict[str, str] = {}
    offered_once = set()
    for meeting in year:
        rows = agenda.carry_over_candidates(desk, meeting.uid)
        offered = {one.uid for one in rows if one.kind == "motion"}
        carried = {
            one.proposed_motion.show("en")
            for one in agenda.list_items(desk, meeting.uid)
            if one.carried_from_uid
        }
        assert offered == {uid for uid, text in waiting.items() if text not in carried}
        offered_once |= offered
        if meeting.state is not MeetingState.HELD:
            continue
        for motion in motions.list_motions(desk, meeting.uid):
            if motion.kind != "main":
                continue
            words = motion.text.show("en")
            waiting = {uid: text for uid, text in waiting.items() if text != words}
            if motion.outcome in PUT_OFF:
                waiting[motion.uid] = words
    assert len(offered_once) >= 3


def test_what_march_postponed_is_on_every_list_until_somebody_decides(desk):
    body = bodies.list_bodies(desk)[0].uid
    year = sorted(meetings.list_meetings(desk, body), key=lambda one: one.starts_local)
    ahead = next(one for one in year if one.state is MeetingState.PLANNED)
    late = [one for one in agenda.carry_over_candidates(desk, ahead.uid) if one.kind == "motion"]
    oldest = late[0]
    since = next(n for n, one in enumerate(year) if one.uid == oldest.from_meeting_uid)
    for meeting in year[since + 1 :]:
        assert oldest.uid in {one.uid for one in agenda.carry_over_candidates(desk, meeting.uid)}
    agenda.dismiss_candidate(desk, ahead.uid, oldest.uid, "The city has done it")
    assert oldest.uid not in {one.uid for one in agenda.carry_over_candidates(desk, ahead.uid)}
    assert [one.source_uid for one in agenda.list_dismissed(desk, ahead.uid)] == [oldest.uid]
    history.undo(desk)
    assert oldest.uid in {one.uid for one in agenda.carry_over_candidates(desk, ahead.uid)}


def test_what_october_postponed_stands_on_decembers_agenda_once_with_its_history(desk):
    body = bodies.list_bodies(desk)[0].uid
    ahead = next(
        one for one in meetings.list_meetings(desk, body) if one.state is MeetingState.PLANNED
    )
    leases = [
        one for one in agenda.list_items(desk, ahead.uid) if one.title.show("en") == "Garden lease"
    ]
    assert len(leases) == 1
    assert [one.link for one in threads.thread(desk, leases[0].uid)] == ["first", "carried"]
