from __future__ import annotations

from datetime import timedelta

import pytest
from desks import back_and_forth, founded, planned, words
from hypothesis import given
from hypothesis import strategies as st

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.revisions import COMPARED, Mark, differences, read_snapshot
from council.services import meetings
from council.services.planning import agenda, papers, revisions


def add(desk, meeting, title, parent=None, **more):
    return agenda.add_item(desk, meeting, title=words(title), parent_uid=parent, **more).value


@pytest.fixture
def posted():
    """Return a desk, a meeting with A, B, B1, C posted at the door, and the items' uids."""
    desk = founded()
    meeting = planned(desk)
    a, b = add(desk, meeting, "A"), add(desk, meeting, "B")
    inner, c = add(desk, meeting, "B1", b), add(desk, meeting, "C")
    meetings.post_notice(desk, meeting, place="Door")
    return desk, meeting, (a, b, inner, c)


def told(found):
    return [(str(one.mark), one.title.show("en"), one.what) for one in found]


def test_posting_keeps_revision_1(posted):
    desk, meeting, _ = posted
    (first,) = revisions.revisions_of(desk, meeting)
    assert (first.number, first.changes, first.marks) == (1, (), {})
    assert first.at == desk.now()
    assert revisions.changes_since(desk, meeting) == []
    meetings.post_notice(desk, meeting, place="Library")
    assert len(revisions.revisions_of(desk, meeting)) == 1


def test_before_posting_there_is_nothing_to_compare():
    desk = founded()
    meeting = planned(desk)
    add(desk, meeting, "A")
    assert revisions.revisions_of(desk, meeting) == []
    assert revisions.changes_since(desk, meeting) == []
    assert revisions.pending_marks(desk, meeting) == {}
    with pytest.raises(NotAllowed) as caught:
        revisions.post_again(desk, meeting, reason="x", place="Door")
    assert caught.value.code == "error.not_posted_yet"


def test_the_first_posting_is_undone_with_its_revision():
    desk = founded()
    meeting = planned(desk)
    add(desk, meeting, "A")
    back_and_forth(desk, meetings.post_notice, meeting, place="Door")
    assert len(revisions.revisions_of(desk, meeting)) == 1


def test_every_later_change_is_told(posted):
    desk, meeting, (a, b, inner, c) = posted
    agenda.change_item(desk, a, title=words("A new"), minutes=5)
    agenda.remove_item(desk, inner)
    late = add(desk, meeting, "Late")
    agenda.move_item(desk, c, None, 0)
    paper = papers.add_paper(desk, b, "plan.txt", b"words").value
    assert told(revisions.changes_since(desk, meeting)) == [
        ("moved", "C", ()),
        ("changed", "A new", ("title", "minutes")),
        ("changed", "B", ("papers",)),
        ("struck", "B1", ()),
        ("added", "Late", ()),
    ]
    assert revisions.pending_marks(desk, meeting) == {
        c: Mark.MOVED, a: Mark.CHANGED, b: Mark.CHANGED, inner: Mark.STRUCK, late: Mark.ADDED,
    }  # fmt: skip
    papers.remove_paper(desk, paper)
    agenda.change_item(desk, a, title=words("A"), minutes=None)
    agenda.move_item(desk, c, None, 2)
    assert told(revisions.changes_since(desk, meeting)) == [
        ("struck", "B1", ()),
        ("added", "Late", ()),
    ]


def test_posting_again_makes_the_next_revision(posted):
    desk, meeting, (a, *_) = posted
    with pytest.raises(NotAllowed) as caught:
        revisions.post_again(desk, meeting, reason="x", place="Door")
    assert caught.value.code == "error.nothing_revised"
    agenda.change_item(desk, a, title=words("A new"))
    with pytest.raises(InputRefused):
        revisions.post_again(desk, meeting, reason=" ", place="Door")
    with pytest.raises(InputRefused):
        revisions.post_again(desk, meeting, reason="Typo", place=" ")
    assert back_and_forth(desk, revisions.post_again, meeting, reason="Typo", place="Door") == 2
    late = add(desk, meeting, "Late")
    meetings.post_notice(desk, meeting, place="Door")
    first, second, third = revisions.revisions_of(desk, meeting)
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert second.reason == words("Typo")
    assert not third.reason
    assert second.marks == {a: Mark.CHANGED}
    assert second.before[a]["title"] == {"en": "A"}
    assert (second.changes[0].title_before, second.changes[0].title) == (words("A"), words("A new"))
    assert third.marks == {late: Mark.ADDED}
    assert third.before == {}
    assert len(meetings.list_notices(desk, meeting)) == 3
    assert [one.at for one in (first, second, third)] == [
        one.posted_at for one in meetings.list_notices(desk, meeting)
    ]
    assert told(revisions.changes_since(desk, meeting, 1)) == [
        ("changed", "A new", ("title",)),
        ("added", "Late", ()),
    ]


def test_a_revision_is_of_the_moment_it_was_posted(posted):
    desk, meeting, (a, *_) = posted
    agenda.change_item(desk, a, title=words("A new"))
    morning = desk.now() - timedelta(hours=3)
    revisions.post_again(desk, meeting, reason="Typo", place="Door", posted_at=morning)
    assert revisions.revisions_of(desk, meeting)[1].at == morning


def test_numbers_survive_moves_after_posting(posted):
    desk, meeting, (a, b, _inner, c) = posted
    numbers = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
    for uid, place in ((c, 0), (a, 2), (b, 0)):
        agenda.move_item(desk, uid, None, place)
        found = {one.uid: one.number for one in agenda.list_items(desk, meeting)}
        assert found == numbers
    assert {one.mark for one in revisions.changes_since(desk, meeting)} == {Mark.MOVED}


def test_an_old_file_begins_with_what_is_posted_next(posted):
    desk, meeting, (a, *_) = posted
    with desk.step("step.change_meeting", number="1"):
        for one in rows.find(desk.conn, "agenda_revision", order="number"):
            rows.delete(desk.conn, "agenda_revision", one["uid"])
    agenda.change_item(desk, a, title=words("A new"))
    assert revisions.changes_since(desk, meeting) == []
    assert revisions.post_again(desk, meeting, reason="Typo", place="Door").value == 1


def test_a_snapshot_of_a_strange_record_is_read_as_far_as_it_goes(posted):
    desk, meeting, (a, *_) = posted
    (first,) = rows.find(desk.conn, "agenda_revision", order="number")
    strange = [{"uid": a, "title": "A", "papers": [7]}, {"uid": ["x"], "title": "No uid"}, "words"]
    with desk.step("step.change_meeting", number="1"):
        rows.update(desk.conn, "agenda_revision", first["uid"], {"snapshot": strange})
    marks = revisions.pending_marks(desk, meeting)
    assert marks.pop(a) is Mark.CHANGED  # its kind is not told
    assert set(marks.values()) == {Mark.ADDED}
    assert revisions.revisions_of(desk, meeting)[0].changes == ()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=6,
)
_NAMES = ("title", "parent", "number", "state", "kind", "minutes", "papers", "closed", "body")
_STRANGE = st.lists(
    st.fixed_dictionaries(
        {}, optional={"uid": st.sampled_from("abc") | _JSON, **dict.fromkeys(_NAMES, _JSON)}
    )
    | _JSON,
    max_size=5,
)


@given(_STRANGE | _JSON)
def test_any_snapshot_is_read_as_this_program_keeps_it(kept):
    read = read_snapshot(kept, "en")
    assert read_snapshot(read, "th") == read
    assert len({one["uid"] for one in read}) == len(read)
    assert differences(read, read) == []
    gone = {one.item_uid for one in differences(read, [])}
    assert gone == {one["uid"] for one in read if one["state"] != "struck"}


def test_parents_that_lead_nowhere_or_round_are_none():
    rings = [item("a", "b"), item("b", "a"), item("c", "x"), item("d", "d"), item("e", "f")]
    read = read_snapshot([*rings, item("f"), {"title": "no uid"}, item("f", "e")], "en")
    parents = {one["uid"]: one["parent"] for one in read}
    assert parents == {"a": None, "b": "a", "c": None, "d": None, "e": "f", "f": None}


def item(uid, parent=None, state="", **more):
    return {"uid": uid, "parent": parent, "number": "1", "state": state, "title": {}, **more}


@pytest.mark.parametrize(
    ("was", "now", "marks"),
    [
        ([], [item("a")], {"a": "added"}),
        ([item("a")], [], {"a": "struck"}),
        ([item("a", state="struck")], [item("a", state="struck")], {}),
        ([item("a", state="struck")], [], {}),
        ([item("a", state="struck")], [item("a")], {"a": "added"}),
        ([item("a")], [item("a", state="struck")], {"a": "struck"}),
        ([], [item("a", state="struck")], {}),
        ([item("a", minutes=None)], [item("a", minutes=0)], {}),
        ([item("a", body={})], [item("a")], {}),
        ([item("a", papers=[["p", "h", "n", 1]])], [item("a", papers=[["q", "h", "n", 1]])], {}),
        (
            [item("a", papers=[["p", "h", "n", 1]])],
            [item("a", papers=[["p", "h", "n", 0]])],
            {"a": "changed"},
        ),
        ([item("a"), item("b", "a")], [item("a"), item("b")], {"b": "moved"}),
        (
            [item("a"), item("b"), item("c"), item("d")],
            [item("d"), item("a"), item("b"), item("c")],
            {"d": "moved"},
        ),
    ],
)
def test_what_is_a_change(was, now, marks):
    assert {one.item_uid: str(one.mark) for one in differences(was, now)} == marks


@pytest.mark.parametrize("name", COMPARED)
def test_every_field_is_compared(name):
    value = [["p", "h", "n", 1]] if name == "papers" else {"en": "x"}
    (change,) = differences([item("a")], [{**item("a"), name: value}])
    assert (change.mark, change.what) == (Mark.CHANGED, (name,))


@given(st.permutations(list(range(7))))
def test_without_the_moved_ones_the_order_is_as_it_was(order):
    before = [item(str(n)) for n in range(7)]
    moved = {one.item_uid for one in differences(before, [item(str(n)) for n in order])}
    stayed = [n for n in order if str(n) not in moved]
    assert stayed == sorted(stayed)
    assert bool(moved) == (order != sorted(order))
