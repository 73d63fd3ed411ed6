"""What the minutes say of the room: states, quorum lost and regained, the chair, substitutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.domain.document import Paragraph, Table
from council.services import bylaws, meetings
from council.services.minutes import compose
from council.services.planning import agenda
from council.services.session import attendance, presiding, substitutes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene(members=9, seats=9)
    yield made
    made.desk.close()


def lines(hall: Hall, language: str = "en", *, public: bool = True) -> list[str]:
    document = compose(hall.desk, hall.meeting, language, public=public)
    said = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            said.append("".join(span.text for span in block.spans))
        elif isinstance(block, Table):
            said += [" | ".join("".join(s.text for s in cell) for cell in r) for r in block.rows]
        else:
            spans = getattr(block, "spans", ())
            said.append("# " + "".join(span.text for span in spans))
    return said


def has(said: list[str], *words: str) -> bool:
    return any(all(word in line for word in words) for line in said)


def test_the_roll_tells_every_state_apart(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    attendance.mark(desk, meeting, who[3], "excused", "ill")
    attendance.all_present_except(desk, meeting, [who[4], who[5]])
    hall.clock.pass_time(minutes=30)
    attendance.arrive(desk, meeting, who[5])
    attendance.arrive(desk, meeting, who[6], mode="remote")
    attendance.leave(desk, meeting, who[7])
    meetings.adjourn(desk, meeting)
    said = lines(hall)
    assert has(said, "Ben Roy", "Excused")
    assert not has(said, "ill")
    assert has(lines(hall, public=False), "Ben Roy", "Excused (ill)")
    assert has(said, "Sue Lee", "Absent")
    assert has(said, "Pia Novak", "Present, from 6:5")
    assert has(said, "Tom Ferreira", "Present, remotely from 6:5")
    assert has(said, "Ada Tanaka", "Present, until 6:5")


def test_loss_and_recovery_are_told_on_the_item_they_fell_into(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    hall.present(5)
    hall.clock.pass_time(minutes=5)
    attendance.leave(desk, meeting, who[1])
    hall.clock.pass_time(minutes=5)
    item = agenda.add_item(desk, meeting, title=t("Grants"), kind="decision").value
    agenda.go_to_item(desk, meeting, item)
    attendance.arrive(desk, meeting, who[8])
    meetings.adjourn(desk, meeting)
    said = lines(hall)
    crosswalk = next(n for n, line in enumerate(said) if line.startswith("# ") and "Cross" in line)
    grants = next(n for n, line in enumerate(said) if line.startswith("# ") and "Grants" in line)
    lost = next(n for n, line in enumerate(said) if "the quorum was lost" in line)
    again = next(n for n, line in enumerate(said) if "a quorum was present again" in line)
    assert crosswalk < lost < grants < again
    assert "4 members were present, and 5 are needed" in said[lost]
    thai = lines(hall, "th")
    assert has(thai, "ไม่ครบองค์ประชุม เหลือสมาชิก 4 คน")
    assert has(thai, "กลับมาครบองค์ประชุม มีสมาชิก 5 คน")


def test_everybody_leaving_at_the_end_is_no_loss(hall: Hall) -> None:
    hall.present(9)
    meetings.adjourn(hall.desk, hall.meeting)
    over = meetings.get_meeting(hall.desk, hall.meeting).adjourned_at
    for person in hall.people:
        attendance.leave(hall.desk, hall.meeting, person, at=over)
    assert not has(lines(hall), "the quorum was lost")


def test_the_chair_taken_over_is_told_and_who_opened_stays(hall: Hall) -> None:
    hall.present(9)
    hall.clock.pass_time(minutes=5)
    presiding.take_chair(hall.desk, hall.meeting, hall.people[1])
    meetings.adjourn(hall.desk, hall.meeting)
    said = lines(hall)
    assert has(said, "Amal Haddad", "called")
    assert has(said, "Kay Nunn took the chair at 6:3")
    thai = lines(hall, "th")
    assert has(thai, "Kay Nunn ทำหน้าที่ประธานในที่ประชุม")
    assert has(thai, "Kay Nunn", "ประธานในที่ประชุมตั้งแต่เวลา")
    assert has(thai, "Amal Haddad", "ประธานในที่ประชุม")


def test_a_substitute_stands_behind_the_member(hall: Hall) -> None:
    desk, meeting, who = hall.desk, hall.meeting, hall.people
    bylaws.set_bylaw(desk, "substitutes", "vote")
    hall.present(4)
    substitutes.add_substitute(desk, meeting, who[8], t("Dan Poe"))
    meetings.adjourn(desk, meeting)
    said = lines(hall)
    assert has(said, "Dan Poe", "in the place of Lou Marchetti")
    assert has(said, "5 of 9 members in office were present", "a quorum was present")
    assert has(lines(hall, "th"), "Dan Poe", "มาประชุมแทน Lou Marchetti")


def test_thai_minutes_say_why_somebody_was_recused(hall: Hall) -> None:
    hall.present(9)
    attendance.recuse(hall.desk, hall.meeting, hall.item, hall.people[1], "owns the shop")
    assert has(lines(hall, "th"), "แจ้งส่วนได้เสีย (owns the shop)")
