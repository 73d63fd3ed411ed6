"""Bringing an older file up to date: backup first, then the migrations as a step of their own."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from council.db import search
from council.db.backup import automatic_backup
from council.db.migrations import run_migrations
from council.db.schema import SCHEMA_VERSION, TABLES
from council.db.steps import step
from council.db.triggers import drop_triggers, install_triggers, public_columns
from council.domain.messages import FileRefused

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from sqlite_utils import Migrations

    from council.db.connection import Clock, Connection


def upgrade(
    conn: Connection,
    path: Path | None,
    *,
    clock: Clock,
    actor: str,
    migrations: Migrations | None = None,
) -> None:
    """Run the pending migrations; the step keeps a digest of every table before and after.

    Raises FileRefused when references are broken afterwards; the backup then lies beside the file.
    """
    if path is not None:
        automatic_backup(conn, path, clock=clock, reason="upgrade")
    before = table_digests(conn)
    drop_triggers(conn)
    conn.execute("PRAGMA foreign_keys = OFF")
    try:
        run_migrations(conn, migrations)
        if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise FileRefused("error.file_damaged", file=conn.file_name)
    finally:
        # Also after a failure: the file must never lie about without its journal.
        install_triggers(conn)
        conn.execute("PRAGMA foreign_keys = ON")
    digests = json.dumps({"before": before, "after": table_digests(conn)}, sort_keys=True)
    params = {"version": SCHEMA_VERSION}
    with step(
        conn,
        "step.upgrade_file",
        params,
        clock=clock,
        actor=actor,
        kind="migration",
        final=True,
        digests=digests,
    ):
        search.rebuild(conn)
    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def table_digests(conn: sqlite3.Connection) -> dict[str, str]:
    """Return SHA-256 of each journalled table's rows, private columns left out (they may be erased)."""
    there = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    digests = {}
    for table in TABLES:
        if table not in there:
            continue
        stored = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        names = [name for name in stored if name in public_columns(table)]
        rows = conn.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY uid")
        digests[table] = digest_rows([dict(zip(names, row, strict=True)) for row in rows])
    return digests


def digest_rows(rows: list[dict[str, object]]) -> str:
    """Return SHA-256 over rows in order, as canonical JSON."""
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
