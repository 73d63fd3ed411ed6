"""One line of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from council.domain.messages import Message
    from council.domain.text import Text


@dataclass(frozen=True, slots=True)
class Corrected:
    """One thing that was put right: when, and the time, the name or the words that stood there."""

    at: datetime
    was: datetime | Text


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline.

    ``icon`` names a symbol; ``kind`` (meeting, recess, item, attendance, recusal, motion, vote,
    advice, note, comment, action, step) and ``uid`` say what it tells of; ``taken_back`` marks a
    step that was undone. ``column`` is the stamp it stands at, empty where that is nobody's to
    correct, and ``rows`` are the rows that carry it (a line for many tells of many): see
    ``corrections``. ``corrected`` says what the line was before it was put right.
    """

    at: datetime
    icon: str
    message: Message
    remark: Message | None
    kind: str
    uid: str
    taken_back: bool = False
    column: str = ""
    rows: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()


def stamped(
    found: dict[str, Any] | Any, column: str, icon: str, message: Message, kind: str
) -> Iterator[TimelineRow]:
    """Yield the line of a row's stamp, none where the row has no such stamp."""
    at = guard.moment_of(found, column)
    if at is not None:
        uid = found["uid"]
        yield TimelineRow(at, icon, message, None, kind, uid, column=column, rows=(uid,))
