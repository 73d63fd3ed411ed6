"""Planning a meeting: the agenda tree, the editor of an item, notice, the stepper."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from staged import convene, t

from council.services import drafts, meetings
from council.services.planning import agenda
from council.ui.pages.meeting.agenda_model import AgendaModel

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB, ESC, F2 = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F2


@pytest.fixture
def empty(tmp_path, qtbot):
    made = convene(tmp_path, items=False)
    made.open(qtbot, "plan")
    yield made
    _close(made)


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot, "plan")
    yield made
    _close(made)


def _close(made):
    for shell in made.shells:
        shell.close()
    made.desk.close()


def _outline(hall):
    return [(i.number, i.title.show("en")) for i in agenda.list_items(hall.desk, hall.meeting)]


def test_an_empty_agenda_offers_typing_and_templates(empty):
    step = empty.step()
    assert step._tree_pages.currentIndex() == 1
    assert not step.template.isHidden()
    step.template.click()
    empty.press(ENTER)
    assert len(_outline(empty)) == 10
    assert step.template.isHidden()


def test_items_are_typed_one_after_the_other(empty):
    empty.step().add.click()
    empty.press("one", ENTER, "two", ENTER, "three", ENTER)
    assert _outline(empty) == [("1", "one"), ("2", "two"), ("3", "three")]


def test_a_typed_title_tells_its_kind_and_a_kind_chosen_by_hand_stays(empty):
    empty.step().add.click()
    empty.press("Call to order", ENTER, "Crosswalk", ENTER)
    kinds = [i.kind for i in agenda.list_items(empty.desk, empty.meeting)]
    assert kinds == ["call_to_order", "decision"]
    step = empty.step()
    step.tree.pick(agenda.list_items(empty.desk, empty.meeting)[1].uid)
    step.inspector.kind.setCurrentIndex(step.inspector.kind.findData("hearing"))
    step.inspector.kind.activated.emit(step.inspector.kind.currentIndex())
    step.inspector.edit("title").setText("Adjournment")
    step.inspector.commit()
    assert agenda.list_items(empty.desk, empty.meeting)[1].kind == "hearing"


def test_enter_on_a_row_types_after_it(hall):
    step = hall.step()
    step.tree.setFocus()
    step.tree.pick(hall.items["Roll call"])
    hall.press(ENTER, "between", ENTER)
    assert [title for _n, title in _outline(hall)][:2] == ["Roll call", "between"]


def test_tab_indents_and_shift_tab_takes_it_back(hall):
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.tree.setFocus()
    hall.press(TAB)
    assert _outline(hall)[2] == ("2.1", "Grants")
    assert step.tree.current_uid() == hall.items["Grants"]
    hall.press((Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier))
    assert _outline(hall)[2] == ("3", "Grants")
    hall.press((Qt.Key.Key_BracketRight, CTRL))
    assert _outline(hall)[2] == ("2.1", "Grants")


def test_alt_arrows_move_and_delete_removes(hall):
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.tree.setFocus()
    hall.press((Qt.Key.Key_Up, ALT))
    assert [title for _n, title in _outline(hall)] == ["Roll call", "Grants", "Crosswalk"]
    hall.press(Qt.Key.Key_Delete)
    assert [title for _n, title in _outline(hall)] == ["Roll call", "Crosswalk"]
    hall.press((Qt.Key.Key_Z, CTRL))
    assert len(_outline(hall)) == 3


def test_a_title_is_typed_straight_into_its_row(hall):
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.tree.setFocus()
    hall.press(F2, (Qt.Key.Key_A, CTRL), "seeds", ENTER)
    assert _outline(hall)[2] == ("3", "seeds")


def test_a_row_is_dropped_under_another(hall):
    step = hall.step()
    model = step.tree.agenda
    data = model.mimeData([model.index_of(hall.items["Grants"])])
    under = model.index_of(hall.items["Roll call"])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, under)
    assert _outline(hall)[1] == ("1.1", "Grants")


def test_the_editor_keeps_a_field_when_it_is_left(hall):
    step = hall.step()
    step.tree.pick(hall.items["Crosswalk"])
    step.inspector.edit("proposed_motion").setPlainText("That it be done.")
    step.inspector.minutes.setText("25")
    step.tree.pick(hall.items["Grants"])
    item = agenda.list_items(hall.desk, hall.meeting)[1]
    assert item.proposed_motion.show("en") == "That it be done."
    assert item.minutes == 25
    assert step.planned_minutes() == 45


def test_the_editor_keeps_each_language(hall):
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.inspector.edit("title", "th").setText("เงินอุดหนุน")
    step.inspector.commit()
    title = agenda.list_items(hall.desk, hall.meeting)[2].title
    assert title.to_data() == {"en": "Grants", "th": "เงินอุดหนุน"}


def test_a_title_is_never_emptied(hall):
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.inspector.edit("title", "en").setText("")
    step.inspector.commit()
    assert step.inspector.edit("title", "en").text() == "Grants"


def test_half_typed_fields_survive_a_restart(hall, qtbot):
    step = hall.step()
    step.tree.pick(hall.items["Crosswalk"])
    step.inspector.edit("body").setPlainText("Half a")
    step.inspector.keep_drafts()
    hall.shells[-1].hide()  # the program ends before the field was left
    hall.open(qtbot, "plan")
    again = hall.step()
    again.tree.pick(hall.items["Crosswalk"])
    assert again.inspector.edit("body").toPlainText() == "Half a"


def test_the_line_for_the_next_item_survives_a_restart(hall, qtbot):
    step = hall.step()
    step.entry.setText("Half an it")
    step.leave()
    assert drafts.get(hall.desk, step.typing.key) == "Half an it"
    hall.open(qtbot, "plan")
    assert hall.step().entry.text() == "Half an it"


def test_a_paper_is_attached_and_taken_off(hall, tmp_path):
    paper = tmp_path / "count.txt"
    paper.write_text("12", "utf-8")
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.inspector.papers.attach_files([paper])
    assert agenda.list_items(hall.desk, hall.meeting)[2].attachments[0].name == "count.txt"
    step.inspector.papers.attach_files([tmp_path / "gone.txt"])
    assert len(agenda.list_items(hall.desk, hall.meeting)[2].attachments) == 1


def test_what_waits_is_carried_over_by_ticks(hall, qtbot):
    meetings.call_to_order(hall.desk, hall.meeting)
    agenda.go_to_item(hall.desk, hall.meeting, hall.items["Roll call"])
    meetings.adjourn(hall.desk, hall.meeting)
    later = meetings.get_meeting(hall.desk, hall.meeting).starts_local
    hall.meeting = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, starts_local=later.replace(month=12, day=17)
    ).value
    hall.open(qtbot, "plan")
    step = hall.step()
    step.carry_over.click()
    boxes = step.carry.boxes
    assert len(boxes) >= 2
    next(iter(boxes.values())).setChecked(False)
    hall.press(ENTER)
    assert len(_outline(hall)) == len(boxes) - 1


def test_the_preview_shows_the_agenda(hall, qtbot):
    step = hall.step()
    qtbot.waitUntil(lambda: step.preview.page_count() == 1, timeout=8000)
    assert step._preview_note.text() == "1 page"


def test_the_model_is_sound(hall):
    model = AgendaModel("en")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount(QModelIndex()) == 0
    model.set_items(agenda.list_items(hall.desk, hall.meeting))
    agenda.indent(hall.desk, hall.items["Grants"])
    model.set_items(agenda.list_items(hall.desk, hall.meeting))
    assert model.rowCount(model.index_of(hall.items["Crosswalk"])) == 1
    tester.deleteLater()


def test_a_posting_is_logged_and_freezes_the_numbers(hall, qtbot):
    shell = hall.shells[-1]
    shell.navigate("meeting", hall.meeting, step="notice")
    step = hall.step()
    step.place.setText("Hall door")
    step.day.setText("7 Dec 2026")
    step.time.setText("6:30 pm")
    step.post.click()
    note = meetings.list_notices(hall.desk, hall.meeting)[0]
    assert (note.place.show("en"), note.posted_at.hour) == ("Hall door", 18)
    assert agenda.is_posted(hall.desk, hall.meeting)
    step.place.setText("x")
    step.time.setText("99")
    step.post.click()
    assert len(meetings.list_notices(hall.desk, hall.meeting)) == 1


def test_a_place_typed_before_the_posting_is_recorded_stays(hall, monkeypatch):
    hall.shells[-1].navigate("meeting", hall.meeting, step="notice")
    step = hall.step()
    waiting, dispatcher = [], step.context.dispatcher
    monkeypatch.setattr(dispatcher, "_write", waiting.append)
    step.place.setText("Door of the hall")
    step.post.click()
    step.place.setText("Libr")
    dispatcher._deliver(waiting.pop().on(hall.desk))
    assert step.place.text() == "Libr"
    assert len(meetings.list_notices(hall.desk, hall.meeting)) == 1


def test_a_hit_of_the_search_opens_its_item(hall):
    shell = hall.shells[-1]
    shell.navigate("meeting", hall.meeting, item=hall.items["Grants"])
    assert hall.step().tree.current_uid() == hall.items["Grants"]
    assert hall.step().inspector.edit("title").text() == "Grants"


def test_the_stepper_opens_another_step(hall):
    shell = hall.shells[-1]
    page = shell.current_page()
    page.head.stepper.chosen.emit("meet")
    assert page.code == "meet"
    assert page.title() == "Regular meeting 1/2026"
    assert not page.head.isHidden()


def test_a_meeting_whose_planning_was_undone_leaves_the_page(hall):
    later = meetings.plan_meeting(
        hall.desk, body_uid=hall.body,
        starts_local=meetings.get_meeting(hall.desk, hall.meeting).starts_local, title=t("x"),
    ).value  # fmt: skip
    shell = hall.shells[-1]
    shell.navigate("meeting", later, step="plan")
    shell.undo()
    assert shell.current_page().uid == hall.meeting
    QTest.qWait(1)
