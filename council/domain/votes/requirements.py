"""What a vote must reach, and how the record format and the rule packs write it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from council.domain.messages import InputRefused, Message


class Base(StrEnum):
    """What a fraction is taken of."""

    VOTES_CAST = "votes_cast"  # yes and no
    VOTES_CAST_AND_ABSTENTIONS = "votes_cast_and_abstentions"
    PRESENT_ENTITLED = "present_entitled"  # present, less recused and ineligible
    PRESENT = "present"  # all members present
    MEMBERS_IN_OFFICE = "members_in_office"  # seats filled on the day
    ENTITLED = "entitled"  # members in office, less recused and ineligible on the item
    SEATS = "seats"  # fixed seats, vacant ones too


@dataclass(frozen=True, slots=True)
class Requirement:
    """More than (strict) or at least a fraction of a base.

    With ``minimum_yes`` fewer yes than that never carry.
    """

    fraction: Fraction
    strict: bool
    base: Base
    minimum_yes: int | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Enough when any part is met."""

    parts: tuple[AnyRequirement, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Enough only when every part is met."""

    parts: tuple[AnyRequirement, ...]


AnyRequirement: TypeAlias = Requirement | AnyOf | AllOf


LONGEST_FRACTION = 40
"""Letters of a fraction; Python itself refuses numbers of some thousand digits."""

_KEYS = frozenset({"fraction", "strict", "base", "minimum_yes"})


def requirement_from_data(data: object) -> AnyRequirement:
    """Read ``{"fraction": "1/2", "strict": true, "base": …, "minimum_yes"?}`` or any_of / all_of.

    Raises InputRefused ``error.requirement`` with ``key`` and ``reason`` (a Message).
    """
    if not isinstance(data, Mapping):
        raise _refused("requirement", "not_a_table")
    for key, kind in (("any_of", AnyOf), ("all_of", AllOf)):
        if key in data:
            return kind(_parts(data, key))
    if unknown := sorted(set(data) - _KEYS):
        raise _refused(unknown[0], "unknown_key")
    strict = data.get("strict")
    if not isinstance(strict, bool):
        raise _refused("strict", "not_true_or_false")
    fraction = _fraction(data.get("fraction"), strict=strict)
    try:
        base = Base(str(data.get("base")))
    except ValueError:
        raise _refused("base", "unknown_base", value=data.get("base")) from None
    minimum = data.get("minimum_yes")
    if minimum is not None and (type(minimum) is not int or minimum < 1):
        raise _refused("minimum_yes", "not_positive")
    return Requirement(fraction, strict, base, minimum)


def requirement_to_data(requirement: AnyRequirement) -> dict[str, Any]:
    """Return the requirement as the record format writes it, keys in schema order."""
    match requirement:
        case AnyOf(parts):
            return {"any_of": [requirement_to_data(part) for part in parts]}
        case AllOf(parts):
            return {"all_of": [requirement_to_data(part) for part in parts]}
    fraction = requirement.fraction
    data: dict[str, Any] = {
        "fraction": f"{fraction.numerator}/{fraction.denominator}",
        "strict": requirement.strict,
        "base": requirement.base.value,
    }
    if requirement.minimum_yes is not None:
        data["minimum_yes"] = requirement.minimum_yes
    return data


def read_fraction(value: object) -> Fraction | None:
    """Read ``"2/3"`` exactly; None for anything else, floats too."""
    if not isinstance(value, str) or len(value) > LONGEST_FRACTION:
        return None
    top, slash, bottom = value.partition("/")
    digits = (top + bottom).isascii() and top.isdigit() and bottom.isdigit()
    return Fraction(int(top), int(bottom)) if slash and digits and int(bottom) else None


def _fraction(value: object, *, strict: bool) -> Fraction:
    fraction = read_fraction(value)
    if fraction is None:
        raise _refused("fraction", "not_a_fraction", value=value)
    if not 0 < fraction <= 1:
        raise _refused("fraction", "out_of_range", value=value)
    if strict and fraction == 1:
        raise _refused("fraction", "more_than_all", value=value)
    return fraction


def _parts(data: Mapping[str, Any], key: str) -> tuple[AnyRequirement, ...]:
    parts = data[key]
    if len(data) > 1 or not isinstance(parts, list) or not parts:
        raise _refused(key, "not_a_list")
    return tuple(requirement_from_data(part) for part in parts)


def _refused(key: str, reason: str, **params: Any) -> InputRefused:
    return InputRefused("error.requirement", key=key, reason=Message(f"reason.{reason}", params))
