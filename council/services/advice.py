"""Advice on record: what the rules said of something that was done, and whether it was followed.

Nothing is blocked. The step that goes on against a rule keeps a row here, so that minutes, checks
and the next clerk can see what was known at that moment, by which pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import params, rows
from council.domain.messages import Message
from council.services import guard
from council.services.desk import Changes, Done

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.rules.layers import Rules
    from council.domain.rulings import Ruling
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"advice"})


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """What the rules said; ``followed`` is None as long as nobody knows.

    ``code`` names the kind of advice (``out_of_order``, ``no_second`` …), ``message`` says it.
    """

    uid: str
    at: datetime
    code: str
    message: Message
    source: str
    pack: str
    pack_version: str
    followed: bool | None
    motion_uid: str | None
    vote_uid: str | None
    item_uid: str | None
    person_uid: str | None = None
    note: str = ""
    verified: bool = True


def put_advice(
    desk: Desk,
    *,
    meeting_uid: str,
    code: str,
    ruling: Ruling,
    rules: Rules,
    motion_uid: str | None = None,
    vote_uid: str | None = None,
    item_uid: str | None = None,
    person_uid: str | None = None,
    followed: bool | None,
    at: str | None = None,
) -> str:
    """Keep what a ruling said, within the step that is open; return the row's uid.

    ``at`` is a stamp, now when there is none.
    """
    uid = desk.ids.new("ad")
    values: dict[str, Any] = {
        "uid": uid,
        "meeting_uid": meeting_uid,
        "position": rows.next_position(desk.conn, "advice", meeting_uid=meeting_uid),
        "at": at or desk.stamp(),
        "code": code,
        "message": _told(ruling.message),
        "source": ruling.source or None,
        "verified": int(ruling.verified),
        "pack": rules.pack,
        "pack_version": rules.version,
        "followed": None if followed is None else int(followed),
        "motion_uid": motion_uid,
        "vote_uid": vote_uid,
        "item_uid": item_uid,
        "person_uid": person_uid,
    }
    rows.insert(desk.conn, "advice", values)
    return uid


def _told(message: Message) -> dict[str, Any]:
    told: dict[str, Any] = {"code": message.code}
    if message.params:
        told["params"] = {name: params.told(value) for name, value in message.params.items()}
    return told


def list_advice(desk: Desk, meeting_uid: str) -> list[AdviceRow]:
    """Return the advice of a meeting, in the order it was given."""
    return [_row(one) for one in rows.find(desk.conn, "advice", meeting_uid=meeting_uid)]


def advice_on(desk: Desk, motion_uid: str) -> list[AdviceRow]:
    """Return the advice about one motion, in the order it was given."""
    return [_row(one) for one in rows.find(desk.conn, "advice", motion_uid=motion_uid)]


def _row(one: Mapping[str, Any]) -> AdviceRow:
    message = one["message"]
    values = {name: params.value_of(each) for name, each in message.get("params", {}).items()}
    return AdviceRow(
        uid=one["uid"],
        at=datetime.fromisoformat(one["at"]),
        code=one["code"],
        message=Message(message["code"], values),
        source=one["source"] or "",
        pack=one["pack"] or "",
        pack_version=one["pack_version"] or "",
        followed=None if one["followed"] is None else bool(one["followed"]),
        motion_uid=one["motion_uid"],
        vote_uid=one["vote_uid"],
        item_uid=one["item_uid"],
        person_uid=one["person_uid"],
        note=one["note"] or "",
        verified=bool(one["verified"]),
    )


def set_followed(desk: Desk, uid: str, followed: bool | None, note: str = "") -> Done[str]:
    """Record whether advice was followed, and why or why not."""
    found = guard.row(desk, "advice", uid)
    guard.unlocked(desk, found["meeting_uid"])
    values = {"followed": None if followed is None else int(followed), "note": note.strip() or None}
    with desk.step("step.follow_advice"):
        rows.update(desk.conn, "advice", uid, values)
    return Done(uid, _CHANGED)


def settle_advice(desk: Desk, motion_uid: str, codes: frozenset[str], *, followed: bool) -> None:
    """Note on a motion's advice of these codes what was done, within the step that is open."""
    for one in rows.find(desk.conn, "advice", motion_uid=motion_uid):
        if one["code"] in codes and one["followed"] != int(followed):
            rows.update(desk.conn, "advice", one["uid"], {"followed": int(followed)})
