"""A tagged PDF read back the way a screen reader does: blocks in the order of the structure tree.

What a validator cannot know is found here: words in a wrong order, said twice, glued together, or
drawn where no element says them.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, IndirectObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAINTING: Final = frozenset(
    {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}
)
_TABLE: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]*)>")
_INLINE: Final = frozenset({"/Span", "/Link"})


class NotTagged(ValueError):
    """The file has no structure tree."""


@dataclass(frozen=True, slots=True)
class Block:
    """One element that says something itself: its path of roles, its words and its language."""

    path: tuple[str, ...]
    text: str
    language: str
    alt: str = ""

    @property
    def role(self) -> str:
        """Return the role of the element itself."""
        return self.path[-1]


@dataclass
class Reading:
    """What a file says, and what is wrong with how it says it; ``faults`` is empty when nothing."""

    title: str = ""
    language: str = ""
    blocks: list[Block] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(pdf: bytes) -> Reading:
    """Read a tagged file.

    Raises NotTagged for a PDF without a structure tree, and pypdf's errors for what is no PDF.
    """
    return _Reader(PdfReader(io.BytesIO(pdf))).run()


class _Reader:
    def __init__(self, file: Any) -> None:
        self.file = file
        self.root: Any = file.root_object
        if "/StructTreeRoot" not in self.root:
            raise NotTagged("no structure tree")
        info = file.metadata
        self.reading = Reading(str((info and info.title) or ""), str(self.root.get("/Lang", "")))
        self.pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(file.pages)
            if page.indirect_reference
        }
        self.said = [
            _page_words(page, file, self.reading.faults, number)
            for number, page in enumerate(file.pages, start=1)
        ]
        self.used: set[tuple[int, int]] = set()

    def run(self) -> Reading:
        tree: Any = self.root["/StructTreeRoot"]
        self.parents = _numbers(tree["/ParentTree"])
        for kid in _kids(tree):
            self._element(kid, (), self.reading.language, None)
        for page, words in enumerate(self.said):
            lost = set(words) - {number for at, number in self.used if at == page}
            self.reading.faults += [
                f"page {page + 1}: piece {number} belongs to no element" for number in sorted(lost)
            ]
        return self.reading

    def _element(
        self, reference: Any, path: tuple[str, ...], language: str, page: int | None
    ) -> str:
        """Read one element; return its words, which belong to the block around an inline one."""
        element = reference.get_object()
        role = str(element["/S"])
        path = (*path, role[1:])
        language = str(element.get("/Lang", language))
        page = self._page(element, page)
        place = len(self.reading.blocks)
        words = "".join(self._kid(kid, reference, path, language, page) for kid in _kids(element))
        alt = str(element.get("/Alt", ""))
        if role in _INLINE:
            return words
        if words or alt:
            self.reading.blocks.insert(place, Block(path, words, language, alt))
        return ""

    def _kid(
        self, kid: Any, parent: Any, path: tuple[str, ...], language: str, page: int | None
    ) -> str:
        found: Any = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(found, int):
            return self._piece(page, found, parent)
        if str(found.get("/Type", "")) == "/MCR":
            return self._piece(self._page(found, page), int(found["/MCID"]), parent)
        if str(found.get("/Type", "")) == "/OBJR":
            return ""
        return self._element(kid, path, language, page)

    def _page(self, element: Any, page: int | None) -> int | None:
        reference = element.raw_get("/Pg") if "/Pg" in element else None
        return self.pages[reference.idnum] if reference is not None else page

    def _piece(self, page: int | None, number: int, parent: Any) -> str:
        if page is None or number not in self.said[page]:
            self.reading.faults.append(f"piece {number} is not in the content of its page")
            return ""
        if (page, number) in self.used:
            self.reading.faults.append(f"page {page + 1}: piece {number} is said twice")
        self.used.add((page, number))
        owners = self.parents.get(int(self.file.pages[page]["/StructParents"]))
        owner = owners.get_object()[number] if owners is not None else None
        if owner is None or owner.idnum != parent.idnum:
            self.reading.faults.append(f"page {page + 1}: piece {number} has another parent")
        return self.said[page][number]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", ArrayObject())
    if isinstance(kids, ArrayObject):
        return list(kids)
    return [element.raw_get("/K")]


def _numbers(tree: Any) -> dict[int, Any]:
    pairs = list(tree.get_object()["/Nums"])
    return {int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}


def _page_words(page: Any, file: Any, faults: list[str], number: int) -> dict[int, str]:
    """Return the words of each marked piece of a page; what is drawn outside of any is a fault."""
    fonts = {name: _to_unicode(font.get_object()) for name, font in _fonts(page)}
    words: dict[int, list[str]] = {}
    open_marks: list[tuple[str, int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), file).operations:
        if operator in (b"BDC", b"BMC"):
            mark = _mark(operands)
            open_marks.append(mark)
            if mark[1] is not None:
                words.setdefault(mark[1], [])
                if mark[2] is not None:
                    words[mark[1]].append(mark[2])
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"Tf":
            font = fonts[str(operands[0])]
        elif operator in (b"Tj", b"TJ"):
            _show("".join(_decoded(operands, font)), open_marks, words, faults, number)
        elif operator in _PAINTING and not open_marks:
            faults.append(f"page {number}: {operator.decode()} is drawn outside of any mark")
    return {piece: "".join(parts) for piece, parts in words.items()}


def _mark(operands: Any) -> tuple[str, int | None, str | None]:
    facts = operands[1] if len(operands) > 1 and hasattr(operands[1], "get") else {}
    piece, said = facts.get("/MCID"), facts.get("/ActualText")
    return (
        str(operands[0]),
        None if piece is None else int(piece),
        None if said is None else str(said),
    )


def _show(
    text: str,
    open_marks: list[tuple[str, int | None, str | None]],
    words: dict[int, list[str]],
    faults: list[str],
    number: int,
) -> None:
    innermost = next((mark for mark in reversed(open_marks) if mark[1] is not None), None)
    if innermost is not None and innermost[1] is not None:
        if innermost[2] is None:
            words[innermost[1]].append(text)
    elif not any(mark[0] == "/Artifact" for mark in open_marks):
        faults.append(f"page {number}: {text!r} belongs to nothing")


def _fonts(page: Any) -> Iterator[tuple[str, Any]]:
    found = page["/Resources"].get_object().get("/Font")
    return iter(found.get_object().items() if found is not None else ())


def _to_unicode(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_object().get_data()
    return {
        int(code, 16): bytes.fromhex(words.decode()).decode("utf-16-be")
        for lines in _TABLE.findall(table)
        for code, words in _PAIR.findall(lines)
    }


def _decoded(operands: Any, font: dict[int, str]) -> Iterator[str]:
    parts = operands[0] if isinstance(operands[0], list) else operands
    for part in parts:
        raw = getattr(part, "original_bytes", part)
        if isinstance(raw, bytes):
            yield "".join(font.get(code, "\ufffd") for code in raw)
