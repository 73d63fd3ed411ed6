"""What a screen reader is told: the source, block by block, each once, in the order of reading."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import document, english, say, squeezed, thai

from council.domain.document import (
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
from council.reports import render
from council.reports.tagged.reader import NotTagged, Reading, read
from council.reports.tagged.structure import Element, Outline, StructureError


def text(spans) -> str:
    return "".join(span.text for span in spans)


def source(made: Document):
    """Yield (role, words) of everything a document says, in the order in which it is to be read."""
    yield from (("P", line) for line in made.letterhead)
    if made.stamp:
        yield "P", made.stamp
    level = 0
    for block in made.blocks:
        match block:
            case Heading():
                level = min(block.level, level + 1)
                yield f"H{level}", text(block.spans)
            case Paragraph():
                yield "P", text(block.spans)
            case Listing():
                for place, item in enumerate(block.items):
                    yield "Lbl", block.labels[place] if block.labels else "•"
                    yield "LBody", text(item)
            case Labelled():
                for label, words in block.lines:
                    yield from (("Lbl", label), ("LBody", text(words)))
            case Table():
                yield "Caption", block.caption
                head = any(block.header)
                if head:
                    yield from (("TH", word) for word in block.header)
                for row in block.rows:
                    for place, cell in enumerate(row):
                        yield "TD" if head or place else "TH", text(cell)
            case Box():
                yield "P", text(block.title)
                yield "P", block.chip
                yield from (("P", text(part.spans)) for part in block.body)
            case Signatures():
                for place in block.places:
                    yield from (("P", words) for words in place)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(block.role, squeezed(block.text)) for block in reading.blocks]


def expected(made: Document) -> list[tuple[str, str]]:
    return [(role, squeezed(words)) for role, words in source(made) if squeezed(words)]


@pytest.mark.parametrize("stamp", ["", "DRAFT – not yet approved"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("make", [english, thai])
def test_the_structure_says_the_source_block_by_block(make, paper, stamp):
    made = make(4, paper=paper, stamp=stamp)
    reading = read(render(made))
    assert reading.faults == []
    assert told(reading) == expected(made)
    assert (reading.title, reading.language) == (made.title, made.language)


def test_words_stay_apart_where_a_line_or_a_page_ends():
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    made = document(*[say(" ".join(words * 40))] * 6)
    for block in read(render(made)).blocks:
        if block.text.startswith("one"):
            assert block.text.split() == words * 40


def test_no_private_letters_and_thai_whole():
    spoken = "".join(block.text for block in read(render(thai(3))).blocks)
    assert not re.search("[\ue000-\uf8ff\ufffd]", spoken)
    assert "น้ำประปาหมู่บ้าน" in spoken
    assert "กตัญญู" in spoken


def test_letters_are_read_in_their_order():
    made = document(
        LetterTop((Span("No. 4"),), ("The Council", "12 Mill Lane"), "5 December 2026", "Letter"),
        Labelled((("Subject", (Span("Meeting"),)), ("To", (Span("All members"),)))),
        Paragraph((Span("You are invited."),), "letter"),
        LetterEnd("Yours sincerely", (Span("M. Ortiz"),), "Chair", ("Contact 555",)),
        letterhead=(),
    )
    assert [block.text for block in read(render(made)).blocks] == [
        "No. 4", "The Council", "12 Mill Lane", "5 December 2026", "Subject", "Meeting", "To",
        "All members", "You are invited.", "Yours sincerely", "M. Ortiz", "Chair", "Contact 555",
    ]  # fmt: skip


def test_a_long_table_says_its_head_once_and_running_lines_are_ornament():
    rows = tuple(((Span(f"row {n}"),), (Span("v"),)) for n in range(120))
    made = document(Table(("Name", "Value"), rows), footer="Running foot", stamp="DRAFT")
    reading = read(render(made))
    words = [block.text for block in reading.blocks]
    assert reading.faults == []
    assert words.count("Name") == 1
    assert words.count("row 119") == 1
    assert "Running foot" not in words
    assert words.count("DRAFT") == 1


def test_words_of_another_language_are_marked_as_such():
    made = document(say("The hall"), Paragraph((Span("ศาลาริมคุ้ง"), Span(" is open"))))
    page = pypdf.PdfReader(io.BytesIO(render(made))).pages[0]
    assert b"/Lang (th)" in page.get_contents().get_data()
    same = pypdf.PdfReader(io.BytesIO(render(thai()))).pages[0]
    assert b"/Lang" not in same.get_contents().get_data()
    named = replace(made, language="th", blocks=(Paragraph((Span("Haddad", lang="en"),)),))
    page = pypdf.PdfReader(io.BytesIO(render(named))).pages[0]
    assert b"/Lang (en)" in page.get_contents().get_data()


def test_a_file_without_structure_is_refused():
    plain = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(plain)
    with pytest.raises(NotTagged):
        read(plain.getvalue())


def test_what_is_drawn_outside_of_any_mark_is_found():
    pdf = pypdf.PdfWriter(clone_from=io.BytesIO(render(english())))
    contents = pdf.pages[0].get_contents()
    contents.set_data(
        contents.get_data().replace(b"/P <</MCID 0>> BDC", b"/P BMC", 1) + b" 0 0 9 9 re f"
    )
    pdf.pages[0].replace_contents(contents)
    made = io.BytesIO()
    pdf.write(made)
    faults = read(made.getvalue()).faults
    assert any("is drawn outside" in fault for fault in faults)
    assert any("belongs to nothing" in fault for fault in faults)
    assert any("piece 0" in fault for fault in faults)


def test_the_tree_refuses_what_no_reader_could_use():
    root = Element("Document")
    for role, more in (("Figure", {}), ("TR", {}), ("Marquee", {})):
        with pytest.raises(StructureError):
            root.add(role, **more)
    with pytest.raises(StructureError):
        root.add("Table").add("TBody").add("TR").add("TH")
    outline = Outline()
    assert [outline.role(level) for level in (1, 2, 3, 1)] == ["H1", "H2", "H3", "H1"]
    with pytest.raises(StructureError):
        outline.role(3)
    bare = Element("Document")
    row = bare.add("Table").add("TBody").add("TR")
    row.add("TD").kids.append((0, 0))
    with pytest.raises(StructureError, match="header"):
        bare.check()
    row.parent.add("TR").add("TH", scope="Row")
    row.add("TD")
    with pytest.raises(StructureError, match="different"):
        bare.check()


LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("กขคงจฉชซญดตถทนบปผพมยรลวสหอะาิีึืุูเแโใไ็่้๊๋์ำๆฯ "),
        # letters from right to left stand in the order of the page: every reader turns them itself
        st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc",)),
        st.sampled_from("漢😀<>&%\\() "),
    ),
    min_size=1,
    max_size=160,
)
SPANS = st.lists(
    st.builds(Span, LETTERS, bold=st.booleans(), italic=st.booleans(), whole=st.booleans()),
    min_size=1,
    max_size=4,
).map(tuple)
BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 3), SPANS),
        st.builds(Paragraph, SPANS, st.sampled_from(["body", "small", "resolution", "centre"])),
        st.builds(lambda items: Listing(tuple(items)), st.lists(SPANS, min_size=1, max_size=5)),
        st.builds(
            lambda head, rows: Table(tuple(head), tuple((a, b) for a, b in rows)),
            st.lists(LETTERS, min_size=2, max_size=2),
            st.lists(st.tuples(SPANS, SPANS), min_size=1, max_size=30),
        ),
        st.builds(lambda title, part: Box(title, "Yes", "yes", (Paragraph(part),)), SPANS, SPANS),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


@settings(max_examples=30, deadline=None)
@given(blocks=BLOCKS, language=st.sampled_from(["en", "th"]))
def test_any_document_reads_back_whole(blocks, language):
    made = document(Heading(1, (Span("Head"),)), *blocks, language=language, stamp="DRAFT")
    reading = read(render(made))
    assert reading.faults == []
    assert [words for _, words in told(reading)] == [words for _, words in expected(made)]
