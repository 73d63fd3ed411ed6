"""Steps: nothing is written outside one; each can be taken back; every one leaves evidence."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from fractions import Fraction

import pytest

from council.db import journal, rows
from council.db.schema import PRIVATE, TABLES, UNJOURNALLED
from council.db.triggers import columns
from council.domain.messages import Message, NotAllowed
from council.domain.text import Text


def dump(conn):
    """Return every row of the record, by table and uid."""
    return {table: {row["uid"]: row for row in rows.find(conn, table)} for table in TABLES}


def test_every_table_is_journalled_or_says_why_not(memory_file):
    conn = memory_file.conn
    for name, sql in conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        if name in UNJOURNALLED or name.startswith("search_"):
            assert name not in TABLES
            continue
        assert name in TABLES
        assert sql.endswith("STRICT")
        triggers = {
            row[0]
            for row in conn.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (name,)
            )
        }
        wanted = {f"journal_{name}_{op}" for op in ("insert", "update", "delete")}
        assert wanted <= triggers
    assert set(PRIVATE) <= set(TABLES)


def test_nothing_is_written_outside_a_step(scribe):
    scribe.person("p1")
    before = dump(scribe.conn)
    for sql in (
        "INSERT INTO person (uid, name) VALUES ('p2', '{}')",
        "UPDATE person SET name = '{}'",
        "DELETE FROM person",
        "INSERT OR REPLACE INTO person (uid, name) VALUES ('p1', '{}')",
    ):
        with pytest.raises(sqlite3.OperationalError):
            scribe.conn.execute(sql)
    assert dump(scribe.conn) == before


def test_another_program_cannot_write(disk_scribe, council_path):
    disk_scribe.person("p1")
    with (
        closing(sqlite3.connect(council_path)) as foreign,
        pytest.raises(sqlite3.OperationalError, match="current_step"),
    ):
        foreign.execute("UPDATE person SET name = '{}'")


def test_a_uid_never_changes(scribe):
    scribe.person("p1")
    with pytest.raises(sqlite3.IntegrityError, match="uid never changes"), scribe.step():
        scribe.conn.execute("UPDATE person SET uid = 'p9'")


def test_a_change_holds_before_and_after(scribe):
    scribe.meeting()
    with scribe.step() as seq:
        rows.update(scribe.conn, "body", "b1", {"seats": 9})
        rows.update(scribe.conn, "body", "b1", {"seats": 9})
    (change,) = scribe.conn.execute("SELECT * FROM change WHERE seq = ?", (seq,)).fetchall()
    before, after = json.loads(change["before"]), json.loads(change["after"])
    assert (before["seats"], after["seats"]) == (None, 9)
    assert set(before) == set(columns("body"))
    assert {**before, "seats": 9} == after


def test_an_empty_step_leaves_no_row(scribe):
    scribe.person("p1")
    with scribe.step():
        rows.update(scribe.conn, "person", "p1", {"name": Text.of("Maya Lindqvist", "en")})
    assert len(journal.steps(scribe.conn)) == 1
    scribe.person("p2")
    assert journal.verify_chain(scribe.conn) == []


def test_an_error_takes_the_whole_step_back(scribe):
    scribe.person("p1")
    head, before = journal.head(scribe.conn), dump(scribe.conn)
    with pytest.raises(ZeroDivisionError), scribe.step():
        rows.delete(scribe.conn, "person", "p1")
        raise ZeroDivisionError
    assert (journal.head(scribe.conn), dump(scribe.conn)) == (head, before)
    scribe.person("p2")


def test_steps_inside_a_step_join_it(scribe):
    with scribe.step("step.outer") as outer:
        with scribe.step("step.inner", final=True) as inner:
            rows.insert(scribe.conn, "person", {"uid": "p1", "name": Text.of("A", "en")})
        with pytest.raises(ZeroDivisionError), scribe.step("step.inner"):
            rows.insert(scribe.conn, "person", {"uid": "p2", "name": Text.of("B", "en")})
            raise ZeroDivisionError
    assert outer == inner
    (info,) = journal.steps(scribe.conn)
    assert (info.code, info.final) == ("step.outer", True)
    assert list(dump(scribe.conn)["person"]) == ["p1"]
    assert journal.verify_chain(scribe.conn) == []


def test_parameters_come_back_as_they_were(scribe):
    params = {
        "number": 14,
        "share": Fraction(2, 3),
        "on": date(2026, 11, 19),
        "at": scribe.clock.now(),
        "name": Text((("th", "งบ"), ("en", "Budget"))),
        "why": Message("reason.x", {"names": [Text.of("A", "en")]}),
        "none": None,
    }
    with scribe.step(params=params):
        rows.insert(scribe.conn, "person", {"uid": "p1", "name": Text.of("A", "en")})
    found = journal.steps(scribe.conn)[0].params
    assert found == params
    assert list(found["name"]) == list(params["name"])
    with pytest.raises(TypeError), scribe.step(params={"x": 1.5}):
        pass


def test_undo_and_redo_are_linear(scribe):
    states = [dump(scribe.conn)]
    scribe.person("p1")
    states.append(dump(scribe.conn))
    scribe.meeting()
    states.append(dump(scribe.conn))
    named = {"clock": scribe.clock, "actor": "CD"}
    assert journal.undo(scribe.conn, **named).code == "step.plan_meeting"
    assert dump(scribe.conn) == states[1]
    assert journal.undo(scribe.conn, **named).code == "step.add_person"
    assert dump(scribe.conn) == states[0]
    assert journal.can_undo(scribe.conn) is None
    with pytest.raises(NotAllowed, match="undo_nothing"):
        journal.undo(scribe.conn, **named)
    assert journal.redo(scribe.conn, **named).code == "step.add_person"
    assert journal.redo(scribe.conn, **named).code == "step.plan_meeting"
    assert dump(scribe.conn) == states[2]
    with pytest.raises(NotAllowed, match="redo_nothing"):
        journal.redo(scribe.conn, **named)
    assert journal.can_undo(scribe.conn).code == "step.plan_meeting"
    assert journal.undo(scribe.conn, **named).seq == 2
    scribe.person("p3")
    assert journal.can_redo(scribe.conn) is None
    assert [info.seq for info in journal.steps(scribe.conn) if info.taken_back] == [2]
    wanted = journal.steps(scribe.conn, codes=["step.plan_meeting"])
    assert {info.seq for info in wanted} == {
        info.seq
        for info in journal.steps(scribe.conn)
        if info.code == "step.plan_meeting" or info.seq in (1, 2)
    }
    assert journal.verify_chain(scribe.conn) == journal.replay(scribe.conn) == []


def test_undo_brings_a_deleted_subtree_back(scribe):
    scribe.meeting()
    before = dump(scribe.conn)
    with scribe.step("step.remove_item"):
        for table, uid in (("motion", "x1"), ("agenda_item", "i2"), ("agenda_item", "i1")):
            rows.delete(scribe.conn, table, uid)
    assert dump(scribe.conn) != before
    journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    assert dump(scribe.conn) == before
    journal.redo(scribe.conn, clock=scribe.clock, actor="CD")
    assert dump(scribe.conn)["agenda_item"] == {}
    assert journal.replay(scribe.conn) == []


def test_undo_of_a_subtree_deleted_from_its_top(scribe):
    scribe.meeting()
    before = dump(scribe.conn)
    with scribe.step("step.remove_item"):
        journal.defer_references(scribe.conn)
        for table, uid in (("agenda_item", "i1"), ("agenda_item", "i2"), ("motion", "x1")):
            rows.delete(scribe.conn, table, uid)
    journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    assert dump(scribe.conn) == before
    with pytest.raises(RuntimeError):
        journal.defer_references(scribe.conn)


def test_deferred_references_must_hold_at_the_end(scribe):
    scribe.meeting()
    before, head = dump(scribe.conn), journal.head(scribe.conn)
    with pytest.raises(sqlite3.IntegrityError), scribe.step():
        journal.defer_references(scribe.conn)
        rows.delete(scribe.conn, "agenda_item", "i1")
    assert (dump(scribe.conn), journal.head(scribe.conn)) == (before, head)


def test_undo_stops_at_a_final_step(scribe):
    with scribe.step("step.adjourn", params={"number": "1/2026"}, final=True):
        rows.insert(scribe.conn, "person", {"uid": "p1", "name": Text.of("A", "en")})
    scribe.person("p2")
    journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    assert journal.can_undo(scribe.conn) is None
    with pytest.raises(NotAllowed) as caught:
        journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    assert caught.value.code == "error.undo_final"
    assert caught.value.message.params["step"] == Message("step.adjourn", {"number": "1/2026"})
    assert list(dump(scribe.conn)["person"]) == ["p1"]


def test_steps_of_a_meeting(scribe):
    scribe.person("p1")
    scribe.meeting()
    scribe.person("p2")
    assert [info.seq for info in journal.steps(scribe.conn, 10, "m1")] == [2]
    assert [info.seq for info in journal.steps(scribe.conn, 2)] == [3, 2]
    assert journal.changed_rows(scribe.conn, 2)[:2] == [("body", "b1"), ("meeting", "m1")]


TAMPERINGS = {
    "params": 'UPDATE step SET params = \'{"name":"Eve"}\' WHERE seq = 1',
    "actor": "UPDATE step SET actor = 'EV' WHERE seq = 2",
    "time": "UPDATE step SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 2",
    "final": "UPDATE step SET final = 1 WHERE seq = 1",
    "after": "UPDATE change SET after = json_set(after, '$.name', 'Eve') WHERE seq = 1",
    "removed change": "DELETE FROM change WHERE id = 2",
    "removed step": "DELETE FROM step WHERE seq = 1",
    "hash": "UPDATE step SET hash = 'ff' WHERE seq = 1",
    "private": "UPDATE change SET private = json_set(private, '$.after.email', 'e') WHERE seq = 1",
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found(scribe, name):
    scribe.person("p1", email="maya@example.org")
    scribe.meeting()
    assert journal.verify_chain(scribe.conn) == []
    scribe.conn.execute("PRAGMA foreign_keys = OFF")
    assert scribe.conn.execute(TAMPERINGS[name]).rowcount == 1
    findings = journal.verify_chain(scribe.conn)
    assert findings
    assert {each.message.code for each in findings} == {f"finding.{e.code}" for e in findings}


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        ("UPDATE body SET seats = 99", "body/b1"),
        ("UPDATE person SET email = 'eve@example.org'", "person/p1"),
        ("DELETE FROM motion", "motion/x1"),
        ("INSERT INTO person (uid, name) VALUES ('p9', '{}')", "person/p9"),
        ("UPDATE change SET after = json_set(after, '$.seats', 3) WHERE tbl = 'body'", "body/b1"),
    ],
)
def test_replay_finds_what_the_journal_does_not_know(scribe, sql, where):
    scribe.person("p1", email="maya@example.org")
    scribe.meeting()
    with scribe.step():
        rows.update(scribe.conn, "person", "p1", {"email": "ml@example.org"})
    assert journal.replay(scribe.conn) == []
    scribe.conn.execute("DROP TRIGGER journal_body_update")
    for op in ("update", "insert"):
        scribe.conn.execute(f"DROP TRIGGER journal_person_{op}")
    scribe.conn.execute("DROP TRIGGER journal_motion_delete")
    scribe.conn.execute(sql)
    findings = journal.replay(scribe.conn)
    assert [(each.code, each.where) for each in findings] == [("row_differs", where)]


def test_replay_names_a_missing_reference(scribe):
    scribe.conn.execute("PRAGMA foreign_keys = OFF")
    with scribe.step():
        seat = {"uid": "s1", "body_uid": "gone", "position": 1, "label": Text.of("1", "en")}
        rows.insert(scribe.conn, "seat", seat)
    findings = journal.replay(scribe.conn)
    assert [(each.code, each.where) for each in findings] == [("reference_missing", "seat/s1")]


def test_private_values_stand_sealed_in_the_journal(scribe):
    scribe.person("p1", email="maya@example.org")
    row = scribe.conn.execute("SELECT * FROM change").fetchone()
    assert "maya@" not in row["after"]
    assert len(json.loads(row["after"])["email"]) == 64
    assert json.loads(row["after"])["phone"] is None
    assert json.loads(row["private"])["after"]["email"] == "maya@example.org"


def test_private_values_come_back_by_undo(scribe):
    scribe.person("p1", email="old@example.org")
    with scribe.step():
        rows.update(scribe.conn, "person", "p1", {"email": "new@example.org"})
    journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    assert rows.get(scribe.conn, "person", "p1")["email"] == "old@example.org"
    journal.redo(scribe.conn, clock=scribe.clock, actor="CD")
    assert rows.get(scribe.conn, "person", "p1")["email"] == "new@example.org"


def test_erasing_leaves_no_trace_and_a_whole_chain(disk_scribe, disk_file, council_path):
    scribe = disk_scribe
    scribe.person("p1", email="maya.secret@example.org", phone="0812345678")
    with scribe.step():
        rows.update(scribe.conn, "person", "p1", {"email": "second.secret@example.org"})
    with scribe.step("step.erase_private"):
        journal.erase_private(scribe.conn, "person", "p1", "email")
    row = rows.get(scribe.conn, "person", "p1")
    assert (row["email"], row["phone"]) == (None, "0812345678")
    assert journal.verify_chain(scribe.conn) == journal.replay(scribe.conn) == []
    with pytest.raises(NotAllowed, match="undo_final"):
        journal.undo(scribe.conn, clock=scribe.clock, actor="CD")
    # Not in the log beside the file either.
    log = council_path.with_name(council_path.name + "-wal")
    assert b"secret@" not in council_path.read_bytes() + log.read_bytes()
    disk_file.close()
    content = council_path.read_bytes()
    assert b"0812345678" in content
    assert b"secret@" not in content


def test_only_private_columns_are_erased(scribe):
    scribe.person("p1")
    with pytest.raises(KeyError), scribe.step():
        journal.erase_private(scribe.conn, "person", "p1", "name")
    with pytest.raises(RuntimeError):
        journal.erase_private(scribe.conn, "person", "p1", "email")
