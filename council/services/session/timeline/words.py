"""Lines of what was said and written down: advice, notes, comments, actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import Message
from council.services import guard
from council.services.advice import list_advice
from council.services.session.timeline.line import TimelineRow, stamped
from council.services.session.timeline.speakers import times_by_comment

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


_READ = ("note", "comment", "action", "person", "speaker", "speaking")


def note_lines(desk: Desk, roll: Roll) -> tuple[TimelineRow, ...]:
    """Return what was written down; read once until somebody writes more."""
    # The zone is part of the key: it is what the times are told in.
    key = ("timeline_notes", roll.uid, str(desk.zone()))
    return desk.conn.memo.get(key, _READ, lambda: tuple(_written(desk, roll)))


def _written(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    for one in rows.find(desk.conn, "note", meeting_uid=roll.uid):
        message = Message("timeline.note", {"words": guard.text_of(one, "text")})
        yield from stamped(one, "at", "note-pencil", message, "note")
    yield from _comments(desk, roll)
    yield from _given_out(desk, roll)


def _comments(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield what the public said, on which side and for how long, and what it wrote."""
    times = times_by_comment(desk, roll)
    for one in rows.find(desk.conn, "comment", meeting_uid=roll.uid):
        for line in stamped(one, "at", "chat-text", _comment(one), "comment"):
            yield replace(line, remark=times.get(one["uid"]))


def _comment(one: rows.Row) -> Message:
    speaker, stance = guard.text_of(one, "speaker"), one["stance"] or "neutral"
    if one["written"] is not None:
        return Message(f"timeline.written_{stance}", {"count": one["written"]})
    side = "" if stance == "neutral" else f"_{stance}"
    code = f"timeline.comment{side}" + ("" if speaker else "_unnamed")
    return Message(code, {"name": speaker})


def _given_out(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield the actions that the meeting gave out, each with who does it by when."""
    for one in rows.find(desk.conn, "action", meeting_uid=roll.uid):
        name = roll.name(one["owner_uid"]) or guard.text_of(one, "owner")
        due = guard.day_of(one, "due_on")
        parts = [part for part, there in (("owner", name), ("due", due)) if there]
        params = {"name": name, "due": due}
        remark = Message("_".join(["timeline.action", *parts]), params) if parts else None
        words = {"number": one["number"] or "", "what": guard.text_of(one, "what")}
        message = Message("timeline.action", words)
        for line in stamped(one, "at", "list-checks", message, "action"):
            yield replace(line, remark=remark)
