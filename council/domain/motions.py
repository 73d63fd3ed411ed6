"""Which motion is before the meeting, and what may be moved now (RONR §5, §12, ranks of §10-22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rules.values import MotionClass
from council.domain.vocabulary import MotionKind
from council.domain.wording import Change, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.rules.book import RuleBook

__all__ = [
    "Change", "PendingMotion", "bar", "can_amend", "changes", "degree", "immediately_pending",
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


def bar(kind: MotionKind, pending: Sequence[PendingMotion], rules: RuleBook) -> Message | None:
    """Return why a kind of motion is not in order now, or None when it is.

    ``pending`` runs from the main motion to the one immediately pending. The caller warns with the
    reason; whether to take the motion is the chair's to say.
    """
    family = rules.motion(kind).family
    top = immediately_pending(pending)
    if top is None:
        alone = family is MotionClass.SUBSIDIARY or kind is MotionKind.DIVIDE
        return Message("in_order.nothing_pending") if alone else None
    if family in (MotionClass.MAIN, MotionClass.BRING_BACK):
        return Message("in_order.decide_first", {"pending": _name(top)})
    if kind is MotionKind.AMEND:
        return _bar_amendment(top, pending, rules)
    if family is MotionClass.INCIDENTAL:
        return None
    highest = max(pending, key=lambda motion: rules.motion(motion.kind).rank)
    if rules.motion(kind).rank <= rules.motion(highest.kind).rank:
        return Message("in_order.yields", {"pending": _name(highest)})
    return None


def _bar_amendment(
    top: PendingMotion, pending: Sequence[PendingMotion], rules: RuleBook
) -> Message | None:
    if not rules.motion(top.kind).amendable:
        return Message("in_order.not_amendable", {"pending": _name(top)})
    if not can_amend(degree(pending, top.uid)):
        return Message("in_order.third_degree")
    return None


def _name(motion: PendingMotion) -> Message:
    return Message(f"motion_kind.{motion.kind}")
