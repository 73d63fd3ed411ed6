"""Who has the floor now, as far as the whole room may read it on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.text import Text
from council.services import guard
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from council.services.desk import Desk

_MEMBER = "member"


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who speaks: ``name`` only of a member; ``kind`` is member, resident or guest.

    ``used`` is how long they spoke before ``since``, when the present turn began. ``limit`` is the
    time they have, None without one.
    """

    kind: str
    name: Text
    used: timedelta
    since: datetime
    limit: timedelta | None


def speaking_now(desk: Desk, meeting_uid: str, hidden: Collection[str] = ()) -> SpeakerShown | None:
    """Return who has the floor in a meeting, None when nobody has, or on a ``hidden`` item."""
    found = rows.find(desk.conn, "speaker", meeting_uid=meeting_uid)
    asked = {one["uid"]: one for one in found if one["item_uid"] not in hidden}
    spans = rows.find(desk.conn, "speaking", speaker_uid=list(asked)) if asked else []
    running = [one for one in spans if one["to_at"] is None and one["from_at"]]
    if not running:
        return None
    turn = max(running, key=lambda one: str(one["from_at"]))
    own = [one for one in spans if one["speaker_uid"] == turn["speaker_uid"] and one["to_at"]]
    speaker = asked[turn["speaker_uid"]]
    roll = Roll(desk, meeting_uid)
    member = speaker["kind"] == _MEMBER
    seconds = _limit(speaker, roll.meeting)
    return SpeakerShown(
        kind=str(speaker["kind"]),
        name=roll.name(speaker["person_uid"]) if member else Text(),
        used=sum((_length(one) for one in own), timedelta()),
        since=guard.moment_of(turn, "from_at") or desk.now(),
        limit=None if seconds is None else timedelta(seconds=seconds),
    )


def _length(turn: Mapping[str, Any]) -> timedelta:
    begun, ended = guard.moment_of(turn, "from_at"), guard.moment_of(turn, "to_at")
    if begun is None or ended is None:
        return timedelta()
    return max(ended - begun, timedelta())


def _limit(speaker: Mapping[str, Any], meeting: Mapping[str, Any]) -> int | None:
    """Return the seconds a speaker has: their own limit, else that of the meeting."""
    if speaker["limit_seconds"] is not None:
        return int(speaker["limit_seconds"])
    kept = meeting["member_seconds" if speaker["kind"] == _MEMBER else "resident_seconds"]
    return None if kept is None else int(kept)
