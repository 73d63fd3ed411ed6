"""Every rule a pack may hold is told as a sentence, compared, found and tried with numbers."""

from __future__ import annotations

from datetime import date

import pytest

from council import catalogue
from council.domain.messages import InputRefused
from council.domain.rules.keys import EXACT, FAMILIES
from council.domain.rules.layers import resolve
from council.domain.rules.values import read
from council.domain.vocabulary import Choice, Method, MotionKind
from council.services.desk import Packs
from council.services.rules import bench, compare, fields, lines, printing, search, sentences
from council.services.rules.groups import GROUPS, group_of
from council.services.rules.motion_words import cells_of

PACKS = Packs()
RONR = resolve([PACKS["ronr"]])
LANGUAGES = ("en", "th")


def say(key, data, language="en", book=RONR):
    return catalogue.say(sentences.sentence(key, data, book), language)


SAID = {
    ("quorum", "majority"): (
        {"kind": "majority", "base": "seats"},
        "A quorum is more than half of all seats (vacant ones included).",
    ),
    ("quorum", "fraction"): (
        {"kind": "fraction", "fraction": "1/3", "base": "seats", "floor": 3},
        ("A quorum is at least one third of all seats (vacant ones included). It is never fewer"
        " than 3."),
    ),
    ("quorum", "odd fraction"): (
        {"kind": "fraction", "fraction": "2/5"},
        "A quorum is at least 2/5 of the members in office.",
    ),
    ("quorum", "fixed"): ({"kind": "fixed", "fixed": 7}, "A quorum is 7 members."),
    ("quorum", "table"): (
        {"kind": "seats_table", "table": [{"from": 1, "needed": 3}, {"from": 9, "needed": 5}]},
        "The quorum follows the members in office: 3 from 1 on and 5 from 9 on.",
    ),
    ("quorum_presence", ""): (
        "in_person",
        "Only members who are in the room count for the quorum.",
    ),
    ("without_quorum", ""): (
        ["adjourn", "lay_aside"],
        "Without a quorum a meeting may still do this: adjourn and Lay aside for now.",
    ),
    ("without_quorum", "none"): ([], "Without a quorum a meeting can decide nothing."),
    ("requirement.majority", ""): (
        {"fraction": "1/2", "strict": True, "base": "votes_cast"},
        "A motion is carried by more than half of the votes cast; abstentions do not count.",
    ),
    ("requirement.two_thirds", "least"): (
        {"fraction": "2/3", "strict": False, "base": "present", "minimum_yes": 5},
        ("Where the rules ask for two thirds, a motion is carried by at least two thirds of the"
        " members present, and never fewer than 5 yes; an abstention works like a no."),
    ),
    ("requirement.own", "all of"): (
        {
            "all_of": [
                {"fraction": "1/1", "strict": False, "base": "votes_cast_and_abstentions"},
                {"fraction": "1/2", "strict": True, "base": "seats"},
            ]
        },
        ("Where the rules ask for own, a motion is carried by all of the votes and abstentions"
        " together, and also by more than half of all seats (vacant ones included); abstentions"
        " count in the total."),
    ),
    ("vote.abstain", ""): ("as_yes", "An abstention counts as a yes."),
    ("vote.silence", ""): (
        "disallowed",
        "Every member present must vote or say that they abstain.",
    ),
    ("tie.motion", ""): (
        "chair_casting",
        "With as many yes as no, the chair's casting vote decides.",
    ),
    ("tie.appeal", ""): ("lost", "An appeal with as many yes as no is lost."),
    ("chair_votes", ""): ("only_tie", "The chair votes only when there is a tie."),
    ("secret_ballot", ""): (
        "forbidden",
        "No vote may be secret, neither a preliminary nor a final one.",
    ),
    ("roll_call", ""): (
        {"on_demand": 2, "mandatory": "remote"},
        ("2 members can demand a roll call. As soon as somebody takes part from elsewhere, every"
        " vote is a roll call."),
    ),
    ("roll_call", "always"): (
        {"on_demand": 0, "mandatory": "always"},
        "Every vote is a roll call.",
    ),
    ("vote_by_member", ""): (
        True,
        "The record says how each member present voted, or that they abstained.",
    ),
    ("proxies", ""): ("forbidden", "Nobody may vote for another member."),
    ("substitutes", ""): (
        "attend",
        "Whoever comes in the place of a member attends without a vote.",
    ),
    ("second_table", ""): (
        [{"from": 0, "needed": 1}, {"from": 8, "needed": 2}],
        ("A member's main motion needs 1 seconder with fewer than 8 members in office and"
        " 2 seconders with 8 members or more."),
    ),
    ("motion.amend", ""): (
        {
            "class": "subsidiary", "rank": 3, "second": 1, "debatable": "if_target",
            "amendable": True, "vote": "majority", "reconsider": "not_begun", "interrupt": True,
        },
        ("Amendment: rank 3; may interrupt a speaker; 1 seconder; is debated if the motion it"
        " applies to may be; may be amended; decided by a majority; may be reconsidered until the"
        " work on it has begun."),
    ),
    ("motion.point_of_order", ""): (
        {
            "class": "incidental", "second": 0, "debatable": "no", "amendable": False,
            "vote": "chair_rules",
        },
        "Point of order: no seconder; is not debated; cannot be amended; the chair rules on it.",
    ),
    ("reconsider", ""): (
        {"mover": "prevailing", "within_days": 1, "session": True},
        ("Only a member who voted on the prevailing side may move to reconsider a decision, on the"
        " same day or within 1 day, within the same session."),
    ),
    ("reconsider", "any time"): (
        {"mover": "anyone"},
        "Any member may move to reconsider a decision, at any time.",
    ),
    ("motion_notice", ""): (
        {"amount": 5, "unit": "days"},
        "A written motion must reach the chair at least 5 days before the meeting.",
    ),
    ("notice.regular", ""): (
        {"amount": 72, "unit": "hours_elapsed"},
        ("Regular meeting: notice must be posted at least 72 hours before it begins; every hour"
        " counts, also at weekends."),
    ),
    ("notice.annual", "clear"): (
        {"amount": 3, "unit": "clear_days", "exclude": "own-calendar"},
        ("Annual meeting: notice must be posted at least 3 clear days before; neither the day of"
        " posting nor the day of the meeting counts. Days off are left out: own-calendar."),
    ),
    ("notice_documents", ""): (
        {"amount": 24, "unit": "hours_elapsed"},
        "Papers that will be discussed must be public at least 24 hours before the meeting.",
    ),
    ("posting_places", ""): (
        [{"place": "website"}, {"place": "physical_place", "least": 2}, {"least": 5}],
        ("Notice must be posted here: the council's website and a physical place in the area, at"
        " least 2. Notice must be posted at 5 places or more."),
    ),
    ("late_item.emergency", ""): (
        {},
        "In an emergency the meeting may act on an item that was not posted.",
    ),
    ("late_item.urgent", ""): (
        {"vote": "two_thirds", "unless_present": "2/3", "of": "seats", "then": "unanimous"},
        ("The meeting may act on an item that was not posted when the need arose after posting and"
        " cannot wait. Condition: the meeting finds so by two thirds, or by unanimity when"
        " fewer than two thirds of all seats (vacant ones included) are present."),
    ),
    ("late_item.continued", ""): (
        {"within_days": 5},
        ("The meeting may act on an item that was continued from an earlier meeting which had it"
        " posted. Condition: that meeting was at most 5 days earlier."),
    ),
    ("announce_late_item", ""): (
        True,
        "A late item must be announced to the public before it is taken up.",
    ),
    ("public_comment.regular", ""): (
        {"general": True, "items": True},
        ("Regular meeting: the public may speak on any subject of the council, and on each item"
        " before it is decided."),
    ),
    ("public_comment.special", ""): (
        {"general": False, "items": False},
        "Special meeting: the council need not hear the public.",
    ),
    ("public_comment.translator_factor", ""): (
        2,
        ("Someone who speaks with a translator gets at least 2 times the usual time, unless it is"
        " translated at the same time."),
    ),
    ("public_comment.minutes", ""): (3, "A resident speaks for at most 3 minutes."),
    ("speaking.minutes", ""): (10, "A member speaks for at most 10 minutes at a time."),
    ("speaking.times", ""): (2, "A member speaks at most 2 times to one question."),
    ("speaking.times", "any"): (0, "A member may speak to one question any number of times."),
    ("speaker_name_optional", ""): (False, "Speakers give their name."),
    ("agenda.title_words", ""): (20, "An item's title has no more than about 20 words."),
    ("agenda.new_business_special", ""): (
        False,
        "A special meeting deals only with the business in its notice.",
    ),
    ("remote", ""): ({"allowed": False}, "Members cannot take part from elsewhere."),
    ("remote", "conditions"): (
        {"allowed": True, "roll_call": True, "yearly_in_person": 1},
        ("Members may take part from elsewhere. Then every vote is a roll call. At least 1 meeting"
        " a year must have a quorum in one room."),
    ),
    ("record_meeting", ""): (True, "The meeting must be recorded, as sound or video."),
    ("identify_participants", ""): (
        True,
        "Everyone who takes part must be identified before the meeting begins.",
    ),
    ("keep_log", ""): (False, "No log of the connection need be kept."),
    ("minutes.mover_printed", ""): (True, "The minutes name who made a motion."),
    ("minutes.speakers_printed", ""): (True, "The minutes name who spoke to an item."),
    ("minutes.seconder_printed", ""): (
        False,
        "The minutes do not name who seconded a motion.",
    ),
    ("minutes.corrections_listed", ""): (
        True,
        "The minutes of the approving meeting list each correction made to the earlier minutes.",
    ),
    ("minutes.signers", ""): (
        ["chair", "secretary"],
        "These sign the minutes: Chair and Secretary.",
    ),
    ("minutes.required_fields", ""): (
        ["date", "place"],
        "The minutes must say: the date and the place.",
    ),
    ("minutes.special_approves", ""): (True, "A special meeting may approve minutes."),
    ("minutes.draft_due", ""): (
        {"amount": 2, "unit": "weeks"},
        "Draft minutes must be public within 2 weeks of the meeting, approved or not.",
    ),
    ("minutes.approved_due", ""): (
        {"amount": 30, "unit": "days", "from": "approval"},
        "Approved minutes must be public within 30 days of their approval.",
    ),
    ("minutes.open_before", ""): (
        {"amount": 1, "unit": "days"},
        ("Members must be able to read the minutes at least 1 day before the meeting that approves"
        " them."),
    ),
    ("eligibility.funding", ""): (
        {"needs": ["seated", "age_18"]},
        "To vote on money, a member needs: a seat on the council and an age of 18 or over.",
    ),
    ("qualification.funding_training", ""): (
        {"months": 24, "score": 70},
        "Funding training: good for 24 months. It is passed with 70 percent or more.",
    ),
    ("qualification.age_18", ""): ({}, "Age 18 or over: good for the whole time in office."),
    ("term", ""): ({"years": 2}, "A term of office lasts 2 years."),
    ("meetings_a_year", ""): ({"least": 4}, "The council meets at least 4 times a year."),
    ("attendance_alarm", ""): (
        {"consecutive": 3, "total": 5, "months": 12},
        ("A member's seat comes up for discussion after 3 absences in a row or 5 absences within"
        " 12 months. Excused absences are left out."),
    ),
    ("seat_lost", ""): (
        {"months": 6},
        "A member who attends nothing for 6 months without an approved reason loses the seat.",
    ),
    ("vacancy", ""): ({"days": 60}, "A vacant seat is announced or filled within 60 days."),
    ("retention.recording", ""): (
        {"days": 30},
        "The council's own recording: kept for at least 30 days.",
    ),
    ("retention.minutes", ""): ({"forever": True}, "Minutes: kept for good."),
    ("locale.calendar", ""): (
        "buddhist",
        "Years are those of the Buddhist Era, such as 2569.",
    ),
    ("locale.digits", ""): ("latn", "Documents use the digits 0 to 9."),
    ("locale.meeting_number", ""): (
        "running",
        "Meetings are numbered on from year to year.",
    ),
    ("duty.serial", ""): (
        {"text": {"en": "Members do not meet one by one.", "th": "ห้ามหารือทีละคน"}},
        "Members do not meet one by one.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("key", "words"), [
    pytest.param(key, words, id=f"{key} {case}".strip()) for (key, case), words in SAID.items()
])  # fmt: skip
def test_a_rule_reads_as_a_plain_sentence(key, words):
    data, english = words
    assert say(key, data) == english
    thai = say(key, data, "th")
    assert any("\u0e00" <= char <= "\u0e7f" for char in thai)
    assert "{" not in thai


def test_there_is_a_sentence_for_every_key_of_the_rules():
    told = {key for key, _ in SAID}
    assert sorted(set(EXACT) - told) == []
    assert sorted(set(FAMILIES) - {key.partition(".")[0] for key in told}) == []


@pytest.mark.parametrize("uid", list(PACKS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_a_pack_falls_back_to_its_bare_data(uid, language):
    bare = {"rule_says.other", "rule_name.other"}
    for line in lines.lines_of(resolve([PACKS[uid]]), PACKS):
        assert line.sentence.code not in bare, line.key
        assert line.label.code not in bare, line.key
        assert line.source
        assert "{" not in catalogue.say(line.sentence, language)
        assert "_" not in catalogue.say(line.sentence, language), line.key
        assert "_" not in catalogue.say(line.label, language), line.key


def test_a_shape_nobody_knows_is_shown_instead_of_refused():
    assert say("quorum", 7) == "Quorum: 7."
    assert say("new_rule", {"a": 1}) == "new rule: {'a': 1}."


def test_abstentions_that_count_change_what_a_majority_of_votes_cast_says_nyc_cb():
    rules = resolve([PACKS["ronr"]], {"vote.abstain": "in_base"})
    data = {"fraction": "1/2", "strict": True, "base": "votes_cast"}
    assert say("requirement.majority", data, book=rules).endswith("abstentions count in the total.")


def test_groups_stand_in_the_order_of_the_page_and_motions_by_precedence_ronr_5():
    found = lines.lines_of(RONR, PACKS)
    order = [GROUPS.index(line.group) for line in found]
    assert order == sorted(order)
    ranks = [line.cells.rank for line in found if line.cells]
    assert ranks[:13] == list(range(13, 0, -1))
    assert not any(ranks[13:])
    assert group_of("nobody_knows") == GROUPS[-1]


def test_a_motion_is_a_row_of_words():
    cells = cells_of("main", RONR.get("motion.main").data)
    said = [catalogue.say(one, "en") for one in (cells.debate, cells.amend, cells.vote)]
    assert (cells.rank, cells.second, said) == (1, 1, ["yes", "yes", "majority"])


# --- layers --------------------------------------------------------------------------------------


def _line(key, packs, bylaws):
    rules = resolve([PACKS[uid] for uid in packs], bylaws, date(2026, 12, 5))
    return lines.line_of(key, rules, PACKS), rules


def test_a_bylaw_says_which_rule_it_stands_in_place_of():
    own = {"value": {"kind": "fixed", "fixed": 7}, "article": "V.2"}
    line, rules = _line("quorum", ["ronr"], {"quorum": own})
    assert line.own
    assert line.sentence.code == "rule_says.quorum_fixed"
    assert catalogue.say(line.remark, "en") == (
        "Your bylaws, art. V.2, instead of Robert's Rules of Order: A quorum is more than half of"
        " the members in office."
    )
    layers = lines.layer_lines("quorum", rules, PACKS)
    assert [(layer.own, layer.binds) for layer in layers] == [(True, True), (False, False)]


def test_a_bylaw_against_the_law_is_shown_with_what_binds_brown_act_54954_2():
    laxer = {"value": {"amount": 48, "unit": "hours_elapsed"}, "article": "VIII.1"}
    line, rules = _line("notice.regular", ["us-ca-brown"], {"notice.regular": laxer})
    assert rules.notice("regular").amount == 72
    assert line.own
    said = catalogue.say(line.remark, "en")
    assert said.startswith("Your bylaws, art. VIII.1 would say: Regular meeting: notice must be")
    assert "48 hours" in said


def test_a_rule_that_is_not_known_yet_says_from_when_it_is():
    line, _ = _line("minutes.approved_due", ["us-ca-la-nc"], {})
    assert line.known
    rules = resolve([PACKS["us-ca-la-nc"]], {}, date(2010, 1, 1))
    unknown = [key for key in rules.keys() if not rules.find(key).known]  # noqa: SIM118
    assert unknown
    for key in unknown:
        old = lines.line_of(key, rules, PACKS)
        assert not old.known
        assert catalogue.say(old.sentence, "en").startswith("Not known for this day")


# --- two packs side by side ----------------------------------------------------------------------


def test_packs_are_compared_by_what_they_mean():
    rows = {row.key: row for row in compare.compare(RONR, resolve([PACKS["us-nyc-cb"]]))}
    assert rows["vote.abstain"].differs
    assert rows["requirement.majority"].differs
    assert not rows["tie.motion"].differs
    assert rows["term"].one is None
    assert rows["term"].other.source


def test_the_same_requirement_differs_when_abstentions_count_differently():
    other = resolve([PACKS["ronr"]], {"vote.abstain": "in_base"})
    rows = {row.key: row for row in compare.compare(RONR, other)}
    assert rows["requirement.two_thirds"].differs
    assert not rows["quorum"].differs


# --- search --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("quorum", ["a"]),
        ("QUORUM half", ["a"]),
        ("72", ["b"]),
        ("๗๒", ["b"]),
        ("องค์ประชุม", ["c"]),
        ("resume", ["d"]),
        ("", ["a", "b", "c", "d"]),
        ("quorum 72", []),
    ],
)
def test_every_word_must_be_in_the_line(wanted, found):
    said = {
        "a": "A quorum is half",
        "b": "72 hours",
        "c": "องค์ประชุมคือกึ่งหนึ่ง",
        "d": "Résumé",
    }
    assert search.find(wanted, {key: search.fold(words) for key, words in said.items()}) == found


# --- the bench -----------------------------------------------------------------------------------

NYC = bench.Numbers(seats=50, in_office=50, present=26, yes=10, no=9, abstain=7)


def _try(uid, numbers):
    pack = PACKS[uid]
    return bench.try_numbers(uid, pack.name, resolve([pack]), numbers)


@pytest.mark.parametrize(
    ("uid", "outcome"), [("us-nyc-cb", "lost"), ("ronr", "carried"), ("uk-parish", "carried")]
)
def test_ten_nine_seven_of_26_is_lost_in_new_york_city_and_carried_under_roberts_rules(
    uid, outcome
):
    line = _try(uid, NYC)
    assert line.outcome == outcome
    assert line.source
    assert catalogue.say(line.because, "en").startswith("A motion is carried by")
    assert line.quorum.met is True
    assert catalogue.say(line.message, "th")


def test_a_tie_waits_for_the_chair_in_england_and_is_lost_under_roberts_rules():
    tie = bench.Numbers(seats=13, in_office=13, present=10, yes=5, no=5)
    assert [_try(uid, tie).outcome for uid in ("ronr", "uk-parish")] == ["lost", "lost"]
    cast = bench.Numbers(seats=13, in_office=13, present=10, yes=5, no=5, casting=Choice.YES)
    assert [_try(uid, cast).outcome for uid in ("ronr", "uk-parish")] == ["lost", "carried"]


def test_what_breaks_another_rule_is_said_beside_the_outcome():
    secret = bench.Numbers(9, 9, 9, 5, 4, method=Method.SECRET_BALLOT)
    assert [m.code for m in _try("us-ca-brown", secret).warnings] == ["rule_says.secret_forbidden"]
    assert _try("ronr", secret).warnings == ()
    silent = bench.Numbers(9, 9, 9, 5, 3, silent=1)
    assert [m.code for m in _try("us-nyc-cb", silent).warnings] == ["rule_says.silence_disallowed"]
    remote = bench.Numbers(9, 9, 9, 5, 4, remote=1)
    assert [m.code for m in _try("us-ca-brown", remote).warnings] == ["rule_says.two"]
    by_roll = bench.Numbers(9, 9, 9, 5, 4, remote=1, method=Method.ROLL_CALL)
    assert _try("us-ca-brown", by_roll).warnings == ()


def test_a_motion_without_a_vote_says_how_it_is_settled():
    point = bench.Numbers(9, 9, 9, 5, 4, kind=MotionKind.POINT_OF_ORDER)
    line = _try("ronr", point)
    assert line.outcome == bench.NO_VOTE_TAKEN
    assert "the chair rules" in catalogue.say(line.message, "en")


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        (NYC, []),
        (bench.Numbers(15, 15, 9, 6, 4), ["bench.too_many_votes"]),
        (bench.Numbers(15, 15, 9, 5, 4, recused=1), ["bench.too_many_votes"]),
        (bench.Numbers(15, 12, 13, 7, 6), ["bench.too_many_present"]),
        (bench.Numbers(10, 12, 9, 5, 4), ["bench.too_many_in_office"]),
        (bench.Numbers(15, 15, 3, 0, 0, recused=4), ["bench.too_many_recused"]),
        (bench.Numbers(15, 15, 3, 2, 1, remote=4), ["bench.too_many_remote"]),
    ],
)
def test_numbers_that_cannot_be_are_named(numbers, codes):
    found = bench.problems(numbers)
    assert [one.code for one in found] == codes
    for one in found:
        assert catalogue.say(one, "en")
        assert catalogue.say(one, "th")


# --- fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize("uid", list(PACKS))
def test_a_rule_taken_apart_into_fields_and_put_together_again_is_the_same_rule(uid):
    rules = resolve([PACKS[uid]])
    for key in rules.keys():  # noqa: SIM118
        value = rules.get(key)
        found = fields.fields_of(key, value.data, rules)
        given = fields.spread(key, value.data)
        shown = {f.name: given.get(f.name) for f in found if f.counts(given)}
        again = fields.gather(key, shown, value.data)
        assert read(key, again) == value.value, key


@pytest.mark.parametrize("key", [key for key, _ in SAID])
def test_every_field_has_words_in_both_languages(key):
    for field in fields.fields_of(key, None, RONR):
        for language in LANGUAGES:
            assert catalogue.say(field.label, language)
            assert all(catalogue.show(words, language) for _, words in field.choices)


# --- printing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_prints_by_group_with_sources(language):
    opened = printing.open_pack("us-ca-brown", date(2026, 12, 5))
    text = "\n".join(printing.rule_lines(opened, language))
    assert catalogue.word("rule_group.notice", language) in text
    assert all(line.source in text for line in opened.lines)


def test_an_unknown_pack_is_refused_in_a_sentence():
    with pytest.raises(InputRefused) as refused:
        printing.open_pack("nonsense")
    assert "nonsense" in catalogue.say(refused.value.message, "en")


def test_a_record_kept_for_whole_years_is_told_in_years():
    assert say("retention.record", {"days": 3650}).endswith("kept for at least 10 years.")
    assert say("retention.record", {"days": 366}).endswith("kept for at least 366 days.")
    assert say("retention.record", {"days": 3650}, "th").endswith("10 ปี")


def test_rescinding_tells_what_notice_makes_easier_and_that_abstaining_differs_by_part():
    """RONR §35: two thirds, or a majority of the membership; a majority where notice was given."""
    said = say("requirement.rescind", RONR.find("requirement.rescind").data)
    assert "works like a no where members or seats are counted" in said
    assert said.endswith("Where the posted agenda named the decision, a majority is enough.")
    plain = {"fraction": "1/2", "strict": True, "base": "votes_cast"}
    assert "agenda" not in say("requirement.rescind", plain)


def test_no_source_says_twice_that_it_is_to_be_confirmed():
    for uid in PACKS:
        for times in PACKS[uid].own.values():
            assert not any("to be confirmed by the council" in one.source for one in times)


def test_a_requirement_of_three_parts_loses_none_when_two_of_them_are_edited():
    parts = [
        {"fraction": "2/3", "strict": False, "base": "votes_cast"},
        {"fraction": "1/2", "strict": True, "base": "members_in_office"},
        {"fraction": "1/3", "strict": False, "base": "seats"},
    ]
    for code in ("any_of", "all_of"):
        data = {code: parts}
        given = fields.spread("requirement.own", data)
        assert given["other.base"] == "members_in_office"
        assert fields.gather("requirement.own", given, data) == data
        changed = fields.gather("requirement.own", {**given, "fraction": "3/4"}, data)
        assert changed[code][0]["fraction"] == "3/4"
        assert changed[code][2] == parts[2]
        alone = fields.gather("requirement.own", {**given, "combine": "one"}, data)
        assert alone == parts[0]


def test_a_late_item_that_only_a_thin_meeting_votes_on_is_told_in_words():
    data = {"unless_present": "2/3", "of": "seats", "then": "unanimous"}
    said = say("late_item.urgent", data)
    assert "Condition: the meeting finds so by unanimity when fewer than two thirds" in said


def test_a_tie_the_rules_of_the_day_are_silent_about_is_tried_without_a_crash():
    rules = resolve([PACKS["th-coc"]], {}, date(1990, 1, 1))
    tie = bench.Numbers(seats=13, in_office=13, present=10, yes=5, no=5)
    line = bench.try_numbers("th-coc", PACKS["th-coc"].name, rules, tie)
    assert line.outcome == "cannot_be_determined"
