"""What the pages read: the median of each read on the demo and on a file of 500 rows a list."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from council.demo import build_demo
from council.domain.text import Text
from council.services import council, meetings, today
from council.services.desk import create_council_file, open_desk
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance, motions, timeline
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable, Sized

    from council.services.desk import Desk

LIMIT = 10.0
"""Milliseconds: a page must be there before anybody sees it come."""
MANY = 500
DECISIONS = 60
ROUNDS = 15
LONG_AGO = datetime(2016, 1, 5, 18, 30)


@dataclass(frozen=True)
class Read:
    """One read of a page: what is called and how many rows it gives."""

    name: str
    act: Callable[[], Sized]


def main() -> int:
    """Print the figures; return 1 when one is above its limit."""
    with tempfile.TemporaryDirectory() as folder:
        demo, large = Path(folder) / "demo.council", Path(folder) / "large.council"
        build_demo(demo)
        build_large(large)
        slow = [measured(demo, demo_reads), measured(large, large_reads)]
    return int(any(slow))


def measured(path: Path, reads: Callable[[Desk], list[Read]]) -> bool:
    """Print the reads of one file; tell whether one was too slow."""
    writer, missed = open_desk(path, actor="bench"), False
    desk = writer.reader()
    print(f"{path.stem:32} {'rows':>5} {'median':>9}   at most {LIMIT:.0f} ms")
    for read in reads(desk):
        rows = len(read.act())
        taken = median_ms(writer, read.act)
        missed = missed or taken > LIMIT
        print(f"  {read.name:30} {rows:5} {taken:6.2f} ms{'   MISSED' * (taken > LIMIT)}")
    desk.close()
    writer.close()
    return missed


def median_ms(writer: Desk, act: Callable[[], Sized]) -> float:
    """Return the median of one read in milliseconds, each after something was written."""
    times, somebody = [], people.list_people(writer)[0].uid
    for number in range(ROUNDS):
        people.change_person(writer, somebody, note=f"Note {number}")
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def demo_reads(desk: Desk) -> list[Read]:
    """Return the reads of the demo's busiest meeting, and of today."""
    busiest = max(meetings.list_meetings(desk), key=lambda one: one.motion_count).uid
    return [
        Read("today", lambda: today.today(desk).waiting),
        Read("list_meetings", lambda: meetings.list_meetings(desk)),
        Read("list_items", lambda: agenda.list_items(desk, busiest)),
        Read("list_memberships", lambda: bodies.list_memberships(desk)),
        Read("search_decisions", lambda: motions.search_decisions(desk)),
        Read("timeline", lambda: timeline.timeline(desk, busiest)),
        Read("room", lambda: attendance.room(desk, busiest)),
    ]


def large_reads(desk: Desk) -> list[Read]:
    """Return the reads of the generated file."""
    busiest = max(meetings.list_meetings(desk), key=lambda one: one.item_count).uid
    return [
        Read("today", lambda: today.today(desk).waiting),
        Read("list_meetings", lambda: meetings.list_meetings(desk)),
        Read("list_items", lambda: agenda.list_items(desk, busiest)),
        Read("list_memberships", lambda: bodies.list_memberships(desk)),
        Read("list_people", lambda: people.list_people(desk)),
        Read("search_decisions", lambda: motions.search_decisions(desk, limit=DECISIONS)),
        Read("timeline", lambda: timeline.timeline(desk, busiest)),
        Read("room", lambda: attendance.room(desk, busiest)),
    ]


def build_large(path: Path) -> None:
    """Make a file with 500 meetings, 500 items of one meeting, 500 memberships and 60 decisions."""
    desk = create_council_file(path, actor="bench")
    council.found_council(
        desk, name=Text.of("Bench", "en"), languages=("en",), time_zone="UTC", pack="ronr", seats=15
    )  # fmt: skip
    body = bodies.list_bodies(desk)[0].uid
    with desk.step("step.plan_meeting", number=""):
        names = people.parse_names("\n".join(f"Member Number{n}" for n in range(15)), "en")
        who = people.seat_people(desk, body, names).value
        other = body
        for number in range(MANY - 15):
            person = people.add_person(desk, name=Text.of(f"Adviser {number}", "en")).value
            if number % 20 == 0:
                body_name = Text.of(f"Body {number}", "en")
                other = bodies.add_body(desk, name=body_name, parent_uid=body).value
            bodies.add_membership(desk, person_uid=person, body_uid=other, role="member")
        planned = [
            meetings.plan_meeting(
                desk, body_uid=body, starts_local=LONG_AGO + timedelta(days=7 * n), number=f"{n}"
            ).value
            for n in range(MANY)
        ]
    with desk.step("step.plan_meeting", number=""):
        last = planned[-1]
        for number in range(MANY):
            title = Text.of(f"Item {number}", "en")
            item = agenda.add_item(desk, last, title=title, kind="decision").value
        meetings.call_to_order(desk, last)
        attendance.all_present_except(desk, last, [])
        ballots = dict.fromkeys(who, "yes")
        for number in range(DECISIONS):
            text = Text.of(f"Question {number}", "en")
            motion = motions.state_motion(desk, last, text=text, mover_uid=who[0], item_uid=item)
            votes.record_vote(desk, motion.value, method="roll_call", ballots=ballots)
    desk.close()


if __name__ == "__main__":
    sys.exit(main())
