"""A division of the assembly: who doubts a voice vote has it counted (RONR §29)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Method, MotionKind, Outcome
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.motions import label, settle, state_motion

if TYPE_CHECKING:
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"votes", "motions", "advice"})


def demand_division(desk: Desk, vote_uid: str, *, mover_uid: str | None = None) -> Done[str]:
    """Take an open vote by voice as a counted one, and record that a member demanded it.

    Returns the vote's uid; its question, requirement and room stay. NotAllowed when the vote is not
    by voice or its outcome was declared.
    """
    vote = guard.row(desk, "vote", vote_uid)
    motion = guard.row(desk, "motion", vote["motion_uid"])
    title = label(motion["number"], motion["kind"])
    if vote["method"] != Method.VOICE or vote["declared"] is not None:
        raise NotAllowed("error.no_voice_vote", motion=title)
    with desk.step("step.demand_division", motion=title):
        demand = state_motion(
            desk, motion["meeting_uid"], kind=MotionKind.DIVISION_OF_ASSEMBLY.value,
            mover_uid=mover_uid, item_uid=motion["item_uid"], parent_uid=motion["uid"],
        ).value  # fmt: skip
        # Where the rules ask for a vote on the demand, counting at once grants it.
        if guard.row(desk, "motion", demand)["outcome"] is None:
            settle(desk, demand, Outcome.CARRIED, desk.stamp())
        rows.update(desk.conn, "vote", vote_uid, {"method": Method.SHOW_OF_HANDS.value})
    return Done(vote_uid, _CHANGED)
