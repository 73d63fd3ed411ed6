"""In which order the members are called when a vote is taken by name."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from council.domain.collation import thai_sort_key
from council.domain.vocabulary import RollOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from council.domain.text import Text


def by_lot(people: list[str]) -> None:
    """Put people into an order nobody can foresee, in place."""
    random.SystemRandom().shuffle(people)


def name_key(name: Text, language: str, sort_name: str = "") -> str:
    """Return what a name is sorted by: the family name first, in Thai the given name.

    ``sort_name`` wins where somebody wrote one down.
    """
    words, spoken = name.best(language)
    parts = words.split()
    if sort_name or spoken == "th" or not parts:
        return thai_sort_key(sort_name or words)
    return thai_sort_key(" ".join((parts[-1], *parts[:-1])))


def call_order(
    order: str,
    seated: Sequence[str],
    keys: Mapping[str, str],
    *,
    chair: str | None = None,
    before: Sequence[str] = (),
    shuffle: Callable[[list[str]], None] = by_lot,
) -> tuple[str, ...]:
    """Return people in the order in which they are called.

    ``seated`` are all who may be called, by their seats; ``keys`` what each name is sorted by.
    ``before`` is how the last roll was called: a rotating one begins with the next name after the
    one that began then, of those who are still there. ValueError for an order that is not known.
    """
    called = list(seated)
    match RollOrder(order):
        case RollOrder.SEAT:
            pass
        case RollOrder.CHAIR_LAST:
            called.sort(key=lambda one: one == chair)
        case RollOrder.RANDOM:
            shuffle(called)
        case RollOrder.ALPHABETICAL:
            called.sort(key=keys.__getitem__)
        case RollOrder.ROTATING:
            called.sort(key=keys.__getitem__)
            first = next((called.index(one) for one in before[1:] if one in called), 0)
            called = called[first:] + called[:first]
    return tuple(called)
