"""Advice stays on record with what the rules said, and can be marked as followed or not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.domain.messages import Message, NotAllowed
from council.domain.rulings import Ruling
from council.domain.text import Text
from council.services import advice, history
from council.services.council import get_rules
from council.services.session import motions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.rules.layers import Rules

SAID = Message(
    "in_order.yields",
    {
        "pending": Message("motion_kind.refer"),
        "name": Text((("th", "แอน"), ("en", "Ann"))),
        "day": date(2026, 3, 1),
        "part": Fraction(2, 3),
        "names": [t("Ben")],
    },
)


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def rules(hall: Hall) -> Rules:
    return get_rules(hall.desk, date(2026, 11, 19))


@pytest.fixture
def told(hall: Hall) -> str:
    with hall.desk.step("step.follow_advice"):
        return advice.put_advice(
            hall.desk,
            meeting_uid=hall.meeting,
            code="out_of_order",
            ruling=Ruling(False, SAID, "RONR §6", verified=False),
            rules=rules(hall),
            followed=None,
        )


def test_advice_is_kept_with_its_message_source_and_pack(hall: Hall, told: str) -> None:
    (row,) = advice.list_advice(hall.desk, hall.meeting)
    assert (row.uid, row.code, row.message) == (told, "out_of_order", SAID)
    assert (row.source, row.verified, row.followed) == ("RONR §6", False, None)
    assert (row.pack, row.pack_version) == ("ronr", rules(hall).version)
    assert row.at <= hall.desk.now()


def test_whether_it_was_followed_is_said_later_and_can_be_undone(hall: Hall, told: str) -> None:
    done = advice.set_followed(hall.desk, told, followed=False, note=" nobody minded ")
    assert done.changes == {"advice"}
    (row,) = advice.list_advice(hall.desk, hall.meeting)
    assert (row.followed, row.note) == (False, "nobody minded")
    history.undo(hall.desk)
    (row,) = advice.list_advice(hall.desk, hall.meeting)
    assert (row.followed, row.note) == (None, "")
    history.redo(hall.desk)
    (row,) = advice.list_advice(hall.desk, hall.meeting)
    assert row.followed is False


def test_advice_that_is_gone_cannot_be_marked(hall: Hall) -> None:
    with pytest.raises(NotAllowed):
        advice.set_followed(hall.desk, "no-such", followed=True)


def test_advice_of_a_motion_is_found_by_it(hall: Hall) -> None:
    uid = motions.state_motion(
        hall.desk, hall.meeting, text=t("Paint it."), seconder_uids=[hall.people[2]]
    ).value
    with hall.desk.step("step.follow_advice"):
        for code in ("one", "two"):
            advice.put_advice(
                hall.desk, meeting_uid=hall.meeting, code=code, ruling=Ruling(False, SAID),
                rules=rules(hall), motion_uid=uid, followed=False, at="2026-03-01T10:00:00+00:00",
            )  # fmt: skip
        advice.settle_advice(hall.desk, uid, frozenset({"two"}), followed=True)
    found = advice.advice_on(hall.desk, uid)
    assert [(row.code, row.followed) for row in found] == [("one", False), ("two", True)]
    assert found[0].at.isoformat() == "2026-03-01T10:00:00+00:00"
