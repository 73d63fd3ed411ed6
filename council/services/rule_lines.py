"""Rules as lines to read: what each says, who says so, whether it still has to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.messages import Message
from council.domain.quorum import describe_quorum
from council.domain.voting import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.rules.layers import Rules


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as the rules page shows it; not verified means: to be confirmed by the council."""

    key: str
    label: Message
    value: Message
    source: str
    verified: bool
    overridden: bool = False


def _truth(value: Any) -> Message:
    return Message("rule_value.yes" if value else "rule_value.no")


def _coded(group: str) -> Callable[[Any], Message]:
    return lambda value: Message(f"{group}.{value}")


# key -> (label, how the value is told)
_LINES: dict[str, tuple[str, Callable[[Any], Message]]] = {
    "quorum": ("rule_label.quorum", describe_quorum),
    "requirement.majority": ("rule_label.requirement_majority", describe),
    "requirement.two_thirds": ("rule_label.requirement_two_thirds", describe),
    "tie.motion": ("rule_label.tie", _coded("tie")),
    "tie.appeal": ("rule_label.tie_appeal", _coded("tie")),
    "chair_votes": ("rule_label.chair_votes", _coded("chair_votes")),
    "secret_ballot": ("rule_label.secret_ballot", _coded("ballot_rule")),
    "motion.main": (
        "rule_label.seconds",
        lambda value: Message("rule_value.count", {"count": value.second}),
    ),
    "minutes.mover_printed": ("rule_label.mover_printed", _truth),
    "minutes.seconder_printed": ("rule_label.seconder_printed", _truth),
    "minutes.corrections_listed": ("rule_label.corrections_listed", _truth),
}


def lines_of(rules: Rules) -> list[RuleLine]:
    """Return the rules a council looks up, in the order in which a meeting meets them."""
    lines = []
    for key, (label, told) in _LINES.items():
        found = rules.find(key)
        value = Message("rule_value.none") if found is None else told(found.value)
        line = RuleLine(
            key=key,
            label=Message(label),
            value=value,
            source=found.source if found else "",
            verified=bool(found and found.verified),
            overridden=bool(found and found.overridden),
        )
        lines.append(line)
    return lines
