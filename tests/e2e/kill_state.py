"""What a council file says of a meeting, without times and uids: two runs of one script agree."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from council.db import drafts
from council.services import actions, meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.voting import votes

if TYPE_CHECKING:
    from council.services.desk import Desk


def record(desk: Desk, uid: str) -> dict[str, Any]:
    """Return the meeting as it is on record."""
    room = attendance.room(desk, uid)
    names = {one.person_uid: one.name.show("en") for one in room}
    return {
        "state": str(meetings.get_meeting(desk, uid).state),
        "recesses": [one.to_at is None for one in meetings.list_recesses(desk, uid)],
        "items": [str(one.state) for one in agenda.list_items(desk, uid)],
        "room": [[one.state, [span.to_at is None for span in one.spans]] for one in room],
        "motions": [_motion(one, names) for one in motions.list_motions(desk, uid)],
        "notes": [one.text.show("en") for one in notes.list_notes(desk, uid)],
        "comments": [one.summary.show("en") for one in notes.list_comments(desk, uid)],
        "actions": [one.what.show("en") for one in actions.list_actions(desk)],
    }


def _motion(one: motions.MotionRow, names: dict[str | None, str]) -> dict[str, Any]:
    return {
        "text": one.text.show("en"),
        "reads": one.current_text.show("en"),
        "mover": names.get(one.mover_uid),
        "seconders": [names[uid] for uid in one.seconder_uids],
        "outcome": one.outcome,
        "votes": [
            {
                "method": str(vote.method),
                "declared": vote.declared,
                "counts": str(vote.counts),
                "ballots": sorted([names[b.person_uid], str(b.choice)] for b in vote.ballots),
            }
            for vote in one.votes
        ],
    }


def standing(desk: Desk, uid: str) -> dict[str, Any]:
    """Return where a console has to stand: item, stack, open vote, half-typed words."""
    current = next((i for i in agenda.list_items(desk, uid) if str(i.state) == "current"), None)
    vote = votes.open_vote_of(desk, uid)
    return {
        "item": current.title.show("en") if current else "",
        "stack": [one.text.show("en") for one in motions.pending(desk, uid)],
        "vote": str(vote.method) if vote else "",
        "given": sorted(str(b.choice) for b in vote.ballots) if vote else [],
        "typed": typed(desk, uid),
    }


def typed(desk: Desk, uid: str) -> dict[str, dict[str, str]]:
    """Return what is kept half typed, by form."""
    prefix = f"meet:{uid}:"
    found = drafts.list_drafts(desk.conn, prefix)
    names = ((key.removeprefix(prefix), words) for key, words in found.items())
    # The draft of a vote has its uid in its name, which is another in each run.
    return {
        "vote:" if name.startswith("vote:") else name: json.loads(words) for name, words in names
    }
