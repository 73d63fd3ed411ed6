"""What the rules ask of minutes before they go out: what they hold, votes by member, who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.duties.meeting_duties import judge_named
from council.domain.duties.minutes_due import judge_fields
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import ItemKind, ItemState, MeetingState, Method, MotionKind
from council.services.advice import list_advice
from council.services.duties import duty_facts as facts
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.services.advice import AdviceRow
    from council.services.desk import Desk
    from council.services.session.motions import MotionRow
    from council.services.voting.votes import VoteRow

_COUNTED = frozenset({Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.SECRET_BALLOT})


def fields_ruling(desk: Desk, meeting_uid: str, motions: Sequence[MotionRow]) -> Ruling | None:
    """Judge whether the record has what the rules want in minutes; None when they want nothing."""
    roll = Roll(desk, meeting_uid)
    rule = facts.known(roll.rules, "minutes.required_fields")
    if rule is None:
        return None
    missing = set(_missing(desk, roll, motions))
    there = [code for code in rule.value if str(code) not in missing]
    return judge_fields(rule.value, there, **rule.said)


def _missing(desk: Desk, roll: Roll, motions: Sequence[MotionRow]) -> Iterator[str]:
    """Yield what minutes could not say yet; their heading always has kind, body, day and hour."""
    meeting = roll.meeting
    columns = {
        "number": "number",
        "place": "venue",
        "presiding": "presiding_uid",
        "secretary": "secretary_uid",
        "called_to_order": "called_to_order_at",
        "adjournment": "adjourned_at",
    }
    yield from (code for code, column in columns.items() if not meeting[column])
    if not roll.entries:
        yield from ("present", "absent", "remote")
    votes = [vote for motion in motions for vote in motion.votes]
    if any(not motion.outcome for motion in motions):
        yield "motions"
    if any(Method(vote.method) in _COUNTED and vote.counts is None for vote in votes):
        yield "tallies"
    if any(not _named(vote).holds for vote in votes):
        yield "vote_by_member"
    points = [one for one in motions if one.kind in (MotionKind.POINT_OF_ORDER, MotionKind.APPEAL)]
    if any(one.outcome and not one.ruling for one in points):
        yield "points_of_order"
    if _owes_approval(desk, roll):
        yield "previous_minutes"


def _owes_approval(desk: Desk, roll: Roll) -> bool:
    """Tell whether a regular meeting passed over the minutes of the one before it."""
    if roll.meeting["kind"] != "regular":
        return False
    found = rows.find(
        desk.conn, "meeting", order="starts_local", body_uid=roll.meeting["body_uid"],
        state=MeetingState.HELD.value,
    )  # fmt: skip
    earlier = [one for one in found if one["starts_local"] < roll.meeting["starts_local"]]
    items = rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid)
    taken = any(
        one["state"] != ItemState.STRUCK
        and (one["approves_uid"] or one["kind"] == ItemKind.APPROVAL)
        for one in items
    )
    return bool(earlier) and not taken


def _named(vote: VoteRow) -> Ruling:
    against = vote.counts is None or vote.counts.no or vote.counts.abstain
    unanimous = bool(vote.unanimous or not against)
    return judge_named(Method(vote.method), named=bool(vote.ballots), unanimous=unanimous)


def unnamed_votes(
    desk: Desk, meeting_uid: str, motions: Sequence[MotionRow]
) -> tuple[Ruling, list[MotionRow]] | None:
    """Return what the rules ask of the record of votes, and the motions whose record lacks it.

    None when they do not ask how each member voted.
    """
    rule = facts.known(Roll(desk, meeting_uid).rules, "vote_by_member")
    if rule is None or not rule.value:
        return None
    lacking = [one for one in motions if any(not _named(vote).holds for vote in one.votes)]
    code = "voting_way.each_missing" if lacking else "voting_way.each_recorded"
    return Ruling(not lacking, Message(code), **rule.said), lacking


def not_followed(desk: Desk, meeting_uid: str) -> list[AdviceRow]:
    """Return the advice of a meeting that was not followed, or of which nobody said so."""
    return [one for one in list_advice(desk, meeting_uid) if not one.followed]
