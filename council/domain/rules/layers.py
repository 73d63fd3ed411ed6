"""A council's rules on a day: layers of dated values, the highest authority binding.

A statute binds before the council's bylaws, these before standing rules, these before the
parliamentary authority. Of two packs of the same authority the upper one binds. A value marked
``floor`` gives way to a lower layer that goes higher, a ``ceiling`` to one that goes lower.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused, Message
from council.domain.rules import values
from council.domain.rules.book import RuleBook
from council.domain.rules.bylaws import Bylaw, in_force, read_bylaws, read_own, refuse, split
from council.domain.rules.keys import adds_up
from council.domain.rules.references import missing_name
from council.domain.rules.values import Authority, Bound, Layer, Value
from council.domain.text import Text

if TYPE_CHECKING:
    from council.domain.rules.pack import RulePack

BYLAWS = "bylaws"
"""What stands for the uid of a pack where the council's bylaws speak."""


@dataclass(frozen=True)
class Rules(RuleBook):
    """The rules that hold; ``pack`` and ``version`` name the uppermost pack.

    ``edition`` is its version with those of the packs below: ``1 (ronr 2)``. A vote keeps it, since
    a newer pack below can judge otherwise too.
    """

    pack: str
    version: str
    values: Mapping[str, Value]
    layers: Mapping[str, tuple[Layer, ...]]
    edition: str = ""

    def is_edition(self, kept: str | None) -> bool:
        """Tell whether a vote was judged by these packs, as far as it kept their versions."""
        return kept in (self.edition, self.version)

    def find(self, key: str) -> Value | None:
        """Return the value of a dotted key, or None when the rules say nothing."""
        return self.values.get(key)

    def keys(self) -> tuple[str, ...]:
        """Return all dotted keys there are."""
        return tuple(self.values)

    def layers_of(self, key: str) -> tuple[Layer, ...]:
        """Return every layer that speaks of a key, the highest first; exactly one of them binds."""
        return self.layers.get(key, ())


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one layer says, and how the layer is called in a sentence."""

    pack: str
    name: Text | Message
    value: Value

    @property
    def rank(self) -> int:
        return self.value.authority.rank


def resolve(
    packs: Sequence[RulePack],
    bylaws: Mapping[str, Any] | None = None,
    on_date: date | None = None,
) -> Rules:
    """Lay the packs, all those they are based on, and the council's bylaws over each other.

    Without a day those values count that have no end. ``bylaws`` are kept as ``bylaws.Bylaw`` says.
    Raises InputRefused ``error.rule_override`` with ``key`` and ``reason``; ValueError without a
    pack.
    """
    if not packs:
        raise ValueError("rules need a pack")
    flat = _flat(packs)
    spoken: dict[str, list[_Voice]] = {}
    for pack in flat:
        for key in pack.own:
            value = pack.says_on(key, on_date)
            if value is not None:
                spoken.setdefault(key, []).append(_Voice(pack.uid, pack.name, value))
    own = _own(spoken, in_force(read_bylaws(bylaws or {}), on_date))
    _check_names(flat, own)
    for key, value in own.items():
        spoken.setdefault(key, []).append(_Voice(BYLAWS, Message("layer.bylaws"), value))
    laid = {key: _settle(key, voices) for key, voices in spoken.items()}
    binding = {key: _binding(key, found) for key, found in laid.items()}
    return Rules(packs[-1].uid, packs[-1].version, binding, laid, _edition(packs[-1], flat))


def _edition(top: RulePack, packs: Sequence[RulePack]) -> str:
    below = ", ".join(f"{one.uid} {one.version}" for one in packs if one.uid != top.uid)
    return f"{top.version} ({below})" if below else top.version


def turning_days(packs: Sequence[RulePack], bylaws: Mapping[str, Any]) -> set[date]:
    """Return the days on which a value begins, or no longer holds: between them nothing changes."""
    values = [one for pack in _flat(packs) for times in pack.own.values() for one in times]
    spans = [(value.effective_from, value.effective_to) for value in values]
    spans += [(one.from_on, one.to_on) for one in read_bylaws(bylaws)]
    starts = {start for start, _ in spans if start}
    return starts | {end + timedelta(days=1) for _, end in spans if end and end < date.max}


def _check_names(packs: Sequence[RulePack], own: Mapping[str, Value]) -> None:
    """Refuse an own value that names a rule which no pack has, at whatever time."""
    if not own:
        return
    keys = {key for pack in packs for key in pack.own} | set(own)
    for key, value in own.items():
        if fault := missing_name(keys, key, value):
            raise InputRefused("error.rule_override", key=fault[0], reason=fault[1])


def _flat(packs: Sequence[RulePack]) -> list[RulePack]:
    """Return each pack of all trees once, a pack after those it is based on."""
    found: dict[str, RulePack] = {}
    for pack in packs:
        found |= {one.uid: one for one in pack.tree() if one.uid not in found}
    return list(found.values())


def _own(spoken: Mapping[str, list[_Voice]], bylaws: Sequence[Bylaw]) -> dict[str, Value]:
    """Collect all parts of a value before reading it: half a change need not make sense."""
    data: dict[str, Any] = {}
    told: dict[str, list[Bylaw]] = {}
    for bylaw in bylaws:
        whole, part = split(bylaw.key)
        told.setdefault(whole, []).append(bylaw)
        if not part:
            data[whole] = bylaw.data
            continue
        before = data[whole] if whole in data else _below(whole, spoken.get(whole, ()))
        if not isinstance(before, Mapping):
            refuse(bylaw.key, "unknown_key")
        data[whole] = {**before, part: bylaw.data}
    return {key: _own_value(read_own(key, given), given, told[key]) for key, given in data.items()}


def _below(key: str, voices: Sequence[_Voice]) -> Any:
    """Return the data that parts of an own value are laid on: what holds without them."""
    if not voices:
        return {}
    value = next(one.value for one in _settle(key, voices) if one.binds)
    # Parts of a rule that is not known on the day must stand by themselves.
    return value.data if value.known else {}


def _own_value(typed: Any, data: Any, told: Sequence[Bylaw]) -> Value:
    articles = list(dict.fromkeys(one.article for one in told if one.article))
    reasons = [one.reason for one in told if one.reason]
    starts = [one.from_on for one in told if one.from_on]
    ends = [one.to_on for one in told if one.to_on]
    return Value(
        value=typed,
        data=data,
        source=", ".join(articles),
        verified=True,
        effective_from=max(starts, default=None),
        effective_to=min(ends, default=None),
        overridden=True,
        authority=Authority.BYLAWS,
        article=", ".join(articles),
        reason=reasons[-1] if reasons else Text(),
    )


def _settle(key: str, voices: Sequence[_Voice]) -> tuple[Layer, ...]:
    """Say which layer binds, and of the others why they do not; the highest first."""
    ordered = list(reversed(voices))
    ordered.sort(key=lambda voice: voice.rank)
    heads: list[_Voice] = []
    why: dict[str, Message] = {}
    for voice in ordered:
        if heads and heads[-1].rank == voice.rank:
            why[voice.pack] = Message("layer.replaced", {"by": heads[-1].name})
        else:
            heads.append(voice)
    binding = heads.pop()
    stricter: list[str] = []
    for higher in reversed(heads):
        barred = _barred(key, higher, binding)
        if barred is None:
            why[higher.pack] = Message("layer.stricter", {"by": binding.name})
            stricter.append(higher.pack)
            continue
        why[binding.pack] = barred
        why |= {pack: Message("layer.higher", {"by": higher.name}) for pack in stricter}
        stricter, binding = [], higher
    if not binding.value.known:
        why[binding.pack] = _not_known(binding.value)
    return tuple(
        Layer(one.pack, one.value.authority, one.value, one is binding, why.get(one.pack))
        for one in ordered
    )


def _binding(key: str, layers: Sequence[Layer]) -> Value:
    """Return the value that holds: where lists add up, with what the floors above it ask for."""
    value = next(one.value for one in layers if one.binds)
    if not adds_up(key):
        return value
    for layer in layers:
        gave_way = layer.why is not None and layer.why.code == "layer.stricter"
        if gave_way and not set(layer.value.data) <= set(value.data):
            data = list(dict.fromkeys([*layer.value.data, *value.data]))
            source = f"{layer.value.source}; {value.source}"
            value = replace(value, value=values.read(key, data), data=data, source=source)
    return value


def _barred(key: str, higher: _Voice, lower: _Voice) -> Message | None:
    """Return why the lower value does not stand against the higher; None when it does."""
    by = {"by": higher.name}
    bound = higher.value.bound
    if not lower.value.known:
        return _not_known(lower.value)
    if bound is None or not higher.value.known:
        return Message("layer.higher", by)
    order = values.compare(key, lower.value.value, higher.value.value)
    if order is None and bound is Bound.FLOOR and adds_up(key):
        return None
    if order is None:
        return Message("layer.not_comparable", by)
    if order == 0:
        return Message("layer.same", by)
    allowed = 1 if bound is Bound.FLOOR else -1
    return None if order == allowed else Message(f"layer.beyond_{bound}", by)


def _not_known(value: Value) -> Message:
    return Message("layer.not_known", {"day": value.effective_from})
