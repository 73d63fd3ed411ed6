"""What the rules ask of a meeting and its people, judged from the record.

One door to notices, agendas, ways of voting, minutes and members; nothing here refuses anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.duties import meeting_duties as judges
from council.domain.rulings import Ruling
from council.domain.vocabulary import MeetingState, Method, Mode
from council.services import guard
from council.services.duties import duty_facts as facts
from council.services.duties.agenda_duties import (
    approval_ruling,
    comment_duties,
    plan_remarks,
    speaking_minutes,
)
from council.services.duties.late_items import (
    Remark,
    find_ground,
    late_needs,
    late_remarks,
    late_ruling,
    without_agenda,
)
from council.services.duties.member_duties import (
    MemberRemark,
    eligibility,
    ineligible,
    meetings_a_year,
    member_remarks,
    topics,
)
from council.services.duties.minutes_duties import MinutesDeadline, minutes_deadlines, signers
from council.services.duties.notices import DeadlineRow, PlaceRow, notice_deadline, required_places
from council.services.session.roll import Roll
from council.services.voting.vote_rules import method_ruling

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk

__all__ = [
    "DeadlineRow", "MemberRemark", "MinutesDeadline", "PlaceRow", "Remark", "approval_ruling",
    "comment_duties", "eligibility", "find_ground", "ineligible", "late_needs", "late_remarks",
    "late_ruling", "meetings_a_year", "member_remarks", "method_rulings", "minutes_deadlines",
    "notice_deadline", "plan_remarks", "remote_rulings", "required_places", "signers",
    "speaking_minutes", "topics", "without_agenda", "yearly_in_person",
]  # fmt: skip


def method_rulings(desk: Desk, motion_uid: str, at: datetime | None = None) -> dict[Method, Ruling]:
    """Return what the rules say of every way of voting on a motion, now when no moment is given."""
    motion = guard.row(desk, "motion", motion_uid)
    roll = Roll(desk, motion["meeting_uid"])
    return {method: method_ruling(roll, method.value, at) for method in Method}


def remote_rulings(desk: Desk, meeting_uid: str, at: datetime | None = None) -> list[Ruling]:
    """Return what the rules say of the members who take part from elsewhere at a moment.

    Whether they may, and whether the quorum is there in person where the rules ask for that.
    """
    roll = Roll(desk, meeting_uid)
    found: list[Ruling] = []
    away = [one for one in roll.present(at) if _is_remote(roll, one, at)]
    rule = facts.rule_of(roll.rules, "remote", "remote")
    if isinstance(rule, Ruling):
        found += [rule] if away else []
    elif rule is not None:
        found.append(judges.judge_remote(rule.value, [roll.name(one) for one in away], **rule.said))
    presence = facts.known(roll.rules, "quorum_presence")
    if presence is not None and presence.value == Mode.IN_PERSON and away:
        here = [one for one in roll.present(at) if one not in away]
        needed = roll.quorum(at).needed
        found.append(judges.judge_in_person(needed, len(here), **presence.said))
    return found


def _is_remote(roll: Roll, person: str, at: datetime | None) -> bool:
    entry = roll.by_person.get(person)
    return entry is not None and entry.here(at, Mode.REMOTE.value)


def yearly_in_person(desk: Desk, body_uid: str, year: int | None = None) -> Ruling | None:
    """Judge whether enough meetings of a year had their quorum in one room.

    None without a rule, and where too few had but nobody noted who came to another one.
    """
    today = desk.today()
    wanted = year or today.year
    found = rows.find(desk.conn, "meeting", order="starts_local", body_uid=body_uid)
    own = [one for one in found if one["starts_local"].startswith(f"{wanted:04}-")]
    if not own:
        return None
    rule = facts.rule_of(Roll(desk, own[-1]["uid"]).rules, "remote", "remote")
    if rule is None or isinstance(rule, Ruling) or not rule.value.yearly_in_person:
        return rule if isinstance(rule, Ruling) else None
    held = [Roll(desk, one["uid"]) for one in own if one["state"] == MeetingState.HELD]
    met = sum(map(_met_in_person, held))
    left = sum(
        one["state"] in (MeetingState.PLANNED, MeetingState.NOTICED)
        and one["starts_local"][:10] >= today.isoformat()
        for one in own
    )
    ruling = judges.judge_yearly(rule.value, met, left, **rule.said)
    unknown = any(not roll.entries for roll in held)
    return None if ruling.holds is False and unknown else ruling


def _met_in_person(roll: Roll) -> bool:
    """Tell whether as many members as the quorum needs came in person to a held meeting."""
    came = [
        person
        for person in roll.electors
        if (entry := roll.by_person.get(person)) is not None
        and any(span.mode == Mode.IN_PERSON for span in entry.stays)
    ]
    needed = roll.quorum(None).needed
    return needed is not None and len(came) >= needed
