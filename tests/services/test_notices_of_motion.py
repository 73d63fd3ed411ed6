"""Notices of motion: kept apart from business, told in the minutes, back at the next meeting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council import catalogue
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind
from council.services import history, meetings, minutes
from council.services.planning import agenda, revisions
from council.services.planning.carry_matters import CarryWhy
from council.services.session import attendance, motions, noticing, timeline
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def _state(hall: Hall, kind: str = "main", **more: object) -> str:
    text = t("That a crosswalk be built.") if kind == "main" else Text()
    moved = {"mover_uid": hall.people[1], "seconder_uids": [hall.people[2]], **more}
    return motions.state_motion(hall.desk, hall.meeting, kind=kind, text=text, **moved).value


def _vote(hall: Hall, uid: str, yes: int, no: int) -> None:
    votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(yes, no, 0))


def _next(hall: Hall, starts: datetime = datetime(2026, 12, 17, 18, 30)) -> str:
    meetings.adjourn(hall.desk, hall.meeting)
    return meetings.plan_meeting(
        hall.desk, body_uid=hall.body, kind="regular", starts_local=starts
    ).value


def _said(hall: Hall, language: str = "en") -> str:
    return str(minutes.compose(hall.desk, hall.meeting, language))


def test_what_is_announced_comes_back_as_business_with_its_motion(hall: Hall) -> None:
    mover = hall.people[1]
    uid = noticing.give_notice(
        hall.desk,
        hall.meeting,
        title=t("Bench at the pond"),
        text=t("That a bench be put up."),
        mover_uid=mover,
    ).value
    found = next(one for one in agenda.list_items(hall.desk, hall.meeting) if one.uid == uid)
    assert (found.kind, found.state) == (ItemKind.NOTICE_OF_MOTION, "done")
    assert found.opened_at is not None
    following = _next(hall)
    (row,) = [
        one
        for one in agenda.carry_over_candidates(hall.desk, following)
        if one.why is CarryWhy.NOTICE
    ]
    assert row.title == t("Bench at the pond")
    assert row.suggested
    agenda.carry_over(hall.desk, following, [row.uid])
    (item,) = [one for one in agenda.list_items(hall.desk, following) if one.carried_from_uid]
    assert item.kind == ItemKind.DECISION
    assert item.proposed_motion == t("That a bench be put up.")
    assert item.presenter == found.presenter
    assert not any(
        one.why is CarryWhy.NOTICE for one in agenda.carry_over_candidates(hall.desk, following)
    )


@pytest.mark.parametrize(
    ("mover", "text", "told"),
    [
        (True, True, "gave notice of a motion to be made at a later meeting: “"),
        (True, False, "gave notice of a motion to be made at a later meeting."),
        (False, True, "Notice was given of a motion to be made at a later meeting: “"),
        (False, False, "Notice was given of a motion to be made at a later meeting."),
    ],
)
def test_minutes_hold_previous_notices_ronr_48_4(
    hall: Hall, mover: bool, text: bool, told: str
) -> None:
    noticing.give_notice(
        hall.desk,
        hall.meeting,
        title=t("Bench"),
        text=t("That a bench be put up.") if text else Text(),
        mover_uid=hall.people[1] if mover else None,
    )
    said = "".join(
        span.text
        for block in minutes.compose(hall.desk, hall.meeting, "en").blocks
        for span in getattr(block, "spans", ())
    )
    assert told in said
    assert ("That a bench be put up." in said) is text
    assert "presented the item" not in said
    assert "แจ้งล่วงหน้าว่าจะเสนอญัตติ" in _said(hall, "th") or "มีการแจ้งล่วงหน้า" in _said(hall, "th")


@pytest.mark.parametrize(
    ("by", "told"),
    [(True, "Kay Nunn gave notice of a motion: Bench"), (False, "Notice of a motion: Bench")],
)
def test_the_timeline_tells_it_and_undo_takes_it_back(hall: Hall, by: bool, told: str) -> None:
    before = agenda.list_items(hall.desk, hall.meeting)
    mover = hall.people[1] if by else None
    noticing.give_notice(hall.desk, hall.meeting, title=t("Bench"), mover_uid=mover)
    line = timeline.timeline(hall.desk, hall.meeting)[-1]
    assert catalogue.say(line.message, "en") == told
    assert agenda.list_items(hall.desk, hall.meeting)[0].state == "current"
    history.undo(hall.desk)
    assert agenda.list_items(hall.desk, hall.meeting) == before


def test_notice_is_given_in_session_and_says_what_it_is_about(hall: Hall) -> None:
    with pytest.raises(InputRefused):
        noticing.give_notice(hall.desk, hall.meeting, title=Text())
    following = _next(hall)
    for meeting in (hall.meeting, following):
        with pytest.raises(NotAllowed):
            noticing.give_notice(hall.desk, meeting, title=t("Bench"))


def test_a_notice_given_on_the_spot_is_no_late_item_and_no_revision(hall: Hall) -> None:
    meetings.post_notice(hall.desk, hall.meeting, place="Door")
    noticing.give_notice(hall.desk, hall.meeting, title=t("Bench"), text=t("That it be built."))
    assert revisions.pending_marks(hall.desk, hall.meeting) == {}
    assert motions.list_motions(hall.desk, hall.meeting) == []


@pytest.mark.parametrize(
    ("words", "starts", "carried"),
    [
        ("That motion 2026-1 be rescinded.", datetime(2026, 12, 17, 18, 30), True),
        ("That motion 2026-1 be rescinded.", datetime(2027, 2, 25, 18, 30), True),
        ("That motion 2026-1 be rescinded.", datetime(2027, 3, 1, 18, 30), False),
        ("That motion 2026-11 be rescinded.", datetime(2026, 12, 17, 18, 30), False),
    ],
)
def test_notice_at_the_meeting_before_is_previous_notice_ronr_10_44(
    hall: Hall, words: str, starts: datetime, carried: bool
) -> None:
    """8 of 15 members in office would do as well: 7 to 6 carries only with notice."""
    main = _state(hall)
    _vote(hall, main, 10, 2)
    noticing.give_notice(hall.desk, hall.meeting, title=t("Undo it"), text=t(words))
    hall.meeting = _next(hall, starts)
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    rescind = _state(hall, "rescind", parent_uid=main)
    _vote(hall, rescind, 7, 6)
    row = motions.get_motion(hall.desk, rescind)
    assert row.outcome == ("carried" if carried else "lost")
    assert (row.vote.requirement == "majority") is carried
