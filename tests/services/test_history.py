from __future__ import annotations

import pytest
from desks import empty_desk, founded, planned, words

from council.catalogue import say
from council.domain.messages import NotAllowed
from council.services import history
from council.services.members import people
from council.services.search import search


def test_nothing_to_take_back_in_an_empty_file():
    desk = empty_desk()
    assert history.can_undo(desk) is None
    assert history.can_redo(desk) is None
    for move in (history.undo, history.redo):
        with pytest.raises(NotAllowed):
            move(desk)


def test_steps_are_taken_back_and_done_again_by_name():
    desk = founded()
    people.add_person(desk, name=words("Ann", "แอน"))
    assert say(history.can_undo(desk), "en") == "Add Ann"
    assert say(history.can_undo(desk), "th") == "เพิ่ม แอน"
    done = history.undo(desk)
    assert "people" in done.changes
    assert done.value.code == "step.add_person"
    assert people.list_people(desk) == []
    assert say(history.can_redo(desk), "en") == "Add Ann"
    history.redo(desk)
    assert len(people.list_people(desk)) == 1
    assert history.can_redo(desk) is None


def test_something_new_ends_what_could_be_done_again():
    desk = founded()
    people.add_person(desk, name=words("Ann"))
    history.undo(desk)
    people.add_person(desk, name=words("Ben"))
    assert history.can_redo(desk) is None


def test_the_audit_tells_who_did_what_when():
    desk = founded()
    people.add_person(desk, name=words("Ann"))
    history.undo(desk)
    undone, added, founded_step = history.audit(desk)
    assert (undone.kind, added.taken_back, founded_step.taken_back) == ("undo", True, False)
    assert added.actor == "PS"
    assert added.at.isoformat() == "2026-11-02T16:00:00+07:00"
    for row in (undone, added, founded_step):
        for language in ("en", "th"):
            assert say(row.message, language)
    assert len(history.audit(desk, 1)) == 1


def test_the_audit_of_one_meeting():
    desk = founded()
    meeting = planned(desk)
    people.add_person(desk, name=words("Ann"))
    (row,) = history.audit(desk, meeting_uid=meeting)
    assert row.message.code == "step.plan_meeting"


def test_search_finds_parts_of_thai_and_latin_words():
    desk = founded()
    uid = people.add_person(desk, name=words("Somchai Jaidee", "สมชาย ใจดี")).value
    for text in ("jaid", "ใจดี", "SOMCHAI"):
        assert [(one.kind, one.uid) for one in search(desk, text)] == [("person", uid)]
    assert search(desk, "") == []
    assert search(desk, "nobody") == []
