"""What the room may see of a meeting: an allow-list for the second screen, built field by field.

Nothing of a closed item leaves this module, nor the name of anybody who is not a member.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from council.domain.order.motions import DEMANDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import ItemState, MeetingKind, MeetingState, MotionKind
from council.domain.votes.voting import describe
from council.services import guard, meetings
from council.services.planning import agenda
from council.services.session import motions
from council.services.session.closed_session import closed_items
from council.services.session.roll import Roll
from council.services.session.speaking_now import SpeakerShown, speaking_now

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.messages import Message
    from council.domain.votes.voting import Tally
    from council.services.desk import Desk
    from council.services.meetings import MeetingRow
    from council.services.planning.agenda import ItemRow
    from council.services.session.motions import MotionRow
    from council.services.voting.vote_rows import VoteRow

_UNSEEN = RULED | DEMANDS
"""What the chair settles at once is no question that the room decides."""


class Showing(StrEnum):
    """What the picture is about."""

    BEFORE = "before"
    ITEM = "item"
    RECESS = "recess"
    CLOSED = "closed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ItemShown:
    """The item before the meeting."""

    number: str
    title: Text


@dataclass(frozen=True, slots=True)
class MotionShown:
    """The question that is decided first.

    ``text`` is how it reads with the amendments carried so far. For an amendment it is the wording
    it would give, and ``before`` the wording as it stands. ``method`` says how the vote that is
    being taken is taken, empty while there is none.
    """

    kind: str
    number: str
    text: Text
    before: Text
    method: str


@dataclass(frozen=True, slots=True)
class ResultShown:
    """What the meeting decided last on the item; ``counts`` is None where nobody counted.

    ``needs`` is the least number that carries, ``has`` what there was, ``rule`` the rule in words.
    """

    kind: str
    number: str
    text: Text
    outcome: str
    method: str
    counts: Tally | None
    needs: int | None
    has: int | None
    rule: Message | None


@dataclass(frozen=True, slots=True)
class QuorumShown:
    """How many members are here, and how many are needed; None where nobody knows."""

    present: int
    needed: int | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Projection:
    """One picture of the second screen.

    ``since`` is when the recess began, the meeting was adjourned, or None. Of a closed session
    nothing is filled but the council body and that it is closed.
    """

    meeting_uid: str
    showing: Showing
    body: Text
    kind: MeetingKind
    title: Text
    number: str
    starts_local: datetime
    venue: Text
    since: datetime | None = None
    item: ItemShown | None = None
    motion: MotionShown | None = None
    result: ResultShown | None = None
    quorum: QuorumShown | None = None
    speaker: SpeakerShown | None = None


def meeting_to_show(desk: Desk, wanted: str = "") -> str:
    """Return the meeting in session, else the one wanted, else the nearest in time, else ""."""
    found = meetings.list_meetings(desk)
    session = next((one.uid for one in found if one.state == MeetingState.IN_SESSION), "")
    if session or any(one.uid == wanted for one in found):
        return session or wanted
    now = desk.now().replace(tzinfo=None)
    held = [one for one in found if one.state != MeetingState.CANCELLED]
    return min(held, key=lambda one: abs(one.starts_local - now)).uid if held else ""


def project(desk: Desk, meeting_uid: str) -> Projection:
    """Return what the room may see of a meeting now; NotAllowed when it is gone."""
    meeting = meetings.get_meeting(desk, meeting_uid)
    items = agenda.list_items(desk, meeting_uid)
    closed = closed_items(desk)
    current = next((one for one in items if one.state == ItemState.CURRENT), None)
    if meeting.state != MeetingState.IN_SESSION:
        return _outside(meeting)
    if current is not None and current.uid in closed:
        return _picture(meeting, Showing.CLOSED, whole=False)
    recess = next(
        (one for one in meetings.list_recesses(desk, meeting_uid) if one.to_at is None), None
    )
    quorum = _quorum(desk, meeting_uid)
    if recess is not None:
        return _picture(meeting, Showing.RECESS, since=recess.from_at, quorum=quorum)
    stack = [one for one in motions.pending(desk, meeting_uid) if one.item_uid not in closed]
    decided = _decided(desk, meeting_uid, current)
    return _picture(
        meeting,
        Showing.ITEM,
        item=None if current is None else ItemShown(current.number, current.title),
        motion=_motion(stack),
        result=_result(stack, decided),
        quorum=quorum,
        speaker=speaking_now(desk, meeting_uid, closed),
    )


def _picture(
    meeting: MeetingRow,
    showing: Showing,
    *,
    whole: bool = True,
    since: datetime | None = None,
    item: ItemShown | None = None,
    motion: MotionShown | None = None,
    result: ResultShown | None = None,
    quorum: QuorumShown | None = None,
    speaker: SpeakerShown | None = None,
) -> Projection:
    """Return a picture; without the ``whole`` meeting only whose it is, and when."""
    return Projection(
        meeting_uid=meeting.uid,
        showing=showing,
        body=meeting.body_name,
        kind=meeting.kind,
        title=meeting.title if whole else guard.NO_TEXT,
        number=meeting.number,
        starts_local=meeting.starts_local,
        venue=meeting.venue if whole else guard.NO_TEXT,
        since=since,
        item=item,
        motion=motion,
        result=result,
        quorum=quorum,
        speaker=speaker,
    )


def _outside(meeting: MeetingRow) -> Projection:
    if meeting.state == MeetingState.HELD:
        return _picture(meeting, Showing.OVER, since=meeting.adjourned_at)
    return _picture(meeting, Showing.BEFORE)


def _quorum(desk: Desk, meeting_uid: str) -> QuorumShown:
    verdict = Roll(desk, meeting_uid).quorum()
    return QuorumShown(verdict.present, verdict.needed, verdict.met)


def _decided(desk: Desk, meeting_uid: str, current: ItemRow | None) -> list[MotionRow]:
    """Return what was decided on the item, the earliest first."""
    found = [
        one
        for one in motions.list_motions(desk, meeting_uid)
        if one.outcome and current is not None and one.item_uid == current.uid
    ]
    return sorted((one for one in found if one.decided_at), key=_decided_at)


def _decided_at(motion: MotionRow) -> str:
    return motion.decided_at.isoformat() if motion.decided_at else ""


def _open_vote(motion: MotionRow) -> VoteRow | None:
    return next((one for one in reversed(motion.votes) if one.is_open), None)


def _motion(stack: list[MotionRow]) -> MotionShown | None:
    if not stack:
        return None
    top = stack[-1]
    vote = _open_vote(top)
    amends = top.kind == MotionKind.AMEND and len(stack) > 1
    return MotionShown(
        kind=top.kind,
        number=top.number or "",
        text=top.current_text,
        before=stack[-2].current_text if amends else Text(),
        method=vote.method if vote else "",
    )


def _result(stack: list[MotionRow], decided: list[MotionRow]) -> ResultShown | None:
    """Return the last decision as long as nothing was moved, and no vote begun, after it."""
    shown = [one for one in decided if one.kind not in _UNSEEN]
    if not shown:
        return None
    last = shown[-1]
    at = last.decided_at
    if any(_open_vote(one) for one in stack):
        return None
    if at is not None and any(one.made_at and one.made_at > at for one in stack):
        return None
    vote = last.vote if last.vote and last.vote.declared else None
    verdict = vote.verdict if vote else None
    counted = vote is not None and vote.counts is not None
    return ResultShown(
        kind=last.kind,
        number=last.number or "",
        text=last.current_text,
        outcome=str(last.outcome),
        method=vote.method if vote else "",
        counts=vote.counts if vote else None,
        needs=verdict.needs if verdict and counted else None,
        has=verdict.has if verdict and counted else None,
        rule=describe(vote.resolved) if vote and counted and vote.resolved else None,
    )
