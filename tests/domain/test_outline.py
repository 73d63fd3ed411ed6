from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.messages import InputRefused
from council.domain.outline import MOST_LINES, Branch, read_outline


def shape(branches):
    return [(one.title, shape(one.children)) if one.children else one.title for one in branches]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("A\nB", ["A", "B"]),
        ("A\n\tB\n\t\tC\n\tD\nE", [("A", [("B", ["C"]), "D"]), "E"]),
        ("A\n  B\n  C\nD", [("A", ["B", "C"]), "D"]),
        ("1. A\n1.1. B\n1.1.2 C\n2. D", [("A", [("B", ["C"])]), "D"]),
        ("1 A\n2 B\n2.1 C", ["A", ("B", ["C"])]),
        ("๑. ก\n๑.๑ ข\n๒. ค", [("ก", ["ข"]), "ค"]),
        ("ระเบียบวาระที่ ๑ เรื่องแจ้ง\nระเบียบวาระที่ ๒ รับรอง", ["เรื่องแจ้ง", "รับรอง"]),
        ("1. A\n   1. B\n   2. C\n2. D", [("A", ["B", "C"]), "D"]),
        ("- A\n  - B\n• C", [("A", ["B"]), "C"]),
        ("Item 4: Lights\nItem 5: Trees", ["Lights", "Trees"]),
        ("5 new trees on River Road", ["5 new trees on River Road"]),
        ("2026 budget\n2027 budget", ["2026 budget", "2027 budget"]),
        ("18.30 Dinner\n7.5 million for the road", ["18.30 Dinner", "7.5 million for the road"]),
        ("    A\n    B", ["A", "B"]),
        ("A\n            B\n    C", [("A", ["B", "C"])]),
        ("\ufeffA\r\n\r\n \u00a0\r\nB\r\n", ["A", "B"]),
        ("4.1 A\n4.2 B", ["A", "B"]),
        ("7", ["7"]),
    ],
)
def test_lines_become_a_tree(pasted, expected):
    assert shape(read_outline(pasted)) == expected


@pytest.mark.parametrize(
    ("pasted", "branch"),
    [
        ("Lights (10 min)", Branch("Lights", minutes=10)),
        ("Lights [5 minutes]", Branch("Lights", minutes=5)),
        ("ไฟถนน (๑๕ นาที)", Branch("ไฟถนน", minutes=15)),
        ("(10 min)", Branch("(10 min)")),
        ("Lights (10 lamps)", Branch("Lights (10 lamps)")),
    ],
)
def test_minutes_at_the_end_are_planned(pasted, branch):
    assert read_outline(pasted) == (branch,)


@pytest.mark.parametrize(
    ("pasted", "code"),
    [(" \n\t\n", "error.paste_empty"), ("A\n" * (MOST_LINES + 1), "error.paste_long")],
)
def test_what_is_no_list_is_refused(pasted, code):
    with pytest.raises(InputRefused) as caught:
        read_outline(pasted)
    assert caught.value.code == code


def count(branches):
    return sum(1 + count(one.children) for one in branches)


@given(st.text(alphabet="ab1.2 \t\n๑-()min", max_size=80))
def test_no_line_is_lost(pasted):
    try:
        found = read_outline(pasted)
    except InputRefused:
        assert not any(line.strip(" \t") for line in pasted.splitlines()) or not found_words(pasted)
        return
    assert count(found) <= len(pasted.splitlines())
    assert all(one.title.strip() for one in found)


def found_words(pasted):
    return any(c.isalnum() for c in pasted)
