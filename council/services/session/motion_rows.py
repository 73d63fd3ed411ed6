"""Motions as they are read: who moved what, how it reads by now, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.order.motions import ABOUT_DECIDED, REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard
from council.services.voting.vote_rows import VoteRow, Votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Related:
    """Another motion, as one that is about a decision, or was carried about one, names it."""

    uid: str
    meeting_uid: str
    number: str | None
    kind: str
    outcome: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class MotionRow:
    """One motion with its votes.

    ``current_text`` is how it reads with the amendments carried so far; for an amendment it is the
    whole wording of the motion it changes, as that would read if the amendment is carried.
    ``depth`` counts the motions it hangs on. ``about`` is the decision that it would bring back or
    change; ``later`` are the motions carried about itself, in any meeting.
    """

    uid: str
    meeting_uid: str
    meeting_number: str | None
    meeting_date: date
    body_uid: str
    item_uid: str | None
    item_number: str | None
    item_title: Text
    parent_uid: str | None
    depth: int
    number: str | None
    kind: str
    mover_uid: str | None
    mover_name: Text
    seconder_uids: tuple[str, ...]
    seconder_names: tuple[Text, ...]
    text: Text
    final_text: Text
    current_text: Text
    until: str | None
    made_at: datetime | None
    outcome: str | None
    decided_at: datetime | None
    votes: tuple[VoteRow, ...]
    about: Related | None = None
    later: tuple[Related, ...] = ()

    @property
    def ruling(self) -> Text:
        """Return what the chair ruled or answered, and why; empty for what is voted on."""
        return self.final_text if self.kind in RULED else Text()

    @property
    def degree(self) -> int:
        """Return how deep in amendments it is: 0 none, 1 an amendment, 2 one to an amendment."""
        return self.depth if self.kind == MotionKind.AMEND else 0

    @property
    def vote(self) -> VoteRow | None:
        """Return the last vote taken on it."""
        return self.votes[-1] if self.votes else None


class Family:
    """Some motions with all those that hang on them and those they hang on."""

    def __init__(self, desk: Desk, motions: Iterable[Mapping[str, Any]]) -> None:
        self.members: dict[str, Mapping[str, Any]] = {str(one["uid"]): one for one in motions}
        self._gather(desk)
        self.children: dict[str, list[Mapping[str, Any]]] = {}
        ordered = sorted(
            self.members.values(), key=lambda one: (one["made_at"] or "", one["position"])
        )
        for one in ordered:
            if one["parent_uid"]:
                self.children.setdefault(one["parent_uid"], []).append(one)

    def _gather(self, desk: Desk) -> None:
        fresh = dict(self.members)
        while fresh:
            above = {one["parent_uid"] for one in fresh.values()} - {None}
            found = rows.find(desk.conn, "motion", parent_uid=list(fresh))
            found += rows.find(desk.conn, "motion", uid=list(above - set(self.members)))
            fresh = {one["uid"]: one for one in found if one["uid"] not in self.members}
            self.members |= fresh

    def above(self, uid: str) -> list[Mapping[str, Any]]:
        """Return the motions this one hangs on, the nearest first; a circle ends it."""
        line: list[Mapping[str, Any]] = []
        one = self.members[uid]
        seen = {uid}
        while one["kind"] not in ABOUT_DECIDED and one["parent_uid"] in self.members:
            if one["parent_uid"] in seen:
                break
            seen.add(one["parent_uid"])
            one = self.members[one["parent_uid"]]
            line.append(one)
        return line

    def below(self, uid: str) -> list[Mapping[str, Any]]:
        """Return all the motions that hang on this one."""
        line: list[Mapping[str, Any]] = []
        for one in self.children.get(uid, ()):
            if one["kind"] not in ABOUT_DECIDED:
                line += [one, *self.below(one["uid"])]
        return line

    def is_pending(self, uid: str) -> bool:
        """Tell whether a motion and everything it hangs on is undecided."""
        line = [self.members[uid], *self.above(uid)]
        return all(one["outcome"] is None for one in line)

    def current_text(self, uid: str) -> Text:
        """Return the wording that stands: as adopted, with what was changed since."""
        return self._reads(uid, REWORDS)

    def wording(self, uid: str) -> Text:
        """Return the wording with carried amendments applied, the last one carried first.

        An amendment keeps the proposed wording of the whole motion as its final text; one without
        it changes nothing that can be known. What a later decision changed is left out.
        """
        return self._reads(uid, frozenset({MotionKind.AMEND}))

    def _reads(self, uid: str, kinds: frozenset[MotionKind]) -> Text:
        one = self.members[uid]
        for child in reversed(self._carried(uid, kinds)):
            wording = self._reads(child["uid"], kinds)
            if wording:
                return wording
        return guard.text_of(one, "final_text" if one["kind"] in REWORDS else "text")

    def _carried(self, uid: str, kinds: frozenset[MotionKind]) -> list[Mapping[str, Any]]:
        found = [
            child
            for child in self.children.get(uid, ())
            if child["kind"] in kinds and child["outcome"] == Outcome.CARRIED
        ]
        return sorted(found, key=lambda one: (one["decided_at"] or "", one["position"]))

    def about(self, uid: str) -> Related | None:
        """Return the decision that a motion is about; None for one about nothing decided."""
        one = self.members[uid]
        found = self.members.get(one["parent_uid"] or "")
        return _related(found) if found and one["kind"] in ABOUT_DECIDED else None

    def later(self, uid: str) -> tuple[Related, ...]:
        """Return the motions carried about this one."""
        return tuple(_related(one) for one in self._carried(uid, ABOUT_DECIDED))


def pending_rows(desk: Desk, meeting_uid: str) -> list[dict[str, Any]]:
    """Return the undecided questions as stored, the main one first."""
    undecided = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
    family = Family(desk, undecided)
    return [one for one in undecided if family.is_pending(one["uid"])]


def _related(one: Mapping[str, Any]) -> Related:
    text = guard.text_of(one, "text")
    return Related(one["uid"], one["meeting_uid"], one["number"], one["kind"], one["outcome"], text)


def read_motions(desk: Desk, motions: list[dict[str, Any]]) -> list[MotionRow]:
    """Turn stored motions into rows, in the order given."""
    if not motions:
        return []
    conn = desk.conn
    family = Family(desk, motions)
    meetings = _by_uid(desk, "meeting", (one["meeting_uid"] for one in motions))
    items = _by_uid(desk, "agenda_item", (one["item_uid"] for one in motions))
    seconders: dict[str, list[str]] = {}
    for one in rows.find(conn, "seconder", motion_uid=[one["uid"] for one in motions]):
        seconders.setdefault(one["motion_uid"], []).append(one["person_uid"])
    people = {one["mover_uid"] for one in motions}
    people |= {person for listed in seconders.values() for person in listed}
    names = {
        uid: guard.text_of(one, "name") for uid, one in _by_uid(desk, "person", people).items()
    }
    votes = Votes(desk, motions).read()
    return [
        _row(
            one,
            meetings[one["meeting_uid"]],
            items.get(one["item_uid"]),
            family,
            names,
            tuple(seconders.get(one["uid"], ())),
            votes.get(one["uid"], ()),
        )
        for one in motions
    ]


def _by_uid(desk: Desk, table: str, uids: Iterable[str | None]) -> dict[str | None, dict[str, Any]]:
    wanted = list({uid for uid in uids if uid})
    if not wanted:
        return {}
    return {one["uid"]: one for one in rows.find(desk.conn, table, order="uid", uid=wanted)}


def _row(
    one: Mapping[str, Any],
    meeting: Mapping[str, Any],
    item: Mapping[str, Any] | None,
    family: Family,
    names: Mapping[str | None, Text],
    seconders: tuple[str, ...],
    votes: tuple[VoteRow, ...],
) -> MotionRow:
    return MotionRow(
        uid=one["uid"],
        meeting_uid=one["meeting_uid"],
        meeting_number=meeting["number"],
        meeting_date=date.fromisoformat(meeting["starts_local"][:10]),
        body_uid=meeting["body_uid"],
        item_uid=one["item_uid"],
        item_number=item["number"] if item else None,
        item_title=guard.text_of(item, "title") if item else Text(),
        parent_uid=one["parent_uid"],
        depth=len(family.above(one["uid"])),
        number=one["number"],
        kind=one["kind"],
        mover_uid=one["mover_uid"],
        mover_name=names.get(one["mover_uid"], Text()),
        seconder_uids=seconders,
        seconder_names=tuple(names.get(person, Text()) for person in seconders),
        text=guard.text_of(one, "text"),
        final_text=guard.text_of(one, "final_text"),
        current_text=family.current_text(one["uid"]) or guard.text_of(one, "text"),
        until=one["until"],
        made_at=guard.moment_of(one, "made_at"),
        outcome=one["outcome"],
        decided_at=guard.moment_of(one, "decided_at"),
        votes=votes,
        about=family.about(one["uid"]),
        later=family.later(one["uid"]),
    )
