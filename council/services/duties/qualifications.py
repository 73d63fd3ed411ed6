"""Qualifications of people: trainings passed, papers signed, and until when they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.duties.duty_rules import QualificationRule
from council.domain.duties.eligibility import (
    Qualification,
    judge_qualification,
    last_day,
    qualification_name,
)
from council.domain.messages import InputRefused, Message
from council.services import guard
from council.services.council import get_rules
from council.services.desk import Changes, Desk, Done
from council.services.duties import duty_facts as facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.rules.layers import Rules
    from council.domain.rulings import Ruling
    from council.domain.text import Text

PEOPLE: Changes = frozenset({"people"})
SOON_DAYS = 60
"""So many days before it ends a qualification is said to end soon."""
SEATED = "seated"
"""A qualification that the memberships tell; it is not written down."""
MOST_PERCENT = 100
_FIELDS = frozenset({"code", "passed_on", "valid_until", "score", "note"})
_ANY = QualificationRule()


@dataclass(frozen=True, slots=True)
class QualificationRow:
    """A qualification of a person.

    ``valid_until`` is the day written on it, ``ends`` its last day by the rules of today (None when
    it does not end). ``state`` is valid, soon (it ends within 60 days), expired or unknown;
    ``ruling`` judges it on the day it was asked for.
    """

    uid: str
    person_uid: str
    person_name: Text
    code: str
    name: Message | str
    passed_on: date | None
    valid_until: date | None
    score: int | None
    note: str
    ends: date | None
    state: str
    ruling: Ruling


def list_qualifications(
    desk: Desk, person_uid: str | None = None, on: date | None = None
) -> list[QualificationRow]:
    """Return the qualifications of a person (of everybody), judged on a day, today when none."""
    found = _read(desk).values() if person_uid is None else [_read(desk).get(person_uid, ())]
    if not any(found):
        return []
    day = on or desk.today()
    rules = get_rules(desk, day)
    names = facts.person_names(desk)
    return [_row(one, names, rules, day) for listed in found for one in listed]


def _read(desk: Desk) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Return the rows by person, the latest first."""

    def read() -> Mapping[str, tuple[Mapping[str, Any], ...]]:
        kept: dict[str, list[Mapping[str, Any]]] = {}
        for one in rows.find(desk.conn, "qualification", order="code, passed_on desc"):
            kept.setdefault(one["person_uid"], []).append(one)
        return {person: tuple(listed) for person, listed in kept.items()}

    return desk.conn.memo.get("qualifications", ("qualification",), read)


def _plain(one: Mapping[str, Any]) -> Qualification:
    return Qualification(
        one["code"],
        guard.day_of(one, "passed_on"),
        guard.day_of(one, "valid_until"),
        one["score"],
    )


def rule_for(rules: Rules, code: str) -> QualificationRule:
    """Return what the rules of a day ask of a qualification; nothing when they do not know it."""
    rule: QualificationRule = rules.value_of(f"qualification.{code}") or _ANY
    return rule


def _row(
    one: Mapping[str, Any], names: Mapping[str, Text], rules: Rules, day: date
) -> QualificationRow:
    plain, rule = _plain(one), rule_for(rules, one["code"])
    ruling, ends = judge_qualification(plain, rule, day), last_day(plain, rule)
    return QualificationRow(
        uid=one["uid"],
        person_uid=one["person_uid"],
        person_name=names[one["person_uid"]],
        code=one["code"],
        name=qualification_name(one["code"]),
        passed_on=plain.passed_on,
        valid_until=plain.valid_until,
        score=plain.score,
        note=one["note"] or "",
        ends=ends,
        state=_state(ruling, ends, day),
        ruling=ruling,
    )


def _state(ruling: Ruling, ends: date | None, day: date) -> str:
    if ruling.holds is None:
        return "unknown"
    if not ruling.holds:
        return "expired"
    return "soon" if ends is not None and ends - day <= timedelta(days=SOON_DAYS) else "valid"


def held_by(desk: Desk, person_uid: str) -> list[Qualification]:
    """Return what a person has, as the judge of eligibility takes it."""
    return [_plain(one) for one in _read(desk).get(person_uid, ())]


def codes_in_use(desk: Desk, on: date | None = None) -> list[str]:
    """Return the codes the rules of a day know, then those on record besides; for a choice."""
    rules = get_rules(desk, on)
    known = [key.partition(".")[2] for key in rules.keys() if key.startswith("qualification.")]  # noqa: SIM118
    used = [code for (code,) in rows.pick(desk.conn, "qualification", ("code",), order="code")]
    return [code for code in dict.fromkeys([*known, *used]) if code != SEATED]


def codes_required(desk: Desk, on: date | None = None) -> list[str]:
    """Return the codes that some topic of the rules of a day asks for, without a seat."""
    rules = get_rules(desk, on)
    gates = [key for key in rules.keys() if key.startswith("eligibility.")]  # noqa: SIM118
    needed = [code for key in gates for code in rules.value_of(key) or ()]
    return [code for code in dict.fromkeys(needed) if code != SEATED]


def rule_on(desk: Desk, code: str, on: date | None = None) -> QualificationRule:
    """Return what the rules of a day ask of a qualification, today's when none is given."""
    return rule_for(get_rules(desk, on), code)


# ------------------------------------------------------------------------------- writing


def add_qualification(
    desk: Desk,
    person_uid: str,
    code: str,
    *,
    passed_on: date | None = None,
    valid_until: date | None = None,
    score: int | None = None,
    note: str = "",
) -> Done[str]:
    """Write down a qualification of a person; return its uid. The score is in percent."""
    person = guard.row(desk, "person", person_uid)
    values: dict[str, Any] = {"code": code, "passed_on": passed_on, "valid_until": valid_until}
    values |= {"score": score, "note": note}
    _check(values)
    uid = desk.ids.new("q")
    with desk.step("step.add_qualification", name=person["name"], what=qualification_name(code)):
        made = {"uid": uid, "person_uid": person_uid, **guard.store(desk, values)}
        rows.insert(desk.conn, "qualification", made)
    return Done(uid, PEOPLE)


def _check(values: Mapping[str, Any]) -> None:
    if "code" in values:
        guard.words(values["code"], "field.qualification")
    score = values.get("score")
    if score is not None and not 0 <= score <= MOST_PERCENT:
        raise InputRefused("error.score", score=score)
    guard.order(values.get("passed_on"), values.get("valid_until"))


def change_qualification(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change code, passed_on, valid_until, score or note of a qualification."""
    guard.known(fields, _FIELDS)
    found = guard.row(desk, "qualification", uid)
    days = {name: guard.day_of(found, name) for name in ("passed_on", "valid_until")}
    _check({**days, **fields})
    person = guard.row(desk, "person", found["person_uid"])
    what = qualification_name(fields.get("code", found["code"]))
    with desk.step("step.change_qualification", name=person["name"], what=what):
        rows.update(desk.conn, "qualification", uid, guard.store(desk, fields))
    return Done(uid, PEOPLE)


def remove_qualification(desk: Desk, uid: str) -> Done[str]:
    """Remove a qualification that was written down by mistake."""
    found = guard.row(desk, "qualification", uid)
    person = guard.row(desk, "person", found["person_uid"])
    what = qualification_name(found["code"])
    with desk.step("step.remove_qualification", name=person["name"], what=what):
        rows.delete(desk.conn, "qualification", uid)
    return Done(uid, PEOPLE)
