"""Planning by the rules: places of the notice, topics, what minutes must hold, who approves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from duty_room import Room
from hall import t

from council.catalogue import say
from council.domain.votes.voting import Tally
from council.services import meetings, minutes
from council.services.advice import list_advice
from council.services.duties import meeting_duties as duties
from council.services.duties import qualifications
from council.services.minutes import ruled
from council.services.planning import agenda
from council.services.session import motions
from council.services.voting import votes


def room(pack: str = "us-ca-la-nc", **more: Any) -> Room:
    return Room(pack, **more)


def test_the_places_of_the_posting_policy_2014_01_1_are_told_by_name_once_posted() -> None:
    hall = room()
    uid = hall.plan()
    assert [one.posted for one in duties.required_places(hall.desk, uid)] == [False] * 3
    hall.post(uid, hall.at(12, 1), "The council's WEBSITE")
    hall.post(uid, hall.at(12, 1), "เว็บไซต์")
    found = duties.required_places(hall.desk, uid)
    assert [one.code for one in found] == ["physical_place", "website", "department_list"]
    assert [one.posted for one in found] == [False, True, False]
    hall.desk.close()


def test_rules_that_name_no_place_have_none() -> None:
    hall = room("ronr")
    assert duties.required_places(hall.desk, hall.plan()) == []
    assert duties.topics(hall.desk) == []
    assert qualifications.codes_required(hall.desk) == []
    hall.desk.close()


def test_topics_and_their_qualifications_come_from_the_rules_without_the_seat() -> None:
    hall = room()
    ((code, name),) = duties.topics(hall.desk)
    assert (code, say(name, "en")) == ("funding", "money")
    wanted = ["age_18", "ethics_training", "code_of_conduct", "funding_training"]
    assert qualifications.codes_required(hall.desk) == wanted
    assert qualifications.rule_on(hall.desk, "funding_training").score == 70
    hall.desk.close()


def test_an_item_keeps_its_topic_and_carries_it_over() -> None:
    hall = room()
    uid = hall.plan(11, 25)
    item = hall.item(uid, "Grants", topic="funding")
    assert agenda.list_items(hall.desk, uid)[0].topic == "funding"
    hall.hold(uid)
    later = hall.plan(12, 10)
    agenda.carry_over(hall.desk, later, [item])
    assert [one.topic for one in agenda.list_items(hall.desk, later)] == ["funding"]
    agenda.change_item(hall.desk, item, topic="")
    assert agenda.list_items(hall.desk, uid)[0].topic == ""
    hall.desk.close()


def fields(hall: Room, uid: str) -> list[str]:
    ruling = ruled.fields_ruling(hall.desk, uid, motions.list_motions(hall.desk, uid))
    assert ruling is not None
    missing = ruling.message.params.get("missing", [])
    return [one.code.removeprefix("minutes_field.") for one in missing]


def test_minutes_must_hold_what_ronr_48_lists() -> None:
    hall = room("ronr")
    uid = hall.plan()
    assert "adjournment" in fields(hall, uid)
    hall.open(uid)
    made = motions.state_motion(
        hall.desk, uid, kind="main", text=t("That it be."), mover_uid=hall.people[1],
        seconder_uids=(hall.people[2],),
    ).value  # fmt: skip
    assert "motions" in fields(hall, uid)
    votes.record_vote(hall.desk, made, method="show_of_hands", declared="carried")
    assert "tallies" in fields(hall, uid)
    meetings.change_meeting(
        hall.desk, uid, venue=t("Hall"), secretary_uid=hall.people[3], presiding_uid=hall.people[0]
    )
    assert "place" not in fields(hall, uid)
    meetings.adjourn(hall.desk, uid)
    assert "adjournment" not in fields(hall, uid)
    hall.desk.close()


def test_a_regular_meeting_owes_the_minutes_before_it_a_special_one_does_not() -> None:
    hall = room("ronr")
    hall.hold(hall.plan(11, 21))
    regular = hall.plan(12, 10)
    special = hall.plan(12, 11, kind="special")
    assert "previous_minutes" in fields(hall, regular)
    assert "previous_minutes" not in fields(hall, special)
    hall.item(regular, "Minutes", "approval")
    assert "previous_minutes" not in fields(hall, regular)
    hall.desk.close()


@pytest.mark.parametrize(
    ("counts", "lacking"), [(Tally(5, 0, 0), False), (Tally(4, 1, 0), True), (Tally(4, 0, 1), True)]
)
def test_brown_act_54953_asks_names_of_every_vote_that_was_not_unanimous(
    counts: Tally, lacking: bool
) -> None:
    hall = room()
    uid = hall.plan(11, 24)
    hall.open(uid)
    made = motions.state_motion(
        hall.desk, uid, kind="main", text=t("That it be."), mover_uid=hall.people[1],
        seconder_uids=(hall.people[2],),
    ).value  # fmt: skip
    votes.record_vote(hall.desk, made, method="show_of_hands", counts=counts)
    found = ruled.unnamed_votes(hall.desk, uid, motions.list_motions(hall.desk, uid))
    assert found is not None
    ruling, motions_lacking = found
    assert ruling.holds is not lacking
    assert [one.uid for one in motions_lacking] == ([made] if lacking else [])
    hall.desk.close()


def test_rules_that_ask_no_names_ask_nothing_of_the_record() -> None:
    hall = room("ronr")
    assert ruled.unnamed_votes(hall.desk, hall.plan(), []) is None
    hall.desk.close()


def test_approving_at_a_special_meeting_keeps_ronr_48_on_record() -> None:
    hall = room("ronr")
    first = hall.plan(11, 21)
    hall.hold(first)
    special, regular = hall.plan(12, 3, kind="special"), hall.plan(12, 10)
    assert duties.approval_ruling(hall.desk, regular) is None
    ruling = duties.approval_ruling(hall.desk, special)
    assert ruling is not None
    assert ruling.holds is False
    hall.open(special)
    minutes.approve(hall.desk, first, at_meeting_uid=special)
    kept = [one for one in list_advice(hall.desk, special) if one.code == "special_approval"]
    assert [(one.followed, one.source) for one in kept] == [(False, ruling.source)]
    hall.desk.close()


def test_advice_counts_until_it_is_followed() -> None:
    hall = room()
    uid = hall.plan(11, 24)
    hall.post(uid, datetime(2026, 11, 23, 19, tzinfo=hall.zone))
    hall.open(uid)
    (late,) = ruled.not_followed(hall.desk, uid)
    assert late.code == "late_notice"
    found = {one.code: one for one in minutes.checklist(hall.desk, uid, "th")}
    check = found["rules_not_followed"]
    assert (check.ok, check.rulings[0].source) == (False, late.source)
    hall.desk.close()
