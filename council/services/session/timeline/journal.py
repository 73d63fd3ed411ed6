"""Lines of the journal: what was corrected, and what was undone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from council.db import journal
from council.domain.messages import Message
from council.services.session.timeline.line import TimelineRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.desk import Desk
    from council.services.session.roll import Roll

_SHOWN_STEPS = frozenset({"step.take_back", "step.correct_motion", "step.correct_span"})
_SHOWN_TAKEN_BACK = (
    *("step.state_motion", "step.record_vote", "step.declare_", "step.outcome_", "step.take_back"),
    "step.ruling_",
    *("step.arrive", "step.leave", "step.recuse"),
)


def step_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield the corrections of this meeting, and what was undone."""
    for step in journal.steps(desk.conn, meeting=roll.uid, codes=_SHOWN_STEPS):
        if step.kind != "do":
            continue
        undone = step.taken_back and step.code.startswith(_SHOWN_TAKEN_BACK)
        if not undone and (step.taken_back or step.code not in _SHOWN_STEPS):
            continue
        message = Message("timeline.step", {"step": Message(step.code, step.params)})
        at = datetime.fromisoformat(step.at).astimezone(desk.zone())
        icon = "arrow-counter-clockwise" if undone else "pencil-simple"
        remark = Message("timeline.taken_back") if undone else None
        yield TimelineRow(at, icon, message, remark, "step", str(step.seq), taken_back=undone)
