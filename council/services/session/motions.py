"""Motions before a meeting: stated, amended, withdrawn, postponed, decided, found again.

Nothing that happens in the room is refused for being out of order: ``order_now`` says beforehand
what the rules say, and the check says it afterwards.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.calendars import fold_digits
from council.domain.messages import InputRefused, Message
from council.domain.order.motions import REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard
from council.services.council import get_rules, words_in
from council.services.desk import Changes, Done
from council.services.session import amending, motion_rows, stating
from council.services.session.family import Family, pending_rows
from council.services.session.motion_advice import advise, advise_again, follow
from council.services.session.motion_rows import MotionRow, read_motions
from council.services.session.order import OrderNow, order_of
from council.services.session.settling import follow_wording, settle, settle_row, unsettle
from council.services.session.speakers.turns import hush
from council.services.session.stating import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.edits import Edit
    from council.services.desk import Desk

__all__ = [
    "MotionRow",
    "OrderNow",
    "correct_motion",
    "get_motion",
    "label",
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
        *("kind", "until", "made_at", "speech_seconds"),
    }
)
_ON_PEOPLE = frozenset({"mover_uid", "seconder_uids", "kind", "made_at"})
"""What a correction of lets the rules judge mover and seconders anew."""

_NEED_WORDS = frozenset({MotionKind.MAIN, MotionKind.AMEND})

# ------------------------------------------------------------------------------- reading


def pending(desk: Desk, meeting_uid: str) -> list[MotionRow]:
    """Return the undecided questions, the main one first, the immediately pending one last."""
    listed = {one.uid: one for one in motion_rows.list_open(desk, meeting_uid)}
    return [listed[one["uid"]] for one in pending_rows(desk, meeting_uid)]


def list_motions(desk: Desk, meeting_uid: str | None = None) -> list[MotionRow]:
    """Return the motions of a meeting in the order they were made, or of all meetings."""
    if meeting_uid is not None:
        return list(motion_rows.list_motions(desk, meeting_uid))
    found = rows.find(desk.conn, "motion")
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
    edits: Sequence[Edit] = (),
    speech_seconds: int | None = None,
    advised: bool = True,
) -> Done[str]:
    """State a motion: it gets its number and is pending; return its uid.

    An amendment comes with ``edits``, which are refused when their words are not in the text, or
    with ``proposed_text``, how the whole motion would read; its ``text`` says what changes and is
    made from the edits where none is given. Without ``parent_uid`` it hangs on the question its
    kind applies to, without ``item_uid`` it belongs to that motion's item or the one before the
    meeting. Motions other than main motions and amendments may come without a text: then the name
    of their kind is the text. ``edits`` of a motion to divide are the parts, ``speech_seconds`` is
    what one to limit debate gives each speaker.

    What speaks against it by the rules is kept as advice, unless it is not ``advised`` since nobody
    moves it. What one member can demand is settled.
    """
    chosen = MotionKind(kind)
    guard.unlocked(desk, meeting_uid)
    meeting = guard.row(desk, "meeting", meeting_uid)
    stack = pending_rows(desk, meeting_uid)
    parent = stating.parent_of(desk, chosen, parent_uid, stack, mover_uid)
    amends, reads = _amends(desk, chosen, parent, edits, proposed_text)
    if not text:
        text = _own_words(desk, chosen, amends)
    if chosen in _NEED_WORDS:
        guard.words(text, "field.motion_text")
    number = stating.number_for(desk, meeting, chosen, parent)
    with desk.step("step.state_motion", motion=label(number, chosen.value)):
        uid = desk.ids.new("mo")
        values = {
            "uid": uid,
            "meeting_uid": meeting_uid,
            "item_uid": item_uid or stating.item_of(desk, meeting_uid, parent),
            "parent_uid": parent["uid"] if parent else None,
            "position": rows.next_position(desk.conn, "motion", meeting_uid=meeting_uid),
            "number": number,
            "kind": chosen.value,
            "mover_uid": mover_uid,
            "text": text,
            "final_text": reads,
            "edit": [one.to_data() for one in amends] or None,
            "speech_seconds": speech_seconds,
            "until": guard.stored(desk, until),
            "made_at": desk.stamp(at),
        }
        rows.insert(desk.conn, "motion", values)
        stating.put_seconders(desk, uid, seconder_uids)
        if advised:
            made = datetime.fromisoformat(values["made_at"])
            advise(desk, values, tuple(dict.fromkeys(seconder_uids)), stack, made)
        if _is_demand(desk, meeting, chosen):
            settle_row(desk, values, Outcome.CARRIED.value, values["made_at"])
        heard = _interrupts(desk, meeting, chosen) and at is None
        if heard:
            hush(desk, meeting_uid, values["made_at"], done=False)
    return Done(uid, _CHANGED | {"speakers"} if heard else _CHANGED)


def _interrupts(desk: Desk, meeting: Mapping[str, Any], kind: MotionKind) -> bool:
    """Tell whether a kind of motion may be made while somebody else speaks."""
    rules = get_rules(desk, date.fromisoformat(meeting["starts_local"][:10]))
    rule = rules.value_of(f"motion.{kind.value}")
    return rule is not None and bool(rule.interrupt)


def _own_words(desk: Desk, kind: MotionKind, amends: Sequence[Edit]) -> Text:
    """Return the words of a motion that came without: what it edits, else the name of its kind."""
    if kind in REWORDS and amends:
        return amending.say_edits(desk.languages(), amends)
    if kind in _NEED_WORDS:
        return guard.NO_TEXT
    return words_in(desk.languages(), f"motion_kind.{kind.value}")


def _is_demand(desk: Desk, meeting: Mapping[str, Any], kind: MotionKind) -> bool:
    """Tell whether one member's word is enough by the rules of the day."""
    rules = get_rules(desk, date.fromisoformat(meeting["starts_local"][:10]))
    found = rules.find(f"motion.{kind}")
    return found is not None and found.known and found.value.vote == "demand"


def _amends(
    desk: Desk,
    kind: MotionKind,
    parent: Mapping[str, Any] | None,
    edits: Sequence[Edit],
    proposed: Text | None,
) -> tuple[tuple[Edit, ...], Text]:
    """Return the edits of an amendment and how what it amends would read.

    Edits come first; else they are read from the wording that is proposed. Of other kinds edits are
    kept as given, the parts of a question that would be divided.
    """
    if kind not in REWORDS or parent is None:
        return tuple(edits), proposed or Text()
    before = Family(desk, [parent]).current_text(parent["uid"])
    if edits:
        return tuple(edits), amending.check(edits, before)
    return amending.edits_between(before, proposed or Text()), proposed or Text()


def correct_motion(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Correct text, proposed_text, mover, seconders, item, parent, kind, until or made_at.

    Fields are named as in ``state_motion``, and made_at. The number stays.
    A decided motion's final wording follows its corrected text, and that of its amendments.
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
        stored = _reworded(desk, found, fields["proposed_text"] or Text()) | stored
    with desk.step("step.correct_motion", motion=label(found["number"], found["kind"])):
        rows.update(desk.conn, "motion", uid, stored)
        if "seconder_uids" in fields:
            for one in rows.find(desk.conn, "seconder", motion_uid=uid):
                rows.delete(desk.conn, "seconder", one["uid"])
            stating.put_seconders(desk, uid, fields["seconder_uids"])
        if found["kind"] not in REWORDS | RULED and guard.text_of(found, "final_text"):
            wording = Family(desk, [guard.row(desk, "motion", uid)]).wording(uid)
            rows.update(desk.conn, "motion", uid, {"final_text": wording})
        follow_wording(desk, found)
        if fields.keys() & _ON_PEOPLE:
            advise_again(desk, guard.row(desk, "motion", uid))
    return Done(uid, _CHANGED)


def _reworded(desk: Desk, found: Mapping[str, Any], proposed: Text) -> dict[str, Any]:
    """Return the columns of an amendment that proposes another wording than before."""
    values: dict[str, Any] = {"final_text": proposed}
    if found["kind"] in REWORDS and found["parent_uid"]:
        before = Family(desk, [found]).before(found["uid"])
        edits = amending.edits_between(before, proposed)
        values["edit"] = [one.to_data() for one in edits] or None
        if edits:
            values["text"] = amending.say_edits(desk.languages(), edits)
    return values


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
    return Done(uid, _CHANGED | {"speakers"})
