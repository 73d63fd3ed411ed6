"""A council's own rules: each with article and reason, for its time, in steps to undo."""

from __future__ import annotations

from datetime import date

import pytest
from desks import back_and_forth, empty_desk, founded, words
from hall import convene

from council.catalogue import say
from council.domain.messages import InputRefused, NotAllowed
from council.domain.rules.bylaws import Bylaw
from council.services import bylaws, council, today
from council.services.duties import meeting_duties as duties
from council.services.records import exporting, importing

JULY = date(2026, 7, 1)


def quorum_on(desk, day=None):
    rule = council.get_rules(desk, day).quorum
    return rule.fixed if rule.kind == "fixed" else rule.kind.value


FIXED = {"kind": "fixed", "fixed": 4}


def test_an_own_rule_binds_with_article_and_reason_and_can_be_undone():
    desk = founded()
    before = council.get_rules(desk)
    why = words("Small boards may meet quickly", "ประชุมได้รวดเร็ว")
    back_and_forth(desk, bylaws.set_bylaw, "quorum", FIXED, article=" V.2 ", reason=why)
    assert quorum_on(desk) == 4
    value = council.get_rules(desk).get("quorum")
    assert (value.source, value.article, value.reason, value.overridden) == (
        "V.2",
        "V.2",
        why,
        True,
    )
    assert bylaws.get_bylaws(desk) == [Bylaw("quorum", FIXED, "V.2", why)]
    back_and_forth(desk, bylaws.remove_bylaw, "quorum")
    assert council.get_rules(desk).quorum == before.quorum
    assert bylaws.get_bylaws(desk) == []


def test_without_article_and_day_it_is_kept_as_plainly_as_before():
    desk = founded()
    bylaws.set_bylaw(desk, "minutes.seconder_printed", True)
    assert council.rule_choices(desk)[0].overrides == {"minutes.seconder_printed": True}


def test_a_later_value_leaves_the_earlier_one_its_days():
    desk = founded()
    bylaws.set_bylaw(desk, "quorum", {"kind": "fixed", "fixed": 3}, article="V.2")
    bylaws.set_bylaw(desk, "quorum", FIXED, article="V.2 as amended", from_on=JULY)
    assert quorum_on(desk, date(2026, 6, 30)) == 3
    assert quorum_on(desk, JULY) == 4
    spans = [(one.from_on, one.to_on, one.data["fixed"]) for one in bylaws.get_bylaws(desk)]
    assert spans == [(None, date(2026, 6, 30), 3), (JULY, None, 4)]
    bylaws.set_bylaw(desk, "quorum", FIXED)
    assert [one.from_on for one in bylaws.get_bylaws(desk)] == [None]


def test_a_value_for_some_weeks_leaves_the_one_around_it():
    desk = founded()
    bylaws.set_bylaw(desk, "quorum", FIXED)
    emergency = {"kind": "fixed", "fixed": 2}
    bylaws.set_bylaw(desk, "quorum", emergency, from_on=JULY, to_on=date(2026, 7, 31))
    days = (date(2026, 6, 30), JULY, date(2026, 7, 31), date(2026, 8, 1))
    assert [quorum_on(desk, day) for day in days] == [4, 2, 2, 4]


def test_before_its_first_day_the_bylaws_say_nothing():
    desk = founded()
    bylaws.set_bylaw(desk, "quorum", FIXED, from_on=JULY)
    assert quorum_on(desk, date(2026, 6, 30)) == "majority"


def test_a_whole_value_takes_the_place_of_its_parts():
    desk = founded()
    bylaws.set_bylaw(desk, "quorum.floor", 3, article="V.2")
    assert council.get_rules(desk).quorum.floor == 3
    bylaws.set_bylaw(desk, "quorum", FIXED)
    assert [one.key for one in bylaws.get_bylaws(desk)] == ["quorum"]
    bylaws.set_bylaw(desk, "quorum.fixed", 5)
    assert quorum_on(desk) == 5


def test_own_rules_stay_when_other_packs_are_chosen_from_a_day():
    desk = founded()
    bylaws.set_bylaw(desk, "quorum", FIXED)
    council.set_rules(desk, "ronr", {}, from_on=JULY)
    bylaws.set_bylaw(desk, "tie.motion", "chair_casting")
    for day in (date(2026, 6, 30), JULY):
        assert quorum_on(desk, day) == 4
        assert council.get_rules(desk, day).tie == "chair_casting"
    assert council.get_rules(desk, date(2026, 6, 30)).seconds_needed("main") == 0
    assert council.get_rules(desk, JULY).seconds_needed("main") == 1


def test_a_pack_chosen_from_a_day_takes_the_place_of_a_higher_one_before():
    desk = founded()
    council.set_rules(desk, "us-ca-brown", {})
    council.set_rules(desk, "ronr", {}, from_on=JULY)
    assert council.get_rules(desk, date(2026, 6, 30)).secret_ballot == "forbidden"
    assert council.get_rules(desk, JULY).secret_ballot == "allowed"


def test_an_own_rule_below_the_law_is_kept_and_does_not_bind():
    desk = founded()
    council.set_rules(desk, "us-ca-brown", {})
    bylaws.set_bylaw(desk, "secret_ballot", "allowed", article="VIII")
    rules = council.get_rules(desk)
    assert rules.secret_ballot == "forbidden"
    mine = next(layer for layer in rules.layers_of("secret_ballot") if layer.pack == "bylaws")
    assert not mine.binds
    for language in ("en", "th"):
        assert say(mine.why, language)


@pytest.mark.parametrize(
    ("key", "value", "at", "reason"),
    [
        ("quorum.kind", "whim", "quorum.kind", "not_one_of"),
        ("dogs", 1, "dogs", "unknown_key"),
        ("motion.main.vote", "whim", "motion.main.vote", "no_requirement"),
        ("eligibility.funding", {"needs": ["magic"]}, "eligibility.funding.needs",
         "no_qualification"),
        ("notice.regular", {"amount": 3, "unit": "clear_days", "exclude": "moon"},
         "notice.regular.exclude", "no_calendar"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(key, value, at, reason):
    desk = founded()
    with pytest.raises(InputRefused) as caught:
        bylaws.set_bylaw(desk, key, value)
    assert caught.value.message.params["key"] == at
    assert caught.value.message.params["reason"].code == f"reason.{reason}"
    assert bylaws.get_bylaws(desk) == []


def test_a_value_that_ends_before_it_begins_is_refused():
    desk = founded()
    with pytest.raises(InputRefused) as caught:
        bylaws.set_bylaw(desk, "quorum", FIXED, from_on=JULY, to_on=date(2026, 6, 1))
    assert caught.value.message.params["reason"].code == "reason.ends_first"


def test_what_is_not_there_cannot_be_taken_away():
    with pytest.raises(InputRefused) as caught:
        bylaws.remove_bylaw(founded(), "quorum")
    assert caught.value.code == "error.no_bylaw"
    with pytest.raises(NotAllowed):
        bylaws.set_bylaw(empty_desk(), "quorum", FIXED)


def test_own_rules_travel_in_the_record():
    desk = founded()
    why = words("As amended", "แก้ไขเพิ่มเติม")
    bylaws.set_bylaw(desk, "quorum", {"kind": "fixed", "fixed": 3})
    bylaws.set_bylaw(desk, "quorum", FIXED, article="V.2", reason=why, from_on=JULY)
    bylaws.set_bylaw(desk, "tie.motion", "chair_casting", article="VIII.1")
    record = exporting.export_record(desk)
    other = empty_desk()
    importing.import_record(other, record)
    assert bylaws.get_bylaws(other) == bylaws.get_bylaws(desk)
    assert exporting.export_record(other) == record


@pytest.mark.parametrize("unit", ["hours_elapsed", "clear_days", "days"])
def test_the_longest_notice_a_rule_may_ask_for_still_has_a_last_day(unit):
    """A longer one is refused: a deadline before the calendar begins stopped the first page."""
    hall = convene()
    key, longest = "notice.regular", {"amount": 9_999, "unit": unit}
    with pytest.raises(InputRefused):
        bylaws.set_bylaw(hall.desk, key, {**longest, "amount": 10_000})
    bylaws.set_bylaw(hall.desk, key, longest)
    row = duties.notice_deadline(hall.desk, hall.meeting)
    assert row is not None
    assert today.today(hall.desk) is not None
