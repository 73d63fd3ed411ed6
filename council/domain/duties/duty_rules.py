"""The shapes of rules about notice, agenda, comment, remote attendance, eligibility and minutes.

What a pack says, typed; the readers of the packs make them and the judges take them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from council.domain.votes.requirements import Base


class NoticeUnit(StrEnum):
    """How the time before a meeting is counted."""

    HOURS_ELAPSED = "hours_elapsed"
    CLEAR_DAYS = "clear_days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Notice:
    """How long before a meeting something must be public; ``exclude`` names a calendar."""

    amount: int
    unit: NoticeUnit
    exclude: str = ""


@dataclass(frozen=True, slots=True)
class PostingPlaces:
    """Where a notice must be posted: at all of ``codes``, and at ``least`` places altogether."""

    codes: tuple[str, ...] = ()
    least: int = 0


class LateGround(StrEnum):
    """Why something may be decided that was not on the posted agenda."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class LateItem:
    """What one ground for a late item asks.

    ``vote`` names a requirement; when fewer than ``unless_present`` of the base ``of`` are present,
    ``then`` is needed instead. ``within_days``: posted for a meeting at most so many days earlier.
    """

    vote: str = ""
    unless_present: Fraction | None = None
    of: Base | None = None
    then: str = ""
    within_days: int | None = None


@dataclass(frozen=True, slots=True)
class PublicComment:
    """Whether the public speaks on any matter (``general``) and on each item (``items``)."""

    general: bool
    items: bool


class RollCallWhen(StrEnum):
    """When every vote must be a roll call."""

    NEVER = "never"
    REMOTE = "remote"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class RollCallRule:
    """How many members may demand a roll call (0: nobody) and when it is compulsory."""

    on_demand: int = 0
    mandatory: RollCallWhen = RollCallWhen.NEVER


@dataclass(frozen=True, slots=True)
class RemoteRule:
    """What the rules say of members who take part from elsewhere.

    ``yearly_in_person`` meetings a year need a quorum in one room; ``quorum_inside``: the members
    of the quorum must be inside the council's area.
    """

    allowed: bool
    roll_call: bool = False
    listed_in_minutes: bool = False
    yearly_in_person: int = 0
    quorum_inside: bool = False


class DueFrom(StrEnum):
    """What a deadline of minutes counts from."""

    MEETING = "meeting"
    APPROVAL = "approval"


class DueUnit(StrEnum):
    """How a deadline of minutes is counted."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Due:
    """How long after the meeting, or after approval, something must be done."""

    amount: int
    unit: DueUnit
    since: DueFrom = DueFrom.MEETING


@dataclass(frozen=True, slots=True)
class QualificationRule:
    """How long a qualification lasts (None: for good) and the score it needs, in percent."""

    months: int | None = None
    score: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceAlarm:
    """After how many absences the council is to act.

    So many running (``consecutive``), or so many within ``months`` (``total``); with
    ``unless_excused`` only absences without an excuse count.
    """

    consecutive: int | None = None
    total: int | None = None
    months: int = 12
    unless_excused: bool = True
