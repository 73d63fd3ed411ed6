"""Attachment bytes, stored once under their own SHA-256."""

from __future__ import annotations

import hashlib

from council.db.connection import Connection, refusals


def put_blob(conn: Connection, content: bytes) -> str:
    """Store bytes and return their SHA-256 as hex; the same bytes are stored once."""
    digest = hashlib.sha256(content).hexdigest()
    with refusals(conn.file_name):
        conn.execute(
            "INSERT INTO blob (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (digest, len(content), content),
        )
    return digest


def get_blob(conn: Connection, digest: str) -> bytes | None:
    """Return the bytes stored under a SHA-256, or None."""
    row = conn.execute("SELECT bytes FROM blob WHERE sha256 = ?", (digest,)).fetchone()
    return None if row is None else bytes(row[0])
