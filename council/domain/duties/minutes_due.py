"""When minutes must be public, and what they must hold.

Sources: rules.md 2.8 (approved minutes within 30 days), 2.9 (draft minutes within two weeks of the
meeting even if unapproved), 2.11 (open to members a day before they are approved).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from council.domain.duties.duty_rules import Due, DueUnit
from council.domain.messages import Message
from council.domain.rulings import Ruling

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from zoneinfo import ZoneInfo

FIELDS = frozenset(
    {
        *("meeting_kind", "body", "number", "date", "scheduled_time", "place", "presiding"),
        *("secretary", "present", "absent", "motions", "votes", "tallies", "vote_by_member"),
        *("points_of_order", "previous_minutes", "previous_notice", "adjournment"),
        *("called_to_order", "remote"),
    }
)
"""Codes of what minutes must hold that the catalogue has words for."""
_DAYS = {DueUnit.DAYS: 1, DueUnit.WEEKS: 7}


@dataclass(frozen=True, slots=True)
class MinutesDue:
    """A deadline of minutes: ``last`` is its last day, or the moment when hours are counted.

    ``until`` is the moment from which it is late.
    """

    rule: Due
    since: datetime
    last: date | datetime
    until: datetime


def due_of(rule: Due, since: datetime, zone: ZoneInfo) -> MinutesDue:
    """Return the deadline that counts from a moment with its offset; days end in ``zone``."""
    local = since.astimezone(zone)
    if rule.unit is DueUnit.HOURS:
        moment = since + timedelta(hours=rule.amount)
        return MinutesDue(rule, local, moment.astimezone(zone), moment)
    if rule.unit is DueUnit.MONTHS:
        last = local.date() + relativedelta(months=rule.amount)
    else:
        last = local.date() + timedelta(days=rule.amount * _DAYS[rule.unit])
    until = datetime.combine(last + timedelta(days=1), datetime.min.time(), zone)
    return MinutesDue(rule, local, last, until)


def judge_due(
    due: MinutesDue,
    done_at: datetime | None,
    now: datetime,
    what: str,
    *,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge whether minutes were public in time; ``what`` is draft or approved.

    As long as there is still time it cannot be determined.
    """
    at = done_at or now
    in_time = at.timestamp() <= due.until.timestamp()
    if not isinstance(due.last, datetime):
        in_time = at.timestamp() < due.until.timestamp()
    zone = due.since.tzinfo
    params = {
        "what": Message(f"minutes_due.what_{what}"),
        "last": due.last,
        "since": due.since.date(),
        "at": at.astimezone(zone).date(),
        "late": max(0, (at.astimezone(zone).date() - _day(due.last)).days),
    }
    if done_at is None:
        code, holds = ("waiting", None) if in_time else ("overdue", False)
    else:
        code, holds = ("in_time", True) if in_time else ("late", False)
    return Ruling(holds, Message(f"minutes_due.{code}", params), source, verified)


def _day(last: date | datetime) -> date:
    return last.date() if isinstance(last, datetime) else last


def field_name(code: str) -> Message | str:
    """Return what minutes hold in words; one the catalogue does not know as its code."""
    return Message(f"minutes_field.{code}") if code in FIELDS else code.replace("_", " ")


def judge_fields(
    required: Sequence[str], there: Collection[str], *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether minutes hold everything the rules ask for."""
    missing = [code for code in required if code not in there]
    if not missing:
        return Ruling(True, Message("minutes_due.fields_met"), source, verified)
    params = {"missing": [field_name(code) for code in missing]}
    return Ruling(False, Message("minutes_due.fields_missing", params), source, verified)


def judge_signers(
    roles: Sequence[str], holders: Collection[str], *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether there is somebody in every office whose holder signs the minutes."""
    missing = [role for role in roles if role not in holders]
    params = {"roles": [Message(f"role.{role}") for role in missing or roles]}
    code = "minutes_due.signer_missing" if missing else "minutes_due.signers"
    return Ruling(not missing, Message(code, params), source, verified)
