"""From the blocks of a document to things that flow down pages: one method a kind of block.

Order of reading is the order of this list. What a page repeats (running lines, the large pale
stamp) is drawn elsewhere and is ornament.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    Labelled,
    LetterEnd,
    LetterTop,
    Listing,
    Paragraph,
    Signatures,
    Span,
    Table,
)
from council.reports import theme as look
from council.reports.flow import Chip, Flow, Frame, Gap, Mark, Place, Prose, Signing, Strip
from council.reports.letters import Closing, Opening, Turn
from council.reports.lines import Line, Type, atoms, break_lines, capitals, clean
from council.reports.tables import PAD_X, Grid, Row, column_widths
from council.reports.tagged.structure import Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.reports.tagged.structure import Element

BULLET = "•"
LONGEST = 400  # characters; no single line holds more
FIRST_LINE = 42.0  # points by which a letter's paragraphs begin further in
MOST_HELD = 9  # labelled lines that stay on one page
LONGEST_HELD = 12  # lines; a longer paragraph does not move on with the signatures after it
_TITLE_FOLLOWERS = ("centre", "lead")


def plain(spans: Sequence[Span]) -> str:
    """Return the words of spans without their dress, on one line."""
    return " ".join(clean("".join(span.text for span in spans)).split())


def one_line(text: str, style: Type, width: float) -> Line:
    """Return the text on one line, cut with an ellipsis where it does not fit."""
    text = " ".join(text[:LONGEST].split())
    line = break_lines(atoms([Span(text)], style), float("inf"))[0]
    if line.width <= width or not text:
        return line
    first = break_lines(atoms([Span(text)], style), width - style.size)[0]
    return break_lines(atoms([Span(first.text.rstrip() + "…")], style), float("inf"))[0]


def _natural(text: str, style: Type) -> float:
    return sum(atom.width for atom in atoms([Span(text)], style))


class Builder:
    """Builds the flow of one document and, under ``root``, what it means. Lengths are points."""

    def __init__(self, document: Document, root: Element) -> None:
        self.document = document
        self.root = root
        self.outline = Outline()
        self.theme = look.theme(document.paper, document.language, wide=document.kind == "sheet")
        self.flows: list[Flow] = []
        self.notice = ""
        self.centred = document.language.startswith("th") or self._title_is_centred()

    def build(self, notice: str = "") -> list[Flow]:
        """Return the flows of the whole document, ``notice`` standing above the title."""
        self.notice = notice
        blocks = self.document.blocks
        if not blocks or not isinstance(blocks[0], LetterTop):
            self.head()
            if not self._opens_with_title():
                self.title((Span(self.document.title),))
        for place, block in enumerate(blocks):
            if place == 0 and self._opens_with_title() and isinstance(block, Heading):
                self.title(block.spans)
            else:
                self.block(block)
        return self.flows

    def _opens_with_title(self) -> bool:
        blocks = self.document.blocks
        return bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].level == 1

    def _title_is_centred(self) -> bool:
        for block in self.document.blocks[:2]:
            if isinstance(block, Paragraph):
                return block.style == "centre"
        return False

    # -- the head of the first page

    def head(self) -> None:
        """Add the letterhead, and in what state the document is."""
        self.letterhead()
        for words in (self.notice, self.document.stamp):
            if words:
                self.strip(words)

    def letterhead(self) -> None:
        """Add the council's name and address with the rule beneath them."""
        align = "c" if self.centred else "l"
        types = (self.theme.letterhead, self.theme.letterhead_small)
        for place, words in enumerate(self.document.letterhead):
            style = replace(types[min(place, 1)], align=align)
            self.flows.append(self.prose((Span(words),), style, keep=True))
        if self.document.letterhead:
            self.flows.append(Gap(10, self.theme.width, look.ACCENT, weight=1.2, keep=True))

    def strip(self, words: str) -> None:
        """Add the state of the document on a tinted ground."""
        prose = self.prose((Span(words),), replace(self.theme.stamp, align="c"))
        self.flows.append(Strip(prose, look.STAMP_FILL, "#E3BFA8", before=8))

    def title(self, spans: Sequence[Span]) -> None:
        """Add the large title, the first bookmark."""
        style = replace(self.theme.title, align="c" if self.centred else "l")
        mark = Mark(plain(spans), 0)
        self.flows.append(
            self.prose(
                spans,
                style,
                tag=self.root.add(self.outline.role(1)),
                before=10,
                after=4,
                keep=True,
                mark=mark,
            )
        )

    # -- one method a kind of block

    def block(self, block: Block) -> None:
        """Add one block by the method of its kind."""
        match block:
            case Heading():
                self.heading(block)
            case Paragraph():
                self.flows += self.paragraph(block)
            case Listing():
                self.listing(block)
            case Table():
                self.table(block)
            case Labelled():
                self.labelled(block)
            case LetterTop():
                self.letter_top(block)
            case LetterEnd():
                self.letter_end(block)
            case Box():
                self.box(block)
            case Signatures():
                self.signatures(block)

    def heading(self, block: Heading) -> None:
        """Add a heading with its bookmark; it stays with what follows."""
        level = min(max(block.level, 1), 3)
        style = self.theme.headings[level - 1]
        self.flows.append(
            self.prose(
                block.spans,
                style,
                tag=self.root.add(self.outline.role(min(level, self.outline.level + 1))),
                before=(20, 15, 10)[level - 1],
                after=(4, 3, 2)[level - 1],
                keep=True,
                mark=Mark(plain(block.spans), level - 1),
            )
        )

    def paragraph(
        self, block: Paragraph, width: float | None = None, parent: Element | None = None
    ) -> list[Prose]:
        """Return the prose of a paragraph; an empty one is nothing."""
        if not plain(block.spans):
            return []
        types, tag = self.theme, (parent or self.root).add("P")
        match block.style:
            case "lead":
                style, indent, bar, after = types.lead, 0.0, "", 3.0
            case "centre":
                style, indent, bar, after = replace(types.body, align="c"), 0.0, "", 2.0
            case "small":
                style, indent, bar, after = types.small, 0.0, "", 3.0
            case "resolution":
                style, indent, bar, after = types.body, 18.0, look.ACCENT, 7.0
            case "indent":
                style, indent, bar, after = types.body, 18.0, "", 4.0
            case "letter":
                return [self.prose(block.spans, types.body, tag=tag, first=FIRST_LINE, after=7)]
            case _:
                style, indent, bar, after = types.body, 0.0, "", 6.0
        before = 3.0 if bar else 0.0
        return [
            self.prose(
                block.spans,
                style,
                tag=tag,
                width=width,
                indent=indent,
                bar=bar,
                before=before,
                after=after,
            )
        ]

    def listing(self, block: Listing) -> None:
        """Add a list, its numbers or bullets hanging at the left."""
        style = self.theme.body
        labels = block.labels if len(block.labels) == len(block.items) else ()
        lines = [one_line(label or BULLET, style, 90) for label in labels or (BULLET,)]
        indent = 6 + max(max(line.width for line in lines) + 7, 14)
        whole = self.root.add("L")
        for place, spans in enumerate(block.items):
            label = lines[place] if labels else lines[0]
            last = place == len(block.items) - 1
            item = whole.add("LI")
            self.flows.append(
                self.prose(
                    spans,
                    style,
                    label_tag=item.add("Lbl"),
                    tag=item.add("LBody"),
                    indent=indent,
                    label=label,
                    label_at=6,
                    after=7 if last else 2.5,
                )
            )

    def labelled(self, block: Labelled) -> None:
        """Add lines with labels; their words stand in one column, a long label above them."""
        style = self.theme.body
        strong = replace(style, bold=block.strong)
        widest = self.theme.width / 3
        labels = [one_line(label, strong, widest) for label, _ in block.lines]
        indent = max((line.width for line in labels), default=0) + 12
        whole = self.root.add("L")
        for label, (_, spans) in zip(labels, block.lines, strict=True):
            shown, item = spans if plain(spans) else (Span(" "),), whole.add("LI")
            tags = {"label_tag": item.add("Lbl"), "tag": item.add("LBody")}
            self.flows.append(self.prose(shown, style, indent=indent, label=label, after=2, **tags))
        self._hold(len(block.lines))

    def _hold(self, count: int) -> None:
        """Keep the last few lines together, with room above and below them all."""
        lines = [flow for flow in self.flows[-count:] if isinstance(flow, Prose)]
        for place, line in enumerate(lines, start=len(self.flows) - len(lines)):
            last = place == len(self.flows) - 1
            keep = not last and count <= MOST_HELD
            before = 6.0 if place == len(self.flows) - len(lines) else 0.0
            self.flows[place] = replace(line, keep=keep, before=before, after=9 if last else 2)

    def letter_top(self, block: LetterTop) -> None:
        """Begin a letter on a page of its own."""
        self.flows.append(Turn())
        self.head()
        half, style = self.theme.width / 2, self.theme.body
        widest = max((_natural(line, style) for line in block.sender), default=0)
        # A long address begins further to the left, so that it need not break.
        axis = min(half, max(self.theme.width - widest - 1, self.theme.width * 0.38))
        number = self.prose(block.number, style, width=axis - 12)
        sender = tuple(
            self.prose((Span(line),), style, width=self.theme.width - axis) for line in block.sender
        )
        day = self.prose((Span(block.day),), style, width=half)
        self.flows.append(Opening(number, sender, day, (axis, half), Mark(block.name, 0)))

    def letter_end(self, block: LetterEnd) -> None:
        """Add the end of a letter, which never stands alone on a page."""
        half = self.theme.width / 2
        style = replace(self.theme.body, align="c")
        under = (block.name, (Span(block.office),))
        self._hold_last()
        words = self.prose((Span(block.closing),), style, width=half)
        lines = tuple(self.prose(spans, style, width=half) for spans in under if plain(spans))
        self.flows.append(Closing(words, lines, half, keep=bool(block.contact)))
        for left, line in enumerate(block.contact, start=1 - len(block.contact)):
            self.flows.append(self.prose((Span(line),), self.theme.small, keep=left < 0))

    def _hold_last(self) -> None:
        """Keep the last paragraph with what comes, unless it is too long to move on whole."""
        last = self.flows[-1] if self.flows else None
        if isinstance(last, Prose) and len(last.lines) <= LONGEST_HELD:
            self.flows[-1] = replace(last, keep=True)

    def table(self, block: Table) -> None:
        """Add a table; a head without any words is not printed."""
        if not block.rows and not any(block.header):
            return
        whole = self.root.add("Table")
        if block.caption:
            caption = self.theme.small if block.form else replace(self.theme.cell, bold=True)
            tag = whole.add("Caption")
            self.flows.append(
                self.prose((Span(block.caption),), caption, tag=tag, before=6, after=3, keep=True)
            )
        count = max([len(block.header), *(len(row) for row in block.rows)])
        columns = self._columns(block, count)
        page = self.theme.size[1] - self.theme.top - self.theme.bottom
        words = [(Span(word),) for word in block.header]
        head = None
        if any(block.header):
            head = self._row(words, block, columns, whole.add("THead").add("TR"), head=True)
        body, first = whole.add("TBody"), "TD" if head else "TH"  # a table without a head is a form
        rows = [
            replace(self._row(row, block, columns, body.add("TR"), first=first), least=block.least)
            for row in block.rows
        ]
        if len(block.marks) == len(rows):
            rows = [
                replace(row, marked=bool(mark)) for row, mark in zip(rows, block.marks, strict=True)
            ]
        if head and head.height > page / 4:  # too high to stand again on every page
            rows.insert(0, head)
            head = None
        self.flows.append(
            Grid(
                head, tuple(rows), columns, page, block.borders, form=block.form,
                together=block.together,
            )
        )  # fmt: skip

    def _columns(self, block: Table, count: int) -> tuple[float, ...]:
        if len(block.widths) == count:
            return column_widths(self.theme.width, (1.0,) * count, block.widths)
        rows = [[(Span(words, bold=True),) for words in block.header], *block.rows]
        natural = [0.0] * count
        for row in rows:
            for place, spans in enumerate(row):
                wide = sum(atom.width for atom in atoms(spans, self.theme.cell)) + 2 * PAD_X + 2
                natural[place] = max(natural[place], wide)
        return column_widths(self.theme.width, natural, ())

    def _row(
        self,
        cells: Sequence[Sequence[Span]],
        block: Table,
        columns: Sequence[float],
        tag: Element,
        *,
        head: bool = False,
        first: str = "TD",
    ) -> Row:
        style = self.theme.cell_head if head else self.theme.cell
        padded = [*cells, *[()] * (len(columns) - len(cells))]
        aligns = block.align if len(block.align) == len(columns) else "l" * len(columns)
        return Row(
            tuple(
                self.prose(
                    spans,
                    replace(style, align=align if align in "lrc" else "l"),
                    width=max(wide - 2 * PAD_X, 10.0),
                    tag=tag.add("TH", scope="Column")
                    if head
                    else tag.add(first, scope="Row")
                    if first == "TH" and not place
                    else tag.add("TD"),
                )
                for place, (spans, align, wide) in enumerate(
                    zip(padded, aligns, columns, strict=True)
                )
            )
        )

    def box(self, block: Box) -> None:
        """Add a framed group with its chip, whose colour only repeats what its word says."""
        colour, fill = look.TONES[block.tone]
        inner = self.theme.width - 23
        group = self.root.add("Div")
        named, outcome = group.add("P"), group.add("P")
        chip = None
        if block.chip:
            style = replace(self.theme.chip, colour=colour)
            line = capitals(one_line(block.chip, style, inner / 2), style)
            chip = Chip(line, style, fill, outcome)
        title = None
        if plain(block.title):
            style = replace(self.theme.body, bold=True)
            room = inner - (chip.width + 12 if chip else 0)
            title = self.prose(block.title, style, tag=named, width=room)
        body = [one for part in block.body for one in self.paragraph(part, inner, group)]
        if title and len(title.lines) > 4:  # a head cannot part over pages, the body can
            body.insert(0, self.prose(block.title, title.style, tag=named, width=inner, after=4))
            title = None
        if chip and chip.line.text != plain((Span(block.chip),)):  # cut short: all is said below
            strong = (Span(block.chip, bold=True),)
            body.insert(0, self.prose(strong, self.theme.body, width=inner, after=4))
        if body:
            body[-1] = replace(body[-1], after=0)
        self.flows.append(Frame(title, chip, tuple(body), self.theme.width, colour))

    def signatures(self, block: Signatures) -> None:
        """Add places to sign, two side by side (three when there are three)."""
        self._hold_last()
        count = 3 if len(block.places) == 3 else 2
        wide = (self.theme.width - 28 * (count - 1)) / count
        for start in range(0, len(block.places), count):
            row = block.places[start : start + count]
            flow = Signing(tuple(self._place(place, wide) for place in row), self.theme.width)
            if flow.height > self.theme.size[1] / 3:  # no names are that long, but none is lost
                self.flows += [prose for place in flow.places for prose in place.under]
            else:
                self.flows.append(flow)

    def _place(self, place: tuple[str, str, str], wide: float) -> Place:
        """Return a place to sign; words with dots of their own need no rule."""
        word, name, office = place
        dotted = "..." in word or "…" in word
        align = "c" if dotted else "l"
        small = replace(self.theme.small, align=align)
        strong = replace(self.theme.body, bold=True, align=align)
        under = ((name, strong), (office, small))
        return Place(
            self.prose((Span(word),), small, width=wide),
            not dotted,
            tuple(self.prose((Span(text),), style, width=wide) for text, style in under if text),
        )

    # -- common

    def prose(
        self,
        spans: Sequence[Span],
        style: Type,
        *,
        width: float | None = None,
        indent: float = 0,
        tag: Element | None = None,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        label: Line | None = None,
        label_at: float = 0,
        bar: str = "",
        mark: Mark | None = None,
        first: float = 0,
        label_tag: Element | None = None,
    ) -> Prose:
        """Return spans broken into lines for a width (the column's when none is given).

        Without a ``tag`` it is a paragraph of its own.
        """
        tag = tag or self.root.add("P")
        wide = self.theme.width if width is None else width
        lines = tuple(break_lines(atoms(spans, style), wide - indent, first))
        return Prose(
            lines,
            style,
            wide,
            tag,
            before,
            after,
            keep,
            indent,
            label,
            label_at,
            bar,
            mark,
            first,
            label_tag,
        )
