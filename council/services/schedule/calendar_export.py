"""The council's meetings as a calendar file, and the file that is kept up to date."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from council import catalogue
from council.db import rows
from council.db.origins import origins
from council.domain.vocabulary import MeetingState
from council.services import guard
from council.services.publish import write_whole

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.exchange.calendar_files import Entry
    from council.services.desk import Desk


def calendar_uid(desk: Desk, meeting: dict[str, Any]) -> str:
    """Return a meeting's id in calendars, the same for ever: that of its import, else our own."""
    if meeting["feed_uid"]:
        return str(meeting["feed_uid"])
    return f"{meeting['uid']}@{_council(desk)['uid']}"


def export_calendar(desk: Desk, *, body_uid: str | None = None, language: str = "") -> bytes:
    """Return the meetings of the council, or of one body, as an iCalendar file.

    Cancelled ones stay in it with their status, so that calendars strike them; what an agenda says
    is not in it. The words stand in ``language``, the council's first when none.
    """
    from council.exchange.calendar_files import write_calendar

    spoken = language or desk.languages()[0]
    named = guard.text_of(guard.row(desk, "body", body_uid) if body_uid else _council(desk), "name")
    wanted = {"body_uid": body_uid} if body_uid else {}
    found = rows.find(desk.conn, "meeting", order="starts_local", **wanted)
    names = {one["uid"]: guard.text_of(one, "name") for one in rows.find(desk.conn, "body")}
    entries = [_entry(desk, one, names[one["body_uid"]], spoken) for one in found]
    return write_calendar(entries, name=named.show(spoken), language=spoken, now=desk.now())


def _council(desk: Desk) -> dict[str, Any]:
    def read() -> dict[str, Any]:
        found = rows.find(desk.conn, "council", order="uid")
        return found[0] if found else {"uid": "council", "name": None}

    return desk.conn.memo.get("calendar_council", ("council",), read)


def _entry(desk: Desk, one: dict[str, Any], body: Text, language: str) -> Entry:
    from council.exchange.calendar_files import Entry

    title = guard.text_of(one, "title").show(language)
    what = title or catalogue.word(f"meeting_kind.{one['kind']}", language)
    made = origins(desk.conn, "meeting").get(one["uid"])
    starts = datetime.fromisoformat(one["starts_local"])
    return Entry(
        uid=calendar_uid(desk, one),
        starts=starts.replace(tzinfo=ZoneInfo(one["zone"])),
        summary=catalogue.word("calendar.summary", language, body=body, what=what),
        place=guard.text_of(one, "venue").show(language),
        minutes=one["minutes_planned"],
        cancelled=one["state"] == MeetingState.CANCELLED,
        description=guard.text_of(one, "cancel_reason").show(language),
        sequence=one["sequence"],
        created=made.at if made else None,
    )


def write_calendar_file(
    desk: Desk, out: str | Path, *, body_uid: str | None = None, language: str = ""
) -> Path:
    """Write the calendar whole or not at all; FileRefused says why it could not be."""
    path = Path(out)
    write_whole(path, export_calendar(desk, body_uid=body_uid, language=language))
    return path
