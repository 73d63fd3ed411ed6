"""The day the laptop died: its sheet is typed in at the real window, closed in between."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from driver import CTRL, Key

from council.domain.vocabulary import MeetingState
from council.services import meetings, minutes
from council.services.session import attendance, motions

DAY = date(2023, 3, 14)

pytestmark = pytest.mark.parametrize("pace", ["now", "late"])


def open_sheet(office, uid: str):
    """Go from the list of meetings to the page of the sheet."""
    office.open_meeting(uid)
    office.go_to("meet")
    office.click(office.page.paper.enter)
    page = office.step("paper")
    office.until(page.times.called.hasFocus)
    return page


def test_a_sheet_is_typed_closed_reopened_and_put_on_record_once(office):
    uid = office.plan_meeting(DAY, "19:00", "Ferry House")
    office.type_agenda(["Bridge"])
    office.clock(datetime.combine(date(2023, 3, 15), time(9, 0)))
    page = open_sheet(office, uid)
    office.type("1904")
    for _ in range(5):
        office.press(Key.Key_Return)
    office.type("1920")
    office.settle()
    before = page.values()
    office.reopen()
    page = open_sheet(office, uid)
    assert page.values() == before
    office.into(page.times.adjourned, "2030")
    office.into(page.items[0].at, "1906")
    office.press(Key.Key_M, CTRL)
    office.type("To mend the bridge.")
    for words in ("", "", "1915", "3-0-0"):
        office.press(Key.Key_Return)
        office.type(words)
    office.press(Key.Key_Return, CTRL)
    office.press(Key.Key_Return, CTRL)
    office.until(lambda: office.page.code == "minutes")
    office.settle()
    row = meetings.get_meeting(office.desk, uid)
    assert (row.state, row.recorded_from) == (MeetingState.HELD, "paper")
    assert f"{row.called_to_order_at:%d %H:%M}" == "14 19:04"
    (motion,) = motions.list_motions(office.desk, uid)
    assert (motion.outcome, f"{motion.vote.at:%d %H:%M}") == ("carried", "14 19:15")
    first = attendance.room(office.desk, uid)[0]
    assert f"{first.since:%H:%M}" == "19:20"
    words = str(minutes.compose(office.desk, uid, "en"))
    assert "kept on paper during the meeting" in words
    office.reopen()
    assert not any(open_again_values(office, uid).values())


def open_again_values(office, uid: str) -> dict[str, str]:
    """Return what the page holds after its sheet is on record: nothing half typed is left."""
    office.open_meeting(uid)
    office.shell.navigate("meeting", uid, step="paper")
    page = office.step("paper")
    return {name: words for name, words in page.values().items() if not name.startswith("i/")}
