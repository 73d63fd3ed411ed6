"""The window: start, open, go somewhere, undo, search, change language, close."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from council.domain.messages import FileRefused
from council.domain.text import Text
from council.services.members import people
from council.ui import crash, theme
from council.ui import shell as shell_module
from council.ui.kit import Button, Field, FormRow, line_edit, stack
from council.ui.kit.focus import FocusRing
from council.ui.main_window import MainWindow
from council.ui.page import Page
from council.ui.rail import PLACES


class _Quiet(Page):
    """A page that counts; it stands in for those that other tests look at."""

    watches = frozenset({"people"})

    def __init__(self, context):
        super().__init__(context)
        self.refreshed, self.asked = 0, []

    def title(self):
        return "Quiet"

    def show_for(self, uid="", **more):
        self.asked.append((uid, more))

    def refresh(self):
        self.refreshed += 1


@pytest.fixture
def window(qtbot, host, settings, recorder, monkeypatch):
    real = shell_module.page_class

    def page_class(route):
        return real(route) if route == "council" else _Quiet

    monkeypatch.setattr(shell_module, "page_class", page_class)
    made = MainWindow(host, settings, recorder)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def shell(window, council_path):
    assert window.open_path(council_path)
    return window.shell()


def test_a_file_that_cannot_be_opened_is_explained_in_a_sentence(window, recorder, tmp_path):
    assert not window.open_path(tmp_path / "gone.council")
    title, sentence = recorder.said[0]
    assert title == "This file cannot be opened"
    assert "gone.council" in sentence
    assert "backup" in sentence


def test_an_empty_window_shows_the_start_page_when_its_file_cannot_be_opened(
    qtbot, host, settings, recorder, tmp_path
):
    window = MainWindow(host, settings, recorder, empty=True)
    qtbot.addWidget(window)
    assert window.centralWidget() is None
    assert not window.open_path(tmp_path / "gone.council")
    assert type(window.centralWidget()).__name__ == "StartPage"
    assert recorder.said
    window.close()


class _Typing(_Quiet):
    """A page with a button before its search field."""

    def __init__(self, context):
        super().__init__(context)
        self.button, self.field = Button("Export"), line_edit()
        self.setLayout(stack(self.button, self.field))

    def first(self):
        return self.field


@pytest.mark.parametrize("kind", [_Typing, _Quiet])
def test_the_keyboard_is_in_the_field_or_on_the_page_and_never_on_a_button(
    shell, monkeypatch, kind
):
    shell.pages.pop("decisions", None)
    monkeypatch.setattr(shell_module, "page_class", lambda _route: kind)
    shell.navigate("decisions")
    page = shell.pages["decisions"]
    assert shell.focusWidget() is page.first()
    assert all(ring.isHidden() for ring in page.findChildren(FocusRing))


def test_coming_back_the_keyboard_is_where_it_was(shell, monkeypatch):
    monkeypatch.setattr(shell_module, "page_class", lambda _route: _Typing)
    shell.navigate("decisions")
    shell.pages["decisions"].button.setFocus()
    shell.navigate("actions")
    shell.navigate("decisions")
    assert shell.focusWidget() is shell.pages["decisions"].button


def test_a_locked_file_may_be_read(window, host, council_path, recorder, qtbot):
    other = host.open(council_path)
    recorder.choice = 0
    window.open_path(council_path)
    assert window.opened.read_only
    assert "reading only" in window.shell().status.accessibleName()
    other.close()


def test_opening_shows_today_and_is_remembered(window, shell, council_path, settings):
    assert shell.route == "today"
    assert shell.rail.items["today"].isChecked()
    assert settings.recent[0].path == str(council_path)
    assert window.windowTitle() == "Quiet – riverbend.council"


@pytest.mark.parametrize("number", range(1, len(PLACES) + 1))
def test_alt_and_a_number_go_to_each_place(qtbot, shell, number):
    action = next(a for a in shell.actions() if a.shortcut().toString() == f"Alt+{number}")
    action.trigger()
    assert shell.route == list(PLACES)[number - 1]
    assert [r for r, item in shell.rail.items.items() if item.isChecked()] == [shell.route]


def test_a_page_hears_where_it_was_sent_and_belongs_to_a_place(shell):
    shell.navigate("person", "p-1", tab="votes")
    assert shell.current_page().asked == [("p-1", {"tab": "votes"})]
    assert shell.rail.items["members"].isChecked()


def test_changes_refresh_the_page_in_front_and_those_that_watch(shell):
    today = shell.current_page()
    before = today.refreshed
    shell.context.dispatcher.run(people.add_person, name=Text.of("Rosa Lind", "en"))
    assert today.refreshed == before + 1
    assert shell.top.undo.accessibleName() == "Undo: Add Rosa Lind"
    shell.opened.dispatcher.changed.emit(frozenset({"notes"}))
    assert today.refreshed == before + 1


def test_undo_and_redo_say_what_they_did(shell):
    shell.context.dispatcher.run(people.add_person, name=Text.of("Rosa Lind", "en"))
    shell.undo()
    assert shell.announcer.last == "Taken back: Add Rosa Lind"
    assert "Rosa Lind" in shell.top.redo.accessibleName()
    shell.redo()
    assert shell.announcer.last == "Done again: Add Rosa Lind"
    names = [p.name.show("en") for p in people.list_people(shell.context.reader)]
    assert "Rosa Lind" in names


def test_a_refusal_is_announced(shell):
    shell.context.dispatcher.run(people.add_person, name=Text())
    assert "empty" in shell.announcer.last


def test_the_palette_finds_people_and_commands(qtbot, shell):
    palette = shell.open_palette()
    palette.field.setText("hadd")
    assert palette.titles()[0] == "Ada Haddad"
    palette.field.setText("members")
    assert "Members" in palette.titles()
    palette.field.setText("ada hadd")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert shell.route == "person"


def test_another_language_builds_the_window_anew_at_the_same_place(window, shell):
    shell.navigate("council", tab="rules")
    window.set_language("th")
    fresh = window.shell()
    assert fresh is not shell
    assert fresh.route == "council"
    assert fresh.rail.items["council"].accessibleName() == "สภาชุมชน"
    assert fresh.pages["council"].tabs.value() == "rules"
    window.set_language("en")


def test_the_next_scheme_is_worn_at_once(window, shell, settings):
    shell.next_scheme()
    assert (theme.scheme(), settings.scheme) == ("dark", "dark")
    window.set_scheme("light")


def test_a_pdf_is_kept_beside_the_file_with_ways_to_open_it(shell, council_path):
    shell.open_pdf(b"%PDF-1.7", "Agenda 12/2026")
    bar = shell.announcer._banner
    assert bar.path == council_path.parent / "riverbend PDF" / "Agenda 12-2026.pdf"
    assert bar.path.read_bytes() == b"%PDF-1.7"
    bar.close_button.click()
    assert not shell.announcer.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(window, shell):
    for route in ("council",):
        shell.navigate(route)
        for child in window.findChildren(QWidget):
            parent = child.parent()
            inner = isinstance(parent, QWidget) and "Container" in parent.metaObject().className()
            spin = child.objectName() in ("qt_spinbox_lineedit",)
            combo_edit = parent is not None and parent.metaObject().className() == "QComboBox"
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and not (inner or spin or combo_edit):
                assert child.accessibleName(), (type(child), parent)


def test_fields_stand_inside_the_smallest_window(window, shell, qtbot):
    window.resize(1024, 640)
    shell.navigate("council", tab="record")
    page = shell.current_page()
    for field in [*page.findChildren(Field), *page.findChildren(FormRow)]:
        if field.isVisibleTo(page):
            right = field.mapTo(page, field.rect().topRight()).x()
            assert right <= page.width(), field.widget.accessibleName()
    assert page.width() <= window.width() - theme.SIZE["rail"]


def test_closing_lets_go_of_the_file(window, shell, council_path, host):
    window.close()
    again = host.open(council_path)
    again.close()


def test_a_council_that_cannot_be_founded_is_explained(window, recorder, council_path):
    window.show_new()
    page = window.centralWidget()
    page.founded.emit(council_path, page.founding())
    assert "already here" in recorder.said[0][1]


def test_the_demo_that_cannot_be_built_is_explained(window, recorder, host, monkeypatch):
    def refuse():
        raise FileRefused("error.disk_full", file="riverbend.council")

    monkeypatch.setattr(host, "demo", refuse)
    window.open_demo()
    assert "disk is full" in recorder.said[0][1]


def test_a_fault_is_reported_with_a_way_to_copy_it(qtbot, tmp_path, monkeypatch):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    log = crash.start_log(tmp_path)
    text = crash.report(ZeroDivisionError())
    dialog = crash.CrashDialog(text, log)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    from PySide6.QtWidgets import QApplication

    assert "ZeroDivisionError" in QApplication.clipboard().text()
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
