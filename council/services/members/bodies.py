"""The council's bodies, their seats, and who sits in them from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from council.db import counts, rows
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.vocabulary import BodyKind, EndReason, Role
from council.services import guard
from council.services.council import numbered_seat, put_seat
from council.services.desk import Changes, Desk, Done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.domain.text import Text

_BODIES: Changes = frozenset({"bodies"})
_MEMBERS: Changes = frozenset({"bodies", "people"})
_BODY_FIELDS = frozenset({"name", "kind", "parent_uid", "position"})
_SEAT_FIELDS = frozenset({"label", "class_", "position"})
_MEMBERSHIP_FIELDS = frozenset(
    {"seat_uid", "role", "voting", "weight", "start_on", "end_on", "end_reason"}
)
UNSEATED = frozenset({Role.ADVISER, Role.OBSERVER, Role.ALTERNATE})
"""Roles that take no seat and do not vote."""


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body; ``seats`` is None where nobody said how many it has."""

    uid: str
    name: Text
    kind: BodyKind
    parent_uid: str | None
    seats: int | None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """One person in one body; both days belong to the time in office."""

    uid: str
    person_uid: str
    person_name: Text
    body_uid: str
    body_name: Text
    seat_uid: str | None
    seat_label: Text
    role: Role
    voting: bool
    weight: int
    start_on: date | None
    end_on: date | None
    end_reason: EndReason | None
    honorific: Text = guard.NO_TEXT

    def in_office(self, day: date) -> bool:
        """Tell whether the membership covers the day."""
        begun = self.start_on is None or self.start_on <= day
        return begun and (self.end_on is None or day <= self.end_on)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat and who holds it; vacant_since is the day after its last holder left, if any."""

    uid: str
    body_uid: str
    label: Text
    class_: str
    position: int
    holder: MembershipRow | None
    vacant_since: date | None


def list_bodies(desk: Desk) -> list[BodyRow]:
    """Return all bodies in their order, the council itself first."""
    listed = counts.count_by(desk.conn, "seat", "body_uid")
    return [
        BodyRow(
            uid=one["uid"],
            name=guard.text_of(one, "name"),
            kind=BodyKind(one["kind"]),
            parent_uid=one["parent_uid"],
            seats=listed.get(one["uid"]) or one["seats"],
        )
        for one in rows.find(desk.conn, "body")
    ]


def find_body(desk: Desk, name: str) -> BodyRow:
    """Return the body of this name, in any language, or uid; InputRefused when there is none."""
    wanted = name.strip().casefold()
    for one in list_bodies(desk):
        if one.uid == name or any(words.casefold() == wanted for _, words in one.name):
            return one
    raise InputRefused("error.body_unknown", name=name)


def add_body(
    desk: Desk,
    *,
    name: Text,
    kind: BodyKind | str = BodyKind.COMMITTEE,
    parent_uid: str | None = None,
    seats: int = 0,
) -> Done[str]:
    """Add a body with numbered seats; return its uid."""
    guard.words(name, "field.body_name")
    if parent_uid:
        guard.row(desk, "body", parent_uid)
    if seats < 0:
        raise InputRefused("error.seat_count", most=999, seats=seats)
    with desk.step("step.add_body", name=name):
        uid = desk.ids.new("b")
        values = {
            "uid": uid,
            "position": rows.next_position(desk.conn, "body"),
            "name": name,
            "kind": BodyKind(kind).value,
            "parent_uid": parent_uid,
            "seats": seats or None,
        }
        rows.insert(desk.conn, "body", values)
        for number in range(1, seats + 1):
            put_seat(desk, uid, number, numbered_seat(desk.languages(), number), "")
    return Done(uid, _BODIES)


def change_body(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change name, kind, parent_uid or position; a body is never its own ancestor."""
    guard.known(fields, _BODY_FIELDS)
    found = guard.row(desk, "body", uid)
    if "name" in fields:
        guard.words(fields["name"], "field.body_name")
    if "kind" in fields:
        fields["kind"] = BodyKind(fields["kind"])
    _check_parent(desk, uid, fields.get("parent_uid"))
    with desk.step("step.change_body", name=fields.get("name", found["name"])):
        rows.update(desk.conn, "body", uid, guard.store(desk, fields))
    return Done(uid, _BODIES)


def _check_parent(desk: Desk, uid: str, parent_uid: str | None) -> None:
    while parent_uid:
        if parent_uid == uid:
            raise InputRefused("error.body_inside_itself")
        parent_uid = guard.row(desk, "body", parent_uid)["parent_uid"]


def list_seats(desk: Desk, body_uid: str, on: date | None = None) -> list[SeatRow]:
    """Return a body's seats with their holders on a day (today when none), in order."""
    members = list_memberships(desk, body_uid=body_uid)
    return seats_with(desk, body_uid, members, on or desk.today())


def seats_with(
    desk: Desk, body_uid: str, members: Iterable[MembershipRow], day: date
) -> list[SeatRow]:
    """Return a body's seats on a day for whoever has read all its memberships."""
    by_seat: dict[str, list[MembershipRow]] = {}
    for one in members:
        if one.seat_uid:
            by_seat.setdefault(one.seat_uid, []).append(one)
    return [
        _seat_row(seat, by_seat.get(seat["uid"], []), day)
        for seat in rows.find(desk.conn, "seat", body_uid=body_uid)
    ]


def _seat_row(seat: dict[str, Any], history: list[MembershipRow], day: date) -> SeatRow:
    holder = _latest(one for one in history if one.in_office(day))
    ends = [one.end_on for one in history if one.end_on and one.end_on < day]
    vacant = max(ends) + timedelta(days=1) if ends and holder is None else None
    return SeatRow(
        uid=seat["uid"],
        body_uid=seat["body_uid"],
        label=guard.text_of(seat, "label"),
        class_=seat["class"] or "",
        position=seat["position"],
        holder=holder,
        vacant_since=vacant,
    )


def _latest(found: Iterable[MembershipRow]) -> MembershipRow | None:
    """Return who began last: on the day of a change the new holder counts."""
    return max(found, key=lambda one: one.start_on or date.min, default=None)


def add_seat(
    desk: Desk, body_uid: str, *, label: Text | None = None, class_: str = ""
) -> Done[str]:
    """Add a seat at the end, numbered when it has no label; return its uid."""
    body = guard.row(desk, "body", body_uid)
    position = rows.next_position(desk.conn, "seat", body_uid=body_uid)
    number = rows.count(desk.conn, "seat", body_uid=body_uid) + 1
    name = label or numbered_seat(desk.languages(), number)
    guard.words(name, "field.seat")
    with desk.step("step.add_seat", label=name, body=body["name"]):
        uid = put_seat(desk, body_uid, position, name, class_)
        rows.update(desk.conn, "body", body_uid, {"seats": number})
    return Done(uid, _BODIES)


def change_seat(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change a seat's label, class_ or position."""
    guard.known(fields, _SEAT_FIELDS)
    found = guard.row(desk, "seat", uid)
    if "label" in fields:
        guard.words(fields["label"], "field.seat")
    values = guard.store(desk, fields)
    if "class_" in values:
        values["class"] = values.pop("class_")
    with desk.step("step.change_seat", label=fields.get("label", found["label"])):
        rows.update(desk.conn, "seat", uid, values)
    return Done(uid, _MEMBERS)


def remove_seat(desk: Desk, uid: str) -> Done[str]:
    """Remove a seat that nobody ever held."""
    found = guard.row(desk, "seat", uid)
    if rows.count(desk.conn, "membership", seat_uid=uid):
        raise NotAllowed("error.seat_used", label=found["label"])
    left = rows.count(desk.conn, "seat", body_uid=found["body_uid"]) - 1
    with desk.step("step.remove_seat", label=found["label"]):
        rows.delete(desk.conn, "seat", uid)
        rows.update(desk.conn, "body", found["body_uid"], {"seats": left or None})
    return Done(uid, _BODIES)


def list_memberships(
    desk: Desk,
    body_uid: str | None = None,
    person_uid: str | None = None,
    on: date | None = None,
) -> list[MembershipRow]:
    """Return memberships of a body, of a person, on a day, in order of bodies, seats and entry."""
    wanted = {"body_uid": body_uid, "person_uid": person_uid}
    found = rows.find(desk.conn, "membership", **{k: v for k, v in wanted.items() if v})
    bodies = {one["uid"]: one for one in rows.find(desk.conn, "body")}
    if body_uid:
        seats = {one["uid"]: one for one in rows.find(desk.conn, "seat", body_uid=body_uid)}
    else:
        seats = {one["uid"]: one for one in rows.find(desk.conn, "seat")}
    if person_uid:
        people = {person_uid: guard.row(desk, "person", person_uid)}
    else:
        # A body's few people out of many; for all bodies the whole table is the quicker read.
        few = {"uid": {one["person_uid"] for one in found}} if body_uid else {}
        people = {one["uid"]: one for one in rows.find(desk.conn, "person", order="uid", **few)}
    made = [
        (_place(one, bodies, seats), _membership_row(one, people, bodies, seats)) for one in found
    ]
    made.sort(key=lambda pair: pair[0])
    return [one for _, one in made if on is None or one.in_office(on)]


def _place(one: dict[str, Any], bodies: dict[str, Any], seats: dict[str, Any]) -> tuple[Any, ...]:
    seat = seats.get(one["seat_uid"])
    behind = seat is None
    where = 0 if seat is None else seat["position"]
    body = bodies[one["body_uid"]]["position"]
    return (body, behind, where, one["position"], one["start_on"] or "", one["uid"])


def _membership_row(
    one: dict[str, Any], people: dict[str, Any], bodies: dict[str, Any], seats: dict[str, Any]
) -> MembershipRow:
    person = people[one["person_uid"]]
    seat = seats.get(one["seat_uid"])
    return MembershipRow(
        uid=one["uid"],
        person_uid=one["person_uid"],
        person_name=guard.text_of(person, "name"),
        body_uid=one["body_uid"],
        body_name=guard.text_of(bodies[one["body_uid"]], "name"),
        seat_uid=one["seat_uid"],
        seat_label=guard.text_of(seat, "label") if seat else guard.NO_TEXT,
        role=Role(one["role"]),
        voting=bool(one["voting"]),
        weight=one["weight"],
        start_on=guard.day_of(one, "start_on"),
        end_on=guard.day_of(one, "end_on"),
        end_reason=EndReason(one["end_reason"]) if one["end_reason"] else None,
        honorific=guard.text_of(person, "honorific"),
    )


def members_on(desk: Desk, body_uid: str, date: date) -> list[MembershipRow]:
    """Return the voting members in office on a day, sorted by seat.

    A seat counts once: on the day of a change its new holder. A person counts once as well.
    """
    by_seat: dict[str, MembershipRow] = {}
    for one in list_memberships(desk, body_uid=body_uid, on=date):
        if not one.voting:
            continue
        key = one.seat_uid or f"person {one.person_uid}"
        before = by_seat.get(key)
        by_seat[key] = (_latest((before, one)) or one) if before else one
    return list({one.person_uid: one for one in reversed(by_seat.values())}.values())[::-1]


def add_membership(
    desk: Desk,
    *,
    person_uid: str,
    body_uid: str,
    seat_uid: str | None = None,
    role: Role | str = Role.MEMBER,
    voting: bool | None = None,
    weight: int = 1,
    start_on: date | None = None,
    end_on: date | None = None,
) -> Done[str]:
    """Make a person a member of a body; return the membership's uid.

    Without ``voting``, advisers, observers and alternates do not vote and all others do.
    """
    person = guard.row(desk, "person", person_uid)
    body = guard.row(desk, "body", body_uid)
    guard.order(start_on, end_on)
    _check_weight(weight)
    _check_seat(desk, body_uid, seat_uid, start_on, end_on)
    with desk.step("step.add_membership", name=person["name"], body=body["name"]):
        uid = put_membership(
            desk, person_uid, body_uid, seat_uid, Role(role), voting, start_on, end_on, weight
        )
    return Done(uid, _MEMBERS)


def put_membership(
    desk: Desk,
    person_uid: str,
    body_uid: str,
    seat_uid: str | None,
    role: Role,
    voting: bool | None = None,
    start_on: date | None = None,
    end_on: date | None = None,
    weight: int = 1,
) -> str:
    """Insert a membership's row within the step that is open; return its uid."""
    values = {
        "uid": desk.ids.new("ms"),
        "person_uid": person_uid,
        "body_uid": body_uid,
        "seat_uid": seat_uid,
        "role": role,
        "voting": role not in UNSEATED if voting is None else voting,
        "weight": weight,
        "start_on": start_on,
        "end_on": end_on,
        "position": rows.next_position(desk.conn, "membership", body_uid=body_uid),
    }
    rows.insert(desk.conn, "membership", guard.store(desk, values))
    return str(values["uid"])


def _check_weight(weight: int) -> None:
    if weight < 1:
        raise InputRefused("error.weight", weight=weight)


def _check_seat(
    desk: Desk,
    body_uid: str,
    seat_uid: str | None,
    start_on: date | None,
    end_on: date | None,
    *,
    besides: str = "",
) -> None:
    """Refuse a seat of another body, or one that somebody else holds at the time."""
    if seat_uid is None:
        return
    seat = guard.row(desk, "seat", seat_uid)
    if seat["body_uid"] != body_uid:
        raise InputRefused("error.seat_elsewhere", label=seat["label"])
    for one in list_memberships(desk, body_uid=body_uid):
        if one.seat_uid != seat_uid or one.uid == besides:
            continue
        # One may begin on the day the other ends.
        before = end_on is not None and one.start_on is not None and end_on <= one.start_on
        after = one.end_on is not None and (start_on is None or one.end_on <= start_on)
        if not before and not after:
            raise InputRefused("error.seat_taken", label=seat["label"], name=one.person_name)


def change_membership(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change seat_uid, role, voting, weight, start_on, end_on or end_reason."""
    guard.known(fields, _MEMBERSHIP_FIELDS)
    found = guard.row(desk, "membership", uid)
    start = fields.get("start_on", guard.day_of(found, "start_on"))
    end = fields.get("end_on", guard.day_of(found, "end_on"))
    guard.order(start, end)
    _check_weight(fields.get("weight", 1))
    if {"seat_uid", "start_on", "end_on"} & set(fields):
        seat = fields.get("seat_uid", found["seat_uid"])
        _check_seat(desk, found["body_uid"], seat, start, end, besides=uid)
    if "role" in fields:
        fields["role"] = Role(fields["role"])
    if fields.get("end_reason"):
        fields["end_reason"] = EndReason(fields["end_reason"])
    with desk.step("step.change_membership", name=_name(desk, found)):
        rows.update(desk.conn, "membership", uid, guard.store(desk, fields))
    return Done(uid, _MEMBERS)


def end_membership(
    desk: Desk, uid: str, end_on: date, reason: EndReason | str = EndReason.OTHER
) -> Done[str]:
    """End a membership; the day given is its last day."""
    found = guard.row(desk, "membership", uid)
    guard.order(guard.day_of(found, "start_on"), end_on)
    why = EndReason(reason)
    told = Message(f"end_reason.{why.value}")
    with desk.step("step.end_membership", name=_name(desk, found), reason=told):
        values = guard.store(desk, {"end_on": end_on, "end_reason": why})
        rows.update(desk.conn, "membership", uid, values)
    return Done(uid, _MEMBERS)


def _name(desk: Desk, membership: dict[str, Any]) -> Text:
    return guard.text_of(guard.row(desk, "person", membership["person_uid"]), "name")
