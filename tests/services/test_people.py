from __future__ import annotations

from datetime import date

import pytest
from desks import back_and_forth, body_of, founded, planned, seated, words

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import Role
from council.services import actions, meetings
from council.services.members import bodies, people
from council.services.members.names import NameGuess


def test_a_person_is_added_changed_and_removed():
    desk = founded()
    uid = back_and_forth(desk, people.add_person, name=words("Ann"), email="a@example.org")
    back_and_forth(desk, people.change_person, uid, name=words("Ann Moss"), phone="1", email=None)
    row = people.get_person(desk, uid).person
    assert (row.name, row.phone, row.email) == (words("Ann Moss"), "1", "")
    back_and_forth(desk, people.remove_person, uid)
    assert people.list_people(desk) == []
    with pytest.raises(NotAllowed) as caught:
        people.get_person(desk, uid)
    assert caught.value.code == "error.gone"


def test_a_person_needs_a_name():
    desk = founded()
    with pytest.raises(InputRefused):
        people.add_person(desk, name=words(" "))
    uid = people.add_person(desk, name=words("Ann")).value
    with pytest.raises(InputRefused):
        people.change_person(desk, uid, name=Text())


@pytest.mark.parametrize("typed", ["x" * 10_000, "<i>Ann</i>", "\u202eآن\u202c"])
def test_names_are_stored_as_typed(typed):
    desk = founded()
    uid = people.add_person(desk, name=words(typed)).value
    assert people.get_person(desk, uid).person.name == words(typed)


def test_people_are_sorted_as_their_language_sorts():
    desk = founded(languages=("th",))
    for name in ("ไพร", "กานต์", "เกด", "พร"):
        people.add_person(desk, name=Text.of(name, "th"))
    names = [one.name.show("th") for one in people.list_people(desk)]
    assert names == ["กานต์", "เกด", "พร", "ไพร"]


def test_whoever_the_record_names_stays():
    desk, uids = seated()
    actions.add_action(desk, what=words("Write"), owner_uid=uids[0])
    with pytest.raises(NotAllowed) as caught:
        people.remove_person(desk, uids[0])
    assert caught.value.code == "error.person_used"
    back_and_forth(desk, people.remove_person, uids[1])
    assert bodies.list_memberships(desk, person_uid=None)
    assert len(bodies.list_memberships(desk)) == 2


def test_a_pasted_list_is_seated_in_one_step():
    desk = founded()
    guesses = people.parse_names("Ann Moss, Chair\nนายสมชาย ใจดี\nCora Lee, Adviser", "en")
    uids = back_and_forth(desk, people.seat_people, body_of(desk), guesses)
    found = bodies.list_memberships(desk)
    assert [(one.person_uid, one.role, bool(one.seat_uid)) for one in found] == [
        (uids[0], Role.CHAIR, True),
        (uids[1], Role.MEMBER, True),
        (uids[2], Role.ADVISER, False),
    ]
    assert found[1].honorific == Text.of("นาย", "th")


def test_a_second_paste_makes_nobody_twice():
    desk, uids = seated()
    known = people.add_person(desk, name=words("Dora Poe")).value
    again = people.parse_names("ann  moss\nDora Poe\nEve Fry", "en")
    back = people.seat_people(desk, body_of(desk), again).value
    assert back[:2] == [uids[0], known]
    assert len(people.list_people(desk)) == 5
    assert len(bodies.list_memberships(desk)) == 5


def test_namesakes_in_one_list_are_two_people():
    desk = founded()
    guesses = people.parse_names("Ann Moss\nAnn Moss", "en")
    assert len(set(people.seat_people(desk, body_of(desk), guesses).value)) == 2


def test_a_list_needs_names_and_seats():
    desk = founded(seats=1)
    with pytest.raises(InputRefused) as caught:
        people.seat_people(desk, body_of(desk), [])
    assert caught.value.code == "error.empty_list"
    two = people.parse_names("Ann Moss\nBen Roy", "en")
    with pytest.raises(InputRefused) as caught:
        people.seat_people(desk, body_of(desk), two)
    assert caught.value.code == "error.seats_short"
    assert people.list_people(desk) == []
    with pytest.raises(InputRefused):
        people.seat_people(desk, body_of(desk), [NameGuess(Text())])


def test_a_seat_promised_for_later_is_not_free():
    desk = founded(seats=1)
    guess = people.parse_names("Ann Moss", "en")
    people.seat_people(desk, body_of(desk), guess, start_on=date(2027, 1, 1))
    with pytest.raises(InputRefused):
        people.seat_people(desk, body_of(desk), people.parse_names("Ben Roy", "en"))


def test_a_page_tells_what_the_record_says():
    desk, uids = seated()
    meeting = planned(desk)
    meetings.call_to_order(desk, meeting)
    actions.add_action(desk, what=words("Write"), owner_uid=uids[0])
    page = people.get_person(desk, uids[0])
    assert [one.role for one in page.memberships] == [Role.CHAIR]
    assert [one.what for one in page.actions] == [words("Write")]
    assert page.votes == {}
