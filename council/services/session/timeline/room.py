"""Lines of the room: who came and went, was excused, took the chair, took no part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import Message
from council.domain.vocabulary import Mode, Presence
from council.domain.votes.presence import has_left_early, is_late
from council.services import guard
from council.services.session.presiding import presided
from council.services.session.punctual import roll_over_at
from council.services.session.timeline.line import TimelineRow, stamped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.domain.text import Text
    from council.domain.votes.quorum import QuorumVerdict
    from council.services.desk import Desk
    from council.services.session.roll import Entry, Roll, SpanRow

MANY = 3
"""From this many people arriving at one moment on, one line says it for all."""


def attendance_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield who came and went, with the quorum that each of them left; where it was lost, too."""
    came: dict[datetime, list[tuple[Entry, SpanRow]]] = defaultdict(list)
    went: dict[datetime, list[tuple[Entry, SpanRow]]] = defaultdict(list)
    for entry in roll.entries:
        for span in entry.spans:
            if span.from_at:
                came[span.from_at].append((entry, span))
            if span.to_at:
                went[span.to_at].append((entry, span))
    punctual = roll_over_at(desk, roll)
    before: bool | None = None
    had = False
    moments = sorted({*came, *went})
    for moment, here in zip(moments, roll.present_at(moments), strict=True):
        verdict = roll.quorum(moment, here=here)
        turned = had and verdict.met is not None and verdict.met != before
        remark = _quorum_remark(turned, before, verdict)
        before, had = verdict.met, had or bool(verdict.met)
        yield from _came(roll, moment, came[moment], remark, punctual)
        yield from _went(roll, moment, came[moment], went[moment], remark)
        if turned:
            yield _turn(moment, verdict, (came[moment] + went[moment])[-1][0].uid)


def _quorum_remark(turned: bool, before: bool | None, verdict: QuorumVerdict) -> Message:
    """Return what a coming or going made of the quorum; a turn of it has a line of its own."""
    if verdict.met is None or turned:
        return Message("timeline.present", {"present": verdict.present})
    code = "timeline.quorum_missing"
    if verdict.met:
        code = "timeline.quorum_holds" if before else "timeline.quorum_reached"
    return Message(code, {"present": verdict.present, "needed": verdict.needed})


def _turn(moment: datetime, verdict: QuorumVerdict, uid: str) -> TimelineRow:
    """Return the line that says that the quorum was lost, or is there again."""
    code = "timeline.quorum_regained" if verdict.met else "timeline.quorum_is_lost"
    message = Message(code, {"present": verdict.present, "needed": verdict.needed})
    return TimelineRow(
        moment, "users-three" if verdict.met else "warning", message, None, "quorum", uid
    )


def noted_lines(roll: Roll) -> Iterator[TimelineRow]:
    """Yield who was noted as excused or as absent without notice; one line for one moment."""
    noted: dict[tuple[datetime, str], list[Entry]] = defaultdict(list)
    for entry in roll.entries:
        if entry.noted_at is not None and entry.status != Presence.PRESENT:
            noted[entry.noted_at, entry.status].append(entry)
    for (moment, status), entries in noted.items():
        message = Message(f"timeline.{status}", {"names": [_name(roll, one) for one in entries]})
        reason = entries[0].reason if len(entries) == 1 else None
        yield TimelineRow(
            moment,
            "user-minus",
            message,
            Message("timeline.words", {"words": reason}) if reason else None,
            "attendance",
            entries[0].uid,
            column="noted_at",
            rows=tuple(one.uid for one in entries),
        )


def presiding_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield who took the chair after whoever opened the meeting."""
    for one in presided(desk, roll)[1:]:
        if one.from_at is not None:
            message = Message("timeline.took_chair", {"name": one.name})
            yield TimelineRow(
                one.from_at, "gavel", message, None, "presiding", one.uid, column="from_at",
                rows=(one.uid,),
            )  # fmt: skip


def _came(
    roll: Roll,
    moment: datetime,
    stays: list[tuple[Entry, SpanRow]],
    remark: Message,
    punctual: datetime | None,
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
            code = _arrival(roll, entry, span, punctual)
        else:
            continue
        message = Message(code, _named(roll, entry))
        yield TimelineRow(
            moment, "door-open", message, remark, "attendance", entry.uid, column="from_at",
            rows=(span.uid,),
        )  # fmt: skip


def _arrival(roll: Roll, entry: Entry, span: SpanRow, punctual: datetime | None) -> str:
    remote = span.mode == Mode.REMOTE
    if span is not entry.spans[0]:
        return "timeline.joined_remote" if remote else "timeline.came_back"
    if entry.substitute_for:
        return "timeline.came_for_voting" if entry.votes else "timeline.came_for"
    late = entry.person_uid in roll.electors and is_late(entry.stays, punctual)
    if remote:
        return "timeline.joined_remote_late" if late else "timeline.joined_remote"
    return "timeline.arrived_late" if late else "timeline.arrived"


def _named(roll: Roll, entry: Entry) -> dict[str, object]:
    named: dict[str, object] = {"name": _name(roll, entry)}
    return named | ({"member": roll.name(entry.substitute_for)} if entry.substitute_for else {})


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
            message = Message(_departure(roll, entry, span), {"name": _name(roll, entry)})
            yield TimelineRow(
                moment, "door", message, remark, "attendance", entry.uid, column="to_at",
                rows=(span.uid,),
            )  # fmt: skip


def _departure(roll: Roll, entry: Entry, span: SpanRow) -> str:
    """Tell leaving for good before the end, known once the meeting is over, from going out."""
    over = guard.moment_of(roll.meeting, "adjourned_at")
    early = entry.person_uid in roll.electors and has_left_early(entry.stays, over)
    return "timeline.left_early" if early and span is entry.spans[-1] else "timeline.left"


def _name(roll: Roll, entry: Entry) -> Text:
    return roll.name(entry.person_uid) or entry.guest


def clock_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield when the computer's clock was set back, or forward again."""
    ahead = timedelta()
    for one in rows.find(desk.conn, "clock_change", order="at", meeting_uid=roll.uid):
        at, shown = guard.moment_of(one, "at"), guard.moment_of(one, "shown_at")
        if at is None or shown is None:
            continue
        back, ahead = at - shown > ahead, at - shown
        params = {"shown": shown.time()}
        code = "timeline.clock_set_back" if back else "timeline.clock_set_on"
        message = Message(code, params)
        yield TimelineRow(at, "clock", message, None, "clock", one["uid"])


def recusal_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield who took no part in an item or a vote."""
    for one in rows.find(desk.conn, "recusal", order="at", meeting_uid=roll.uid):
        message = Message("timeline.recused", {"name": roll.name(one["person_uid"])})
        for line in stamped(one, "at", "user-minus", message, "recusal"):
            remark = Message("timeline.words", {"words": one["reason"]}) if one["reason"] else None
            yield replace(line, remark=remark)
