"""Real votes from outside the checkout, as council records; nothing of them is kept here.

The folder is named by ``COUNCIL_SHARED_DATA``, else it is ``../shared/data`` beside the checkout.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

Data = dict[str, Any]
CHECKOUT = Path(__file__).resolve().parents[2]


def folder(name: str) -> Path:
    """Return a folder of real data, or skip the test that asks for it."""
    root = os.environ.get("COUNCIL_SHARED_DATA") or CHECKOUT.parent / "shared" / "data"
    found = Path(root) / name
    if not found.is_dir():
        pytest.skip("real data is absent")
    return found


def uids(names: list[str], prefix: str) -> dict[str, str]:
    """Give every name a uid; the same name gets the same."""
    return {name: f"{prefix}-{place}" for place, name in enumerate(dict.fromkeys(names), 1)}


def _record(
    name: str, language: str, zone: str, people: dict[str, str], voters: list[str], seats: int
) -> Data:
    return {
        "format": "council-record",
        "version": 1,
        "council": {
            "uid": "council",
            "name": name,
            "languages": [language],
            "time_zone": zone,
            "rules": [{"pack": "ronr"}],
        },
        "people": [{"uid": uid, "name": person} for person, uid in people.items()],
        "bodies": [{"uid": "body", "name": name, "kind": "council", "seats": seats}],
        "memberships": [
            {
                "uid": f"seat-{people[person]}",
                "person": people[person],
                "body": "body",
                "role": "member",
                "voting": True,
            }
            for person in voters
        ],
    }


# ------------------------------------------------------------- a German city's named votes

UNTITLED = "–"
LETTERS = {"J": "yes", "N": "no", "E": "abstain", "O": "not_voting"}


def scan_record(scan: list[Data], day: str, seats: int) -> Data:
    """Turn a session's named votes (J, N, E, O for each member) into a record.

    Who was in the room is not in the source, so there is no attendance list; nor what was declared,
    so ``declared`` is what the city's rule says: more yes than no, a tie is lost. The mayor votes
    beside the seats.
    """
    names = [one["name"] for vote in scan for one in vote["votes"]]
    people = uids(names, "p")
    data = _record("Stadtrat", "de", "Europe/Berlin", people, list(people), seats)
    subjects = [vote["votingSubject"] for vote in scan]
    items: dict[str, Data] = {}
    for subject in subjects:
        number = subject["agendaItem"]
        fresh = {"uid": f"item-{number}", "number": number, "kind": "decision"}
        items.setdefault(number, {**fresh, "title": subject["title"] or UNTITLED})
    motions = []
    for place, (vote, subject) in enumerate(zip(scan, subjects, strict=True), 1):
        hours, minutes, seconds = vote["videoTimestamp"].split(":")
        ballots = [
            {"person": people[one["name"]], "choice": LETTERS[one["vote"]]} for one in vote["votes"]
        ]
        letters = [one["vote"] for one in vote["votes"]]
        declared = "carried" if letters.count("J") > letters.count("N") else "lost"
        motions.append(
            {
                "uid": f"motion-{place}",
                "number": f"{subject['motionId'] or 'x'} ({place})",
                "item": f"item-{subject['agendaItem']}",
                "kind": "main",
                "text": subject["title"] or UNTITLED,
                "outcome": declared,
                "votes": [
                    {
                        "uid": f"vote-{place}",
                        "method": "roll_call",
                        "at": _berlin(day, 14 + int(hours), minutes, seconds),
                        "requirement": "majority",
                        "ballots": ballots,
                        "declared": declared,
                    }
                ],
            }
        )
    meeting = {
        "uid": "session",
        "body": "body",
        "kind": "regular",
        "starts_at": _berlin(day, 14, "00", "00"),
        "state": "held",
        "agenda": list(items.values()),
        "motions": motions,
    }
    return {**data, "meetings": [meeting]}


def _berlin(day: str, hour: int, minutes: str, seconds: str) -> str:
    summer = "04" <= day[5:7] <= "10" and day[5:] < "10-25"
    tail = "" if seconds == "00" else f":{seconds}"
    return f"{day}T{hour:02}:{minutes}{tail}{'+02:00' if summer else '+01:00'}"


# ------------------------------------------------------------- a school board's resolutions

LAST_COLUMN_BEFORE_VOTERS = "student_votes"
WORDS = {
    "Yes": "yes", "No": "no", "Abstain": "abstain", "Absent": "absent", "Recuse": "recused",
    "": "not_voting",
}  # fmt: skip


def tally_of(words: str) -> Data:
    """Read ``Ayes: 6; Nays: 1`` as counts."""
    found = {word.lower(): int(count) for word, count in re.findall(r"(\w+): (\d+)", words)}
    return {
        "yes": found.get("ayes", 0),
        "no": found.get("nays", 0),
        "abstain": found.get("abstain", 0),
    }


def board_record(votes: list[dict[str, str]], pack: str = "ronr") -> Data:
    """Turn rows of resolutions (mover, seconder, tally, a column for each member) into a record."""
    columns = list(votes[0])
    voters = columns[columns.index(LAST_COLUMN_BEFORE_VOTERS) + 1 :]
    others = [row[key] for row in votes for key in ("mover", "seconder") if row[key]]
    people = uids([*voters, *others], "p")
    data = _record("Board", "en", "America/Los_Angeles", people, voters, len(voters))
    data["council"]["rules"] = [{"pack": pack}]
    meetings: dict[str, Data] = {}
    for row in votes:
        day = row["event_date"]
        # Some rows give no time; the format needs one.
        clock = datetime.strptime(row["event_time"] or "12:00 AM", "%I:%M %p")
        offset = "-07:00" if "2020-03-08" < day < "2020-11-01" else "-08:00"
        meeting = meetings.setdefault(
            row["event_id"],
            {
                "uid": row["event_id"],
                "body": "body",
                "kind": "regular",
                "starts_at": f"{day}T{clock:%H:%M}{offset}",
                **({"venue": row["event_location"]} if row["event_location"] else {}),
                "state": "held",
                "agenda": [],
                "motions": [],
            },
        )
        uid = row["event_item_id"]
        title = row["title"].strip()
        meeting["agenda"].append(
            {"uid": uid, "number": row["agenda_number"], "kind": "decision", "title": title}
        )
        meeting["motions"].append(_resolution(row, voters, people, title))
    return {**data, "meetings": list(meetings.values())}


def _resolution(row: dict[str, str], voters: list[str], people: dict[str, str], title: str) -> Data:
    uid = row["event_item_id"]
    outcome = "carried" if row["passed"] == "1" else "lost"
    ballots = [{"person": people[one], "choice": WORDS[row[one]]} for one in voters]
    motion: Data = {"uid": f"m-{uid}", "number": row["matter_file"], "item": uid, "kind": "main"}
    if row["mover"]:
        motion["mover"] = people[row["mover"]]
    if row["seconder"]:
        motion["seconders"] = [people[row["seconder"]]]
    vote = {
        "uid": f"v-{uid}",
        "method": "roll_call",
        "requirement": "majority",
        "counts": tally_of(row["tally"]),
        "ballots": ballots,
        "declared": outcome,
    }
    return {**motion, "text": title, "outcome": outcome, "votes": [vote]}
