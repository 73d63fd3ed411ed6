"""Where lines may break, and where they may not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import THAI_LONG

from council.domain.document import Span
from council.reports.lines import Type, atoms, break_lines, capitals, clean
from council.reports.thai import tokens

STYLE = Type(11, 16)
WIDEST_CLUSTER = 8 * 1.3 * 11  # eight glyphs that cling to each other; narrower than any column


def broken(*spans: Span, width: float) -> list[str]:
    return [line.text for line in break_lines(atoms(spans, STYLE), width)]


@pytest.mark.parametrize("width", range(60, 400, 7))
def test_marks_and_closers_never_begin_a_line(width):
    lines = broken(Span(THAI_LONG * 2 + "เรื่องอื่น ๆ (ถ้ามี) กรุงเทพฯ ฯลฯ"), width=width)
    assert not [line for line in lines if line[0] in "ๆฯ.,)]!?ะาำ"]
    assert not [line for line in lines if line.rstrip().endswith("(")]
    assert "".join(lines) == THAI_LONG * 2 + "เรื่องอื่น ๆ (ถ้ามี) กรุงเทพฯ ฯลฯ"


@pytest.mark.parametrize("width", range(90, 300, 5))
def test_names_from_facts_break_only_at_their_spaces(width):
    name = "นางสาวพิมพ์ญาดา ดีงามเหลือเกิน"
    spans = (Span("ที่ประชุมมอบหมายให้"), Span(name, whole=True), Span("เป็นผู้ประสานงาน"))
    text = "\n".join(broken(*spans, width=width))
    assert name in text.replace(" \n", " ")


def test_thai_breaks_between_words_without_adding_anything():
    words = tokens("ที่ประชุมมีมติเห็นชอบงบประมาณน้ำประปา")
    assert len(words) > 4
    assert "".join(words) == "ที่ประชุมมีมติเห็นชอบงบประมาณน้ำประปา"


@pytest.mark.parametrize("width", range(70, 160, 3))
def test_dots_and_dashes_between_words_stay_at_the_end_of_a_line(width):
    lines = broken(Span("Mill Lane · Riverbend – the hall · 6:30"), width=width)
    assert not [line for line in lines if line[0] in "·–"]


def test_numbers_stay_whole():
    assert tokens("๑๑/๒๕๖๙") == ("๑๑/๒๕๖๙",)
    assert tokens("125,000.50") == ("125,000.50",)


def test_a_long_compound_breaks_after_its_hyphen_and_a_score_does_not():
    assert tokens("well-known") == ("well-", "known")
    assert tokens("8–1–0") == ("8–1–0",)


def test_latin_lines_keep_the_space_at_their_end():
    lines = broken(Span("one two three four five six"), width=60)
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])


def test_styled_parts_of_one_word_stay_together():
    lines = broken(Span("aaaa bbbb"), Span("cccc", bold=True), Span(","), width=60)
    assert lines == ["aaaa ", "bbbbcccc,"]


def test_capitals_keep_the_letters_they_stand_for():
    line = break_lines(atoms((Span("Carried"),), STYLE), 500)[0]
    shown = capitals(line, STYLE)
    assert shown.width > line.width
    assert [glyph.source for atom in shown.atoms for run in atom.runs for glyph in run.glyphs] == [
        *"Carried"
    ]


def test_controls_are_dropped_and_line_ends_kept():
    assert clean("a\x00b\r\nc\u2028d\ud800") == "ab\nc\nd"


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.sampled_from("ก้ำิ่ปญูน เa-b(ๆฯ).๑1 \n😀שم漢é\u0301\u200d"), max_size=60),
    st.floats(30, 300),
)
def test_nothing_is_lost_and_nothing_is_too_wide(text, width):
    lines = break_lines(atoms((Span(text),), STYLE), width)
    said = "".join(line.text for line in lines)
    assert said == clean(text).replace("\n", "")
    assert all(line.width <= max(width, WIDEST_CLUSTER) for line in lines)


def test_a_parted_word_written_from_the_right_keeps_its_letters_in_order():
    for text in ("ש😀", "11ש😀", "aש😀b", "שלום" * 30):
        for width in (1, 12, 40):
            lines = break_lines(atoms((Span(text),), STYLE), width)
            assert "".join(line.text for line in lines) == text
