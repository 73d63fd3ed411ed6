"""Attachment bytes, stored once under their own SHA-256."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from council.db.connection import Connection, refusals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_SLICE = 1 << 20
_INSERT = "INSERT INTO blob (sha256, size, bytes)"
_ONCE = "ON CONFLICT DO NOTHING"


def put_blob(conn: Connection, content: bytes) -> str:
    """Store bytes and return their SHA-256 as hex; the same bytes are stored once."""
    digest = hashlib.sha256(content).hexdigest()
    with refusals(conn.file_name):
        if len(content) > _SLICE:
            _put_slices(conn, digest, content)
        else:
            conn.execute(f"{_INSERT} VALUES (?, ?, ?) {_ONCE}", (digest, len(content), content))
    return digest


def _put_slices(conn: Connection, digest: str, content: bytes) -> None:
    """Store long bytes in slices, all or nothing.

    Bound whole they are copied while the interpreter stands still: a quarter of a second for
    200 MB, in which no window answers.
    """
    conn.execute("SAVEPOINT put_blob")
    try:
        size = len(content)
        made = conn.execute(f"{_INSERT} VALUES (?, ?, zeroblob(?)) {_ONCE}", (digest, size, size))
        if made.rowcount == 1:
            row = conn.execute("SELECT rowid FROM blob WHERE sha256 = ?", (digest,)).fetchone()
            with conn.blobopen("blob", "bytes", row[0]) as kept:
                for start in range(0, size, _SLICE):
                    kept.write(content[start : start + _SLICE])
    except BaseException:
        conn.execute("ROLLBACK TO put_blob")
        raise
    finally:
        conn.execute("RELEASE put_blob")


def get_blob(conn: Connection, digest: str) -> bytes | None:
    """Return the bytes stored under a SHA-256, or None."""
    row = conn.execute("SELECT bytes FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    return None if row is None else bytes(row[0])


def blob_parts(conn: Connection, digest: str) -> Iterator[bytes]:
    """Yield the bytes stored under a SHA-256 in slices, so that a long one is never held whole."""
    row = conn.execute("SELECT rowid FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    if row is None:
        return
    with conn.blobopen("blob", "bytes", row[0], readonly=True) as found:
        while part := found.read(_SLICE):
            yield part


def blob_sizes(conn: Connection, digests: Collection[str]) -> dict[str, int]:
    """Return how many bytes lie under each SHA-256, without reading them."""
    marks = ", ".join("?" * len(digests))
    found = conn.execute(f"SELECT sha256, size FROM blob WHERE sha256 IN ({marks})", tuple(digests))
    return {row[0]: row[1] for row in found}
