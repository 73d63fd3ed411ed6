"""Half-typed text, kept for a crash; not part of the record."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from council.db.connection import Clock, Connection, stamp
from council.domain.text import whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def put_draft(conn: Connection, key: str, text: str, *, clock: Clock | None = None) -> None:
    """Keep a draft under a key, replacing the one before; an empty text drops it."""
    if not text:
        drop_draft(conn, key)
        return
    at = stamp(clock) if clock else datetime.now(UTC).isoformat(timespec="seconds")
    conn.execute(
        "INSERT OR REPLACE INTO draft (key, text, at) VALUES (?, ?, ?)", (key, whole(text), at)
    )


def get_draft(conn: Connection, key: str) -> str | None:
    """Return a draft, or None."""
    row = conn.execute("SELECT text FROM draft WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def list_drafts(conn: Connection, prefix: str = "") -> dict[str, str]:
    """Return the drafts whose keys begin with a prefix, by key."""
    sql = "SELECT key, text FROM draft WHERE substr(key, 1, length(?)) = ? ORDER BY key"
    return dict(conn.execute(sql, (prefix, prefix)).fetchall())


@contextmanager
def finished_with(conn: Connection, key: str) -> Iterator[None]:
    """Let the next step forget a draft in the same transaction that records what was typed.

    Otherwise a crash between the two would offer again what is on record already.
    """
    conn.finished_draft = key
    try:
        yield
    finally:
        conn.finished_draft = None


def drop_draft(conn: Connection, key: str) -> None:
    """Forget a draft; no error when there is none."""
    conn.execute("DELETE FROM draft WHERE key = ?", (key,))
