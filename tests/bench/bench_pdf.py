"""How long six pages of English minutes take, next to WeasyPrint with the same text.

Run it as a script: ``python tests/bench/bench_pdf.py [repeats]``. WeasyPrint is an optional extra
(``bench``); without it only the program's own time is printed.
"""

from __future__ import annotations

import html
import importlib
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from council.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
)
from council.reports import page_count, render

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = 6
SENTENCE = (
    "The council heard two residents, asked about the cost, and agreed to publish the tender. "
)


def minutes(sections: int) -> Document:
    """Return invented minutes; a section holds three paragraphs, a motion and a table."""
    blocks: list[Block] = [Heading(1, (Span("Minutes of the regular meeting"),), "head")]
    for number in range(1, sections + 1):
        blocks.append(Heading(2, (Span(f"{number}.  Matter {number}"),), f"h{number}"))
        blocks += [Paragraph((Span(SENTENCE * 5),))] * 3
        motion = (
            Paragraph((Span("That " + SENTENCE),)),
            Paragraph((Span("Yes 8, no 1."),), "small"),
        )
        blocks.append(Box((Span(f"Motion 2026-{number}", bold=True),), "Carried", "yes", motion))
        rows = tuple(
            ((Span(f"Member {seat}"),), (Span("Present"),), (Span(SENTENCE[:40]),))
            for seat in range(9)
        )
        blocks.append(Table(("Member", "Status", "Remark"), rows, (3, 2, 6)))
    return Document(
        "minutes", "en", "Minutes", "Council", "Minutes", "A4", "latn", ("Council",), tuple(blocks)
    )


def as_html(document: Document) -> str:
    """Return the same words as a page for WeasyPrint, set alike."""
    parts = ["<html lang=en><style>@page{size:A4;margin:24mm} body{font:10.5pt/1.48 sans-serif}"]
    parts.append("td,th{text-align:left;padding:3pt 6pt;border-bottom:.5pt solid #ccc}")
    parts.append("table{width:100%;border-collapse:collapse}</style>")
    for block in document.blocks:
        match block:
            case Heading():
                parts.append(f"<h{block.level}>{_words(block.spans)}</h{block.level}>")
            case Paragraph():
                parts.append(f"<p>{_words(block.spans)}</p>")
            case Box():
                inner = "".join(f"<p>{_words(part.spans)}</p>" for part in block.body)
                parts.append(f"<div style='border:.6pt solid #999;padding:9pt'>{inner}</div>")
            case Table():
                head = "".join(f"<th>{html.escape(word)}</th>" for word in block.header)
                rows = "".join(
                    "<tr>" + "".join(f"<td>{_words(cell)}</td>" for cell in row) + "</tr>"
                    for row in block.rows
                )
                parts.append(f"<table><thead><tr>{head}</tr></thead>{rows}</table>")
    return "".join(parts)


def _words(spans: tuple[Span, ...]) -> str:
    return html.escape("".join(span.text for span in spans))


def measure(work: Callable[[], bytes], repeats: int) -> float:
    """Return the median seconds of a piece of work, after one run to warm up."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def tell(line: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(f"{line}\n")


def main(repeats: int = 5) -> None:
    """Print both times and their ratio."""
    document = next(made for n in range(1, 40) if page_count(render(made := minutes(n))) >= PAGES)
    own = measure(lambda: render(document), repeats)
    tell(f"council: {page_count(render(document))} pages in {own:.3f} s")
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        tell(f"WeasyPrint is not here ({error}); install the extra 'bench' to compare. Skipped.")
        return
    page = as_html(document)
    other = measure(lambda: weasyprint.HTML(string=page).write_pdf(), repeats)
    tell(f"WeasyPrint {weasyprint.__version__}: {other:.3f} s")
    tell(f"ratio: WeasyPrint takes {other / own:.1f} times as long")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
