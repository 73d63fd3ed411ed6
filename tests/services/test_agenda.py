from __future__ import annotations

import contextlib
from time import process_time

import pytest
from desks import back_and_forth, founded, local, planned, seated, words
from hypothesis import given, settings
from hypothesis import strategies as st

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState
from council.services import actions, history, meetings
from council.services.planning import agenda
from council.services.session import notes


def add(desk, meeting, title, parent=None, **more):
    return agenda.add_item(desk, meeting, title=words(title), parent_uid=parent, **more).value


def outline(desk, meeting):
    return [(one.number, one.title.show("en")) for one in agenda.list_items(desk, meeting)]


@pytest.fixture
def plan():
    desk = founded()
    return desk, planned(desk)


def test_items_are_numbered_as_a_tree(plan):
    desk, meeting = plan
    first = back_and_forth(desk, agenda.add_item, meeting, title=words("A"), kind="report")
    add(desk, meeting, "C")
    inner = add(desk, meeting, "A1", first)
    add(desk, meeting, "A1a", inner)
    agenda.add_item(desk, meeting, title=words("B"), after_uid=first)
    assert outline(desk, meeting) == [
        ("1", "A"),
        ("1.1", "A1"),
        ("1.1.1", "A1a"),
        ("2", "B"),
        ("3", "C"),
    ]
    assert [one.depth for one in agenda.list_items(desk, meeting)] == [0, 1, 2, 0, 0]


def test_an_item_is_changed(plan):
    desk, meeting = plan
    uid = add(desk, meeting, "A")
    back_and_forth(
        desk,
        agenda.change_item,
        uid,
        title=words("Crosswalk"),
        minutes=12,
        presenter=words("Ann"),
        proposed_motion=words("That we paint it"),
        closed=True,
        kind="hearing",
    )
    (row,) = agenda.list_items(desk, meeting)
    assert (row.title, row.minutes, row.closed, row.kind) == (
        words("Crosswalk"),
        12,
        True,
        ItemKind.HEARING,
    )
    assert row.starts_at == local(2026, 11, 19, 18, 30)


@pytest.mark.parametrize("typed", ["x" * 10_000, "<b>A</b> & co", "\u202eبند\u202c"])
def test_titles_are_stored_as_typed(plan, typed):
    desk, meeting = plan
    add(desk, meeting, typed)
    assert agenda.list_items(desk, meeting)[0].title == words(typed)


def test_what_is_no_item_is_refused(plan):
    desk, meeting = plan
    uid = add(desk, meeting, "A")
    for bad in ({"title": Text()}, {"minutes": -1}, {"minutes": 5000}):
        with pytest.raises(InputRefused):
            agenda.change_item(desk, uid, **bad)
    with pytest.raises(InputRefused):
        agenda.add_item(desk, meeting, title=words("  "))
    other = planned(desk, 20)
    with pytest.raises(InputRefused) as caught:
        add(desk, other, "B", uid)
    assert caught.value.code == "error.item_elsewhere"
    with pytest.raises(NotAllowed):
        agenda.add_item(desk, "m-99", title=words("A"))


def test_items_are_moved_indented_and_outdented(plan):
    desk, meeting = plan
    a, b, c = (add(desk, meeting, title) for title in "ABC")
    back_and_forth(desk, agenda.move_item, c, None, 0)
    assert outline(desk, meeting) == [("1", "C"), ("2", "A"), ("3", "B")]
    back_and_forth(desk, agenda.indent, b)
    assert outline(desk, meeting) == [("1", "C"), ("2", "A"), ("2.1", "B")]
    back_and_forth(desk, agenda.move_item, a, c, 0)
    assert outline(desk, meeting) == [("1", "C"), ("1.1", "A"), ("1.1.1", "B")]
    back_and_forth(desk, agenda.outdent, b)
    assert outline(desk, meeting) == [("1", "C"), ("1.1", "A"), ("1.2", "B")]
    with pytest.raises(InputRefused):
        agenda.move_item(desk, c, b, 0)
    with pytest.raises(NotAllowed):
        agenda.indent(desk, a)
    with pytest.raises(NotAllowed):
        agenda.outdent(desk, c)


def test_items_are_removed_with_their_own_until_posted(plan):
    desk, meeting = plan
    a = add(desk, meeting, "A")
    add(desk, meeting, "A1", a)
    add(desk, meeting, "B")
    back_and_forth(desk, agenda.remove_item, a)
    assert outline(desk, meeting) == [("1", "B")]


def test_an_item_that_something_hangs_on_is_not_removed(plan):
    desk, meeting = plan
    a = add(desk, meeting, "A")
    notes.add_note(desk, meeting, words("n"), item_uid=a)
    with pytest.raises(NotAllowed) as caught:
        agenda.remove_item(desk, a)
    assert caught.value.code == "error.item_used"


def test_after_posting_numbers_stand(plan):
    desk, meeting = plan
    a, b = add(desk, meeting, "A"), add(desk, meeting, "B")
    a1 = add(desk, meeting, "A1", a)
    meetings.post_notice(desk, meeting, place=words("Door"))
    back_and_forth(desk, agenda.remove_item, a1)
    agenda.add_item(desk, meeting, title=words("Late"), after_uid=a)
    add(desk, meeting, "A2", a)
    back_and_forth(desk, agenda.move_item, b, None, 0)
    assert outline(desk, meeting) == [
        ("2", "B"),
        ("1", "A"),
        ("1.1", "A1"),
        ("1.2", "A2"),
        ("3", "Late"),
    ]
    states = {one.number: one.state for one in agenda.list_items(desk, meeting)}
    assert states["1.1"] is ItemState.STRUCK
    with pytest.raises(NotAllowed) as caught:
        agenda.indent(desk, a)
    assert caught.value.code == "error.agenda_posted"


def test_the_clock_time_of_each_item_follows_from_the_minutes(plan):
    desk, meeting = plan
    assert agenda.list_items(desk, meeting) == []
    a = add(desk, meeting, "A", minutes=10)
    b = add(desk, meeting, "B", minutes=5)
    add(desk, meeting, "B1", b, minutes=20)
    add(desk, meeting, "B2", b, minutes=15)
    add(desk, meeting, "C")
    times = [one.starts_at.strftime("%H:%M") for one in agenda.list_items(desk, meeting)]
    assert times == ["18:30", "18:40", "18:40", "19:00", "19:15"]
    meetings.post_notice(desk, meeting, place=words("Door"))
    agenda.remove_item(desk, a)
    assert agenda.list_items(desk, meeting)[1].starts_at.strftime("%H:%M") == "18:30"


def test_without_minutes_there_is_no_clock_time(plan):
    desk, meeting = plan
    add(desk, meeting, "A")
    assert agenda.list_items(desk, meeting)[0].starts_at is None


@pytest.mark.parametrize(("template", "count"), [("regular", 10), ("thai6", 6)])
def test_templates_speak_the_languages_of_the_council(plan, template, count):
    desk, meeting = plan
    uids = back_and_forth(desk, agenda.apply_template, meeting, template)
    found = agenda.list_items(desk, meeting)
    assert len(uids) == len(found) == count
    assert all(one.title.get("en") and one.title.get("th") for one in found)
    assert all(one.minutes for one in found)
    assert [one.number for one in found] == [str(n) for n in range(1, count + 1)]


def test_a_template_needs_a_known_name(plan):
    desk, meeting = plan
    with pytest.raises(InputRefused):
        agenda.apply_template(desk, meeting, "festive")


def test_going_through_the_agenda():
    desk, _ = seated()
    meeting = planned(desk)
    a, b = add(desk, meeting, "A"), add(desk, meeting, "B")
    with pytest.raises(NotAllowed):
        agenda.go_to_item(desk, meeting, a)
    meetings.call_to_order(desk, meeting)
    assert back_and_forth(desk, agenda.next_item, meeting) == a
    with pytest.raises(NotAllowed) as caught:
        agenda.remove_item(desk, a)
    assert caught.value.code == "error.item_current"
    assert back_and_forth(desk, agenda.next_item, meeting) == b
    first, second = agenda.list_items(desk, meeting)
    assert (first.state, second.state) == (ItemState.DONE, ItemState.CURRENT)
    assert first.closed_at == second.opened_at
    with pytest.raises(NotAllowed):
        agenda.next_item(desk, meeting)
    back_and_forth(desk, agenda.go_to_item, meeting, a)
    assert agenda.list_items(desk, meeting)[0].closed_at is None
    assert agenda.go_to_item(desk, meeting, a).changes == frozenset()
    late = add(desk, meeting, "Late")
    agenda.remove_item(desk, late)
    with pytest.raises(NotAllowed):
        agenda.go_to_item(desk, meeting, late)


def test_papers_are_attached_and_taken_off(plan):
    desk, meeting = plan
    item = add(desk, meeting, "A")
    uid = back_and_forth(desk, agenda.attach, item, "plan.pdf", b"%PDF-1.7")
    (row,) = agenda.list_items(desk, meeting)
    assert [(one.name, one.media_type) for one in row.attachments] == [
        ("plan.pdf", "application/pdf")
    ]
    assert agenda.attachment_bytes(desk, uid) == b"%PDF-1.7"
    back_and_forth(desk, agenda.detach, uid)
    with pytest.raises(InputRefused):
        agenda.attach(desk, item, "empty.pdf", b"")


def carried():
    """Return a desk whose first meeting left everything there is to the second."""
    desk, uids = seated()
    old = planned(desk, 5)
    agenda.apply_template(desk, old, "regular")
    business = agenda.list_items(desk, old)[5].uid
    left = add(desk, old, "Lights", business, minutes=10, proposed_motion=words("That lights"))
    put_off = add(desk, old, "Grants", business)
    meetings.call_to_order(desk, old)
    agenda.go_to_item(desk, old, put_off)
    with desk.step("step.add_item", title=words("x")):
        rows.insert(
            desk.conn,
            "motion",
            {
                "uid": "mo-1",
                "meeting_uid": old,
                "item_uid": put_off,
                "position": 1,
                "number": "2026-1",
                "kind": "main",
                "text": words("That we grant"),
                "outcome": "postponed",
            },
        )
    actions.add_action(desk, what=words("Write to the city"), owner_uid=uids[0], meeting_uid=old)
    meetings.adjourn(desk, old)
    return desk, old, planned(desk, 19), left


def test_what_is_left_over_is_offered_and_carried():
    desk, old, new, left = carried()
    offered = agenda.carry_over_candidates(desk, new)
    assert [(one.kind, one.title.show("en")) for one in offered] == [
        ("minutes", "Minutes of meeting 1/2026 of 5 November 2026"),
        ("item", "Lights"),
        ("motion", "Grants"),
        ("action", "Write to the city"),
    ]
    agenda.apply_template(desk, new, "regular")
    back_and_forth(desk, agenda.carry_over, new, [one.uid for one in offered])
    found = {one.number: one for one in agenda.list_items(desk, new)}
    assert found["4.1"].approves_uid == old
    assert (found["6.1"].carried_from_uid, found["6.1"].minutes) == (left, 10)
    assert found["6.2"].proposed_motion == words("That we grant")
    assert found["8.1"].title == words("Write to the city")
    assert agenda.carry_over_candidates(desk, new) == []


def test_carrying_needs_a_choice_among_what_is_offered():
    desk, _, new, left = carried()
    with pytest.raises(InputRefused):
        agenda.carry_over(desk, new, [])
    with pytest.raises(InputRefused) as caught:
        agenda.carry_over(desk, new, ["i-99"])
    assert caught.value.code == "error.not_offered"
    agenda.carry_over(desk, new, [left])
    assert agenda.list_items(desk, new)[0].title == words("Lights")
    with pytest.raises(InputRefused):
        agenda.carry_over(desk, new, [left])


def test_a_page_of_500_items_is_read_within_its_time(plan):
    desk, meeting = plan
    with desk.step("step.apply_template", number="1"):
        for n in range(1, 501):
            rows.insert(
                desk.conn,
                "agenda_item",
                {
                    "uid": f"x-{n}",
                    "meeting_uid": meeting,
                    "position": n,
                    "number": str(n),
                    "kind": "decision",
                    "title": words(f"Item {n}"),
                    "minutes": 1,
                },
            )
    best = min(_seconds(agenda.list_items, desk, meeting) for _ in range(5))
    assert best < 0.05  # 10 ms is the aim (tests/bench); here only what reads row by row fails


def _seconds(read, *args):
    start = process_time()
    assert len(read(*args)) == 500
    return process_time() - start


def test_items_without_a_number_get_one_at_posting(plan):
    desk, meeting = plan
    a, b = add(desk, meeting, "A"), add(desk, meeting, "B")
    with desk.step("step.change_item", title=words("x")):
        rows.update(desk.conn, "agenda_item", b, {"number": None})
    back_and_forth(desk, meetings.post_notice, meeting, place="Door")
    assert rows.get(desk.conn, "agenda_item", b)["number"] == "2"
    add(desk, meeting, "A1", a)
    add(desk, meeting, "C")
    assert outline(desk, meeting) == [("1", "A"), ("1.1", "A1"), ("2", "B"), ("3", "C")]


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["add", "below", "move", "indent", "outdent", "remove", "undo", "redo"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=8,
)


def _make_move(desk, meeting, kind, first, second):
    uids = [one.uid for one in agenda.list_items(desk, meeting)]
    one = uids[first % len(uids)] if uids else None
    other = uids[second % len(uids)] if uids else None
    if kind in ("undo", "redo"):
        # Never back beyond the agenda: the meeting itself must stay.
        step = history.can_undo(desk) if kind == "undo" else history.can_redo(desk)
        if step and step.code.endswith("_item"):
            (history.undo if kind == "undo" else history.redo)(desk)
    elif kind == "add" or one is None:
        add(desk, meeting, f"Item {first}")
    elif kind == "below":
        add(desk, meeting, f"Item {first}", one)
    elif kind == "move":
        agenda.move_item(desk, one, other, second % 4)
    else:
        {"indent": agenda.indent, "outdent": agenda.outdent, "remove": agenda.remove_item}[kind](
            desk, one
        )


def _try(desk, meeting, move):
    with contextlib.suppress(NotAllowed, InputRefused):
        _make_move(desk, meeting, *move)


@settings(max_examples=25, deadline=None)
@given(before=MOVES, after=MOVES)
def test_whatever_is_done_numbers_follow_places_then_stand(before, after):
    desk = founded(seats=1)
    meeting = planned(desk)
    for move in before:
        _try(desk, meeting, move)
        found = agenda.list_items(desk, meeting)
        counts = [0] * 20
        for one in found:
            counts[one.depth] += 1
            counts[one.depth + 1 :] = [0] * (19 - one.depth)
            assert one.number == ".".join(str(n) for n in counts[: one.depth + 1])
    meetings.post_notice(desk, meeting, place=words("Door"))
    for move in after:
        standing = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
        _try(desk, meeting, move)
        found = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
        assert len(set(found.values())) == len(found)
        assert all(standing[uid] == number for uid, number in found.items() if uid in standing)
