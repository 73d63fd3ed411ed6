"""What can be put right in a line of the timeline: when it was, who it names, its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from council.db import rows
from council.domain.order.motions import REWORDS, RULED
from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.timeline import TimelineRow

TABLES: Final[dict[str, str]] = {
    "meeting": "meeting",
    "recess": "recess",
    "item": "agenda_item",
    "attendance": "span",
    "recusal": "recusal",
    "presiding": "presiding",
    "motion": "motion",
    "vote": "vote",
    "note": "note",
    "comment": "comment",
    "speaking": "speaking",
    "action": "action",
}
"""Kind of line: the table whose rows carry its stamp. Other kinds follow from these."""


@dataclass(frozen=True, slots=True)
class People:
    """Who a line names, each as a column: somebody on file, or a name that was only typed.

    ``person`` and ``typed`` name the columns, empty where the row has none; ``seconded`` tells
    whether seconders can be named too.
    """

    person: str = ""
    typed: str = ""
    seconded: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A line as it stands, to be corrected. ``words`` is None where it has none of its own.

    ``names`` tells whether it names anybody, ``typed`` whether that may be a name nobody on file
    has; ``seconders`` is None where nobody seconds it.
    """

    names: bool
    typed: bool
    person_uid: str | None
    name: Text
    seconders: tuple[str, ...] | None
    words: Text | None


_PEOPLE: Final[dict[tuple[str, str], People]] = {
    ("meeting", "called_to_order_at"): People("presiding_uid"),
    ("presiding", "from_at"): People("person_uid"),
    ("recusal", "at"): People("person_uid"),
    ("motion", "made_at"): People("mover_uid", seconded=True),
    ("comment", "at"): People(typed="speaker"),
    ("action", "at"): People("owner_uid", "owner"),
    ("speaking", "from_at"): People("person_uid", "name"),
}
_WORDS: Final[dict[tuple[str, str], str]] = {
    ("recusal", "at"): "reason",
    ("attendance", "noted_at"): "reason",
    ("motion", "made_at"): "text",
    ("note", "at"): "text",
    ("comment", "at"): "summary",
    ("action", "at"): "what",
}


def table_of(line: TimelineRow) -> str:
    """Return the table whose rows carry a line's stamp, empty where it follows from others."""
    if (line.kind, line.column) == ("attendance", "noted_at"):
        return "attendance"
    return TABLES.get(line.kind, "") if line.column else ""


def people_of(line: TimelineRow) -> People:
    """Return which columns hold who a line names."""
    return _PEOPLE.get((line.kind, line.column), People())


def words_columns(line: TimelineRow) -> tuple[str, ...]:
    """Return the columns that a line's words may stand in."""
    if (line.kind, line.column) == ("motion", "decided_at"):
        return ("final_text",)
    return tuple(filter(None, (_WORDS.get((line.kind, line.column)),)))


def words_column(line: TimelineRow, found: Mapping[str, Any]) -> str:
    """Return the column of a line's words, empty where it has none of its own."""
    if line.kind == "motion" and line.column == "decided_at":
        return "final_text" if found["kind"] in RULED else ""
    if line.kind == "motion" and found["edit"] and found["kind"] in REWORDS:
        return "final_text"  # an amendment's own words follow from how the text would read
    if len(line.rows) > 1:  # one reason does not hold of many
        return ""
    return _WORDS.get((line.kind, line.column), "")


def sheet_of(desk: Desk, line: TimelineRow) -> Sheet | None:
    """Return a line as it can be corrected, None where it follows from other lines."""
    table = table_of(line)
    if not table or line.taken_back:
        return None
    if table == "span":
        return _stay(desk, line)
    found = guard.row(desk, table, line.uid)
    if table == "speaking":
        found = guard.row(desk, "speaker", found["speaker_uid"])
    people, words = people_of(line), words_column(line, found)
    seconders = None
    if people.seconded:
        named = rows.find(desk.conn, "seconder", motion_uid=line.uid)
        seconders = tuple(one["person_uid"] for one in named)
    return Sheet(
        names=bool(people.person or people.typed),
        typed=bool(people.typed),
        person_uid=found[people.person] if people.person else None,
        name=guard.text_of(found, people.typed) if people.typed else guard.NO_TEXT,
        seconders=seconders,
        words=_words(desk, found[words]) if words else None,
    )


def _words(desk: Desk, value: Text | str | None) -> Text:
    if value is None:
        return guard.NO_TEXT
    return guard.NO_TEXT.put(desk.languages()[0], value) if isinstance(value, str) else value


def _stay(desk: Desk, line: TimelineRow) -> Sheet:
    """Return the sheet of a stay: many who came at one moment are only set to another time."""
    entry = guard.row(desk, "attendance", line.uid)
    alone = len(line.rows) == 1
    person, guest = entry["person_uid"], guard.text_of(entry, "guest")
    return Sheet(
        names=alone,
        typed=alone and person is None,
        person_uid=person if alone else None,
        name=guest if alone else guard.NO_TEXT,
        seconders=None,
        words=None,
    )
