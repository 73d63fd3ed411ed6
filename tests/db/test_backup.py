"""Copies: whole, never replacing anything, made by themselves before an upgrade."""

from __future__ import annotations

import json
import sqlite3

import pytest
from sqlite_utils import Database, Migrations

from council.db import backup, council_file, journal, rows, search
from council.db.schema import SCHEMA_VERSION, TABLES
from council.db.upgrade import upgrade
from council.domain.messages import FileRefused
from council.domain.text import Text


def test_a_backup_holds_what_was_committed(disk_scribe, disk_file, tmp_path, clock):
    disk_scribe.person("p1")
    out = backup.backup(disk_file.conn, tmp_path / "copy.council")
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == [out.name]
    with council_file.open_file(out, clock=clock, actor="CD") as copy:
        assert rows.get(copy.conn, "person", "p1")["name"] == Text.of("Maya Lindqvist", "en")
        assert journal.head(copy.conn) == journal.head(disk_file.conn)


def test_a_backup_of_a_path_that_is_open_elsewhere(disk_scribe, council_path, tmp_path, clock):
    disk_scribe.person("p1")
    out = backup.backup(council_path, tmp_path / "copy.council")
    with council_file.open_file(out, clock=clock, actor="CD", read_only=True) as copy:
        assert rows.count(copy.conn, "person") == 1
        assert copy.conn.execute("SELECT count(*) FROM holder").fetchone()[0] == 0


def test_a_backup_replaces_nothing_unless_told(disk_file, tmp_path):
    out = tmp_path / "copy.council"
    out.write_text("mine")
    with pytest.raises(FileRefused) as caught:
        backup.backup(disk_file.conn, out)
    assert caught.value.code == "error.file_exists"
    assert out.read_text() == "mine"
    backup.backup(disk_file.conn, out, overwrite=True)
    assert out.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("source", "out", "code"),
    [("gone.council", "a.council", "file_missing"), (None, "gone/a.council", "folder_missing")],
)
def test_a_backup_that_cannot_be_made(disk_file, tmp_path, source, out, code):
    with pytest.raises(FileRefused) as caught:
        backup.backup(tmp_path / source if source else disk_file.conn, tmp_path / out)
    assert caught.value.code == f"error.{code}"
    assert not (tmp_path / out).exists()


def test_automatic_backups_never_replace_each_other(disk_file, council_path):
    class Still:
        def now(self):
            from datetime import UTC, datetime

            return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    named = {"clock": Still(), "reason": "import"}
    made = [backup.automatic_backup(disk_file.conn, council_path, **named) for _ in range(2)]
    assert [path.name for path in made] == [
        "riverside 2026-01-02 030405 import.council",
        "riverside 2026-01-02 030405 import 2.council",
    ]
    assert all(path.parent == council_path.parent / "backups" for path in made)


def later(change) -> Migrations:
    migrations = Migrations("council")
    for version in range(1, SCHEMA_VERSION + 1):
        migrations(name=str(version))(lambda _db: None)
    migrations(name=str(SCHEMA_VERSION + 1))(change)
    return migrations


def test_an_upgrade_backs_up_and_is_a_step(disk_scribe, disk_file, council_path, clock):
    disk_scribe.person("p1")
    disk_scribe.meeting()
    conn = disk_file.conn

    def add_year(db: Database) -> None:
        db.execute("UPDATE body SET seats = 11")

    upgrade(conn, council_path, clock=clock, actor="AB", migrations=later(add_year))
    (copy,) = (council_path.parent / "backups").iterdir()
    with council_file.open_file(copy, clock=clock, actor="AB", read_only=True) as before:
        assert rows.get(before.conn, "body", "b1")["seats"] is None
    assert rows.get(conn, "body", "b1")["seats"] == 11
    info = journal.steps(conn, 1)[0]
    assert (info.kind, info.code, info.final) == ("migration", "step.upgrade_file", True)
    assert journal.can_undo(conn) is None
    digests = json.loads(conn.execute("SELECT digests FROM step WHERE digests > ''").fetchone()[0])
    differing = {name for name in TABLES if digests["before"][name] != digests["after"][name]}
    assert differing == {"body"}
    disk_scribe.person("p2")
    assert journal.verify_chain(conn) == journal.replay(conn) == []
    with pytest.raises(sqlite3.OperationalError):
        conn.execute("DELETE FROM person")
    conn.execute("DROP TRIGGER journal_body_update")
    conn.execute("UPDATE body SET seats = 12")
    assert [(each.code, each.where) for each in journal.replay(conn)] == [("table_differs", "body")]


def test_an_upgrade_that_breaks_references_is_refused(disk_scribe, disk_file, council_path, clock):
    disk_scribe.meeting()

    def break_it(db: Database) -> None:
        db.execute("DELETE FROM body")

    with pytest.raises(FileRefused):
        upgrade(disk_file.conn, council_path, clock=clock, actor="AB", migrations=later(break_it))
    assert rows.count(disk_file.conn, "body") == 1
    with pytest.raises(sqlite3.OperationalError):
        disk_file.conn.execute("DELETE FROM motion")


def test_the_index_is_made_anew(disk_scribe, disk_file):
    disk_scribe.meeting()
    disk_file.conn.execute("DELETE FROM search")
    assert search.search(disk_file.conn, "lamps") == []
    search.rebuild(disk_file.conn)
    assert {hit.kind for hit in search.search(disk_file.conn, "lamps")} == {"motion", "agenda_item"}
