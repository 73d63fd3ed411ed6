"""Proof-reading what people typed into minutes: personal data, and names that nearly match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council.domain import calendars
from council.domain.document import Box, Heading, Listing, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.domain.document import Document

_TYPED = ("free", "override", "detached")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_PHONE = re.compile(
    r"\+\d[\d ().-]{7,}\d"  # with a country's number
    r"|(?<![\d-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"  # American
    r"|(?<![\d-])0\d{1,2}[ -]?\d{3}[ -]?\d{3,4}(?![\d-])"  # Thai
)
_IDENTITY = re.compile(r"(?<!\d)\d(?:[ -]?\d){12}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_NAME = 5


_HOLDING_WORDS = ("minutes.note", *(f"minutes.comment{side}" for side in ("", "_for", "_against")))


def typed_words(document: Document) -> list[str]:
    """Return the paragraphs whose words a person chose; what the record writes is not among them.

    Notes and comments were typed too, so sentences that only hold such a text count as typed.
    """
    return [
        "".join(span.text for span in block.spans)
        for block in document.blocks
        if isinstance(block, Paragraph) and (block.origin in _TYPED or block.code in _HOLDING_WORDS)
    ]


def personal_data(words: str) -> str:
    """Return the first e-mail address, telephone number or Thai identity number in the words."""
    folded = calendars.fold_digits(words)
    for found in _IDENTITY.finditer(folded):
        if _is_identity(re.sub(r"\D", "", found[0])):
            return str(found[0])
    match = _MAIL.search(folded) or _PHONE.search(folded)
    return str(match[0]) if match else ""


def _is_identity(digits: str) -> bool:
    """Tell whether the last of thirteen digits is the check digit of a Thai identity number."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[-1])


def misspelt_name(words: str, names: Iterable[str]) -> str:
    """Return the first word that is one letter away from a name and is no name itself."""
    known = {part for name in names for part in _WORD.findall(name) if len(part) >= _LEAST_NAME}
    for word in _WORD.findall(words):
        if len(word) >= _LEAST_NAME and word[0].isupper() and word not in known:
            stem = word.removesuffix("s")
            if stem not in known and any(_one_apart(word, name) for name in known):
                return str(word)
    return ""


def _one_apart(first: str, second: str) -> bool:
    """Tell whether one letter was changed, left out, put in, or swapped with the next."""
    if abs(len(first) - len(second)) > 1:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    one, other = first[at:], second[at:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def leaked_keys(document: Document, closed: Iterable[str]) -> list[str]:
    """Return the keys of blocks that tell what happened on a closed item (by its uid)."""
    starts = tuple(f"item/{uid}/" for uid in closed)
    return [
        block.key
        for block in document.blocks
        if isinstance(block, Heading | Paragraph | Listing | Table | Box)
        and block.key.startswith(starts)
        and not block.key.endswith("/closed")
    ]
