"""Shared by the tests of the db floor: a person and a meeting to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from council.db import journal, rows
from council.domain.text import Text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


class Scribe:
    """Writes rows of an invented council, each call one step."""

    def __init__(self, conn: Any, clock: Any) -> None:
        self.conn = conn
        self.clock = clock

    def step(self, code: str = "step.test", **named: Any) -> AbstractContextManager[int]:
        return journal.step(
            self.conn, code, named.pop("params", {}), clock=self.clock, actor="AB", **named
        )

    def person(self, uid: str, name: str = "Maya Lindqvist", **values: Any) -> None:
        with self.step("step.add_person", params={"name": Text.of(name, "en")}):
            rows.insert(self.conn, "person", {"uid": uid, "name": Text.of(name, "en"), **values})

    def meeting(self) -> None:
        """Write a body, a meeting, a parent item with a child, and a motion under the child."""
        conn, text = self.conn, Text.of
        with self.step("step.plan_meeting", params={"number": "1/2026"}):
            body = {"uid": "b1", "position": 1, "name": text("Riverside", "en"), "kind": "council"}
            rows.insert(conn, "body", body)
            meeting = {"uid": "m1", "body_uid": "b1", "kind": "regular", "state": "planned"}
            when = {"starts_local": "2026-11-19T18:30", "zone": "Asia/Bangkok"}
            rows.insert(conn, "meeting", {**meeting, **when})
            item = {"meeting_uid": "m1", "kind": "action", "position": 1}
            rows.insert(conn, "agenda_item", {**item, "uid": "i1", "title": text("Parks", "en")})
            child = {**item, "uid": "i2", "parent_uid": "i1", "title": text("Lamps", "en")}
            rows.insert(conn, "agenda_item", child)
            motion = {"uid": "x1", "meeting_uid": "m1", "item_uid": "i2", "position": 1}
            rows.insert(conn, "motion", {**motion, "kind": "main", "text": text("Buy lamps", "en")})


@pytest.fixture
def scribe(memory_file: Any, clock: Any) -> Scribe:
    return Scribe(memory_file.conn, clock)


@pytest.fixture
def disk_scribe(disk_file: Any, clock: Any) -> Scribe:
    return Scribe(disk_file.conn, clock)
