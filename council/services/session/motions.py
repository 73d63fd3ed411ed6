"""Motions before a meeting: stated, amended, withdrawn, postponed, decided, found again.

Nothing that happens in the room is refused for being out of order: ``order_now`` says beforehand
what the rules say, and the check says it afterwards.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import BE_OFFSET, fold_digits
from council.domain.messages import InputRefused, Message
from council.domain.order.motions import ABOUT_DECIDED, REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import ItemState, MotionKind, Outcome
from council.services import guard
from council.services.council import get_rules, words_in
from council.services.desk import Changes, Done
from council.services.session.motion_advice import advise, advise_again, follow
from council.services.session.motion_rows import Family, MotionRow, pending_rows, read_motions
from council.services.session.order import OrderNow, order_of
from council.services.session.settling import settle, settle_row, unsettle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from council.services.desk import Desk

__all__ = [
    "MotionRow",
    "OrderNow",
    "correct_motion",
    "get_motion",
    "list_motions",
    "no_second",
    "order_now",
    "pending",
    "raise_point",
    "rule_on",
    "rule_out_of_order",
    "search_decisions",
    "set_outcome",
    "settle",
    "settle_row",
    "state_motion",
    "unsettle",
    "withdraw",
]

_CHANGED: Changes = frozenset({"motions", "advice"})
_FIELDS = frozenset(
    {
        *("text", "proposed_text", "mover_uid", "seconder_uids", "item_uid", "parent_uid"),
        *("kind", "until", "made_at"),
    }
)
_ON_THE_MAIN = frozenset(
    {
        MotionKind.REFER,
        MotionKind.POSTPONE,
        MotionKind.POSTPONE_INDEFINITELY,
        MotionKind.LAY_ASIDE,
        *(MotionKind.DIVIDE, MotionKind.OBJECT_TO_CONSIDERATION),
    }
)
"""Kinds that dispose of the main motion and all that hangs on it (RONR §11, §13, §14, §17)."""

_ON_THE_PENDING = frozenset(
    {
        *(MotionKind.AMEND, MotionKind.PREVIOUS_QUESTION, MotionKind.LIMIT_DEBATE),
        *(MotionKind.POINT_OF_ORDER, MotionKind.INQUIRY, MotionKind.WITHDRAW),
        *(MotionKind.MANNER_OF_VOTING, MotionKind.DIVISION_OF_ASSEMBLY),
    }
)
_ON_PEOPLE = frozenset({"mover_uid", "seconder_uids", "kind", "made_at"})
"""What a correction of lets the rules judge mover and seconders anew."""

_NEED_WORDS = frozenset({MotionKind.MAIN, MotionKind.AMEND})

# ------------------------------------------------------------------------------- reading


def pending(desk: Desk, meeting_uid: str) -> list[MotionRow]:
    """Return the undecided questions, the main one first, the immediately pending one last."""
    return read_motions(desk, pending_rows(desk, meeting_uid))


def list_motions(desk: Desk, meeting_uid: str | None = None) -> list[MotionRow]:
    """Return the motions of a meeting in the order they were made, or of all meetings."""
    wanted = {} if meeting_uid is None else {"meeting_uid": meeting_uid}
    found = rows.find(desk.conn, "motion", **wanted)
    if meeting_uid is None:
        found.sort(key=lambda one: (one["made_at"] or "", one["position"]))
    return read_motions(desk, found)


def get_motion(desk: Desk, uid: str) -> MotionRow:
    """Return one motion; NotAllowed when it is gone."""
    return read_motions(desk, [guard.row(desk, "motion", uid)])[0]


def search_decisions(
    desk: Desk,
    *,
    text: str = "",
    year: int | None = None,
    outcome: str | None = None,
    mover_uid: str | None = None,
    body_uid: str | None = None,
    limit: int | None = None,
) -> list[MotionRow]:
    """Return motions with an outcome, the newest first, at most ``limit``.

    ``text`` is sought in number and wording without regard to case and the kind of digits; ``year``
    is the common-era year of the meeting.
    """
    wanted: dict[str, Any] = {"outcome": rows.GIVEN if outcome is None else str(outcome)}
    if mover_uid is not None:
        wanted["mover_uid"] = mover_uid
    words = _fold(text)
    found = [one for one in rows.find(desk.conn, "motion", **wanted) if _says(one, words)]
    places: dict[str, Any] = {"uid": {one["meeting_uid"] for one in found}}
    if body_uid is not None:
        places["body_uid"] = body_uid
    meetings = {
        one["uid"]: one["starts_local"]
        for one in rows.find(desk.conn, "meeting", order="uid", **places)
        if year is None or one["starts_local"].startswith(f"{year:04}")
    }
    found = [one for one in found if one["meeting_uid"] in meetings]
    found.sort(
        key=lambda one: (meetings[one["meeting_uid"]], one["made_at"] or "", one["position"]),
        reverse=True,
    )
    return read_motions(desk, found[:limit])


def _says(one: Mapping[str, Any], words: str) -> bool:
    if not words:
        return True
    texts = [value for column in ("text", "final_text") for _, value in guard.text_of(one, column)]
    return any(words in _fold(value) for value in [one["number"] or "", *texts])


def _fold(words: str) -> str:
    return unicodedata.normalize("NFC", fold_digits(words)).casefold().strip()


def order_now(desk: Desk, meeting_uid: str) -> OrderNow:
    """Return which kinds of motion are in order now, and why the others are not."""
    return order_of(desk, meeting_uid, pending_rows(desk, meeting_uid))


def label(number: str | None, kind: str) -> Message:
    """Name a motion within a sentence, such as "amendment 2026-14/1"."""
    if not number:
        return Message(f"motion_label_plain.{kind}")
    return Message(f"motion_label.{kind}", {"number": number})


# ------------------------------------------------------------------------------- writing


def state_motion(
    desk: Desk,
    meeting_uid: str,
    *,
    kind: str = MotionKind.MAIN.value,
    text: Text = guard.NO_TEXT,
    mover_uid: str | None = None,
    seconder_uids: Sequence[str] = (),
    item_uid: str | None = None,
    parent_uid: str | None = None,
    until: str | date | datetime | None = None,
    at: datetime | None = None,
    proposed_text: Text | None = None,
    advised: bool = True,
) -> Done[str]:
    """State a motion: it gets its number and is pending; return its uid.

    An amendment's ``text`` says what changes and ``proposed_text`` how the whole motion would read.
    Without ``parent_uid`` it hangs on the question its kind applies to, without ``item_uid`` it
    belongs to that motion's item or the one before the meeting. Motions other than main motions
    and amendments may come without a text: then the name of their kind is the text.

    What speaks against it by the rules is kept as advice, unless it is not ``advised`` since nobody
    moves it. What one member can demand is settled.
    """
    chosen = MotionKind(kind)
    guard.unlocked(desk, meeting_uid)
    meeting = guard.row(desk, "meeting", meeting_uid)
    if chosen in _NEED_WORDS:
        guard.words(text, "field.motion_text")
    elif not text:
        text = words_in(desk.languages(), f"motion_kind.{chosen.value}")
    stack = pending_rows(desk, meeting_uid)
    parent = _parent(desk, chosen, parent_uid, stack, mover_uid)
    here = parent is not None and parent["meeting_uid"] == meeting_uid
    item = item_uid or (parent["item_uid"] if parent and here else _current_item(desk, meeting_uid))
    number = _number(desk, meeting, chosen, parent)
    with desk.step("step.state_motion", motion=label(number, chosen.value)):
        uid = desk.ids.new("mo")
        values = {
            "uid": uid,
            "meeting_uid": meeting_uid,
            "item_uid": item,
            "parent_uid": parent["uid"] if parent else None,
            "position": rows.next_position(desk.conn, "motion", meeting_uid=meeting_uid),
            "number": number,
            "kind": chosen.value,
            "mover_uid": mover_uid,
            "text": text,
            "final_text": proposed_text or Text(),
            "until": guard.stored(desk, until),
            "made_at": desk.stamp(at),
        }
        rows.insert(desk.conn, "motion", values)
        _put_seconders(desk, uid, seconder_uids)
        if advised:
            made = datetime.fromisoformat(values["made_at"])
            advise(desk, values, tuple(dict.fromkeys(seconder_uids)), stack, made)
        if _is_demand(desk, meeting, chosen):
            settle_row(desk, values, Outcome.CARRIED.value, values["made_at"])
    return Done(uid, _CHANGED)


def _is_demand(desk: Desk, meeting: Mapping[str, Any], kind: MotionKind) -> bool:
    """Tell whether one member's word is enough by the rules of the day."""
    rules = get_rules(desk, date.fromisoformat(meeting["starts_local"][:10]))
    found = rules.find(f"motion.{kind}")
    return found is not None and found.known and found.value.vote == "demand"


def _parent(
    desk: Desk,
    kind: MotionKind,
    parent_uid: str | None,
    stack: list[dict[str, Any]],
    mover_uid: str | None,
) -> Mapping[str, Any] | None:
    if parent_uid is not None:
        return guard.row(desk, "motion", parent_uid)
    if not stack:
        return None
    if kind is MotionKind.WITHDRAW and mover_uid:
        own = [one for one in stack if one["mover_uid"] == mover_uid]
        return own[-1] if own else stack[-1]
    if kind in _ON_THE_PENDING:
        return stack[-1]
    if kind in _ON_THE_MAIN:
        family = Family(desk, stack)
        line = family.above(stack[-1]["uid"])
        return line[-1] if line else stack[-1]
    return None


def _current_item(desk: Desk, meeting_uid: str) -> str | None:
    wanted = {"meeting_uid": meeting_uid, "state": ItemState.CURRENT.value}
    found = rows.find(desk.conn, "agenda_item", **wanted)
    return str(found[-1]["uid"]) if found else None


def _number(
    desk: Desk,
    meeting: Mapping[str, Any],
    kind: MotionKind,
    parent: Mapping[str, Any] | None,
) -> str:
    """Return the next number of the body and year, such as 2026-14; 2026-14/2 for what hangs on it.

    The year is a Buddhist one for a council whose first language is Thai. Numbers are never given
    twice, except that undoing the step that gave one gives it back.
    """
    if parent is not None and kind not in ABOUT_DECIDED:
        family = Family(desk, [dict(parent)])
        line = family.above(parent["uid"])
        root = line[-1] if line else parent
        prefix = f"{root['number'] or ''}/"
        return prefix + str(_last(prefix, family.below(root["uid"])) + 1)
    year = int(meeting["starts_local"][:4])
    names, body = ("uid", "starts_local"), meeting["body_uid"]
    found = rows.pick(desk.conn, "meeting", names, order="uid", body_uid=body)
    same = [uid for uid, starts in found if starts[:4] == f"{year:04}"]
    if desk.languages()[0] == "th":
        year += BE_OFFSET
    prefix = f"{year:04}-"
    return prefix + str(_last(prefix, rows.find(desk.conn, "motion", meeting_uid=same)) + 1)


def _last(prefix: str, motions: Iterable[Mapping[str, Any]]) -> int:
    tails = (
        str(one["number"])[len(prefix) :]
        for one in motions
        if one["number"] and str(one["number"]).startswith(prefix)
    )
    return max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)


def _put_seconders(desk: Desk, motion_uid: str, people: Sequence[str]) -> None:
    for position, person in enumerate(dict.fromkeys(people), start=1):
        values = {"uid": desk.ids.new("se"), "motion_uid": motion_uid, "position": position}
        rows.insert(desk.conn, "seconder", {**values, "person_uid": person})


def correct_motion(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Correct text, proposed_text, mover, seconders, item, parent, kind, until or made_at.

    Fields are named as in ``state_motion``, and made_at. The number stays.
    A decided motion's final wording follows its corrected text.
    """
    guard.known(fields, _FIELDS)
    found = guard.row(desk, "motion", uid)
    guard.unlocked(desk, found["meeting_uid"])
    if "text" in fields:
        guard.words(fields["text"], "field.motion_text")
    if fields.get("parent_uid"):
        _check_parent(desk, found, fields["parent_uid"])
    values = {
        name: value
        for name, value in fields.items()
        if name not in ("seconder_uids", "proposed_text")
    }
    if "kind" in values:
        values["kind"] = MotionKind(values["kind"]).value
    guard.stamps(desk, values, ("made_at",))
    stored = {
        name: value if isinstance(value, Text) else guard.stored(desk, value)
        for name, value in values.items()
    }
    if "proposed_text" in fields:
        stored["final_text"] = fields["proposed_text"] or Text()
    with desk.step("step.correct_motion", motion=label(found["number"], found["kind"])):
        rows.update(desk.conn, "motion", uid, stored)
        if "seconder_uids" in fields:
            for one in rows.find(desk.conn, "seconder", motion_uid=uid):
                rows.delete(desk.conn, "seconder", one["uid"])
            _put_seconders(desk, uid, fields["seconder_uids"])
        if found["kind"] not in REWORDS | RULED and guard.text_of(found, "final_text"):
            wording = Family(desk, [guard.row(desk, "motion", uid)]).wording(uid)
            rows.update(desk.conn, "motion", uid, {"final_text": wording})
        if fields.keys() & _ON_PEOPLE:
            advise_again(desk, guard.row(desk, "motion", uid))
    return Done(uid, _CHANGED)


def _check_parent(desk: Desk, found: Mapping[str, Any], parent_uid: str) -> None:
    guard.row(desk, "motion", parent_uid)
    below = {one["uid"] for one in Family(desk, [found]).below(found["uid"])}
    if parent_uid == found["uid"] or parent_uid in below:
        raise InputRefused("error.motion_circle")


def withdraw(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Record that the mover withdrew a motion."""
    return set_outcome(desk, uid, Outcome.WITHDRAWN, at=at)


def no_second(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Record that nobody seconded a motion."""
    return set_outcome(desk, uid, Outcome.NO_SECOND, at=at)


def rule_out_of_order(desk: Desk, uid: str, *, at: datetime | None = None) -> Done[str]:
    """Record that the chair ruled a motion out of order."""
    return set_outcome(desk, uid, Outcome.OUT_OF_ORDER, at=at)


def set_outcome(
    desk: Desk, uid: str, outcome: str | None, *, at: datetime | None = None
) -> Done[str]:
    """Record what became of a motion; None makes it undecided again."""
    found = guard.row(desk, "motion", uid)
    guard.unlocked(desk, found["meeting_uid"])
    motion = label(found["number"], found["kind"])
    if outcome is None:
        with desk.step("step.reopen_motion", motion=motion):
            unsettle(desk, uid)
            follow(desk, uid, None)
        return Done(uid, _CHANGED)
    word = Outcome(outcome).value
    with desk.step(f"step.outcome_{word}", motion=motion):
        settle(desk, uid, word, desk.stamp(at))
        follow(desk, uid, word)
    return Done(uid, _CHANGED)


def rule_on(
    desk: Desk, uid: str, *, granted: bool, ruling: Text = guard.NO_TEXT, at: datetime | None = None
) -> Done[str]:
    """Record the chair's ruling on a point of order or a question of privilege, with its reasons.

    ``ruling`` holds the words of the ruling, or the answer to an inquiry; they go into the minutes
    (RONR §23, §48). InputRefused for a kind that the chair does not rule on.
    """
    found = guard.row(desk, "motion", uid)
    guard.unlocked(desk, found["meeting_uid"])
    motion = label(found["number"], found["kind"])
    if found["kind"] not in RULED:
        raise InputRefused("error.no_ruling_on", motion=motion)
    answer = found["kind"] == MotionKind.INQUIRY
    outcome = Outcome.CARRIED if granted else Outcome.LOST
    word = "answer" if answer else "granted" if granted else "denied"
    with desk.step(f"step.ruling_{word}", motion=motion):
        settle(desk, uid, Outcome.SETTLED if answer else outcome, desk.stamp(at))
        rows.update(desk.conn, "motion", uid, {"final_text": ruling})
    return Done(uid, _CHANGED)


def raise_point(
    desk: Desk,
    meeting_uid: str,
    *,
    kind: str,
    text: Text = guard.NO_TEXT,
    mover_uid: str | None = None,
    granted: bool | None = None,
    ruling: Text = guard.NO_TEXT,
    at: datetime | None = None,
) -> Done[str]:
    """State what the chair rules on, and in the same step the ruling; None: not ruled yet.

    Returns the motion's uid.
    """
    with desk.step("step.raise_point", kind=Message(f"motion_kind.{MotionKind(kind)}")):
        uid = state_motion(
            desk, meeting_uid, kind=kind, text=text, mover_uid=mover_uid, at=at
        ).value
        if granted is not None:
            rule_on(desk, uid, granted=granted, ruling=ruling, at=at)
    return Done(uid, _CHANGED)
