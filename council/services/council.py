"""The council itself: its name, languages, place, and the rules it works by."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from zoneinfo import available_timezones

from council import catalogue
from council.db import rows
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.rules import layers
from council.domain.text import Text
from council.domain.vocabulary import BodyKind
from council.services import guard
from council.services.desk import Changes, Desk, Done

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.domain.rules.layers import Rules
    from council.domain.rules.pack import RulePack
    from council.services.rules.lines import RuleLine

Held = TypeVar("Held")
MOST_SEATS = 999
_FIELDS = frozenset(
    {
        *("name", "languages", "time_zone", "paper", "digits", "letterhead", "place"),
        *("contact", "phone", "accommodation"),
    }
)
_CHANGED: Changes = frozenset({"council", "rules"})


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule pack the council works by, with what its own bylaws say instead.

    ``overrides`` are kept by dotted key as ``domain.rules.bylaws`` says.
    """

    uid: str
    pack: str
    from_on: date | None
    overrides: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CouncilInfo:
    """What the file says about its council.

    ``contact`` is the unit or person to ask, with its ``phone``; ``accommodation`` what a notice
    tells those who need help to take part, empty for the program's own words.
    """

    uid: str
    name: Text
    languages: tuple[str, ...]
    time_zone: str
    paper: str
    digits: str
    letterhead: Text
    place: Text
    rules: tuple[RuleChoice, ...]
    contact: Text = guard.NO_TEXT
    phone: str = ""
    accommodation: Text = guard.NO_TEXT


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A rule pack that travels with the program."""

    uid: str
    name: Text
    version: str


def get_council(desk: Desk) -> CouncilInfo | None:
    """Return the council of this file, None before it is founded."""
    found = rows.find(desk.conn, "council", order="uid")
    if not found:
        return None
    one = found[0]
    return CouncilInfo(
        uid=one["uid"],
        name=guard.text_of(one, "name"),
        languages=tuple(one["languages"]),
        time_zone=one["time_zone"],
        paper=one["paper"],
        digits=one["digits"],
        letterhead=guard.text_of(one, "letterhead"),
        place=guard.text_of(one, "place"),
        rules=tuple(rule_choices(desk)),
        contact=guard.text_of(one, "contact"),
        phone=one["phone"] or "",
        accommodation=guard.text_of(one, "accommodation"),
    )


def rule_choices(desk: Desk) -> list[RuleChoice]:
    """Return the packs chosen and what the bylaws say instead, in the order of the record."""
    return [
        RuleChoice(one["uid"], one["pack"], guard.day_of(one, "from_on"), one["overrides"] or {})
        for one in rows.find(desk.conn, "council_rule")
    ]


def found_council(
    desk: Desk,
    *,
    name: Text,
    languages: Iterable[str],
    time_zone: str,
    pack: str,
    seats: int,
    body_name: Text | None = None,
    paper: str = "A4",
    digits: str = "latn",
    overrides: Mapping[str, Any] | None = None,
    place: Text = guard.NO_TEXT,
) -> Done[str]:
    """Create the council and its first body with numbered seats; return the council's uid."""
    if get_council(desk):
        raise NotAllowed("error.council_exists")
    spoken = tuple(languages)
    values = {"name": name, "languages": spoken, "time_zone": time_zone, "paper": paper}
    _check({**values, "digits": digits})
    _check_pack(desk, pack, overrides)
    if not 1 <= seats <= MOST_SEATS:
        raise InputRefused("error.seat_count", most=MOST_SEATS, seats=seats)
    with desk.step("step.found_council", name=name):
        uid = desk.ids.new("c")
        stored = guard.store(desk, {"digits": digits, "place": place, **values})
        stored["languages"] = list(spoken)
        rows.insert(desk.conn, "council", {"uid": uid, **stored})
        _put_rule(desk, pack, overrides or {}, None)
        body = desk.ids.new("b")
        body_values = {
            "uid": body,
            "position": 1,
            "name": body_name or name,
            "kind": BodyKind.COUNCIL.value,
            "seats": seats,
        }
        rows.insert(desk.conn, "body", body_values)
        for number in range(1, seats + 1):
            put_seat(desk, body, number, numbered_seat(spoken, number), "")
    return Done(uid, _CHANGED | {"bodies"})


def numbered_seat(languages: Iterable[str], number: int) -> Text:
    """Return a seat's name, such as "Seat 3", in each of the languages."""
    return words_in(languages, "seat.numbered", number=number)


def words_in(languages: Iterable[str], code: str, **params: Any) -> Text:
    """Return the catalogue's words in each language it has, English for a council of others."""
    known = [language for language in languages if language in ("en", "th")] or ["en"]
    pairs = ((language, catalogue.word(code, language, **params)) for language in known)
    return Text(tuple(pairs))


def put_seat(desk: Desk, body_uid: str, position: int, label: Text, class_: str) -> str:
    """Insert a seat's row within the step that is open; return its uid."""
    uid = desk.ids.new("s")
    values = {"uid": uid, "body_uid": body_uid, "position": position, "label": label}
    rows.insert(desk.conn, "seat", {**values, "class": class_ or None})
    return uid


def _put_rule(desk: Desk, pack: str, overrides: Mapping[str, Any], from_on: date | None) -> None:
    values = {
        "uid": desk.ids.new("r"),
        "position": guard.next_position(rows.find(desk.conn, "council_rule")),
        "pack": pack,
        "from_on": guard.stored(desk, from_on),
        "overrides": dict(overrides) or None,
    }
    rows.insert(desk.conn, "council_rule", values)


def _check(fields: Mapping[str, Any]) -> None:
    """Refuse what cannot be a council's name, languages, time zone, paper or digits."""
    if "name" in fields:
        guard.words(fields["name"], "field.council_name")
    if "languages" in fields:
        _check_languages(tuple(fields["languages"]))
    if "time_zone" in fields and fields["time_zone"] not in available_timezones():
        raise InputRefused("error.time_zone", zone=fields["time_zone"])
    if fields.get("paper", "A4") not in ("A4", "Letter"):
        raise InputRefused("error.paper", paper=fields["paper"])
    if fields.get("digits", "latn") not in ("latn", "thai"):
        raise InputRefused("error.digits", digits=fields["digits"])


def _check_languages(languages: tuple[str, ...]) -> None:
    if not languages:
        raise InputRefused("error.empty", what=Message("field.language"))
    for language in languages:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
            raise InputRefused("error.language", language=language)


def _check_pack(desk: Desk, pack: str, overrides: Mapping[str, Any] | None = None) -> None:
    """Refuse a pack there is not, and overrides that cannot be laid over it."""
    if pack not in desk.packs:
        raise InputRefused("error.pack_unknown", pack=pack)
    if overrides:
        layers.resolve([desk.packs[pack]], overrides)


def update_council(desk: Desk, **fields: Any) -> Done[str]:
    """Change what the file says about its council; return its uid.

    Takes name, languages, time_zone, paper, digits, letterhead, place, contact, phone and
    accommodation.
    """
    guard.known(fields, _FIELDS)
    info = _require(desk)
    _check(fields)
    values = guard.store(desk, fields)
    if "languages" in fields:
        values["languages"] = list(dict.fromkeys(fields["languages"]))
    with desk.step("step.update_council", name=fields.get("name", info.name)):
        rows.update(desk.conn, "council", info.uid, values)
    return Done(info.uid, _CHANGED | {"meetings"} if "time_zone" in fields else _CHANGED)


def _require(desk: Desk) -> CouncilInfo:
    info = get_council(desk)
    if info is None:
        raise NotAllowed("error.no_council")
    return info


def set_rules(
    desk: Desk, pack: str, overrides: Mapping[str, Any], *, from_on: date | None = None
) -> Done[str]:
    """Choose the rule pack and what the bylaws say instead; return the council's uid.

    Without a day it replaces all earlier choices; with one, these go on until that day.
    """
    info = _require(desk)
    _check_pack(desk, pack, overrides)
    with desk.step("step.set_rules", pack=desk.packs[pack].name):
        for choice in info.rules:
            if from_on is None or choice.from_on == from_on:
                rows.delete(desk.conn, "council_rule", choice.uid)
        _put_rule(desk, pack, overrides, from_on)
    return Done(info.uid, _CHANGED)


def list_packs(desk: Desk) -> list[PackInfo]:
    """Return the rule packs that travel with the program, by their uid."""
    found = (desk.packs[name] for name in desk.packs)
    return [PackInfo(pack.uid, pack.name, str(pack.version)) for pack in found]


def get_rules(desk: Desk, on_date: date | None = None) -> Rules:
    """Return the rules in force on a day (today when none), the bylaws among them."""
    day = on_date or desk.today()
    # The packs stand in the keys, which so keep them alive: no other object gets their identity.
    packs, memo = _Same(desk.packs), desk.conn.memo
    turns = memo.get(("rule_turns", packs), ("council_rule",), lambda: _turns(desk))
    # All days from one turn to the next have the same rules: those of the first of them.
    since = turns[bisect_right(turns, day) - 1]
    return memo.get(("rules", packs, since), ("council_rule",), lambda: _rules(desk, since))


def _turns(desk: Desk) -> list[date]:
    """Return the first of all days and those on which a rule may change, in order."""
    turns = {date.min}
    for choice in rule_choices(desk):
        packs = [desk.packs[choice.pack]] if choice.pack in desk.packs else []
        turns |= layers.turning_days(packs, choice.overrides)
        if choice.from_on:
            turns.add(choice.from_on)
    return sorted(turns)


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[Held]):
    """Compares by identity what it holds."""

    held: Held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


def _rules(desk: Desk, day: date) -> Rules:
    packs, bylaws = rule_sources(desk, day)
    return _resolved(tuple(map(_Same, packs)), json.dumps(bylaws), day)


@lru_cache(maxsize=64)
def _resolved(packs: tuple[_Same[RulePack], ...], bylaws: str, day: date) -> Rules:
    """Lay packs and bylaws over each other; the same ones, after something else was written, once.

    ``bylaws`` are JSON, as the file keeps them.
    """
    return layers.resolve([one.held for one in packs], json.loads(bylaws), day)


def rule_sources(desk: Desk, on_date: date | None = None) -> tuple[list[RulePack], dict[str, Any]]:
    """Return the packs that hold on a day (today when none) and the council's own values.

    They are what ``layers.resolve`` takes. Packs chosen from a later day take the place of those
    before; what the council decided itself stays until it is changed. NotAllowed before there is a
    council.
    """
    day = on_date or desk.today()
    chosen = rule_choices(desk)
    # A record may begin with a choice that has a day: it also holds before that day.
    valid = [one for one in chosen if one.from_on is None or one.from_on <= day] or chosen[:1]
    if not valid:
        raise NotAllowed("error.no_council")
    bylaws: dict[str, Any] = {}
    for choice in valid:
        _check_pack(desk, choice.pack)
        bylaws.update(choice.overrides)
    starts = [one.from_on for one in valid if one.from_on]
    latest = max(starts) if starts else None
    packs = [desk.packs[one.pack] for one in valid if latest is None or one.from_on == latest]
    return packs, bylaws


def rule_lines(desk: Desk, language: str = "", on_date: date | None = None) -> list[RuleLine]:
    """Return the rules in force on a day (today when none) as lines to read.

    Labels and values are messages: the language counts only for whoever shows them.
    """
    from council.services.rules.lines import lines_of

    del language
    return lines_of(get_rules(desk, on_date), desk.packs)
