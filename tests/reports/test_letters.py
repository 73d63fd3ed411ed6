"""Letters, labelled lines and marks of change on the printed page."""

from __future__ import annotations

import io

import pypdf
import pytest
from papers import LONG, THAI_LONG, document, say, squeezed

from council.domain.document import Labelled, LetterEnd, LetterTop, Signatures, Span, Table
from council.domain.document_data import from_data, plain_text, to_data
from council.reports import render
from council.reports.builder import FIRST_LINE
from council.reports.press import Press
from council.reports.tables import BAR_AT

NAME = Span("นางสาวพิมพ์ญาดา ดีงามเหลือเกิน", whole=True)


def letter(text: str = LONG, *, turns: int = 1, to: str = "สมาชิกทุกท่าน"):
    thai = not text.isascii()
    return (
        LetterTop(
            (Span("ที่ สพ ๐๐๑/๒๕๖๙"),),
            ("ศาลาประชาคมบ้านสวนพลู เลขที่ ๑๒ หมู่ ๔ ตำบลสวนพลู", "อำเภอเมือง จังหวัดเชียงใหม่ ๕๐๐๐๐"),
            "๙ พฤศจิกายน ๒๕๖๙",
            f"เชิญประชุม {to}",
        ),
        Labelled((("เรื่อง", (Span("ขอเชิญประชุม"),)), ("เรียน", (Span(to, whole=True),)))),
        *(say(text, "letter") for _ in range(turns)),
        say("จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม" if thai else "Please attend.", "letter"),
        LetterEnd("ขอแสดงความนับถือ", (NAME,), "ประธานสภาชุมชน", ("ฝ่ายเลขานุการ", "โทร. ๐ ๕๓๐๐")),
    )


def press_of(*blocks, **changes):
    made = Press(document(*blocks, kind="invitation", **changes), "")
    pdf, ink = made.run()
    return made, pypdf.PdfReader(io.BytesIO(pdf)), ink


def body_lines(ink, page):
    return [line for line in ink if line.page == page and not line.role.startswith("Artifact")]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("text", [LONG * 4, THAI_LONG * 4], ids=["en", "th"])
def test_a_letter_says_all_and_stays_inside_the_margins(text, paper):
    blocks = letter(text, turns=6)
    press, reader, ink = press_of(*blocks, paper=paper, language="th")
    found = squeezed("".join(page.extract_text() for page in reader.pages))
    said = plain_text(document(*blocks)).splitlines()
    assert [line for line in said if squeezed(line) not in found] == []
    theme = press.theme
    assert max(line.right for line in ink) <= theme.size[0] - theme.right + 0.01
    assert min(line.left for line in ink) >= theme.left - 0.01


@pytest.mark.parametrize("turns", range(1, 26))
def test_the_end_of_a_letter_never_stands_alone_on_a_page(turns):
    _, reader, ink = press_of(*letter(turns=turns))
    last = [line.text.strip() for line in body_lines(ink, len(reader.pages))]
    assert "ขอแสดงความนับถือ" in last
    assert "Please attend." in last


@pytest.mark.parametrize("turns", range(30, 44))
def test_signatures_take_the_paragraph_before_with_them(turns):
    places = Signatures((("Signed", "P. Suda", "Secretary"),))
    lines = [say(f"Paragraph {turn}.") for turn in range(turns)]
    made = Press(document(say("Minutes", "lead"), *lines, places), "")
    pdf, ink = made.run()
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    last = [line.text for line in body_lines(ink, pages)]
    assert f"Paragraph {turns - 1}." in last
    assert "P. Suda" in last


def test_each_letter_begins_a_page_and_counts_its_own():
    blocks = [
        block
        for to, turns in (("นางมาลี ใจงาม", 1), ("นายสมหมาย ดีพร้อม", 24), ("นายก ข", 1))
        for block in letter(to=to, turns=turns)
    ]
    _, reader, _ = press_of(*blocks, page_words="p {page} of {pages}", stamp="DRAFT")
    texts = [page.extract_text() for page in reader.pages]
    assert [("p 1 of 1" in t, "p 1 of 2" in t, "p 2 of 2" in t) for t in texts] == [
        (True, False, False), (False, True, False), (False, False, True), (True, False, False),
    ]  # fmt: skip
    assert [text.count("Riverbend Council") for text in texts] == [1, 1, 0, 1]
    assert all("DRAFT" in text for text in texts)
    assert [one.title for one in reader.outline] == [
        "เชิญประชุม นางมาลี ใจงาม", "เชิญประชุม นายสมหมาย ดีพร้อม", "เชิญประชุม นายก ข",
    ]  # fmt: skip


def test_the_first_line_is_set_in_and_no_other():
    press, _, ink = press_of(*letter(LONG * 3))
    lines = [line for line in body_lines(ink, 1) if line.text.strip() in LONG * 3][:3]
    left = press.theme.left
    assert [round(line.left - left, 2) for line in lines] == [FIRST_LINE, 0, 0]


def test_the_day_and_a_short_sender_begin_in_the_middle_and_a_long_one_before():
    press, _, ink = press_of(*letter())
    by_text = {line.text.strip(): line for line in ink}
    middle = press.theme.left + press.theme.width / 2
    assert by_text["๙ พฤศจิกายน ๒๕๖๙"].left == pytest.approx(middle)
    long = by_text["ศาลาประชาคมบ้านสวนพลู เลขที่ ๑๒ หมู่ ๔ ตำบลสวนพลู"]
    assert long.left < middle
    assert long.base == by_text["ที่ สพ ๐๐๑/๒๕๖๙"].base


def test_labelled_words_stand_in_one_column():
    lines = Labelled((("When", (Span("Now"),)), ("Where it is", (Span(LONG * 2),))), strong=True)
    _, _, ink = press_of(*letter()[:1], lines)
    found = {line.text.strip(): line for line in ink}
    words = [line for line in ink if line.text.startswith(("Now", "The members"))]
    assert len({line.left for line in words}) == 1
    assert words[0].left > found["Where it is"].right
    assert found["When"].base == found["Now"].base


def table(marks=()):
    rows = tuple(
        ((Span(str(n)),), (Span(f"Item {n}", mark="del" if n == 2 else ""),)) for n in range(4)
    )
    return Table(("No.", "Item"), rows, (1, 9), borders=False, marks=marks)


def bars(block, monkeypatch):
    """Return where the panels in the margin stand: (left, bottom, width, height) each."""
    from council.reports.canvas import Pen

    drawn = []
    plain = Pen.panel
    monkeypatch.setattr(
        Pen, "panel", lambda pen, box, **more: (drawn.append(box), plain(pen, box, **more))[1]
    )
    made = Press(document(say("x", "lead"), block), "")
    made.run()
    return [box for box in drawn if box[0] == pytest.approx(made.theme.left - BAR_AT)]


def test_a_bar_stands_in_the_margin_at_each_marked_row(monkeypatch):
    assert len(bars(table(("", "added", "struck", "")), monkeypatch)) == 2


def test_no_bar_without_a_mark(monkeypatch):
    assert bars(table(), monkeypatch) == []


def test_a_marked_row_over_two_pages_has_a_bar_on_each(monkeypatch):
    rows = (((Span("1"),), (Span(LONG * 90),)),)
    block = Table(("No.", "Item"), rows, (1, 9), marks=("changed",))
    assert len(bars(block, monkeypatch)) >= 2


def test_marks_and_letters_go_to_data_and_back():
    made = document(*letter(), table(("", "added", "struck", "moved")), kind="invitation")
    assert from_data(to_data(made)) == made
    assert render(from_data(to_data(made))) == render(made)
