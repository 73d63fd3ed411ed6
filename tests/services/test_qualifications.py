"""Qualifications written down, changed, taken back; and what they mean for a vote on money."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from desks import back_and_forth
from duty_room import Room

from council.catalogue import say
from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.services.duties import meeting_duties as duties
from council.services.duties import qualifications
from council.services.duties.qualifications import list_qualifications
from council.services.members import bodies, people

if TYPE_CHECKING:
    from collections.abc import Iterator

ON = date(2026, 12, 10)


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room("us-ca-la-nc")
    yield made
    made.desk.close()


def train(room: Room, person: str) -> None:
    desk = room.desk
    qualifications.add_qualification(desk, person, "age_18")
    for code in ("ethics_training", "code_of_conduct"):
        qualifications.add_qualification(desk, person, code, passed_on=date(2025, 12, 1))
    qualifications.add_qualification(
        desk, person, "funding_training", passed_on=date(2024, 12, 10), score=70
    )


def test_a_qualification_is_added_changed_and_removed_in_steps(room: Room) -> None:
    person = room.people[0]
    uid = back_and_forth(
        room.desk, qualifications.add_qualification, person, "funding_training",
        passed_on=date(2025, 1, 1), score=85, note="online",
    )  # fmt: skip
    (row,) = list_qualifications(room.desk, person, ON)
    assert (row.uid, row.person_uid, row.code) == (uid, person, "funding_training")
    assert (row.passed_on, row.score, row.note) == (date(2025, 1, 1), 85, "online")
    assert (row.valid_until, row.ends, row.state) == (None, date(2027, 1, 1), "soon")
    assert row.ruling.holds
    assert row.person_name.get("en") == "Amal Haddad"
    assert say(row.name, "en") == "Funding training"  # type: ignore[arg-type]
    (shown,) = people.get_person(room.desk, person).qualifications
    assert shown.uid == uid
    back_and_forth(room.desk, qualifications.change_qualification, uid, score=60, note="")
    (row,) = list_qualifications(room.desk, person, ON)
    assert (row.score, row.note, row.state) == (60, "", "expired")
    back_and_forth(room.desk, qualifications.remove_qualification, uid)
    assert list_qualifications(room.desk, person) == []


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 11, 2), "soon"),
        (date(2026, 11, 1), "valid"),
        (date(2027, 1, 1), "soon"),
        (date(2027, 1, 2), "expired"),
    ],
)
def test_a_qualification_ends_soon_within_sixty_days(room: Room, day: date, state: str) -> None:
    person = room.people[0]
    qualifications.add_qualification(
        room.desk, person, "ethics_training", passed_on=date(2025, 1, 1)
    )
    assert [one.state for one in list_qualifications(room.desk, person, day)] == [state]


def test_what_nobody_dated_is_unknown_and_what_does_not_end_is_valid(room: Room) -> None:
    person = room.people[0]
    for code in ("ethics_training", "age_18", "fire_safety"):
        qualifications.add_qualification(room.desk, person, code)
    found = {one.code: one.state for one in list_qualifications(room.desk)}
    assert found == {"age_18": "valid", "ethics_training": "unknown", "fire_safety": "valid"}
    assert "fire_safety" in qualifications.codes_in_use(room.desk)
    assert "ethics_training" in qualifications.codes_in_use(room.desk)
    assert "seated" not in qualifications.codes_in_use(room.desk)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"score": 101}, "error.score"),
        ({"score": -1}, "error.score"),
        (
            {"passed_on": date(2026, 1, 2), "valid_until": date(2026, 1, 1)},
            "error.ends_before_start",
        ),
    ],
)
def test_what_cannot_be_is_refused(room: Room, fields: dict[str, object], code: str) -> None:
    with pytest.raises(InputRefused) as caught:
        qualifications.add_qualification(room.desk, room.people[0], "age_18", **fields)
    assert caught.value.code == code
    assert say(caught.value.message, "th")
    uid = qualifications.add_qualification(room.desk, room.people[0], "age_18").value
    with pytest.raises(InputRefused):
        qualifications.change_qualification(room.desk, uid, **fields)


def test_a_qualification_needs_a_name_and_a_person(room: Room) -> None:
    with pytest.raises(InputRefused):
        qualifications.add_qualification(room.desk, room.people[0], " ")
    with pytest.raises(NotAllowed):
        qualifications.add_qualification(room.desk, "nobody", "age_18")
    with pytest.raises(TypeError):
        qualifications.change_qualification(room.desk, "x", person_uid="y")


@pytest.mark.parametrize("score", [0, 100])
def test_the_ends_of_the_scale_are_scores(room: Room, score: int) -> None:
    qualifications.add_qualification(room.desk, room.people[0], "funding_training", score=score)
    assert list_qualifications(room.desk)[0].score == score


def test_a_person_takes_their_qualifications_along(room: Room) -> None:
    uid = people.add_person(
        room.desk, name=people.get_person(room.desk, room.people[0]).person.name
    )
    qualifications.add_qualification(room.desk, uid.value, "age_18")
    back_and_forth(room.desk, people.remove_person, uid.value)
    assert rows.count(room.desk.conn, "qualification") == 0


def test_s16_a_vote_on_money_is_for_seated_trained_members(room: Room) -> None:
    person = room.people[0]
    before = duties.eligibility(room.desk, person, "funding", ON)
    assert (before.holds, len(before.message.params["why"])) == (False, 4)  # seated, at least
    assert before.source
    train(room, person)
    assert duties.eligibility(room.desk, person, "funding", ON).holds is True
    after = duties.eligibility(room.desk, person, "funding", date(2026, 12, 11))
    assert (after.holds, [one.code for one in after.message.params["why"]]) == (
        False,
        ["eligibility.expired"],
    )
    for language in ("en", "th"):
        assert say(after.message, language)


def test_s16_somebody_without_a_seat_may_not_vote_on_money(room: Room) -> None:
    person = room.people[1]
    train(room, person)
    member = bodies.list_memberships(room.desk, person_uid=person)[0]
    bodies.end_membership(room.desk, member.uid, date(2026, 12, 9), "resigned")
    ruling = duties.eligibility(room.desk, person, "funding", ON)
    assert [one.params["name"].code for one in ruling.message.params["why"]] == [
        "qualification_name.seated"
    ]
    assert duties.eligibility(room.desk, person, "funding", date(2026, 12, 9)).holds is True


def test_who_may_not_vote_on_an_items_topic(room: Room) -> None:
    train(room, room.people[0])
    everybody = frozenset(room.people)
    assert duties.ineligible(room.desk, room.people, "funding", ON) == everybody - {room.people[0]}
    assert duties.ineligible(room.desk, room.people, None, ON) == frozenset()
    assert duties.ineligible(room.desk, room.people, "land_use", ON) == frozenset()


def test_a_rule_that_still_has_to_be_confirmed_makes_the_ruling_unconfirmed(room: Room) -> None:
    ruling = duties.eligibility(room.desk, room.people[0], "funding", ON)
    rules = qualifications.get_rules(room.desk, ON)
    needs = rules.value_of("eligibility.funding")
    confirmed = [rules.get(f"qualification.{code}").verified for code in needs]
    assert ruling.verified is (rules.get("eligibility.funding").verified and all(confirmed))
