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
