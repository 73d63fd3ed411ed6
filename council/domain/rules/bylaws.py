"""A council's own values: how the file keeps them, and which of them hold on a day.

They are kept by dotted key: that of a value (``minutes.seconder_printed``) or of a part of one
(``quorum.fixed``). What is kept is the plain value, or a table ``{value, article?, reason?, from?,
to?}``, or a list of such tables, each for its own time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from council.domain.messages import InputRefused, Message
from council.domain.rules.spans import overlap
from council.domain.rules.values import read, reader_of
from council.domain.text import Text

_KEYS = frozenset({"value", "article", "reason", "from", "to"})
_NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Bylaw:
    """One value of the council's own, ``data`` as a pack would write it.

    ``article`` names the place in the bylaws, such as ``V.3``; ``to_on`` is its last day.
    """

    key: str
    data: Any
    article: str = ""
    reason: Text = _NO_TEXT
    from_on: date | None = None
    to_on: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Tell whether it is in force on a day; without a day, whether it has no end."""
        if day is None:
            return self.to_on is None
        begun = self.from_on is None or self.from_on <= day
        return begun and (self.to_on is None or day <= self.to_on)

    def to_data(self) -> Any:
        """Return what the file keeps: the plain value when there is nothing else to say."""
        table = self.to_table()
        return table if len(table) > 1 else self.data

    def to_table(self) -> dict[str, Any]:
        """Return it as a table, without what is empty."""
        more = {
            "article": self.article,
            "reason": self.reason.to_data(),
            "from": self.from_on.isoformat() if self.from_on else "",
            "to": self.to_on.isoformat() if self.to_on else "",
        }
        return {"value": self.data} | {name: given for name, given in more.items() if given}


def read_bylaws(kept: Mapping[str, Any]) -> list[Bylaw]:
    """Return all own values, in the order in which they are kept.

    Raises InputRefused ``error.rule_override`` with ``key`` and ``reason``.
    """
    found = []
    for key, given in kept.items():
        own = [_read(key, entry) for entry in _entries(given)]
        if overlap([(one.from_on, one.to_on) for one in own]):
            refuse(key, "overlap")
        found += own
    return found


def in_force(bylaws: Sequence[Bylaw], day: date | None) -> list[Bylaw]:
    """Return those that hold on a day; without a day, those without an end."""
    return [one for one in bylaws if one.holds_on(day)]


def split(key: str) -> tuple[str, str]:
    """Return the key of a value and the part of it that is meant, which may be empty."""
    if reader_of(key):
        return key, ""
    whole, _, part = key.rpartition(".")
    if not reader_of(whole):
        refuse(key, "unknown_key")
    return whole, part


def refuse(key: str, reason: str) -> NoReturn:
    """Raise InputRefused ``error.rule_override`` for an own value."""
    raise InputRefused("error.rule_override", key=key, reason=Message(f"reason.{reason}"))


def read_own(key: str, data: Any) -> Any:
    """Return the typed value of an own value's data."""
    try:
        return read(key, data)
    except InputRefused as error:
        raise InputRefused("error.rule_override", **error.message.params) from None


def _entries(given: Any) -> list[Any]:
    """Tell a list of tables, each for its time, from a value that is a list itself."""
    if isinstance(given, list) and given and all(_is_table(one) for one in given):
        return given
    return [given]


def _is_table(given: Any) -> bool:
    return isinstance(given, Mapping) and "value" in given


def _read(key: str, given: Any) -> Bylaw:
    table: Mapping[str, Any] = given if _is_table(given) else {"value": given}
    for name in table:
        if name not in _KEYS:
            refuse(f"{key}.{name}", "unknown_key")
    article = table.get("article", "")
    if not isinstance(article, str):
        refuse(f"{key}.article", "no_words")
    bylaw = Bylaw(
        key=key,
        data=table["value"],
        article=article.strip(),
        reason=_reason(key, table.get("reason")),
        from_on=_day(f"{key}.from", table.get("from")),
        to_on=_day(f"{key}.to", table.get("to")),
    )
    if bylaw.from_on and bylaw.to_on and bylaw.to_on < bylaw.from_on:
        refuse(f"{key}.to", "ends_first")
    whole, part = split(key)
    if not part:
        read_own(whole, bylaw.data)
    return bylaw


def _reason(key: str, given: Any) -> Text:
    if given is None:
        return _NO_TEXT
    words = given.values() if isinstance(given, Mapping) else (given,)
    if not all(isinstance(one, str) for one in words):
        refuse(f"{key}.reason", "no_words")
    return Text.from_data(given, "en")


def _day(key: str, given: Any) -> date | None:
    if given is None:
        return None
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        refuse(key, "not_a_day")
