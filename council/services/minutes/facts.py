"""Everything the minutes of one meeting are written from, read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState, Role
from council.services import actions, council, meetings
from council.services.members import bodies
from council.services.minutes.store import Override, Typed, list_overrides, list_typed
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.session.closed_session import closed_items
from council.services.session.presiding import presided
from council.services.session.roll import Roll
from council.services.session.speakers import list_speakers

if TYPE_CHECKING:
    from council.domain.votes.quorum import QuorumChange
    from council.services.actions import ActionRow
    from council.services.council import CouncilInfo
    from council.services.desk import Desk
    from council.services.meetings import MeetingRow
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow
    from council.services.session.motions import MotionRow
    from council.services.session.notes import CommentRow, NoteRow
    from council.services.session.presiding import PresidingRow
    from council.services.session.speakers import SpeakerRow


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The record of one meeting, as far as its minutes need it.

    ``closed`` are the items, of this and other meetings, that the public is not told of; ``turns``
    is when the quorum, once there, was lost and when it was there again.
    """

    council: CouncilInfo
    meeting: MeetingRow
    body_name: Text
    items: tuple[ItemRow, ...]
    room: tuple[RoomRow, ...]
    motions: tuple[MotionRow, ...]
    notes: tuple[NoteRow, ...]
    comments: tuple[CommentRow, ...]
    recusals: tuple[attendance.RecusalRow, ...]
    actions: tuple[ActionRow, ...]
    notices: tuple[meetings.NoticeRow, ...]
    overrides: dict[tuple[str, str], Override]
    typed: tuple[Typed, ...]
    quorum: attendance.QuorumRow
    seconder_printed: bool
    closed: frozenset[str] = frozenset()
    presided: tuple[PresidingRow, ...] = ()
    turns: tuple[QuorumChange, ...] = ()
    speakers: tuple[SpeakerRow, ...] = ()
    speakers_printed: bool = False

    def name_of(self, person_uid: str | None) -> Text:
        """Return a person's name, empty when nobody is meant."""
        for row in self.room:
            if row.person_uid == person_uid and person_uid:
                return row.name
        return Text()

    def honorific_of(self, person_uid: str | None) -> Text:
        """Return a person's title of address, which Thai writes before the name."""
        for row in self.room:
            if row.person_uid == person_uid and person_uid:
                return row.honorific
        return Text()

    def of_kind(self, kind: ItemKind) -> ItemRow | None:
        """Return the first item of a kind that was not struck."""
        return next(
            (item for item in self.items if item.kind == kind and item.state != ItemState.STRUCK),
            None,
        )

    def motions_on(self, item_uid: str | None) -> list[MotionRow]:
        """Return the motions stated on an item, in the order in which they were stated.

        None asks for those on no item of this meeting.
        """
        if item_uid is None:
            known = {item.uid for item in self.items}
            return [motion for motion in self.motions if motion.item_uid not in known]
        return [motion for motion in self.motions if motion.item_uid == item_uid]


def gather(desk: Desk, meeting_uid: str) -> MeetingFacts:
    """Read the facts of one meeting."""
    meeting = meetings.get_meeting(desk, meeting_uid)
    info = council.get_council(desk)
    if info is None:
        raise InputRefused("error.no_council")
    rules = council.get_rules(desk, meeting.starts_local.date())
    roll = Roll(desk, meeting_uid)
    body = next(row for row in bodies.list_bodies(desk) if row.uid == meeting.body_uid)
    return MeetingFacts(
        council=info,
        meeting=meeting,
        body_name=body.name,
        items=tuple(agenda.list_items(desk, meeting_uid)),
        room=tuple(attendance.room(desk, meeting_uid)),
        motions=tuple(motions.list_motions(desk, meeting_uid)),
        notes=tuple(notes.list_notes(desk, meeting_uid)),
        comments=tuple(notes.list_comments(desk, meeting_uid)),
        recusals=tuple(attendance.list_recusals(desk, meeting_uid)),
        actions=tuple(row for row in actions.list_actions(desk) if row.meeting_uid == meeting_uid),
        notices=tuple(meetings.list_notices(desk, meeting_uid)),
        overrides=list_overrides(desk, meeting_uid),
        typed=tuple(list_typed(desk, meeting_uid)),
        quorum=_best_quorum(desk, meeting),
        seconder_printed=rules.seconder_printed,
        closed=closed_items(desk),
        presided=presided(desk, roll),
        turns=_turns(roll, meeting),
        speakers=list_speakers(desk, meeting_uid),
        speakers_printed=rules.value_of("minutes.speakers_printed", False),
    )


def _turns(roll: Roll, meeting: MeetingRow) -> tuple[QuorumChange, ...]:
    """Return how the quorum turned in the meeting after it was there first."""
    called, over = meeting.called_to_order_at, meeting.adjourned_at
    known = [one for one in roll.quorum_changes() if one.met is not None]
    first = next((place for place, one in enumerate(known) if one.met), len(known))
    return tuple(
        one
        for one in known[first + 1 :]
        if one.at is not None
        and (called is None or called <= one.at)
        and (over is None or one.at < over)
    )


def _best_quorum(desk: Desk, meeting: MeetingRow) -> attendance.QuorumRow:
    """Return the quorum at the moment when the most members were in the room, the first such."""
    roll = Roll(desk, meeting.uid)
    moments = attendance.changes_of_room(roll)
    if meeting.called_to_order_at:
        moments = sorted({meeting.called_to_order_at, *moments})
    counted = [attendance.quorum(desk, meeting.uid, moment) for moment in moments]
    if not counted:
        return attendance.quorum(desk, meeting.uid)
    return max(counted, key=lambda row: row.present)


def is_member(row: RoomRow) -> bool:
    """Tell whether somebody belongs to the body; others are guests, staff and observers."""
    return not row.guest and row.role != Role.OBSERVER
