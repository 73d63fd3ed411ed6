"""Lines of the speakers: who had the floor, for how long, and how many wrote instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.durations import minutes_and_seconds
from council.domain.messages import Message
from council.services.session.speakers.rows import SpeakerRow, SpeakerState, list_speakers
from council.services.session.timeline.line import TimelineRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.desk import Desk
    from council.services.session.roll import Roll


def speaker_lines(desk: Desk, roll: Roll) -> Iterator[TimelineRow]:
    """Yield when somebody first had the floor; a resident's turn that is over is a comment."""
    for one in list_speakers(desk, roll.uid):
        if not one.turns or one.comment_uid:
            continue
        first = one.turns[0]
        code = "order_raised" if one.priority else _CODES.get(one.state, "spoke_at")
        message = Message(f"timeline.{code}", {"name": one.called})
        yield TimelineRow(
            at=first.from_at,
            icon="microphone",
            message=message,
            remark=told_time(one),
            kind="speaking",
            uid=first.uid,
            column="from_at",
            rows=(first.uid,),
        )


_CODES = {SpeakerState.SPEAKING: "speaking"}


def told_time(one: SpeakerRow) -> Message | None:
    """Return how long somebody spoke, of how much; None as long as they speak."""
    if one.state is SpeakerState.SPEAKING or not one.turns:
        return None
    spoken = one.spoken(one.turns[-1].from_at)
    params = {"time": minutes_and_seconds(spoken), "limit": minutes_and_seconds(one.limit or 0)}
    if one.limit is None:
        return Message("timeline.spoke_for", {"time": params["time"]})
    if spoken > one.limit:
        over = minutes_and_seconds(spoken - one.limit)
        return Message("timeline.spoke_over", {**params, "over": over})
    return Message("timeline.spoke_of", params)


def times_by_comment(desk: Desk, roll: Roll) -> dict[str, Message]:
    """Return how long the residents behind comments spoke, by the comment's uid."""
    times = {one.comment_uid: told_time(one) for one in list_speakers(desk, roll.uid)}
    return {uid: told for uid, told in times.items() if uid and told}
