"""Two packs side by side: what each says of every rule that either of them has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.services.rules.groups import group_of, in_reading_order
from council.services.rules.lines import say_value
from council.services.rules.sentences import abstain_of, label

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.domain.rules.layers import Rules
    from council.domain.rules.values import Value


@dataclass(frozen=True, slots=True)
class Side:
    """What one pack says of a rule."""

    sentence: Message
    source: str
    verified: bool
    known: bool = True


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One rule of two packs; a side is None when its pack says nothing."""

    key: str
    group: str
    label: Message
    one: Side | None
    other: Side | None
    differs: bool


def compare(one: Rules, other: Rules) -> list[CompareRow]:
    """Return all rules of both, in reading order; equal ones are marked, not left out."""
    theirs = other.keys()
    keys = (*one.keys(), *(key for key in theirs if one.find(key) is None))
    return [_row(key, one, other) for key in in_reading_order(keys, one)]


def _row(key: str, one: Rules, other: Rules) -> CompareRow:
    first, second = one.find(key), other.find(key)
    return CompareRow(
        key=key,
        group=group_of(key),
        label=label(key),
        one=_side(key, first, one),
        other=_side(key, second, other),
        differs=_told(key, first, one) != _told(key, second, other),
    )


def _side(key: str, value: Value | None, rules: Rules) -> Side | None:
    if value is None:
        return None
    return Side(say_value(key, value, rules), value.source, value.verified, value.known)


def _told(key: str, value: Value | None, rules: Rules) -> object:
    """Return what makes a rule the same as another: its value, and how abstentions count in it."""
    if value is None or not value.known:
        return None
    return value.value, abstain_of(rules) if key.startswith("requirement.") else ""
