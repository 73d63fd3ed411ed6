"""The room as it is read: who is here, who is expected, whether that is a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.text import Text
from council.domain.vocabulary import ItemState, Mode, Presence, Role
from council.services import guard
from council.services.session.roll import Entry, Roll, SpanRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from council.domain.votes.quorum import QuorumVerdict
    from council.services.desk import Desk
    from council.services.members.bodies import MembershipRow

EXPECTED = "expected"
LEFT = "left"
REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One person of the room column.

    ``state`` is present, remote, excused, absent, left or expected (nobody has said anything yet);
    ``since`` is when the present stay began, ``until`` when somebody who left did so; ``recused``
    and ``ineligible`` are about the item that is before the meeting.
    """

    person_uid: str | None
    guest: bool
    name: Text
    honorific: Text
    seat_label: Text
    role: str
    code: str
    state: str
    since: datetime | None
    until: datetime | None
    spans: tuple[SpanRow, ...]
    voting: bool
    attendance_uid: str | None
    reason: str | None
    weight: int = 1
    recused: bool = False
    ineligible: bool = False

    @property
    def here(self) -> bool:
        """Tell whether the person is in the room now."""
        return self.state in (Presence.PRESENT, REMOTE)


@dataclass(frozen=True, slots=True)
class QuorumRow:
    """The quorum with the numbers it is made of; ``since`` is when it last was won or lost."""

    verdict: QuorumVerdict
    present: int
    members_in_office: int
    seats: int | None
    since: datetime | None

    @property
    def met(self) -> bool | None:
        """Tell whether there is a quorum, None when it cannot be determined."""
        return self.verdict.met

    @property
    def needed(self) -> int | None:
        """Return how many members the quorum needs."""
        return self.verdict.needed


@dataclass(frozen=True, slots=True)
class RecusalRow:
    """Somebody who takes no part in one item or one vote."""

    uid: str
    person_uid: str
    name: Text
    item_uid: str | None
    vote_uid: str | None
    reason: str | None
    at: datetime | None


def room(desk: Desk, meeting_uid: str) -> list[RoomRow]:
    """Return everybody of the meeting: voting members by seat, others of the body, then guests."""
    roll = Roll(desk, meeting_uid)
    codes = roll.codes()
    item = _current_item(desk, meeting_uid)
    recused, barred = roll.recusals(item), roll.ineligible(item)
    listed = [_member_row(roll, member, codes, recused, barred) for member in roll.members]
    known = {member.person_uid for member in roll.members}
    others = [entry for entry in roll.entries if entry.person_uid not in known]
    honorifics = _honorifics(desk, [one.person_uid for one in others if one.person_uid])
    return listed + [_other_row(roll, entry, codes, honorifics) for entry in others]


def _current_item(desk: Desk, meeting_uid: str) -> str | None:
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    return str(found[-1]["uid"]) if found else None


def _honorifics(desk: Desk, people: Iterable[str]) -> dict[str, Text]:
    found = rows.find(desk.conn, "person", order="uid", uid=list(people))
    return {str(one["uid"]): guard.text_of(one, "honorific") for one in found}


def _member_row(
    roll: Roll,
    member: MembershipRow,
    codes: dict[str, str],
    recused: Collection[str],
    barred: Collection[str],
) -> RoomRow:
    person = member.person_uid
    entry = roll.by_person.get(person)
    return RoomRow(
        person_uid=person,
        guest=False,
        name=member.person_name,
        honorific=member.honorific,
        seat_label=member.seat_label or Text(),
        role=str(member.role),
        code=codes.get(person, ""),
        state=_state(entry),
        since=_since(entry),
        until=_until(entry),
        spans=entry.spans if entry else (),
        voting=person in roll.voting,
        attendance_uid=entry.uid if entry else None,
        reason=entry.reason if entry else None,
        weight=member.weight,
        recused=person in recused,
        ineligible=person in barred,
    )


def _other_row(
    roll: Roll, entry: Entry, codes: dict[str, str], honorifics: dict[str, Text]
) -> RoomRow:
    person = entry.person_uid
    return RoomRow(
        person_uid=person,
        guest=person is None,
        name=roll.name(person) if person else entry.guest,
        honorific=honorifics.get(person or "", Text()),
        seat_label=Text(),
        role=Role.OBSERVER.value,
        code=codes.get(person or "", ""),
        state=_state(entry),
        since=_since(entry),
        until=_until(entry),
        spans=entry.spans,
        voting=False,
        attendance_uid=entry.uid,
        reason=entry.reason,
    )


def _state(entry: Entry | None) -> str:
    if entry is None:
        return EXPECTED
    if entry.status != Presence.PRESENT:
        return entry.status
    if not entry.here():
        return LEFT
    span = entry.open_span
    return REMOTE if span and span.mode == Mode.REMOTE else Presence.PRESENT.value


def _since(entry: Entry | None) -> datetime | None:
    if entry is None or not entry.spans:
        return None
    return (entry.open_span or entry.spans[-1]).from_at


def _until(entry: Entry | None) -> datetime | None:
    gone = entry is not None and entry.spans and _state(entry) == LEFT
    return entry.spans[-1].to_at if entry and gone else None


def quorum(desk: Desk, meeting_uid: str, at: datetime | None = None) -> QuorumRow:
    """Count the quorum at a moment, now when none is given."""
    roll = Roll(desk, meeting_uid)
    verdict = roll.quorum(at)
    return QuorumRow(
        verdict=verdict,
        present=verdict.present,
        members_in_office=len(roll.electors),
        seats=roll.seats,
        since=_quorum_since(roll, verdict.met),
    )


def changes_of_room(roll: Roll) -> list[datetime]:
    """Return the moments at which a voting member came or went, in order."""
    moments = {
        moment
        for entry in roll.entries
        if entry.person_uid in roll.electors
        for span in entry.spans
        for moment in (span.from_at, span.to_at)
        if moment is not None
    }
    return sorted(moments)


def _quorum_since(roll: Roll, met: bool | None) -> datetime | None:
    """Return since when the quorum has been as it is now, by counting anew at every change."""
    changes = roll.quorum_changes()
    return changes[-1].at if changes and changes[-1].met == met else None


def list_recusals(desk: Desk, meeting_uid: str, item_uid: str | None = None) -> list[RecusalRow]:
    """Return the recusals of a meeting, or of one item of it."""
    roll = Roll(desk, meeting_uid)
    wanted = {} if item_uid is None else {"item_uid": item_uid}
    found = rows.find(desk.conn, "recusal", order="at", meeting_uid=meeting_uid, **wanted)
    return [
        RecusalRow(
            uid=one["uid"],
            person_uid=one["person_uid"],
            name=roll.name(one["person_uid"]),
            item_uid=one["item_uid"],
            vote_uid=one["vote_uid"],
            reason=one["reason"],
            at=guard.moment_of(one, "at"),
        )
        for one in found
    ]
