"""Initials are asked for once a file, block nothing, and sign what is done from then on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from council.services import council as council_service
from council.services import history
from council.services.members import people
from council.ui.main_window import MainWindow
from council.ui.settings import Settings
from tests.ui.conftest import riverbend
from tests.ui.pages_b import t


@pytest.fixture
def window(qtbot, host, settings, recorder):
    settings.actor = "AH"
    made = MainWindow(host, settings, recorder)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _uid(window):
    return council_service.get_council(window.opened.reader).uid


def _bar(window):
    bar = window.shell().initials
    return bar if bar is not None and not bar.isHidden() else None


def test_a_file_opened_for_the_first_time_asks_with_the_last_initials(window, council_path):
    window.open_path(council_path)
    assert _bar(window).edit.text() == "AH"
    assert not _bar(window).edit.hasFocus()


def test_kept_initials_sign_what_follows_and_are_not_asked_for_again(window, council_path):
    window.open_path(council_path)
    _bar(window).edit.setText("KN")
    QTest.keyClick(_bar(window).edit, Qt.Key.Key_Return)
    assert _bar(window) is None
    shell = window.shell()
    shell.context.dispatcher.run(people.add_person, name=t("Ann Lee"))
    assert history.audit(window.opened.reader, 1)[0].actor == "KN"
    assert window.settings.initials[_uid(window)] == "KN"
    window.close_council()
    window.settings.actor = "ZZ"  # another council was signed with these since
    window.open_path(council_path)
    assert _bar(window) is None
    window.shell().context.dispatcher.run(people.add_person, name=t("Bo Lee"))
    assert history.audit(window.opened.reader, 1)[0].actor == "KN"


def test_not_now_lets_go_until_the_file_is_opened_again(window, council_path):
    window.open_path(council_path)
    _bar(window).later.click()
    window.set_language("th")
    assert _bar(window) is None
    window.close_council()
    window.open_path(council_path)
    assert _bar(window) is not None


def test_an_open_question_stays_when_the_window_is_built_anew(window, council_path):
    window.open_path(council_path)
    window.set_language("th")
    assert _bar(window) is not None


def test_who_only_reads_is_not_asked(window, council_path):
    window.open_path(council_path, read_only=True)
    assert _bar(window) is None


def test_empty_initials_are_no_answer(window, council_path):
    window.open_path(council_path)
    _bar(window).edit.clear()
    _bar(window).keep.click()
    assert _bar(window) is not None


def test_the_settings_keep_the_initials_of_each_council(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.sign("c-1", "AH")
    settings.sign("c-2", "KN")
    again = Settings.load(settings.path)
    assert [again.initials_in(uid) for uid in ("c-1", "c-2", "c-3")] == ["AH", "KN", "KN"]


def test_who_founds_a_council_has_said_so_already(window, tmp_path):
    window.show_new()
    page = window.centralWidget()
    page.founded.emit(tmp_path / "new.council", riverbend())
    assert _bar(window) is None
    assert window.settings.initials[_uid(window)] == "AH"
