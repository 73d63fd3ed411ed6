"""What the rules say of one kind of motion: as a sentence, and as the cells of a compact table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.messages import Message
from council.services.rules.words import Data, by_vote, coded, need_name

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook

#: votes that are no requirement
NO_VOTE = ("none", "chair_rules", "demand")
_CLASSES = ("privileged", "subsidiary", "main", "incidental", "bring_back")


@dataclass(frozen=True, slots=True)
class MotionCells:
    """One row of the table of motions; a cell is a word, ``rank`` and ``second`` are numbers."""

    name: Message | str
    rank: int
    interrupt: Message
    second: int
    debate: Message
    amend: Message
    vote: Message | str
    again: Message


def say_motion(kind: str, data: Data) -> Message:
    """Say all that the rules say of a kind of motion in one sentence."""
    second = data.get("second", 0)
    parts = []
    if data.get("rank"):
        parts.append(Message("motion_part.rank", {"rank": data["rank"]}))
    if data.get("interrupt"):
        parts.append(Message("motion_part.interrupt"))
    parts.append(
        Message("motion_part.second", {"count": second})
        if second
        else Message("motion_part.second_none")
    )
    parts.append(Message(f"motion_part.debate_{_word(data.get('debatable', 'no'))}"))
    parts.append(Message(f"motion_part.amend_{_word(data.get('amendable', False))}"))
    parts.append(_vote_part(str(data["vote"])))
    if "reconsider" in data:
        parts.append(Message(f"motion_part.again_{_word(data['reconsider'])}"))
    name = coded("motion_kind", kind)
    joined = parts[-1]
    for part in reversed(parts[:-1]):
        joined = Message("motion_part.then", {"first": part, "rest": joined})
    return Message("rule_says.motion", {"name": name, "parts": joined})


def _vote_part(vote: str) -> Message:
    if vote in NO_VOTE:
        return Message(f"motion_part.vote_{vote}")
    return Message("motion_part.vote", {"vote": by_vote(vote)})


def _word(value: Any) -> str:
    """Return a truth value as the word that stands for it elsewhere in the data."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _cell(value: Any) -> Message:
    return Message(f"motion_cell.{_word(value)}")


def cells_of(kind: str, data: Data) -> MotionCells:
    """Return the row of the table for a kind of motion."""
    return MotionCells(
        name=coded("motion_kind", kind),
        rank=int(data.get("rank", 0)),
        interrupt=_cell(data.get("interrupt", False)),
        second=int(data.get("second", 0)),
        debate=_cell(data.get("debatable", "no")),
        amend=_cell(data.get("amendable", False)),
        vote=need_name(str(data.get("vote", "none"))),
        again=_cell(data.get("reconsider", "no")),
    )


def precedence(key: str, book: RuleBook) -> tuple[int, int]:
    """Return where a motion stands in the table: the highest rank first, unranked ones last."""
    found = book.find(key)
    data = found.data if found is not None and isinstance(found.data, dict) else {}
    family = str(data.get("class", "main"))
    place = _CLASSES.index(family) if family in _CLASSES else len(_CLASSES)
    rank = int(data.get("rank", 0))
    return (0, -rank) if rank else (1, place)
