"""Amendments as edits: applied, derived, and said when they have no place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.edits import (
    Action,
    CannotEdit,
    Edit,
    Problem,
    apply,
    apply_all,
    derive,
    parts,
    read_edits,
)
from council.domain.text import Text

ROAD = "That the Council ask for a crosswalk on School Road."
THAI = "ให้ซ่อมไฟถนนหน้าวัดภายในเดือนมกราคม"


def en(words: str) -> Text:
    return Text.of(words, "en")


@pytest.mark.parametrize(
    ("edit", "reads"),
    [
        (Edit(Action.INSERT, en("two"), after=en("ask for")),
         "That the Council ask for two a crosswalk on School Road."),
        (Edit(Action.INSERT, en("by March")),
         "That the Council ask for a crosswalk on School Road by March."),
        (Edit(Action.INSERT, en(", by March"), after=en("school  ROAD")),
         "That the Council ask for a crosswalk on School Road, by March."),
        (Edit(Action.STRIKE, en("on School Road")),
         "That the Council ask for a crosswalk."),
        (Edit(Action.REPLACE, en("a crosswalk"), en("lights")),
         "That the Council ask for lights on School Road."),
        (Edit(Action.SUBSTITUTE, new=en("That nothing be done.")), "That nothing be done."),
    ],
)  # fmt: skip
def test_what_an_edit_makes_of_a_text(edit, reads):
    assert apply(edit, ROAD, "en") == reads


def test_thai_words_are_joined_without_a_space():
    edit = Edit(Action.INSERT, Text.of("และศาลา", "th"), after=Text.of("หน้าวัด", "th"))
    assert apply(edit, THAI, "th") == "ให้ซ่อมไฟถนนหน้าวัดและศาลาภายในเดือนมกราคม"


@pytest.mark.parametrize(
    ("edit", "problem", "words"),
    [
        (Edit(Action.STRIKE, en("Mill Lane")), Problem.GONE, "Mill Lane"),
        (Edit(Action.STRIKE, en("oad")), Problem.GONE, "oad"),
        (Edit(Action.INSERT, en("x"), after=en("Mill Lane")), Problem.GONE, "Mill Lane"),
        (Edit(Action.STRIKE, en("the")), Problem.SEVERAL, "the"),
        (Edit(Action.STRIKE, en("the"), after=en("Mill")), Problem.GONE, "Mill"),
    ],
)
def test_words_that_have_no_place_or_several_are_said(edit, problem, words):
    with pytest.raises(CannotEdit) as why:
        apply(edit, "that the Council and the Road", "en")
    assert (why.value.problem, why.value.words) == (problem, words)


def test_what_stands_before_tells_which_of_several_is_meant():
    edit = Edit(Action.STRIKE, en("the"), after=en("and"))
    assert apply(edit, "the red and the blue", "en") == "the red and blue"


@pytest.mark.parametrize(
    ("before", "after", "actions"),
    [
        (ROAD, ROAD, []),
        (ROAD, ROAD[:-1] + " by March.", ["insert"]),
        (ROAD, ROAD.replace("a crosswalk", "lights"), ["replace"]),
        (ROAD, ROAD.replace(" on School Road", ""), ["strike"]),
        (ROAD, "Resolved, " + ROAD, ["replace"]),
        (ROAD, ROAD.replace("ask", "ask the city").replace("crosswalk", "crosswalk and lights"),
         ["insert", "insert"]),
        ("spend $500 on it", "spend $750 on it", ["replace"]),
        ("", "Something", ["substitute"]),
        (ROAD, "Something else altogether", ["substitute"]),
        ("the red and the blue and the green", "the red and the blue and green", ["strike"]),
    ],
)  # fmt: skip
def test_edits_are_derived_from_two_wordings(before, after, actions):
    found = derive(before, after, "en")
    assert [one.action for one in found] == actions or actions == ["substitute"]
    assert _made(found, before) == after


def _made(edits, words, language="en"):
    for one in edits:
        words = apply(one, words, language)
    return words


_SOME = ("the", "road", "a", "b", "$500", "500", "and", "วัด", "น้ำ", "ที่", "(x)", ",", ".")
_WORDS = st.lists(st.sampled_from(_SOME), max_size=9)


@given(_WORDS, _WORDS, st.sampled_from([" ", ""]))
def test_derived_edits_give_exactly_the_other_wording(before, after, gap):
    old, new = gap.join(before).strip(), gap.join(after).strip()
    assert _made(derive(old, new, "en"), old) == new


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_two_texts_break_it(before, after):
    assert _made(derive(before, after, "en"), before.strip()) == after.strip()


def test_a_language_the_edit_does_not_speak_no_longer_holds():
    both = Text((("en", ROAD), ("th", THAI)))
    edited = apply_all((Edit(Action.STRIKE, en("on School Road")),), both)
    assert edited.text.to_data() == {"en": "That the Council ask for a crosswalk."}
    assert not edited.failed


def test_each_language_is_edited_by_its_own_words():
    both = Text((("en", ROAD), ("th", THAI)))
    words = Text((("en", "School"), ("th", "วัด")))
    new = Text((("en", "Mill"), ("th", "โรงเรียน")))
    edited = apply_all((Edit(Action.REPLACE, words, new),), both)
    assert edited.text.get("en").endswith("on Mill Road.")
    assert edited.text.get("th") == THAI.replace("วัด", "โรงเรียน")


def test_an_edit_without_a_place_leaves_the_text_and_is_told():
    gone = Edit(Action.STRIKE, en("Mill"))
    edited = apply_all((gone, Edit(Action.INSERT, en("soon"))), en(ROAD))
    assert edited.text.get("en") == ROAD[:-1] + " soon."
    assert [one for one, _why in edited.failed] == [gone]


def test_data_and_back():
    edit = Edit(Action.REPLACE, en("a"), en("b"), en("c"))
    assert read_edits([edit.to_data()]) == read_edits(edit.to_data()) == (edit,)
    assert edit.to_data() == {
        "action": "replace", "words": {"en": "a"}, "with": {"en": "b"}, "after": {"en": "c"},
    }  # fmt: skip
    assert read_edits(None) == ()
    with pytest.raises(ValueError, match="rewrite"):
        read_edits({"action": "rewrite"})


def test_parts_are_those_a_question_is_divided_into():
    edits = [Edit(Action.PART, en("one")), Edit(Action.PART, en("two"))]
    assert parts(edits) == (en("one"), en("two"))
