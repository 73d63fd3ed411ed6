"""The semantic document: what an agenda or minutes say, in order, without any idea of a page.

Everything that prints, previews, freezes or tags takes this one shape. It goes to JSON and back
without loss, which is how approved minutes are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words.

    ``lang`` is set when it differs from the document's; ``whole`` forbids a break inside (names
    that come from facts); ``fact`` names the uid it was filled from.
    """

    text: str
    bold: bool = False
    italic: bool = False
    lang: str = ""
    mark: Literal["", "ins", "del"] = ""
    fact: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Levels 1 to 3, never skipping; ``key`` is the outline's anchor, unique in the document.
    """

    level: int
    spans: tuple[Span, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    ``key``/``code``/``facts`` tie it to the record; ``origin`` says whose words they are: record
    (template), override (edited, facts still flow), detached (edited, a fact was cut), free
    (typed). ``letter`` begins with a first line set in, as letters do.
    """

    spans: tuple[Span, ...]
    style: Literal["body", "lead", "centre", "small", "resolution", "indent", "letter"] = "body"
    key: str = ""
    code: str = ""
    facts: tuple[str, ...] = ()
    origin: Literal["", "record", "override", "detached", "free"] = ""
    stale: bool = False  # detached, and its facts have changed since


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    Each item is a run of spans. ``labels`` (same length) are printed numbers, empty for bullets.
    """

    items: tuple[tuple[Span, ...], ...]
    labels: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row.

    ``widths`` are relative integers; ``align`` one letter a column (l, r, c). ``marks`` (same
    length as the rows, or empty) say which rows changed; each gets a bar in the margin. A ``form``
    is filled in by hand: lines between its columns too, and rows at least ``least`` points high.
    One that is ``together`` parts only where no page holds it whole.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    widths: tuple[int, ...] = ()
    align: str = ""
    caption: str = ""
    key: str = ""
    borders: bool = True
    marks: tuple[Literal["", "added", "changed", "struck", "moved"], ...] = ()
    form: bool = False
    least: int = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines that each begin with a label, such as when and where; the words stand in one column.

    ``strong`` prints the labels bold.
    """

    lines: tuple[tuple[str, tuple[Span, ...]], ...]
    key: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class LetterTop:
    """The head of a letter, which begins on a page of its own, its pages counted from 1.

    ``number`` stands at the left, the ``sender`` (name, address) at the right, the ``day`` beneath;
    ``name`` is the letter in the outline.
    """

    number: tuple[Span, ...]
    sender: tuple[str, ...]
    day: str
    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class LetterEnd:
    """The end of a letter: closing words, room to sign, printed name and office; then contacts."""

    closing: str
    name: tuple[Span, ...]
    office: str
    contact: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A framed group (a motion with its vote).

    ``title`` left, ``chip`` right (for example CARRIED).
    """

    title: tuple[Span, ...]
    chip: str
    tone: Literal["yes", "no", "neutral"]
    body: tuple[Paragraph, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side: (line above, printed name, office) each."""

    places: tuple[tuple[str, str, str], ...]


Block = Heading | Paragraph | Listing | Table | Labelled | LetterTop | LetterEnd | Box | Signatures


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``stamp`` is the visible state (DRAFT), empty when approved; ``paper`` A4 or Letter; ``digits``
    latn or thai; ``fingerprint`` goes to the footer; ``footer`` is the running foot's words.
    """

    kind: Literal["agenda", "minutes", "notice", "invitation", "sheet"]
    language: str
    title: str
    author: str
    subject: str
    paper: Literal["A4", "Letter"]
    digits: Literal["latn", "thai"]
    letterhead: tuple[str, ...]
    blocks: tuple[Block, ...]
    stamp: str = ""
    footer: str = ""
    page_words: str = "{page} / {pages}"
    fingerprint: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
