"""The sums of votes in words: which part is told, which notes follow, and that asking is enough."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.catalogue import has, say
from council.domain.messages import Message
from council.domain.vocabulary import Choice, Method
from council.domain.votes.voting import (
    AllOf,
    AnyOf,
    Base,
    Counting,
    Requirement,
    Room,
    Tally,
    Tie,
    base_number,
    describe,
    judge,
    least_yes,
)

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
MAJORITY = Requirement(HALF, True, Base.VOTES_CAST)
TWO_THIRDS_CAST = Requirement(TWO_THIRDS, False, Base.VOTES_CAST)
OF_MEMBERS = Requirement(HALF, True, Base.MEMBERS_IN_OFFICE)
OF_SEATS = Requirement(HALF, True, Base.SEATS)
HANDS = Method.SHOW_OF_HANDS
CASTING, SUSTAINED = "chair_casting", "chair_sustained"


def codes(message):
    """Return the codes of the sum and of its notes, outermost last."""
    if message.code == "verdict.with_note":
        return [*codes(message.params["sum"]), message.params["note"].code]
    return [message.code]


def judged(rule, counts, room=None, **more):
    return judge(rule, Tally(*counts), room or Room(), **{"method": HANDS, **more})


@pytest.mark.parametrize(
    ("rule", "counts", "more", "wanted"),
    [
        pytest.param(MAJORITY, (6, 5), {}, [], id="carried"),
        pytest.param(MAJORITY, (5, 6), {}, [], id="lost"),
        pytest.param(MAJORITY, (5, 5), {}, ["tie_lost"], id="tie"),
        pytest.param(MAJORITY, (5, 5), {"tie": CASTING}, ["tie_casting"], id="casting open"),
        pytest.param(
            TWO_THIRDS_CAST, (5, 5), {"tie": CASTING}, ["tie_lost"], id="casting would not do"
        ),
        pytest.param(
            MAJORITY, (5, 5), {"tie": CASTING, "casting": Choice.YES}, ["casting"], id="casting yes"
        ),
        pytest.param(
            MAJORITY, (5, 5), {"tie": CASTING, "casting": Choice.NO}, ["casting"], id="casting no"
        ),
        pytest.param(
            MAJORITY, (5, 5), {"tie": CASTING, "casting": Choice.ABSTAIN},
            ["casting_no_tie", "tie_lost"], id="casting that is neither",
        ),
        pytest.param(
            MAJORITY, (6, 5), {"tie": CASTING, "casting": Choice.NO}, ["casting_no_tie"],
            id="casting without a tie",
        ),
        pytest.param(
            MAJORITY, (5, 5), {"casting": Choice.YES}, ["casting_no_right", "tie_lost"],
            id="casting without the right",
        ),
        pytest.param(MAJORITY, (0, 5), {}, ["nobody_yes"], id="nobody yes"),
        pytest.param(MAJORITY, (0, 0), {}, ["nobody_yes"], id="nobody at all"),
        pytest.param(MAJORITY, (6, 5, 1), {}, ["abstain_ignored"], id="abstaining ignored"),
        pytest.param(
            MAJORITY, (6, 5, 1), {"counting": Counting("in_base")}, ["abstain_as_no"],
            id="abstaining in the base",
        ),
        pytest.param(
            MAJORITY, (6, 5, 1), {"counting": Counting("as_yes")}, ["abstain_as_yes"],
            id="abstaining a yes",
        ),
        pytest.param(
            OF_MEMBERS, (7, 4, 1), {"room": Room(members_in_office=12)}, ["abstain_as_no"],
            id="abstaining among the members",
        ),
        pytest.param(
            AnyOf((MAJORITY, OF_MEMBERS)), (7, 4, 1), {"room": Room(members_in_office=12)}, [],
            id="abstaining counts in one part and not in the other",
        ),
        pytest.param(
            AnyOf((MAJORITY, TWO_THIRDS_CAST)), (7, 4, 1), {}, ["abstain_ignored"],
            id="abstaining counts in no part",
        ),
        pytest.param(
            MAJORITY, (6, 5, 1, 2), {"counting": Counting("as_yes", "as_yes")},
            ["abstain_as_yes", "silent_as_yes"], id="abstaining and silence a yes",
        ),
        pytest.param(
            MAJORITY, (6, 5, 0, 0),
            {"counting": Counting(silence="as_yes"), "room": Room(present_entitled=11)}, [],
            id="nobody silent",
        ),
        pytest.param(MAJORITY, (5, 5), {"tie": SUSTAINED}, ["tie_sustained"], id="appeal tied"),
        pytest.param(MAJORITY, (6, 5), {"tie": SUSTAINED}, ["ruling_stands"], id="appeal stands"),
        pytest.param(MAJORITY, (0, 0), {"tie": SUSTAINED}, ["ruling_stands"], id="appeal, nobody"),
        pytest.param(
            MAJORITY, (5, 6), {"tie": SUSTAINED}, ["ruling_overturned"], id="appeal overturned"
        ),
        pytest.param(
            MAJORITY, (5, 5), {"tie": SUSTAINED, "casting": Choice.YES},
            ["casting_no_right", "tie_sustained"], id="appeal, casting",
        ),
        pytest.param(
            MAJORITY, (5, 6, 2), {"tie": SUSTAINED, "counting": Counting("in_base")},
            ["ruling_stands"], id="appeal, abstaining works for the ruling",
        ),
        pytest.param(
            MAJORITY, (5, 6, 2), {"tie": SUSTAINED}, ["abstain_ignored", "ruling_overturned"],
            id="appeal, abstaining ignored",
        ),
    ],
)  # fmt: skip
def test_the_notes_behind_a_sum(rule, counts, more, wanted):
    message = judged(rule, counts, **more).message
    assert codes(message)[1:] == [f"verdict.{code}" for code in wanted]
    assert all(has(code, language) for code in codes(message) for language in ("en", "th"))


def test_a_note_says_how_many():
    verdict = judged(MAJORITY, (6, 5, 3, 2), counting=Counting("as_yes", "as_yes"))
    words = say(verdict.message, "en")
    assert "3 abstained and count as yes by the rule." in words
    assert "2 stayed silent and count as yes by the rule." in words
    assert "1 abstained and is not counted." in say(judged(MAJORITY, (6, 5, 1)).message, "en")
    assert "15 cast" in say(judged(MAJORITY, (6, 5, 4), counting=Counting("as_yes")).message, "en")


def test_the_casting_vote_is_named_and_counted():
    verdict = judged(
        OF_MEMBERS, (6, 6), Room(members_in_office=13), tie=CASTING, casting=Choice.YES
    )
    assert (verdict.outcome, verdict.base, verdict.needs, verdict.has) == ("carried", 13, 7, 7)
    assert say(verdict.message, "en") == (
        "Majority of the members in office: 13 in office, more than half is 7, 7 yes. "
        "The vote was tied; the chair's casting vote is yes, and it is counted here."
    )
    assert verdict.cast
    assert not judged(OF_MEMBERS, (6, 6), tie="lost", casting=Choice.YES).cast
    assert not judged(MAJORITY, (6, 5), tie=CASTING, casting=Choice.YES).cast


@pytest.mark.parametrize(
    ("counts", "more"),
    [
        ((6, 5), {"tie": CASTING, "casting": Choice.YES}),
        ((5, 5), {"tie": "lost", "casting": Choice.YES}),
        ((5, 5), {"tie": CASTING, "casting": Choice.ABSTAIN}),
    ],
)
def test_a_casting_vote_that_is_not_counted_changes_no_number(counts, more):
    verdict = judged(MAJORITY, counts, **more)
    plain = judged(MAJORITY, counts)
    assert verdict[:5] == plain[:5]
    assert verdict.base_message == plain.base_message
    message = verdict.message
    while message.code == "verdict.with_note":
        message = message.params["sum"]
    assert message.params["base"].params == {"count": sum(counts)}
    assert message.params["has"].params == {"count": counts[0]}


@pytest.mark.parametrize("tie", Tie)
@pytest.mark.parametrize("counts", [(4, 4, 2, 1), (0, 4, 2, 1), (4, 3, 2, 1)])
def test_what_cannot_be_worked_out_has_no_notes(tie, counts):
    more = {"tie": tie, "casting": Choice.YES, "counting": Counting("as_yes", "as_yes")}
    assert codes(judged(OF_SEATS, counts, **more).message) == ["verdict.unknown"]
    assert codes(judged(OF_SEATS, counts, tie=tie).message) == ["verdict.unknown"]


@pytest.mark.parametrize(
    ("rule", "counts", "more", "wanted"),
    [
        (MAJORITY, (5, 5), {"tie": CASTING}, True),
        (MAJORITY, (6, 5), {"tie": CASTING}, False),
        (MAJORITY, (5, 5), {}, False),
        (MAJORITY, (5, 5), {"tie": SUSTAINED}, False),
        (MAJORITY, (5, 5), {"tie": CASTING, "casting": Choice.NO}, False),
        (TWO_THIRDS_CAST, (5, 5), {"tie": CASTING}, False),
        (OF_SEATS, (5, 5), {"tie": CASTING}, False),
        (MAJORITY, (5, 5, 1), {"tie": CASTING, "counting": Counting("in_base")}, False),
        (None, (5, 5), {"tie": CASTING}, False),
    ],
)
def test_a_casting_vote_is_open_only_where_it_would_carry(rule, counts, more, wanted):
    assert judged(rule, counts, **more).casting_open is wanted


@pytest.mark.parametrize("tie", Tie)
@pytest.mark.parametrize(
    ("method", "outcome", "code"),
    [
        (Method.NO_OBJECTION, "carried", "verdict.no_objection"),
        (Method.VOICE, "cannot_be_determined", "verdict.voice"),
    ],
)
@pytest.mark.parametrize("rule", [MAJORITY, None])
def test_what_is_not_counted_has_no_numbers(rule, method, outcome, code, tie):
    verdict = judged(rule, (3, 3), method=method, tie=tie, source="RONR §4", casting=Choice.YES)
    assert verdict[:6] == (outcome, False, None, None, 3, "RONR §4")
    assert verdict.message == verdict.base_message == verdict.told == Message(code)


@pytest.mark.parametrize(
    ("name", "english", "thai"),
    [
        (
            "",
            "Cannot be determined: what the rules asked for on that day is not known.",
            "ยังวินิจฉัยไม่ได้: ไม่ทราบว่ากติกาในวันนั้นกำหนดไว้อย่างไร",
        ),
        (
            "two_thirds",
            "Cannot be determined: what the rule “two thirds” asked for on that day is not known.",
            "ยังวินิจฉัยไม่ได้: ไม่ทราบว่ากติกาในวันนั้นกำหนด “สองในสาม” ไว้อย่างไร",
        ),
        (
            "budget",
            "Cannot be determined: what the rule “budget” asked for on that day is not known.",
            "ยังวินิจฉัยไม่ได้: ไม่ทราบว่ากติกาในวันนั้นกำหนด “budget” ไว้อย่างไร",
        ),
    ],
)
def test_a_rule_not_known_on_that_day_gives_no_guess(name, english, thai):
    verdict = judged(None, (10, 1), name=name, source="Act 3 §7")
    assert verdict[:6] == ("cannot_be_determined", False, None, None, 10, "Act 3 §7")
    assert verdict.base_message == verdict.message
    assert say(verdict.message, "en") == english
    assert say(verdict.message, "th") == thai
    assert say(verdict.told, "en") == f"10 yes, 1 no, 0 abstaining. {english}"


def test_silence_that_nobody_counted_is_missing():
    verdict = judged(MAJORITY, (4, 4), counting=Counting("in_base", "as_yes"))
    assert say(verdict.message, "en") == (
        "Majority of votes and abstentions: cannot be worked out, "
        "because the number present and entitled to vote is not recorded."
    )
    assert verdict.base_message == Message("base_unknown.present_entitled")
    known = judged(OF_SEATS, (4, 4, 0, 1), counting=Counting(silence="as_yes"))
    assert known.base_message == Message("base_unknown.seats")
    assert "because the number of seats is not recorded" in say(known.message, "en")


# --- compound requirements -----------------------------------------------------------------------

SEVEN = Room(members_in_office=12)


@pytest.mark.parametrize(
    ("rule", "counts", "room", "outcome", "base", "needs"),
    [
        pytest.param(AnyOf((TWO_THIRDS_CAST, OF_MEMBERS)), (6, 4), SEVEN, "lost", 10, 7, id="easy"),
        pytest.param(AnyOf((OF_MEMBERS, TWO_THIRDS_CAST)), (2, 2), SEVEN, "lost", 4, 3, id="least"),
        pytest.param(
            AnyOf((OF_MEMBERS, MAJORITY)), (7, 3), SEVEN, "carried", 10, 6, id="least carries"
        ),
        pytest.param(AnyOf((OF_MEMBERS, MAJORITY)), (3, 2), Room(), "carried", 5, 3, id="known"),
        pytest.param(
            AnyOf((OF_MEMBERS, MAJORITY)), (2, 3), Room(), "cannot_be_determined", None, None,
            id="the unknown part could carry",
        ),
        pytest.param(
            AllOf((MAJORITY, OF_MEMBERS)), (6, 0), SEVEN, "lost", 12, 7, id="the part that fails"
        ),
        pytest.param(
            AllOf((MAJORITY, OF_MEMBERS)), (7, 0), SEVEN, "carried", 12, 7, id="hardest carries"
        ),
        pytest.param(AllOf((OF_MEMBERS, MAJORITY)), (2, 3), Room(), "lost", 5, 3, id="known fails"),
        pytest.param(
            AllOf((OF_MEMBERS, MAJORITY)), (3, 2), Room(), "cannot_be_determined", None, None,
            id="the unknown part could fail",
        ),
        pytest.param(
            AnyOf((AllOf((MAJORITY, OF_MEMBERS)), TWO_THIRDS_CAST)), (6, 3), SEVEN, "carried",
            9, 6, id="parts of parts",
        ),
    ],
)  # fmt: skip
def test_the_part_that_tells_is_shown(rule, counts, room, outcome, base, needs):
    verdict = judged(rule, counts, room)
    assert (verdict.outcome, verdict.base, verdict.needs) == (outcome, base, needs)
    code = verdict.base_message.code
    if base is None:
        assert code.startswith("base_unknown.")
    else:
        assert verdict.base_message.params == {"count": base}
        expected = "votes_cast" if base == sum(counts) else "members_in_office"
        assert code == f"base_count.{expected}"


def test_every_part_is_told_in_its_order():
    rule = AnyOf((TWO_THIRDS_CAST, OF_MEMBERS, OF_SEATS))
    message = judged(rule, (6, 4), SEVEN).message
    assert say(message, "en") == (
        "Two thirds of votes cast: 10 cast, two thirds is 7, 6 yes. "
        "Or: Majority of the members in office: 12 in office, more than half is 7, 6 yes. "
        "Or: Majority of all seats: cannot be worked out, because the number of seats is not "
        "recorded."
    )
    assert say(describe(rule), "en") == (
        "Two thirds of votes cast, or: Majority of the members in office, or: Majority of all seats"
    )
    both = AllOf((TWO_THIRDS_CAST, OF_MEMBERS))
    assert say(judged(both, (8, 4), SEVEN).message, "en") == (
        "Two thirds of votes cast: 12 cast, two thirds is 8, 8 yes. "
        "And also: Majority of the members in office: 12 in office, more than half is 7, 8 yes."
    )
    assert say(describe(both), "en") == (
        "Two thirds of votes cast, and also: Majority of the members in office"
    )


def test_an_appeal_counts_the_no():
    verdict = judged(AllOf((MAJORITY, OF_MEMBERS)), (3, 8), SEVEN, tie=SUSTAINED)
    assert (verdict.outcome, verdict.base, verdict.needs, verdict.has) == ("lost", 12, 7, 8)
    assert say(verdict.message, "en") == (
        "Majority of votes cast: 11 cast, more than half is 6, 8 no. "
        "And also: Majority of the members in office: 12 in office, more than half is 7, 8 no. "
        "The chair's ruling is overturned."
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Requirement(Fraction(3, 5), True, Base.SEATS), "more than 3/5 is 10"),
        (Requirement(Fraction(3, 5), False, Base.SEATS), "at least 3/5 is 9"),
        (Requirement(HALF, False, Base.SEATS), "half is 8"),
        (Requirement(TWO_THIRDS, True, Base.SEATS), "more than two thirds is 11"),
        (Requirement(Fraction(3, 4), False, Base.SEATS), "three quarters is 12"),
        (Requirement(Fraction(3, 4), True, Base.SEATS), "more than three quarters is 12"),
        (Requirement(Fraction(1), False, Base.SEATS), "all is 15"),
    ],
)
def test_the_share_is_named(rule, words):
    assert f"15 seats, {words}, 1 yes." in say(judged(rule, (1, 0), Room(seats=15)).message, "en")


def test_a_least_number_of_yes_is_told():
    rule = Requirement(HALF, True, Base.VOTES_CAST, minimum_yes=4)
    assert say(judged(rule, (3, 0)).message, "en") == (
        "Majority of votes cast: 3 cast, more than half is 4, 3 yes. Never fewer than 4 yes."
    )


# --- asking is enough ----------------------------------------------------------------------------

counts = st.integers(0, 30)
simple = st.builds(
    Requirement,
    st.sampled_from([HALF, TWO_THIRDS, Fraction(3, 5)]),
    st.booleans(),
    st.sampled_from(Base),
    st.none() | st.integers(1, 5),
)
rooms = st.builds(Room, *[st.none() | st.integers(0, 60)] * 5)


@given(simple, st.builds(Tally, counts, counts), rooms)
def test_a_sum_made_when_asked_is_the_sum_made_at_once(rule, tally, room):
    verdict = judge(rule, tally, room, method=HANDS)
    base = base_number(rule.base, tally, room)
    if base is None:
        missing = Message(f"base_unknown.{rule.base}")
        wanted = Message("verdict.unknown", {"rule": describe(rule), "missing": missing})
        assert (verdict.message, verdict.base_message) == (wanted, missing)
        return
    inner = verdict.message
    while inner.code in ("verdict.with_note", "verdict.sum_minimum"):
        inner = inner.params["sum"]
    params = dict(inner.params)
    assert params.pop("share").code.startswith("share.")
    assert inner.code == "verdict.sum"
    assert params == {
        "rule": describe(rule),
        "base": Message(f"base_count.{rule.base}", {"count": base}),
        "needs": least_yes(rule, base),
        "has": Message("verdict.has_yes", {"count": tally.yes}),
    }
    assert verdict.base_message == params["base"]


any_rule = st.recursive(
    simple,
    lambda parts: st.builds(
        lambda kind, of: kind(tuple(of)),
        st.sampled_from([AnyOf, AllOf]),
        st.lists(parts, min_size=1, max_size=3),
    ),
    max_leaves=4,
)
countings = st.builds(
    Counting,
    st.sampled_from(["ignored", "in_base", "as_yes"]),
    st.sampled_from(["ignored", "as_yes", "disallowed"]),
)


@given(
    any_rule,
    st.builds(Tally, counts, counts, counts, counts),
    rooms,
    st.sampled_from(Tie),
    st.none() | st.sampled_from([Choice.YES, Choice.NO]),
    countings,
    st.sampled_from(Method),
)
def test_every_verdict_is_told_in_both_languages_and_twice_the_same(
    rule, tally, room, tie, casting, counting, method
):
    verdict = judge(rule, tally, room, method=method, tie=tie, casting=casting, counting=counting)
    told = (verdict.message, verdict.base_message, verdict.told)
    again = judge(rule, tally, room, method=method, tie=tie, casting=casting, counting=counting)
    assert again == verdict
    for message in told:
        assert say(message, "en")
        assert say(message, "th")
    assert told == (verdict.message, verdict.base_message, verdict.told)


UNKNOWN_TIE = "unknown"


def test_a_tie_the_rules_are_silent_about_has_no_outcome():
    verdict = judge(MAJORITY, Tally(5, 5), Room(), method=HANDS, tie=UNKNOWN_TIE)
    assert verdict.outcome == "cannot_be_determined"
    assert (verdict.base, verdict.needs) == (10, 6)
    assert codes(verdict.message)[-1] == "verdict.tie_unknown"
    assert "do not say" in say(verdict.told, "en")
    assert "ไม่ได้กำหนด" in say(verdict.told, "th")


@pytest.mark.parametrize(
    ("rule", "tally", "outcome"),
    [
        (MAJORITY, (6, 5), "carried"),
        (MAJORITY, (5, 6), "lost"),
        (MAJORITY, (0, 0), "lost"),
        (TWO_THIRDS_CAST, (5, 5), "lost"),  # no casting vote makes it two thirds
    ],
)
def test_an_unknown_tie_rule_changes_nothing_but_a_tie_it_could_decide(rule, tally, outcome):
    verdict = judge(rule, Tally(*tally), Room(), method=HANDS, tie=UNKNOWN_TIE)
    assert verdict.outcome == outcome
    assert codes(verdict.message)[-1] != "verdict.tie_unknown"
