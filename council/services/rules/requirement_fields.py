"""The fields of a requirement: one share of a base, or two of which either or both must be met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from council.domain.votes.requirements import Base
from council.services.rules.field_kinds import choice, fraction, named, whole

ONE, COMPOUND = "one", ("any_of", "all_of")
_SHARE = (
    choice("strict", ("more_than", "at_least")),
    fraction("fraction"),
    named("base", "rule_base", Base),
    whole("minimum_yes", 1, optional=True),
)
_OTHER = tuple(
    replace(field, name=f"other.{field.name}", when=("combine", COMPOUND)) for field in _SHARE
)
FIELDS = (*_SHARE, choice("combine", (ONE, *COMPOUND)), *_OTHER)


def spread(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands in each field; of more than two parts two are shown, the others kept."""
    for code in COMPOUND:
        if code in data:
            parts, _kept = _shown(data[code])
            given = _spread_one(parts[0]) if parts else {}
            other = _spread_one(parts[-1]) if parts else {}
            return {**given, "combine": code, **{f"other.{k}": v for k, v in other.items()}}
    return {**_spread_one(data), "combine": ONE}


def _spread_one(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "strict": "more_than" if data.get("strict") else "at_least"}


def _shown(parts: list[Any]) -> tuple[list[Any], list[Any]]:
    """Divide parts into the first two that fields can show, and those that only stay."""
    simple = [part for part in parts if "fraction" in part][:2]
    return simple, [part for part in parts if not any(part is one for one in simple)]


def gather(given: Mapping[str, Any], before: Any) -> dict[str, Any]:
    """Return the requirement's data; parts that no field shows stay while it is combined."""
    first = _gather_one(given, "")
    combine = given.get("combine", ONE)
    if combine == ONE:
        return first
    kept: list[Any] = []
    for code in COMPOUND:
        if isinstance(before, Mapping) and code in before:
            kept = _shown(before[code])[1]
    return {combine: [first, _gather_one(given, "other."), *kept]}


def _gather_one(given: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "fraction": given.get(f"{prefix}fraction"),
        "strict": given.get(f"{prefix}strict") == "more_than",
        "base": given.get(f"{prefix}base"),
    }
    if given.get(f"{prefix}minimum_yes"):
        data["minimum_yes"] = given[f"{prefix}minimum_yes"]
    return data
