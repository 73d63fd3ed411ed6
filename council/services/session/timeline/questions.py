"""Lines of the questions: motions, votes, what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.order.motions import BRING_BEFORE, DEMANDS, RULED
from council.domain.vocabulary import MotionKind, Outcome
from council.services.session.motions import label
from council.services.session.timeline.line import TimelineRow
from council.services.session.timeline.votes import vote_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.services.session.motion_rows import MotionRow
    from council.services.voting.vote_rows import VoteRow

_ASKED = DEMANDS | {MotionKind.WITHDRAW, MotionKind.OBJECT_TO_CONSIDERATION}
_RULINGS = frozenset({Outcome.CARRIED, Outcome.LOST, Outcome.SETTLED})
_ICONS: dict[str, str] = {
    MotionKind.AMEND: "arrow-elbow-down-right",
    **dict.fromkeys(RULED | _ASKED, "hand"),
}


def motion_lines(motion: MotionRow) -> Iterator[TimelineRow]:
    """Yield how a motion was made, voted on and settled."""
    named = label(motion.number, motion.kind)
    if motion.made_at:
        code = _made(motion)
        message = Message(code, {"name": motion.mover_name, "motion": named})
        if motion.part is not None:
            place, count = motion.part
            message = Message("timeline.part", {"place": place, "count": count, "motion": named})
        seconded = None
        if motion.seconder_names and motion.part is None:
            params = {"names": list(motion.seconder_names)}
            seconded = Message("timeline.seconded", params)
        icon = _ICONS.get(motion.kind, "file-text")
        yield _told(motion, "made_at", motion.made_at, icon, message, seconded)
    for vote in motion.votes:
        yield from vote_lines(vote, named, _consequence(motion) if vote is motion.vote else None)
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
        yield _told(motion, "decided_at", at, "gavel", message, words)
        return
    message = Message(f"timeline.outcome_{motion.outcome}", {"motion": named})
    yield _told(motion, "decided_at", at, "flag", message, _consequence(motion))


def _told(
    one: MotionRow | VoteRow,
    column: str,
    at: datetime,
    icon: str,
    message: Message,
    remark: Message | None,
    kind: str = "motion",
) -> TimelineRow:
    uid = one.uid
    return TimelineRow(at, icon, message, remark, kind, uid, column=column, rows=(uid,))


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
