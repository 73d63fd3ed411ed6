"""A meeting as its published minutes tell it: read from outside the checkout, and an invented one.

Both are written in the same way, so one reader takes both; no sentence of the real one is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from helpers import real_data

if TYPE_CHECKING:
    from pathlib import Path

REAL = "osvtac_minutes/meetings/2017-08-30"
_WHO = r"(?:Member|Chair)\s+(\w+)"
_MOVED = re.compile(rf"{_WHO} (?:so moved|moved to|made a (?:[\w-]+ )?motion)")
_SECONDED = re.compile(rf"seconded by {_WHO}|{_WHO} seconded")
_CLOCK = r"(\d{1,2}):(\d{2}) p\.m\."


@dataclass(frozen=True)
class Moved:
    """A motion: the number of its item, who moved and seconded it (family names), its words."""

    item: int
    mover: str
    seconder: str
    words: str


@dataclass(frozen=True)
class Held:
    """Everything the test types, and everything it looks for on the printed page."""

    council: str
    day: date
    starts: time
    venue: str
    offices: dict[str, str]
    items: tuple[str, ...]
    notes: dict[int, str]
    called: datetime
    adjourned: datetime
    excused: tuple[str, ...]
    present: tuple[str, ...]
    guest: str
    motions: tuple[Moved, ...]

    @property
    def members(self) -> list[str]:
        """Return the members' full names in the order of the source."""
        return list(self.offices)

    def full(self, family: str) -> str:
        """Return the full name of a member."""
        return next(name for name in self.members if name.split()[-1] == family)

    def holder(self, office: str) -> str:
        """Return who holds an office."""
        return next(name for name, held in self.offices.items() if held == office)


def real() -> Held:
    """Read the real meeting; skip the test where the data is absent."""
    folder: Path = real_data.folder(REAL)
    return read(
        (folder / "agenda.md").read_text("utf-8"), (folder / "minutes.md").read_text("utf-8")
    )


def invented() -> Held:
    """Return a meeting that never was."""
    return read(AGENDA, MINUTES)


def read(agenda: str, minutes: str) -> Held:
    """Read an agenda and its minutes."""
    head = re.search(r'meeting_header_main"[^>]*>(.*?)</div>', agenda, re.DOTALL)
    box = re.search(r'<div class="headered">(.*?)</div>', minutes, re.DOTALL)
    clerk = re.search(r"(\w+ \w+), Secretary", minutes)
    assert head is not None
    assert box is not None
    assert clerk is not None
    lines = _lines(head[1])
    council, *members = _lines(box[1])
    day = datetime.strptime(lines[3], "%A, %B %d, %Y").date()
    titles = re.findall(r"^\*\*(\d+)\\?\.\s+(.+?)\*\*$", agenda, re.MULTILINE)
    sections = _sections(minutes)
    opening = sections[1]
    people = dict(_member(line) for line in members)
    absent = re.findall(r"Member (\w+) had an excused absence", opening)
    end = re.search(rf"Adjourned at {_CLOCK}", minutes)
    called = re.search(rf"to order at {_CLOCK}", opening)
    assert end is not None
    assert called is not None
    return Held(
        council=council,
        day=day,
        starts=_clock(*lines[4].replace(" p.m.", "").split(":")),
        venue=lines[5],
        offices=people,
        items=tuple(title for _, title in titles),
        notes={number: _note(words) for number, words in sections.items() if _note(words)},
        called=datetime.combine(day, _clock(*called.groups())),
        adjourned=datetime.combine(day, _clock(*end.groups())),
        excused=tuple(absent),
        present=tuple(n.split()[-1] for n in people if n.split()[-1] not in absent),
        guest=clerk[1],
        motions=tuple(one for number, words in sections.items() for one in _moved(number, words)),
    )


def _lines(html: str) -> list[str]:
    return [line.strip() for line in html.replace("<br>", "").splitlines() if line.strip()]


def _member(line: str) -> tuple[str, str]:
    name, _, office = line.partition(", ")
    return name, office


def _clock(hours: str, minutes: str) -> time:
    return time(int(hours) % 12 + 12, int(minutes))


def _sections(minutes: str) -> dict[int, str]:
    """Return the words under each numbered heading, one space between words."""
    parts = re.split(r"^\*\*(?:(\d+)\\?\.\s+)?(.+?)\*\*$", minutes, flags=re.MULTILINE)
    numbered = zip(parts[1::3], parts[3::3], strict=True)
    return {int(number): " ".join(words.split()) for number, words in numbered if number}


def _note(words: str) -> str:
    """Return the first sentence of an item that names no motion."""
    first = re.split(r"(?<=\w{4})\. ", words)[0].rstrip(".")
    plain = first.replace(" ", "").replace(",", "").isalpha() and "motion" not in first
    return f"{first}." if plain and not _MOVED.search(first) else ""


def _moved(number: int, words: str) -> list[Moved]:
    found = []
    for match in _MOVED.finditer(words):
        after = words[match.end() :]
        second = _SECONDED.search(after)
        outcome = re.search(r"(?:carried|passed) unanimously", after)
        assert second is not None
        assert outcome is not None
        if "so moved" in match[0]:
            asked = re.findall(r"motion to ([^.]+)\.", words[: match.start()])[-1]
        else:
            asked = re.split(r", seconded|\.", after.strip().removeprefix("to "))[0]
        found.append(
            Moved(number, match[1], second[1] or second[2], f"{asked[:1].upper()}{asked[1:]}.")
        )
    return found


AGENDA = """Meeting Agenda: March 14, 2023

<div id="meeting_header_main" class="headered">
MEETING AGENDA<br>
Committee on Paths and Bridges<br>
of the Riverbend Council<br>
Tuesday, March 14, 2023<br>
7:00 p.m.<br>
Ferry House, upper room<br>
</div>

**1\\. Call to Order & Roll Call**

**2\\. Approval of Minutes of Previous Meeting**

**3\\. The footbridge at the mill**

**4\\. Lamps on the towpath**

**5\\. Topics for the next meeting**
"""

MINUTES = """Meeting Minutes: March 14, 2023

<div id="meeting_header_right" class="headered">
Ines Varga, Secretary<br>
</div>

<div class="headered">
Committee on Paths and Bridges<br>
Odile Marchetti, Chair<br>
Tomas Brandt, Vice Chair<br>
Fern Ashdown<br>
Kwame Osei<br>
Lotta Ekstrom<br>
</div>

**1\\. Call to Order & Roll Call**

Chair Marchetti called the meeting to order at 7:04 p.m. Present: Members
Brandt, Ashdown, and Ekstrom. Member Osei had an excused absence.

**2\\. Approval of Minutes of Previous Meeting**

Member Ekstrom moved to approve, seconded by Member Brandt. The motion carried
unanimously.

**3\\. The footbridge at the mill**

Two planks of the footbridge are rotten. Chair Marchetti asked for a motion to close the bridge
until it is mended. Member Ashdown so moved. Member Ekstrom seconded. By voice
vote the motion passed unanimously.

Chair Marchetti made a follow-up motion to ask the mill's owner for half of the
cost. Member Brandt seconded the motion. By voice vote the motion passed
unanimously.

**4\\. Lamps on the towpath**

The lamps were tried in February. Member Brandt moved to buy six of them, seconded by Chair
Marchetti. Upon voice vote the motion carried unanimously.

**5\\. Topics for the next meeting**

Nobody named a topic.

**Adjourned at 9:12 p.m.**
"""
