"""Steps: every change happens inside one; each carries the fingerprint of all before it."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from council.db import params as parameters
from council.db import search
from council.db.connection import Clock, Connection, refusals, stamp
from council.db.private import seal
from council.domain.text import whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

GENESIS = "0" * 64

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One step: ``kind`` is do, undo, redo or migration; ``target`` the step undone or redone."""

    seq: int
    at: str
    actor: str
    kind: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)
    target: int | None = None
    final: bool = False
    taken_back: bool = False
    hash: str = ""


@contextmanager
def step(
    conn: Connection,
    code: str,
    params: Mapping[str, Any] | None = None,
    *,
    clock: Clock,
    actor: str,
    kind: str = "do",
    final: bool = False,
    target: int | None = None,
) -> Iterator[int]:
    """Open a step, give its number, and commit it with its fingerprint; roll back on any error.

    A step inside a step joins the outer one (its error takes back its own part only). A step that
    changed nothing leaves no row. ``final`` steps are never undone. Raises FileRefused when the
    disk is full or the file cannot be written.
    """
    if conn.seq is not None:
        with _joined(conn, final=final) as seq:
            yield seq
        return
    with refusals(conn.file_name):
        conn.execute("BEGIN IMMEDIATE")
        try:
            conn.memo.check()
            seq, previous = _begin(conn)
            row = (
                seq,
                stamp(clock),
                whole(actor),
                kind,
                code,
                parameters.dump(params or {}),
                target,
                final,
            )
            conn.execute(
                "INSERT INTO step (seq, at, actor, kind, code, params, target, final, previous) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, previous),
            )
            conn.seq, conn.final, conn.erased = seq, final, False
            yield seq
            _finish(conn, seq, keep=kind == "migration")
            if conn.finished_draft is not None:
                conn.execute("DELETE FROM draft WHERE key = ?", (conn.finished_draft,))
            conn.execute("COMMIT")
        except BaseException:
            conn.memo.clear()
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            raise
        finally:
            conn.seq = None
        if conn.erased:
            # The clear values must leave the write-ahead log too.
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@contextmanager
def _joined(conn: Connection, *, final: bool) -> Iterator[int]:
    seq = conn.seq or 0
    was_final = conn.final
    conn.execute("SAVEPOINT joined")
    try:
        conn.final = conn.final or final
        yield seq
        conn.execute("RELEASE joined")
    except BaseException:
        conn.memo.clear()
        # A full disk makes SQLite roll everything back by itself.
        if conn.in_transaction:
            conn.execute("ROLLBACK TO joined")
            conn.execute("RELEASE joined")
        conn.final = was_final
        raise


def _begin(conn: Connection) -> tuple[int, str]:
    last = conn.execute("SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1").fetchone()
    return (last[0] + 1, last[1] or GENESIS) if last else (1, GENESIS)


def _finish(conn: Connection, seq: int, *, keep: bool) -> None:
    seal(conn, seq)
    changes = change_rows(conn, seq)
    if not changes and not keep:
        conn.execute("DELETE FROM step WHERE seq = ?", (seq,))
        return
    found = ((row[0], row[1]) for row in changes if row[0] in search.SEARCHED)
    for table, uid in dict.fromkeys(found):
        search.touch(conn, table, uid)
    if conn.final:
        conn.execute("UPDATE step SET final = 1 WHERE seq = ?", (seq,))
    row = conn.execute("SELECT * FROM step WHERE seq = ?", (seq,)).fetchone()
    digest = fingerprint(row, changes)
    conn.execute("UPDATE step SET hash = ? WHERE seq = ?", (digest, seq))


def change_rows(conn: sqlite3.Connection, seq: int) -> list[tuple[Any, ...]]:
    """Return (table, uid, operation, before, after) of a step's changes in their order."""
    sql = "SELECT tbl, row_uid, op, before, after FROM change WHERE seq = ? ORDER BY id"
    return [tuple(row) for row in conn.execute(sql, (seq,))]


def fingerprint(row: sqlite3.Row, changes: list[tuple[Any, ...]]) -> str:
    """Return SHA-256 over a step, its changes and the fingerprint before it, as hex."""
    names = (
        "seq",
        "at",
        "actor",
        "kind",
        "code",
        "params",
        "target",
        "final",
        "digests",
        "previous",
    )
    content = [[row[name] for name in names], changes]
    return hashlib.sha256(_encode(content).encode()).hexdigest()


def head(conn: Connection) -> str:
    """Return the fingerprint of the newest step: 64 hex digits, zeros before the first."""
    return _begin(conn)[1]


def defer_references(conn: Connection) -> None:
    """Check references only when the step ends, so that rows may be written in any order.

    Only inside a step; a reference that then leads nowhere fails the commit (IntegrityError).
    """
    if conn.seq is None:
        raise RuntimeError("references are deferred inside a step")
    conn.execute("PRAGMA defer_foreign_keys = ON")


def changed_rows(conn: Connection, seq: int) -> list[tuple[str, str]]:
    """Return (table, uid) of each row that a step touched, each once, in order."""
    return list(dict.fromkeys((row[0], row[1]) for row in change_rows(conn, seq)))


def read_step(row: sqlite3.Row, *, taken_back: bool = False) -> StepInfo:
    """Turn a stored step into values."""
    return StepInfo(
        seq=row["seq"],
        at=row["at"],
        actor=row["actor"],
        kind=row["kind"],
        code=row["code"],
        params=parameters.load(row["params"]),
        target=row["target"],
        final=bool(row["final"]),
        taken_back=taken_back,
        hash=row["hash"] or "",
    )


def steps(
    conn: Connection,
    limit: int | None = None,
    meeting: str | None = None,
    codes: Collection[str] = (),
) -> list[StepInfo]:
    """Return the newest steps, newest first; with ``meeting``, those that touched rows of it.

    With ``codes``, only steps of these codes, and those that were ever undone.
    ``taken_back`` is true for a step that an undo took back and no redo restored.
    """
    terms = []
    named: dict[str, Any] = {"limit": -1 if limit is None else limit}
    if codes:
        named["codes"] = json.dumps(list(codes))
        terms.append(
            "(code IN (SELECT value FROM json_each(:codes)) OR "
            "seq IN (SELECT target FROM step WHERE target IS NOT NULL))"
        )
    if meeting is not None:
        named["meeting"] = meeting
        terms.append(
            "EXISTS (SELECT 1 FROM change WHERE change.seq = step.seq AND ("
            "(tbl = 'meeting' AND row_uid = :meeting) OR :meeting IN "
            "(json_extract(after, '$.meeting_uid'), json_extract(before, '$.meeting_uid')) OR "
            # Stays, turns and votes name their meeting only through what they belong to.
            "(tbl = 'span' AND json_extract(coalesce(after, before), '$.attendance_uid') IN "
            "(SELECT uid FROM attendance WHERE meeting_uid = :meeting)) OR "
            "(tbl = 'speaking' AND json_extract(coalesce(after, before), '$.speaker_uid') IN "
            "(SELECT uid FROM speaker WHERE meeting_uid = :meeting)) OR "
            "(tbl = 'vote' AND json_extract(coalesce(after, before), '$.motion_uid') IN "
            "(SELECT uid FROM motion WHERE meeting_uid = :meeting))))"
        )
    where = f"WHERE {' AND '.join(terms)} " if terms else ""
    rows = conn.execute(
        f"SELECT * FROM step {where}ORDER BY seq DESC LIMIT :limit", named
    ).fetchall()
    last = dict(
        conn.execute(
            "SELECT target, kind FROM step WHERE target IS NOT NULL "
            "GROUP BY target HAVING seq = max(seq)"
        ).fetchall()
    )
    return [read_step(row, taken_back=last.get(row["seq"]) == "undo") for row in rows]
