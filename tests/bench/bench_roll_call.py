"""One roll-call vote of 15, recorded and durable, against 15 raw inserts in one transaction."""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import create_council_file
from council.services.members import bodies, people
from council.services.session import attendance, motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 4.0
MEMBERS = 15
ROUNDS = 60


def medians_ms(*acts: Callable[[], object]) -> list[float]:
    """Return the median of each act in milliseconds, done in turn: all meet the same disk."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(ROUNDS):
        for act, taken in zip(acts, times, strict=True):
            start = time.perf_counter()
            act()
            taken.append((time.perf_counter() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def main() -> int:
    """Print the figures; return 1 when the ratio is above its limit."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        place = Path(folder)
        bare, raw, vote = medians_ms(
            bare_fsync(place / "fsync", opened),
            raw_inserts(place / "raw.db", opened),
            roll_call(place / "bench.council", opened),
        )
    ratio = vote / raw
    print(f"bare fsync                         {bare:8.3f} ms")
    print(f"15 raw inserts, one fsynced commit {raw:8.3f} ms")
    print(
        f"roll-call vote of 15, journalled   {vote:8.3f} ms   {ratio:.2f} times (at most {LIMIT})"
    )
    return int(ratio > LIMIT)


def bare_fsync(path: Path, opened: ExitStack) -> Callable[[], object]:
    """Return an act that writes a page and fsyncs."""
    file = opened.enter_context(path.open("wb"))

    def act() -> None:
        file.seek(0)
        file.write(b"x" * 4096)
        file.flush()
        os.fsync(file.fileno())

    return act


def raw_inserts(path: Path, opened: ExitStack) -> Callable[[], object]:
    """Return an act of 15 inserts into one table in one transaction with synchronous=FULL."""
    conn = opened.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("PRAGMA synchronous=FULL")
    conn.execute(
        "CREATE TABLE b (uid TEXT PRIMARY KEY, vote TEXT, person TEXT, choice TEXT) STRICT"
    )
    count = 0

    def act() -> None:
        nonlocal count
        conn.execute("BEGIN IMMEDIATE")
        for _ in range(MEMBERS):
            count += 1
            conn.execute("INSERT INTO b VALUES (?, 'v', 'p', 'yes')", (f"b{count}",))
        conn.execute("COMMIT")

    return act


def roll_call(path: Path, opened: ExitStack) -> Callable[[], object]:
    """Return an act that records a roll-call vote through the service, on a whole council file."""
    desk = opened.enter_context(closing(create_council_file(path, actor="bench")))
    council.found_council(
        desk,
        name=Text.of("Bench", "en"),
        languages=("en",),
        time_zone="UTC",
        pack="ronr",
        seats=MEMBERS,
    )
    body = bodies.list_bodies(desk)[0].uid
    names = people.parse_names("\n".join(f"Member Number{n}" for n in range(MEMBERS)), "en")
    who = people.seat_people(desk, body, names).value
    starts = datetime(2026, 11, 19, 18, 30)
    meeting = meetings.plan_meeting(desk, body_uid=body, kind="regular", starts_local=starts).value
    meetings.call_to_order(desk, meeting)
    attendance.all_present_except(desk, meeting, [])
    stated = iter(
        [
            motions.state_motion(
                desk, meeting, text=Text.of(f"Question {n}", "en"), mover_uid=who[0]
            ).value
            for n in range(ROUNDS)
        ]
    )
    ballots = dict.fromkeys(who, "yes")
    return lambda: votes.record_vote(desk, next(stated), method="roll_call", ballots=ballots)


if __name__ == "__main__":
    sys.exit(main())
