"""Rows go in and come out as values; names that the schema does not know are refused."""

from __future__ import annotations

import pytest

from council.db import rows
from council.db.schema import INDEXES, JOURNAL, JSON_COLUMNS, PRIVATE, TABLES, TEXT_COLUMNS
from council.db.triggers import columns
from council.domain.text import Text
from council.domain.vocabulary import BodyKind


def test_the_constants_name_columns_that_there_are():
    for named in (TEXT_COLUMNS, JSON_COLUMNS, PRIVATE):
        for table, names in named.items():
            assert set(names) <= set(columns(table))
    for table, names in INDEXES.items():
        assert table in JOURNAL or set(names) <= set(columns(table))
    for table in TABLES:
        assert columns(table)[0] == "uid"


def test_values_come_back_as_they_were(scribe):
    name = Text((("th", "สภาชุมชนริมน้ำ"), ("en", 'Riverside "Council"')))
    values = {"uid": "c1", "name": name, "languages": ["th", "en"], "time_zone": "Asia/Bangkok"}
    rule = {"uid": "r1", "position": 1, "pack": "ronr", "overrides": {"quorum.fixed": 8}}
    with scribe.step():
        rows.insert(scribe.conn, "council", values)
        rows.insert(scribe.conn, "council_rule", rule)
    found = rows.get(scribe.conn, "council", "c1")
    assert {key: found[key] for key in values} == values
    assert list(found["name"]) == list(name)
    assert (found["letterhead"], found["paper"]) == (Text(), "A4")
    assert rows.get(scribe.conn, "council_rule", "r1")["overrides"] == {"quorum.fixed": 8}
    assert rows.get(scribe.conn, "council", None) is None


def bodies(scribe):
    with scribe.step():
        for uid, position, kind, seats in [
            ("b1", 3, BodyKind.COUNCIL, 9),
            ("b2", 1, BodyKind.COMMITTEE, None),
            ("b3", 2, BodyKind.COMMITTEE, 5),
        ]:
            body = {"uid": uid, "position": position, "kind": kind, "seats": seats}
            rows.insert(scribe.conn, "body", {**body, "name": Text.of(uid, "en")})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["b2", "b3", "b1"]),
        ({"order": "position desc"}, ["b1", "b3", "b2"]),
        ({"order": "kind, position desc"}, ["b3", "b2", "b1"]),
        ({"kind": BodyKind.COMMITTEE}, ["b2", "b3"]),
        ({"seats": None}, ["b2"]),
        ({"seats": rows.GIVEN}, ["b3", "b1"]),
        ({"uid": ("b1", "b3")}, ["b3", "b1"]),
        ({"uid": []}, []),
        ({"kind": "committee", "seats": 5}, ["b3"]),
    ],
)
def test_find(scribe, asked, found):
    bodies(scribe)
    assert [row["uid"] for row in rows.find(scribe.conn, "body", **asked)] == found
    names = ("uid", "name")
    picked = [(uid, f'{{"en":"{uid}"}}') for uid in found]
    assert rows.pick(scribe.conn, "body", names, **asked) == picked
    asked.pop("order", None)
    assert rows.count(scribe.conn, "body", **asked) == len(found)


def test_positions(scribe):
    assert rows.next_position(scribe.conn, "body") == 1
    bodies(scribe)
    assert rows.next_position(scribe.conn, "body") == 4
    assert rows.next_position(scribe.conn, "body", kind="committee") == 3


def test_update_and_delete(scribe):
    bodies(scribe)
    with scribe.step():
        rows.update(scribe.conn, "body", "b1", {"name": Text.of("New", "en"), "seats": None})
        rows.delete(scribe.conn, "body", "b2")
    found = rows.find(scribe.conn, "body", order="uid")
    assert [(row["uid"], row["name"].show("en"), row["seats"]) for row in found] == [
        ("b1", "New", None),
        ("b3", "b3", 5),
    ]


@pytest.mark.parametrize(
    "write",
    [
        lambda conn: rows.insert(conn, "typo", {"uid": "x"}),
        lambda conn: rows.insert(conn, "body", {"uid": "x", "colour": "red"}),
        lambda conn: rows.insert(conn, "step", {"seq": 9}),
        lambda conn: rows.update(conn, "body", "b1", {"uid = 'x' --": 1}),
        lambda conn: rows.update(conn, "body", "nobody", {"seats": 1}),
        lambda conn: rows.delete(conn, "body", "nobody"),
        lambda conn: rows.find(conn, "body; DROP TABLE body"),
        lambda conn: rows.pick(conn, "body", ("uid", "1; DROP TABLE body")),
        lambda conn: rows.insert_many(
            conn, "body", [{"uid": "x", "position": 1}, {"position": 1, "uid": "y"}]
        ),
        lambda conn: rows.find(conn, "body", order="position; DROP TABLE body"),
        lambda conn: rows.find(conn, "body", colour="red"),
    ],
)
def test_unknown_names_are_refused(scribe, write):
    bodies(scribe)
    with pytest.raises(KeyError), scribe.step():
        write(scribe.conn)
    assert rows.count(scribe.conn, "body") == 3


def test_a_plain_string_is_no_text(scribe):
    with pytest.raises(TypeError), scribe.step():
        rows.insert(scribe.conn, "person", {"uid": "p1", "name": "Maya"})


def test_many_rows_go_in_in_their_order(scribe):
    labels = ["West", "North", "East"]
    bodies(scribe)
    with scribe.step():
        rows.insert_many(scribe.conn, "seat", [])
        rows.insert_many(
            scribe.conn,
            "seat",
            (
                {"uid": f"s{n}", "body_uid": "b1", "position": n, "label": Text.of(label, "en")}
                for n, label in enumerate(labels)
            ),
        )
    found = rows.find(scribe.conn, "seat", order="rowid")
    assert [row["label"].show("en") for row in found] == labels
