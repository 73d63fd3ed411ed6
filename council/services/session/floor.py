"""Reading the floor of a meeting from the file: what is pending, decided, voted on, who is who."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.order.floor import Decided, Floor, Member
from council.domain.order.motions import PendingMotion
from council.domain.vocabulary import (
    UNOPPOSED,
    ActionState,
    BodyKind,
    Choice,
    MeetingState,
    Method,
    MotionKind,
    Outcome,
    Role,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from council.domain.rules.layers import Rules
    from council.services.desk import Desk
    from council.services.session.roll import Roll

    Motion = Mapping[str, Any]

SMALL_BOARD = 12
"""With about so many present or fewer the rules of small boards hold (RONR §49)."""

_MOTION = (
    *("uid", "kind", "parent_uid", "item_uid", "position", "outcome"),
    *("made_at", "decided_at", "until"),
)
_VOTE = ("uid", "motion_uid", "method", "declared")

_COMMITTEES = frozenset({BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE})
_VOTED = frozenset({Outcome.CARRIED, Outcome.LOST})
_SIDES = {Outcome.CARRIED: Choice.YES, Outcome.LOST: Choice.NO}
_UNDONE_BY = {
    Outcome.CARRIED: MotionKind.RESCIND,
    Outcome.LAID_ASIDE: MotionKind.TAKE_UP_AGAIN,
    Outcome.REFERRED: MotionKind.DISCHARGE,
}
"""What, carried, leaves nothing to bring back of an earlier meeting's decision."""


def read_floor(
    desk: Desk,
    roll: Roll,
    pending: Sequence[Motion],
    at: datetime | None = None,
    *,
    live: bool = True,
) -> Floor:
    """Return the floor as it is, with the pending motions given; ``at`` says which day it is.

    When it is not ``live``, it is written down later: the room is that of the moment ``at``.
    """
    listed, votes = _past(desk, roll.uid)
    top = pending[-1] if pending else None
    open_votes = [one for motion in pending for one in votes.get(motion["uid"], ())]
    taking = [one for one in open_votes if one["declared"] is None]
    moment = None if live else at
    present = roll.present(moment) if roll.entries else list(roll.electors)
    return Floor(
        pending=tuple(
            PendingMotion(one["uid"], MotionKind(one["kind"]), one["parent_uid"]) for one in pending
        ),
        voting=Method(taking[-1]["method"]) if taking else None,
        just_voted=_just_voted(listed, votes),
        quorum=roll.quorum(moment, here=present).met if roll.entries else None,
        debated=top is not None and is_debated(desk, roll, top, listed, votes),
        closed=top is not None and _closed(listed, top),
        ends=any(_ends(listed, one) for one in pending),
        ruled=_has_ruled(listed, roll.rules),
        decided=_decided(desk, roll.uid),
        earlier=_earlier(desk, roll),
        today=_today(desk, roll, at),
        members=len(roll.electors),
        committee=roll.body["kind"] in _COMMITTEES,
        small_board=len(present) <= SMALL_BOARD,
    )


def _past(desk: Desk, meeting_uid: str) -> tuple[list[Motion], dict[str, list[Motion]]]:
    """Return the motions of a meeting and the votes on them, as far as the order needs them."""

    def read() -> tuple[list[Motion], dict[str, list[Motion]]]:
        listed = _picked(desk, "motion", _MOTION, meeting_uid=meeting_uid)
        votes: dict[str, list[Motion]] = {}
        for one in _picked(desk, "vote", _VOTE, motion_uid=[motion["uid"] for motion in listed]):
            votes.setdefault(one["motion_uid"], []).append(one)
        return listed, votes

    return desk.conn.memo.get(("past", meeting_uid), ("motion", "vote"), read)


def _picked(desk: Desk, table: str, names: tuple[str, ...], **equals: Any) -> list[Motion]:
    if [] in equals.values():
        return []
    found = rows.pick(desk.conn, table, names, **equals)
    return [dict(zip(names, row, strict=True)) for row in found]


def _today(desk: Desk, roll: Roll, at: datetime | None) -> date:
    """Return the day of the motion; what is written down afterwards was that day's."""
    if at is not None:
        return at.astimezone(desk.zone()).date()
    return desk.today() if roll.meeting["state"] == MeetingState.IN_SESSION else roll.day


# ------------------------------------------------------------------- the question before it


def is_debated(
    desk: Desk,
    roll: Roll,
    motion: Motion,
    listed: Iterable[Motion],
    votes: Mapping[str, list[Motion]],
) -> bool:
    """Tell whether debate or voting on a motion has begun.

    It has when something was moved on it, a vote was taken, or a note or a comment on its item was
    written since it was stated.
    """
    if votes.get(motion["uid"]) or any(one["parent_uid"] == motion["uid"] for one in listed):
        return True
    spoken = _last_words(desk, roll).get(motion["item_uid"])
    if spoken is None or not motion["made_at"]:
        return False
    return spoken > _moment(motion["made_at"])


def _last_words(desk: Desk, roll: Roll) -> Mapping[str, datetime]:
    """Return when something was last said on each item, as far as it was written down."""

    def read() -> dict[str, datetime]:
        last: dict[str, datetime] = {}
        for table in ("note", "comment"):
            for item, at in rows.pick(
                desk.conn, table, ("item_uid", "at"), meeting_uid=roll.uid, at=rows.GIVEN
            ):
                last[item] = max(last.get(item, _moment(at)), _moment(at))
        return last

    return desk.conn.memo.get(("last_words", roll.uid), ("note", "comment"), read)


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _carried_on(listed: Iterable[Motion], kind: MotionKind, motion: Motion) -> list[Motion]:
    return [
        one
        for one in listed
        if one["kind"] == kind
        and one["parent_uid"] == motion["uid"]
        and one["outcome"] == Outcome.CARRIED
    ]


def _closed(listed: Iterable[Motion], top: Motion) -> bool:
    return bool(_carried_on(listed, MotionKind.PREVIOUS_QUESTION, top))


def _ends(listed: Iterable[Motion], motion: Motion) -> bool:
    return any(one["until"] for one in _carried_on(listed, MotionKind.LIMIT_DEBATE, motion))


# ------------------------------------------------------------------------- what came before


def _last_decided(listed: Sequence[Motion]) -> Motion | None:
    """Return the motion decided last, None when another one was stated since."""
    decided = [one for one in listed if one["outcome"] and one["decided_at"]]
    if not decided:
        return None
    last = max(decided, key=lambda one: (_moment(one["decided_at"]), one["position"]))
    since = _moment(last["decided_at"])
    later = [one for one in listed if one["position"] > last["position"] and not one["outcome"]]
    if any(one["made_at"] and _moment(one["made_at"]) >= since for one in later):
        return None
    return last


def _just_voted(listed: Sequence[Motion], votes: Mapping[str, list[Motion]]) -> Method | None:
    last = _last_decided(listed)
    taken = votes.get(last["uid"], []) if last else []
    return Method(taken[-1]["method"]) if taken and taken[-1]["declared"] else None


def _has_ruled(listed: Sequence[Motion], rules: Rules) -> bool:
    """Tell whether the last thing that happened was a ruling of the chair."""
    last = _last_decided(listed)
    if last is None:
        return False
    if last["outcome"] == Outcome.OUT_OF_ORDER:
        return True
    said = rules.find(f"motion.{last['kind']}")
    return said is not None and said.known and said.value.vote == "chair_rules"


def _decided(desk: Desk, meeting_uid: str) -> tuple[Decided, ...]:
    def read() -> tuple[Decided, ...]:
        listed, votes = _past(desk, meeting_uid)
        done = carried_out(desk)
        again = {
            one["parent_uid"]
            for one in listed
            if one["kind"] == MotionKind.RECONSIDER and one["outcome"] in _VOTED
        }
        return tuple(
            _one_decided(one, votes, listed, again, done) for one in listed if one["outcome"]
        )

    return desk.conn.memo.get(("decided", meeting_uid), ("motion", "vote", "action"), read)


def _one_decided(
    one: Motion,
    votes: Mapping[str, list[Motion]],
    listed: Iterable[Motion],
    again: set[str],
    done: frozenset[str],
) -> Decided:
    taken = votes.get(one["uid"], [])
    return Decided(
        one["uid"],
        MotionKind(one["kind"]),
        Outcome(one["outcome"]),
        day=_moment(one["decided_at"]).date() if one["decided_at"] else None,
        unopposed=bool(taken) and taken[-1]["method"] in UNOPPOSED,
        reconsidered=one["uid"] in again,
        executed=one["uid"] in done,
        begun=_begun(one, listed, votes),
    )


def _begun(one: Motion, listed: Iterable[Motion], votes: Mapping[str, list[Motion]]) -> bool:
    """Tell whether a vote was taken under an order to close or limit debate."""
    if one["kind"] not in (MotionKind.PREVIOUS_QUESTION, MotionKind.LIMIT_DEBATE):
        return False
    above = [motion for motion in listed if motion["uid"] == one["parent_uid"]]
    return any(motion["outcome"] or votes.get(motion["uid"]) for motion in above)


def carried_out(desk: Desk) -> frozenset[str]:
    """Return the motions of which every action that followed is done."""

    def read() -> frozenset[str]:
        names = ("motion_uid", "state")
        found = rows.pick(desk.conn, "action", names, motion_uid=rows.GIVEN)
        waiting = {uid for uid, state in found if state != ActionState.DONE}
        return frozenset(uid for uid, _state in found if uid not in waiting)

    return desk.conn.memo.get("carried_out", ("action",), read)


def _earlier(desk: Desk, roll: Roll) -> frozenset[str]:
    """Return what other meetings of the body left that can be brought back."""
    body = roll.body["uid"]

    def read() -> frozenset[str]:
        meetings = rows.pick(desk.conn, "meeting", ("uid",), order="uid", body_uid=body)
        known = {row[0] for row in meetings}
        undone = set(
            rows.pick(
                desk.conn, "motion", ("kind", "parent_uid"), outcome=Outcome.CARRIED.value,
                kind=list(_UNDONE_BY.values()),
            )
        )  # fmt: skip
        done = carried_out(desk)
        words = set()
        for uid, kind, outcome, meeting in rows.pick(
            desk.conn, "motion", ("uid", "kind", "outcome", "meeting_uid"), outcome=list(_UNDONE_BY)
        ):
            gone = uid in done or (_UNDONE_BY[Outcome(outcome)], uid) in undone
            if meeting in known and not gone and _brings(kind, outcome):
                words.add(Decided(uid, MotionKind(kind), Outcome(outcome)).what)
        return frozenset(word for word in words if word)

    return desk.conn.memo.get(("earlier", body), ("motion", "action", "meeting"), read)


def _brings(kind: str, outcome: str) -> bool:
    return outcome != Outcome.CARRIED or kind == MotionKind.MAIN


# ------------------------------------------------------------------ one decision, one person


def read_decided(desk: Desk, roll: Roll, motion: Motion) -> Decided:
    """Return a decision that a motion is about, with who prevailed when it was voted on."""
    listed, votes = _past(desk, motion["meeting_uid"])
    again = {
        one["parent_uid"]
        for one in rows.find(desk.conn, "motion", parent_uid=motion["uid"])
        if one["kind"] == MotionKind.RECONSIDER and one["outcome"] in _VOTED
    }
    found = _one_decided(motion, votes, listed, again, carried_out(desk))
    return Decided(
        found.uid,
        found.kind,
        found.outcome,
        day=found.day,
        session=motion["meeting_uid"] == roll.uid,
        prevailed=_prevailed(desk, found.outcome, votes.get(found.uid, [])),
        unopposed=found.unopposed,
        reconsidered=found.reconsidered,
        executed=found.executed,
        begun=found.begun,
    )


def _prevailed(desk: Desk, outcome: Outcome, votes: Sequence[Motion]) -> frozenset[str] | None:
    side = _SIDES.get(outcome)
    declared = [one for one in votes if one["declared"]]
    if side is None or not declared:
        return None
    given = rows.find(desk.conn, "ballot", vote_uid=declared[-1]["uid"])
    if not given:
        return None
    return frozenset(one["person_uid"] for one in given if one["choice"] == side)


def read_member(
    desk: Desk, roll: Roll, person_uid: str, item_uid: str | None, at: datetime | None = None
) -> Member:
    """Return what the order of motions has to know of somebody who moves or seconds at a moment."""
    roles = {
        one["role"]
        for one in rows.find(desk.conn, "membership", person_uid=person_uid)
        if one["body_uid"] == roll.body["uid"]
    }
    return Member(
        person_uid,
        roll.name(person_uid),
        here=not roll.entries or roll.here(person_uid, at),
        voting=person_uid in roll.voters,
        recused=person_uid in roll.recusals(item_uid),
        presiding=roll.meeting["presiding_uid"] == person_uid,
        executive=Role.EX_OFFICIO in roles,
    )
