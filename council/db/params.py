"""A step's parameters as JSON: plain values as they are, others as an object of one ``$`` key."""

from __future__ import annotations

import json
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from council.domain.messages import Message
from council.domain.text import Text, whole

if TYPE_CHECKING:
    from collections.abc import Mapping


def dump(params: Mapping[str, Any]) -> str:
    """Return the parameters as canonical JSON (sorted, no spaces); TypeError for other values."""
    told = {name: _told(value) for name, value in params.items()}
    return whole(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def load(stored: str) -> dict[str, Any]:
    """Return the parameters that ``dump`` stored."""
    return {name: _read(value) for name, value in json.loads(stored).items()}


def _told(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Text():
            # Pairs, not an object: the order of languages is part of the value.
            return {"$text": [list(pair) for pair in value]}
        case Message():
            return {
                "$message": [value.code, {name: _told(each) for name, each in value.params.items()}]
            }
        case datetime():
            return {"$datetime": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case Fraction():
            return {"$fraction": str(value)}
        case list() | tuple():
            return [_told(each) for each in value]
        case _:
            raise TypeError(f"a step cannot keep a {type(value).__name__}")


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(each) for each in value]
    if not isinstance(value, dict):
        return value
    kind, inner = next(iter(value.items()))
    match kind:
        case "$text":
            return Text(tuple((language, words) for language, words in inner))
        case "$message":
            return Message(inner[0], {name: _read(each) for name, each in inner[1].items()})
        case "$datetime":
            return datetime.fromisoformat(inner)
        case "$date":
            return date.fromisoformat(inner)
        case _:
            return Fraction(inner)
