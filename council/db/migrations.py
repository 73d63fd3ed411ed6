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
    from collections.abc import Callable, Mapping

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


_THIRD_COLUMNS = {
    "council": ("contact TEXT", "phone TEXT", "accommodation TEXT"),
    "meeting": (
        "series_uid TEXT REFERENCES series (uid) DEFERRABLE",
        "series_on TEXT",
        "feed_uid TEXT",
        "sequence INTEGER NOT NULL DEFAULT 0",
        "minutes_planned INTEGER",
        "letter_number TEXT",
        "remote TEXT",
    ),
    "notice": ("photo_sha256 TEXT", "photo_name TEXT"),
    "agenda_item": (
        "late_ground TEXT",
        "late_motion_uid TEXT REFERENCES motion (uid) DEFERRABLE",
        "closed_ground TEXT",
        "matter_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE",
        "copied_from_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE",
    ),
    "attachment": (
        "replaces_uid TEXT REFERENCES attachment (uid) DEFERRABLE",
        "public INTEGER NOT NULL DEFAULT 1",
        "pages INTEGER",
        "added_at TEXT",
    ),
}


def _third(db: Database) -> None:
    """Series, templates, posted revisions, what was dismissed; a reason to cancel is a Text."""
    for table in ("series", "agenda_template", "agenda_revision", "carry_dismissal"):
        _make(db, table)
    _add_columns(db, _THIRD_COLUMNS)
    for table, column in (
        ("meeting", "series_uid"),
        ("agenda_item", "carried_from_uid"),
        ("agenda_item", "matter_uid"),
    ):
        db.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
    # The words stood without a language; they were typed in the council's first one.
    db.execute(
        "UPDATE meeting SET cancel_reason = CASE trim(cancel_reason) WHEN '' THEN NULL ELSE "
        "json_object(coalesce((SELECT json_extract(languages, '$[0]') FROM council), 'en'), "
        "cancel_reason) END WHERE cancel_reason IS NOT NULL"
    )


_FOURTH_COLUMNS = {
    "meeting": ("member_seconds INTEGER", "resident_seconds INTEGER", "recorded_from TEXT"),
    "motion": ("edit TEXT", "speech_seconds INTEGER"),
    "attendance": ("noted_at TEXT", "votes INTEGER NOT NULL DEFAULT 0"),
    "vote": ("roll_order TEXT", "roll TEXT", "first_at TEXT", "first_tally TEXT"),
    "comment": ("written INTEGER",),
    "action": ("at TEXT",),
}


def _fourth(db: Database) -> None:
    """Who had the floor and the chair; amendments as edits; rolls and first declarations."""
    for table in ("presiding", "clock_change", "speaker", "speaking"):
        _make(db, table)
    _add_columns(db, _FOURTH_COLUMNS)
    for column in ("code", "target"):
        db.execute(f"CREATE INDEX step_{column} ON step ({column})")


def _add_columns(db: Database, added: Mapping[str, tuple[str, ...]]) -> None:
    for table, columns in added.items():
        for column in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


UPGRADES: dict[int, Callable[[Database], None]] = {2: _second, 3: _third, 4: _fourth}
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
