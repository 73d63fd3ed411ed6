"""Who has spoken how often and how long, on an item and in the whole meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.services.session.speakers.limits import limits_of
from council.services.session.speakers.queue import speaker_of
from council.services.session.speakers.rows import SpeakerKind, list_speakers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.session.speakers.rows import SpeakerRow


@dataclass(frozen=True, slots=True)
class Share:
    """One speaker's part: how often they had the floor, and seconds."""

    who: tuple[str, object]
    name: Text
    kind: SpeakerKind
    item_times: int
    item_seconds: int
    meeting_times: int
    meeting_seconds: int


def shares(speakers: Sequence[SpeakerRow], item_uid: str | None, now: datetime) -> list[Share]:
    """Return everybody who had the floor, who spoke longest on the item first."""
    groups: dict[tuple[str, object], list[SpeakerRow]] = {}
    for one in speakers:
        if one.turns:
            groups.setdefault(one.who, []).append(one)
    made = [_share(who, own, item_uid, now) for who, own in groups.items()]
    return sorted(made, key=lambda one: (-one.item_seconds, -one.meeting_seconds))


def _share(
    who: tuple[str, object], own: Sequence[SpeakerRow], item_uid: str | None, now: datetime
) -> Share:
    here = [one for one in own if one.item_uid == item_uid]
    return Share(
        who=who,
        name=own[0].name,
        kind=own[0].kind,
        item_times=len(here),
        item_seconds=sum(one.spoken(now) for one in here),
        meeting_times=len(own),
        meeting_seconds=sum(one.spoken(now) for one in own),
    )


def too_often(desk: Desk, uid: str) -> Ruling | None:
    """Return what the rules say against a member who asks for the floor again, None for nothing.

    A limit on how often a member speaks to one question (RONR §43) is told of, never enforced: the
    assembly may allow more.
    """
    asking = speaker_of(desk, uid)
    found = list_speakers(desk, asking.meeting_uid)
    limits = limits_of(desk, asking.meeting_uid, asking.item_uid)
    count = how_often(found, asking)
    if asking.kind is not SpeakerKind.MEMBER or limits.times is None or count < limits.times:
        return None
    params = {"name": asking.called, "count": count, "times": limits.times}
    return Ruling(False, Message("speaking.often", params), limits.times_source)


def how_often(speakers: Sequence[SpeakerRow], asking: SpeakerRow) -> int:
    """Return how often somebody had the floor before on the question they ask to speak to.

    A question is the motion that was pending when they asked, else the item (RONR §43 counts by
    motion and day). A point of order is no speech in debate.
    """

    def question(one: SpeakerRow) -> str | None:
        return one.motion_uid or one.item_uid

    return sum(
        one.who == asking.who
        and one.uid != asking.uid
        and bool(one.turns)
        and not one.priority
        and question(one) == question(asking)
        for one in speakers
    )
