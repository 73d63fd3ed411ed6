"""A ReportLab canvas on which everything drawn belongs to an element or is an artifact."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas

from council.reports.tagged import metadata
from council.reports.tagged.structure import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTIFACTS = ("Layout", "Pagination")
_saving = threading.Lock()  # ReportLab is mended while one file is written


class _Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are known only when the file is written."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[Any], bytes]) -> None:
        self.format = write


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws inside ``mark(element)`` or ``artifact(kind)``; without either, it is an artifact.

    Title and language are asked for here, because no accessible file can do without them. Nothing
    is compressed by letters, the header is that of PDF 1.7, and no font but those that drawing
    embeds may be used.
    """

    def __init__(self, file: Any, size: tuple[float, float], *, title: str, language: str) -> None:
        if not title.strip() or not language.strip():
            raise ValueError("a tagged file must say its title and its language")
        self.root = Element("Document")
        self.language = language
        self._marks: list[Element | str] = [ARTIFACTS[0]]
        self._open: Element | str | None = None
        self._page_marks: list[list[Element]] = [[]]
        super().__init__(
            file, pagesize=size, invariant=1, pageCompression=1, lang=language, pdfVersion=(1, 7)
        )
        self.setTitle(title)
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        # ReportLab would select Helvetica here, a font that the file does not carry.
        self._preamble = "1 0 0 1 0 0 cm"

    # ------------------------------------------------------------------ what is being drawn

    @property
    def marked(self) -> Element | None:
        """Return the element being drawn; None for an artifact."""
        return self._marks[-1] if isinstance(self._marks[-1], Element) else None

    @property
    def artifact_kind(self) -> str:
        """Return the kind of the artifact being drawn; empty for content."""
        return self._marks[-1] if isinstance(self._marks[-1], str) else ""

    @contextmanager
    def mark(self, element: Element | None) -> Iterator[None]:
        """Draw what an element says; inside an artifact, or for None, it stays an artifact."""
        outer = self._marks[-1]
        inside = isinstance(outer, str) and len(self._marks) > 1
        self._marks.append(outer if inside or element is None else element)
        yield
        self._marks.pop()

    @contextmanager
    def artifact(self, kind: str = ARTIFACTS[0]) -> Iterator[None]:
        """Draw ornament: nothing in it belongs to what the document says."""
        self._marks.append(kind)
        self.begin_marked()
        yield
        self._marks.pop()

    def begin_marked(self) -> None:
        """Begin a marked sequence for what is being drawn, unless it is open already."""
        now = self._marks[-1]
        if self._open == now:
            return
        self.end_marked()
        if isinstance(now, Element):
            self._code.append(f"/{now.role} <</MCID {self.number(now)}>> BDC")
        else:
            self._code.append(f"/Artifact <</Type/{now}>> BDC")
        self._open = now

    def end_marked(self) -> None:
        """End the marked sequence that is open."""
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def number(self, element: Element) -> int:
        """Return the number of a new marked piece of an element on this page."""
        page = self._page_marks[-1]
        element.kids.append((len(self._page_marks) - 1, len(page)))
        page.append(element)
        return len(page) - 1

    def saveState(self) -> None:  # noqa: N802 - ReportLab's name
        """Save the state of drawing; a marked sequence does not reach over it."""
        self.end_marked()
        super().saveState()

    def restoreState(self) -> None:  # noqa: N802 - ReportLab's name
        """Restore the state of drawing."""
        self.end_marked()
        super().restoreState()

    # ------------------------------------------------------------------ pages and the file

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self.end_marked()
        super().showPage()
        self._page_marks.append([])

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab calls it
        super()._setAnnotations(page)
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._page_marks) - 1, PDFName("S")

    def save(self) -> None:
        """Write the file with its structure and its metadata.

        Raises StructureError for a table that no screen reader could follow.
        """
        if self._code:
            self.showPage()
        self._page_marks.pop()
        self.root.prune()
        self.root.check()
        self._write_structure()
        self._write_metadata()
        with _line_end_before_endstream():
            super().save()

    def _write_structure(self) -> None:
        document, catalog = self._doc, self._doc.Catalog
        tree = _Raw(self._tree)
        document.Reference(tree, "StructTreeRoot")
        document.tree_ref = _reference(document, "StructTreeRoot")
        for place, element in enumerate(self.root.walk()):
            name = f"SE{place}"
            document.Reference(element, name)
            element.ref = _reference(document, name)
        parents = _Raw(self._parents)
        document.Reference(parents, "ParentTree")
        document.page_refs = [
            _reference(document, f"Page{place + 1}") for place in range(len(self._page_marks))
        ]
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _tree(self, document: Any) -> bytes:
        return b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>" % (
            self.root.ref, _reference(document, "ParentTree"), len(self._page_marks),
        )  # fmt: skip

    def _parents(self, _document: Any) -> bytes:
        pages = [
            b"%d[%s]" % (place, b" ".join(element.ref for element in page))
            for place, page in enumerate(self._page_marks)
        ]
        return b"<</Nums[%s]>>" % b"\n".join(pages)

    def _write_metadata(self) -> None:
        document, catalog = self._doc, self._doc.Catalog
        info, stamp = document.info, document._timeStamp  # noqa: SLF001 - ReportLab has no other
        catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = metadata.output_intent(document)
        date = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*stamp.YMDhms)
        catalog.Metadata = metadata.xmp_stream(
            {
                "title": info.title, "author": info.author, "subject": info.subject,
                "creator": info.creator, "producer": info.producer, "language": self.language,
                "date": f"{date}{stamp.dhh:+03}:{stamp.dmm:02}",
            }
        )  # fmt: skip


def _reference(document: Any, name: str) -> bytes:
    return b"%d 0 R" % document.idToObjectNumberAndVersion[name][0]


@contextmanager
def _line_end_before_endstream() -> Iterator[None]:
    """Let ReportLab end the line before ``endstream``, as PDF/A asks (ISO 19005-2, 6.1.7.1)."""
    with _saving:
        plain = pdfdoc.PDFStream.format

        def ended(stream: Any, document: Any) -> bytes:
            return bytes(plain(stream, document)).removesuffix(b"endstream\n") + b"\nendstream\n"

        pdfdoc.PDFStream.format = ended
        try:
            yield
        finally:
            pdfdoc.PDFStream.format = plain
