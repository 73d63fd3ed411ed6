"""Putting a line of the timeline right in place: one step, with what stood there kept on record.

What happened is set back to when it happened, whoever it was is named, its words are mended. The
journal keeps what stood there; the timeline says it beside the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Presence
from council.services import guard, meetings
from council.services.desk import Changes, Done
from council.services.session import attendance, motions, presiding
from council.services.session.correctable import people_of, sheet_of, table_of, words_column

if TYPE_CHECKING:
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.timeline import TimelineRow

_CHANGED: Changes = frozenset(
    {"meetings", "agenda", "attendance", "motions", "votes", "notes", "actions", "minutes"}
)
_REFUSED_WORDS = {
    "motion": "field.motion_text",
    "note": "field.note",
    "action": "field.action",
}
"""Kinds of line that are nothing without words."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who a line is to name: a person on file, else a name as it was typed, else nobody."""

    person_uid: str | None = None
    name: Text = guard.NO_TEXT


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand there; None leaves a part as it is."""

    at: datetime | None = None
    who: Who | None = None
    seconders: tuple[str, ...] | None = None
    words: Text | None = None


def correct(desk: Desk, meeting_uid: str, line: TimelineRow, change: Correction) -> Done[str]:
    """Put a line right; return the uid of what it tells of.

    NotAllowed where the line follows from others, or the minutes are approved.
    """
    guard.unlocked(desk, meeting_uid)
    if sheet_of(desk, line) is None:
        raise NotAllowed("error.line_follows")
    with desk.step("step.correct_line", line=line.message):
        if table_of(line) == "span":
            _correct_stay(desk, meeting_uid, line, change)
        elif (line.kind, line.column) == ("motion", "made_at"):
            _correct_motion(desk, line, change)
        elif line.kind == "meeting":
            _correct_meeting(desk, line, change)
        else:
            _correct_row(desk, line, change)
            if line.kind == "presiding":
                presiding.follow_presiding(desk, meeting_uid)
            if change.at is not None and line.column in ("decided_at", "declared_at"):
                _move_decision(desk, meeting_uid, line, desk.stamp(change.at))
    return Done(line.uid, _CHANGED)


def _correct_row(desk: Desk, line: TimelineRow, change: Correction) -> None:
    table = table_of(line)
    if change.at is not None:
        for uid in line.rows:
            rows.update(desk.conn, table, uid, {line.column: desk.stamp(change.at)})
    if change.words is not None:
        column = words_column(line, guard.row(desk, table, line.uid))
        if line.kind in _REFUSED_WORDS and column != "final_text":
            guard.words(change.words, _REFUSED_WORDS[line.kind])
        values = {column: _stored(desk, column, change.words)}
        rows.update(desk.conn, table, line.uid, values)
    if change.who is not None:
        _name(desk, line, change.who)


def _name(desk: Desk, line: TimelineRow, who: Who) -> None:
    """Write who a line names; whoever spoke is named by the place in the line of speakers."""
    people, table, uid = people_of(line), table_of(line), line.uid
    if table == "speaking":
        table, uid = "speaker", guard.row(desk, table, uid)["speaker_uid"]
    values: dict[str, Any] = {}
    if people.person:
        values[people.person] = who.person_uid
    if people.typed:
        values[people.typed] = guard.stored(desk, who.name)
    rows.update(desk.conn, table, uid, values)


def _stored(desk: Desk, column: str, words: Text) -> Any:
    if column == "reason":  # a remark for the room, in one language
        return words.show(desk.languages()[0]) or None
    return guard.stored(desk, words)


def _correct_meeting(desk: Desk, line: TimelineRow, change: Correction) -> None:
    fields: dict[str, Any] = {}
    if change.at is not None:
        fields[line.column] = change.at
    if change.who is not None and people_of(line).person:
        presiding.put_presider(desk, line.uid, change.who.person_uid)
    if fields:
        meetings.change_meeting(desk, line.uid, **fields)


def _correct_motion(desk: Desk, line: TimelineRow, change: Correction) -> None:
    fields: dict[str, Any] = {}
    if change.at is not None:
        fields["made_at"] = change.at
    if change.who is not None:
        fields["mover_uid"] = change.who.person_uid
    if change.seconders is not None:
        fields["seconder_uids"] = list(change.seconders)
    if change.words is not None:
        found = guard.row(desk, "motion", line.uid)
        reads = words_column(line, found) == "final_text"
        fields["proposed_text" if reads else "text"] = change.words
    motions.correct_motion(desk, line.uid, **fields)


def _move_decision(desk: Desk, meeting_uid: str, line: TimelineRow, stamp: str) -> None:
    """Set everything that was decided at the same moment to the new one: it hangs together."""
    old = desk.stamp(line.at)
    decided = rows.find(desk.conn, "motion", meeting_uid=meeting_uid)
    for motion in decided:
        if motion["decided_at"] == old:
            rows.update(desk.conn, "motion", motion["uid"], {"decided_at": stamp})
    for vote in rows.find(desk.conn, "vote", motion_uid=[one["uid"] for one in decided]):
        if vote["declared_at"] == old:
            rows.update(desk.conn, "vote", vote["uid"], {"declared_at": stamp})


# ---------------------------------------------------------------------------- the room


def _correct_stay(desk: Desk, meeting_uid: str, line: TimelineRow, change: Correction) -> None:
    if change.at is not None:
        for uid in line.rows:
            _move_stamp(desk, uid, line, change.at)
    if change.who is None:
        return
    entry = guard.row(desk, "attendance", line.uid)
    if entry["person_uid"] is None:
        guard.words(change.who.name, "field.name")
        rows.update(desk.conn, "attendance", line.uid, {"guest": change.who.name})
    elif change.who.person_uid not in (None, entry["person_uid"]):
        _give_stay(desk, meeting_uid, line, str(change.who.person_uid))


def _move_stamp(desk: Desk, uid: str, line: TimelineRow, at: datetime) -> None:
    """Move one end of a stay, and the end of the one it goes on from (remote, in person)."""
    span = guard.row(desk, "span", uid)
    old = span[line.column]
    other = "to_at" if line.column == "from_at" else "from_at"
    touching = rows.find(desk.conn, "span", attendance_uid=span["attendance_uid"], **{other: old})
    for one in (span, *(one for one in touching if one["uid"] != uid)):
        column = line.column if one["uid"] == uid else other
        ends = {name: guard.moment_of(one, name) for name in ("from_at", "to_at")}
        ends[column] = at
        attendance.correct_span(desk, one["uid"], ends["from_at"], ends["to_at"])


def _give_stay(desk: Desk, meeting_uid: str, line: TimelineRow, person_uid: str) -> None:
    """Let a stay be somebody else's: the code of the wrong person was typed."""
    entry = guard.row(desk, "attendance", line.uid)
    found = rows.find(desk.conn, "attendance", meeting_uid=meeting_uid, person_uid=person_uid)
    if found:
        other = str(found[0]["uid"])
        rows.update(desk.conn, "attendance", other, {"status": Presence.PRESENT.value})
    else:
        other = desk.ids.new("at")
        position = rows.next_position(desk.conn, "attendance", meeting_uid=meeting_uid)
        values = {"uid": other, "meeting_uid": meeting_uid, "position": position}
        values |= {"person_uid": person_uid, "status": Presence.PRESENT.value}
        rows.insert(desk.conn, "attendance", values)
    for uid in line.rows:
        position = rows.next_position(desk.conn, "span", attendance_uid=other)
        rows.update(desk.conn, "span", uid, {"attendance_uid": other, "position": position})
        span = guard.row(desk, "span", uid)
        ends = (guard.moment_of(span, "from_at"), guard.moment_of(span, "to_at"))
        attendance.correct_span(desk, uid, *ends)
    if not rows.find(desk.conn, "span", attendance_uid=entry["uid"]):
        rows.delete(desk.conn, "attendance", entry["uid"])
