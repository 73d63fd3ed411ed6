"""What follows from what became of a motion: for the question it hangs on, or is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.edits import parts, read_edits
from council.domain.order.motions import BRING_BEFORE, REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard
from council.services.session.family import Family
from council.services.session.parts import drop_parts, put_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.services.desk import Desk

DISPOSES = {
    MotionKind.REFER.value: Outcome.REFERRED.value,
    MotionKind.POSTPONE.value: Outcome.POSTPONED.value,
    MotionKind.POSTPONE_INDEFINITELY.value: Outcome.POSTPONED.value,
    MotionKind.LAY_ASIDE.value: Outcome.LAID_ASIDE.value,
    MotionKind.DIVIDE.value: Outcome.DIVIDED.value,
    MotionKind.WITHDRAW.value: Outcome.WITHDRAWN.value,
    MotionKind.OBJECT_TO_CONSIDERATION.value: Outcome.SETTLED.value,
}
"""What a carried motion of this kind makes of the motion it hangs on."""

_FALL_WITH_IT = frozenset({*DISPOSES.values(), Outcome.NOTED.value})
"""Outcomes that take the undecided motions hanging on one along."""

_DECIDED = frozenset({Outcome.CARRIED.value, Outcome.LOST.value})
_WAS = {
    MotionKind.TAKE_UP_AGAIN.value: Outcome.LAID_ASIDE.value,
    MotionKind.DISCHARGE.value: Outcome.REFERRED.value,
}
"""What a motion had been that was brought before the meeting again."""


def settle(desk: Desk, uid: str, outcome: str, stamp: str) -> None:
    """Write an outcome with what follows from it, within the step that is open.

    The final wording of a decided motion is fixed; a carried motion to postpone, refer, lay aside
    or divide disposes of its parent and of everything undecided that hangs on that, and one to
    divide puts the parts it names before the meeting.
    """
    settle_row(desk, guard.row(desk, "motion", uid), outcome, stamp)


def settle_row(desk: Desk, found: Mapping[str, Any], outcome: str, stamp: str) -> None:
    """Settle a motion, as ``settle`` does, that has just been read and has no outcome."""
    uid = found["uid"]
    values: dict[str, Any] = {"outcome": outcome, "decided_at": stamp}
    reads = outcome in _DECIDED and found["kind"] not in REWORDS | RULED
    if reads or (outcome == Outcome.CARRIED and found["kind"] in REWORDS and found["edit"]):
        values["final_text"] = Family(desk, [found]).wording(uid)
    rows.update(desk.conn, "motion", uid, values)
    follow_wording(desk, found)
    if outcome in _FALL_WITH_IT:
        _take_along(desk, found, outcome, stamp)
    parent_uid = found["parent_uid"]
    if outcome != Outcome.CARRIED or not parent_uid:
        return
    parent = guard.row(desk, "motion", parent_uid)
    disposed = DISPOSES.get(found["kind"])
    if disposed and parent["outcome"] is None:
        rows.update(desk.conn, "motion", parent_uid, {"outcome": disposed, "decided_at": stamp})
        _take_along(desk, parent, disposed, stamp)
        if disposed == Outcome.DIVIDED:
            put_parts(desk, parent_uid, parts(read_edits(found["edit"])), stamp)
    elif _revives(found, parent):
        rows.update(
            desk.conn, "motion", parent_uid,
            {"outcome": None, "decided_at": None, "final_text": _unfixed(parent)},
        )  # fmt: skip


def follow_wording(desk: Desk, amendment: Mapping[str, Any]) -> None:
    """Fix the wording of decided motions anew, of which an amendment was put right afterwards."""
    if amendment["kind"] != MotionKind.AMEND:
        return
    family = Family(desk, [guard.row(desk, "motion", amendment["uid"])])
    for one in family.above(amendment["uid"]):
        if one["outcome"] in _DECIDED and (one["kind"] not in REWORDS or one["edit"]):
            values = {"final_text": family.wording(one["uid"])}
            rows.update(desk.conn, "motion", one["uid"], values)


def _revives(motion: Mapping[str, Any], parent: Mapping[str, Any]) -> bool:
    """Tell whether a carried motion brings its parent back before the same meeting.

    What an earlier meeting decided stays in that meeting's record: it is stated anew.
    """
    same = motion["meeting_uid"] == parent["meeting_uid"]
    return same and motion["kind"] in BRING_BEFORE


def _unfixed(motion: Mapping[str, Any]) -> Text:
    """Return the final wording a motion has while undecided: an amendment's proposal, else none."""
    return guard.text_of(motion, "final_text") if motion["kind"] in REWORDS else Text()


def _take_along(desk: Desk, motion: Mapping[str, Any], outcome: str, stamp: str) -> None:
    for one in Family(desk, [motion]).below(motion["uid"]):
        if one["outcome"] is None:
            values = {"outcome": outcome, "decided_at": stamp}
            rows.update(desk.conn, "motion", one["uid"], values)


def unsettle(desk: Desk, uid: str) -> None:
    """Make a motion undecided again with what had followed from its outcome, in the open step."""
    found = guard.row(desk, "motion", uid)
    values = {"outcome": None, "decided_at": None, "final_text": _unfixed(found)}
    rows.update(desk.conn, "motion", uid, values)
    follow_wording(desk, found)
    followed = [(found, found["outcome"])]
    parent = rows.get(desk.conn, "motion", found["parent_uid"])
    disposed = DISPOSES.get(found["kind"])
    if parent and found["outcome"] == Outcome.CARRIED:
        if disposed and (parent["outcome"], parent["decided_at"]) == (
            disposed,
            found["decided_at"],
        ):
            rows.update(desk.conn, "motion", parent["uid"], {"outcome": None, "decided_at": None})
            if disposed == Outcome.DIVIDED:
                drop_parts(desk, parent["uid"])
            followed.append((parent, disposed))
        elif parent["outcome"] is None and _revives(found, parent):
            _restore(desk, found, parent)
    for motion, outcome in followed:
        if outcome in _FALL_WITH_IT:
            _bring_back(desk, motion, outcome, found["decided_at"])


def _bring_back(desk: Desk, motion: Mapping[str, Any], outcome: str, stamp: str | None) -> None:
    for one in Family(desk, [motion]).below(motion["uid"]):
        if (one["outcome"], one["decided_at"]) == (outcome, stamp):
            values = {"outcome": None, "decided_at": None}
            rows.update(desk.conn, "motion", one["uid"], values)


def _restore(desk: Desk, motion: Mapping[str, Any], parent: Mapping[str, Any]) -> None:
    """Give a motion that had been brought back the outcome it had before."""
    outcome, stamp = _WAS.get(motion["kind"]), motion["decided_at"]
    if outcome is None:
        votes = rows.find(desk.conn, "vote", motion_uid=parent["uid"])
        declared = [one for one in votes if one["declared"]]
        if not declared:
            return
        outcome, stamp = declared[-1]["declared"], declared[-1]["declared_at"]
    settle(desk, parent["uid"], outcome, stamp)
