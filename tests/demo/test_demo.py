"""The demo is what the README says of it: the same year, to the byte, on every run."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from council.demo import build_demo
from council.domain.vocabulary import Method, MotionKind
from council.services import meetings
from council.services.desk import open_desk
from council.services.members import bodies
from council.services.members.people import list_people
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.today import today
from council.services.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from council.services.desk import Desk


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "riverbend.council"
    began = time.process_time()
    build_demo(path)
    assert time.process_time() - began < 5
    return path


@pytest.fixture(scope="module")
def demo(path) -> Iterator[Desk]:
    desk = open_desk(path, read_only=True)
    yield desk
    desk.close()


def test_another_run_makes_the_same_bytes(path, tmp_path):
    build_demo(tmp_path / "again.council")
    assert (tmp_path / "again.council").read_bytes() == path.read_bytes()


def test_fifteen_seats_two_vacant_and_a_committee(demo):
    council, committee = bodies.list_bodies(demo)
    seats = bodies.list_seats(demo, council.uid)
    assert len(seats) == 15
    assert sum(seat.holder is None for seat in seats) == 2
    assert committee.kind == "committee"
    assert all(seat.holder for seat in bodies.list_seats(demo, committee.uid))


def test_a_year_of_ten_meetings(demo):
    found = sorted(meetings.list_meetings(demo), key=lambda row: row.starts_local)
    assert len(found) == 10
    assert (found[-1].starts_local - found[0].starts_local).days > 300
    assert Counter(row.state for row in found)["cancelled"] == 1
    assert Counter(row.kind for row in found)["special"] == 1
    decided = [one for one in motions.list_motions(demo) if one.votes]
    short = {one.meeting_uid for one in decided for vote in one.votes if vote.quorum_met is False}
    assert len(short) == 1
    recused = [one for row in found for one in attendance.list_recusals(demo, row.uid)]
    assert len(recused) >= 2


def test_some_sixty_motions_of_every_sort(demo):
    found = motions.list_motions(demo)
    assert 55 <= len(found) <= 70
    kinds = Counter(one.kind for one in found)
    assert kinds[MotionKind.AMEND] >= 5
    assert kinds[MotionKind.POSTPONE]
    ways = Counter(vote.method for one in found for vote in one.votes)
    assert set(ways) == set(Method)
    assert ways[Method.ROLL_CALL] >= 5
    assert any(vote.verdict and vote.verdict.tied for one in found for vote in one.votes)


def test_every_name_is_there_in_both_languages(demo):
    for person in list_people(demo):
        assert person.name.get("en")
        assert person.name.get("th")
    for one in motions.list_motions(demo):
        assert one.text.get("en")
        assert one.text.get("th")


def test_it_verifies_and_has_something_to_do(demo):
    report = verify(demo)
    assert report.ok
    assert not [one for one in report.findings if one.code != "no_quorum"]
    assert today(demo).next_meeting


def test_only_a_meeting_without_quorum_leaves_items_unreached(demo):
    for row in meetings.list_meetings(demo):
        left = [one for one in agenda.list_items(demo, row.uid) if not one.opened_at]
        heads = [one for one in left if not any(two.parent_uid == one.uid for two in left)]
        reached = [one for one in heads if one.title.get("en") != "Business"]
        assert bool(reached) == (row.number in ("3/2026", "7/2026", "10/2026")), row.number
