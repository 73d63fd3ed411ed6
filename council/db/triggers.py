"""The triggers that write each row's before and after into the journal, made from the schema."""

from __future__ import annotations

import sqlite3
from functools import cache

from council.db.schema import PRIVATE, TABLES


@cache
def columns(table: str) -> tuple[str, ...]:
    """Return a journalled table's columns in stored order; KeyError for any other table."""
    scratch = sqlite3.connect(":memory:")
    try:
        scratch.execute(f"CREATE TABLE {table} ({TABLES[table]}) STRICT")
        return tuple(row[1] for row in scratch.execute(f"PRAGMA table_info({table})"))
    finally:
        scratch.close()


def public_columns(table: str) -> tuple[str, ...]:
    """Return the columns whose values stand in the journal as they are."""
    private = PRIVATE.get(table, frozenset())
    return tuple(name for name in columns(table) if name not in private)


def _object(names: tuple[str, ...], side: str) -> str:
    return "json_object(" + ", ".join(f"'{name}', {side}.{name}" for name in names) + ")"


def _private(table: str, before: bool, after: bool) -> str:
    names = tuple(name for name in columns(table) if name in PRIVATE.get(table, frozenset()))
    if not names:
        return "NULL"
    sides = [("before", "OLD", before), ("after", "NEW", after)]
    told = ", ".join(f"'{side}', {_object(names, row)}" for side, row, wanted in sides if wanted)
    return f"json_object({told})"


def _trigger(table: str, op: str, *, before: bool, after: bool) -> str:
    names = public_columns(table)
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns(table))
    return (
        f"CREATE TRIGGER journal_{table}_{op} AFTER {op.upper()} ON {table}"
        + (f" WHEN {changed}" if op == "update" else "")
        + " BEGIN INSERT INTO change (seq, tbl, row_uid, op, before, after, private) VALUES ("
        + f"current_step(), '{table}', {'NEW' if after else 'OLD'}.uid, '{op}', "
        + f"{_object(names, 'OLD') if before else 'NULL'}, "
        + f"{_object(names, 'NEW') if after else 'NULL'}, {_private(table, before, after)}); END"
    )


def trigger_statements() -> list[str]:
    """Return the CREATE TRIGGER statements of every journalled table, and the guards."""
    statements = []
    for table in TABLES:
        statements += [
            _trigger(table, "insert", before=False, after=True),
            _trigger(table, "update", before=True, after=True),
            _trigger(table, "delete", before=True, after=False),
            (
                f"CREATE TRIGGER uid_{table} BEFORE UPDATE OF uid ON {table} "
                "WHEN OLD.uid IS NOT NEW.uid BEGIN SELECT RAISE(ABORT, 'a uid never changes'); END"
            ),
        ]
    statements += [
        f"CREATE TRIGGER blob_{op} BEFORE {op.upper()} ON blob "
        "BEGIN SELECT RAISE(ABORT, 'blobs are only ever added'); END"
        for op in ("update", "delete")
    ]
    return statements


def install_triggers(conn: sqlite3.Connection) -> None:
    """Create every trigger; the tables have none yet."""
    for statement in trigger_statements():
        conn.execute(statement)


def drop_triggers(conn: sqlite3.Connection) -> None:
    """Drop every trigger, as before a migration: one that names a renamed column breaks writes."""
    names = [
        row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    ]
    for name in names:
        conn.execute(f'DROP TRIGGER "{name}"')
