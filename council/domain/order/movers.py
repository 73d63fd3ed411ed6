"""Who may move and second, and how many seconders a motion needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rules.values import ChairVotes
from council.domain.rulings import Ruling
from council.domain.vocabulary import MotionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.order.floor import Floor, Member
    from council.domain.rules.book import RuleBook
    from council.domain.rules.values import Value

_ANYBODY_RECUSED = frozenset(
    {MotionKind.POINT_OF_ORDER, MotionKind.QUESTION_OF_PRIVILEGE, MotionKind.INQUIRY}
)
"""What does not take part in deciding the question: a recused member may raise it too."""


def may_move(floor: Floor, kind: MotionKind, person: Member, rules: RuleBook) -> Ruling:
    """Say whether a person may make a motion of this kind.

    Members with a vote who are in the room may, not those recused on the question. Where the chair
    votes only when it decides (RONR §43), it does not move either, but in a small board (§49).
    """
    own = rules.find(f"motion.{kind}")
    by_office = person.executive and _has_executive(rules)
    found = _unfit(person, kind, member=person.voting or by_office)
    if found:
        return _ruling(False, f"mover_{found}", own, person)
    aloof = rules.value_of("chair_votes") == ChairVotes.BALLOT_OR_IF_DECISIVE
    if person.presiding and aloof and not floor.small_board:
        message = Message("in_order.mover_presides", {"name": person.name})
        return Ruling(False, message, "RONR §43", verified=False)
    return _ruling(True, "may_move", own, person)


def _unfit(person: Member, kind: MotionKind, *, member: bool) -> str:
    if not person.here:
        return "absent"
    if not member:
        return "no_member"
    return "recused" if person.recused and kind not in _ANYBODY_RECUSED else ""


def _has_executive(rules: RuleBook) -> bool:
    """Tell whether the rules are those of a council beside an executive that moves too."""
    return rules.find("second_table") is not None


def _ruling(holds: bool, code: str, said: Value | None, person: Member) -> Ruling:
    source, verified = (said.source, said.verified) if said else ("", False)
    return Ruling(holds, Message(f"in_order.{code}", {"name": person.name}), source, verified)


def seconds(
    floor: Floor,
    kind: MotionKind,
    mover: Member | None,
    seconders: Sequence[Member],
    rules: RuleBook,
    *,
    begun: bool = False,
) -> Ruling:
    """Say whether a motion has the seconders it needs.

    The executive's own motion needs none (th-lao). Once debate or voting has ``begun``, the lack
    of a second is cured.
    """
    own = rules.find(f"motion.{kind}")
    if own is None or not own.known:
        return Ruling(None, Message("in_order.no_rule"), own.source if own else "", verified=False)
    listed = rules.find("second_table") if kind is MotionKind.MAIN else None
    said = listed if listed is not None and floor.members is not None else own
    needed = rules.seconds_needed(kind, floor.members) if said.known else None
    if needed is None:
        return Ruling(None, Message("in_order.no_rule"), said.source, verified=False)
    if listed is not None and mover is not None and mover.executive:
        needed = 0
    code, params = _count(mover, seconders, needed, kind)
    if code not in ("second_none", "second_enough") and begun:
        return Ruling(True, Message("in_order.second_cured"), said.source, said.verified)
    holds = code in ("second_none", "second_enough")
    return Ruling(holds, Message(f"in_order.{code}", params), said.source, said.verified)


def _count(
    mover: Member | None,
    seconders: Sequence[Member],
    needed: int,
    kind: MotionKind,
) -> tuple[str, dict[str, object]]:
    """Return what is to say of the seconders, with its parameters."""
    if not needed:
        return "second_none", {}
    fit: set[str] = set()
    wrong: list[tuple[str, Member]] = []
    for one in seconders:
        why = _unfit(one, kind, member=one.voting)
        if mover is not None and one.uid == mover.uid:
            why = "own"
        if why:
            wrong.append((why, one))
        else:
            fit.add(one.uid)
    params: dict[str, object] = {"needed": needed, "found": len(fit)}
    if len(fit) >= needed:
        return "second_enough", params
    if wrong:
        why, person = wrong[0]
        return f"second_{why}", {**params, "name": person.name}
    return "second_missing", params
