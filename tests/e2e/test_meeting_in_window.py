"""A meeting of long ago, held again at the window: founded, planned, held, minuted, published.

Answers come at once, late, or from the program's own worker thread.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import held_meeting
import pypdf
import pytest

from council.services.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from held_meeting import Held

PACES = ["inline", "late", "worker"]
SOURCES = {"invented": held_meeting.invented, "real": held_meeting.real}
APPROVAL = "To approve the minutes."
ZONE = "America/Los_Angeles"


@pytest.fixture(params=list(SOURCES))
def held(request) -> Held:
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
        assert secretary.next_item() == str(number)
        if number in held.notes:
            secretary.note(held.notes[number])
        for motion in held.motions:
            if motion.item == number:
                moment += timedelta(minutes=2)
                secretary.clock(moment)
                secretary.motion(held.full(motion.mover), held.full(motion.seconder), motion.words)
                secretary.ayes_have_it()
    secretary.adjourn(held.adjourned)


def _text(pdf: Path) -> str:
    """Return a PDF's letters without the spaces: where lines end is the page's affair."""
    pages = pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages
    return _squeezed(" ".join(page.extract_text() for page in pages))


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _look_at(pdf: Path, held: Held, stamp: str, other: str) -> None:
    """See that the page says all that happened, in its order, and whether it is a draft."""
    words = _text(pdf)
    assert _squeezed(stamp) in words
    assert _squeezed(other) not in words
    expected = [held.council]
    opening = [
        f"{held.holder('Chair')} called the meeting to order at {_clock(held.called)}",
        *(_attendance(held, name) for name in held.members),
        f"Also present: {held.guest}",
    ]
    for number, title in enumerate(held.items, 1):
        expected.append(f"{number} {title}")
        expected += opening if number == 1 else []  # "Call to order and roll call"
        expected += [held.notes[number]] if number in held.notes else []
        for motion in held.motions:
            if motion.item == number:
                mover, seconder = held.full(motion.mover), held.full(motion.seconder)
                expected += [f"{mover} moved, seconded by {seconder}, motion", "Carried"]
                expected += [motion.words, "Voice vote"]
    expected.append(f"The meeting was adjourned at {_clock(held.adjourned)}")
    place = 0
    for one in expected:
        found = words.find(_squeezed(one), place)
        assert found >= 0, (one, pdf)
        place = found


def _attendance(held: Held, name: str) -> str:
    seat = held.members.index(name) + 1
    state = "Excused" if name.split()[-1] in held.excused else "Present"
    return f"{name} Seat {seat} {held.offices[name].capitalize()} {state}"


def _clock(moment: datetime) -> str:
    return f"{moment:%-I:%M} {'p.m.' if moment.hour >= 12 else 'a.m.'}"


def _date(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _approve(secretary, held) -> date:
    """Hold the next meeting, which approves the minutes; return its day."""
    day = held.day + timedelta(weeks=4)
    secretary.clock(datetime.combine(day - timedelta(days=6), time(9, 30)))
    secretary.plan_meeting(day, f"{held.starts:%H:%M}", held.venue)
    titles = secretary.carry_over()
    secretary.post_notice("Notice board at the entrance")
    moment = datetime.combine(day, held.starts)
    secretary.call_to_order(moment)
    secretary.take_roll([])
    for _ in titles:
        moment += timedelta(minutes=3)
        secretary.clock(moment)
        secretary.next_item()
    secretary.motion(*held.members[:2], APPROVAL)
    secretary.ayes_have_it()
    secretary.adjourn(moment + timedelta(minutes=20))
    return day


@pytest.mark.parametrize("pace", PACES)
def test_a_meeting_is_held_and_its_minutes_approved(secretary, held, tmp_path):
    file = secretary.found_council(held.council, ZONE, held.members)
    assert secretary.seat_holders() == held.members
    secretary.set_offices({held.holder("Chair"): "chair", held.holder("Vice Chair"): "vice_chair"})
    uid = _plan(secretary, held)
    _hold(secretary, held)

    kept = secretary.pdf(secretary.step("minutes").pdf)
    secretary.go_to("publish")
    draft = secretary.publish(tmp_path / "draft.pdf", "Website")
    assert draft.read_bytes() == kept.read_bytes()
    _look_at(draft, held, "DRAFT", "Approved on")

    later = _approve(secretary, held)
    secretary.open_meeting(uid)
    secretary.approve(APPROVAL)
    final = secretary.publish(tmp_path / "minutes.pdf", "Website")
    _look_at(final, held, f"Approved on {_date(later)}", "DRAFT")

    seen = secretary.see()
    secretary.reopen()
    assert secretary.see() == seen
    secretary.open_meeting(uid)
    assert secretary.step("publish").published.table.model().rowCount() == 2
    report = verify(file)
    assert report.ok, report.findings
