"""Who is in the room, and the quorum that follows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hall import ZONE, Hall, convene, t

from council.domain.codes import LETTERS, code_sign, member_codes
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.services import history, meetings
from council.services.session import attendance

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    yield made
    made.desk.close()


def state_of(hall: Hall, person: int) -> str:
    rows = {row.person_uid: row for row in attendance.room(hall.desk, hall.meeting)}
    return rows[hall.people[person]].state


def test_everybody_is_expected_before_the_roll(hall: Hall) -> None:
    rows = attendance.room(hall.desk, hall.meeting)
    assert [row.state for row in rows] == ["expected"] * 15
    assert [row.person_uid for row in rows] == hall.people
    assert rows[0].role == "chair"
    assert all(row.voting for row in rows)


def test_codes_are_single_letters_without_answers_of_a_roll_call(hall: Hall) -> None:
    codes = [row.code for row in attendance.room(hall.desk, hall.meeting)]
    assert len(set(codes)) == 15
    assert all(len(code) == 1 and code in LETTERS for code in codes)
    assert codes[0] == "H"


def test_codes_of_a_large_roll_are_unique_and_none_begins_another() -> None:
    names = [Text.of(f"Name{n} Other{n}", "en") for n in range(60)]
    codes = member_codes(names)
    assert len(set(codes)) == 60
    singles = {code for code in codes if len(code) == 1}
    assert not any(code[0] in singles for code in codes if len(code) == 2)
    assert member_codes(names) == codes
    assert not set("".join(codes)) & set("YNAR")


def test_thai_names_get_the_keys_of_their_initials() -> None:
    names = [Text.of("สมหมาย ใจดี", "th"), Text.of("อุไร ขำคม", "th"), Text.of("เสรี มีสุข", "th")]
    codes = member_codes(names)
    assert codes == ["L", "V", "I"]  # ส and อ; the second ส takes ร, and A, N, R, Y are answers
    assert [code_sign(code, name, "th") for code, name in zip(codes, names, strict=True)] == [
        "ส", "อ", "ร",
    ]  # fmt: skip
    assert code_sign("L", names[0], "en") == "L"
    both = Text((("th", "สมหมาย"), ("en", "Sommai Jaidee")))
    assert member_codes([both], "en") == ["J"]
    assert member_codes([both], "th") == ["L"]
    assert code_sign("J", both, "th") == "J"


def test_two_members_with_the_same_initials_have_different_codes() -> None:
    names = [Text.of("Kay Nunn", "en"), Text.of("Kim Nolan", "en"), Text.of("Kay Nunn", "en")]
    codes = member_codes(names)
    assert codes == ["K", "O", "U"]
    thai = [Text.of("สมชาย กล้า", "th"), Text.of("สมชาย กล้า", "th")]
    assert len(set(member_codes(thai, "th"))) == 2


def test_roll_call_with_three_absent_is_one_step(hall: Hall) -> None:
    hall.present(12)
    quorum = attendance.quorum(hall.desk, hall.meeting)
    assert (quorum.present, quorum.needed, quorum.met) == (12, 8, True)
    assert (quorum.members_in_office, quorum.seats) == (15, 15)
    assert state_of(hall, 14) == "absent"
    history.undo(hall.desk)
    assert attendance.quorum(hall.desk, hall.meeting).present == 0
    assert state_of(hall, 14) == "expected"
    history.redo(hall.desk)
    assert attendance.quorum(hall.desk, hall.meeting).present == 12


def test_excused_members_stay_excused_when_the_roll_is_taken(hall: Hall) -> None:
    attendance.mark(hall.desk, hall.meeting, hall.people[3], "excused", "ill")
    hall.present(15)
    row = attendance.room(hall.desk, hall.meeting)[3]
    assert (row.state, row.reason) == ("excused", "ill")


def test_toggle_stamps_coming_and_going(hall: Hall) -> None:
    person = hall.people[1]
    attendance.toggle(hall.desk, hall.meeting, person)
    assert state_of(hall, 1) == "present"
    attendance.toggle(hall.desk, hall.meeting, person)
    assert state_of(hall, 1) == "left"
    attendance.toggle(hall.desk, hall.meeting, person)
    row = attendance.room(hall.desk, hall.meeting)[1]
    assert row.state == "present"
    assert len(row.spans) == 2
    assert row.since == row.spans[1].from_at
    assert row.since is not None
    assert row.since.utcoffset() == timedelta(hours=-8)


def test_quorum_is_counted_again_at_every_moment(hall: Hall) -> None:
    desk, meeting = hall.desk, hall.meeting
    at = datetime(2026, 11, 19, 18, 30, tzinfo=ZoneInfo(ZONE))
    for number in range(8):
        attendance.arrive(desk, meeting, hall.people[number], at=at + timedelta(minutes=number))
    attendance.leave(desk, meeting, hall.people[0], at=at + timedelta(minutes=20))
    assert attendance.quorum(desk, meeting, at + timedelta(minutes=6)).met is False
    assert attendance.quorum(desk, meeting, at + timedelta(minutes=7)).met is True
    now = attendance.quorum(desk, meeting)
    assert now.met is False
    assert now.since == at + timedelta(minutes=20)


def test_remote_and_back_in_person(hall: Hall) -> None:
    person = hall.people[2]
    attendance.arrive(hall.desk, hall.meeting, person, mode="remote")
    assert state_of(hall, 2) == "remote"
    assert not attendance.arrive(hall.desk, hall.meeting, person, mode="remote").changes
    attendance.mark(hall.desk, hall.meeting, person, "present")
    row = attendance.room(hall.desk, hall.meeting)[2]
    assert [span.mode for span in row.spans] == ["remote", "in_person"]
    assert attendance.quorum(hall.desk, hall.meeting).present == 1


def test_absent_removes_stamps_made_by_mistake(hall: Hall) -> None:
    attendance.arrive(hall.desk, hall.meeting, hall.people[2])
    attendance.mark(hall.desk, hall.meeting, hall.people[2], "absent")
    row = attendance.room(hall.desk, hall.meeting)[2]
    assert (row.state, row.spans) == ("absent", ())
    attendance.mark(hall.desk, hall.meeting, hall.people[2], "expected")
    assert state_of(hall, 2) == "expected"
    assert not attendance.mark(hall.desk, hall.meeting, hall.people[2], "expected").changes


def test_leaving_needs_being_there(hall: Hall) -> None:
    with pytest.raises(NotAllowed, match="not_in_room"):
        attendance.leave(hall.desk, hall.meeting, hall.people[0])
    with pytest.raises(InputRefused, match="presence_unknown"):
        attendance.mark(hall.desk, hall.meeting, hall.people[0], "asleep")


def test_guests_are_listed_and_count_for_nothing(hall: Hall) -> None:
    attendance.add_guest(hall.desk, hall.meeting, t("A. Visitor"))
    row = attendance.room(hall.desk, hall.meeting)[-1]
    assert (row.guest, row.state, row.voting, row.code) == (True, "present", False, "")
    assert attendance.quorum(hall.desk, hall.meeting).present == 0
    with pytest.raises(InputRefused):
        attendance.add_guest(hall.desk, hall.meeting, Text())


def test_times_can_be_corrected(hall: Hall) -> None:
    attendance.arrive(hall.desk, hall.meeting, hall.people[0])
    span = attendance.room(hall.desk, hall.meeting)[0].spans[0]
    assert span.from_at is not None
    ended = span.from_at + timedelta(minutes=3)
    attendance.correct_span(hall.desk, span.uid, span.from_at, ended)
    row = attendance.room(hall.desk, hall.meeting)[0]
    assert (row.state, row.until) == ("left", ended)
    with pytest.raises(InputRefused, match="ends_before_start"):
        attendance.correct_span(hall.desk, span.uid, ended, span.from_at)


def test_recusal_is_about_the_item(hall: Hall) -> None:
    hall.present(15)
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[1], "owns the shop")
    rows = attendance.room(hall.desk, hall.meeting)
    assert [row.recused for row in rows[:3]] == [False, True, False]
    (listed,) = attendance.list_recusals(hall.desk, hall.meeting)
    assert (listed.person_uid, listed.reason) == (hall.people[1], "owns the shop")
    again = attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[1])
    assert not again.changes
    assert attendance.quorum(hall.desk, hall.meeting).present == 15
    attendance.end_recusal(hall.desk, listed.uid)
    assert attendance.list_recusals(hall.desk, hall.meeting) == []


def test_quorum_of_a_council_that_states_a_number() -> None:
    hall = convene(overrides={"quorum.kind": "fixed", "quorum.fixed": 5})
    hall.present(5)
    assert attendance.quorum(hall.desk, hall.meeting).met is True
    attendance.leave(hall.desk, hall.meeting, hall.people[0])
    assert attendance.quorum(hall.desk, hall.meeting).met is False
    hall.desk.close()


def test_attendance_can_be_mended_after_adjournment(hall: Hall) -> None:
    hall.present(15)
    meetings.adjourn(hall.desk, hall.meeting)
    attendance.mark(hall.desk, hall.meeting, hall.people[14], "excused")
    assert state_of(hall, 14) == "excused"


def test_who_is_present_at_many_moments_is_who_is_present_at_each(hall):
    from council.services.session.roll import Roll  # what it asks is the roll itself

    hall.present(12)
    for place in (1, 2, 1, 5, 2):
        attendance.toggle(hall.desk, hall.meeting, hall.people[place])
        hall.clock.pass_time(minutes=3)
    attendance.mark(hall.desk, hall.meeting, hall.people[7], "remote")
    attendance.mark(hall.desk, hall.meeting, hall.people[13], "excused")
    roll = Roll(hall.desk, hall.meeting)
    moments = attendance.changes_of_room(roll)
    assert len(moments) > 4
    between = [moment + timedelta(seconds=30) for moment in moments]
    asked = sorted([moments[0] - timedelta(minutes=1), *moments, *between])
    assert roll.present_at(asked) == [roll.present(moment) for moment in asked]
    assert len({tuple(one) for one in roll.present_at(asked)}) > 4
