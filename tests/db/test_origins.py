"""When rows came into the file, as the journal tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from council.db import journal, rows
from council.db.origins import origins
from council.domain.text import Text

if TYPE_CHECKING:
    from conftest import TickingClock

    from council.db.council_file import CouncilFile

ANN = Text.of("Ann", "en")


def test_a_row_keeps_the_moment_it_was_first_written(
    memory_file: CouncilFile, clock: TickingClock
) -> None:
    conn = memory_file.conn
    with journal.step(conn, "step.add_person", {}, clock=clock, actor="AB"):
        rows.insert(conn, "person", {"uid": "p1", "name": ANN})
    first = origins(conn, "person")["p1"]
    with journal.step(conn, "step.change_person", {}, clock=clock, actor="AB"):
        rows.update(conn, "person", "p1", {"email": "a@b.c"})
    assert origins(conn, "person")["p1"] == first
    journal.undo(conn, clock=clock, actor="AB")
    journal.undo(conn, clock=clock, actor="AB")
    clock.moment += timedelta(days=1)
    journal.redo(conn, clock=clock, actor="AB")
    assert origins(conn, "person") == {"p1": first}
    with journal.step(conn, "step.add_person", {}, clock=clock, actor="AB"):
        rows.insert(conn, "person", {"uid": "p2", "name": ANN})
    second = origins(conn, "person")["p2"]
    assert second.seq > first.seq
    assert second.at > first.at + timedelta(hours=23)
    assert origins(conn, "body") == {}
