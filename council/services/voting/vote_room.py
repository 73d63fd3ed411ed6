"""What is to be known before a vote: what the motion needs, and who may not vote and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.votes.voting import describe
from council.services import guard
from council.services.duties.member_duties import eligibility
from council.services.session.previous_notice import requirement_with_notice
from council.services.session.roll import Roll
from council.services.voting.vote_rules import resolve

if TYPE_CHECKING:
    from council.domain.rulings import Ruling
    from council.services.desk import Desk
    from council.services.voting.vote_rows import VoteRow


def why_ineligible(desk: Desk, vote: VoteRow) -> dict[str, Ruling]:
    """Return what the rules say of everybody whom a vote kept as not entitled, by person."""
    motion = guard.row(desk, "motion", vote.motion_uid)
    topic = Roll(desk, motion["meeting_uid"]).topic(motion["item_uid"])
    if topic is None:
        return {}
    return {one: eligibility(desk, one, topic, vote.at) for one in vote.ineligible}


def usual_requirement(desk: Desk, motion_uid: str) -> tuple[Message, str]:
    """Return what the rules of the day ask of a motion, previous notice considered; the source."""
    motion = guard.row(desk, "motion", motion_uid)
    roll = Roll(desk, motion["meeting_uid"])
    rule = roll.rules.find(f"motion.{motion['kind']}")
    if rule is None or not rule.known:
        return Message("in_order.no_rule"), rule.source if rule else ""
    if not rule.value.is_voted_on:
        return Message(f"order.vote_{rule.value.vote}"), rule.source
    found = resolve(roll.rules, requirement_with_notice(desk, roll, motion), motion["kind"])
    if found.requirement is None:
        return Message("in_order.no_rule"), found.source
    return describe(found.requirement), found.source
