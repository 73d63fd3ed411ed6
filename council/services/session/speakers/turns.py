"""The floor: giving it, the pause, the end of a turn, and what a resident's turn leaves behind."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import MeetingState
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.speakers.comments import comment_of
from council.services.session.speakers.limits import limits_of
from council.services.session.speakers.queue import CHANGED, current_item, speaker_of
from council.services.session.speakers.rows import (
    SpeakerKind,
    SpeakerRow,
    SpeakerState,
    has_floor,
    in_line,
    list_speakers,
)

if TYPE_CHECKING:
    from council.services.desk import Desk

_WORDS: Changes = CHANGED | {"notes", "minutes"}


def give_floor(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Give somebody the floor, now unless a time is given; whoever had it has finished.

    A point of order only interrupts who has the floor. The time they have is settled now.
    """
    found = speaker_of(desk, uid)
    _in_session(desk, found.meeting_uid)
    if found.state is SpeakerState.SPEAKING:
        return Done(uid, frozenset())
    stamp = desk.stamp(at)
    with desk.step("step.give_floor", name=found.called):
        for one in _speaking(desk, found.meeting_uid):
            _stop(desk, one, stamp, done=not (found.priority and not one.priority))
        _begin(desk, found, stamp)
    return Done(uid, _WORDS)


def _in_session(desk: Desk, meeting_uid: str) -> None:
    meeting = guard.row(desk, "meeting", meeting_uid)
    if meeting["state"] != MeetingState.IN_SESSION:
        raise NotAllowed("error.not_in_session", number=meeting["number"] or "")


def _speaking(desk: Desk, meeting_uid: str) -> list[SpeakerRow]:
    found = list_speakers(desk, meeting_uid)
    return [one for one in found if any(turn.to_at is None for turn in one.turns)]


def _begin(desk: Desk, found: SpeakerRow, stamp: str) -> None:
    limit = found.limit
    if limit is None and not found.priority:
        limit = limits_of(desk, found.meeting_uid, found.item_uid).of(found.kind)
    rows.update(desk.conn, "speaker", found.uid, {"limit_seconds": limit, "done": 0})
    turn = {
        "uid": desk.ids.new("tu"),
        "speaker_uid": found.uid,
        "position": len(found.turns) + 1,
        "from_at": stamp,
    }
    rows.insert(desk.conn, "speaking", turn)


def _stop(desk: Desk, one: SpeakerRow, stamp: str, *, done: bool) -> None:
    """End the open span; with the turn over, what a resident said is a comment."""
    for turn in one.turns:
        if turn.to_at is None:
            # The clock may have been set back meanwhile; no turn ends before it began.
            ended = max(stamp, desk.stamp(turn.from_at), key=datetime.fromisoformat)
            rows.update(desk.conn, "speaking", turn.uid, {"to_at": ended})
    if done:
        rows.update(desk.conn, "speaker", one.uid, {"done": 1})
        if one.kind is SpeakerKind.RESIDENT:
            comment_of(desk, one)


def next_speaker(desk: Desk, meeting_uid: str, *, at: datetime | None = None) -> Done[str]:
    """Give the floor to the next in line; with nobody waiting, the turn that lasts is over.

    NotAllowed when nobody has the floor or wants it.
    """
    item = current_item(desk, meeting_uid)
    line = in_line(list_speakers(desk, meeting_uid), item)
    coming = [one for one in line if one.state is not SpeakerState.SPEAKING]
    if coming:
        return give_floor(desk, coming[0].uid, at=at)
    if line:
        return end_turn(desk, line[0].uid, at=at)
    raise NotAllowed("error.nobody_in_line")


def pause_or_go_on(desk: Desk, meeting_uid: str, *, at: datetime | None = None) -> Done[str]:
    """Stop the clock of who has the floor, or let it go on."""
    guard.unlocked(desk, meeting_uid)
    found = has_floor(list_speakers(desk, meeting_uid))
    if found is None:
        raise NotAllowed("error.nobody_speaks")
    if found.state is SpeakerState.PAUSED:
        return give_floor(desk, found.uid, at=at)
    stamp = desk.stamp(at)
    with desk.step("step.pause_speaker", name=found.called):
        _stop(desk, found, stamp, done=False)
    return Done(found.uid, CHANGED)


def end_turn(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Record that somebody has finished."""
    found = speaker_of(desk, uid)
    if not found.turns:
        raise NotAllowed("error.nobody_speaks")
    stamp = desk.stamp(at)
    with desk.step("step.end_turn", name=found.called):
        _stop(desk, found, stamp, done=True)
    return Done(uid, _WORDS)


def withdraw_speaker(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Take somebody out of the line; who has spoken already only gives up the rest."""
    found = speaker_of(desk, uid)
    if found.turns:
        return end_turn(desk, uid, at=at)
    with desk.step("step.withdraw_speaker", name=found.called):
        rows.delete(desk.conn, "speaker", uid)
    return Done(uid, CHANGED)


def hush(desk: Desk, meeting_uid: str, stamp: str, *, done: bool) -> None:
    """Within another step: stop the clock because the meeting goes on to something else.

    A vote or a recess only interrupts; another item and the end of the meeting end the turn, and
    of those who were interrupted before.
    """
    for one in list_speakers(desk, meeting_uid):
        if one.state in (SpeakerState.SPEAKING, SpeakerState.PAUSED):
            _stop(desk, one, stamp, done=done)
