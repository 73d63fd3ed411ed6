"""The timeline: everything with its time, in both languages."""

from __future__ import annotations

from datetime import timedelta

from hall import Hall, convene, t

from council.catalogue import say
from council.services import history, meetings
from council.services.session import attendance, motions, timeline
from council.services.voting import votes


def busy_meeting() -> Hall:
    hall = convene()
    desk, meeting = hall.desk, hall.meeting
    hall.present(9)
    main = motions.state_motion(
        desk, meeting, text=t("Build it."), mover_uid=hall.people[1],
        seconder_uids=[hall.people[2]],
    ).value  # fmt: skip
    amendment = motions.state_motion(
        desk, meeting, kind="amend", text=t("in red"), mover_uid=hall.people[3],
        proposed_text=t("Build it in red."),
    ).value  # fmt: skip
    motions.withdraw(desk, amendment)
    attendance.leave(desk, meeting, hall.people[8])
    attendance.leave(desk, meeting, hall.people[7])
    attendance.arrive(desk, meeting, hall.people[7])
    attendance.recuse(desk, meeting, hall.item, hall.people[4], "owner")
    vote = votes.record_vote(desk, main, method="show_of_hands", counts=(5, 2, 1)).value
    votes.take_back(desk, vote)
    votes.declare(desk, vote, "lost")
    other = motions.state_motion(desk, meeting, text=t("Undone."))
    assert other.value
    history.undo(desk)
    meetings.begin_recess(desk, meeting)
    meetings.end_recess(desk, meeting)
    meetings.adjourn(desk, meeting)
    return hall


def test_lines_are_in_order_and_can_be_said_in_both_languages() -> None:
    hall = busy_meeting()
    rows = timeline.timeline(hall.desk, hall.meeting)
    assert rows == sorted(rows, key=lambda row: row.at)
    for row in rows:
        assert row.at.utcoffset() is not None
        for language in ("en", "th"):
            assert say(row.message, language)
            assert row.remark is None or say(row.remark, language)
    hall.desk.close()


def test_what_is_said() -> None:
    hall = busy_meeting()
    rows = timeline.timeline(hall.desk, hall.meeting)
    said = [(say(row.message, "en"), say(row.remark, "en") if row.remark else "") for row in rows]
    assert said[0] == ("Called to order, Amal Haddad presiding", "")
    assert said[-1] == ("Adjourned", "")
    for line in [
        ("9 people present", "9 present, quorum reached"),
        ("Kay Nunn moved motion 2026-1", "seconded by Ife Okafor"),
        ("Ben Roy moved amendment 2026-1/1", ""),
        ("Withdrawn: amendment 2026-1/1", ""),
        ("Lou Marchetti left early", "8 present, quorum holds"),
        ("Ada Tanaka left", "7 present"),
        ("Quorum lost: 7 present, 8 needed", ""),
        ("Ada Tanaka came back", "8 present"),
        ("Quorum regained: 8 present, 8 needed", ""),
        ("Sue Lee recused", "owner"),
        ("Correction: Take back the result on motion 2026-1", ""),
        ("Correction: State motion 2026-2", "undone"),
        ("Recess", ""),
        ("Meeting resumed", ""),
    ]:
        assert line in said, line
    lost = [row for row in rows if row.kind == "vote"][-1]
    assert say(lost.message, "en") == "Lost 5–2–1: motion 2026-1"
    assert lost.remark is not None
    assert lost.remark.code == "finding.outcome_differs"
    assert [row.taken_back for row in rows].count(True) == 1
    hall.desk.close()


def test_a_change_to_remote_is_one_line() -> None:
    hall = convene()
    attendance.arrive(hall.desk, hall.meeting, hall.people[0])
    hall.clock.pass_time(minutes=5)
    attendance.mark(hall.desk, hall.meeting, hall.people[0], "remote")
    attendance.add_guest(hall.desk, hall.meeting, t("Visitor"))
    rows = [row for row in timeline.timeline(hall.desk, hall.meeting) if row.kind == "attendance"]
    assert [say(row.message, "en") for row in rows] == [
        "Amal Haddad arrived", "Amal Haddad went on remotely", "Visitor arrived",
    ]  # fmt: skip
    assert rows[1].at - rows[0].at >= timedelta(minutes=5)
    hall.desk.close()


def test_corrected_and_undone_stays_are_on_the_timeline() -> None:
    hall = convene()
    attendance.arrive(hall.desk, hall.meeting, hall.people[0])
    span = attendance.room(hall.desk, hall.meeting)[0].spans[0]
    attendance.correct_span(hall.desk, span.uid, span.from_at, None)
    moved = span.from_at - timedelta(minutes=5) if span.from_at else None
    attendance.correct_span(hall.desk, span.uid, moved, None)
    attendance.leave(hall.desk, hall.meeting, hall.people[0])
    history.undo(hall.desk)
    said = [
        (say(row.message, "en"), row.taken_back)
        for row in timeline.timeline(hall.desk, hall.meeting)
        if row.kind == "step"
    ]
    assert said == [
        ("Correction: Correct the times of Amal Haddad", False),
        ("Correction: Amal Haddad leaves", True),
    ]
    hall.desk.close()
