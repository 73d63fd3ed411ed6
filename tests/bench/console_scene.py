"""A meeting that is hard on the console: 60 members, a stack of four questions, 500 lines."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import Desk, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEMBERS: Final = 60
LINES: Final = 500
ITEMS: Final = 24
ZONE: Final = "America/Los_Angeles"
START: Final = datetime(2026, 2, 19, 18, 30, tzinfo=ZoneInfo(ZONE))
GIVEN: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Fay")
FAMILY: Final = (
    *("Ortiz", "Adeyemi", "Ferreira", "Haddad", "Kowal"),
    *("Lindau", "Marchetti", "Novak", "Nunn", "Okafor"),
)
WORDS: Final = "That the Council ask the City for a marked crosswalk on School Road"
STACK: Final = (
    ("main", f"{WORDS}.", None),
    ("amend", "To insert \u201cand two lamps\u201d.", f"{WORDS} and two lamps."),
    ("amend", "To insert \u201cby March\u201d.", f"{WORDS} and two lamps by March."),
    ("refer", "To refer it to the streets committee.", None),
)


def t(words: str) -> Text:
    """Return words as an English text."""
    return Text.of(words, "en")


def build(path: Path) -> str:
    """Write the council file; return the uid of the meeting, which is in session."""
    clock = FixedClock(START - timedelta(minutes=5), timedelta(seconds=1))
    with closing(create_council_file(path, actor="bench", clock=clock)) as desk:
        council.found_council(
            desk, name=t("Riverbend"), languages=("en",), time_zone=ZONE, pack="ronr",
            seats=MEMBERS,
        )  # fmt: skip
        body = bodies.list_bodies(desk)[0].uid
        listed = [f"{given} {family}" for family in FAMILY for given in GIVEN]
        listed[0] += ", Chair"
        who = people.seat_people(desk, body, people.parse_names("\n".join(listed), "en")).value
        meeting = _plan(desk, body)
        meetings.call_to_order(desk, meeting)
        attendance.all_present_except(desk, meeting, who[-6:])
        _talk(desk, meeting, who[:-6])
        for kind, words, reads in STACK:
            motions.state_motion(
                desk, meeting, kind=kind, text=t(words), mover_uid=who[3], seconder_uids=[who[5]],
                proposed_text=t(reads) if reads else None,
            )  # fmt: skip
    return meeting


def _plan(desk: Desk, body: str) -> str:
    starts = START.replace(tzinfo=None)
    meeting = meetings.plan_meeting(
        desk, body_uid=body, starts_local=starts, venue=t("Riverbend Hall")
    ).value
    for number in range(ITEMS):
        words = t(f"Matter number {number + 1} of the evening")
        agenda.add_item(desk, meeting, title=words, kind="decision", minutes=5)
    return meeting


def _talk(desk: Desk, meeting: str, here: Sequence[str]) -> None:
    """Fill the timeline: roll calls, voice votes, people who come and go, notes."""
    for number in range(ITEMS // 2):
        agenda.next_item(desk, meeting)
        for vote in range(4):
            motion = motions.state_motion(
                desk, meeting, text=t(f"To settle matter {number + 1}, part {vote + 1}."),
                mover_uid=here[number], seconder_uids=[here[number + 1]],
            ).value  # fmt: skip
            if vote:
                votes.record_vote(desk, motion, method="voice", declared="carried")
            else:
                ballots = {one: "no" if n % 7 == 0 else "yes" for n, one in enumerate(here)}
                votes.record_vote(desk, motion, method="roll_call", ballots=ballots)
        for one in here[number * 2 : number * 2 + 2]:
            attendance.toggle(desk, meeting, one)
            attendance.toggle(desk, meeting, one)
    from council.services.session.timeline import timeline

    for number in range(LINES - len(timeline(desk, meeting)) - len(STACK)):
        notes.add_note(desk, meeting, t(f"A remark of some length, the {number + 1}th."))
