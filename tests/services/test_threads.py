from __future__ import annotations

import pytest
from desks import back_and_forth, body_of, local, planned, words
from test_agenda_carry import House

from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import ItemState, MinutesState
from council.services import meetings
from council.services.members import bodies
from council.services.planning import agenda, agenda_carry, compare, papers, threads
from council.services.session import notes


@pytest.fixture
def house():
    return House()


def test_a_matter_is_told_through_all_its_meetings(house):
    desk = house.desk
    march, item = house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    (row,) = house.carried(april)
    (second,) = agenda_carry.carry_over(desk, april, [row.uid]).value
    house.open(april)
    house.take_up(april, second)
    house.move(april, second, "That Lights", outcome="carried")
    house.close(april)
    june = house.plan(6)
    third = back_and_forth(desk, threads.bring_in, june, second)
    for uid in (item, second, third):
        told = threads.thread(desk, uid)
        assert [one.item_uid for one in told] == [item, second, third]
    assert [one.link for one in told] == ["first", "carried", "copied"]
    assert [one.on.month for one in told] == [3, 4, 6]
    assert [[motion.outcome for motion in one.motions] for one in told] == [
        ["postponed", "carried"],
        ["carried"],
        [],
    ]
    assert [one.minutes for one in told] == [MinutesState.DRAFT, MinutesState.DRAFT, None]
    assert (told[0].meeting_uid, told[0].state) == (march, ItemState.DONE)
    assert told[0].meeting_number == "1/2027"


def test_a_thread_goes_through_committees(house):
    desk = house.desk
    _, item = house.hold(3, "Lights", how="refer")
    committee = bodies.add_body(
        desk, name=words("Streets"), kind="committee", parent_uid=body_of(desk), seats=3
    ).value
    theirs = house.plan(3, body=committee)
    copy = threads.bring_in(desk, theirs, item).value
    house.open(theirs)
    house.take_up(theirs, copy)
    house.close(theirs)
    assert [one.body_name for one in threads.thread(desk, item)][1] == words("Streets")
    assert [str(one.why) for one in house.carried(house.plan(4))] == ["reported_back"]


def test_what_still_waits_is_carried_when_it_is_brought_in(house):
    desk = house.desk
    _, item = house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    made = threads.bring_in(desk, april, item).value
    (row,) = agenda.list_items(desk, april)
    assert (row.uid, row.carried_from_uid, row.copied_from_uid) == (made, item, None)
    assert house.waits(april) == []


def test_past_items_are_found_by_any_of_their_words(house):
    desk = house.desk
    march, lights = house.hold(3, "Lights on Mill Lane", outcome="carried")
    notes.add_note(desk, march, words("The lamplighter spoke"), item_uid=lights)
    april, grants = house.hold(4, "Grants", outcome="lost")
    may = house.plan(5)
    house.item(may, "Lights again")

    def found(text, before=may):
        return [one.item_uid for one in threads.find_past_items(desk, text, before)]

    assert found("mill lane") == [lights]
    assert found("lamplighter") == [lights]
    assert found("That Grants") == [grants]
    assert found("that") == [grants, lights]
    assert found("lights", april) == [lights]
    assert len(threads.find_past_items(desk, "lights")) == 2
    assert found("") == found("nowhere") == []
    assert len(threads.find_past_items(desk, "that", may, 1)) == 1


def test_items_are_copied_with_all_under_them(house):
    desk = house.desk
    march, april = house.plan(3), house.plan(4)
    for meeting in (march, april):
        agenda.apply_template(desk, meeting, "regular")
    business = agenda.list_items(desk, march)[5].uid
    lights = house.item(march, "Lights", parent_uid=business, presenter=words("Ann"))
    lamp = house.item(march, "Lamp", parent_uid=lights)
    papers.add_paper(desk, lamp, "lamp.txt", b"words")
    top = house.item(march, "Top")
    made = back_and_forth(desk, threads.copy_items, [top, lamp, lights], april)
    assert len(made) == 2
    found = {one.title.show("en"): one for one in agenda.list_items(desk, april)}
    assert [found[title].number for title in ("Lights", "Lamp", "Top")] == ["6.1", "6.1.1", "11"]
    assert (found["Lamp"].copied_from_uid, found["Lamp"].matter_uid) == (lamp, lamp)
    assert [one.name for one in found["Lamp"].attachments] == ["lamp.txt"]
    assert found["Lights"].presenter == words("Ann")
    (again,) = threads.copy_items(desk, [top], april, after_uid=found["Lights"].uid).value
    inside = threads.copy_items(desk, [top], april, parent_uid=again).value
    rows = {one.uid: one for one in agenda.list_items(desk, april)}
    assert (rows[again].number, rows[inside[0]].number) == ("6.2", "6.2.1")


def test_what_cannot_be_copied_is_refused(house):
    desk = house.desk
    march, april = house.plan(3), house.plan(4)
    item = house.item(march, "Lights")
    theirs = house.item(april, "Grants")
    for uids, named, code in (
        ([], {}, "error.no_items_chosen"),
        ([theirs], {}, "error.copy_to_itself"),
        ([item], {"after_uid": item}, "error.item_elsewhere"),
        ([item], {"parent_uid": item}, "error.item_elsewhere"),
    ):
        with pytest.raises(InputRefused) as caught:
            threads.copy_items(desk, uids, april, **named)
        assert caught.value.code == code
    with pytest.raises(NotAllowed):
        threads.copy_items(desk, ["i-99"], april)


# ----------------------------------------------------------------------------- comparing


def shown(found):
    return [
        (
            one.there.title.show("en") if one.there else None,
            one.here.title.show("en") if one.here else None,
            one.differs,
        )
        for one in found.rows
    ]


def test_the_last_meeting_stands_beside_this_one(house):
    desk = house.desk
    march, april = house.plan(3), house.plan(4)
    first = house.item(march, "Welcome", minutes=2)
    lights = house.item(march, "Lights")
    house.item(march, "Only there")
    house.item(march, "Close")
    struck = house.item(march, "Struck")
    house.item(april, "WELCOME", minutes=5)
    made = threads.bring_in(desk, april, lights).value
    agenda.change_item(desk, made, title=words("Street lighting"))
    house.item(april, "Only here")
    house.item(april, "close", kind="adjournment")
    meetings.post_notice(desk, march, place=words("Door"))
    agenda.remove_item(desk, struck)
    found = compare.compare(desk, april)
    assert found.other_uid == march
    assert shown(found) == [
        ("Welcome", "WELCOME", ("title", "minutes")),
        ("Lights", "Street lighting", ("title",)),
        ("Only there", None, ()),
        (None, "Only here", ()),
        ("Close", "close", ("title", "kind")),
    ]
    assert found.rows[0].there.uid == first


def test_minutes_to_approve_are_each_others_like(house):
    desk = house.desk
    march, april = house.plan(3), house.plan(4)
    house.item(march, "Minutes of January", kind="approval", approves_uid=april)
    house.item(april, "Minutes of March", kind="approval", approves_uid=march)
    assert len(compare.compare(desk, april).rows) == 1


def test_like_is_compared_with_like(house):
    desk = house.desk
    special = meetings.plan_meeting(
        desk, body_uid=body_of(desk), starts_local=local(2027, 3, 20, 18), kind="special"
    ).value
    march, cancelled, april = house.plan(2), planned(desk, 19), house.plan(4)
    meetings.cancel_meeting(desk, cancelled, "Flood")
    assert compare.previous_meeting(desk, april) == march
    assert compare.previous_meeting(desk, special) is None
    assert compare.compare(desk, april, special).other_uid == special
    with pytest.raises(NotAllowed) as caught:
        compare.compare(desk, special)
    assert caught.value.code == "error.no_meeting_before"
