"""The panels of Plan: a matter's history, earlier items, comparing, templates."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from staged import START, convene, t

from council.services import meetings
from council.services.planning import agenda, agenda_templates, threads
from council.services.planning.agenda_templates import TemplateLine
from council.services.session import motions
from council.ui.pages.meeting.templates_lines import flatten, indented, moved, nest

ENTER, ESC, DEL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
DOWN, SPACE, F2 = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F2
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(tmp_path, qtbot):
    """Hold the meeting with Crosswalk postponed; plan the next one and open its agenda."""
    made = convene(tmp_path)
    meetings.call_to_order(made.desk, made.meeting)
    agenda.go_to_item(made.desk, made.meeting, made.items["Crosswalk"])
    who = made.people
    main = motions.state_motion(
        made.desk, made.meeting, text=t("That a crosswalk be built."), mover_uid=who["Roy"],
        seconder_uids=[who["Lee"]], item_uid=made.items["Crosswalk"],
    ).value  # fmt: skip
    motions.withdraw(made.desk, main)
    meetings.adjourn(made.desk, made.meeting)
    made.earlier = made.meeting
    made.meeting = meetings.plan_meeting(
        made.desk, body_uid=made.body, venue=t("Hall"),
        starts_local=START.replace(tzinfo=None) + timedelta(days=28),
    ).value  # fmt: skip
    agenda.add_item(made.desk, made.meeting, title=t("Roll call"), kind="roll_call", minutes=5)
    agenda.add_item(made.desk, made.meeting, title=t("Budget"), kind="decision", minutes=5)
    made.open(qtbot, "plan")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


def _titles(hall):
    return [i.title.show("en") for i in agenda.list_items(hall.desk, hall.meeting)]


def test_an_earlier_item_is_brought_in_by_keys_with_its_history(hall):
    step = hall.step()
    step.tree.pick(agenda.list_items(hall.desk, hall.meeting)[0].uid)
    step.tree.setFocus()
    hall.press((Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier))
    search = step.panels.search
    assert search.line.hasFocus()
    hall.press("crosswalk", ENTER)
    assert search.found.rowCount() == 1
    assert "Withdrawn" in search.found.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(search.view.links) == 1
    hall.press(ENTER)
    assert _titles(hall) == ["Roll call", "Crosswalk", "Budget"]
    assert not search.isVisible()
    brought = agenda.list_items(hall.desk, hall.meeting)[1]
    assert step.tree.current_uid() == brought.uid
    assert brought.matter_uid == hall.items["Crosswalk"]


def test_words_that_nothing_has_say_so_and_add_nothing(hall):
    step = hall.step()
    step.panels.show_search()
    hall.press("zeppelin", ENTER)
    assert "No earlier item" in step.panels.search._note.text()
    assert not step.panels.search.bring.isEnabled()
    hall.press(ENTER)
    assert len(_titles(hall)) == 2
    hall.press(ESC)
    assert step.tree.isVisible()


def test_a_matter_shows_each_time_it_was_before_the_council(hall, monkeypatch):
    brought = threads.bring_in(hall.desk, hall.meeting, hall.items["Crosswalk"]).value
    step = hall.step()
    step.refresh()
    step.tree.pick(brought)
    step.inspector.history.click()
    panel = step.panels.thread_panel
    assert panel.isVisible()
    assert "once on another agenda" in panel._note.text()
    assert len(panel.view.links) == 2
    gone = []
    monkeypatch.setattr(panel.context, "navigate", lambda *at, **more: gone.append((at, more)))
    panel.view.links[1].click()
    assert gone == [(("meeting", hall.earlier), {"item": hall.items["Crosswalk"]})]
    step.tree.pick(agenda.list_items(hall.desk, hall.meeting)[1].uid)
    assert "first time" in panel._note.text()


def test_agendas_are_compared_and_ticked_items_copied_in_one_step(hall):
    step = hall.step()
    step.panels.show_compare()
    panel = step.panels.compare
    assert panel.other.count() == 1
    assert panel._note.text() == "Only there: 2 · only here: 1 · changed: 1"
    assert not panel.copy.isEnabled()
    first = panel.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first == "Roll call | Roll call: 10 → 5 min"
    panel.list.setCurrentIndex(panel.rows.index(0))
    hall.press(SPACE)
    assert not panel.copy.isEnabled()
    panel.show_what.setFocus()
    hall.press(Qt.Key.Key_Right)
    assert panel.rows.rowCount() == 4
    hall.press(Qt.Key.Key_Left)
    panel.list.setFocus()
    for _ in range(panel.rows.rowCount() - 1):
        hall.press(SPACE, DOWN)
    hall.press(SPACE)
    assert panel.copy.text() == "Copy 2 items"
    hall.press(ENTER)
    assert sorted(_titles(hall)) == ["Budget", "Crosswalk", "Grants", "Roll call"]
    assert panel._note.text().startswith("Only there: 0")
    assert not panel.copy.isEnabled()
    hall.press((Qt.Key.Key_Z, CTRL))
    assert len(_titles(hall)) == 2


def test_this_agenda_is_kept_as_a_template_and_put_on(hall):
    step = hall.step()
    step.panels.keep_as_template()
    panel = step.panels.templates
    hall.press("Short evening", ENTER)
    kept = panel.current()
    assert kept.name.show("en") == "Short evening"
    assert [line.title.show("en") for line in kept.lines] == ["Roll call", "Budget"]
    panel.list.setFocus()
    hall.press(ENTER)
    assert _titles(hall) == ["Roll call", "Budget", "Roll call", "Budget"]
    assert not panel.isVisible()


def test_a_template_needs_a_name(hall):
    step = hall.step()
    step.panels.keep_as_template()
    hall.press(ENTER)
    assert "name" in hall.shells[-1].announcer.last
    assert all(one.builtin for one in agenda_templates.list_templates(hall.desk))


def test_changing_a_built_in_makes_a_copy_and_removing_it_gives_the_first_back(hall):
    step = hall.step()
    step.panels.show_templates()
    panel = step.panels.templates
    assert panel.current().builtin
    assert not panel.remove.isEnabled()
    hall.press(F2, (DOWN, ALT))
    own = panel.current()
    assert own.origin == "regular"
    assert [one.title.show("en") for one in own.lines][:2] == ["Roll call and quorum",
                                                              "Call to order"]  # fmt: skip
    panel.name.setText("Our evening")
    panel.name.editingFinished.emit()
    assert panel.current().name.show("en") == "Our evening"
    panel.meeting_kind.setCurrentIndex(panel.meeting_kind.findData("special"))
    panel.meeting_kind.activated.emit(0)
    assert str(agenda_templates.get_template(hall.desk, "regular").meeting_kind) == "special"
    hall.press(ESC)
    assert panel.isVisible()
    panel.remove.click()
    assert agenda_templates.get_template(hall.desk, "regular").builtin


def test_items_of_a_template_are_retitled_added_and_removed_by_keys(hall):
    agenda_templates.template_from_agenda(hall.desk, hall.meeting, name=t("Ours"))
    step = hall.step()
    step.panels.show_templates()
    panel = step.panels.templates
    panel._pick(next(one.uid for one in panel.model.rows if not one.builtin))
    hall.press(F2)
    assert panel.lines.hasFocus()
    panel.lines.pick(0)
    hall.press(F2, (Qt.Key.Key_A, CTRL), "Welcome", ENTER)
    assert [one.title.show("en") for one in panel.current().lines] == ["Welcome", "Budget"]
    panel.lines.pick(1)
    hall.press((Qt.Key.Key_Right, ALT))
    assert panel.current().lines[0].children[0].title.show("en") == "Budget"
    panel.add_line.click()
    hall.press("Trees", ENTER)
    assert [one.line.title.show("en") for one in flatten(panel.current().lines)] == [
        "Welcome", "Budget", "Trees",
    ]  # fmt: skip
    panel.minutes.setText("25")
    panel.minutes.editingFinished.emit()
    assert flatten(panel.current().lines)[2].line.minutes == 25
    panel.lines.setFocus()
    panel.lines.pick(2)
    hall.press(DEL)
    assert len(flatten(panel.current().lines)) == 2
    panel.lines.pick(0)
    hall.press(DEL)
    assert len(flatten(panel.current().lines)) == 2  # nothing would be left


def _line(words, *children):
    return TemplateLine(t(words), children=children)


def test_flat_lists_nest_back_and_move_with_what_lies_under_them():
    tree = (_line("A", _line("a1", _line("x")), _line("a2")), _line("B"))
    flat = flatten(tree)
    assert nest(flat) == tree

    def words(found):
        return [(one.depth, one.line.title.show("en")) for one in found]

    down, place = moved(flat, 0, 1)
    assert words(down)[0] == (0, "B")
    assert place == 1
    back, place = moved(down, place, -1)
    assert (back, place) == (flat, 0)
    inner, place = moved(flat, 1, 1)
    assert words(inner)[1:4] == [(1, "a2"), (1, "a1"), (2, "x")]
    assert place == 2
    assert moved(flat, 3, 1) == (flat, 3)  # the last of its parent
    assert moved(flat, 1, -1) == (flat, 1)
    assert words(indented(flat, 4, 1))[4] == (1, "B")
    assert indented(flat, 0, 1) == flat
    assert indented(flat, 2, 1) == flat  # no deeper than one below the one above
    assert words(indented(flat, 1, -1))[1:3] == [(0, "a1"), (1, "x")]
