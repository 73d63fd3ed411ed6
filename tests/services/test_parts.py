"""A divided question: its parts are voted on one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.domain.edits import Action, Edit
from council.domain.messages import InputRefused, NotAllowed
from council.services import history, minutes
from council.services.session import motions, parts
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = (t("That lights be bought."), t("That the road be closed."), t("That signs be set up."))


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


@pytest.fixture
def whole(hall: Hall) -> str:
    return motions.state_motion(
        hall.desk, hall.meeting, text=t("That lights be bought, the road closed and signs set up."),
        mover_uid=hall.people[1], seconder_uids=[hall.people[2]],
    ).value  # fmt: skip


def decide(hall: Hall, uid: str, yes: int = 10, no: int = 2) -> str:
    return votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(yes, no, 0)).value


def pending(hall: Hall) -> list[str]:
    return [one.text.show("en") for one in motions.pending(hall.desk, hall.meeting)]


def move_to_divide(hall: Hall) -> str:
    edits = [Edit(Action.PART, one) for one in PARTS]
    return motions.state_motion(hall.desk, hall.meeting, kind="divide", edits=edits).value


def test_parts_come_before_the_meeting_one_by_one(hall: Hall, whole: str) -> None:
    made = parts.divide(hall.desk, whole, PARTS).value
    rows = [motions.get_motion(hall.desk, uid) for uid in made]
    assert [one.number for one in rows] == ["2026-1/1", "2026-1/2", "2026-1/3"]
    assert [one.part for one in rows] == [(1, 3), (2, 3), (3, 3)]
    assert {one.mover_uid for one in rows} == {hall.people[1]}
    assert {one.seconder_uids for one in rows} == {(hall.people[2],)}
    assert [one.depth for one in rows] == [0, 0, 0]
    for number, (uid, no) in enumerate(zip(made, (2, 11, 0), strict=True)):
        assert pending(hall) == [PARTS[number].show("en")]
        decide(hall, uid, 10, no)
    assert pending(hall) == []
    found = [motions.get_motion(hall.desk, uid).outcome for uid in (whole, *made)]
    assert found == ["divided", "carried", "lost", "carried"]


def test_a_part_is_amended_like_any_question(hall: Hall, whole: str) -> None:
    made = parts.divide(hall.desk, whole, PARTS).value
    uid = motions.state_motion(
        hall.desk, hall.meeting, kind="amend", edits=[Edit(Action.INSERT, t("soon"))]
    ).value
    assert motions.get_motion(hall.desk, uid).number == "2026-1/1/1"
    assert pending(hall) == ["That lights be bought.", "add “soon”"]
    decide(hall, uid)
    decide(hall, made[0])
    assert motions.get_motion(hall.desk, made[0]).final_text == t("That lights be bought soon.")


def test_a_carried_motion_to_divide_puts_its_parts_before_the_meeting(
    hall: Hall, whole: str
) -> None:
    uid = move_to_divide(hall)
    assert pending(hall)[-1] == "Divide the question"
    vote = decide(hall, uid)
    assert pending(hall) == ["That lights be bought."]
    votes.take_back(hall.desk, vote)
    assert len(motions.list_motions(hall.desk, hall.meeting)) == 2
    assert motions.get_motion(hall.desk, whole).outcome is None


def test_a_lost_motion_to_divide_leaves_the_question_whole(hall: Hall, whole: str) -> None:
    decide(hall, move_to_divide(hall), 1, 9)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [whole]


def test_a_part_that_was_decided_stays_when_the_division_is_taken_back(
    hall: Hall, whole: str
) -> None:
    vote = decide(hall, move_to_divide(hall))
    first = motions.pending(hall.desk, hall.meeting)[0].uid
    decide(hall, first)
    votes.take_back(hall.desk, vote)
    left = [one.uid for one in motions.list_motions(hall.desk, hall.meeting)]
    assert first in left
    assert len(left) == 3


def test_one_step_divides_and_undo_makes_it_whole(hall: Hall, whole: str) -> None:
    parts.divide(hall.desk, whole, PARTS)
    history.undo(hall.desk)
    assert [one.uid for one in motions.pending(hall.desk, hall.meeting)] == [whole]


def test_what_cannot_be_divided_is_refused(hall: Hall, whole: str) -> None:
    with pytest.raises(InputRefused, match="parts_few"):
        parts.divide(hall.desk, whole, PARTS[:1])
    parts.divide(hall.desk, whole, PARTS)
    with pytest.raises(NotAllowed, match="not_divisible"):
        parts.divide(hall.desk, whole, PARTS)
    first = motions.pending(hall.desk, hall.meeting)[0].uid
    decide(hall, first)
    with pytest.raises(NotAllowed, match="not_divisible"):
        parts.divide(hall.desk, first, PARTS)


@pytest.mark.parametrize("language", ["en", "th"])
def test_the_minutes_tell_each_part_with_its_vote(hall: Hall, whole: str, language: str) -> None:
    for uid in parts.divide(hall.desk, whole, PARTS).value:
        decide(hall, uid)
    document = minutes.compose(hall.desk, hall.meeting, language)
    said = str(document.blocks)
    assert all(one.show("en") in said for one in PARTS)
    assert said.count("2026-1/3") >= 1
