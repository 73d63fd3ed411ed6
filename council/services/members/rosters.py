"""Import people from a spreadsheet or pasted text: understand each row, show it, apply it all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.findings import Finding
from council.domain.messages import CouncilError, InputRefused, Message
from council.domain.text import Text
from council.domain.vocabulary import EndReason, Role, Severity
from council.exchange.roster import (
    RosterTable,
    read_day,
    read_flag,
    read_roster,
)
from council.exchange.roster_headings import ColumnKind
from council.services import guard
from council.services.council import put_seat
from council.services.desk import Changes, Desk, Done
from council.services.members import bodies, names

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ColumnKind",
    "RosterPreview",
    "RosterRow",
    "apply_roster",
    "fold",
    "likeness",
    "preview_roster",
    "split_glued",
]

_CHANGED: Changes = frozenset({"people", "bodies"})
_VACANT = frozenset({"vacant", "vacancy", "open seat", "tbd", "n/a", "none", "ว่าง", "ตำแหน่งว่าง"})
_ALIKE = 0.84
_PRIVATE = ("email", "phone", "address", "note")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row as understood: a person with a seat, or a seat that is vacant.

    ``known_uid`` is who on file has exactly this name; ``alike`` are (uid, name) of those who might
    be the same person. ``merge_uid`` is who the row is merged into, None for a new person.
    ``replaces`` is who holds the seat now and would leave it. ``wanted`` False leaves the row out.
    """

    line: int
    cells: tuple[str, ...]
    name: Text
    honorific: Text
    role: Role
    office: str
    seat: str
    class_: str
    start_on: date | None
    end_on: date | None
    email: str
    phone: str
    address: str
    note: str
    vacant: bool
    known_uid: str | None
    alike: tuple[tuple[str, Text], ...]
    merge_uid: str | None
    replaces: Text
    findings: tuple[Finding, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What a list would do to a body before anything is done."""

    table: RosterTable
    rows: tuple[RosterRow, ...]
    findings: tuple[Finding, ...]
    left: tuple[Text, ...]
    """Members of the body whom the list does not name."""

    @property
    def people(self) -> int:
        """Return how many people would be seated."""
        return sum(row.wanted and not row.vacant for row in self.rows)

    @property
    def vacancies(self) -> int:
        """Return how many rows are vacant seats."""
        return sum(row.wanted and row.vacant for row in self.rows)


def preview_roster(
    desk: Desk,
    body_uid: str,
    source: bytes | str,
    kinds: Sequence[ColumnKind] | None = None,
) -> RosterPreview:
    """Read a CSV file's bytes or pasted text; ``kinds`` says what the columns are, if not guessed.

    Nothing is written. Raises InputRefused for a file that is no list.
    """
    guard.row(desk, "body", body_uid)
    table = read_roster(source, is_office=lambda cell: names.role_of(cell) is not None, kinds=kinds)
    language = desk.languages()[0]
    house = _House(desk, body_uid)
    made = [_understand(table, line, cells, language) for line, cells in table.rows]
    seen: dict[str, int] = {}
    understood = [_meet(row, house, seen) for row in made if row is not None]
    listed = {row.merge_uid for row in understood}
    left = tuple(
        one.person_name for one in house.members if one.person_uid not in listed and not one.end_on
    )
    return RosterPreview(table, tuple(understood), table.findings, left)


# ---------------------------------------------------------------------------- one row


def _understand(
    table: RosterTable, line: int, cells: tuple[str, ...], language: str
) -> RosterRow | None:
    """Return what a row says of a person, None for a row without one."""
    take = table.cells
    typed = take(cells, ColumnKind.NAME)
    if not typed:
        parts = (take(cells, ColumnKind.FIRST), take(cells, ColumnKind.LAST))
        typed = " ".join(part for part in parts if part)
    seat, findings = take(cells, ColumnKind.SEAT), list[Finding]()
    vacant = _is_vacant(typed) or read_flag(take(cells, ColumnKind.VACANT)) is True
    if not typed and not vacant and not seat:
        return None
    if not typed and seat:
        vacant = True
    offices = [take(cells, ColumnKind.OFFICE)]
    if read_flag(take(cells, ColumnKind.CHAIR)) is True:
        offices.append("chair")
    guess = names.NameGuess(Text()) if vacant else _guess_name(typed, language, findings)
    role, office = _role(offices, guess, findings)
    days = [_day(table, cells, kind, findings) for kind in (ColumnKind.START, ColumnKind.END)]
    if days[0] and days[1] and days[1] < days[0]:
        findings.append(_finding("roster.days_swapped", Severity.WARNING))
        days[1] = None
    title = take(cells, ColumnKind.HONORIFIC)
    return RosterRow(
        line=line,
        cells=cells,
        name=guess.name,
        honorific=Text.of(title, guess.name.best(language)[1]) if title else guess.honorific,
        role=role,
        office=office,
        seat=_seat_words(seat),
        class_=take(cells, ColumnKind.CLASS),
        start_on=days[0],
        end_on=days[1],
        email=take(cells, ColumnKind.EMAIL),
        phone=take(cells, ColumnKind.PHONE),
        address=take(cells, ColumnKind.ADDRESS),
        note=take(cells, ColumnKind.NOTE),
        vacant=vacant,
        known_uid=None,
        alike=(),
        merge_uid=None,
        replaces=Text(),
        findings=tuple(findings),
    )


def _is_vacant(typed: str) -> bool:
    return typed.strip(" -–—()*.").casefold() in _VACANT


def _seat_words(seat: str) -> str:
    """Shorten a key such as ``smd_2022_1A02`` to what people call the seat."""
    found = re.fullmatch(r"[a-z]+_(?:[12][0-9]{3}_)?([0-9A-Za-z]+)", seat)
    return found[1] if found else seat


def _guess_name(typed: str, language: str, findings: list[Finding]) -> names.NameGuess:
    if typed.lstrip()[:1] in "=+@":
        findings.append(_finding("roster.formula", Severity.WARNING))
        return names.NameGuess(Text.of(typed, language))
    bare, glued = split_glued(typed)
    found = names.parse_names(bare, language)
    guess = found[0] if len(found) == 1 else names.NameGuess(Text.of(bare, language))
    if glued:
        findings.append(_finding("roster.glued", Severity.NOTE, name=bare, office=glued))
        guess = replace(guess, role=guess.role or names.role_of(glued), note=guess.note or glued)
    return guess


def split_glued(words: str) -> tuple[str, str]:
    """Take an office off the end of a name that it is stuck to: ``Jane RoeTreasurer``.

    Returns (name, office); the office is empty where none is stuck.
    """
    for at in range(2, len(words) - 3):
        if words[at].isupper() and (words[at - 1].islower() or words[at - 1] == "."):
            office = words[at:].strip()
            if names.role_of(office) not in (None, Role.MEMBER):
                return words[:at].strip(), office
    for office in ("รองประธาน", "ประธาน", "เลขานุการ", "เหรัญญิก"):
        if words.endswith(office) and len(words.removesuffix(office).split()) > 1:
            return words.removesuffix(office).strip(), office
    return words, ""


def _role(offices: list[str], guess: names.NameGuess, findings: list[Finding]) -> tuple[Role, str]:
    typed = next((office for office in offices if office), "") or guess.note
    role = next((found for found in map(names.role_of, offices) if found), None) or guess.role
    if typed and role is None:
        findings.append(_finding("roster.office_unknown", Severity.NOTE, office=typed))
    return role or Role.MEMBER, typed


def _day(
    table: RosterTable, cells: tuple[str, ...], kind: ColumnKind, findings: list[Finding]
) -> date | None:
    cell = table.cells(cells, kind)
    try:
        return read_day(cell, month_first=table.month_first)
    except CouncilError:
        findings.append(_finding("roster.day_unclear", Severity.WARNING, text=cell))
        return None


def _finding(code: str, severity: Severity, **params: Any) -> Finding:
    return Finding(severity, "", code, Message(code, params))


# ---------------------------------------------------------------------------- against the record


class _House:
    """Who is on file and who sits where today."""

    def __init__(self, desk: Desk, body_uid: str) -> None:
        day = desk.today()
        self.people = {
            one["uid"]: guard.text_of(one, "name")
            for one in rows.find(desk.conn, "person", order="uid")
        }
        self.by_name = {fold(words): uid for uid, name in self.people.items() for _, words in name}
        self.seats = bodies.list_seats(desk, body_uid, day)
        self.members = bodies.list_memberships(desk, body_uid=body_uid, on=day)

    def seat(self, label: str) -> bodies.SeatRow | None:
        """Return the seat of this label in any language."""
        wanted = fold(label)
        for one in self.seats:
            if any(fold(words) == wanted for _, words in one.label):
                return one
        return None

    def alike(self, words: str) -> tuple[tuple[str, Text], ...]:
        """Return who has nearly this name, the nearest first; at most three."""
        wanted = fold(words)
        scored = [(likeness(wanted, folded), uid) for folded, uid in self.by_name.items()]
        near = sorted((one for one in scored if one[0] >= _ALIKE), reverse=True)
        uids = dict.fromkeys(uid for _, uid in near)
        return tuple((uid, self.people[uid]) for uid in list(uids)[:3])


def fold(words: str) -> str:
    """Return a name without case, dots and doubled spaces, for comparing."""
    return " ".join(words.replace(".", " ").split()).casefold()


def likeness(one: str, other: str) -> float:
    """Return how alike two folded names are, 0 to 1; initials and middle names count for less."""
    a, b = one.split(), other.split()
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-1]:
        first, second = a[0], b[0]
        if first == second or (min(len(first), len(second)) == 1 and first[0] == second[0]):
            return 0.95
    return SequenceMatcher(None, one, other).ratio()


def _meet(row: RosterRow, house: _House, seen: dict[str, int]) -> RosterRow:
    """Compare a row with who is on file and who holds the seat."""
    findings = list(row.findings)
    seat = house.seat(row.seat) if row.seat else None
    holder = seat.holder if seat else None
    if row.vacant:
        replaces = holder.person_name if holder else Text()
        return replace(row, replaces=replaces)
    words = row.name.values[0][1] if row.name else ""
    known = house.by_name.get(fold(words))
    alike = () if known else house.alike(words)
    if fold(words) in seen:
        code = "roster.twice"
        findings.append(_finding(code, Severity.WARNING, line=seen[fold(words)]))
    seen.setdefault(fold(words), row.line)
    same = holder is not None and holder.person_uid == known
    return replace(
        row,
        known_uid=known,
        alike=alike,
        merge_uid=known,
        replaces=holder.person_name if holder and not same else Text(),
        findings=tuple(findings),
        wanted=row.wanted and not any(one.code == "roster.formula" for one in findings),
    )


# ---------------------------------------------------------------------------- writing


def apply_roster(
    desk: Desk, body_uid: str, listed: Sequence[RosterRow], start_on: date | None = None
) -> Done[list[str]]:
    """Bring the wanted rows of a preview into a body in one step; return the persons' uids.

    People with ``merge_uid`` are completed (what is on file stays), all others added. A row with a
    seat's name takes that seat: a numbered seat nobody ever held is renamed, else a seat is added.
    Whoever held it leaves it the day before ``start_on`` (today). Raises InputRefused when there
    are more people without a seat's name than free seats.
    """
    body = guard.row(desk, "body", body_uid)
    wanted = [row for row in listed if row.wanted]
    if not wanted:
        raise InputRefused("error.empty_list")
    for row in wanted:
        if not row.vacant:
            guard.words(row.name, "field.name")
    work = _Apply(desk, body_uid, start_on or desk.today())
    with desk.step("step.apply_roster", count=len(wanted), body=body["name"]):
        return Done(work.run(wanted), _CHANGED)


class _Apply:
    """Writes one list within the step that is open."""

    def __init__(self, desk: Desk, body_uid: str, day: date) -> None:
        self.desk, self.body, self.day = desk, body_uid, day
        self.house = _House(desk, body_uid)
        used = {one["seat_uid"] for one in rows.find(desk.conn, "membership", body_uid=body_uid)}
        self.unused = [seat for seat in self.house.seats if seat.uid not in used]
        self.taken: set[str] = set()
        self.free = [seat.uid for seat in self.house.seats if seat.holder is None]

    def run(self, wanted: Sequence[RosterRow]) -> list[str]:
        """Write rows that name their seat first, so that the others get what is left."""
        seats = {id(row): self._seat_for(row) for row in wanted if row.seat}
        uids: dict[int, str] = {}
        for row in sorted(wanted, key=lambda one: not one.seat):
            seat = seats.get(id(row))
            if row.vacant:
                self._leave(seat, None)
                continue
            uids[id(row)] = self._person(row)
            self._sit(row, uids[id(row)], seat)
        return [uids[id(row)] for row in wanted if id(row) in uids]

    def _seat_for(self, row: RosterRow) -> str | None:
        """Return the seat a row names, renaming an unused numbered one or adding one."""
        found = self.house.seat(row.seat)
        label = Text.of(row.seat, self.desk.languages()[0])
        if found is not None:
            uid = found.uid
        else:
            plain = [seat for seat in self.unused if seat.uid not in self.taken and _numbered(seat)]
            if plain:
                uid = plain[0].uid
                values = {"label": label, "class": row.class_ or None}
                rows.update(self.desk.conn, "seat", uid, values)
            else:
                uid = self._new_seat(label, row.class_)
        self.taken.add(uid)
        if uid in self.free:
            self.free.remove(uid)
        return uid

    def _new_seat(self, label: Text, class_: str) -> str:
        conn = self.desk.conn
        position = rows.next_position(conn, "seat", body_uid=self.body)
        uid = put_seat(self.desk, self.body, position, label, class_)
        number = rows.count(conn, "seat", body_uid=self.body)
        rows.update(conn, "body", self.body, {"seats": number})
        return uid

    def _person(self, row: RosterRow) -> str:
        private = {key: getattr(row, key) for key in _PRIVATE}
        if row.merge_uid is None:
            values = {"name": row.name, "honorific": row.honorific, **private}
            uid = self.desk.ids.new("p")
            rows.insert(self.desk.conn, "person", {"uid": uid, **guard.store(self.desk, values)})
            return uid
        found = guard.row(self.desk, "person", row.merge_uid)
        fresh = {key: value for key, value in private.items() if value and not found[key]}
        if row.honorific and not guard.text_of(found, "honorific"):
            fresh["honorific"] = row.honorific
        if fresh:
            rows.update(self.desk.conn, "person", row.merge_uid, guard.store(self.desk, fresh))
        return row.merge_uid

    def _sit(self, row: RosterRow, person: str, seat: str | None) -> None:
        inside = [
            one
            for one in bodies.list_memberships(self.desk, body_uid=self.body, on=self.day)
            if one.person_uid == person
        ]
        if inside and (seat is None or inside[0].seat_uid == seat):
            self._update(inside[0], row)
            return
        if inside:  # moved to another seat
            self._end(inside[0], EndReason.MOVED)
        if seat is None and row.role not in bodies.UNSEATED:
            if not self.free:
                raise InputRefused("error.roster_seats_short", name=row.name)
            seat = self.free.pop(0)
        self._leave(seat, person)
        start = row.start_on or self.day
        bodies.put_membership(self.desk, person, self.body, seat, row.role, None, start, row.end_on)

    def _update(self, held: bodies.MembershipRow, row: RosterRow) -> None:
        fresh: dict[str, Any] = {}
        if row.office and row.role is not held.role:
            fresh["role"] = row.role.value
        if row.end_on and row.end_on != held.end_on:
            fresh["end_on"] = row.end_on
        if fresh:
            rows.update(self.desk.conn, "membership", held.uid, guard.store(self.desk, fresh))

    def _leave(self, seat: str | None, besides: str | None) -> None:
        for one in bodies.list_memberships(self.desk, body_uid=self.body, on=self.day):
            if seat and one.seat_uid == seat and one.person_uid != besides:
                self._end(one, EndReason.OTHER)

    def _end(self, held: bodies.MembershipRow, reason: EndReason) -> None:
        last = self.day - timedelta(days=1)
        if held.start_on and last < held.start_on:
            last = held.start_on
        values = guard.store(self.desk, {"end_on": last, "end_reason": reason})
        rows.update(self.desk.conn, "membership", held.uid, values)


def _numbered(seat: bodies.SeatRow) -> bool:
    """Tell whether a seat bears the number it was founded with and nothing more."""
    return all(re.search(r"[0-9๐-๙]+$", words) for _, words in seat.label)
