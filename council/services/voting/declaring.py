"""Votes declared, taken back, declared anew; the first declaration stays on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Declared, MeetingState
from council.services import guard
from council.services.desk import Done
from council.services.session.motions import label, settle, unsettle
from council.services.session.roll import Roll
from council.services.voting.begun import DECIDED, vote_of
from council.services.voting.vote_advice import keep_advice
from council.services.voting.vote_rows import read_vote, tally_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from council.domain.votes.tallies import Tally
    from council.domain.votes.voting import Verdict
    from council.services.desk import Desk


def declare(
    desk: Desk, vote_uid: str, declared: str | None = None, *, at: datetime | None = None
) -> Done[str]:
    """Declare the outcome (the one the rule gives when none is said); the motion is decided.

    NotAllowed when the rule gives none and nobody says one; return the outcome. Declaring anew
    keeps the first declaration.
    """
    vote, motion = vote_of(desk, vote_uid)
    checked = read_vote(desk, vote_uid).checked
    word = computed(checked.verdict()) if declared is None else Declared(declared).value
    roll, stamp = Roll(desk, motion["meeting_uid"]), desk.stamp(at)
    with desk.step(f"step.declare_{word}", motion=label(motion["number"], motion["kind"])):
        write_declared(desk, vote, motion, word, stamp, checked.tally())
        again = vote["first_declared"] is not None
        keep_advice(desk, roll, motion, checked, word, stamp, again=again)
    return Done(word, DECIDED)


def computed(verdict: Verdict | None) -> str:
    """Return what the rule gives; NotAllowed when it gives nothing."""
    if verdict is None or verdict.outcome not in (Declared.CARRIED, Declared.LOST):
        raise NotAllowed("error.declare_which")
    return verdict.outcome


def write_declared(
    desk: Desk,
    vote: Mapping[str, Any],
    motion: Mapping[str, Any],
    word: str,
    stamp: str,
    tally: Tally | None,
) -> None:
    """Write a declaration with what follows from it, in the step that is open."""
    values = {"declared": word, "declared_at": stamp}
    if vote["first_declared"] is None:
        values |= first_columns(word, stamp, tally)
    if motion["outcome"] is not None:
        unsettle(desk, motion["uid"])
    rows.update(desk.conn, "vote", vote["uid"], values)
    settle(desk, motion["uid"], word, stamp)


def declare_as_before(desk: Desk, vote_uid: str) -> Done[str]:
    """Let a declaration that was taken back stand as it was; return its outcome.

    NotAllowed when there is none, or the numbers are no longer those that were declared first.
    """
    vote, motion = vote_of(desk, vote_uid)
    title = label(motion["number"], motion["kind"])
    found = read_vote(desk, vote_uid)
    if found.first is None or found.declared is not None:
        raise NotAllowed("error.vote_not_taken_back", motion=title)
    if found.first.tally != found.counts:
        raise NotAllowed("error.vote_changed", motion=title)
    word, stamp = found.first.declared, vote["first_at"] or desk.stamp()
    with desk.step("step.declare_as_before", motion=title):
        write_declared(desk, vote, motion, word, stamp, found.counts)
    return Done(word, DECIDED)


def first_columns(word: str, stamp: str | None, tally: Tally | None) -> dict[str, Any]:
    """Return the columns that keep the first declaration whatever is declared later."""
    return {"first_declared": word, "first_at": stamp, "first_tally": tally_data(tally)}


def take_back(desk: Desk, vote_uid: str) -> Done[str]:
    """Take the declaration of a vote back, until the meeting is adjourned; the first one is kept.

    NotAllowed when nothing is declared or the meeting is over.
    """
    vote, motion = vote_of(desk, vote_uid)
    meeting = guard.row(desk, "meeting", motion["meeting_uid"])
    title = label(motion["number"], motion["kind"])
    if meeting["state"] == MeetingState.HELD:
        raise NotAllowed("error.vote_final", motion=title)
    if vote["declared"] is None:
        raise NotAllowed("error.vote_not_declared", motion=title)
    values: dict[str, Any] = {"declared": None, "declared_at": None}
    if vote["first_at"] is None:  # an imported vote, or one of an older program
        tally = read_vote(desk, vote_uid).counts
        values |= first_columns(vote["first_declared"], vote["declared_at"], tally)
    with desk.step("step.take_back", motion=title):
        rows.update(desk.conn, "vote", vote_uid, values)
        unsettle(desk, motion["uid"])
    return Done(vote_uid, DECIDED)
