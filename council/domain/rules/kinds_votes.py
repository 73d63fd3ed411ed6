"""Rules about votes and quorum, typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from council.domain.duties.duty_rules import RollCallRule, RollCallWhen
from council.domain.rules.parts import choice, choices, entries, fraction, refuse, table, whole
from council.domain.vocabulary import MotionKind
from council.domain.votes.quorum import QuorumBase, QuorumKind, QuorumRule


class ChairVotes(StrEnum):
    """When the chair votes."""

    ALWAYS = "always"
    BALLOT_OR_IF_DECISIVE = "ballot_or_if_decisive"
    ONLY_TIE = "only_tie"
    SECOND_VOTE = "second_vote"


class SecretBallot(StrEnum):
    """Whether the rules let a vote be secret."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class Proxies(StrEnum):
    """Whether somebody may vote for a member who is not there."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class Substitutes(StrEnum):
    """What somebody may do who comes in the place of a member."""

    VOTE = "vote"
    ATTEND = "attend"  # without a vote
    NONE = "none"  # nobody may come in a member's place


class QuorumPresence(StrEnum):
    """Who counts towards the quorum."""

    ANY = "any"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class SecondTable:
    """How many seconders a main motion needs, by members in office; rising ``(from, needed)``."""

    steps: tuple[tuple[int, int], ...]

    def needed(self, members: int) -> int:
        """Return how many seconders a council of so many members asks for."""
        return max((needed for least, needed in self.steps if members >= least), default=0)


def read_quorum(data: Any) -> QuorumRule:
    """Read ``{kind, base?, fraction?, floor?, fixed?, table?}``."""
    given = table(data, ("kind",), ("base", "fraction", "floor", "fixed", "table"))
    kind = choice("kind", given["kind"], QuorumKind)
    for name in ("fraction", "fixed"):
        if kind == name and name not in given:
            refuse(name, "missing")
    if kind is QuorumKind.SEATS_TABLE and not given.get("table"):
        refuse("table", "missing")
    return QuorumRule(
        kind=kind,
        base=choice("base", given.get("base", "members_in_office"), QuorumBase),
        fraction=fraction("fraction", given.get("fraction", "1/2")),
        floor=whole("floor", given.get("floor", 1), 1),
        fixed=whole("fixed", given["fixed"], 1) if "fixed" in given else None,
        table=tuple(sorted(_steps("table", given.get("table", ()), least_needed=1))),
    )


def read_second_table(data: Any) -> SecondTable:
    """Read ``[{from, needed}, …]`` by members in office, in rising order."""
    steps = _steps("value", entries("value", data, 1), least_needed=0)
    if list(steps) != sorted(steps) or len({least for least, _ in steps}) < len(steps):
        refuse("value", "not_rising")
    return SecondTable(steps)


def _steps(key: str, data: Any, least_needed: int) -> tuple[tuple[int, int], ...]:
    steps = []
    for row in entries(key, data):
        given = table(row, ("from", "needed"))
        steps.append((whole("from", given["from"]), whole("needed", given["needed"], least_needed)))
    return tuple(steps)


def read_roll_call(data: Any) -> RollCallRule:
    """Read ``{on_demand, mandatory}``; ``on_demand`` 0 gives nobody the right to ask for one."""
    given = table(data, ("on_demand", "mandatory"))
    on_demand = whole("on_demand", given["on_demand"])
    return RollCallRule(on_demand, choice("mandatory", given["mandatory"], RollCallWhen))


def read_without_quorum(data: Any) -> tuple[MotionKind, ...]:
    """Read the kinds of motion that are lawful without a quorum."""
    return choices("value", data, MotionKind)
