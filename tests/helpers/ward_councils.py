"""A German city's seven ward councils: the words of their official results, and their meetings.

A ward council's result is a short official text ("mehrheitlich abgelehnt"). ``result_of`` finds in
it what the record keeps: what became of the matter, and how the vote went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from council.domain.vocabulary import Outcome

Data = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What an official result says; ``outcome`` is None when it only points to another paper."""

    outcome: Outcome | None
    unanimous: bool = False
    majority: bool = False
    tie: bool = False
    amended: bool = False

    @property
    def voted(self) -> bool:
        """Whether the text tells of a vote."""
        return self.outcome in (Outcome.CARRIED, Outcome.LOST)


# A word and what it says of the matter; the first word found decides, so that "erledigt durch
# Stellungnahme" is settled and "Stellungnahme zur Kenntnis" is noted.
WORDS: tuple[tuple[str, Outcome | None], ...] = (
    ("siehe", None),
    ("keine abstimmung", Outcome.SETTLED),
    ("erledigt", Outcome.SETTLED),
    ("kenntnis", Outcome.NOTED),
    ("zurückgezogen", Outcome.WITHDRAWN),
    ("vertagt", Outcome.POSTPONED),
    ("verwiesen", Outcome.REFERRED),
    ("vorberaten", Outcome.REFERRED),  # advised on; the city council decides
    ("ablehnung", Outcome.LOST),
    ("abgelehnt", Outcome.LOST),
    ("zustimmung", Outcome.CARRIED),
    ("zugestimmt", Outcome.CARRIED),
    ("angenommen", Outcome.CARRIED),
    ("beschlossen", Outcome.CARRIED),
    ("gewählt", Outcome.CARRIED),  # elected
)
AMENDED = ("geändert", "modifiziert", "mit änderungen")


def result_of(text: str) -> Result:
    """Read an official result; raises LookupError for words that nobody knows yet."""
    said = text.casefold()
    for word, outcome in WORDS:
        if word in said:
            return Result(
                outcome,
                unanimous="einstimmig" in said,
                majority="mehrheitlich" in said,
                tie="stimmengleichheit" in said,
                amended=any(mark in said for mark in AMENDED),
            )
    raise LookupError(text)


def council_record(meetings: list[Data], organizations: dict[str, str]) -> Data:
    """Turn meetings as OParl tells them into a record: a motion for each item with a result."""
    bodies = {uid: f"body-{place}" for place, uid in enumerate(sorted(organizations), 1)}
    return {
        "format": "council-record",
        "version": 1,
        "council": {
            "uid": "council",
            "name": "Ortschaftsräte",
            "languages": ["de"],
            "time_zone": "Europe/Berlin",
            "rules": [{"pack": "ronr"}],
        },
        "bodies": [
            {"uid": bodies[uid], "name": organizations[uid], "kind": "council"} for uid in bodies
        ],
        "meetings": [_meeting(one, bodies) for one in meetings],
    }


def _meeting(told: Data, bodies: dict[str, str]) -> Data:
    uid = f"meeting-{_tail(told['id'])}"
    items = told.get("agendaItem", [])
    motions = [_motion(one) for one in items if "result" in one]
    return {
        "uid": uid,
        "body": bodies[told["organization"][0]],
        "kind": "regular",
        "starts_at": told["start"].replace(":00+", "+"),
        "state": "held" if motions else "planned",
        **({"agenda": [_item(one) for one in items]} if items else {}),
        **({"motions": motions} if motions else {}),
    }


def _item(told: Data) -> Data:
    closed = {} if told["public"] else {"closed": True}
    number = {"number": told["number"]} if told.get("number") else {}
    uid = f"item-{_tail(told['id'])}"
    return {"uid": uid, **number, "kind": "decision", "title": _title(told), **closed}


def _motion(told: Data) -> Data:
    tail = _tail(told["id"])
    result = result_of(told["result"])
    motion: Data = {"uid": f"motion-{tail}", "item": f"item-{tail}", "kind": "main"}
    motion["text"] = _title(told)
    if result.outcome is not None:
        motion["outcome"] = result.outcome.value
    if result.voted:
        agreed = result.unanimous and result.outcome is Outcome.CARRIED
        motion["votes"] = [
            {
                "uid": f"vote-{tail}",
                "method": "show_of_hands",
                **({"unanimous": True} if agreed else {}),
                "declared": result.outcome,
            }
        ]
    return motion


def _title(told: Data) -> str:
    return " ".join(told.get("name", "").split()) or "–"


def _tail(address: str) -> str:
    return address.rpartition("/")[2]
