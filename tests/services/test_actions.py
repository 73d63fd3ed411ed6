from __future__ import annotations

from datetime import date

import pytest
from desks import back_and_forth, founded, planned, seated, words

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ActionState
from council.services import actions


def test_an_action_is_given_out_changed_finished_and_opened_again():
    desk, uids = seated()
    meeting = planned(desk)
    uid = back_and_forth(
        desk,
        actions.add_action,
        what=words("Write to the city"),
        owner_uid=uids[0],
        due_on=date(2026, 11, 1),
        meeting_uid=meeting,
    )
    (row,) = actions.list_actions(desk)
    assert (row.number, row.meeting_number, row.owner_name, row.overdue) == (
        "A-1",
        "1/2026",
        words("Ann Moss"),
        True,
    )
    back_and_forth(desk, actions.change_action, uid, due_on=date(2026, 11, 2), what=words("Call"))
    assert not actions.list_actions(desk)[0].overdue
    back_and_forth(desk, actions.finish_action, uid)
    row = actions.list_actions(desk, "done")[0]
    assert (row.state, row.done_on) == (ActionState.DONE, date(2026, 11, 2))
    with pytest.raises(NotAllowed):
        actions.drop_action(desk, uid)
    back_and_forth(desk, actions.reopen_action, uid)
    with pytest.raises(NotAllowed):
        actions.reopen_action(desk, uid)
    back_and_forth(desk, actions.drop_action, uid)
    assert actions.list_actions(desk, ActionState.OPEN) == []


def test_an_owner_may_be_nobody_on_file():
    desk = founded()
    actions.add_action(desk, what=words("Look"), owner=words("The clerk"))
    assert actions.list_actions(desk)[0].owner_name == words("The clerk")


def test_numbers_run_on_and_the_first_due_comes_first():
    desk = founded()
    for what, due in (("a", None), ("b", date(2027, 1, 2)), ("c", date(2027, 1, 1))):
        actions.add_action(desk, what=words(what), due_on=due)
    assert [one.number for one in actions.list_actions(desk)] == ["A-3", "A-2", "A-1"]


def test_what_is_no_action_is_refused():
    desk = founded()
    with pytest.raises(InputRefused):
        actions.add_action(desk, what=Text())
    with pytest.raises(NotAllowed):
        actions.add_action(desk, what=words("x"), owner_uid="p-99")
    with pytest.raises(InputRefused):
        actions.add_action(desk, what=words("x"), due_on=date(2569, 1, 1))
    uid = actions.add_action(desk, what=words("x")).value
    with pytest.raises(InputRefused):
        actions.change_action(desk, uid, what=words(" "))
    with pytest.raises(InputRefused):
        actions.finish_action(desk, uid, date(2026, 11, 3))
