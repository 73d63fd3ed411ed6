"""What the record shows against the rules of a meeting's day: never errors, warnings and notes.

A rule that still has to be confirmed by the council gives a note. Where a file keeps no notices (or
no publications) at all, as after an import, nothing is said of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.duties.meeting_duties import judge_named
from council.domain.findings import Finding
from council.domain.messages import Message
from council.domain.vocabulary import MeetingState, Method, MotionKind, Outcome, Severity
from council.domain.votes.vote_checks import CAST
from council.services.advice import list_advice
from council.services.duties import duty_facts as facts
from council.services.duties.late_items import has_ground, late_ruling
from council.services.duties.member_duties import eligibility
from council.services.duties.minutes_duties import minutes_deadlines
from council.services.duties.notices import deadline_row
from council.services.session import motion_advice, opening
from council.services.voting import vote_advice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.domain.rulings import Ruling
    from council.services.desk import Desk
    from council.services.session.motion_rows import MotionRow
    from council.services.session.roll import Roll
    from council.services.voting.vote_rows import VoteRow

_BEGUN = frozenset({MeetingState.IN_SESSION, MeetingState.HELD})
_DECIDED = frozenset({Outcome.CARRIED, Outcome.LOST})
_ADVICE = frozenset({motion_advice.OUT_OF_ORDER, motion_advice.RECONSIDER_MOVER, opening.NO_QUORUM})
"""Advice that becomes a finding; a missing second is cured once the vote is taken (RONR §4)."""
_TOLD = frozenset({"in_order.third_degree", "in_order.no_quorum"})
"""What the checks of motions and votes tell themselves."""


def duty_findings(desk: Desk, roll: Roll, motions: Sequence[MotionRow]) -> list[Finding]:
    """Return what one meeting's record shows against the rules of its day."""
    if roll.meeting["state"] not in _BEGUN:
        return []
    return [
        *_notice(desk, roll),
        *_late_items(desk, roll, motions),
        *_votes(desk, roll, motions),
        *_minutes(desk, roll),
        *_advice(desk, roll),
    ]


def _found(where: str, code: str, ruling: Ruling, severity: Severity | None = None) -> Finding:
    weight = severity or (Severity.WARNING if ruling.verified else Severity.NOTE)
    params = {"why": ruling.message, "source": ruling.source}
    name = "finding.duty" if ruling.source else "finding.duty_plain"
    return Finding(weight, where, code, Message(name, params))


def _kept(desk: Desk, table: str) -> bool:
    """Tell whether the file has any such record at all."""
    return desk.conn.memo.get(("any", table), (table,), lambda: rows.count(desk.conn, table) > 0)


def _notice(desk: Desk, roll: Roll) -> Iterator[Finding]:
    if not _kept(desk, "notice"):
        return
    row = deadline_row(desk, roll.meeting, roll.rules)
    if row is None:
        return
    where = f"meetings/{roll.uid}"
    if row.ruling.holds is False:
        yield _found(where, "notice_late", row.ruling)
    if row.places is not None and row.places.holds is False:
        yield _found(where, "notice_places", row.places, Severity.NOTE)


def _late_items(desk: Desk, roll: Roll, motions: Sequence[MotionRow]) -> Iterator[Finding]:
    """Yield the late items that were decided without a ground on record."""
    grounded = {
        one.item_uid
        for one in list_advice(desk, roll.uid)
        if one.code == vote_advice.LATE_ITEM and one.followed
    }
    decided = {
        motion.item_uid: motion.decided_at
        for motion in reversed(motions)
        if motion.item_uid and motion.kind == MotionKind.MAIN and motion.outcome in _DECIDED
    }
    for item, at in decided.items():
        known = item in grounded or has_ground(desk, item)
        ruling = None if known else late_ruling(desk, roll, item, at)
        if ruling is not None and ruling.holds is False:
            yield _found(f"meetings/{roll.uid}/agenda/{item}", "late_item", ruling)


def _votes(desk: Desk, roll: Roll, motions: Sequence[MotionRow]) -> Iterator[Finding]:
    by_member = facts.known(roll.rules, "vote_by_member")
    topics = {
        one["uid"]: one["topic"]
        for one in rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid, topic=rows.GIVEN)
    }
    for motion in motions:
        for vote in motion.votes:
            where = f"meetings/{roll.uid}/motions/{motion.uid}/votes/{vote.uid}"
            if by_member is not None and by_member.value and vote.declared:
                yield from _named(vote, by_member, where)
            if topics.get(motion.item_uid):
                yield from _eligible(desk, vote, topics[motion.item_uid], roll, where)


def _named(vote: VoteRow, rule: facts.Rule, where: str) -> Iterator[Finding]:
    method = Method(vote.method)
    if method is not Method.SHOW_OF_HANDS:
        return  # a roll call has names, and of the other ways the check of the vote tells
    against = vote.counts is None or vote.counts.no or vote.counts.abstain
    unanimous = vote.unanimous or not against
    ruling = judge_named(method, named=bool(vote.ballots), unanimous=unanimous, **rule.said)
    if ruling.holds is False:
        yield _found(where, "votes_not_named", ruling, Severity.NOTE)


def _eligible(desk: Desk, vote: VoteRow, topic: str, roll: Roll, where: str) -> Iterator[Finding]:
    """Yield the members who voted on a topic on which they may not vote."""
    for ballot in vote.ballots:
        if ballot.choice not in CAST:
            continue
        ruling = eligibility(desk, ballot.person_uid, topic, vote.at or roll.day)
        if ruling.holds is False:
            params = {"name": ballot.name, "why": ruling.message, "source": ruling.source}
            severity = Severity.WARNING if ruling.verified else Severity.NOTE
            message = Message("finding.ineligible_vote", params)
            yield Finding(severity, where, "ineligible_vote", message)


def _minutes(desk: Desk, roll: Roll) -> Iterator[Finding]:
    if _kept(desk, "publication"):
        for one in minutes_deadlines(desk, roll.uid):
            if one.ruling.holds is False:
                yield _found(f"meetings/{roll.uid}/minutes", "minutes_late", one.ruling)


def _advice(desk: Desk, roll: Roll) -> Iterator[Finding]:
    """Yield what was done against advice that nothing else tells, such as a motion out of order."""
    for one in list_advice(desk, roll.uid):
        told = one.code not in _ADVICE or one.message.code in _TOLD
        if one.followed is False and not told:
            where = f"meetings/{roll.uid}"
            if one.motion_uid:
                where += f"/motions/{one.motion_uid}"
            severity = Severity.WARNING if one.verified else Severity.NOTE
            name = "finding.duty" if one.source else "finding.duty_plain"
            params = {"why": one.message, "source": one.source}
            yield Finding(severity, where, one.code, Message(name, params))
