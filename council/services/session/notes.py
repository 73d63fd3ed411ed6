"""Free notes at a meeting, and what residents said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused
from council.services import guard
from council.services.desk import Changes, Desk, Done

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text

_NOTES: Changes = frozenset({"notes", "minutes"})
STANCES = ("for", "against", "neutral")
_NOTE_FIELDS = frozenset({"text", "item_uid", "at"})
_COMMENT_FIELDS = frozenset({"speaker", "stance", "summary", "may_print_name", "item_uid", "at"})


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on a meeting or on one of its items."""

    uid: str
    meeting_uid: str
    item_uid: str | None
    at: datetime | None
    text: Text


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What somebody from the public said; the name is printed only where they allowed it.

    ``written`` is None for what was said, else how many written comments the row counts.
    """

    uid: str
    meeting_uid: str
    item_uid: str | None
    at: datetime | None
    speaker: Text
    may_print_name: bool
    stance: str
    summary: Text
    written: int | None = None


def list_notes(desk: Desk, meeting_uid: str) -> list[NoteRow]:
    """Return a meeting's notes in the order in which they were made."""
    return [
        NoteRow(
            uid=one["uid"],
            meeting_uid=meeting_uid,
            item_uid=one["item_uid"],
            at=guard.moment_of(one, "at"),
            text=guard.text_of(one, "text"),
        )
        for one in rows.find(desk.conn, "note", meeting_uid=meeting_uid)
    ]


def add_note(
    desk: Desk,
    meeting_uid: str,
    text: Text,
    *,
    item_uid: str | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Write a note down, now unless a time is given; return its uid."""
    guard.words(text, "field.note")
    _check_place(desk, meeting_uid, item_uid)
    uid = desk.ids.new("n")
    with desk.step("step.add_note"):
        values = {
            "uid": uid,
            "meeting_uid": meeting_uid,
            "item_uid": item_uid,
            "position": rows.next_position(desk.conn, "note", meeting_uid=meeting_uid),
            "at": desk.stamp(at),
            "text": text,
        }
        rows.insert(desk.conn, "note", values)
    return Done(uid, _NOTES)


def _check_place(desk: Desk, meeting_uid: str, item_uid: str | None) -> None:
    guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    if item_uid:
        item = guard.row(desk, "agenda_item", item_uid)
        if item["meeting_uid"] != meeting_uid:
            raise InputRefused("error.item_elsewhere", title=item["title"])


def change_note(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change a note's text, item_uid or at."""
    guard.known(fields, _NOTE_FIELDS)
    if "text" in fields:
        guard.words(fields["text"], "field.note")
    return _change(desk, "note", uid, fields, "step.change_note")


def _change(desk: Desk, table: str, uid: str, fields: dict[str, Any], code: str) -> Done[str]:
    found = guard.row(desk, table, uid)
    _check_place(desk, found["meeting_uid"], fields.get("item_uid"))
    guard.stamps(desk, fields, ("at",))
    with desk.step(code):
        rows.update(desk.conn, table, uid, guard.store(desk, fields))
    return Done(uid, _NOTES)


def remove_note(desk: Desk, uid: str) -> Done[str]:
    """Remove a note."""
    found = guard.row(desk, "note", uid)
    guard.unlocked(desk, found["meeting_uid"])
    with desk.step("step.remove_note"):
        rows.delete(desk.conn, "note", uid)
    return Done(uid, _NOTES)


def list_comments(desk: Desk, meeting_uid: str) -> list[CommentRow]:
    """Return what the public said at a meeting, in order."""
    return [
        CommentRow(
            uid=one["uid"],
            meeting_uid=meeting_uid,
            item_uid=one["item_uid"],
            at=guard.moment_of(one, "at"),
            speaker=guard.text_of(one, "speaker"),
            may_print_name=bool(one["may_print_name"]),
            stance=one["stance"] or "",
            summary=guard.text_of(one, "summary"),
            written=one["written"],
        )
        for one in rows.find(desk.conn, "comment", meeting_uid=meeting_uid)
    ]


def add_comment(
    desk: Desk,
    meeting_uid: str,
    item_uid: str | None = None,
    speaker: Text = guard.NO_TEXT,
    stance: str = "",
    summary: Text = guard.NO_TEXT,
    may_print_name: bool = False,
    *,
    at: datetime | None = None,
) -> Done[str]:
    """Record what somebody from the public said, with or without a name; return its uid."""
    _check_place(desk, meeting_uid, item_uid)
    check_stance(stance)
    if not speaker and not summary and not stance:
        raise InputRefused("error.comment_empty")
    uid = desk.ids.new("co")
    values = {
        "uid": uid,
        "meeting_uid": meeting_uid,
        "item_uid": item_uid,
        "position": rows.next_position(desk.conn, "comment", meeting_uid=meeting_uid),
        "speaker": speaker,
        "may_print_name": may_print_name,
        "stance": stance,
        "summary": summary,
    }
    with desk.step("step.add_comment"):
        stored = {**guard.store(desk, values), "at": desk.stamp(at)}
        rows.insert(desk.conn, "comment", stored)
    return Done(uid, _NOTES)


def check_stance(stance: str) -> None:
    """Refuse a stance that there is not."""
    if stance and stance not in STANCES:
        raise InputRefused("error.stance", stance=stance)


def change_comment(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change a comment's speaker, stance, summary, may_print_name, item_uid or at."""
    guard.known(fields, _COMMENT_FIELDS)
    check_stance(fields.get("stance") or "")
    return _change(desk, "comment", uid, fields, "step.change_comment")


def remove_comment(desk: Desk, uid: str) -> Done[str]:
    """Remove a comment; who spoke is on record all the same."""
    found = guard.row(desk, "comment", uid)
    guard.unlocked(desk, found["meeting_uid"])
    with desk.step("step.remove_comment"):
        for one in rows.find(desk.conn, "speaker", comment_uid=uid):
            rows.update(desk.conn, "speaker", one["uid"], {"comment_uid": None})
        rows.delete(desk.conn, "comment", uid)
    return Done(uid, _NOTES | {"speakers"})
