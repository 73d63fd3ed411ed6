"""Who may not vote on a motion by the topic of its item, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.services import guard
from council.services.member_duties import eligibility
from council.services.roll import Roll

if TYPE_CHECKING:
    from council.domain.rulings import Ruling
    from council.services.desk import Desk
    from council.services.vote_rows import VoteRow


def why_ineligible(desk: Desk, vote: VoteRow) -> dict[str, Ruling]:
    """Return what the rules say of everybody whom a vote kept as not entitled, by person."""
    motion = guard.row(desk, "motion", vote.motion_uid)
    topic = Roll(desk, motion["meeting_uid"]).topic(motion["item_uid"])
    if topic is None:
        return {}
    return {one: eligibility(desk, one, topic, vote.at) for one in vote.ineligible}
