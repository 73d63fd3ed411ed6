"""The values of rules: what each says, who says so, how far it binds, and when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from council.domain.duties.duty_rules import Notice, NoticeUnit
from council.domain.messages import CouncilError, InputRefused, Message
from council.domain.rules.keys import find_key
from council.domain.rules.kinds_motions import Debatable, MotionClass, MotionRule
from council.domain.rules.kinds_votes import ChairVotes, SecretBallot
from council.domain.text import Text

if TYPE_CHECKING:
    from datetime import date

    from council.domain.rules.parts import Reader

__all__ = [
    "Authority", "Bound", "ChairVotes", "Debatable", "Layer", "MotionClass", "MotionRule", "Notice",
    "NoticeUnit", "SecretBallot", "Value", "compare", "read", "reader_of",
]  # fmt: skip

_NO_TEXT = Text()


class Authority(StrEnum):
    """Who lays a rule down, the highest first."""

    STATUTE = "statute"
    BYLAWS = "bylaws"
    STANDING_RULES = "standing_rules"
    PARLIAMENTARY = "parliamentary"

    @property
    def rank(self) -> int:
        """The place in the order: 0 is the highest."""
        return tuple(Authority).index(self)


class Bound(StrEnum):
    """In which direction a lower layer may still go."""

    FLOOR = "floor"  # it may ask for more
    CEILING = "ceiling"  # it may allow less


@dataclass(frozen=True, slots=True)
class Value:
    """One rule: what it says (``value`` typed, ``data`` as written), who says so, and when.

    ``known`` is false on a day before the first from which the rule is known; ``value`` and
    ``data`` are then None. ``verified`` is false for what the council must confirm; ``overridden``
    for what is its own, which perhaps has an ``article`` and a ``reason``. ``effective_to`` is the
    last day on which the value holds.
    """

    value: Any
    data: Any
    source: str
    verified: bool
    effective_from: date | None = None
    effective_to: date | None = None
    overridden: bool = False
    authority: Authority = Authority.PARLIAMENTARY
    bound: Bound | None = None
    known: bool = True
    article: str = ""
    reason: Text = _NO_TEXT

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the value is in force on a day; without a day, whether it has no end."""
        if day is None:
            return self.effective_to is None
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one layer says of a key: ``pack`` is a pack's uid or ``bylaws``.

    Of all layers exactly one binds; ``why`` tells of each other one why it does not.
    """

    pack: str
    authority: Authority
    value: Value
    binds: bool
    why: Message | None = None


def reader_of(key: str) -> Reader | None:
    """Return what reads the data of a key such as ``motion.amend``; None when it is unknown."""
    found = find_key(key)
    return found.read if found else None


def read(key: str, data: Any) -> Any:
    """Return the typed value of a key's data; raises InputRefused with ``key`` and ``reason``."""
    reader = reader_of(key)
    if reader is None:
        raise InputRefused("error.rule_value", key=key, reason=Message("reason.unknown_key"))
    try:
        return reader(data)
    except CouncilError as error:
        inner = error.message.params.get("key", "value")
        place = key if inner == "value" else f"{key}.{inner}"
        reason = error.message.params["reason"]
        raise InputRefused("error.rule_value", key=place, reason=reason) from None


def compare(key: str, one: Any, other: Any) -> int | None:
    """Tell whether one typed value of a key is higher (1), the same (0) or lower (-1).

    None when the two, or the values of this key, cannot be compared.
    """
    found = find_key(key)
    return found.compare(one, other) if found and found.compare else None
