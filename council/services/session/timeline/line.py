"""One line of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.domain.messages import Message


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline.

    ``icon`` names a symbol; ``kind`` (meeting, item, attendance, recusal, motion, vote, advice,
    note, comment, step) and ``uid`` say what to open for a correction; ``taken_back`` marks a step
    that was undone.
    """

    at: datetime
    icon: str
    message: Message
    remark: Message | None
    kind: str
    uid: str
    taken_back: bool = False


def stamped(
    found: dict[str, Any] | Any, column: str, icon: str, message: Message, kind: str
) -> Iterator[TimelineRow]:
    """Yield the line of a row's stamp, none where the row has no such stamp."""
    at = guard.moment_of(found, column)
    if at is not None:
        yield TimelineRow(at, icon, message, None, kind, found["uid"])
