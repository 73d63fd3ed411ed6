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


def test_another_connection_makes_only_what_it_changed_unknown(disk_scribe, disk_file):
    disk_scribe.person("p1")
    with disk_file.reader() as reader:
        conn = reader.conn
        first = names(conn)
        bodies = conn.memo.get("bodies", (), lambda: [rows.count(conn, "body")])
        with disk_scribe.step():
            values = {"uid": "b1", "position": 1, "kind": "council", "name": Text.of("B", "en")}
            rows.insert(disk_scribe.conn, "body", values)
        assert names(conn) is first
        assert conn.memo.get("bodies", (), lambda: [rows.count(conn, "body")]) == [1] != bodies
        disk_scribe.person("p2", "Cleo")
        assert len(names(conn)) == 2


def test_what_is_made_depends_on_what_is_read_for_it(scribe):
    scribe.person("p1")
    made = []

    def outer() -> int:
        made.append("outer")
        return len(names(scribe.conn)) + rows.count(scribe.conn, "seat")

    for _ in range(2):
        assert scribe.conn.memo.get("outer", (), outer) == 1
    scribe.person("p2", "Cleo")  # read by way of what was kept under another key
    assert scribe.conn.memo.get("outer", (), outer) == 2
    assert made == ["outer", "outer"]


def test_what_was_kept_before_is_depended_on_too(scribe):
    scribe.person("p1")
    names(scribe.conn)
    assert scribe.conn.memo.get("outer", (), lambda: len(names(scribe.conn))) == 1
    scribe.person("p2", "Cleo")
    assert scribe.conn.memo.get("outer", (), lambda: len(names(scribe.conn))) == 2


def test_a_reading_sees_one_moment(disk_scribe, disk_file):
    disk_scribe.person("p1")
    with disk_file.reader() as reader:
        with reader.conn.reading():
            assert len(names(reader.conn)) == 1
            disk_scribe.person("p2", "Cleo")
            assert rows.count(reader.conn, "person") == 1
            with reader.conn.reading():
                assert len(names(reader.conn)) == 1
        assert len(names(reader.conn)) == 2


def test_a_table_kept_by_parts_loses_only_the_part_that_changed(disk_scribe, disk_file):
    with disk_file.reader() as reader:
        conn = reader.conn

        def of(*votes: str) -> list[str]:
            def read() -> list[str]:
                return [one["uid"] for one in rows.find(conn, "ballot", vote_uid=list(votes))]

            return conn.memo.get(("ballots", votes), (), read)

        def every() -> list[int]:
            return conn.memo.get("ballots", (), lambda: [rows.count(conn, "ballot")])

        disk_scribe.meeting()
        _ballot(disk_scribe, "v1", "b1")
        first, second, whole = of("v1"), of("v2"), every()
        _ballot(disk_scribe, "v2", "b2")
        assert of("v1") is first
        assert of("v2") == ["b2"] != second
        assert every() == [2] != whole
        assert of("v1", "v2") == ["b1", "b2"]
        with disk_scribe.step():
            rows.delete(disk_scribe.conn, "ballot", "b1")
        assert of("v1") == []
        assert of("v2") == ["b2"]


def _ballot(scribe, vote: str, uid: str) -> None:
    with scribe.step():
        if not rows.count(scribe.conn, "person"):
            rows.insert(scribe.conn, "person", {"uid": "p1", "name": Text.of("Maya", "en")})
        if not rows.get(scribe.conn, "vote", vote):
            values = {"uid": vote, "motion_uid": "x1", "position": 1, "method": "roll_call"}
            rows.insert(scribe.conn, "vote", values)
        values = {"uid": uid, "vote_uid": vote, "position": 1, "person_uid": "p1", "choice": "yes"}
        rows.insert(scribe.conn, "ballot", values)
