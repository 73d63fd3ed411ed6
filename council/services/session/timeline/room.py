"""Lines of the room: who came and went, who took no part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import Message
from council.domain.vocabulary import Mode
from council.services.session.timeline.line import TimelineRow, stamped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.roll import Entry, Roll, SpanRow

MANY = 3
"""From this many people arriving at one moment on, one line says it for all."""


def attendance_lines(roll: Roll) -> Iterator[TimelineRow]:
    """Yield who came and went, with the quorum that each of them left."""
    came: dict[datetime, list[tuple[Entry, SpanRow]]] = defaultdict(list)
    went: dict[datetime, list[tuple[Entry, SpanRow]]] = defaultdict(list)
    for entry in roll.entries:
        for span in entry.spans:
            if span.from_at:
                came[span.from_at].append((entry, span))
            if span.to_at:
                went[span.to_at].append((entry, span))
    before: bool | None = None
    for moment in sorted({*came, *went}):
        verdict = roll.quorum(moment)
        remark = _quorum_remark(before, verdict.met, verdict.present, verdict.needed)
        before = verdict.met
        yield from _came(roll, moment, came[moment], remark)
        yield from _went(roll, moment, came[moment], went[moment], remark)


def _quorum_remark(
    before: bool | None, met: bool | None, present: int, needed: int | None
) -> Message:
    if met is None:
        return Message("timeline.present", {"present": present})
    if met != before:
        code = "timeline.quorum_reached" if met else "timeline.quorum_missing"
        code = "timeline.quorum_lost" if before and not met else code
    else:
        code = "timeline.quorum_holds" if met else "timeline.quorum_missing"
    return Message(code, {"present": present, "needed": needed})


def _came(
    roll: Roll, moment: datetime, stays: list[tuple[Entry, SpanRow]], remark: Message
) -> Iterator[TimelineRow]:
    fresh = [(entry, span) for entry, span in stays if not _changed_mode(entry, span)]
    if len(fresh) >= MANY:
        message = Message("timeline.arrived_many", {"count": len(fresh)})
        uids = tuple(span.uid for _entry, span in fresh)
        yield TimelineRow(
            moment, "door-open", message, remark, "attendance", fresh[0][0].uid,
            column="from_at", rows=uids,
        )  # fmt: skip
        fresh = []
    for entry, span in stays:
        if _changed_mode(entry, span):
            code = "timeline.went_remote" if span.mode == Mode.REMOTE else "timeline.went_in_person"
        elif (entry, span) in fresh:
            code = _arrival(entry, span)
        else:
            continue
        message = Message(code, {"name": _name(roll, entry)})
        yield TimelineRow(
            moment, "door-open", message, remark, "attendance", entry.uid, column="from_at",
            rows=(span.uid,),
        )  # fmt: skip


def _arrival(entry: Entry, span: SpanRow) -> str:
    if span.mode == Mode.REMOTE:
        return "timeline.joined_remote"
    return "timeline.arrived" if span is entry.spans[0] else "timeline.came_back"


def _changed_mode(entry: Entry, span: SpanRow) -> bool:
    """Tell whether a stay goes on from another at the same moment."""
    others = (one for one in entry.spans if one is not span)
    return any(one.to_at is not None and one.to_at == span.from_at for one in others)


def _went(
    roll: Roll,
    moment: datetime,
    came: list[tuple[Entry, SpanRow]],
    stays: list[tuple[Entry, SpanRow]],
    remark: Message,
) -> Iterator[TimelineRow]:
    going_on = {entry.uid for entry, span in came if _changed_mode(entry, span)}
    for entry, span in stays:
        if entry.uid not in going_on:
            message = Message("timeline.left", {"name": _name(roll, entry)})
            yield TimelineRow(
                moment, "door", message, remark, "attendance", entry.uid, column="to_at",
                rows=(span.uid,),
            )  # fmt: skip


def _name(roll: Roll, entry: Entry) -> Text:
    return roll.name(entry.person_uid) or entry.guest


def recusal_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield who took no part in an item or a vote."""
    for one in rows.find(desk.conn, "recusal", order="at", meeting_uid=roll.uid):
        message = Message("timeline.recused", {"name": roll.name(one["person_uid"])})
        for line in stamped(one, "at", "user-minus", message, "recusal"):
            remark = Message("timeline.words", {"words": one["reason"]}) if one["reason"] else None
            yield replace(line, remark=remark)
