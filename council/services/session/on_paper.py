"""A meeting that was recorded on paper, entered afterwards with the times of the sheet.

The same services as in the room, in the order in which it happened, in one step: all or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from council.db import rows
from council.domain.clocks import nearest_moment
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import (
    Declared,
    ItemKind,
    MeetingState,
    Mode,
    MotionKind,
    Outcome,
    Presence,
)
from council.services import actions, guard, meetings
from council.services.desk import Changes, Done
from council.services.planning import agenda
from council.services.session import attendance, motions, notes, presiding
from council.services.session.roll import Roll
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime, time

    from council.domain.paper_marks import Attended, Stay, Voted
    from council.domain.text import Text
    from council.services.desk import Desk

PAPER: Final = "paper"
_OPEN = (MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.IN_SESSION)
_CHANGED: Changes = frozenset(
    {
        *("meetings", "agenda", "attendance", "motions", "votes", "minutes", "advice"),
        *("notes", "actions"),
    }
)


@dataclass(frozen=True, slots=True)
class PaperMotion:
    """A motion on the sheet: who moved it, when, how it was voted, what became of it.

    ``outcome`` is what the sheet says; without it the vote and its rule say it. ``at`` is when it
    was decided, None for the time of its item.
    """

    text: Text
    kind: MotionKind = MotionKind.MAIN
    mover_uid: str | None = None
    seconder_uids: tuple[str, ...] = ()
    at: time | None = None
    voted: Voted | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An item as it was taken up; one without ``item_uid`` was added in the meeting."""

    item_uid: str | None
    title: Text = guard.NO_TEXT
    at: time | None = None
    motions: tuple[PaperMotion, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperComment:
    """What a resident said; a name on the sheet may be printed, as the sheet says."""

    item_uid: str | None
    speaker: Text
    stance: str
    summary: Text


@dataclass(frozen=True, slots=True)
class PaperAction:
    """What somebody was given to do; the owner is a person on file or typed words."""

    item_uid: str | None
    what: Text
    owner_uid: str | None = None
    owner: Text = guard.NO_TEXT
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What a recording sheet says; whoever it does not name in ``people`` stays as recorded.

    ``handed`` is who took the chair in mid-meeting, and when.
    """

    called: time | None = None
    presiding_uid: str | None = None
    handed: tuple[tuple[str, time], ...] = ()
    people: Mapping[str, Attended] = field(default_factory=dict)
    guests: tuple[Text, ...] = ()
    recesses: tuple[Stay, ...] = ()
    items: tuple[PaperItem, ...] = ()
    comments: tuple[PaperComment, ...] = ()
    actions: tuple[PaperAction, ...] = ()
    adjourned: time | None = None


def enter_sheet(desk: Desk, meeting_uid: str, sheet: PaperSheet) -> Done[str]:
    """Put on record what a sheet says, and that it came from paper; return the meeting's uid.

    A meeting that was begun at the computer goes on where it stopped. Raises NotAllowed for one
    that is over, InputRefused when the sheet does not say when the meeting was called to order, or
    says a time that has not come yet.
    """
    found = guard.row(desk, "meeting", meeting_uid)
    number = guard.spoken_number(found["number"])
    if found["state"] not in _OPEN:
        raise NotAllowed("error.paper_over", number=number)
    guard.unlocked(desk, meeting_uid)
    with desk.step("step.enter_paper", number=number):
        _Entry(desk, meeting_uid, sheet).enter()
        rows.update(desk.conn, "meeting", meeting_uid, {"recorded_from": PAPER})
    return Done(meeting_uid, _CHANGED)


class _Entry:
    """Enters one sheet; keeps at which moment of the meeting the sheet has arrived."""

    def __init__(self, desk: Desk, uid: str, sheet: PaperSheet) -> None:
        self.desk, self.uid, self.sheet = desk, uid, sheet
        self.zone, self.now = desk.zone(), desk.now()
        self.moment = self._called()
        self.taken_up: dict[str | None, datetime] = {}
        self.handed = [(self._at(at, self.moment), person) for person, at in sheet.handed]

    def enter(self) -> None:
        """Enter the whole sheet in the order in which it happened."""
        self._people()
        for recess in self.sheet.recesses:
            self._recess(recess)
        for item in self.sheet.items:
            self._item(item)
        self._words()
        self._hand_over(self.now)
        if self.sheet.adjourned is not None:
            meetings.adjourn(self.desk, self.uid, self._at(self.sheet.adjourned, self.moment))

    def _at(self, typed: time | None, near: datetime) -> datetime:
        """Return the moment a time of the sheet means, near the one before; refuse the future."""
        if typed is None:
            return near
        moment = nearest_moment(typed, near, self.zone)
        if moment > self.now:
            raise InputRefused("error.paper_future", time=moment.timetz())
        return moment

    def _called(self) -> datetime:
        """Call the meeting to order, unless that was recorded; return when it was."""
        meeting = meetings.get_meeting(self.desk, self.uid)
        if meeting.called_to_order_at is not None:
            return meeting.called_to_order_at
        if self.sheet.called is None:
            raise InputRefused("error.paper_called")
        planned = meeting.starts_local.replace(tzinfo=self.zone)
        called = self._at(self.sheet.called, planned)
        presiding = self.sheet.presiding_uid
        meetings.call_to_order(self.desk, self.uid, presiding_uid=presiding, at=called)
        return called

    # ------------------------------------------------------------------ the room

    def _people(self) -> None:
        known = Roll(self.desk, self.uid).by_person
        for person, attended in self.sheet.people.items():
            if person in known:
                attendance.mark(self.desk, self.uid, person, attendance.EXPECTED)
            if attended.status != Presence.PRESENT:
                status, reason = attended.status.value, attended.reason or None
                attendance.mark(self.desk, self.uid, person, status, reason, at=self.moment)
                continue
            for stay in attended.stays:
                self._stay(person, stay, remote=attended.remote)
        for guest in self.sheet.guests:
            attendance.add_guest(self.desk, self.uid, guest, at=self.moment)

    def _stay(self, person: str, stay: Stay, *, remote: bool) -> None:
        mode = Mode.REMOTE if remote else Mode.IN_PERSON
        begin = self._at(stay.begin, self.moment)
        attendance.arrive(self.desk, self.uid, person, at=begin, mode=mode.value)
        if stay.end is not None:
            attendance.leave(self.desk, self.uid, person, at=self._at(stay.end, begin))

    def _recess(self, recess: Stay) -> None:
        begin = self._at(recess.begin, self.moment)
        meetings.begin_recess(self.desk, self.uid, begin)
        if recess.end is not None:
            meetings.end_recess(self.desk, self.uid, self._at(recess.end, begin))

    def _hand_over(self, until: datetime) -> None:
        """Let those preside who took the chair up to a moment: whoever presides may break a tie."""
        for at, person in self.handed:
            if at <= until:
                presiding.take_chair(self.desk, self.uid, person, at=at)
        self.handed = [one for one in self.handed if one[0] > until]

    def _words(self) -> None:
        """Write down comments and actions, each at the time of its item."""
        for one in self.sheet.comments:
            notes.add_comment(
                self.desk, self.uid, one.item_uid, one.speaker, one.stance, one.summary,
                bool(one.speaker), at=self.taken_up.get(one.item_uid, self.moment),
            )  # fmt: skip
        for given in self.sheet.actions:
            actions.add_action(
                self.desk, what=given.what, owner_uid=given.owner_uid, owner=given.owner,
                due_on=given.due_on, meeting_uid=self.uid, item_uid=given.item_uid,
                at=self.taken_up.get(given.item_uid, self.moment),
            )  # fmt: skip

    # ------------------------------------------------------------------ items and motions

    def _item(self, item: PaperItem) -> None:
        """Take an item up, unless the sheet has neither a time nor a motion for it."""
        if item.at is None and not item.motions:
            return
        first = item.at or next((one.at for one in item.motions if one.at), None)
        self.moment = self._at(first, self.moment)
        self._hand_over(self.moment)
        uid = item.item_uid or self._late(item.title)
        agenda.go_to_item(self.desk, self.uid, uid, at=self.moment)
        self.taken_up[uid] = self.moment
        for group in _groups(item.motions):
            self._decide(uid, group)

    def _late(self, title: Text) -> str:
        added = agenda.add_item(self.desk, self.uid, title=title, kind=ItemKind.OTHER)
        return added.value

    def _decide(self, item: str, group: list[PaperMotion]) -> None:
        """State a motion, decide what was moved upon it, then the motion itself."""
        main, *others = group
        earliest = min((self._at(one.at, self.moment) for one in group), default=self.moment)
        uid = self._state(item, main, earliest)
        for one in others:
            at = self._at(one.at, self.moment)
            self._settle(self._state(item, one, at), one, at)
        at = self._at(main.at, self.moment)
        self._settle(uid, main, at)
        self.moment = max(self.moment, at)

    def _state(self, item: str, motion: PaperMotion, at: datetime) -> str:
        return motions.state_motion(
            self.desk, self.uid, kind=motion.kind.value, text=motion.text, item_uid=item, at=at,
            mover_uid=motion.mover_uid, seconder_uids=motion.seconder_uids,
        ).value  # fmt: skip

    def _settle(self, uid: str, motion: PaperMotion, at: datetime) -> None:
        voted, outcome = motion.voted, motion.outcome
        if voted is None:
            if outcome is not None:
                motions.set_outcome(self.desk, uid, outcome.value, at=at)
            return
        said = voted.heard
        if outcome in (Outcome.CARRIED, Outcome.LOST):
            said = Declared(outcome.value)
        members = list(Roll(self.desk, self.uid).voting)
        pairs = zip(members, voted.choices, strict=False)
        ballots = {person: choice.value for person, choice in pairs if choice is not None}
        votes.record_vote(
            self.desk, uid, method=voted.method.value, counts=voted.counts, ballots=ballots or None,
            declared=said.value if said else None, at=at,
        )  # fmt: skip


def _groups(found: tuple[PaperMotion, ...]) -> Iterator[list[PaperMotion]]:
    """Yield each main motion with what was moved upon it, as they follow each other."""
    group: list[PaperMotion] = []
    for one in found:
        if group and one.kind is MotionKind.MAIN:
            yield group
            group = []
        group.append(one)
    if group:
        yield group
