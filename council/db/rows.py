"""Rows of journalled tables as plain dicts: written, read, found.

Columns in ``TEXT_COLUMNS`` hold a domain ``Text`` (empty is stored as NULL where the column may be
NULL), columns in ``JSON_COLUMNS`` hold lists, dicts, strings; yes and no are stored as 1 and 0.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from council.db.memo import PARTS
from council.db.schema import JSON_COLUMNS, TEXT_COLUMNS
from council.db.triggers import columns
from council.domain.text import Text, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from council.db.connection import Connection

Row = dict[str, Any]
_NONE: frozenset[str] = frozenset()
GIVEN = object()
"""Asks ``find`` for rows where a column is not NULL."""
_MANY = (list, tuple, set, frozenset)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def insert(conn: Connection, table: str, values: Mapping[str, Any]) -> None:
    """Add one row; columns that are not given take their default."""
    conn.write(table, _insert_sql(table, tuple(values)), _encoded(table, values))


def insert_many(conn: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows in their order; all give the same columns in the same order."""
    listed = list(rows)
    if not listed:
        return
    names = tuple(listed[0])
    if any(tuple(values) != names for values in listed):
        raise KeyError(f"rows of {table} give different columns")
    encoded = [_encoded(table, values) for values in listed]
    conn.write_many(table, _insert_sql(table, names), encoded)


def update(conn: Connection, table: str, uid: str, values: Mapping[str, Any]) -> None:
    """Change the given columns of one row; KeyError when there is no such row."""
    if not values:
        return
    sql = _update_sql(table, tuple(values))
    if conn.write(table, sql, [*_encoded(table, values), uid]) != 1:
        raise KeyError(f"{table} {uid}")


def delete(conn: Connection, table: str, uid: str) -> None:
    """Remove one row; KeyError when there is no such row."""
    columns(table)
    if conn.write(table, f"DELETE FROM {table} WHERE uid = ?", (uid,)) != 1:
        raise KeyError(f"{table} {uid}")


def get(conn: Connection, table: str, uid: str | None) -> Row | None:
    """Return one row, or None."""
    columns(table)
    conn.memo.reads(table)
    found = _read(conn, table, f"SELECT * FROM {table} WHERE uid = ?", (_plain(uid),))
    return found[0] if found else None


def find(conn: Connection, table: str, *, order: str = "position", **equals: Any) -> list[Row]:
    """Return the rows whose columns equal the given values, in order.

    A value of None asks for NULL, GIVEN for anything else; a list, tuple or set asks for any of its
    members. ``order`` names columns with commas between, each perhaps with `` desc`` (``rowid`` is
    the order in which rows were stored; a row that undo brings back comes last); uid decides
    between equals, and alone where the table has no position.
    """
    if any(isinstance(value, _MANY) and not value for value in equals.values()):
        _check(table, equals)
        return []
    where, params = _where(table, equals)
    sql = f"SELECT * FROM {table}{where} ORDER BY {_order(table, order)}"
    _depend(conn, table, equals)
    return _read(conn, table, sql, params)


def pick(
    conn: Connection, table: str, names: tuple[str, ...], *, order: str = "position", **equals: Any
) -> list[tuple[Any, ...]]:
    """Return some columns of the rows that ``find`` would give, as they are stored.

    For long lists, whose rows would cost more as dicts than to read.
    """
    _check(table, names)
    _depend(conn, table, equals)
    where, params = _where(table, equals)
    cursor = conn.cursor()
    cursor.row_factory = None
    sql = f"SELECT {', '.join(names)} FROM {table}{where} ORDER BY {_order(table, order)}"
    return cursor.execute(sql, params).fetchall()


def count(conn: Connection, table: str, **equals: Any) -> int:
    """Return how many rows ``find`` would give."""
    _depend(conn, table, equals)
    where, params = _where(table, equals)
    found: int = conn.execute(f"SELECT count(*) FROM {table}{where}", params).fetchone()[0]
    return found


def next_position(conn: Connection, table: str, **equals: Any) -> int:
    """Return the first free position behind the rows that ``find`` would give, from 1."""
    conn.memo.reads(table)
    where, params = _where(table, equals)
    sql = f"SELECT coalesce(max(position), 0) + 1 FROM {table}{where}"
    found: int = conn.execute(sql, params).fetchone()[0]
    return found


def _depend(conn: Connection, table: str, equals: Mapping[str, Any]) -> None:
    """Tell the memo what is read: some parts of a table, where it is asked by them."""
    value = equals.get(PARTS.get(table, ""))
    if value is None or value is GIVEN:
        conn.memo.reads(table)
    else:
        conn.memo.reads(table, value if isinstance(value, _MANY) else (value,))


def _read(conn: Connection, table: str, sql: str, params: Sequence[Any]) -> list[Row]:
    """Return what a ``SELECT *`` finds, as values."""
    cursor = conn.cursor()
    cursor.row_factory = None  # plain tuples are the quickest to make dicts of
    cursor.execute(sql, params)
    # Not ``columns``: a migration may have added a column behind the others.
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, stored, strict=True)) for stored in cursor]
    for name, read in _readers(table):
        for row in found:
            row[name] = read(row[name])
    return found


@cache
def _readers(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    texts = [(name, _read_text) for name in sorted(TEXT_COLUMNS.get(table, _NONE))]
    return (*texts, *((name, _read_json) for name in sorted(JSON_COLUMNS.get(table, _NONE))))


@lru_cache(maxsize=8192)
def _read_text(stored: str | None) -> Text:
    # Names come back in every list; a Text never changes, so that one is enough for all.
    return Text(tuple(json.loads(stored).items())) if stored else Text()


def _read_json(stored: str | None) -> Any:
    return None if stored is None else json.loads(stored)


def _encoded(table: str, values: Mapping[str, Any]) -> list[Any]:
    texts, others = TEXT_COLUMNS.get(table, _NONE), JSON_COLUMNS.get(table, _NONE)
    if not texts and not others:
        return [_plain(value) for value in values.values()]
    return [
        encode_text(value)
        if name in texts
        else _plain(value)
        if name not in others
        else _json(value)
        for name, value in values.items()
    ]


def encode_text(value: Text | None) -> str | None:
    """Return how a text is stored: a JSON object, or None for the empty text."""
    if value is not None and not isinstance(value, Text):
        raise TypeError(f"a Text is wanted here, not {type(value).__name__}")
    return _json(value.to_data()) if value else None


def _json(value: Any) -> str | None:
    if value is None:
        return None
    return whole(_encode(value))


def _plain(value: Any) -> Any:
    return whole(str.__str__(value)) if isinstance(value, str) else value


@cache
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    _check(table, names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


@cache
def _update_sql(table: str, names: tuple[str, ...]) -> str:
    _check(table, names)
    return f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE uid = ?"


def _check(table: str, names: Iterable[str]) -> None:
    unknown = set(names) - set(columns(table))
    if unknown:
        raise KeyError(f"{table} has no {', '.join(sorted(unknown))}")


def _where(table: str, equals: Mapping[str, Any]) -> tuple[str, list[Any]]:
    _check(table, equals)
    parts, params = [], []
    for name, value in equals.items():
        if isinstance(value, _MANY):
            parts.append(f"{name} IN ({', '.join('?' * len(value))})")
            params += [_plain(each) for each in value]
        elif value is GIVEN:
            parts.append(f"{name} IS NOT NULL")
        else:
            parts.append(f"{name} IS ?")
            params.append(_plain(value))
    return (" WHERE " + " AND ".join(parts) if parts else ""), params


@cache
def _order(table: str, order: str) -> str:
    known, wanted = columns(table), []
    for part in order.split(","):
        name, _, way = part.strip().partition(" ")
        if (name in known or name == "rowid") and way.lower() in {"", "asc", "desc"}:
            wanted.append(part.strip())
        elif order != "position":
            raise KeyError(f"{table} cannot be ordered by {part.strip()}")
    return ", ".join([*wanted, "uid"])
