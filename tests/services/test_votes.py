"""Votes by every method, in both packs, with what can go wrong in a room."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.db import journal, rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.votes.voting import Tally
from council.services import council, history, meetings
from council.services.session import attendance, motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, kind: str = "main", **more: object) -> str:
    more = {"text": t("That it be so."), "mover_uid": hall.people[1], **more}
    return motions.state_motion(hall.desk, hall.meeting, kind=kind, **more).value


def codes(vote: votes.VoteRow) -> list[str]:
    return [finding.code for finding in vote.findings]


def test_no_objection_carries_without_numbers(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.get_vote(hall.desk, votes.record_vote(hall.desk, uid, method="no_objection").value)
    assert (vote.declared, vote.counts, vote.is_open) == ("carried", None, False)
    assert motions.get_motion(hall.desk, uid).outcome == "carried"


def test_voice_is_only_what_the_chair_says(hall: Hall) -> None:
    uid = state(hall)
    with pytest.raises(NotAllowed, match="declare_which"):
        votes.record_vote(hall.desk, uid, method="voice")
    assert rows.count(hall.desk.conn, "vote") == 0
    vote = votes.record_vote(hall.desk, uid, method="voice", declared="lost").value
    row = votes.get_vote(hall.desk, vote)
    assert row.declared == "lost"
    assert row.verdict is not None
    assert row.verdict.outcome == "cannot_be_determined"
    assert codes(row) == []


def test_show_of_hands_keeps_the_room_and_the_rule(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.open_vote(hall.desk, uid, method="show_of_hands").value
    for person in hall.people[:3]:
        attendance.leave(hall.desk, hall.meeting, person)
    votes.set_counts(hall.desk, vote, 7, 4, 1)
    row = votes.get_vote(hall.desk, vote)
    # Whoever left before the count is no part of the room in which it was taken.
    assert (row.room.present, row.room.seats, row.room.members_in_office) == (12, 15, 15)
    assert (row.quorum_needed, row.quorum_present, row.quorum_met) == (8, 12, True)
    assert (row.pack, row.pack_version, row.tie) == ("ronr", "2", "lost")
    assert row.counts == Tally(7, 4, 1)
    assert row.verdict is not None
    assert (row.verdict.needs, row.verdict.has, row.verdict.source) == (6, 7, "RONR §44")
    assert votes.declare(hall.desk, vote).value == "carried"


def test_roll_call_one_by_one_can_be_changed(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.open_vote(hall.desk, uid, method="roll_call").value
    assert votes.open_vote_of(hall.desk, hall.meeting).uid == vote
    for person in hall.people:
        votes.put_ballot(hall.desk, vote, person, "yes")
    votes.put_ballot(hall.desk, vote, hall.people[3], "no")
    votes.put_ballot(hall.desk, vote, hall.people[4], "abstain")
    votes.put_ballot(hall.desk, vote, hall.people[5], None)
    row = votes.get_vote(hall.desk, vote)
    assert row.counts == Tally(12, 1, 1)
    assert len(row.ballots) == 14
    assert row.choice_of(hall.people[3]) == "no"
    assert row.choice_of(hall.people[5]) is None
    history.undo(hall.desk)
    assert votes.get_vote(hall.desk, vote).counts == Tally(13, 1, 1)
    votes.declare(hall.desk, vote)
    assert votes.open_vote_of(hall.desk, hall.meeting) is None


def test_recused_member_leaves_the_base(hall: Hall) -> None:
    uid = state(hall)
    council_rule = {"fraction": "1/2", "strict": True, "base": "present_entitled"}
    vote = votes.open_vote(hall.desk, uid, method="roll_call", requirement=council_rule).value
    ballots = dict.fromkeys(hall.people[:7], "yes") | dict.fromkeys(hall.people[7:], "abstain")
    votes.put_ballots(hall.desk, vote, ballots)
    verdict = votes.get_vote(hall.desk, vote).verdict
    assert verdict is not None
    assert (verdict.outcome, verdict.needs) == ("lost", 8)
    votes.put_ballots(hall.desk, vote, dict.fromkeys(hall.people[13:], "recused"))
    row = votes.get_vote(hall.desk, vote)
    assert set(row.recused) == set(hall.people[13:])
    assert (row.room.present, row.room.present_entitled, row.room.entitled) == (15, 13, 13)
    assert row.verdict is not None
    assert (row.verdict.outcome, row.verdict.needs) == ("carried", 7)
    votes.put_ballot(hall.desk, vote, hall.people[13], "no")
    assert votes.get_vote(hall.desk, vote).room.present_entitled == 14


def test_recusal_on_the_item_before_and_during_the_vote(hall: Hall) -> None:
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[2])
    vote = votes.open_vote(hall.desk, state(hall), method="roll_call").value
    assert votes.get_vote(hall.desk, vote).room.present_entitled == 14
    votes.put_ballot(hall.desk, vote, hall.people[3], "yes")
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[3])
    row = votes.get_vote(hall.desk, vote)
    assert (row.room.present_entitled, row.choice_of(hall.people[3])) == (13, "recused")


def test_two_thirds_for_closing_debate(hall: Hall) -> None:
    main = state(hall)
    closing = state(hall, "previous_question")
    assert motions.get_motion(hall.desk, closing).parent_uid == main
    votes.record_vote(hall.desk, closing, method="show_of_hands", counts=(10, 5))
    assert motions.get_motion(hall.desk, closing).outcome == "carried"
    again = state(hall, "previous_question")
    votes.record_vote(hall.desk, again, method="show_of_hands", counts=(9, 5))
    assert motions.get_motion(hall.desk, again).outcome == "lost"


def test_tie_is_lost_and_the_casting_vote_counts_where_there_is_one(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.open_vote(hall.desk, uid, method="show_of_hands").value
    votes.set_counts(hall.desk, vote, 7, 7, 1)
    votes.casting_vote(hall.desk, vote, hall.people[0], "yes")
    row = votes.get_vote(hall.desk, vote)
    assert row.verdict is not None
    assert (row.verdict.outcome, row.verdict.tied) == ("lost", True)
    assert row.counts == Tally(7, 7, 1)
    votes.declare(hall.desk, vote)
    council.set_rules(hall.desk, "ronr", {"tie.motion": "chair_casting"})
    second = state(hall)
    ballots = dict.fromkeys(hall.people[:7], "yes") | dict.fromkeys(hall.people[7:14], "no")
    vote = votes.record_vote(
        hall.desk, second, method="roll_call", ballots=ballots, casting=(hall.people[0], "yes")
    ).value
    row = votes.get_vote(hall.desk, vote)
    assert row.declared == "carried"
    assert (row.counts, codes(row)) == (Tally(7, 7), [])
    with pytest.raises(InputRefused, match="casting_choice"):
        votes.casting_vote(hall.desk, vote, hall.people[0], "abstain")


def test_tie_on_an_appeal_sustains_the_chair(hall: Hall) -> None:
    uid = state(hall, "appeal")
    votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(4, 4))
    assert motions.get_motion(hall.desk, uid).outcome == "carried"


def test_secret_ballot_keeps_no_names(hall: Hall) -> None:
    uid = state(hall)
    with pytest.raises(InputRefused, match="secret_ballot_names"):
        votes.record_vote(hall.desk, uid, method="secret_ballot", ballots={hall.people[0]: "yes"})
    vote = votes.open_vote(hall.desk, uid, method="secret_ballot").value
    with pytest.raises(InputRefused, match="secret_ballot_names"):
        votes.put_ballot(hall.desk, vote, hall.people[0], "yes")
    with pytest.raises(InputRefused, match="secret_ballot_names"):
        votes.casting_vote(hall.desk, vote, hall.people[0], "yes")
    votes.set_counts(hall.desk, vote, 9, 6)
    assert votes.declare(hall.desk, vote).value == "carried"


def test_a_count_no_file_can_hold_is_refused_in_a_sentence(hall: Hall) -> None:
    with pytest.raises(InputRefused, match="count_too_great"):
        votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(2**70, 1))


def test_impossible_totals_are_kept_and_reported(hall: Hall) -> None:
    vote = votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(14, 3)).value
    row = votes.get_vote(hall.desk, vote)
    assert codes(row) == ["more_votes_than_present"]
    assert say(row.findings[0].message, "en") == (
        "17 votes, but only 15 present were entitled to vote."
    )
    with pytest.raises(InputRefused, match="count_negative"):
        votes.set_counts(hall.desk, vote, -1, 2)


def test_vote_without_quorum_is_taken_and_marked(hall: Hall) -> None:
    for person in hall.people[:9]:
        attendance.leave(hall.desk, hall.meeting, person)
    vote = votes.record_vote(hall.desk, state(hall), method="show_of_hands", counts=(5, 1)).value
    row = votes.get_vote(hall.desk, vote)
    assert (row.quorum_met, row.declared, codes(row)) == (False, "carried", ["no_quorum"])


def test_declared_stands_apart_from_computed(hall: Hall) -> None:
    vote = votes.record_vote(
        hall.desk, state(hall), method="show_of_hands", counts=(4, 9), declared="carried"
    ).value
    row = votes.get_vote(hall.desk, vote)
    assert row.verdict is not None
    assert (row.declared, row.verdict.outcome) == ("carried", "lost")
    assert codes(row) == ["outcome_differs"]
    assert say(row.findings[0].message, "th")


def test_taking_back_keeps_the_first_declaration_until_adjournment(hall: Hall) -> None:
    uid = state(hall)
    vote = votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(8, 7)).value
    with pytest.raises(NotAllowed, match="vote_was_declared"):
        votes.drop_vote(hall.desk, vote)
    votes.take_back(hall.desk, vote)
    assert motions.get_motion(hall.desk, uid).outcome is None
    assert not motions.get_motion(hall.desk, uid).final_text
    with pytest.raises(NotAllowed, match="vote_not_declared"):
        votes.take_back(hall.desk, vote)
    votes.set_counts(hall.desk, vote, 7, 8)
    votes.declare(hall.desk, vote)
    row = votes.get_vote(hall.desk, vote)
    assert (row.declared, row.first_declared) == ("lost", "carried")
    assert motions.get_motion(hall.desk, uid).outcome == "lost"
    meetings.adjourn(hall.desk, hall.meeting)
    with pytest.raises(NotAllowed, match="vote_final"):
        votes.take_back(hall.desk, vote)
    with pytest.raises(NotAllowed):
        history.undo(hall.desk)


def test_one_vote_at_a_time(hall: Hall) -> None:
    uid = state(hall)
    votes.open_vote(hall.desk, uid, method="voice")
    with pytest.raises(NotAllowed, match="vote_open"):
        votes.open_vote(hall.desk, uid, method="voice")


def test_unknown_requirement_is_refused(hall: Hall) -> None:
    with pytest.raises(InputRefused):
        votes.open_vote(hall.desk, state(hall), method="voice", requirement="nine_tenths")


def test_small_board_chair_votes_with_the_others() -> None:
    hall = convene(pack="ronr-small-board", members=7, seats=9)
    hall.present(7)
    uid = state(hall)
    ballots = dict.fromkeys(hall.people[:4], "yes") | dict.fromkeys(hall.people[4:], "no")
    vote = votes.record_vote(
        hall.desk, uid, method="roll_call", ballots=ballots, requirement="majority_of_seats"
    ).value
    row = votes.get_vote(hall.desk, vote)
    assert row.verdict is not None
    assert (row.declared, row.verdict.needs, row.room.seats) == ("lost", 5, 9)
    assert row.pack == "ronr-small-board"
    hall.desk.close()


def test_unanimous_show_of_hands_without_numbers(hall: Hall) -> None:
    vote = votes.record_vote(hall.desk, state(hall), method="show_of_hands", unanimous=True).value
    assert votes.get_vote(hall.desk, vote).declared == "carried"


def test_roll_call_of_fifteen_is_one_step_undone_and_redone(hall: Hall) -> None:
    uid = state(hall)
    before = len(journal.steps(hall.desk.conn))
    ballots = dict.fromkeys(hall.people, "yes") | {hall.people[3]: "no", hall.people[4]: "abstain"}
    vote = votes.record_vote(hall.desk, uid, method="roll_call", ballots=ballots).value
    assert len(journal.steps(hall.desk.conn)) == before + 1
    assert votes.get_vote(hall.desk, vote).counts == Tally(13, 1, 1)
    name = history.can_undo(hall.desk)
    assert name is not None
    assert "2026-1" in say(name, "en")
    history.undo(hall.desk)
    assert rows.count(hall.desk.conn, "ballot") == 0
    assert motions.get_motion(hall.desk, uid).outcome is None
    history.redo(hall.desk)
    assert votes.get_vote(hall.desk, vote).counts == Tally(13, 1, 1)
    assert journal.verify_chain(hall.desk.conn) == []
    assert journal.replay(hall.desk.conn) == []


def test_recording_a_roll_call_is_quick(hall: Hall) -> None:
    uids = [state(hall) for _ in range(20)]
    ballots = dict.fromkeys(hall.people, "yes")
    taken = []
    for uid in uids:
        start = time.perf_counter()
        votes.record_vote(hall.desk, uid, method="roll_call", ballots=ballots)
        taken.append(time.perf_counter() - start)
    assert sorted(taken)[len(taken) // 2] < timedelta(milliseconds=50).total_seconds()
