"""Who asks for the floor, has it and had it: the queue, the clock, the limits, written comments.

A request is a row (``speaker``), each time somebody had the floor a span (``speaking``); a clock on
a screen only draws the span that is open. Nothing that the room does is refused: who speaks for the
third time is told of, and speaks.
"""

from council.services.session.speakers.limits import (
    NO_LIMITS,
    Limits,
    limits_of,
    set_limits,
    with_translator,
)
from council.services.session.speakers.queue import (
    ask_for_floor,
    change_speaker,
    move_speaker,
)
from council.services.session.speakers.rows import (
    SpeakerKind,
    SpeakerRow,
    SpeakerState,
    TurnRow,
    has_floor,
    in_line,
    list_speakers,
)
from council.services.session.speakers.shares import Share, how_often, shares, too_often
from council.services.session.speakers.turns import (
    end_turn,
    give_floor,
    next_speaker,
    pause_or_go_on,
    withdraw_speaker,
)
from council.services.session.speakers.written import count_written, written_of

__all__ = [
    "NO_LIMITS",
    "Limits",
    "Share",
    "SpeakerKind",
    "SpeakerRow",
    "SpeakerState",
    "TurnRow",
    "ask_for_floor",
    "change_speaker",
    "count_written",
    "end_turn",
    "give_floor",
    "has_floor",
    "how_often",
    "in_line",
    "limits_of",
    "list_speakers",
    "move_speaker",
    "next_speaker",
    "pause_or_go_on",
    "set_limits",
    "shares",
    "too_often",
    "with_translator",
    "withdraw_speaker",
    "written_of",
]
