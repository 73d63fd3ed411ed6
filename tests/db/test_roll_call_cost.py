"""A journalled roll call costs at most four times its bare inserts in one synced transaction."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

from council.db import rows
from council.db.schema import TABLES
from council.domain.text import Text

BALLOTS, ROUNDS = 15, 20


def values(number: int, place: int) -> dict[str, object]:
    named = {"vote_uid": "v1", "position": place, "person_uid": f"p{place}", "choice": "yes"}
    return {"uid": f"{number}-{place}", **named}


def bare(path) -> float:
    """Return the best seconds of inserting ballots into the same tables without a journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute(f"CREATE TABLE ballot ({TABLES['ballot']}) STRICT")
        conn.execute("CREATE INDEX ballot_vote ON ballot (vote_uid)")
        conn.execute("CREATE INDEX ballot_person ON ballot (person_uid)")
        sql = "INSERT INTO ballot (uid, vote_uid, position, person_uid, choice) VALUES (?,?,?,?,?)"
        taken = []
        for number in range(ROUNDS):
            start = time.perf_counter()
            conn.execute("BEGIN IMMEDIATE")
            for place in range(BALLOTS):
                conn.execute(sql, tuple(values(number, place).values()))
            conn.execute("COMMIT")
            taken.append(time.perf_counter() - start)
    return min(taken)


def test_roll_call(disk_scribe, disk_file, tmp_path):
    scribe, conn = disk_scribe, disk_file.conn
    scribe.meeting()
    for place in range(BALLOTS):
        scribe.person(f"p{place}")
    with scribe.step():
        vote = {"uid": "v1", "motion_uid": "x1", "position": 1, "method": "roll_call"}
        rows.insert(conn, "vote", vote)
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        with scribe.step("step.record_vote", params={"name": Text.of("roll call", "en")}):
            for place in range(BALLOTS):
                rows.insert(conn, "ballot", values(number, place))
        taken.append(time.perf_counter() - start)
    assert rows.count(conn, "ballot") == BALLOTS * ROUNDS
    assert min(taken) <= 4 * bare(tmp_path / "bare.db")
