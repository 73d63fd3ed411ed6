"""What leaves the program: the text, the look's limits, the file's own facts."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pypdf
import pytest
from papers import document, english, flat, say, squeezed, thai, words

from council.domain.document import Box, Heading, Listing, Paragraph, Signatures, Span, Table
from council.reports import page_count, render
from council.reports.press import Press

PAPERS = ("A4", "Letter")


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def poppler(pdf: bytes, tmp_path) -> str:
    path = tmp_path / "it.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def private(text: str) -> list[str]:
    return [letter for letter in text if "\ue000" <= letter <= "\uf8ff"]


@pytest.mark.parametrize("paper", PAPERS)
def test_english_text_comes_back_with_its_spaces(paper):
    paper_document = english(3, paper=paper, stamp="DRAFT – not yet approved")
    text = flat(read(render(paper_document)))
    assert [word for word in words(paper_document) if flat(word) not in text] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_thai_text_comes_back_in_the_order_of_the_source(paper):
    paper_document = thai(3, paper=paper, stamp="ฉบับร่าง")
    text = read(render(paper_document))
    whole = squeezed(text)
    assert [word for word in words(paper_document) if squeezed(word) not in whole] == []
    assert private(text) == []


@pytest.mark.parametrize("word", ["ปั้ม", "ผู้", "ที่", "ญู", "ฎีกา", "น้ำ", "ทำ", "ก่ำ", "ป้ำ", "ฝั่ง", "ญี่ปุ่น"])
@pytest.mark.parametrize("bold", [False, True])
def test_stacked_marks(word, bold):
    pdf = render(document(Paragraph((Span(f"ก {word} ข", bold=bold),)), language="th"))
    assert f"ก {word} ข" in read(pdf)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("made", [english(2), thai(2)], ids=["en", "th"])
def test_poppler_reads_the_same(made, tmp_path):
    text = poppler(render(made), tmp_path)
    assert [word for word in words(made) if squeezed(word) not in squeezed(text)] == []
    assert private(text) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("make", [english, thai], ids=["en", "th"])
def test_no_line_leaves_the_margins(make, paper):
    press = Press(make(4, paper=paper), "")
    _, ink = press.run()
    theme = press.theme
    assert max(line.right for line in ink) <= theme.size[0] - theme.right + 0.01
    assert min(line.left for line in ink) >= theme.left - 0.01
    body = [line.base for line in ink if not line.role.startswith("Artifact")]
    assert min(body) >= theme.bottom
    assert max(body) <= theme.size[1] - theme.top


def test_paper_sizes():
    sizes = {}
    for paper in PAPERS:
        box = pypdf.PdfReader(io.BytesIO(render(english(paper=paper)))).pages[0].mediabox
        sizes[paper] = (round(float(box.width)), round(float(box.height)))
    assert sizes == {"A4": (595, 842), "Letter": (612, 792)}


def test_same_document_same_bytes_here_and_in_another_process(tmp_path):
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests/reports'); from papers import *;"
        "from council.reports import render;"
        "print(hashlib.sha256(render(thai(2)) + render(english(2, stamp='DRAFT'))).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
    assert render(thai(2)) == render(thai(2))


def test_thai_needs_no_home_to_write_in(tmp_path):
    code = (
        "import sys; sys.path.insert(0, 'tests/reports'); from papers import *;"
        "from council.reports import render; render(thai())"
    )
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": ""}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert list(home.iterdir()) == []


def test_pages_made_at_the_same_time_are_the_same():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda turn: render((thai, english)[turn % 2](2)), range(8)))
    assert len(set(made)) == 2


def test_file_facts():
    made = thai()
    reader = pypdf.PdfReader(io.BytesIO(render(made)))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "th"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) in ("True", "true")
    assert reader.metadata.title == made.title
    assert reader.metadata.author == made.author
    assert reader.metadata.subject == made.subject


def test_bookmarks_follow_the_headings():
    made = english(2)
    outline = pypdf.PdfReader(io.BytesIO(render(made))).outline
    titles = [entry if isinstance(entry, list) else entry.title for entry in outline]
    assert titles[0] == "Minutes of the regular meeting"
    second = [entry.title for entry in titles[1] if not isinstance(entry, list)]
    assert second == ["1. Roll call", "2. Roll call"]


def test_a_skipped_heading_level_does_not_stop_the_outline():
    made = document(Heading(3, (Span("Deep"),)), Heading(2, (Span("Up"),)))
    assert len(pypdf.PdfReader(io.BytesIO(render(made))).outline) == 2


def test_every_font_is_embedded():
    reader = pypdf.PdfReader(io.BytesIO(render(english(stamp="DRAFT"))))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/FontDescriptor"]
            assert "/ToUnicode" in font


def test_draft_is_said_at_the_top_and_on_every_page_but_not_by_the_pale_stamp():
    text = [
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(render(english(3, stamp="DRAFT – open")))).pages
    ]
    assert all(page.count("DRAFT – open") == 1 for page in text)
    assert all(page.count("DRAFT") == 1 for page in text)
    assert "DRAFT" not in read(render(english(3)))


def test_the_pale_stamp_is_drawn():
    plain, stamped = (pypdf.PdfReader(io.BytesIO(render(english(stamp=s)))) for s in ("", "DRAFT"))
    before, after = (reader.pages[-1].get_contents().get_data() for reader in (plain, stamped))
    assert after.count(b" l ") > before.count(b" l ")
    assert after.index(b"f*") < after.index(b"BT")


def test_page_words_and_digits():
    pages = pypdf.PdfReader(io.BytesIO(render(thai(4)))).pages
    assert len(pages) > 1
    assert "หน้า ๑ จาก" in pages[0].extract_text()
    assert "Page 1 of" in read(render(english(1, page_words="Page {page} of {pages}")))
    assert "Fingerprint 9f2c" in read(render(english()))


def test_following_pages_carry_the_title():
    pages = pypdf.PdfReader(io.BytesIO(render(english(3, title="Running words")))).pages
    assert ["Running words" in page.extract_text() for page in pages] == [
        False,
        *[True] * (len(pages) - 1),
    ]


def test_the_title_is_printed_when_no_heading_does():
    assert "Running words" in read(render(document(say("x"), title="Running words")))


def test_a_copy_that_is_not_public_says_so_on_every_page():
    pages = pypdf.PdfReader(io.BytesIO(render(english(3), public=False))).pages
    assert all("NOT FOR PUBLICATION" in page.extract_text() for page in pages)
    assert "เผยแพร่" in read(render(thai(), public=False))


def test_markup_prints_as_it_stands():
    text = "<b>bold</b> &amp; <para> %d {0} \\(x) <br/>"
    made = document(say(text), Table((text,), (((Span(text),),),)), title="<i>t</i> & c")
    assert flat(read(render(made))).count(text) == 3
    assert pypdf.PdfReader(io.BytesIO(render(made))).metadata.title == "<i>t</i> & c"


@pytest.mark.parametrize(
    "text", ["ok 😀 done", "שלום עולם", "مرحبا بالعالم", "漢字 end", "Ωμέγα Привет", "Nguyễn"]
)
def test_other_scripts_keep_the_order_of_their_letters(text):
    assert squeezed(text) in squeezed(read(render(document(say(f"a {text} b")))))


def test_a_letter_that_no_font_has_is_drawn_as_a_square_and_kept():
    _, ink = Press(document(say("漢")), "").run()
    assert [line for line in ink if line.text == "漢" and line.right - line.left > 5]


LONG = {
    "latin": "x" * 10_000,
    "thai": "ก" * 10_000,
    "words": "ที่ประชุมมีมติเห็นชอบ" * 500,
    "paragraph": "word " * 2_000,
    "dots": "." * 10_000,
    "emoji": "😀" * 1_500,
    "hebrew": "ש" * 10_000,
    "repetition": "ๆ" * 2_000,
    "lines": "\n" * 200 + "end",
    "control": "a\x00\x1b\ud800b",
    "invisible": "\u200b" * 3_000,
}


LONG_CASES = [(name, "en") for name in LONG] + [("thai", "th"), ("words", "th")]


@pytest.mark.parametrize(("name", "language"), LONG_CASES)
def test_ten_thousand_characters_anywhere(name, language):
    text = LONG[name]
    spans = (Span(text),)
    made = document(
        Heading(1, (Span(text[:700]),)),
        Paragraph(spans, "resolution"),
        Table(("a", text[:400]), (((Span("k"),), spans), (spans, (Span("z"),))), (1, 2)),
        Listing((spans,), (text[:20],)),
        Box((Span(text[:900]),), text[:80], "no", (Paragraph(spans),)),
        Signatures(((text[:50], text[:3000], "x"),)),
        language=language,
        title=text,
        stamp=text[:500],
        footer=text,
        letterhead=(text[:500],),
    )
    press = Press(made, "")
    pdf, ink = press.run()
    assert page_count(pdf) == max((line.page for line in ink), default=1)
    assert max(line.right for line in ink) <= press.theme.size[0] - press.theme.right + 0.01
    assert min(line.base for line in ink) > 20
    said = squeezed("".join(line.text for line in ink if line.role == "TD"))
    kept = squeezed("".join(c for c in text if c.isprintable() or c in "\n\u200b"))
    assert said.count("k") >= 1
    assert sum(said.count(c) for c in set(kept)) >= len(kept)


def test_empty_documents_have_a_page():
    assert page_count(render(document())) == 1
    assert page_count(render(document(title="", letterhead=(), author="", subject=""))) == 1
    hollow = (say(""), Table((), ()), Listing(()), Signatures(()), Box((), "", "neutral", ()))
    assert page_count(render(document(*hollow))) == 1


def test_page_count():
    pdf = render(english(6))
    assert page_count(pdf) == len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 2
    with pytest.raises(ValueError, match="not_a_pdf"):
        page_count(b"nothing")


def test_a_table_repeats_its_head_but_says_it_once():
    rows = tuple(((Span(f"row {n}"),), (Span("v"),)) for n in range(90))
    made = document(Table(("Name", "Value"), rows))
    _, ink = Press(made, "").run()
    heads = [line.role for line in ink if line.text == "Name"]
    assert heads[0] == "TH"
    assert set(heads[1:]) == {"Artifact/Pagination"}
    assert len(heads) == page_count(render(made))


def test_a_heading_does_not_stand_alone_at_the_end_of_a_page():
    for lines in range(20, 46):
        made = document(*[say("line")] * lines, Heading(2, (Span("Head"),)), say("After " * 40))
        _, ink = Press(made, "").run()
        head = next(line for line in ink if line.text == "Head")
        after = next(line for line in ink if line.text.startswith("After"))
        assert head.page == after.page


def test_deleted_and_inserted_words_are_told_by_rules_not_only_by_colour():
    unmarked = Paragraph((Span("old"), Span(" new")))
    marked = Paragraph((Span("old", mark="del"), Span(" new", mark="ins")))
    pages = [
        pypdf.PdfReader(io.BytesIO(render(document(block)))).pages[0].get_contents().get_data()
        for block in (unmarked, marked)
    ]
    assert pages[1].count(b" l S") > pages[0].count(b" l S")


def test_the_chip_shows_capitals_and_says_its_word_once():
    body = (say("That the crossing be painted."),)
    for chip in ("Carried", "Postponed indefinitely"):
        made = document(Box((Span("Motion"),), chip, "neutral", body))
        assert read(render(made)).count(chip) == 1


def test_a_chip_too_long_for_its_place_is_said_in_full_below():
    chip = "Referred to the committee on roads and crossings " * 3
    made = document(Box((Span("Motion"),), chip, "neutral", ()))
    assert flat(chip) in flat(read(render(made)))
