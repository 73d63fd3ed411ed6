"""The states of the room told apart, the chair handed over, substitutes by the rules."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.domain.messages import InputRefused
from council.services import bylaws, history, meetings
from council.services.advice import list_advice
from council.services.findings import meeting_findings
from council.services.members import bodies, people
from council.services.session import (
    attendance,
    corrections,
    motions,
    presiding,
    substitutes,
    timeline,
)
from council.services.session.corrections import Correction, Who
from council.services.session.roll import Roll
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.session.attendance import RoomRow


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene(members=9, seats=9)
    yield made
    made.desk.close()


def row_of(hall: Hall, person: str) -> RoomRow:
    return next(r for r in attendance.room(hall.desk, hall.meeting) if r.person_uid == person)


def said(hall: Hall, kind: str = "", language: str = "en") -> list[str]:
    lines = timeline.timeline(hall.desk, hall.meeting)
    return [say(one.message, language) for one in lines if kind in ("", one.kind)]


def let_substitutes(hall: Hall, what: str) -> None:
    bylaws.set_bylaw(hall.desk, "substitutes", what, article="Art. 4")


def test_excused_absent_and_late_are_different_lines(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    attendance.mark(desk, meeting, who[3], "excused", "ill")
    attendance.all_present_except(desk, meeting, [who[4], who[5]])
    hall.clock.pass_time(minutes=30)
    attendance.arrive(desk, meeting, who[5])
    attendance.leave(desk, meeting, who[6])
    meetings.adjourn(desk, meeting)
    lines = said(hall)
    for line in (
        "Excused: Ben Roy", "Absent without notice: Sue Lee", "Pia Novak arrived late",
        "Tom Ferreira left early",
    ):  # fmt: skip
        assert line in lines
    assert row_of(hall, who[5]).late
    assert not row_of(hall, who[0]).late
    assert row_of(hall, who[3]).noted_at is not None
    assert "ลาประชุม: Ben Roy" in said(hall, language="th")


def test_whoever_went_out_and_came_back_did_not_leave_early(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(9)
    attendance.leave(desk, meeting, who[1])
    assert "Kay Nunn left" in said(hall)
    attendance.arrive(desk, meeting, who[1])
    meetings.adjourn(desk, meeting)
    assert "Kay Nunn left" in said(hall)
    assert "Kay Nunn left early" not in said(hall)


def test_loss_and_recovery_of_the_quorum_have_lines_with_their_numbers(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(5)
    hall.clock.pass_time(minutes=3)
    attendance.leave(desk, meeting, who[1])
    hall.clock.pass_time(minutes=3)
    attendance.arrive(desk, meeting, who[8])
    assert said(hall, "quorum") == [
        "Quorum lost: 4 present, 5 needed", "Quorum regained: 5 present, 5 needed",
    ]  # fmt: skip
    lost = next(r for r in timeline.timeline(desk, meeting) if r.kind == "quorum")
    assert lost.at == row_of(hall, who[1]).until


def test_the_chair_is_handed_over_with_a_stamp(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(9)
    motion = motions.state_motion(desk, meeting, text=t("Build it."), mover_uid=who[0]).value
    hall.clock.pass_time(minutes=2)
    presiding.take_chair(desk, meeting, who[1])
    assert [row_of(hall, one).presides for one in who[:2]] == [False, True]
    assert said(hall, "presiding") == ["Kay Nunn took the chair"]
    assert said(hall)[0] == "Called to order, Amal Haddad presiding"
    opened, took = presiding.presided(desk, Roll(desk, meeting))
    assert (opened.person_uid, took.person_uid) == (who[0], who[1])
    assert took.from_at is not None
    assert opened.from_at == meetings.get_meeting(desk, meeting).called_to_order_at
    votes.record_vote(desk, motion, method="show_of_hands", counts=(5, 2, 1))
    assert not presiding.take_chair(desk, meeting, who[1]).changes
    history.undo(desk)
    history.undo(desk)
    assert row_of(hall, who[0]).presides
    assert said(hall, "presiding") == []


def test_a_substitute_with_the_members_vote(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    let_substitutes(hall, "vote")
    attendance.all_present_except(desk, meeting, who[4:])
    assert attendance.quorum(desk, meeting).met is False
    sub = substitutes.add_substitute(desk, meeting, who[8], t("Dan Poe")).value
    verdict = attendance.quorum(desk, meeting)
    assert (verdict.met, verdict.present, verdict.members_in_office) == (True, 5, 9)
    row = row_of(hall, sub)
    assert (row.voting, row.substitute_for, row.in_place_of) == (True, who[8], t("Lou Marchetti"))
    assert row.role == "alternate"
    assert row.code
    assert row_of(hall, who[8]).represented
    assert "Dan Poe came in the place of Lou Marchetti, with a vote" in said(hall)
    motion = motions.state_motion(desk, meeting, text=t("Build it."), mover_uid=sub).value
    ballots = dict.fromkeys([*who[:4], sub], "yes")
    vote = votes.record_vote(desk, motion, method="roll_call", ballots=ballots).value
    read = votes.get_vote(desk, vote)
    assert read.room.present == 5
    assert read.counts is not None
    assert read.counts.yes == 5
    assert not [one for one in meeting_findings(desk, meeting) if one.code.startswith("voter")]


def test_the_member_who_comes_after_all_votes_and_the_substitute_no_more(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    let_substitutes(hall, "vote")
    attendance.all_present_except(desk, meeting, who[5:])
    sub = substitutes.add_substitute(desk, meeting, who[8], t("Dan Poe")).value
    hall.clock.pass_time(minutes=5)
    attendance.arrive(desk, meeting, who[8])
    assert attendance.quorum(desk, meeting).present == 6
    assert not row_of(hall, sub).voting
    assert not row_of(hall, who[8]).represented
    attendance.leave(desk, meeting, who[8])
    assert row_of(hall, sub).voting
    assert attendance.quorum(desk, meeting).present == 6


@pytest.mark.parametrize(
    ("rule", "code"), [("", "substitute.unknown"), ("attend", ""), ("none", "substitute.none")]
)
def test_a_substitute_without_a_vote_counts_for_nothing(hall: Hall, rule: str, code: str) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    if rule:
        let_substitutes(hall, rule)
    hall.present(5)
    sub = substitutes.add_substitute(desk, meeting, who[8], t("Dan Poe")).value
    assert attendance.quorum(desk, meeting).present == 5
    assert not row_of(hall, sub).voting
    advised = [one.message.code for one in list_advice(desk, meeting)]
    assert advised == ([code] if code else [])


def test_who_can_be_a_substitute_for_whom(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    outsider = people.add_person(desk, name=t("Dan Poe")).value
    with pytest.raises(InputRefused, match="substitute_for_whom"):
        substitutes.add_substitute(desk, meeting, outsider, t("Eve"))
    with pytest.raises(InputRefused, match="substitute_is_member"):
        substitutes.add_substitute(desk, meeting, who[1], t(""), person_uid=who[2])
    with pytest.raises(InputRefused, match="empty"):
        substitutes.add_substitute(desk, meeting, who[1], t("  "))
    done = substitutes.add_substitute(desk, meeting, who[1], t(""), person_uid=outsider)
    assert done.value == outsider
    history.undo(desk)
    assert outsider not in [row.person_uid for row in attendance.room(desk, meeting)]


def test_nobody_leaves_before_coming(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    attendance.arrive(desk, meeting, who[0])
    came = row_of(hall, who[0]).since
    assert came is not None
    with pytest.raises(InputRefused, match="ends_before_start"):
        attendance.leave(desk, meeting, who[0], at=came - timedelta(minutes=1))
    assert row_of(hall, who[0]).here


@pytest.mark.parametrize("presence", ["any", "in_person"])
def test_the_quorum_of_many_moments_is_the_one_of_each(hall: Hall, presence: str) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    bylaws.set_bylaw(desk, "quorum_presence", presence)
    let_substitutes(hall, "vote")
    hall.present(6)
    sub = substitutes.add_substitute(desk, meeting, who[8], t("Dan Poe")).value
    for person in (who[1], sub, who[2], who[8], who[2], sub):
        hall.clock.pass_time(minutes=1)
        attendance.toggle(desk, meeting, person)
    attendance.mark(desk, meeting, who[0], "remote")
    roll = Roll(desk, meeting)
    moments = sorted({m for r in attendance.room(desk, meeting) for s in r.spans
                      for m in (s.from_at, s.to_at) if m})  # fmt: skip
    assert len(moments) > 6
    there = roll.present_at(moments)
    assert [sorted(one) for one in there] == [sorted(roll.present(at)) for at in moments]
    judged = [roll.quorum(at, here=one) for at, one in zip(moments, there, strict=True)]
    assert judged == [roll.quorum(at) for at in moments]


def test_a_wrong_chair_is_put_right_where_it_stands(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(9)
    hall.clock.pass_time(minutes=2)
    presiding.take_chair(desk, meeting, who[1])
    hall.clock.pass_time(minutes=2)
    presiding.take_chair(desk, meeting, who[0])
    lines = timeline.timeline(desk, meeting)
    opened = next(one for one in lines if one.column == "called_to_order_at")
    took = [one for one in lines if one.kind == "presiding"]
    corrections.correct(desk, meeting, opened, Correction(who=Who(who[3])))
    assert said(hall)[0] == "Called to order, Ben Roy presiding"
    assert meetings.get_meeting(desk, meeting).presiding_uid == who[0]
    corrections.correct(desk, meeting, took[0], Correction(at=took[1].at + timedelta(minutes=1)))
    assert meetings.get_meeting(desk, meeting).presiding_uid == who[1]
    names = [one.person_uid for one in presiding.presided(desk, Roll(desk, meeting))]
    assert names == [who[3], who[0], who[1]]


@pytest.mark.parametrize("members", [19, 22, 40])
def test_a_substitute_changes_no_members_code(members: int) -> None:
    hall = convene(members=15, seats=members)
    for number in range(members - 15):
        uid = people.add_person(hall.desk, name=t(f"New{number} Zed{number}")).value
        bodies.add_membership(hall.desk, person_uid=uid, body_uid=hall.body, role="member")
    hall.present(10)

    def codes() -> dict[str | None, str]:
        return {r.person_uid: r.code for r in attendance.room(hall.desk, hall.meeting)}

    before = codes()
    for number in range(3):
        substitutes.add_substitute(hall.desk, hall.meeting, hall.people[14], t(f"Sub {number}"))
    after = codes()
    assert {uid: after[uid] for uid in before} == before
    assert len(set(after.values())) == members + 3
    assert not any(a != b and b.startswith(a) for a in after.values() for b in after.values())
    hall.desk.close()
