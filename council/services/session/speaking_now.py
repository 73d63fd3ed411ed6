"""Who has the floor now, as far as the whole room may read it on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from council.domain.text import Text
from council.services.session.speakers.limits import limits_of
from council.services.session.speakers.rows import (
    SpeakerKind,
    SpeakerState,
    has_floor,
    list_speakers,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from council.services.desk import Desk
    from council.services.session.speakers.rows import SpeakerRow


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who speaks: ``name`` only of a member.

    ``used`` is how long they spoke before ``since``, when the present turn began; without it the
    clock stands. ``limit`` is the time they have, None without one.
    """

    kind: SpeakerKind
    name: Text
    used: timedelta
    since: datetime | None
    limit: timedelta | None


def speaking_now(desk: Desk, meeting_uid: str, hidden: Collection[str] = ()) -> SpeakerShown | None:
    """Return who has the floor in a meeting, None when nobody has, or on a ``hidden`` item."""
    asked = [one for one in list_speakers(desk, meeting_uid) if one.item_uid not in hidden]
    found = has_floor(asked)
    if found is None:
        return None
    member = found.kind is SpeakerKind.MEMBER
    turn = found.turns[-1]
    since = turn.from_at if found.state is SpeakerState.SPEAKING else None
    before = [one for one in found.turns if one.to_at is not None]
    return SpeakerShown(
        kind=found.kind,
        name=found.name if member else Text(),
        used=timedelta(seconds=sum(one.seconds(turn.from_at) for one in before)),
        since=since,
        limit=_limit(desk, found),
    )


def _limit(desk: Desk, found: SpeakerRow) -> timedelta | None:
    """Return the time a speaker has: their own, else what holds for the item."""
    seconds = found.limit
    if seconds is None:
        seconds = limits_of(desk, found.meeting_uid, found.item_uid).of(found.kind)
    return None if seconds is None else timedelta(seconds=seconds)
