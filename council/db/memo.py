"""What was read on a connection, kept for as long as none of its tables changes.

Three things make what is kept unknown again: a write of this connection to one of the tables (every
writer says so beforehand, and the journal's triggers notice one that does not), a rollback, and a
commit of another connection (SQLite's ``data_version``) that changed one of the tables: the journal
tells which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Hashable, Iterable

Kept = TypeVar("Kept")
Place: TypeAlias = "tuple[str, str | None]"
"""A table and a part of it, None for all of it."""

MOST = 2048
"""With more entries than these the memo begins anew."""

PARTS: Final = {"ballot": "vote_uid", "vote": "motion_uid"}
"""Tables that are kept by parts: a column whose value a row never changes."""

_PART = " ".join(
    f"WHEN '{table}' THEN json_extract(coalesce(after, before), '$.{column}')"
    for table, column in PARTS.items()
)
_SINCE = (
    f"SELECT tbl, CASE tbl {_PART} END AS part, max(id) FROM change WHERE id > ? GROUP BY tbl, part"
)


class Memo:
    """Values by key; whoever keeps one promises that nobody changes it in place."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._version: int | None = None
        self._last = 0
        self._kept: dict[Hashable, tuple[Any, frozenset[Place]]] = {}
        self._keys: dict[Place, set[Hashable]] = {}
        self._making: list[set[Place]] = []

    def get(self, key: Hashable, tables: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        """Return what is kept under the key, made first when nothing is.

        It depends on ``tables``, on those that ``make`` reads by way of ``council.db.rows``, and on
        those of everything that ``make`` gets from here. Name those that are read otherwise.
        """
        if not self._conn.in_transaction:
            # Within a transaction nobody else's commit is seen; whoever began it looked.
            self.check()
        found = self._kept.get(key)
        if found is None:
            found = self._make(key, tables, make)
        kept: Kept = found[0]
        if self._making:
            self._making[-1].update(found[1])
        return kept

    def _make(
        self, key: Hashable, tables: tuple[str, ...], make: Callable[[], Kept]
    ) -> tuple[Kept, frozenset[Place]]:
        self._making.append({(table, None) for table in tables})
        try:
            made = make()
        finally:
            read = self._making.pop()
        if len(self._kept) >= MOST:
            self.clear()
        found = self._kept[key] = (made, frozenset(read))
        for place in read:
            self._keys.setdefault(place, set()).add(key)
        return found

    def reads(self, table: str, parts: Iterable[str] | None = None) -> None:
        """Be told that a table is read, or some parts of it: what is being made depends on them."""
        if not self._making:
            return
        if parts is None:
            self._making[-1].add((table, None))
        else:
            self._making[-1].update((table, part) for part in parts)

    def check(self) -> None:
        """Drop what depends on a table that another connection has changed since the last look."""
        version: int = self._conn.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        first, self._version = self._version is None, version
        if first:
            self.clear()
            self._last = self._conn.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
            return
        for table, part, last in self._conn.execute(_SINCE, (self._last,)).fetchall():
            self._last = max(self._last, last)
            self.forget(table, part)

    def forget(self, table: str, part: str | None = None) -> None:
        """Drop what was read from a table; whoever is about to change it calls this.

        With a part, what was read from its other parts alone is kept.
        """
        gone = [(table, None), (table, part)]
        if part is None and table in PARTS:
            gone = [place for place in self._keys if place[0] == table]
        for place in gone:
            for key in self._keys.pop(place, ()):
                self._kept.pop(key, None)

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()
        self._keys.clear()
