"""Everything that happened in a meeting, with its time, in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import journal, rows
from council.domain.messages import Message
from council.domain.order.motions import BRING_BEFORE, DEMANDS, RULED
from council.domain.vocabulary import Mode, MotionKind, Outcome
from council.domain.votes.vote_checks import figures
from council.services import guard
from council.services.advice import list_advice
from council.services.session.motion_rows import MotionRow, read_motions
from council.services.session.motions import label
from council.services.session.roll import Entry, Roll, SpanRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.voting.vote_rows import VoteRow

MANY = 3
"""From this many people arriving at one moment on, one line says it for all."""

_ASKED = DEMANDS | {MotionKind.WITHDRAW, MotionKind.OBJECT_TO_CONSIDERATION}
_RULINGS = frozenset({Outcome.CARRIED, Outcome.LOST, Outcome.SETTLED})
_ICONS: dict[str, str] = {
    MotionKind.AMEND: "arrow-elbow-down-right",
    **dict.fromkeys(RULED | _ASKED, "hand"),
}

_SHOWN_STEPS = frozenset({"step.take_back", "step.correct_motion", "step.correct_span"})
_SHOWN_TAKEN_BACK = (
    *("step.state_motion", "step.record_vote", "step.declare_", "step.outcome_", "step.take_back"),
    "step.ruling_",
    *("step.arrive", "step.leave", "step.recuse"),
)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline.

    ``icon`` names a symbol; ``kind`` (meeting, item, attendance, recusal, motion, vote, advice,
    note, comment, step) and ``uid`` say what to open for a correction; ``taken_back`` marks a step
    that was undone.
    """

    at: datetime
    icon: str
    message: Message
    remark: Message | None
    kind: str
    uid: str
    taken_back: bool = False


def timeline(desk: Desk, meeting_uid: str) -> list[TimelineRow]:
    """Return the lines of a meeting, the oldest first."""
    roll = Roll(desk, meeting_uid)
    motions = read_motions(desk, rows.find(desk.conn, "motion", meeting_uid=meeting_uid))
    lines = [
        *_meeting(desk, roll),
        *_items(desk, roll),
        *_attendance(roll),
        *_recusals(desk, roll),
        *(line for motion in motions for line in _motion(motion)),
        *_advice(desk, roll),
        *_notes(desk, roll),
        *_steps(desk, roll),
    ]
    return sorted(lines, key=lambda line: line.at)


def _line(
    found: dict[str, Any] | Any, column: str, icon: str, message: Message, kind: str
) -> Iterator[TimelineRow]:
    at = guard.moment_of(found, column)
    if at is not None:
        yield TimelineRow(at, icon, message, None, kind, found["uid"])


def _meeting(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    meeting = roll.meeting
    chair = roll.name(meeting["presiding_uid"])
    called = Message("timeline.called_to_order", {"name": chair})
    if not chair:
        called = Message("timeline.called_to_order_plain")
    yield from _line(meeting, "called_to_order_at", "play", called, "meeting")
    for one in rows.find(desk.conn, "recess", order="from_at", meeting_uid=roll.uid):
        yield from _line(one, "from_at", "pause", Message("timeline.recess_began"), "meeting")
        yield from _line(one, "to_at", "play", Message("timeline.recess_ended"), "meeting")
    yield from _line(meeting, "adjourned_at", "stop", Message("timeline.adjourned"), "meeting")


def _items(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    opened = rows.GIVEN
    for one in rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid, opened_at=opened):
        title = guard.text_of(one, "title")
        params = {"number": one["number"] or "", "title": title}
        code = "timeline.item_opened" if one["number"] else "timeline.item_opened_plain"
        yield from _line(one, "opened_at", "caret-right", Message(code, params), "item")


# ---------------------------------------------------------------------------- the room


def _attendance(roll: Roll) -> Iterator[TimelineRow]:
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
        yield TimelineRow(moment, "door-open", message, remark, "attendance", fresh[0][0].uid)
        fresh = []
    for entry, span in stays:
        if _changed_mode(entry, span):
            code = "timeline.went_remote" if span.mode == Mode.REMOTE else "timeline.went_in_person"
        elif (entry, span) in fresh:
            code = _arrival(entry, span)
        else:
            continue
        message = Message(code, {"name": _name(roll, entry)})
        yield TimelineRow(moment, "door-open", message, remark, "attendance", entry.uid)


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
    for entry, _span in stays:
        if entry.uid not in going_on:
            message = Message("timeline.left", {"name": _name(roll, entry)})
            yield TimelineRow(moment, "door", message, remark, "attendance", entry.uid)


def _name(roll: Roll, entry: Entry) -> Text:
    return roll.name(entry.person_uid) or entry.guest


def _recusals(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    for one in rows.find(desk.conn, "recusal", order="at", meeting_uid=roll.uid):
        message = Message("timeline.recused", {"name": roll.name(one["person_uid"])})
        for line in _line(one, "at", "user-minus", message, "recusal"):
            remark = Message("timeline.words", {"words": one["reason"]}) if one["reason"] else None
            yield TimelineRow(line.at, line.icon, message, remark, line.kind, line.uid)


# -------------------------------------------------------------------------- the questions


def _motion(motion: MotionRow) -> Iterator[TimelineRow]:
    named = label(motion.number, motion.kind)
    if motion.made_at:
        code = _made(motion)
        message = Message(code, {"name": motion.mover_name, "motion": named})
        seconded = None
        if motion.seconder_names:
            params = {"names": list(motion.seconder_names)}
            seconded = Message("timeline.seconded", params)
        icon = _ICONS.get(motion.kind, "file-text")
        yield TimelineRow(motion.made_at, icon, message, seconded, "motion", motion.uid)
    for vote in motion.votes:
        yield from _vote(vote, named, _consequence(motion) if vote is motion.vote else None)
    voted = {vote.declared_at for vote in motion.votes}
    if motion.outcome and motion.decided_at and motion.decided_at not in voted:
        yield from _settled(motion, motion.decided_at, named)


def _made(motion: MotionRow) -> str:
    """Return the code of the line that tells who made a motion, raised a point, made a demand."""
    if not motion.mover_name:
        return "timeline.stated"
    if motion.kind in RULED:
        return "timeline.raised"
    return "timeline.demanded" if motion.kind in _ASKED else "timeline.moved"


def _settled(motion: MotionRow, at: datetime, named: Message) -> Iterator[TimelineRow]:
    """Yield the line of what became of a motion without a vote."""
    if motion.kind in DEMANDS and at == motion.made_at:
        return
    if motion.kind in RULED and motion.outcome in _RULINGS:
        words = Message("timeline.words", {"words": motion.ruling}) if motion.ruling else None
        message = Message(_ruled(motion), {"motion": named})
        yield TimelineRow(at, "gavel", message, words, "motion", motion.uid)
        return
    message = Message(f"timeline.outcome_{motion.outcome}", {"motion": named})
    yield TimelineRow(at, "flag", message, _consequence(motion), "motion", motion.uid)


def _ruled(motion: MotionRow) -> str:
    if motion.outcome == Outcome.SETTLED:
        return "timeline.answered"
    return f"timeline.ruled_{motion.kind}_{motion.outcome}"


def _consequence(motion: MotionRow) -> Message | None:
    """Return what a motion did to the decision it is about, or an appeal to the ruling."""
    if motion.kind == MotionKind.APPEAL and motion.outcome in (Outcome.CARRIED, Outcome.LOST):
        return Message(f"timeline.then_appeal_{motion.outcome}")
    about = motion.about
    if about is None or motion.outcome != Outcome.CARRIED:
        return None
    again = motion.kind in BRING_BEFORE and about.meeting_uid == motion.meeting_uid
    code = "again" if again else motion.kind
    return Message(f"timeline.then_{code}", {"motion": label(about.number, about.kind)})


def _vote(vote: VoteRow, named: Message, then: Message | None) -> Iterator[TimelineRow]:
    if vote.at is not None and (vote.declared_at is None or vote.declared_at != vote.at):
        params = {"motion": named, "method": Message(f"method.{vote.method}")}
        message = Message("timeline.vote_opened", params)
        yield TimelineRow(vote.at, "hand-palm", message, None, "vote", vote.uid)
    if vote.declared and vote.declared_at:
        params = {"motion": named}
        counted = vote.counts is not None
        if vote.counts is not None:
            params["figures"] = Message("timeline.words", {"words": figures(vote.counts)})
        code = f"timeline.declared_{vote.declared}" + ("_counted" if counted else "")
        message = Message(code, params)
        remark = _vote_remark(vote) or then
        yield TimelineRow(vote.declared_at, "gavel", message, remark, "vote", vote.uid)


def _vote_remark(vote: VoteRow) -> Message | None:
    if vote.findings:
        return vote.findings[0].message
    if vote.first_declared and vote.first_declared != vote.declared:
        first = Message(f"outcome.{vote.first_declared}")
        return Message("timeline.first_declared", {"outcome": first})
    return None


def _advice(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield what the rules said against something, and whether it was heeded."""
    for one in list_advice(desk, roll.uid):
        heeded = {True: "followed", False: "not_followed", None: "open"}[one.followed]
        params = {"source": one.source, "note": one.note}
        code = f"timeline.advice_{heeded}" + ("_note" if one.note else "")
        remark = Message(code, params) if one.source or one.note else None
        yield TimelineRow(one.at, "scales", one.message, remark, "advice", one.uid)


def _notes(desk: Desk, roll: Roll) -> tuple[TimelineRow, ...]:
    """Return what was written down; read once until somebody writes more."""
    # The zone is part of the key: it is what the times are told in.
    key = ("timeline_notes", roll.uid, str(desk.zone()))
    return desk.conn.memo.get(key, ("note", "comment"), lambda: tuple(_written(desk, roll)))


def _written(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    for one in rows.find(desk.conn, "note", meeting_uid=roll.uid):
        message = Message("timeline.note", {"words": guard.text_of(one, "text")})
        yield from _line(one, "at", "note-pencil", message, "note")
    for one in rows.find(desk.conn, "comment", meeting_uid=roll.uid):
        speaker = guard.text_of(one, "speaker")
        code = "timeline.comment" if speaker else "timeline.comment_unnamed"
        yield from _line(one, "at", "chat-text", Message(code, {"name": speaker}), "comment")


# ---------------------------------------------------------------------------- the journal


def _steps(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
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
