"""The council file: made, recognised, opened by one writer and any number of readers, closed."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import platform
import sqlite3
import stat
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from council.db.connection import (
    MEMORY,
    Clock,
    Connection,
    connect,
    file_uri,
    refusals,
    stamp,
)
from council.db.lock import FileLock, Holder
from council.db.migrations import template
from council.db.schema import APPLICATION_ID, SCHEMA_VERSION
from council.db.upgrade import upgrade
from council.domain.messages import FileRefused, Message
from council.domain.text import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = b"SQLite format 3\x00"
_memory_names = itertools.count(1)


class CouncilFile:
    """An open council file. ``conn`` belongs to the thread that opened it; ``close`` it there."""

    def __init__(
        self,
        conn: Connection,
        path: Path | None,
        uri: str,
        *,
        read_only: bool,
        lock: FileLock | None,
    ) -> None:
        self.conn = conn
        self.path = path
        self.read_only = read_only
        self._uri = uri
        self._lock = lock

    def reader(self) -> CouncilFile:
        """Return a read-only opening of the same file, for the thread that calls."""
        with refusals(self.conn.file_name):
            conn = connect(self._uri, writing=False)
        conn.file_name = self.conn.file_name
        return CouncilFile(conn, self.path, self._uri, read_only=True, lock=None)

    def close(self) -> None:
        """Close the connection and let others write; safe to call twice."""
        if self._lock is not None:
            with contextlib.suppress(sqlite3.Error):
                self.conn.execute("DELETE FROM holder")
        self.conn.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> CouncilFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(path: Path | str, *, clock: Clock, actor: str) -> CouncilFile:
    """Make a new, empty council file and open it for writing; ``":memory:"`` makes none on disk.

    Refuses (FileRefused) an existing file, a folder that cannot be written and a full disk.
    """
    if str(path) == MEMORY:
        return _create_in_memory()
    path = Path(path)
    if path.exists():
        raise FileRefused("error.file_exists", file=path.name)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with _os_refusals(path):
            _write(fresh, template())
            if path.exists():
                raise FileRefused("error.file_exists", file=path.name)
            fresh.rename(path)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return open_file(path, clock=clock, actor=actor, check=False)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _create_in_memory() -> CouncilFile:
    uri = f"file:/council-{os.getpid()}-{next(_memory_names)}?vfs=memdb"
    conn = connect(uri, writing=True)
    source = sqlite3.connect(MEMORY)
    try:
        source.deserialize(template())
        source.backup(conn)
    finally:
        source.close()
    return CouncilFile(conn, None, uri, read_only=False, lock=None)


def open_file(
    path: Path | str, *, clock: Clock, actor: str, read_only: bool = False, check: bool = True
) -> CouncilFile:
    """Open a council file, bringing an older one up to date after a backup.

    Refuses (FileRefused) what is missing, not a council file, from a newer program,
    damaged (``check`` reads the whole file), read-only, or held by another writer (then with
    ``who``, ``machine``, ``since``).
    """
    path = Path(path)
    with _os_refusals(path):
        _check_header(path)
    if read_only:
        return _open_reader(path, check=check)
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise FileRefused("error.file_read_only", file=path.name)
    lock = FileLock(path)
    me = Holder(whole(actor), platform.node(), os.getpid(), stamp(clock))
    with _os_refusals(path):
        other = lock.acquire(me)
    if other is not None:
        raise FileRefused(
            "error.file_locked",
            file=path.name,
            who=other.who or Message("holder.somebody"),
            machine=other.machine or Message("holder.some_machine"),
            since=_moment(other.since_at),
        )
    try:
        return _open_writer(path, me, lock, clock=clock, check=check)
    except BaseException:
        lock.release()
        raise


def _moment(told: str) -> datetime | Message:
    # Said to whoever sits here now, so by this computer's clock; the lock tells it in UTC.
    return datetime.fromisoformat(told).astimezone() if told else Message("holder.some_time")


def _open_writer(
    path: Path, me: Holder, lock: FileLock, *, clock: Clock, check: bool
) -> CouncilFile:
    with refusals(path.name):
        conn = connect(file_uri(path, "rw"), writing=True)
        conn.file_name = path.name
        try:
            _check_version(conn, path)
            if check:
                _check_pages(conn, path)
            conn.execute("PRAGMA journal_mode = WAL").fetchone()
            if _version(conn) < SCHEMA_VERSION:
                upgrade(conn, path, clock=clock, actor=me.who)
            conn.execute(
                "INSERT OR REPLACE INTO holder (one, who, machine, pid, since_at) "
                "VALUES (1, ?, ?, ?, ?)",
                (me.who, me.machine, me.pid, me.since_at),
            )
        except BaseException:
            conn.close()
            raise
    return CouncilFile(conn, path, file_uri(path, "ro"), read_only=False, lock=lock)


def _open_reader(path: Path, *, check: bool) -> CouncilFile:
    # A file on a read-only medium has no place for the index of its log: then nobody writes either.
    mode = "ro" if os.access(path.parent, os.W_OK) else "immutable"
    with refusals(path.name):
        conn = connect(file_uri(path, mode), writing=False)
        conn.file_name = path.name
        try:
            _check_version(conn, path, oldest=SCHEMA_VERSION)
            if check:
                _check_pages(conn, path)
        except BaseException:
            conn.close()
            raise
    return CouncilFile(conn, path, file_uri(path, mode), read_only=True, lock=None)


def _check_header(path: Path) -> None:
    if not path.is_file():
        raise FileRefused("error.file_missing", file=path.name)
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        raise FileRefused("error.file_damaged", file=path.name)
    if not _MAGIC.startswith(header[:16]) and not header.startswith(_MAGIC):
        raise FileRefused("error.file_foreign", file=path.name)
    if len(header) < 100:
        raise FileRefused("error.file_damaged", file=path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise FileRefused("error.file_foreign", file=path.name)
    page_size = int.from_bytes(header[16:18], "big") or 65536
    pages = int.from_bytes(header[28:32], "big")
    if path.stat().st_size < page_size * pages:
        raise FileRefused("error.file_damaged", file=path.name)


def _version(conn: Connection) -> int:
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    return version


def _check_version(conn: Connection, path: Path, oldest: int = 1) -> None:
    if _version(conn) < oldest:
        raise FileRefused("error.file_older", file=path.name)
    if _version(conn) > SCHEMA_VERSION:
        raise FileRefused("error.file_newer", file=path.name)


def _check_pages(conn: Connection, path: Path) -> None:
    """Check the pages of every table; of the papers' bytes only that they can be found.

    Their own pages, which may be hundreds of megabytes, are known by their SHA-256: whoever
    verifies the file reads them.
    """
    tables = conn.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for name in ("sqlite_schema", *(row[0] for row in tables)):
        if name == "blob":
            conn.execute("SELECT sum(length(sha256)), sum(size) FROM blob").fetchone()
        elif conn.execute(f"PRAGMA quick_check('{name}')").fetchone()[0] != "ok":
            raise FileRefused("error.file_damaged", file=path.name)


@contextlib.contextmanager
def _os_refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileRefused(_os_code(error), file=path.name) from error


def _os_code(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "error.disk_full"
    if error.errno in {errno.EACCES, errno.EROFS, errno.EPERM}:
        return "error.file_read_only"
    if error.errno == errno.EEXIST:
        return "error.file_exists"
    if error.errno == errno.ENOENT:
        return "error.folder_missing"
    return "error.file_unreachable"
