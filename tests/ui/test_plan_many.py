"""Many agenda items at a time: chosen, moved, indented, copied, removed and pasted by keys."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from staged import convene, t

from council.services import meetings
from council.services.planning import agenda, agenda_bulk
from council.ui.pages.meeting.agenda_model import AgendaModel

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up
UNDO = (Qt.Key.Key_Z, CTRL)
LIST = "1 Trees\n  1.1 Oaks (10 min)\n  1.2 Elms\n2 Roads\n"


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path, items=False)
    for title in "ABCDE":
        agenda.add_item(made.desk, made.meeting, title=t(title), minutes=5)
    made.open(qtbot, "plan")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def _items(hall):
    return agenda.list_items(hall.desk, hall.meeting)


def _uid(hall, title):
    return next(i.uid for i in _items(hall) if i.title.show("en") == title)


def _titles(hall):
    return " ".join(f"{i.number}{i.title.show('en')}" for i in _items(hall))


def _choose(hall, first, count):
    """Choose rows by Shift and the arrow, from a title on."""
    tree = hall.step().tree
    tree.setFocus()
    tree.pick(_uid(hall, first))
    hall.press(*[(DOWN, SHIFT)] * (count - 1))
    return tree


def test_rows_are_chosen_by_shift_control_and_all_at_once(hall):
    tree = _choose(hall, "B", 3)
    assert len(tree.chosen_uids()) == 3
    hall.press((Qt.Key.Key_A, CTRL))
    assert len(tree.chosen_uids()) == 5
    hall.press(Qt.Key.Key_Escape)
    assert tree.chosen_uids() == [tree.current_uid()]
    hall.press((UP, CTRL), (UP, CTRL), (Qt.Key.Key_Space, CTRL))
    assert len(tree.chosen_uids()) == 2


def test_several_rows_move_together_and_stay_chosen(hall):
    tree = _choose(hall, "B", 2)
    chosen = tree.chosen_uids()
    hall.press((DOWN, ALT))
    assert _titles(hall) == "1A 2D 3B 4C 5E"
    assert tree.chosen_uids() == chosen
    hall.press((UP, ALT), (UP, ALT))
    assert _titles(hall) == "1B 2C 3A 4D 5E"
    hall.press((UP, ALT))  # there is nothing above
    assert _titles(hall) == "1B 2C 3A 4D 5E"
    hall.press(UNDO, UNDO, UNDO)
    assert _titles(hall) == "1A 2B 3C 4D 5E"


def test_tab_and_shift_tab_indent_several_in_one_step(hall):
    _choose(hall, "C", 2)
    hall.press(TAB)
    assert _titles(hall) == "1A 2B 2.1C 2.2D 3E"
    hall.press((Qt.Key.Key_Backtab, SHIFT))
    assert _titles(hall) == "1A 2B 3C 4D 5E"
    hall.press(UNDO, UNDO)
    assert _titles(hall) == "1A 2B 3C 4D 5E"


def test_delete_takes_all_chosen_off_and_one_undo_brings_them_back(hall):
    tree = _choose(hall, "B", 3)
    hall.press(Qt.Key.Key_Delete)
    assert _titles(hall) == "1A 2E"
    assert tree.current_uid() == _uid(hall, "E")
    hall.press(UNDO)
    assert _titles(hall) == "1A 2B 3C 4D 5E"


def test_ctrl_d_puts_copies_behind_and_chooses_them(hall):
    tree = _choose(hall, "A", 2)
    hall.press((Qt.Key.Key_D, CTRL))
    assert _titles(hall) == "1A 2A 3B 4B 5C 6D 7E"
    numbers = {i.uid: i.number for i in _items(hall)}
    assert [numbers[uid] for uid in tree.chosen_uids()] == ["2", "4"]


def test_items_of_two_levels_are_not_moved_by_the_arrows(hall):
    tree = _choose(hall, "B", 1)
    hall.press(TAB)  # B under A
    tree.choose([_uid(hall, "B"), _uid(hall, "C")])
    before = _titles(hall)
    hall.press((DOWN, ALT))
    assert _titles(hall) == before


def test_a_list_pasted_into_the_line_becomes_nested_items(hall):
    step = hall.step()
    step.tree.pick(_uid(hall, "E"))
    step.add.click()
    QGuiApplication.clipboard().setText(LIST)
    hall.press((Qt.Key.Key_V, CTRL))
    assert _titles(hall) == "1A 2B 3C 4D 5E 6Trees 6.1Oaks 6.2Elms 7Roads"
    assert step.entry.text() == ""
    assert len(step.tree.chosen_uids()) == 4
    assert next(i.minutes for i in _items(hall) if i.number == "6.1") == 10
    hall.press(UNDO)
    assert len(_items(hall)) == 5


def test_one_line_is_pasted_as_words(hall):
    step = hall.step()
    step.tree.pick(_uid(hall, "E"))
    step.add.click()
    QGuiApplication.clipboard().setText("Trees")
    hall.press((Qt.Key.Key_V, CTRL), ENTER)
    assert _titles(hall).endswith("Trees")


def test_a_list_goes_below_the_current_row_of_the_tree(hall):
    tree = _choose(hall, "B", 1)
    QGuiApplication.clipboard().setText("x\ny")
    hall.press((Qt.Key.Key_V, CTRL))
    assert _titles(hall) == "1A 2B 3x 4y 5C 6D 7E"
    tree.choose([_uid(hall, "x"), _uid(hall, "y")])
    hall.press((Qt.Key.Key_C, CTRL))
    assert QGuiApplication.clipboard().text() == "x\ny"


def test_rows_are_dropped_together_under_another(hall):
    hall.step().tree.setFocus()
    model = hall.step().tree.agenda
    data = model.mimeData([model.index_of(_uid(hall, one)) for one in "EB"])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of(_uid(hall, "A")))
    assert _titles(hall) == "1A 1.1B 1.2E 2C 3D"
    hall.press(UNDO)
    data = model.mimeData([model.index_of(_uid(hall, one)) for one in "AB"])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, QModelIndex())
    assert _titles(hall) == "1C 2D 3A 4B 5E"


def test_several_items_are_edited_at_once(hall):
    step = hall.step()
    _choose(hall, "B", 3)
    many = step.many
    assert many.isVisible()
    assert many._head.text() == "3 items"
    many.minutes.setFocus()
    hall.press((Qt.Key.Key_A, CTRL), "12", ENTER)
    assert [i.minutes for i in _items(hall)] == [5, 12, 12, 12, 5]
    many.kind.setFocus()
    many.kind.setCurrentIndex(many.kind.findData("hearing"))
    many.kind.activated.emit(many.kind.currentIndex())
    assert [i.kind.value for i in _items(hall)].count("hearing") == 3
    many.consent.setFocus()
    hall.press(Qt.Key.Key_Space)
    assert len(agenda_bulk.consent_group(hall.desk, hall.meeting)) == 3
    hall.press(UNDO, UNDO, UNDO)
    assert [i.minutes for i in _items(hall)] == [5] * 5


def test_what_differs_is_not_touched(hall):
    step = hall.step()
    agenda.change_item(hall.desk, _uid(hall, "C"), minutes=40, closed=True)
    step.refresh()
    _choose(hall, "B", 2)
    assert step.many.minutes.text() == ""
    assert step.many.minutes.placeholderText() == "differ"
    assert step.many.closed.checkState() == Qt.CheckState.PartiallyChecked
    hall.press(Qt.Key.Key_Escape)
    assert [i.minutes for i in _items(hall)] == [5, 5, 40, 5, 5]
    step.many.items = [i for i in _items(hall) if i.title.show("en") in "BC"]
    step.many.minutes.setText("x")
    step.many.minutes.setModified(True)
    step.many.keep_minutes()
    assert [i.minutes for i in _items(hall)] == [5, 5, 40, 5, 5]


def test_a_closed_item_asks_for_its_ground(hall):
    step = hall.step()
    step.tree.pick(_uid(hall, "B"))
    assert not step.inspector._fields["closed_ground", "en"].isVisible()
    step.inspector.closed.setFocus()
    hall.press(Qt.Key.Key_Space)
    assert step.inspector._fields["closed_ground", "en"].isVisible()
    hall.press("Section 54957", ENTER)
    found = _items(hall)[1]
    assert (found.closed, found.closed_ground.get("en")) == (True, "Section 54957")


def test_an_item_is_pulled_out_of_the_consent_group(hall):
    step = hall.step()
    head = _uid(hall, "A")
    agenda.change_item(hall.desk, head, kind="consent")
    agenda_bulk.indent_items(hall.desk, [_uid(hall, "B"), _uid(hall, "C")])
    agenda_bulk.set_consent(hall.desk, [_uid(hall, "B"), _uid(hall, "C")])
    step.refresh()
    step.tree.pick(_uid(hall, "B"))
    step.inspector.pull.click()
    assert _titles(hall) == "1A 1.1C 2B 3D 4E"
    assert not step.inspector.pull.isVisible()


def test_thai_heads_say_that_nothing_stands_under_them(tmp_path, qtbot):
    made = convene(tmp_path, items=False)
    agenda.apply_template(made.desk, made.meeting, "thai6")
    made.open(qtbot, "plan", language="th")
    tree = made.step().tree
    heads = agenda.list_items(made.desk, made.meeting)
    assert tree.nothing == "- ไม่มี -"
    assert all(tree.is_empty_head(item) for item in heads)
    agenda.add_item(made.desk, made.meeting, title=t("Trees"), parent_uid=heads[0].uid)
    made.step().refresh()
    assert [tree.is_empty_head(item) for item in heads] == [False, *[True] * 5]
    made.shells[-1].close()
    made.desk.close()


def test_the_tree_is_patched_and_never_reset(hall):
    tree = hall.step().tree
    resets = []
    tree.agenda.modelReset.connect(lambda: resets.append(1))
    _choose(hall, "A", 1)
    hall.press((DOWN, ALT), TAB, (Qt.Key.Key_Backtab, SHIFT), (Qt.Key.Key_D, CTRL))
    hall.press(Qt.Key.Key_Delete, UNDO, UNDO)
    assert resets == []


def test_any_change_of_shape_is_patched_right(hall, qapp):
    """Go through shapes in a row under Qt's own checker; the model must tell each truly."""
    model = AgendaModel("en")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    uid = {title: _uid(hall, title) for title in "ABCDE"}
    changes = [
        lambda: agenda_bulk.indent_items(hall.desk, [uid["B"], uid["C"]]),
        lambda: agenda_bulk.move_items(hall.desk, [uid["D"]], uid["C"], 0),
        lambda: agenda_bulk.move_items(hall.desk, [uid["A"]], None, 1),
        lambda: agenda_bulk.move_items(hall.desk, [uid["C"]], uid["E"], 0),
        lambda: agenda_bulk.outdent_items(hall.desk, [uid["B"], uid["D"]]),
        lambda: agenda_bulk.duplicate_items(hall.desk, [uid["E"]]),
        lambda: agenda_bulk.move_items(hall.desk, [uid["E"]], uid["A"], 0),
        lambda: agenda_bulk.remove_items(hall.desk, [uid["A"]]),
        lambda: agenda_bulk.paste_items(hall.desk, hall.meeting, LIST),
    ]
    model.set_items(_items(hall))
    for change in changes:
        change()
        model.set_items(_items(hall))
        assert _shown(model) == [(i.uid, i.parent_uid) for i in _items(hall)]
    assert tester is not None


def _shown(model, parent=None):
    parent = QModelIndex() if parent is None else parent
    above = model.item_at(parent)
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append((model.item_at(index).uid, above.uid if above else None))
        found += _shown(model, index)
    return found


def test_nothing_is_indented_once_the_agenda_is_posted(hall):
    meetings.post_notice(hall.desk, hall.meeting, place="Hall")
    hall.step().refresh()
    _choose(hall, "B", 2)
    hall.press(TAB)
    assert _titles(hall) == "1A 2B 3C 4D 5E"
