"""The room as it is read: who is here, who is expected, whether that is a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.text import Text
from council.domain.vocabulary import ItemState, Mode, Presence, Role
from council.domain.votes.presence import is_late
from council.services import guard
from council.services.session.punctual import roll_over_at
from council.services.session.roll import Entry, Roll, SpanRow

if TYPE_CHECKING:
    from collections.abc import Iterable
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
    ``since`` is when the present stay began, ``until`` when somebody who left did so, ``noted_at``
    when an excuse or absence was noted; ``recused`` and ``ineligible`` are about the item that is
    before the meeting. ``late`` came after the roll was over. ``substitute_for`` is the member in
    whose place somebody is here, ``in_place_of`` that member's name; a substitute is ``voting`` as
    long as the member's vote is theirs, and the member is then ``represented``.
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
    late: bool = False
    presides: bool = False
    substitute_for: str | None = None
    in_place_of: Text = guard.NO_TEXT
    represented: bool = False
    noted_at: datetime | None = None

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
    """Return everybody of the meeting: voting members by seat, others of the body, then guests.

    Whoever came in a member's place stands behind that member.
    """
    roll = Roll(desk, meeting_uid)
    made = _Maker(desk, roll)
    known = {member.person_uid for member in roll.members}
    others = [entry for entry in roll.entries if entry.person_uid not in known]
    honorifics = _honorifics(desk, [one.person_uid for one in others if one.person_uid])
    placed: dict[str | None, list[RoomRow]] = {}
    for entry in others:
        placed.setdefault(entry.substitute_for, []).append(made.other(entry, honorifics))
    listed: list[RoomRow] = []
    for member in roll.members:
        listed += [made.member(member), *placed.pop(member.person_uid, ())]
    return listed + [row for rows_ in placed.values() for row in rows_]


def _current_item(desk: Desk, meeting_uid: str) -> str | None:
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, state=ItemState.CURRENT.value
    )
    return str(found[-1]["uid"]) if found else None


def _honorifics(desk: Desk, people: Iterable[str]) -> dict[str, Text]:
    found = rows.find(desk.conn, "person", order="uid", uid=list(people))
    return {str(one["uid"]): guard.text_of(one, "honorific") for one in found}


class _Maker:
    """Makes the rows of one meeting's room; what all of them need is read once."""

    def __init__(self, desk: Desk, roll: Roll) -> None:
        self._roll = roll
        self._codes = roll.codes()
        item = _current_item(desk, roll.uid)
        self._recused, self._barred = roll.recusals(item), roll.ineligible(item)
        self._over = roll_over_at(desk, roll)
        self._presiding = roll.meeting["presiding_uid"]
        self._members = roll.electors

    def member(self, member: MembershipRow) -> RoomRow:
        """Return the row of somebody of the body."""
        roll, person = self._roll, member.person_uid
        stand_ins = roll.stand_ins.get(person, ())
        return RoomRow(
            person_uid=person,
            guest=False,
            name=member.person_name,
            honorific=member.honorific,
            seat_label=member.seat_label or Text(),
            role=str(member.role),
            voting=person in roll.voting or self._votes_for_another(person),
            weight=member.weight,
            represented=bool(stand_ins) and roll.voter(person) in stand_ins,
            **self._stay(person, roll.by_person.get(person)),
        )

    def other(self, entry: Entry, honorifics: dict[str, Text]) -> RoomRow:
        """Return the row of a guest, or of somebody who came in a member's place."""
        roll, person = self._roll, entry.person_uid
        return RoomRow(
            person_uid=person,
            guest=person is None,
            name=roll.name(person) if person else entry.guest,
            honorific=honorifics.get(person or "", Text()),
            seat_label=Text(),
            role=(Role.ALTERNATE if entry.substitute_for else Role.OBSERVER).value,
            voting=bool(person) and self._votes_for_another(str(person)),
            weight=roll.weight_of(person) if person else 1,
            **self._stay(person or "", entry),
        )

    def _votes_for_another(self, person: str) -> bool:
        entry = self._roll.by_person.get(person)
        member = entry.substitute_for if entry and entry.votes else None
        return member is not None and self._roll.voter(member) == person

    def _stay(self, person: str, entry: Entry | None) -> dict[str, Any]:
        """Return how somebody attends, and what that is on the item before the meeting."""
        member = entry.substitute_for if entry else None
        return {
            "code": self._codes.get(person, ""),
            "state": _state(entry),
            "since": _since(entry),
            "until": _until(entry),
            "spans": entry.spans if entry else (),
            "attendance_uid": entry.uid if entry else None,
            "reason": entry.reason if entry else None,
            "recused": person in self._recused,
            "ineligible": person in self._barred,
            "late": entry is not None
            and person in self._members
            and is_late(entry.stays, self._over),
            "presides": bool(person) and person == self._presiding,
            "substitute_for": member,
            "in_place_of": self._roll.name(member),
            "noted_at": entry.noted_at if entry and entry.status != Presence.PRESENT else None,
        }


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
    if at is not None:
        return _quorum(desk, meeting_uid, at)
    memo = desk.conn.memo
    return memo.get(("quorum", meeting_uid), (), lambda: _quorum(desk, meeting_uid, None))


def _quorum(desk: Desk, meeting_uid: str, at: datetime | None) -> QuorumRow:
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
        if entry.person_uid in roll.voters
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
