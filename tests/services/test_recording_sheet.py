"""The recording sheet: everybody with their code, every item, room to write, in both languages."""

from __future__ import annotations

import pytest
from hall import Hall, convene, t

from council import reports
from council.domain.document import Table
from council.domain.document_data import plain_text
from council.domain.text import Text
from council.services import documents, publish
from council.services.members import people
from council.services.planning import agenda
from council.services.session import attendance


@pytest.fixture
def hall() -> Hall:
    made = convene(members=9, seats=10)
    words = "That the Council ask for a crosswalk."
    agenda.change_item(made.desk, made.item, proposed_motion=t(words))
    agenda.add_item(made.desk, made.meeting, title=t("Staff"), kind="decision", closed=True)
    return made


def form(hall: Hall, key: str, language: str = "en") -> Table:
    made = documents.sheet_document(hall.desk, hall.meeting, language)
    return next(b for b in made.blocks if isinstance(b, Table) and b.key == f"{key}/form")


def words(table: Table) -> list[list[str]]:
    return [["".join(span.text for span in cell) for cell in row] for row in table.rows]


def test_everybody_stands_there_with_the_code_of_the_console(hall: Hall) -> None:
    codes = {one.name.show("en"): one.code for one in attendance.room(hall.desk, hall.meeting)}
    rows = words(form(hall, "roster"))
    found = {row[1].split(",")[0]: row[0] for row in rows if len(row) > 1 and row[0]}
    assert found == codes
    assert any("vacant" in row[1] for row in rows if len(row) > 1)
    grid = {row[1]: row[0] for row in words(form(hall, "grid")) if row[0]}
    assert grid == codes


def test_a_thai_name_has_its_initial_as_the_console_shows_it(hall: Hall) -> None:
    name = Text((("en", "Amal Haddad"), ("th", "อมัล ฮัดดาด")))
    people.change_person(hall.desk, hall.people[0], name=name)
    rows = words(form(hall, "roster", "th"))
    shown = {row[1].split(",")[0]: row[0] for row in rows if len(row) > 1}
    assert shown["อมัล ฮัดดาด"] == "อ"


def test_items_stand_in_their_order_with_the_motions_prepared(hall: Hall) -> None:
    rows = [row for row in words(form(hall, "agenda")) if row]
    assert [row[:2] for row in rows] == [
        ["1", "Crosswalk"],
        ["", "Motion: That the Council ask for a crosswalk."],
        ["2", "Staff"],  # closed, and on the sheet all the same
    ]


def test_struck_items_are_left_out(hall: Hall) -> None:
    other = agenda.add_item(hall.desk, hall.meeting, title=t("Gone"), kind="decision").value
    agenda.remove_item(hall.desk, other)
    assert "Gone" not in plain_text(documents.sheet_document(hall.desk, hall.meeting, "en"))


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_in_both_languages_on_both_papers(hall: Hall, language: str, paper: str) -> None:
    made = documents.sheet_document(hall.desk, hall.meeting, language, paper)
    assert (made.paper, made.language) == (paper, language)
    pdf = publish.sheet_pdf(hall.desk, hall.meeting, language, paper=paper)
    assert reports.page_count(pdf) in (3, 4)


def test_rows_leave_room_to_write(hall: Hall) -> None:
    tables = [b for b in documents.sheet_document(hall.desk, hall.meeting, "en").blocks
              if isinstance(b, Table)]  # fmt: skip
    assert len(tables) == 6
    assert all(one.form and one.least >= 21 for one in tables)
    assert sum(row == () for row in form(hall, "agenda").rows) >= 6


def test_it_is_no_document_to_publish() -> None:
    assert "sheet" not in publish.KINDS
