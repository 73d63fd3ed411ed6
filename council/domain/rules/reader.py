"""Rule packs, read from TOML; every fault names the file, the key and the reason.

A pack is data only. ``[pack]`` holds uid, version, name, source, authority and perhaps
``based_on``, other packs of the same folder whose values hold where this one says nothing. Every
other table is one value ``{value, source, verified, effective_from?, effective_to?, authority?,
bound?}``, or a list of such, each for its own time.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from council.domain.duties.duty_rules import Notice
from council.domain.messages import InputRefused, Message
from council.domain.rules.keys import find_key
from council.domain.rules.pack import RulePack
from council.domain.rules.references import missing_name
from council.domain.rules.spans import overlap
from council.domain.rules.values import Authority, Bound, Value, read
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum
    from pathlib import Path

__all__ = ["RulePack", "load_pack"]

PACK_NEEDED = ("uid", "version", "name", "source")
PACK_OPTIONAL = ("based_on", "about", "authority")
VALUE_NEEDED = ("value", "source", "verified")
VALUE_OPTIONAL = ("effective_from", "effective_to", "authority", "bound")


def load_pack(path: Path) -> RulePack:
    """Read a pack and those it is based on.

    Raises InputRefused ``error.rule_pack`` with ``file``, ``key`` and ``reason``.
    """
    return _load(path, (), {})


def _load(path: Path, above: tuple[str, ...], read_before: dict[str, RulePack]) -> RulePack:
    if path.stem in read_before:
        return read_before[path.stem]
    head, body = _open(path)
    bases = []
    for name in _based_on(path, head):
        if name in (*above, head["uid"]):
            _refuse(path, "pack.based_on", "goes_round")
        lower = path.with_name(f"{name}.toml")
        bases.append(_load(lower, (*above, head["uid"]), read_before))
    authority = _word(path, "pack.authority", head.get("authority", "parliamentary"), Authority)
    reading = _Reading(path, authority)
    own: dict[str, tuple[Value, ...]] = {}
    for key, data in _leaves(path, "", body):
        if key in own:
            _refuse(path, key, "twice", value=key)
        own[key] = reading.times(key, data)
    pack = RulePack(
        uid=head["uid"],
        version=head["version"],
        name=Text.from_data(head["name"], "en"),
        source=head["source"],
        own=own,
        about=Text.from_data(head.get("about"), "en"),
        authority=authority,
        bases=tuple(bases),
    )
    _check_names(path, pack)
    read_before[path.stem] = pack
    return pack


def _open(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        _refuse(path, "", "no_file")
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, beyond all measure
        _refuse(path, "", "not_toml", detail=str(error))
    head = data.pop("pack", None)
    if not isinstance(head, dict):
        _refuse(path, "pack", "missing")
    _check_head(path, head)
    return head, data


def _check_head(path: Path, head: Mapping[str, Any]) -> None:
    for key in PACK_NEEDED:
        if not head.get(key):
            _refuse(path, f"pack.{key}", "missing")
    for key in head:
        if key not in PACK_NEEDED + PACK_OPTIONAL:
            _refuse(path, f"pack.{key}", "unknown_key")
    for key in ("uid", "version", "source"):
        if not isinstance(head[key], str):
            _refuse(path, f"pack.{key}", "no_words")
    for key in ("name", "about"):
        if not _is_text(head.get(key, "")):
            _refuse(path, f"pack.{key}", "no_words")
    if head["uid"] != path.stem:
        _refuse(path, "pack.uid", "not_file_name")


def _is_text(data: Any) -> bool:
    """Tell whether data are words, or words by language."""
    words = data.values() if isinstance(data, dict) else [data]
    return all(isinstance(one, str) for one in words)


def _based_on(path: Path, head: Mapping[str, Any]) -> list[str]:
    given = head.get("based_on", [])
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        _refuse(path, "pack.based_on", "no_list")
    for name in names:
        if not name.replace("-", "_").isidentifier():  # a file beside this one, no way elsewhere
            _refuse(path, "pack.based_on", "no_code", value=name)
    return names


def _leaves(path: Path, prefix: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield (dotted key, its value table or list of them)."""
    for name, entry in data.items():
        key = f"{prefix}{name}"
        if find_key(key):
            yield key, entry
        elif isinstance(entry, dict) and not prefix and "value" not in entry:
            yield from _leaves(path, f"{key}.", entry)
        else:
            _refuse(path, key, "unknown_key")


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the values of one file; ``authority`` is that of its pack."""

    path: Path
    authority: Authority

    def times(self, key: str, data: Any) -> tuple[Value, ...]:
        """Return the values of a key over time."""
        entries = data if isinstance(data, list) else [data]
        found = tuple(self._value(key, entry) for entry in entries)
        if overlap([(value.effective_from, value.effective_to) for value in found]):
            _refuse(self.path, key, "overlap")
        return found

    def _value(self, key: str, entry: Any) -> Value:
        self._check(key, entry)
        start, end = (self._day(f"{key}.{name}", entry.get(name)) for name in _SPAN)
        if start and end and end < start:
            _refuse(self.path, f"{key}.effective_to", "ends_first")
        try:
            typed = read(key, entry["value"])
        except InputRefused as error:
            params = error.message.params
            raise InputRefused("error.rule_pack", file=self.path.name, **params) from None
        authority = entry.get("authority", self.authority)
        return Value(
            value=typed,
            data=entry["value"],
            source=entry["source"],
            verified=entry["verified"],
            effective_from=start,
            effective_to=end,
            authority=_word(self.path, f"{key}.authority", authority, Authority),
            bound=self._bound(key, entry.get("bound")),
        )

    def _check(self, key: str, entry: Any) -> None:
        if not isinstance(entry, dict) or "value" not in entry:
            _refuse(self.path, f"{key}.value", "missing")
        for name in entry:
            if name not in VALUE_NEEDED + VALUE_OPTIONAL:
                _refuse(self.path, f"{key}.{name}", "unknown_key")
        source = entry.get("source")
        if not isinstance(source, str) or not source.strip():
            _refuse(self.path, f"{key}.source", "missing")
        if not isinstance(entry.get("verified"), bool):
            _refuse(self.path, f"{key}.verified", "not_true_or_false")

    def _bound(self, key: str, data: Any) -> Bound | None:
        if data is None:
            return None
        bound: Bound = _word(self.path, f"{key}.bound", data, Bound)
        found = find_key(key)
        if found is None or found.compare is None:
            _refuse(self.path, f"{key}.bound", "no_order")
        return bound

    def _day(self, key: str, data: Any) -> date | None:
        if data is not None and (not isinstance(data, date) or isinstance(data, datetime)):
            _refuse(self.path, key, "not_a_day")
        return data


_SPAN = ("effective_from", "effective_to")


def _word(path: Path, key: str, data: Any, kind: type[StrEnum]) -> Any:
    try:
        return kind(data)
    except ValueError:
        words = [one.value for one in kind]
        _refuse(path, key, "not_one_of", value=str(data), words=words)


def _check_names(path: Path, pack: RulePack) -> None:
    """Refuse a value that names a requirement, a qualification or a calendar there is not."""
    for key, times in pack.own.items():
        for value in times:
            if fault := missing_name(pack.values, key, value):
                _refuse_with(path, *fault)
            calendar = value.value.exclude if isinstance(value.value, Notice) else ""
            if calendar and not (path.parent / "calendars" / f"{calendar}.toml").is_file():
                _refuse(path, f"{key}.exclude", "no_calendar", value=calendar)


def _refuse(path: Path, key: str, reason: str, **params: Any) -> NoReturn:
    _refuse_with(path, key, Message(f"reason.{reason}", params))


def _refuse_with(path: Path, key: str, reason: Message) -> NoReturn:
    raise InputRefused("error.rule_pack", file=path.name, key=key, reason=reason)
