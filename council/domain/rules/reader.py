"""Rule packs, read from TOML; every fault names the file, the key and the reason.

A pack is data only. ``[pack]`` holds uid, version, name, source and perhaps ``based_on``, another
pack of the same folder whose values hold where this one says nothing. Every other table is one
value ``{value, source, verified, effective_from?, effective_to?}``, or a list of such, each for its
own time.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from council.domain.messages import InputRefused, Message
from council.domain.rules import values
from council.domain.rules.book import RuleBook
from council.domain.rules.values import Value
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_VALUE_KEYS = frozenset({"value", "source", "verified", "effective_from", "effective_to"})
_PACK_NEEDED = ("uid", "version", "name", "source")
_PACK_OPTIONAL = ("based_on", "about")
_NOTHING = Text()


@dataclass(frozen=True)
class RulePack(RuleBook):
    """A named set of rules; ``values`` holds, for each key, its values over time."""

    uid: str
    version: str
    name: Text
    source: str
    values: Mapping[str, tuple[Value, ...]]
    about: Text = _NOTHING
    based_on: str = ""

    def find(self, key: str) -> Value | None:
        """Return the value that holds now, which is the one without an end."""
        return self.find_on(key, None)

    def find_on(self, key: str, day: date | None) -> Value | None:
        """Return the value that holds on a day; of several the later one."""
        holding = [value for value in self.values.get(key, ()) if value.holds_on(day)]
        return holding[-1] if holding else None

    def keys(self) -> tuple[str, ...]:
        """Return all dotted keys, those of the pack it is based on first."""
        return tuple(self.values)


def load_pack(path: Path) -> RulePack:
    """Read a pack and those it is based on.

    Raises InputRefused ``error.rule_pack`` with ``file``, ``key`` and ``reason``.
    """
    return _load(path, ())


def _load(path: Path, above: tuple[str, ...]) -> RulePack:
    head, body = _open(path)
    based_on = head.get("based_on", "")
    if based_on in (*above, head["uid"]):
        _refuse(path, "pack.based_on", "goes_round")
    inherited: dict[str, tuple[Value, ...]] = {}
    if based_on:
        parent = _load(path.with_name(f"{based_on}.toml"), (*above, head["uid"]))
        inherited = dict(parent.values)
    own = {key: _times(path, key, data) for key, data in _leaves(path, "", body)}
    pack = RulePack(
        uid=head["uid"],
        version=head["version"],
        name=Text.from_data(head["name"], "en"),
        source=head["source"],
        values=inherited | own,
        about=Text.from_data(head.get("about"), "en"),
        based_on=based_on,
    )
    _check_names(path, pack)
    return pack


def _open(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        _refuse(path, "", "no_file")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        _refuse(path, "", "not_toml", detail=str(error))
    head = data.pop("pack", None)
    if not isinstance(head, dict):
        _refuse(path, "pack", "missing")
    for key in _PACK_NEEDED:
        if not head.get(key):
            _refuse(path, f"pack.{key}", "missing")
    for key in head:
        if key not in _PACK_NEEDED + _PACK_OPTIONAL:
            _refuse(path, f"pack.{key}", "unknown_key")
    if head["uid"] != path.stem:
        _refuse(path, "pack.uid", "not_file_name")
    return head, data


def _leaves(path: Path, prefix: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield (dotted key, its value table or list of them)."""
    for name, entry in data.items():
        key = f"{prefix}{name}"
        if isinstance(entry, list) or values.reader_of(key):
            yield key, entry
        elif isinstance(entry, dict) and not prefix and "value" not in entry:
            yield from _leaves(path, f"{key}.", entry)
        else:
            _refuse(path, key, "unknown_key")


def _times(path: Path, key: str, data: Any) -> tuple[Value, ...]:
    entries = data if isinstance(data, list) else [data]
    return tuple(_value(path, key, entry) for entry in entries)


def _value(path: Path, key: str, entry: Any) -> Value:
    if not isinstance(entry, dict) or "value" not in entry:
        _refuse(path, f"{key}.value", "missing")
    for name in entry:
        if name not in _VALUE_KEYS:
            _refuse(path, f"{key}.{name}", "unknown_key")
    source = entry.get("source")
    if not isinstance(source, str) or not source.strip():
        _refuse(path, f"{key}.source", "missing")
    if not isinstance(entry.get("verified"), bool):
        _refuse(path, f"{key}.verified", "not_true_or_false")
    start, end = (_day(path, f"{key}.{name}", entry.get(name)) for name in _SPAN)
    if start and end and end < start:
        _refuse(path, f"{key}.effective_to", "ends_first")
    try:
        typed = values.read(key, entry["value"])
    except InputRefused as error:
        params = error.message.params
        raise InputRefused("error.rule_pack", file=path.name, **params) from None
    return Value(typed, entry["value"], source, entry["verified"], start, end)


_SPAN = ("effective_from", "effective_to")


def _day(path: Path, key: str, data: Any) -> date | None:
    if data is not None and (not isinstance(data, date) or isinstance(data, datetime)):
        _refuse(path, key, "not_a_day")
    return data


def _check_names(path: Path, pack: RulePack) -> None:
    """Refuse a motion whose vote names a requirement that the pack does not have."""
    names = pack.requirement_names()
    for key, entries in pack.values.items():
        if key.startswith("motion."):
            for entry in entries:
                if entry.value.vote not in names:
                    _refuse(path, f"{key}.vote", "no_requirement", value=entry.value.vote)


def _refuse(path: Path, key: str, reason: str, **params: Any) -> NoReturn:
    message = Message(f"reason.{reason}", params)
    raise InputRefused("error.rule_pack", file=path.name, key=key, reason=message)
