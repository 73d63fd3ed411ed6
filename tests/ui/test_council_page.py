"""The council page changes name, rules and window."""

import pytest

from council.domain.text import Text
from council.services import actions
from council.services import council as council_service
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.pages.council import CouncilPage
from council.ui.shell import Shell


@pytest.fixture
def page(qtbot, desk, settings, council_path):
    opened = OpenCouncil(council_path, InlineDispatcher(desk), desk)
    shell = Shell(opened, settings, "en")
    qtbot.addWidget(shell)
    shell.navigate("council")
    made = shell.pages["council"]
    assert isinstance(made, CouncilPage)
    return made


def test_it_shows_what_the_file_says(page):
    assert page.record.names["en"].text() == "Riverbend Council"
    assert page.record.names["th"].text() == "สภาชุมชนริมน้ำ"
    assert page.record.zone.currentText() == "America/Los_Angeles"


def test_a_changed_name_goes_to_the_record_and_the_head(page, desk):
    page.record.names["en"].setText("Riverbend Neighborhood Council")
    page.record.heads["en"].setPlainText("12 Mill Lane")
    page.record.save.click()
    info = council_service.get_council(desk)
    assert info.name.show("en") == "Riverbend Neighborhood Council"
    assert info.letterhead.show("en") == "12 Mill Lane"
    assert page.name.text() == "Riverbend Neighborhood Council"


def test_an_empty_name_is_refused_in_words(page, desk):
    for edit in page.record.names.values():
        edit.clear()
    page.record.save.click()
    assert council_service.get_council(desk).name.show("en") == "Riverbend Council"


def test_the_history_lists_every_step(page, desk):
    page.show_for(tab="history")
    page.refresh()
    assert page.history._lines.count() >= 4


def test_the_history_in_front_follows_every_change(page, desk):
    page.window().navigate("council", tab="history")
    before = page.history._lines.count()
    page.context.dispatcher.run(actions.add_action, what=Text.of("Mend the gate", "en"))
    assert page.history._lines.count() > before


def test_the_windows_choices_are_kept(page, settings):
    page.window_card.actor.setText("KN")
    page.window_card.actor.editingFinished.emit()
    page.window_card.zoom.chosen.emit("150")
    assert (settings.actor, settings.zoom) == ("KN", 150)
    assert settings.path.exists()


def test_what_notices_say_goes_to_the_record(page, desk):
    page.notices.contacts["en"].setText("Secretary's office")
    page.notices.helps["th"].setPlainText("แจ้งล่วงหน้า")
    page.notices.phone.setText("555 0100")
    page.notices.save.click()
    info = council_service.get_council(desk)
    assert info.contact.to_data() == {"en": "Secretary's office"}
    assert info.accommodation.to_data() == {"th": "แจ้งล่วงหน้า"}
    assert info.phone == "555 0100"
    assert page.notices.helps["en"].placeholderText().startswith("If you need an interpreter")
