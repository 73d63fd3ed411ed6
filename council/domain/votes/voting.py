"""What a vote amounts to, in whole numbers and exact fractions.

A requirement is a fraction of a base, *more than* (strict) or *at least*, with an optional least
number of yes. Bases are those of the record format. Nothing is carried without at least one yes,
except when nobody objects, and what is not known gives ``cannot_be_determined``, never a guess.

The outcome is computed at once, its sentences only when somebody asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from council.domain.messages import Message
from council.domain.vocabulary import UNOPPOSED, Choice, Method
from council.domain.votes.requirements import (
    AllOf,
    AnyOf,
    AnyRequirement,
    Base,
    Requirement,
    requirement_from_data,
    requirement_to_data,
)
from council.domain.votes.tallies import (
    TIE_UNKNOWN,
    Abstaining,
    Counting,
    Room,
    Silence,
    Tally,
    Tie,
    VerdictOutcome,
    base_number,
    counted,
    least_yes,
    weigh,
)
from council.domain.votes.voting_words import describe, explain, explain_base, tell

__all__ = [
    "Abstaining", "AllOf", "AnyOf", "AnyRequirement", "Asked", "Base", "Counting", "Requirement",
    "Room", "Running", "Silence", "Tally", "Tie", "Verdict", "VerdictOutcome", "base_number",
    "chair_can_decide", "describe", "judge", "least_yes", "requirement_from_data",
    "requirement_to_data", "running",
]  # fmt: skip

_PLAIN = Counting()
_YES, _NO = Choice.YES, Choice.NO
_VOICE = Method.VOICE
_CASTING, _SUSTAINED = Tie.CHAIR_CASTING.value, Tie.CHAIR_SUSTAINED.value
_UNKNOWN: Final = "cannot_be_determined"
_TURNED: dict[VerdictOutcome, VerdictOutcome] = {
    "carried": "lost", "lost": "carried", _UNKNOWN: _UNKNOWN
}  # fmt: skip
_IGNORED, _AS_YES = Abstaining.IGNORED.value, Silence.AS_YES.value


class Asked(NamedTuple):
    """What a verdict was made of; ``name`` is that of the requirement, where it has one."""

    requirement: AnyRequirement | None
    tally: Tally
    room: Room
    method: Method
    tie: str
    casting: Choice | None
    counting: Counting
    name: str


class Verdict(NamedTuple):
    """What the rule makes of a vote.

    ``needs`` is the least number of yes that carries with this base, ``has`` the yes there are,
    with all that counts as a yes. In an appeal both count the no that would overturn the ruling.
    """

    outcome: VerdictOutcome
    tied: bool
    base: int | None
    needs: int | None
    has: int
    source: str
    asked: Asked

    @property
    def message(self) -> Message:
        """Return the whole sum in words."""
        return explain(self)

    @property
    def base_message(self) -> Message:
        """Return only what the fraction was taken of."""
        return explain_base(self)

    @property
    def told(self) -> Message:
        """Return what was counted, what came of it and why."""
        return tell(self)

    @property
    def cast(self) -> bool:
        """Tell whether a casting vote was counted."""
        return _is_cast(self.asked.tie, self.asked.casting, tied=self.tied)

    @property
    def casting_open(self) -> bool:
        """Tell whether a casting vote that nobody gave yet would carry the motion."""
        asked = self.asked
        if not self.tied or asked.tie != _CASTING or asked.casting is not None:
            return False
        judged = judge(
            asked.requirement, asked.tally, asked.room, method=asked.method, tie=asked.tie,
            casting=_YES, counting=asked.counting,
        )  # fmt: skip
        return judged.outcome == "carried"


@dataclass(frozen=True, slots=True)
class Running:
    """Where an unfinished vote stands.

    ``settled`` is true when nothing that is left can change ``outcome``. ``more_yes`` is how many
    of those left must vote yes when the others vote no; None when even all of them would not do.
    """

    settled: bool
    outcome: VerdictOutcome | None
    more_yes: int | None
    left: int
    message: Message


def judge(
    requirement: AnyRequirement | None,
    tally: Tally,
    room: Room,
    *,
    method: Method,
    tie: str = "lost",
    casting: Choice | None = None,
    counting: Counting = _PLAIN,
    source: str = "",
    name: str = "",
) -> Verdict:
    """Say what the requirement makes of the vote; None is one that is not known on that day.

    ``tally`` leaves the casting vote out; it counts only after a tie, where ``tie`` is
    ``chair_casting``; where that is ``TIE_UNKNOWN`` a tie is lost only if no casting vote helps.
    In an appeal (``chair_sustained``) yes lets the ruling stand, and it stands unless the no meet
    the requirement. ``name`` is what the rules call the requirement.
    """
    asked = Asked(requirement, tally, room, method, tie, casting, counting, name)
    if method in UNOPPOSED:
        return Verdict("carried", False, None, None, tally.yes, source, asked)
    if method is _VOICE or requirement is None:
        return Verdict("cannot_be_determined", False, None, None, tally.yes, source, asked)
    votes, sure = tally, True
    if counting.abstain != _IGNORED or counting.silence == _AS_YES:
        requirement, votes, sure = counted(counting, requirement, tally, room)
    tied = votes.yes == votes.no and tally.yes > 0
    if tie == _SUSTAINED:
        votes = votes.turned()
    elif casting is not None and _is_cast(tie, casting, tied=tied):
        votes = votes.plus(casting)
    outcome, base, needs, _leaf = weigh(requirement, votes, room)
    if tie == _SUSTAINED:
        outcome = _TURNED[outcome]
    elif tally.yes == 0 and outcome != _UNKNOWN:
        outcome, sure = "lost", True
    if outcome == "lost" and not sure:
        return Verdict(_UNKNOWN, tied, None, None, votes.yes, source, asked)
    if tied and tie == TIE_UNKNOWN and outcome == "lost":
        outcome = _unless_cast(requirement, votes, room)
    return Verdict(outcome, tied, base, needs, votes.yes, source, asked)


def _unless_cast(requirement: AnyRequirement, votes: Tally, room: Room) -> VerdictOutcome:
    """Return unknown for a tie that a casting vote would carry, if the rules knew one; else lost.

    One more yes of the chair does not make two thirds of as many yes as no.
    """
    return "lost" if weigh(requirement, votes.plus(_YES), room).outcome == "lost" else _UNKNOWN


def _is_cast(tie: str, casting: Choice | None, *, tied: bool) -> bool:
    return tied and tie == _CASTING and casting in (_YES, _NO)


def chair_can_decide(
    requirement: AnyRequirement | None,
    tally: Tally,
    room: Room,
    *,
    tie: str = "lost",
    counting: Counting = _PLAIN,
) -> frozenset[Choice]:
    """Return the votes by which the chair, who has not voted yet, would change the outcome.

    A chair who votes only when it decides (RONR) votes yes at 10/10 or no at 11/10.
    """

    def outcome(counted: Tally) -> str:
        return judge(
            requirement, counted, room, method=Method.SHOW_OF_HANDS, tie=tie, counting=counting
        ).outcome

    now = outcome(tally)
    return frozenset(choice for choice in (_YES, _NO) if outcome(tally.plus(choice)) != now)


def running(
    requirement: AnyRequirement | None,
    tally_so_far: Tally,
    room: Room,
    left: int,
    *,
    tie: str = "lost",
    counting: Counting = _PLAIN,
) -> Running:
    """Say what can still change when ``left`` people have not answered yet."""

    def after(yes: int) -> VerdictOutcome:
        tally = tally_so_far.plus(_YES, yes).plus(_NO, left - yes)
        return judge(
            requirement, tally, room, method=Method.ROLL_CALL, tie=tie, counting=counting
        ).outcome

    best, worst = after(left), after(0)
    if _UNKNOWN in (best, worst):
        return Running(False, None, None, left, Message("running.unknown", {"left": left}))
    if best == worst:
        enough = 0 if best == "carried" else None
        code = f"running.settled_{best}"
        return Running(True, best, enough, left, Message(code, {"left": left}))
    more = next(yes for yes in range(left + 1) if after(yes) == "carried")
    params = {"left": left, "more": more}
    return Running(False, None, more, left, Message("running.open", params))
