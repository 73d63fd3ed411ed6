"""A council's rules on a day: its packs, one over the other, and on top what it decided itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused, Message
from council.domain.rules import values
from council.domain.rules.book import RuleBook

if TYPE_CHECKING:
    from datetime import date

    from council.domain.rules.reader import RulePack
    from council.domain.rules.values import Value


@dataclass(frozen=True)
class Rules(RuleBook):
    """The rules that hold; ``pack`` and ``version`` name the uppermost pack."""

    pack: str
    version: str
    values: Mapping[str, Value]

    def find(self, key: str) -> Value | None:
        """Return the value of a dotted key, or None when the rules say nothing."""
        return self.values.get(key)

    def keys(self) -> tuple[str, ...]:
        """Return all dotted keys there are."""
        return tuple(self.values)


def resolve(
    packs: Sequence[RulePack],
    overrides: Mapping[str, Any] | None = None,
    on_date: date | None = None,
) -> Rules:
    """Lay the packs over each other, the last on top, then the council's own values.

    An override's key is that of a value (``minutes.seconder_printed``, ``requirement.majority``) or
    of a part of one (``quorum.fixed``, ``motion.main.second``). Raises InputRefused
    ``error.rule_override`` with ``key`` and ``reason``; ValueError without a pack.
    """
    if not packs:
        raise ValueError("rules need a pack")
    laid: dict[str, Value] = {}
    for pack in packs:
        for key in pack.values:
            value = pack.find_on(key, on_date)
            if value is not None:
                laid[key] = value
    _put_over(laid, overrides or {})
    _check_votes(laid)
    return Rules(packs[-1].uid, packs[-1].version, laid)


def _put_over(laid: dict[str, Value], overrides: Mapping[str, Any]) -> None:
    """Collect all parts of a value before reading it: half a change need not make sense."""
    data: dict[str, Any] = {}
    for key, given in overrides.items():
        whole, part = _split(key)
        if not part:
            data[whole] = given
            continue
        before = data.get(whole, laid[whole].data if whole in laid else {})
        if not isinstance(before, Mapping):
            raise _refused(key, Message("reason.unknown_key"))
        data[whole] = {**before, part: given}
    for key, given in data.items():
        try:
            typed = values.read(key, given)
        except InputRefused as error:
            params = error.message.params
            raise _refused(params["key"], params["reason"]) from None
        if key in laid:
            laid[key] = replace(laid[key], value=typed, data=given, overridden=True, verified=True)
        else:
            laid[key] = values.Value(typed, given, "", verified=True, overridden=True)


def _split(key: str) -> tuple[str, str]:
    if values.reader_of(key):
        return key, ""
    whole, _, part = key.rpartition(".")
    if not values.reader_of(whole):
        raise _refused(key, Message("reason.unknown_key"))
    return whole, part


def _check_votes(laid: Mapping[str, Value]) -> None:
    for key, value in laid.items():
        if key.startswith("motion.") and f"requirement.{value.value.vote}" not in laid:
            reason = Message("reason.no_requirement", {"value": value.value.vote})
            raise _refused(f"{key}.vote", reason)


def _refused(key: str, reason: Message) -> InputRefused:
    return InputRefused("error.rule_override", key=key, reason=reason)
