"""The core's sentences: codes with parameters become words in a language. No Qt.

The words stand in ``resources/i18n/core.<language>[.<area>].toml``; a table and a key make the
code: ``[error]`` with ``file_newer`` is ``error.file_newer``. In a sentence ``{name}`` takes a
parameter and ``{count:member|members}`` the word that fits a number.
"""

from __future__ import annotations

import os
import string
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from council.domain import calendars
from council.domain.messages import Message
from council.domain.text import Text
from council.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "th")

_BRIEF = ("error.", "step.")
_LONGEST = 200
"""Refusals and names of steps stand in one line of the window; documents print all their words."""


def files(language: str) -> list[Path]:
    """Return the catalogue's files of a language, the general one first."""
    return sorted((resources() / "i18n").glob(f"core.{language}*.toml"))


def entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (code, sentence) of one catalogue file; nested tables are joined with dots."""
    yield from _flatten("", tomllib.loads(path.read_text(encoding="utf-8")))


def _flatten(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        code = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flatten(f"{code}.", value)
        else:
            yield code, str(value)


@cache
def _sentences(language: str) -> dict[str, str]:
    return {code: words for path in files(language) for code, words in entries(path)}


def codes(language: str = "en") -> frozenset[str]:
    """Return every code the catalogue knows in a language."""
    return frozenset(_sentences(language))


def has(code: str, language: str = "en") -> bool:
    """Tell whether the catalogue knows the code."""
    return code in _sentences(language)


def say(message: Message, language: str, *, digits: str = "latn") -> str:
    """Return the message in a language; numbers and dates in it take the wanted digits.

    An unknown code or a parameter that is not given raises KeyError under test and shows itself
    bare in production: a poor sentence is better there than none.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    template = _sentences(known).get(message.code)
    if template is None:
        if _strict():
            raise KeyError(message.code)
        return message.code
    longest = _LONGEST if message.code.startswith(_BRIEF) else None
    shown = {name: _Shown(value, known, digits, longest) for name, value in message.params.items()}
    return _FORMATTER.vformat(template, (), shown)


def template(code: str, language: str) -> str:
    """Return a code's sentence with its ``{placeholders}`` unfilled.

    Raises KeyError under test when the code is unknown, and returns the code in production.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    found = _sentences(known).get(code)
    if found is None and _strict():
        raise KeyError(code)
    return code if found is None else found


def word(code: str, language: str, **params: Any) -> str:
    """Return the word or sentence of a code such as ``role.chair``."""
    return say(Message(code, params), language)


def show(value: Any, language: str, *, digits: str = "latn") -> str:
    """Return a parameter's value in words: texts, numbers, dates, messages and lists of them."""
    match value:
        case Message():
            return say(value, language, digits=digits)
        case Text():
            return value.show(language)
        case datetime():
            return calendars.long_datetime(value, language, digits)
        case date():
            return calendars.long_date(value, language, digits)
        case time():
            return calendars.clock_time(value, language, digits)
        case int() | Fraction():
            return calendars.with_digits(str(value), digits)
        case None:
            return ""
        case list() | tuple():
            return _joined([show(one, language, digits=digits) for one in value], language)
    return str(value)


def _joined(parts: Sequence[str], language: str) -> str:
    """Join with commas and a last *and*, as the language does."""
    if len(parts) < 2:
        return "".join(parts)
    if language == "th":
        # Thai lists stand with spaces; parts that hold spaces themselves need a comma.
        comma = ", " if any(" " in part for part in parts) else " "
        gap = "" if "\u0e00" <= parts[-1][:1] <= "\u0e7f" else " "
        return f"{comma.join(parts[:-1])} และ{gap}{parts[-1]}"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


class _Shown:
    """A parameter on its way into a sentence."""

    def __init__(self, value: Any, language: str, digits: str, longest: int | None) -> None:
        self._value, self._language, self._digits = value, language, digits
        self._longest = longest

    def __format__(self, spec: str) -> str:
        if "|" in spec:
            one, many = spec.split("|", 1)
            return one if self._value == 1 else many
        words = show(self._value, self._language, digits=self._digits)
        if self._longest and len(words) > self._longest:
            return f"{words[: self._longest]}…"
        return words


class _Formatter(string.Formatter):
    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if key in kwargs or _strict():
            return kwargs[str(key)]
        return f"{{{key}}}"

    def format_field(self, value: Any, format_spec: str) -> str:
        return str(value) if isinstance(value, str) else format(value, format_spec)


_FORMATTER = _Formatter()


def _strict() -> bool:
    """Tell whether a missing word is a fault: pytest sets this for itself and its children."""
    return "PYTEST_VERSION" in os.environ
