"""Copies of a council file that are whole at every moment (copying the file itself is not safe)."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

from council.db.connection import Clock, Connection, connect, file_uri, refusals
from council.domain.messages import FileRefused

if TYPE_CHECKING:
    from pathlib import Path


def backup(source: Connection | Path, out: Path, *, overwrite: bool = False) -> Path:
    """Copy a council file, open or not, to ``out`` and return it.

    The copy appears under its name only when it is whole. Refuses (FileRefused) an existing file
    unless told to overwrite, a missing folder and a full disk.
    """
    if out.exists() and not overwrite:
        raise FileRefused("error.file_exists", file=out.name)
    if not out.parent.is_dir():
        raise FileRefused("error.folder_missing", file=out.name)
    if isinstance(source, Connection):
        _copy(source, out)
        return out
    if not source.is_file():
        raise FileRefused("error.file_missing", file=source.name)
    with refusals(source.name):
        conn = connect(file_uri(source, "ro"), writing=False)
        try:
            _copy(conn, out)
        finally:
            conn.close()
    return out


def _copy(conn: Connection, out: Path) -> None:
    fresh = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        with refusals(out.name):
            target = sqlite3.connect(fresh, isolation_level=None)
            try:
                conn.backup(target)
                # One file without a log beside it, and held by nobody.
                target.execute("PRAGMA journal_mode = DELETE").fetchone()
                target.execute("DELETE FROM holder")
            finally:
                target.close()
        fresh.replace(out)
    except OSError as error:
        raise FileRefused("error.file_unreachable", file=out.name) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def automatic_backup(source: Connection | Path, path: Path, *, clock: Clock, reason: str) -> Path:
    """Copy the file into ``backups`` beside it before something big (an upgrade, an import).

    The name holds the moment and the reason; an existing copy is never overwritten.
    """
    folder = path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileRefused("error.file_read_only", file=folder.name) from error
    name = f"{path.stem} {clock.now():%Y-%m-%d %H%M%S} {reason}"
    out, number = folder / f"{name}{path.suffix}", 2
    while out.exists():
        out, number = folder / f"{name} {number}{path.suffix}", number + 1
    return backup(source, out)
