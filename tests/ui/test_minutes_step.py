"""The minutes step: facts, own words, half-typed words, pages."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from written import t, write

from council.domain.document import Paragraph
from council.services import drafts, meetings, minutes
from council.services.members import people
from council.services.session import closed_session
from council.ui.pages.meeting.minutes_document import StaleChoice


@pytest.fixture
def world(tmp_path, qtbot):
    made = write(tmp_path, qtbot)
    yield made
    made.shell.let_go()
    made.desk.close()


def shown(step, key):
    view = step.document.view(key)
    return "".join(span.text for span in view.block.spans)


def type_over(step, words):
    step.document.edit_current()
    editor = step.document.editor
    editor.setPlainText(words)
    return editor


def test_the_outline_leads_through_the_document(world):
    step = world.go("minutes")
    titles = [step.outline.item(i).text() for i in range(step.outline.count())]
    assert "1 Crosswalk" in titles
    step.outline.setCurrentRow(titles.index("1 Crosswalk"))
    assert step.document.current == f"item/{world.item}"


def test_arrows_go_from_block_to_block(world):
    step = world.go("minutes")
    keys = step.document.block_keys()
    step.document.go_to(keys[0])
    step.document.focus_current()
    QTest.keyClick(step.document.view(keys[0]), Qt.Key.Key_Down)
    assert step.document.current == keys[1]
    QTest.keyClick(step.document.view(keys[1]), Qt.Key.Key_Up)
    assert step.document.current == keys[0]


def test_every_block_says_what_it_holds(world):
    step = world.go("minutes")
    for key in step.document.block_keys():
        assert step.document.view(key).accessibleName()
    assert "from the record" in step.document.view(world.key).accessibleName()


def test_enter_keeps_other_words_and_the_name_still_follows(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    editor = type_over(step, "Motion 2026-1 came from Kay Nunn.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert shown(step, world.key) == "Motion 2026-1 came from Kay Nunn."
    people.change_person(world.desk, world.people[1], name=t("Kay Lee"))
    step.refresh()
    assert shown(step, world.key) == "Motion 2026-1 came from Kay Lee."


def test_escape_leaves_it_as_it_was(world):
    step = world.go("minutes")
    before = shown(step, world.key)
    step.document.go_to(world.key)
    QTest.keyClick(type_over(step, "Nothing"), Qt.Key.Key_Escape)
    assert step.document.editor is None
    assert shown(step, world.key) == before


def test_leaving_the_step_keeps_what_was_typed(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    type_over(step, "Kay Nunn brought 2026-1.")
    world.go("approve")
    wording = minutes.get_wording(world.desk, world.meeting, world.key, "en")
    assert wording.now == "Kay Nunn brought 2026-1."


def test_a_stale_sentence_shows_both_texts_and_two_ways(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    QTest.keyClick(type_over(step, "It was moved."), Qt.Key.Key_Return)
    assert step.document.view(world.key).block.origin == "detached"
    people.change_person(world.desk, world.people[1], name=t("Kay Lee"))
    step.refresh()
    view = step.document.view(world.key)
    (choice,) = view.findChildren(StaleChoice)
    choice.mine.click()
    assert not minutes.get_wording(world.desk, world.meeting, world.key, "en").stale
    people.change_person(world.desk, world.people[1], name=t("Kay Nunn"))
    step.refresh()
    (choice,) = step.document.view(world.key).findChildren(StaleChoice)
    choice.new.click()
    assert shown(step, world.key) == "Kay Nunn moved motion 2026-1."


def test_a_paragraph_is_written_after_the_current_block(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    step.document.start_writing()
    edit = step.document.write_row.edit
    edit.setPlainText("Members asked about lighting.")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    keys = step.document.block_keys()
    typed = keys[keys.index(world.key) + 1]
    assert typed.startswith("typed/")
    assert shown(step, typed) == "Members asked about lighting."
    assert step.document.current == typed
    assert edit.words() == ""
    step.document.edit_current()
    step.document.editor.clear()
    QTest.keyClick(step.document.editor, Qt.Key.Key_Return)
    assert typed not in step.document.block_keys()


def test_half_typed_words_outlive_the_window(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    step.document.write_row.edit.setPlainText("Half a sen")
    step.leave()
    assert "Half a sen" in drafts.get(world.desk, f"minutes/{world.meeting}/en")
    page = world.shell.pages["meeting"]
    page.show_for(world.later)
    page.show_for(world.meeting, step="minutes")
    page.refresh()
    again = page.current()
    assert again is not step
    assert again.document.half_typed() == (world.key, "Half a sen")


def test_a_sentence_being_reworded_is_kept_at_each_pause(world, qtbot):
    step = world.go("minutes")
    step.document.go_to(world.key)
    type_over(step, "Half another sen")
    key = f"minutes/{world.meeting}/reword/en"
    qtbot.waitUntil(lambda: "Half another" in drafts.get(world.desk, key))


def test_a_reworded_sentence_comes_back_after_a_crash(world):
    key = f"minutes/{world.meeting}/reword/en"
    drafts.put(world.desk, key, json.dumps([world.key, "Half another sen"]))
    step = world.go("minutes")
    assert step.document.editor.toPlainText() == "Half another sen"
    assert "open again" in world.shell.announcer.last
    QTest.keyClick(step.document.editor, Qt.Key.Key_Return)
    assert shown(step, world.key) == "Half another sen"
    step.leave()
    assert drafts.get(world.desk, key) == ""


def test_reworded_words_whose_sentence_is_gone_stand_in_the_row_to_write(world):
    key = f"minutes/{world.meeting}/reword/en"
    drafts.put(world.desk, key, json.dumps(["item/none/said", "Half another sen"]))
    step = world.go("minutes")
    assert step.document.half_typed()[1] == "Half another sen"


def test_a_reworded_sentence_that_is_given_up_leaves_no_draft(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    editor = type_over(step, "Half another sen")
    step._keep_drafts()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    step.leave()
    assert drafts.get(world.desk, f"minutes/{world.meeting}/reword/en") == ""


def test_changing_the_fact_leads_to_its_line_in_the_timeline(world, qtbot):
    step = world.go("minutes")
    step.document.go_to(world.key)
    step.document._on_fact()
    panel = world.shell.pages["meeting"].current().timeline.panel
    qtbot.waitUntil(lambda: world.shell.focusWidget() is panel.view)
    chosen = panel.view.currentIndex()
    assert panel.model.at(chosen.row()).row.uid == world.motion
    assert panel.view.viewport().rect().contains(panel.view.visualRect(chosen).center())


def test_a_fact_without_a_line_leaves_the_console_as_it_is(world):
    world.shell.navigate("meeting", world.meeting, step="meet", key="attendance")
    panel = world.shell.pages["meeting"].current().timeline.panel
    assert not panel.reveal_wanted()


def test_half_typed_words_stay_where_they_are_written(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    step.document.write_row.edit.setPlainText("Half a sen")
    step.document.go_to(step.document.block_keys()[0])
    assert step.document.half_typed()[0] == world.key


def test_a_change_elsewhere_does_not_disturb_an_open_editor(world):
    step = world.go("minutes")
    step.document.go_to(world.key)
    editor = type_over(step, "Half typed")
    people.change_person(world.desk, world.people[1], name=t("Kay Lee"))
    step.refresh()
    assert step.document.editor is editor
    assert editor.words() == "Half typed"


def test_the_other_language_has_its_own_words(world):
    step = world.go("minutes")
    step.languages._pick(1)
    texts = [v.block for v in step.document._views if isinstance(v.block, Paragraph)]
    assert any("ให้ขอทางข้าม" in "".join(s.text for s in b.spans) for b in texts)


def test_pages_and_checks_are_shown(world):
    step = world.go("minutes")
    step.preview.render_now()
    assert step.preview.page.page_count() >= 1
    assert step.preview._score.text().endswith("of 12")
    assert not step.preview.back.isEnabled()


def test_the_draft_pdf_is_handed_over(world, tmp_path):
    step = world.go("minutes")
    step.pdf.click()
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["2026-11-19-minutes-en-draft.pdf"]


def test_approved_minutes_are_read_only_and_say_when_and_where(world):
    minutes.approve(
        world.desk, world.meeting, at_meeting_uid=world.later, motion_uid=world.approving
    )
    step = world.go("minutes")
    assert "17 December 2026" in step._banner.accessibleName()
    assert "2026-2" in step._banner.accessibleName()
    step.document.go_to(world.key)
    step.document.edit_current()
    assert step.document.editor is None
    assert step.document.write_row.isHidden()


def test_before_the_meeting_it_says_what_comes(tmp_path, qtbot):
    world = write(tmp_path, qtbot, approve_begun=False)
    world.shell.navigate("meeting", world.later, step="minutes")
    step = world.shell.pages["meeting"].current()
    assert step._stack.currentIndex() == 1
    assert meetings.get_meeting(world.desk, world.later).minutes_state is None
    world.shell.let_go()
    world.desk.close()


def test_words_whose_sentence_is_gone_are_not_lost(world):
    step = world.go("minutes")
    step.document.reworded.emit("item/none/moved", "Something was said.")
    assert step.document.half_typed()[1] == "Something was said."
    assert "Something" in drafts.get(world.desk, f"minutes/{world.meeting}/en")


def test_the_minutes_of_a_closed_session_are_a_pdf_of_their_own(world):
    step = world.go("minutes")
    assert step.closed not in step.header_actions()
    meetings.resume_meeting(world.desk, world.meeting)
    closed_session.enter(world.desk, world.meeting, ground=t("Personnel"))
    closed_session.leave(world.desk, world.meeting)
    assert step.closed in step.header_actions()
    opened = []
    step.context.open_pdf = lambda data, name: opened.append((data[:5], name))
    step.closed.click()
    assert opened[0][0] == b"%PDF-"
    assert "closed_minutes-en" in opened[0][1]
