from __future__ import annotations

import pytest
from duty_room import Room
from hall import t

from council.services.planning import agenda
from council.services.planning.agenda_lint import lint_agenda


def codes(room, meeting):
    return [(one.item_uid, one.code) for one in lint_agenda(room.desk, meeting)]


@pytest.mark.parametrize("template", ["regular", "thai6"])
def test_a_ready_made_agenda_asks_for_little(template):
    room = Room("ronr")
    meeting = room.plan()
    agenda.apply_template(room.desk, meeting, template)
    assert {code for _, code in codes(room, meeting)} <= {"no_comment"}


def test_items_are_looked_at_one_by_one():
    room = Room("ronr")
    meeting = room.plan()
    agenda.apply_template(room.desk, meeting, "regular")
    business = agenda.list_items(room.desk, meeting)[5].uid
    vague = room.item(meeting, "Update", parent_uid=business, kind="report")
    closed = room.item(meeting, "Staff matters of one employee", closed=True, minutes=5)
    assert codes(room, meeting) == [
        (vague, "vague_title"),
        (vague, "no_presenter"),
        (vague, "no_minutes"),
        (closed, "no_closed_ground"),
    ]
    agenda.change_item(room.desk, closed, closed_ground=t("Gov. Code 54957"))
    agenda.remove_item(room.desk, vague)
    assert codes(room, meeting) == []


def test_what_the_rules_speak_of_is_left_to_them():
    room = Room("us-ca-brown")
    meeting = room.plan()
    room.item(meeting, "word " * 30)
    assert codes(room, meeting) == []
