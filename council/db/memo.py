"""What was read on a connection, kept for as long as none of its tables changes.

Three things make what is kept unknown again: a write of this connection to one of the tables (every
writer says so beforehand, and the journal's triggers notice one that does not), a rollback, and any
commit of another connection (SQLite's ``data_version``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Hashable

Kept = TypeVar("Kept")

MOST = 512
"""With more entries than these the memo begins anew."""


class Memo:
    """Values by key; whoever keeps one promises that nobody changes it in place."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._version: int | None = None
        self._kept: dict[Hashable, Any] = {}
        self._keys: dict[str, set[Hashable]] = {}

    def get(self, key: Hashable, tables: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        """Return what is kept under the key, made first when nothing is.

        ``tables`` are all those that ``make`` reads.
        """
        if not self._conn.in_transaction:
            # Within a transaction nobody else's commit is seen; its step looked when it began.
            self.check()
        if key in self._kept:
            kept: Kept = self._kept[key]
            return kept
        made = make()
        if len(self._kept) >= MOST:
            self.clear()
        self._kept[key] = made
        for table in tables:
            self._keys.setdefault(table, set()).add(key)
        return made

    def check(self) -> None:
        """Drop everything when another connection has changed the file."""
        version: int = self._conn.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self.clear()
            self._version = version

    def forget(self, table: str) -> None:
        """Drop what was read from a table; whoever is about to change it calls this."""
        for key in self._keys.pop(table, ()):
            self._kept.pop(key, None)

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()
        self._keys.clear()
