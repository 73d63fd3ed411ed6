"""Pasted lines as a nested list: told by indents, bullets and numbers such as 1, 1.1, ๑.๑.๒."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.calendars import fold_digits
from council.domain.messages import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_LINES = 500
_TAB = 4
_NUMBER = re.compile(
    r"(?P<word>(?:agenda\s+)?item\s+(?:no\.?\s*)?|(?:ระเบียบ)?วาระที่\s*|เรื่องที่\s*|ข้อ(?:ที่)?\s*)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<end>[.):]+(?=\s|\D)|(?=\s)|$)\s*",
    re.I,
)
_BULLET = re.compile(r"(?:[-–—•*·▪◦o☐✓✔]|\(?[a-z]\)|\(?[ก-ฮ]\))\s+", re.I)
_MINUTES = re.compile(
    r"\s*[(\[]\s*(?P<minutes>\d{1,3})\s*(?:min(?:ute)?s?\.?|mins|['′]|นาที)\s*[)\]]\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Branch:
    """One line with what stands under it; ``minutes`` when it ended like "(10 min)"."""

    title: str
    children: tuple[Branch, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    width: int
    parts: tuple[int, ...]
    sure: bool
    bare: str
    words: str


def read_outline(pasted: str) -> tuple[Branch, ...]:
    """Read a list; a numbered line lies as deep as its number or its indent says, whichever more.

    A number that begins a line and follows from no other ("5 new trees") belongs to the title.
    Raises InputRefused (``error.paste_empty``, ``error.paste_long``).
    """
    lines = [_line(one) for one in pasted.splitlines() if one.strip(" \t\u00a0\ufeff\u200b")]
    lines = [one for one in lines if one.words]
    if not lines:
        raise InputRefused("error.paste_empty")
    if len(lines) > MOST_LINES:
        raise InputRefused("error.paste_long", lines=len(lines), most=MOST_LINES)
    return _nested(list(_placed(_numbered(lines))))


def _line(raw: str) -> _Line:
    stretched = raw.replace("\u00a0", " ").replace("\ufeff", "").replace("\u200b", "")
    stretched = stretched.expandtabs(_TAB)
    bare = " ".join(stretched.split())
    width = len(stretched) - len(stretched.lstrip())
    bullet = _BULLET.match(bare)
    if bullet:
        return _Line(width, (), False, bare[bullet.end() :], bare[bullet.end() :])
    # Thai digits are one letter each like the others, so that places stay the same.
    found = _NUMBER.match(fold_digits(bare))
    if not found or not bare[found.end() :]:
        return _Line(width, (), False, bare, bare)
    parts = tuple(int(part) for part in found["number"].split("."))
    sure = bool(found["word"] or found["end"])
    words = re.sub(r"^[-–—:]\s+", "", bare[found.end() :])
    return _Line(width, parts, sure, bare, words)


def _numbered(lines: Iterable[_Line]) -> list[_Line]:
    """Give numbers that are none back to their titles."""
    listed = list(lines)
    seen = {one.parts for one in listed if one.parts}
    several = sum(1 for one in listed if one.parts) > 1
    return [
        one
        if not one.parts or one.sure or (several and _follows(one.parts, seen))
        else _Line(one.width, (), False, one.bare, one.bare)
        for one in listed
    ]


def _follows(parts: tuple[int, ...], seen: set[tuple[int, ...]]) -> bool:
    *above, last = parts
    if last == 1:
        return True
    return (*above, last - 1) in seen or (bool(above) and tuple(above) in seen)


def _placed(lines: Iterable[_Line]) -> Iterable[tuple[int, _Line]]:
    """Yield each line with its depth: at most one deeper than the line before."""
    widths: list[int] = []
    before = -1
    listed = list(lines)
    highest = min((len(one.parts) for one in listed if one.parts), default=1)
    for one in listed:
        while widths and one.width < widths[-1]:
            widths.pop()
        if not widths or one.width > widths[-1]:
            widths.append(one.width)
        depth = min(before + 1, max(len(widths) - 1, len(one.parts) - highest))
        before = depth
        yield depth, one


def _nested(placed: list[tuple[int, _Line]], depth: int = 0) -> tuple[Branch, ...]:
    made: list[Branch] = []
    place = 0
    while place < len(placed):
        end = place + 1
        while end < len(placed) and placed[end][0] > depth:
            end += 1
        below = _nested(placed[place + 1 : end], depth + 1)
        made.append(_branch(placed[place][1].words, below))
        place = end
    return tuple(made)


def _branch(words: str, below: tuple[Branch, ...]) -> Branch:
    found = _MINUTES.search(fold_digits(words))
    if not found or not words[: found.start()].strip():
        return Branch(words, below)
    return Branch(words[: found.start()].rstrip(), below, int(found["minutes"]))
