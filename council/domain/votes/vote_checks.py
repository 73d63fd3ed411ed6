"""What is odd about one vote: by its numbers, and by what the rules allow.

Nothing that happened is refused; a check never changes what was recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from council.domain.findings import Finding
from council.domain.messages import Message
from council.domain.vocabulary import UNCOUNTED, Choice, Method, MotionKind, Severity
from council.domain.votes.tallies import TIE_UNKNOWN, Counting, Room, Silence, Tally, Tie, silent
from council.domain.votes.voting import AnyRequirement, Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from council.domain.rulings import Ruling

CAST = frozenset({Choice.YES.value, Choice.NO.value, Choice.ABSTAIN.value})
"""Choices that only somebody in the room can make."""

WITHOUT_QUORUM = frozenset(
    {MotionKind.RECESS.value, MotionKind.ADJOURN.value, MotionKind.FIX_TIME.value}
)
"""What a meeting without quorum may still decide (RONR §40), where the rules name nothing else."""

NO_ROOM = Room()
PLAIN = Counting()


@dataclass(frozen=True, slots=True)
class CheckedBallot:
    """One person's choice."""

    person: str
    choice: str
    weight: int = 1
    casting: bool = False


@dataclass(frozen=True)
class CheckedVote:
    """One taking of a vote with the facts of the room at that moment.

    ``name`` is what the rules call the requirement. ``ineligible`` may not vote on the item: their
    ballots are kept, and not counted. ``method_ruling`` is what the rules say of the method,
    ``lawful`` are the kinds of motion that need no quorum.
    """

    uid: str
    method: str
    at: datetime | None = None
    rule: AnyRequirement | None = None
    counts: Tally | None = None
    ballots: tuple[CheckedBallot, ...] = ()
    unanimous: bool = False
    declared: str | None = None
    room: Room = NO_ROOM
    tie: str = "lost"
    quorum_needed: int | None = None
    quorum_present: int | None = None
    source: str = ""
    name: str = ""
    counting: Counting = PLAIN
    ineligible: frozenset[str] = frozenset()
    method_ruling: Ruling | None = None
    lawful: frozenset[str] = WITHOUT_QUORUM

    def tally(self) -> Tally | None:
        """Return what was counted: the ballots where there are any, else the numbers given."""
        return self._tally

    @cached_property
    def _tally(self) -> Tally | None:
        ordinary = [ballot for ballot in self.ballots if not ballot.casting]
        if not ordinary:
            return self.counts
        return tally_of(ballot for ballot in ordinary if ballot.person not in self.ineligible)

    def casting(self) -> Choice | None:
        """Return the casting vote, when one was given."""
        found = [ballot.choice for ballot in self.ballots if ballot.casting]
        return Choice(found[-1]) if found else None

    def verdict(self) -> Verdict | None:
        """Return what the rule gives, or None when nothing was counted."""
        return self._verdict

    @cached_property
    def _verdict(self) -> Verdict | None:
        tally = self.tally()
        method = Method(self.method)
        if self.unanimous and tally is None:
            method = Method.NO_OBJECTION
        if tally is None and method not in UNCOUNTED:
            return None
        return judge(
            self.rule,
            tally or Tally(0, 0),
            self.room,
            method=method,
            tie=self.tie,
            casting=self.casting(),
            counting=self.counting,
            source=self.source,
            name=self.name,
        )

    @property
    def short(self) -> bool:
        """Tell whether fewer were there than a quorum needs, as far as both are known."""
        needed, present = self.quorum_needed, self.quorum_present
        return needed is not None and present is not None and present < needed


def tally_of(ballots: Iterable[CheckedBallot]) -> Tally:
    """Add up ballots by their weights; recused and absent people are not counted."""
    sums = {"yes": 0, "no": 0, "abstain": 0, "not_voting": 0}
    for ballot in ballots:
        if ballot.choice in sums:
            sums[ballot.choice] += ballot.weight
    return Tally(**sums)


def figures(tally: Tally) -> str:
    """Return a tally as it is said: yes–no–abstaining."""
    return f"{tally.yes}–{tally.no}–{tally.abstain}"


def finding_of(
    severity: Severity, where: str, code: str, expected: Any = None, found: Any = None, **more: Any
) -> Finding:
    """Return a finding whose sentence has the code and takes expected, found and what is added."""
    params = {"expected": expected, "found": found, **more}
    said = {key: value for key, value in params.items() if value is not None}
    return Finding(severity, where, code, Message(f"finding.{code}", said), expected, found)


def _check_outcome(vote: CheckedVote, verdict: Verdict | None, where: str) -> Iterator[Finding]:
    if verdict is None:
        if vote.declared and vote.method != Method.VOICE:
            yield finding_of(Severity.NOTE, where, "cannot_be_determined")
        return
    if verdict.outcome not in ("carried", "lost"):
        if vote.method != Method.VOICE:
            yield finding_of(Severity.NOTE, where, "cannot_be_determined")
        return
    if vote.declared and vote.declared != verdict.outcome:
        yield Finding(
            Severity.ERROR,
            where,
            "outcome_differs",
            Message(
                "finding.outcome_differs",
                {
                    "declared": Message(f"outcome.{vote.declared}"),
                    "computed": Message(f"outcome.{verdict.outcome}"),
                    "why": verdict.message,
                },
            ),
            verdict.outcome,
            vote.declared,
        )


def _check_totals(vote: CheckedVote, where: str) -> Iterator[Finding]:
    tally, counts = vote.tally(), vote.counts
    # A casting vote may or may not have been added into the numbers.
    if tally is not None and counts is not None and counts not in (tally, tally_of(vote.ballots)):
        yield finding_of(Severity.ERROR, where, "tally_differs", figures(tally), figures(counts))
    able = vote.room.present_entitled
    if able is None:
        able = vote.room.present
    if tally is not None and able is not None:
        given = tally.yes + tally.no + tally.abstain + tally.not_voting
        if given > able:
            yield finding_of(Severity.ERROR, where, "more_votes_than_present", able, given)


def _check_rules(vote: CheckedVote, verdict: Verdict | None, where: str) -> Iterator[Finding]:
    """Yield what the rules of the vote did not allow: silence, a casting vote, the method."""
    tally = vote.tally()
    if vote.counting.silence == Silence.DISALLOWED and vote.declared and tally is not None:
        quiet = silent(tally, vote.room)
        if quiet and vote.method not in UNCOUNTED:
            yield finding_of(Severity.WARNING, where, "silence_disallowed", 0, quiet)
    if vote.casting() is not None and verdict is not None and vote.tie != TIE_UNKNOWN:
        if vote.tie != Tie.CHAIR_CASTING:
            yield finding_of(Severity.WARNING, where, "casting_without_right")
        elif not verdict.tied:
            yield finding_of(Severity.NOTE, where, "casting_without_tie")
    if vote.method_ruling is not None and vote.method_ruling.holds is False:
        yield finding_of(
            Severity.WARNING, where, "method_not_allowed", why=vote.method_ruling.message
        )


def check_numbers(
    vote: CheckedVote, kind: str, where: str, *, verdict: Verdict | None = None
) -> list[Finding]:
    """Return what is odd about a vote by its numbers alone; a verdict in hand is not made again."""
    verdict = verdict or vote.verdict()
    found = [*_check_outcome(vote, verdict, where), *_check_totals(vote, where)]
    found += _check_rules(vote, verdict, where)
    if vote.short and kind not in vote.lawful:
        needed, present = vote.quorum_needed, vote.quorum_present
        found.append(finding_of(Severity.WARNING, where, "no_quorum", needed, present))
    return found
