"""Bringing a question back: taken up again, rescinded, changed, discharged, reconsidered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rules.kinds_motions import Mover, Reconsiderable
from council.domain.rulings import Ruling
from council.domain.vocabulary import MotionKind, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.domain.order.floor import Decided, Floor
    from council.domain.rules.book import RuleBook
    from council.domain.rules.kinds_motions import ReconsiderRule

BRINGS = {
    MotionKind.TAKE_UP_AGAIN: ("aside", "nothing_laid_aside"),
    MotionKind.RESCIND: ("adopted", "nothing_adopted"),
    MotionKind.AMEND_ADOPTED: ("adopted", "nothing_adopted"),
    MotionKind.DISCHARGE: ("referred", "nothing_referred"),
}
"""What each of the motions brings back, and what is said when there is nothing."""

WITH_NOTICE = frozenset({MotionKind.RESCIND, MotionKind.AMEND_ADOPTED, MotionKind.DISCHARGE})
"""Motions for which a majority is enough when previous notice was given (RONR §35, §36)."""

_VOTED = (Outcome.CARRIED, Outcome.LOST)


def vote_needed(
    floor: Floor, kind: MotionKind, rules: RuleBook, target_uid: str | None = None
) -> str:
    """Return the name of the requirement a motion needs, with what notice makes easier."""
    if kind in WITH_NOTICE and target_uid in floor.noticed:
        return "majority"
    return rules.vote_for(kind)


def in_reach(
    floor: Floor, kind: MotionKind, rules: RuleBook, target: Decided | None
) -> Ruling | None:
    """Return why there is nothing to bring back, None when there is; of ``target`` alone if given.

    Only main motions are rescinded or changed, only what is not carried out yet (RONR §35).
    """
    if kind is MotionKind.RECONSIDER:
        return _reconsiderable(floor, rules, [target] if target else floor.decided)
    what, code = BRINGS[kind]
    listed = [target] if target else floor.decided
    if any(one.what == what and _open(one, kind) for one in listed):
        return None
    if target is None and what in floor.earlier:
        return None
    if target is not None and target.what == what:
        code = "carried_out" if target.executed else "not_a_main_motion"
    own = rules.get(f"motion.{kind}")
    return Ruling(False, Message(f"in_order.{code}"), own.source, own.verified)


def _open(one: Decided, kind: MotionKind) -> bool:
    if kind in (MotionKind.RESCIND, MotionKind.AMEND_ADOPTED):
        return one.kind is MotionKind.MAIN and not one.executed
    return True


def _reconsiderable(floor: Floor, rules: RuleBook, listed: Iterable[Decided]) -> Ruling | None:
    last: Ruling | None = None
    for one in listed:
        if one.outcome not in _VOTED:
            continue
        last = may_reconsider(floor, one, None, rules)
        if last.holds is not False:
            return None
    if last is not None:
        return last
    own = rules.get(f"motion.{MotionKind.RECONSIDER}")
    return Ruling(False, Message("in_order.nothing_decided"), own.source, own.verified)


def may_reconsider(floor: Floor, one: Decided, mover: str | None, rules: RuleBook) -> Ruling:
    """Say whether a vote can be reconsidered now, and by this mover; None asks for anybody.

    RONR §37: by somebody who voted with the side that won, on the same or the next day of the
    session, once, and only what has not been carried out. What the rules leave open is allowed.
    """
    own = rules.find(f"motion.{MotionKind.RECONSIDER}")
    source, verified = (own.source, own.verified) if own else ("", False)
    code = _never(one) or _not_now(one, rules)
    if code:
        return Ruling(False, Message(f"reconsider.{code}"), source, verified)
    found = rules.find("reconsider")
    if found is None:
        return Ruling(True, Message("reconsider.yes"), source, verified)
    if not found.known:
        return Ruling(None, Message("in_order.no_rule"), found.source, verified=False)
    rule: ReconsiderRule = found.value
    late = _too_late(floor, one, rule)
    if late is not None:
        return Ruling(late.holds, late.message, found.source, found.verified)
    side = _side(one, mover, rule)
    return Ruling(side.holds, side.message, found.source, found.verified)


def _never(one: Decided) -> str:
    if one.outcome not in _VOTED:
        return "not_voted"
    if one.kind is MotionKind.RECONSIDER:
        return "not_this_kind"
    if one.reconsidered:
        return "once"
    return "carried_out" if one.executed else ""


def _not_now(one: Decided, rules: RuleBook) -> str:
    """Return what the rules say against it for this kind of motion."""
    found = rules.find(f"motion.{one.kind}")
    if found is None or not found.known:
        return ""
    match found.value.reconsider:
        case Reconsiderable.NO:
            return "not_this_kind"
        case Reconsiderable.AFFIRMATIVE_ONLY if one.outcome is Outcome.LOST:
            return "affirmative_only"
        case Reconsiderable.NEGATIVE_ONLY if one.outcome is Outcome.CARRIED:
            return "negative_only"
        case Reconsiderable.NOT_BEGUN if one.begun:
            return "committee_began"
        case Reconsiderable.BEFORE_VOTE if one.begun:
            return "vote_taken"
    return ""


def _too_late(floor: Floor, one: Decided, rule: ReconsiderRule) -> Ruling | None:
    if rule.session and not one.session:
        return Ruling(False, Message("reconsider.other_session"))
    if rule.within_days is None:
        return None
    if one.day is None or floor.today is None:
        return Ruling(None, Message("reconsider.day_unknown"))
    gone = (floor.today - one.day).days
    if gone <= rule.within_days:
        return None
    params = {"days": rule.within_days, "gone": gone}
    return Ruling(False, Message("reconsider.too_late", params))


def _side(one: Decided, mover: str | None, rule: ReconsiderRule) -> Ruling:
    if rule.mover is Mover.ANYONE or mover is None or one.unopposed:
        return Ruling(True, Message("reconsider.yes"))
    if one.prevailed is None:
        return Ruling(None, Message("reconsider.sides_unknown"))
    if mover in one.prevailed:
        return Ruling(True, Message("reconsider.yes"))
    return Ruling(False, Message("reconsider.not_prevailing"))
