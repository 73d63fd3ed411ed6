"""Spans of days, open at either end: a pair of first and last day, None where it is open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Span: TypeAlias = tuple[date | None, date | None]
_ONE = timedelta(days=1)


def meet(one: Span, other: Span) -> bool:
    """Tell whether two spans have a day in common."""
    first = max(one[0] or date.min, other[0] or date.min)
    last = min(one[1] or date.max, other[1] or date.max)
    return first <= last


def overlap(spans: Sequence[Span]) -> bool:
    """Tell whether any two of the spans have a day in common."""
    return any(meet(one, other) for number, one in enumerate(spans) for other in spans[:number])


def without(span: Span, taken: Span) -> list[Span]:
    """Return what is left of a span, before and after, when another takes its days."""
    if not meet(span, taken):
        return [span]
    left: list[Span] = []
    if taken[0] and (span[0] or date.min) < taken[0]:
        left.append((span[0], taken[0] - _ONE))
    if taken[1] and (span[1] or date.max) > taken[1]:
        left.append((taken[1] + _ONE, span[1]))
    return left
