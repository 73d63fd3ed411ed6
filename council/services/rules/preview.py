"""What the rules would say if the council kept a rule that is still being typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.rules.bylaws import Bylaw
from council.domain.rules.layers import resolve
from council.services.rules.lines import BYLAWS, LayerLine, layer_lines, line_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from council.domain.rules.layers import Rules
    from council.domain.rules.pack import RulePack
    from council.services.rules.lines import RuleLine


@dataclass(frozen=True, slots=True)
class Preview:
    """The rule as it would stand.

    ``ours`` is what the council's own layer would say, perhaps without binding; ``same`` tells that
    the rules say as much without it.
    """

    line: RuleLine
    ours: LayerLine
    same: bool


def preview(
    packs: Sequence[RulePack],
    bylaws: Mapping[str, Any],
    key: str,
    data: Any,
    day: date,
    *,
    article: str = "",
) -> Preview:
    """Return a rule as it would read on a day with this value of the council's own.

    Raises InputRefused with ``key`` and ``reason`` for a value that makes no sense. Nothing is
    written.
    """
    rest = without(bylaws, key)
    before = resolve(packs, rest, day).find(key)
    names = {pack.uid: pack for tree in packs for pack in tree.tree()}
    rules = resolve(packs, {**rest, key: Bylaw(key, data, article).to_data()}, day)
    ours = next(line for line in layer_lines(key, rules, names) if line.own)
    said = next(layer.value for layer in rules.layers_of(key) if layer.pack == BYLAWS)
    same = before is not None and before.known and before.value == said.value
    return Preview(line_of(key, rules, names), ours, same)


def without(bylaws: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the own values without one key and its parts."""
    return {
        one: value for one, value in bylaws.items() if one != key and not one.startswith(f"{key}.")
    }


def has_own(rules: Rules, key: str) -> bool:
    """Tell whether the council's bylaws speak of a key."""
    return any(layer.pack == BYLAWS for layer in rules.layers_of(key))
