"""Files of every schema open with all that they held, and their journals stay whole."""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from council.db.schema import JOURNAL, SCHEMA_VERSION, TABLES
from council.domain.messages import NotAllowed
from council.services import drafts, history, meetings, publish
from council.services.desk import FixedClock, create_council_file, open_desk
from council.services.members import people
from council.services.minutes import get_approval
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.search import search
from council.services.verify import verify

HERE = Path(__file__).parent
CLOCK = FixedClock(datetime(2027, 2, 1, 9, 0, tzinfo=UTC))
HEADS = {
    1: "1e83793b2edf41ff0ae5132cd7b47e9c4d87c88890914df153217645f6f57583",
    2: "c44d8265d4d0074a84441be0c7955d0b0ac35da2ce697f8f0de9d402e1ec1856",
    3: "d2fceb6c59af84241dedad3f1f500849613be15a0be8239fecaa511a12d6eeac",
}

NEW_TABLES = {
    2: {"advice", "qualification"},
    3: {"series", "agenda_template", "agenda_revision", "carry_dismissal"},
    4: {"speaker", "speaking", "presiding", "clock_change"},
}
NEW_COLUMNS = {
    2: (("agenda_item", "topic"), ("vote", "counting"), ("vote", "ineligible")),
    3: (
        *(("council", name) for name in ("contact", "phone", "accommodation")),
        *(("meeting", name) for name in ("letter_number", "remote")),
        *(("meeting", name) for name in ("series_uid", "series_on", "feed_uid")),
        *(("meeting", name) for name in ("sequence", "minutes_planned")),
        *(("notice", name) for name in ("photo_sha256", "photo_name")),
        *(("agenda_item", name) for name in ("late_ground", "late_motion_uid", "closed_ground")),
        *(("agenda_item", name) for name in ("matter_uid", "copied_from_uid")),
        *(("attachment", name) for name in ("replaces_uid", "public", "pages", "added_at")),
    ),
    4: (
        *(("meeting", name) for name in ("member_seconds", "resident_seconds", "recorded_from")),
        *(("motion", "edit"), ("motion", "speech_seconds"), ("vote", "roll_order")),
        *(("vote", "roll"), ("vote", "first_at"), ("vote", "first_tally")),
        *(("comment", "written"), ("action", "at")),
        *(("attendance", "noted_at"), ("attendance", "votes")),
    ),
}


@pytest.fixture(params=sorted(HEADS))
def version(request) -> int:
    return request.param


@pytest.fixture
def path(version, tmp_path) -> Path:
    path = tmp_path / "old.council"
    path.write_bytes(gzip.decompress((HERE / f"schema-{version}.council.gz").read_bytes()))
    return path


@pytest.fixture
def desk(path):
    desk = open_desk(path, actor="PS", clock=CLOCK)
    yield desk
    desk.close()


@pytest.fixture
def told(version):
    return json.loads((HERE / f"schema-{version}.json").read_text(encoding="utf-8"))


def test_each_released_schema_has_its_file():
    # The newest gets its file when it is released.
    assert set(HEADS) in (set(range(1, SCHEMA_VERSION)), set(range(1, SCHEMA_VERSION + 1)))


def test_a_file_has_rows_in_every_table_of_its_schema(desk, version):
    later = set().union(*(names for made, names in NEW_TABLES.items() if made > version))
    found = {name: desk.conn.execute(f"SELECT 1 FROM {name}").fetchone() for name in TABLES}
    found |= {name: desk.conn.execute(f"SELECT 1 FROM {name}").fetchone() for name in JOURNAL}
    assert {name for name, row in found.items() if not row} == later


def test_a_reason_to_cancel_gets_the_first_language(desk, version):
    stored = "SELECT cancel_reason FROM meeting WHERE state = 'cancelled'"
    if version < 3:
        assert [row[0] for row in desk.conn.execute(stored)] == ['{"en":"Rain"}']
    (row,) = [one for one in meetings.list_meetings(desk) if one.state == "cancelled"]
    assert row.cancel_reason.show("en") == "Rain"


def votes_of(data):
    return [
        vote
        for meeting in data["meetings"]
        for motion in meeting.get("motions", ())
        for vote in motion.get("votes", ())
    ]


def test_the_record_is_all_there(desk, told):
    """Votes that an older pack judged also say so by now; all else is as it was."""
    made = json.loads(export_record(desk, private=True))
    for vote, before in zip(votes_of(made), votes_of(told), strict=True):
        judged = vote.pop("judged", None)
        if judged != before.pop("judged", None):
            assert judged["version"] < desk.packs[judged["pack"]].version
    assert made == told


def test_an_upgraded_file_has_the_shape_of_a_new_one(desk):
    fresh = create_council_file(":memory:", actor="PS", clock=CLOCK)
    assert shape(desk) == shape(fresh)
    names = "SELECT name FROM _sqlite_migrations ORDER BY id"
    assert list(map(tuple, desk.conn.execute(names))) == list(map(tuple, fresh.conn.execute(names)))
    fresh.close()


def shape(desk) -> dict[str, str]:
    """Return the statement that made each thing in the file, its spaces evened out."""
    made = desk.conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()).replace("( ", "(") for name, sql in made}


def test_an_older_file_is_copied_before_it_is_changed(desk, path, version):
    copies = list((path.parent / "backups").glob("*.council"))
    assert len(copies) == (version < SCHEMA_VERSION)
    for copy in copies:
        with sqlite3.connect(copy) as before:
            assert before.execute("PRAGMA user_version").fetchone()[0] == version
        before.close()


def test_new_columns_of_an_older_file_are_empty(desk, version):
    columns = [pair for made, pairs in NEW_COLUMNS.items() if made > version for pair in pairs]
    for table, column in columns:
        found = [row[0] for row in desk.conn.execute(f"SELECT {column} FROM {table}")]
        assert found
        assert set(found) == {{"sequence": 0, "public": 1, "votes": 0}.get(column)}


def test_the_exported_record_can_be_imported(version):
    raw = (HERE / f"schema-{version}.json").read_bytes()
    desk = create_council_file(":memory:", actor="PS", clock=CLOCK)
    import_record(desk, raw)
    assert export_record(desk, private=True).encode() == raw
    desk.close()


def test_the_journal_is_whole_and_the_chain_as_it_was(desk, version):
    of_the_journal = [one for one in verify(desk).findings if not one.where.startswith("meetings/")]
    assert of_the_journal == []
    hashes = [row[0] for row in desk.conn.execute("SELECT hash FROM step ORDER BY seq")]
    assert HEADS[version] in hashes


def test_what_no_record_holds_is_there_too(desk):
    row = next(row for row in meetings.list_meetings(desk) if row.state == "held")
    papers = [one for item in agenda.list_items(desk, row.uid) for one in item.attachments]
    contents = [agenda.attachment_bytes(desk, one.uid) for one in papers]
    assert b"Lease, page 1\n" in contents
    assert drafts.get(desk, "note/meeting-1") == "half-typed"
    (published,) = publish.list_publications(desk)
    assert published.sha256 == hashlib.sha256(b"%PDF-1.7 as it was published").hexdigest()
    names = {one.name.show("th") for one in people.list_people(desk)}
    assert "เลิกทำครั้งหนึ่ง" in names
    assert "ถอนคืน" not in names
    approved = [one for one in meetings.list_meetings(desk) if get_approval(desk, one.uid)]
    assert approved
    assert "action" in {hit.kind for hit in search(desk, "ประตู")}


def test_work_goes_on_after_it(desk, version):
    if version < SCHEMA_VERSION:
        with pytest.raises(NotAllowed):
            history.undo(desk)
    uid = people.list_people(desk)[0].uid
    people.change_person(desk, uid, phone="+66 2 333 3333")
    history.undo(desk)
    assert publish.minutes_pdf(desk, next(r.uid for r in meetings.list_meetings(desk)), "th")
