"""Findings for one meeting and for a whole file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.db import rows
from council.domain import checks
from council.domain.text import Text
from council.domain.vocabulary import Severity
from council.domain.votes import vote_checks
from council.domain.votes.presence import Span
from council.domain.votes.voting import Room, Tally
from council.services import verify
from council.services.findings import meeting_findings
from council.services.members import people
from council.services.session import attendance, motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, **more: object) -> str:
    more.setdefault("mover_uid", hall.people[1])
    return motions.state_motion(hall.desk, hall.meeting, text=t("That it be so."), **more).value


def found(hall: Hall) -> list[tuple[str, str]]:
    listed = meeting_findings(hall.desk, hall.meeting)
    for one in listed:
        for language in ("en", "th"):
            assert say(one.message, language)
    return [(one.severity.value, one.code) for one in listed]


def test_a_clean_meeting_has_no_findings(hall: Hall) -> None:
    ballots = dict.fromkeys(hall.people, "yes")
    votes.record_vote(hall.desk, state(hall), method="roll_call", ballots=ballots)
    votes.record_vote(hall.desk, state(hall), method="voice", declared="carried")
    votes.record_vote(hall.desk, state(hall), method="no_objection")
    assert found(hall) == []
    report = verify.verify(hall.desk)
    assert (report.ok, report.intact, report.findings) == (True, True, ())
    assert len(report.head) == 64


def test_outcome_quorum_and_totals(hall: Hall) -> None:
    votes.record_vote(
        hall.desk, state(hall), method="show_of_hands", counts=(4, 9), declared="carried"
    )
    votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(14, 9))
    for person in hall.people[8:]:
        attendance.leave(hall.desk, hall.meeting, person)
    attendance.leave(hall.desk, hall.meeting, hall.people[0])
    votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(4, 0))
    adjourn = motions.state_motion(hall.desk, hall.meeting, kind="adjourn").value
    votes.record_vote(hall.desk, adjourn, method="show_of_hands", counts=(4, 0))
    assert found(hall) == [
        ("error", "outcome_differs"),
        ("error", "more_votes_than_present"),
        ("warning", "no_quorum"),
    ]
    assert not verify.verify(hall.desk).ok


def test_counts_that_differ_from_ballots(hall: Hall) -> None:
    ballots = dict.fromkeys(hall.people[:10], "yes") | dict.fromkeys(hall.people[10:], "no")
    vote = votes.record_vote(hall.desk, state(hall), method="roll_call", ballots=ballots).value
    votes.set_counts(hall.desk, vote, 10, 5)
    assert found(hall) == []
    votes.set_counts(hall.desk, vote, 11, 4)
    assert found(hall) == [("error", "tally_differs")]


def test_people_who_were_not_there_or_not_members(hall: Hall) -> None:
    attendance.mark(hall.desk, hall.meeting, hall.people[5], "absent")
    stranger = people.add_person(hall.desk, name=t("Ned Stranger")).value
    attendance.arrive(hall.desk, hall.meeting, stranger)
    uid = state(hall, mover_uid=hall.people[5])
    ballots = {hall.people[5]: "yes", stranger: "yes", hall.people[1]: "yes"}
    votes.record_vote(hall.desk, uid, method="roll_call", ballots=ballots)
    assert found(hall) == [
        ("warning", "mover_not_present"),
        ("error", "voter_not_present"),
        ("error", "voter_not_member"),
    ]


def test_second_ballots_come_only_from_outside(hall: Hall) -> None:
    vote = votes.open_vote(hall.desk, state(hall), method="roll_call").value
    with hall.desk.step("step.put_ballots", motion="x"):
        for number in (1, 2):
            rows.insert(
                hall.desk.conn, "ballot",
                {"uid": f"x{number}", "vote_uid": vote, "position": number,
                 "person_uid": hall.people[0], "choice": "yes"},
            )  # fmt: skip
    assert found(hall) == [("error", "double_ballot")]


def test_third_degree_and_times_that_run_backwards(hall: Hall) -> None:
    uid = state(hall)
    for words in ("one", "two", "three"):
        uid = state(hall, kind="amend", parent_uid=uid, proposed_text=t(words))
    span = attendance.room(hall.desk, hall.meeting)[0].spans[0]
    assert span.from_at is not None
    with hall.desk.step("step.correct_span", name="x"):
        ended = hall.desk.stamp(span.from_at - timedelta(hours=1))
        rows.update(hall.desk.conn, "span", span.uid, {"to_at": ended})
    assert found(hall) == [("error", "ends_before_start"), ("warning", "third_degree")]


def test_unknown_base_cannot_be_determined() -> None:
    hall = convene()
    vote = votes.record_vote(
        hall.desk, state(hall), method="show_of_hands", counts=(4, 0), declared="carried",
        requirement="majority_of_present",
    )  # fmt: skip
    assert vote.value
    assert found(hall) == [("note", "cannot_be_determined")]
    hall.desk.close()


def test_a_vote_that_kept_nothing_is_judged_from_attendance(hall: Hall) -> None:
    """As a vote comes from an import: numbers, a rule by name, what was declared."""
    uid = state(hall)
    values = {"uid": "v", "motion_uid": uid, "position": 1, "method": "show_of_hands"}
    values |= {"requirement": "majority_of_seats", "yes": 7, "no": 0, "declared": "carried"}
    with hall.desk.step("step.record_vote", motion="x"):
        rows.insert(hall.desk.conn, "vote", values)
    row = votes.get_vote(hall.desk, "v")
    assert row.verdict is not None
    assert (row.verdict.outcome, row.verdict.needs, row.quorum_met) == ("lost", 8, True)
    assert found(hall) == [("error", "outcome_differs")]


def test_a_vote_without_a_time_counts_whoever_came(hall: Hall) -> None:
    uid = state(hall)
    motions.correct_motion(hall.desk, uid, made_at=None)
    for person in hall.people:
        attendance.leave(hall.desk, hall.meeting, person)
    values = {"uid": "v", "motion_uid": uid, "position": 1, "method": "show_of_hands"}
    with hall.desk.step("step.record_vote", motion="x"):
        rows.insert(hall.desk.conn, "vote", {**values, "yes": 9, "no": 1, "declared": "carried"})
    row = votes.get_vote(hall.desk, "v")
    assert (row.room.present, row.quorum_met) == (15, True)
    assert found(hall) == []


def test_a_newer_pack_that_would_judge_otherwise_is_a_note(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(8, 7)).value
    with hall.desk.step("step.record_vote", motion="x"):
        stored = {"fraction": "2/3", "strict": False, "base": "votes_cast"}
        values = {"pack_version": "0", "resolved": stored, "declared": "lost"}
        rows.update(hall.desk.conn, "vote", vote, values)
    assert found(hall) == [("note", "newer_pack_differs")]


@pytest.mark.parametrize(
    ("kept", "noted"),
    [
        ("2 (ronr 1)", True),  # the pack below is newer now
        ("2 (ronr 2)", False),
        ("2", False),  # a file from before votes kept the packs below
        ("1 (ronr 2)", True),
    ],
)
def test_a_newer_pack_below_an_unchanged_one_is_a_note_too(kept: str, noted: bool) -> None:
    hall = convene(pack="ronr-small-board")
    vote = votes.record_vote(
        hall.desk, state(hall), method="show_of_hands", counts=(8, 7)
    ).value  # fmt: skip
    assert votes.get_vote(hall.desk, vote).pack_version == "2 (ronr 2)"
    with hall.desk.step("step.record_vote", motion="x"):
        stored = {"fraction": "2/3", "strict": False, "base": "votes_cast"}
        values = {"pack_version": kept, "resolved": stored, "declared": "lost"}
        rows.update(hall.desk.conn, "vote", vote, values)
    assert found(hall) == ([("note", "newer_pack_differs")] if noted else [])


def test_a_forged_file_is_found(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "a.council"
    hall = convene(str(path))
    hall.present(15)
    hall.desk.close()
    assert verify.verify(path).ok
    raw = sqlite3.connect(path)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute("UPDATE attendance SET status = 'absent'")
    raw.commit()
    raw.close()
    report = verify.verify(path)
    assert not report.intact
    assert not report.ok


# ------------------------------------------------------------------- the checks by themselves


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Amal Haddad", "Haddad, Amal", True),
        ("José Muñoz", "Jose Munoz", True),
        ("Katherine Nunn", "Katharine Nunn", True),
        ("Katherine Nunn", "Kathreine Nunn", True),
        ("Katherine Nunn", "Katherin Nunn", True),
        ("Ann Li", "Ana Li", False),
        ("Amal Haddad", "Kay Nunn", False),
        ("Katherine Nunn", "Katharina Nunn", False),
        ("สมหมาย ใจดี", "สมหมาย ใจด", True),
    ],
)
def test_names_alike(first: str, second: str, alike: bool) -> None:
    people = [("a", Text.of(first, "en")), ("b", Text.of(second, "en"))]
    listed = checks.check_names(people)
    assert [one.where for one in listed] == (["people/b"] if alike else [])


def test_memberships_that_end_before_they_start() -> None:
    terms = [
        checks.CheckedTerm("a", date(2026, 1, 1), date(2025, 12, 31)),
        checks.CheckedTerm("b", date(2026, 1, 1), date(2026, 1, 1)),
        checks.CheckedTerm("c", None, date(2026, 1, 1)),
    ]
    (only,) = checks.check_terms(terms)
    assert (only.where, only.severity, only.found) == (
        "memberships/a",
        Severity.ERROR,
        "2025-12-31",
    )


def test_spans_are_half_open_but_lenient_for_votes() -> None:
    at = datetime(2026, 11, 19, 20, tzinfo=UTC)
    span = Span(at - timedelta(hours=1), at)
    assert not span.holds(at)
    assert span.touches(at)
    meeting = checks.CheckedMeeting(
        "m", attendance=(checks.CheckedAttendee("x", "p", "present", (span,)),),
        members=frozenset({"p"}),
        motions=(
            checks.CheckedMotion(
                "a", "main", made_at=at,
                votes=(
                    vote_checks.CheckedVote(
                        "v", "roll_call", at=at, counts=Tally(1, 0), room=Room(present=1),
                        ballots=(vote_checks.CheckedBallot("p", "yes"),), declared="carried",
                    ),
                ),
            ),
        ),
    )  # fmt: skip
    assert [one.code for one in checks.check_meeting(meeting)] == ["cannot_be_determined"]
