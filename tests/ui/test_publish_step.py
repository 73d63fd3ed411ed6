"""Publishing from the meeting, and the page of everything published."""

import hashlib

import pytest
from written import write

from council.services import meetings, minutes, publish
from council.ui.pages.published import find_file


@pytest.fixture
def world(tmp_path, qtbot):
    made = write(tmp_path, qtbot)
    yield made
    made.shell.let_go()
    made.desk.close()


def test_saving_writes_the_file_and_records_it(world, tmp_path):
    step = world.go("publish")
    assert step.file.text() == str(tmp_path / "out" / "2026-11-19-minutes-en-draft.pdf")
    step.place.setText("Website")
    step.save.click()
    (row,) = publish.list_publications(world.desk, world.meeting)
    file = tmp_path / "out" / row.file_name
    assert hashlib.sha256(file.read_bytes()).hexdigest() == row.sha256
    assert step.published.current() == row
    assert find_file(world.shell.settings, row) == file
    assert step.save.isEnabled()


def test_each_document_suggests_its_own_file(world):
    step = world.go("publish")
    names = set()
    for choice in step.choices:
        choice.button.setChecked(True)
        names.add(step.file.text())
    assert len(names) == 10


def test_another_place_can_be_chosen(world, tmp_path):
    class Messenger:
        def save_path(self, title, suggested, pattern):
            return tmp_path / "elsewhere" / "a"

    step = world.go("publish")
    step.messenger = Messenger()
    step.browse.click()
    step.save.click()
    assert (tmp_path / "elsewhere" / "a.pdf").is_file()


@pytest.mark.parametrize("words", ["", "relative.pdf"])
def test_a_file_needs_a_folder(world, words):
    step = world.go("publish")
    step.file.setText(words)
    step.save.click()
    assert step.file.accessibleDescription()
    assert publish.list_publications(world.desk) == []


def test_a_file_that_cannot_be_written_is_refused_in_words(world, tmp_path):
    (tmp_path / "blocked").write_text("x")
    step = world.go("publish")
    step.file.setText(str(tmp_path / "blocked" / "a.pdf"))
    step.save.click()
    assert "blocked" in step.file.accessibleDescription()
    assert step.save.isEnabled()
    assert publish.list_publications(world.desk) == []


def test_a_file_that_was_changed_is_not_opened_as_the_true_one(world):
    step = world.go("publish")
    step.save.click()
    row = step.published.current()
    find_file(world.shell.settings, row).write_bytes(b"other")
    assert find_file(world.shell.settings, row) is None
    said = []
    world.shell.context.announce = lambda text, tone="ok": said.append((text, tone))
    step.published.open_button.click()
    assert "not on this computer" in said[0][0]


def test_approved_minutes_can_go_out_as_such(world):
    minutes.approve(world.desk, world.meeting, at_meeting_uid=world.later)
    step = world.go("publish")
    assert step.file.text().endswith("2026-11-19-minutes-en.pdf")


def test_the_page_lists_everything_and_what_waits(world):
    world.go("publish").save.click()
    world.shell.navigate("publish")
    page = world.shell.pages["publish"]
    assert page.published.table.rows_model.rowCount() == 1
    kinds = [(line._uid, line.button.accessibleName()) for line in page.lines]
    assert len(kinds) == 3  # the agenda in session in two languages, minutes in Thai
    page.lines[-1].button.click()
    assert world.shell.route == "meeting"


def test_an_empty_page_says_what_belongs_there(tmp_path, qtbot):
    world = write(tmp_path, qtbot, approve_begun=False)
    world.shell.navigate("publish")
    page = world.shell.pages["publish"]
    assert page.published.table.isHidden()
    assert not page.published.empty.isHidden()
    world.shell.let_go()
    world.desk.close()


def test_a_notice_is_published_by_its_kind(world, tmp_path):
    step = world.go("publish")
    chosen = next(c for c in step.choices if (c.kind, c.language) == ("notice", "th"))
    chosen.button.setChecked(True)
    step.save.click()
    (row,) = publish.list_publications(world.desk, world.meeting)
    assert (row.kind, row.language) == ("notice", "th")
    assert (tmp_path / "out" / row.file_name).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("kind", ["notice", "invitation", "invitations"])
def test_the_notice_step_opens_each_paper_as_pdf(world, kind):
    step = world.go("notice")
    opened = []
    step.context.open_pdf = lambda data, name: opened.append((data[:5], name))
    step.papers.language.set_value("th")
    step.papers.buttons[kind].click()
    ((head, name),) = opened
    assert head == b"%PDF-"
    assert f"-{kind}-th" in name


def test_number_and_way_to_take_part_go_to_the_meeting(world):
    step = world.go("notice")
    step.papers.number.setText("RB 7/2026")
    step.papers.number.editingFinished.emit()
    step.papers.language.set_value("th")
    step.papers.remote.setText("ทางโทรศัพท์")
    step.papers.remote.editingFinished.emit()
    meeting = meetings.get_meeting(world.desk, world.meeting)
    assert meeting.letter_number == "RB 7/2026"
    assert meeting.remote.to_data() == {"th": "ทางโทรศัพท์"}
