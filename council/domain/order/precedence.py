"""Which motion is in order now, and why another is not (RONR §5-6, ranks of §10-22, §23-37).

Every judge answers with a Ruling: whether the rule is met, why, and who says so. ``holds`` is None
where the rules or the record do not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from council.domain.messages import Message
from council.domain.order.bring_back import in_reach, may_reconsider, vote_needed
from council.domain.order.floor import Decided, Floor, Member
from council.domain.order.motions import can_amend, degree
from council.domain.order.movers import may_move, seconds
from council.domain.rules.values import Debatable, MotionClass, MotionRule
from council.domain.rulings import Ruling
from council.domain.vocabulary import Method, MotionKind

if TYPE_CHECKING:
    from council.domain.order.motions import PendingMotion
    from council.domain.rules.book import RuleBook

__all__ = [
    "Decided", "Floor", "Member", "all_in_order", "in_order", "may_move", "may_reconsider",
    "seconds", "vote_needed",
]  # fmt: skip

_LIKE_MAIN = frozenset({MotionKind.FIX_TIME, MotionKind.ADJOURN, MotionKind.RECESS})
"""Privileged motions that are main motions when nothing is pending (RONR §20-22)."""

_WITHOUT_QUORUM = tuple(_LIKE_MAIN)
_HEARD = frozenset({Method.VOICE, Method.SHOW_OF_HANDS})
_DIVISIBLE = frozenset({MotionKind.MAIN, MotionKind.AMEND, MotionKind.POSTPONE_INDEFINITELY})
_UNTIL_DEBATE_ENDS = frozenset({MotionKind.POSTPONE, MotionKind.REFER})
_ON_DEBATE = frozenset({MotionKind.PREVIOUS_QUESTION, MotionKind.LIMIT_DEBATE})
_MAIN_RANK = 1
_UNKNOWN = MotionRule(MotionClass.MAIN, _MAIN_RANK, 0, Debatable.YES, True, "majority")


class Bar(NamedTuple):
    """Why a motion is not in order; ``key`` names the rule when it is not the motion's own."""

    code: str
    key: str = ""
    other: PendingMotion | None = None
    source: str = ""

    @property
    def message(self) -> Message:
        """Return the reason."""
        named = {"pending": Message(f"motion_kind.{self.other.kind}")} if self.other else {}
        return Message(f"in_order.{self.code}", named)


def in_order(
    floor: Floor, kind: MotionKind, rules: RuleBook, target: Decided | None = None
) -> Ruling:
    """Say whether a kind of motion is in order now; ``target`` is what one brings back.

    ``holds`` is None when the rules say nothing of the kind on that day.
    """
    own = rules.find(f"motion.{kind}")
    if own is None or not own.known:
        return Ruling(None, Message("in_order.no_rule"), own.source if own else "", verified=False)
    if floor.voting is not None and not _divides(floor, kind):
        return Ruling(False, Message("in_order.vote_open"), "RONR §45")
    bar = _bar(floor, kind, rules)
    if bar is not None:
        said = rules.find(bar.key) or own
        return Ruling(False, bar.message, bar.source or said.source, own.verified)
    if rules.motion(kind).family is MotionClass.BRING_BACK:
        ruling = in_reach(floor, kind, rules, target)
        if ruling is not None:
            return ruling
    return _quorum(floor, kind, rules) or Ruling(
        True, Message("in_order.yes"), own.source, own.verified
    )


def all_in_order(floor: Floor, rules: RuleBook) -> tuple[tuple[MotionKind, Ruling], ...]:
    """Judge every kind of motion."""
    return tuple((kind, in_order(floor, kind, rules)) for kind in MotionKind)


def _quorum(floor: Floor, kind: MotionKind, rules: RuleBook) -> Ruling | None:
    """Return why the motion waits for a quorum; None when it need not, or nobody knows."""
    if floor.quorum is not False:
        return None
    said = rules.find("without_quorum")
    lawful = said.value if said and said.known else _WITHOUT_QUORUM
    if kind in lawful:
        return None
    names = [Message(f"motion_kind.{one}") for one in sorted(lawful, key=list(MotionKind).index)]
    message = Message("in_order.no_quorum", {"kinds": names})
    return Ruling(False, message, said.source if said else "RONR §40", not said or said.verified)


def _bar(floor: Floor, kind: MotionKind, rules: RuleBook) -> Bar | None:
    match rules.motion(kind).family:
        case MotionClass.MAIN:
            return Bar("decide_first", other=floor.top) if floor.pending else None
        case MotionClass.BRING_BACK:
            waits = floor.pending and kind is not MotionKind.RECONSIDER
            return Bar("decide_first", other=floor.top) if waits else None
        case MotionClass.SUBSIDIARY:
            return _bar_subsidiary(floor, kind, rules)
        case MotionClass.PRIVILEGED:
            return _bar_privileged(floor, kind, rules)
    return _bar_incidental(floor, kind)


# ------------------------------------------------------------------------- ranking motions


def _rule(kind: MotionKind, rules: RuleBook) -> MotionRule:
    """Return what the rules say of a pending motion's kind; where nothing, that of a main one."""
    found = rules.find(f"motion.{kind}")
    return found.value if found is not None and found.known else _UNKNOWN


def _rank(floor: Floor, motion: PendingMotion, rules: RuleBook) -> int:
    """Return a pending motion's rank; what stands alone on the floor ranks as a main motion."""
    rule = _rule(motion.kind, rules)
    if rule.family is MotionClass.BRING_BACK:
        return _MAIN_RANK
    if motion is floor.pending[0] and motion.kind in _LIKE_MAIN:
        return _MAIN_RANK
    return rule.rank


def _highest(floor: Floor, rules: RuleBook) -> PendingMotion:
    return max(floor.pending, key=lambda motion: _rank(floor, motion, rules))


def _outranked(floor: Floor, kind: MotionKind, rules: RuleBook) -> Bar | None:
    if not floor.pending:
        return None
    highest = _highest(floor, rules)
    if rules.motion(kind).rank > _rank(floor, highest, rules):
        return None
    return Bar("yields", other=highest)


def _bar_privileged(floor: Floor, kind: MotionKind, rules: RuleBook) -> Bar | None:
    if floor.holds(kind):
        return Bar("pending_already")
    return _outranked(floor, kind, rules)


def _bar_subsidiary(floor: Floor, kind: MotionKind, rules: RuleBook) -> Bar | None:
    top = floor.top
    if top is None:
        return Bar("nothing_pending")
    if floor.closed and kind is not MotionKind.LAY_ASIDE:
        return Bar("debate_closed", f"motion.{MotionKind.PREVIOUS_QUESTION}", top)
    if kind is MotionKind.AMEND:
        return _bar_amendment(floor, top, rules)
    outranked = _outranked(floor, kind, rules)
    if outranked is not None:
        return outranked
    if floor.ends and kind in _UNTIL_DEBATE_ENDS:
        return Bar("debate_ends", f"motion.{MotionKind.LIMIT_DEBATE}")
    return _does_not_apply(floor, kind, top, rules)


def _bar_amendment(floor: Floor, top: PendingMotion, rules: RuleBook) -> Bar | None:
    if not _amendable(floor, top, rules):
        return Bar("not_amendable", f"motion.{top.kind}", top)
    if not can_amend(degree(floor.pending, top.uid)):
        return Bar("third_degree")
    return None


def _amendable(floor: Floor, motion: PendingMotion, rules: RuleBook) -> bool:
    if motion is floor.pending[0] and motion.kind in _LIKE_MAIN:
        return _rule(MotionKind.MAIN, rules).amendable
    return _rule(motion.kind, rules).amendable


def _does_not_apply(
    floor: Floor, kind: MotionKind, top: PendingMotion, rules: RuleBook
) -> Bar | None:
    """Return why a subsidiary motion that outranks all cannot be applied to the question."""
    if top.kind is MotionKind.TAKE_UP_AGAIN:
        return Bar("does_not_apply", other=top)
    if kind is MotionKind.LAY_ASIDE:
        return None
    if kind in _ON_DEBATE:
        return _bar_on_debate(floor, kind, top, rules)
    if _rule(top.kind, rules).family is MotionClass.INCIDENTAL:
        fits = _debatable(floor, top, rules) and kind is not MotionKind.POSTPONE_INDEFINITELY
        return None if fits else Bar("does_not_apply", other=top)
    if top.kind is MotionKind.RECONSIDER and kind is not MotionKind.POSTPONE:
        return Bar("does_not_apply", other=top)
    return None


def _bar_on_debate(
    floor: Floor, kind: MotionKind, top: PendingMotion, rules: RuleBook
) -> Bar | None:
    """Return why debate on the question cannot be closed or limited (RONR §15, §16, §50)."""
    if floor.committee:
        return Bar("committee_debates", source="RONR §50")
    if _debatable(floor, top, rules):
        return None
    if kind is MotionKind.PREVIOUS_QUESTION and _amendable(floor, top, rules):
        return None
    return Bar("not_debatable", other=top)


def _debatable(floor: Floor, motion: PendingMotion, rules: RuleBook) -> bool:
    """Tell whether a motion can be debated; of one that shares its target's lot, whether that can.

    What hangs on nothing pending (an appeal alone, a decision to be reconsidered) can.
    """
    place = floor.pending.index(motion)
    if place == 0 and motion.kind in _LIKE_MAIN:
        return True
    said = _rule(motion.kind, rules).debatable
    if said is not Debatable.IF_TARGET:
        return said is Debatable.YES
    below = floor.pending[:place]
    target = next((one for one in below if one.uid == motion.parent_uid), None)
    target = target or (below[-1] if below else None)
    return target is None or _debatable(floor, target, rules)


# ---------------------------------------------------------------------- incidental motions


def _divides(floor: Floor, kind: MotionKind) -> bool:
    return kind is MotionKind.DIVISION_OF_ASSEMBLY and floor.voting in _HEARD


def _bar_incidental(floor: Floor, kind: MotionKind) -> Bar | None:
    """Return why an incidental motion does not arise from the question (RONR §23-33)."""
    top = floor.top
    match kind:
        case MotionKind.POINT_OF_ORDER | MotionKind.INQUIRY:
            return None
        case MotionKind.APPEAL:
            return _bar_appeal(floor)
        case MotionKind.DIVISION_OF_ASSEMBLY:
            heard = floor.voting in _HEARD or floor.just_voted in _HEARD
            return None if heard else Bar("no_voice_vote")
        case MotionKind.SUSPEND_RULES:
            return Bar("pending_already") if floor.holds(kind) else None
    if top is None:
        return Bar("nothing_pending")
    match kind:
        case MotionKind.OBJECT_TO_CONSIDERATION:
            return _bar_objection(floor)
        case MotionKind.DIVIDE:
            return None if top.kind in _DIVISIBLE else Bar("not_divisible", other=top)
    return Bar("pending_already") if floor.holds(kind) else None


def _bar_appeal(floor: Floor) -> Bar | None:
    if floor.holds(MotionKind.APPEAL):
        return Bar("pending_already")
    return None if floor.ruled else Bar("no_ruling")


def _bar_objection(floor: Floor) -> Bar | None:
    if [motion.kind for motion in floor.pending] != [MotionKind.MAIN]:
        return Bar("not_original")
    return Bar("debate_begun") if floor.debated else None
