"""Bringing an older file up to date: backup first, then the migrations as a step of their own."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

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

    Raises FileRefused when references are broken afterwards: the file is then as it was.
    """
    if path is not None:
        automatic_backup(conn, path, clock=clock, reason="upgrade")
    # References can be switched off only outside a transaction; the rest is one: all or nothing.
    conn.execute("PRAGMA foreign_keys = OFF")
    params = {"version": SCHEMA_VERSION}
    named: dict[str, Any] = {"clock": clock, "actor": actor, "kind": "migration", "final": True}
    try:
        with step(conn, "step.upgrade_file", params, **named) as seq:
            before = table_digests(conn)
            drop_triggers(conn)
            run_migrations(conn, migrations)
            _check_references(conn)
            install_triggers(conn)
            search.rebuild(conn)
            digests = json.dumps({"before": before, "after": table_digests(conn)}, sort_keys=True)
            conn.execute("UPDATE step SET digests = ? WHERE seq = ?", (digests, seq))
            conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        conn.execute("PRAGMA foreign_keys = ON")


def _check_references(conn: Connection) -> None:
    if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise FileRefused("error.file_damaged", file=conn.file_name)


def table_digests(conn: sqlite3.Connection) -> dict[str, str]:
    """Return SHA-256 of each journalled table's rows, without what may be erased."""
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
