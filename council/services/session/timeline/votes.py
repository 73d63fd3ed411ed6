"""Lines of the votes: opened, declared, and what was declared first where it was put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.votes.vote_checks import figures
from council.services.session.timeline.line import TimelineRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.domain.votes.tallies import Tally
    from council.services.voting.vote_rows import VoteRow


def vote_lines(vote: VoteRow, named: Message, then: Message | None) -> Iterator[TimelineRow]:
    """Yield the lines of one vote on the motion ``named``; ``then`` is what followed from it."""
    if vote.at is not None and (vote.declared_at is None or vote.declared_at != vote.at):
        params = {"motion": named, "method": Message(f"method.{vote.method}")}
        message = Message("timeline.vote_opened", params)
        yield _line(vote, "at", vote.at, "hand-palm", message, _order(vote))
    first = vote.first
    if first is not None and first.at is not None and (vote.corrected or not vote.declared):
        code = "timeline.put_right" if vote.declared else "timeline.being_put_right"
        message = _declared(first.declared, first.tally, named)
        yield _line(vote, "first_at", first.at, "gavel", message, Message(code))
    if vote.declared and vote.declared_at:
        message = _declared(vote.declared, vote.counts, named)
        yield _line(vote, "declared_at", vote.declared_at, "gavel", message, _remark(vote) or then)


def _line(
    vote: VoteRow, column: str, at: datetime, icon: str, message: Message, remark: Message | None
) -> TimelineRow:
    return TimelineRow(
        at, icon, message, remark, "vote", vote.uid, column=column, rows=(vote.uid,)
    )  # fmt: skip


def _order(vote: VoteRow) -> Message | None:
    if vote.roll_order is None:
        return None
    return Message("timeline.roll_order", {"order": Message(f"roll_order.{vote.roll_order}")})


def _declared(outcome: str, tally: Tally | None, named: Message) -> Message:
    params = {"motion": named}
    if tally is None:
        return Message(f"timeline.declared_{outcome}", params)
    params["figures"] = Message("timeline.words", {"words": figures(tally)})
    return Message(f"timeline.declared_{outcome}_counted", params)


def _remark(vote: VoteRow) -> Message | None:
    if vote.findings:
        return vote.findings[0].message
    if not vote.corrected or vote.first is None:
        return None
    outcome = Message(f"outcome.{vote.first.declared}")
    if vote.first.tally is None:
        return Message("timeline.first_declared", {"outcome": outcome})
    params = {"outcome": outcome, "figures": figures(vote.first.tally)}
    return Message("timeline.first_counted", params)
