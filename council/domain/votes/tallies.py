"""The sums of a vote: what counts as a yes, what a fraction is taken of, and what that makes.

All numbers are whole; a fraction is used by its numerator and denominator, never as a float.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from council.domain.votes.requirements import AnyOf, AnyRequirement, Base, Requirement

if TYPE_CHECKING:
    from council.domain.vocabulary import Choice

VerdictOutcome: TypeAlias = Literal["carried", "lost", "cannot_be_determined"]


class Tie(StrEnum):
    """What a rule makes of as many yes as no."""

    LOST = "lost"
    CHAIR_CASTING = "chair_casting"
    CHAIR_SUSTAINED = "chair_sustained"  # an appeal: yes lets the chair's ruling stand


TIE_UNKNOWN = "unknown"
"""In place of a Tie where the rules of the day do not say what one means; no rule says this."""


class Abstaining(StrEnum):
    """What a rule makes of those who abstain."""

    IGNORED = "ignored"  # they count only where the base counts people, not votes
    IN_BASE = "in_base"  # votes cast become votes and abstentions
    AS_YES = "as_yes"


class Silence(StrEnum):
    """What a rule makes of those present and entitled who give no vote at all."""

    IGNORED = "ignored"
    AS_YES = "as_yes"  # some towns of North Carolina, unless the member is excused
    DISALLOWED = "disallowed"  # a finding; the sum is that of ignored


@dataclass(frozen=True, slots=True)
class Counting:
    """How abstaining and silence count; ValueError for a word that is not known."""

    abstain: str = Abstaining.IGNORED.value
    silence: str = Silence.IGNORED.value

    def __post_init__(self) -> None:
        Abstaining(self.abstain)
        Silence(self.silence)


@dataclass(frozen=True, slots=True)
class Room:
    """The numbers of people that a base may need; None is not known."""

    present: int | None = None
    present_entitled: int | None = None
    members_in_office: int | None = None
    entitled: int | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted votes, each with its weight; none may be negative (ValueError)."""

    yes: int
    no: int
    abstain: int = 0
    not_voting: int = 0

    def __post_init__(self) -> None:
        if self.yes < 0 or self.no < 0 or self.abstain < 0 or self.not_voting < 0:
            raise ValueError("a count is negative")

    @property
    def given(self) -> int:
        """Return how many answered: yes, no and abstaining."""
        return self.yes + self.no + self.abstain

    def plus(self, choice: Choice, count: int = 1) -> Tally:
        """Return the tally with more votes of one choice (yes, no, abstain or not_voting)."""
        return replace(self, **{choice.value: getattr(self, choice.value) + count})

    def turned(self) -> Tally:
        """Return the tally with yes and no exchanged."""
        return Tally(self.no, self.yes, self.abstain, self.not_voting)


class Weighed(NamedTuple):
    """What one requirement makes of counted votes; ``leaf`` is the part whose numbers tell it."""

    outcome: VerdictOutcome
    base: int | None
    needs: int | None
    leaf: Requirement


class Counted(NamedTuple):
    """The tally after the rules on abstaining and silence.

    ``sure`` is false when silence counts as yes and nobody knows how many were silent: then more
    yes may be missing, but never fewer.
    """

    requirement: AnyRequirement
    tally: Tally
    sure: bool


def base_number(base: Base, tally: Tally, room: Room) -> int | None:
    """Return the number a fraction of the base is taken of, None when it is not known."""
    if base is Base.VOTES_CAST:
        return tally.yes + tally.no
    if base is Base.VOTES_CAST_AND_ABSTENTIONS:
        return tally.yes + tally.no + tally.abstain
    number: int | None = getattr(room, base._value_)
    return number


def least_yes(requirement: Requirement, base: int) -> int:
    """Return the least number of yes that carries when the base is this number; never below one."""
    fraction = requirement.fraction
    whole, rest = divmod(fraction.numerator * base, fraction.denominator)
    if requirement.strict or rest:
        whole += 1
    return max(whole, requirement.minimum_yes or 1)


def silent(tally: Tally, room: Room) -> int | None:
    """Return how many of those present and entitled gave no vote; None when it is not known.

    Who is recused or ineligible is not among them. Those written down as not voting are silent
    too; where nobody knows how many were present, they are all that is known.
    """
    if room.present_entitled is None:
        return tally.not_voting or None
    return max(room.present_entitled - tally.given, tally.not_voting)


def counted(counting: Counting, requirement: AnyRequirement, tally: Tally, room: Room) -> Counted:
    """Return requirement and tally as the rules on abstaining and silence make them."""
    sure = True
    yes, abstain = tally.yes, tally.abstain
    if counting.silence == Silence.AS_YES:
        more = silent(tally, room)
        sure = more is not None
        yes += more or 0
    if counting.abstain == Abstaining.AS_YES:
        yes, abstain = yes + abstain, 0
    elif counting.abstain == Abstaining.IN_BASE:
        requirement = with_abstentions(requirement)
    if yes != tally.yes:
        tally = Tally(yes, tally.no, abstain, tally.not_voting)
    return Counted(requirement, tally, sure)


def with_abstentions(requirement: AnyRequirement) -> AnyRequirement:
    """Return the requirement with abstentions in every base of votes cast."""
    if isinstance(requirement, Requirement):
        if requirement.base is Base.VOTES_CAST:
            fraction, strict, least = (
                requirement.fraction,
                requirement.strict,
                requirement.minimum_yes,
            )
            return Requirement(fraction, strict, Base.VOTES_CAST_AND_ABSTENTIONS, least)
        return requirement
    return type(requirement)(tuple(with_abstentions(one) for one in requirement.parts))


def weigh(requirement: AnyRequirement, tally: Tally, room: Room) -> Weighed:
    """Say what the requirement makes of the tally, by numbers alone.

    Of compound parts the easiest to reach tells why an *any of* came out as it did, the hardest
    why an *all of* did.
    """
    if isinstance(requirement, Requirement):
        base = base_number(requirement.base, tally, room)
        if base is None:
            return Weighed("cannot_be_determined", None, None, requirement)
        needs = least_yes(requirement, base)
        return Weighed("carried" if tally.yes >= needs else "lost", base, needs, requirement)
    parts = [weigh(part, tally, room) for part in requirement.parts]
    return _combined(parts, any_part=isinstance(requirement, AnyOf))


def _combined(parts: list[Weighed], *, any_part: bool) -> Weighed:
    outcome = _outcome([part.outcome for part in parts], "carried" if any_part else "lost")
    telling = [part for part in parts if part.outcome == outcome]
    return (min if any_part else max)(telling, key=lambda part: part.needs or 0)


def _outcome(outcomes: list[VerdictOutcome], enough: VerdictOutcome) -> VerdictOutcome:
    """Return the outcome of which one part is enough, else unknown if any is, else the other."""
    if enough in outcomes:
        return enough
    if "cannot_be_determined" in outcomes:
        return "cannot_be_determined"
    return "lost" if enough == "carried" else "carried"
