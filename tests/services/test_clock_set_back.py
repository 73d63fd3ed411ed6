"""The computer's clock set back in a meeting: no time runs backwards, and it is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.domain.messages import NotAllowed
from council.services import history, verify
from council.services.session import attendance, motions, timeline
from council.services.session.clock_changes import note_clock, take_shown_time
from council.services.steady_clock import SteadyClock
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

SECOND = 1_000_000_000


class Machine:
    """A computer's clock that can be set, and what really passes."""

    def __init__(self, start: datetime) -> None:
        self.shown = start
        self.run = 0

    def now(self) -> datetime:
        return self.shown

    def running(self) -> int:
        return self.run

    def pass_time(self, seconds: int) -> None:
        self.shown += timedelta(seconds=seconds)
        self.run += seconds * SECOND

    def set_back(self, **parts: float) -> None:
        self.shown -= timedelta(**parts)


@pytest.fixture
def machine() -> Machine:
    return Machine(datetime.fromisoformat("2026-11-19T19:00:00-08:00"))


@pytest.fixture
def hall(machine: Machine) -> Iterator[Hall]:
    made = convene(members=5, seats=5)
    made.desk.clock = SteadyClock(machine, machine.running)
    yield made
    made.desk.close()


def test_the_clock_goes_on_when_it_is_set_back(machine: Machine) -> None:
    clock = SteadyClock(machine, machine.running)
    began = clock.now()
    machine.pass_time(60)
    machine.set_back(minutes=58)
    machine.pass_time(10)
    assert clock.now() - began == timedelta(seconds=70)
    assert clock.shift == timedelta(minutes=58)


def test_a_clock_put_forward_again_is_followed(machine: Machine) -> None:
    clock = SteadyClock(machine, machine.running)
    clock.now()
    machine.set_back(hours=1)
    clock.now()
    machine.set_back(hours=-1)
    machine.pass_time(5)
    assert clock.now() == machine.shown
    assert clock.shift == timedelta()


def test_a_small_correction_is_taken_without_a_word(machine: Machine) -> None:
    clock = SteadyClock(machine, machine.running)
    before = clock.now()
    machine.set_back(milliseconds=900)
    assert clock.now() == before
    assert clock.shift == timedelta()


def test_sleep_does_not_look_like_a_clock_that_was_set(machine: Machine) -> None:
    clock = SteadyClock(machine, machine.running)
    clock.now()
    machine.pass_time(3 * 3600)
    assert clock.now() == machine.shown
    machine.shown += timedelta(hours=2)  # where nothing tells how long the computer slept
    assert clock.now() == machine.shown


def test_no_stay_runs_backwards_and_the_change_is_on_record(hall: Hall, machine: Machine) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(5)
    machine.pass_time(600)
    machine.set_back(minutes=58)
    machine.pass_time(60)
    attendance.leave(desk, meeting, who[1])
    assert note_clock(desk, meeting).value == timedelta(minutes=58)
    assert not note_clock(desk, meeting).changes
    row = attendance.room(desk, meeting)[1]
    assert row.spans[0].from_at is not None
    assert row.until is not None
    assert row.until - row.spans[0].from_at == timedelta(seconds=660)
    said = [say(one.message, "en") for one in timeline.timeline(desk, meeting)]
    assert "The computer's clock was set back to 6:13 p.m.; times go on as before" in said
    assert said.index("Kay Nunn left") < len(said) - 1
    assert not [one for one in verify.verify(desk).findings if one.code == "ends_before_start"]


def test_all_times_are_put_to_what_the_computer_shows(hall: Hall, machine: Machine) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(5)
    machine.pass_time(60)
    motion = motions.state_motion(desk, meeting, text=t("Build it."), mover_uid=who[1]).value
    votes.record_vote(desk, motion, method="show_of_hands", counts=(4, 0))
    before = timeline.timeline(desk, meeting)
    machine.set_back(minutes=30)
    note_clock(desk, meeting)
    take_shown_time(desk, meeting)
    after = timeline.timeline(desk, meeting)
    moved = [(a.at - b.at) for a, b in zip(after, before, strict=False)]
    assert set(moved) == {-timedelta(minutes=30)}
    machine.pass_time(5)
    attendance.leave(desk, meeting, who[1])
    assert attendance.room(desk, meeting)[1].until == machine.shown
    with pytest.raises(NotAllowed, match="clock_not_set_back"):
        take_shown_time(desk, meeting)
    history.undo(desk)
    history.undo(desk)
    again = [
        one.at for one in timeline.timeline(desk, meeting) if one.kind not in ("step", "clock")
    ]
    assert again == [one.at for one in before]


def test_after_a_restart_the_clock_goes_on_from_the_last_step(hall: Hall, machine: Machine) -> None:
    desk, meeting = hall.desk, hall.meeting
    machine.pass_time(600)
    hall.present(5)
    machine.set_back(hours=1)
    desk.clock = SteadyClock(machine, machine.running)
    assert note_clock(desk, meeting).value > timedelta(minutes=59)
    machine.pass_time(5)
    attendance.leave(desk, meeting, hall.people[1])
    row = attendance.room(desk, meeting)[1]
    assert row.until is not None
    assert row.spans[0].from_at is not None
    assert row.until > row.spans[0].from_at


def test_a_clock_that_was_wrong_by_years_is_not_followed(hall: Hall, machine: Machine) -> None:
    machine.set_back(days=400)
    hall.desk.clock = SteadyClock(machine, machine.running)
    assert note_clock(hall.desk, hall.meeting).value == timedelta()
