"""Votes: taken, counted or called by name, declared, taken back.

What the chair declares and what the rule gives are kept apart; a total that cannot be is recorded
and reported, never refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Method
from council.services.desk import Done
from council.services.session.motions import label
from council.services.session.speakers.turns import hush
from council.services.voting.ballots import casting_vote, put_ballot, put_ballots
from council.services.voting.begun import VOTES, Wanted, begin, counts_columns, motion_of, vote_of
from council.services.voting.calling import call, set_roll_order, usual_order
from council.services.voting.declaring import declare, declare_as_before, take_back
from council.services.voting.recording import record_vote
from council.services.voting.vote_rows import BallotRow, VoteRow, read_vote

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk

__all__ = [
    "BallotRow",
    "VoteRow",
    "casting_vote",
    "declare",
    "declare_as_before",
    "drop_vote",
    "get_vote",
    "open_vote",
    "open_vote_of",
    "put_ballot",
    "put_ballots",
    "record_vote",
    "set_counts",
    "set_roll_order",
    "take_back",
    "usual_order",
]


def get_vote(desk: Desk, vote_uid: str) -> VoteRow:
    """Return one vote; NotAllowed when it is gone."""
    return read_vote(desk, vote_uid)


def open_vote_of(desk: Desk, meeting_uid: str) -> VoteRow | None:
    """Return the vote of a meeting that is not declared yet, the newest if there are several."""
    motions = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
    uids = [one["uid"] for one in motions]
    found = rows.find(desk.conn, "vote", order="at, position", motion_uid=uids, declared=None)
    return read_vote(desk, found[-1]["uid"]) if found else None


def open_vote(
    desk: Desk,
    motion_uid: str,
    *,
    method: str,
    requirement: Wanted = None,
    at: datetime | None = None,
    unanimous: bool = False,
    roll_order: str | None = None,
) -> Done[str]:
    """Begin a vote and keep the room as it is at that moment; return the vote's uid.

    ``requirement`` is a name of the rule pack, an object of the record format, or None for what the
    rules say of this kind of motion. A roll call is called in ``roll_order``, without one as the
    body was last called. A vote still open on the motion is refused.
    """
    motion = motion_of(desk, motion_uid)
    if rows.count(desk.conn, "vote", motion_uid=motion_uid, declared=None):
        raise NotAllowed("error.vote_open", motion=label(motion["number"], motion["kind"]))
    with desk.step("step.open_vote", motion=label(motion["number"], motion["kind"])):
        begun = begin(desk, motion, Method(method), requirement, at, unanimous=unanimous)
        vote = begun.row
        if vote["method"] == Method.ROLL_CALL:
            vote |= call(desk, begun.roll, roll_order)
        rows.insert(desk.conn, "vote", vote)
        # Whoever has the floor loses it when the question is put.
        hush(desk, motion["meeting_uid"], vote["at"], done=False)
    return Done(vote["uid"], VOTES | {"speakers"})


def set_counts(
    desk: Desk, vote_uid: str, yes: int, no: int, abstain: int = 0, not_voting: int = 0
) -> Done[str]:
    """Write the numbers of a counted vote; more than there are people are kept, and reported."""
    _vote_row, motion = vote_of(desk, vote_uid)
    values = counts_columns((yes, no, abstain, not_voting))
    with desk.step("step.set_counts", motion=label(motion["number"], motion["kind"])):
        rows.update(desk.conn, "vote", vote_uid, values)
    return Done(vote_uid, VOTES)


def drop_vote(desk: Desk, vote_uid: str) -> Done[str]:
    """Give up a vote that was begun and never declared, with its ballots."""
    vote, motion = vote_of(desk, vote_uid)
    title = label(motion["number"], motion["kind"])
    if vote["first_declared"] is not None:
        raise NotAllowed("error.vote_was_declared", motion=title)
    with desk.step("step.drop_vote", motion=title):
        for table, order in (("ballot", "position"), ("recusal", "uid")):
            for one in rows.find(desk.conn, table, order=order, vote_uid=vote_uid):
                rows.delete(desk.conn, table, one["uid"])
        rows.delete(desk.conn, "vote", vote_uid)
    return Done(vote_uid, VOTES)
