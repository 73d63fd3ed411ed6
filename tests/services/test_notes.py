from __future__ import annotations

import pytest
from desks import back_and_forth, everything, founded, local, planned, words

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.services import drafts
from council.services.planning import agenda
from council.services.session import notes


@pytest.fixture
def plan():
    desk = founded()
    return desk, planned(desk)


def test_a_note_is_added_changed_and_removed(plan):
    desk, meeting = plan
    item = agenda.add_item(desk, meeting, title=words("A")).value
    uid = back_and_forth(desk, notes.add_note, meeting, words("Loud hall"), item_uid=item)
    back_and_forth(desk, notes.change_note, uid, text=words("Quiet"), at=local(2026, 11, 19, 19, 5))
    (row,) = notes.list_notes(desk, meeting)
    assert (row.text, row.item_uid) == (words("Quiet"), item)
    assert row.at.isoformat() == "2026-11-19T19:05:00+07:00"
    back_and_forth(desk, notes.remove_note, uid)
    assert notes.list_notes(desk, meeting) == []


def test_what_is_no_note_is_refused(plan):
    desk, meeting = plan
    with pytest.raises(InputRefused):
        notes.add_note(desk, meeting, Text())
    with pytest.raises(NotAllowed):
        notes.add_note(desk, "m-99", words("x"))
    other = planned(desk, 20)
    item = agenda.add_item(desk, other, title=words("A")).value
    with pytest.raises(InputRefused):
        notes.add_note(desk, meeting, words("x"), item_uid=item)


def test_a_comment_is_recorded_changed_and_removed(plan):
    desk, meeting = plan
    uid = back_and_forth(
        desk, notes.add_comment, meeting, None, words("Mrs Fry"), "for", words("More light")
    )
    (row,) = notes.list_comments(desk, meeting)
    assert (row.speaker, row.stance, row.may_print_name) == (words("Mrs Fry"), "for", False)
    back_and_forth(desk, notes.change_comment, uid, stance="against", may_print_name=True)
    assert notes.list_comments(desk, meeting)[0].may_print_name
    back_and_forth(desk, notes.remove_comment, uid)
    assert notes.list_comments(desk, meeting) == []


def test_a_comment_needs_no_name_but_something(plan):
    desk, meeting = plan
    notes.add_comment(desk, meeting, stance="neutral")
    with pytest.raises(InputRefused):
        notes.add_comment(desk, meeting)
    with pytest.raises(InputRefused):
        notes.add_comment(desk, meeting, stance="loud")


def test_drafts_are_kept_outside_the_record(plan):
    desk, _ = plan
    before = everything(desk)
    drafts.put(desk, "motion", "That the cou")
    assert drafts.get(desk, "motion") == "That the cou"
    drafts.drop(desk, "motion")
    assert drafts.get(desk, "motion") == ""
    assert everything(desk) == before
