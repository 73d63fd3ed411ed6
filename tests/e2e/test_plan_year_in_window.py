"""Postponed in March at the real console, on April's list and May's, until somebody decides."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from driver import CTRL, Key
from PySide6.QtWidgets import QApplication, QLabel

from council.demo import build_demo
from council.domain.vocabulary import MotionKind
from council.services import meetings
from council.services.desk import RandomIds
from council.services.planning import agenda
from council.services.session import motions

if TYPE_CHECKING:
    from driver import Secretary
    from PySide6.QtWidgets import QWidget

    from council.ui.pages.meeting.carry import CarryPanel
    from council.ui.pages.meeting.meet.console import MeetStep

BENCH, TREES = "Bench by the school", "Trees on Mill Lane"
MARCH, APRIL, MAY = date(2027, 3, 18), date(2027, 4, 15), date(2027, 5, 20)
JUNE, JULY = date(2027, 6, 17), date(2027, 7, 15)
WORDS = "That a bench be put up by the school."


@pytest.fixture
def demo(secretary: Secretary) -> Secretary:
    """Return the secretary at the demo's council, at the end of its year."""
    build_demo(secretary.answers.where)
    secretary.host.ids = RandomIds()  # the demo's own are counted
    assert secretary.window.open_path(secretary.answers.where)
    return secretary


def _morning(day: date) -> datetime:
    return datetime.combine(day - timedelta(days=9), time(9))


def _plan(secretary: Secretary, day: date) -> str:
    secretary.clock(_morning(day))
    return secretary.plan_meeting(day, "18:30", "Riverbend Hall")


def _begin(secretary: Secretary, day: date) -> None:
    secretary.post_notice("Door of Riverbend Hall")
    secretary.call_to_order(datetime.combine(day, time(18, 30)))
    secretary.take_roll([])


def _movers(console: MeetStep) -> list[str]:
    """Return the first two who have a code."""
    return [row.name.show("en") for row in console.shot.room if row.code][:2]


def _postpone(secretary: Secretary, item: str) -> None:
    """Go to an item, move the words, and postpone them without objection."""
    console = secretary.step("meet")
    while console.shot.current is None or console.shot.current.title.show("en") != item:
        secretary.next_item()
    secretary.motion(*_movers(console), WORDS)
    digits = {kind: digit for digit, kind in console.motions.order.digits.items()}
    secretary.type(digits[MotionKind.POSTPONE])
    secretary.until(console.motions.motion.isVisible)
    secretary.press(Key.Key_Return, CTRL)
    secretary.until(lambda: console.shot.top and console.shot.top.kind == MotionKind.POSTPONE)
    secretary.until(console.hasFocus)
    secretary.press(Key.Key_F5)
    secretary.press(Key.Key_1)
    secretary.press(Key.Key_Return)
    secretary.until(lambda: console.shot.top is None)


def _list(secretary: Secretary) -> CarryPanel:
    plan = secretary.step("plan")
    secretary.click(plan.carry_over)
    secretary.until(plan.carry.isVisible)
    return plan.carry


def _offered(panel: CarryPanel) -> dict[str, str]:
    return {box.text(): uid for uid, box in panel.boxes.items()}


def _said(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def _take_only(secretary: Secretary, panel: CarryPanel, title: str) -> None:
    """Untick everything else and put the one on the agenda."""
    wanted = _offered(panel)[title]
    for uid, box in panel.boxes.items():
        if box.isChecked() != (uid == wanted):
            box.setFocus()
            secretary.press(Key.Key_Space)
    assert panel.add.text() == "Add 1 to the agenda"
    panel.add.setFocus()
    secretary.press(Key.Key_Return)
    plan = secretary.step("plan")
    secretary.until(lambda: [i.title.show("en") for i in plan.items] == [title])


def _settle(secretary: Secretary, panel: CarryPanel, title: str, reason: str) -> None:
    """Say why something is not to come back."""
    secretary.click(panel.settle[_offered(panel)[title]])
    secretary.until(panel.reason.words.hasFocus)
    secretary.type(reason)
    secretary.press(Key.Key_Return)
    secretary.until(lambda: title not in _offered(panel))


@pytest.mark.parametrize("pace", ["inline"])
def test_postponed_in_march_it_is_on_the_list_until_somebody_decides(demo):
    _plan(demo, MARCH)
    demo.type_agenda([BENCH, TREES])
    _begin(demo, MARCH)
    _postpone(demo, BENCH)
    demo.adjourn(datetime.combine(MARCH, time(19, 30)))

    april = _plan(demo, APRIL)
    panel = _list(demo)
    assert {BENCH, TREES} <= set(_offered(panel))
    assert "Motion 2027-1 was postponed · last dealt with 18 Mar 2027" in _said(panel)
    demo.press(Key.Key_Escape)  # April decides nothing of it
    assert not agenda.list_items(demo.desk, april)
    demo.type_agenda(["Flags on the bridge"])
    _begin(demo, APRIL)
    demo.next_item()
    demo.adjourn(datetime.combine(APRIL, time(19, 0)))

    _plan(demo, MAY)
    panel = _list(demo)
    assert {BENCH, TREES} <= set(_offered(panel))
    _settle(demo, panel, TREES, "Planted by the city")
    assert any(one.endswith(": Planted by the city") for one in _said(panel))
    _take_only(demo, panel, BENCH)
    _begin(demo, MAY)
    _postpone(demo, BENCH)
    demo.adjourn(datetime.combine(MAY, time(19, 30)))

    june = _plan(demo, JUNE)
    panel = _list(demo)
    assert BENCH in _offered(panel)
    assert TREES not in _offered(panel)
    assert "last dealt with 20 May 2027" in "\n".join(_said(panel))
    _take_only(demo, panel, BENCH)
    (item,) = agenda.list_items(demo.desk, june)
    assert item.proposed_motion.show("en") == WORDS
    _begin(demo, JUNE)
    demo.next_item()
    console = demo.step("meet")
    demo.motion(*_movers(console), WORDS)
    demo.ayes_have_it()
    demo.adjourn(datetime.combine(JUNE, time(19, 30)))

    following = _plan(demo, JULY)
    panel = _list(demo)
    assert not {BENCH, TREES} & set(_offered(panel))
    (restored,) = panel.restore.values()
    demo.click(restored)  # what was settled can be offered again
    demo.until(lambda: TREES in _offered(panel))
    outcomes = [
        str(one.outcome)
        for one in motions.list_motions(demo.desk)
        if one.kind == MotionKind.MAIN and one.text.show("en") == WORDS
    ]
    assert sorted(outcomes) == ["carried", "postponed", "postponed"]
    assert meetings.get_meeting(demo.desk, following).number == "5/2027"
