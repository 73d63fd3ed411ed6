"""When the chair may vote, and whether that vote decides (RONR §4, §44, §49; LGA 1972 sch. 12)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from council.catalogue import say
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import Choice, Method
from council.domain.votes.chair import SMALL_BOARD, Question, chair_vote, judge_casting
from council.domain.votes.voting import (
    Base,
    Counting,
    Requirement,
    Room,
    Tally,
    chair_can_decide,
    judge,
    running,
)

HALF = Fraction(1, 2)
MAJORITY = Requirement(HALF, True, Base.VOTES_CAST)
OF_MEMBERS = Requirement(HALF, True, Base.MEMBERS_IN_OFFICE)
OF_SEATS = Requirement(HALF, True, Base.SEATS)
ROLL, HANDS, SECRET = Method.ROLL_CALL, Method.SHOW_OF_HANDS, Method.SECRET_BALLOT
YES, NO = frozenset({Choice.YES}), frozenset({Choice.NO})
NOBODY = frozenset()
CASTING = "chair_casting"


def question(word, counts, **more):
    values = {"requirement": MAJORITY, "room": Room(), "method": ROLL, **more}
    return Question(chair_votes=word, tally=Tally(*counts), **values)


def answer(word, counts, **more):
    got = chair_vote(question(word, counts, **more))
    return got.ruling.message.code.partition(".")[2], got.may_vote, got.casting, got.deciding


DECISIVE = "ballot_or_if_decisive"


@pytest.mark.parametrize(
    ("word", "counts", "more", "wanted"),
    [
        pytest.param("always", (5, 5), {}, ("always", True, False, YES), id="always, tied"),
        pytest.param("always", (6, 5), {}, ("always", True, False, NO), id="always, one ahead"),
        pytest.param("always", (7, 5), {}, ("always", True, False, NOBODY), id="always, far ahead"),
        pytest.param(
            "always", (5, 5), {"voted": True}, ("voted", False, False, NOBODY), id="has voted"
        ),
        pytest.param(
            "always", (5, 5), {"voted": True, "tie": CASTING}, ("casting", False, True, YES),
            id="has voted, casting vote",
        ),
        pytest.param(
            "second_vote", (5, 4), {"tie": CASTING}, ("second_vote", True, False, NO),
            id="LGA 1972: votes with the others first",
        ),
        pytest.param(
            "second_vote", (5, 5), {"tie": CASTING}, ("second_vote", True, False, YES),
            id="LGA 1972: tied before the chair was called",
        ),
        pytest.param(
            "second_vote", (5, 5), {"tie": CASTING, "voted": True}, ("casting", False, True, YES),
            id="LGA 1972: second vote after a tie",
        ),
        pytest.param(
            "second_vote", (6, 5), {"tie": CASTING, "voted": True}, ("voted", False, False, NOBODY),
            id="LGA 1972: no second vote without a tie",
        ),
        pytest.param(
            "second_vote", (5, 5), {"tie": CASTING, "method": HANDS}, ("casting", True, True, YES),
            id="hands do not say whether the chair's was among them",
        ),
        pytest.param(DECISIVE, (10, 10), {}, ("decisive", True, False, YES), id="RONR 10-10"),
        pytest.param(DECISIVE, (11, 10), {}, ("decisive", True, False, NO), id="RONR 11-10"),
        pytest.param(
            DECISIVE, (12, 10), {}, ("not_decisive", False, False, NOBODY), id="RONR 12-10"
        ),
        pytest.param(DECISIVE, (9, 10), {}, ("not_decisive", False, False, NOBODY), id="RONR 9-10"),
        pytest.param(
            DECISIVE, (10, 10), {"voted": True}, ("voted", False, False, NOBODY), id="RONR, voted"
        ),
        pytest.param(
            DECISIVE, (12, 10), {"method": SECRET}, ("ballot", True, False, NOBODY),
            id="RONR §44 the chair votes in a ballot",
        ),
        pytest.param(
            DECISIVE, (12, 10), {"small_board": True}, ("small_board", True, False, NOBODY),
            id="RONR §49 the chair votes in a small board",
        ),
        pytest.param(
            DECISIVE, (10, 10), {"tie": CASTING}, ("casting", False, True, YES),
            id="decisive, with a casting vote",
        ),
        pytest.param(
            DECISIVE, (6, 6), {"requirement": OF_MEMBERS, "room": Room(members_in_office=13)},
            ("decisive", True, False, YES), id="RONR majority of the membership, one short",
        ),
        pytest.param(
            DECISIVE, (7, 2), {"requirement": OF_MEMBERS, "room": Room(members_in_office=13)},
            ("not_decisive", False, False, NOBODY), id="RONR membership: a no changes nothing",
        ),
        pytest.param(
            DECISIVE, (6, 6), {"requirement": OF_MEMBERS}, ("no_sum", False, False, NOBODY),
            id="the base is not known",
        ),
        pytest.param(
            DECISIVE, (6, 6), {"method": Method.VOICE}, ("no_sum", False, False, NOBODY),
            id="a voice vote has no count",
        ),
        pytest.param(
            DECISIVE, (6, 6), {"requirement": None}, ("no_sum", False, False, NOBODY),
            id="the requirement is not known",
        ),
        pytest.param(
            DECISIVE, (4, 5), {"tie": "chair_sustained"}, ("decisive", True, False, YES),
            id="RONR §24 the chair makes the tie that saves the ruling",
        ),
        pytest.param(
            DECISIVE, (5, 5), {"tie": "chair_sustained"}, ("decisive", True, False, NO),
            id="RONR §24 the chair's no overturns",
        ),
        pytest.param(
            DECISIVE, (5, 4, 1), {"counting": Counting("in_base")},
            ("decisive", True, False, YES), id="abstaining in the base: one short",
        ),
        pytest.param(
            "only_tie", (4, 5, 1), {"counting": Counting("as_yes")}, ("tie", True, False, YES),
            id="a tie with the abstaining as yes",
        ),
        pytest.param("only_tie", (5, 5), {}, ("tie", True, False, YES), id="only to break a tie"),
        pytest.param("only_tie", (6, 5), {}, ("no_tie", False, False, NOBODY), id="not at 6-5"),
        pytest.param(
            "only_tie", (5, 5), {"tie": CASTING}, ("casting", False, True, YES), id="casting only"
        ),
        pytest.param(
            "only_tie", (5, 5), {"method": SECRET}, ("tie", True, False, YES), id="not in a ballot"
        ),
        pytest.param(
            "only_tie", (6, 5), {"small_board": True}, ("no_tie", False, False, NOBODY),
            id="not in a small board",
        ),
        pytest.param(
            "only_tie", (5, 5), {"requirement": OF_SEATS, "room": Room(seats=13)},
            ("tie", True, False, NOBODY), id="a tie that the vote cannot decide",
        ),
        pytest.param(
            "only_tie", (5, 5), {"voted": True}, ("voted", False, False, NOBODY), id="tie, voted"
        ),
        pytest.param(None, (5, 5), {}, ("unknown", False, False, NOBODY), id="not known"),
    ],
)  # fmt: skip
def test_the_chair(word, counts, more, wanted):
    assert answer(word, counts, **more) == wanted
    code, may_vote, casting, _deciding = wanted
    holds = None if code in ("unknown", "no_sum") else may_vote or casting
    assert chair_vote(question(word, counts, **more)).ruling.holds is holds


@pytest.mark.parametrize(
    ("word", "more", "holds"),
    [
        ("always", {}, True),
        (DECISIVE, {}, True),
        ("only_tie", {}, True),
        ("only_tie", {"voted": True}, False),
        (DECISIVE, {"method": Method.VOICE}, None),
        (None, {}, None),
    ],
)
def test_a_ruling_names_its_source(word, more, holds):
    got = chair_vote(question(word, (5, 5), **more), source="RONR §4", verified=False).ruling
    assert (got.holds, got.source, got.verified) == (holds, "RONR §4", False)
    assert chair_vote(question(word, (5, 5), **more)).ruling.verified is True


def test_an_answer_keeps_its_question():
    asked = question("always", (5, 5))
    assert chair_vote(asked).asked is asked


def test_a_casting_vote_of_the_chair_can_change_a_tie_that_carries():
    rule = Requirement(HALF, False, Base.VOTES_CAST)
    assert answer("only_tie", (5, 5), requirement=rule, tie=CASTING)[3] == NO


@pytest.mark.parametrize(
    ("counts", "english", "thai"),
    [
        (
            (10, 10),
            "The chair may vote now, because voting yes would change the outcome.",
            "ประธานออกเสียงได้ในตอนนี้ เพราะหากออกเสียงว่าเห็นชอบ ผลจะเปลี่ยน",
        ),
        (
            (11, 10),
            "The chair may vote now, because voting no would change the outcome.",
            "ประธานออกเสียงได้ในตอนนี้ เพราะหากออกเสียงว่าไม่เห็นชอบ ผลจะเปลี่ยน",
        ),
    ],
)
def test_the_sentence_says_which_vote_would_change_it(counts, english, thai):
    message = chair_vote(question(DECISIVE, counts)).ruling.message
    assert say(message, "en") == english
    assert say(message, "th") == thai


@pytest.mark.parametrize("word", ["always", "second_vote", DECISIVE, "only_tie", None])
@pytest.mark.parametrize("counts", [(5, 5), (6, 5), (8, 1)])
@pytest.mark.parametrize("voted", [True, False])
@pytest.mark.parametrize("method", [ROLL, SECRET, Method.VOICE])
def test_every_answer_is_told(word, counts, voted, method):
    got = chair_vote(question(word, counts, voted=voted, method=method, tie=CASTING))
    assert say(got.ruling.message, "en")
    assert say(got.ruling.message, "th")


def test_a_small_board_has_about_twelve():
    assert SMALL_BOARD == 12


@pytest.mark.parametrize(
    ("counts", "tie", "holds", "code"),
    [
        ((5, 5), CASTING, True, "chair_vote.casting"),
        ((6, 5), CASTING, False, "verdict.casting_no_tie"),
        ((5, 5), "lost", False, "verdict.casting_no_right"),
        ((5, 5), "chair_sustained", False, "verdict.casting_no_right"),
    ],
)
def test_a_casting_vote_needs_a_rule_and_a_tie(counts, tie, holds, code):
    verdict = judge(MAJORITY, Tally(*counts), Room(), method=ROLL, tie=tie)
    ruling = judge_casting(verdict, source="LGA 1972", verified=False)
    assert ruling == Ruling(holds, Message(code), "LGA 1972", verified=False)
    assert judge_casting(verdict) == Ruling(holds, Message(code))


# --- what the chair, or those left, can still change ---------------------------------------------


@pytest.mark.parametrize(
    ("rule", "counts", "room", "tie", "wanted"),
    [
        (OF_MEMBERS, (6, 6), Room(members_in_office=13), "lost", YES),
        (OF_MEMBERS, (7, 0), Room(members_in_office=13), "lost", NOBODY),
        (MAJORITY, (4, 5), Room(), "chair_sustained", YES),
        (MAJORITY, (5, 5), Room(), "chair_sustained", NO),
        (MAJORITY, (3, 5), Room(), "chair_sustained", NOBODY),
        (OF_MEMBERS, (6, 6), Room(), "lost", NOBODY),
        (MAJORITY, (0, 0), Room(), "lost", YES),
    ],
)
def test_the_chairs_vote_under_other_rules(rule, counts, room, tie, wanted):
    assert chair_can_decide(rule, Tally(*counts), room, tie=tie) == wanted


def test_the_chairs_vote_where_abstaining_counts():
    tally = Tally(5, 4, 1)
    assert chair_can_decide(MAJORITY, tally, Room()) == NO
    assert chair_can_decide(MAJORITY, tally, Room(), counting=Counting("in_base")) == YES


@pytest.mark.parametrize(
    ("rule", "counts", "room", "left", "more", "wanted"),
    [
        pytest.param(
            OF_MEMBERS, (4, 0), Room(members_in_office=13), 3, {}, (False, None, 3), id="all left"
        ),
        pytest.param(
            OF_MEMBERS, (4, 0), Room(members_in_office=13), 2, {}, (True, "lost", None), id="few"
        ),
        pytest.param(
            OF_MEMBERS, (7, 0), Room(members_in_office=13), 5, {}, (True, "carried", 0), id="enough"
        ),
        pytest.param(
            MAJORITY, (3, 3), Room(), 1, {"tie": "chair_sustained"}, (False, None, 1), id="appeal"
        ),
        pytest.param(
            MAJORITY, (3, 3), Room(), 0, {"tie": "chair_sustained"}, (True, "carried", 0),
            id="appeal, done",
        ),
        pytest.param(MAJORITY, (3, 3), Room(), 4, {}, (False, None, 3), id="three of four"),
        pytest.param(OF_MEMBERS, (4, 0), Room(), 3, {}, (False, None, None), id="not known"),
        pytest.param(None, (4, 0), Room(), 3, {}, (False, None, None), id="rule not known"),
    ],
)  # fmt: skip
def test_what_those_left_can_change(rule, counts, room, left, more, wanted):
    now = running(rule, Tally(*counts), room, left, **more)
    assert (now.settled, now.outcome, now.more_yes) == wanted
    assert now.left == left
    settled, outcome, needed = wanted
    if settled:
        assert now.message == Message(f"running.settled_{outcome}", {"left": left})
    elif needed is None:
        assert now.message == Message("running.unknown", {"left": left})
    else:
        assert now.message == Message("running.open", {"left": left, "more": needed})
