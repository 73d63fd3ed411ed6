"""Whose votes a list gives: by the whole name, the family name, an initial, the code."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.text import Text
    from council.domain.votes.typed import TypedBallot

_TITLES: Final = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "councilmember", "member", "chair",
    "chairman", "chairwoman", "president", "vice", "นาย", "นาง", "นางสาว", "น.ส", "ดร",
})  # fmt: skip
_GLUED: Final = ("นางสาว", "นาย", "นาง", "ดร.")


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who can be meant: the uid, the name in its languages, the code on the roll."""

    uid: str
    name: Text
    code: str = ""


@dataclass(slots=True)
class Read:
    """What a pasted list gave.

    ``ballots`` are by person; ``unclear`` are the lines of which the name fits nobody, or several,
    or the answer is none; ``twice`` the names that answered in two ways.
    """

    ballots: dict[str, str] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)


def match_ballots(typed: Iterable[TypedBallot], voters: Sequence[Voter]) -> Read:
    """Find who is meant by each line; nothing is guessed where two could be."""
    read = Read()
    for one in typed:
        found = find_voter(one.name, voters)
        if found is None or one.choice is None:
            read.unclear.append(one.name)
        elif read.ballots.get(found.uid, one.choice.value) != one.choice.value:
            read.twice.append(one.name)
        else:
            read.ballots[found.uid] = one.choice.value
    for name in read.twice:  # which of two answers was meant nobody can know
        found = find_voter(name, voters)
        if found is not None:
            read.ballots.pop(found.uid, None)
    return read


def find_voter(name: str, voters: Sequence[Voter]) -> Voter | None:
    """Return the only one a name can mean, None where nobody or several could be meant."""
    wanted = _parts(name)
    if not wanted:
        return None
    for fits in (_in_full, _by_code, _by_initial, _by_one_name):
        found = [one for one in voters if fits(wanted, one)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _parts(name: str) -> list[str]:
    """Return the words of a name without titles, accents and case, a family name first put last."""
    family, comma, given = name.partition(",")
    words = f"{given} {family}" if comma else name
    parts = [part.strip(".") for part in _folded(words).replace(".", ". ").split()]
    if parts and any(parts[0].startswith(one) and parts[0] != one for one in _GLUED):
        title = next(one for one in _GLUED if parts[0].startswith(one))
        parts[0] = parts[0].removeprefix(title)
    while len(parts) > 1 and parts[0] in _TITLES:
        del parts[0]
    return [part for part in parts if part]


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    thai = "\u0e00", "\u0e7f"
    kept = (c for c in plain if thai[0] <= c <= thai[1] or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(kept))


def _names(one: Voter) -> list[list[str]]:
    return [_parts(words) for _language, words in one.name]


def _in_full(wanted: list[str], one: Voter) -> bool:
    return wanted in _names(one)


def _by_code(wanted: list[str], one: Voter) -> bool:
    return bool(one.code) and wanted == [_folded(one.code)]


def _by_initial(wanted: list[str], one: Voter) -> bool:
    """Tell whether a first letter and a family name fit, as in ``A. Haddad``."""
    return any(
        len(wanted) > 1 and len(parts) > 1 and wanted[-1] == parts[-1]
        and parts[0].startswith(wanted[0])
        for parts in _names(one)
    )  # fmt: skip


def _by_one_name(wanted: list[str], one: Voter) -> bool:
    return len(wanted) == 1 and any(
        wanted[0] in (parts[-1], parts[0]) for parts in _names(one) if parts
    )
