"""A rule pack in memory: its own values over time, and the packs it is based on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from council.domain.rules import layers
from council.domain.rules.book import RuleBook
from council.domain.rules.values import Authority
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from council.domain.rules.layers import Rules
    from council.domain.rules.values import Value

_NO_TEXT = Text()


@dataclass(frozen=True)
class RulePack(RuleBook):
    """A named set of rules; ``own`` holds, for each key, its values over time."""

    uid: str
    version: str
    name: Text
    source: str
    own: Mapping[str, tuple[Value, ...]]
    about: Text = _NO_TEXT
    authority: Authority = Authority.PARLIAMENTARY
    bases: tuple[RulePack, ...] = ()

    @property
    def based_on(self) -> tuple[str, ...]:
        """The uids of the packs that it is based on."""
        return tuple(base.uid for base in self.bases)

    def tree(self) -> tuple[RulePack, ...]:
        """Return all packs it is made of, each once, a pack after those it is based on."""
        found: dict[str, RulePack] = {}
        for base in self.bases:
            found |= {pack.uid: pack for pack in base.tree() if pack.uid not in found}
        return (*found.values(), self)

    @cached_property
    def values(self) -> Mapping[str, tuple[Value, ...]]:
        """For each key, the values over time of the uppermost pack that has the key."""
        merged: dict[str, tuple[Value, ...]] = {}
        for pack in self.tree():
            merged.update(pack.own)
        return merged

    @cached_property
    def _now(self) -> Rules:
        return layers.resolve([self])

    def find(self, key: str) -> Value | None:
        """Return the value that holds now, which is the one without an end."""
        return self._now.find(key)

    def says_on(self, key: str, day: date | None) -> Value | None:
        """Return what this pack alone says of a key on a day.

        Before the first day from which it knows the rule that is a value that is not known; where
        it says nothing, or no longer, None. Without a day it is the value that has no end.
        """
        times = self.own.get(key, ())
        holding = [value for value in times if value.holds_on(day)]
        if holding:
            return holding[-1]
        starts = [value for value in times if value.effective_from]
        if day is None or not times or len(starts) < len(times):
            return None
        first = min(starts, key=lambda value: value.effective_from or day)
        if first.effective_from and first.effective_from <= day:
            return None
        return replace(first, value=None, data=None, known=False)

    def keys(self) -> tuple[str, ...]:
        """Return all dotted keys, those of the packs it is based on first."""
        return tuple(self.values)
