"""Action items: who does what by when, and the meeting that gave it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import ActionState, MeetingState
from council.services import guard
from council.services.desk import Changes, Desk, Done

if TYPE_CHECKING:
    from datetime import date, datetime

    from council.domain.text import Text

_ACTIONS: Changes = frozenset({"actions", "minutes"})
_FIELDS = frozenset({"what", "owner_uid", "owner", "due_on", "item_uid", "motion_uid"})


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action; ``owner_name`` is the person's, or what was typed when it is nobody on file."""

    uid: str
    number: str
    meeting_uid: str | None
    meeting_number: str
    item_uid: str | None
    owner_uid: str | None
    owner_name: Text
    what: Text
    due_on: date | None
    state: ActionState
    done_on: date | None
    overdue: bool
    motion_uid: str | None = None


def list_actions(
    desk: Desk, state: ActionState | str | None = None, *, owner_uid: str | None = None
) -> list[ActionRow]:
    """Return actions (of one owner) in the order they are due, those without a day last."""
    wanted = {"owner_uid": owner_uid} if owner_uid else {}
    if state:
        wanted["state"] = ActionState(state).value
    found = rows.find(desk.conn, "action", **wanted)
    owners = {one["owner_uid"] for one in found if one["owner_uid"]}
    people = rows.find(desk.conn, "person", order="uid", uid=owners) if owners else []
    names = {one["uid"]: guard.text_of(one, "name") for one in people}
    places = {one["meeting_uid"] for one in found if one["meeting_uid"]}
    held = rows.find(desk.conn, "meeting", order="uid", uid=places) if places else []
    numbers = {one["uid"]: one["number"] or "" for one in held}
    today = desk.today()
    made = [_action_row(one, names, numbers, today) for one in found]
    return sorted(made, key=lambda one: (one.due_on is None, str(one.due_on or "")))


def _action_row(
    one: dict[str, Any], names: dict[str, Text], numbers: dict[str, str], today: date
) -> ActionRow:
    due = guard.day_of(one, "due_on")
    state = ActionState(one["state"])
    return ActionRow(
        uid=one["uid"],
        number=one["number"] or "",
        meeting_uid=one["meeting_uid"],
        meeting_number=numbers.get(one["meeting_uid"], ""),
        item_uid=one["item_uid"],
        owner_uid=one["owner_uid"],
        owner_name=names.get(one["owner_uid"]) or guard.text_of(one, "owner"),
        what=guard.text_of(one, "what"),
        due_on=due,
        state=state,
        done_on=guard.day_of(one, "done_on"),
        overdue=state is ActionState.OPEN and due is not None and due < today,
        motion_uid=one["motion_uid"],
    )


def _next_number(desk: Desk) -> str:
    """Return the next action number; they run through the whole file and are never reused."""
    found = (one["number"] or "" for one in rows.find(desk.conn, "action"))
    taken = [int(match[1]) for match in (re.fullmatch(r"A-(\d+)", one) for one in found) if match]
    return f"A-{max(taken, default=0) + 1}"


def add_action(
    desk: Desk,
    *,
    what: Text,
    owner_uid: str | None = None,
    owner: Text = guard.NO_TEXT,
    due_on: date | None = None,
    meeting_uid: str | None = None,
    item_uid: str | None = None,
    motion_uid: str | None = None,
    at: datetime | None = None,
) -> Done[str]:
    """Give out an action; return its uid. The owner is a person on file or typed words.

    ``at`` is when a meeting gave it out: now, while the meeting is in session and nothing is said.
    """
    guard.words(what, "field.action")
    places = {"person": owner_uid, "meeting": meeting_uid, "motion": motion_uid}
    for table, uid in {**places, "agenda_item": item_uid}.items():
        if uid:
            guard.row(desk, table, uid)
    values: dict[str, Any] = {
        "uid": desk.ids.new("a"),
        "position": rows.next_position(desk.conn, "action"),
        "number": _next_number(desk),
        "meeting_uid": meeting_uid,
        "item_uid": item_uid,
        "motion_uid": motion_uid,
        "owner_uid": owner_uid,
        "owner": owner,
        "what": what,
        "due_on": due_on,
        "state": ActionState.OPEN,
    }
    with desk.step("step.add_action", number=values["number"], what=what):
        stored = {**guard.store(desk, values), "at": _given_at(desk, meeting_uid, at)}
        rows.insert(desk.conn, "action", stored)
    return Done(str(values["uid"]), _ACTIONS)


def _given_at(desk: Desk, meeting_uid: str | None, at: datetime | None) -> str | None:
    meeting = rows.get(desk.conn, "meeting", meeting_uid)
    if meeting is None:
        return None
    sits = meeting["state"] == MeetingState.IN_SESSION
    return desk.stamp(at) if sits or at is not None else None


def change_action(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change what, owner_uid, owner, due_on, item_uid or motion_uid."""
    guard.known(fields, _FIELDS)
    found = guard.row(desk, "action", uid)
    if "what" in fields:
        guard.words(fields["what"], "field.action")
    if fields.get("owner_uid"):
        guard.row(desk, "person", fields["owner_uid"])
    with desk.step("step.change_action", number=found["number"] or ""):
        rows.update(desk.conn, "action", uid, guard.store(desk, fields))
    return Done(uid, _ACTIONS)


def finish_action(desk: Desk, uid: str, done_on: date | None = None) -> Done[str]:
    """Mark an action as done, today unless a day is given."""
    day = done_on or desk.today()
    if day > desk.today():
        raise InputRefused("error.day_to_come", date=day)
    return _close(desk, uid, "step.finish_action", ActionState.DONE, day)


def drop_action(desk: Desk, uid: str) -> Done[str]:
    """Mark an action as dropped: it stays in the record, and nobody waits for it."""
    return _close(desk, uid, "step.drop_action", ActionState.DROPPED, None)


def _close(desk: Desk, uid: str, code: str, state: ActionState, done_on: date | None) -> Done[str]:
    found = guard.row(desk, "action", uid)
    if found["state"] != ActionState.OPEN:
        raise NotAllowed("error.action_closed", number=found["number"] or "")
    with desk.step(code, number=found["number"] or ""):
        values = guard.store(desk, {"state": state, "done_on": done_on})
        rows.update(desk.conn, "action", uid, values)
    return Done(uid, _ACTIONS)


def reopen_action(desk: Desk, uid: str) -> Done[str]:
    """Open a finished or dropped action again."""
    found = guard.row(desk, "action", uid)
    if found["state"] == ActionState.OPEN:
        raise NotAllowed("error.action_open", number=found["number"] or "")
    with desk.step("step.reopen_action", number=found["number"] or ""):
        values = {"state": ActionState.OPEN.value, "done_on": None}
        rows.update(desk.conn, "action", uid, values)
    return Done(uid, _ACTIONS)
