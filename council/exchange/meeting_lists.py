"""Lists of meetings from a spreadsheet or another program: CSV or JSON, headings guessed."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from council.domain.calendars import fold_digits, parse_date
from council.domain.messages import InputRefused, Message
from council.exchange.meeting_events import Event, EventFile, cleaned, sort_out
from council.exchange.roster import read_flag
from council.exchange.roster_text import SEPARATORS, decode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from zoneinfo import ZoneInfo

MOST_ROWS = 20_000
_LONG = 200
_MIDNIGHT = time()


class Field(StrEnum):
    """What a column of a list of meetings says."""

    ID = "id"
    WHAT = "what"
    TITLE = "title"
    PLACE = "place"
    WHEN = "when"
    DAY = "day"
    TIME = "time"
    CANCELLED = "cancelled"
    MINUTES = "minutes"
    IGNORE = "ignore"


_WORDS: dict[Field, tuple[str, ...]] = {
    Field.ID: ("id", "uid", "guid", "meeting id", "event id", "รหัส"),
    Field.WHAT: (
        *("meeting type", "type", "body", "committee", "body name", "event body name"),
        *("คณะ", "ประเภทการประชุม", "ประเภท"),
    ),
    Field.TITLE: (
        *("title", "name", "summary", "subject", "meeting", "meeting name", "meeting title"),
        *("เรื่อง", "ชื่อการประชุม"),
    ),
    Field.PLACE: (
        *("location", "place", "venue", "room", "address", "event location", "meeting location"),
        "สถานที่",
    ),
    Field.WHEN: (
        *("datetime", "datetime iso", "date time", "start", "starts", "starts at", "when"),
        *("start time iso", "start datetime", "meeting datetime", "วันเวลา", "วันและเวลา"),
    ),
    Field.DAY: ("date", "day", "meeting date", "event date", "start date", "วันที่", "วันประชุม"),
    Field.TIME: ("time", "start time", "meeting time", "event time", "เวลา"),
    Field.CANCELLED: (
        *("cancelled", "canceled", "is cancelled", "status", "state"),
        *("งด", "ยกเลิก", "สถานะ"),
    ),
    Field.MINUTES: ("duration", "duration minutes", "length", "นาที"),
}
_HEADINGS = {word: field for field, words in _WORDS.items() for word in words}
_CANCELLED = re.compile(r"cancel|งด|ยกเลิก", re.IGNORECASE)
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:น\.?)?\s*([ap])?\.?m?\.?", re.I
)
_NOON = 12


@dataclass(frozen=True, slots=True)
class MeetingTable:
    """A list as columns: what each says, and its rows as (place in the source, cells)."""

    headings: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: tuple[tuple[int, tuple[Any, ...]], ...]

    def sample(self, column: int) -> str:
        """Return the first words that stand in a column, counted from 0."""
        return next((words for _, cells in self.rows if (words := cleaned(cells[column]))), "")


def read_meeting_list(
    raw: bytes, zone: ZoneInfo, fields: Sequence[Field] | None = None
) -> tuple[EventFile, MeetingTable]:
    """Read a list of meetings, JSON or CSV; ``fields`` says what the columns are, if not guessed.

    Moments with an offset come in the council's zone. Raises InputRefused
    (``error.meetings_not_list``, ``error.meetings_columns``).
    """
    table = read_table(raw, fields)
    return read_meetings(table, zone), table


def read_table(raw: bytes, fields: Sequence[Field] | None = None) -> MeetingTable:
    """Read the columns of a list; ``fields`` says what each is, if there are as many of them.

    Raises InputRefused ``error.meetings_not_list``.
    """
    table = _json_table(raw) if raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"[{" else _csv_table(raw)
    if fields is not None and len(fields) == len(table.fields):
        return replace(table, fields=tuple(fields))
    return table


def read_meetings(table: MeetingTable, zone: ZoneInfo) -> EventFile:
    """Return the meetings of a list; InputRefused ``error.meetings_columns`` without days."""
    if not {Field.WHEN, Field.DAY}.intersection(table.fields):
        raise InputRefused("error.meetings_columns")
    found: list[Event] = []
    notes: list[Message] = []
    for _, cells in table.rows:
        one = _event(table, cells, zone)
        if isinstance(one, Event):
            found.append(one)
        else:
            notes.append(one)
    return EventFile("", sort_out(found), tuple(notes))


def _refused(reason: str, **params: Any) -> InputRefused:
    return InputRefused("error.meetings_not_list", reason=Message(f"reason.{reason}", params))


def _json_table(raw: bytes) -> MeetingTable:
    try:
        data = json.loads(decode(raw)[0])
    except json.JSONDecodeError as fault:
        raise _refused("list_not_json", line=fault.lineno) from fault
    except RecursionError as fault:
        raise _refused("list_not_json", line=1) from fault
    if isinstance(data, dict):  # {"meetings": [...]}
        data = next((one for one in data.values() if isinstance(one, list)), [])
    listed = [one for one in data if isinstance(one, dict)]
    headings = tuple(dict.fromkeys(str(key) for one in listed for key in one))
    rows = tuple(
        (place, tuple(one.get(key) for key in headings)) for place, one in enumerate(listed, 1)
    )
    return _table(headings, rows)


def _csv_table(raw: bytes) -> MeetingTable:
    text = decode(raw)[0].removeprefix("\ufeff").replace("\x00", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    sign = _separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        found = [(reader.line_num, tuple(one)) for one in reader if any(map(str.strip, one))]
    except csv.Error as fault:  # a cell beyond csv's limit
        raise _refused("list_no_rows") from fault
    if not found:
        raise _refused("list_no_rows")
    width = max(len(cells) for _, cells in found)
    rows = [(line, cells + ("",) * (width - len(cells))) for line, cells in found]
    return _table(rows[0][1], tuple(rows[1:]))


def _separator(head: str) -> str:
    """Return the sign that divides the headings into most words we know, else into most cells."""
    split = {sign: next(csv.reader([head], delimiter=sign), []) for sign in SEPARATORS}
    known = {sign: sum(_plain(one) in _HEADINGS for one in split[sign]) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: (known[sign], len(split[sign])))


def _table(headings: Sequence[str], rows: tuple[tuple[int, tuple[Any, ...]], ...]) -> MeetingTable:
    if not rows or len(rows) > MOST_ROWS:
        raise (
            _refused("list_no_rows")
            if not rows
            else InputRefused("error.calendar_many", most=MOST_ROWS)
        )
    fields: list[Field] = []
    for heading in headings:
        field = _HEADINGS.get(_plain(heading), Field.IGNORE)
        fields.append(Field.IGNORE if field in fields else field)
    if Field.WHAT not in fields and Field.TITLE in fields:
        fields[fields.index(Field.TITLE)] = Field.WHAT
    return MeetingTable(tuple(headings), tuple(fields), rows)


def _plain(heading: str) -> str:
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.sub(r"[_\-./]", " ", split).casefold().split())


def _event(table: MeetingTable, cells: Sequence[Any], zone: ZoneInfo) -> Event | Message:
    """Return a row's meeting; a remark when it has no day that can be read."""
    said: dict[Field, Any] = {
        field: cell
        for field, cell in zip(table.fields, cells, strict=True)
        if field is not Field.IGNORE
    }
    try:
        starts, notes = _when(said, zone)
    except InputRefused:
        value = cleaned(said.get(Field.WHEN) or said.get(Field.DAY))
        code = "bad_time" if value else "no_start"
        return Message(f"calendar.{code}", {"value": value[:60]} if value else {})
    what, title = (cleaned(said.get(one))[:_LONG] for one in (Field.WHAT, Field.TITLE))
    return Event(
        uid=cleaned(said.get(Field.ID))[:_LONG],
        starts=starts,
        what=what or title,
        place=cleaned(said.get(Field.PLACE))[:_LONG],
        minutes=_minutes(said.get(Field.MINUTES)),
        cancelled=_cancelled(said.get(Field.CANCELLED)) or bool(_CANCELLED.search(title)),
        notes=notes,
    )


def _when(said: Mapping[Field, Any], zone: ZoneInfo) -> tuple[datetime, tuple[Message, ...]]:
    """Return local wall time and remarks; InputRefused for what is no day or time."""
    words = fold_digits(cleaned(said.get(Field.WHEN) or said.get(Field.DAY)))
    clock = fold_digits(cleaned(said.get(Field.TIME)))
    try:
        moment = datetime.fromisoformat(words)
        if moment.tzinfo:
            moment = moment.astimezone(zone).replace(tzinfo=None)
        day, at = moment.date(), moment.time().replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        day, at = _spoken(words)
    if clock:
        at = read_clock(clock)
    notes = (Message("calendar.no_time"),) if at == _MIDNIGHT else ()
    return datetime.combine(day, at), notes


def _spoken(words: str) -> tuple[date, time]:
    """Read a day with perhaps a clock time behind it, such as ``8 Oct 2027 18:30``."""
    found = _CLOCK.search(words)
    if found is None:
        return parse_date(words), _MIDNIGHT
    return parse_date(words[: found.start()].strip(" ,T")), read_clock(found[0])


def read_clock(words: str) -> time:
    """Read a clock time such as ``18:30``, ``6.30 pm``, ``18.30 น.``; InputRefused for none."""
    found = _CLOCK.fullmatch(words.strip())
    hour = int(found[1]) if found else 24
    if found and found[3]:
        hour = hour % _NOON + (_NOON if found[3].casefold() == "p" else 0)
    try:
        return time(hour, int(found[2]) if found else 0)
    except ValueError:
        raise InputRefused("error.date_unclear", text=words) from None


def _cancelled(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = cleaned(value)
    return read_flag(words) is True or bool(_CANCELLED.search(words))


def _minutes(value: Any) -> int | None:
    found = re.fullmatch(r"(\d{1,4})(?:\.0+)?\s*(?:min(?:utes)?|นาที)?", fold_digits(cleaned(value)))
    return int(found[1]) if found and 0 < int(found[1]) < 24 * 60 else None
