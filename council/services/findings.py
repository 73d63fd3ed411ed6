"""What is odd about the record of this file: it is read into plain facts for the checks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council.db import rows
from council.domain import checks
from council.domain.findings import Finding
from council.domain.messages import CouncilError, Message
from council.domain.vocabulary import Severity
from council.domain.votes.presence import Span
from council.services import guard
from council.services.duties.body_duties import body_findings
from council.services.duties.duty_findings import duty_findings
from council.services.session.motion_rows import MotionRow, read_motions
from council.services.session.roll import Roll
from council.services.session.speakers.rows import list_speakers
from council.services.voting.vote_rules import (
    counting_of,
    lawful_without_quorum,
    method_ruling,
    name_for,
    resolve,
)

if TYPE_CHECKING:
    from council.domain.rules.pack import RulePack
    from council.domain.text import Text
    from council.domain.votes.vote_checks import CheckedVote
    from council.domain.votes.voting import Counting, Verdict
    from council.services.desk import Desk
    from council.services.voting.vote_rows import VoteRow
    from council.services.voting.vote_rules import Resolved


def meeting_findings(desk: Desk, meeting_uid: str) -> list[Finding]:
    """Return what is odd about one meeting."""
    return _meeting_findings(desk, meeting_uid, _names(desk))


def _meeting_findings(desk: Desk, meeting_uid: str, names: dict[str, Text]) -> list[Finding]:
    roll = Roll(desk, meeting_uid)
    motions = read_motions(desk, rows.find(desk.conn, "motion", meeting_uid=meeting_uid))
    meeting = _checked(desk, roll, motions)
    found = _rules_once(roll, motions, checks.check_meeting(meeting, names))
    for motion in motions:
        for vote in motion.votes:
            found += _newer_pack(roll, desk.packs.get(vote.pack or ""), motion, vote)
    return found + duty_findings(desk, roll, motions)


def _rules_once(roll: Roll, motions: list[MotionRow], found: list[Finding]) -> list[Finding]:
    """Say once for a meeting, not once a vote, which rules of its day are not known."""
    where = f"meetings/{roll.uid}"
    blind: dict[str, str] = {}
    for motion in motions:
        for vote in motion.votes:
            if vote.declared and vote.resolved is None:
                place = f"{where}/motions/{motion.uid}/votes/{vote.uid}"
                blind[place] = _requirement_key(roll, motion, vote)
    keys = set(blind.values())
    quorum = roll.rules.find("quorum")
    if quorum is not None and not quorum.known and any(one.votes for one in motions):
        keys.add("quorum")
    if not keys:
        return found
    from council.services.rules.sentences import label

    params = {"date": roll.day, "rules": [label(key) for key in sorted(keys)]}
    kept = [one for one in found if one.where not in blind or one.code != "cannot_be_determined"]
    message = Message("finding.rule_not_known", params)
    return [*kept, Finding(Severity.NOTE, where, "rule_not_known", message)]


def _requirement_key(roll: Roll, motion: MotionRow, vote: VoteRow) -> str:
    """Return the rule that a vote without a known requirement falls under."""
    if isinstance(vote.requirement, str):
        return f"requirement.{vote.requirement}"
    try:
        return f"requirement.{name_for(roll.rules, motion.kind)}"
    except CouncilError:
        return f"motion.{motion.kind}"


def file_findings(desk: Desk) -> list[Finding]:
    """Return what is odd about the whole record: people, memberships, every meeting."""
    names = _names(desk)
    found = checks.check_names(list(names.items()))
    terms = [
        checks.CheckedTerm(one["uid"], guard.day_of(one, "start_on"), guard.day_of(one, "end_on"))
        for one in rows.find(desk.conn, "membership", order="uid")
    ]
    found += checks.check_terms(terms)
    for meeting in rows.find(desk.conn, "meeting", order="starts_local"):
        found += _meeting_findings(desk, meeting["uid"], names)
    return found + body_findings(desk, names)


def _names(desk: Desk) -> dict[str, Text]:
    people = rows.find(desk.conn, "person", order="uid")
    return {one["uid"]: guard.text_of(one, "name") for one in people}


def _checked(desk: Desk, roll: Roll, motions: list[MotionRow]) -> checks.CheckedMeeting:
    recesses = rows.find(desk.conn, "recess", order="from_at", meeting_uid=roll.uid)
    return checks.CheckedMeeting(
        uid=roll.uid,
        called_at=guard.moment_of(roll.meeting, "called_to_order_at"),
        adjourned_at=guard.moment_of(roll.meeting, "adjourned_at"),
        attendance=tuple(
            checks.CheckedAttendee(
                one.uid,
                one.person_uid,
                one.status,
                tuple(span.plain() for span in one.spans),
            )
            for one in roll.entries
        ),
        recesses=tuple(
            Span(guard.moment_of(one, "from_at"), guard.moment_of(one, "to_at")) for one in recesses
        ),
        turns=tuple(
            (one.uid, Span(turn.from_at, turn.to_at))
            for one in list_speakers(desk, roll.uid)
            for turn in one.turns
        ),
        members=roll.voters,
        motions=tuple(_motion(roll, one) for one in motions),
    )


def _motion(roll: Roll, one: MotionRow) -> checks.CheckedMotion:
    return checks.CheckedMotion(
        uid=one.uid,
        kind=one.kind,
        number=one.number,
        mover=one.mover_uid,
        made_at=one.made_at,
        depth=one.degree,
        votes=tuple(_vote(roll, vote) for vote in one.votes),
    )


def _vote(roll: Roll, vote: VoteRow) -> CheckedVote:
    """Return a vote with what the rules of its day say of its method and of a missing quorum."""
    ruling = None if vote.declared is None else method_ruling(roll, vote.method, vote.at)
    return replace(vote.checked, method_ruling=ruling, lawful=lawful_without_quorum(roll.rules))


def _newer_pack(
    roll: Roll, pack: RulePack | None, motion: MotionRow, vote: VoteRow
) -> list[Finding]:
    """Note a vote that the pack's present version, with the council's bylaws, judges otherwise."""
    if pack is None or vote.verdict is None or roll.rules.is_edition(vote.pack_version):
        return []
    if roll.rules.pack != vote.pack:
        return []  # the council has since chosen another pack for that day
    try:
        resolved = resolve(roll.rules, vote.requirement, motion.kind)
    except CouncilError:
        return []
    verdict = _judged_by(vote, resolved, counting_of(roll.rules))
    if verdict is None or verdict.outcome == vote.verdict.outcome:
        return []
    where = f"meetings/{motion.meeting_uid}/motions/{motion.uid}/votes/{vote.uid}"
    params = {"version": roll.rules.edition, "computed": Message(f"outcome.{verdict.outcome}")}
    return [
        Finding(
            Severity.NOTE,
            where,
            "newer_pack_differs",
            Message("finding.newer_pack_differs", params),
            vote.verdict.outcome,
            verdict.outcome,
        )
    ]


def _judged_by(vote: VoteRow, rules: Resolved, counting: Counting) -> Verdict | None:
    return replace(
        vote.checked,
        rule=rules.requirement,
        tie=rules.tie,
        source=rules.source,
        name=rules.name,
        counting=counting,
    ).verdict()
