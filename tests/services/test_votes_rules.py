"""Votes under the rules of their day: counting, eligibility, methods, and advice on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.db import rows
from council.domain.document_data import plain_text
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Choice
from council.domain.votes.voting import Counting, Room, Tally
from council.services import advice, council, findings, history, meetings, minutes
from council.services.duties import qualifications
from council.services.session import attendance, motions, room_rows
from council.services.session.roll import Roll
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, kind: str = "main") -> str:
    return motions.state_motion(
        hall.desk, hall.meeting, kind=kind, text=t("That it be so."), mover_uid=hall.people[1]
    ).value


def bylaws(hall: Hall, **values: object) -> None:
    own = {key.replace("__", "."): value for key, value in values.items()}
    council.set_rules(hall.desk, "ronr", own)


def take(hall: Hall, counts: tuple[int, ...] | None = None, **more: object) -> votes.VoteRow:
    method = more.pop("method", "show_of_hands")
    kind = more.pop("kind", "main")
    uid = votes.record_vote(
        hall.desk, state(hall, str(kind)), method=str(method), counts=counts, **more
    ).value
    return votes.get_vote(hall.desk, uid)


def found(hall: Hall) -> list[str]:
    return [one.code for one in findings.meeting_findings(hall.desk, hall.meeting)]


def kept_advice(hall: Hall) -> list[advice.AdviceRow]:
    """Return the advice about votes; other advice may stand beside it."""
    return [one for one in advice.list_advice(hall.desk, hall.meeting) if one.vote_uid]


def told(hall: Hall) -> list[tuple[str, bool | None]]:
    return [(one.code, one.followed) for one in kept_advice(hall)]


# --- counting ------------------------------------------------------------------------------------


def test_abstentions_count_as_the_bylaws_say_and_the_vote_keeps_it(hall: Hall) -> None:
    bylaws(hall, vote__abstain="in_base")
    row = take(hall, (6, 5, 1))
    assert (row.declared, row.counting) == ("lost", Counting("in_base"))
    assert row.verdict is not None
    assert row.verdict.base == 12
    bylaws(hall, vote__abstain="ignored")
    kept = votes.get_vote(hall.desk, row.uid)
    assert (kept.counting, kept.verdict) == (row.counting, row.verdict)
    assert take(hall, (6, 5, 1)).declared == "carried"


def test_a_vote_that_kept_no_counting_counts_only_yes_and_no(hall: Hall) -> None:
    row = take(hall, (6, 5, 1))
    bylaws(hall, vote__abstain="in_base", vote__silence="as_yes")
    kept = votes.get_vote(hall.desk, row.uid)
    assert (kept.counting, kept.verdict) == (Counting(), row.verdict)


def test_whoever_stays_silent_counts_as_yes_where_the_rules_say_so(hall: Hall) -> None:
    bylaws(hall, vote__silence="as_yes")
    assert take(hall, (7, 7)).declared == "carried"
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[14])
    row = take(hall, (7, 7))
    assert (row.declared, row.room.present_entitled) == ("lost", 14)


def test_silence_that_is_not_allowed_is_found_once_the_vote_is_declared(hall: Hall) -> None:
    bylaws(hall, vote__silence="disallowed")
    vote = votes.open_vote(hall.desk, state(hall), method="show_of_hands").value
    votes.set_counts(hall.desk, vote, 9, 4, 1)
    assert votes.get_vote(hall.desk, vote).findings == ()
    votes.declare(hall.desk, vote)
    (only,) = votes.get_vote(hall.desk, vote).findings
    assert (only.code, only.expected, only.found) == ("silence_disallowed", 0, 1)
    assert say(only.message, "en").startswith("1 present member gave no vote")
    assert say(only.message, "th")
    assert "silence_disallowed" not in [one.code for one in take(hall, (9, 4, 2)).findings]
    assert take(hall, method="no_objection").findings == ()


# --- rules not known on the day, and those of another ---------------------------------------------


def pack_known_from(hall: Hall, day: date, *keys: str) -> None:
    """Let the council work by a pack whose values of these keys are known only from a day."""
    pack = hall.desk.packs["ronr"]
    own = dict(pack.own)
    for key in keys:
        own[key] = tuple(replace(value, effective_from=day) for value in own[key])
    hall.desk.packs = {"ronr": replace(pack, own=own)}


def test_a_requirement_not_known_on_the_day_gives_no_outcome(hall: Hall) -> None:
    pack_known_from(hall, date(2027, 1, 1), "requirement.majority")
    vote = votes.open_vote(hall.desk, state(hall), method="show_of_hands").value
    votes.set_counts(hall.desk, vote, 15, 0)
    row = votes.get_vote(hall.desk, vote)
    assert row.resolved is None
    assert row.verdict is not None
    assert row.verdict.outcome == "cannot_be_determined"
    assert "“majority”" in say(row.verdict.message, "en")
    with pytest.raises(NotAllowed, match="declare_which"):
        votes.declare(hall.desk, vote)
    votes.declare(hall.desk, vote, "carried")
    assert told(hall) == []
    pack_known_from(hall, date(2020, 1, 1), "requirement.majority")
    assert votes.get_vote(hall.desk, vote).verdict == row.verdict


def test_a_motion_or_a_tie_not_known_on_the_day(hall: Hall) -> None:
    pack_known_from(hall, date(2027, 1, 1), "motion.main", "tie.motion")
    with pytest.raises(NotAllowed, match="declare_which"):
        votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(9, 1))
    with pytest.raises(NotAllowed, match="declare_which"):
        take(hall, (5, 5), requirement="majority")
    row = take(hall, (5, 4), requirement="majority")
    assert (row.tie, row.declared) == ("unknown", "carried")


def test_a_quorum_not_known_on_the_day_is_neither_there_nor_missing(hall: Hall) -> None:
    pack_known_from(hall, date(2027, 1, 1), "quorum")
    row = take(hall, (9, 1))
    assert (row.quorum_met, row.quorum_needed, row.quorum_present) == (None, None, 15)
    verdict = Roll(hall.desk, hall.meeting).quorum()
    assert (verdict.met, verdict.source) == (None, "RONR §40")
    assert "not known" in say(verdict.message, "en")
    assert room_rows.quorum(hall.desk, hall.meeting).met is None


def test_a_question_left_to_the_chair_needs_a_majority_when_it_is_put(hall: Hall) -> None:
    row = take(hall, (8, 7), kind="point_of_order")
    assert row.verdict is not None
    assert (row.declared, row.verdict.needs, row.verdict.source) == ("carried", 8, "RONR §44")


# --- who may not vote on the item -----------------------------------------------------------------


@pytest.fixture
def money(hall: Hall) -> Hall:
    """Return a hall whose item is about money; two of fifteen have not passed the training."""
    bylaws(
        hall,
        eligibility__funding={"needs": ["funding_training"]},
        qualification__funding_training={"months": 24, "score": 70},
    )
    for number, person in enumerate(hall.people[2:]):
        qualifications.add_qualification(
            hall.desk, person, "funding_training", passed_on=date(2026, 1, 5),
            score=90 if number else 70,
        )  # fmt: skip
    qualifications.add_qualification(
        hall.desk, hall.people[1], "funding_training", passed_on=date(2026, 1, 5), score=69
    )
    with hall.desk.step("step.follow_advice"):
        rows.update(hall.desk.conn, "agenda_item", hall.item, {"topic": "funding"})
    return hall


def test_the_ineligible_leave_the_base_and_are_named(money: Hall) -> None:
    row = take(money, (9, 2, 2))
    assert set(row.ineligible) == set(money.people[:2])
    assert (row.room.present, row.room.members_in_office) == (15, 15)
    assert (row.room.present_entitled, row.room.entitled) == (13, 13)
    assert row.findings == ()


def test_a_ballot_of_the_ineligible_is_kept_found_and_not_counted(money: Hall) -> None:
    ballots = dict.fromkeys(money.people[:7], "yes") | dict.fromkeys(money.people[7:13], "no")
    row = take(money, method="roll_call", ballots=ballots)
    assert (row.declared, row.counts) == ("lost", Tally(5, 6))
    assert row.choice_of(money.people[0]) == "yes"
    assert found(money).count("voter_ineligible") == 2
    said = [
        say(one.message, "en")
        for one in findings.meeting_findings(money.desk, money.meeting)
        if one.code == "voter_ineligible"
    ]
    assert "Amal Haddad voted, but may not vote on this item; the vote is not counted." in said


def test_only_ineligible_ballots_count_nothing(money: Hall) -> None:
    vote = votes.open_vote(money.desk, state(money), method="roll_call").value
    votes.put_ballot(money.desk, vote, money.people[0], "yes")
    assert votes.get_vote(money.desk, vote).counts == Tally(0, 0)


def test_a_vote_keeps_who_was_ineligible_when_it_began(money: Hall) -> None:
    vote = votes.open_vote(money.desk, state(money), method="roll_call").value
    qualifications.add_qualification(
        money.desk, money.people[0], "funding_training", passed_on=date(2026, 11, 1), score=99
    )
    votes.put_ballot(money.desk, vote, money.people[5], "recused")
    row = votes.get_vote(money.desk, vote)
    assert set(row.ineligible) == set(money.people[:2])
    assert row.room.present_entitled == 12
    later = votes.open_vote(money.desk, state(money), method="roll_call").value
    assert votes.get_vote(money.desk, later).ineligible == (money.people[1],)


def test_an_item_without_a_topic_asks_nothing(hall: Hall) -> None:
    row = take(hall, (9, 2))
    assert (row.ineligible, row.room.present_entitled) == ((), 15)


# --- quorum --------------------------------------------------------------------------------------


def test_only_those_in_the_room_may_make_the_quorum(hall: Hall) -> None:
    bylaws(hall, quorum_presence="in_person")
    for person in hall.people[8:]:
        attendance.arrive(hall.desk, hall.meeting, person, mode="remote")
    roll = Roll(hall.desk, hall.meeting)
    assert (roll.quorum().met, roll.quorum().present, roll.quorum().elsewhere) == (True, 8, 7)
    attendance.leave(hall.desk, hall.meeting, hall.people[0])
    row = take(hall, (9, 2))
    assert (row.quorum_met, row.quorum_present, row.room.present) == (False, 7, 14)
    assert told(hall) == [("without_quorum", False)]
    meetings.adjourn(hall.desk, hall.meeting)
    ever = Roll(hall.desk, hall.meeting).quorum(ever=True)
    assert (ever.met, ever.present, ever.elsewhere) == (True, 15, 0)


def test_the_recused_leave_a_quorum_of_those_entitled_on_the_item(hall: Hall) -> None:
    hall.present(8)
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[0])
    assert take(hall, (5, 1)).quorum_met is True
    bylaws(hall, quorum={"kind": "majority", "base": "entitled_on_item"})
    row = take(hall, (5, 1))
    assert (row.quorum_met, row.quorum_needed, row.quorum_present) == (False, 8, 7)


def test_the_quorum_over_the_course_of_the_meeting(hall: Hall) -> None:
    for person in hall.people[:9]:
        attendance.leave(hall.desk, hall.meeting, person)
    lost = hall.desk.now()
    for person in hall.people[:2]:
        attendance.arrive(hall.desk, hall.meeting, person)
    changes = Roll(hall.desk, hall.meeting).quorum_changes()
    assert [(one.met, one.present) for one in changes] == [(True, 15), (False, 7), (True, 8)]
    assert changes[0].at is not None
    assert changes[1].at is not None
    assert changes[2].at is not None
    assert changes[1].at < lost < changes[2].at
    assert found(hall) == []
    assert room_rows.quorum(hall.desk, hall.meeting).since == changes[2].at


# --- the chair -----------------------------------------------------------------------------------


def preside(hall: Hall) -> None:
    meetings.set_officers(hall.desk, hall.meeting, presiding_uid=hall.people[0])


def test_the_chair_of_a_large_board_votes_when_it_decides(hall: Hall) -> None:
    vote = votes.open_vote(hall.desk, state(hall), method="roll_call").value
    ballots = dict.fromkeys(hall.people[1:8], "yes") | dict.fromkeys(hall.people[8:], "no")
    votes.put_ballots(hall.desk, vote, ballots)
    row = votes.get_vote(hall.desk, vote)
    assert row.chair_vote is not None
    assert (row.chair_vote.may_vote, row.chair_vote.deciding) == (True, {Choice.YES})
    assert row.chair_vote.ruling.source == "RONR §44"
    votes.put_ballot(hall.desk, vote, hall.people[14], None)
    row = votes.get_vote(hall.desk, vote)
    assert row.chair_vote is not None
    assert row.chair_vote.deciding == {Choice.NO}
    votes.declare(hall.desk, vote)
    assert votes.get_vote(hall.desk, vote).chair_vote is None


@pytest.mark.parametrize(("present", "may"), [(12, True), (13, False)])
def test_up_to_twelve_are_a_small_board(hall: Hall, present: int, may: bool) -> None:
    hall.present(present)
    vote = votes.open_vote(hall.desk, state(hall), method="show_of_hands").value
    votes.set_counts(hall.desk, vote, 9, 1)
    row = votes.get_vote(hall.desk, vote)
    assert row.chair_vote is not None
    assert row.chair_vote.may_vote is may


# --- advice --------------------------------------------------------------------------------------


def test_declaring_against_the_verdict_is_on_record_once(hall: Hall) -> None:
    row = take(hall, (4, 9), declared="carried")
    (kept,) = kept_advice(hall)
    assert (kept.code, kept.followed, kept.vote_uid) == ("against_verdict", False, row.uid)
    assert (kept.motion_uid, kept.item_uid, kept.source) == (row.motion_uid, hall.item, "RONR §44")
    assert say(kept.message, "en") == (
        "4 yes, 9 no, 0 abstaining: lost. Majority of votes cast: 13 cast, more than half is 7, "
        "4 yes."
    )
    votes.declare(hall.desk, row.uid, "carried")
    assert told(hall) == [("against_verdict", False)]
    votes.declare(hall.desk, row.uid)
    assert told(hall) == [("against_verdict", True)]
    votes.declare(hall.desk, row.uid, "carried")
    assert told(hall) == [("against_verdict", False)]
    history.undo(hall.desk)
    assert told(hall) == [("against_verdict", True)]


def test_a_vote_as_the_rules_say_needs_no_advice(hall: Hall) -> None:
    take(hall, (9, 4))
    take(hall, (4, 9), declared="lost")
    take(hall, method="voice", declared="carried")
    take(hall, method="no_objection")
    take(hall, (9, 4), method="secret_ballot")
    assert told(hall) == []
    assert found(hall) == []


def test_a_vote_without_quorum_is_on_record_where_the_motion_needs_one(hall: Hall) -> None:
    hall.present(7)
    take(hall, (5, 1))
    (kept,) = kept_advice(hall)
    assert (kept.code, kept.source) == ("without_quorum", "RONR §40")
    assert say(kept.message, "en") == "Taken without a quorum: 7 present, 8 needed."
    for kind in ("recess", "adjourn", "fix_time"):
        row = take(hall, (5, 1), kind=kind)
        assert row.quorum_met is False
    assert told(hall) == [("without_quorum", False)]
    assert found(hall).count("no_quorum") == 1


def test_the_rules_name_what_needs_no_quorum(hall: Hall) -> None:
    bylaws(hall, without_quorum=["adjourn"])
    hall.present(7)
    take(hall, (5, 1), kind="adjourn")
    assert told(hall) == []
    take(hall, (5, 1), kind="recess")
    assert told(hall) == [("without_quorum", False)]
    assert found(hall).count("no_quorum") == 1


def test_a_secret_ballot_that_is_forbidden_is_taken_and_on_record(hall: Hall) -> None:
    council.set_rules(hall.desk, "ronr", {"secret_ballot": "forbidden"})
    row = take(hall, (9, 4), method="secret_ballot")
    assert row.declared == "carried"
    assert told(hall) == [("method_forbidden", False)]
    assert found(hall) == ["method_not_allowed"]


@pytest.mark.parametrize(
    ("mandatory", "remote", "method", "wanted"),
    [
        ("always", False, "show_of_hands", [("method_forbidden", False)]),
        ("always", False, "roll_call", []),
        ("remote", False, "show_of_hands", []),
        ("remote", True, "show_of_hands", [("method_forbidden", False)]),
        ("remote", True, "roll_call", []),
        ("never", True, "show_of_hands", []),
    ],
)
def test_a_roll_call_that_is_compulsory(
    hall: Hall, mandatory: str, remote: bool, method: str, wanted: list[tuple[str, bool]]
) -> None:
    bylaws(hall, roll_call={"on_demand": 0, "mandatory": mandatory})
    if remote:
        attendance.arrive(hall.desk, hall.meeting, hall.people[3], mode="remote")
    take(hall, (9, 4), method=method)
    assert told(hall) == wanted
    assert found(hall).count("method_not_allowed") == len(wanted)
    attendance.leave(hall.desk, hall.meeting, hall.people[3])
    take(hall, (9, 4))
    again = mandatory == "always"
    assert len(told(hall)) == len(wanted) + again


def test_a_casting_vote_without_the_right_is_kept_and_on_record(hall: Hall) -> None:
    ballots = dict.fromkeys(hall.people[1:8], "yes") | dict.fromkeys(hall.people[8:], "no")
    row = take(hall, method="roll_call", ballots=ballots, casting=(hall.people[0], "yes"))
    assert row.declared == "lost"
    assert told(hall) == [("casting_vote", False)]
    assert [one.code for one in row.findings] == ["casting_without_right"]
    bylaws(hall, tie__motion="chair_casting")
    row = take(hall, method="roll_call", ballots=ballots, casting=(hall.people[0], "yes"))
    assert (row.declared, row.findings) == ("carried", ())
    one_more = ballots | {hall.people[9]: "yes"}
    row = take(hall, method="roll_call", ballots=one_more, casting=(hall.people[0], "no"))
    assert [one.code for one in row.findings] == ["casting_without_tie"]
    assert told(hall) == [("casting_vote", False)] * 2


def test_a_requirement_that_is_not_the_rules_own_is_on_record(hall: Hall) -> None:
    row = take(hall, (9, 1), requirement="two_thirds")
    (kept,) = kept_advice(hall)
    assert (kept.code, kept.followed, kept.source) == ("other_requirement", None, "RONR §44")
    assert say(kept.message, "en") == (
        "For this kind of motion the rules ask: Majority of votes cast. "
        "The vote was judged by: Two thirds of votes cast."
    )
    assert say(kept.message, "th")
    advice.set_followed(hall.desk, kept.uid, followed=True, note="bylaws V.4")
    votes.declare(hall.desk, row.uid, "carried")
    assert told(hall) == [("other_requirement", True)]
    take(hall, (9, 1), requirement="majority")
    take(hall, (9, 1), requirement={"fraction": "1/2", "strict": True, "base": "votes_cast"})
    assert len(told(hall)) == 1


def test_advice_is_undone_with_the_vote(hall: Hall) -> None:
    take(hall, (4, 9), declared="carried")
    history.undo(hall.desk)
    assert told(hall) == []


# --- the rules of the meeting's day ---------------------------------------------------------------


def test_a_vote_falls_under_the_rules_of_its_meetings_day(hall: Hall) -> None:
    day = date(2026, 11, 19)
    council.set_rules(hall.desk, "ronr", {"vote.abstain": "in_base"}, from_on=day)
    council.set_rules(
        hall.desk, "ronr", {"vote.abstain": "as_yes"}, from_on=day + timedelta(days=1)
    )
    assert take(hall, (6, 5, 1)).counting == Counting("in_base")


def test_a_requirement_of_the_bylaws_is_not_ascribed_to_the_pack(hall: Hall) -> None:
    bylaws(hall, requirement__majority={
        "value": {"fraction": "1/2", "strict": True, "base": "present"}, "article": "V.3",
    })  # fmt: skip
    row = take(hall, (8, 7))
    assert row.verdict is not None
    assert row.verdict.base == 15
    assert row.verdict.source != "RONR §44"
    assert row.room == Room(15, 15, 15, 15, 15)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "May not vote on this item: Amal Haddad."),
        ("th", "ไม่มีสิทธิออกเสียงในเรื่องนี้: Amal Haddad"),
    ],
)
def test_minutes_name_the_ineligible_who_were_there(
    money: Hall, language: str, wanted: str
) -> None:
    attendance.leave(money.desk, money.meeting, money.people[1])
    ballots = dict.fromkeys(money.people[2:12], "yes") | {money.people[0]: "no"}
    take(money, method="roll_call", ballots=ballots)
    text = plain_text(minutes.compose(money.desk, money.meeting, language))
    (line,) = [line for line in text.splitlines() if line.startswith(wanted[:8])]
    assert line == wanted
