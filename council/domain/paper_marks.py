"""What stands on a recording sheet, as it is typed in afterwards: times, attendance, votes.

Everything is short on purpose: ``1842``, ``1850-2010``, ``e ill``, ``h 7-1-1``, ``YYNAY``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final

from council.domain.calendars import fold_digits
from council.domain.vocabulary import Choice, Declared, Method, Presence
from council.domain.votes.typed import read_counts

if TYPE_CHECKING:
    from council.domain.votes.tallies import Tally

_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:.]\s*(\d{2})|(\d{1,2})(\d{2})")
_DASH: Final = re.compile(r"\s*[-\u2010-\u2015]\s*")
_ABSENT: Final = frozenset({"a", "absent", "ขาด", "ขาดประชุม"})
_EXCUSED: Final = frozenset({"e", "excused", "ลา", "ลาประชุม"})
_REMOTE: Final = frozenset({"r", "remote", "ทางไกล"})
_HERE: Final = frozenset({"p", "h", "here", "present", "มา", "มาประชุม"})
_METHODS: Final = {
    "o": Method.NO_OBJECTION,
    "v": Method.VOICE,
    "h": Method.SHOW_OF_HANDS,
    "c": Method.ROLL_CALL,
    "s": Method.SECRET_BALLOT,
}
_LETTERS: Final = {
    "y": Choice.YES,
    "n": Choice.NO,
    "a": Choice.ABSTAIN,
    "r": Choice.RECUSED,
    "-": None,
    "\u2013": None,
}


class NotUnderstood(ValueError):
    """The words mean nothing in their place."""


def read_clock(words: str) -> time:
    """Read 18:42, 18.42, 1842 or 842; NotUnderstood when it is no time of day."""
    plain = fold_digits(words).strip().removesuffix("น.").strip()
    match = _CLOCK.fullmatch(plain)
    if match is None:
        raise NotUnderstood(words)
    try:
        return time(int(match[1] or match[3]), int(match[2] or match[4]))
    except ValueError as error:
        raise NotUnderstood(words) from error


@dataclass(frozen=True, slots=True)
class Stay:
    """A time somebody was there; None means from the beginning, or to the end."""

    begin: time | None = None
    end: time | None = None


@dataclass(frozen=True, slots=True)
class Attended:
    """How somebody attended: where present, in which stays; else for which reason not."""

    status: Presence
    stays: tuple[Stay, ...] = ()
    remote: bool = False
    reason: str = ""


def read_attended(words: str) -> Attended:
    """Read one line of the roster; NotUnderstood when it cannot be understood.

    Nothing or ``p`` is there from the beginning to the end, ``r`` the same from elsewhere, ``a``
    absent, ``e`` excused with the reason behind it. Times say when: ``1850`` came, ``-2010`` left,
    ``1850-1930, 2000-`` came, left and came back; ``r`` may stand before them.
    """
    plain = fold_digits(words).strip()
    head, _space, rest = plain.partition(" ")
    word = head.casefold()
    if word in _ABSENT or word in _EXCUSED:
        status = Presence.ABSENT if word in _ABSENT else Presence.EXCUSED
        return Attended(status, reason=rest.strip(" ,"))
    remote = word in _REMOTE
    if remote or word in _HERE:
        plain = rest.strip()
    stays = tuple(_stay(part) for part in plain.split(",")) if plain else (Stay(),)
    return Attended(Presence.PRESENT, stays, remote)


def _stay(words: str) -> Stay:
    begin, dash, end = _DASH.sub("-", words.strip()).partition("-")
    if not begin and not end:
        raise NotUnderstood(words)
    return Stay(read_clock(begin) if begin else None, read_clock(end) if dash and end else None)


@dataclass(frozen=True, slots=True)
class Voted:
    """How a vote was taken and what was counted.

    ``choices`` are those of the members in the order of the roll, None for who gave no answer;
    ``heard`` is what the chair heard in a voice vote.
    """

    method: Method
    counts: Tally | None = None
    choices: tuple[Choice | None, ...] = ()
    heard: Declared | None = None


def read_voted(words: str, members: int) -> Voted:
    """Read the vote of a motion; NotUnderstood when it cannot be understood.

    ``7-1-1`` a show of hands, ``o`` no objection, ``v y`` or ``v n`` what the chair heard,
    ``c 7-1-1`` and ``s 7-1-1`` a roll call and a secret ballot of which only the numbers are known,
    and as many letters as there are members (``YYNAR-``) a roll call by name.
    """
    plain = " ".join(fold_digits(words).casefold().split())
    letters = plain.removeprefix("c ").replace(" ", "").replace(",", "")
    if members > 1 and len(letters) == members and set(letters) <= set(_LETTERS):
        return Voted(Method.ROLL_CALL, choices=tuple(_LETTERS[one] for one in letters))
    head, _space, rest = plain.partition(" ")
    method = _METHODS.get(head)
    if method is None:
        return Voted(Method.SHOW_OF_HANDS, _counts(plain))
    if method is Method.NO_OBJECTION and not rest:
        return Voted(method)
    if method is Method.VOICE and rest in ("y", "n"):
        return Voted(method, heard=Declared.CARRIED if rest == "y" else Declared.LOST)
    if method in (Method.NO_OBJECTION, Method.VOICE):
        raise NotUnderstood(words)
    return Voted(method, _counts(rest))


def _counts(words: str) -> Tally:
    counts = read_counts(words)
    if counts is None:
        raise NotUnderstood(words)
    return counts
