"""How the tables came to be: new files get them at once, older ones step by step.

The name of each migration is the schema version that it makes; sqlite-utils is imported only here.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from council.db.schema import (
    APPLICATION_ID,
    INDEXES,
    JOURNAL,
    SCHEMA_VERSION,
    SEARCH,
    TABLES,
)
from council.db.triggers import install_triggers

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database, Migrations


def _make(db: Database, table: str) -> None:
    db.execute(f"CREATE TABLE {table} ({({**JOURNAL, **TABLES})[table]}) STRICT")
    for name in INDEXES.get(table, ()):
        db.execute(f"CREATE INDEX {table}_{name} ON {table} ({name})")


def _newest(db: Database) -> None:
    """Make a new file as it is by now; what the later migrations would do is then done."""
    for table in (*JOURNAL, *TABLES):
        _make(db, table)
    db.execute(SEARCH)


def _second(db: Database) -> None:
    """Advice on record, what people are qualified for, and how a vote was counted."""
    db.execute("ALTER TABLE agenda_item ADD COLUMN topic TEXT")
    db.execute("ALTER TABLE vote ADD COLUMN counting TEXT")
    db.execute("ALTER TABLE vote ADD COLUMN ineligible TEXT")
    for table in ("qualification", "advice"):
        _make(db, table)


UPGRADES: dict[int, Callable[[Database], None]] = {2: _second}
"""What brings a file to a schema version from the one before; the first ever was 1."""


def council_migrations(*, new: bool = False) -> Migrations:
    """Return the migrations in order; in a new file the first one does the work of all."""
    from sqlite_utils import Migrations

    migrations = Migrations("council")
    migrations(name="1")(_newest)
    for version, upgrade in UPGRADES.items():
        migrations(name=str(version))(_nothing if new else upgrade)
    return migrations


def _nothing(_db: Database) -> None:
    """Leave a new file as it is."""


def run_migrations(conn: sqlite3.Connection, migrations: Migrations | None = None) -> None:
    """Run the migrations that have not run yet; the triggers must be gone."""
    from sqlite_utils import Database

    (migrations or council_migrations()).apply(Database(conn, execute_plugins=False))


@cache
def template() -> bytes:
    """Return the bytes of a new, empty council file; making one costs 20 ms, copying it nothing."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        run_migrations(conn, council_migrations(new=True))
        # A new file was never migrated; without the moment, files made alike are alike.
        conn.execute("UPDATE _sqlite_migrations SET applied_at = ''")
        install_triggers(conn)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        return conn.serialize()
    finally:
        conn.close()
