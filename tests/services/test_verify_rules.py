"""The check of a file whose rules changed over time, or of which nobody knows the rules."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desks import empty_desk
from duty_room import Room
from hall import t

from council.catalogue import say
from council.services import council
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.session import motions
from council.services.verify import verify
from council.services.voting import votes

if TYPE_CHECKING:
    from council.services.desk import Desk

FOUR_PRESENT = {"counts": (2, 1, 1), "method": "show_of_hands"}
"""2 yes, 1 no, 1 abstaining: carried by the votes cast, lost by a majority of those present."""


def decide(room: Room, day: date, times: int = 1, **more: object) -> list[str]:
    """Hold a meeting of four with so many votes; return them."""
    meeting = room.plan(day.month, day.day)
    with room.desk.step("step.plan_meeting", number=""):
        starts = f"{day}T19:00"
        room.desk.conn.execute(
            "UPDATE meeting SET starts_local = ? WHERE uid = ?", (starts, meeting)
        )
    item = room.item(meeting)
    room.open(meeting, present=4)
    agenda.go_to_item(room.desk, meeting, item)
    made = []
    for number in range(times):
        motion = motions.state_motion(
            room.desk, meeting, text=t(f"Question {number}"), mover_uid=room.people[0],
            seconder_uids=[room.people[1]], item_uid=item,
        ).value  # fmt: skip
        made.append(votes.record_vote(room.desk, motion, **FOUR_PRESENT, **more).value)
    return made


def found(desk: Desk) -> list[tuple[str, str]]:
    report = verify(desk)
    assert report.intact
    for one in report.findings:
        assert say(one.message, "th")
    return [(one.severity.value, one.code) for one in report.findings]


def outcomes(desk: Desk, uids: list[str]) -> list[tuple[str, str]]:
    judged = [votes.get_vote(desk, uid) for uid in uids]
    return [(str(one.pack), one.verdict.outcome if one.verdict else "") for one in judged]


def test_each_meeting_is_checked_by_the_pack_of_its_day() -> None:
    room = Room("ronr")
    council.set_rules(room.desk, "us-nyc-cb", {}, from_on=date(2027, 1, 1))
    council.set_rules(room.desk, "ronr-small-board", {}, from_on=date(2028, 1, 1))
    uids = [
        *decide(room, date(2026, 12, 10)),
        *decide(room, date(2027, 2, 10)),
        *decide(room, date(2028, 2, 10)),
    ]
    expected = [("ronr", "carried"), ("us-nyc-cb", "lost"), ("ronr-small-board", "carried")]
    assert outcomes(room.desk, uids) == expected
    assert found(room.desk) == []
    again = empty_desk()
    import_record(again, export_record(room.desk))
    assert outcomes(again, uids) == expected
    assert found(again) == []
    again.close()
    room.desk.close()


def test_rules_chosen_later_for_an_earlier_day_change_no_verdict() -> None:
    room = Room("ronr")
    uids = decide(room, date(2026, 12, 10))
    council.set_rules(room.desk, "us-nyc-cb", {}, from_on=date(2026, 12, 1))
    assert outcomes(room.desk, uids) == [("ronr", "carried")]
    assert ("note", "newer_pack_differs") not in found(room.desk)
    assert all(severity != "error" for severity, _ in found(room.desk))
    room.desk.close()


def test_rules_not_known_on_the_day_are_one_note_a_meeting() -> None:
    """The Act of 2008 says nothing of a meeting in 2005."""
    room = Room("th-coc", "Asia/Bangkok")
    room.clock.set(datetime(2005, 6, 1, 19, tzinfo=room.zone))
    with room.desk.step("step.add_person", name=""):
        room.desk.conn.execute("UPDATE membership SET start_on = '2004-01-01'")
    decide(room, date(2005, 6, 2), times=3, declared="carried")
    decide(room, date(2005, 7, 2), times=2, declared="carried")
    report = verify(room.desk)
    notes = [one for one in report.findings if one.code == "rule_not_known"]
    assert len(notes) == 2
    assert {one.code for one in report.findings if one.severity == "note"} == {"rule_not_known"}
    assert not [one for one in report.findings if one.code == "cannot_be_determined"]
    said = say(notes[0].message, "en")
    assert said.startswith("What the rules said on 2 June 2005 is not known: ")
    assert "Quorum" in said
    assert say(notes[0].message, "th")
    room.desk.close()
