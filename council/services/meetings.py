"""Meetings from plan to adjournment, their numbers, notices and recesses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import counts, rows
from council.domain.calendars import fold_digits
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import (
    ItemState,
    MeetingKind,
    MeetingState,
    MinutesState,
    Role,
)
from council.services import guard
from council.services.desk import Changes, Desk, Done
from council.services.members import bodies
from council.services.planning.agenda_tree import missing_numbers
from council.services.session.speakers.turns import hush

if TYPE_CHECKING:
    from collections.abc import Collection

_MEETINGS: Changes = frozenset({"meetings"})
_LIFE: Changes = frozenset({"meetings", "agenda", "minutes", "attendance"})
_FIELDS = frozenset(
    {
        *("number", "kind", "title", "starts_local", "venue", "presiding_uid", "secretary_uid"),
        *("called_to_order_at", "adjourned_at", "recording", "body_uid"),
        *("letter_number", "remote", "minutes_planned"),
    }
)
_BUDDHIST = 543
_IN_CALENDARS = frozenset(
    {"number", "kind", "title", "starts_local", "venue", "body_uid", "minutes_planned"}
)
"""A change to these raises the sequence that calendar programs go by (RFC 5545, 3.8.7.4)."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting; ``starts_local`` has no offset (it is planned), the stamps have theirs.

    ``letter_number`` is that of its letter of invitation; ``remote`` says how to take part from
    elsewhere; ``recorded_from`` is "paper" when the meeting was entered from a recording sheet.
    """

    uid: str
    body_uid: str
    body_name: Text
    number: str
    kind: MeetingKind
    title: Text
    starts_local: datetime
    zone: str
    venue: Text
    state: MeetingState
    called_to_order_at: datetime | None
    adjourned_at: datetime | None
    presiding_uid: str | None
    secretary_uid: str | None
    minutes_state: MinutesState | None
    item_count: int
    motion_count: int
    cancel_reason: Text
    sequence: int = 0
    minutes_planned: int | None = None
    series_uid: str | None = None
    series_on: date | None = None
    feed_uid: str = ""
    recording: str = ""
    letter_number: str = ""
    remote: Text = guard.NO_TEXT
    recorded_from: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A posting of a meeting's notice: when, where, by whom."""

    uid: str
    meeting_uid: str
    posted_at: datetime
    place: Text
    posted_by: str


@dataclass(frozen=True, slots=True)
class RecessRow:
    """A pause of a meeting; ``to_at`` is None while it lasts."""

    uid: str
    meeting_uid: str
    from_at: datetime
    to_at: datetime | None


def list_meetings(desk: Desk, body_uid: str | None = None) -> list[MeetingRow]:
    """Return meetings, the newest first."""
    wanted = {"body_uid": body_uid} if body_uid else {}
    found = rows.find(desk.conn, "meeting", order="starts_local desc", **wanted)
    return _meeting_rows(desk, found)


def meetings_of(desk: Desk, uids: Collection[str]) -> list[MeetingRow]:
    """Return these meetings, the newest first."""
    found = rows.find(desk.conn, "meeting", order="starts_local desc", uid=set(uids))
    return _meeting_rows(desk, found)


def _meeting_rows(desk: Desk, found: list[dict[str, Any]]) -> list[MeetingRow]:
    names = {one["uid"]: guard.text_of(one, "name") for one in rows.find(desk.conn, "body")}
    minutes = {
        one["meeting_uid"]: MinutesState(one["state"])
        for one in rows.find(desk.conn, "minutes", order="uid")
    }
    items = counts.count_by(desk.conn, "agenda_item", "meeting_uid")
    motions = counts.count_by(desk.conn, "motion", "meeting_uid")
    return [
        MeetingRow(
            uid=one["uid"],
            body_uid=one["body_uid"],
            body_name=names[one["body_uid"]],
            number=one["number"] or "",
            kind=MeetingKind(one["kind"]),
            title=guard.text_of(one, "title"),
            starts_local=datetime.fromisoformat(one["starts_local"]),
            zone=one["zone"],
            venue=guard.text_of(one, "venue"),
            state=MeetingState(one["state"]),
            called_to_order_at=guard.moment_of(one, "called_to_order_at"),
            adjourned_at=guard.moment_of(one, "adjourned_at"),
            presiding_uid=one["presiding_uid"],
            secretary_uid=one["secretary_uid"],
            minutes_state=minutes.get(one["uid"]),
            item_count=items.get(one["uid"], 0),
            motion_count=motions.get(one["uid"], 0),
            cancel_reason=guard.text_of(one, "cancel_reason"),
            sequence=one["sequence"],
            minutes_planned=one["minutes_planned"],
            series_uid=one["series_uid"],
            series_on=guard.day_of(one, "series_on"),
            feed_uid=one["feed_uid"] or "",
            recording=one["recording"] or "",
            letter_number=one["letter_number"] or "",
            remote=guard.text_of(one, "remote"),
            recorded_from=one["recorded_from"] or "",
        )
        for one in found
    ]


def get_meeting(desk: Desk, uid: str) -> MeetingRow:
    """Return one meeting; NotAllowed when there is none (any more)."""
    return _meeting_rows(desk, [guard.row(desk, "meeting", uid)])[0]


def find_meeting(desk: Desk, ref: str) -> MeetingRow:
    """Return the meeting with this uid or number, the newest of several; else InputRefused."""
    found = rows.get(desk.conn, "meeting", ref)
    spelled = [ref.strip(), fold_digits(ref.strip())]
    numbered = rows.find(desk.conn, "meeting", order="starts_local desc", number=spelled)
    if found is None and not numbered:
        raise InputRefused("error.meeting_unknown", ref=ref)
    return _meeting_rows(desk, [found or numbered[0]])[0]


def next_number(desk: Desk, body_uid: str, day: date) -> str:
    """Return the next free number of a body in a year, such as 11/2026 or 11/2569."""
    year = day.year + (_BUDDHIST if desk.languages()[0] == "th" else 0)
    taken = [0]
    for (number,) in rows.pick(desk.conn, "meeting", ("number",), order="uid", body_uid=body_uid):
        match = re.fullmatch(rf"(\d+)/{year}", number or "")
        if match:
            taken.append(int(match[1]))
    return f"{max(taken) + 1}/{year}"


def plan_meeting(
    desk: Desk,
    *,
    body_uid: str,
    starts_local: datetime,
    kind: MeetingKind | str = MeetingKind.REGULAR,
    venue: Text = guard.NO_TEXT,
    title: Text = guard.NO_TEXT,
    number: str | None = None,
    minutes_planned: int | None = None,
) -> Done[str]:
    """Plan a meeting; return its uid. The number is the body's next of the year unless given."""
    guard.row(desk, "body", body_uid)
    _check_start(starts_local)
    chosen = number if number and number.strip() else next_number(desk, body_uid, starts_local)
    with desk.step("step.plan_meeting", number=guard.spoken_number(chosen)):
        uid = put_meeting(
            desk,
            body_uid=body_uid,
            starts_local=starts_local,
            number=chosen,
            kind=MeetingKind(kind),
            title=title,
            venue=venue,
            minutes_planned=minutes_planned,
        )
    return Done(uid, _MEETINGS)


def put_meeting(desk: Desk, *, body_uid: str, starts_local: datetime, **columns: Any) -> str:
    """Insert a meeting within the caller's step and return its uid.

    What is not given: planned, regular, in the council's zone, with the body's next number and its
    secretary of the day.
    """
    _check_start(starts_local)
    values = {
        "uid": desk.ids.new("m"),
        "body_uid": body_uid,
        "kind": MeetingKind.REGULAR,
        "starts_local": starts_local,
        "zone": desk.zone_name(),
        "state": MeetingState.PLANNED,
        **columns,
    }
    if "secretary_uid" not in values:
        day, offices = starts_local.date(), (Role.SECRETARY,)
        values["secretary_uid"] = _holder(desk, body_uid, day, offices)
    if "number" not in values:
        values["number"] = next_number(desk, body_uid, starts_local)
    rows.insert(desk.conn, "meeting", guard.store(desk, values))
    return str(values["uid"])


def _check_start(starts_local: datetime) -> None:
    if starts_local.tzinfo is not None:
        raise TypeError("a planned start is local wall time without an offset")
    guard.day(starts_local)


def _holder(desk: Desk, body_uid: str, day: date, roles: tuple[Role, ...]) -> str | None:
    """Return who holds the first of these offices that is held on the day."""
    found = bodies.list_memberships(desk, body_uid=body_uid, on=day)
    by_role = {one.role: one.person_uid for one in reversed(found)}
    return next((by_role[role] for role in roles if role in by_role), None)


def change_meeting(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change what was planned or, as a correction, what happened; refused after approval.

    Takes number, kind, title, starts_local, venue, body_uid, presiding_uid, secretary_uid,
    called_to_order_at, adjourned_at, recording, letter_number, remote and minutes_planned.
    """
    guard.known(fields, _FIELDS)
    found = guard.row(desk, "meeting", uid)
    guard.unlocked(desk, uid)
    if "starts_local" in fields:
        _check_start(fields["starts_local"])
    if "kind" in fields:
        fields["kind"] = MeetingKind(fields["kind"])
    guard.stamps(desk, fields, ("called_to_order_at", "adjourned_at"))
    called = fields.get("called_to_order_at", guard.moment_of(found, "called_to_order_at"))
    _check_times(called, fields.get("adjourned_at", guard.moment_of(found, "adjourned_at")))
    with desk.step(
        "step.change_meeting", number=guard.spoken_number(fields.get("number") or found["number"])
    ):
        rows.update(desk.conn, "meeting", uid, raised(found, guard.store(desk, fields)))
    return Done(uid, _MEETINGS | {"agenda", "minutes"})


def raised(found: dict[str, Any], stored: dict[str, Any]) -> dict[str, Any]:
    """Return what is stored, with the sequence raised when calendars must hear of the change."""
    # An empty text is stored as nothing.
    told = any(
        (stored[name] or None) != (found[name] or None) for name in _IN_CALENDARS & set(stored)
    )
    return {**stored, "sequence": found["sequence"] + 1} if told else stored


def move_meeting(
    desk: Desk, uid: str, starts_local: datetime, *, venue: Text | None = None
) -> Done[str]:
    """Move a meeting that has not begun to another time or place; its series stays its own.

    Raises InputRefused ``error.meeting_same_time`` when nothing would change.
    """
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.meeting_begun", MeetingState.PLANNED, MeetingState.NOTICED)
    _check_start(starts_local)
    fields: dict[str, Any] = {"starts_local": starts_local}
    if venue is not None:
        fields["venue"] = venue
    stored = raised(found, guard.store(desk, fields))
    if "sequence" not in stored:
        raise InputRefused("error.meeting_same_time")
    with desk.step(
        "step.move_meeting", number=guard.spoken_number(found["number"]), day=starts_local.date()
    ):
        rows.update(desk.conn, "meeting", uid, stored)
    return Done(uid, _MEETINGS | {"agenda", "minutes"})


def _check_times(called: datetime | None, ended: datetime | None) -> None:
    if called and ended and ended < called:
        raise InputRefused("error.ends_before_start", start=called, end=ended)


def _in_state(found: dict[str, Any], code: str, *states: MeetingState) -> None:
    if found["state"] not in states:
        raise NotAllowed(code, number=guard.spoken_number(found["number"]))


def post_notice(
    desk: Desk,
    uid: str,
    *,
    place: Text | str,
    by: str = "",
    posted_at: datetime | None = None,
    reason: Text = guard.NO_TEXT,
) -> Done[str]:
    """Log that the notice was posted (now when no time is given); return the posting's uid.

    From the first posting the agenda's numbers are frozen. An agenda that changed since the last
    posting makes its next revision, with a reason if there is one.
    """
    # Comparing agendas is not needed to show a list of meetings.
    from council.services.planning.revisions import keep_posted

    found = guard.row(desk, "meeting", uid)
    _in_state(
        found,
        "error.meeting_not_open",
        *(MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.IN_SESSION),
    )
    guard.words(place, "field.posting_place")
    where = Text.of(place, desk.languages()[0]) if isinstance(place, str) else place
    notice = desk.ids.new("no")
    with desk.step("step.post_notice", number=guard.spoken_number(found["number"])):
        values = {"uid": notice, "meeting_uid": uid, "place": where, "posted_by": by or desk.actor}
        stored = {**guard.store(desk, values), "posted_at": desk.stamp(posted_at)}
        rows.insert(desk.conn, "notice", stored)
        if found["state"] == MeetingState.PLANNED:
            rows.update(desk.conn, "meeting", uid, {"state": MeetingState.NOTICED})
            _freeze_numbers(desk, uid)
        keep_posted(desk, uid, reason, stored["posted_at"])
    return Done(notice, _MEETINGS | {"agenda"})


def _freeze_numbers(desk: Desk, uid: str) -> None:
    items = rows.find(desk.conn, "agenda_item", meeting_uid=uid)
    for item, number in missing_numbers(items).items():
        rows.update(desk.conn, "agenda_item", item, {"number": number})


def list_notices(desk: Desk, meeting_uid: str) -> list[NoticeRow]:
    """Return a meeting's postings, the earliest first."""
    return [
        NoticeRow(
            uid=one["uid"],
            meeting_uid=meeting_uid,
            posted_at=datetime.fromisoformat(one["posted_at"]),
            place=guard.text_of(one, "place"),
            posted_by=one["posted_by"] or "",
        )
        for one in rows.find(desk.conn, "notice", order="posted_at", meeting_uid=meeting_uid)
    ]


def cancel_meeting(desk: Desk, uid: str, reason: Text | str) -> Done[str]:
    """Cancel a meeting that has not begun."""
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.meeting_begun", MeetingState.PLANNED, MeetingState.NOTICED)
    guard.words(reason, "field.reason")
    why = Text.of(reason, desk.languages()[0]) if isinstance(reason, str) else reason
    with desk.step("step.cancel_meeting", number=guard.spoken_number(found["number"])):
        values = {
            "state": MeetingState.CANCELLED,
            "cancel_reason": why,
            "sequence": found["sequence"] + 1,
        }
        rows.update(desk.conn, "meeting", uid, values)
    return Done(uid, _MEETINGS)


def call_to_order(
    desk: Desk, uid: str, *, presiding_uid: str | None = None, at: datetime | None = None
) -> Done[str]:
    """Open the meeting; without a name the chair presides, else the vice chair."""
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.meeting_begun", MeetingState.PLANNED, MeetingState.NOTICED)
    day = datetime.fromisoformat(found["starts_local"]).date()
    offices = (Role.CHAIR, Role.VICE_CHAIR)
    presiding = (
        presiding_uid or found["presiding_uid"] or _holder(desk, found["body_uid"], day, offices)
    )
    if presiding:
        guard.row(desk, "person", presiding)
    # The judges of notice are not needed to show a list of meetings.
    from council.services.session.opening import advise_opening

    with desk.step("step.call_to_order", number=guard.spoken_number(found["number"])):
        values = {
            "state": MeetingState.IN_SESSION,
            "called_to_order_at": desk.stamp(at),
            "presiding_uid": presiding,
        }
        rows.update(desk.conn, "meeting", uid, values)
        _freeze_numbers(desk, uid)
        advise_opening(desk, uid)
    return Done(uid, _LIFE | {"advice"})


def adjourn(desk: Desk, uid: str, at: datetime | None = None) -> Done[str]:
    """End the meeting: its current item closes, draft minutes begin, its votes become final."""
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.not_in_session", MeetingState.IN_SESSION)
    stamp = desk.stamp(at)
    ended = datetime.fromisoformat(stamp)
    _check_times(guard.moment_of(found, "called_to_order_at"), ended)
    with desk.step("step.adjourn", final=True, number=guard.spoken_number(found["number"])):
        for item in rows.find(
            desk.conn, "agenda_item", meeting_uid=uid, state=ItemState.CURRENT.value
        ):
            done = {"state": ItemState.DONE, "closed_at": stamp}
            rows.update(desk.conn, "agenda_item", item["uid"], done)
        for recess in rows.find(desk.conn, "recess", order="from_at", meeting_uid=uid, to_at=None):
            rows.update(desk.conn, "recess", recess["uid"], {"to_at": stamp})
        hush(desk, uid, stamp, done=True)
        values = {"state": MeetingState.HELD, "adjourned_at": stamp}
        rows.update(desk.conn, "meeting", uid, values)
        if not rows.count(desk.conn, "minutes", meeting_uid=uid):
            draft = {"uid": desk.ids.new("mi"), "meeting_uid": uid, "state": MinutesState.DRAFT}
            rows.insert(desk.conn, "minutes", draft)
    return Done(uid, _LIFE | {"votes", "motions", "speakers", "notes"})


def resume_meeting(desk: Desk, uid: str) -> Done[str]:
    """Take back an adjournment that was entered by mistake; the votes before it stay final."""
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.not_adjourned", MeetingState.HELD)
    guard.unlocked(desk, uid)
    with desk.step("step.resume_meeting", number=guard.spoken_number(found["number"])):
        values = {"state": MeetingState.IN_SESSION, "adjourned_at": None}
        rows.update(desk.conn, "meeting", uid, values)
    return Done(uid, _LIFE | {"votes", "motions"})


def begin_recess(desk: Desk, uid: str, at: datetime | None = None) -> Done[str]:
    """Begin a recess; return its uid."""
    found = guard.row(desk, "meeting", uid)
    _in_state(found, "error.not_in_session", MeetingState.IN_SESSION)
    if rows.count(desk.conn, "recess", meeting_uid=uid, to_at=None):
        raise NotAllowed("error.in_recess")
    recess = desk.ids.new("re")
    with desk.step("step.begin_recess", number=guard.spoken_number(found["number"])):
        values = {"uid": recess, "meeting_uid": uid, "from_at": desk.stamp(at)}
        rows.insert(desk.conn, "recess", values)
        hush(desk, uid, str(values["from_at"]), done=False)
    return Done(recess, _MEETINGS | {"speakers"})


def end_recess(desk: Desk, uid: str, at: datetime | None = None) -> Done[str]:
    """End the meeting's recess; return its uid."""
    found = guard.row(desk, "meeting", uid)
    running = rows.find(desk.conn, "recess", order="from_at", meeting_uid=uid, to_at=None)
    if not running:
        raise NotAllowed("error.no_recess")
    stamp = desk.stamp(at)
    _check_times(guard.moment_of(running[-1], "from_at"), datetime.fromisoformat(stamp))
    with desk.step("step.end_recess", number=guard.spoken_number(found["number"])):
        rows.update(desk.conn, "recess", running[-1]["uid"], {"to_at": stamp})
    return Done(running[-1]["uid"], _MEETINGS)


def list_recesses(desk: Desk, meeting_uid: str) -> list[RecessRow]:
    """Return a meeting's recesses in order of time."""
    return [
        RecessRow(
            uid=one["uid"],
            meeting_uid=meeting_uid,
            from_at=datetime.fromisoformat(one["from_at"]),
            to_at=guard.moment_of(one, "to_at"),
        )
        for one in rows.find(desk.conn, "recess", order="from_at", meeting_uid=meeting_uid)
    ]
