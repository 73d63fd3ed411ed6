"""Votes as they are read: what was counted, what the rule makes of it, what was declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from council.db import rows
from council.domain.messages import CouncilError
from council.domain.text import Text
from council.domain.vocabulary import Choice
from council.domain.votes import vote_checks
from council.domain.votes.voting import (
    AnyRequirement,
    Counting,
    Room,
    Tally,
    Tie,
    Verdict,
    requirement_from_data,
)
from council.services import guard
from council.services.session.roll import Roll
from council.services.voting.vote_rules import (
    PLAIN,
    Resolved,
    counting_from_data,
    may_chair_vote,
    name_for,
    resolve,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from council.domain.findings import Finding
    from council.domain.votes.chair import ChairVote
    from council.services.desk import Desk

ROOM = ("present", "present_entitled", "members_in_office", "entitled", "seats")
"""The columns of a vote that make a Room, in its order."""


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One person's choice; ``casting`` marks the chair's casting vote."""

    person_uid: str
    name: Text
    choice: str
    weight: int
    casting: bool


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One taking of a vote.

    ``requirement`` is the rule as it was asked for (a name of the pack or an object), ``resolved``
    what it meant that day. ``counts`` adds up the ballots where there are any. ``declared`` stands
    apart from ``verdict``, which is computed; ``findings`` says what does not fit (numbers only).
    ``ineligible`` were present or not, and may not vote on the item. ``chair_vote`` says whether
    the chair may vote while the vote is open. ``roll`` names the people of a roll call as they are
    called, by ``roll_order``. ``first`` is the first declaration, where there was one.
    """

    uid: str
    motion_uid: str
    method: str
    at: datetime | None
    requirement: Any
    resolved: AnyRequirement | None
    pack: str | None
    pack_version: str | None
    counts: Tally | None
    ballots: tuple[BallotRow, ...]
    declared: str | None
    first_declared: str | None
    declared_at: datetime | None
    verdict: Verdict | None
    quorum_met: bool | None
    quorum_needed: int | None
    quorum_present: int | None
    recused: tuple[str, ...]
    tie: str
    room: Room
    unanimous: bool
    findings: tuple[Finding, ...]
    checked: vote_checks.CheckedVote
    counting: Counting = PLAIN
    ineligible: tuple[str, ...] = ()
    chair_vote: ChairVote | None = None
    roll_order: str | None = None
    roll: tuple[str, ...] = ()
    first: First | None = None

    @property
    def corrected(self) -> bool:
        """Tell whether something else was declared first, or other numbers."""
        if self.first is None or self.declared is None:
            return False
        told = self.first.tally is not None and self.first.tally != self.counts
        return told or self.first.declared != self.declared

    @property
    def is_open(self) -> bool:
        """Tell whether nothing has been declared."""
        return self.declared is None

    def choice_of(self, person_uid: str) -> str | None:
        """Return what a person chose in the ordinary vote."""
        found = (b.choice for b in self.ballots if b.person_uid == person_uid and not b.casting)
        return next(found, None)


class First(NamedTuple):
    """What was declared first, with what was counted then; ``at`` is None where nobody noted it."""

    declared: str
    at: datetime | None
    tally: Tally | None


class _Given(NamedTuple):
    """A ballot as it is stored; ``casting`` is 1 or 0."""

    person: str
    choice: str
    weight: int
    casting: int


_NUMBERS = ("yes", "no", "abstain", "not_voting")
_BALLOT = ("vote_uid", "person_uid", "choice", "weight", "casting")


class Votes:
    """Reads the votes of many motions with few queries."""

    def __init__(self, desk: Desk, motions: Iterable[Mapping[str, Any]]) -> None:
        self._desk = desk
        self._motions = {str(one["uid"]): one for one in motions}
        self._rolls: dict[str, Roll] = {}
        self._ballots: dict[str, list[_Given]] = {}
        self._recused: dict[str, list[dict[str, Any]]] = {}
        self._names: dict[str, Text] = {}
        self._rules: dict[str, tuple[Any, AnyRequirement]] = {}
        self._pairs_of: dict[_Given, tuple[BallotRow, vote_checks.CheckedBallot]] = {}

    def read(self) -> dict[str, tuple[VoteRow, ...]]:
        """Return the votes of each motion in the order they were taken."""
        conn = self._desk.conn
        stored = rows.find(conn, "vote", motion_uid=list(self._motions))
        uids = [one["uid"] for one in stored]
        for vote_uid, *given in rows.pick(conn, "ballot", _BALLOT, vote_uid=uids):
            self._ballots.setdefault(vote_uid, []).append(_Given(*given))
        meetings = {one["meeting_uid"] for one in self._motions.values()}
        if stored:
            for one in rows.find(conn, "recusal", order="at", meeting_uid=list(meetings)):
                self._recused.setdefault(one["meeting_uid"], []).append(one)
        people = {one.person for given in self._ballots.values() for one in given}
        for one in rows.find(conn, "person", order="uid", uid=list(people)):
            self._names[one["uid"]] = guard.text_of(one, "name")
        read: dict[str, list[VoteRow]] = {}
        for one in stored:
            read.setdefault(one["motion_uid"], []).append(self._row(one))
        return {uid: tuple(votes) for uid, votes in read.items()}

    def _row(self, stored: Mapping[str, Any]) -> VoteRow:
        motion = self._motions[stored["motion_uid"]]
        pairs = self._pairs(stored["uid"])
        checked = self._checked(stored, motion, tuple(checked for _, checked in pairs))
        needed, present = checked.quorum_needed, checked.quorum_present
        met = None if needed is None or present is None else present >= needed
        counts, verdict = checked.tally(), checked.verdict()
        recused = self._recused_in(stored, motion)
        where = f"meetings/{motion['meeting_uid']}/motions/{motion['uid']}/votes/{stored['uid']}"
        return VoteRow(
            uid=stored["uid"],
            motion_uid=stored["motion_uid"],
            method=stored["method"],
            at=checked.at,
            requirement=stored["requirement"],
            resolved=checked.rule,
            pack=stored["pack"],
            pack_version=stored["pack_version"],
            counts=counts,
            ballots=tuple(shown for shown, _ in pairs),
            declared=stored["declared"],
            first_declared=stored["first_declared"],
            declared_at=guard.moment_of(stored, "declared_at"),
            verdict=verdict,
            quorum_met=met,
            quorum_needed=needed,
            quorum_present=present,
            recused=recused,
            tie=checked.tie,
            room=checked.room,
            unanimous=checked.unanimous,
            findings=tuple(
                vote_checks.check_numbers(checked, motion["kind"], where, verdict=verdict)
            ),
            checked=checked,
            counting=checked.counting,
            ineligible=tuple(stored["ineligible"] or ()),
            chair_vote=self._chair_vote(stored, motion, checked),
            roll_order=stored["roll_order"],
            roll=tuple(stored["roll"] or ()),
            first=_first(stored),
        )

    def _chair_vote(
        self,
        stored: Mapping[str, Any],
        motion: Mapping[str, Any],
        checked: vote_checks.CheckedVote,
    ) -> ChairVote | None:
        if stored["declared"] is not None:
            return None
        return may_chair_vote(self._roll(motion), checked)

    def _pairs(self, vote_uid: str) -> list[tuple[BallotRow, vote_checks.CheckedBallot]]:
        """Return a vote's ballots as they are shown and as they are checked.

        Neither ever changes: who votes the same way again gets the same two.
        """
        pairs = []
        for given in self._ballots.get(vote_uid, ()):
            if given not in self._pairs_of:
                person, choice, weight, casting = given
                name = self._names.get(person, Text())
                self._pairs_of[given] = (
                    BallotRow(person, name, choice, weight, bool(casting)),
                    vote_checks.CheckedBallot(person, choice, weight, bool(casting)),
                )
            pairs.append(self._pairs_of[given])
        return pairs

    def _checked(
        self,
        stored: Mapping[str, Any],
        motion: Mapping[str, Any],
        ballots: tuple[vote_checks.CheckedBallot, ...],
    ) -> vote_checks.CheckedVote:
        rule, tie, source, name = self._rule(stored, motion)
        room, needed, present = self._room(stored, motion)
        return vote_checks.CheckedVote(
            uid=stored["uid"],
            method=stored["method"],
            at=guard.moment_of(stored, "at"),
            rule=rule,
            counts=counts_of(stored),
            ballots=ballots,
            unanimous=bool(stored["unanimous"]),
            declared=stored["declared"],
            room=room,
            tie=tie,
            quorum_needed=needed,
            quorum_present=present,
            source=source,
            name=name,
            counting=counting_from_data(stored["counting"]),
            ineligible=frozenset(stored["ineligible"] or ()),
        )

    def _rule(self, stored: Mapping[str, Any], motion: Mapping[str, Any]) -> Resolved:
        """Return the rule the vote kept; one that kept none falls under those of its day."""
        wanted = stored["requirement"]
        if stored["resolved"] is None and stored["pack"] is None:
            try:
                return resolve(self._roll(motion).rules, wanted, motion["kind"])
            except CouncilError:
                return Resolved(None, Tie.LOST.value, "")
        rule = None if stored["resolved"] is None else self._resolved(stored)
        tie = stored["tie"] or Tie.LOST.value
        pack = self._desk.packs.get(stored["pack"] or "")
        if pack is None or not isinstance(wanted, str | None):
            return Resolved(rule, tie, "")
        try:
            name = wanted or name_for(pack, motion["kind"])
        except CouncilError:  # the pack of today no longer knows the kind
            return Resolved(rule, tie, "")
        value = pack.find(f"requirement.{name}")
        if rule is not None and (value is None or value.value != rule):
            # The council's own rules, or those of another time, said something else.
            value = self._roll(motion).rules.find(f"requirement.{name}")
            value = value if value and value.value == rule else None
        return Resolved(rule, tie, value.source if value else "", name)

    def _resolved(self, stored: Mapping[str, Any]) -> AnyRequirement:
        """Read the requirement a vote kept; most votes of a list keep the same."""
        key, data = str(stored["requirement"]), stored["resolved"]
        known = self._rules.get(key)
        if known is None or known[0] != data:
            known = self._rules[key] = (data, requirement_from_data(data))
        return known[1]

    def _room(
        self, stored: Mapping[str, Any], motion: Mapping[str, Any]
    ) -> tuple[Room, int | None, int | None]:
        """Return the room the vote kept; one that kept none is counted from the attendance."""
        numbers = {name: stored[name] for name in ROOM}
        if any(value is not None for value in numbers.values()):
            return Room(**numbers), stored["quorum_needed"], stored["quorum_present"]
        at = guard.moment_of(stored, "at") or guard.moment_of(motion, "made_at")
        roll = self._roll(motion)
        facts = roll.facts(
            item_uid=motion["item_uid"], vote_uid=stored["uid"], at=at, ever=at is None
        )
        if not roll.entries:
            return facts.room, None, None
        return facts.room, facts.quorum.needed, facts.quorum.present

    def _recused_in(self, stored: Mapping[str, Any], motion: Mapping[str, Any]) -> tuple[str, ...]:
        found = [
            one["person_uid"]
            for one in self._recused.get(motion["meeting_uid"], ())
            if one["vote_uid"] == stored["uid"]
            or (not one["vote_uid"] and one["item_uid"] and one["item_uid"] == motion["item_uid"])
        ]
        given = self._ballots.get(stored["uid"], ())
        found += [one.person for one in given if one.choice == Choice.RECUSED]
        return tuple(dict.fromkeys(found))

    def _roll(self, motion: Mapping[str, Any]) -> Roll:
        uid = motion["meeting_uid"]
        if uid not in self._rolls:
            self._rolls[uid] = Roll(self._desk, uid)
        return self._rolls[uid]


def counts_of(stored: Mapping[str, Any]) -> Tally | None:
    """Return the numbers written down for a vote, None when nobody wrote any."""
    if stored.get("yes") is None and stored.get("no") is None:
        return None
    return Tally(*(stored.get(name) or 0 for name in _NUMBERS))


def tally_data(tally: Tally | None) -> dict[str, int] | None:
    """Return a tally as a column keeps it."""
    return None if tally is None else {one: getattr(tally, one) for one in _NUMBERS}


def _first(stored: Mapping[str, Any]) -> First | None:
    if stored["first_declared"] is None:
        return None
    found = stored["first_tally"]
    at = guard.moment_of(stored, "first_at")
    return First(stored["first_declared"], at, Tally(**found) if found else None)


def read_vote(desk: Desk, vote_uid: str) -> VoteRow:
    """Return one vote; NotAllowed when it is gone."""
    stored = guard.row(desk, "vote", vote_uid)
    motion = guard.row(desk, "motion", stored["motion_uid"])
    found = Votes(desk, [motion]).read()[motion["uid"]]
    return next(one for one in found if one.uid == vote_uid)
