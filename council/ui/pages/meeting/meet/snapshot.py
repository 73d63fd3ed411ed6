"""Everything the console shows, read by shares: a change reads anew what it alters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from council.domain.vocabulary import ItemState, MeetingState
from council.services import advice, meetings
from council.services.council import get_rules
from council.services.duties import meeting_duties as duties
from council.services.members import bodies
from council.services.planning import agenda
from council.services.session import attendance, motions, speakers, timeline
from council.services.session.motion_rows import list_open, list_settled
from council.services.session.roll import Roll
from council.services.session.speakers import NO_LIMITS
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from council.domain.rules.layers import Rules
    from council.domain.rulings import Ruling
    from council.domain.text import Text
    from council.services.advice import AdviceRow
    from council.services.desk import Desk
    from council.services.meetings import MeetingRow
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import QuorumRow, RoomRow
    from council.services.session.motions import MotionRow, OrderNow
    from council.services.session.speakers import Limits, SpeakerRow
    from council.services.session.timeline import TimelineRow
    from council.services.voting.votes import VoteRow


@dataclass(frozen=True)
class Snapshot:
    """A meeting as it stands; ``pending`` runs from the main motion to the one being decided.

    The questions come without the vote that is open, which is ``vote``. ``rules`` are those of the
    meeting's day, ``advice`` is what they said that went on record; ``remote`` is what they say of
    those who take part from elsewhere, empty where nobody does. ``speakers`` are all of the
    meeting, ``limits`` and ``written`` (comments by stance) those of the item before it.
    """

    meeting: MeetingRow
    items: tuple[ItemRow, ...]
    room: tuple[RoomRow, ...]
    quorum: QuorumRow
    pending: tuple[MotionRow, ...]
    decided: tuple[MotionRow, ...]
    order: OrderNow
    vote: VoteRow | None
    lines: tuple[TimelineRow, ...]
    vacant: tuple[Text, ...]
    recess: bool
    now: datetime
    rules: Rules
    advice: tuple[AdviceRow, ...] = ()
    remote: tuple[Ruling, ...] = ()
    speakers: tuple[SpeakerRow, ...] = ()
    limits: Limits = NO_LIMITS
    written: tuple[tuple[str, int], ...] = ()
    waiting: tuple[MotionRow, ...] = ()

    @property
    def in_session(self) -> bool:
        """Tell whether the meeting was called to order and not adjourned."""
        return self.meeting.state == MeetingState.IN_SESSION

    @property
    def current(self) -> ItemRow | None:
        """Return the item before the meeting."""
        return next((i for i in self.items if i.state == ItemState.CURRENT), None)

    @property
    def top(self) -> MotionRow | None:
        """Return the motion that is decided first."""
        return self.pending[-1] if self.pending else None

    @property
    def members(self) -> tuple[RoomRow, ...]:
        """Return the voting members in the order of the roll."""
        return tuple(r for r in self.room if r.voting and r.person_uid)

    @property
    def here(self) -> tuple[RoomRow, ...]:
        """Return the people on file who are in the room, members first."""
        return tuple(r for r in self.room if r.here and r.person_uid)

    @property
    def roll_taken(self) -> bool:
        """Tell whether somebody of the body has come; excuses noted before are no roll call."""
        return any(r.spans for r in self.room if r.person_uid)

    def unheeded(self, motion_uid: str) -> tuple[AdviceRow, ...]:
        """Return what the rules said against stating a motion and was not followed yet."""
        return tuple(
            one
            for one in self.advice
            if one.motion_uid == motion_uid and one.vote_uid is None and one.followed is False
        )

    def voted_motion(self) -> MotionRow | None:
        """Return the motion whose vote is open."""
        if self.vote is None:
            return None
        return next((m for m in self.pending if m.uid == self.vote.motion_uid), None)


@dataclass(frozen=True)
class Share:
    """Some fields of the snapshot that are read together.

    ``read`` is given the fields of the shares before it and returns its own. What it returns is
    kept until a table changes that it was read from; the desk finds out by itself which these are.
    What also depends on something else, such as the journal's steps, is not ``kept``.
    """

    fields: tuple[str, ...]
    read: Callable[[Desk, str, Mapping[str, Any]], tuple[object, ...]]
    kept: bool = True


def _read_meeting(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    meeting = meetings.get_meeting(desk, uid)
    recesses = meetings.list_recesses(desk, uid)
    rules = get_rules(desk, meeting.starts_local.date())
    return meeting, any(one.to_at is None for one in recesses), rules


def _read_items(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    return (tuple(agenda.list_items(desk, uid)),)


def _read_room(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    room = tuple(attendance.room(desk, uid))
    away = any(one.state == attendance.REMOTE for one in room)
    remote = tuple(duties.remote_rulings(desk, uid)) if away else ()
    return room, attendance.quorum(desk, uid), remote


def _read_vacant(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    roll = Roll(desk, uid)
    seats = bodies.list_seats(desk, roll.body["uid"], roll.day)
    return (tuple(seat.label for seat in seats if seat.holder is None),)


def _read_pending(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    stack, before = [], set()
    for one in motions.pending(desk, uid):
        # The open vote is a field of its own: a ballot leaves the questions as they are.
        stack.append(replace(one, votes=tuple(vote for vote in one.votes if vote.declared)))
        before.add(one.uid)
    waiting = (one for one in list_open(desk, uid) if one.part and one.uid not in before)
    return tuple(stack), tuple(waiting)


def _read_decided(desk: Desk, uid: str, so_far: Mapping[str, Any]) -> tuple[object, ...]:
    items: tuple[ItemRow, ...] = so_far["items"]
    current = next((i.uid for i in items if i.state == ItemState.CURRENT), None)
    return (tuple(one for one in list_settled(desk, uid) if one.item_uid == current),)


def _read_order(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    return (motions.order_now(desk, uid),)


def _read_vote(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    return (votes.open_vote_of(desk, uid),)


def _read_lines(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    return (tuple(reversed(timeline.timeline(desk, uid))),)


def _read_advice(desk: Desk, uid: str, _so_far: Mapping[str, Any]) -> tuple[object, ...]:
    return (tuple(advice.list_advice(desk, uid)),)


def _read_speakers(desk: Desk, uid: str, so_far: Mapping[str, Any]) -> tuple[object, ...]:
    items: tuple[ItemRow, ...] = so_far["items"]
    current = next((i.uid for i in items if i.state == ItemState.CURRENT), None)
    written = tuple(speakers.written_of(desk, uid, current).items())
    return speakers.list_speakers(desk, uid), speakers.limits_of(desk, uid, current), written


SHARES: Final = (
    Share(("meeting", "recess", "rules"), _read_meeting),
    Share(("items",), _read_items),
    Share(("room", "quorum", "remote"), _read_room),
    Share(("vacant",), _read_vacant),
    Share(("pending", "waiting"), _read_pending),
    Share(("decided",), _read_decided),
    Share(("order",), _read_order),
    Share(("vote",), _read_vote),
    Share(("lines",), _read_lines, kept=False),
    Share(("advice",), _read_advice),
    Share(("speakers", "limits", "written"), _read_speakers),
)
"""Read in this order; a share may use the fields of those before it."""


@dataclass(frozen=True)
class Reading:
    """A snapshot, and the fields in which it differs from the one before."""

    shot: Snapshot
    changed: frozenset[str]


class _Fields(Mapping[str, Any]):
    """The fields by name; whoever takes one depends on all that its share was read from."""

    def __init__(self, desk: Desk, meeting_uid: str) -> None:
        self._desk, self._uid = desk, meeting_uid
        self._of = {name: share for share in SHARES for name in share.fields}

    def __getitem__(self, name: str) -> Any:
        share = self._of[name]
        return self.read(share)[share.fields.index(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def read(self, share: Share) -> tuple[object, ...]:
        """Return the fields of a share, in the order in which it names them."""

        def make() -> tuple[object, ...]:
            return share.read(self._desk, self._uid, self)

        if not share.kept:
            return make()
        return self._desk.conn.memo.get(("share", share.fields, self._uid), (), make)


class SnapshotReader:
    """Reads one meeting again and again, each time as it stands at one moment."""

    def __init__(self, desk: Desk, meeting_uid: str) -> None:
        self._desk, self._fields = desk, _Fields(desk, meeting_uid)
        self._before: dict[str, Any] = {}

    def read(self) -> Reading:
        """Read what changed since the last time."""
        with self._desk.reading():
            found: dict[str, Any] = {
                name: value
                for share in SHARES
                for name, value in zip(share.fields, self._fields.read(share), strict=True)
            }
            shot = Snapshot(**found, now=self._desk.now())
        before, self._before = self._before, found
        changed = frozenset(
            name for name, value in found.items()
            if name not in before or (before[name] is not value and before[name] != value)
        )  # fmt: skip
        return Reading(shot, changed)
