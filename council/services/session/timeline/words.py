"""Lines of what was said and written down: advice, notes, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import Message
from council.services import guard
from council.services.advice import list_advice
from council.services.session.timeline.line import TimelineRow, stamped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.desk import Desk
    from council.services.session.roll import Roll


def advice_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield what the rules said against something, and whether it was heeded."""
    for one in list_advice(desk, roll.uid):
        heeded = {True: "followed", False: "not_followed", None: "open"}[one.followed]
        params = {"source": one.source, "note": one.note}
        code = f"timeline.advice_{heeded}" + ("_note" if one.note else "")
        remark = Message(code, params) if one.source or one.note else None
        yield TimelineRow(one.at, "scales", one.message, remark, "advice", one.uid)


def note_lines(desk: Desk, roll: Roll) -> tuple[TimelineRow, ...]:
    """Return what was written down; read once until somebody writes more."""
    # The zone is part of the key: it is what the times are told in.
    key = ("timeline_notes", roll.uid, str(desk.zone()))
    return desk.conn.memo.get(key, ("note", "comment"), lambda: tuple(_written(desk, roll)))


def _written(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    for one in rows.find(desk.conn, "note", meeting_uid=roll.uid):
        message = Message("timeline.note", {"words": guard.text_of(one, "text")})
        yield from stamped(one, "at", "note-pencil", message, "note")
    for one in rows.find(desk.conn, "comment", meeting_uid=roll.uid):
        speaker = guard.text_of(one, "speaker")
        code = "timeline.comment" if speaker else "timeline.comment_unnamed"
        yield from stamped(one, "at", "chat-text", Message(code, {"name": speaker}), "comment")
