from __future__ import annotations

import contextlib

import pytest
from desks import back_and_forth, founded, planned, words
from hypothesis import given, settings
from hypothesis import strategies as st

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState
from council.services import history, meetings
from council.services.planning import agenda, agenda_bulk, papers
from council.services.session import notes


@pytest.fixture
def plan():
    desk = founded()
    return desk, planned(desk)


def add(desk, meeting, title, parent=None, **more):
    return agenda.add_item(desk, meeting, title=words(title), parent_uid=parent, **more).value


def outline(desk, meeting):
    return [(one.number, one.title.show("en")) for one in agenda.list_items(desk, meeting)]


def tree(desk, meeting):
    return " ".join(f"{number}{title}" for number, title in outline(desk, meeting))


def letters(desk, meeting, several="ABCDE"):
    return [add(desk, meeting, one) for one in several]


def test_many_are_moved_in_one_step_and_keep_their_order(plan):
    desk, meeting = plan
    a, b, c, d, e = letters(desk, meeting)
    back_and_forth(desk, agenda_bulk.move_items, [e, b], None, 0)
    assert tree(desk, meeting) == "1B 2E 3A 4C 5D"
    back_and_forth(desk, agenda_bulk.move_items, [b, a], d, 0)
    assert tree(desk, meeting) == "1E 2C 3D 3.1B 3.2A"
    back_and_forth(desk, agenda_bulk.move_items, [e, c], None, 1)
    assert tree(desk, meeting) == "1D 1.1B 1.2A 2E 3C"
    # What lies under a chosen item goes along, chosen or not.
    back_and_forth(desk, agenda_bulk.move_items, [d, a], None, 9)
    assert tree(desk, meeting) == "1E 2C 3D 3.1B 3.2A"


def test_what_cannot_be_moved_is_refused(plan):
    desk, meeting = plan
    a, b, _c, _d, _e = letters(desk, meeting)
    inner = add(desk, meeting, "A1", a)
    other = planned(desk, 20)
    strange = add(desk, other, "X")
    for uids, parent, error, code in (
        ([], None, InputRefused, "error.no_items_chosen"),
        ([a], inner, InputRefused, "error.item_inside_itself"),
        ([a, strange], None, InputRefused, "error.item_elsewhere"),
        ([a], strange, InputRefused, "error.item_elsewhere"),
        (["i-99"], None, NotAllowed, "error.gone"),
    ):
        with pytest.raises(error) as caught:
            agenda_bulk.move_items(desk, uids, parent, 0)
        assert caught.value.code == code
    meetings.post_notice(desk, meeting, place=words("Door"))
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.move_items(desk, [b], a, 0)
    assert caught.value.code == "error.agenda_posted"
    agenda_bulk.move_items(desk, [b], None, 0)
    assert tree(desk, meeting) == "2B 1A 1.1A1 3C 4D 5E"


def test_many_are_indented_and_outdented(plan):
    desk, meeting = plan
    a, b, c, d, _e = letters(desk, meeting)
    back_and_forth(desk, agenda_bulk.indent_items, [b, c])
    assert tree(desk, meeting) == "1A 1.1B 1.2C 2D 3E"
    back_and_forth(desk, agenda_bulk.indent_items, [c, d])
    assert tree(desk, meeting) == "1A 1.1B 1.1.1C 1.2D 2E"
    back_and_forth(desk, agenda_bulk.outdent_items, [c])
    back_and_forth(desk, agenda_bulk.outdent_items, [b, d])
    assert tree(desk, meeting) == "1A 1.1C 2B 3D 4E"
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.indent_items(desk, [a, b])
    assert caught.value.code == "error.nothing_above"
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.outdent_items(desk, [c, d])
    assert caught.value.code == "error.top_level"
    assert tree(desk, meeting) == "1A 1.1C 2B 3D 4E"


def test_many_are_changed(plan):
    desk, meeting = plan
    a, b, *_ = letters(desk, meeting)
    back_and_forth(desk, agenda_bulk.change_items, [a, b], kind="report", minutes=5, closed=True)
    found = agenda.list_items(desk, meeting)
    assert [one.kind for one in found[:3]] == [ItemKind.REPORT, ItemKind.REPORT, ItemKind.DECISION]
    assert [(one.minutes, one.closed) for one in found[:3]] == [(5, True), (5, True), (None, False)]
    again = agenda_bulk.change_items(desk, [a, b], kind="report", minutes=5)
    assert again.changes == frozenset()
    with pytest.raises(InputRefused):
        agenda_bulk.change_items(desk, [a], minutes=-1)
    with pytest.raises(TypeError):
        agenda_bulk.change_items(desk, [a], title=words("X"))


def test_many_are_removed_or_struck(plan):
    desk, meeting = plan
    a, b, c, d, e = letters(desk, meeting)
    inner = add(desk, meeting, "A1", a)
    papers.add_paper(desk, inner, "plan.txt", b"words")
    back_and_forth(desk, agenda_bulk.remove_items, [a, inner, c])
    assert tree(desk, meeting) == "1B 2D 3E"
    notes.add_note(desk, meeting, words("n"), item_uid=e)
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.remove_items(desk, [d, e])
    assert caught.value.code == "error.item_used"
    assert tree(desk, meeting) == "1B 2D 3E"
    meetings.post_notice(desk, meeting, place=words("Door"))
    back_and_forth(desk, agenda_bulk.remove_items, [b, e])
    assert [one.state for one in agenda.list_items(desk, meeting)] == [
        ItemState.STRUCK,
        ItemState.WAITING,
        ItemState.STRUCK,
    ]


def test_a_copy_stands_behind_its_item_with_all_it_has(plan):
    desk, meeting = plan
    a, _b = letters(desk, meeting, "AB")
    inner = add(desk, meeting, "A1", a, proposed_motion=words("That we do"), presenter=words("Ann"))
    papers.add_paper(desk, inner, "plan.txt", b"words")
    (made,) = back_and_forth(desk, agenda_bulk.duplicate_items, [a])
    assert tree(desk, meeting) == "1A 1.1A1 2A 2.1A1 3B"
    found = {one.number: one for one in agenda.list_items(desk, meeting)}
    assert found["2"].uid == made
    twin = found["2.1"]
    assert (twin.proposed_motion, twin.presenter) == (words("That we do"), words("Ann"))
    assert [one.name for one in twin.attachments] == ["plan.txt"]


PASTED = "1. Call to order (2 min)\n2. Business\n2.1 Crosswalk\n2.1.1 Paint\n2.2 Grants (15 min)"


def test_a_pasted_list_becomes_a_tree_in_one_step(plan):
    desk, meeting = plan
    first = add(desk, meeting, "A")
    add(desk, meeting, "Z")
    made = back_and_forth(desk, agenda_bulk.paste_items, meeting, PASTED, after_uid=first)
    assert len(made) == 5
    assert outline(desk, meeting) == [
        ("1", "A"),
        ("2", "Call to order"),
        ("3", "Business"),
        ("3.1", "Crosswalk"),
        ("3.1.1", "Paint"),
        ("3.2", "Grants"),
        ("4", "Z"),
    ]
    found = agenda.list_items(desk, meeting)
    assert (found[1].kind, found[1].minutes) == (ItemKind.CALL_TO_ORDER, 2)
    agenda_bulk.paste_items(desk, meeting, "๑. เรื่องใหม่", language="th", parent_uid=first)
    assert agenda.list_items(desk, meeting)[1].title == Text.of("เรื่องใหม่", "th")


def test_a_paste_after_posting_gets_the_next_numbers(plan):
    desk, meeting = plan
    a, _b = letters(desk, meeting, "AB")
    meetings.post_notice(desk, meeting, place=words("Door"))
    back_and_forth(desk, agenda_bulk.paste_items, meeting, "C\n\tD\n\tE\nF", after_uid=a)
    assert tree(desk, meeting) == "1A 3C 3.1D 3.2E 4F 2B"


@pytest.mark.parametrize("pasted", ["", " \n \t\n", "x\n" * 501, "A (999 min)\nB (1441 min)"])
def test_what_is_no_list_is_not_pasted(plan, pasted):
    desk, meeting = plan
    if "999" in pasted:
        agenda_bulk.paste_items(desk, meeting, pasted)
        # Four digits are no minutes: they stay in the title.
        assert tree(desk, meeting) == "1A 2B (1441 min)"
        return
    with pytest.raises(InputRefused):
        agenda_bulk.paste_items(desk, meeting, pasted)
    assert outline(desk, meeting) == []


def test_the_consent_group_is_marked_and_one_is_pulled_out(plan):
    desk, meeting = plan
    head = add(desk, meeting, "Consent", kind="consent")
    a, b = add(desk, meeting, "A", head), add(desk, meeting, "B", head)
    add(desk, meeting, "C")
    back_and_forth(desk, agenda_bulk.set_consent, [a, b])
    assert agenda_bulk.consent_group(desk, meeting) == [a, b]
    back_and_forth(desk, agenda_bulk.pull_from_consent, a)
    assert tree(desk, meeting) == "1Consent 1.1B 2A 3C"
    assert agenda_bulk.consent_group(desk, meeting) == [b]
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.pull_from_consent(desk, a)
    assert caught.value.code == "error.not_in_consent"
    meetings.post_notice(desk, meeting, place=words("Door"))
    back_and_forth(desk, agenda_bulk.pull_from_consent, b)
    assert tree(desk, meeting) == "1Consent 1.1B 2A 3C"
    assert agenda_bulk.consent_group(desk, meeting) == []


def test_an_item_before_the_meeting_is_not_struck_with_others(plan):
    desk, meeting = plan
    a, b, *_ = letters(desk, meeting)
    meetings.call_to_order(desk, meeting)
    agenda.go_to_item(desk, meeting, b)
    with pytest.raises(NotAllowed) as caught:
        agenda_bulk.remove_items(desk, [a, b])
    assert caught.value.code == "error.item_current"
    assert ItemState.STRUCK not in {one.state for one in agenda.list_items(desk, meeting)}


KINDS = ["move", "indent", "outdent", "duplicate", "remove", "paste", "undo", "redo"]
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sets(st.integers(0, 20), max_size=4), st.integers(-1, 20)),
    max_size=6,
)


def _step(desk, meeting, kind, chosen, other):
    listed = [one.uid for one in agenda.list_items(desk, meeting)]
    uids = [listed[n] for n in sorted(chosen) if n < len(listed)]
    target = listed[other % len(listed)] if listed and other >= 0 else None
    if kind in ("undo", "redo"):
        name = history.can_undo(desk) if kind == "undo" else history.can_redo(desk)
        if name and name.code.endswith("_items"):
            (history.undo if kind == "undo" else history.redo)(desk)
    elif kind == "move":
        agenda_bulk.move_items(desk, uids, target, other)
    elif kind == "paste":
        agenda_bulk.paste_items(desk, meeting, "P\n\tQ\nR", after_uid=target)
    else:
        getattr(agenda_bulk, f"{kind}_items")(desk, uids)


@settings(max_examples=25, deadline=None)
@given(before=STEPS, after=STEPS)
def test_whatever_is_done_to_many_numbers_follow_places_then_stand(before, after):
    desk = founded(seats=1)
    meeting = planned(desk)
    agenda_bulk.paste_items(desk, meeting, "A\n\tB\n\t\tC\n\tD\nE\nF")
    for step in before:
        with contextlib.suppress(NotAllowed, InputRefused):
            _step(desk, meeting, *step)
        found = agenda.list_items(desk, meeting)
        assert [one.number for one in found] == list(_natural(found))
        assert len({(one.parent_uid, one.position) for one in found}) == len(found)
    meetings.post_notice(desk, meeting, place=words("Door"))
    for step in after:
        standing = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
        with contextlib.suppress(NotAllowed, InputRefused):
            _step(desk, meeting, *step)
        now = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
        assert len(set(now.values())) == len(now)
        assert all(standing[uid] == number for uid, number in now.items() if uid in standing)


def _natural(found):
    counts = [0] * 20
    for one in found:
        counts[one.depth] += 1
        counts[one.depth + 1 :] = [0] * (19 - one.depth)
        yield ".".join(str(n) for n in counts[: one.depth + 1])
