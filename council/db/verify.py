"""Finding a forger: the chain computed anew, the changes replayed against the tables."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from council.db.private import digest_of
from council.db.schema import PRIVATE, TABLES
from council.db.steps import GENESIS, change_rows, fingerprint
from council.db.triggers import columns, public_columns
from council.db.upgrade import digest_rows
from council.domain.findings import Finding
from council.domain.messages import Message
from council.domain.vocabulary import Severity

if TYPE_CHECKING:
    from council.db.connection import Connection

_State = dict[str, dict[str, dict[str, Any]]]


def _finding(
    code: str, where: str, expected: Any = None, found: Any = None, **params: Any
) -> Finding:
    message = Message(f"finding.{code}", {"where": where, **params})
    return Finding(Severity.ERROR, where, code, message, expected, found)


def verify_chain(conn: Connection) -> list[Finding]:
    """Compute each step's fingerprint anew; return all that was altered."""
    findings = []
    previous = GENESIS
    for row in conn.execute("SELECT * FROM step ORDER BY seq").fetchall():
        where = f"journal/steps/{row['seq']}"
        if row["previous"] != previous:
            findings.append(_finding("chain_broken", where, previous, row["previous"]))
        computed = fingerprint(row, change_rows(conn, row["seq"]))
        if computed != row["hash"]:
            findings.append(_finding("step_altered", where, row["hash"], computed))
        previous = row["hash"] or GENESIS
    stray = conn.execute("SELECT DISTINCT seq FROM change WHERE seq NOT IN (SELECT seq FROM step)")
    findings += [_finding("chain_broken", f"journal/steps/{row[0]}") for row in stray]
    return findings + _check_private(conn) + _check_blobs(conn)


def _check_private(conn: Connection) -> list[Finding]:
    findings = []
    sql = "SELECT id, seq, before, after, salts, private FROM change WHERE private IS NOT NULL"
    for row in conn.execute(sql):
        salts = json.loads(row["salts"] or "{}")
        for side, values in json.loads(row["private"]).items():
            sealed = json.loads(row[side])
            for name, value in values.items():
                salt = salts.get(side, {}).get(name)
                wanted = None if value is None or salt is None else digest_of(salt, value)
                if sealed.get(name) != wanted:
                    where = f"journal/steps/{row['seq']}/changes/{row['id']}/{name}"
                    findings.append(_finding("private_altered", where))
    return findings


def _check_blobs(conn: Connection) -> list[Finding]:
    findings = []
    for row in conn.execute("SELECT sha256, bytes FROM blob"):
        computed = hashlib.sha256(row["bytes"]).hexdigest()
        if computed != row["sha256"]:
            where = f"attachments/{row['sha256']}"
            findings.append(_finding("attachment_altered", where, row["sha256"], computed))
    return findings


def replay(conn: Connection) -> list[Finding]:
    """Walk back from the tables as they are to the last upgrade, or to the empty file.

    Every row must look as the journal left it at each change, and what remains at the start must
    have the digests that the upgrade recorded. SQLite's own checks come with it.
    """
    state: _State = {table: _rows(conn, table) for table in TABLES}
    start = conn.execute(
        "SELECT seq, digests FROM step WHERE kind = 'migration' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    told: dict[tuple[str, str], Finding] = {}
    names = "tbl, row_uid, op, before, after, private"
    sql = f"SELECT {names} FROM change WHERE seq > ? ORDER BY id DESC"
    for row in conn.execute(sql, (start["seq"] if start else 0,)):
        place = (row["tbl"], row["row_uid"])
        finding = _step_back(state.setdefault(row["tbl"], {}), row)
        # The first difference of a row explains those of its earlier changes.
        if finding is not None and place not in told:
            told[place] = finding
    wanted = json.loads(start["digests"] or "{}").get("after", {}) if start else {}
    return [*told.values(), *_compare_start(state, wanted, told), *_sqlite_checks(conn)]


def _rows(conn: Connection, table: str) -> dict[str, dict[str, Any]]:
    return {row["uid"]: dict(row) for row in conn.execute(f"SELECT * FROM {table}")}


def _step_back(rows: dict[str, dict[str, Any]], row: Any) -> Finding | None:
    """Check a row against a change's after, then set it to the change's before."""
    uid = row["row_uid"]
    after, before = _side(row, "after"), _side(row, "before")
    found = rows.get(uid)
    if before is None:
        rows.pop(uid, None)
    else:
        rows[uid] = before
    where = f"{row['tbl']}/{uid}"
    if after is None or found is None:
        return None if after is found else _finding("row_differs", where, after, found)
    differing = [name for name in columns(row["tbl"]) if not _same(row["tbl"], name, after, found)]
    if not differing:
        return None
    expected, actual = ({name: side.get(name) for name in differing} for side in (after, found))
    return _finding("row_differs", where, expected, actual)


def _same(table: str, name: str, after: dict[str, Any], found: dict[str, Any]) -> bool:
    left, right = after.get(name), found.get(name)
    if name not in PRIVATE.get(table, frozenset()) or None in {left, right}:
        return left == right
    # An erased value is known by its digest only, and every change has its own salt.
    return bool(left == right) or _ERASED in {left, right}


_ERASED = "\x00erased"


def _side(row: Any, side: str) -> dict[str, Any] | None:
    if row[side] is None:
        return None
    values: dict[str, Any] = json.loads(row[side])
    clear = json.loads(row["private"]).get(side, {}) if row["private"] else {}
    for name in PRIVATE.get(row["tbl"], frozenset()):
        if values.get(name) is not None:
            values[name] = clear.get(name, _ERASED)
    return values


def _compare_start(
    state: _State, wanted: dict[str, str], told: dict[tuple[str, str], Finding]
) -> list[Finding]:
    findings = []
    for table, rows in state.items():
        if wanted:
            names = public_columns(table)
            left = [{name: rows[uid].get(name) for name in names} for uid in sorted(rows)]
            computed = digest_rows(left)
            if computed != wanted.get(table, digest_rows([])):
                findings.append(_finding("table_differs", table, wanted.get(table), computed))
            continue
        findings += [
            _finding("row_differs", f"{table}/{uid}", None, rows[uid])
            for uid in rows
            if (table, uid) not in told
        ]
    return findings


def _sqlite_checks(conn: Connection) -> list[Finding]:
    findings = [
        _finding("file_unsound", "file", found=row[0])
        for row in conn.execute("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    for row in conn.execute("PRAGMA foreign_key_check"):
        uid = conn.execute(f"SELECT uid FROM {row[0]} WHERE rowid = ?", (row[1],)).fetchone()
        where = f"{row[0]}/{uid[0] if uid else row[1]}"
        findings.append(_finding("reference_missing", where, found=row[2], table=row[2]))
    return findings
