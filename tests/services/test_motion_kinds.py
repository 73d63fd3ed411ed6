"""Every kind of motion from its statement to what follows, with undo and redo of each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.domain.document_data import plain_text
from council.domain.messages import InputRefused
from council.domain.order.motions import ABOUT_DECIDED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.services import actions, history, meetings
from council.services.minutes import compose
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
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


def state(hall: Hall, kind: str = "main", words: str = "", **more: object) -> str:
    more.setdefault("mover_uid", hall.people[1])
    more.setdefault("seconder_uids", [hall.people[2]])
    text = t(words) if words else Text()
    if kind in ("main", "amend") and not words:
        text = t("That a crosswalk be built.")
    return motions.state_motion(hall.desk, hall.meeting, kind=kind, text=text, **more).value


def vote(hall: Hall, uid: str, yes: int = 10, no: int = 2) -> None:
    votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(yes, no, 0))


def outcomes(hall: Hall) -> dict[str, str | None]:
    return {one.uid: one.outcome for one in motions.list_motions(hall.desk, hall.meeting)}


def possible(hall: Hall) -> set[MotionKind]:
    return {kind for kind, _needs in motions.order_now(hall.desk, hall.meeting).possible}


def there_and_back(hall: Hall) -> None:
    """See that undo and redo of the last step restore what was in order and what was decided."""
    before = (outcomes(hall), motions.order_now(hall.desk, hall.meeting))
    history.undo(hall.desk)
    assert (outcomes(hall), motions.order_now(hall.desk, hall.meeting)) != before
    history.redo(hall.desk)
    assert (outcomes(hall), motions.order_now(hall.desk, hall.meeting)) == before


def lines(hall: Hall, language: str = "en") -> list[str]:
    found = []
    for line in timeline(hall.desk, hall.meeting):
        remark = f" | {say(line.remark, language)}" if line.remark else ""
        found.append(say(line.message, language) + remark)
    return found


def minutes(hall: Hall, language: str = "en") -> str:
    return plain_text(compose(hall.desk, hall.meeting, language))


# ------------------------------------------------------------------- ruled on by the chair


@pytest.mark.parametrize("granted", [True, False])
@pytest.mark.parametrize("kind", ["point_of_order", "question_of_privilege"])
def test_the_chair_rules_and_gives_reasons_ronr_19_23(hall: Hall, kind: str, granted: bool) -> None:
    main = state(hall)
    uid = state(hall, kind, "The speaker is off the subject.", seconder_uids=[])
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main, uid]
    done = motions.rule_on(hall.desk, uid, granted=granted, ruling=t("Stay on the crosswalk."))
    row = motions.get_motion(hall.desk, uid)
    assert done.changes == {"motions", "advice"}
    assert row.outcome == ("carried" if granted else "lost")
    assert row.ruling == t("Stay on the crosswalk.")
    assert row.current_text == row.text
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main]
    there_and_back(hall)


def test_a_ruling_is_taken_back_with_its_reasons(hall: Hall) -> None:
    uid = state(hall, "point_of_order", "Noise.", seconder_uids=[])
    motions.rule_on(hall.desk, uid, granted=True, ruling=t("Quiet, please."))
    motions.set_outcome(hall.desk, uid, None)
    row = motions.get_motion(hall.desk, uid)
    assert (row.outcome, row.ruling) == (None, Text())
    motions.correct_motion(hall.desk, uid, text=t("Too much noise."))
    motions.rule_on(hall.desk, uid, granted=False)
    assert motions.get_motion(hall.desk, uid).ruling == Text()


def test_correcting_the_point_leaves_the_ruling(hall: Hall) -> None:
    uid = state(hall, "point_of_order", "Noise.", seconder_uids=[])
    motions.rule_on(hall.desk, uid, granted=True, ruling=t("Quiet, please."))
    motions.correct_motion(hall.desk, uid, text=t("Too much noise."))
    assert motions.get_motion(hall.desk, uid).ruling == t("Quiet, please.")


def test_an_inquiry_is_answered_ronr_33(hall: Hall) -> None:
    uid = state(hall, "inquiry", "How wide is it?", seconder_uids=[])
    motions.rule_on(hall.desk, uid, granted=True, ruling=t("Three metres."))
    assert motions.get_motion(hall.desk, uid).outcome == "settled"
    there_and_back(hall)
    assert "Answered: inquiry 2026-1 | Three metres." in lines(hall)


def test_the_chair_does_not_rule_on_what_is_voted_on(hall: Hall) -> None:
    with pytest.raises(InputRefused) as caught:
        motions.rule_on(hall.desk, state(hall), granted=True)
    assert caught.value.code == "error.no_ruling_on"
    assert say(caught.value.message, "th")


def test_an_appeal_follows_a_ruling_until_something_else_is_stated_ronr_24(hall: Hall) -> None:
    main = state(hall)
    assert MotionKind.APPEAL not in possible(hall)
    point = state(hall, "point_of_order", "Out of order.", seconder_uids=[])
    assert MotionKind.APPEAL not in possible(hall)
    motions.rule_on(hall.desk, point, granted=False)
    assert MotionKind.APPEAL in possible(hall)
    state(hall, "refer")
    assert MotionKind.APPEAL not in possible(hall)
    history.undo(hall.desk)
    assert MotionKind.APPEAL in possible(hall)
    vote(hall, main)
    assert MotionKind.APPEAL not in possible(hall)


def test_ruling_a_motion_out_of_order_can_be_appealed_ronr_24(hall: Hall) -> None:
    state(hall)
    motions.rule_out_of_order(hall.desk, state(hall, "main"))
    assert MotionKind.APPEAL in possible(hall)


@pytest.mark.parametrize(("no", "then"), [(4, "upheld"), (9, "overturned")])
def test_the_timeline_says_what_an_appeal_did_ronr_24(hall: Hall, no: int, then: str) -> None:
    point = state(hall, "point_of_order", "Noise", seconder_uids=[])
    motions.rule_on(hall.desk, point, granted=False)
    vote(hall, state(hall, "appeal"), 4, no)
    assert any(line.endswith(f"| the chair's ruling is {then}") for line in lines(hall))


@pytest.mark.parametrize("granted", [True, False, None])
def test_a_point_is_raised_and_ruled_on_in_one_step(hall: Hall, granted: bool | None) -> None:
    before = outcomes(hall)
    uid = motions.raise_point(
        hall.desk, hall.meeting, kind="point_of_order", text=t("Noise"),
        mover_uid=hall.people[1], granted=granted, ruling=t("Quiet."),
    ).value  # fmt: skip
    row = motions.get_motion(hall.desk, uid)
    assert row.outcome == {True: "carried", False: "lost", None: None}[granted]
    assert row.ruling == (Text() if granted is None else t("Quiet."))
    there_and_back(hall)
    history.undo(hall.desk)
    assert outcomes(hall) == before


# ------------------------------------------------------------------------------- demanded


def test_a_division_takes_effect_when_demanded_and_the_vote_goes_on_ronr_29(hall: Hall) -> None:
    main = state(hall)
    vote_uid = votes.open_vote(hall.desk, main, method="voice").value
    assert possible(hall) == {MotionKind.DIVISION_OF_ASSEMBLY}
    uid = state(hall, "division_of_assembly", seconder_uids=[])
    row = motions.get_motion(hall.desk, uid)
    assert (row.outcome, row.decided_at, row.parent_uid) == ("carried", row.made_at, main)
    assert votes.open_vote_of(hall.desk, hall.meeting).uid == vote_uid
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main]
    assert "Kay Nunn made demand 2026-1/1 for a rising vote" in lines(hall)
    assert not [line for line in lines(hall) if line.startswith("Carried: demand")]
    history.undo(hall.desk)
    assert uid not in outcomes(hall)


def test_a_division_can_be_demanded_right_after_a_voice_vote_ronr_29(hall: Hall) -> None:
    main = state(hall)
    votes.record_vote(hall.desk, main, method="voice", declared="carried")
    assert MotionKind.DIVISION_OF_ASSEMBLY in possible(hall)
    other = state(hall)
    assert MotionKind.DIVISION_OF_ASSEMBLY not in possible(hall)
    votes.record_vote(hall.desk, other, method="roll_call", declared="lost")
    assert MotionKind.DIVISION_OF_ASSEMBLY not in possible(hall)


def test_the_orders_of_the_day_are_called_for_ronr_18(hall: Hall) -> None:
    uid = state(hall, "orders_of_the_day", seconder_uids=[])
    assert motions.get_motion(hall.desk, uid).outcome == "carried"
    assert motions.pending(hall.desk, hall.meeting) == []


# ------------------------------------------------------------------ what disposes of another


def test_leave_to_withdraw_withdraws_what_its_mover_moved_ronr_33(hall: Hall) -> None:
    main = state(hall)
    amend = state(hall, "amend", mover_uid=hall.people[5])
    uid = state(hall, "withdraw", seconder_uids=[])
    assert motions.get_motion(hall.desk, uid).parent_uid == main
    vote(hall, uid)
    assert outcomes(hall) == {main: "withdrawn", amend: "withdrawn", uid: "carried"}
    there_and_back(hall)
    votes.take_back(hall.desk, motions.get_motion(hall.desk, uid).votes[-1].uid)
    assert outcomes(hall) == {main: None, amend: None, uid: None}


def test_without_a_mover_the_pending_question_is_withdrawn_and_a_refusal_changes_nothing(
    hall: Hall,
) -> None:
    main = state(hall)
    amend = state(hall, "amend", mover_uid=hall.people[5])
    uid = state(hall, "withdraw", mover_uid=hall.people[9])
    assert motions.get_motion(hall.desk, uid).parent_uid == amend
    vote(hall, uid, 2, 9)
    assert outcomes(hall) == {main: None, amend: None, uid: "lost"}


def test_a_sustained_objection_puts_the_question_away_ronr_26(hall: Hall) -> None:
    main = state(hall)
    uid = state(hall, "object_to_consideration", seconder_uids=[])
    assert motions.get_motion(hall.desk, uid).parent_uid == main
    vote(hall, uid, 10, 5)
    assert outcomes(hall) == {main: "settled", uid: "carried"}
    there_and_back(hall)


@pytest.mark.parametrize("said", ["note", "comment"])
def test_an_objection_comes_before_anything_was_said_ronr_26(hall: Hall, said: str) -> None:
    notes.add_note(hall.desk, hall.meeting, text=t("Before."), item_uid=hall.item)
    state(hall)
    assert MotionKind.OBJECT_TO_CONSIDERATION in possible(hall)
    if said == "note":
        notes.add_note(hall.desk, hall.meeting, text=t("Ben Roy asks."), item_uid=hall.item)
    else:
        notes.add_comment(hall.desk, hall.meeting, item_uid=hall.item, summary=t("Good."))
    assert MotionKind.OBJECT_TO_CONSIDERATION not in possible(hall)
    history.undo(hall.desk)
    assert MotionKind.OBJECT_TO_CONSIDERATION in possible(hall)


def test_once_an_amendment_was_lost_debate_has_begun_ronr_26(hall: Hall) -> None:
    state(hall)
    vote(hall, state(hall, "amend"), 2, 9)
    assert MotionKind.OBJECT_TO_CONSIDERATION not in possible(hall)


def test_debate_closed_leaves_only_the_vote_ronr_16(hall: Hall) -> None:
    main = state(hall)
    close = state(hall, "previous_question")
    assert MotionKind.AMEND not in possible(hall)
    vote(hall, close, 10, 5)
    assert not {MotionKind.AMEND, MotionKind.REFER, MotionKind.PREVIOUS_QUESTION} & possible(hall)
    assert {MotionKind.LAY_ASIDE, MotionKind.RECESS, MotionKind.POINT_OF_ORDER} <= possible(hall)
    there_and_back(hall)
    vote(hall, main)
    state(hall)
    assert MotionKind.AMEND in possible(hall)


def test_a_set_end_of_debate_keeps_the_question_here_ronr_15(hall: Hall) -> None:
    state(hall)
    vote(hall, state(hall, "limit_debate", until="19:30"), 10, 5)
    assert MotionKind.REFER not in possible(hall)
    assert MotionKind.AMEND in possible(hall)


# ------------------------------------------------------------------------ bringing back


def test_what_was_referred_can_be_taken_back_ronr_36(hall: Hall) -> None:
    main = state(hall)
    assert MotionKind.DISCHARGE not in possible(hall)
    vote(hall, state(hall, "refer"))
    assert MotionKind.DISCHARGE in possible(hall)
    uid = state(hall, "discharge", parent_uid=main)
    row = motions.get_motion(hall.desk, uid)
    assert (row.about.uid, row.about.outcome, row.number) == (main, "referred", "2026-2")
    vote(hall, uid, 10, 3)
    assert outcomes(hall)[main] is None
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main]
    there_and_back(hall)
    votes.take_back(hall.desk, motions.get_motion(hall.desk, uid).votes[-1].uid)
    assert outcomes(hall)[main] == "referred"


def test_a_changed_decision_reads_as_changed_and_stays_as_adopted_ronr_35(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    uid = state(
        hall, "amend_adopted", "strike “built” and insert “painted”", parent_uid=main,
        proposed_text=t("That a crosswalk be painted."),
    )  # fmt: skip
    assert motions.get_motion(hall.desk, main).current_text == t("That a crosswalk be built.")
    vote(hall, uid, 12, 2)
    old = motions.get_motion(hall.desk, main)
    assert old.current_text == t("That a crosswalk be painted.")
    assert old.final_text == t("That a crosswalk be built.")
    assert [(one.uid, one.kind) for one in old.later] == [(uid, "amend_adopted")]
    there_and_back(hall)
    motions.correct_motion(hall.desk, main, text=t("That the crosswalk be built."))
    assert motions.get_motion(hall.desk, main).final_text == t("That the crosswalk be built.")


def test_what_changes_a_decision_can_itself_be_amended_ronr_35(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    uid = state(hall, "amend_adopted", "paint", parent_uid=main, proposed_text=t("Paint it."))
    vote(hall, state(hall, "amend", "white", proposed_text=t("Paint it white.")))
    assert motions.get_motion(hall.desk, uid).current_text == t("Paint it white.")
    vote(hall, uid, 12, 2)
    assert motions.get_motion(hall.desk, main).current_text == t("Paint it white.")


def test_a_change_without_a_wording_shows_its_own_words(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    uid = state(hall, "amend_adopted", "paint instead", parent_uid=main)
    assert motions.get_motion(hall.desk, uid).current_text == t("paint instead")
    vote(hall, uid, 12, 2)
    assert motions.get_motion(hall.desk, main).current_text == t("That a crosswalk be built.")


def test_a_rescinded_decision_says_so_and_is_rescinded_once_ronr_35(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    uid = state(hall, "rescind", parent_uid=main)
    vote(hall, uid, 12, 2)
    old = motions.get_motion(hall.desk, main)
    assert (old.outcome, [one.kind for one in old.later]) == ("carried", ["rescind"])
    there_and_back(hall)
    assert any(line.endswith("| motion 2026-1 is rescinded") for line in lines(hall))


def test_a_question_reconsidered_is_before_the_meeting_again_once_ronr_37(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    uid = state(hall, "reconsider", parent_uid=main)
    vote(hall, uid)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [main]
    assert any(line.endswith("| motion 2026-1 is before the meeting again") for line in lines(hall))
    there_and_back(hall)
    vote(hall, main, 3, 9)
    assert MotionKind.RECONSIDER not in possible(hall)


def next_meeting(hall: Hall) -> str:
    """Adjourn, and call another meeting of the body to order a month later."""
    meetings.adjourn(hall.desk, hall.meeting)
    hall.clock.pass_time(days=28)
    uid = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, kind="regular", starts_local=datetime(2026, 12, 17, 18, 30)
    ).value
    agenda.add_item(hall.desk, uid, title=t("Crosswalk again"), kind="decision")
    meetings.call_to_order(hall.desk, uid)
    attendance.all_present_except(hall.desk, uid, [])
    return uid


@pytest.mark.parametrize(
    ("kind", "how", "then"),
    [
        ("rescind", None, "motion 2026-1 is rescinded"),
        ("amend_adopted", None, "motion 2026-1 stands as changed"),
        ("discharge", "refer", "the committee is discharged from motion 2026-1"),
        ("take_up_again", "lay_aside", "motion 2026-1 can be stated again"),
    ],
)
def test_a_later_meeting_brings_back_what_an_earlier_one_left_ronr_34_to_36(
    hall: Hall, kind: str, how: str | None, then: str
) -> None:
    main = state(hall)
    vote(hall, state(hall, how) if how else main)
    left = outcomes(hall)[main]
    hall.meeting = next_meeting(hall)
    assert MotionKind(kind) in possible(hall)
    assert MotionKind.RECONSIDER not in possible(hall)
    uid = state(hall, kind, parent_uid=main)
    vote(hall, uid, 14, 1)
    old = motions.get_motion(hall.desk, main)
    assert (old.outcome, [one.uid for one in old.later]) == (left, [uid])
    assert any(line.endswith(f"| {then}") for line in lines(hall))
    assert "2026-1" in minutes(hall)
    if kind != "amend_adopted":
        assert MotionKind(kind) not in possible(hall)
    else:
        assert MotionKind.RESCIND in possible(hall)


def test_what_was_carried_out_is_not_rescinded_ronr_35(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    first = actions.add_action(hall.desk, what=t("Paint"), motion_uid=main).value
    second = actions.add_action(hall.desk, what=t("Dry"), motion_uid=main).value
    actions.finish_action(hall.desk, first)
    assert MotionKind.RESCIND in possible(hall)
    actions.finish_action(hall.desk, second)
    assert not {MotionKind.RESCIND, MotionKind.AMEND_ADOPTED, MotionKind.RECONSIDER} & possible(
        hall
    )
    hall.meeting = next_meeting(hall)
    assert MotionKind.RESCIND not in possible(hall)


# ------------------------------------------------------------------- timeline and minutes

EVERY = [kind.value for kind in MotionKind]


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_is_told_in_timeline_and_minutes_in_both_languages(
    hall: Hall, kind: str
) -> None:
    main = state(hall, "main", "That a crosswalk be built.")
    if kind in ("rescind", "amend_adopted", "reconsider"):
        vote(hall, main)
    elif kind in ("discharge", "take_up_again"):
        vote(hall, state(hall, "refer" if kind == "discharge" else "lay_aside"))
    named = {"parent_uid": main} if kind in ABOUT_DECIDED else {}
    uid = state(hall, kind, "ZEBRA words", **named)
    row = motions.get_motion(hall.desk, uid)
    if kind in ("point_of_order", "question_of_privilege", "inquiry"):
        motions.rule_on(hall.desk, uid, granted=True, ruling=t("LION reasons."))
    elif row.outcome is None:
        vote(hall, uid, 14, 1)
    told = {language: "\n".join(lines(hall, language)) for language in ("en", "th")}
    for language, words in told.items():
        assert row.number in words
        written = minutes(hall, language)
        assert "ZEBRA" in written
        assert ("LION" in written) == (
            kind in ("point_of_order", "question_of_privilege", "inquiry")
        )
        assert "{" not in written
    assert "minutes." not in told["en"]


def test_a_point_of_order_stands_in_the_minutes_with_ruling_and_reasons_ronr_48(hall: Hall) -> None:
    state(hall)
    point = state(hall, "point_of_order", "The speaker is off the subject", seconder_uids=[])
    motions.rule_on(hall.desk, point, granted=True, ruling=t("Remarks keep to the crosswalk."))
    bare = state(hall, "point_of_order", seconder_uids=[], mover_uid=None)
    motions.rule_on(hall.desk, bare, granted=False)
    written = minutes(hall)
    assert "Kay Nunn raised a point of order: “The speaker is off the subject”." in written
    assert "The chair ruled the point well taken: Remarks keep to the crosswalk." in written
    assert "A member raised a point of order." in written
    assert "The chair ruled the point not well taken." in written


def test_an_appeal_upholds_or_overturns_ronr_24(hall: Hall) -> None:
    point = state(hall, "point_of_order", "Noise", seconder_uids=[])
    motions.rule_on(hall.desk, point, granted=False)
    appeal = state(hall, "appeal", "The noise is real")
    vote(hall, appeal, 4, 4)
    written = minutes(hall)
    assert "Kay Nunn appealed from the chair's ruling: “The noise is real”." in written
    assert "Ruling upheld" in written


def test_what_a_later_motion_does_stands_after_it_in_the_order_of_appearance(hall: Hall) -> None:
    main = state(hall)
    vote(hall, main)
    other = state(hall, "main", "That trees be planted.")
    vote(hall, other)
    again = state(hall, "reconsider", parent_uid=main)
    vote(hall, again)
    vote(hall, main, 2, 9)
    written = minutes(hall)
    places = [written.index(words) for words in (
        "moved motion 2026-1", "moved motion 2026-2", "moved to reconsider motion 2026-1",
        "With this, motion 2026-1 was before the meeting again.",
    )]  # fmt: skip
    assert places == sorted(places)


def test_withdrawal_and_objection_have_words_of_their_own(hall: Hall) -> None:
    state(hall)
    vote(hall, state(hall, "withdraw", seconder_uids=[]))
    state(hall)
    vote(hall, state(hall, "object_to_consideration", seconder_uids=[]), 2, 9)
    written = minutes(hall)
    assert "The meeting gave leave to withdraw the motion, 10–2–0." in written
    assert "The meeting did not sustain the objection, 2–9–0." in written


@pytest.mark.parametrize(
    ("until", "english", "thai"),
    [
        ("the spring", "Until: the spring.", "กำหนด the spring"),
        ("2026-12-20", "Until: 20 December 2026.", "กำหนด 20 ธันวาคม 2569"),
        (
            "2026-12-20T19:00",
            "Until: 20 December 2026, 7:00 p.m.",
            "กำหนด 20 ธันวาคม 2569 เวลา 19.00 น.",
        ),
    ],
)
def test_the_minutes_say_until_when_ronr_14_22(
    hall: Hall, until: str, english: str, thai: str
) -> None:
    vote(hall, state(hall, "fix_time", until=until))
    state(hall)
    vote(hall, state(hall, "postpone", until=until))
    assert minutes(hall).count(english) == 2
    assert minutes(hall, "th").count(thai) == 2


# ------------------------------------------------------------------------ previous notice


@pytest.mark.parametrize(
    ("title", "posted", "added", "carried"),
    [
        ("Rescind motion 2026-1", True, "before", True),
        ("ยกเลิกญัตติ ๒๐๒๖-๑", True, "before", True),
        ("Rescind motion 2026-1", False, "before", False),
        ("Rescind motion 2026-1", True, "after", False),
        ("Rescind motion 2026-11", True, "before", False),
        ("Rescind motion 2026-1/1", True, "before", False),
        ("Crosswalk again", True, "before", False),
    ],
)
def test_with_previous_notice_a_majority_rescinds_ronr_35(
    hall: Hall, title: str, posted: bool, added: str, carried: bool
) -> None:
    """8 of 15 members in office would do as well: 7 to 6 carries only with notice."""
    main = state(hall)
    vote(hall, main)
    meetings.adjourn(hall.desk, hall.meeting)
    uid = meetings.plan_meeting(
        hall.desk, body_uid=hall.body, kind="regular", starts_local=datetime(2026, 12, 17, 18, 30)
    ).value
    if added == "before":
        agenda.add_item(hall.desk, uid, title=t(title), kind="decision")
    if posted:
        hall.clock.pass_time(days=1)
        meetings.post_notice(hall.desk, uid, place=t("Library"))
    if added == "after":
        hall.clock.pass_time(days=1)
        agenda.add_item(hall.desk, uid, title=t(title), kind="decision")
    meetings.call_to_order(hall.desk, uid)
    attendance.all_present_except(hall.desk, uid, [])
    hall.meeting = uid
    rescind = state(hall, "rescind", parent_uid=main)
    vote(hall, rescind, 7, 6)
    row = motions.get_motion(hall.desk, rescind)
    assert row.outcome == ("carried" if carried else "lost")
    assert (row.vote.requirement == "majority") is carried
