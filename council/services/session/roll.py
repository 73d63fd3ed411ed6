"""The roll of one meeting: its members with their attendance, and the numbers a vote stands on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from council.db import rows
from council.domain.codes import member_codes
from council.domain.text import Text
from council.domain.vocabulary import Mode, Presence
from council.domain.votes.presence import Span, is_here
from council.domain.votes.quorum import IN_PERSON, QuorumBase, judge_quorum, quorum_changes
from council.domain.votes.voting import Room
from council.services import guard
from council.services.council import get_rules
from council.services.members import bodies

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

    from council.domain.rules.layers import Rules
    from council.domain.votes.quorum import QuorumChange, QuorumRule, QuorumVerdict
    from council.services.desk import Desk
    from council.services.members.bodies import MembershipRow

Kept = TypeVar("Kept")
SPARE_CODES = 3
"""So many substitutes may come without changing the codes of members in the midst of a meeting."""
_REMOTE = Mode.REMOTE.value
_NAMED = ("membership", "person", "body", "seat")
"""The tables that memberships are read from with the names in them."""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One stretch of time that somebody was there."""

    uid: str
    from_at: datetime | None
    to_at: datetime | None
    mode: str

    def plain(self) -> Span:
        """Return it without its uid."""
        return Span(self.from_at, self.to_at, self.mode)


@dataclass(frozen=True)
class Entry:
    """One line of the attendance list as it is stored.

    ``substitute_for`` is the member in whose place somebody came, ``votes`` whether with the
    member's vote; ``noted_at`` is when an excuse or an absence was noted.
    """

    uid: str
    person_uid: str | None
    guest: Text
    status: str
    reason: str | None
    spans: tuple[SpanRow, ...]
    substitute_for: str | None = None
    votes: bool = False
    noted_at: datetime | None = None

    @cached_property
    def stays(self) -> tuple[Span, ...]:
        """Return the spans without their uids; who is present without one stayed all the time."""
        if self.status != Presence.PRESENT:
            return ()
        return tuple(span.plain() for span in self.spans) or (Span(),)

    def here(self, at: datetime | None = None, mode: str | None = None) -> bool:
        """Tell whether the person is there at a moment, now when none is given; in one mode."""
        stays = self.stays if mode is None else [one for one in self.stays if one.mode == mode]
        return bool(stays) and is_here(self.status, stays, at)

    @property
    def open_span(self) -> SpanRow | None:
        """Return the span that has not ended, if there is one."""
        return next((span for span in reversed(self.spans) if span.to_at is None), None)


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers of the room at one moment, as a vote keeps them."""

    room: Room
    quorum: QuorumVerdict
    recused: frozenset[str]
    ineligible: frozenset[str] = frozenset()

    def columns(self) -> dict[str, Any]:
        """Return them as the columns of the vote table."""
        return {
            "present": self.room.present,
            "present_entitled": self.room.present_entitled,
            "members_in_office": self.room.members_in_office,
            "entitled": self.room.entitled,
            "seats": self.room.seats,
            "quorum_needed": self.quorum.needed,
            "quorum_present": None if self.room.present is None else self.quorum.present,
            "ineligible": sorted(self.ineligible) or None,
        }


class Roll:
    """Read one meeting's roll once, answer many questions about it.

    What it reads stays in the connection's memo until its table changes; nobody changes it.
    """

    def __init__(self, desk: Desk, meeting_uid: str) -> None:
        self._desk = desk
        self.meeting: Mapping[str, Any] = self._kept(
            ("meeting", meeting_uid), ("meeting",), lambda: guard.row(desk, "meeting", meeting_uid)
        )
        body = self.meeting["body_uid"]
        self.body: Mapping[str, Any] = self._kept(
            ("body", body), ("body",), lambda: guard.row(desk, "body", body)
        )

    def _kept(self, key: Hashable, tables: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        return self._desk.conn.memo.get(key, tables, make)

    @property
    def uid(self) -> str:
        """Return the meeting's uid."""
        return str(self.meeting["uid"])

    @property
    def day(self) -> date:
        """Return the day the meeting is (or is planned) on."""
        return date.fromisoformat(str(self.meeting["starts_local"])[:10])

    @cached_property
    def rules(self) -> Rules:
        """Return the rules in force on the meeting's day."""
        return get_rules(self._desk, self.day)

    @cached_property
    def electors(self) -> Mapping[str, int]:
        """Return the votes each voting member in office has, by person: all that a count needs.

        As with ``bodies.members_on`` a seat counts once, on the day of a change for its new
        holder; this reads one table instead of four, since it runs with every vote.
        """
        body, day = self.body["uid"], self.day.isoformat()
        return self._kept(("electors", body, day), ("membership",), lambda: self._electors(day))

    def _electors(self, day: str) -> Mapping[str, int]:
        found = rows.find(
            self._desk.conn, "membership", order="start_on, position", body_uid=self.body["uid"],
            voting=1,
        )  # fmt: skip
        by_seat = {
            one["seat_uid"] or f"person {one['person_uid']}": one
            for one in found
            if (one["start_on"] or "") <= day and (one["end_on"] is None or day <= one["end_on"])
        }
        return {one["person_uid"]: one["weight"] for one in by_seat.values()}

    @cached_property
    def voting(self) -> Mapping[str, MembershipRow]:
        """Return the voting members in office by person, in the order of the roll."""
        body, day = self.body["uid"], self.day
        return self._kept(("voting", body, day), _NAMED, self._voting)

    def _voting(self) -> Mapping[str, MembershipRow]:
        listed = bodies.members_on(self._desk, self.body["uid"], self.day)
        return {one.person_uid: one for one in listed}

    @cached_property
    def members(self) -> Sequence[MembershipRow]:
        """Return everybody in the body on that day, voting members first, each person once."""
        body, day = self.body["uid"], self.day
        return self._kept(("members", body, day), _NAMED, self._members)

    def _members(self) -> Sequence[MembershipRow]:
        first = dict(self.voting)
        for one in bodies.list_memberships(self._desk, body_uid=self.body["uid"], on=self.day):
            first.setdefault(one.person_uid, one)
        return tuple(first.values())

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """Return the attendance list."""
        return self._kept(("entries", self.uid), ("attendance", "span"), self._entries)

    def _entries(self) -> Sequence[Entry]:
        conn = self._desk.conn
        found = rows.find(conn, "attendance", meeting_uid=self.uid)
        spans: dict[str, list[dict[str, Any]]] = {}
        for span in rows.find(conn, "span", attendance_uid=[one["uid"] for one in found]):
            spans.setdefault(span["attendance_uid"], []).append(span)
        return tuple(_entry(one, spans.get(one["uid"], [])) for one in found)

    @cached_property
    def by_person(self) -> dict[str, Entry]:
        """Return the attendance of persons by their uid."""
        return {one.person_uid: one for one in self.entries if one.person_uid}

    @cached_property
    def stand_ins(self) -> dict[str, list[str]]:
        """Return by member who came to vote in the member's place."""
        found: dict[str, list[str]] = {}
        for one in self.entries:
            member, person = one.substitute_for, one.person_uid
            if one.votes and member and person and person not in self.electors:
                found.setdefault(member, []).append(person)
        return found

    @cached_property
    def voters(self) -> frozenset[str]:
        """Return everybody who may vote at some time: members and those in their places."""
        seats = (subs for member, subs in self.stand_ins.items() if member in self.electors)
        return frozenset(self.electors).union(*seats)

    def voter(self, member: str, at: datetime | None = None) -> str | None:
        """Return who has a member's vote at a moment: the member, else a substitute; or nobody."""
        if self.here(member, at):
            return member
        return next((one for one in self.stand_ins.get(member, ()) if self.here(one, at)), None)

    def codes(self) -> dict[str, str]:
        """Return the short key of every person on the roll."""
        people = {member.person_uid: member.person_name for member in self.members}
        for entry in self.entries:
            if entry.person_uid and entry.person_uid not in people:
                people[entry.person_uid] = self.name(entry.person_uid)
        spoken = self._desk.language or self._desk.languages()[0]
        most = len(self.members) + SPARE_CODES
        codes = member_codes(list(people.values()), spoken, most)
        return dict(zip(people, codes, strict=True))

    def name(self, person_uid: str | None) -> Text:
        """Return a person's name, the empty text for nobody."""
        if person_uid is not None and person_uid in self.voting:
            return self.voting[person_uid].person_name
        found = rows.get(self._desk.conn, "person", person_uid) if person_uid else None
        return guard.text_of(found, "name") if found else Text()

    def here(self, person_uid: str, at: datetime | None = None) -> bool:
        """Tell whether a person is in the room."""
        entry = self.by_person.get(person_uid)
        return entry is not None and entry.here(at)

    def anybody_remote(self, at: datetime | None = None) -> bool:
        """Tell whether somebody with a vote takes part from elsewhere at a moment, or now."""
        entries = self.by_person
        return any(one in entries and entries[one].here(at, _REMOTE) for one in self.voters)

    def present(self, at: datetime | None = None, *, ever: bool = False) -> list[str]:
        """Return who is in the room with a vote at a moment, now when none is given.

        In the place of a member who is away stands a substitute who votes. With ``ever`` those who
        were there at any time: for a vote of which nobody noted the time.
        """
        if ever:
            found = (self._came(one) for one in self.electors)
        else:
            found = (self.voter(one, at) for one in self.electors)
        return [one for one in found if one is not None]

    def present_at(self, moments: Sequence[datetime]) -> list[list[str]]:
        """Return for each of many moments, in order, what ``present`` returns for it.

        Each stay is looked at once, not once for every moment.
        """
        there = {one: self._moments_of(one, moments) for one in self.voters}
        found: list[list[str]] = [[] for _ in moments]
        for member in self.electors:
            taken: set[int] = set()
            for person in (member, *self.stand_ins.get(member, ())):
                for place in sorted(there[person] - taken):
                    found[place].append(person)
                taken |= there[person]
        return found

    def _moments_of(self, person: str, moments: Sequence[datetime]) -> set[int]:
        """Return the places of the moments at which a person is in the room."""
        entry = self.by_person.get(person)
        places: set[int] = set()
        for stay in entry.stays if entry else ():
            begin = 0 if stay.from_at is None else bisect_left(moments, stay.from_at)
            end = len(moments) if stay.to_at is None else bisect_left(moments, stay.to_at)
            places.update(range(begin, end))
        return places

    def _came(self, member: str) -> str | None:
        entries, came = self.by_person, Presence.PRESENT.value
        wanted = (member, *self.stand_ins.get(member, ()))
        return next((one for one in wanted if one in entries and entries[one].status == came), None)

    @cached_property
    def seats(self) -> int | None:
        """Return the number of seats the body has by its rules, None when nobody said."""
        if self.body["seats"] is not None:
            return int(self.body["seats"])
        conn, body = self._desk.conn, self.body["uid"]
        return self._kept(
            ("seats", body), ("seat",), lambda: rows.count(conn, "seat", body_uid=body) or None
        )

    def recusals(self, item_uid: str | None, vote_uid: str | None = None) -> frozenset[str]:
        """Return who is recused on an agenda item or in a vote."""
        conn, meeting = self._desk.conn, self.uid
        found = self._kept(
            ("recusals", meeting),
            ("recusal",),
            lambda: rows.find(conn, "recusal", order="uid", meeting_uid=meeting),
        )
        return frozenset(
            str(one["person_uid"])
            for one in found
            if (vote_uid is not None and one["vote_uid"] == vote_uid)
            or (item_uid is not None and one["item_uid"] == item_uid and not one["vote_uid"])
        )

    def quorum(
        self,
        at: datetime | None = None,
        out: Collection[str] = (),
        here: Collection[str] | None = None,
        *,
        ever: bool = False,
    ) -> QuorumVerdict:
        """Judge the quorum at a moment, now when none is given; ``here`` saves counting again.

        With ``ever`` whoever was there at any time counts, as in ``present``.
        ``out`` are those recused or ineligible on the item: they leave the quorum only where the
        rules take it of those entitled on the item.
        """
        found = self.rules.find("quorum")
        rule: QuorumRule | None = found.value if found else None
        counted = self.present(at, ever=ever) if here is None else here
        if rule is not None and rule.base is QuorumBase.ENTITLED_ON_ITEM:
            counted = [person for person in counted if person not in out]
        presence = str(self.rules.value_of("quorum_presence") or "any")
        return judge_quorum(
            rule,
            len(counted),
            members_in_office=len(self.electors),
            seats=self.seats,
            entitled_on_item=len(self._entitled(out, at)),
            in_person=self._in_room(counted, at, ever=ever) if presence == IN_PERSON else None,
            presence=presence,
            source=found.source if found else "",
        )

    def _entitled(self, out: Collection[str], at: datetime | None) -> list[str]:
        """Return the members who may vote, themselves or through whoever came in their place."""
        if not out:
            return list(self.electors)
        return [one for one in self.electors if one not in out and self.voter(one, at) not in out]

    def _in_room(self, people: Collection[str], at: datetime | None, *, ever: bool) -> int:
        entries, room = [self.by_person[one] for one in people], Mode.IN_PERSON.value
        if ever:
            return sum(any(stay.mode == room for stay in one.stays) for one in entries)
        return sum(one.here(at, room) for one in entries)

    def quorum_changes(self) -> tuple[QuorumChange, ...]:
        """Return the quorum at first and at every moment at which it was won or lost."""
        entries = self.by_person
        return quorum_changes(
            self.rules.value_of("quorum"),
            [
                [stay for one in seat if one in entries for stay in entries[one].stays]
                for seat in ((one, *self.stand_ins.get(one, ())) for one in self.electors)
            ],
            members_in_office=len(self.electors),
            seats=self.seats,
            entitled_on_item=len(self.electors),
            presence=str(self.rules.value_of("quorum_presence") or "any"),
        )

    def facts(
        self,
        *,
        item_uid: str | None,
        vote_uid: str | None = None,
        at: datetime | None = None,
        ever: bool = False,
        ineligible: Collection[str] | None = None,
        answered: Collection[str] = (),
    ) -> Facts:
        """Return the numbers a vote stands on; the votes of a weighted member count as many.

        ``ineligible`` are those a vote kept as such; without it they are judged at the moment.
        Who has ``answered`` counts in the vote as present, in the quorum only while there.
        """
        recused = self.recusals(item_uid, vote_uid)
        barred = frozenset(self.ineligible(item_uid, at) if ineligible is None else ineligible)
        out = recused | barred
        here = self.present(at, ever=ever)
        gone = [one for one in answered if one in self.voters and one not in here]
        weigh = self._weight
        room = Room(
            present=weigh((*here, *gone)),
            present_entitled=weigh(one for one in (*here, *gone) if one not in out),
            members_in_office=weigh(self.electors),
            entitled=weigh(self._entitled(out, at)),
            seats=self.seats,
        )
        if not self.entries:  # nobody said who came: unknown is not nobody
            room = Room(None, None, room.members_in_office, room.entitled, room.seats)
        return Facts(room, self.quorum(at, out, here, ever=ever), recused, barred)

    def ineligible(self, item_uid: str | None, at: datetime | None = None) -> frozenset[str]:
        """Return the voting members who may not vote on an item by its topic, at a moment.

        Without a moment they are judged on the meeting's day.
        """
        topic = self.topic(item_uid)
        if topic is None:
            return frozenset()
        # Only a vote on such a topic pays for loading the judges of qualifications.
        from council.services.duties.member_duties import ineligible

        return ineligible(self._desk, self.voters, topic, at or self.day)

    def topic(self, item_uid: str | None) -> str | None:
        """Return the topic of an agenda item that asks something of those who vote on it."""
        if item_uid is None:
            return None
        conn = self._desk.conn
        found = self._kept(
            ("topic", item_uid), ("agenda_item",), lambda: rows.get(conn, "agenda_item", item_uid)
        )
        return (found["topic"] or None) if found else None

    def weight_of(self, person: str) -> int:
        """Return how many votes a person has; a substitute has those of the member."""
        if person in self.electors or person not in self.voters:
            return self.electors.get(person, 1)
        return self.electors[str(self.by_person[person].substitute_for)]

    def _weight(self, people: Iterable[str]) -> int:
        return sum(self.weight_of(person) for person in people)


def _entry(found: Mapping[str, Any], spans: list[dict[str, Any]]) -> Entry:
    return Entry(
        uid=str(found["uid"]),
        person_uid=found["person_uid"],
        guest=guard.text_of(found, "guest"),
        status=str(found["status"]),
        reason=found["reason"],
        spans=tuple(
            SpanRow(
                str(one["uid"]),
                guard.moment_of(one, "from_at"),
                guard.moment_of(one, "to_at"),
                str(one["mode"]),
            )
            for one in spans
        ),
        substitute_for=found["substitute_for_uid"],
        votes=bool(found["votes"]),
        noted_at=guard.moment_of(found, "noted_at"),
    )
