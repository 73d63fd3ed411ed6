"""Lines of the meeting itself: called to order, recess, items, adjourned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import Message
from council.domain.text import Text
from council.domain.vocabulary import ItemKind
from council.services import guard
from council.services.session.presiding import presided
from council.services.session.timeline.line import stamped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.desk import Desk
    from council.services.session.roll import Roll
    from council.services.session.timeline.line import TimelineRow


def meeting_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield the beginning and the end of the meeting and of its recesses."""
    meeting = roll.meeting
    chair = next((one.name for one in presided(desk, roll)), Text())
    called = Message("timeline.called_to_order", {"name": chair})
    if not chair:
        called = Message("timeline.called_to_order_plain")
    on_paper = Message("timeline.from_paper") if meeting["recorded_from"] else None
    for line in stamped(meeting, "called_to_order_at", "play", called, "meeting"):
        yield replace(line, remark=on_paper)
    for one in rows.find(desk.conn, "recess", order="from_at", meeting_uid=roll.uid):
        yield from stamped(one, "from_at", "pause", Message("timeline.recess_began"), "recess")
        yield from stamped(one, "to_at", "play", Message("timeline.recess_ended"), "recess")
    yield from stamped(meeting, "adjourned_at", "stop", Message("timeline.adjourned"), "meeting")


def item_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield when each item was taken up."""
    opened = rows.GIVEN
    for one in rows.find(desk.conn, "agenda_item", meeting_uid=roll.uid, opened_at=opened):
        title = guard.text_of(one, "title")
        params = {"number": one["number"] or "", "title": title}
        code = "timeline.item_opened" if one["number"] else "timeline.item_opened_plain"
        if one["closed"]:
            yield from _closed_lines(one, params)
            continue
        if one["kind"] == ItemKind.NOTICE_OF_MOTION:
            yield from _noticed_lines(one)
            continue
        yield from stamped(one, "opened_at", "caret-right", Message(code, params), "item")


def _noticed_lines(one: dict[str, Any]) -> Iterator[TimelineRow]:
    """Yield when notice was given of which motion, and by whom."""
    words = {name: guard.text_of(one, name) for name in ("title", "presenter")}
    code = "timeline.motion_noticed" + ("_by" if words["presenter"] else "")
    yield from stamped(one, "opened_at", "megaphone-simple", Message(code, words), "item")


def _closed_lines(one: dict[str, Any], params: dict[str, Any]) -> Iterator[TimelineRow]:
    """Yield when a closed session began, on what ground, and when the room was opened again."""
    ground = guard.text_of(one, "closed_ground")
    code = "timeline.closed_entered" + ("_ground" if ground else "")
    entered = Message(code, {**params, "ground": ground})
    yield from stamped(one, "opened_at", "lock-simple", entered, "item")
    yield from stamped(one, "closed_at", "lock-open", Message("timeline.closed_left"), "item")
