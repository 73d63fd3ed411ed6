"""Votes: opened, counted or called by name, declared, taken back.

What the chair declares and what the rule gives are kept apart; a total that cannot be is recorded
and reported, never refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import Choice, Declared, MeetingState, Method
from council.domain.votes.vote_checks import CheckedBallot, CheckedVote
from council.domain.votes.voting import (
    AnyRequirement,
    Room,
    Tally,
    Verdict,
    requirement_to_data,
)
from council.services import guard
from council.services.desk import Changes, Done
from council.services.session.motions import label, settle, settle_row, unsettle
from council.services.session.previous_notice import requirement_with_notice
from council.services.session.roll import Roll
from council.services.voting.vote_advice import keep_advice
from council.services.voting.vote_rows import ROOM, BallotRow, VoteRow, counts_of, read_vote
from council.services.voting.vote_rules import (
    Resolved,
    counting_from_data,
    counting_of,
    counting_to_data,
    resolve,
)

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.desk import Desk

__all__ = [
    "BallotRow",
    "VoteRow",
    "casting_vote",
    "declare",
    "drop_vote",
    "get_vote",
    "open_vote",
    "open_vote_of",
    "put_ballot",
    "put_ballots",
    "record_vote",
    "set_counts",
    "take_back",
]

_MOST = 999_999_999  # weighted votes are counted in shares too; a file holds no more
_VOTES: Changes = frozenset({"votes"})
_DECIDED: Changes = frozenset({"votes", "motions", "advice"})
Counts = Tally | tuple[int, ...]
Wanted = str | Mapping[str, Any] | AnyRequirement | None


def get_vote(desk: Desk, vote_uid: str) -> VoteRow:
    """Return one vote; NotAllowed when it is gone."""
    return read_vote(desk, vote_uid)


def open_vote_of(desk: Desk, meeting_uid: str) -> VoteRow | None:
    """Return the vote of a meeting that is not declared yet, the newest if there are several."""
    motions = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
    uids = [one["uid"] for one in motions]
    found = rows.find(desk.conn, "vote", order="at, position", motion_uid=uids, declared=None)
    return read_vote(desk, found[-1]["uid"]) if found else None


# ------------------------------------------------------------------------------- writing


def open_vote(
    desk: Desk,
    motion_uid: str,
    *,
    method: str,
    requirement: Wanted = None,
    at: datetime | None = None,
    unanimous: bool = False,
) -> Done[str]:
    """Begin a vote and keep the room as it is at that moment; return the vote's uid.

    ``requirement`` is a name of the rule pack, an object of the record format, or None for what the
    rules say of this kind of motion. A vote still open on the motion is refused.
    """
    motion = _motion(desk, motion_uid)
    if rows.count(desk.conn, "vote", motion_uid=motion_uid, declared=None):
        raise NotAllowed("error.vote_open", motion=label(motion["number"], motion["kind"]))
    with desk.step("step.open_vote", motion=label(motion["number"], motion["kind"])):
        vote = _opened(desk, motion, Method(method), requirement, at, unanimous=unanimous).row
        rows.insert(desk.conn, "vote", vote)
    return Done(vote["uid"], _VOTES)


def _motion(desk: Desk, uid: str) -> dict[str, Any]:
    motion = guard.row(desk, "motion", uid)
    guard.unlocked(desk, motion["meeting_uid"])
    return motion


class _Opened(NamedTuple):
    """The row of a vote that begins, not yet written, and what it was made of."""

    row: dict[str, Any]
    roll: Roll
    resolved: Resolved


def _opened(
    desk: Desk,
    motion: Mapping[str, Any],
    method: Method,
    requirement: Wanted,
    at: datetime | None,
    *,
    unanimous: bool,
) -> _Opened:
    """Return the row of a vote that begins now, with the room and the rule, not yet written."""
    roll = Roll(desk, motion["meeting_uid"])
    if requirement is None:
        requirement = requirement_with_notice(desk, roll, motion)
    resolved = resolve(roll.rules, requirement, motion["kind"])
    rule, asked = resolved.requirement, requirement
    if not isinstance(requirement, str | Mapping | None):
        asked = requirement_to_data(requirement)
    values = {
        "uid": desk.ids.new("vo"),
        "motion_uid": motion["uid"],
        "position": rows.next_position(desk.conn, "vote", motion_uid=motion["uid"]),
        "method": method.value,
        "at": desk.stamp(at),
        "requirement": asked,
        "resolved": rule and requirement_to_data(rule),
        "pack": roll.rules.pack,
        "pack_version": roll.rules.edition,
        "tie": resolved.tie,
        "counting": counting_to_data(counting_of(roll.rules)),
        "unanimous": int(unanimous) or None,
    }
    facts = roll.facts(item_uid=motion["item_uid"], at=at)
    return _Opened({**values, **facts.columns()}, roll, resolved)


def _vote(desk: Desk, vote_uid: str) -> tuple[dict[str, Any], dict[str, Any]]:
    vote = guard.row(desk, "vote", vote_uid)
    return vote, _motion(desk, vote["motion_uid"])


def put_ballot(desk: Desk, vote_uid: str, person_uid: str, choice: str | None) -> Done[str]:
    """Record one person's choice, instead of the one given before; None takes it away."""
    return put_ballots(desk, vote_uid, {person_uid: choice})


def put_ballots(desk: Desk, vote_uid: str, ballots: Mapping[str, str | None]) -> Done[str]:
    """Record many persons' choices in one step; NotAllowed for a secret ballot.

    Who is recused leaves the base of the vote with the ballot.
    """
    vote, motion = _vote(desk, vote_uid)
    _not_secret(vote["method"])
    roll = Roll(desk, motion["meeting_uid"])
    name = roll.name(next(iter(ballots))) if len(ballots) == 1 else None
    title = label(motion["number"], motion["kind"])
    code = "step.put_ballots" if name is None else "step.put_ballot"
    with desk.step(code, motion=title, name=name or ""):
        _ballots(desk, vote, motion, roll, ballots)
    return Done(vote_uid, _VOTES)


def _not_secret(method: str) -> None:
    if method == Method.SECRET_BALLOT:
        raise InputRefused("error.secret_ballot_names")


def _ballots(
    desk: Desk,
    vote: Mapping[str, Any],
    motion: Mapping[str, Any],
    roll: Roll,
    ballots: Mapping[str, str | None],
) -> None:
    given: dict[str, str | None] = {
        person: None if choice is None else Choice(choice).value
        for person, choice in ballots.items()
    }
    found = rows.find(desk.conn, "ballot", vote_uid=vote["uid"], casting=0)
    before = {one["person_uid"]: one for one in found}
    fresh = [person for person in given if person not in before and given[person]]
    _insert_ballots(desk, vote["uid"], roll, {person: str(given[person]) for person in fresh})
    for person, one in before.items():
        if person not in given or given[person] == one["choice"]:
            continue
        if given[person] is None:
            rows.delete(desk.conn, "ballot", one["uid"])
        else:
            values = {"choice": given[person], "cast_at": desk.stamp()}
            rows.update(desk.conn, "ballot", one["uid"], values)
    changed = {*given.values(), *(one["choice"] for one in before.values())}
    if Choice.RECUSED.value in changed:
        _keep_recusals(desk, vote, motion, given)


def _insert_ballots(
    desk: Desk,
    vote_uid: str,
    roll: Roll,
    ballots: Mapping[str, str],
    stamp: str | None = None,
    *,
    first: int | None = None,
) -> None:
    """Write ballots behind those there are; ``first`` is the first free position, when known."""
    if not ballots:
        return
    stamp = stamp or desk.stamp()
    if first is None:
        first = rows.next_position(desk.conn, "ballot", vote_uid=vote_uid)
    rows.insert_many(
        desk.conn,
        "ballot",
        [
            {
                "uid": desk.ids.new("ba"),
                "vote_uid": vote_uid,
                "position": position,
                "person_uid": person,
                "choice": choice,
                "weight": roll.weight_of(person),
                "cast_at": stamp,
            }
            for position, (person, choice) in enumerate(ballots.items(), start=first)
        ],
    )


def _keep_recusals(
    desk: Desk, vote: Mapping[str, Any], motion: Mapping[str, Any], given: Mapping[str, str | None]
) -> None:
    """Bring recusals from this vote, and its base, into line with the ballots just given."""
    wanted = {"meeting_uid": motion["meeting_uid"], "vote_uid": vote["uid"]}
    found = rows.find(desk.conn, "recusal", order="uid", **wanted)
    before = {one["person_uid"]: one["uid"] for one in found}
    for person, choice in given.items():
        if choice == Choice.RECUSED and person not in before:
            values = {**wanted, "uid": desk.ids.new("rc"), "item_uid": motion["item_uid"]}
            values |= {"person_uid": person, "at": desk.stamp()}
            rows.insert(desk.conn, "recusal", values)
        elif choice != Choice.RECUSED and person in before:
            rows.delete(desk.conn, "recusal", before[person])
    roll = Roll(desk, motion["meeting_uid"])
    at = guard.moment_of(vote, "at") if vote["declared"] else None
    facts = roll.facts(
        item_uid=motion["item_uid"],
        vote_uid=vote["uid"],
        at=at,
        ineligible=vote["ineligible"] or (),
    )
    rows.update(desk.conn, "vote", vote["uid"], facts.columns())


def set_counts(
    desk: Desk, vote_uid: str, yes: int, no: int, abstain: int = 0, not_voting: int = 0
) -> Done[str]:
    """Write the numbers of a counted vote; more than there are people are kept, and reported."""
    _vote_row, motion = _vote(desk, vote_uid)
    values = _counts((yes, no, abstain, not_voting))
    with desk.step("step.set_counts", motion=label(motion["number"], motion["kind"])):
        rows.update(desk.conn, "vote", vote_uid, values)
    return Done(vote_uid, _VOTES)


def _counts(counts: Counts) -> dict[str, int]:
    if isinstance(counts, Tally):
        counts = (counts.yes, counts.no, counts.abstain, counts.not_voting)
    if any(number < 0 for number in counts):
        raise InputRefused("error.count_negative")
    if any(number > _MOST for number in counts):
        raise InputRefused("error.count_too_great", most=_MOST)
    return dict(zip(("yes", "no", "abstain", "not_voting"), (*counts, 0, 0), strict=False))


def casting_vote(desk: Desk, vote_uid: str, person_uid: str, choice: str) -> Done[str]:
    """Record the casting vote of the chair beside the ordinary votes; it counts after a tie.

    Whether the chair has one the rule pack says; without, the verdict leaves it out.
    """
    vote, motion = _vote(desk, vote_uid)
    _not_secret(vote["method"])
    if choice not in (Choice.YES, Choice.NO):
        raise InputRefused("error.casting_choice")
    roll = Roll(desk, motion["meeting_uid"])
    with desk.step("step.casting_vote", name=roll.name(person_uid)):
        for one in rows.find(desk.conn, "ballot", vote_uid=vote_uid, casting=1):
            rows.delete(desk.conn, "ballot", one["uid"])
        values: dict[str, Any] = {"uid": desk.ids.new("ba"), "vote_uid": vote_uid}
        values["person_uid"] = person_uid
        values["position"] = rows.next_position(desk.conn, "ballot", vote_uid=vote_uid)
        values |= {"choice": str(choice), "casting": 1, "cast_at": desk.stamp()}
        rows.insert(desk.conn, "ballot", values)
    return Done(vote_uid, _VOTES)


def declare(
    desk: Desk, vote_uid: str, declared: str | None = None, *, at: datetime | None = None
) -> Done[str]:
    """Declare the outcome (the one the rule gives when none is said); the motion is decided.

    NotAllowed when the rule gives none and nobody says one; return the outcome. Declaring anew
    keeps the first declaration.
    """
    vote, motion = _vote(desk, vote_uid)
    checked = read_vote(desk, vote_uid).checked
    word = _computed(checked.verdict()) if declared is None else Declared(declared).value
    roll, stamp = Roll(desk, motion["meeting_uid"]), desk.stamp(at)
    with desk.step(f"step.declare_{word}", motion=label(motion["number"], motion["kind"])):
        _declare(desk, vote, motion, word, stamp)
        again = vote["first_declared"] is not None
        keep_advice(desk, roll, motion, checked, word, stamp, again=again)
    return Done(word, _DECIDED)


def _computed(verdict: Verdict | None) -> str:
    """Return what the rule gives; NotAllowed when it gives nothing."""
    if verdict is None or verdict.outcome not in (Declared.CARRIED, Declared.LOST):
        raise NotAllowed("error.declare_which")
    return verdict.outcome


def _declare(
    desk: Desk, vote: Mapping[str, Any], motion: Mapping[str, Any], word: str, stamp: str
) -> None:
    values = {"declared": word, "declared_at": stamp}
    if vote["first_declared"] is None:
        values["first_declared"] = word
    if motion["outcome"] is not None:
        unsettle(desk, motion["uid"])
    rows.update(desk.conn, "vote", vote["uid"], values)
    settle(desk, motion["uid"], word, stamp)


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
    motion = _motion(desk, motion_uid)
    chosen = Method(method)
    given = dict(ballots or {})
    if given or casting:
        _not_secret(chosen)
    plain = {person: Choice(choice).value for person, choice in given.items()}
    with desk.step("step.record_vote", motion=label(motion["number"], motion["kind"])):
        opened = _opened(desk, motion, chosen, requirement, at, unanimous=unanimous)
        vote = opened.row
        if counts is not None:
            vote |= _counts(counts)
        if casting or Choice.RECUSED.value in plain.values():
            _record_in_turn(desk, opened, motion, plain, casting, declared)
        else:
            _record_at_once(desk, opened, motion, plain, declared)
    return Done(vote["uid"], _DECIDED)


def _record_in_turn(
    desk: Desk,
    opened: _Opened,
    motion: Mapping[str, Any],
    ballots: Mapping[str, str],
    casting: tuple[str, str] | None,
    declared: str | None,
) -> None:
    """Write a vote whose base or outcome depends on what is written with it."""
    vote, roll, _resolved = opened
    rows.insert(desk.conn, "vote", vote)
    undeclared = {**vote, "declared": None, "first_declared": None}
    _insert_ballots(desk, vote["uid"], roll, ballots, vote["at"])
    if Choice.RECUSED.value in ballots.values():
        _keep_recusals(desk, undeclared, motion, ballots)
    if casting:
        casting_vote(desk, vote["uid"], *casting)
    checked = read_vote(desk, vote["uid"]).checked
    word = _computed(checked.verdict()) if declared is None else Declared(declared).value
    _declare(desk, undeclared, motion, word, vote["at"])
    keep_advice(desk, roll, motion, checked, word, vote["at"])


def _record_at_once(
    desk: Desk,
    opened: _Opened,
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
    word = _computed(checked.verdict()) if declared is None else Declared(declared).value
    if motion["outcome"] is not None:
        unsettle(desk, motion["uid"])
        motion = guard.row(desk, "motion", motion["uid"])
    said = {"declared": word, "first_declared": word, "declared_at": vote["at"]}
    rows.insert(desk.conn, "vote", {**vote, **said})
    _insert_ballots(desk, vote["uid"], roll, ballots, vote["at"], first=1)
    settle_row(desk, motion, word, vote["at"])
    keep_advice(desk, roll, motion, checked, word, vote["at"])


def take_back(desk: Desk, vote_uid: str) -> Done[str]:
    """Take the declaration of a vote back, until the meeting is adjourned; the first one is kept.

    NotAllowed when nothing is declared or the meeting is over.
    """
    vote, motion = _vote(desk, vote_uid)
    meeting = guard.row(desk, "meeting", motion["meeting_uid"])
    title = label(motion["number"], motion["kind"])
    if meeting["state"] == MeetingState.HELD:
        raise NotAllowed("error.vote_final", motion=title)
    if vote["declared"] is None:
        raise NotAllowed("error.vote_not_declared", motion=title)
    with desk.step("step.take_back", motion=title):
        rows.update(desk.conn, "vote", vote_uid, {"declared": None, "declared_at": None})
        unsettle(desk, motion["uid"])
    return Done(vote_uid, _DECIDED)


def drop_vote(desk: Desk, vote_uid: str) -> Done[str]:
    """Give up a vote that was begun and never declared, with its ballots."""
    vote, motion = _vote(desk, vote_uid)
    title = label(motion["number"], motion["kind"])
    if vote["first_declared"] is not None:
        raise NotAllowed("error.vote_was_declared", motion=title)
    with desk.step("step.drop_vote", motion=title):
        for table, order in (("ballot", "position"), ("recusal", "uid")):
            for one in rows.find(desk.conn, table, order=order, vote_uid=vote_uid):
                rows.delete(desk.conn, table, one["uid"])
        rows.delete(desk.conn, "vote", vote_uid)
    return Done(vote_uid, _VOTES)
