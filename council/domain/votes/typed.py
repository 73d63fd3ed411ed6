"""Votes as somebody types or pastes them: three numbers, or a column of names with answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from council.domain.calendars import fold_digits
from council.domain.vocabulary import Choice
from council.domain.votes.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final[dict[Choice, str]] = {
    Choice.YES: "yes yea yeas aye ayes y for favour favor pro เห็นชอบ เห็นด้วย",
    Choice.NO: "no nay nays noes n against contra ไม่เห็นชอบ ไม่เห็นด้วย",
    Choice.ABSTAIN: "abstain abstains abstained abstaining abstention abstentions a abst งดออกเสียง",
    Choice.NOT_VOTING: "nv silent ไม่ลงคะแนน",
    Choice.RECUSED: "recused recuse recuses recusal r ถอนตัว",
    Choice.ABSENT: "absent excused ไม่มา ขาดประชุม ลาประชุม",
}
_MEANT: Final = {word: choice for choice, words in _WORDS.items() for word in words.split()}
_PHRASES: Final = {
    "in favour": "yes", "in favor": "yes", "not voting": "nv", "did not vote": "nv",
    "voted yes": "yes", "voted no": "no", "voted for": "yes", "voted against": "no",
}  # fmt: skip
_COUNTED: Final = (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING)
_GAP: Final = r"[\s\-\u2010-\u2015/:,;|·]+"
_BARE: Final = re.compile(rf"\d{{1,9}}(?:{_GAP}\d{{1,9}}){{1,3}}")
_PIECE: Final = re.compile(r"\d{1,9}|[^\W\d_\u0e00-\u0e7f]+|[\u0e00-\u0e4e]+")
_CUT: Final = re.compile(r"\t|\s{2,}|[,;|=]|:\s|\s[\-\u2010-\u2015]\s")
_MOST_NAMES_WORDS: Final = 6


def _plain(text: str) -> str:
    words = " ".join(fold_digits(text).casefold().split())
    for phrase, word in _PHRASES.items():
        words = words.replace(phrase, word)
    return words


def choice_meant(words: str) -> Choice | None:
    """Return the choice a word such as ``aye``, ``N`` or ``งดออกเสียง`` means, else None."""
    return _MEANT.get(_plain(words).strip(" .()[]"))


def read_counts(text: str) -> Tally | None:
    """Read ``7-4-1``, ``7 4``, ``๗-๔-๑`` or ``7 for, 4 against, 1 abstained``; None if it is none.

    Bare numbers are yes, no, abstaining, not voting, in this order.
    """
    words = _plain(text).strip(" .()[]")
    if _BARE.fullmatch(words):
        return Tally(*(int(one) for one in re.split(_GAP, words)))
    return _read_named(words)


def _read_named(words: str) -> Tally | None:
    """Read numbers with their words, the word before its number or after it."""
    pieces = [one for one in _PIECE.findall(words) if one.isdigit() or one in _MEANT]
    numbers, named = pieces[::2], pieces[1::2]
    if pieces and not pieces[0].isdigit():
        numbers, named = named, numbers
    if not numbers or len(numbers) != len(named):
        return None
    if not all(one.isdigit() for one in numbers) or any(one.isdigit() for one in named):
        return None
    counts = {_MEANT[word]: int(number) for word, number in zip(named, numbers, strict=True)}
    if len(counts) != len(named) or not set(counts) <= set(_COUNTED):
        return None
    return Tally(*(counts.get(one, 0) for one in _COUNTED))


@dataclass(frozen=True, slots=True)
class TypedBallot:
    """One answer of a pasted list: who, as it was written, and what it means, None if unclear."""

    name: str
    choice: Choice | None


def read_ballots(text: str) -> list[TypedBallot]:
    """Read a column of names and answers, or ``Yes: Haddad, Nunn`` for each answer.

    Lines with nothing but a heading or a number are passed over.
    """
    return [one for line in text.splitlines() for one in _read_line(line.strip())]


def _read_line(line: str) -> Iterator[TypedBallot]:
    head, colon, rest = line.partition(":")
    grouped = choice_meant(head) if colon else None
    if grouped is not None and rest.strip():
        for name in re.split(r"[,;]| and | และ ", rest.strip(" .")):
            if name.strip(" ."):
                yield TypedBallot(name.strip(" ."), grouped)
        return
    cells = [cell.strip() for cell in _CUT.split(line) if cell.strip()]
    if len(cells) == 1:
        cells = _last_word(cells[0])
    name, choice = _who_and_what(cells)
    if name and len(name.split()) <= _MOST_NAMES_WORDS and (choice or len(cells) > 1):
        yield TypedBallot(name, choice)


def _last_word(cell: str) -> list[str]:
    """Cut the answer off a line without a sign between: ``Amal Haddad yes``."""
    name, _, last = cell.rpartition(" ")
    return [name, last] if name and choice_meant(last) else [cell]


def _who_and_what(cells: list[str]) -> tuple[str, Choice | None]:
    """Return the name and the answer among the cells of a line; numbers of a list are no name."""
    meant = [choice_meant(cell) for cell in cells]
    place = next((at for at in range(len(cells) - 1, -1, -1) if meant[at] is not None), None)
    named = [cell for at, cell in enumerate(cells) if at != place and not cell.isdigit()]
    if place is None:
        return (named[0] if named else ""), None
    # "Haddad, Amal, yes" is one name in two cells.
    return ", ".join(named[:2]), meant[place]
