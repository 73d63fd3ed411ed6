"""What changed between two wordings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.wording import changes, pieces


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", []),
        ("same", "same", [("same", "same")]),
        ("", "new", [("ins", "new")]),
        ("old", "", [("del", "old")]),
        (
            "spend up to $500 on a crosswalk",
            "spend up to $750 on a crosswalk and lights",
            [
                ("same", "spend up to $"), ("del", "500"), ("ins", "750"),
                ("same", " on a crosswalk"), ("ins", " and lights"),
            ],
        ),
        (
            "ซ่อมไฟถนนหน้าวัด",
            "ซ่อมไฟถนนหน้าโรงเรียน",
            [("same", "ซ่อมไฟถนนหน้า"), ("del", "วัด"), ("ins", "โรงเรียน")],
        ),
        ("น้ำ", "นำ", [("del", "น้ำ"), ("ins", "นำ")]),
        (
            "ให้ที่ประชุมเห็นชอบ",
            "ให้ที่ประชุมรับทราบ",
            [("same", "ให้ที่ประชุม"), ("del", "เห็นชอบ"), ("ins", "รับทราบ")],
        ),
        (
            "the council’s hall",
            "the council's hall",
            [("same", "the "), ("del", "council’s"), ("ins", "council's"), ("same", " hall")],
        ),
        (
            "red fish blue",
            "one dog blue",
            [("del", "red fish"), ("ins", "one dog"), ("same", " blue")],
        ),
    ],
)  # fmt: skip
def test_changes(before, after, told):
    assert changes(before, after) == told


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("น้ำใจ", ["น้ำ", "ใจ"]),
        ("เก้าอี้", ["เก้า", "อี้"]),
        ("พ.ศ. ๒๕๖๙", ["พ", ".", "ศ", ".", " ", "๒", "๕", "๖", "๙"]),
        ("re\u0301sume\u0301 now", ["re\u0301sume\u0301", " ", "now"]),
        ("don't", ["don't"]),
    ],
)
def test_pieces(text, cut):
    assert pieces(text) == cut


words = st.text(alphabet="กขมนเแไำาะิีึุู่้๊์็ัab e\u0301.1๑ '\n", max_size=30)


@given(words | st.text(), words | st.text())
def test_nothing_is_lost(before, after):
    told = changes(before, after)
    assert "".join(text for kind, text in told if kind != "ins") == before
    assert "".join(text for kind, text in told if kind != "del") == after
    assert all(text for _, text in told)


@given(words, words)
def test_no_change_begins_inside_a_written_character(before, after):
    for kind, text in changes(before, after):
        first = text[0]
        whole = before if kind == "del" else after
        if unicodedata.combining(first) or first in "ำาะิีึุูั็":
            assert whole.startswith(first) or not _after_its_base(whole, text)


def _after_its_base(whole, text):
    """Tell whether the run's mark stands on a consonant in the whole text, wherever it occurs."""
    places = [at for at in range(1, len(whole)) if whole.startswith(text, at)]
    return bool(places) and all("ก" <= whole[at - 1] <= "ฮ" for at in places)


@given(st.lists(st.sampled_from(["ที่", "น้ำ", "ก้", "เก้า", "ผู้", "ใช้", "a"]), max_size=12),
       st.lists(st.sampled_from(["ที่", "น้ำ", "ก้", "เก้า", "ผู้", "ใช้", "a"]), max_size=12))  # fmt: skip
def test_real_syllables_are_never_split(before, after):
    for _, text in changes("".join(before), "".join(after)):
        assert not unicodedata.combining(text[0])
        assert text[0] not in "ำาะ"
