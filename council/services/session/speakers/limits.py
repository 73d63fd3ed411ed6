"""How long somebody may speak: a carried motion, the meeting's own limit, the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard
from council.services.desk import Changes, Done
from council.services.duties import duty_facts as facts
from council.services.session.roll import Roll
from council.services.session.speakers.rows import SpeakerKind

if TYPE_CHECKING:
    from council.services.desk import Desk

_MINUTE = 60
LONGEST = 24 * 60 * _MINUTE
"""Seconds of a day; a longer limit is a slip of the finger."""
_CHANGED: Changes = frozenset({"speakers", "meetings"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how often one may speak on an item, None where nobody says.

    ``member`` and ``resident`` are seconds, ``times`` is how often a member has the floor on one
    question; ``translator`` is how many times the time somebody with a translator has. ``own`` is
    what the meeting set for itself, ``by_rule`` what the rules say, members first; the sources say
    where the rules say so.
    """

    member: int | None = None
    resident: int | None = None
    times: int | None = None
    translator: int = 1
    own: tuple[int | None, int | None] = (None, None)
    by_rule: tuple[int | None, int | None] = (None, None)
    source: str = ""
    public_source: str = ""
    times_source: str = ""

    def of(self, kind: SpeakerKind) -> int | None:
        """Return the seconds for somebody who speaks as this."""
        return self.member if kind is SpeakerKind.MEMBER else self.resident


NO_LIMITS = Limits()


def limits_of(desk: Desk, meeting_uid: str, item_uid: str | None) -> Limits:
    """Return the limits on an item: what the meeting decided goes before its rules."""
    roll = Roll(desk, meeting_uid)
    decided = _decided(desk, meeting_uid, item_uid)
    speech = facts.known(roll.rules, "speaking.minutes")
    public = facts.known(roll.rules, "public_comment.minutes")
    times = facts.known(roll.rules, "speaking.times")
    factor = facts.known(roll.rules, "public_comment.translator_factor")
    own = roll.meeting["member_seconds"], roll.meeting["resident_seconds"]
    by_rule = _seconds(speech), _seconds(public)
    return Limits(
        member=decided or own[0] or by_rule[0],
        resident=own[1] or by_rule[1],
        times=(times.value or None) if times else None,
        translator=factor.value if factor else 1,
        own=own,
        by_rule=by_rule,
        source=speech.source if speech else "",
        public_source=public.source if public else "",
        times_source=times.source if times else "",
    )


def _seconds(rule: facts.Rule | None) -> int | None:
    """Return a rule's minutes in seconds; none said and no minutes mean no limit."""
    return (int(rule.value) * _MINUTE or None) if rule else None


def _decided(desk: Desk, meeting_uid: str, item_uid: str | None) -> int | None:
    """Return what the last carried motion to limit debate on an item gives each speaker."""
    found = rows.find(
        desk.conn,
        "motion",
        order="decided_at, position",
        meeting_uid=meeting_uid,
        item_uid=item_uid,
        kind=MotionKind.LIMIT_DEBATE.value,
        outcome=Outcome.CARRIED.value,
        speech_seconds=rows.GIVEN,
    )
    return int(found[-1]["speech_seconds"]) if found else None


def set_limits(
    desk: Desk, meeting_uid: str, *, member: int | None = None, resident: int | None = None
) -> Done[str]:
    """Give a meeting its own limits in seconds, None for what the rules say."""
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    for seconds in (member, resident):
        check_seconds(seconds)
    values = {"member_seconds": member, "resident_seconds": resident}
    with desk.step("step.set_limits"):
        rows.update(desk.conn, "meeting", meeting_uid, values)
    return Done(meeting_uid, _CHANGED)


def check_seconds(seconds: int | None) -> None:
    """Refuse a limit that is none."""
    if seconds is not None and not 0 < seconds <= LONGEST:
        raise InputRefused("error.speaking_time")


def with_translator(limits: Limits, seconds: int | None) -> int | None:
    """Return the time of somebody whose words are translated after them."""
    return None if seconds is None else seconds * limits.translator
