"""Finding words in the whole file: a trigram index, as Thai has no spaces between words."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db.schema import TEXT_COLUMNS
from council.domain.text import whole

if TYPE_CHECKING:
    from council.db.connection import Connection

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SNIPPET = 60
_LONGEST = 200

# table -> (column of the meeting or None, columns whose words are found; the first gives the title)
SEARCHED: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "person": (None, ("name", "honorific")),
    "body": (None, ("name",)),
    "meeting": ("uid", ("title", "number", "venue")),
    "agenda_item": ("meeting_uid", ("title", "number", "body", "proposed_motion")),
    "motion": ("meeting_uid", ("text", "number", "final_text")),
    "note": ("meeting_uid", ("text",)),
    "comment": ("meeting_uid", ("summary", "speaker")),
    "action": ("meeting_uid", ("what", "owner")),
    "minutes_paragraph": ("meeting_uid", ("text",)),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: ``kind`` is its table, ``snippet`` the words around the first place."""

    kind: str
    uid: str
    meeting_uid: str | None
    title: str
    snippet: str


def fold(words: str) -> str:
    """Return words as they are compared: composed, without case, Thai digits as Arabic ones."""
    return unicodedata.normalize("NFC", words).translate(_DIGITS).casefold()


def reindex(
    conn: Connection, kind: str, uid: str, title: str, text: str, meeting_uid: str | None = None
) -> None:
    """Put one thing into the index, or replace it there; without words it leaves the index."""
    rowid = _rowid(kind, uid)
    shown = " ".join(text.split())
    old = conn.execute("SELECT meeting_uid, title, shown FROM search WHERE rowid = ?", (rowid,))
    known = old.fetchone()
    if known is not None and tuple(known) == (meeting_uid, title, shown):
        return
    if known is not None:
        conn.execute("DELETE FROM search WHERE rowid = ?", (rowid,))
    if shown:
        conn.execute(
            "INSERT INTO search (rowid, kind, uid, meeting_uid, title, shown, folded) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (rowid, kind, uid, meeting_uid, title, shown, fold(shown)),
        )


def touch(conn: Connection, table: str, uid: str) -> None:
    """Bring the index up to date with one row, whether changed, new or gone."""
    if table not in SEARCHED:
        return
    meeting, names = SEARCHED[table]
    row = conn.execute(
        f"SELECT {meeting or 'NULL'}, {', '.join(names)} FROM {table} WHERE uid = ?", (uid,)
    ).fetchone()
    if row is None:
        conn.execute("DELETE FROM search WHERE rowid = ?", (_rowid(table, uid),))
        return
    texts = [
        _words(value, name in TEXT_COLUMNS[table])
        for name, value in zip(names, tuple(row)[1:], strict=True)
    ]
    title = next(iter(texts[0]), "")
    # Most motions are adopted as they were made: the same words need not stand there twice.
    text = " ".join(words for words in dict.fromkeys(" ".join(each) for each in texts) if words)
    reindex(conn, table, uid, title, text, row[0])


def rebuild(conn: Connection) -> None:
    """Make the whole index anew from the tables."""
    conn.execute("DELETE FROM search")
    for table in SEARCHED:
        for row in conn.execute(f"SELECT uid FROM {table}").fetchall():
            touch(conn, table, row[0])


def search(conn: Connection, text: str, limit: int = 30) -> list[Hit]:
    """Return what contains every word of ``text``, best first; short words count too.

    Only the first 200 characters count.
    """
    # NUL would end the query in its midst; a page pasted by mistake would take seconds.
    words = fold(whole(text[:_LONGEST]).replace("\0", " ")).split()
    long = [word for word in words if len(word) >= 3]
    where, params = [], []
    if long:
        where.append("search MATCH ?")
        params.append("folded : (" + " AND ".join(_quoted(word) for word in long) + ")")
    for word in words:
        if len(word) < 3:
            where.append("folded LIKE ? ESCAPE '\\'")
            params.append(f"%{_escaped(word)}%")
    if not where:
        return []
    order = "rank, rowid" if long else "rowid"
    rows = conn.execute(
        f"SELECT kind, uid, meeting_uid, title, shown FROM search WHERE {' AND '.join(where)} "
        f"ORDER BY {order} LIMIT ?",
        (*params, limit),
    )
    return [Hit(row[0], row[1], row[2], row[3], _snippet(row[4], words[0])) for row in rows]


def _rowid(kind: str, uid: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{kind}/{uid}".encode()).digest()[:8], "big") >> 1


def _words(value: str | None, is_text: bool) -> list[str]:
    if not value:
        return []
    return [str(each) for each in json.loads(value).values()] if is_text else [value]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _snippet(shown: str, word: str) -> str:
    # Folding keeps the length but for a few letters (ß); a snippet may then begin a letter off.
    start = max(0, fold(shown).find(word) - _SNIPPET // 2)
    end = start + _SNIPPET * 2
    return ("…" if start else "") + shown[start:end] + ("…" if end < len(shown) else "")
