"""How the tables came to be, one migration a schema version; sqlite-utils is imported only here."""

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
    from sqlite_utils import Database, Migrations


def _first(db: Database) -> None:
    for name, definition in {**JOURNAL, **TABLES}.items():
        db.execute(f"CREATE TABLE {name} ({definition}) STRICT")
    for table, names in INDEXES.items():
        for name in names:
            db.execute(f"CREATE INDEX {table}_{name} ON {table} ({name})")
    db.execute(SEARCH)


@cache
def council_migrations() -> Migrations:
    """Return the migrations in order; the name of each is the schema version that it makes."""
    from sqlite_utils import Migrations

    migrations = Migrations("council")

    migrations(name="1")(_first)
    return migrations


def run_migrations(conn: sqlite3.Connection, migrations: Migrations | None = None) -> None:
    """Run the migrations that have not run yet; the triggers must be gone."""
    from sqlite_utils import Database

    (migrations or council_migrations()).apply(Database(conn, execute_plugins=False))


@cache
def template() -> bytes:
    """Return the bytes of a new, empty council file; making one costs 20 ms, copying it nothing."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        run_migrations(conn)
        # A new file was never migrated; without the moment, files made alike are alike.
        conn.execute("UPDATE _sqlite_migrations SET applied_at = ''")
        install_triggers(conn)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        return conn.serialize()
    finally:
        conn.close()
