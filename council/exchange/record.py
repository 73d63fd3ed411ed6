"""The council record: reading, refusing and writing our own open format (JSON, version 1).

The schema in ``resources/schema/record.schema.json`` is the one place that says which keys there
are and in which order the canonical form puts them.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

import jsonschema

from council.domain.messages import InputRefused
from council.domain.vocabulary import Method
from council.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
Data = dict[str, Any]


@cache
def schema() -> Data:
    """Return the JSON Schema of the format."""
    made: Data = json.loads((resources() / "schema" / "record.schema.json").read_text("utf-8"))
    return made


def parse(raw: bytes | str) -> Data:
    """Read a record and refuse what is not one, naming the place.

    Raises InputRefused: not UTF-8, not JSON, not this format, a newer version, a fault against the
    schema (unknown key, wrong kind of value), the same uid twice, a reference to nothing, a
    motion or body that hangs on itself, a secret ballot that names how people voted.
    """
    try:
        return _parse(raw)
    except RecursionError as fault:
        raise InputRefused("error.record_too_deep") from fault


def _parse(raw: bytes | str) -> Data:
    data = _load(raw)
    if not isinstance(data, dict) or data.get("format") != "council-record":
        raise InputRefused("error.record_foreign")
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise InputRefused("error.record_newer", version=version)
    _check_words(data, data, [])
    _check_schema(data)
    things = list(_things(data))
    _check_references(things)
    _check_circles(things)
    _check_secrets(things)
    return data


def _load(raw: bytes | str) -> Any:
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw
    except UnicodeDecodeError as fault:
        raise InputRefused("error.record_not_utf8", byte=fault.start) from fault
    try:
        return json.loads(
            text,
            object_pairs_hook=_no_key_twice,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as fault:
        raise InputRefused(
            "error.record_not_json", line=fault.lineno, column=fault.colno
        ) from fault


LONGEST_NUMBER = 15
"""Digits that every reader of JSON keeps exactly; the format has no use for longer ones."""


def _number(written: str) -> int | float:
    """Read a number; ``13.0`` is the whole number that a schema takes it for."""
    number = float(written) if len(written) <= LONGEST_NUMBER else math.inf
    if not math.isfinite(number):
        _no_number(written)
    return int(number) if number.is_integer() else number


def _no_number(written: str) -> NoReturn:
    raise InputRefused("error.record_number", value=written[:40])


def _no_key_twice(pairs: list[tuple[str, Any]]) -> Data:
    made: Data = {}
    for key, value in pairs:
        if key in made:
            raise InputRefused("error.record_key_twice", key=key)
        made[key] = value
    return made


def _check_words(data: Data, value: Any, path: list[Any]) -> None:
    """Refuse halves of characters, which no UTF-8 file can hold."""
    if isinstance(value, str):
        if any("\ud800" <= char <= "\udfff" for char in value):
            shown = json.dumps(value)[:80]
            raise InputRefused("error.record_wrong_value", where=place(data, path), value=shown)
    elif isinstance(value, dict):
        for key, part in value.items():
            _check_words(data, key, path)
            _check_words(data, part, [*path, key])
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _check_words(data, part, [*path, index])


def _check_schema(data: Data) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    best = jsonschema.exceptions.best_match(validator.iter_errors(data))
    if best is None:
        return
    where = place(data, list(best.absolute_path))
    if best.validator == "additionalProperties":
        known = set(best.schema.get("properties", {}))
        extra = ", ".join(sorted(set(best.instance) - known))
        raise InputRefused("error.record_unknown_key", where=where, keys=extra)
    if best.validator == "required":
        lacking = ", ".join(key for key in best.validator_value if key not in best.instance)
        raise InputRefused("error.record_missing_key", where=where, keys=lacking)
    shown = json.dumps(best.instance, ensure_ascii=False)
    raise InputRefused("error.record_wrong_value", where=where, value=shown[:80])


def place(data: Any, path: list[Any]) -> str:
    """Return a path for people: list positions are named by the uid that stands there."""
    parts = []
    for step in path:
        data = data[step]
        named = (
            isinstance(step, int) and isinstance(data, dict) and isinstance(data.get("uid"), str)
        )
        parts.append(data["uid"] if named else str(step))
    return "/".join(parts) or "/"


_REFERENCES = {
    "person": "person", "mover": "person", "seconders": "person", "presiding": "person",
    "secretary": "person", "substitute_for": "person", "recused": "person", "owner": "person",
    "body": "body", "seat": "seat", "item": "item", "carried_from": "item", "approves": "meeting",
    "series": "series", "late_motion": "motion", "matter": "item", "copied_from": "item",
    "replaces": "attachment", "meeting": "meeting",
    "motion": "motion", "vote": "vote", "ineligible": "person", "approved_at_meeting": "meeting",
    "approved_by_motion": "motion", "roll": "person", "comment": "comment",
}  # fmt: skip

_LISTS = {
    "people": "person", "qualifications": "qualification", "bodies": "body", "seats": "seat",
    "memberships": "membership", "meetings": "meeting", "agenda": "item", "children": "item",
    "motions": "motion", "votes": "vote", "attendance": "attendance", "recusals": "recusal",
    "advice": "advice", "comments": "comment", "actions": "action", "notes": "note",
    "attachments": "attachment", "sections": "section", "wordings": "wording",
    "corrections": "correction", "frozen": "frozen", "series": "series",
    "templates": "template", "revisions": "revision", "dismissals": "dismissal",
    "speakers": "speaker",
}  # fmt: skip


def _things(data: Data, path: str = "") -> Iterator[tuple[str, str, Data]]:
    """Yield (kind, place, object) of everything in the record that lives in a list."""
    for key, value in data.items():
        if key in _LISTS and isinstance(value, list):
            for index, one in enumerate(value):
                where = f"{path}/{key}/{one.get('uid', index)}".lstrip("/")
                yield _LISTS[key], where, one
                yield from _things(one, where)
        elif isinstance(value, dict) and key == "minutes":
            yield "minutes", f"{path}/minutes", value
            yield from _things(value, f"{path}/minutes")


Things = list[tuple[str, str, Data]]


def _check_references(things: Things) -> None:
    known: dict[str, set[str]] = {}
    for kind, where, one in things:
        uid = one.get("uid")
        if uid is None:
            continue
        if uid in known.setdefault(kind, set()):
            raise InputRefused("error.record_uid_twice", where=where, uid=uid)
        known[kind].add(uid)
    for kind, where, one in things:
        for key, target, uid in _pointers(kind, one):
            if uid not in known.get(target, set()):
                raise InputRefused("error.record_dangling", where=f"{where}/{key}", uid=uid)


def _check_circles(things: Things) -> None:
    """Refuse bodies and motions that hang on themselves."""
    above = {(kind, one["uid"]): one.get("parent") for kind, _, one in things if "parent" in one}
    for kind, where, one in things:
        seen, uid = set(), one.get("uid")
        while (kind, uid) in above:
            if uid in seen:
                raise InputRefused("error.record_circle", where=f"{where}/parent", uid=uid)
            seen.add(uid)
            uid = above[kind, uid]


def _check_secrets(things: Things) -> None:
    for kind, where, one in things:
        if kind == "vote" and one["method"] == Method.SECRET_BALLOT and one.get("ballots"):
            raise InputRefused("error.record_secret_ballots", where=where)


def _pointers(kind: str, one: Data) -> Iterator[tuple[str, str, str]]:
    """Yield (key, kind pointed to, uid) of every reference an object holds."""
    for key, value in one.items():
        target = kind if key == "parent" else _REFERENCES.get(key)
        if target is None:
            continue
        for uid in value if isinstance(value, list) else [value]:
            yield key, target, uid
    for number, ballot in enumerate(one.get("ballots", ()), 1):
        yield f"ballots/{number}/person", "person", ballot["person"]


def canonical(data: Data) -> str:
    """Return the canonical form: keys in schema order, two-space indent, UTF-8 as typed, LF."""
    return json.dumps(_ordered(data, schema()), ensure_ascii=False, indent=2) + "\n"


def _ordered(value: Any, rule: Data) -> Any:
    rule = _resolve(rule, value)
    if isinstance(value, dict):
        properties = rule.get("properties")
        if properties is None:
            return value
        return {key: _ordered(value[key], part) for key, part in properties.items() if key in value}
    if isinstance(value, list):
        return [_ordered(one, rule.get("items", {})) for one in value]
    return value


def _resolve(rule: Data, value: Any) -> Data:
    if "$ref" in rule:
        return _resolve(schema()["$defs"][rule["$ref"].rsplit("/", 1)[1]], value)
    for choice in rule.get("oneOf", ()):
        found = _resolve(choice, value)
        if isinstance(value, dict) and set(value) <= set(found.get("properties", ())):
            return found
        if isinstance(value, list) and found.get("type") == "array":
            return found
    return rule
