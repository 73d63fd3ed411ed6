"""Motions as they are read: who moved what, how it reads by now, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.edits import CannotEdit, Edit, read_edits
from council.domain.order.motions import RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.services import guard
from council.services.session.closed_session import closed_items
from council.services.session.family import Family, Related, pending_rows
from council.services.voting.vote_rows import VoteRow, Votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.services.desk import Desk

__all__ = [
    "Family",
    "MotionRow",
    "Related",
    "list_motions",
    "list_open",
    "list_settled",
    "pending_rows",
    "read_motions",
]


@dataclass(frozen=True, slots=True)
class MotionRow:
    """One motion with its votes.

    ``current_text`` is how it reads with the amendments carried so far; for an amendment it is the
    whole wording of the motion it changes, as that would read if the amendment is carried.
    ``depth`` counts the motions it hangs on. ``about`` is the decision that it would bring back or
    change; ``later`` are the motions carried about itself, in any meeting. ``edits`` are what an
    amendment does, or the parts that a motion would divide a question into; ``failed`` are those
    whose words are gone. ``part`` says which part of how many of ``whole`` it is.
    ``speech_seconds`` is what a motion to limit debate gives each speaker. ``closed`` is what was
    moved in closed session.
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
    edits: tuple[Edit, ...] = ()
    failed: tuple[tuple[Edit, CannotEdit], ...] = ()
    part: tuple[int, int] | None = None
    whole: Related | None = None
    speech_seconds: int | None = None
    closed: bool = False

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


def read_motions(
    desk: Desk,
    motions: list[dict[str, Any]],
    votes: Mapping[str, tuple[VoteRow, ...]] | None = None,
) -> list[MotionRow]:
    """Turn stored motions into rows, in the order given; with their votes where they are known."""
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
    votes = Votes(desk, motions).read() if votes is None else votes
    closed = closed_items(desk)
    return [
        _row(
            one,
            meetings[one["meeting_uid"]],
            items.get(one["item_uid"]),
            family,
            names,
            tuple(seconders.get(one["uid"], ())),
            votes.get(one["uid"], ()),
            closed,
        )
        for one in motions
    ]


def list_motions(desk: Desk, meeting_uid: str) -> tuple[MotionRow, ...]:
    """Return the motions of a meeting in the order they were made."""
    both = (*list_settled(desk, meeting_uid), *list_open(desk, meeting_uid))
    by_uid = {one.uid: one for one in both}
    found = rows.pick(desk.conn, "motion", ("uid",), meeting_uid=meeting_uid)
    return tuple(by_uid[uid] for (uid,) in found)


def list_open(desk: Desk, meeting_uid: str) -> tuple[MotionRow, ...]:
    """Return the motions of a meeting on which nothing is decided yet; kept until one changes."""

    def read() -> tuple[MotionRow, ...]:
        found = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
        return tuple(read_motions(desk, found))

    return desk.conn.memo.get(("open motions", meeting_uid), (), read)


def list_settled(desk: Desk, meeting_uid: str) -> tuple[MotionRow, ...]:
    """Return the motions of a meeting that are decided or disposed of; kept until one changes.

    They are many, and what is going on with the others leaves them as they are.
    """

    def read() -> tuple[MotionRow, ...]:
        found = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=rows.GIVEN)
        return tuple(read_motions(desk, found, votes=_kept_votes(desk, found)))

    return desk.conn.memo.get(("settled", meeting_uid), (), read)


def _kept_votes(desk: Desk, motions: list[dict[str, Any]]) -> dict[str, tuple[VoteRow, ...]]:
    """Return the votes of each motion; one more motion leaves those of the others kept."""
    return {
        one["uid"]: desk.conn.memo.get(
            ("votes", one["uid"], one["kind"], one["item_uid"], one["made_at"]),
            (),
            partial(_votes_of, desk, one),
        )
        for one in motions
    }


def _votes_of(desk: Desk, motion: dict[str, Any]) -> tuple[VoteRow, ...]:
    return Votes(desk, [motion]).read().get(motion["uid"], ())


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
    closed: frozenset[str],
) -> MotionRow:
    reads = family.reads(one["uid"])
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
        current_text=reads.text or guard.text_of(one, "text"),
        until=one["until"],
        made_at=guard.moment_of(one, "made_at"),
        outcome=one["outcome"],
        decided_at=guard.moment_of(one, "decided_at"),
        votes=votes,
        about=family.about(one["uid"]),
        later=family.later(one["uid"]),
        edits=read_edits(one["edit"]),
        failed=reads.failed,
        part=family.part(one["uid"]),
        whole=family.whole(one["uid"]),
        speech_seconds=one["speech_seconds"],
        closed=one["item_uid"] in closed,
    )
