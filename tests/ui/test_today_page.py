"""The first page tells what comes, what waits, what was decided."""

from datetime import datetime

import pytest

from council.services import meetings
from council.ui.kit import GROW, frame, row, stack
from council.ui.pages.today import MOST_ALIKE, _end_with, first_of_each
from council.ui.pages.today_charts import place_labels
from tests.ui.pages_b import body_of, hold_a_meeting, page_of, shell_on, t, unnamed


@pytest.fixture
def shell(qtbot, desk, settings, council_path):
    return shell_on(qtbot, desk, settings, council_path)


def _plan(desk, day=10):
    return meetings.plan_meeting(
        desk, body_uid=body_of(desk), kind="regular", venue=t("Hall"),
        starts_local=datetime(2026, 12, day, 18, 30),
    ).value  # fmt: skip


def test_a_new_council_is_offered_its_first_meeting(shell):
    page = page_of(shell, "today")
    words = [label.text() for label in page.findChildren(type(page._head.itemAt(0).widget()))]
    assert "No meeting is planned" in words
    assert "No decisions yet" in words
    assert page.decision_tiles == []
    gone = []
    page.context.navigate = lambda route, uid="", **more: gone.append((route, more))
    page._on_new()
    assert gone == [("meetings", {"new": True})]


def test_the_next_meeting_counts_down(shell, desk):
    _plan(desk)
    page = page_of(shell, "today")
    card = page._main.itemAt(0).widget()
    # 5 December 06:30 in California to 10 December 18:30
    assert card._told(card._target() - datetime(2026, 12, 5, 6, 30)) == "5 days 12 h"
    assert card.open_button.text() == "Open the plan"
    gone = []
    page.context.navigate = lambda route, uid="", **more: gone.append((route, more["step"]))
    card.open_button.click()
    card.notice_button.click()
    assert gone == [("meeting", "plan"), ("meeting", "notice")]


def test_a_meeting_in_session_leads_back_to_it(shell, desk):
    meetings.call_to_order(desk, _plan(desk))
    card = page_of(shell, "today")._main.itemAt(0).widget()
    assert card.open_button.text() == "Return to the meeting"
    assert card.notice_button.isHidden()


def test_decisions_and_what_waits_are_rows_that_lead_there(shell, desk):
    found = hold_a_meeting(desk)
    page = page_of(shell, "today")
    names = [tile.accessibleName() for tile in page.decision_tiles]
    assert len(names) == 3
    assert "Paint a crosswalk" in names[2]
    assert "3–1–0" in names[2]
    assert "No objection" in names[0]
    assert any("overdue" in tile.accessibleName() for tile in page.tiles)
    gone = []
    page.context.navigate = lambda route, uid="", **more: gone.append((route, uid))
    page.decision_tiles[2].click()
    assert gone == [("decisions", found[0])]


def test_every_control_has_a_name(shell, desk):
    hold_a_meeting(desk)
    _plan(desk)
    assert unnamed(page_of(shell, "today")) == []


def test_one_kind_never_hides_the_others(shell, desk):
    class One:
        def __init__(self, icon):
            self.icon = icon

    found = (*(One("list-checks") for _ in range(9)), One("armchair"))
    shown = [one.icon for one in first_of_each(found)]
    assert shown == ["list-checks"] * MOST_ALIKE + ["armchair"]


def test_labels_of_the_road_stand_on_their_points_inside_the_bar():
    assert place_labels([6, 300, 594], [40, 60, 80], 600) == [0, 270, 520]


def test_a_label_gives_way_to_the_one_after_it():
    assert place_labels([520, 560], [60, 60], 600) == [458, 530]


def test_a_label_that_would_cover_another_is_left_out():
    assert place_labels([594, 594], [40, 80], 600) == [None, 520]


@pytest.mark.parametrize(("left", "right", "meet"), [(300, 330, True), (300, 420, False)])
def test_columns_end_at_one_line_where_little_is_left(qtbot, left, right, meet):
    cards = [frame("card", stack(frame("", height=height), GROW)) for height in (left, right)]
    columns = [stack(), stack()]
    for column, card in zip(columns, cards, strict=True):
        _end_with(column, card)
    page = frame("canvas", stack(row(*columns), GROW))
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    ends = [card.mapTo(page, card.rect().bottomLeft()).y() for card in cards]
    assert (ends[0] == ends[1]) is meet
    assert ends[1] < 500
