"""What the rules say against a motion is kept with it; nothing is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.services import advice, history, meetings
from council.services.session import attendance, motion_advice, motions
from council.services.session.timeline import timeline
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, kind: str = "main", mover: int | None = 1, *second: int, **more) -> str:
    return motions.state_motion(
        hall.desk, hall.meeting, kind=kind, text=t("That it be so."),
        mover_uid=None if mover is None else hall.people[mover],
        seconder_uids=[hall.people[one] for one in second], **more,
    ).value  # fmt: skip


def codes(hall: Hall, uid: str) -> list[tuple[str, str, bool | None]]:
    found = advice.advice_on(hall.desk, uid)
    for row in found:
        assert say(row.message, "en")
        assert say(row.message, "th")
        assert row.pack == "ronr"
        assert row.at == motions.get_motion(hall.desk, uid).made_at
    return [(row.code, row.message.code, row.followed) for row in found]


def roll_call(hall: Hall, uid: str, yes: int, no: int) -> None:
    given = dict.fromkeys(hall.people[:yes], "yes")
    given |= dict.fromkeys(hall.people[yes : yes + no], "no")
    votes.record_vote(hall.desk, uid, method="roll_call", ballots=given)


def test_a_motion_in_order_leaves_no_advice(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    assert codes(hall, main) == []
    assert codes(hall, state(hall, "amend", 3, 4)) == []


def test_a_motion_out_of_order_is_recorded_with_advice(hall: Hall) -> None:
    state(hall, "main", 1, 2)
    state(hall, "refer", 3, 4)
    late = state(hall, "postpone_indefinitely", 5, 6)
    assert codes(hall, late) == [("out_of_order", "in_order.yields", False)]
    (row,) = advice.list_advice(hall.desk, hall.meeting)
    assert (row.motion_uid, row.source, row.item_uid) == (late, "RONR §11", hall.item)
    assert motions.get_motion(hall.desk, late).outcome is None


def test_ruling_it_out_of_order_follows_the_advice_and_reopening_does_not(hall: Hall) -> None:
    state(hall, "main", 1, 2)
    second = state(hall, "main", 3)
    assert [followed for *_rest, followed in codes(hall, second)] == [False, False]
    motions.rule_out_of_order(hall.desk, second)
    said = {code: followed for code, _message, followed in codes(hall, second)}
    assert said == {"out_of_order": True, "no_second": False}
    motions.set_outcome(hall.desk, second, None)
    assert [followed for *_rest, followed in codes(hall, second)] == [False, False]
    history.undo(hall.desk)
    said = {code: followed for code, _message, followed in codes(hall, second)}
    assert said == {"out_of_order": True, "no_second": False}


def test_a_missing_second_is_advice_until_the_motion_falls_for_it(hall: Hall) -> None:
    main = state(hall)
    assert codes(hall, main) == [("no_second", "in_order.second_missing", False)]
    motions.no_second(hall.desk, main)
    assert codes(hall, main) == [("no_second", "in_order.second_missing", True)]


def test_who_moves_cannot_second_and_a_corrected_record_is_judged_anew(hall: Hall) -> None:
    main = state(hall, "main", 1, 1)
    assert codes(hall, main) == [("no_second", "in_order.second_own", False)]
    motions.correct_motion(hall.desk, main, seconder_uids=[hall.people[2]])
    assert codes(hall, main) == []
    motions.correct_motion(hall.desk, main, mover_uid=hall.people[2])
    assert codes(hall, main) == [("no_second", "in_order.second_own", False)]
    motions.correct_motion(hall.desk, main, text=t("Other words"))
    assert len(codes(hall, main)) == 1
    history.undo(hall.desk)
    history.undo(hall.desk)
    assert codes(hall, main) == []


@pytest.mark.parametrize(
    ("who", "code"),
    [("away", "in_order.mover_absent"), ("recused", "in_order.mover_recused"),
     ("guest", "in_order.mover_absent"), ("chair", "in_order.mover_presides")],
)  # fmt: skip
def test_who_may_not_move_is_advice(hall: Hall, who: str, code: str) -> None:
    mover = 3
    if who == "away":
        attendance.leave(hall.desk, hall.meeting, hall.people[mover])
    elif who == "recused":
        attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[mover])
    elif who == "guest":
        hall.people.append("nobody")
        from council.services.members import people

        hall.people[-1] = people.add_person(hall.desk, name=t("Gil Stone")).value
        mover = len(hall.people) - 1
    else:
        mover = 0
        meetings.change_meeting(hall.desk, hall.meeting, presiding_uid=hall.people[0])
    main = state(hall, "main", mover, 2)
    assert codes(hall, main) == [("mover", code, False)]
    (row,) = advice.advice_on(hall.desk, main)
    assert row.person_uid == hall.people[mover]


def test_reconsideration_by_who_lost_is_advice(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    roll_call(hall, main, yes=9, no=6)
    again = state(hall, "reconsider", 12, 2, parent_uid=main)
    assert codes(hall, again) == [("reconsider_mover", "reconsider.not_prevailing", False)]
    motions.rule_out_of_order(hall.desk, again)
    assert codes(hall, again)[0][2] is True
    fine = state(hall, "reconsider", 3, 2, parent_uid=main)
    assert codes(hall, fine) == []


def test_reconsideration_a_second_time_or_too_late_is_out_of_order(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    roll_call(hall, main, yes=9, no=6)
    hall.clock.pass_time(days=2)
    late = state(hall, "reconsider", 12, 2, parent_uid=main)
    assert codes(hall, late) == [("out_of_order", "reconsider.too_late", False)]


def test_a_vote_without_names_settles_nothing_about_the_mover(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    votes.record_vote(hall.desk, main, method="show_of_hands", counts=(9, 6, 0))
    assert codes(hall, state(hall, "reconsider", 12, 2, parent_uid=main)) == []


def test_what_nobody_objected_to_anybody_may_reconsider(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    votes.record_vote(hall.desk, main, method="no_objection")
    assert codes(hall, state(hall, "reconsider", 12, 2, parent_uid=main)) == []


def test_without_a_quorum_the_advice_says_what_is_left(hall: Hall) -> None:
    for person in hall.people[5:]:
        attendance.leave(hall.desk, hall.meeting, person)
    main = state(hall, "main", 1, 2)
    assert codes(hall, main) == [("out_of_order", "in_order.no_quorum", False)]
    motions.withdraw(hall.desk, main)
    assert codes(hall, state(hall, "adjourn", 1, 2)) == []


def test_what_is_written_down_afterwards_is_judged_by_the_room_of_that_moment(hall: Hall) -> None:
    moment = hall.desk.now()
    hall.clock.pass_time(minutes=30)
    attendance.leave(hall.desk, hall.meeting, hall.people[3])
    hall.clock.pass_time(minutes=30)
    meetings.adjourn(hall.desk, hall.meeting)
    assert codes(hall, state(hall, "main", 3, 2, at=moment)) == []
    late = state(hall, "recess", 3, 2, at=moment + timedelta(minutes=45))
    assert ("mover", "in_order.mover_absent", False) in codes(hall, late)


def test_rescinding_what_was_lost_or_is_no_main_motion(hall: Hall) -> None:
    main = state(hall, "main", 1, 2)
    roll_call(hall, main, yes=4, no=9)
    gone = state(hall, "rescind", 1, 2, parent_uid=main)
    assert codes(hall, gone) == [("out_of_order", "in_order.nothing_adopted", False)]


def test_undo_takes_the_advice_with_the_motion_and_redo_brings_it_back(hall: Hall) -> None:
    done = motions.state_motion(hall.desk, hall.meeting, text=t("Alone"), mover_uid=hall.people[1])
    assert done.changes == {"motions", "advice"}
    assert len(advice.list_advice(hall.desk, hall.meeting)) == 1
    history.undo(hall.desk)
    assert advice.list_advice(hall.desk, hall.meeting) == []
    history.redo(hall.desk)
    assert len(advice.list_advice(hall.desk, hall.meeting)) == 1


def test_a_small_board_leaves_the_chair_and_the_second_alone() -> None:
    small = convene(pack="ronr-small-board", members=7, seats=7)
    small.present(7)
    meetings.change_meeting(small.desk, small.meeting, presiding_uid=small.people[0])
    main = motions.state_motion(
        small.desk, small.meeting, text=t("So"), mover_uid=small.people[0]
    ).value
    assert advice.advice_on(small.desk, main) == []
    small.desk.close()


def test_a_motion_can_be_judged_before_it_is_stated(hall: Hall) -> None:
    def judged(**more: object) -> list[tuple[str, str]]:
        more.setdefault("mover_uid", hall.people[1])
        more.setdefault("seconder_uids", [hall.people[2]])
        found = motion_advice.judge_motion(hall.desk, hall.meeting, **more)
        assert all(ruling.holds is False for _code, ruling in found)
        return [(code, ruling.message.code) for code, ruling in found]

    assert judged(kind="main") == []
    assert judged(kind="amend") == [("out_of_order", "in_order.nothing_pending")]
    assert judged(kind="main", seconder_uids=[]) == [("no_second", "in_order.second_missing")]
    main = state(hall, "main", 1, 2)
    roll_call(hall, main, yes=9, no=6)
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[4])
    assert judged(kind="main", mover_uid=hall.people[4], item_uid=hall.item) == [
        ("mover", "in_order.mover_recused")
    ]
    assert judged(kind="reconsider", parent_uid=main, mover_uid=hall.people[12]) == [
        ("reconsider_mover", "reconsider.not_prevailing")
    ]
    assert advice.list_advice(hall.desk, hall.meeting) == []


def test_advice_stands_in_the_timeline_after_what_it_is_about(hall: Hall) -> None:
    main = state(hall)
    motions.no_second(hall.desk, main)
    rows = timeline(hall.desk, hall.meeting)
    place = next(i for i, row in enumerate(rows) if row.kind == "advice")
    (told,) = advice.list_advice(hall.desk, hall.meeting)
    assert rows[place].uid == told.uid
    assert rows[place - 1].uid == main
    assert say(rows[place].message, "en") == "1 seconder needed, 0 recorded."
    assert say(rows[place].remark, "en") == "RONR §10 · followed"
    advice.set_followed(hall.desk, told.uid, followed=None, note="nobody knows")
    row = next(row for row in timeline(hall.desk, hall.meeting) if row.kind == "advice")
    assert say(row.remark, "en") == "RONR §10 · nobody knows"
