"""Make ``schema-<n>.council.gz`` and ``.json``: a council file as this version writes it.

Run once, when a schema is released; later versions open what it made. What is there is never made
anew. From the root: ``PYTHONPATH=.:tests .venv/bin/python tests/databases/make_schema.py``.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from helpers.full_record import dump, full_record

from council.db.schema import SCHEMA_VERSION
from council.domain.text import Text
from council.services import actions, drafts, files, history, meetings, publish
from council.services.desk import (
    CountingIds,
    Desk,
    FixedClock,
    create_council_file,
    open_desk,
)
from council.services.members import people
from council.services.planning import agenda
from council.services.records import export_record, import_record

HERE = Path(__file__).parent
PAPER = b"Lease, page 1\n"


def both(english: str, thai: str) -> Text:
    return Text((("en", english), ("th", thai)))


def work(desk: Desk) -> None:
    """Do by hand what a record cannot bring along: papers, a publication, undo, a draft."""
    import_record(desk, dump(full_record()))
    coming = next(row.uid for row in meetings.list_meetings(desk) if row.state == "held")
    ann = next(one.uid for one in people.list_people(desk) if one.email)
    people.change_person(desk, ann, phone="+66 2 111 1111")
    item = agenda.list_items(desk, coming)[0].uid
    agenda.attach(desk, item, "lease.txt", PAPER)
    actions.add_action(desk, what=both("Mend the gate", "ซ่อมประตู"), due_on=date(2027, 1, 31))
    people.add_person(desk, name=both("Taken Back", "ถอนคืน"))
    history.undo(desk)
    people.add_person(desk, name=both("Undone Once", "เลิกทำครั้งหนึ่ง"))
    history.undo(desk)
    history.redo(desk)
    pdf = b"%PDF-1.7 as it was published"
    publish.record_publication(
        desk, coming, kind="minutes", language="th", data=pdf, file_name="minutes.pdf"
    )
    drafts.put(desk, "note/meeting-1", "half-typed")


def main() -> None:
    name = f"schema-{SCHEMA_VERSION}"
    kept, told = HERE / f"{name}.council.gz", HERE / f"{name}.json"
    if kept.exists():
        sys.exit(f"{kept.name} is there already, and stays as it is")
    clock = FixedClock(datetime(2027, 1, 4, 9, 0, tzinfo=UTC), timedelta(seconds=1))
    with tempfile.TemporaryDirectory() as folder:
        desk = create_council_file(":memory:", actor="PS", clock=clock, ids=CountingIds())
        salts = itertools.count(1)
        desk.conn.new_salt = lambda: hashlib.sha256(str(next(salts)).encode()).hexdigest()[:32]
        work(desk)
        path = Path(folder) / f"{name}.council"
        files.backup(desk, path)
        desk.close()
        kept.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        desk = open_desk(path, read_only=True)
        told.write_text(export_record(desk, private=True), encoding="utf-8")
        (head,) = desk.conn.execute("SELECT hash FROM step ORDER BY seq DESC").fetchone()
        sys.stdout.write(f"{name}: head {head}\n")
        desk.close()


if __name__ == "__main__":
    main()
