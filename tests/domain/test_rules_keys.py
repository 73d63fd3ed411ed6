"""Every key of the rules: what its data read as, what is refused, and which value is the higher."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.domain.duties.duty_rules import (
    AttendanceAlarm,
    Due,
    LateItem,
    Notice,
    PostingPlaces,
    PublicComment,
    QualificationRule,
    RemoteRule,
    RollCallRule,
)
from council.domain.messages import InputRefused
from council.domain.rules.keys import EXACT, FAMILIES, find_key
from council.domain.rules.kinds_motions import MotionRule, ReconsiderRule
from council.domain.rules.kinds_papers import Retention
from council.domain.rules.kinds_votes import SecondTable
from council.domain.rules.values import compare, read
from council.domain.text import Text
from council.domain.votes.quorum import QuorumRule, needed_for
from council.domain.votes.requirements import Base, Requirement
from council.domain.votes.voting import least_yes

MOTION = {
    "class": "subsidiary", "rank": 7, "interrupt": True, "second": 1, "debatable": "no",
    "amendable": False, "vote": "two_thirds", "reconsider": "before_vote",
}  # fmt: skip
HALF = {"fraction": "1/2", "strict": True, "base": "seats"}
URGENT = {"vote": "two_thirds", "unless_present": "2/3", "of": "present", "then": "unanimous"}

READ = [
    ("requirement.own", HALF, Requirement(Fraction(1, 2), True, Base.SEATS)),
    ("requirement.two-thirds", HALF, Requirement(Fraction(1, 2), True, Base.SEATS)),
    (
        "quorum",
        {"kind": "seats_table", "table": [{"from": 9, "needed": 5}, {"from": 1, "needed": 3}]},
        QuorumRule("seats_table", table=((1, 3), (9, 5))),
    ),
    ("vote.abstain", "in_base", "in_base"),
    ("vote.silence", "disallowed", "disallowed"),
    ("tie.motion", "chair_casting", "chair_casting"),
    ("tie.appeal", "chair_sustained", "chair_sustained"),
    ("chair_votes", "only_tie", "only_tie"),
    ("secret_ballot", "forbidden", "forbidden"),
    ("roll_call", {"on_demand": 2, "mandatory": "remote"}, RollCallRule(2, "remote")),
    ("vote_by_member", True, True),
    ("proxies", "forbidden", "forbidden"),
    ("substitutes", "attend", "attend"),
    ("quorum_presence", "in_person", "in_person"),
    ("without_quorum", ["fix_time", "adjourn"], ("fix_time", "adjourn")),
    (
        "second_table",
        [{"from": 1, "needed": 1}, {"from": 8, "needed": 2}],
        SecondTable(((1, 1), (8, 2))),
    ),
    (
        "motion.previous_question",
        MOTION,
        MotionRule("subsidiary", 7, 1, "no", False, "two_thirds", True, "before_vote"),
    ),
    (
        "reconsider",
        {"mover": "prevailing", "within_days": 1, "session": True},
        ReconsiderRule("prevailing", 1, True),
    ),
    ("reconsider", {"mover": "anyone"}, ReconsiderRule("anyone", None, False)),
    ("motion_notice", {"amount": 5, "unit": "days"}, Notice(5, "days")),
    (
        "notice.special",
        {"amount": 3, "unit": "clear_days", "exclude": "uk-england"},
        Notice(3, "clear_days", "uk-england"),
    ),
    ("notice_documents", {"amount": 24, "unit": "hours_elapsed"}, Notice(24, "hours_elapsed")),
    (
        "posting_places",
        [{"place": "website"}, {"place": "physical_place"}, {"least": 5}],
        PostingPlaces(("website", "physical_place"), 5),
    ),
    (
        "late_item.urgent",
        URGENT,
        LateItem("two_thirds", Fraction(2, 3), Base.PRESENT, "unanimous"),
    ),
    ("late_item.continued", {"within_days": 5}, LateItem(within_days=5)),
    ("announce_late_item", True, True),
    ("public_comment.regular", {"general": True, "items": False}, PublicComment(True, False)),
    ("public_comment.translator_factor", 2, 2),
    ("public_comment.minutes", 3, 3),
    ("speaker_name_optional", True, True),
    ("speaking.minutes", 10, 10),
    ("speaking.times", 0, 0),
    ("agenda.title_words", 20, 20),
    ("agenda.new_business_special", False, False),
    ("remote", {"allowed": False}, RemoteRule(False)),
    (
        "remote",
        {
            "allowed": True, "roll_call": True, "listed_in_minutes": True, "yearly_in_person": 1,
            "quorum_inside": True,
        },
        RemoteRule(True, True, True, 1, True),
    ),
    ("record_meeting", True, True),
    ("identify_participants", True, True),
    ("keep_log", False, False),
    ("minutes.mover_printed", True, True),
    ("minutes.speakers_printed", True, True),
    ("minutes.seconder_printed", False, False),
    ("minutes.corrections_listed", False, False),
    ("minutes.signers", ["secretary", "chair"], ("secretary", "chair")),
    ("minutes.required_fields", ["place", "motions"], ("place", "motions")),
    ("minutes.special_approves", False, False),
    ("minutes.draft_due", {"amount": 2, "unit": "weeks"}, Due(2, "weeks", "meeting")),
    (
        "minutes.approved_due",
        {"amount": 30, "unit": "days", "from": "approval"},
        Due(30, "days", "approval"),
    ),
    ("minutes.open_before", {"amount": 1, "unit": "days"}, Notice(1, "days")),
    ("eligibility.funding", {"needs": ["ethics", "age_18"]}, ("ethics", "age_18")),
    ("qualification.ethics", {"months": 24, "score": 70}, QualificationRule(24, 70)),
    ("qualification.age_18", {}, QualificationRule()),
    ("term", {"years": 4}, 4),
    ("meetings_a_year", {"least": 4}, 4),
    (
        "attendance_alarm",
        {"consecutive": 3, "total": 5, "months": 12, "unless_excused": False},
        AttendanceAlarm(3, 5, 12, False),
    ),
    ("seat_lost", {"months": 6}, 6),
    ("vacancy", {"days": 60}, 60),
    ("retention.recordings", {"days": 30}, Retention(30)),
    ("retention.minutes", {"forever": True}, Retention(None)),
    ("locale.calendar", "buddhist", "buddhist"),
    ("locale.digits", "thai", "thai"),
    ("locale.meeting_number", "per_calendar_year", "per_calendar_year"),
    ("duty.serial", {"text": {"en": "No", "th": "ห้าม"}}, Text((("en", "No"), ("th", "ห้าม")))),
]  # fmt: skip


@pytest.mark.parametrize(("key", "data", "typed"), READ, ids=lambda one: str(one)[:40])
def test_what_a_key_reads_as(key, data, typed):
    assert read(key, data) == typed


def test_every_key_is_read_here():
    seen = {key for key, _, _ in READ}
    assert seen >= set(EXACT)
    assert {key.partition(".")[0] for key in seen} >= set(FAMILIES)


BAD = [
    ("requirement.own", {**HALF, "fraction": "3/2"}, "fraction", "out_of_range"),
    ("requirement.own", {**HALF, "fraction": 0.5}, "fraction", "not_a_fraction"),
    ("requirement.own", {**HALF, "base": "dogs"}, "base", "unknown_base"),
    ("vote.abstain", "as_no", "", "not_one_of"),
    ("vote.silence", True, "", "not_one_of"),
    ("roll_call", {"on_demand": -1, "mandatory": "never"}, "on_demand", "not_whole"),
    ("roll_call", {"on_demand": 1}, "mandatory", "missing"),
    ("vote_by_member", "yes", "", "not_true_or_false"),
    ("without_quorum", "adjourn", "", "no_list"),
    ("without_quorum", ["adjourn", "adjourn"], "", "twice"),
    ("without_quorum", ["dance"], "", "not_one_of"),
    ("second_table", [], "", "empty_list"),
    ("second_table", [{"from": 8, "needed": 2}, {"from": 1, "needed": 1}], "", "not_rising"),
    ("second_table", [{"from": 8, "needed": 2}, {"from": 8, "needed": 3}], "", "not_rising"),
    (
        "quorum",
        {"kind": "seats_table", "table": [{"from": 1, "needed": 0}]},
        "needed", "not_whole",
    ),
    ("quorum", {"kind": "seats_table"}, "table", "missing"),
    ("quorum", {"kind": "fraction"}, "fraction", "missing"),
    ("quorum", {"kind": "fraction", "fraction": 0.5}, "fraction", "not_a_fraction"),
    ("motion.amend", {**MOTION, "reconsider": "perhaps"}, "reconsider", "not_one_of"),
    ("motion.amend", {**MOTION, "interrupt": 1}, "interrupt", "not_true_or_false"),
    ("motion.amend", {**MOTION, "vote": 2}, "vote", "no_code"),
    ("reconsider", {"mover": "anyone", "within_days": -1}, "within_days", "not_whole"),
    ("notice.regular", {"amount": 0, "unit": "days"}, "amount", "not_whole"),
    ("notice.regular", {"amount": 72.5, "unit": "hours_elapsed"}, "amount", "not_whole"),
    ("notice.regular", {"amount": 10_000, "unit": "days"}, "amount", "too_great"),
    ("quorum", {"kind": "fixed", "fixed": 10**9}, "fixed", "too_great"),
    ("seat_lost", {"months": 10**12}, "months", "too_great"),
    ("retention.record", {"days": 100_000}, "days", "too_great"),
    (
        "notice.regular",
        {"amount": 72, "unit": "hours_elapsed", "exclude": "uk-england"},
        "exclude", "hours_exclude_nothing",
    ),
    (
        "notice.regular",
        {"amount": 3, "unit": "days", "exclude": "../secrets"},
        "exclude", "no_code",
    ),
    ("notice.picnic", {"amount": 3, "unit": "days"}, "", "unknown_key"),
    ("posting_places", [], "", "empty_list"),
    ("posting_places", [{}], "place", "missing"),
    ("posting_places", [{"place": "Web site"}], "place", "no_code"),
    ("late_item.urgent", {**URGENT, "unless_present": "5/4"}, "unless_present", "out_of_range"),
    ("late_item.urgent", {"vote": "a", "then": "b"}, "unless_present", "missing"),
    ("late_item.whim", {}, "", "unknown_key"),
    ("public_comment.regular", {"general": True}, "items", "missing"),
    ("public_comment.translator_factor", 0, "", "not_whole"),
    ("remote", {"allowed": "yes"}, "allowed", "not_true_or_false"),
    ("minutes.signers", ["king"], "", "not_one_of"),
    ("minutes.required_fields", ["weather"], "", "not_one_of"),
    ("minutes.draft_due", {"amount": 2, "unit": "weeks", "from": "approval"}, "from", "not_one_of"),
    ("minutes.draft_due", {"amount": 2, "unit": "moons"}, "unit", "not_one_of"),
    ("eligibility.funding", {"needs": []}, "needs", "empty_list"),
    ("eligibility.funding", {"needs": ["a", "a"]}, "needs", "twice"),
    ("qualification.ethics", {"score": 101}, "score", "not_percent"),
    ("qualification.ethics", {"months": 0}, "months", "not_whole"),
    ("term", 4, "", "no_table"),
    ("attendance_alarm", {"months": 12}, "consecutive", "missing"),
    ("retention.minutes", {}, "", "days_or_forever"),
    ("retention.minutes", {"days": 3, "forever": True}, "", "days_or_forever"),
    ("retention.minutes", {"forever": False}, "forever", "days_or_forever"),
    ("locale.calendar", "julian", "", "not_one_of"),
    ("duty.serial", {"text": {"en": "No"}}, "text.th", "missing"),
    ("duty.serial", {"text": "No"}, "text", "no_table"),
    ("duty.a.b", {"text": {"en": "No", "th": "ห้าม"}}, "", "unknown_key"),
    ("duty.-a", {"text": {"en": "No", "th": "ห้าม"}}, "", "unknown_key"),
    ("duty.", {"text": {"en": "No", "th": "ห้าม"}}, "", "unknown_key"),
    ("requirement", HALF, "", "unknown_key"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "data", "part", "reason"), BAD, ids=lambda one: str(one)[:40])
def test_an_impossible_rule_is_refused_with_key_and_reason(key, data, part, reason):
    with pytest.raises(InputRefused) as caught:
        read(key, data)
    params = caught.value.message.params
    assert params["key"] == (f"{key}.{part}" if part else key)
    assert params["reason"].code == f"reason.{reason}"


# --- which is the higher -------------------------------------------------------------------------


def need(fraction, base="votes_cast", strict=False, minimum=None):
    data = {"fraction": fraction, "strict": strict, "base": base}
    return data | ({"minimum_yes": minimum} if minimum else {})


def notice(amount, unit, exclude=None):
    return {"amount": amount, "unit": unit} | ({"exclude": exclude} if exclude else {})


HIGHER = [
    ("requirement.x", need("2/3"), need("1/2", strict=True), 1),
    ("requirement.x", need("1/2", strict=True), need("1/2"), 1),
    ("requirement.x", need("1/2"), need("1/2"), 0),
    ("requirement.x", need("1/2", minimum=4), need("1/2"), 1),
    ("requirement.x", need("2/3"), need("1/2", minimum=4), None),
    ("requirement.x", need("2/3", "seats"), need("1/2"), None),
    ("requirement.x", {"all_of": [need("2/3"), need("1/2", "seats")]}, need("1/2"), 1),
    ("requirement.x", {"any_of": [need("2/3"), need("1/2", "seats")]}, need("2/3"), -1),
    ("requirement.x", {"any_of": [need("2/3"), need("3/4")]}, need("2/3"), 0),
    ("requirement.x", {"any_of": [need("2/3"), need("1/2", "seats")]}, need("1/2"), None),
    ("quorum", {"kind": "fixed", "fixed": 8}, {"kind": "fixed", "fixed": 7}, 1),
    ("quorum", {"kind": "fixed", "fixed": 8}, {"kind": "fixed", "fixed": 2, "floor": 8}, 0),
    ("quorum", {"kind": "majority"}, {"kind": "fraction", "fraction": "1/2"}, 1),
    ("quorum", {"kind": "fraction", "fraction": "1/3", "floor": 3}, {"kind": "majority"}, None),
    ("quorum", {"kind": "majority", "base": "seats"}, {"kind": "majority"}, None),
    ("quorum", {"kind": "fixed", "fixed": 8}, {"kind": "majority"}, None),
    ("notice.regular", notice(96, "hours_elapsed"), notice(72, "hours_elapsed"), 1),
    ("notice.regular", notice(3, "clear_days"), notice(4, "days"), 0),
    ("notice.regular", notice(3, "clear_days"), notice(3, "days"), 1),
    ("notice.regular", notice(3, "days", "uk-england"), notice(3, "days"), 1),
    ("notice.regular", notice(5, "days"), notice(3, "days", "uk-england"), None),
    ("notice.regular", notice(5, "days", "uk-england"), notice(3, "days", "uk-england"), 1),
    ("notice.regular", notice(3, "days"), notice(72, "hours_elapsed"), None),
    ("notice.regular", notice(7, "days"), notice(72, "hours_elapsed"), 1),
    ("notice.regular", notice(24, "hours_elapsed"), notice(3, "days"), -1),
    ("notice.regular", notice(200, "hours_elapsed"), notice(3, "days"), 1),
    ("minutes.draft_due", {"amount": 2, "unit": "weeks"}, {"amount": 14, "unit": "days"}, 0),
    ("minutes.draft_due", {"amount": 1, "unit": "weeks"}, {"amount": 14, "unit": "days"}, -1),
    ("minutes.draft_due", {"amount": 1, "unit": "months"}, {"amount": 30, "unit": "days"}, None),
    ("minutes.draft_due", {"amount": 2, "unit": "hours"}, {"amount": 1, "unit": "hours"}, 1),
    ("minutes.draft_due", {"amount": 48, "unit": "hours"}, {"amount": 2, "unit": "days"}, None),
    ("minutes.draft_due", {"amount": 2, "unit": "months"}, {"amount": 1, "unit": "months"}, 1),
    ("notice.regular", notice(98, "hours_elapsed"), notice(3, "days"), 1),
    ("notice.regular", notice(97, "hours_elapsed"), notice(3, "days"), None),
    ("notice.regular", notice(98, "hours_elapsed"), notice(3, "clear_days"), None),
    ("notice.regular", notice(46, "hours_elapsed"), notice(3, "days"), -1),
    ("notice.regular", notice(47, "hours_elapsed"), notice(3, "days"), None),
    ("requirement.x", need("1/2", minimum=1), need("1/2"), 0),
    ("quorum", {"kind": "majority"}, {"kind": "majority"}, 0),
    ("quorum", {"kind": "majority", "floor": 3}, {"kind": "majority"}, 1),
    ("without_quorum", ["adjourn", "recess"], ["recess", "adjourn"], 0),
    ("remote", {"allowed": True, "quorum_inside": True}, {"allowed": True}, 1),
    ("remote", {"allowed": True, "listed_in_minutes": True}, {"allowed": True}, 1),
    ("remote", {"allowed": True}, {"allowed": True}, 0),
    ("attendance_alarm", {"consecutive": 3, "total": 5}, {"total": 5}, None),
    ("secret_ballot", "forbidden", "allowed", 1),
    ("secret_ballot", "allowed", "allowed", 0),
    ("quorum_presence", "any", "in_person", -1),
    ("vote_by_member", True, False, 1),
    ("without_quorum", ["adjourn", "recess"], ["adjourn"], 1),
    ("without_quorum", ["recess"], ["adjourn"], None),
    (
        "roll_call",
        {"on_demand": 1, "mandatory": "remote"}, {"on_demand": 3, "mandatory": "never"}, 1,
    ),
    (
        "roll_call",
        {"on_demand": 0, "mandatory": "remote"}, {"on_demand": 3, "mandatory": "never"}, None,
    ),
    ("posting_places", [{"place": "a"}, {"least": 2}], [{"place": "a"}], 1),
    ("posting_places", [{"place": "a"}], [{"place": "b"}], None),
    (
        "public_comment.regular",
        {"general": True, "items": False}, {"general": False, "items": True}, None,
    ),
    ("public_comment.regular", {"general": True, "items": True},
     {"general": False, "items": True}, 1),
    ("remote", {"allowed": False}, {"allowed": True, "roll_call": True}, 1),
    ("remote", {"allowed": True, "roll_call": True}, {"allowed": True}, 1),
    (
        "remote",
        {"allowed": True, "yearly_in_person": 1}, {"allowed": True, "roll_call": True}, None,
    ),
    ("motion.main", MOTION, {**MOTION, "second": 0}, 1),
    ("motion.main", MOTION, {**MOTION, "rank": 6}, None),
    ("eligibility.x", {"needs": ["a", "b"]}, {"needs": ["b"]}, 1),
    ("attendance_alarm", {"consecutive": 3}, {"consecutive": 5}, -1),
    ("attendance_alarm", {"total": 3}, {"total": 2}, 1),
    ("attendance_alarm", {"total": 3}, {"consecutive": 2}, None),
    ("attendance_alarm", {"total": 3}, {"total": 3}, 0),
    ("retention.x", {"forever": True}, {"days": 30}, 1),
    ("retention.x", {"days": 31}, {"days": 30}, 1),
    ("seat_lost", {"months": 6}, {"months": 7}, -1),
    ("tie.motion", "lost", "lost", None),
    ("dogs", 1, 2, None),
]  # fmt: skip


@pytest.mark.parametrize(("key", "one", "other", "higher"), HIGHER, ids=lambda one: str(one)[:40])
def test_which_of_two_values_is_the_higher(key, one, other, higher):
    known = find_key(key)
    first, second = (read(key, data) if known else data for data in (one, other))
    assert compare(key, first, second) == higher
    assert compare(key, second, first) == (None if higher is None else -higher)


SHARES = st.fractions(min_value=Fraction(1, 9), max_value=1, max_denominator=9)


@given(SHARES, SHARES, st.booleans(), st.booleans(), st.integers(0, 60))
def test_a_higher_requirement_never_needs_fewer_yes(one, other, strict, lax, base):
    first = Requirement(one, strict and one < 1, Base.SEATS)
    second = Requirement(other, lax and other < 1, Base.SEATS)
    order = compare("requirement.x", first, second)
    needed = least_yes(first, base), least_yes(second, base)
    assert needed[0] >= needed[1] if order == 1 else order != 0 or needed[0] == needed[1]


@given(st.sampled_from(["1/3", "1/2", "2/3"]), st.integers(1, 5), st.integers(1, 5),
       st.integers(0, 60))  # fmt: skip
def test_a_higher_quorum_never_needs_fewer(fraction, floor, other, base):
    rules = [
        read("quorum", {"kind": "fraction", "fraction": fraction, "floor": floor}),
        read("quorum", {"kind": "majority", "floor": other}),
    ]
    order = compare("quorum", *rules)
    needed = [needed_for(rule, base) for rule in rules]
    if order:
        assert needed[0] >= needed[1] if order == 1 else needed[0] <= needed[1]
