"""What later steps changed in rows, as the journal kept it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db.schema import TEXT_COLUMNS
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from council.db.connection import Connection


@dataclass(frozen=True, slots=True)
class Change:
    """A row before and after a step; the values are as they are stored."""

    at: str
    table: str
    uid: str
    before: dict[str, Any]
    after: dict[str, Any]


def text_of(table: str, column: str, stored: str) -> Text:
    """Return the words of a column as the journal kept it: in each language, or plain."""
    many = column in TEXT_COLUMNS.get(table, frozenset())
    told = json.loads(stored) if many else {"": stored}
    return Text(tuple(told.items()))


def changes_by(conn: Connection, codes: Collection[str]) -> list[Change]:
    """Return what steps of these codes changed in rows that were there, the oldest first.

    Steps that were taken back, and not done again, are left out.
    """
    sql = (
        "SELECT step.seq, step.at, tbl, row_uid, before, after FROM change "
        "JOIN step ON step.seq = change.seq "
        "WHERE step.code IN (SELECT value FROM json_each(?)) AND step.kind = 'do' "
        "AND before IS NOT NULL AND after IS NOT NULL ORDER BY change.seq, change.id"
    )
    found = conn.execute(sql, (json.dumps(list(codes)),)).fetchall()
    if not found:
        return []
    last = conn.execute(
        "SELECT target, kind FROM step WHERE target IS NOT NULL "
        "GROUP BY target HAVING seq = max(seq)"
    )
    gone = {target for target, kind in last if kind == "undo"}
    return [
        Change(at, table, uid, json.loads(before), json.loads(after))
        for seq, at, table, uid, before, after in found
        if seq not in gone
    ]
