from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.domain.text import Text
from council.domain.vocabulary import Role
from council.services.members.names import parse_names, role_of


def read(text, first="en"):
    return [
        (one.honorific.show("en"), one.name.show("en"), one.role)
        for one in parse_names(text, first)
    ]


@pytest.mark.parametrize(
    ("line", "honorific", "name", "role"),
    [
        ("Jane Roe", "", "Jane Roe", None),
        ("Jane Roe, Chair", "", "Jane Roe", Role.CHAIR),
        ("Roe, Jane", "", "Jane Roe", None),
        ("Roe, Jane, Vice Chair", "", "Jane Roe", Role.VICE_CHAIR),
        ("Roe, Jane (Treasurer)", "", "Jane Roe", Role.TREASURER),
        ("  12) Dr. Jane Roe – Secretary", "Dr.", "Jane Roe", Role.SECRETARY),
        ("• Mrs Jane van der Roe", "Mrs", "Jane van der Roe", None),
        ("Sammy Davis, Jr.", "", "Sammy Davis, Jr.", None),
        ("Jean-Luc O'Neil", "", "Jean-Luc O'Neil", None),
        ("Jane Roe Chair", "", "Jane Roe", Role.CHAIR),
        ("Jane Roe\tChair", "", "Jane Roe", Role.CHAIR),
        ("Jane\tRoe\tmember", "", "Jane Roe", Role.MEMBER),
        ("3\tJane Roe\tClerk", "", "Jane Roe", Role.SECRETARY),
        ("Mr.\tJohn Roe", "Mr.", "John Roe", None),
        ("นายสมชาย ใจดี", "นาย", "สมชาย ใจดี", None),
        ("นาย สมชาย  ใจดี", "นาย", "สมชาย  ใจดี", None),
        ("๑. นางสาวสุดา แสงทอง", "นางสาว", "สุดา แสงทอง", None),
        ("น.ส.สุดา แสงทอง ประธาน", "น.ส.", "สุดา แสงทอง", Role.CHAIR),
        ("ร.ต.อ. สมชาย ใจดี", "ร.ต.อ.", "สมชาย ใจดี", None),
        ("พ.ต.ท.หญิง มาลี งาม", "พ.ต.ท.หญิง", "มาลี งาม", None),
        ("ว่าที่ร้อยตรี สมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย ใจดี", None),
        ("ว่าที่ ร.ต. สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย ใจดี", None),
        ("ผศ.ดร.มาลี งาม", "ผศ.ดร.", "มาลี งาม", None),
        ("พล.ต.อ. ดร. วิชัย กล้า - ที่ปรึกษา", "พล.ต.อ. ดร.", "วิชัย กล้า", Role.ADVISER),
        ("Somchai Jaidee - ประธาน", "", "Somchai Jaidee", Role.CHAIR),
        ("นางมาลี ใจงาม\tรองประธานสภาชุมชน", "นาง", "มาลี ใจงาม", Role.VICE_CHAIR),
        ("de la Cruz, Ana", "", "Ana de la Cruz", None),
        ("Jane Roe <jane@example.org>, Chair", "", "Jane Roe", Role.CHAIR),
        # Names that begin like a title but are none.
        ("นายิกา ดีงาม", "", "นายิกา ดีงาม", None),
        ("คุณากร ดีงาม", "", "คุณากร ดีงาม", None),
        ("Prince Rogers Nelson", "", "Prince Rogers Nelson", None),
    ],
)
def test_a_line_is_taken_apart(line, honorific, name, role):
    assert read(line) == [(honorific, name, role)]


def test_each_line_is_a_person_and_blank_ones_are_none():
    assert [one[1] for one in read("Ann Moss\r\n\r\n  \nBen Roy\n")] == ["Ann Moss", "Ben Roy"]
    assert read(" \n ") == []


@pytest.mark.parametrize("mark", [", ", "; ", ";"])
def test_one_line_of_full_names_is_divided(mark):
    assert [one[1] for one in read(mark.join(["Ann Moss", "Ben Roy", "Cora Lee"]))] == [
        "Ann Moss",
        "Ben Roy",
        "Cora Lee",
    ]


def test_what_is_no_known_office_is_kept_as_a_note():
    (guess,) = parse_names("Jane Roe, Keeper of the Keys", "en")
    assert (guess.name.show("en"), guess.role, guess.note) == (
        "Jane Roe",
        None,
        "Keeper of the Keys",
    )


def test_the_language_follows_the_letters():
    names = [one.name for one in parse_names("Jane Roe\nมาลี งาม", "th")]
    assert names == [Text.of("Jane Roe", "en"), Text.of("มาลี งาม", "th")]


def test_nothing_typed_is_lost():
    for line in ("ร.ต.อ.ดร. สมชาย ใจดี", "Roe, Jane, Chair", "น.ส.สุดา แสงทอง - เลขานุการ"):
        (one,) = parse_names(line, "en")
        kept = f"{one.honorific.show('en')}{one.name.show('en')}{one.note}"
        assert sorted(c for c in kept if c.isalnum()) == sorted(c for c in line if c.isalnum())


def test_offices_in_both_languages():
    assert role_of("ประธานคณะกรรมการ") is Role.CHAIR
    assert role_of("Vice-Chair") is Role.VICE_CHAIR
    assert role_of("Chairlift operator") is None


def test_the_headings_of_a_copied_table_are_no_person():
    assert [one[1] for one in read("No.\tName\tOffice\n1\tJane Roe\tChair")] == ["Jane Roe"]
    assert [one[1] for one in read("ลำดับ\tชื่อ-สกุล\tตำแหน่ง\n๑\tนายสม ดี\tประธาน")] == ["สม ดี"]
    assert [one[1] for one in read("Name\nOffice Smith")] == ["Office Smith"]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_paste_is_read(text):
    for guess in parse_names(text, "en"):
        assert guess.name
