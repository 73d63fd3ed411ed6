"""Taking steps back and restoring them by new steps, so that history only grows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from council.db.schema import PRIVATE
from council.db.steps import StepInfo, defer_references, read_step, step
from council.db.triggers import columns
from council.domain.messages import FileRefused, Message, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.db.connection import Clock, Connection

_INVERSE = {"insert": "delete", "delete": "insert", "update": "update"}


def can_undo(conn: Connection) -> StepInfo | None:
    """Return the step that ``undo`` would take back, or None."""
    found = _newest_done(conn)
    return None if found is None or found.final else found


def can_redo(conn: Connection) -> StepInfo | None:
    """Return the step that ``redo`` would restore, or None: only until something new is done."""
    decided: set[int] = set()
    for info in _backwards(conn):
        if info.kind not in {"undo", "redo"}:
            return None
        target = info.target or 0
        if info.kind == "undo" and target not in decided:
            return _read(conn, target)
        decided.add(target)
    return None


def undo(conn: Connection, *, clock: Clock, actor: str) -> StepInfo:
    """Take back the newest step that stands, and return it.

    NotAllowed ``error.undo_nothing`` when none is left, ``error.undo_final`` (``step``, ``at``)
    at a final one.
    """
    found = _newest_done(conn)
    if found is None:
        raise NotAllowed("error.undo_nothing")
    if found.final:
        raise NotAllowed("error.undo_final", step=Message(found.code, found.params), at=found.at)
    _repeat(conn, found, "undo", clock=clock, actor=actor)
    return found


def redo(conn: Connection, *, clock: Clock, actor: str) -> StepInfo:
    """Restore the step taken back last, and return it; NotAllowed ``error.redo_nothing``."""
    found = can_redo(conn)
    if found is None:
        raise NotAllowed("error.redo_nothing")
    _repeat(conn, found, "redo", clock=clock, actor=actor)
    return found


def _backwards(conn: Connection) -> Iterator[StepInfo]:
    for row in conn.execute("SELECT * FROM step ORDER BY seq DESC"):
        yield read_step(row)


def _read(conn: Connection, seq: int) -> StepInfo:
    return read_step(conn.execute("SELECT * FROM step WHERE seq = ?", (seq,)).fetchone())


def _newest_done(conn: Connection) -> StepInfo | None:
    decided: set[int] = set()
    for info in _backwards(conn):
        number = info.seq if info.target is None else info.target
        if number in decided:
            continue
        if info.kind == "redo":
            return _read(conn, number)
        if info.kind != "undo":
            return info
        decided.add(number)
    return None


def _repeat(conn: Connection, found: StepInfo, kind: str, *, clock: Clock, actor: str) -> None:
    params = {"step": Message(found.code, found.params)}
    way = "DESC" if kind == "undo" else "ASC"
    names = "tbl, row_uid, op, before, after, private"
    sql = f"SELECT {names} FROM change WHERE seq = ? ORDER BY id {way}"
    with step(conn, f"step.{kind}", params, clock=clock, actor=actor, kind=kind, target=found.seq):
        # Rows of a subtree come back in an order that no reference would allow by itself.
        defer_references(conn)
        for row in conn.execute(sql, (found.seq,)).fetchall():
            op, old, new = row["op"], "before", "after"
            if kind == "undo":
                op, old, new = _INVERSE[op], "after", "before"
            sides = {side: _values(row, side) for side in (old, new)}
            _apply(conn, row["tbl"], row["row_uid"], op, sides[old], sides[new])


def _values(row: Any, side: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(row[side]) if row[side] else {}
    private = json.loads(row["private"]).get(side, {}) if row["private"] else {}
    # What was erased cannot come back: its digest is no value.
    gone = {name: private.get(name) for name in PRIVATE.get(row["tbl"], frozenset())}
    return {**values, **gone} if values else values


def _apply(
    conn: Connection, table: str, uid: str, op: str, old: dict[str, Any], new: dict[str, Any]
) -> None:
    known = columns(table)
    if op == "insert":
        names = [name for name in known if name in new]
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        hit = conn.write(table, sql, [new[name] for name in names])
    elif op == "delete":
        hit = conn.write(table, f"DELETE FROM {table} WHERE uid = ?", (uid,))
    else:
        names = [name for name in known if old.get(name) != new.get(name)]
        if not names:
            return
        marks = ", ".join(f"{name} = ?" for name in names)
        sql = f"UPDATE {table} SET {marks} WHERE uid = ?"
        hit = conn.write(table, sql, [*(new[name] for name in names), uid])
    if hit != 1:
        raise FileRefused("error.file_damaged", file=conn.file_name)
