"""Any mixture of writing, undoing and redoing keeps record, chain and replay in agreement."""

from __future__ import annotations

from datetime import UTC, datetime

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from council.db import council_file, journal, rows
from council.db.search import search
from council.domain.text import Text

UIDS = st.sampled_from(["p1", "p2", "p3"])
NAMES = st.sampled_from(["Maya", "ลินดา", "Ömer"])
EMAILS = st.sampled_from([None, "a@example.org", "b@example.org"])


class Still:
    def now(self) -> datetime:
        return datetime(2026, 1, 2, tzinfo=UTC)


class History(RuleBasedStateMachine):
    """The model: the states that stand, and those that were taken back."""

    @initialize()
    def start(self) -> None:
        self.file = council_file.create(":memory:", clock=Still(), actor="AB")
        self.done: list[dict[str, dict[str, object]]] = [{}]
        self.undone: list[dict[str, dict[str, object]]] = []

    def state(self) -> dict[str, dict[str, object]]:
        return {row["uid"]: row for row in rows.find(self.file.conn, "person")}

    @rule(writes=st.lists(st.tuples(UIDS, NAMES, EMAILS, st.booleans()), min_size=1, max_size=4))
    def write(self, writes) -> None:
        conn = self.file.conn
        before = journal.head(conn)
        with journal.step(conn, "step.test", {}, clock=Still(), actor="AB"):
            for uid, name, email, gone in writes:
                values = {"name": Text.of(name, "en"), "email": email}
                if rows.get(conn, "person", uid) is None:
                    rows.insert(conn, "person", {"uid": uid, **values})
                elif gone:
                    rows.delete(conn, "person", uid)
                else:
                    rows.update(conn, "person", uid, values)
        if journal.head(conn) != before:
            self.done.append(self.state())
            self.undone.clear()

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self) -> None:
        journal.undo(self.file.conn, clock=Still(), actor="AB")
        self.undone.append(self.done.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        journal.redo(self.file.conn, clock=Still(), actor="AB")
        self.done.append(self.undone.pop())

    @invariant()
    def all_agrees(self) -> None:
        conn = self.file.conn
        assert self.state() == self.done[-1]
        assert (journal.can_undo(conn) is None) == (len(self.done) == 1)
        assert (journal.can_redo(conn) is None) == (not self.undone)
        assert journal.verify_chain(conn) == journal.replay(conn) == []
        found = {hit.uid for hit in search(conn, "maya")}
        assert found == {
            uid for uid, row in self.state().items() if row["name"] == Text.of("Maya", "en")
        }

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()


History.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestHistory = History.TestCase
