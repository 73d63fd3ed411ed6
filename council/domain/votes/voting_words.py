"""The sum of a vote as data that the catalogue turns into sentences; made only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.vocabulary import UNOPPOSED, Method
from council.domain.votes.requirements import AllOf, AnyOf, AnyRequirement, Base, Requirement
from council.domain.votes.tallies import (
    TIE_UNKNOWN,
    Abstaining,
    Room,
    Silence,
    Tally,
    Tie,
    counted,
    silent,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.votes.voting import Asked, Verdict

_NAMED_SHARES = {(1, 2): "half", (2, 3): "two_thirds", (3, 4): "three_quarters", (1, 1): "all"}
_NAMES = frozenset({
    "majority", "two_thirds", "three_quarters", "majority_of_membership", "majority_of_seats",
    "majority_of_present", "two_thirds_of_present", "unanimous", "unanimous_of_present", "rescind",
})  # fmt: skip
_MISSING_SILENT = Message("base_unknown.present_entitled")
TIE_NOT_KNOWN = Message("verdict.tie_unknown")
"""Why nobody can say what a tie means: the rules of the day are silent about it."""


def describe(requirement: AnyRequirement) -> Message:
    """Name the requirement: ``Majority of votes cast``, ``Two thirds of the members present``."""
    if isinstance(requirement, AnyOf | AllOf):
        code = "rule.any_of" if isinstance(requirement, AnyOf) else "rule.all_of"
        return _joined(code, [describe(part) for part in requirement.parts])
    base = Message(f"base.{requirement.base}")
    fraction = requirement.fraction
    name = _NAMED_SHARES.get((fraction.numerator, fraction.denominator))
    if name is not None and requirement.strict == (name == "half"):
        return Message(f"rule.{name}", {"base": base})
    manner = "more_than" if requirement.strict else "at_least"
    return Message(f"rule.{manner}", {"fraction": fraction, "base": base})


def explain(verdict: Verdict) -> Message:
    """Return the whole sum of a verdict, with what was added to it and why it came out so."""
    asked = verdict.asked
    if uncounted := _uncounted(asked):
        return uncounted
    if asked.requirement is None:
        return _unknown_rule(asked.name)
    message = _summed(verdict, asked.requirement)
    for note in _notes(verdict):
        message = Message("verdict.with_note", {"sum": message, "note": note})
    return message


def explain_base(verdict: Verdict) -> Message:
    """Return what the fraction was taken of, such as *26 present and entitled*."""
    asked = verdict.asked
    if uncounted := _uncounted(asked):
        return uncounted
    if asked.requirement is None:
        return _unknown_rule(asked.name)
    if verdict.outcome == "cannot_be_determined" and not _counted_all(verdict):
        return _MISSING_SILENT
    requirement, tally, _sure = counted(asked.counting, asked.requirement, asked.tally, asked.room)
    leaf = weigh(requirement, _as_judged(verdict, tally), asked.room).leaf
    return _base(leaf, verdict.base)


def tell(verdict: Verdict) -> Message:
    """Say what was counted, what came of it and why: *10 yes, 9 no, 7 abstaining: lost. …*."""
    tally = verdict.asked.tally
    why = explain(verdict)
    if _uncounted(verdict.asked):
        return why
    params = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "why": why}
    if verdict.outcome == "cannot_be_determined":
        return Message("verdict.told_unknown", params)
    return Message(
        "verdict.told", {**params, "outcome": Message(f"verdict_word.{verdict.outcome}")}
    )


def _uncounted(asked: Asked) -> Message | None:
    if asked.method in UNOPPOSED:
        return Message(f"verdict.{asked.method}")
    return Message("verdict.voice") if asked.method == Method.VOICE else None


def _unknown_rule(name: str) -> Message:
    if not name:
        return Message("verdict.rule_unknown")
    known = Message(f"requirement_name.{name}") if name in _NAMES else name
    return Message("verdict.rule_unknown_named", {"name": known})


def _counted_all(verdict: Verdict) -> bool:
    """Tell whether everything that counts as a yes is known."""
    asked = verdict.asked
    silence_counts = asked.counting.silence == Silence.AS_YES
    return not silence_counts or silent(asked.tally, asked.room) is not None


def _as_judged(verdict: Verdict, tally: Tally) -> Tally:
    """Return the tally that was weighed: with the casting vote, or turned round in an appeal."""
    asked = verdict.asked
    if asked.tie == Tie.CHAIR_SUSTAINED:
        return tally.turned()
    if verdict.cast and asked.casting is not None:
        return tally.plus(asked.casting)
    return tally


def _summed(verdict: Verdict, requirement: AnyRequirement) -> Message:
    asked = verdict.asked
    requirement, tally, _sure = counted(asked.counting, requirement, asked.tally, asked.room)
    if verdict.outcome == "cannot_be_determined" and not _counted_all(verdict):
        params = {"rule": describe(requirement), "missing": _MISSING_SILENT}
        return Message("verdict.unknown", params)
    side = "no" if asked.tie == Tie.CHAIR_SUSTAINED else "yes"
    return _sum(requirement, _as_judged(verdict, tally), asked.room, side)


def _sum(requirement: AnyRequirement, tally: Tally, room: Room, side: str) -> Message:
    if isinstance(requirement, AnyOf | AllOf):
        code = "verdict.any_of" if isinstance(requirement, AnyOf) else "verdict.all_of"
        return _joined(code, [_sum(part, tally, room, side) for part in requirement.parts])
    _outcome, base, needs, _leaf = weigh(requirement, tally, room)
    rule = describe(requirement)
    if base is None:
        missing = _base(requirement, None)
        return Message("verdict.unknown", {"rule": rule, "missing": missing})
    params = {
        "rule": rule,
        "base": _base(requirement, base),
        "share": _share(requirement),
        "needs": needs,
        "has": Message(f"verdict.has_{side}", {"count": tally.yes}),
    }
    message = Message("verdict.sum", params)
    if requirement.minimum_yes:
        params = {"sum": message, "minimum": requirement.minimum_yes}
        message = Message("verdict.sum_minimum", params)
    return message


def _joined(code: str, messages: list[Message]) -> Message:
    message = messages[-1]
    for first in reversed(messages[:-1]):
        message = Message(code, {"first": first, "rest": message})
    return message


def _base(requirement: Requirement, count: int | None) -> Message:
    if count is None:
        return Message(f"base_unknown.{requirement.base}")
    return Message(f"base_count.{requirement.base}", {"count": count})


def _share(requirement: Requirement) -> Message:
    fraction = requirement.fraction
    manner = "more_than" if requirement.strict else "at_least"
    name = _NAMED_SHARES.get((fraction.numerator, fraction.denominator))
    if name is None:
        return Message(f"share.{manner}", {"fraction": fraction})
    return Message(f"share.{manner}_{name}")


# --- the notes behind the sum --------------------------------------------------------------------


def _notes(verdict: Verdict) -> Iterator[Message]:
    asked = verdict.asked
    if verdict.outcome == "cannot_be_determined":
        if verdict.tied and verdict.base is not None and asked.tie == TIE_UNKNOWN:
            yield TIE_NOT_KNOWN
        return
    yield from _counting_notes(asked)
    if verdict.cast:
        choice = Message(f"verdict.vote_{asked.casting}")
        yield Message("verdict.casting", {"choice": choice})
        return
    if asked.casting is not None:
        reason = "no_tie" if asked.tie == Tie.CHAIR_CASTING else "no_right"
        yield Message(f"verdict.casting_{reason}")
    if asked.tie == Tie.CHAIR_SUSTAINED:
        yield _appeal_note(verdict)
    elif verdict.outcome == "lost":
        yield from _lost_notes(verdict)


def _counting_notes(asked: Asked) -> Iterator[Message]:
    tally, counting = asked.tally, asked.counting
    if tally.abstain:
        effect = _effect_of_abstaining(asked)
        # In an appeal the no must reach the number, so abstaining works for the ruling.
        if effect and not (effect == "as_no" and asked.tie == Tie.CHAIR_SUSTAINED):
            yield Message(f"verdict.abstain_{effect}", {"count": tally.abstain})
    if counting.silence == Silence.AS_YES and (quiet := silent(tally, asked.room)):
        yield Message("verdict.silent_as_yes", {"count": quiet})


def _effect_of_abstaining(asked: Asked) -> str:
    """Return as_yes, as_no, ignored, or nothing where the parts of a rule differ in it."""
    if asked.counting.abstain == Abstaining.AS_YES:
        return "as_yes"
    if asked.counting.abstain == Abstaining.IN_BASE:
        return "as_no"
    bases = set(_bases(asked.requirement))
    if bases == {Base.VOTES_CAST}:
        return "ignored"
    return "" if Base.VOTES_CAST in bases else "as_no"


def _bases(requirement: AnyRequirement | None) -> Iterator[Base]:
    if isinstance(requirement, Requirement):
        yield requirement.base
    elif requirement is not None:
        for part in requirement.parts:
            yield from _bases(part)


def _appeal_note(verdict: Verdict) -> Message:
    if verdict.outcome == "lost":
        return Message("verdict.ruling_overturned")
    return Message("verdict.tie_sustained" if verdict.tied else "verdict.ruling_stands")


def _lost_notes(verdict: Verdict) -> Iterator[Message]:
    asked = verdict.asked
    if asked.tally.yes == 0:
        yield Message("verdict.nobody_yes")
    elif verdict.tied:
        yield Message("verdict.tie_casting" if verdict.casting_open else "verdict.tie_lost")
