"""Which of two values of a rule is the higher: exactly, or not at all.

Higher is a larger number, a longer time, a harder requirement, one duty more, a longer list. Every
comparison answers 1 when the first is the higher, 0 when they come to the same, -1 when it is the
lower, and None when that cannot be said of every case. A ``floor`` lets a lower layer go higher, a
``ceiling`` lets it go lower.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from council.domain.duties.duty_rules import (
    AttendanceAlarm,
    Due,
    DueUnit,
    Notice,
    NoticeUnit,
    PostingPlaces,
    PublicComment,
    RemoteRule,
    RollCallRule,
    RollCallWhen,
)
from council.domain.votes.quorum import QuorumKind, QuorumRule
from council.domain.votes.requirements import AllOf, AnyOf, AnyRequirement, Requirement

if TYPE_CHECKING:
    from council.domain.rules.kinds_motions import MotionRule
    from council.domain.rules.kinds_papers import Retention

Compare = Callable[[Any, Any], int | None]

_DAY = 24
_CLOCK_CHANGE = 2  # hours; no zone moves its clock by more


def numbers(one: Any, other: Any) -> int:
    """Compare whole numbers, fractions, true (a duty) and false."""
    return int(one > other) - int(one < other)


def from_order(*words: str) -> Compare:
    """Return the comparison of words that ask for more the later they stand."""
    return lambda one, other: numbers(words.index(one), words.index(other))


def together(*parts: int | None) -> int | None:
    """Return what comparisons of several parts come to: None when they pull both ways."""
    if None in parts:
        return None
    known = {part for part in parts if part}
    return None if len(known) > 1 else known.pop() if known else 0


def sets(one: Collection[Any], other: Collection[Any]) -> int | None:
    """Compare lists: the one that holds all of the other and more is the higher."""
    first, second = set(one), set(other)
    if first == second:
        return 0
    return 1 if first > second else -1 if first < second else None


def requirements(one: AnyRequirement, other: AnyRequirement) -> int | None:
    """Compare what votes must reach, by the share of the same base."""
    return _both_ways(_is_as_hard(one, other), _is_as_hard(other, one))


def _both_ways(at_least: bool, at_most: bool) -> int | None:
    if at_least and at_most:
        return 0
    return 1 if at_least else -1 if at_most else None


def _is_as_hard(one: AnyRequirement, other: AnyRequirement) -> bool:
    """Tell whether whatever reaches the first surely reaches the second."""
    if isinstance(other, AllOf):
        return all(_is_as_hard(one, part) for part in other.parts)
    if isinstance(one, AnyOf):
        return all(_is_as_hard(part, other) for part in one.parts)
    if isinstance(one, AllOf):
        return any(_is_as_hard(part, other) for part in one.parts)
    if isinstance(other, AnyOf):
        return any(_is_as_hard(one, part) for part in other.parts)
    return _is_one_as_hard(one, other)


def _is_one_as_hard(one: Requirement, other: Requirement) -> bool:
    if one.base is not other.base or (one.minimum_yes or 1) < (other.minimum_yes or 1):
        return False
    # More than a half asks for more than at least a half, and never for more than a larger share.
    return (one.fraction, one.strict) >= (other.fraction, other.strict)


def quorums(one: QuorumRule, other: QuorumRule) -> int | None:
    """Compare quorum rules that are both fixed, or both a share of the same base."""
    if one == other:
        return 0
    if one.kind is other.kind is QuorumKind.FIXED:
        return numbers(*(max(rule.fixed or 1, rule.floor) for rule in (one, other)))
    if one.base is not other.base:
        return None
    shares = [_quorum_share(rule) for rule in (one, other)]
    if None in shares:
        return None
    return together(numbers(*shares), numbers(one.floor, other.floor))


def _quorum_share(rule: QuorumRule) -> tuple[Any, bool] | None:
    if rule.kind is QuorumKind.MAJORITY:
        return QuorumRule().fraction, True
    return (rule.fraction, False) if rule.kind is QuorumKind.FRACTION else None


def notices(one: Notice, other: Notice) -> int | None:
    """Compare notice; days against hours only where no time of day and no clock change matters."""
    if one == other:
        return 0
    return _both_ways(_is_as_early(one, other), _is_as_early(other, one))


def _is_as_early(one: Notice, other: Notice) -> bool:
    """Tell whether a notice in time for the first is surely in time for the second."""
    if other.exclude:
        # Leaving days out only makes the time longer; another calendar leaves out others.
        same = one.unit is other.unit and one.exclude == other.exclude
        return same and one.amount >= other.amount
    hours = one.unit is NoticeUnit.HOURS_ELAPSED
    if hours and other.unit is NoticeUnit.HOURS_ELAPSED:
        return one.amount >= other.amount
    if hours:
        return one.amount >= (_days_before(other) + 1) * _DAY + _CLOCK_CHANGE
    if other.unit is NoticeUnit.HOURS_ELAPSED:
        return (_days_before(one) - 1) * _DAY - _CLOCK_CHANGE >= other.amount
    return _days_before(one) >= _days_before(other)


def _days_before(notice: Notice) -> int:
    """Return how many days of the calendar lie from the last day of notice to the meeting's."""
    return notice.amount + (notice.unit is NoticeUnit.CLEAR_DAYS)


def dues(one: Due, other: Due) -> int | None:
    """Compare how long somebody may take; a ceiling of two weeks lets a lower layer ask for one."""
    if one.since is not other.since:
        return None
    first, second = (_span(due) for due in (one, other))
    return numbers(first[1], second[1]) if first[0] == second[0] else None


_IN_DAYS = {DueUnit.DAYS: 1, DueUnit.WEEKS: 7}


def _span(due: Due) -> tuple[str, int]:
    if due.unit in _IN_DAYS:
        return "days", due.amount * _IN_DAYS[due.unit]
    return due.unit, due.amount


def roll_calls(one: RollCallRule, other: RollCallRule) -> int | None:
    """Compare roll calls: compulsory in more cases, or on the demand of fewer, asks for more."""
    order = tuple(RollCallWhen)
    when = numbers(order.index(one.mandatory), order.index(other.mandatory))
    rights = [(rule.on_demand > 0, -rule.on_demand) for rule in (one, other)]
    return together(when, numbers(*rights))


def places(one: PostingPlaces, other: PostingPlaces) -> int | None:
    """Compare where a notice must be posted."""
    return together(sets(one.codes, other.codes), numbers(one.least, other.least))


def comments(one: PublicComment, other: PublicComment) -> int | None:
    """Compare duties to let the public speak."""
    return together(numbers(one.general, other.general), numbers(one.items, other.items))


def remotes(one: RemoteRule, other: RemoteRule) -> int | None:
    """Compare remote attendance: forbidden asks for more than any condition."""
    if one.allowed is not other.allowed:
        return numbers(other.allowed, one.allowed)
    return together(
        numbers(one.roll_call, other.roll_call),
        numbers(one.listed_in_minutes, other.listed_in_minutes),
        numbers(one.yearly_in_person, other.yearly_in_person),
        numbers(one.quorum_inside, other.quorum_inside),
    )


def motions(one: MotionRule, other: MotionRule) -> int | None:
    """Compare rules of a motion that differ in the seconders alone."""
    if replace(one, second=other.second) != other:
        return None
    return numbers(one.second, other.second)


def alarms(one: AttendanceAlarm, other: AttendanceAlarm) -> int | None:
    """Compare alarms of absence that differ in one number alone."""
    if replace(one, consecutive=other.consecutive) == other:
        return _known(one.consecutive, other.consecutive)
    if replace(one, total=other.total) == other:
        return _known(one.total, other.total)
    return None


def _known(one: int | None, other: int | None) -> int | None:
    if one == other:
        return 0
    return None if one is None or other is None else numbers(one, other)


def retentions(one: Retention, other: Retention) -> int:
    """Compare how long things are kept; for good is the longest."""
    if one.days is None or other.days is None:
        return numbers(one.days is None, other.days is None)
    return numbers(one.days, other.days)
