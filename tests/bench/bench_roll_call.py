"""One roll-call vote of 15, recorded and durable, against 15 raw inserts in one fsynced transaction."""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from council.domain.text import Text
from council.services import attendance, bodies, council, meetings, motions, people, votes
from council.services.desk import create_council_file

LIMIT = 4.0
MEMBERS = 15
ROUNDS = 60


def median_ms(act: Callable[[], object]) -> float:
    """Return the median of one call in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> int:
    """Print the figures; return 1 when the ratio is above its limit."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        raw, bare = raw_inserts(place / "raw.db"), bare_fsync(place / "fsync")
        vote = roll_call(place / "bench.council")
    ratio = vote / raw
    print(f"bare fsync                         {bare:8.3f} ms")
    print(f"15 raw inserts, one fsynced commit {raw:8.3f} ms")
    print(
        f"roll-call vote of 15, journalled   {vote:8.3f} ms   {ratio:.2f} times (at most {LIMIT})"
    )
    return int(ratio > LIMIT)


def bare_fsync(path: Path) -> float:
    """Measure writing a page and fsync."""
    with path.open("wb") as file:

        def act() -> None:
            file.seek(0)
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())

        return median_ms(act)


def raw_inserts(path: Path) -> float:
    """Measure 15 inserts into one table in one transaction with synchronous=FULL."""
    conn = sqlite3.connect(path, isolation_level=None)
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

    taken = median_ms(act)
    conn.close()
    return taken


def roll_call(path: Path) -> float:
    """Measure recording a roll-call vote through the service, on a file with all tables."""
    desk = create_council_file(path, actor="bench")
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
    taken = median_ms(
        lambda: votes.record_vote(desk, next(stated), method="roll_call", ballots=ballots)
    )
    desk.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
