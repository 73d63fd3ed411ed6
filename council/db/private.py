"""Private columns in the journal: sealed, so that they can be erased and the chain stays whole."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from council.db.schema import PRIVATE
from council.db.triggers import columns

if TYPE_CHECKING:
    from council.db.connection import Connection


def digest_of(salt: str, value: str) -> str:
    """Return SHA-256(salt || value) as hex; the salt is hex digits, the value UTF-8."""
    return hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest()


def seal(conn: Connection, seq: int) -> None:
    """Put digests of a step's private values where the fingerprint reads them."""
    sql = (
        "SELECT id, before, after, private FROM change "
        "WHERE seq = ? AND private IS NOT NULL AND salts IS NULL"
    )
    for row in conn.execute(sql, (seq,)).fetchall():
        private = json.loads(row["private"])
        salts: dict[str, dict[str, str]] = {}
        sides = {"before": row["before"], "after": row["after"]}
        for side, values in private.items():
            told = json.loads(sides[side])
            salts[side] = {
                name: conn.new_salt() for name, value in values.items() if value is not None
            }
            for name, value in values.items():
                told[name] = None if value is None else digest_of(salts[side][name], value)
            sides[side] = _json(told)
        conn.execute(
            "UPDATE change SET before = ?, after = ?, salts = ? WHERE id = ?",
            (sides["before"], sides["after"], _json(salts), row["id"]),
        )


def erase_private(conn: Connection, table: str, uid: str, column: str) -> None:
    """Erase a private value for good: from the row, and with its salts from every change.

    Only inside a step, which becomes final: what is erased cannot come back by undo.
    """
    if column not in PRIVATE.get(table, frozenset()):
        raise KeyError(f"{table}.{column} is not private")
    if conn.seq is None:
        raise RuntimeError("erasing is a step of the record")
    columns(table)
    conn.write(table, f"UPDATE {table} SET {column} = NULL WHERE uid = ?", (uid,))
    seal(conn, conn.seq)
    sql = (
        "SELECT id, salts, private FROM change "
        "WHERE tbl = ? AND row_uid = ? AND private IS NOT NULL"
    )
    for row in conn.execute(sql, (table, uid)).fetchall():
        kept = [_without(row[name], column) for name in ("salts", "private")]
        conn.execute("UPDATE change SET salts = ?, private = ? WHERE id = ?", (*kept, row["id"]))
    conn.final = conn.erased = True


def _without(stored: str, column: str) -> str:
    sides: dict[str, dict[str, Any]] = json.loads(stored)
    return _json(
        {side: {k: v for k, v in values.items() if k != column} for side, values in sides.items()}
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
