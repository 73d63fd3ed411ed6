"""Whether enough members are present to act; asked anew at every arrival and departure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from council.domain.messages import Message
from council.domain.vocabulary import Mode
from council.domain.votes.presence import counts_over_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from council.domain.votes.presence import Span

IN_PERSON = "in_person"
"""The rule ``quorum_presence`` by which only those in the room count."""


class QuorumKind(StrEnum):
    """How the needed number is found."""

    MAJORITY = "majority"  # more than half of the base
    FRACTION = "fraction"  # at least a fraction of the base
    FIXED = "fixed"  # a stated number
    SEATS_TABLE = "seats_table"  # a number a step of the base


class QuorumBase(StrEnum):
    """What the needed number is taken of."""

    SEATS = "seats"  # vacant ones too
    MEMBERS_IN_OFFICE = "members_in_office"
    ENTITLED_ON_ITEM = "entitled_on_item"  # less those recused or ineligible


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


class QuorumVerdict(NamedTuple):
    """``met`` is None when it cannot be determined; ``present`` is the number that counts.

    ``elsewhere`` counts those who take part but not in the room, where the rule leaves them out.
    """

    met: bool | None
    needed: int | None
    present: int
    base: int | None
    source: str = ""
    rule: QuorumRule | None = None
    missing: str = ""
    elsewhere: int = 0

    @property
    def message(self) -> Message:
        """Return the sum in words."""
        if self.rule is None:
            return Message("quorum.rule_unknown")
        if self.needed is None or self.missing:
            missing = Message(f"base_unknown.{self.missing}")
            return Message(
                "quorum.unknown", {"rule": describe_quorum(self.rule), "missing": missing}
            )
        message = _sum(self.rule, self.base, self.needed, self.present)
        if self.elsewhere:
            return Message("quorum.in_room", {"sum": message, "count": self.elsewhere})
        return message


class QuorumChange(NamedTuple):
    """From when on a quorum is met or not; without a moment from before the first that is known."""

    at: datetime | None
    met: bool | None
    present: int


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
            number = -(-rule.fraction.numerator * base // rule.fraction.denominator)
        case QuorumKind.SEATS_TABLE:
            steps = [step for step in rule.table if base >= step[0]]
            number = max(steps)[1] if steps else 0
    return max(number, rule.floor)


def judge_quorum(
    rule: QuorumRule | None,
    present: int,
    *,
    members_in_office: int | None,
    seats: int | None,
    entitled_on_item: int | None = None,
    in_person: int | None = None,
    presence: str = "any",
    source: str = "",
) -> QuorumVerdict:
    """Say whether the members present are a quorum; None is a rule not known on that day.

    With ``presence`` "in_person" only those in the room count: ``in_person`` of ``present``.
    """
    if rule is None:
        return QuorumVerdict(None, None, present, None, source)
    numbers = {
        QuorumBase.SEATS: seats,
        QuorumBase.MEMBERS_IN_OFFICE: members_in_office,
        QuorumBase.ENTITLED_ON_ITEM: entitled_on_item,
    }
    base = numbers[rule.base]
    needed = needed_for(rule, base)
    if needed is None:
        missing = "stated" if rule.kind is QuorumKind.FIXED else rule.base.value
        return QuorumVerdict(None, None, present, base, source, rule, missing)
    if presence != IN_PERSON:
        return QuorumVerdict(present >= needed, needed, present, base, source, rule)
    if in_person is None:
        return QuorumVerdict(None, needed, present, base, source, rule, IN_PERSON)
    met, elsewhere = in_person >= needed, present - in_person
    return QuorumVerdict(met, needed, in_person, base, source, rule, elsewhere=elsewhere)


def quorum_changes(
    rule: QuorumRule | None,
    stays: Iterable[Sequence[Span]],
    *,
    members_in_office: int | None,
    seats: int | None,
    entitled_on_item: int | None = None,
    presence: str = "any",
) -> tuple[QuorumChange, ...]:
    """Return the quorum at first and at every moment at which it was won or lost.

    ``stays`` are the stretches of time of each voting member; who comes as another goes leaves the
    quorum as it was.
    """
    mode = Mode.IN_PERSON.value if presence == IN_PERSON else None
    found: list[QuorumChange] = []
    for at, count in counts_over_time(stays, mode):
        met = judge_quorum(
            rule, count, members_in_office=members_in_office, seats=seats,
            entitled_on_item=entitled_on_item,
        ).met  # fmt: skip
        if not found or met != found[-1].met:
            found.append(QuorumChange(at, met, count))
    return tuple(found)


def describe_quorum(rule: QuorumRule) -> Message:
    """Name the rule: ``Quorum: a majority of the members in office``."""
    base = Message(f"base.{rule.base}")
    match rule.kind:
        case QuorumKind.FIXED:
            return Message("quorum.fixed", {"count": max(rule.fixed or 0, rule.floor)})
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
