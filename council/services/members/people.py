"""The people of the council: who they are and what the record says about each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.collation import thai_sort_key
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import Choice, MeetingState, Presence, Role
from council.services import guard
from council.services.desk import Changes, Desk, Done
from council.services.members import bodies
from council.services.members.names import NameGuess, parse_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.text import Text
    from council.services.actions import ActionRow
    from council.services.duties.qualifications import QualificationRow

__all__ = [
    "AttendanceLine",
    "NameGuess",
    "PersonPage",
    "PersonRow",
    "add_person",
    "change_person",
    "get_person",
    "list_people",
    "parse_names",
    "remove_person",
    "seat_people",
]

_PEOPLE: Changes = frozenset({"people", "bodies"})
_FIELDS = frozenset({"name", "honorific", "sort_name", "email", "phone", "address", "note"})
# Where a person may stand in the record of what happened.
_USES = (
    ("attendance", "person_uid"),
    ("attendance", "substitute_for_uid"),
    ("motion", "mover_uid"),
    ("seconder", "person_uid"),
    ("ballot", "person_uid"),
    ("recusal", "person_uid"),
    ("action", "owner_uid"),
    ("meeting", "presiding_uid"),
    ("meeting", "secretary_uid"),
    ("presiding", "person_uid"),
    ("speaker", "person_uid"),
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; email, phone, address and note are private and never printed."""

    uid: str
    name: Text
    sort_name: str
    honorific: Text
    email: str
    phone: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """How a person was counted at one meeting."""

    meeting_uid: str
    date: date
    state: Presence


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the record says about a person; attendance newest first."""

    person: PersonRow
    memberships: tuple[bodies.MembershipRow, ...]
    attendance: tuple[AttendanceLine, ...]
    votes: dict[Choice, int]
    actions: tuple[ActionRow, ...]
    qualifications: tuple[QualificationRow, ...] = ()


def list_people(desk: Desk) -> list[PersonRow]:
    """Return everybody, sorted as the council's first language sorts names."""
    language = desk.languages()[0]
    found = [_person_row(one) for one in rows.find(desk.conn, "person", order="uid")]
    return sorted(found, key=lambda one: thai_sort_key(one.sort_name or one.name.show(language)))


def _person_row(one: dict[str, Any]) -> PersonRow:
    return PersonRow(
        uid=one["uid"],
        name=guard.text_of(one, "name"),
        honorific=guard.text_of(one, "honorific"),
        **{key: one[key] or "" for key in ("sort_name", "email", "phone", "address", "note")},
    )


def get_person(desk: Desk, uid: str) -> PersonPage:
    """Return a person's page; NotAllowed when there is no such person."""
    from council.services import actions
    from council.services.duties import qualifications

    person = _person_row(guard.row(desk, "person", uid))
    ballots = rows.find(desk.conn, "ballot", order="uid", person_uid=uid)
    return PersonPage(
        person=person,
        memberships=tuple(bodies.list_memberships(desk, person_uid=uid)),
        attendance=tuple(_attendance(desk, uid)),
        votes=dict(Counter(Choice(one["choice"]) for one in ballots)),
        actions=tuple(actions.list_actions(desk, owner_uid=uid)),
        qualifications=tuple(qualifications.list_qualifications(desk, uid)),
    )


def _attendance(desk: Desk, uid: str) -> list[AttendanceLine]:
    found = rows.find(desk.conn, "attendance", order="uid", person_uid=uid)
    wanted = [one["meeting_uid"] for one in found]
    starts = {
        one["uid"]: datetime.fromisoformat(one["starts_local"]).date()
        for one in rows.find(desk.conn, "meeting", order="uid", uid=wanted)
        if one["state"] != MeetingState.CANCELLED  # whoever was excused from it missed nothing
    }
    lines = [
        AttendanceLine(one["meeting_uid"], starts[one["meeting_uid"]], Presence(one["status"]))
        for one in found
        if one["meeting_uid"] in starts
    ]
    return sorted(lines, key=lambda line: line.date, reverse=True)


def add_person(
    desk: Desk,
    *,
    name: Text,
    honorific: Text = guard.NO_TEXT,
    sort_name: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    address: str | None = None,
    note: str | None = None,
) -> Done[str]:
    """Add a person; return the uid."""
    guard.words(name, "field.name")
    values = {"name": name, "honorific": honorific, "sort_name": sort_name, "email": email}
    with desk.step("step.add_person", name=name):
        uid = _put_person(desk, {**values, "phone": phone, "address": address, "note": note})
    return Done(uid, _PEOPLE)


def _put_person(desk: Desk, values: dict[str, Any]) -> str:
    uid = desk.ids.new("p")
    rows.insert(desk.conn, "person", {"uid": uid, **guard.store(desk, values)})
    return uid


def change_person(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change name, honorific, sort_name, email, phone, address or note."""
    guard.known(fields, _FIELDS)
    found = guard.row(desk, "person", uid)
    if "name" in fields:
        guard.words(fields["name"], "field.name")
    with desk.step("step.change_person", name=fields.get("name", found["name"])):
        rows.update(desk.conn, "person", uid, guard.store(desk, fields))
    return Done(uid, _PEOPLE | {"meetings", "motions", "actions"})


def remove_person(desk: Desk, uid: str) -> Done[str]:
    """Remove a person whom no meeting, motion, vote or action names.

    Their memberships and qualifications go with them.
    """
    found = guard.row(desk, "person", uid)
    if any(rows.count(desk.conn, table, **{column: uid}) for table, column in _USES):
        raise NotAllowed("error.person_used", name=found["name"])
    with desk.step("step.remove_person", name=found["name"]):
        for one in rows.find(desk.conn, "membership", person_uid=uid):
            rows.delete(desk.conn, "membership", one["uid"])
        for one in rows.find(desk.conn, "qualification", order="uid", person_uid=uid):
            rows.delete(desk.conn, "qualification", one["uid"])
        rows.delete(desk.conn, "person", uid)
    return Done(uid, _PEOPLE)


def seat_people(
    desk: Desk,
    body_uid: str,
    guesses: Iterable[NameGuess],
    role: Role | str = Role.MEMBER,
    start_on: date | None = None,
) -> Done[list[str]]:
    """Put people from a list into a body's free seats in one step; return the persons' uids.

    Whoever is known by exactly the same name is not made anew, and stays as they are when already
    in the body. A role that takes no seat (adviser, observer, alternate) does not use one up.
    """
    body = guard.row(desk, "body", body_uid)
    wanted = list(guesses)
    if not wanted:
        raise InputRefused("error.empty_list")
    for guess in wanted:
        guard.words(guess.name, "field.name")
    day = start_on or desk.today()
    known = _known_by_name(desk)
    inside = {one.person_uid for one in bodies.list_memberships(desk, body_uid=body_uid, on=day)}
    people = [known.pop(_key(guess), None) for guess in wanted]
    roles = [guess.role or Role(role) for guess in wanted]
    seats = _free_seats(desk, body_uid, day)
    new = [one for one, who in zip(roles, people, strict=True) if who not in inside]
    needed = sum(one not in bodies.UNSEATED for one in new)
    if needed > len(seats):
        raise InputRefused("error.seats_short", free=len(seats), names=needed)
    with desk.step("step.seat_people", count=len(wanted), body=body["name"]):
        uids = _seat(desk, body_uid, wanted, people, roles, (inside, seats, start_on))
    return Done(uids, _PEOPLE)


def _seat(
    desk: Desk,
    body_uid: str,
    wanted: Sequence[NameGuess],
    people: Sequence[str | None],
    roles: Sequence[Role],
    room: tuple[set[str], list[str], date | None],
) -> list[str]:
    inside, seats, start_on = room
    free = iter(seats)
    uids = []
    for guess, found, role in zip(wanted, people, roles, strict=True):
        uid = found or _put_person(desk, {"name": guess.name, "honorific": guess.honorific})
        uids.append(uid)
        if uid in inside:
            continue
        seat = None if role in bodies.UNSEATED else next(free)
        bodies.put_membership(desk, uid, body_uid, seat, role, None, start_on)
    return uids


def _known_by_name(desk: Desk) -> dict[tuple[str, str], str]:
    return {
        (language, _fold(words)): one["uid"]
        for one in rows.find(desk.conn, "person", order="uid desc")
        for language, words in guard.text_of(one, "name")
    }


def _key(guess: NameGuess) -> tuple[str, str]:
    language, words = next(iter(guess.name))
    return language, _fold(words)


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def _free_seats(desk: Desk, body_uid: str, day: date) -> list[str]:
    """Return the seats that are vacant on the day and promised to nobody later."""
    later = {
        one.seat_uid
        for one in bodies.list_memberships(desk, body_uid=body_uid)
        if one.start_on and one.start_on > day
    }
    seats = bodies.list_seats(desk, body_uid, day)
    return [seat.uid for seat in seats if seat.holder is None and seat.uid not in later]
