"""A council to test services on: five seats in Riverbend, two languages, a clock at rest."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from council.catalogue import say
from council.db import rows
from council.db.schema import TABLES
from council.domain.text import Text
from council.services import council, history, meetings
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies, people

MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return local wall time, which has no offset."""
    return datetime.combine(date(year, month, day), time(hour, minute))


def words(en: str, th: str = "") -> Text:
    return Text((("en", en), ("th", th))) if th else Text((("en", en),))


def empty_desk(path: object = ":memory:") -> Desk:
    return create_council_file(str(path), actor="PS", clock=FixedClock(MORNING), ids=CountingIds())


def founded(
    *, seats: int = 5, languages: tuple[str, ...] = ("en", "th"), path: object = ":memory:"
) -> Desk:
    desk = empty_desk(path)
    council.found_council(
        desk,
        name=words("Riverbend Council", "สภาชุมชนริมน้ำ"),
        languages=languages,
        time_zone="Asia/Bangkok",
        pack="ronr-small-board",
        seats=seats,
    )
    return desk


def seated(names: str = "Ann Moss, Chair\nBen Roy\nCora Lee, Secretary") -> tuple[Desk, list[str]]:
    desk = founded()
    guesses = people.parse_names(names, "en")
    return desk, people.seat_people(desk, body_of(desk), guesses).value


def body_of(desk: Desk) -> str:
    return bodies.list_bodies(desk)[0].uid


def planned(desk: Desk, day: int = 19, month: int = 11) -> str:
    return meetings.plan_meeting(
        desk, body_uid=body_of(desk), starts_local=local(2026, month, day, 18, 30)
    ).value


def everything(desk: Desk) -> dict[str, list[dict[str, object]]]:
    return {table: rows.find(desk.conn, table, order="uid") for table in TABLES}


def back_and_forth(desk: Desk, write, *args, **named):
    """Run a writer; prove one step, named in both languages, undone and redone exactly."""
    before, steps = everything(desk), len(history.audit(desk, 10_000))
    done = write(desk, *args, **named)
    after = everything(desk)
    assert after != before
    assert len(history.audit(desk, 10_000)) == steps + 1
    assert done.changes
    name = history.can_undo(desk)
    for language in ("en", "th"):
        assert say(name, language)
    history.undo(desk)
    assert everything(desk) == before
    history.redo(desk)
    assert everything(desk) == after
    return done.value
