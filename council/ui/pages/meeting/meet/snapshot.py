"""Everything the console shows, read once at a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.vocabulary import ItemState, MeetingState
from council.services import advice, meetings
from council.services.council import get_rules
from council.services.duties import meeting_duties as duties
from council.services.members import bodies
from council.services.planning import agenda
from council.services.session import attendance, motions, timeline
from council.services.voting import votes

if TYPE_CHECKING:
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
    from council.services.session.timeline import TimelineRow
    from council.services.voting.votes import VoteRow


READ_FROM = frozenset(
    {"meetings", "agenda", "attendance", "motions", "votes", "notes", "actions", "people", "advice"}
)
"""The kinds of change after which a snapshot is read anew."""


@dataclass(frozen=True)
class Snapshot:
    """A meeting as it stands; ``pending`` runs from the main motion to the one being decided.

    ``rules`` are those of the meeting's day, ``advice`` is what they said that went on record;
    ``remote`` is what they say of those who take part from elsewhere, empty where nobody does.
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


def read(desk: Desk, meeting_uid: str) -> Snapshot:
    """Read a meeting."""
    meeting = meetings.get_meeting(desk, meeting_uid)
    items = tuple(agenda.list_items(desk, meeting_uid))
    current = next((i.uid for i in items if i.state == ItemState.CURRENT), None)
    made = motions.list_motions(desk, meeting_uid)
    decided = tuple(m for m in made if m.outcome and m.item_uid == current)
    seats = bodies.list_seats(desk, meeting.body_uid, meeting.starts_local.date())
    recesses = meetings.list_recesses(desk, meeting_uid)
    room = tuple(attendance.room(desk, meeting_uid))
    away = any(one.state == attendance.REMOTE for one in room)
    return Snapshot(
        meeting=meeting,
        items=items,
        room=room,
        quorum=attendance.quorum(desk, meeting_uid),
        pending=tuple(motions.pending(desk, meeting_uid)),
        decided=decided,
        order=motions.order_now(desk, meeting_uid),
        vote=votes.open_vote_of(desk, meeting_uid),
        lines=tuple(reversed(timeline.timeline(desk, meeting_uid))),
        vacant=tuple(seat.label for seat in seats if seat.holder is None),
        recess=any(r.to_at is None for r in recesses),
        now=desk.now(),
        rules=get_rules(desk, meeting.starts_local.date()),
        advice=tuple(advice.list_advice(desk, meeting_uid)),
        remote=tuple(duties.remote_rulings(desk, meeting_uid)) if away else (),
    )
