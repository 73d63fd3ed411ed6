"""Meetings from another program's calendar or list: understand each, show it, apply it all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from council.db import rows
from council.domain.messages import InputRefused, Message
from council.domain.text import Text
from council.domain.vocabulary import MeetingKind, MeetingState
from council.services import guard
from council.services.desk import Changes, Desk, Done
from council.services.meetings import put_meeting, raised
from council.services.members import bodies
from council.services.schedule.calendar_export import calendar_uid
from council.services.schedule.calendar_words import fold, guess_body, guess_kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from council.exchange.meeting_events import Event, EventFile

_CHANGED: Changes = frozenset({"meetings", "bodies"})
NEW_BODY = "+"
"""In place of a body's uid: make one of that name."""
LEFT_OUT = "-"
"""In place of a body's uid: do not import these."""
LIST_FIELDS = (
    *("when", "day", "time", "what", "title", "place", "cancelled", "minutes", "id", "ignore"),
)
"""What a column of a list can say, ``when`` being day and time in one."""
_BACK, _AHEAD = timedelta(days=400), timedelta(days=800)
_OPEN = (MeetingState.PLANNED, MeetingState.NOTICED)


class Fate(StrEnum):
    """What an import would do with a meeting of a file."""

    NEW = "new"
    PRESENT = "present"
    CHANGED = "changed"
    ALIKE = "alike"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One meeting of the file as understood.

    ``body_uid`` may be NEW_BODY or LEFT_OUT; ``meeting_uid`` is the meeting on file that it is or
    probably is. ``place`` counts the rows of the preview from 0.
    """

    place: int
    event: Event
    fate: Fate
    body_uid: str
    body_name: Text
    kind: MeetingKind
    meeting_uid: str | None
    wanted: bool

    @property
    def notes(self) -> tuple[Message, ...]:
        """Return what is to be said of it, what becomes of it first."""
        told = (Message(f"calendar.{self.fate}"),) if self.fate is not Fate.NEW else ()
        off = (Message("calendar.cancelled"),) if self.event.cancelled else ()
        own = tuple(one for one in self.event.notes if one.code != "calendar.repeated")
        return (*told, *off, *own)


@dataclass(frozen=True, slots=True)
class Group:
    """Meetings that a file calls the same, and the body they are taken to belong to."""

    words: str
    count: int
    body_uid: str


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its heading, the first words in it, what it is taken to say.

    ``field`` is one of ``LIST_FIELDS``.
    """

    heading: str
    sample: str
    field: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would do to the council before anything is done.

    ``columns`` are those of a list; a calendar has none. A list whose days nobody knows yet has
    columns, but no rows.
    """

    name: str
    rows: tuple[ImportRow, ...]
    groups: tuple[Group, ...]
    notes: tuple[Message, ...]
    columns: tuple[ListColumn, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many meetings have this fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def cancelled(self) -> int:
        """Return how many meetings the file calls cancelled."""
        return sum(row.event.cancelled for row in self.rows)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: uids of meetings made and changed, and of bodies made."""

    made: tuple[str, ...]
    changed: tuple[str, ...]
    bodies: tuple[str, ...]


def preview_import(
    desk: Desk,
    raw: bytes,
    *,
    body_uid: str = "",
    chosen: Mapping[str, str] | None = None,
    fields: Sequence[str] | None = None,
    first: date | None = None,
    last: date | None = None,
) -> ImportPreview:
    """Read an iCalendar file, or a list of meetings as JSON or CSV; nothing is written.

    ``body_uid`` is whose meetings they are where the file's words tell nothing, ``chosen`` the body
    of each group of words (perhaps NEW_BODY or LEFT_OUT), ``fields`` what each column of a list
    says (of ``LIST_FIELDS``) where that is not guessed. Repeated events are told one by one from
    ``first`` to ``last``, a year back and two ahead when not given. Raises InputRefused for a file
    that is neither.
    """
    found, columns = _read(desk, raw, fields, first, last)
    house = _House(desk)
    picked = dict(chosen or {})
    groups: dict[str, int] = {}
    for one in found.events:
        groups[one.what] = groups.get(one.what, 0) + 1
    for words in groups:
        if words not in picked:
            picked[words] = house.body_for(words, body_uid, is_list=bool(columns))
    made = tuple(house.row(n, one, picked[one.what]) for n, one in enumerate(found.events))
    listed = tuple(Group(words, count, picked[words]) for words, count in groups.items())
    return ImportPreview(found.name, made, listed, found.notes, columns)


def _read(
    desk: Desk,
    raw: bytes,
    fields: Sequence[str] | None,
    first: date | None,
    last: date | None,
) -> tuple[EventFile, tuple[ListColumn, ...]]:
    """Return the meetings of a file, and the columns of a list."""
    today, zone = desk.today(), ZoneInfo(desk.zone_name())
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:6].upper() == b"BEGIN:":
        from council.exchange.calendar_files import Span, read_calendar

        span = Span(first or today - _BACK, last or today + _AHEAD)
        return read_calendar(raw, zone, span), ()
    from council.exchange import meeting_lists

    known = [meeting_lists.Field(one) for one in fields] if fields is not None else None
    table = meeting_lists.read_table(raw, known)
    columns = tuple(
        ListColumn(heading, table.sample(place), table.fields[place].value)
        for place, heading in enumerate(table.headings)
    )
    try:
        return meeting_lists.read_meetings(table, zone), columns
    except InputRefused as refused:
        if not columns:
            raise
        from council.exchange.meeting_events import EventFile

        # Somebody can tell which column says the day.
        return EventFile("", (), (refused.message,)), columns


class _House:
    """The bodies and meetings on file, as a row is compared with them."""

    def __init__(self, desk: Desk) -> None:
        self._bodies = bodies.list_bodies(desk)
        self._names = {one.uid: one.name for one in self._bodies}
        self._language = desk.languages()[0]
        self._by_uid: dict[str, dict[str, Any]] = {}
        self._by_start: dict[tuple[str, str], str] = {}
        self._by_day: dict[tuple[str, str], str] = {}
        for one in rows.find(desk.conn, "meeting", order="starts_local"):
            self._by_uid[calendar_uid(desk, one)] = one
            self._by_start.setdefault((one["body_uid"], one["starts_local"]), one["uid"])
            self._by_day.setdefault((one["body_uid"], one["starts_local"][:10]), one["uid"])

    def body_for(self, words: str, default: str, *, is_list: bool) -> str:
        """Return the body that the file's words name, else the default, else a new one."""
        found = guess_body(words, self._names)
        if found:
            return found
        if default:
            return default
        if not words or not is_list or not self._bodies:
            return self._bodies[0].uid if self._bodies else NEW_BODY
        return NEW_BODY

    def row(self, place: int, one: Event, body_uid: str) -> ImportRow:
        """Return what would become of a meeting of the file."""
        fate, uid = self._fate(one, body_uid)
        known = self._by_uid.get(one.uid) if uid else None
        name = self._names.get(body_uid, Text.of(one.what, self._language))
        return ImportRow(
            place=place,
            event=one,
            fate=fate,
            body_uid=known["body_uid"] if known else body_uid,
            body_name=self._names[known["body_uid"]] if known else name,
            kind=guess_kind(one.what),
            meeting_uid=uid,
            wanted=fate in (Fate.NEW, Fate.CHANGED) and body_uid != LEFT_OUT,
        )

    def _fate(self, one: Event, body_uid: str) -> tuple[Fate, str | None]:
        if one.repeats:
            return Fate.REPEATED, None
        known = self._by_uid.get(one.uid) if one.uid else None
        if known is not None:
            return (Fate.CHANGED if differs(one, known) else Fate.PRESENT), str(known["uid"])
        starts = one.starts.isoformat(timespec="minutes")
        alike = self._by_start.get((body_uid, starts))
        if alike is None and one.untimed:
            alike = self._by_day.get((body_uid, starts[:10]))
        return (Fate.ALIKE, alike) if alike else (Fate.NEW, None)


def differs(one: Event, known: Mapping[str, Any]) -> bool:
    """Tell whether a file plans a meeting otherwise than it is, as far as that can be changed."""
    if known["state"] not in _OPEN:
        return False
    starts = one.starts.isoformat(timespec="minutes")
    return (
        one.cancelled
        or starts != known["starts_local"]
        or (bool(one.place) and one.place not in dict(guard.text_of(known, "venue")).values())
    )


def apply_import(
    desk: Desk, preview: ImportPreview, leave_out: Collection[int] = ()
) -> Done[Imported]:
    """Make the meetings of a preview that are wanted, and change those the file changed.

    ``leave_out`` names rows by their place. Meetings before now are taken as held, without minutes.
    Raises InputRefused ``error.nothing_to_import``.
    """
    wanted = [row for row in preview.rows if row.wanted and row.place not in leave_out]
    return apply_rows(desk, wanted)


def apply_rows(desk: Desk, wanted: Collection[ImportRow]) -> Done[Imported]:
    """Import these rows of a preview, also some that were not wanted at first."""
    listed = [row for row in wanted if row.body_uid != LEFT_OUT and row.fate is not Fate.PRESENT]
    if not listed:
        raise InputRefused("error.nothing_to_import")
    with desk.step("step.import_calendar", count=len(listed)):
        made_bodies = _make_bodies(desk, listed)
        made, changed = [], []
        for row in listed:
            if row.fate is Fate.CHANGED and row.meeting_uid:
                _change(desk, row)
                changed.append(row.meeting_uid)
            else:
                made.append(_make(desk, row, made_bodies))
    return Done(Imported(tuple(made), tuple(changed), tuple(made_bodies.values())), _CHANGED)


def _make_bodies(desk: Desk, listed: list[ImportRow]) -> dict[str, str]:
    """Make the bodies that rows ask for, one for each name; return their uids by name."""
    made: dict[str, str] = {}
    for row in listed:
        if row.body_uid == NEW_BODY and row.event.what not in made:
            name = row.body_name or Text.of("?", desk.languages()[0])
            made[row.event.what] = bodies.add_body(desk, name=name).value
    return made


def _make(desk: Desk, row: ImportRow, made_bodies: Mapping[str, str]) -> str:
    event, language = row.event, desk.languages()[0]
    past = event.starts < desk.now().replace(tzinfo=None)
    state = MeetingState.HELD if past else MeetingState.PLANNED
    called = {fold(words) for _, words in row.body_name}
    more: dict[str, Any] = {"number": None, "secretary_uid": None} if past else {}
    return put_meeting(
        desk,
        body_uid=made_bodies.get(event.what, "") if row.body_uid == NEW_BODY else row.body_uid,
        starts_local=event.starts,
        kind=row.kind,
        title=Text() if fold(event.what) in called else Text.of(event.what, language),
        venue=Text.of(event.place, language),
        state=MeetingState.CANCELLED if event.cancelled else state,
        cancel_reason=Text.of(event.reason, language) if event.cancelled else Text(),
        feed_uid=event.uid,
        sequence=event.sequence,
        minutes_planned=event.minutes,
        **more,
    )


def _change(desk: Desk, row: ImportRow) -> None:
    """Bring a meeting on file to what its calendar says now; cancelling is not taken back."""
    event, language = row.event, desk.languages()[0]
    found = guard.row(desk, "meeting", str(row.meeting_uid))
    fields: dict[str, Any] = {"starts_local": event.starts}
    if event.place:
        fields["venue"] = guard.text_of(found, "venue").put(language, event.place)
    if event.cancelled:
        fields["state"] = MeetingState.CANCELLED
        fields["cancel_reason"] = Text.of(event.reason, language)
    stored = raised(found, guard.store(desk, fields))
    later = max(event.sequence, found["sequence"] + 1)
    rows.update(desk.conn, "meeting", found["uid"], {**stored, "sequence": later})
