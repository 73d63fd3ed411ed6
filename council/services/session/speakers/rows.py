"""Reading who asked for the floor and when they had it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import Message
from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.text import Text
    from council.services.desk import Desk

_SECOND = timedelta(seconds=1)


class SpeakerKind(StrEnum):
    """As what somebody speaks."""

    MEMBER = "member"
    RESIDENT = "resident"
    GUEST = "guest"


class SpeakerState(StrEnum):
    """Where somebody is in the line."""

    WAITING = "waiting"
    SPEAKING = "speaking"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One stretch of time that somebody had the floor; without ``to_at`` they still have it."""

    uid: str
    from_at: datetime
    to_at: datetime | None

    def seconds(self, now: datetime) -> int:
        """Return its length in whole seconds, up to now while it lasts.

        A laptop's clock that was set back makes no time run backwards: such a turn counts nothing.
        """
        return max(0, ((self.to_at or now) - self.from_at) // _SECOND)


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Somebody who asked for the floor.

    ``name`` is a member's own, or what was written down, empty for a resident who gave none.
    ``limit`` is the seconds they were given, None as long as nobody settled it for them alone.
    """

    uid: str
    meeting_uid: str
    item_uid: str | None
    motion_uid: str | None
    position: int
    person_uid: str | None
    name: Text
    kind: SpeakerKind
    stance: str
    may_print_name: bool
    asked_at: datetime | None
    priority: bool
    limit: int | None
    done: bool
    comment_uid: str | None
    turns: tuple[TurnRow, ...] = ()

    @property
    def state(self) -> SpeakerState:
        """Return where they are in the line."""
        if self.done:
            return SpeakerState.DONE
        if not self.turns:
            return SpeakerState.WAITING
        speaking = any(turn.to_at is None for turn in self.turns)
        return SpeakerState.SPEAKING if speaking else SpeakerState.PAUSED

    @property
    def began(self) -> datetime | None:
        """Return when they first had the floor."""
        return self.turns[0].from_at if self.turns else None

    @property
    def called(self) -> Text | Message:
        """Return how steps and lines call them: by name, else as what they speak."""
        return self.name or Message(f"speaker.{self.kind}")

    @property
    def who(self) -> tuple[str, object]:
        """Return what makes two rows the same speaker: the person, else the name, else the row."""
        if self.person_uid:
            return ("person", self.person_uid)
        return ("name", self.name) if self.name else ("row", self.uid)

    def spoken(self, now: datetime) -> int:
        """Return for how many seconds they had the floor, up to now."""
        return sum(turn.seconds(now) for turn in self.turns)


def list_speakers(desk: Desk, meeting_uid: str) -> tuple[SpeakerRow, ...]:
    """Return everybody who asked for the floor in a meeting, in the order of their places."""
    # The zone is part of the key: it is what the times are told in.
    key = ("speakers", meeting_uid, str(desk.zone()))
    tables = ("speaker", "speaking", "person")
    return desk.conn.memo.get(key, tables, lambda: tuple(_read(desk, meeting_uid)))


def _read(desk: Desk, meeting_uid: str) -> list[SpeakerRow]:
    found = rows.find(desk.conn, "speaker", meeting_uid=meeting_uid)
    uids = [one["uid"] for one in found]
    turns: dict[str, list[TurnRow]] = {uid: [] for uid in uids}
    for one in rows.find(desk.conn, "speaking", order="from_at", speaker_uid=uids):
        turns[one["speaker_uid"]].append(_turn(one))
    people = [one["person_uid"] for one in found if one["person_uid"]]
    names = {
        one["uid"]: guard.text_of(one, "name")
        for one in rows.find(desk.conn, "person", order="uid", uid=people)
    }
    return [speaker_row(one, names.get(one["person_uid"]), turns[one["uid"]]) for one in found]


def _turn(found: Mapping[str, Any]) -> TurnRow:
    begun = datetime.fromisoformat(found["from_at"])
    return TurnRow(found["uid"], begun, guard.moment_of(found, "to_at"))


def speaker_row(
    found: Mapping[str, Any], person: Text | None, turns: Sequence[TurnRow] = ()
) -> SpeakerRow:
    """Return a row of the file as a value; ``person`` is the name of the person it points to."""
    return SpeakerRow(
        uid=found["uid"],
        meeting_uid=found["meeting_uid"],
        item_uid=found["item_uid"],
        motion_uid=found["motion_uid"],
        position=found["position"],
        person_uid=found["person_uid"],
        name=person or guard.text_of(found, "name"),
        kind=SpeakerKind(found["kind"]),
        stance=found["stance"] or "",
        may_print_name=bool(found["may_print_name"]),
        asked_at=guard.moment_of(found, "asked_at"),
        priority=bool(found["priority"]),
        limit=found["limit_seconds"],
        done=bool(found["done"]),
        comment_uid=found["comment_uid"],
        turns=tuple(turns),
    )


def has_floor(speakers: Sequence[SpeakerRow]) -> SpeakerRow | None:
    """Return who has the floor, or is in the midst of a turn that was interrupted last."""
    begun = [one for one in speakers if not one.done and one.turns]
    speaking = [one for one in begun if one.state is SpeakerState.SPEAKING]
    return max(speaking or begun, key=lambda one: one.turns[-1].from_at, default=None)


def in_line(speakers: Sequence[SpeakerRow], item_uid: str | None) -> list[SpeakerRow]:
    """Return the line on an item as it will speak.

    Who has the floor comes first, then points of order, then who was interrupted, then all others
    as they asked. What was asked on another item waits there.
    """

    def place(one: SpeakerRow) -> tuple[int, int]:
        if one.state is SpeakerState.SPEAKING:
            return 0, one.position
        if one.priority:
            return 1, one.position
        return (2 if one.state is SpeakerState.PAUSED else 3), one.position

    return sorted((one for one in speakers if not one.done and one.item_uid == item_uid), key=place)
