"""What is odd about a meeting: pure checks over plain facts, the same for files and imports.

A check never changes what was recorded. Sources: the product's record format (codes), RONR §4 and
§12 (degrees of amendment), §40 (quorum).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.findings import Finding
from council.domain.messages import Message
from council.domain.vocabulary import MotionKind, Severity
from council.domain.votes.presence import Span, was_there
from council.domain.votes.vote_checks import (
    CAST,
    CheckedVote,
    check_numbers,
    finding_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from council.domain.text import Text

DEEPEST_AMENDMENT = 2
"""An amendment of an amendment is the last that RONR §12 knows."""


@dataclass(frozen=True, slots=True)
class CheckedMotion:
    """One motion with its votes; ``depth`` counts the motions it hangs under."""

    uid: str
    kind: str
    number: str | None = None
    mover: str | None = None
    made_at: datetime | None = None
    depth: int = 0
    votes: tuple[CheckedVote, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedAttendee:
    """How one person (or a guest, without a uid) is recorded as attending."""

    uid: str
    person: str | None
    status: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedMeeting:
    """One meeting as the checks need it; ``members`` are the voting members on its day.

    ``turns`` are the times that speakers had the floor, each with the speaker's uid.
    """

    uid: str
    called_at: datetime | None = None
    adjourned_at: datetime | None = None
    attendance: tuple[CheckedAttendee, ...] = ()
    recesses: tuple[Span, ...] = ()
    turns: tuple[tuple[str, Span], ...] = ()
    members: frozenset[str] = frozenset()
    motions: tuple[CheckedMotion, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedTerm:
    """One membership with its first and last day."""

    uid: str
    start: date | None
    end: date | None


class _Names:
    """Names for messages: the person's name where known, else the uid."""

    def __init__(self, names: Mapping[str, Text]) -> None:
        self._names = names

    def __getitem__(self, person: str) -> Text | str:
        return self._names.get(person) or person


def _check_ballots(
    vote: CheckedVote, meeting: CheckedMeeting, names: _Names, where: str
) -> Iterator[Finding]:
    often = Counter(ballot.person for ballot in vote.ballots if not ballot.casting)
    for person, times in often.items():
        if times > 1:
            yield finding_of(Severity.ERROR, where, "double_ballot", 1, times, name=names[person])
    there = _present(meeting, vote.at)
    for person in dict.fromkeys(b.person for b in vote.ballots if b.choice in CAST):
        if meeting.members and person not in meeting.members:
            yield finding_of(Severity.ERROR, where, "voter_not_member", name=names[person])
        if meeting.attendance and person not in there:
            yield finding_of(Severity.ERROR, where, "voter_not_present", name=names[person])
        if person in vote.ineligible:
            yield finding_of(Severity.ERROR, where, "voter_ineligible", name=names[person])


def _present(meeting: CheckedMeeting, at: datetime | None) -> frozenset[str]:
    return frozenset(
        one.person
        for one in meeting.attendance
        if one.person and was_there(one.status, one.spans, at)
    )


def check_vote(
    vote: CheckedVote,
    motion: CheckedMotion,
    meeting: CheckedMeeting,
    names: Mapping[str, Text],
    where: str,
) -> list[Finding]:
    """Return what is odd about one vote."""
    found = check_numbers(vote, motion.kind, where)
    return found + list(_check_ballots(vote, meeting, _Names(names), where))


def check_motion(
    motion: CheckedMotion, meeting: CheckedMeeting, names: Mapping[str, Text], where: str
) -> list[Finding]:
    """Return what is odd about one motion and its votes."""
    found: list[Finding] = []
    if motion.kind == MotionKind.AMEND and motion.depth > DEEPEST_AMENDMENT:
        found.append(
            finding_of(Severity.WARNING, where, "third_degree", DEEPEST_AMENDMENT, motion.depth)
        )
    there = _present(meeting, motion.made_at)
    if motion.mover and meeting.attendance and motion.mover not in there:
        name = _Names(names)[motion.mover]
        found.append(finding_of(Severity.WARNING, where, "mover_not_present", name=name))
    for vote in motion.votes:
        found += check_vote(vote, motion, meeting, names, f"{where}/votes/{vote.uid}")
    return found


def check_meeting(
    meeting: CheckedMeeting, names: Mapping[str, Text] | None = None
) -> list[Finding]:
    """Return what is odd about one meeting; ``names`` are the names of people by uid."""
    names = names or {}
    where = f"meetings/{meeting.uid}"
    found: list[Finding] = []
    if Span(meeting.called_at, meeting.adjourned_at).runs_backwards():
        found.append(_backwards(where, meeting.called_at, meeting.adjourned_at))
    for place, span in _spans(meeting, where):
        if span.runs_backwards():
            found.append(_backwards(place, span.from_at, span.to_at))
    for motion in meeting.motions:
        found += check_motion(motion, meeting, names, f"{where}/motions/{motion.uid}")
    return found


def _spans(meeting: CheckedMeeting, where: str) -> Iterator[tuple[str, Span]]:
    for one in meeting.attendance:
        for number, span in enumerate(one.spans):
            yield f"{where}/attendance/{one.uid}/spans/{number}", span
    for number, span in enumerate(meeting.recesses):
        yield f"{where}/recesses/{number}", span
    for uid, span in meeting.turns:
        yield f"{where}/speakers/{uid}", span


def _backwards(where: str, start: Any, end: Any) -> Finding:
    message = Message("finding.ends_before_start", {"start": start, "end": end})
    code = "ends_before_start"
    return Finding(Severity.ERROR, where, code, message, start.isoformat(), end.isoformat())


def check_terms(terms: Iterable[CheckedTerm]) -> list[Finding]:
    """Return the memberships that end before they start."""
    return [
        _backwards(f"memberships/{term.uid}", term.start, term.end)
        for term in terms
        if term.start is not None and term.end is not None and term.end < term.start
    ]


# ------------------------------------------------------------------- names that look alike


def fold_name(words: str) -> str:
    """Return a name without case, accents, full stops and the order of its words."""
    plain = unicodedata.normalize("NFD", words.casefold())
    # Thai vowel signs and tone marks carry meaning; only accents on Latin letters are dropped.
    kept = "".join(
        char for char in plain if not (unicodedata.combining(char) and "\u0300" <= char <= "\u036f")
    )
    parts = "".join(char if char.isalnum() or _is_thai_sign(char) else " " for char in kept)
    return " ".join(sorted(parts.split()))


def _is_thai_sign(char: str) -> bool:
    return "\u0e30" <= char <= "\u0e4e"


LONG_ENOUGH = 8
"""Below this many letters one letter's difference is a different name more often than a slip."""


def _keys(folded: str) -> Iterator[str]:
    yield folded
    if len(folded) >= LONG_ENOUGH:
        for place in range(len(folded)):
            yield folded[:place] + folded[place + 1 :]


def _one_apart(first: str, second: str) -> bool:
    """Tell whether one letter put in, left out, changed or swapped turns one into the other."""
    if first == second:
        return True
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    a, b = first[start:], second[start:]
    swapped = a[:2] == b[1::-1] and len(a) > 1 and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def check_names(people: Sequence[tuple[str, Text]]) -> list[Finding]:
    """Return pairs of people (uid, name) whose names are the same or one letter apart."""
    folded = [
        (number, fold_name(words)) for number, (_, name) in enumerate(people) for _, words in name
    ]
    groups: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, words in folded:
        for key in _keys(words):
            groups[key].add((number, words))
    pairs: set[tuple[int, int]] = set()
    for group in groups.values():
        listed = sorted(group)
        for place, (one, words) in enumerate(listed):
            for other, others in listed[place + 1 :]:
                if one != other and _one_apart(words, others):
                    pairs.add((one, other))
    return [
        finding_of(
            Severity.WARNING,
            f"people/{people[other][0]}",
            "names_alike",
            name=people[other][1],
            other=people[one][1],
        )
        for one, other in sorted(pairs)
    ]
