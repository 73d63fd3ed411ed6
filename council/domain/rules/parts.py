"""Reading the data of one rule: tables, words of a closed list, whole numbers, true and false.

Every fault is InputRefused ``error.rule_value`` with the key inside the value and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from council.domain.messages import InputRefused, Message
from council.domain.votes.requirements import read_fraction

if TYPE_CHECKING:
    from enum import StrEnum
    from fractions import Fraction

    Word = TypeVar("Word", bound=StrEnum)

Reader = Callable[[Any], Any]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def refuse(key: str, reason: str, **params: Any) -> NoReturn:
    """Raise InputRefused ``error.rule_value`` with the key inside the value and the reason."""
    raise InputRefused("error.rule_value", key=key, reason=Message(f"reason.{reason}", params))


def table(data: Any, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Return the data when it is a table with the needed keys and no strange ones."""
    if not isinstance(data, Mapping):
        refuse("value", "no_table")
    for key in needed:
        if key not in data:
            refuse(key, "missing")
    for key in data:
        if key not in needed + optional:
            refuse(key, "unknown_key")
    return data


def entries(key: str, data: Any, least: int = 0) -> list[Any]:
    """Return the data when it is a list of at least so many."""
    if not isinstance(data, list | tuple):
        refuse(key, "no_list")
    if len(data) < least:
        refuse(key, "empty_list")
    return list(data)


def choice(key: str, data: Any, kind: type[Word]) -> Word:
    """Return the member of a closed list of words."""
    try:
        return kind(data)
    except ValueError:
        refuse(key, "not_one_of", value=str(data), words=[one.value for one in kind])


def choices(key: str, data: Any, kind: type[Word]) -> tuple[Word, ...]:
    """Return members of a closed list of words, each once."""
    return _once(key, [choice(key, one, kind) for one in entries(key, data)])


def is_name(data: str) -> bool:
    """Tell whether words are a name such as ``ethics_training`` or ``uk-england``."""
    return _NAME.fullmatch(data) is not None


def code(key: str, data: Any) -> str:
    """Return a name of letters, digits, hyphens and underscores; so never a way to a file."""
    if not isinstance(data, str) or not is_name(data):
        refuse(key, "no_code", value=str(data))
    return data


def codes(key: str, data: Any, least: int = 0) -> tuple[str, ...]:
    """Return a list of names, each once."""
    return _once(key, [code(key, one) for one in entries(key, data, least)])


def _once(key: str, found: list[Any]) -> tuple[Any, ...]:
    for number, one in enumerate(found):
        if one in found[:number]:
            refuse(key, "twice", value=str(one))
    return tuple(found)


MOST = 9_999
"""No number of a rule is greater: a deadline must stay within the calendar."""


def whole(key: str, data: Any, least: int = 0, most: int = MOST) -> int:
    """Return a whole number that is neither below ``least`` nor above ``most``."""
    if type(data) is not int or data < least:
        refuse(key, "not_whole", value=str(data), least=least)
    if data > most:
        refuse(key, "too_great", most=most)
    return data


def whole_or_none(key: str, given: Mapping[str, Any], least: int = 0) -> int | None:
    """Return the whole number under a key of a table, None when it is not there."""
    return whole(key, given[key], least) if key in given else None


def truth(key: str, data: Any) -> bool:
    """Return true or false."""
    if not isinstance(data, bool):
        refuse(key, "not_true_or_false")
    return data


def fraction(key: str, data: Any) -> Fraction:
    """Return an exact fraction above 0 and not above 1."""
    found = read_fraction(data)
    if found is None:
        refuse(key, "not_a_fraction", value=str(data))
    if not 0 < found <= 1:
        refuse(key, "out_of_range", value=str(data))
    return found


def words(key: str, data: Any) -> str:
    """Return words that are not empty."""
    if not isinstance(data, str) or not data.strip():
        refuse(key, "missing")
    return data


def reads_word(kind: type[StrEnum]) -> Reader:
    """Return the reader of a value that is one word of a closed list."""
    return lambda data: choice("value", data, kind)


def reads_whole(name: str, least: int = 0) -> Reader:
    """Return the reader of ``{name: a whole number}``, which it reads as the number."""
    return lambda data: whole(name, table(data, (name,))[name], least)


def read_truth(data: Any) -> bool:
    """Read true or false."""
    return truth("value", data)
