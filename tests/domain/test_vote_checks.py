"""What is odd about one vote: its totals, its ballots, and what its rules did not allow."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from council.catalogue import say
from council.domain.checks import CheckedAttendee, CheckedMeeting, CheckedMotion, check_vote
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import Choice, Severity
from council.domain.votes.presence import Span
from council.domain.votes.vote_checks import (
    WITHOUT_QUORUM,
    CheckedBallot,
    CheckedVote,
    check_numbers,
    figures,
    tally_of,
)
from council.domain.votes.voting import Base, Counting, Requirement, Room, Tally

MAJORITY = Requirement(Fraction(1, 2), True, Base.VOTES_CAST)
ROOM = Room(present=9, present_entitled=9)
NOT_SO = Ruling(False, Message("verdict.voice"), "Brown Act")


def vote(counts=None, **more):
    values = {"method": "show_of_hands", "rule": MAJORITY, "room": ROOM, "declared": "carried"}
    if counts is not None:
        values["counts"] = Tally(*counts)
    return CheckedVote("v", **{**values, **more})


def codes(checked, kind="main"):
    return [one.code for one in check_numbers(checked, kind, "here")]


def ballots(*choices, casting=None):
    given = tuple(CheckedBallot(f"p{n}", choice) for n, choice in enumerate(choices))
    return given if casting is None else (*given, CheckedBallot("p0", casting, casting=True))


@pytest.mark.parametrize(
    ("checked", "wanted"),
    [
        pytest.param(vote((5, 4)), [], id="carried"),
        pytest.param(vote((4, 5), declared="lost"), [], id="lost"),
        pytest.param(vote((4, 5)), ["outcome_differs"], id="declared otherwise"),
        pytest.param(vote((5, 5)), ["outcome_differs", "more_votes_than_present"], id="too many"),
        pytest.param(vote((4, 3, 1, 1)), [], id="all of them"),
        pytest.param(vote((4, 3, 1, 2)), ["more_votes_than_present"], id="one too many"),
        pytest.param(
            vote((6, 4), room=Room(present=9)), ["more_votes_than_present"], id="than present"
        ),
        pytest.param(vote((9, 4), room=Room()), [], id="nobody knows how many were there"),
        pytest.param(vote((5, 4), rule=None), ["cannot_be_determined"], id="rule not known"),
        pytest.param(vote(), ["cannot_be_determined"], id="declared, not counted"),
        pytest.param(vote(declared=None), [], id="neither"),
        pytest.param(vote(method="voice"), [], id="by voice"),
        pytest.param(vote(method="voice", rule=None), [], id="by voice, rule not known"),
        pytest.param(vote(method="no_objection"), [], id="no objection"),
        pytest.param(vote(method="no_objection", declared="lost"), ["outcome_differs"], id="no"),
        pytest.param(vote(unanimous=True), [], id="unanimous without numbers"),
        pytest.param(vote((4, 5), unanimous=True), ["outcome_differs"], id="numbers say otherwise"),
        pytest.param(
            vote((2, 1), ballots=ballots("yes", "yes", "no")), [], id="numbers are the ballots'"
        ),
        pytest.param(
            vote((3, 1), ballots=ballots("yes", "yes", "no")), ["tally_differs"], id="they are not"
        ),
        pytest.param(
            vote(
                (3, 2), ballots=ballots("yes", "yes", "no", "no", casting="yes"),
                tie="chair_casting",
            ),
            [], id="the casting vote was added in",
        ),
        pytest.param(
            vote((2, 1), ballots=ballots("yes", "yes", "no", "no"), ineligible=frozenset({"p3"})),
            [], id="the ineligible one was not counted",
        ),
        pytest.param(
            vote((2, 2), ballots=ballots("yes", "yes", "no", "no"), ineligible=frozenset({"p3"})),
            [], id="or was counted by hand",
        ),
    ],
)  # fmt: skip
def test_totals(checked, wanted):
    assert codes(checked) == wanted


DISALLOWED = Counting(silence="disallowed")


@pytest.mark.parametrize(
    ("checked", "wanted"),
    [
        pytest.param(vote((5, 3), counting=DISALLOWED), ["silence_disallowed"], id="one silent"),
        pytest.param(vote((5, 3, 1), counting=DISALLOWED), [], id="nobody silent"),
        pytest.param(vote((5, 3), counting=DISALLOWED, declared=None), [], id="not declared yet"),
        pytest.param(vote((5, 3), counting=Counting(silence="as_yes")), [], id="silence is a yes"),
        pytest.param(vote((5, 3)), [], id="silence is ignored"),
        pytest.param(
            vote((5, 3), counting=DISALLOWED, method="no_objection"), [], id="no objection"
        ),
        pytest.param(
            vote(counting=DISALLOWED, method="no_objection"), [], id="no objection, no numbers"
        ),
        pytest.param(
            vote(ballots=ballots("yes", "no", casting="yes"), declared="lost"),
            ["casting_without_right"], id="a casting vote without the right",
        ),
        pytest.param(
            vote(ballots=ballots("yes", "no", casting="yes"), tie="chair_casting"), [],
            id="a casting vote after a tie",
        ),
        pytest.param(
            vote(ballots=ballots("yes", "yes", casting="yes"), tie="chair_casting"),
            ["casting_without_tie"], id="a casting vote without a tie",
        ),
        pytest.param(vote((5, 3), method_ruling=NOT_SO), ["method_not_allowed"], id="the method"),
        pytest.param(
            vote((5, 3), method_ruling=Ruling(True, NOT_SO.message)), [], id="a method allowed"
        ),
        pytest.param(
            vote((5, 3), method_ruling=Ruling(None, NOT_SO.message)), [], id="a method not known"
        ),
    ],
)  # fmt: skip
def test_what_the_rules_did_not_allow(checked, wanted):
    assert codes(checked) == wanted


@pytest.mark.parametrize(
    ("needed", "present", "kind", "more", "wanted"),
    [
        (8, 7, "main", {}, ["no_quorum"]),
        (8, 8, "main", {}, []),
        (None, 7, "main", {}, []),
        (8, None, "main", {}, []),
        (8, 7, "adjourn", {}, []),
        (8, 7, "recess", {}, []),
        (8, 7, "fix_time", {}, []),
        (8, 7, "recess", {"lawful": frozenset({"adjourn"})}, ["no_quorum"]),
        (8, 7, "main", {"lawful": frozenset({"main"})}, []),
    ],
)
def test_a_missing_quorum(needed, present, kind, more, wanted):
    checked = vote((5, 4), quorum_needed=needed, quorum_present=present, **more)
    assert codes(checked, kind) == wanted
    assert {"adjourn", "recess", "fix_time"} == WITHOUT_QUORUM


def test_a_finding_names_severity_place_and_numbers():
    checked = vote(
        (4, 4), counting=DISALLOWED, quorum_needed=10, quorum_present=9, method_ruling=NOT_SO,
        declared="lost", ballots=ballots(casting="yes"),
    )  # fmt: skip
    found = check_numbers(checked, "main", "meetings/m/votes/v")
    assert [(one.severity, one.code, one.expected, one.found) for one in found] == [
        (Severity.WARNING, "silence_disallowed", 0, 1),
        (Severity.WARNING, "casting_without_right", None, None),
        (Severity.WARNING, "method_not_allowed", None, None),
        (Severity.WARNING, "no_quorum", 10, 9),
    ]
    assert {one.where for one in found} == {"meetings/m/votes/v"}
    for one in found:
        assert say(one.message, "en")
        assert say(one.message, "th")


@pytest.mark.parametrize(
    ("checked", "wanted"),
    [
        (vote((5, 4), rule=None), (Severity.NOTE, "cannot_be_determined", None, None)),
        (vote(), (Severity.NOTE, "cannot_be_determined", None, None)),
        (vote((4, 5)), (Severity.ERROR, "outcome_differs", "lost", "carried")),
        (
            vote((3, 1), ballots=ballots("yes", "yes", "no")),
            (Severity.ERROR, "tally_differs", "2–1–0", "3–1–0"),
        ),
        (
            vote((6, 4), room=Room(present=12, present_entitled=9)),
            (Severity.ERROR, "more_votes_than_present", 9, 10),
        ),
        (
            vote(ballots=ballots("yes", "yes", casting="yes"), tie="chair_casting"),
            (Severity.NOTE, "casting_without_tie", None, None),
        ),
    ],
)
def test_a_finding_of_the_numbers_says_what_was_expected(checked, wanted):
    (found,) = check_numbers(checked, "main", "meetings/m/votes/v")
    assert (found.severity, found.code, found.expected, found.found) == wanted
    assert found.where == "meetings/m/votes/v"


def test_an_outcome_that_differs_is_explained():
    checked = vote((4, 5))
    (found,) = check_numbers(checked, "main", "here")
    assert found.message == Message(
        "finding.outcome_differs",
        {
            "declared": Message("outcome.carried"),
            "computed": Message("outcome.lost"),
            "why": checked.verdict().message,
        },
    )


def test_a_verdict_in_hand_is_not_made_again():
    checked = vote((5, 4))
    other = vote((4, 5)).verdict()
    assert [one.code for one in check_numbers(checked, "main", "w", verdict=other)] == [
        "outcome_differs"
    ]


def test_weights_are_added_up_and_absence_is_nothing():
    given = [
        CheckedBallot("a", "yes", 3), CheckedBallot("b", "no", 2), CheckedBallot("c", "abstain"),
        CheckedBallot("d", "not_voting", 4), CheckedBallot("e", "recused", 9),
        CheckedBallot("f", "absent", 9),
    ]  # fmt: skip
    assert tally_of(given) == Tally(3, 2, 1, 4)
    assert figures(tally_of(given)) == "3–2–1"


def test_what_a_vote_counts():
    assert vote().tally() is None
    assert vote((3, 2)).tally() == Tally(3, 2)
    assert vote((3, 2), ballots=ballots("yes")).tally() == Tally(1, 0)
    assert vote((3, 2), ballots=ballots(casting="no")).tally() == Tally(3, 2)
    only = vote((3, 2), ballots=ballots("yes"), ineligible=frozenset({"p0"}))
    assert only.tally() == Tally(0, 0)
    assert vote(ballots=ballots("yes", casting="no")).casting() is Choice.NO
    assert vote(ballots=ballots("yes")).casting() is None


def test_a_verdict_carries_what_the_vote_kept():
    checked = vote(
        (5, 5), tie="chair_casting", counting=Counting("in_base"), source="V.3", name="majority",
        ballots=ballots(casting="yes"),
    )  # fmt: skip
    verdict = checked.verdict()
    asked = verdict.asked
    assert (asked.tie, asked.casting, asked.counting) == (
        "chair_casting",
        Choice.YES,
        checked.counting,
    )
    assert (verdict.source, asked.name, asked.room) == ("V.3", "majority", ROOM)
    assert vote().verdict() is None
    assert vote((1, 0), rule=None).verdict().outcome == "cannot_be_determined"


NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "more", "wanted"),
    [
        (ballots("yes"), {}, []),
        (ballots("yes", "yes"), {}, []),
        ((*ballots("yes"), *ballots("no")), {}, ["double_ballot"]),
        (ballots("yes", casting="no"), {"tie": "chair_casting"}, ["casting_without_tie"]),
        (ballots("yes", "no", "abstain", "yes"), {}, ["voter_not_member", "voter_not_present"]),
        (ballots("yes", "no", "abstain", "absent"), {}, []),
        (ballots("yes", "no", "yes"), {"ineligible": frozenset({"p1"})}, ["voter_ineligible"]),
        (ballots("yes", "recused", "yes"), {"ineligible": frozenset({"p1"})}, []),
    ],
)
def test_ballots(given, more, wanted):
    there = tuple(
        CheckedAttendee(f"a{n}", f"p{n}", "present", (Span(NOON, None),)) for n in range(3)
    )
    meeting = CheckedMeeting("m", attendance=there, members=frozenset({"p0", "p1", "p2"}))
    checked = vote(ballots=given, at=NOON, method="roll_call", declared=None, **more)
    found = check_vote(checked, CheckedMotion("x", "main"), meeting, {}, "here")
    assert [one.code for one in found] == wanted
    assert all(say(one.message, language) for one in found for language in ("en", "th"))
