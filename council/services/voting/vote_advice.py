"""What goes on record when a vote is declared against the rules; nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import CouncilError, Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import MotionKind
from council.domain.votes.chair import judge_casting
from council.domain.votes.voting import describe
from council.services.advice import put_advice
from council.services.duties.late_items import has_ground, late_ruling
from council.services.session.previous_notice import requirement_with_notice
from council.services.voting.vote_rules import lawful_without_quorum, method_ruling, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from council.domain.votes.vote_checks import CheckedVote
    from council.domain.votes.voting import Verdict
    from council.services.desk import Desk
    from council.services.session.roll import Roll

AGAINST_VERDICT = "against_verdict"
WITHOUT_QUORUM = "without_quorum"
METHOD = "method_forbidden"
CASTING = "casting_vote"
LATE_ITEM = "late_item"
OTHER = "other_requirement"

_FOR_PEOPLE = frozenset({LATE_ITEM, OTHER})
"""Whether there was a ground for these only people know; they note it on the advice."""


def keep_advice(
    desk: Desk,
    roll: Roll,
    motion: Mapping[str, Any],
    vote: CheckedVote,
    declared: str,
    stamp: str,
    *,
    again: bool = False,
) -> None:
    """Keep what the rules say against a vote just declared, within the step that is open.

    Each rule once for a vote: one declared ``again`` changes only whether its advice was followed.
    """
    broken = dict(_broken(desk, roll, motion, vote, declared))
    found = rows.find(desk.conn, "advice", vote_uid=vote.uid) if again else []
    for one in found:
        followed = int(broken.pop(one["code"], None) is None)
        if one["code"] not in _FOR_PEOPLE and one["followed"] != followed:
            rows.update(desk.conn, "advice", one["uid"], {"followed": followed})
    for code, ruling in broken.items():
        put_advice(
            desk,
            meeting_uid=roll.uid,
            code=code,
            ruling=ruling,
            rules=roll.rules,
            motion_uid=motion["uid"],
            vote_uid=vote.uid,
            item_uid=motion["item_uid"],
            followed=None if code in _FOR_PEOPLE else False,
            at=stamp,
        )
    _keep_late_item(desk, roll, motion, vote, stamp)


def _keep_late_item(
    desk: Desk, roll: Roll, motion: Mapping[str, Any], vote: CheckedVote, stamp: str
) -> None:
    """Keep, once for an item, what deciding it takes when it was added after posting."""
    item = motion["item_uid"]
    if motion["kind"] != MotionKind.MAIN or not item:
        return
    ruling = late_ruling(desk, roll, item, vote.at)
    if ruling is None or ruling.holds is not False:
        return
    if has_ground(desk, item) or rows.count(desk.conn, "advice", item_uid=item, code=LATE_ITEM):
        return
    put_advice(
        desk,
        meeting_uid=roll.uid,
        code=LATE_ITEM,
        ruling=ruling,
        rules=roll.rules,
        motion_uid=motion["uid"],
        vote_uid=vote.uid,
        item_uid=item,
        followed=None,
        at=stamp,
    )


def _broken(
    desk: Desk, roll: Roll, motion: Mapping[str, Any], vote: CheckedVote, declared: str
) -> Iterator[tuple[str, Ruling]]:
    verdict = vote.verdict()
    if verdict is not None:
        if verdict.outcome not in (declared, "cannot_be_determined"):
            yield AGAINST_VERDICT, Ruling(False, verdict.told, verdict.source)
        if verdict.asked.casting is not None and not verdict.cast:
            yield CASTING, _casting(roll, verdict)
    other = _other(desk, roll, motion, vote)
    if other is not None:
        yield OTHER, other
    if vote.short and motion["kind"] not in lawful_without_quorum(roll.rules):
        yield WITHOUT_QUORUM, _no_quorum(roll, vote)
    method = method_ruling(roll, vote.method, vote.at)
    if method.holds is False:
        yield METHOD, method


def _casting(roll: Roll, verdict: Verdict) -> Ruling:
    rule = roll.rules.find("tie.motion")
    return judge_casting(verdict, source=rule.source if rule else "")


def _other(desk: Desk, roll: Roll, motion: Mapping[str, Any], vote: CheckedVote) -> Ruling | None:
    """Return what the rules ask of this kind of motion, when the vote was judged otherwise."""
    try:
        wanted = requirement_with_notice(desk, roll, motion)
        usual = resolve(roll.rules, wanted, motion["kind"])
    except CouncilError:  # the rules know no such kind
        return None
    if usual.requirement is None or vote.rule is None or usual.requirement == vote.rule:
        return None
    params = {"rule": describe(usual.requirement), "taken": describe(vote.rule)}
    return Ruling(False, Message("vote_rule.other", params), usual.source)


def _no_quorum(roll: Roll, vote: CheckedVote) -> Ruling:
    rule = roll.rules.find("quorum")
    params = {"found": vote.quorum_present, "expected": vote.quorum_needed}
    message = Message("finding.no_quorum", params)
    return Ruling(False, message, rule.source if rule else "", rule.verified if rule else True)
