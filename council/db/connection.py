"""Connections to a council file: settings, read-only readers, and what SQLite's errors mean."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from council.db.memo import Memo
from council.domain.messages import FileRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

MEMORY = ":memory:"
_BUSY_SECONDS = 5.0

_CODES = {
    sqlite3.SQLITE_FULL: "error.disk_full",
    sqlite3.SQLITE_READONLY: "error.file_read_only",
    sqlite3.SQLITE_CANTOPEN: "error.file_unreachable",
    sqlite3.SQLITE_IOERR: "error.file_unreachable",
    sqlite3.SQLITE_PERM: "error.file_read_only",
    sqlite3.SQLITE_CORRUPT: "error.file_damaged",
    sqlite3.SQLITE_NOTADB: "error.file_damaged",
    sqlite3.SQLITE_BUSY: "error.file_busy",
    sqlite3.SQLITE_LOCKED: "error.file_busy",
}


class Clock(Protocol):
    """Tells the time; every stamp in the file comes from one."""

    def now(self) -> datetime:
        """Return the present moment with its offset from UTC."""
        ...


class Connection(sqlite3.Connection):
    """A connection that knows which step is being written; ``seq`` is None outside a step.

    ``memo`` keeps what was read; ``announced`` is true while a writer runs that told the memo.
    ``finished_draft`` is the draft that the next step records and forgets.
    """

    file_name: str = MEMORY
    seq: int | None = None
    final: bool = False
    erased: bool = False
    announced: bool = False
    finished_draft: str | None = None

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.new_salt: Callable[[], str] = _random_salt
        self.memo = Memo(self)

    def write(self, table: str, sql: str, params: Sequence[Any]) -> int:
        """Run one INSERT, UPDATE or DELETE on a journalled table; return how many rows it hit."""
        self.memo.forget(table)
        self.announced = True
        try:
            return self.execute(sql, params).rowcount
        finally:
            self.announced = False

    def write_many(self, table: str, sql: str, many: Iterable[Sequence[Any]]) -> None:
        """Run one statement on a journalled table with each set of values."""
        self.memo.forget(table)
        self.announced = True
        try:
            self.executemany(sql, many)
        finally:
            self.announced = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all that is read within see the file at one moment, and look for changes once.

        Within a step it adds nothing.
        """
        if self.in_transaction:
            yield
            return
        self.execute("BEGIN")
        try:
            self.memo.check()
            yield
        finally:
            self.execute("COMMIT")


def _random_salt() -> str:
    return os.urandom(16).hex()


def connect(target: str, *, writing: bool) -> Connection:
    """Connect to a SQLite URI and set what every connection of ours needs.

    Only a writing connection gets ``current_step()``, which the journal's triggers call.
    """
    conn = sqlite3.connect(
        target,
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        cached_statements=512,
        factory=Connection,
    )
    conn.row_factory = sqlite3.Row
    for pragma in ("foreign_keys", "recursive_triggers", "secure_delete"):
        conn.execute(f"PRAGMA {pragma} = ON")
    if writing:
        conn.execute("PRAGMA synchronous = FULL")
        conn.create_function("current_step", 0, lambda: _current_step(conn))
    else:
        conn.execute("PRAGMA query_only = ON")
    return conn


def _current_step(conn: Connection) -> int:
    # A full disk makes SQLite end the transaction by itself: then the step is over too.
    if conn.seq is None or not conn.in_transaction:
        raise RuntimeError("a change outside a step")
    if not conn.announced:
        conn.memo.clear()
    return conn.seq


def file_uri(path: Path, mode: str) -> str:
    """Return the SQLite URI of a file; ``mode`` is ``rw``, ``ro`` or ``immutable``."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return f"{path.resolve().as_uri()}?{query}"


@contextmanager
def refusals(file_name: str) -> Iterator[None]:
    """Turn what SQLite says about the file or the disk into FileRefused; let our own bugs pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The lower byte is the primary result code, the rest says more about it.
        code = _CODES.get((getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
        if code is None:
            raise
        raise FileRefused(code, file=file_name) from error


def stamp(clock: Clock) -> str:
    """Return the present moment as the file stores it: seconds, with the offset."""
    return clock.now().isoformat(timespec="seconds")
