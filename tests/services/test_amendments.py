"""Amendments as edits: made anew in the words that stand, told when their words are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.db import rows
from council.domain.edits import Action, Edit, Problem
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.services import history
from council.services.session import correctable, corrections, motions, timeline
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROAD = "Ask for a crosswalk on School Road."


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def state(hall: Hall, words: str = "", kind: str = "main", **more: object) -> str:
    text = t(words) if words else Text()
    return motions.state_motion(
        hall.desk, hall.meeting, kind=kind, text=text, mover_uid=hall.people[1], **more
    ).value


def amend(hall: Hall, *edits: Edit, **more: object) -> str:
    return state(hall, kind="amend", edits=edits, **more)


def decide(hall: Hall, uid: str, yes: int = 10, no: int = 2) -> str:
    return votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(yes, no, 0)).value


def reads(hall: Hall, uid: str) -> str:
    return motions.get_motion(hall.desk, uid).current_text.show("en")


def test_an_edit_says_itself_in_both_languages_and_what_the_text_would_be(hall: Hall) -> None:
    state(hall, ROAD)
    uid = amend(hall, Edit(Action.INSERT, t("by March"), after=t("School Road")))
    row = motions.get_motion(hall.desk, uid)
    assert row.text.get("en") == "insert “by March” after “School Road”"
    assert row.text.get("th") == "เพิ่มคำว่า “by March” หลังคำว่า “School Road”"
    assert row.current_text == t("Ask for a crosswalk on School Road by March.")
    assert row.final_text == row.current_text


def test_a_carried_amendment_of_an_amendment_is_merged_into_the_motion(hall: Hall) -> None:
    main = state(hall, ROAD)
    first = amend(hall, Edit(Action.INSERT, t("by March")))
    second = amend(hall, Edit(Action.REPLACE, t("March"), t("May")))
    assert motions.get_motion(hall.desk, second).degree == 2
    decide(hall, second)
    assert reads(hall, first) == "Ask for a crosswalk on School Road by May."
    assert reads(hall, main) == ROAD
    decide(hall, first)
    decide(hall, main)
    adopted = motions.get_motion(hall.desk, main)
    assert adopted.final_text == t("Ask for a crosswalk on School Road by May.")
    assert motions.get_motion(hall.desk, first).final_text == adopted.final_text


def test_an_earlier_amendment_taken_back_leaves_the_later_ones_edit(hall: Hall) -> None:
    main = state(hall, ROAD)
    first = amend(hall, Edit(Action.INSERT, t("by March")))
    vote = decide(hall, first)
    decide(hall, amend(hall, Edit(Action.REPLACE, t("a crosswalk"), t("lights"))))
    assert reads(hall, main) == "Ask for lights on School Road by March."
    votes.take_back(hall.desk, vote)
    assert reads(hall, main) == "Ask for lights on School Road."


def test_correcting_the_motion_lets_its_amendments_be_made_anew(hall: Hall) -> None:
    main = state(hall, "Ask for a crosswalk on Mill Road.")
    decide(hall, amend(hall, Edit(Action.INSERT, t("by March"))))
    motions.correct_motion(hall.desk, main, text=t(ROAD))
    assert reads(hall, main) == "Ask for a crosswalk on School Road by March."


def test_words_that_are_gone_are_told_and_not_guessed(hall: Hall) -> None:
    main = state(hall, ROAD)
    uid = amend(hall, Edit(Action.STRIKE, t("on School Road")))
    motions.correct_motion(hall.desk, main, text=t("Ask for lights."))
    row = motions.get_motion(hall.desk, uid)
    assert [why.problem for _edit, why in row.failed] == [Problem.GONE]
    assert row == motions.get_motion(hall.desk, uid)
    assert row.current_text == t("Ask for lights.")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Edit(Action.STRIKE, t("Mill Road")), "error.words_gone"),
        (Edit(Action.INSERT, t("x"), after=t("Mill")), "error.words_gone"),
        (Edit(Action.STRIKE, t("for")), "error.words_several"),
    ],
)
def test_an_edit_without_a_place_is_refused_before_it_is_recorded(
    hall: Hall, edit: Edit, code: str
) -> None:
    state(hall, "Ask for lights for the road.")
    with pytest.raises(InputRefused) as refused:
        amend(hall, edit)
    assert refused.value.code == code
    assert len(motions.list_motions(hall.desk, hall.meeting)) == 1


def test_a_proposed_wording_is_kept_as_the_edits_that_make_it(hall: Hall) -> None:
    state(hall, ROAD)
    uid = state(hall, kind="amend", proposed_text=t("Ask for lights on School Road."))
    row = motions.get_motion(hall.desk, uid)
    assert [one.action for one in row.edits] == [Action.REPLACE]
    assert row.text.get("en") == "strike “a crosswalk” and insert “lights”"


def test_a_wording_in_two_languages_is_edited_in_both(hall: Hall) -> None:
    both = Text((("en", "Build a crosswalk."), ("th", "สร้างทางข้าม")))
    main = motions.state_motion(hall.desk, hall.meeting, text=both).value
    new = Text((("en", "Build a bridge."), ("th", "สร้างสะพาน")))
    decide(hall, state(hall, kind="amend", proposed_text=new))
    assert motions.get_motion(hall.desk, main).current_text == new


def test_a_language_nobody_amended_no_longer_stands(hall: Hall) -> None:
    both = Text((("en", "Build a crosswalk."), ("th", "สร้างทางข้าม")))
    main = motions.state_motion(hall.desk, hall.meeting, text=both).value
    decide(hall, amend(hall, Edit(Action.REPLACE, t("a crosswalk"), t("a bridge"))))
    assert motions.get_motion(hall.desk, main).current_text == t("Build a bridge.")


def test_a_corrected_proposal_gets_its_edits_anew(hall: Hall) -> None:
    main = state(hall, ROAD)
    uid = state(hall, kind="amend", proposed_text=t("Ask for lights on School Road."))
    motions.correct_motion(hall.desk, uid, proposed_text=t("Ask for signs on School Road."))
    decide(hall, uid)
    assert reads(hall, main) == "Ask for signs on School Road."


def test_an_adopted_decision_is_changed_by_edits(hall: Hall) -> None:
    main = state(hall, ROAD)
    decide(hall, main)
    change = state(hall, kind="amend_adopted", parent_uid=main,
                   edits=(Edit(Action.REPLACE, t("a crosswalk"), t("lights")),))  # fmt: skip
    decide(hall, change, 12, 0)
    row = motions.get_motion(hall.desk, main)
    assert row.final_text == t(ROAD)
    assert row.current_text == t("Ask for lights on School Road.")


def test_undo_takes_the_merge_back(hall: Hall) -> None:
    main = state(hall, ROAD)
    decide(hall, amend(hall, Edit(Action.INSERT, t("by March"))))
    history.undo(hall.desk)
    assert reads(hall, main) == ROAD


def test_a_decided_motion_follows_an_amendment_that_is_put_right(hall: Hall) -> None:
    main = state(hall, ROAD)
    uid = amend(hall, Edit(Action.INSERT, t("by March")))
    vote = decide(hall, uid)
    decide(hall, main)
    motions.correct_motion(
        hall.desk, uid, proposed_text=t("Ask for a crosswalk on School Road by May.")
    )
    row = motions.get_motion(hall.desk, main)
    assert row.final_text == t("Ask for a crosswalk on School Road by May.")
    assert motions.get_motion(hall.desk, uid).text.get("en") == "insert “by May” after “Road”"
    votes.take_back(hall.desk, vote)
    assert motions.get_motion(hall.desk, main).final_text == t(ROAD)


def test_an_amendment_is_corrected_in_the_timeline_as_it_would_read(hall: Hall) -> None:
    main = state(hall, ROAD)
    uid = amend(hall, Edit(Action.INSERT, t("by March")))
    lines = timeline.timeline(hall.desk, hall.meeting)
    line = next(one for one in lines if one.uid == uid and one.column == "made_at")
    sheet = correctable.sheet_of(hall.desk, line)
    assert sheet is not None
    assert sheet.words == t("Ask for a crosswalk on School Road by March.")
    words = t("Ask for a crosswalk on School Road by May.")
    corrections.correct(hall.desk, hall.meeting, line, corrections.Correction(words=words))
    decide(hall, uid)
    assert reads(hall, main) == words.show("en")


def test_amendments_that_hang_on_each_other_end_the_reading(hall: Hall) -> None:
    """A foreign record may have it so; it is read all the same."""
    state(hall, ROAD)
    first = amend(hall, Edit(Action.INSERT, t("soon")))
    second = amend(hall, Edit(Action.INSERT, t("later")))
    with hall.desk.step("step.state_motion", motion="x"):
        for uid, parent in ((first, second), (second, first)):
            rows.update(hall.desk.conn, "motion", uid, {"parent_uid": parent, "outcome": "carried"})
    assert motions.list_motions(hall.desk, hall.meeting)[0].current_text == t(ROAD)
