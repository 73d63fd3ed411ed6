"""Long and short attachment bytes: stored once, read in slices, all or nothing."""

import hashlib
import os
import sqlite3

import pytest

from council.db import blobs

LONG = (1 << 20) * 2 + 17


@pytest.fixture
def conn(disk_scribe):
    return disk_scribe.conn


@pytest.mark.parametrize("size", [1, 1 << 20, (1 << 20) + 1, LONG])
def test_bytes_come_back_as_they_went_in(conn, size):
    content = os.urandom(size)
    digest = blobs.put_blob(conn, content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert blobs.put_blob(conn, content) == digest
    assert blobs.get_blob(conn, digest) == content
    assert b"".join(blobs.blob_parts(conn, digest)) == content
    assert blobs.blob_sizes(conn, {digest}) == {digest: size}


def test_long_bytes_are_read_in_slices(conn):
    digest = blobs.put_blob(conn, bytes(LONG))
    assert [len(part) for part in blobs.blob_parts(conn, digest)] == [1 << 20, 1 << 20, 17]
    assert list(blobs.blob_parts(conn, "nobody")) == []


class _Breaking:
    """Stands for a blob whose disk is full at the second slice."""

    def __init__(self):
        self.written = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def write(self, part):
        self.written += 1
        if self.written > 1:
            raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize("inside", [True, False])
def test_half_written_bytes_are_never_kept(conn, monkeypatch, inside):
    content = os.urandom(LONG)
    digest = hashlib.sha256(content).hexdigest()
    monkeypatch.setattr(type(conn), "blobopen", lambda *_args, **_named: _Breaking())
    if inside:
        conn.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception, match="full"):
        blobs.put_blob(conn, content)
    assert blobs.get_blob(conn, digest) is None
    assert conn.in_transaction == inside
    if inside:
        conn.execute("ROLLBACK")
