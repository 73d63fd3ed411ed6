"""Pieces of which sentences about rules are made: shares, bases, spans of time, names of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from council import catalogue
from council.domain.messages import Message
from council.domain.votes.requirements import (
    AllOf,
    AnyOf,
    AnyRequirement,
    Base,
    Requirement,
    read_fraction,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

Data = Mapping[str, Any]
_SHARES = {
    (1, 2): "half",
    (1, 3): "third",
    (2, 3): "two_thirds",
    (1, 4): "quarter",
    (3, 4): "three_quarters",
    (1, 1): "all",
}
#: bases that also count people who did not come
_WIDE = (Base.MEMBERS_IN_OFFICE, Base.ENTITLED, Base.SEATS)


def coded(group: str, code: object) -> Message | str:
    """Return the word of a code, or the code in plain letters when no catalogue has a word."""
    found = f"{group}.{code}"
    return Message(found) if catalogue.has(found) else str(code).replace("_", " ")


def codes(group: str, given: Sequence[object]) -> list[Message | str]:
    """Return the words of several codes."""
    return [coded(group, code) for code in given]


def chain(parts: Sequence[Message]) -> Message:
    """Join whole sentences, one after the other."""
    message = parts[-1]
    for part in reversed(parts[:-1]):
        message = Message("rule_says.two", {"first": part, "rest": message})
    return message


def share(given: Fraction | str | None) -> Message:
    """Name a fraction: half, two thirds, or the fraction itself."""
    fraction = read_fraction(given) if isinstance(given, str) else given
    if fraction is None:
        return Message("rule_share.other", {"fraction": "?"})
    name = _SHARES.get((fraction.numerator, fraction.denominator))
    if name is None:
        return Message("rule_share.other", {"fraction": fraction})
    return Message(f"rule_share.{name}")


def base(code: object) -> Message | str:
    """Name what a fraction is taken of."""
    return coded("rule_base", code)


def amount(data: Data) -> Message:
    """Say ``{amount, unit}``: 72 hours, 3 clear days."""
    return Message(f"rule_amount.{data['unit']}", {"count": data["amount"]})


def need_name(name: str) -> Message | str:
    """Name a requirement by its name in the packs."""
    return coded("requirement_name", name)


def by_vote(name: str) -> Message | str:
    """Name a requirement inside a sentence: *a majority*, *two thirds*."""
    return coded("requirement_by", name)


def need(requirement: AnyRequirement, abstain: str) -> Message:
    """Say what a requirement asks for, and what an abstention does to it.

    ``abstain`` is the rules' ``vote.abstain``: ignored, in_base or as_yes.
    """
    words = _need(requirement)
    effect = _effect(_bases(requirement), abstain)
    return Message("rule_need.with_abstain", {"need": words, "abstain": effect})


def _need(requirement: AnyRequirement) -> Message:
    if isinstance(requirement, AnyOf | AllOf):
        code = "any_of" if isinstance(requirement, AnyOf) else "all_of"
        message = _need(requirement.parts[-1])
        for part in reversed(requirement.parts[:-1]):
            message = Message(f"rule_need.{code}", {"first": _need(part), "rest": message})
        return message
    manner = "more_than" if requirement.strict else "at_least"
    if requirement.fraction == 1:
        manner = "whole"
    portion = Message(f"rule_share.{manner}", {"share": share(requirement.fraction)})
    message = Message("rule_need.share", {"share": portion, "base": base(requirement.base)})
    if requirement.minimum_yes:
        params = {"need": message, "count": requirement.minimum_yes}
        message = Message("rule_need.minimum", params)
    return message


def _bases(requirement: AnyRequirement) -> set[Base]:
    if isinstance(requirement, Requirement):
        return {requirement.base}
    return {found for part in requirement.parts for found in _bases(part)}


def _effect(bases: set[Base], abstain: str) -> Message:
    if abstain == "as_yes":
        return Message("rule_need.as_yes")
    cast = bases & {Base.VOTES_CAST}
    if cast and abstain != "in_base" and bases - {Base.VOTES_CAST}:
        return Message("rule_need.mixed")
    if cast:
        return Message("rule_need.in_base" if abstain == "in_base" else "rule_need.ignored")
    if bases & {Base.VOTES_CAST_AND_ABSTENTIONS}:
        return Message("rule_need.in_base")
    wide = bases & set(_WIDE)
    return Message("rule_need.absent_like_no" if wide else "rule_need.like_no")


def truth(code: str) -> Callable[[Any], Message]:
    """Return what says yes or no by two sentences: ``code_yes`` and ``code_no``."""
    return lambda data: Message(f"rule_says.{code}_{'yes' if data else 'no'}")


def choice(code: str) -> Callable[[Any], Message]:
    """Return what says a word of a closed list by the sentence ``code_word``."""
    return lambda data: Message(f"rule_says.{code}{data}")
