"""What a vote amounts to, in whole numbers and exact fractions.

A requirement is a fraction of a base, *more than* (strict) or *at least*, with an optional least
number of yes. Bases are those of the record format. Nothing is carried without at least one yes,
and a base that is not known gives ``cannot_be_determined``, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeAlias

from council.domain.messages import Message
from council.domain.requirements import (
    AllOf,
    AnyOf,
    AnyRequirement,
    Base,
    Requirement,
    requirement_from_data,
    requirement_to_data,
)
from council.domain.vocabulary import Choice, Method

__all__ = [
    "AllOf", "AnyOf", "AnyRequirement", "Base", "Requirement", "Room", "Running", "Tally", "Tie",
    "Verdict", "VerdictOutcome", "base_number", "chair_can_decide", "describe", "judge",
    "least_yes", "requirement_from_data", "requirement_to_data", "running",
]  # fmt: skip

VerdictOutcome: TypeAlias = Literal["carried", "lost", "cannot_be_determined"]


class Tie(StrEnum):
    """What a rule makes of as many yes as no."""

    LOST = "lost"
    CHAIR_CASTING = "chair_casting"
    CHAIR_SUSTAINED = "chair_sustained"  # an appeal: yes lets the chair's ruling stand


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
    """Counted votes; none may be negative (ValueError)."""

    yes: int
    no: int
    abstain: int = 0
    not_voting: int = 0

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstain, self.not_voting) < 0:
            raise ValueError("a count is negative")

    def plus(self, choice: Choice, count: int = 1) -> Tally:
        """Return the tally with more votes of one choice (yes, no, abstain or not_voting)."""
        return replace(self, **{choice.value: getattr(self, choice.value) + count})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule makes of a vote.

    ``needs`` is the least number of yes that carries with this base, ``has`` the yes there are. In
    an appeal both count the no that would overturn the ruling. ``message`` is the whole sum in
    words, ``base_message`` only what the fraction was taken of.
    """

    outcome: VerdictOutcome
    tied: bool
    base: int | None
    needs: int | None
    has: int
    message: Message
    base_message: Message
    source: str = ""


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


def base_number(base: Base, tally: Tally, room: Room) -> int | None:
    """Return the number a fraction of the base is taken of, None when it is not known."""
    if base is Base.VOTES_CAST:
        return tally.yes + tally.no
    if base is Base.VOTES_CAST_AND_ABSTENTIONS:
        return tally.yes + tally.no + tally.abstain
    number: int | None = getattr(room, base.value)
    return number


def least_yes(requirement: Requirement, base: int) -> int:
    """Return the least number of yes that carries when the base is this number; never below one."""
    part = requirement.fraction * base
    whole = part.numerator // part.denominator
    if requirement.strict or whole < part:
        whole += 1
    return max(whole, requirement.minimum_yes or 0, 1)


def judge(
    requirement: AnyRequirement,
    tally: Tally,
    room: Room,
    *,
    method: Method,
    tie: str = "lost",
    casting: Choice | None = None,
    source: str = "",
) -> Verdict:
    """Say what the requirement makes of the vote.

    ``tally`` leaves the casting vote out; it counts only after a tie, where ``tie`` is
    ``chair_casting``. In an appeal (``chair_sustained``) yes lets the ruling stand, and it stands
    unless the no meet the requirement.
    """
    if method is Method.NO_OBJECTION:
        return _uncounted("carried", "verdict.no_objection", tally, source)
    if method is Method.VOICE:
        return _uncounted("cannot_be_determined", "verdict.voice", tally, source)
    tied = tally.yes == tally.no and tally.yes > 0
    if tie == Tie.CHAIR_SUSTAINED:
        return _judge_appeal(requirement, tally, room, tied, source)
    if tied and tie == Tie.CHAIR_CASTING and casting in (Choice.YES, Choice.NO):
        sums = _weigh(requirement, tally.plus(casting), room)
        cast = Message("verdict.casting", {"choice": Message(f"verdict.vote_{casting.value}")})
        return _verdict(sums, tied, source, cast)
    sums = _weigh(requirement, tally, room)
    note: Message | None = None
    if tied and sums.outcome == "lost":
        note = Message("verdict.tie_casting" if tie == Tie.CHAIR_CASTING else "verdict.tie_lost")
    elif tally.yes == 0:
        note = Message("verdict.nobody_yes")
    return _verdict(sums, tied, source, note)


def chair_can_decide(
    requirement: AnyRequirement, tally: Tally, room: Room, *, tie: str = "lost"
) -> frozenset[Choice]:
    """Return the votes by which the chair, who has not voted yet, would change the outcome.

    A chair who votes only when it decides (RONR) votes yes at 10/10 or no at 11/10.
    """

    def outcome(counted: Tally) -> str:
        return judge(requirement, counted, room, method=Method.SHOW_OF_HANDS, tie=tie).outcome

    now = outcome(tally)
    return frozenset(
        choice for choice in (Choice.YES, Choice.NO) if outcome(tally.plus(choice)) != now
    )


def running(
    requirement: AnyRequirement, tally_so_far: Tally, room: Room, left: int, *, tie: str = "lost"
) -> Running:
    """Say what can still change when ``left`` people have not answered yet."""

    def after(yes: int) -> VerdictOutcome:
        tally = tally_so_far.plus(Choice.YES, yes).plus(Choice.NO, left - yes)
        return judge(requirement, tally, room, method=Method.ROLL_CALL, tie=tie).outcome

    best, worst = after(left), after(0)
    if "cannot_be_determined" in (best, worst):
        return Running(False, None, None, left, Message("running.unknown", {"left": left}))
    if best == worst:
        enough = 0 if best == "carried" else None
        code = f"running.settled_{best}"
        return Running(True, best, enough, left, Message(code, {"left": left}))
    more = next(yes for yes in range(left + 1) if after(yes) == "carried")
    params = {"left": left, "more": more}
    return Running(False, None, more, left, Message("running.open", params))


# --- the sums ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sums:
    outcome: VerdictOutcome
    base: int | None
    needs: int | None
    has: int
    message: Message
    base_message: Message


def _weigh(requirement: AnyRequirement, tally: Tally, room: Room, side: str = "yes") -> _Sums:
    if isinstance(requirement, Requirement):
        return _weigh_one(requirement, tally, room, side)
    parts = [_weigh(part, tally, room, side) for part in requirement.parts]
    enough: VerdictOutcome = "carried" if isinstance(requirement, AnyOf) else "lost"
    outcome = _combine([part.outcome for part in parts], enough)
    telling = [part for part in parts if part.outcome == outcome]
    known = [part for part in telling if part.needs is not None]
    least = isinstance(requirement, AnyOf)
    shown = (min if least else max)(known or telling, key=lambda part: part.needs or 0)
    code = "verdict.any_of" if least else "verdict.all_of"
    message = parts[-1].message
    for part in reversed(parts[:-1]):
        message = Message(code, {"first": part.message, "rest": message})
    return replace(shown, outcome=outcome, message=message)


def _combine(outcomes: list[VerdictOutcome], enough: VerdictOutcome) -> VerdictOutcome:
    if enough in outcomes:
        return enough
    if "cannot_be_determined" in outcomes:
        return "cannot_be_determined"
    return "lost" if enough == "carried" else "carried"


def _weigh_one(requirement: Requirement, tally: Tally, room: Room, side: str) -> _Sums:
    base = base_number(requirement.base, tally, room)
    rule = describe(requirement)
    has = tally.yes
    if base is None:
        code = f"base_unknown.{requirement.base}"
        message = Message("verdict.unknown", {"rule": rule, "missing": Message(code)})
        return _Sums("cannot_be_determined", None, None, has, message, Message(code))
    needs = least_yes(requirement, base)
    base_message = Message(f"base_count.{requirement.base}", {"count": base})
    params = {
        "rule": rule,
        "base": base_message,
        "share": _share(requirement),
        "needs": needs,
        "has": Message(f"verdict.has_{side}", {"count": has}),
    }
    message = Message("verdict.sum", params)
    if requirement.minimum_yes:
        params = {"sum": message, "minimum": requirement.minimum_yes}
        message = Message("verdict.sum_minimum", params)
    outcome: VerdictOutcome = "carried" if has >= needs else "lost"
    return _Sums(outcome, base, needs, has, message, base_message)


def _judge_appeal(
    requirement: AnyRequirement, tally: Tally, room: Room, tied: bool, source: str
) -> Verdict:
    against = replace(tally, yes=tally.no, no=tally.yes)
    sums = _weigh(requirement, against, room, "no")
    if sums.outcome == "cannot_be_determined":
        return _verdict(sums, tied, source, None)
    stands = sums.outcome == "lost"
    code = "verdict.ruling_overturned"
    if stands:
        code = "verdict.tie_sustained" if tied else "verdict.ruling_stands"
    turned = replace(sums, outcome="carried" if stands else "lost")
    return _verdict(turned, tied, source, Message(code))


def _verdict(sums: _Sums, tied: bool, source: str, note: Message | None) -> Verdict:
    message = sums.message
    if note is not None:
        message = Message("verdict.with_note", {"sum": message, "note": note})
    return Verdict(
        sums.outcome, tied, sums.base, sums.needs, sums.has, message, sums.base_message, source
    )


def _uncounted(outcome: VerdictOutcome, code: str, tally: Tally, source: str) -> Verdict:
    message = Message(code)
    return Verdict(outcome, False, None, None, tally.yes, message, message, source)


# --- in words ------------------------------------------------------------------------------------

_NAMED_SHARES = {(1, 2): "half", (2, 3): "two_thirds", (3, 4): "three_quarters", (1, 1): "all"}


def _share(requirement: Requirement) -> Message:
    fraction = requirement.fraction
    manner = "more_than" if requirement.strict else "at_least"
    name = _NAMED_SHARES.get((fraction.numerator, fraction.denominator))
    if name is None:
        return Message(f"share.{manner}", {"fraction": fraction})
    return Message(f"share.{manner}_{name}")


def describe(requirement: AnyRequirement) -> Message:
    """Name the requirement: ``Majority of votes cast``, ``Two thirds of the members present``."""
    if isinstance(requirement, AnyOf | AllOf):
        code = "rule.any_of" if isinstance(requirement, AnyOf) else "rule.all_of"
        message = describe(requirement.parts[-1])
        for part in reversed(requirement.parts[:-1]):
            message = Message(code, {"first": describe(part), "rest": message})
        return message
    base = Message(f"base.{requirement.base}")
    fraction = requirement.fraction
    name = _NAMED_SHARES.get((fraction.numerator, fraction.denominator))
    if name is not None and requirement.strict == (name == "half"):
        return Message(f"rule.{name}", {"base": base})
    manner = "more_than" if requirement.strict else "at_least"
    return Message(f"rule.{manner}", {"fraction": fraction, "base": base})
