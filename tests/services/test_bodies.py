from __future__ import annotations

from datetime import date

import pytest
from desks import back_and_forth, body_of, founded, seated, words

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import BodyKind, EndReason, Role
from council.services.members import bodies, people

DAY = date(2026, 11, 2)


def test_a_committee_is_added_and_changed():
    desk = founded()
    council = body_of(desk)
    uid = back_and_forth(
        desk, bodies.add_body, name=words("Parks"), kind="committee", parent_uid=council, seats=2
    )
    back_and_forth(desk, bodies.change_body, uid, name=words("Parks and Trees"))
    found = bodies.list_bodies(desk)[1]
    assert (found.name, found.kind, found.parent_uid, found.seats) == (
        words("Parks and Trees"),
        BodyKind.COMMITTEE,
        council,
        2,
    )


def test_a_body_is_refused_without_a_name_or_inside_itself():
    desk = founded()
    council = body_of(desk)
    with pytest.raises(InputRefused):
        bodies.add_body(desk, name=Text())
    child = bodies.add_body(desk, name=words("Parks"), parent_uid=council).value
    with pytest.raises(InputRefused) as caught:
        bodies.change_body(desk, council, parent_uid=child)
    assert caught.value.code == "error.body_inside_itself"
    with pytest.raises(NotAllowed):
        bodies.add_body(desk, name=words("X"), parent_uid="b-99")
    with pytest.raises(InputRefused):
        bodies.add_body(desk, name=words("X"), seats=-1)


def test_seats_are_added_changed_and_removed_and_counted():
    desk = founded(seats=2)
    body = body_of(desk)
    uid = back_and_forth(desk, bodies.add_seat, body)
    assert bodies.list_bodies(desk)[0].seats == 3
    back_and_forth(desk, bodies.change_seat, uid, label=words("At large"), class_="appointed")
    seat = bodies.list_seats(desk, body)[2]
    assert (seat.label, seat.class_, seat.holder) == (words("At large"), "appointed", None)
    back_and_forth(desk, bodies.remove_seat, uid)
    assert bodies.list_bodies(desk)[0].seats == 2


def test_a_seat_somebody_held_stays():
    desk, _ = seated()
    seat = bodies.list_seats(desk, body_of(desk))[0]
    with pytest.raises(NotAllowed) as caught:
        bodies.remove_seat(desk, seat.uid)
    assert caught.value.code == "error.seat_used"
    with pytest.raises(InputRefused):
        bodies.change_seat(desk, seat.uid, label=Text())


def test_a_membership_is_added_changed_and_ended():
    desk, uids = seated()
    body = body_of(desk)
    person = people.add_person(desk, name=words("Dora")).value
    free = bodies.list_seats(desk, body)[3].uid
    uid = back_and_forth(
        desk,
        bodies.add_membership,
        person_uid=person,
        body_uid=body,
        seat_uid=free,
        start_on=date(2026, 1, 1),
    )
    back_and_forth(desk, bodies.change_membership, uid, role="treasurer", weight=2)
    back_and_forth(desk, bodies.end_membership, uid, DAY, EndReason.RESIGNED)
    (row,) = bodies.list_memberships(desk, person_uid=person)
    assert (row.role, row.weight, row.end_on, row.end_reason) == (
        Role.TREASURER,
        2,
        DAY,
        EndReason.RESIGNED,
    )
    assert row.in_office(DAY)
    assert not row.in_office(date(2026, 11, 3))
    seat = bodies.list_seats(desk, body, date(2026, 11, 10))[3]
    assert (seat.holder, seat.vacant_since) == (None, date(2026, 11, 3))
    assert len(uids) == 3


def test_a_seat_has_one_holder_but_may_change_hands_on_a_day():
    desk, _ = seated()
    body = body_of(desk)
    seat = bodies.list_seats(desk, body)[0]
    new = people.add_person(desk, name=words("Dora")).value
    take = {"person_uid": new, "body_uid": body, "seat_uid": seat.uid}
    with pytest.raises(InputRefused) as caught:
        bodies.add_membership(desk, **take, start_on=DAY)
    assert caught.value.code == "error.seat_taken"
    bodies.end_membership(desk, seat.holder.uid, DAY, "term_ended")
    bodies.add_membership(desk, **take, start_on=DAY)
    on_the_day = [one.person_uid for one in bodies.members_on(desk, body, DAY)]
    assert new in on_the_day
    assert seat.holder.person_uid not in on_the_day
    assert len(on_the_day) == 3
    assert bodies.list_seats(desk, body, DAY)[0].holder.person_uid == new


def test_ends_before_starts_and_foreign_seats_are_refused():
    desk, uids = seated()
    body = body_of(desk)
    member = bodies.list_memberships(desk, person_uid=uids[0])[0]
    bodies.change_membership(desk, member.uid, start_on=DAY)
    with pytest.raises(InputRefused):
        bodies.end_membership(desk, member.uid, date(2026, 1, 1))
    with pytest.raises(InputRefused):
        bodies.change_membership(desk, member.uid, weight=0)
    other = bodies.add_body(desk, name=words("Parks"), seats=1).value
    seat = bodies.list_seats(desk, other)[0].uid
    with pytest.raises(InputRefused) as caught:
        bodies.add_membership(desk, person_uid=uids[0], body_uid=body, seat_uid=seat)
    assert caught.value.code == "error.seat_elsewhere"
    with pytest.raises(InputRefused) as caught:
        bodies.end_membership(desk, member.uid, date(2569, 11, 2))
    assert caught.value.code == "error.year_buddhist"


def test_only_voting_members_count_each_once_by_seat():
    desk, uids = seated("Ann Moss, Chair\nBen Roy\nCora Lee, Adviser")
    body = body_of(desk)
    bodies.add_membership(desk, person_uid=uids[1], body_uid=body, role="treasurer")
    assert [one.person_uid for one in bodies.members_on(desk, body, DAY)] == uids[:2]
