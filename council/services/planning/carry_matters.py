"""Which business earlier meetings of a body left open: read lean, as a year has hundreds of items.

A matter is the thread of items carried or copied from each other. It stays open until one of its
motions is decided at a later meeting; what hangs on no motion, until it was taken up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from council.db import rows
from council.domain.vocabulary import ItemKind, ItemState, MeetingState, MotionKind, Outcome
from council.services.planning.agenda_templates import head_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from council.services.desk import Desk


class CarryWhy(StrEnum):
    """Why something waits for a later meeting."""

    UNFINISHED = "unfinished"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"
    PENDING = "pending"
    POSTPONED = "postponed"
    INDEFINITELY = "indefinitely"
    REFERRED = "referred"
    REPORTED_BACK = "reported_back"
    LAID_ASIDE = "laid_aside"
    NOTICE = "notice"
    NOT_MOVED = "not_moved"
    ACTION = "action"
    MINUTES = "minutes"


# Heads and formalities of every agenda are no business that could be left over.
_NEVER = frozenset(
    {
        *(ItemKind.PROCEDURE, ItemKind.HEADING, ItemKind.PUBLIC_COMMENT, ItemKind.CONSENT),
        *(ItemKind.ANNOUNCEMENT, ItemKind.APPROVAL),
        *(ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ADJOURNMENT),
    }
)
_TELLS = frozenset(
    {ItemKind.ANNOUNCEMENT, ItemKind.INFORMATION, ItemKind.REPORT, ItemKind.NOTICE_OF_MOTION}
)
_OPEN_OUTCOMES = {
    None: CarryWhy.PENDING,
    Outcome.POSTPONED.value: CarryWhy.POSTPONED,
    Outcome.REFERRED.value: CarryWhy.REFERRED,
    Outcome.LAID_ASIDE.value: CarryWhy.LAID_ASIDE,
}
_DISPOSING = {
    MotionKind.POSTPONE.value: CarryWhy.POSTPONED,
    MotionKind.POSTPONE_INDEFINITELY.value: CarryWhy.INDEFINITELY,
    MotionKind.REFER.value: CarryWhy.REFERRED,
    MotionKind.LAY_ASIDE.value: CarryWhy.LAID_ASIDE,
}
_TO_COME = (MeetingState.PLANNED.value, MeetingState.NOTICED.value)


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting as the search sees it; ``starts`` is local wall time as it is stored."""

    uid: str
    number: str
    starts: str
    state: str


class Item(NamedTuple):
    """An agenda item, its texts as they are stored (a tuple: a file has thousands)."""

    uid: str
    meeting_uid: str
    parent_uid: str | None
    kind: str
    state: str
    title: str
    body: str | None
    proposed: str | None
    consent: int
    carried: str | None
    copied: str | None
    matter: str | None


class Motion(NamedTuple):
    """A motion; its words as they are stored."""

    uid: str
    meeting_uid: str
    item_uid: str | None
    parent_uid: str | None
    kind: str
    outcome: str | None
    text: str
    final: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Open:
    """Something left open: ``item`` is the last one of its thread, None for a motion without."""

    why: CarryWhy
    meeting: Session
    item: Item | None
    motion: Motion | None = None
    until: str = ""


_ITEM = (
    *("uid", "meeting_uid", "parent_uid", "kind", "state", "title", "body", "proposed_motion"),
    *("consent", "carried_from_uid", "copied_from_uid", "matter_uid"),
)
_MOTION = (
    *("uid", "meeting_uid", "item_uid", "parent_uid", "kind", "outcome"),
    *("text", "final_text", "until"),
)


def sessions(desk: Desk, body_uid: str) -> list[Session]:
    """Return all meetings of a body, the earliest first."""
    names = ("uid", "number", "starts_local", "state")
    found = rows.pick(desk.conn, "meeting", names, order="starts_local", body_uid=body_uid)
    return [Session(uid, number or "", starts, state) for uid, number, starts, state in found]


class Matters:
    """The threads of one body, as they stand before a meeting."""

    def __init__(self, desk: Desk, meeting_uid: str, all_sessions: Sequence[Session]) -> None:
        self._desk = desk
        this = next(one for one in all_sessions if one.uid == meeting_uid)
        today = desk.today().isoformat()
        self.before = [one for one in all_sessions if _is_before(one, this, today)]
        past = {one.uid for one in self.before}
        self._place = {one.uid: place for place, one in enumerate(self.before)}
        self._ahead = [
            one.uid
            for one in all_sessions
            if one.uid not in past
            and (one.uid == meeting_uid or one.state in (*_TO_COME, MeetingState.IN_SESSION))
        ]
        self._items = _items(desk, [one.uid for one in (*self.before, this)] + self._ahead)
        self._motions = _motions(desk, list(past))
        self._below: dict[str, list[Motion]] = defaultdict(list)
        for one in self._motions:
            if one.parent_uid:
                self._below[one.parent_uid].append(one)
        self._heads = {rows.encode_text(title) for title in head_titles(desk)}
        self._with_papers = {
            uid for (uid,) in rows.pick(desk.conn, "attachment", ("item_uid",), order="uid")
        }

    def root(self, item: Item) -> str:
        """Return the uid of the first item of a thread, as far as this body has it."""
        if item.matter:
            return item.matter
        seen = {item.uid}
        while (above := item.carried or item.copied) in self._items and above not in seen:
            item = self._items[str(above)]
            seen.add(item.uid)
            if item.matter:
                return item.matter
        return above if above and above not in seen else item.uid

    def left_open(self) -> list[Open]:
        """Return what is left open and stands on no agenda to come, the oldest first."""
        threads: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
        for item in self._items.values():
            threads[self.root(item)][item.meeting_uid].append(item)
        by_item: dict[str, list[Motion]] = defaultdict(list)
        for motion in self._motions:
            if motion.kind == MotionKind.MAIN and motion.item_uid:
                by_item[motion.item_uid].append(motion)
        self._parents = {item.parent_uid for item in self._items.values()}
        self._agreed = {
            motion.meeting_uid
            for motion in self._motions
            if motion.outcome == Outcome.CARRIED
            and motion.item_uid in self._items
            and self._items[motion.item_uid].kind == ItemKind.CONSENT
        }
        found = [one for thread in threads.values() for one in self._thread(thread, by_item)]
        decided = self._decided()
        found = [one for one in found if not self._settled(one, decided)] + self._loose()
        return sorted(found, key=lambda one: self._place[one.meeting.uid])

    def _settled(self, one: Open, decided: Mapping[str | None, int]) -> bool:
        """Tell whether the same words were decided later under another item, such as by name."""
        place = self._place[one.meeting.uid]
        return any(decided.get(words, -1) > place for words in _words(one))

    def _decided(self) -> dict[str | None, int]:
        """Return the place of the last meeting that decided a main motion of some words."""
        decided: dict[str | None, int] = {}
        for motion in self._motions:
            if motion.kind == MotionKind.MAIN and motion.outcome not in _OPEN_OUTCOMES:
                for words in (motion.text, motion.final or motion.text):
                    place = self._place[motion.meeting_uid]
                    decided[words] = max(place, decided.get(words, -1))
        return decided

    def _thread(
        self, thread: Mapping[str, list[Item]], by_item: Mapping[str, list[Motion]]
    ) -> list[Open]:
        """Go through a thread's meetings in order; return what none of them closed."""
        waiting: list[Open] = []
        past = [uid for uid in thread if uid in self._place]
        for uid in sorted(past, key=self._place.__getitem__):
            for item in thread[uid]:
                meeting = self.before[self._place[uid]]
                waiting = self._after(waiting, meeting, item, by_item.get(item.uid, ()))
        if not waiting:
            return []
        ahead = [
            item
            for uid in self._ahead
            for item in thread.get(uid, ())
            if item.state != ItemState.STRUCK
        ]
        if len(waiting) == 1 and ahead:
            return []
        return [one for one in waiting if not _stands_on(one, ahead)]

    def _after(
        self, waiting: list[Open], meeting: Session, item: Item, moved: Sequence[Motion]
    ) -> list[Open]:
        """Return what is open after an item, given what was open before it."""
        if item.state == ItemState.STRUCK:
            return waiting
        if moved and meeting.state == MeetingState.HELD:
            return self._after_motions(waiting, meeting, item, moved)
        if waiting and any(one.motion for one in waiting):
            # Nothing was moved here, so what was moved before is as open as it was.
            return [replace(one, item=item) for one in waiting]
        why = self._why(meeting, item)
        if why is None:
            taken_up = meeting.state == MeetingState.HELD
            return [] if taken_up or not waiting else waiting
        return [Open(why, meeting, item)]

    def _after_motions(
        self, waiting: list[Open], meeting: Session, item: Item, moved: Sequence[Motion]
    ) -> list[Open]:
        made: list[Open] = []
        for motion in moved:
            # Amended or not: where only one was open, this is what became of it.
            only = len(waiting) == 1
            waiting = [one for one in waiting if not only and not _same_words(one, motion)]
            made = [one for one in made if not _same_words(one, motion)]
            if motion.outcome in _OPEN_OUTCOMES:
                why, until = self._disposal(motion)
                made.append(Open(why, meeting, item, motion, until))
        return [*waiting, *made]

    def _disposal(self, motion: Motion) -> tuple[CarryWhy, str]:
        """Return how a motion was put off, and until when."""
        why, until = _OPEN_OUTCOMES[motion.outcome], motion.until or ""
        for one in self._below[motion.uid]:
            told = _DISPOSING.get(one.kind)
            if told and one.outcome == Outcome.CARRIED:
                same = told is why or (why, told) == (CarryWhy.POSTPONED, CarryWhy.INDEFINITELY)
                if same:
                    return told, one.until or until
        return why, until

    def _why(self, meeting: Session, item: Item) -> CarryWhy | None:
        """Return why an item without motions is left over, None when it is not."""
        if item.state == ItemState.DONE or (meeting.uid in self._agreed and item.consent):
            return self._unmoved(item)
        if item.kind in _NEVER or item.uid in self._parents or self._is_head(item):
            return None
        if meeting.state == MeetingState.HELD:
            return CarryWhy.UNFINISHED
        cancelled = meeting.state == MeetingState.CANCELLED
        return CarryWhy.CANCELLED if cancelled else CarryWhy.NOT_HELD

    def _unmoved(self, item: Item) -> CarryWhy | None:
        """Return why an item that was taken up is still open: its motion was never made."""
        if item.kind == ItemKind.NOTICE_OF_MOTION and item.uid not in self._parents:
            return CarryWhy.NOTICE
        if not item.proposed or item.consent or item.kind == ItemKind.APPROVAL:
            return None
        if item.kind in _TELLS:
            return CarryWhy.NOTICE
        return None if item.kind in _NEVER else CarryWhy.NOT_MOVED

    def _is_head(self, item: Item) -> bool:
        empty = not item.body and not item.proposed and item.uid not in self._with_papers
        return empty and item.parent_uid is None and item.title in self._heads

    def _loose(self) -> list[Open]:
        """Return open main motions that belong to no item and were not decided later."""
        by_uid = {one.uid: one for one in self.before}
        proposed = {
            item.proposed
            for item in self._items.values()
            if item.meeting_uid in self._ahead and item.state != ItemState.STRUCK
        }
        waiting: list[Open] = []
        for motion in sorted(self._motions, key=lambda one: self._place[one.meeting_uid]):
            if motion.kind != MotionKind.MAIN:
                continue
            waiting = [one for one in waiting if not _same_words(one, motion)]
            if not motion.item_uid and motion.outcome in _OPEN_OUTCOMES:
                why, until = self._disposal(motion)
                waiting.append(Open(why, by_uid[motion.meeting_uid], None, motion, until))
        return [one for one in waiting if not (_words(one) & proposed)]


def _is_before(one: Session, this: Session, today: str) -> bool:
    """Tell whether a meeting can have left something: over, cancelled, or its day has passed."""
    if one.uid == this.uid or one.starts > this.starts:
        return False
    if one.state in _TO_COME:
        return one.starts[:10] < today and one.starts < this.starts
    return one.state in (MeetingState.HELD, MeetingState.CANCELLED)


def _items(desk: Desk, meetings: Iterable[str]) -> dict[str, Item]:
    found = rows.pick(desk.conn, "agenda_item", _ITEM, meeting_uid=list(dict.fromkeys(meetings)))
    return {one[0]: Item._make(one) for one in found}


def _motions(desk: Desk, meetings: list[str]) -> list[Motion]:
    if not meetings:
        return []
    order = "made_at, position"
    found = rows.pick(desk.conn, "motion", _MOTION, order=order, meeting_uid=meetings)
    return [Motion._make(one) for one in found]


def _words(one: Open) -> set[str | None]:
    return {one.motion.text, one.motion.final or one.motion.text} if one.motion else set()


def _same_words(one: Open, motion: Motion) -> bool:
    return bool(_words(one) & {motion.text, motion.final or motion.text})


def _stands_on(one: Open, ahead: Sequence[Item]) -> bool:
    """Tell whether one of several open motions of a thread stands on an agenda to come."""
    return any(item.proposed in _words(one) for item in ahead if item.proposed)
