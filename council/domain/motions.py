"""Which motion is before the meeting, and how deep in amendments it is (RONR §5, §12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.vocabulary import MotionKind
from council.domain.wording import Change, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Change", "PendingMotion", "can_amend", "changes", "degree", "immediately_pending",
]  # fmt: skip

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
