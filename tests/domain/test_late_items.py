"""Late items: grounds, what each takes in the room as it is, special meetings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from council.catalogue import say
from council.domain.duties.duty_rules import LateGround, LateItem
from council.domain.duties.late_items import (
    LateNeed,
    judge_continued,
    judge_finding,
    judge_late_item,
    may_wait,
    need,
    needs_of,
)
from council.domain.messages import Message
from council.domain.vocabulary import ItemKind, MeetingKind
from council.domain.votes.requirements import AllOf, AnyOf, Base, Requirement
from council.domain.votes.tallies import Room

REQUIREMENTS = {
    "majority": Requirement(Fraction(1, 2), strict=True, base=Base.VOTES_CAST),
    "two_thirds_of_present": Requirement(Fraction(2, 3), strict=False, base=Base.PRESENT),
    "unanimous_of_present": Requirement(Fraction(1), strict=False, base=Base.PRESENT),
    "either": AnyOf(
        (
            Requirement(Fraction(2, 3), strict=False, base=Base.PRESENT),
            Requirement(Fraction(1, 2), strict=True, base=Base.SEATS),
        )
    ),
    "both": AllOf(
        (
            Requirement(Fraction(1, 2), strict=True, base=Base.VOTES_CAST),
            Requirement(Fraction(1, 2), strict=True, base=Base.SEATS),
        )
    ),
}
URGENT = LateItem(
    vote="two_thirds_of_present",
    unless_present=Fraction(2, 3),
    of=Base.SEATS,
    then="unanimous_of_present",
)
EMERGENCY = LateItem(vote="majority")
CONTINUED = LateItem(within_days=5)
GROUNDS = {
    LateGround.CONTINUED: CONTINUED,
    LateGround.URGENT: URGENT,
    LateGround.EMERGENCY: EMERGENCY,
}


def room(present: int | None, seats: int | None = 21) -> Room:
    return Room(present, present, seats, seats, seats)


def urgent(present: int | None, seats: int | None = 21) -> LateNeed:
    return need(LateGround.URGENT, URGENT, REQUIREMENTS.get, room(present, seats))


def said(message: Message) -> str:
    for language in ("en", "th"):
        assert say(message, language)
    return say(message, "en")


@pytest.mark.parametrize(
    ("present", "name", "yes"),
    [
        (15, "two_thirds_of_present", 10),
        (14, "two_thirds_of_present", 10),  # exactly two thirds of 21
        (13, "unanimous_of_present", 13),
        (21, "two_thirds_of_present", 14),
        (1, "unanimous_of_present", 1),
    ],
)
def test_brown_act_s10_p93_urgent_item_by_two_thirds_or_all_present(
    present: int, name: str, yes: int
) -> None:
    found = urgent(present)
    assert (found.requirement, found.yes, found.present) == (name, yes, present)
    assert found.ground is LateGround.URGENT
    assert f"at least {yes} yes of the {present} present" in said(found.message)


def test_brown_act_s10_p93_emergency_by_a_majority() -> None:
    found = need(LateGround.EMERGENCY, EMERGENCY, REQUIREMENTS.get, room(15))
    assert (found.requirement, found.yes) == ("majority", 8)
    assert found.message == Message("late_item.emergency", {"yes": 8, "present": 15})


@pytest.mark.parametrize(("seats", "few"), [(21, 14), (20, 14), (3, 2)])
def test_a_plan_says_below_how_many_everybody_must_agree(seats: int, few: int) -> None:
    found = need(LateGround.URGENT, URGENT, REQUIREMENTS.get, room(seats, seats), expected=True)
    assert (found.expected, found.few, found.present) == (True, few, seats)
    assert found.message.code == "late_item.urgent_expected_few"
    assert found.message.params == {"yes": found.yes, "present": seats, "few": few}
    said(found.message)
    assert urgent(15).few is None
    assert urgent(15).expected is False


def test_a_plan_counts_those_who_may_vote_where_the_rule_does() -> None:
    everybody = Requirement(Fraction(1), strict=False, base=Base.PRESENT_ENTITLED)
    rule = LateItem("two_thirds_of_present", Fraction(2, 3), Base.SEATS, "everybody")
    known = {**REQUIREMENTS, "everybody": everybody}
    assert need(LateGround.URGENT, rule, known.get, room(21), expected=True).few == 14


def test_a_plan_without_such_a_rule_says_only_the_number() -> None:
    there = room(15)
    found = need(LateGround.EMERGENCY, EMERGENCY, REQUIREMENTS.get, there, expected=True)
    assert found.few is None
    assert found.message == Message("late_item.emergency_expected", {"yes": 8, "present": 15})
    said(found.message)
    for rule in (
        LateItem("two_thirds_of_present", Fraction(2, 3), Base.SEATS),
        LateItem("two_thirds_of_present", Fraction(2, 3), Base.SEATS, "nothing"),
        LateItem("two_thirds_of_present", Fraction(2, 3), Base.SEATS, "majority"),
        LateItem("two_thirds_of_present", None, Base.SEATS, "unanimous_of_present"),
        LateItem("two_thirds_of_present", Fraction(2, 3), None, "unanimous_of_present"),
    ):
        assert need(LateGround.URGENT, rule, REQUIREMENTS.get, there, expected=True).few is None
    unknown = Room(present=15, present_entitled=15)
    assert need(LateGround.URGENT, URGENT, REQUIREMENTS.get, unknown, expected=True).few is None
    (first, *_) = needs_of(GROUNDS, REQUIREMENTS.get, there, expected=True)
    assert first.expected


def test_recused_members_are_not_counted_among_those_who_vote() -> None:
    there = Room(present=15, present_entitled=11, seats=21)
    assert need(LateGround.EMERGENCY, EMERGENCY, REQUIREMENTS.get, there).yes == 6


@pytest.mark.parametrize(("name", "yes"), [("either", 10), ("both", 11)])
def test_compound_requirements_give_the_part_that_decides(name: str, yes: int) -> None:
    found = need(LateGround.URGENT, LateItem(vote=name), REQUIREMENTS.get, room(15))
    assert found.yes == yes


@pytest.mark.parametrize(("present", "seats"), [(None, 21), (15, None), (None, None)])
def test_what_an_urgent_item_takes_is_unknown_without_the_room(
    present: int | None, seats: int | None
) -> None:
    found = urgent(present, seats)
    assert (found.yes, found.requirement, found.present) == (
        None,
        "two_thirds_of_present",
        present,
    )
    assert found.message == Message("late_item.urgent_unknown")
    said(found.message)


def test_an_emergency_needs_to_know_who_is_present() -> None:
    found = need(LateGround.EMERGENCY, EMERGENCY, REQUIREMENTS.get, room(None))
    assert (found.yes, found.message.code) == (None, "late_item.emergency_unknown")
    said(found.message)


def test_a_fraction_without_a_base_changes_nothing() -> None:
    half = LateItem(vote="majority", unless_present=Fraction(2, 3), within_days=3)
    found = need(LateGround.URGENT, half, REQUIREMENTS.get, room(1, 21))
    assert (found.requirement, found.yes, found.within_days) == ("majority", 1, 3)


def test_who_is_present_may_vote_where_nobody_said_otherwise() -> None:
    there = Room(present=15, seats=21)
    assert need(LateGround.EMERGENCY, EMERGENCY, REQUIREMENTS.get, there).yes == 8


def test_a_ground_keeps_its_days_in_an_unknown_room() -> None:
    rule = LateItem("majority", Fraction(2, 3), Base.SEATS, "majority", 3)
    assert need(LateGround.URGENT, rule, REQUIREMENTS.get, room(None)).within_days == 3


def test_a_ground_without_a_vote_asks_for_no_requirement() -> None:
    assert need(LateGround.CONTINUED, CONTINUED, REQUIREMENTS.__getitem__, room(15)).yes is None


def test_a_requirement_the_rules_do_not_have_is_unknown() -> None:
    found = need(LateGround.URGENT, LateItem(vote="nothing"), REQUIREMENTS.get, room(15))
    assert (found.yes, found.requirement) == (None, "nothing")


def test_brown_act_s10_p93_a_continued_item_needs_no_vote() -> None:
    found = need(LateGround.CONTINUED, CONTINUED, REQUIREMENTS.get, room(15))
    assert (found.requirement, found.yes, found.within_days) == ("", None, 5)
    assert found.message == Message("late_item.continued", {"days": 5})
    assert said(found.message).startswith("continued from a meeting at most 5 days earlier")


def test_a_ground_that_names_no_vote_and_no_days_says_so() -> None:
    assert said(LateNeed(LateGround.CONTINUED).message) == (
        "continued from an earlier meeting for which it was posted"
    )
    assert LateNeed(LateGround.CONTINUED, within_days=0).message.params == {"days": 0}


@pytest.mark.parametrize(
    ("day", "holds"),
    [(20, True), (21, True), (15, False), (14, False), (16, True)],
)
def test_brown_act_s10_p93_continued_at_most_five_calendar_days(day: int, holds: bool) -> None:
    posted = date(2026, 11, day - 1)
    ruling = judge_continued(posted, date(2026, 11, 20), CONTINUED, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (holds, "s", False)
    assert ruling.message.params == {"posted_for": posted, "days": 21 - day, "most": 5}
    assert ruling.message.code.endswith("met" if holds else "too_long")
    said(ruling.message)


def test_an_item_cannot_be_continued_from_a_later_meeting() -> None:
    assert judge_continued(date(2026, 11, 21), date(2026, 11, 20), CONTINUED).holds is False


def test_without_a_limit_any_earlier_meeting_will_do() -> None:
    ruling = judge_continued(date(2025, 1, 1), date(2026, 11, 20), LateItem())
    assert (ruling.holds, ruling.verified, ruling.message.params["most"]) == (True, True, 0)


@pytest.mark.parametrize(("yes", "holds"), [(9, False), (10, True), (11, True)])
def test_a_finding_with_15_of_21_present_takes_10(yes: int, holds: bool) -> None:
    ruling = judge_finding(urgent(15), yes, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (holds, "s", False)
    assert ruling.message.params == {
        "ground": Message("late_ground.urgent"),
        "yes": yes,
        "needed": 10,
    }
    assert ruling.message.code == ("late_item.found" if holds else "late_item.not_found")
    said(ruling.message)
    assert judge_finding(urgent(15), 10).verified is True


def test_a_finding_in_an_unknown_room_cannot_be_determined() -> None:
    ruling = judge_finding(urgent(None), 10, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (None, "s", False)
    assert ruling.message.code == "late_item.urgent_unknown"


@pytest.mark.parametrize("kind", [MeetingKind.SPECIAL, MeetingKind.EMERGENCY])
def test_brown_act_s10_p20_a_special_meeting_decides_only_what_was_noticed(
    kind: MeetingKind,
) -> None:
    needs = needs_of(GROUNDS, REQUIREMENTS.get, room(15))
    ruling = judge_late_item(kind, needs, new_business_special=False, source="s", verified=False)
    assert (ruling.holds, ruling.message.code) == (False, "late_item.special")
    assert (ruling.source, ruling.verified) == ("s", False)
    for free in (True, None):
        other = judge_late_item(kind, needs, new_business_special=free)
        assert other.message.code == "late_item.needs_ground"
    regular = judge_late_item(MeetingKind.REGULAR, needs, new_business_special=False)
    assert regular.message.code == "late_item.needs_ground"


def test_brown_act_s10_p93_a_late_item_is_announced_first_and_needs_a_ground() -> None:
    needs = needs_of(GROUNDS, REQUIREMENTS.get, room(15))
    assert [one.ground for one in needs] == ["emergency", "urgent", "continued"]
    ruling = judge_late_item(MeetingKind.REGULAR, needs, announce=True, source="s", verified=False)
    assert (ruling.holds, ruling.source, ruling.verified) == (False, "s", False)
    assert ruling.message.code == "late_item.needs_ground_announced"
    assert ruling.message.params == {"ways": [one.message for one in needs]}
    assert "Announce it first" in said(ruling.message)
    plain = judge_late_item(MeetingKind.REGULAR, needs)
    assert (plain.message.code, plain.verified) == ("late_item.needs_ground", True)
    said(plain.message)


def test_without_grounds_in_the_rules_it_cannot_be_determined() -> None:
    ruling = judge_late_item(MeetingKind.REGULAR, (), source="s", verified=False)
    assert (ruling.holds, ruling.message.code) == (None, "late_item.no_grounds")
    assert (ruling.source, ruling.verified) == ("s", False)
    said(ruling.message)


def test_only_the_grounds_of_the_rules_are_offered() -> None:
    (only,) = needs_of({LateGround.URGENT: URGENT}, REQUIREMENTS.get, room(15))
    assert (only.ground, only.expected) == (LateGround.URGENT, False)


@pytest.mark.parametrize("kind", list(ItemKind))
def test_items_that_decide_nothing_need_no_place_on_the_agenda(kind: ItemKind) -> None:
    free = {"call_to_order", "roll_call", "announcement", "heading", "public_comment",
            "information", "adjournment", "notice_of_motion"}  # fmt: skip
    assert may_wait(kind) is (kind.value in free)
