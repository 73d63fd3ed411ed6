"""Council files that open, and each kind that is refused with its own words."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from council.db import council_file, journal, rows
from council.db.schema import APPLICATION_ID, SCHEMA_VERSION
from council.domain.messages import FileRefused
from council.domain.text import Text


@pytest.fixture
def closed(council_path, clock):
    council_file.create(council_path, clock=clock, actor="AB").close()
    return council_path


def refused(path, clock, **named):
    with pytest.raises(FileRefused) as caught:
        council_file.open_file(path, clock=clock, actor="CD", **named).close()
    assert caught.value.message.params["file"] == path.name
    return caught.value.code


def test_a_new_file_says_what_it_is(disk_file):
    def pragma(name):
        return disk_file.conn.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("application_id") == APPLICATION_ID
    assert pragma("user_version") == SCHEMA_VERSION
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert [pragma(n) for n in ("foreign_keys", "recursive_triggers", "secure_delete")] == [1, 1, 1]


def test_what_was_written_is_there_after_reopening(closed, clock):
    with council_file.open_file(closed, clock=clock, actor="AB") as file:
        with journal.step(file.conn, "step.test", {}, clock=clock, actor="AB"):
            rows.insert(file.conn, "person", {"uid": "p1", "name": Text.of("Maya", "en")})
        head = journal.head(file.conn)
    assert sorted(path.name for path in closed.parent.iterdir()) == [closed.name]
    with council_file.open_file(closed, clock=clock, actor="AB") as file:
        assert rows.get(file.conn, "person", "p1")["name"] == Text.of("Maya", "en")
        assert journal.head(file.conn) == head


def test_missing(council_path, clock):
    assert refused(council_path, clock) == "error.file_missing"
    assert refused(council_path, clock, read_only=True) == "error.file_missing"
    assert not council_path.exists()


def test_creating_never_replaces(closed, clock):
    before = closed.read_bytes()
    with pytest.raises(FileRefused) as caught:
        council_file.create(closed, clock=clock, actor="CD")
    assert caught.value.code == "error.file_exists"
    assert closed.read_bytes() == before


def test_creating_in_a_folder_that_is_gone(tmp_path, clock):
    with pytest.raises(FileRefused) as caught:
        council_file.create(tmp_path / "gone" / "a.council", clock=clock, actor="AB")
    assert caught.value.code == "error.folder_missing"


def test_foreign_files(council_path, clock):
    council_path.write_text("name,email\n" * 50)
    assert refused(council_path, clock) == "error.file_foreign"
    council_path.unlink()
    with closing(sqlite3.connect(council_path)) as conn:
        conn.execute("CREATE TABLE t (x)")
    assert refused(council_path, clock) == "error.file_foreign"


def test_newer(closed, clock):
    with closing(sqlite3.connect(closed)) as conn:
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert refused(closed, clock) == "error.file_newer"
    assert refused(closed, clock, read_only=True) == "error.file_newer"


@pytest.mark.parametrize("kept", [0, 10, 60, 4096, -4096])
def test_truncated(closed, clock, kept):
    content = closed.read_bytes()
    closed.write_bytes(content[:kept])
    assert refused(closed, clock) == "error.file_damaged"


def test_overwritten_pages(closed, clock):
    content = bytearray(closed.read_bytes())
    content[8192:20480] = b"\xff" * 12288
    closed.write_bytes(content)
    assert refused(closed, clock) == "error.file_damaged"
    assert refused(closed, clock, read_only=True) == "error.file_damaged"


def test_read_only_file(closed, clock):
    closed.chmod(0o444)
    assert refused(closed, clock) == "error.file_read_only"
    with council_file.open_file(closed, clock=clock, actor="CD", read_only=True) as file:
        assert rows.find(file.conn, "person") == []


@pytest.fixture
def in_los_angeles(monkeypatch):
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_los_angeles")
def test_a_second_writer_is_told_who_holds_it(disk_file, council_path, clock):
    with pytest.raises(FileRefused) as caught:
        council_file.open_file(council_path, clock=clock, actor="CD")
    message = caught.value.message
    assert message.code == "error.file_locked"
    assert message.params["who"] == "AB"
    assert message.params["machine"]
    # Told by the clock on this computer's wall, wherever the other one stands.
    assert message.params["since"].isoformat().startswith("2026-11-19T03:30:")
    # Who was refused did not take the lock away from its holder.
    assert refused(council_path, clock) == "error.file_locked"
    disk_file.close()
    council_file.open_file(council_path, clock=clock, actor="CD").close()


WRITER = """
import sys, os
from datetime import datetime, UTC
from council.db import council_file
class Clock:
    def now(self): return datetime(2026, 1, 2, tzinfo=UTC)
file = council_file.open_file(sys.argv[1], clock=Clock(), actor="Other")
print("open", flush=True)
sys.stdin.readline()
os._exit(1)
"""


def test_a_writer_in_another_process_and_its_crash(closed, clock):
    other = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(closed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(FileRefused) as caught:
            council_file.open_file(closed, clock=clock, actor="CD")
        assert caught.value.message.params["who"] == "Other"
        other.communicate("die\n")
    council_file.open_file(closed, clock=clock, actor="CD").close()


def test_readers_see_commits_and_cannot_write(disk_scribe, disk_file):
    with disk_file.reader() as reader:
        disk_scribe.person("p1")
        assert [row["uid"] for row in rows.find(reader.conn, "person")] == ["p1"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.conn.execute("DELETE FROM draft")


def test_a_reader_of_a_file_in_memory(scribe, memory_file):
    with memory_file.reader() as reader:
        scribe.person("p1")
        assert rows.count(reader.conn, "person") == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.conn.execute("DELETE FROM draft")


def test_a_full_disk_keeps_what_was_recorded(disk_scribe, disk_file):
    disk_scribe.person("p1")
    conn = disk_file.conn
    head = journal.head(conn)
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FileRefused) as caught:
        disk_scribe.person("p2", "x" * 400_000)
    assert caught.value.code == "error.disk_full"
    assert journal.head(conn) == head
    assert [row["uid"] for row in rows.find(conn, "person")] == ["p1"]
    conn.execute(f"PRAGMA max_page_count = {pages * 10}")
    disk_scribe.person("p2", "x" * 400_000)
    assert rows.count(conn, "person") == 2


def test_a_copy_without_its_lock_opens(disk_file, council_path, tmp_path, clock):
    copy = tmp_path / "copy.council"
    disk_file.close()
    shutil.copy(council_path, copy)
    council_file.open_file(copy, clock=clock, actor="CD").close()
