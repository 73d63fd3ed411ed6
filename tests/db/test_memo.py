"""What the memo keeps, and when it lets go."""

from __future__ import annotations

import pytest

from council.db import memo, rows
from council.domain.text import Text


def names(conn) -> list[str]:
    """Return the names of all people by way of the memo."""

    def read() -> list[str]:
        return [row["name"].show("en") for row in rows.find(conn, "person", order="uid")]

    return conn.memo.get("names", ("person",), read)


def test_it_reads_once_until_the_table_changes(scribe):
    scribe.person("p1")
    first = names(scribe.conn)
    assert names(scribe.conn) is first
    with scribe.step():
        values = {"uid": "b1", "position": 1, "kind": "council", "name": Text.of("B", "en")}
        rows.insert(scribe.conn, "body", values)
    assert names(scribe.conn) is first
    with scribe.step():
        rows.update(scribe.conn, "person", "p1", {"name": Text.of("Another", "en")})
    assert names(scribe.conn) == ["Another"]
    with scribe.step():
        rows.delete(scribe.conn, "person", "p1")
    assert names(scribe.conn) == []


def test_a_failed_write_leaves_nothing_stale(scribe):
    scribe.person("p1")
    before = names(scribe.conn)
    with pytest.raises(KeyError), scribe.step():
        rows.update(scribe.conn, "person", "nobody", {"sort_name": "x"})
    assert names(scribe.conn) == before
    assert not scribe.conn.announced


def test_it_begins_anew_when_it_is_full(scribe, monkeypatch):
    monkeypatch.setattr(memo, "MOST", 2)
    made = []
    for key in ("a", "b", "c", "a"):
        scribe.conn.memo.get(key, ("person",), lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "a"]
