"""Lists of people as they come: encodings, separators, headings, days, and nothing thrown away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.messages import InputRefused
from council.exchange.roster import read_day, read_flag, read_roster
from council.exchange.roster_headings import ColumnKind as K
from council.exchange.roster_headings import kind_of_heading
from council.exchange.roster_text import decode, find_separator, read_table

SHEET = "Seat;Name;Term start\n1;José Peña;2026-01-05\n2;Zoë Müller;2026-01-05\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SHEET.encode(), "utf-8"),
        (SHEET.encode("utf-8-sig"), "utf-8"),
        (SHEET.encode("utf-16"), "utf-16"),
        (SHEET.encode("utf-16-le"), "utf-16-le"),
        (SHEET.encode("utf-16-be"), "utf-16-be"),
        (SHEET.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_rows(data, encoding):
    table = read_roster(data)
    assert table.encoding == encoding
    assert table.kinds == (K.SEAT, K.NAME, K.START)
    assert [cells[1] for _, cells in table.rows] == ["José Peña", "Zoë Müller"]


def test_old_thai_files_are_read_as_thai():
    data = "ลำดับ,ชื่อ-สกุล,ตำแหน่ง\n1,นายสมชาย ใจดี,ประธาน\n".encode("cp874")
    table = read_roster(data)
    assert table.encoding == "cp874"
    assert table.kinds == (K.IGNORE, K.NAME, K.OFFICE)
    assert table.cells(table.rows[0][1], K.NAME) == "นายสมชาย ใจดี"
    assert "roster.old_encoding" in {one.code for one in table.findings}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_separator_is_found(sign):
    text = f"Seat{sign}Name{sign}Email\n1{sign}Jane Roe{sign}jane@example.org\n"
    assert find_separator(text) == sign
    assert read_roster(text).kinds == (K.SEAT, K.NAME, K.EMAIL)


def test_a_pasted_list_of_names_stays_one_cell_a_line():
    table = read_roster("Ann Moss, Chair\nBen Roy\nLee, Cora\n")
    assert table.separator == ""
    assert table.kinds == (K.NAME,)
    assert [cells for _, cells in table.rows] == [
        ("Ann Moss, Chair",),
        ("Ben Roy",),
        ("Lee, Cora",),
    ]


def test_a_table_without_headings_is_guessed_by_what_stands_in_it():
    table = read_roster(
        "1A01,Jane Roe,jane@example.org,2026-01-01,2028-01-01\n"
        "1A02,Max Poe,max@example.org,2026-01-01,2028-01-01\n"
    )
    assert table.kinds == (K.SEAT, K.NAME, K.EMAIL, K.START, K.END)
    assert len(table.rows) == 2


def test_the_cleaned_of_two_name_columns_wins():
    table = read_roster(
        "smd_id,Name,official_name,is_vacant,is_chairperson,hash_id\n"
        "smd_2022_9Z01,Jane Roe Chairperson,Jane Roe,False,True,ab\n"
    )
    assert table.kinds == (K.SEAT, K.IGNORE, K.NAME, K.VACANT, K.CHAIR, K.IGNORE)


def test_a_formula_is_text():
    table = read_roster('Name,Email\n=1+1,x@example.org\n"=HYPERLINK(""a"")",y@example.org\n')
    assert [cells[0] for _, cells in table.rows] == ["=1+1", '=HYPERLINK("a")']


def test_quoted_line_breaks_and_short_rows_are_kept():
    table = read_roster('Name;Address;Phone\n"Jane\nRoe";"1 Mill Lane\nRiverbend"\n;;\nMax Poe\n')
    assert [cells for _, cells in table.rows] == [
        ("Jane Roe", "1 Mill Lane Riverbend", ""), ("Max Poe", "", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "month_first", "day"),
    [
        ("2026-11-19", False, date(2026, 11, 19)),
        ("19/11/2569", False, date(2026, 11, 19)),
        ("๑๙ พ.ย. ๒๕๖๙", False, date(2026, 11, 19)),
        ("11/19/2026", True, date(2026, 11, 19)),
        ("2026-11-19 00:00:00", False, date(2026, 11, 19)),
        ("", False, None),
    ],
)
def test_days_of_both_calendars(cell, month_first, day):
    assert read_day(cell, month_first=month_first) == day


def test_month_first_is_seen_from_the_whole_column():
    table = read_roster("Name,Start\nJane Roe,01/02/2026\nMax Poe,01/27/2026\n")
    assert table.month_first
    assert not read_roster("Name,Start\nJane Roe,01/02/2026\nMax Poe,27/01/2026\n").month_first


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Full_Name", K.NAME), ("ชื่อ-สกุล", K.NAME), ("E-Mail:", K.EMAIL), ("SMD", K.SEAT),
        ("photo url", K.IGNORE), ("person_id", K.IGNORE), ("Jane Roe", None), ("ตำแหน่ง", K.OFFICE),
    ],
)  # fmt: skip
def test_headings(heading, kind):
    assert kind_of_heading(heading) is kind


@pytest.mark.parametrize(
    ("cell", "flag"), [("True", True), ("x", True), ("", False), ("ใช่", True), ("maybe", None)]
)
def test_flags(cell, flag):
    assert read_flag(cell) is flag


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "error.roster_empty"),
        ("\n \n", "error.roster_empty"),
        (b"PK\x03\x04sheet", "error.roster_binary"),
        ("Jane Roe\n" * 2001, "error.roster_long"),
    ],
)
def test_what_is_no_list_is_refused(source, code):
    with pytest.raises(InputRefused) as refused:
        read_roster(source)
    assert refused.value.code == code


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    decode(data)
    try:
        table = read_roster(data)
    except InputRefused:
        return
    assert all(len(cells) == len(table.kinds) for _, cells in table.rows)


@given(st.text(max_size=200))
def test_any_text_is_split_without_loss_of_letters(text):
    rows = read_table(text).rows
    kept = sum(ch.isalpha() for _, cells in rows for cell in cells for ch in cell)
    assert kept <= sum(ch.isalpha() for ch in text)
