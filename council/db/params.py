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
    made = {name: told(value) for name, value in params.items()}
    return whole(json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def load(stored: str) -> dict[str, Any]:
    """Return the parameters that ``dump`` stored."""
    return {name: value_of(value) for name, value in json.loads(stored).items()}


def told(value: Any) -> Any:
    """Return a value as JSON keeps it; TypeError for one of another kind."""
    match value:
        case None | bool() | int() | str():
            return value
        case Text():
            # Pairs, not an object: the order of languages is part of the value.
            return {"$text": [list(pair) for pair in value]}
        case Message():
            return {
                "$message": [value.code, {name: told(each) for name, each in value.params.items()}]
            }
        case datetime():
            return {"$datetime": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case Fraction():
            return {"$fraction": str(value)}
        case list() | tuple():
            return [told(each) for each in value]
        case _:
            raise TypeError(f"a step cannot keep a {type(value).__name__}")


def value_of(value: Any) -> Any:
    """Return the value that ``told`` told."""
    if isinstance(value, list):
        return [value_of(each) for each in value]
    if not isinstance(value, dict):
        return value
    kind, inner = next(iter(value.items()))
    match kind:
        case "$text":
            return Text(tuple((language, words) for language, words in inner))
        case "$message":
            return Message(inner[0], {name: value_of(each) for name, each in inner[1].items()})
        case "$datetime":
            return datetime.fromisoformat(inner)
        case "$date":
            return date.fromisoformat(inner)
        case _:
            return Fraction(inner)
