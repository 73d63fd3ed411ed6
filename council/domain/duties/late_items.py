"""Late items: what may be decided that was not on the posted agenda, and what that takes.

Grounds and sums of rules.md 2.7 (an emergency, an urgent need that arose after posting, an item
continued from a meeting a few days before); a special meeting decides only what its notice names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from council.domain.duties.duty_rules import LateGround, LateItem
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import ItemKind, MeetingKind
from council.domain.votes.tallies import Tally, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from council.domain.votes.requirements import AnyRequirement, Base
    from council.domain.votes.tallies import Room

    Requirements = Callable[[str], AnyRequirement | None]

NOTICED_ONLY = frozenset({MeetingKind.SPECIAL, MeetingKind.EMERGENCY})
"""Kinds of meeting that are called for what their notice names."""

_NO_DECISION = frozenset(
    {
        *(ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ANNOUNCEMENT, ItemKind.HEADING),
        *(ItemKind.PUBLIC_COMMENT, ItemKind.INFORMATION, ItemKind.ADJOURNMENT),
        ItemKind.NOTICE_OF_MOTION,
    }
)


@dataclass(frozen=True, slots=True)
class LateNeed:
    """What a ground takes in the room as it is.

    ``requirement`` names what the finding must reach ("" when the ground needs no vote), ``yes`` is
    the least number of yes when everybody who may vote does, None when it cannot be determined.
    ``expected``: the meeting is still to come, and ``present`` are all members in office; when
    fewer than ``few`` come, each must say yes (None when the rules make no such difference).
    """

    ground: LateGround
    requirement: str = ""
    yes: int | None = None
    present: int | None = None
    within_days: int | None = None
    expected: bool = False
    few: int | None = None

    @property
    def message(self) -> Message:
        """Say what the ground takes."""
        code = f"late_item.{self.ground}"
        if not self.requirement:
            if self.within_days is None:
                return Message(f"{code}_any")
            return Message(code, {"days": self.within_days})
        if self.yes is None or self.present is None:
            return Message(f"{code}_unknown")
        params = {"yes": self.yes, "present": self.present}
        if not self.expected:
            return Message(code, params)
        if self.few is None:
            return Message(f"{code}_expected", params)
        return Message(f"{code}_expected_few", {**params, "few": self.few})


def may_wait(kind: ItemKind) -> bool:
    """Tell whether an item of this kind decides nothing, so that the agenda need not name it."""
    return kind in _NO_DECISION


def need(
    ground: LateGround,
    rule: LateItem,
    requirements: Requirements,
    room: Room,
    *,
    expected: bool = False,
) -> LateNeed:
    """Return what a ground takes with the people there; ``requirements`` finds one by its name.

    ``expected``: the room is that of a meeting to come, with all members in office.
    """
    name = rule.vote
    if rule.unless_present is not None and rule.of is not None:
        few = _is_below(rule.unless_present, rule.of, room)
        if few is None:
            return LateNeed(ground, name, None, room.present, rule.within_days)
        name = rule.then if few else name
    requirement = requirements(name) if name else None
    yes = _yes_needed(requirement, room) if requirement else None
    below = _all_below(rule, requirements, room) if expected else None
    return LateNeed(ground, name, yes, room.present, rule.within_days, expected, below)


def _all_below(rule: LateItem, requirements: Requirements, room: Room) -> int | None:
    """Return below how many people everybody there must say yes; None where no rule says so."""
    if rule.unless_present is None or rule.of is None or not rule.then:
        return None
    base: int | None = getattr(room, rule.of.value)
    requirement = requirements(rule.then)
    if base is None or requirement is None:
        return None
    least = -(-rule.unless_present.numerator * base // rule.unless_present.denominator)
    few = replace(room, present=least - 1, present_entitled=least - 1)
    return least if _yes_needed(requirement, few) == least - 1 else None


def _is_below(fraction: Fraction, of: Base, room: Room) -> bool | None:
    """Tell whether fewer are present than a fraction of a base."""
    base: int | None = getattr(room, of.value)
    if base is None or room.present is None:
        return None
    return room.present * fraction.denominator < fraction.numerator * base


def _yes_needed(requirement: AnyRequirement, room: Room) -> int | None:
    """Return the least yes when all who are there and may vote do."""
    voters = room.present_entitled if room.present_entitled is not None else room.present
    if voters is None:
        return None
    return weigh(requirement, Tally(voters, 0), room).needs


def judge_finding(needed: LateNeed, yes: int, *, source: str = "", verified: bool = True) -> Ruling:
    """Judge whether the finding that a late item may be decided had enough yes."""
    if needed.yes is None:
        return Ruling(None, needed.message, source, verified)
    params = {"ground": Message(f"late_ground.{needed.ground}"), "yes": yes, "needed": needed.yes}
    holds = yes >= needed.yes
    code = "late_item.found" if holds else "late_item.not_found"
    return Ruling(holds, Message(code, params), source, verified)


def judge_continued(
    posted_for: date, meeting: date, rule: LateItem, *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether an item posted for an earlier meeting may be decided at this one."""
    days = (meeting - posted_for).days
    most = rule.within_days
    holds = days >= 0 and (most is None or days <= most)
    params = {"posted_for": posted_for, "days": days, "most": most or 0}
    code = "late_item.continued_met" if holds else "late_item.continued_too_long"
    return Ruling(holds, Message(code, params), source, verified)


def judge_late_item(
    kind: MeetingKind,
    needs: Sequence[LateNeed],
    *,
    new_business_special: bool | None = None,
    announce: bool = False,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge an item added after the agenda was posted, as long as no ground is on record for it.

    ``new_business_special`` False: a special meeting decides only what was noticed, whatever the
    ground. Without grounds in the rules it cannot be determined.
    """
    if kind in NOTICED_ONLY and new_business_special is False:
        return Ruling(False, Message("late_item.special"), source, verified)
    if not needs:
        return Ruling(None, Message("late_item.no_grounds"), source, verified)
    code = "late_item.needs_ground_announced" if announce else "late_item.needs_ground"
    ways = [one.message for one in needs]
    return Ruling(False, Message(code, {"ways": ways}), source, verified)


def needs_of(
    grounds: Mapping[LateGround, LateItem],
    requirements: Requirements,
    room: Room,
    *,
    expected: bool = False,
) -> tuple[LateNeed, ...]:
    """Return what every ground of the rules takes, in the order of the closed list."""
    return tuple(
        need(ground, grounds[ground], requirements, room, expected=expected)
        for ground in LateGround
        if ground in grounds
    )
