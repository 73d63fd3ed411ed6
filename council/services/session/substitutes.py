"""Who comes in the place of a member, and whether with the member's vote: the rules say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, Message
from council.domain.rules.kinds_votes import Substitutes
from council.domain.rulings import Ruling
from council.services import guard
from council.services.desk import Changes, Done
from council.services.members import people
from council.services.session import stays
from council.services.session.roll import Roll
from council.services.voting.room_of_vote import follow_room

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"attendance", "people", "votes", "advice"})
NOT_FORESEEN = "substitute_not_foreseen"


def add_substitute(
    desk: Desk,
    meeting_uid: str,
    member_uid: str,
    name: Text,
    *,
    person_uid: str | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Record that somebody came in the place of a member; return the substitute's person uid.

    ``person_uid`` is somebody on file; a name alone puts a new person on file. The rules of the day
    say whether the substitute has the member's vote; where they say nothing there is none, and that
    goes on record as advice. InputRefused when both are the same person.
    """
    guard.unlocked(desk, meeting_uid)
    roll = Roll(desk, meeting_uid)
    if person_uid is None:
        guard.words(name, "field.name")
    if member_uid not in roll.electors:
        raise InputRefused("error.substitute_for_whom", name=roll.name(member_uid))
    if person_uid is not None and person_uid in roll.electors:
        raise InputRefused("error.substitute_is_member", name=roll.name(person_uid))
    rule = roll.rules.find("substitutes")
    value = rule.value if rule and rule.known else None
    who = name if person_uid is None else roll.name(person_uid)
    with desk.step("step.add_substitute", name=who, member=roll.name(member_uid)):
        person = person_uid or people.add_person(desk, name=name).value
        votes = int(value == Substitutes.VOTE)
        _put(desk, roll, person, {"substitute_for_uid": member_uid, "votes": votes}, at)
        follow_room(desk, meeting_uid)
        if not votes and value != Substitutes.ATTEND:
            _advise(desk, roll, person, value)
    return Done(person, _CHANGED)


def _put(desk: Desk, roll: Roll, person: str, values: dict[str, Any], at: datetime | None) -> None:
    """Let the substitute be there from now on, in the member's place."""
    stamp = desk.stamp(at)
    entry = roll.by_person.get(person)
    uid = entry.uid if entry and entry.here() else stays.arrive(desk, roll, person, stamp)
    rows.update(desk.conn, "attendance", uid, values)


def _advise(desk: Desk, roll: Roll, person: str, value: Substitutes | None) -> None:
    # Only a substitute whom the rules do not foresee pays for loading the advice.
    from council.services.advice import put_advice

    rule = roll.rules.find("substitutes")
    code = "substitute.unknown" if value is None else "substitute.none"
    ruling = Ruling(
        None if value is None else False,
        Message(code, {"name": roll.name(person)}),
        rule.source if rule else "",
        rule.verified if rule else True,
    )
    put_advice(
        desk, meeting_uid=roll.uid, code=NOT_FORESEEN, ruling=ruling, rules=roll.rules,
        person_uid=person, followed=None if value is None else False,
    )  # fmt: skip
