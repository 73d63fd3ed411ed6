"""Decisions are found, told in full, and leave as a harmless CSV."""

import csv
import io

import pytest
from PySide6.QtWidgets import QLabel

from council.domain.text import Text
from council.exchange.csv_text import csv_bytes, safe_cell
from council.services.session import motions
from council.services.voting import votes
from council.ui.pages.decisions import DecisionsPage
from tests.ui.pages_b import hold_a_meeting, page_of, person, shell_on, unnamed


@pytest.fixture
def found(desk):
    return hold_a_meeting(desk)


@pytest.fixture
def page(qtbot, desk, settings, council_path, found):
    made = page_of(shell_on(qtbot, desk, settings, council_path), "decisions")
    assert isinstance(made, DecisionsPage)
    return made


def _words(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_newest_stands_first_and_is_open(page, found):
    assert [one.uid for one in page.listed()] == found[::-1]
    assert page.card.uid == found[2]
    assert "That we thank." in _words(page.card)


def test_words_year_outcome_and_mover_filter(page, found, desk):
    page.text.setText("CROSSwalk")
    page.search()
    assert [one.uid for one in page.rows] == [found[0]]
    page.text.clear()
    page.outcome.setCurrentIndex(page.outcome.findData("lost"))
    page.outcome.activated.emit(0)
    assert [one.uid for one in page.rows] == [found[1]]
    page.outcome.setCurrentIndex(0)
    page.mover.setCurrentIndex(page.mover.findData(person(desk, "Kofi Nunn")))
    page.search()
    assert page.rows == []
    assert page._views.currentWidget() is page.empty
    assert not page.export_button.isEnabled()
    page.show_for(found[0])
    page.refresh()
    assert page.card.uid == found[0]
    assert page.year.findData(2026) > 0


def test_a_roll_call_is_told_by_name(page, found):
    page.pick(found[1])
    words = _words(page.card)
    assert "Kofi Nunn" in words
    assert any("Ada Haddad" in one and "Bert Roy" in one for one in words)


def test_a_rescinded_decision_says_by_what(page, found, desk):
    meeting = motions.get_motion(desk, found[0]).meeting_uid
    uid = motions.state_motion(desk, meeting, kind="rescind", parent_uid=found[0]).value
    votes.record_vote(desk, uid, method="show_of_hands", counts=(5, 0, 0), declared="carried")
    number = motions.get_motion(desk, uid).number
    page.refresh()
    page.pick(found[0])
    assert f"Rescinded by motion {number}" in _words(page.card)


def test_a_point_of_order_shows_the_ruling(page, found, desk):
    meeting = motions.get_motion(desk, found[0]).meeting_uid
    uid = motions.raise_point(
        desk, meeting, kind="point_of_order", text=Text.of("Noise", "en"), granted=True,
        ruling=Text.of("Quiet, please", "en"),
    ).value  # fmt: skip
    page.refresh()
    page.pick(uid)
    assert "Quiet, please" in _words(page.card)


def test_the_csv_holds_what_is_listed_and_no_formula(page, tmp_path):
    page.export_to(tmp_path / "decisions.csv")
    data = (tmp_path / "decisions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(lines) == 3
    assert lines[1]["Text"].startswith("'=That")
    assert (lines[2]["Yes"], lines[2]["No"], lines[2]["Outcome"]) == ("3", "1", "Carried")
    assert lines[2]["Date"] == "2026-11-19"


def test_a_folder_that_is_not_there_is_said(page, tmp_path):
    said = []
    page.context.announce = lambda text, tone="ok": said.append((tone, text))
    page.export_to(tmp_path / "no" / "decisions.csv")
    assert said[0][0] == "no"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [("=1+1", "'=1+1"), ("+66 2", "'+66 2"), ("-5", "'-5"), ("@x", "'@x"), (" =1", "' =1"),
     ("\t=1", "'\t=1"), ("10–0–1", "10–0–1"), ("ไทย", "ไทย"), ("", "")],
)  # fmt: skip
def test_cells_that_could_run_are_text(cell, safe):
    assert safe_cell(cell) == safe


def test_quotes_and_lines_survive():
    data = csv_bytes(["a"], [['say "x",\nthen']]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data, newline=""))) == [["a"], ['say "x",\nthen']]


def test_the_model_keeps_its_promises(page, qtmodeltester):
    qtmodeltester.check(page.table.rows_model)
    qtmodeltester.check(page.table.model())
    page.table.set_rows([])
    qtmodeltester.check(page.table.rows_model)


def test_every_control_has_a_name(page):
    assert unnamed(page) == []


def test_thai_years_are_buddhist(qtbot, desk, settings, council_path, found):
    page = page_of(shell_on(qtbot, desk, settings, council_path, "th"), "decisions")
    assert page.year.itemText(page.year.findData(2026)) == "2569"
