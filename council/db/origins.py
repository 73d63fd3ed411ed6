"""When rows first came into the file, as the journal tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from council.db.triggers import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.db.connection import Connection


@dataclass(frozen=True, slots=True)
class Origin:
    """The step that first wrote a row: its number and its moment."""

    seq: int
    at: datetime


def origins(conn: Connection, table: str) -> Mapping[str, Origin]:
    """Return the origin of every row that a table ever had, by uid.

    A row that undo took away and redo brought back keeps the moment it was first written.
    """
    columns(table)
    return conn.memo.get(("origins", table), (table,), lambda: _read(conn, table))


def steps_on(conn: Connection, table: str, column: str) -> Mapping[str, frozenset[int]]:
    """Return which steps changed rows of a table, by the value that a column had in them.

    Undoing and redoing are no work of their own and not counted.
    """
    columns(table)
    return conn.memo.get(
        ("steps_on", table, column), (table,), lambda: _steps_on(conn, table, column)
    )


def _steps_on(conn: Connection, table: str, column: str) -> Mapping[str, frozenset[int]]:
    sql = (
        "SELECT json_extract(coalesce(after, before), ?) AS value, seq FROM change JOIN step "
        "USING (seq) WHERE tbl = ? AND step.kind NOT IN ('undo', 'redo') GROUP BY 1, 2"
    )
    found: dict[str, set[int]] = {}
    for value, seq in conn.execute(sql, (f"$.{column}", table)):
        found.setdefault(value, set()).add(seq)
    return {value: frozenset(steps) for value, steps in found.items()}


def _read(conn: Connection, table: str) -> Mapping[str, Origin]:
    sql = (
        "SELECT made.row_uid, made.seq, step.at FROM "
        "(SELECT row_uid, min(seq) AS seq FROM change WHERE tbl = ? AND op = 'insert' "
        "GROUP BY row_uid) AS made JOIN step ON step.seq = made.seq"
    )
    cursor = conn.cursor()
    cursor.row_factory = None
    found = cursor.execute(sql, (table,)).fetchall()
    return {uid: Origin(seq, datetime.fromisoformat(at)) for uid, seq, at in found}
