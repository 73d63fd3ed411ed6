"""Which motion is before the meeting, and how deep in amendments it is (RONR §5, §12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.vocabulary import MotionKind
from council.domain.wording import Change, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ABOUT_DECIDED", "BRING_BEFORE", "DEMANDS", "REWORDS", "RULED", "Change", "PendingMotion",
    "can_amend", "changes", "degree", "immediately_pending",
]  # fmt: skip

ABOUT_DECIDED = frozenset(
    {
        *(MotionKind.RECONSIDER, MotionKind.RESCIND, MotionKind.AMEND_ADOPTED),
        *(MotionKind.TAKE_UP_AGAIN, MotionKind.DISCHARGE),
    }
)
"""Kinds whose parent is an earlier decision that they are about (RONR §34-37)."""

BRING_BEFORE = ABOUT_DECIDED - {MotionKind.RESCIND, MotionKind.AMEND_ADOPTED}
"""Of these, what brings the question before the meeting again when it is carried."""

REWORDS = frozenset({MotionKind.AMEND, MotionKind.AMEND_ADOPTED})
"""Kinds that propose how another motion shall read (RONR §12, §35)."""

RULED = frozenset({MotionKind.POINT_OF_ORDER, MotionKind.QUESTION_OF_PRIVILEGE, MotionKind.INQUIRY})
"""Kinds that the chair rules on or answers, giving reasons (RONR §19, §23, §33)."""

DEMANDS = frozenset({MotionKind.DIVISION_OF_ASSEMBLY, MotionKind.ORDERS_OF_THE_DAY})
"""Kinds that take effect when one member makes them (RONR §18, §29)."""

DEEPEST_AMENDMENT = 2  # an amendment, and an amendment to it; never a third degree


@dataclass(frozen=True, slots=True)
class PendingMotion:
    """A motion that is not decided yet; ``parent_uid`` is what it applies to."""

    uid: str
    kind: MotionKind
    parent_uid: str | None = None


def immediately_pending(motions: Sequence[PendingMotion]) -> PendingMotion | None:
    """Return the motion to be decided first: the last stated; None when nothing is pending."""
    return motions[-1] if motions else None


def degree(motions: Sequence[PendingMotion], uid: str) -> int:
    """Return how deep in amendments a motion is: 0 none, 1 an amendment, 2 one to an amendment."""
    known = {motion.uid: motion for motion in motions}
    depth = 0
    motion = known.get(uid)
    while motion is not None and motion.kind is MotionKind.AMEND:
        depth += 1
        motion = known.pop(motion.parent_uid or "", None)
    return depth


def can_amend(depth: int) -> bool:
    """Tell whether a motion this deep in amendments can be amended; there is no third degree."""
    return depth < DEEPEST_AMENDMENT
