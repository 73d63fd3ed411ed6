"""Which question comes first, and how deep amendments go."""

from __future__ import annotations

from council.domain.order.motions import PendingMotion, can_amend, degree, immediately_pending
from council.domain.vocabulary import MotionKind


def stack(*kinds):
    """Return pending motions, each applied to the one before it."""
    return [
        PendingMotion(f"m{place}", MotionKind(kind), f"m{place - 1}" if place else None)
        for place, kind in enumerate(kinds)
    ]


def test_the_last_stated_is_decided_first():
    assert immediately_pending([]) is None
    assert immediately_pending(stack("main", "amend")).kind is MotionKind.AMEND
    assert immediately_pending(stack("main", "amend", "adjourn")).kind is MotionKind.ADJOURN


def test_there_is_no_amendment_of_the_third_degree():
    motions = stack("main", "amend", "amend")
    assert [degree(motions, motion.uid) for motion in motions] == [0, 1, 2]
    assert [can_amend(depth) for depth in (0, 1, 2)] == [True, True, False]


def test_a_ring_of_amendments_does_not_hang():
    ring = [
        PendingMotion("a", MotionKind.AMEND, "b"),
        PendingMotion("b", MotionKind.AMEND, "a"),
    ]
    assert degree(ring, "a") >= 2
