"""A short check that an installation is whole; for the packaged program and for people who ask."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from council import catalogue, paths
from council.domain.text import Text
from council.services import council, meetings, publish
from council.services.desk import create_council_file
from council.services.members import bodies
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator


def run() -> Iterator[str]:
    """Yield a line for each part that works; an exception is a part that does not."""
    for folder in ("fonts", "i18n", "icons", "rules", "schema", "themes"):
        if not any((paths.resources() / folder).iterdir()):
            raise FileNotFoundError(folder)
    yield f"resources: {len(catalogue.codes())} sentences"
    with tempfile.TemporaryDirectory() as folder:
        yield from _record(Path(folder))
        yield _window(Path(folder) / "test.council")


def _record(folder: Path) -> Iterator[str]:
    desk = create_council_file(folder / "test.council", actor="self-test")
    try:
        council.found_council(
            desk,
            name=Text((("en", "Self-test council"), ("th", "สภาทดสอบ"))),
            languages=("en", "th"),
            time_zone="Asia/Bangkok",
            pack="ronr-small-board",
            seats=5,
        )
        body = bodies.list_bodies(desk)[0].uid
        starts = datetime(2026, 11, 19, 18, 30)  # noqa: DTZ001 - planned times are local
        meeting = meetings.plan_meeting(
            desk, body_uid=body, kind="regular", starts_local=starts, venue=Text.of("Hall", "en")
        ).value
        agenda.apply_template(desk, meeting, "regular")
        report = verify(desk)
        if not report.ok:
            raise AssertionError(report.findings)
        yield "council file: written, verified"
        for language in ("en", "th"):
            size = len(publish.agenda_pdf(desk, meeting, language))
            yield f"agenda PDF ({language}): {size} bytes"
        text = export_record(desk)
    finally:
        desk.close()
    other = create_council_file(folder / "other.council", actor="self-test")
    try:
        import_record(other, text)
        if export_record(other) != text:
            raise AssertionError("record")
        yield "record: exported, imported, the same again"
    finally:
        other.close()


def _window(path: Path) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from council import app

    return f"window: {app.open_once(path, path.parent)}"
