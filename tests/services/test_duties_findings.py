"""What goes on record against the rules, and what the check of the file makes of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from desks import back_and_forth, everything
from duty_room import Room
from hall import t

from council.catalogue import say
from council.db import rows
from council.domain.messages import NotAllowed
from council.domain.vocabulary import Severity
from council.services import advice, history, meetings, publish, verify
from council.services.duties import meeting_duties as duties
from council.services.duties import qualifications
from council.services.findings import meeting_findings
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.findings import Finding


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room("us-ca-brown")
    yield made
    made.desk.close()


def noticed(room: Room, kind: str = "regular") -> tuple[str, str]:
    """Plan a meeting with an item, posted in time."""
    meeting = room.plan(kind=kind)
    item = room.item(meeting)
    room.post(meeting, room.at(12, 5))
    return meeting, item


def decide(room: Room, meeting: str, item: str, **how: object) -> str:
    agenda.go_to_item(room.desk, meeting, item)
    motion = motions.state_motion(
        room.desk, meeting, text=t("That it be so"), mover_uid=room.people[0],
        seconder_uids=[room.people[1]], item_uid=item,
    ).value  # fmt: skip
    how = how or {"method": "roll_call", "ballots": dict.fromkeys(room.people, "yes")}
    votes.record_vote(room.desk, motion, **how)
    return motion


def found(room: Room, meeting: str) -> list[tuple[str, str]]:
    return [(one.severity.value, one.code) for one in listed(room, meeting)]


def listed(room: Room, meeting: str) -> list[Finding]:
    findings = meeting_findings(room.desk, meeting)
    for one in findings:
        for language in ("en", "th"):
            assert say(one.message, language)
    return findings


def codes(room: Room, meeting: str) -> list[tuple[str, bool | None]]:
    return [(one.code, one.followed) for one in advice.list_advice(room.desk, meeting)]


# ----------------------------------------------------------------- calling to order


def test_a_meeting_by_the_rules_has_no_advice_and_no_findings(room: Room) -> None:
    meeting, item = noticed(room)
    room.open(meeting)
    decide(room, meeting, item)
    assert (codes(room, meeting), found(room, meeting)) == ([], [])
    assert verify.verify(room.desk).findings == ()


def test_a_meeting_noticed_too_late_goes_on_with_advice_on_record(room: Room) -> None:
    meeting = room.plan()
    room.post(meeting, room.at(12, 7, 19, 40))
    before = everything(room.desk)
    room.open(meeting, present=5)
    (row, *_) = advice.list_advice(room.desk, meeting)
    assert (row.code, row.followed, row.pack) == ("late_notice", False, "us-ca-brown")
    assert "40 min late" in say(row.message, "en")
    assert row.source
    assert found(room, meeting) == [("warning", "notice_late")]
    (finding,) = listed(room, meeting)
    assert finding.where == f"meetings/{meeting}"
    assert row.source in say(finding.message, "en")
    while history.can_undo(room.desk) and everything(room.desk)["advice"]:
        history.undo(room.desk)
    assert everything(room.desk)["advice"] == before["advice"] == []


def test_a_meeting_never_noticed_is_told_only_where_notices_are_kept(room: Room) -> None:
    first = room.plan(11, 25)
    room.open(first)
    assert codes(room, first) == [("late_notice", False)]
    assert found(room, first) == []
    other, _ = noticed(room)
    assert other
    assert found(room, first) == [("warning", "notice_late")]


def test_places_that_are_missing_are_a_note() -> None:
    room = Room("us-ca-la-nc")
    meeting, _ = noticed(room)
    room.open(meeting)
    assert found(room, meeting) == [("note", "notice_places")]
    room.desk.close()


def test_a_meeting_opened_without_a_quorum_is_on_record(room: Room) -> None:
    meeting, _ = noticed(room)
    for person in room.people[2:]:
        attendance.mark(room.desk, meeting, person, "absent")
    room.clock.set(room.at(12, 10))
    meetings.call_to_order(room.desk, meeting)
    assert codes(room, meeting) == [("opened_without_quorum", False)]
    (finding,) = listed(room, meeting)
    assert (finding.code, finding.severity) == ("opened_without_quorum", Severity.WARNING)
    assert "a quorum needs 3" in say(finding.message, "en")


def test_as_long_as_nobody_said_who_is_there_no_quorum_is_missing(room: Room) -> None:
    meeting, _ = noticed(room)
    room.clock.set(room.at(12, 10))
    meetings.call_to_order(room.desk, meeting)
    assert codes(room, meeting) == []


def test_a_meeting_still_to_come_is_not_checked(room: Room) -> None:
    meeting = room.plan()
    room.post(meeting, room.at(12, 9))
    assert found(room, meeting) == []


# ----------------------------------------------------------------------- late items


def late(room: Room) -> tuple[str, str]:
    meeting, _ = noticed(room)
    room.clock.set(room.at(12, 6))
    item = room.item(meeting, "Trees")
    room.open(meeting)
    return meeting, item


def test_a_late_item_decided_needs_a_ground_on_record(room: Room) -> None:
    meeting, item = late(room)
    assert found(room, meeting) == []
    decide(room, meeting, item)
    assert codes(room, meeting) == [("late_item", None)]
    assert found(room, meeting) == [("warning", "late_item")]
    (finding,) = listed(room, meeting)
    assert finding.where == f"meetings/{meeting}/agenda/{item}"
    (row,) = advice.list_advice(room.desk, meeting)
    assert row.item_uid == item
    advice.set_followed(room.desk, row.uid, True, "urgent: found by 5 yes")
    assert found(room, meeting) == []
    advice.set_followed(room.desk, row.uid, False, "nobody noticed")
    assert found(room, meeting) == [("warning", "late_item")]


def test_a_ground_found_beforehand_lets_a_late_item_be_decided(room: Room) -> None:
    meeting, item = late(room)
    needs = {one.ground.value: one.yes for one in duties.late_needs(room.desk, item)}
    assert needs == {"emergency": 3, "urgent": 4, "continued": None}
    ruling = back_and_forth(room.desk, duties.find_ground, item, "urgent", 4)
    assert (ruling.holds, ruling.message.params["needed"]) == (True, 4)
    decide(room, meeting, item)
    assert codes(room, meeting) == [("late_ground", True)]
    assert found(room, meeting) == []


def test_a_finding_with_too_few_yes_is_no_ground(room: Room) -> None:
    meeting, item = late(room)
    assert duties.find_ground(room.desk, item, "urgent", 3).value.holds is False
    decide(room, meeting, item)
    assert codes(room, meeting) == [("late_ground", False), ("late_item", None)]
    assert found(room, meeting) == [("warning", "late_item")]


def test_a_ground_the_rules_do_not_know_is_refused() -> None:
    room = Room("ronr")
    _, item = late(room)
    with pytest.raises(NotAllowed) as caught:
        duties.find_ground(room.desk, item, "urgent", 5)
    assert caught.value.code == "error.no_ground"
    assert say(caught.value.message, "th")
    assert duties.late_needs(room.desk, item) == ()
    room.desk.close()


def test_a_second_motion_on_a_late_item_gives_no_second_advice(room: Room) -> None:
    meeting, item = late(room)
    motion = decide(room, meeting, item)
    decide(room, meeting, item)
    assert codes(room, meeting) == [("late_item", None)]
    vote = votes.get_vote(room.desk, rows.find(room.desk.conn, "vote", motion_uid=motion)[0]["uid"])
    votes.declare(room.desk, vote.uid, "carried")
    assert codes(room, meeting) == [("late_item", None)]


def test_what_is_only_talked_about_or_withdrawn_is_not_decided(room: Room) -> None:
    meeting, item = late(room)
    agenda.go_to_item(room.desk, meeting, item)
    motion = motions.state_motion(
        room.desk, meeting, text=t("That it be so"), mover_uid=room.people[0],
        seconder_uids=[room.people[1]], item_uid=item,
    ).value  # fmt: skip
    motions.withdraw(room.desk, motion)
    assert (codes(room, meeting), found(room, meeting)) == ([], [])


def test_robert_knows_no_late_items() -> None:
    room = Room("ronr")
    meeting, item = late(room)
    decide(room, meeting, item)
    assert (codes(room, meeting), found(room, meeting)) == ([], [])
    room.desk.close()


# ---------------------------------------------------------------------------- votes


def test_brown_act_a_show_of_hands_needs_names(room: Room) -> None:
    meeting, item = noticed(room)
    room.open(meeting)
    decide(room, meeting, item, method="show_of_hands", counts=(4, 1))
    assert found(room, meeting) == [("note", "votes_not_named")]


def test_brown_act_a_unanimous_show_of_hands_names_everybody(room: Room) -> None:
    meeting, item = noticed(room)
    room.open(meeting)
    decide(room, meeting, item, method="show_of_hands", counts=(5, 0))
    decide(room, meeting, item, method="no_objection")
    assert found(room, meeting) == []


def test_brown_act_a_secret_ballot_is_found_once(room: Room) -> None:
    meeting, item = noticed(room)
    room.open(meeting)
    decide(room, meeting, item, method="secret_ballot", counts=(4, 1))
    assert [code for _, code in found(room, meeting)] == ["method_not_allowed"]


def test_la_nc_who_may_not_vote_on_money_and_does() -> None:
    room = Room("us-ca-la-nc")
    meeting, item = noticed(room)
    with room.desk.step("step.change_item", title="x"):
        rows.update(room.desk.conn, "agenda_item", item, {"topic": "funding"})
    for person in room.people[1:]:
        qualifications.add_qualification(room.desk, person, "age_18")
        for code in ("ethics_training", "code_of_conduct", "funding_training"):
            qualifications.add_qualification(
                room.desk, person, code, passed_on=date(2026, 1, 1), score=90
            )
    room.open(meeting)
    decide(room, meeting, item)
    told = [one for one in listed(room, meeting) if one.code == "ineligible_vote"]
    (only,) = told
    assert only.severity in (Severity.WARNING, Severity.NOTE)
    assert "Amal Haddad" in say(only.message, "en")
    room.desk.close()


# -------------------------------------------------------------------------- minutes


def test_ny_draft_minutes_too_late_are_found_where_publications_are_kept() -> None:
    room = Room("us-ny-oml", "America/New_York")
    meeting = room.plan(11, 21)
    room.hold(meeting)
    room.clock.set(datetime(2026, 12, 20, tzinfo=room.zone))
    assert found(room, meeting) == []
    second = room.plan(12, 22)
    publish.record_publication(
        room.desk, second, kind="agenda", language="en", data=b"x", file_name="a.pdf"
    )
    assert found(room, meeting) == [("warning", "minutes_late")]
    (finding,) = listed(room, meeting)
    assert finding.where == f"meetings/{meeting}/minutes"
    room.desk.close()


# ---------------------------------------------------------------- motions out of order


def test_a_motion_out_of_order_becomes_a_finding(room: Room) -> None:
    meeting, item = noticed(room)
    room.open(meeting)
    agenda.go_to_item(room.desk, meeting, item)
    first = motions.state_motion(
        room.desk, meeting, text=t("That it be so"), mover_uid=room.people[0],
        seconder_uids=[room.people[1]], item_uid=item,
    ).value  # fmt: skip
    motions.state_motion(
        room.desk, meeting, text=t("That it be otherwise"), mover_uid=room.people[0],
        seconder_uids=[room.people[1]], item_uid=item,
    )  # fmt: skip
    told = [one for one in listed(room, meeting) if one.code == "out_of_order"]
    assert [one.severity for one in told] == [Severity.WARNING]
    assert told[0].where.startswith(f"meetings/{meeting}/motions/")
    assert first


def test_procedural_findings_are_never_errors(room: Room) -> None:
    meeting, item = late(room)
    decide(room, meeting, item, method="secret_ballot", counts=(4, 1))
    report = verify.verify(room.desk)
    assert report.findings
    assert report.ok
