"""A meeting of long ago, held again at the window: founded, planned, held, minuted, published."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import held_meeting
import pytest

PACES = ["inline", "late"]
SOURCES = {"invented": held_meeting.invented, "real": held_meeting.real}
ZONE = "America/Los_Angeles"


@pytest.fixture(params=list(SOURCES))
def held(request) -> held_meeting.Held:
    return SOURCES[request.param]()


def _plan(secretary, held) -> str:
    morning = datetime.combine(held.day - timedelta(days=6), time(9, 30))
    secretary.clock(morning)
    uid = secretary.plan_meeting(held.day, f"{held.starts:%H:%M}", held.venue)
    secretary.type_agenda(list(held.items))
    secretary.post_notice("Notice board at the entrance")
    return uid


def _hold(secretary, held) -> None:
    moment = held.called
    secretary.call_to_order(moment)
    secretary.take_roll([held.full(name) for name in held.excused])
    secretary.guest(held.guest)
    for number in range(1, len(held.items) + 1):
        moment += timedelta(minutes=5)
        secretary.clock(moment)
        secretary.next_item(number)
        if number in held.notes:
            secretary.note(held.notes[number])
        for motion in held.motions:
            if motion.item == number:
                moment += timedelta(minutes=2)
                secretary.clock(moment)
                secretary.motion(held.full(motion.mover), held.full(motion.seconder), motion.words)
                secretary.ayes_have_it()
    secretary.adjourn(held.adjourned)


@pytest.mark.parametrize("pace", PACES)
def test_a_meeting_is_held_and_its_minutes_approved(secretary, held):
    secretary.found_council(held.council, ZONE, held.members)
    assert secretary.seat_holders() == held.members
    secretary.set_offices({held.holder("Chair"): "chair", held.holder("Vice Chair"): "vice_chair"})
    _plan(secretary, held)
    _hold(secretary, held)
