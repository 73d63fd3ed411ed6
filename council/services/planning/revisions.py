"""Revisions of a posted agenda: a snapshot at each posting, and what changed since.

Posting keeps a snapshot; every later change is told by comparing. Posting again makes the next
revision, with its reason. Nothing else is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.revisions import STRUCK, Mark, differences, read_snapshot
from council.domain.text import Text
from council.services import guard, meetings
from council.services.desk import Changes, Done
from council.services.planning.agenda_items import entered_closed, notices_given
from council.services.planning.agenda_tree import Tree
from council.services.planning.papers import newest_papers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.revisions import Change, Snapshot
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"meetings", "agenda"})
_TEXTS = ("title", "body", "presenter", "proposed_motion", "closed_ground")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What happened to one item since a posting.

    ``what`` names the fields that changed; ``title_before`` is empty for an added item. ``was``
    holds the item's earlier snapshot, None for an added one.
    """

    item_uid: str
    mark: Mark
    number: str
    title: Text
    title_before: Text
    what: tuple[str, ...]
    moved: bool
    was: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One posting of an agenda: 1 is the first; ``changes`` are those since the one before."""

    uid: str
    meeting_uid: str
    number: int
    at: datetime
    reason: Text
    changes: tuple[ChangeRow, ...]

    @property
    def marks(self) -> dict[str, Mark]:
        """Return what happened to each item that is not as it was."""
        return marks_of(self.changes)

    @property
    def before(self) -> dict[str, Mapping[str, Any]]:
        """Return the earlier snapshot of each item that is not as it was and that there was."""
        return {one.item_uid: one.was for one in self.changes if one.was is not None}


def marks_of(changes: Sequence[ChangeRow]) -> dict[str, Mark]:
    """Return what happened, by item."""
    return {one.item_uid: one.mark for one in changes}


def snapshot(desk: Desk, meeting_uid: str) -> list[Snapshot]:
    """Return an agenda as a revision keeps it, in reading order."""
    tree = Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))
    papers = newest_papers(desk, meeting_uid)
    return [
        {
            "uid": node.row["uid"],
            "parent": node.row["parent_uid"],
            "number": node.row["number"] or node.number,
            "kind": node.row["kind"],
            **{name: guard.text_of(node.row, name).to_data() for name in _TEXTS},
            "closed": node.row["closed"],
            "consent": node.row["consent"],
            "minutes": node.row["minutes"],
            "topic": node.row["topic"] or "",
            "state": STRUCK if node.row["state"] == STRUCK else "",
            "papers": [
                [one.uid, one.sha256, one.name, int(one.public)]
                for one in papers.get(node.row["uid"], ())
            ],
        }
        for node in tree.walk()
    ]


def revisions_of(desk: Desk, meeting_uid: str) -> list[RevisionRow]:
    """Return the postings of an agenda that made a revision, the first one first."""
    found, before = [], None
    for one in _stored(desk, meeting_uid):
        changed: list[Change] = []
        if before is not None:
            changed = differences(before, one["snapshot"])
        before = one["snapshot"]
        found.append(
            RevisionRow(
                uid=one["uid"],
                meeting_uid=meeting_uid,
                number=one["number"],
                at=datetime.fromisoformat(one["at"]),
                reason=guard.text_of(one, "reason"),
                changes=tuple(_row(change) for change in changed),
            )
        )
    return found


def _stored(desk: Desk, meeting_uid: str) -> list[dict[str, Any]]:
    """Return the revisions as stored, their snapshots whole whatever a record brought along."""
    found = rows.find(desk.conn, "agenda_revision", order="number", meeting_uid=meeting_uid)
    language = desk.languages()[0]
    for one in found:
        one["snapshot"] = read_snapshot(one["snapshot"], language)
    return found


def _row(change: Change) -> ChangeRow:
    shown = change.now or change.was or {}
    return ChangeRow(
        item_uid=change.item_uid,
        mark=change.mark,
        number=shown["number"],
        title=_text(shown),
        title_before=_text(change.was),
        what=change.what,
        moved=change.moved,
        was=change.was,
    )


def _text(found: Mapping[str, Any] | None) -> Text:
    return Text(tuple(found["title"].items())) if found else Text()


def changes_since(desk: Desk, meeting_uid: str, number: int | None = None) -> list[ChangeRow]:
    """Return what changed since a revision, the last one when none is named.

    Empty as well for an agenda of which no revision is kept. Going into closed session during the
    meeting, or giving notice of a motion there, changes no agenda.
    """
    found = _stored(desk, meeting_uid)
    wanted = [one for one in found if number is None or one["number"] == number]
    if not wanted:
        return []
    now = snapshot(desk, meeting_uid)
    found_now = (_row(one) for one in differences(wanted[-1]["snapshot"], now))
    entered = entered_closed(desk, meeting_uid) | notices_given(desk, meeting_uid)
    return [one for one in found_now if one.was is not None or one.item_uid not in entered]


def pending_marks(desk: Desk, meeting_uid: str) -> dict[str, Mark]:
    """Return what happened to each item since the last posting."""
    return marks_of(changes_since(desk, meeting_uid))


# ------------------------------------------------------------------------------- posting


def keep_posted(
    desk: Desk, meeting_uid: str, reason: Text = guard.NO_TEXT, posted_at: str | None = None
) -> int | None:
    """Keep the agenda as it is posted, within the open step; return the revision's number.

    ``posted_at`` is the stamp of the posting, now when none is given. None when the agenda is as it
    was at the last posting: then this one is one more of that revision.
    """
    found = _stored(desk, meeting_uid)
    if found and not changes_since(desk, meeting_uid):
        return None
    number = found[-1]["number"] + 1 if found else 1
    values = {
        "uid": desk.ids.new("ar"),
        "meeting_uid": meeting_uid,
        "number": number,
        "at": posted_at or desk.stamp(),
        "snapshot": snapshot(desk, meeting_uid),
        "reason": reason,
    }
    rows.insert(desk.conn, "agenda_revision", values)
    return int(number)


def post_again(
    desk: Desk,
    meeting_uid: str,
    *,
    reason: Text | str,
    place: Text | str,
    by: str = "",
    posted_at: datetime | None = None,
) -> Done[int]:
    """Post the agenda as it is by now as the next revision, with why; return its number.

    NotAllowed when it was never posted, or nothing has changed since.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    number = guard.spoken_number(meeting["number"])
    if not rows.count(desk.conn, "notice", meeting_uid=meeting_uid):
        raise NotAllowed("error.not_posted_yet", number=number)
    found = _stored(desk, meeting_uid)
    last = found[-1]["number"] if found else 0
    if found and not changes_since(desk, meeting_uid):
        raise NotAllowed("error.nothing_revised", revision=last)
    guard.words(reason, "field.reason")
    why = Text.of(reason, desk.languages()[0]) if isinstance(reason, str) else reason
    with desk.step("step.post_again", revision=last + 1, number=number):
        meetings.post_notice(desk, meeting_uid, place=place, by=by, posted_at=posted_at, reason=why)
    return Done(last + 1, _CHANGED)
