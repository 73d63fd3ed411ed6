"""What the rules say of an agenda: late items, titles, public comment, papers, written motions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.db.origins import Origin, origins
from council.domain import duties, late_items
from council.domain.duty_rules import LateGround, LateItem, Notice
from council.domain.messages import InputRefused, Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import ItemKind, ItemState, MeetingKind
from council.services import duty_facts as facts
from council.services import guard
from council.services.agenda_tree import Tree
from council.services.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from council.domain.requirements import AnyRequirement
    from council.domain.rules.layers import Rules
    from council.services.desk import Desk

    Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remark:
    """What the rules say of an agenda or of one of its items.

    ``code`` says what it is about: title, comment, late_item, documents, motion_notice, approval.
    """

    item_uid: str | None
    ruling: Ruling
    code: str


def plan_remarks(desk: Desk, meeting_uid: str) -> list[Remark]:
    """Return what stands in the way of an agenda by the rules of the meeting's day."""
    roll = Roll(desk, meeting_uid)
    items = _items(desk, meeting_uid)
    found = [
        *_comment(roll, items),
        *_special_approval(roll, items),
        *_documents(desk, roll),
        *_titles(roll, items),
        *_motions(desk, roll, items),
        *late_remarks(desk, meeting_uid),
    ]
    return [one for one in found if one.ruling.holds is not True]


def _items(desk: Desk, meeting_uid: str) -> list[Item]:
    """Return a meeting's items in reading order, without those struck."""
    tree = Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))
    return [node.row for node in tree.walk() if node.row["state"] != ItemState.STRUCK]


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
    found = [one.ruling for one in _comment(roll, _items(desk, meeting_uid))]
    factor = facts.known(roll.rules, "public_comment.translator_factor")
    if factor is not None and factor.value > 1:
        message = Message("comment.translator", {"factor": factor.value})
        found.append(Ruling(True, message, factor.source, factor.verified))
    nameless = facts.known(roll.rules, "speaker_name_optional")
    if nameless is not None and nameless.value:
        message = Message("comment.name_optional")
        found.append(Ruling(True, message, nameless.source, nameless.verified))
    return found


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
    rule = facts.known(roll.rules, "minutes.special_approves")
    if rule is None or rule.value or roll.meeting["kind"] not in late_items.NOTICED_ONLY:
        return
    for item in items:
        if item["approves_uid"]:
            ruling = Ruling(False, Message("duty.special_approves"), rule.source, rule.verified)
            yield Remark(item["uid"], ruling, "approval")


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


# ------------------------------------------------------------------------- late items


def late_remarks(desk: Desk, meeting_uid: str) -> list[Remark]:
    """Return what the rules say of the items added after the agenda was posted."""
    roll = Roll(desk, meeting_uid)
    if not _rules_on_late_items(roll.rules):
        return []
    late = late_added(desk, roll)
    return [Remark(item["uid"], _late_ruling(desk, roll, item), "late_item") for item in late]


def late_ruling(desk: Desk, roll: Roll, item_uid: str, at: datetime | None = None) -> Ruling | None:
    """Return what the rules say of deciding an item that was added late.

    ``at`` is the moment whose room counts, now when none is given. None when the item was posted in
    time or the rules say nothing of late items.
    """
    if not _rules_on_late_items(roll.rules):
        return None
    found = next((one for one in late_added(desk, roll) if one["uid"] == item_uid), None)
    return _late_ruling(desk, roll, found, at) if found else None


def without_agenda(desk: Desk, meeting_uid: str) -> Ruling | None:
    """Return what may be done about a matter that is on no agenda; None when no rule says."""
    rule = facts.known(Roll(desk, meeting_uid).rules, "duty.off_agenda_talk")
    if rule is None:
        return None
    message = Message("late_item.without_agenda", {"talk": rule.value})
    return Ruling(True, message, rule.source, rule.verified)


def _rules_on_late_items(rules: Rules) -> bool:
    grounds = any(rules.find(f"late_item.{ground}") for ground in LateGround)
    return grounds or rules.value_of("agenda.new_business_special") is False


def late_added(desk: Desk, roll: Roll) -> list[Item]:
    """Return the items that can be decided and that no posting in time can have named.

    An item is late when it came into the file after the agenda was posted, and no posting since was
    still in time. The journal tells when it came; what came in one step with its posting, as from
    an import, is not late.
    """
    notices = rows.find(desk.conn, "notice", order="posted_at", meeting_uid=roll.uid)
    if not notices:
        return []
    logged = origins(desk.conn, "notice")
    items = origins(desk.conn, "agenda_item")
    posted = [
        (datetime.fromisoformat(one["posted_at"]).astimezone(UTC), logged[one["uid"]])
        for one in notices
        if one["uid"] in logged
    ]
    until = _until(roll)
    return [
        one
        for one in _items(desk, roll.uid)
        if not late_items.may_wait(ItemKind(one["kind"]))
        and one["uid"] in items
        and posted
        and not _was_named(items[one["uid"]], posted, until)
    ]


def _until(roll: Roll) -> datetime | None:
    """Return the moment from which a posting is late; None when nobody knows."""
    rule = facts.known(roll.rules, f"notice.{roll.meeting['kind']}")
    if rule is None or not isinstance(rule.value, Notice):
        return None
    due = facts.notice_deadline_of(rule.value, roll.meeting)
    return due.until.astimezone(UTC) if due else None


def _was_named(
    item: Origin, posted: Sequence[tuple[datetime, Origin]], until: datetime | None
) -> bool:
    """Tell whether a posting can have named an item: it was there first, a later one in time.

    Whatever was there at the first posting was named by it, in time or not.
    """
    for number, (at, logged) in enumerate(posted):
        there_first = item.seq <= logged.seq or item.at.astimezone(UTC) <= at
        if there_first and (number == 0 or until is None or at <= until):
            return True
    return False


def _late_ruling(desk: Desk, roll: Roll, item: Item, at: datetime | None = None) -> Ruling:
    continued = _continued(desk, roll, item)
    if continued is not None and continued.holds:
        return continued
    rules = roll.rules
    special = facts.known(rules, "agenda.new_business_special")
    grounds = {
        ground: rule
        for ground in LateGround
        if (rule := facts.known(rules, f"late_item.{ground}")) is not None
    }
    kind = MeetingKind(roll.meeting["kind"])
    only_noticed = kind in late_items.NOTICED_ONLY and special is not None and not special.value
    telling = [special] if only_noticed and special else list(grounds.values())
    needs = late_items.needs_of(
        {ground: rule.value for ground, rule in grounds.items()},
        _requirements(rules),
        roll.facts(item_uid=item["uid"], at=at).room,
    )
    return late_items.judge_late_item(
        kind,
        needs,
        new_business_special=special.value if special else None,
        announce=bool(rules.value_of("announce_late_item")),
        source="; ".join(dict.fromkeys(one.source for one in telling)),
        verified=all(one.verified for one in telling),
    )


def _requirements(rules: Rules) -> late_items.Requirements:
    def named(name: str) -> AnyRequirement | None:
        try:
            return rules.requirement(name)
        except InputRefused:
            return None

    return named


def _continued(desk: Desk, roll: Roll, item: Item) -> Ruling | None:
    """Judge an item carried over from a meeting for which it was posted."""
    rule = facts.known(roll.rules, f"late_item.{LateGround.CONTINUED}")
    before = rows.get(desk.conn, "agenda_item", item["carried_from_uid"])
    if rule is None or before is None or not isinstance(rule.value, LateItem):
        return None
    earlier = Roll(desk, before["meeting_uid"])
    notices = rows.count(desk.conn, "notice", meeting_uid=earlier.uid)
    late = before["uid"] in {one["uid"] for one in late_added(desk, earlier)}
    if not notices or late:
        return None
    held: date = earlier.day
    return late_items.judge_continued(held, roll.day, rule.value, **rule.said)
