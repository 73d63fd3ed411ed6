"""What the rules of a day say of one vote: its requirement, its counting, its method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from council.domain.duties import meeting_duties as duties
from council.domain.duties.duty_rules import RollCallRule, RollCallWhen
from council.domain.rules.book import RuleNotKnown
from council.domain.rules.values import SecretBallot
from council.domain.vocabulary import BodyKind, Choice, Method, MotionKind
from council.domain.votes.chair import SMALL_BOARD, ChairVote, Question, chair_vote
from council.domain.votes.requirements import AllOf, AnyOf, AnyRequirement, Requirement
from council.domain.votes.tallies import TIE_UNKNOWN, Counting, Tally
from council.domain.votes.vote_checks import WITHOUT_QUORUM
from council.domain.votes.voting import requirement_from_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from council.domain.rules.book import RuleBook
    from council.domain.rulings import Ruling
    from council.domain.votes.vote_checks import CheckedVote
    from council.services.session.roll import Roll

PLAIN = Counting()
_COMMITTEES = frozenset({BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE, BodyKind.WORKING_GROUP})
_ANY_WAY = RollCallRule()


class Resolved(NamedTuple):
    """What a vote must reach, what a tie means and the source.

    ``requirement`` is None when the rules of the day do not tell it; ``name`` is what they call it.
    """

    requirement: AnyRequirement | None
    tie: str
    source: str
    name: str = ""


def resolve(rules: RuleBook, wanted: Any, kind: str) -> Resolved:
    """Return what a vote must reach by the rules of a day.

    ``wanted`` is a name of the rules, a requirement, an object of the record format, or None for
    what the rules say of the motion's kind. InputRefused when the rules know no such name.
    """
    tie = tie_of(rules, kind)
    if isinstance(wanted, Requirement | AnyOf | AllOf):
        return Resolved(wanted, tie, "")
    if wanted is not None and not isinstance(wanted, str):
        return Resolved(requirement_from_data(wanted), tie, "")
    try:
        name = wanted or name_for(rules, kind)
    except RuleNotKnown:
        return Resolved(None, tie, "")
    found = rules.find(f"requirement.{name}")
    if found is None:
        found = rules.get(f"requirement.{name}")
    return Resolved(found.value, tie, found.source, name)


def name_for(rules: RuleBook, kind: str) -> str:
    """Return the name of the requirement of a kind of motion.

    What the rules leave to the chair or to a demand is decided by a majority if it is put to the
    vote all the same.
    """
    motion = rules.motion(kind)
    return motion.vote if motion.is_voted_on else "majority"


def tie_of(rules: RuleBook, kind: str) -> str:
    """Return what a tie means for a kind of motion, ``TIE_UNKNOWN`` where no rule says it."""
    try:
        return str(rules.tie_for(kind))
    except RuleNotKnown:
        return TIE_UNKNOWN


def counting_of(rules: RuleBook) -> Counting:
    """Return how abstaining and silence count; what nobody says is ignored."""
    abstain, silence = rules.value_of("vote.abstain"), rules.value_of("vote.silence")
    if abstain is None and silence is None:
        return PLAIN
    return Counting(str(abstain or PLAIN.abstain), str(silence or PLAIN.silence))


def counting_to_data(counting: Counting) -> dict[str, str] | None:
    """Return the counting as a vote keeps it: nothing where only yes and no count."""
    if counting == PLAIN:
        return None
    return {"abstain": counting.abstain, "silence": counting.silence}


def counting_from_data(data: Mapping[str, Any] | None) -> Counting:
    """Read what a vote kept; one that kept nothing counts only yes and no."""
    return Counting(data["abstain"], data["silence"]) if data else PLAIN


def lawful_without_quorum(rules: RuleBook) -> frozenset[str]:
    """Return the kinds of motion that may be decided without a quorum."""
    kinds: tuple[MotionKind, ...] | None = rules.value_of("without_quorum")
    return WITHOUT_QUORUM if kinds is None else frozenset(kind.value for kind in kinds)


def method_ruling(roll: Roll, method: str, at: datetime | None) -> Ruling:
    """Return what the rules of the meeting's day say of a way of voting at a moment."""
    rules = roll.rules
    forbidden = rules.value_of("secret_ballot") == SecretBallot.FORBIDDEN
    by_name: RollCallRule = rules.value_of("roll_call") or _ANY_WAY
    remote = by_name.mandatory is RollCallWhen.REMOTE and roll.anybody_remote(at)
    telling = rules.find("vote_by_member")
    if method == Method.SECRET_BALLOT and forbidden:
        telling = rules.find("secret_ballot")
    elif by_name.mandatory is RollCallWhen.ALWAYS or remote:
        telling = rules.find("roll_call")
    return duties.judge_method(
        Method(method),
        secret="forbidden" if forbidden else "allowed",
        roll_call=by_name,
        remote=remote,
        by_member=bool(rules.value_of("vote_by_member")),
        source=telling.source if telling else "",
        verified=telling.verified if telling else True,
    )


def may_chair_vote(roll: Roll, vote: CheckedVote) -> ChairVote:
    """Say whether whoever presides may vote, and whether that would decide."""
    rule = roll.rules.find("chair_votes")
    chair = roll.meeting["presiding_uid"]
    given = (one for one in vote.ballots if one.person == chair and not one.casting)
    small = roll.body["kind"] in _COMMITTEES or 0 < (vote.room.present or 0) <= SMALL_BOARD
    asked = Question(
        chair_votes=rule.value if rule else None,
        requirement=vote.rule,
        tally=vote.tally() or Tally(0, 0),
        room=vote.room,
        method=Method(vote.method),
        tie=vote.tie,
        counting=vote.counting,
        voted=any(one.choice in _VOTED for one in given),
        small_board=small,
    )
    return chair_vote(
        asked, source=rule.source if rule else "", verified=rule.verified if rule else True
    )


_VOTED = frozenset({Choice.YES.value, Choice.NO.value, Choice.ABSTAIN.value})
