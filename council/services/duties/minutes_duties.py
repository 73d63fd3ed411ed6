"""When a meeting's minutes must be public, and whether they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from council.db import rows
from council.domain.duties import minutes_due
from council.domain.rulings import Ruling
from council.domain.vocabulary import MeetingState, MinutesState
from council.services import guard
from council.services.duties import duty_facts as facts
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from council.services.desk import Desk

DRAFT, APPROVED, OPEN = "draft", "approved", "open"
_KEYS = ("minutes.draft_due", "minutes.approved_due", "minutes.open_before")
_APPROVED_STAMP = "approved"


@dataclass(frozen=True, slots=True)
class MinutesDeadline:
    """One deadline of a meeting's minutes.

    ``what`` is draft (counted from the meeting), approved (from the approval) or open (before the
    meeting that approves them). ``until`` is the moment from which it is late, None when nobody
    knows the rule; ``done_at`` when it was done.
    """

    meeting_uid: str
    what: str
    ruling: Ruling
    until: datetime | None
    done_at: datetime | None


def minutes_deadlines(desk: Desk, meeting_uid: str) -> list[MinutesDeadline]:
    """Return the deadlines of a held meeting's minutes by the rules of its day."""
    roll = Roll(desk, meeting_uid)
    if roll.meeting["state"] != MeetingState.HELD or not any(map(roll.rules.find, _KEYS)):
        return []
    public = facts.published(desk, meeting_uid, "minutes", public=1)
    found = [
        _due(desk, roll, DRAFT, _held_at(roll.meeting), min(public, default=None)),
        _approved(desk, roll),
        _open(desk, roll),
    ]
    return [one for one in found if one is not None]


def _held_at(meeting: Mapping[str, Any]) -> datetime:
    """Return when a meeting ended, as near as the record knows."""
    ended = guard.moment_of(meeting, "adjourned_at")
    return ended or guard.moment_of(meeting, "called_to_order_at") or facts.starts(meeting)


def _due(
    desk: Desk, roll: Roll, what: str, since: datetime, done: datetime | None
) -> MinutesDeadline | None:
    rule = facts.rule_of(roll.rules, f"minutes.{what}_due", f"minutes_{what}")
    if rule is None:
        return None
    if isinstance(rule, Ruling):
        return MinutesDeadline(roll.uid, what, rule, None, done)
    due = minutes_due.due_of(rule.value, since, ZoneInfo(roll.meeting["zone"]))
    ruling = minutes_due.judge_due(due, done, desk.now(), what, **rule.said)
    return MinutesDeadline(roll.uid, what, ruling, due.until, done)


def _approved(desk: Desk, roll: Roll) -> MinutesDeadline | None:
    """Return the deadline that counts from the approval; there is none before it."""
    found = rows.find(desk.conn, "minutes", order="uid", meeting_uid=roll.uid)
    approved_at = guard.moment_of(found[0], "approved_at") if found else None
    if not found or found[0]["state"] != MinutesState.APPROVED or approved_at is None:
        return None
    public = facts.published(desk, roll.uid, "minutes", public=1, stamp=_APPROVED_STAMP)
    return _due(desk, roll, APPROVED, approved_at, min(public, default=None))


def _open(desk: Desk, roll: Roll) -> MinutesDeadline | None:
    """Return until when members must be able to read them before the meeting that approves them."""
    rule = facts.rule_of(roll.rules, "minutes.open_before", "minutes_open")
    items = rows.find(desk.conn, "agenda_item", approves_uid=roll.uid) if rule else []
    if rule is None or not items:
        return None
    done = min(facts.published(desk, roll.uid, "minutes"), default=None)
    if isinstance(rule, Ruling):
        return MinutesDeadline(roll.uid, OPEN, rule, None, done)
    meeting = guard.row(desk, "meeting", items[0]["meeting_uid"])
    due = facts.notice_deadline_of(rule.value, meeting)
    if due is None:
        ruling = facts.unusable(rule.value, rule.source)
        return MinutesDeadline(roll.uid, OPEN, ruling, None, done)
    ruling = facts.judged(rule, due, [done] if done else [], "minutes", desk.now())
    return MinutesDeadline(roll.uid, OPEN, ruling, due.until, done)


def signers(desk: Desk, meeting_uid: str) -> Ruling | None:
    """Return who signs the minutes by the rules; not held when nobody is in that office."""
    roll = Roll(desk, meeting_uid)
    rule = facts.known(roll.rules, "minutes.signers")
    if rule is None:
        return None
    held = {str(member.role) for member in roll.members}
    if roll.meeting["secretary_uid"]:
        held.add("secretary")
    return minutes_due.judge_signers([str(one) for one in rule.value], held, **rule.said)
