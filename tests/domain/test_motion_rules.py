"""What may be moved when, in the order of precedence of Robert's Rules."""

from __future__ import annotations

import pytest

from council.catalogue import say
from council.domain.motions import PendingMotion, bar, can_amend, degree, immediately_pending
from council.domain.rules.reader import load_pack
from council.domain.vocabulary import MotionKind
from council.paths import resources

RONR = load_pack(resources() / "rules" / "ronr.toml")


def stack(*kinds):
    """Return pending motions, each applied to the one before it."""
    return [
        PendingMotion(f"m{place}", MotionKind(kind), f"m{place - 1}" if place else None)
        for place, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("pending", "kind", "reason"),
    [
        ("main", "lay_aside", None),
        ("main refer", "postpone_indefinitely", "yields"),
        ("main refer", "amend", None),
        ("main refer", "adjourn", None),
        ("main", "main", "decide_first"),
        ("main", "rescind", "decide_first"),
        ("main", "amend", None),
        ("main amend", "amend", None),
        ("main amend amend", "amend", "third_degree"),
        ("main previous_question", "amend", "not_amendable"),
        ("main postpone", "amend", None),
        ("main amend", "postpone_indefinitely", "yields"),
        ("main refer amend", "refer", "yields"),
        ("main refer amend", "postpone", None),
        ("main adjourn", "recess", "yields"),
        ("main recess", "adjourn", None),
        ("main", "appeal", None),
        ("main appeal", "adjourn", None),
        ("main", "divide", None),
        ("", "main", None),
        ("", "adjourn", None),
        ("", "recess", None),
        ("", "amend", "nothing_pending"),
        ("", "divide", "nothing_pending"),
        ("", "previous_question", "nothing_pending"),
        ("", "take_up_again", None),
        ("", "reconsider", None),
        ("", "appeal", None),
    ],
)
def test_what_is_in_order(pending, kind, reason):
    barred = bar(MotionKind(kind), stack(*pending.split()), RONR)
    assert (barred.code if barred else None) == (f"in_order.{reason}" if reason else None)
    if barred:
        assert say(barred, "en")
        assert say(barred, "th")


def test_the_last_stated_is_decided_first():
    assert immediately_pending([]) is None
    assert immediately_pending(stack("main", "amend")).kind is MotionKind.AMEND


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
