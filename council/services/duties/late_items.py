"""Items added after the agenda was posted: which they are, and what deciding them takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.db.origins import Origin, origins
from council.domain.duties import late_items
from council.domain.duties.duty_rules import LateGround, LateItem, Notice
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.rulings import Ruling
from council.domain.vocabulary import ItemKind, ItemState, MeetingKind, MeetingState
from council.services import guard
from council.services.advice import put_advice
from council.services.desk import Changes, Done
from council.services.duties import duty_facts as facts
from council.services.planning.agenda_tree import Tree
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.rules.layers import Rules
    from council.domain.votes.requirements import AnyRequirement
    from council.domain.votes.tallies import Room
    from council.services.desk import Desk

    Item = Mapping[str, Any]

_TO_COME = (MeetingState.PLANNED, MeetingState.NOTICED)
GROUND = "late_ground"
"""The code of the advice that keeps a finding by which a late item may be decided."""
_ADVICE: Changes = frozenset({"advice"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What the rules say of an agenda or of one of its items.

    ``code`` says what it is about: title, comment, late_item, documents, motion_notice, approval.
    """

    item_uid: str | None
    ruling: Ruling
    code: str


def items_of(desk: Desk, meeting_uid: str) -> list[Item]:
    """Return a meeting's items in reading order, without those struck."""
    tree = Tree(rows.find(desk.conn, "agenda_item", meeting_uid=meeting_uid))
    return [node.row for node in tree.walk() if node.row["state"] != ItemState.STRUCK]


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
        for one in items_of(desk, roll.uid)
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
    rules = roll.rules
    special = facts.known(rules, "agenda.new_business_special")
    kind = MeetingKind(roll.meeting["kind"])
    only_noticed = kind in late_items.NOTICED_ONLY and special is not None and not special.value
    continued = None if only_noticed else _continued(desk, roll, item)
    if continued is not None and continued.holds:
        return continued
    grounds = _grounds(rules)
    telling = [special] if only_noticed and special else list(grounds.values())
    return late_items.judge_late_item(
        kind,
        _needs(roll, item, grounds, at),
        new_business_special=special.value if special else None,
        announce=bool(rules.value_of("announce_late_item")),
        source="; ".join(dict.fromkeys(one.source for one in telling)),
        verified=all(one.verified for one in telling),
    )


def _grounds(rules: Rules) -> dict[LateGround, facts.Rule]:
    found = ((ground, facts.known(rules, f"late_item.{ground}")) for ground in LateGround)
    return {ground: rule for ground, rule in found if rule is not None}


def _needs(
    roll: Roll, item: Item, grounds: Mapping[LateGround, facts.Rule], at: datetime | None
) -> tuple[late_items.LateNeed, ...]:
    room, expected = _room(roll, item, at)
    return late_items.needs_of(
        {ground: rule.value for ground, rule in grounds.items()},
        _requirements(roll.rules),
        room,
        expected=expected,
    )


def _room(roll: Roll, item: Item, at: datetime | None) -> tuple[Room, bool]:
    """Return the room that counts, and whether it is the one expected: all who are in office."""
    room = roll.facts(item_uid=item["uid"], at=at).room
    if room.present is not None or roll.meeting["state"] not in _TO_COME:
        return room, False
    return replace(room, present=room.members_in_office, present_entitled=room.entitled), True


def late_needs(
    desk: Desk, item_uid: str, at: datetime | None = None
) -> tuple[late_items.LateNeed, ...]:
    """Return what every ground for a late item takes in the room, now when no moment is given."""
    item = guard.row(desk, "agenda_item", item_uid)
    roll = Roll(desk, item["meeting_uid"])
    return _needs(roll, item, _grounds(roll.rules), at)


def find_ground(
    desk: Desk, item_uid: str, ground: LateGround | str, yes: int, at: datetime | None = None
) -> Done[Ruling]:
    """Put on record by how many yes the meeting found a ground to decide a late item.

    Return whether that was enough. NotAllowed when the rules of the day do not know the ground.
    """
    item = guard.row(desk, "agenda_item", item_uid)
    guard.unlocked(desk, item["meeting_uid"])
    roll = Roll(desk, item["meeting_uid"])
    chosen = LateGround(ground)
    rule = _grounds(roll.rules).get(chosen)
    if rule is None:
        raise NotAllowed("error.no_ground", ground=Message(f"late_ground.{chosen}"))
    (needed,) = _needs(roll, item, {chosen: rule}, at)
    ruling = late_items.judge_finding(needed, yes, **rule.said)
    with desk.step("step.find_ground", title=guard.text_of(item, "title")):
        put_advice(
            desk, meeting_uid=roll.uid, code=GROUND, ruling=ruling, rules=roll.rules,
            item_uid=item_uid, followed=ruling.holds, at=desk.stamp(at),
        )  # fmt: skip
    return Done(ruling, _ADVICE)


def has_ground(desk: Desk, item_uid: str) -> bool:
    """Tell whether a ground for deciding a late item is on record and was enough."""
    return rows.count(desk.conn, "advice", item_uid=item_uid, code=GROUND, followed=1) > 0


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
