from __future__ import annotations

import pytest

from council.catalogue import say
from council.domain.agenda_lint import VAGUE, LintItem, is_vague, lint
from council.domain.text import Text
from council.domain.vocabulary import ItemKind

K = ItemKind
COMMENT = LintItem("c", K.PUBLIC_COMMENT, Text.of("Public comment", "en"), minutes=5)


def item(title="Crosswalk at School Road", language="en", **more):
    kind = more.pop("kind", K.DECISION)
    return LintItem("i", kind, Text.of(title, language), **more)


def codes(*items, **named):
    return [one.code for one in lint(items, comment=False, **named)]


@pytest.mark.parametrize(
    "title",
    ["Report", "UPDATE", "Discussion.", "Misc", "misc.", "Other business", "A.O.B.", "Old Business",
     "The reports", "Any other business (if any)", "Monthly update", "  General   discussion ",
     "Brief status update", "TBD", "Various items, etc."],
)  # fmt: skip
def test_a_title_that_says_nothing_is_vague(title):
    assert is_vague(Text.of(title, "en"))


@pytest.mark.parametrize(
    "title",
    ["เรื่องอื่น ๆ", "เรื่องอื่นๆ", "อื่น ๆ (ถ้ามี)", "เรื่องอื่น ๆ ถ้ามี", "รายงาน", "รายงานความคืบหน้า", "หารือ",
     "เรื่องเพื่อพิจารณา", "เรื่อง ทั่วไป"],
)  # fmt: skip
def test_so_is_one_in_thai(title):
    assert is_vague(Text.of(title, "th"))


@pytest.mark.parametrize(
    "title",
    ["Report of the treasurer", "Update on the crosswalk", "Budget 2027", "Discussion of lights",
     "รายงานการเงินประจำเดือน", "เรื่องอื่น ๆ ที่ค้างจากครั้งก่อน: ไฟถนน", "งบประมาณปี ๒๕๗๐", "", "The"],
)  # fmt: skip
def test_a_word_more_and_it_is_not(title):
    assert not is_vague(Text.of(title, "en"))


@pytest.mark.parametrize("language", VAGUE)
def test_every_vague_title_of_the_list_is_found(language):
    for title in VAGUE[language]:
        assert is_vague(Text.of(title, language)), title
        assert is_vague(Text.of(title.upper(), language)), title


def test_a_usual_head_with_nothing_in_it_is_no_vague_title():
    assert codes(item("Business")) == []
    assert codes(item("Business", has_content=True)) == ["vague_title"]
    assert codes(item("Business", top_level=False)) == ["vague_title"]
    assert codes(item("Business", has_children=True)) == []
    assert codes(item("เรื่องอื่น ๆ", "th", has_content=True)) == ["vague_title"]


@pytest.mark.parametrize(("words", "found"), [(20, []), (21, ["long_title"])])
def test_over_twenty_words_are_too_many(words, found):
    title = " ".join(["word"] * words)
    assert codes(item(title)) == found
    assert codes(item(title), most_words=None) == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"kind": K.REPORT, "has_content": True}, ["no_presenter"]),
        ({"kind": K.REPORT, "has_content": True, "presenter": True}, []),
        ({"kind": K.REPORT}, []),  # the head of the reports
        ({"kind": K.REPORT, "top_level": False}, ["no_presenter"]),
        ({"proposed_motion": True, "has_content": True}, ["no_presenter"]),
        ({"kind": K.DECISION, "has_content": True}, []),
        ({"kind": K.CALL_TO_ORDER, "has_content": True}, []),
        ({"closed": True}, ["no_closed_ground"]),
        ({"closed": True, "closed_ground": True}, []),
        ({"kind": K.HEADING, "closed": True, "has_children": True}, ["no_closed_ground"]),
    ],
)
def test_what_an_item_lacks(more, found):
    assert codes(item(**more)) == found


def test_minutes_are_missed_only_where_others_have_them():
    bare = item(top_level=False)
    assert codes(bare) == []
    assert codes(bare, COMMENT) == ["no_minutes"]
    assert codes(item(top_level=False, minutes=0), COMMENT) == []


def test_an_agenda_without_time_for_the_public():
    assert [one.code for one in lint([item()])] == ["no_comment"]
    assert lint([item()])[0].item_uid is None
    assert lint([COMMENT]) == lint([]) == []
    assert lint([item(kind=K.HEARING, presenter=True)]) == []


def test_more_minutes_than_the_meeting_has():
    listed = [item(minutes=60), item(minutes=61, top_level=False), COMMENT]
    assert codes(*listed, planned_minutes=65) == []
    assert codes(*listed, planned_minutes=64) == ["too_long"]


def test_every_remark_is_said_in_both_languages():
    found = lint(
        [
            item("Report", kind=K.REPORT, has_content=True, closed=True, minutes=None),
            item("w " * 21, minutes=9),
        ],
        planned_minutes=5,
    )
    assert {one.code for one in found} == {
        "vague_title", "long_title", "no_presenter", "no_minutes", "no_comment",
        "no_closed_ground", "too_long",
    }  # fmt: skip
    for one in found:
        assert say(one.message, "en") != say(one.message, "th")
