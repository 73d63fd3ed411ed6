"""Reports: a semantic document becomes a PDF that can be published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council import catalogue
from council.reports.press import Press

if TYPE_CHECKING:
    from council.domain.document import Document

__all__ = ["page_count", "render"]


def render(document: Document, *, public: bool = True) -> bytes:
    """Return the document as a PDF; the same document gives the same bytes.

    A copy that is not ``public`` says so above its title and on every page. Text that no font can
    draw shows as a square and stays in the file; nothing in a document makes this fail.
    """
    language = document.language if document.language in catalogue.LANGUAGES else "en"
    notice = "" if public else catalogue.word("reports.not_public", language)
    return Press(document, notice).run()[0]


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF made by ``render`` has.

    Raises ValueError for bytes that are not such a file.
    """
    pages = len(re.findall(rb"/Type /Page\b", pdf))
    if not pdf.startswith(b"%PDF-") or not pages:
        raise ValueError("not_a_pdf")
    return pages
