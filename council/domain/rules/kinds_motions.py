"""Rules about motions: what each kind needs, and when a vote may be taken again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from council.domain.rules.parts import choice, code, table, truth, whole, whole_or_none


class MotionClass(StrEnum):
    """The family of a motion, which says what may be pending when it is made."""

    MAIN = "main"
    SUBSIDIARY = "subsidiary"
    PRIVILEGED = "privileged"
    INCIDENTAL = "incidental"
    BRING_BACK = "bring_back"


class Debatable(StrEnum):
    """Whether a motion may be debated; some only when the motion they apply to may."""

    YES = "yes"
    NO = "no"
    IF_TARGET = "if_target"


class Reconsiderable(StrEnum):
    """Whether, and on what condition, the vote on a motion may be reconsidered."""

    YES = "yes"
    NO = "no"
    AFFIRMATIVE_ONLY = "affirmative_only"
    NEGATIVE_ONLY = "negative_only"
    UNEXECUTED = "unexecuted"  # the part that has not been carried out
    NOT_BEGUN = "not_begun"  # while the committee has not taken it up
    BEFORE_VOTE = "before_vote"  # until a vote is taken under it


class Undecided(StrEnum):
    """What a motion's ``vote`` says in place of a requirement: nobody counts votes on it."""

    NONE = "none"
    CHAIR_RULES = "chair_rules"
    DEMAND = "demand"  # one member's demand is enough


class Mover(StrEnum):
    """Who may move to reconsider."""

    PREVAILING = "prevailing"  # somebody who voted with the side that won
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class MotionRule:
    """What the rules say of one kind of motion.

    ``rank`` 0 is none; ``second`` counts seconders; ``vote`` names a requirement or is one of
    ``Undecided``; ``interrupt``: it may be made while somebody else speaks.
    """

    family: MotionClass
    rank: int
    second: int
    debatable: Debatable
    amendable: bool
    vote: str
    interrupt: bool = False
    reconsider: Reconsiderable = Reconsiderable.YES

    @property
    def is_voted_on(self) -> bool:
        """Tell whether votes are counted on it."""
        return self.vote not in tuple(Undecided)


@dataclass(frozen=True, slots=True)
class ReconsiderRule:
    """Who may move to reconsider, and until when.

    ``within_days`` counts days after the vote (0: the same day, None: any); ``session``: only
    within the same session.
    """

    mover: Mover
    within_days: int | None = None
    session: bool = False


_MOTION_NEEDED = ("class", "second", "debatable", "amendable", "vote")
_MOTION_OPTIONAL = ("rank", "interrupt", "reconsider")


def read_motion(data: Any) -> MotionRule:
    """Read ``{class, rank?, interrupt?, second, debatable, amendable, vote, reconsider?}``."""
    given = table(data, _MOTION_NEEDED, _MOTION_OPTIONAL)
    return MotionRule(
        family=choice("class", given["class"], MotionClass),
        rank=whole("rank", given.get("rank", 0)),
        second=whole("second", given["second"]),
        debatable=choice("debatable", given["debatable"], Debatable),
        amendable=truth("amendable", given["amendable"]),
        vote=code("vote", given["vote"]),
        interrupt=truth("interrupt", given.get("interrupt", False)),
        reconsider=choice("reconsider", given.get("reconsider", "yes"), Reconsiderable),
    )


def read_reconsider(data: Any) -> ReconsiderRule:
    """Read ``{mover, within_days?, session?}``."""
    given = table(data, ("mover",), ("within_days", "session"))
    return ReconsiderRule(
        mover=choice("mover", given["mover"], Mover),
        within_days=whole_or_none("within_days", given),
        session=truth("session", given.get("session", False)),
    )
