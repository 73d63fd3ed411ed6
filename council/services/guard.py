"""What every service checks before it writes, and how values go into rows and come out of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain import calendars
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.services.desk import Desk

NO_TEXT = Text()
_SPOKEN = ("en", "th")

LAST_YEAR = 2400
"""A later year is a Buddhist one typed where a Christian one belongs (BE 2569 is 2026)."""


def row(desk: Desk, table: str, uid: str) -> dict[str, Any]:
    """Return the row; NotAllowed when there is none (any more)."""
    found = rows.get(desk.conn, table, uid)
    if found is None:
        raise NotAllowed("error.gone", what=Message(f"thing.{table}"))
    return found


def words(text: Text | str, what: str) -> None:
    """Refuse a text without a visible character; ``what`` is a code such as ``field.name``."""
    values = [text] if isinstance(text, str) else [value for _, value in text]
    if not any(value.strip() for value in values):
        raise InputRefused("error.empty", what=Message(what))


def text_of(found: Mapping[str, Any], column: str) -> Text:
    """Return a Text column's value, the empty text for none."""
    value = found[column]
    return value if isinstance(value, Text) else NO_TEXT


def spoken_number(number: str | None) -> Text:
    """Return a meeting's number as each language counts the year, the empty text for none."""
    if not number:
        return NO_TEXT
    return Text(tuple((one, calendars.meeting_number(number, one)) for one in _SPOKEN))


def day_of(found: Mapping[str, Any], column: str) -> date | None:
    """Return a day column's value."""
    value = found[column]
    return date.fromisoformat(value) if value else None


def moment_of(found: Mapping[str, Any], column: str) -> datetime | None:
    """Return a stamp column's value (with its offset) or a local time's (without)."""
    value = found[column]
    return datetime.fromisoformat(value) if value else None


def day(value: date) -> date:
    """Refuse a day whose year can only be a Buddhist one."""
    if value.year > LAST_YEAR:
        raise InputRefused("error.year_buddhist", year=value.year, meant=value.year - 543)
    return value


def stored(desk: Desk, value: Any) -> Any:
    """Turn a value into what its column holds; the empty text and empty words become nothing."""
    if isinstance(value, datetime):
        day(value)
        if value.tzinfo is None:
            return value.isoformat(timespec="minutes")
        return desk.stamp(value)
    if isinstance(value, date):
        return day(value).isoformat()
    if isinstance(value, bool):
        return int(value)
    if value == "" or value == Text():
        return None
    return str(value) if isinstance(value, str) else value


def store(desk: Desk, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Turn many values into what their columns hold."""
    return {column: stored(desk, value) for column, value in fields.items()}


def stamps(desk: Desk, fields: dict[str, Any], columns: Iterable[str]) -> None:
    """Give moments without an offset in these columns the council's, in place."""
    for column in columns:
        value = fields.get(column)
        if isinstance(value, datetime):
            fields[column] = datetime.fromisoformat(desk.stamp(value))


def known(fields: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Raise TypeError for a field that the function does not take (a bug of the caller)."""
    strange = set(fields) - allowed
    if strange:
        raise TypeError(f"unknown fields: {', '.join(sorted(strange))}")


def order(start: date | None, end: date | None) -> None:
    """Refuse an end before its start."""
    if start and end and end < start:
        raise InputRefused("error.ends_before_start", start=start, end=end)


def next_position(found: Iterable[Mapping[str, Any]]) -> int:
    """Return the position after the last one."""
    return max((int(one["position"]) for one in found), default=0) + 1


def unlocked(desk: Desk, meeting_uid: str) -> None:
    """Refuse to change a meeting whose minutes are approved."""
    if desk.conn.memo.get(
        ("locked", meeting_uid), ("minutes",), lambda: _locked(desk, meeting_uid)
    ):
        raise NotAllowed("error.meeting_locked")


def _locked(desk: Desk, meeting_uid: str) -> bool:
    found = rows.find(desk.conn, "minutes", order="uid", meeting_uid=meeting_uid)
    return bool(found) and found[0]["state"] == "approved"
