"""Words found in both languages, short and long, and never those that are gone."""

from __future__ import annotations

import pytest

from council.db import drafts, journal, rows
from council.db.blobs import get_blob, put_blob
from council.db.search import search
from council.domain.text import Text


@pytest.fixture
def filled(scribe):
    scribe.meeting()
    with scribe.step():
        text = Text((("en", "Repair Straße lamps"), ("th", "อนุมัติงบประมาณซ่อมไฟ ๑๒,๕๐๐ บาท")))
        rows.update(scribe.conn, "motion", "x1", {"text": text, "number": "2026-14"})
    scribe.person("p1", "Álvaro 100%", email="hidden@example.org")
    return scribe


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("งบประมาณ", ["motion"]),
        ("ไฟ", ["motion"]),
        ("ซ่อม", ["motion"]),
        ("12,500", ["motion"]),
        ("๑๒,๕๐๐", ["motion"]),
        ("STRASSE", ["motion"]),
        ("repair ไฟ", ["motion"]),
        ("repair xx", []),
        ("2026-14", ["motion"]),
        ("álvaro", ["person"]),
        ("A\u0301lv", ["person"]),
        ("0%", ["person"]),
        ("_%", []),
        ('"', []),
        ("parks OR repair", []),
        ("hidden", []),
        ("hi", []),
        ("  ", []),
    ],
)
def test_what_is_found(filled, words, found):
    assert [hit.kind for hit in search(filled.conn, words)] == found


def test_a_hit_says_where_it_is(filled):
    (hit,) = search(filled.conn, "ซ่อม")
    assert (hit.kind, hit.uid, hit.meeting_uid) == ("motion", "x1", "m1")
    assert hit.title == "Repair Straße lamps"
    assert "งบประมาณซ่อมไฟ" in hit.snippet


def test_a_snippet_is_cut_around_the_word(filled):
    with filled.step():
        rows.update(
            filled.conn, "body", "b1", {"name": Text.of("a " * 200 + "needle" + " b" * 200, "en")}
        )
    (hit,) = search(filled.conn, "needle")
    assert "needle" in hit.snippet
    assert len(hit.snippet) <= 122
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")


def test_the_index_follows_changes_and_undo(filled):
    with filled.step():
        rows.update(filled.conn, "motion", "x1", {"text": Text.of("Buy benches", "en")})
    assert search(filled.conn, "ซ่อม") == []
    assert len(search(filled.conn, "benches")) == 1
    journal.undo(filled.conn, clock=filled.clock, actor="AB")
    assert len(search(filled.conn, "ซ่อม")) == 1
    assert search(filled.conn, "benches") == []


def test_no_more_than_asked_for(scribe):
    for number in range(5):
        scribe.person(f"p{number}", f"Maya {number}")
    assert len(search(scribe.conn, "maya", limit=3)) == 3


def test_drafts_are_kept_outside_the_journal(disk_scribe, disk_file):
    conn = disk_file.conn
    drafts.put_draft(conn, "motion/m1", "half a th", clock=disk_scribe.clock)
    drafts.put_draft(conn, "motion/m1", "half a thought")
    drafts.put_draft(conn, "note/m1", "x")
    assert drafts.get_draft(conn, "motion/m1") == "half a thought"
    assert drafts.list_drafts(conn, "motion/") == {"motion/m1": "half a thought"}
    drafts.put_draft(conn, "note/m1", "")
    assert drafts.get_draft(conn, "note/m1") is None
    assert journal.steps(conn) == []


def test_attachments_are_stored_once_and_checked(scribe):
    first = put_blob(scribe.conn, b"plan")
    assert put_blob(scribe.conn, b"plan") == first
    assert get_blob(scribe.conn, first) == b"plan"
    assert get_blob(scribe.conn, "00") is None
    with pytest.raises(Exception, match="only ever added"):
        scribe.conn.execute("UPDATE blob SET bytes = x'00'")
    assert journal.verify_chain(scribe.conn) == []
    scribe.conn.execute("DROP TRIGGER blob_update")
    scribe.conn.execute("UPDATE blob SET bytes = x'00'")
    assert [each.code for each in journal.verify_chain(scribe.conn)] == ["attachment_altered"]
