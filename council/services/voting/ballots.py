"""What each person chose in a vote, recusals from it, and the casting vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import Choice
from council.services.desk import Done
from council.services.session.motions import label
from council.services.session.roll import Roll
from council.services.voting.begun import VOTES, not_secret, vote_of
from council.services.voting.room_of_vote import put_room

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.services.desk import Desk


def put_ballot(desk: Desk, vote_uid: str, person_uid: str, choice: str | None) -> Done[str]:
    """Record one person's choice, instead of the one given before; None takes it away."""
    return put_ballots(desk, vote_uid, {person_uid: choice})


def put_ballots(desk: Desk, vote_uid: str, ballots: Mapping[str, str | None]) -> Done[str]:
    """Record many persons' choices in one step; NotAllowed for a secret ballot.

    Who is recused leaves the base of the vote with the ballot.
    """
    vote, motion = vote_of(desk, vote_uid)
    not_secret(vote["method"])
    roll = Roll(desk, motion["meeting_uid"])
    name = roll.name(next(iter(ballots))) if len(ballots) == 1 else None
    title = label(motion["number"], motion["kind"])
    code = "step.put_ballots" if name is None else "step.put_ballot"
    with desk.step(code, motion=title, name=name or ""):
        _ballots(desk, vote, motion, roll, ballots)
    return Done(vote_uid, VOTES)


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
    insert_ballots(desk, vote["uid"], roll, {person: str(given[person]) for person in fresh})
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
        keep_recusals(desk, vote, motion, given)


def insert_ballots(
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


def keep_recusals(
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
    answered = rows.pick(desk.conn, "ballot", ("person_uid",), vote_uid=vote["uid"], casting=0)
    people = {one for (one,) in answered}
    put_room(desk, vote, motion["item_uid"], motion["meeting_uid"], people)


def casting_vote(desk: Desk, vote_uid: str, person_uid: str, choice: str) -> Done[str]:
    """Record the casting vote of the chair beside the ordinary votes; it counts after a tie.

    Whether the chair has one the rule pack says; without, the verdict leaves it out.
    """
    vote, motion = vote_of(desk, vote_uid)
    not_secret(vote["method"])
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
    return Done(vote_uid, VOTES)
