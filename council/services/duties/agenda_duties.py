"""What the rules say of an agenda: late items, titles, public comment, papers, written motions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.db.origins import origins
from council.domain.duties import late_items
from council.domain.duties import meeting_duties as duties
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import ItemKind
from council.services import guard
from council.services.duties import duty_facts as facts
from council.services.duties.late_items import Remark, items_of, late_remarks
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from council.services.desk import Desk
    from council.services.duties.late_items import Item


def plan_remarks(desk: Desk, meeting_uid: str) -> list[Remark]:
    """Return what stands in the way of an agenda by the rules of the meeting's day."""
    roll = Roll(desk, meeting_uid)
    items = items_of(desk, meeting_uid)
    found = [
        *_comment(roll, items),
        *_special_approval(roll, items),
        *_documents(desk, roll),
        *_titles(roll, items),
        *_motions(desk, roll, items),
        *late_remarks(desk, meeting_uid),
    ]
    return [one for one in found if one.ruling.holds is not True]


# ----------------------------------------------------------------------------- titles


def _titles(roll: Roll, items: Sequence[Item]) -> Iterator[Remark]:
    rule = facts.known(roll.rules, "agenda.title_words")
    if rule is not None:
        for item in items:
            ruling = duties.judge_title(guard.text_of(item, "title"), rule.value, **rule.said)
            yield Remark(item["uid"], ruling, "title")


# --------------------------------------------------------------------- public comment


def comment_duties(desk: Desk, meeting_uid: str) -> list[Ruling]:
    """Return where the public may speak at a meeting, met or not, then what else holds for it."""
    roll = Roll(desk, meeting_uid)
    found = [one.ruling for one in _comment(roll, items_of(desk, meeting_uid))]
    factor = facts.known(roll.rules, "public_comment.translator_factor")
    if factor is not None and factor.value > 1:
        message = Message("comment.translator", {"factor": factor.value})
        found.append(Ruling(True, message, factor.source, factor.verified))
    nameless = facts.known(roll.rules, "speaker_name_optional")
    if nameless is not None and nameless.value:
        message = Message("comment.name_optional")
        found.append(Ruling(True, message, nameless.source, nameless.verified))
    return found


def speaking_minutes(desk: Desk, meeting_uid: str, limit: int, *, translated: bool) -> int:
    """Return the minutes a speaker has under a limit; who needs a translator may have more."""
    factor = facts.known(Roll(desk, meeting_uid).rules, "public_comment.translator_factor")
    times = factor.value if factor else 1
    return duties.speaking_minutes(limit, translated=translated, factor=times)


def _comment(roll: Roll, items: Sequence[Item]) -> list[Remark]:
    key = f"public_comment.{roll.meeting['kind']}"
    rule = facts.rule_of(roll.rules, key, "public_comment")
    if rule is None:
        return []
    if isinstance(rule, Ruling):
        return [Remark(None, rule, "comment")]
    kinds = [ItemKind(one["kind"]) for one in items]
    judged = duties.judge_comment(rule.value, kinds, **rule.said)
    return [Remark(None, one, "comment") for one in judged]


# ----------------------------------------------------------------- approval of minutes


def _special_approval(roll: Roll, items: Sequence[Item]) -> Iterator[Remark]:
    ruling = _approval(roll)
    if ruling is not None:
        for item in items:
            if item["approves_uid"]:
                yield Remark(item["uid"], ruling, "approval")


def _approval(roll: Roll) -> Ruling | None:
    rule = facts.known(roll.rules, "minutes.special_approves")
    if rule is None or rule.value or roll.meeting["kind"] not in late_items.NOTICED_ONLY:
        return None
    return Ruling(False, Message("duty.special_approves"), rule.source, rule.verified)


def approval_ruling(desk: Desk, at_meeting_uid: str) -> Ruling | None:
    """Return why a meeting does not approve minutes, None when it may."""
    return _approval(Roll(desk, at_meeting_uid))


# ----------------------------------------------------------- papers and written motions


def _documents(desk: Desk, roll: Roll) -> Iterator[Remark]:
    """Yield whether the papers were public in time, for an agenda that has papers."""
    if not rows.count(desk.conn, "attachment", meeting_uid=roll.uid):
        return
    rule = facts.rule_of(roll.rules, "notice_documents", "notice_documents")
    if rule is None:
        return
    if isinstance(rule, Ruling):
        yield Remark(None, rule, "documents")
        return
    public = facts.published(desk, roll.uid, "agenda", public=1)
    yield Remark(None, _judged(desk, roll, rule, public, "documents"), "documents")


def _judged(desk: Desk, roll: Roll, rule: facts.Rule, done: list[datetime], what: str) -> Ruling:
    due = facts.notice_deadline_of(rule.value, roll.meeting)
    if due is None:
        return facts.unusable(rule.value, rule.source)
    return facts.judged(rule, due, done, what, desk.now())


def _motions(desk: Desk, roll: Roll, items: Sequence[Item]) -> Iterator[Remark]:
    """Yield whether written motions came in time: an item with a motion counts as handed in then.

    Only what was written after the deadline is told; the record knows no earlier moment.
    """
    proposed = [item for item in items if item["proposed_motion"]]
    rule = facts.known(roll.rules, "motion_notice") if proposed else None
    if rule is None:
        return
    known = origins(desk.conn, "agenda_item")
    for item in proposed:
        if item["uid"] in known:
            ruling = _judged(desk, roll, rule, [known[item["uid"]].at], "motion")
            yield Remark(item["uid"], ruling, "motion_notice")
