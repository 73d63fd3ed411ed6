"""Published minutes as what was recorded, and as a council record made without the window.

The reader of ``held_meeting`` gives people, times and motions; this one adds who was heard,
what was noted and who was to do what. Of each paragraph its first sentence is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import held_meeting
from helpers import real_data

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from held_meeting import Held, Moved

Data = dict[str, Any]
_RESIDENT = re.compile(r"(?:Mr|Ms)\. ([A-Z]\w+ [A-Z]\w+) ")
_WILL = re.compile(r"(?:Member|Chair|Secretary) (\w+) will ([^.,]+?)(?= and Member|[.,])")


@dataclass(frozen=True)
class Heard:
    """What a resident said, under the name that was published."""

    name: str
    words: str


@dataclass(frozen=True)
class Task:
    """Who is to do what; ``name`` is a family name."""

    name: str
    words: str


@dataclass
class Item:
    """What happened under one item: motions, voices, notes and tasks, each in its order."""

    number: int
    title: str
    notes: list[str] = field(default_factory=list)
    comments: list[Heard] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    motions: list[tuple[Moved, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Minuted:
    """A meeting as its minutes tell it."""

    held: Held
    items: tuple[Item, ...]


def invented() -> Minuted:
    """Return a meeting that never was, with voices and tasks."""
    minutes = held_meeting.MINUTES.replace(
        "Nobody named a topic.",
        "Nobody named a topic. Member Brandt will count the lamps.\n\nPublic Comment:\n\n"
        "Ms. Greta Holm asked for a bench. Mr. Aldo Finch wants “none at all.”",
    )
    return read(held_meeting.AGENDA, minutes)


def real() -> Minuted:
    """Read the real meeting; skip the test where the data is absent."""
    folder = real_data.folder(held_meeting.REAL)
    return read(*((folder / f"{name}.md").read_text("utf-8") for name in ("agenda", "minutes")))


def read(agenda: str, minutes: str) -> Minuted:
    """Read an agenda and its minutes."""
    held = held_meeting.read(agenda, minutes)
    body = minutes[: minutes.index("**Adjourned")]
    parts = re.split(r"^\*\*(\d+)\\?\.\s+.+?\*\*$", body, flags=re.MULTILINE)
    sections = {int(number): words for number, words in zip(parts[1::2], parts[2::2], strict=True)}
    items = []
    for number, title in enumerate(held.items, 1):
        made = Item(number, title)
        _read_item(made, sections.get(number, ""))
        words = " ".join(sections.get(number, "").split())
        moved = [one for one in held.motions if one.item == number]
        made.motions = list(zip(moved, _methods(words), strict=True))
        items.append(made)
    return Minuted(held, tuple(items))


def _read_item(made: Item, section: str) -> None:
    for paragraph in re.split(r"\n\s*\n", section.strip()):
        words = " ".join(paragraph.removeprefix(">").split())
        sentences = _sentences(words)
        voices = [one for one in sentences if _RESIDENT.match(one)]
        made.tasks += [Task(who, what) for who, what in _WILL.findall(words)]
        if voices and sentences[0] == voices[0]:
            made.comments += [_heard(one) for one in voices]
        elif _is_note(made.number, words):
            made.notes.append(sentences[0])


def _sentences(words: str) -> list[str]:
    """Return the sentences, each with its stop."""
    found = re.split(r"(?<!Mr)(?<!Ms)(?<!U\.S)\. (?=[“A-Z])", words)
    return [one if one.endswith((".", "?", "”", ":")) else f"{one}." for one in found]


def _heard(sentence: str) -> Heard:
    found = _RESIDENT.match(sentence)
    assert found is not None
    return Heard(found[1], sentence[found.end() :])


def _is_note(number: int, words: str) -> bool:
    """Tell whether a paragraph is a note: no heading, no motion, not the roll."""
    plain = number > 1 and words and not words.startswith("Public Comment")
    return bool(plain and "unanimously" not in words and not words.endswith(":"))


def _methods(words: str) -> list[str]:
    """Return how each motion of an item was voted on: by voice, or nobody objected."""
    told = re.split(r"(?:carried|passed) unanimously", words)[:-1]
    return ["voice" if "voice vote" in one else "no_objection" for one in told]


# ------------------------------------------------------------------ the record, from the files


def record(told: Minuted, zone: ZoneInfo) -> Data:
    """Return the council record of the meeting as the files tell it."""
    held = told.held
    people = {name: f"p{place}" for place, name in enumerate(held.members, 1)}

    def at(moment: datetime) -> str:
        return moment.replace(tzinfo=zone).isoformat(timespec="minutes")

    def member(family: str) -> str:
        return people[held.full(family)]

    called, adjourned = at(held.called), at(held.adjourned)
    roles = {name: office.casefold().replace(" ", "_") for name, office in held.offices.items()}
    meeting: Data = {
        "uid": "meeting",
        "body": "body",
        "kind": "regular",
        "starts_at": at(datetime.combine(held.day, held.starts)),
        "venue": held.venue,
        "called_to_order": called,
        "adjourned": adjourned,
        "state": "held",
        "presiding": people[held.holder("Chair")],
        "attendance": [
            {"person": people[name], "status": "excused"}
            if name.split()[-1] in held.excused
            else {"person": people[name], "status": "present"}
            for name in held.members
        ]
        + [{"guest": held.guest, "status": "present"}],
        "agenda": [
            {
                "uid": f"i{item.number}",
                "number": str(item.number),
                "kind": "decision",
                "title": item.title,
                "state": "done",
            }
            for item in told.items
        ],
    }
    lists: dict[str, list[Data]] = {"motions": [], "comments": [], "actions": [], "notes": []}
    for item in told.items:
        where = {"item": f"i{item.number}"}
        for place, (moved, method) in enumerate(item.motions, 1):
            uid = f"{item.number}-{place}"
            vote = {"uid": f"v{uid}", "method": method, "declared": "carried"}
            lists["motions"].append(
                {
                    "uid": f"m{uid}", **where, "kind": "main", "mover": member(moved.mover),
                    "seconders": [member(moved.seconder)], "text": moved.words,
                    "outcome": "carried", "votes": [vote],
                }
            )  # fmt: skip
        lists["comments"] += [
            {
                "uid": f"c{item.number}-{place}", **where, "speaker": one.name,
                "may_print_name": True, "stance": "neutral", "summary": one.words,
            }
            for place, one in enumerate(item.comments, 1)
        ]  # fmt: skip
        for place, task in enumerate(item.tasks, 1):
            member_here = any(name.split()[-1] == task.name for name in held.members)
            owner = {"owner": member(task.name)} if member_here else {"owner_name": told.held.guest}
            lists["actions"].append(
                {"uid": f"a{item.number}-{place}", **where, **owner, "what": task.words}
            )
        lists["notes"] += [
            {"uid": f"n{item.number}-{place}", **where, "text": words}
            for place, words in enumerate(item.notes, 1)
        ]
    return {
        "format": "council-record",
        "version": 1,
        "council": {
            "uid": "council", "name": held.council, "languages": ["en"], "time_zone": str(zone),
            "rules": [{"pack": "ronr-small-board"}],
        },
        "people": [{"uid": uid, "name": name} for name, uid in people.items()],
        "bodies": [
            {"uid": "body", "name": held.council, "kind": "council", "seats": len(people)}
        ],
        "memberships": [
            {
                "uid": f"s{uid}", "person": uid, "body": "body", "role": roles[name] or "member",
                "voting": True,
            }
            for name, uid in people.items()
        ],
        "meetings": [{**meeting, **lists}],
    }  # fmt: skip


# ------------------------------------------------------------------ what a record says


def _stays(one: Data, meeting: Data) -> list[tuple[str, str]]:
    """Return when somebody was there, nothing for from beginning to end."""
    whole = (meeting["called_to_order"], meeting["adjourned"])
    stays = [(span.get("from", whole[0]), span.get("to", whole[1])) for span in
             one.get("spans", [])]  # fmt: skip
    return [] if stays == [whole] else stays


def says(data: Data) -> Data:
    """Return what a record says, by names and numbers instead of uids.

    Left out is what no published minutes tell: when each motion was made, what judged its vote.
    """
    names = {one["uid"]: one["name"] for one in data["people"]}
    (meeting,) = data["meetings"]
    items = {one["uid"]: one["number"] for one in meeting["agenda"]}

    def told(one: Data, *keys: str) -> Data:
        return {"item": items.get(one.get("item", "")), **{key: one.get(key) for key in keys}}

    return {
        "council": [data["council"][key] for key in ("name", "languages", "time_zone")],
        "members": [(names[one["person"]], one["role"]) for one in data["memberships"]],
        "meeting": {
            key: meeting.get(key)
            for key in ("kind", "starts_at", "venue", "called_to_order", "adjourned", "state")
        },
        "presiding": names[meeting["presiding"]],
        "attendance": [
            (
                names.get(one.get("person", ""), one.get("guest")),
                one["status"],
                "person" in one and _stays(one, meeting),
            )
            for one in meeting["attendance"]
        ],
        "agenda": [told(one, "number", "title", "kind", "state") for one in meeting["agenda"]],
        "motions": [
            {
                **told(one, "kind", "text", "outcome"),
                "mover": names[one["mover"]],
                "seconders": [names[uid] for uid in one["seconders"]],
                "votes": [(vote["method"], vote["declared"]) for vote in one["votes"]],
            }
            for one in meeting["motions"]
        ],
        "comments": [
            told(one, "speaker", "stance", "summary", "may_print_name")
            for one in meeting.get("comments", [])
        ],
        "notes": [told(one, "text") for one in meeting.get("notes", [])],
        "actions": [
            {**told(one, "what"), "owner": names.get(one.get("owner", ""), one.get("owner_name"))}
            for one in meeting.get("actions", [])
        ],
    }  # fmt: skip
