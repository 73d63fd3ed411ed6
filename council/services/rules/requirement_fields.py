"""The fields of a requirement: one share of a base, or two of which either or both must be met."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from council.domain.requirements import Base
from council.services.rules.field_kinds import choice, fraction, named, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """Return what stands in each field; of more than two parts the first two are shown."""
    for code in COMPOUND:
        if code in data:
            parts = [part for part in data[code] if "fraction" in part][:2]
            given = _spread_one(parts[0]) if parts else {}
            other = _spread_one(parts[-1]) if parts else {}
            return {**given, "combine": code, **{f"other.{k}": v for k, v in other.items()}}
    return {**_spread_one(data), "combine": ONE}


def _spread_one(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "strict": "more_than" if data.get("strict") else "at_least"}


def gather(given: Mapping[str, Any], _before: Any) -> dict[str, Any]:
    """Return the requirement's data."""
    first = _gather_one(given, "")
    combine = given.get("combine", ONE)
    return first if combine == ONE else {combine: [first, _gather_one(given, "other.")]}


def _gather_one(given: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "fraction": given.get(f"{prefix}fraction"),
        "strict": given.get(f"{prefix}strict") == "more_than",
        "base": given.get(f"{prefix}base"),
    }
    if given.get(f"{prefix}minimum_yes"):
        data["minimum_yes"] = given[f"{prefix}minimum_yes"]
    return data
