"""Whether enough members are present to act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from council.domain.messages import Message


class QuorumKind(StrEnum):
    """How the needed number is found."""

    MAJORITY = "majority"  # more than half of the base
    FRACTION = "fraction"  # at least a fraction of the base
    FIXED = "fixed"  # a stated number
    SEATS_TABLE = "seats_table"  # a number a step of the base


class QuorumBase(StrEnum):
    """What the needed number is taken of."""

    SEATS = "seats"
    MEMBERS_IN_OFFICE = "members_in_office"
    ENTITLED_ON_ITEM = "entitled_on_item"


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """A quorum rule; ``fixed`` goes with the kind fixed, ``fraction`` with fraction.

    ``table`` holds (base from, needed) pairs in rising order; ``floor`` is the least ever needed.
    """

    kind: QuorumKind = QuorumKind.MAJORITY
    base: QuorumBase = QuorumBase.MEMBERS_IN_OFFICE
    fraction: Fraction = Fraction(1, 2)
    floor: int = 1
    fixed: int | None = None
    table: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class QuorumVerdict:
    """``met`` is None when the base is not known; the message tells the sum."""

    met: bool | None
    needed: int | None
    present: int
    base: int | None
    message: Message
    source: str = ""


def needed_for(rule: QuorumRule, base: int | None) -> int | None:
    """Return how many must be present for this base; None when that is not known."""
    if rule.kind is QuorumKind.FIXED:
        return None if rule.fixed is None else max(rule.fixed, rule.floor)
    if base is None:
        return None
    match rule.kind:
        case QuorumKind.MAJORITY:
            number = base // 2 + 1
        case QuorumKind.FRACTION:
            part = rule.fraction * base
            number = -(-part.numerator // part.denominator)
        case QuorumKind.SEATS_TABLE:
            number = max((count for least, count in rule.table if base >= least), default=0)
    return max(number, rule.floor)


def judge_quorum(
    rule: QuorumRule,
    present: int,
    *,
    members_in_office: int | None,
    seats: int | None,
    entitled_on_item: int | None = None,
    source: str = "",
) -> QuorumVerdict:
    """Say whether ``present`` members are a quorum; ask anew at every arrival and departure."""
    numbers = {
        QuorumBase.SEATS: seats,
        QuorumBase.MEMBERS_IN_OFFICE: members_in_office,
        QuorumBase.ENTITLED_ON_ITEM: entitled_on_item,
    }
    base = numbers[rule.base]
    needed = needed_for(rule, base)
    if needed is None:
        missing = Message(f"base_unknown.{rule.base}")
        message = Message("quorum.unknown", {"rule": describe_quorum(rule), "missing": missing})
        return QuorumVerdict(None, None, present, base, message, source)
    met = present >= needed
    return QuorumVerdict(met, needed, present, base, _sum(rule, base, needed, present), source)


def describe_quorum(rule: QuorumRule) -> Message:
    """Name the rule: ``Quorum: a majority of the members in office``."""
    base = Message(f"base.{rule.base}")
    match rule.kind:
        case QuorumKind.FIXED:
            return Message("quorum.fixed", {"count": rule.fixed or rule.floor})
        case QuorumKind.FRACTION:
            return Message("quorum.fraction", {"fraction": rule.fraction, "base": base})
    return Message(f"quorum.{rule.kind}", {"base": base})


def _sum(rule: QuorumRule, base: int | None, needed: int, present: int) -> Message:
    fixed = rule.kind is QuorumKind.FIXED
    params: dict[str, object] = {"rule": describe_quorum(rule), "present": present}
    if not fixed:
        params |= {"needed": needed, "count": Message(f"base_count.{rule.base}", {"count": base})}
    if present < needed:
        params["missing"] = needed - present
    code = ("met" if present >= needed else "not_met") + ("_fixed" if fixed else "")
    message = Message(f"quorum.{code}", params)
    if rule.floor > 1 and not fixed:
        return Message("quorum.floor", {"sum": message, "floor": rule.floor})
    return message
