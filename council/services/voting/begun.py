"""The row of a vote that begins: the room and the rule, and what every writer of votes needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import Method
from council.domain.votes.voting import AnyRequirement, Tally, requirement_to_data
from council.services import guard
from council.services.session.previous_notice import requirement_with_notice
from council.services.session.roll import Roll
from council.services.voting.vote_rules import Resolved, counting_of, counting_to_data, resolve

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Changes, Desk

MOST = 999_999_999
"""Weighted votes are counted in shares too; a file holds no more."""

VOTES: Changes = frozenset({"votes"})
DECIDED: Changes = frozenset({"votes", "motions", "advice"})
Counts = Tally | tuple[int, ...]
Wanted = str | Mapping[str, Any] | AnyRequirement | None


def motion_of(desk: Desk, uid: str) -> dict[str, Any]:
    """Return the motion's row; NotAllowed when it is gone or its meeting is locked."""
    motion = guard.row(desk, "motion", uid)
    guard.unlocked(desk, motion["meeting_uid"])
    return motion


def vote_of(desk: Desk, vote_uid: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the rows of a vote and of its motion, as ``motion_of`` does."""
    vote = guard.row(desk, "vote", vote_uid)
    return vote, motion_of(desk, vote["motion_uid"])


def not_secret(method: str) -> None:
    """Refuse names in a secret ballot."""
    if method == Method.SECRET_BALLOT:
        raise InputRefused("error.secret_ballot_names")


def counts_columns(counts: Counts) -> dict[str, int]:
    """Return yes, no, abstaining and not voting as columns; InputRefused for what cannot be."""
    if isinstance(counts, Tally):
        counts = (counts.yes, counts.no, counts.abstain, counts.not_voting)
    if any(number < 0 for number in counts):
        raise InputRefused("error.count_negative")
    if any(number > MOST for number in counts):
        raise InputRefused("error.count_too_great", most=MOST)
    return dict(zip(("yes", "no", "abstain", "not_voting"), (*counts, 0, 0), strict=False))


class Begun(NamedTuple):
    """The row of a vote that begins, not yet written, and what it was made of."""

    row: dict[str, Any]
    roll: Roll
    resolved: Resolved


def begin(
    desk: Desk,
    motion: Mapping[str, Any],
    method: Method,
    requirement: Wanted,
    at: datetime | None,
    *,
    unanimous: bool,
) -> Begun:
    """Return the row of a vote that begins now, with the room and the rule, not yet written."""
    roll = Roll(desk, motion["meeting_uid"])
    if requirement is None:
        requirement = requirement_with_notice(desk, roll, motion)
    resolved = resolve(roll.rules, requirement, motion["kind"])
    rule, asked = resolved.requirement, requirement
    if not isinstance(requirement, str | Mapping | None):
        asked = requirement_to_data(requirement)
    values = {
        "uid": desk.ids.new("vo"),
        "motion_uid": motion["uid"],
        "position": rows.next_position(desk.conn, "vote", motion_uid=motion["uid"]),
        "method": method.value,
        "at": desk.stamp(at),
        "requirement": asked,
        "resolved": rule and requirement_to_data(rule),
        "pack": roll.rules.pack,
        "pack_version": roll.rules.edition,
        "tie": resolved.tie,
        "counting": counting_to_data(counting_of(roll.rules)),
        "unanimous": int(unanimous) or None,
    }
    facts = roll.facts(item_uid=motion["item_uid"], at=at)
    return Begun({**values, **facts.columns()}, roll, resolved)
