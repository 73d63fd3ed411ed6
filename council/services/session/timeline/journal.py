"""Lines of the journal: what was corrected, and what was undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import journal
from council.domain.messages import Message
from council.services.session.correctable import people_of, table_of, words_columns
from council.services.session.timeline.line import Corrected, TimelineRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from council.db.journal import Change
    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.roll import Roll

_SHOWN_STEPS = frozenset(
    {"step.take_back", "step.correct_motion", "step.correct_span", "step.correct_line"}
)
_SHOWN_TAKEN_BACK = (
    *("step.state_motion", "step.record_vote", "step.declare_", "step.outcome_", "step.take_back"),
    "step.ruling_",
    *("step.arrive", "step.leave", "step.recuse"),
)
_CORRECTING = frozenset(
    {
        *("step.correct_line", "step.correct_span", "step.correct_motion", "step.change_meeting"),
        *("step.change_note", "step.change_comment", "step.change_action"),
    }
)
"""Steps that put something right that had happened."""


def step_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield the corrections of this meeting, and what was undone."""
    for step in journal.steps(desk.conn, meeting=roll.uid, codes=_SHOWN_STEPS):
        if step.kind != "do":
            continue
        undone = step.taken_back and step.code.startswith(_SHOWN_TAKEN_BACK)
        if not undone and (step.taken_back or step.code not in _SHOWN_STEPS):
            continue
        message = Message("timeline.step", {"step": Message(step.code, step.params)})
        if step.code == "step.correct_line":
            message = Message("timeline.corrected", step.params)
        at = datetime.fromisoformat(step.at).astimezone(desk.zone())
        icon = "arrow-counter-clockwise" if undone else "pencil-simple"
        remark = Message("timeline.taken_back") if undone else None
        yield TimelineRow(at, icon, message, remark, "step", str(step.seq), taken_back=undone)


def with_corrections(desk: Desk, roll: Roll, lines: Iterable[TimelineRow]) -> Iterator[TimelineRow]:
    """Yield the lines, each with what stood there before it was put right."""
    changed: dict[str, list[Change]] = {}
    for change in journal.changes_by(desk.conn, _CORRECTING):
        changed.setdefault(change.uid, []).append(change)
    for line in lines:
        found = changed.get(line.rows[0], []) if line.rows else []
        told = _told(desk, roll, line, found) if found else ()
        yield replace(line, corrected=told) if told else line


def _told(
    desk: Desk, roll: Roll, line: TimelineRow, changes: list[Change]
) -> tuple[Corrected, ...]:
    """Return what each part of a line was at first, and when it was put right last."""
    people = people_of(line)
    columns = (line.column, people.person, people.typed, *words_columns(line))
    told = []
    for column in dict.fromkeys(filter(None, columns)):
        found = [
            one
            for one in changes
            if one.table == table_of(line) and one.before.get(column) != one.after.get(column)
        ]
        was = _value(roll, column, found[0].before.get(column), line) if found else None
        if was:
            at = datetime.fromisoformat(found[-1].at).astimezone(desk.zone())
            told.append(Corrected(at, was))
    return tuple(told)


def _value(roll: Roll, column: str, stored: Any, line: TimelineRow) -> datetime | Text | None:
    """Return what a column held, as it is told; None where nothing stood there."""
    if not stored:
        return None
    if column == line.column:
        return datetime.fromisoformat(stored)
    if column.endswith("_uid"):
        return roll.name(stored)
    return journal.text_of(table_of(line), column, stored)
