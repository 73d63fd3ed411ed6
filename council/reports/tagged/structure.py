"""The structure tree of a tagged PDF: elements in the order of reading (ISO 32000-1, 14.7, 14.8).

An element is made together with the thing that will be drawn for it; drawing then only adds the
marked pieces of content. Pieces of one element may lie on several pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPING: Final = frozenset({"Document", "Part", "Sect", "Div", "BlockQuote", "L", "LI", "LBody"})
HEADINGS: Final = ("H1", "H2", "H3", "H4", "H5", "H6")
TABLE: Final = frozenset({"Table", "THead", "TBody", "TR", "TH", "TD", "Caption"})
ROLES: Final = GROUPING | TABLE | {*HEADINGS, "P", "Lbl", "Figure", "Note", "Span"}
_INSIDE: Final = {
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "THead": {"Table"}, "TBody": {"Table"},
    "TR": {"THead", "TBody", "Table"}, "TH": {"TR"}, "TD": {"TR"}, "Caption": {"Table", "Figure"},
}  # fmt: skip
_KEPT_EMPTY: Final = frozenset({"TH", "TD"})  # a row keeps its number of cells


class StructureError(ValueError):
    """The structure says what no reader could use; the message names the element and the fault."""


class Element(PDFObject):  # type: ignore[misc]
    """One element. ``kids`` are elements, and (page, number) of marked pieces, pages from 0."""

    __RefOnly__ = 1  # ReportLab writes a reference wherever the element is used

    def __init__(
        self, role: str, parent: Element | None = None, *, alt: str = "", lang: str = "",
        scope: str = "",
    ) -> None:  # fmt: skip
        self.role, self.parent = role, parent
        self.alt, self.lang, self.scope = alt, lang, scope
        self.kids: list[Element | tuple[int, int]] = []
        self.ref = b""

    def add(self, role: str, *, alt: str = "", lang: str = "", scope: str = "") -> Element:
        """Return a new last child.

        Raises StructureError for an unknown role, one that may not stand here, a figure without
        ``alt`` and a header cell without ``scope`` (Column, Row or Both).
        """
        if role not in ROLES:
            raise StructureError(f"{role}: not a standard structure type")
        if role in _INSIDE and self.role not in _INSIDE[role]:
            raise StructureError(f"{role} may not stand in {self.role}")
        if role == "Figure" and not alt.strip():
            raise StructureError("Figure: what it shows must be said in words")
        if role == "TH" and scope not in ("Column", "Row", "Both"):
            raise StructureError("TH: which cells it heads must be said")
        made = Element(role, self, alt=alt, lang=lang, scope=scope)
        self.kids.append(made)
        return made

    def children(self) -> Iterator[Element]:
        """Yield the elements right below."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in the order of reading."""
        yield self
        for kid in self.children():
            yield from kid.walk()

    def prune(self) -> bool:
        """Drop what nothing was drawn for, and tell whether anything is left of this element."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids) or self.role in _KEPT_EMPTY

    def check(self) -> None:
        """Raise StructureError for a table without header cells or rows of unequal length."""
        for one in self.walk():
            if one.role == "Table":
                _check_table(one)

    def format(self, document: Any) -> bytes:
        """Write the element; ``document.page_refs`` holds the references of the pages."""
        out = [b"<</Type/StructElem/S/%s/P %s" % (self.role.encode(), self._parent_ref(document))]
        for key, words in ((b"Alt", self.alt), (b"Lang", self.lang)):
            if words:
                out.append(b"/%s %s" % (key, PDFString(words).format(document)))
        if self.scope:
            out.append(b"/A<</O/Table/Scope/%s>>" % self.scope.encode())
        if self.role == "L":
            out.append(b"/A<</O/List/ListNumbering/None>>")
        out.append(self._format_kids(document.page_refs))
        out.append(b">>")
        return b"".join(out)

    def _parent_ref(self, document: Any) -> bytes:
        return self.parent.ref if self.parent else bytes(document.tree_ref)

    def _format_kids(self, pages: list[bytes]) -> bytes:
        first = next((kid[0] for kid in self.kids if not isinstance(kid, Element)), None)
        kids = b" ".join(
            kid.ref
            if isinstance(kid, Element)
            else b"%d" % kid[1]
            if kid[0] == first
            else b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[kid[0]], kid[1])
            for kid in self.kids
        )
        page = b"" if first is None else b"/Pg " + pages[first]
        return page + b"/K[" + kids + b"]"


def _check_table(table: Element) -> None:
    rows = [one for one in table.walk() if one.role == "TR"]
    if not any(cell.role == "TH" for row in rows for cell in row.children()):
        raise StructureError("Table: it has no header cells")
    if len({len(list(row.children())) for row in rows}) > 1:
        raise StructureError("Table: its rows have different numbers of cells")


class Outline:
    """Headings of a document: the first is H1, and none skips a level on the way down."""

    def __init__(self) -> None:
        self.level = 0

    def role(self, level: int) -> str:
        """Return the role of the next heading.

        Raises StructureError for a level below 1, above 6 or more than one deeper than the last.
        """
        if not 1 <= level <= min(self.level + 1, len(HEADINGS)):
            raise StructureError(f"H{level} may not follow H{self.level}")
        self.level = level
        return HEADINGS[level - 1]
