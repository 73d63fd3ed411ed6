"""A council's rules as lines to read: what each says, who says so, since when, who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.messages import Message
from council.domain.text import Text
from council.services.rules.groups import group_of, in_reading_order
from council.services.rules.motion_words import MotionCells, cells_of
from council.services.rules.sentences import label, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from council.domain.rules.book import RuleBook
    from council.domain.rules.layers import Rules
    from council.domain.rules.pack import RulePack
    from council.domain.rules.values import Layer, Value

BYLAWS = "bylaws"


@dataclass(frozen=True, slots=True)
class LayerLine:
    """What one layer says of a rule; ``why`` tells what stands against it when it does not bind."""

    who: Message | Text
    authority: str
    sentence: Message
    source: str
    verified: bool
    binds: bool
    own: bool
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as the rules page shows it; not verified means: to be confirmed by the council.

    ``own`` is a rule in which the council's bylaws spoke, whether they bind or not; ``remark`` says
    what they changed. ``cells`` is the row of a motion in the table of motions.
    """

    key: str
    group: str
    label: Message
    sentence: Message
    source: str
    verified: bool
    known: bool = True
    own: bool = False
    since: date | None = None
    until: date | None = None
    remark: Message | None = None
    cells: MotionCells | None = None

    @property
    def value(self) -> Message:
        """The sentence."""
        return self.sentence


def lines_of(rules: Rules, packs: Mapping[str, RulePack] | None = None) -> list[RuleLine]:
    """Return every rule there is, group by group, motions by precedence.

    ``packs`` lends the layers their names.
    """
    keys = in_reading_order(rules.keys(), rules)
    return [line_of(key, rules, packs or {}) for key in keys]


def line_of(key: str, rules: Rules, packs: Mapping[str, RulePack]) -> RuleLine:
    """Return one rule as a line; KeyError for a key the rules do not have."""
    value = rules.find(key)
    if value is None:
        raise KeyError(key)
    layers = rules.layers_of(key)
    own = any(layer.pack == BYLAWS for layer in layers)
    return RuleLine(
        key=key,
        group=group_of(key),
        label=label(key),
        sentence=say_value(key, value, rules),
        source=value.source,
        verified=value.verified,
        known=value.known,
        own=own,
        since=value.effective_from,
        until=value.effective_to,
        remark=_remark(key, layers, rules, packs) if own else None,
        cells=_cells(key, value),
    )


def say_value(key: str, value: Value, rules: RuleBook) -> Message:
    """Return the sentence of a value, or since when it is known when it is not known yet."""
    if value.known:
        return sentence(key, value.data, rules)
    if value.effective_from is None:
        return Message("rule_says.not_known")
    return Message("rule_says.not_known_from", {"date": value.effective_from})


def _cells(key: str, value: Value) -> MotionCells | None:
    if not key.startswith("motion.") or not value.known or not isinstance(value.data, dict):
        return None
    return cells_of(key.partition(".")[2], value.data)


def layer_lines(key: str, rules: Rules, packs: Mapping[str, RulePack]) -> list[LayerLine]:
    """Return what every layer says of a rule, the one of the highest authority first."""
    return [
        LayerLine(
            who=who(layer, packs),
            authority=str(layer.authority),
            sentence=say_value(key, layer.value, rules),
            source=layer.value.source,
            verified=layer.value.verified,
            binds=layer.binds,
            own=layer.pack == BYLAWS,
            why=layer.why,
        )
        for layer in rules.layers_of(key)
    ]


def who(layer: Layer, packs: Mapping[str, RulePack]) -> Message | Text:
    """Name a layer: a pack, or the council's bylaws with their article."""
    if layer.pack != BYLAWS:
        found = packs.get(layer.pack)
        return found.name if found else Text.of(layer.pack, "en")
    if layer.value.article:
        return Message("rule_layer.bylaws_article", {"article": layer.value.article})
    return Message("rule_layer.bylaws")


def _remark(
    key: str, layers: tuple[Layer, ...], rules: Rules, packs: Mapping[str, RulePack]
) -> Message | None:
    """Say what the bylaws put in place of which rule, or why theirs does not bind."""
    ours = next(layer for layer in layers if layer.pack == BYLAWS)
    others = [layer for layer in layers if layer is not ours]
    params: dict[str, Any] = {
        "who": who(ours, packs),
        "sentence": say_value(key, ours.value, rules),
    }
    if not ours.binds:
        if ours.why is not None:
            return Message("rule_layer.bound_why", {**params, "why": ours.why})
        binding = next(layer for layer in layers if layer.binds)
        return Message("rule_layer.bound", {**params, "other": who(binding, packs)})
    if not others:
        return Message("rule_layer.alone", params)
    params["sentence"] = say_value(key, others[0].value, rules)
    return Message("rule_layer.instead", {**params, "other": who(others[0], packs)})
