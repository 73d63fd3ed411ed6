"""What is in order when: the tables of RONR's ranking, incidental and bring-back motions.

Sections are those of Robert's Rules (12th ed.); the vectors are those of the design's tables 2.2
and 2.3.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from council.catalogue import say
from council.domain.order.motions import PendingMotion
from council.domain.order.precedence import (
    Decided,
    Floor,
    all_in_order,
    in_order,
    may_reconsider,
    vote_needed,
)
from council.domain.rules.book import RuleBook
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Method, MotionKind, Outcome
from council.paths import resources

FOLDER = resources() / "rules"
RONR = resolve([load_pack(FOLDER / "ronr.toml")], on_date=date(2026, 6, 1))
TODAY = date(2026, 6, 1)


def stack(words: str) -> tuple[PendingMotion, ...]:
    """Return pending motions, each applied to the one before it."""
    return tuple(
        PendingMotion(f"m{place}", MotionKind(kind), f"m{place - 1}" if place else None)
        for place, kind in enumerate(words.split())
    )


class Altered(RuleBook):
    """The rules of RONR with some values changed, gone, or not known yet."""

    def __init__(self, every=None, **changes) -> None:
        self.every, self.changes = every or (lambda value: value), changes

    def find(self, key):
        found = RONR.find(key)
        if key in self.changes:
            return self.changes[key](found)
        return found and self.every(found)

    def keys(self):
        return RONR.keys()


def unknown(value):
    """Return a value as it is on a day on which nobody knows it."""
    return replace(value, known=False, value=None, source="not yet")


def floor(pending: str = "", **more: object) -> Floor:
    """Return a floor with a quorum on the day of the tests."""
    return Floor(pending=stack(pending), quorum=True, today=TODAY, **more)


def judge(kind: str, on: Floor, target: Decided | None = None, rules=RONR):
    """Return (holds, the last part of the reason's code), and see that it can be said."""
    ruling = in_order(on, MotionKind(kind), rules, target)
    for language in ("en", "th"):
        assert say(ruling.message, language)
    assert ruling.source or ruling.holds is None or rules is not RONR
    code = ruling.message.code.partition(".")[2]
    return ruling.holds, "" if ruling.holds else code


def carried(kind: str = "main", **more: object) -> Decided:
    outcome = Outcome(more.pop("outcome", "carried"))
    return Decided("d1", MotionKind(kind), outcome, **{"day": TODAY, **more})


RANKED = (
    *("main", "postpone_indefinitely", "amend", "refer", "postpone", "limit_debate"),
    *("previous_question", "lay_aside", "orders_of_the_day", "question_of_privilege"),
    *("recess", "adjourn", "fix_time"),
)
"""The thirteen ranking motions of RONR, the lowest first."""


def test_the_thirteen_ranks_are_those_of_ronr_10_to_22():
    assert [RONR.motion(kind).rank for kind in RANKED] == list(range(1, 14))
    assert {k for k in MotionKind if RONR.motion(k).rank} == {MotionKind(k) for k in RANKED}


@pytest.mark.parametrize("below", RANKED[1:])
@pytest.mark.parametrize("kind", RANKED)
def test_a_motion_is_in_order_only_above_the_pending_one_ronr_5(below, kind):
    """On a main motion with one other pending: M is in order iff it outranks that one."""
    if kind == "amend" or below == "amend":
        return
    holds, reason = judge(kind, floor(f"main {below}"))
    assert holds is (RANKED.index(kind) > RANKED.index(below)), reason
    if kind == below and RANKED.index(kind) >= RANKED.index("orders_of_the_day"):
        assert reason == "pending_already"
    elif not holds:
        assert reason == ("decide_first" if kind == "main" else "yields")


@pytest.mark.parametrize("below", RANKED[1:])
def test_amend_applies_to_what_can_be_amended_ronr_12(below):
    holds, reason = judge("amend", floor(f"main {below}"))
    assert holds is RONR.motion(below).amendable
    assert reason == ("" if holds else "not_amendable")


@pytest.mark.parametrize(
    ("pending", "kind", "reason"),
    [
        # the three vectors of 2.2
        ("main", "lay_aside", None),
        ("main refer", "postpone_indefinitely", "yields"),
        ("main refer", "amend", None),
        ("main refer", "adjourn", None),
        # amendments to the second degree, and what lies under them still ranks
        ("main", "amend", None),
        ("main amend", "amend", None),
        ("main amend amend", "amend", "third_degree"),
        ("main amend", "postpone_indefinitely", "yields"),
        ("main refer amend", "refer", "yields"),
        ("main refer amend", "postpone", None),
        ("main postpone amend amend", "limit_debate", None),
        ("main postpone amend", "postpone", "yields"),
        ("main", "main", "decide_first"),
        # when nothing is pending, 11 to 13 are main motions
        ("", "main", None),
        ("", "recess", None),
        ("", "adjourn", None),
        ("", "fix_time", None),
        ("", "question_of_privilege", None),
        ("", "orders_of_the_day", None),
        ("adjourn", "amend", None),
        ("adjourn", "postpone_indefinitely", None),
        ("adjourn", "previous_question", None),
        ("adjourn", "limit_debate", None),
        ("recess", "limit_debate", None),
        ("adjourn", "recess", None),
        ("adjourn", "adjourn", "pending_already"),
        ("recess", "lay_aside", None),
        ("recess", "main", "decide_first"),
        ("main recess", "amend", None),
        ("main adjourn", "amend", "not_amendable"),
        ("main adjourn", "recess", "yields"),
        ("main recess", "adjourn", None),
        *(("", kind, "nothing_pending") for kind in RANKED[1:8]),
        # subsidiary motions on what is debated, or not
        ("main", "previous_question", None),
        ("main", "limit_debate", None),
        ("main refer", "limit_debate", None),
        ("main limit_debate", "previous_question", None),
        ("main divide", "limit_debate", "not_debatable"),
        ("main divide", "previous_question", None),
        ("main suspend_rules", "previous_question", "not_debatable"),
        ("main appeal", "previous_question", None),
        ("main appeal", "postpone", None),
        ("main appeal", "postpone_indefinitely", "does_not_apply"),
        ("main appeal", "amend", "not_amendable"),
        ("appeal", "limit_debate", None),
        ("main lay_aside appeal", "limit_debate", "yields"),
        ("suspend_rules", "refer", "does_not_apply"),
        ("suspend_rules", "lay_aside", None),
        ("main suspend_rules", "postpone_indefinitely", "does_not_apply"),
        ("main suspend_rules", "adjourn", None),
        # on what brings back
        ("rescind", "amend", None),
        ("rescind", "postpone_indefinitely", None),
        ("rescind", "refer", None),
        ("rescind", "main", "decide_first"),
        ("reconsider", "postpone", None),
        ("reconsider", "refer", "does_not_apply"),
        ("reconsider", "postpone_indefinitely", "does_not_apply"),
        ("reconsider", "limit_debate", None),
        ("main limit_debate reconsider", "previous_question", "not_debatable"),
        ("take_up_again", "lay_aside", "does_not_apply"),
        ("take_up_again", "postpone", "does_not_apply"),
        ("take_up_again", "adjourn", None),
    ],
)  # fmt: skip
def test_ranking_motions_ronr_5_and_10_to_22(pending, kind, reason):
    holds, said = judge(kind, floor(pending))
    assert (holds, said) == (reason is None, reason or "")


@pytest.mark.parametrize(
    ("pending", "kind", "reason"),
    [
        ("", "point_of_order", None),  # §23
        ("main recess", "point_of_order", None),
        ("", "inquiry", None),  # §33
        ("main", "inquiry", None),
        ("", "suspend_rules", None),  # §25
        ("main", "suspend_rules", None),
        ("main suspend_rules", "suspend_rules", "pending_already"),
        ("main", "appeal", "no_ruling"),  # §24
        ("", "appeal", "no_ruling"),
        ("main", "object_to_consideration", None),  # §26
        ("", "object_to_consideration", "nothing_pending"),
        ("main amend", "object_to_consideration", "not_original"),
        ("rescind", "object_to_consideration", "not_original"),
        ("adjourn", "object_to_consideration", "not_original"),
        ("main", "divide", None),  # §27
        ("main amend", "divide", None),
        ("main postpone_indefinitely", "divide", None),
        ("main refer", "divide", "not_divisible"),
        ("", "divide", "nothing_pending"),
        ("main", "division_of_assembly", "no_voice_vote"),  # §29
        ("", "division_of_assembly", "no_voice_vote"),
        ("main", "manner_of_voting", None),  # §30
        ("", "manner_of_voting", "nothing_pending"),
        ("main manner_of_voting", "manner_of_voting", "pending_already"),
        ("main manner_of_voting", "amend", None),
        ("main", "withdraw", None),  # §33
        ("", "withdraw", "nothing_pending"),
        ("main withdraw", "withdraw", "pending_already"),
    ],
)  # fmt: skip
def test_incidental_motions_arise_from_the_question_ronr_23_to_33(pending, kind, reason):
    holds, said = judge(kind, floor(pending))
    assert (holds, said) == (reason is None, reason or "")


def test_an_appeal_follows_a_ruling_and_no_other_appeal_ronr_24():
    assert judge("appeal", floor("main", ruled=True)) == (True, "")
    assert judge("appeal", floor("", ruled=True)) == (True, "")
    assert judge("appeal", floor("main appeal", ruled=True)) == (False, "pending_already")


def test_an_objection_comes_before_debate_ronr_26():
    assert judge("object_to_consideration", floor("main", debated=True)) == (False, "debate_begun")
    assert judge("divide", floor("main", debated=True)) == (True, "")


@pytest.mark.parametrize("method", list(Method))
def test_a_division_is_demanded_on_a_voice_or_hands_vote_ronr_29(method):
    heard = method in (Method.VOICE, Method.SHOW_OF_HANDS)
    during = judge("division_of_assembly", floor("main", voting=method))
    after = judge("division_of_assembly", floor("", just_voted=method))
    assert during == (heard, "" if heard else "vote_open")
    assert after == (heard, "" if heard else "no_voice_vote")


@pytest.mark.parametrize("kind", sorted(set(MotionKind) - {MotionKind.DIVISION_OF_ASSEMBLY}))
def test_nothing_interrupts_a_vote_ronr_45(kind):
    on = floor("main", voting=Method.VOICE, ruled=True)
    ruling = in_order(on, kind, RONR)
    assert (ruling.holds, ruling.message.code) == (False, "in_order.vote_open")
    assert ruling.source == "RONR §45"


@pytest.mark.parametrize("kind", RANKED[1:8])
def test_once_debate_is_closed_only_laying_aside_is_left_ronr_16(kind):
    holds, reason = judge(kind, floor("main", closed=True))
    assert (holds, reason) == ((True, "") if kind == "lay_aside" else (False, "debate_closed"))
    if not holds:
        ruling = in_order(floor("main", closed=True), MotionKind(kind), RONR)
        assert ruling.source == "RONR §16"


def test_closing_debate_leaves_privileged_and_incidental_motions_ronr_16():
    for kind in ("adjourn", "recess", "fix_time", "divide", "point_of_order", "withdraw"):
        assert judge(kind, floor("main", closed=True)) == (True, "")


def test_a_set_end_of_debate_holds_the_question_here_ronr_15():
    on = floor("main", ends=True)
    assert judge("refer", on) == judge("postpone", on) == (False, "debate_ends")
    assert in_order(on, MotionKind.REFER, RONR).source == "RONR §15"
    for kind in ("amend", "previous_question", "limit_debate", "lay_aside"):
        assert judge(kind, on) == (True, "")


@pytest.mark.parametrize("kind", ["previous_question", "limit_debate"])
def test_a_committee_does_not_close_debate_ronr_50(kind):
    on = floor("main", committee=True)
    assert judge(kind, on) == (False, "committee_debates")
    assert in_order(on, MotionKind(kind), RONR).source == "RONR §50"
    assert judge("amend", on) == (True, "")


@pytest.mark.parametrize("kind", list(MotionKind))
@pytest.mark.parametrize("quorum", [True, False, None])
def test_without_a_quorum_only_what_the_rules_name_ronr_40(kind, quorum):
    on = replace(
        floor("", ruled=True, just_voted=Method.VOICE, earlier=frozenset({"adopted"})),
        quorum=quorum,
    )
    holds, reason = judge(kind, on)
    with_quorum, _ = judge(kind, replace(on, quorum=True))
    lawful = RONR.value_of("without_quorum")
    assert holds is (with_quorum and (quorum is not False or kind in lawful))
    if with_quorum and not holds:
        assert reason == "no_quorum"


def test_without_a_quorum_the_reason_names_what_is_left_ronr_40():
    alone = replace(floor(), quorum=False)
    ruling = in_order(alone, MotionKind.MAIN, RONR)
    names = [message.code for message in ruling.message.params["kinds"]]
    assert names == ["motion_kind.recess", "motion_kind.adjourn", "motion_kind.fix_time"]
    assert "Adjourn" in say(ruling.message, "en")
    assert ruling.source.startswith("RONR §40")
    for silent in (lambda _value: None, unknown):
        book = Altered(without_quorum=silent)
        assert in_order(alone, MotionKind.RECESS, book).holds
        ruling = in_order(alone, MotionKind.MAIN, book)
        assert [message.code for message in ruling.message.params["kinds"]] == names
        assert ruling.source == ("RONR §40" if book.find("without_quorum") is None else "not yet")
        assert ruling.verified


def test_a_council_may_name_other_motions_for_a_meeting_without_quorum():
    own = resolve([load_pack(FOLDER / "ronr.toml")], {"without_quorum": ["inquiry"]}, on_date=TODAY)
    alone = replace(floor(), quorum=False)
    assert in_order(alone, MotionKind.INQUIRY, own).holds
    assert judge("recess", alone, rules=own)[1] == "no_quorum"


@pytest.mark.parametrize("verified", [True, False])
def test_every_answer_says_whether_its_rule_is_confirmed(verified):
    book = Altered(lambda value: replace(value, verified=verified))
    crowded = floor("main refer", ruled=True, closed=False, decided=(carried(),))
    for on in (floor(), crowded, replace(floor(), quorum=False), floor("main", ends=True)):
        for kind, ruling in all_in_order(on, book):
            assert ruling.verified is verified, (kind, ruling)
            assert ruling == in_order(on, kind, book)
    for one in (
        carried(),
        carried(day=date(2020, 1, 1)),
        carried(session=False),
        carried(reconsidered=True),
        carried("adjourn"),
    ):
        assert may_reconsider(floor(), one, "ann", book).verified is verified
    for kind in ("rescind", "discharge", "take_up_again", "amend_adopted", "reconsider"):
        assert in_order(floor(), MotionKind(kind), book).verified is verified


def test_a_rule_that_is_not_known_that_day_is_never_a_confirmed_one():
    for change, source in ((unknown, "not yet"), (lambda _value: None, "")):
        ruling = in_order(floor("main"), MotionKind.RECESS, Altered(**{"motion.recess": change}))
        assert (ruling.holds, ruling.source, ruling.verified) == (None, source, False)


@pytest.mark.parametrize(
    ("pending", "kind", "source"),
    [
        ("main previous_question", "amend", "RONR §16"),
        ("main", "main", "RONR §10"),
        ("main amend amend", "amend", "RONR §12"),
        ("main refer", "refer", "RONR §13"),
        ("", "divide", "RONR §27"),
    ],
)
def test_the_source_is_that_of_the_rule_that_bars(pending, kind, source):
    assert in_order(floor(pending), MotionKind(kind), RONR).source == source


def test_a_bar_whose_rule_is_missing_falls_back_on_the_motions_own_source():
    book = Altered(**{"motion.previous_question": lambda _value: None})
    ruling = in_order(floor("main", closed=True), MotionKind.REFER, book)
    assert (ruling.holds, ruling.source) == (False, "RONR §13")


def on_top(words: str, kind: str, parent: str | None) -> Floor:
    """Return a floor with one more motion on top that hangs on a named one, or on nothing."""
    below = floor(words)
    top = PendingMotion("top", MotionKind(kind), parent)
    return replace(below, pending=(*below.pending, top))


def test_what_shares_its_targets_lot_is_debated_as_that_is():
    words = "main refer limit_debate"
    close = MotionKind.PREVIOUS_QUESTION
    assert in_order(on_top(words, "reconsider", "m0"), close, RONR).holds
    assert in_order(on_top(words, "reconsider", "m2"), close, RONR).holds is False
    # on nothing pending: as the question right below it
    assert in_order(on_top(words, "reconsider", "gone"), close, RONR).holds is False
    assert in_order(on_top("main refer", "reconsider", "gone"), close, RONR).holds
    assert in_order(on_top("", "reconsider", "gone"), close, RONR).holds


def test_what_stands_alone_is_amended_as_a_main_motion_ronr_21():
    stiff = Altered(
        **{"motion.main": lambda value: replace(value, value=replace(value.value, amendable=False))}
    )
    assert judge("amend", floor("adjourn"), rules=stiff) == (False, "not_amendable")
    assert judge("amend", floor("recess"), rules=stiff) == (False, "not_amendable")
    assert judge("amend", floor("main recess"), rules=stiff) == (True, "")


@pytest.mark.parametrize("missing", [False, True])
def test_what_the_rules_do_not_say_cannot_be_determined(missing):
    silent = Altered(**{"motion.recess": lambda _value: None}) if missing else RONR
    holds, reason = judge("recess", floor("main"), rules=silent)
    assert (holds, reason) == ((None, "no_rule") if missing else (True, ""))
    # a pending motion of that kind ranks as a main motion
    assert judge("adjourn", floor("main recess"), rules=silent) == (True, "")
    assert judge("fix_time", floor("main recess"), rules=silent) == (True, "")
    assert judge("lay_aside", floor("main recess"), rules=silent)[0] is missing


def test_all_kinds_are_judged_each_once():
    kinds = [kind for kind, _ in all_in_order(floor("main"), RONR)]
    assert kinds == list(MotionKind)


# ------------------------------------------------------------------------------ bring back


@pytest.mark.parametrize(
    ("kind", "what", "outcome", "nothing"),
    [
        ("take_up_again", "aside", "laid_aside", "nothing_laid_aside"),
        ("rescind", "adopted", "carried", "nothing_adopted"),
        ("amend_adopted", "adopted", "carried", "nothing_adopted"),
        ("discharge", "referred", "referred", "nothing_referred"),
    ],
)
def test_what_is_brought_back_must_be_there_ronr_34_to_36(kind, what, outcome, nothing):
    assert judge(kind, floor()) == (False, nothing)
    assert judge(kind, floor(earlier=frozenset({what}))) == (True, "")
    assert judge(kind, floor(decided=(carried(outcome=outcome),))) == (True, "")
    assert judge(kind, floor(decided=(carried(outcome="lost"),))) == (False, nothing)
    assert judge(kind, floor("main", earlier=frozenset({what}))) == (False, "decide_first")
    others = frozenset({"aside", "adopted", "referred"}) - {what}
    assert judge(kind, floor(earlier=others)) == (False, nothing)


@pytest.mark.parametrize("kind", ["rescind", "amend_adopted"])
def test_only_a_main_motion_not_carried_out_is_rescinded_or_changed_ronr_35(kind):
    done = carried(executed=True)
    assert judge(kind, floor(decided=(done,))) == (False, "nothing_adopted")
    assert judge(kind, floor(decided=(carried("amend"),))) == (False, "nothing_adopted")
    assert judge(kind, floor(), carried()) == (True, "")
    assert judge(kind, floor(), done) == (False, "carried_out")
    assert judge(kind, floor(), carried("recess")) == (False, "not_a_main_motion")
    assert judge(kind, floor(), carried(outcome="lost")) == (False, "nothing_adopted")
    # an earlier decision does not make good the one that is meant
    on = floor(earlier=frozenset({"adopted"}))
    assert judge(kind, on, done) == (False, "carried_out")


def test_what_lies_aside_may_be_of_any_kind_and_carried_out_means_nothing_to_it():
    assert judge("take_up_again", floor(), carried("appeal", outcome="laid_aside")) == (True, "")
    referred = carried(outcome="referred", executed=True)
    assert judge("discharge", floor(), referred) == (True, "")


@pytest.mark.parametrize("kind", ["rescind", "amend_adopted", "discharge"])
def test_any_one_of_three_votes_is_enough_to_rescind_ronr_35(kind):
    """Two thirds, a majority of the membership, or a majority with previous notice."""
    noticed = floor(noticed=frozenset({"d1"}))
    assert vote_needed(noticed, MotionKind(kind), RONR, "d1") == "majority"
    assert vote_needed(noticed, MotionKind(kind), RONR, "d2") == "rescind"
    assert vote_needed(noticed, MotionKind(kind), RONR) == "rescind"
    assert vote_needed(floor(), MotionKind(kind), RONR, "d1") == "rescind"


def test_notice_makes_nothing_else_easier():
    noticed = floor(noticed=frozenset({"d1"}))
    assert vote_needed(noticed, MotionKind.SUSPEND_RULES, RONR, "d1") == "two_thirds"


# ------------------------------------------------------------------------------ reconsider


def reconsider(one: Decided, mover: str | None = None, rules=RONR, **more: object):
    ruling = may_reconsider(floor(**more), one, mover, rules)
    for language in ("en", "th"):
        assert say(ruling.message, language)
    assert ruling.source or rules is not RONR
    return ruling.holds, ruling.message.code.partition(".")[2]


YES = (True, "yes")


@pytest.mark.parametrize("outcome", ["carried", "lost"])
def test_a_vote_can_be_reconsidered_either_way_ronr_37(outcome):
    assert reconsider(carried(outcome=outcome)) == YES


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.CARRIED, Outcome.LOST}))
def test_only_votes_are_reconsidered_ronr_37(outcome):
    assert reconsider(carried(outcome=outcome)) == (False, "not_voted")


@pytest.mark.parametrize(
    ("mover", "expected"),
    [("ann", YES), ("ben", (False, "not_prevailing")), (None, YES)],
)
def test_the_mover_voted_with_the_side_that_won_ronr_37(mover, expected):
    assert reconsider(carried(prevailed=frozenset({"ann"})), mover) == expected


def test_who_prevailed_may_be_unknown_or_everybody_ronr_37():
    assert reconsider(carried(prevailed=None), "ann") == (None, "sides_unknown")
    assert reconsider(carried(prevailed=None, unopposed=True), "ann") == YES
    assert reconsider(carried(prevailed=frozenset()), "ann") == (False, "not_prevailing")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 1), YES),
        (date(2026, 5, 31), YES),
        (date(2026, 5, 30), (False, "too_late")),
        (None, (None, "day_unknown")),
    ],
)
def test_on_the_same_or_the_next_day_ronr_37(day, expected):
    assert reconsider(carried(day=day)) == expected


def test_a_day_that_is_not_known_settles_nothing():
    on = replace(floor(), today=None)
    assert may_reconsider(on, carried(), None, RONR).holds is None


def test_only_in_the_same_session_ronr_37():
    assert reconsider(carried(session=False)) == (False, "other_session")


def test_once_only_and_never_itself_ronr_37():
    assert reconsider(carried(reconsidered=True)) == (False, "once")
    assert reconsider(carried("reconsider")) == (False, "not_this_kind")


def test_not_what_has_been_carried_out_ronr_37():
    assert reconsider(carried(executed=True)) == (False, "carried_out")


@pytest.mark.parametrize(
    ("kind", "outcome", "more", "expected"),
    [
        ("adjourn", "carried", {}, (False, "not_this_kind")),
        ("recess", "lost", {}, (False, "not_this_kind")),
        ("fix_time", "carried", {}, YES),
        ("lay_aside", "carried", {}, (False, "not_this_kind")),
        ("postpone_indefinitely", "carried", {}, YES),
        ("postpone_indefinitely", "lost", {}, (False, "affirmative_only")),
        ("refer", "carried", {"begun": True}, (False, "committee_began")),
        ("refer", "carried", {}, YES),
        ("previous_question", "carried", {"begun": True}, (False, "vote_taken")),
        ("previous_question", "carried", {}, YES),
        ("withdraw", "carried", {}, (False, "negative_only")),
        ("withdraw", "lost", {}, YES),
        ("amend", "carried", {"begun": True}, YES),
    ],
)
def test_what_can_be_reconsidered_by_kind_ronr_tinted_pages(kind, outcome, more, expected):
    assert reconsider(carried(kind, outcome=outcome, **more)) == expected


def test_a_council_may_let_anybody_reconsider_at_any_time():
    own = resolve(
        [load_pack(FOLDER / "ronr.toml")], {"reconsider": {"mover": "anyone"}}, on_date=TODAY
    )
    old = carried(day=date(2020, 1, 1), session=False, prevailed=frozenset())
    assert reconsider(old, "ann", own) == YES
    assert reconsider(replace(old, day=None), "ann", own) == YES


def test_where_the_rules_say_nothing_of_reconsidering_nothing_is_barred():
    book = Altered(reconsider=lambda _value: None)
    ruling = may_reconsider(floor(), carried(day=None, session=False), "ann", book)
    assert (ruling.holds, ruling.message.code) == (True, "reconsider.yes")
    assert (ruling.source, ruling.verified) == ("RONR §37", RONR.get("motion.reconsider").verified)
    ruling = may_reconsider(floor(), carried(), "ann", Altered(reconsider=unknown))
    assert (ruling.holds, ruling.message.code) == (None, "in_order.no_rule")
    assert (ruling.source, ruling.verified) == ("not yet", False)
    for change in (unknown, lambda _value: None):
        book = Altered(**{"motion.main": change, "reconsider": lambda _value: None})
        assert may_reconsider(floor(), carried(), None, book).holds
    book = Altered(**{"motion.reconsider": lambda _value: None})
    ruling = may_reconsider(floor(), carried(reconsidered=True), None, book)
    assert (ruling.holds, ruling.source, ruling.verified) == (False, "", False)


def test_reconsidering_is_in_order_when_some_vote_can_be_ronr_37():
    old = carried(reconsidered=True)
    fresh = replace(carried(outcome="lost"), uid="d2")
    assert judge("reconsider", floor()) == (False, "nothing_decided")
    assert judge("reconsider", floor(decided=(carried(outcome="withdrawn"),))) == (
        False, "nothing_decided",
    )  # fmt: skip
    assert judge("reconsider", floor(decided=(old,))) == (False, "once")
    assert judge("reconsider", floor(decided=(fresh, old))) == (True, "")
    assert judge("reconsider", floor(decided=(old, fresh))) == (True, "")
    noted = replace(carried(outcome="noted"), uid="d3")
    assert judge("reconsider", floor(decided=(noted, fresh))) == (True, "")
    assert judge("reconsider", floor(), old) == (False, "once")
    # it may be made while something else is pending, and when it is not known who may
    assert judge("reconsider", floor("main", decided=(fresh,))) == (True, "")
    assert judge("reconsider", floor(decided=(replace(fresh, day=None),))) == (True, "")
