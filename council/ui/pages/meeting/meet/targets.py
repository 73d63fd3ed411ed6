"""The decisions that a motion can be about: what was decided, laid aside, referred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from council.domain.vocabulary import MotionKind, Outcome
from council.services.session import motions

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.session.motions import MotionRow
    from council.ui.pages.meeting.meet.snapshot import Snapshot

MOST: Final = 60
_ABOUT: Final = {
    MotionKind.RECONSIDER: (Outcome.CARRIED, Outcome.LOST),
    MotionKind.RESCIND: (Outcome.CARRIED,),
    MotionKind.AMEND_ADOPTED: (Outcome.CARRIED,),
    MotionKind.TAKE_UP_AGAIN: (Outcome.LAID_ASIDE,),
    MotionKind.DISCHARGE: (Outcome.REFERRED,),
}
_ONLY_MAIN: Final = frozenset({MotionKind.RESCIND, MotionKind.AMEND_ADOPTED})


def needs_target(kind: MotionKind) -> bool:
    """Tell whether a kind of motion is about something that was decided before."""
    return kind in _ABOUT


def targets(desk: Desk, kind: MotionKind, shot: Snapshot) -> list[MotionRow]:
    """Return what a kind of motion can be about, the newest first.

    Only this meeting's decisions where the kind reaches no further.
    """
    found: list[MotionRow] = []
    for outcome in _ABOUT.get(kind, ()):
        found += motions.search_decisions(
            desk, outcome=outcome, body_uid=shot.meeting.body_uid, limit=MOST
        )
    here = shot.meeting.uid
    if kind is MotionKind.RECONSIDER:
        found = [one for one in found if one.meeting_uid == here]
    if kind in _ONLY_MAIN:
        found = [one for one in found if one.kind == MotionKind.MAIN]
    found.sort(key=lambda one: one.decided_at.timestamp() if one.decided_at else 0.0, reverse=True)
    return found
