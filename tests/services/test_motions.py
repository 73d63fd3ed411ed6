"""Motions from statement to decision, and what is in order meanwhile."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.services import history, meetings
from council.services.session import motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, words: str = "That a crosswalk be built.", **more: object) -> str:
    more.setdefault("mover_uid", hall.people[1])
    return motions.state_motion(hall.desk, hall.meeting, text=t(words), **more).value


def decide(hall: Hall, uid: str, yes: int = 10, no: int = 2) -> None:
    votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(yes, no, 0))


def get(hall: Hall, uid: str) -> motions.MotionRow:
    return motions.get_motion(hall.desk, uid)


def barred(hall: Hall) -> dict[MotionKind, tuple[str, str]]:
    now = motions.order_now(hall.desk, hall.meeting)
    return {kind: (message.code, source) for kind, message, source in now.barred}


def test_a_motion_gets_number_item_and_people(hall: Hall) -> None:
    uid = state(hall, seconder_uids=[hall.people[2], hall.people[3], hall.people[2]])
    row = get(hall, uid)
    assert row.number == "2026-1"
    assert row.item_uid == hall.item
    assert row.item_title == t("Crosswalk")
    assert row.mover_name == t("Kay Nunn")
    assert row.seconder_uids == (hall.people[2], hall.people[3])
    assert (row.depth, row.outcome, row.current_text) == (0, None, row.text)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [uid]


def test_numbers_run_by_body_and_year_and_are_not_reused(hall: Hall) -> None:
    first = state(hall)
    motions.withdraw(hall.desk, first)
    second = state(hall, "That two be built.")
    amendment = state(hall, "add paint", kind="amend")
    assert [get(hall, uid).number for uid in (first, second, amendment)] == [
        "2026-1", "2026-2", "2026-2/1",
    ]  # fmt: skip
    later = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, kind="regular", starts_local=datetime(2027, 1, 21, 18, 30),
        venue=t("Hall"),
    ).value  # fmt: skip
    other = motions.state_motion(hall.desk, later, text=t("That it be so.")).value
    assert get(hall, other).number == "2027-1"


def test_undo_takes_number_back_and_redo_restores_it(hall: Hall) -> None:
    uid = state(hall)
    history.undo(hall.desk)
    assert motions.list_motions(hall.desk, hall.meeting) == []
    history.redo(hall.desk)
    assert get(hall, uid).number == "2026-1"


def test_thai_council_numbers_by_buddhist_year() -> None:
    hall = convene()
    from council.services import council

    council.update_council(hall.desk, languages=("th", "en"))
    assert get(hall, state(hall)).number == "2569-1"
    hall.desk.close()


def test_a_motion_needs_words_but_not_one_to_adjourn(hall: Hall) -> None:
    with pytest.raises(InputRefused):
        motions.state_motion(hall.desk, hall.meeting, text=Text())
    uid = motions.state_motion(hall.desk, hall.meeting, kind="adjourn").value
    assert get(hall, uid).text.get("en") == "Adjourn"
    assert get(hall, uid).text.get("th")


def test_carried_amendment_of_an_amendment_changes_the_main_motion(hall: Hall) -> None:
    main = state(hall, "Build a crosswalk.")
    first = state(
        hall, "insert “by March”", kind="amend", proposed_text=t("Build a crosswalk by March.")
    )
    second = state(hall, "strike “March”, insert “May”", kind="amend",
                   proposed_text=t("Build a crosswalk by May."))  # fmt: skip
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main, first, second]
    assert [get(hall, uid).depth for uid in (main, first, second)] == [0, 1, 2]
    decide(hall, second)
    assert get(hall, first).current_text == t("Build a crosswalk by May.")
    assert get(hall, main).current_text == t("Build a crosswalk.")
    decide(hall, first)
    assert get(hall, main).current_text == t("Build a crosswalk by May.")
    assert not get(hall, main).final_text
    decide(hall, main)
    row = get(hall, main)
    assert (row.outcome, row.text) == ("carried", t("Build a crosswalk."))
    assert row.final_text == t("Build a crosswalk by May.")
    assert motions.pending(hall.desk, hall.meeting) == []


def test_lost_amendment_changes_nothing_and_a_later_one_applies(hall: Hall) -> None:
    main = state(hall, "Build it.")
    lost = state(hall, "blue", kind="amend", proposed_text=t("Build it blue."))
    decide(hall, lost, 2, 10)
    assert get(hall, main).current_text == t("Build it.")
    for words in ("Build it red.", "Build it red and round."):
        decide(hall, state(hall, words, kind="amend", proposed_text=t(words)))
    assert get(hall, main).current_text == t("Build it red and round.")


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("postpone", "postponed"),
        ("refer", "referred"),
        ("lay_aside", "laid_aside"),
        ("divide", "divided"),
    ],
)
def test_carried_subsidiary_disposes_of_main_and_what_hangs_on_it(
    hall: Hall, kind: str, outcome: str
) -> None:
    main = state(hall)
    amendment = state(hall, "add paint", kind="amend", proposed_text=t("That it be painted."))
    uid = state(hall, "later", kind=kind, until="2026-12-17")
    assert get(hall, uid).parent_uid == main
    decide(hall, uid)
    assert [get(hall, one).outcome for one in (main, amendment, uid)] == [
        outcome,
        outcome,
        "carried",
    ]
    assert motions.pending(hall.desk, hall.meeting) == []
    votes.take_back(hall.desk, get(hall, uid).votes[0].uid)
    assert [get(hall, one).outcome for one in (main, amendment, uid)] == [None, None, None]
    decide(hall, uid, 1, 9)
    assert get(hall, main).outcome is None


def test_withdrawn_no_second_out_of_order(hall: Hall) -> None:
    main = state(hall)
    amendment = state(hall, "add paint", kind="amend")
    motions.no_second(hall.desk, amendment)
    third = state(hall, "another")
    motions.rule_out_of_order(hall.desk, third)
    other = state(hall, "add glue", kind="amend")
    motions.withdraw(hall.desk, main)
    outcomes = [get(hall, uid).outcome for uid in (main, amendment, third, other)]
    assert outcomes == ["withdrawn", "no_second", "out_of_order", "withdrawn"]
    motions.set_outcome(hall.desk, main, None)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main, other]


@pytest.mark.parametrize("outcome", ["noted", "settled"])
def test_what_is_noted_or_settled_needs_no_vote_and_its_amendments_fall(hall, outcome) -> None:
    main = state(hall)
    amendment = state(hall, "add paint", kind="amend")
    motions.set_outcome(hall.desk, main, outcome)
    assert [get(hall, uid).outcome for uid in (main, amendment)] == [outcome, outcome]
    motions.set_outcome(hall.desk, main, None)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main, amendment]


def test_reconsider_brings_a_motion_back_in_the_same_meeting(hall: Hall) -> None:
    main = state(hall)
    decide(hall, main)
    again = state(hall, "reconsider", kind="reconsider", parent_uid=main)
    assert get(hall, again).number == "2026-2"
    decide(hall, again)
    assert get(hall, main).outcome is None
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main]
    votes.take_back(hall.desk, get(hall, again).votes[0].uid)
    assert get(hall, main).outcome == "carried"


def test_laid_aside_and_taken_up_again(hall: Hall) -> None:
    main = state(hall)
    decide(hall, state(hall, "aside", kind="lay_aside"))
    assert get(hall, main).outcome == "laid_aside"
    decide(hall, state(hall, "take it up", kind="take_up_again", parent_uid=main))
    assert get(hall, main).outcome is None


def test_corrections_keep_number_and_follow_into_final_text(hall: Hall) -> None:
    main = state(hall, "Biuld it.")
    decide(hall, main)
    motions.correct_motion(hall.desk, main, text=t("Build it."), seconder_uids=[hall.people[5]],
                           mover_uid=hall.people[4])  # fmt: skip
    row = get(hall, main)
    assert (row.number, row.text, row.final_text) == ("2026-1", t("Build it."), t("Build it."))
    assert (row.mover_uid, row.seconder_uids) == (hall.people[4], (hall.people[5],))
    amendment = state(hall, "x", kind="amend", parent_uid=main)
    with pytest.raises(InputRefused, match="motion_circle"):
        motions.correct_motion(hall.desk, main, parent_uid=amendment)


def test_order_with_nothing_pending(hall: Hall) -> None:
    now = motions.order_now(hall.desk, hall.meeting)
    kinds = [kind for kind, _ in now.possible]
    assert MotionKind.MAIN in kinds
    assert MotionKind.ADJOURN in kinds
    assert barred(hall)[MotionKind.AMEND][0] == "in_order.nothing_pending"
    needs = dict(now.possible)[MotionKind.MAIN]
    assert say(needs, "en") == "Majority of votes cast. Needs 1 seconder."
    assert say(needs, "th")


def test_order_with_a_main_motion_pending(hall: Hall) -> None:
    state(hall)
    reasons = barred(hall)
    assert reasons[MotionKind.MAIN] == ("in_order.decide_first", "RONR §10")
    possible = {kind for kind, _ in motions.order_now(hall.desk, hall.meeting).possible}
    assert {MotionKind.AMEND, MotionKind.REFER, MotionKind.POSTPONE, MotionKind.ADJOURN} <= possible


def test_order_with_refer_pending(hall: Hall) -> None:
    state(hall)
    state(hall, "to the works committee", kind="refer")
    reasons = barred(hall)
    assert MotionKind.POSTPONE_INDEFINITELY in reasons
    assert MotionKind.AMEND not in reasons
    assert MotionKind.ADJOURN not in reasons


def test_third_degree_is_barred_but_recorded(hall: Hall) -> None:
    state(hall)
    for words in ("one", "two"):
        state(hall, words, kind="amend")
    assert barred(hall)[MotionKind.AMEND][0] == "in_order.third_degree"
    third = state(hall, "three", kind="amend")
    assert get(hall, third).depth == 3


def test_order_during_a_vote_and_without_quorum(hall: Hall) -> None:
    main = state(hall)
    vote = votes.open_vote(hall.desk, main, method="roll_call").value
    assert set(barred(hall).values()) == {("in_order.vote_open", "RONR §45")}
    votes.drop_vote(hall.desk, vote)
    assert MotionKind.AMEND not in barred(hall)
    from council.services.session import attendance

    for person in hall.people[:9]:
        attendance.leave(hall.desk, hall.meeting, person)
    reasons = barred(hall)
    assert reasons[MotionKind.AMEND][0] == "in_order.no_quorum"
    assert reasons[MotionKind.AMEND][1].startswith("RONR §40")
    assert MotionKind.ADJOURN not in reasons


def test_small_board_needs_no_second() -> None:
    hall = convene(pack="ronr-small-board", members=7, seats=7)
    hall.present(7)
    now = dict(motions.order_now(hall.desk, hall.meeting).possible)
    assert say(now[MotionKind.MAIN], "en") == "Majority of votes cast. No seconder needed."
    uid = state(hall)
    decide(hall, uid, 4, 3)
    assert get(hall, uid).outcome == "carried"
    hall.desk.close()


def test_decisions_are_found_by_words_year_mover_and_outcome(hall: Hall) -> None:
    carried = state(hall, "That a Crosswalk be built for ๑๐๐ baht.")
    decide(hall, carried)
    lost = state(hall, "That nothing be done.", mover_uid=hall.people[2])
    decide(hall, lost, 1, 9)
    state(hall, "pending")

    def found(**wanted: object) -> list[str]:
        return [one.uid for one in motions.search_decisions(hall.desk, **wanted)]

    assert found() == [lost, carried]
    assert found(limit=1) == [lost]
    assert found(text="crossWALK") == [carried]
    assert found(text="100 baht") == [carried]
    assert found(text="2026-2") == [lost]
    assert found(year=2026, outcome="lost") == [lost]
    assert found(year=2025) == []
    assert found(mover_uid=hall.people[2]) == [lost]
    assert found(body_uid=hall.body) == [lost, carried]
    assert found(body_uid="other") == []
