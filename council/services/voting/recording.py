"""A vote that is opened, counted and declared in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.vocabulary import Choice, Declared, Method
from council.domain.votes.vote_checks import CheckedBallot, CheckedVote
from council.domain.votes.voting import Room
from council.services import guard
from council.services.desk import Done
from council.services.session.motions import label, settle_row, unsettle
from council.services.voting.ballots import casting_vote, insert_ballots, keep_recusals
from council.services.voting.begun import (
    DECIDED,
    Begun,
    Counts,
    Wanted,
    begin,
    counts_columns,
    motion_of,
    not_secret,
)
from council.services.voting.declaring import computed, first_columns, write_declared
from council.services.voting.vote_advice import keep_advice
from council.services.voting.vote_rows import ROOM, counts_of, read_vote
from council.services.voting.vote_rules import counting_from_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from council.services.desk import Desk


def record_vote(
    desk: Desk,
    motion_uid: str,
    *,
    method: str,
    counts: Counts | None = None,
    ballots: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    declared: str | None = None,
    requirement: Wanted = None,
    casting: tuple[str, str] | None = None,
    unanimous: bool = False,
    at: datetime | None = None,
) -> Done[str]:
    """Open, count and declare a vote in one step; return its uid.

    ``counts`` is yes, no, abstaining, not voting; ``ballots`` person and choice; ``casting`` the
    person and the choice of a casting vote. A voice vote needs ``declared``.
    """
    motion = motion_of(desk, motion_uid)
    chosen = Method(method)
    given = dict(ballots or {})
    if given or casting:
        not_secret(chosen)
    plain = {person: Choice(choice).value for person, choice in given.items()}
    with desk.step("step.record_vote", motion=label(motion["number"], motion["kind"])):
        opened = begin(desk, motion, chosen, requirement, at, unanimous=unanimous)
        vote = opened.row
        if counts is not None:
            vote |= counts_columns(counts)
        if casting or Choice.RECUSED.value in plain.values():
            _record_in_turn(desk, opened, motion, plain, casting, declared)
        else:
            _record_at_once(desk, opened, motion, plain, declared)
    return Done(vote["uid"], DECIDED)


def _record_in_turn(
    desk: Desk,
    opened: Begun,
    motion: Mapping[str, Any],
    ballots: Mapping[str, str],
    casting: tuple[str, str] | None,
    declared: str | None,
) -> None:
    """Write a vote whose base or outcome depends on what is written with it."""
    vote, roll, _resolved = opened
    rows.insert(desk.conn, "vote", vote)
    undeclared = {**vote, "declared": None, "first_declared": None}
    insert_ballots(desk, vote["uid"], roll, ballots, vote["at"])
    if Choice.RECUSED.value in ballots.values():
        keep_recusals(desk, undeclared, motion, ballots)
    if casting:
        casting_vote(desk, vote["uid"], *casting)
    checked = read_vote(desk, vote["uid"]).checked
    word = computed(checked.verdict()) if declared is None else Declared(declared).value
    write_declared(desk, undeclared, motion, word, vote["at"], checked.tally())
    keep_advice(desk, roll, motion, checked, word, vote["at"])


def _record_at_once(
    desk: Desk,
    opened: Begun,
    motion: Mapping[str, Any],
    ballots: Mapping[str, str],
    declared: str | None,
) -> None:
    """Write a vote with its declaration in one row: fifteen answers must not hold up a room."""
    vote, roll, resolved = opened
    checked = CheckedVote(
        uid=vote["uid"],
        method=vote["method"],
        at=guard.moment_of(vote, "at"),
        rule=resolved.requirement,
        counts=counts_of(vote),
        ballots=tuple(
            CheckedBallot(person, choice, roll.weight_of(person))
            for person, choice in ballots.items()
        ),
        unanimous=bool(vote["unanimous"]),
        room=Room(*(vote[one] for one in ROOM)),
        tie=vote["tie"],
        quorum_needed=vote["quorum_needed"],
        quorum_present=vote["quorum_present"],
        source=resolved.source,
        name=resolved.name,
        counting=counting_from_data(vote["counting"]),
        ineligible=frozenset(vote["ineligible"] or ()),
    )
    word = computed(checked.verdict()) if declared is None else Declared(declared).value
    if motion["outcome"] is not None:
        unsettle(desk, motion["uid"])
        motion = guard.row(desk, "motion", motion["uid"])
    said = {"declared": word, "declared_at": vote["at"]}
    said |= first_columns(word, vote["at"], checked.tally())
    rows.insert(desk.conn, "vote", {**vote, **said})
    insert_ballots(desk, vote["uid"], roll, ballots, vote["at"], first=1)
    settle_row(desk, motion, word, vote["at"])
    keep_advice(desk, roll, motion, checked, word, vote["at"])
