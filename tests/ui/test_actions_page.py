"""Actions are added by a line, changed in place, done, dropped, opened again."""

import pytest
from PySide6.QtCore import Qt

from council.domain.vocabulary import ActionState
from council.services import actions
from council.ui.pages.actions import ActionsPage
from tests.ui.pages_b import hold_a_meeting, page_of, person, shell_on, unnamed


@pytest.fixture
def page(qtbot, desk, settings, council_path):
    hold_a_meeting(desk)
    made = page_of(shell_on(qtbot, desk, settings, council_path), "actions")
    assert isinstance(made, ActionsPage)
    return made


def _found(desk, number):
    return next(one for one in actions.list_actions(desk) if one.number == number)


def _texts(page):
    model = page.table.model()
    return [model.index(i, 1).data() for i in range(model.rowCount())]


def test_the_overdue_one_leads(page):
    assert _texts(page) == ["Ask the city", "Buy chalk"]
    assert page.table.model().index(0, 4).data() == "9 days over"
    assert page.card.uid == page.rows[0].uid


def test_enter_adds_and_the_owner_is_asked_next(page, desk, qtbot):
    page.what.setText("Write to the paper")
    qtbot.keyClick(page.what, Qt.Key.Key_Return)
    assert _found(desk, "A-3").what.show("en") == "Write to the paper"
    assert page.what.text() == ""
    assert page.card.uid == _found(desk, "A-3").uid


def test_owner_day_and_words_commit_by_themselves(page, desk):
    card = page.card
    card.owner.setCurrentIndex(card.owner.findData(person(desk, "Kofi Nunn")))
    card.owner.activated.emit(0)
    card.due.setText("24 Dec 2569")
    card.due.editingFinished.emit()
    card.what.setPlainText("Ask the city twice")
    card._what.commit()
    one = _found(desk, "A-1")
    assert one.owner_name.show("en") == "Kofi Nunn"
    assert one.due_on.isoformat() == "2026-12-24"
    assert one.what.show("en") == "Ask the city twice"
    assert not one.overdue


def test_a_day_that_is_none_is_said_and_not_written(page, desk):
    page.card.due.setText("some day")
    page.card.due.editingFinished.emit()
    assert page.card.due_field._below.text()
    assert _found(desk, "A-1").due_on.isoformat() == "2026-11-26"


def test_somebody_not_on_file(page, desk):
    card = page.card
    card.owner.setCurrentIndex(card.owner.findData("-"))
    card.owner.activated.emit(0)
    assert not card.other_field.isHidden()
    card.other.setText("The florist")
    card.other.editingFinished.emit()
    assert _found(desk, "A-1").owner_name.show("en") == "The florist"
    page.owner.setCurrentIndex(page.owner.findData("-"))
    page.show_rows()
    assert len(page.rows) == 2


def test_done_dropped_and_open_again(page, desk):
    page.card.done_button.click()
    assert _found(desk, "A-1").state is ActionState.DONE
    assert _texts(page) == ["Buy chalk"]
    page.card.drop_button.click()
    assert _found(desk, "A-2").state is ActionState.DROPPED
    assert page._views.currentWidget() is page.empty
    page.state._pick(3)
    assert len(page.rows) == 2
    page.show_for(_found(desk, "A-1").uid)
    page.refresh()
    assert page.card.reopen_button.isVisibleTo(page.card)
    page.card.reopen_button.click()
    assert _found(desk, "A-1").state is ActionState.OPEN


def test_owners_filter(page, desk):
    page.owner.setCurrentIndex(page.owner.findData(person(desk, "Bert Roy")))
    page.owner.activated.emit(0)
    assert _texts(page) == ["Ask the city"]


def test_the_model_keeps_its_promises(page, qtmodeltester):
    qtmodeltester.check(page.table.rows_model)
    page.table.set_rows([])
    qtmodeltester.check(page.table.rows_model)


def test_every_control_has_a_name(page):
    assert unnamed(page) == []
