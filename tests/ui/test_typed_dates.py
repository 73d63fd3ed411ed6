"""A day typed with a Buddhist year is understood in every field of the window that takes one."""

from datetime import date

import pytest

from council.services import meetings
from council.services.desk import open_desk
from council.ui.main_window import MainWindow
from council.ui.pages.members.edits import typed_day

DAY = date(2026, 12, 31)
SPELLINGS = ("31/12/2569", "๓๑/๑๒/๒๕๖๙", "31 ธ.ค. 2569", "31 ธันวาคม พ.ศ. 2569", "2569-12-31")


@pytest.fixture(params=["en", "th"])
def shell(request, qtbot, host, settings, recorder, council_path):
    settings.language = request.param
    window = MainWindow(host, settings, recorder)
    qtbot.addWidget(window)
    window.show()
    assert window.open_path(council_path)
    yield window.shell()
    window.close()


@pytest.mark.parametrize("typed", SPELLINGS)
def test_days_of_people_and_tasks(shell, typed):
    told = []
    assert typed_day(shell.context, typed, told.append) == (True, DAY)
    assert told == [""]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_day_of_a_new_meeting_and_of_its_notice(shell, council_path, host, typed):
    shell.navigate("meetings", new=True)
    form = shell.current_page().form
    form.day.setText(typed)
    form.submit()
    desk = open_desk(council_path, read_only=True)
    (row,) = meetings.list_meetings(desk)
    assert row.starts_local.date() == DAY
    shell.navigate("meeting", row.uid, step="notice")
    step = shell.current_page().current()
    step.day.setText(typed)
    step.time.setText("9:00")
    step.place.setText("Library")
    step.post.click()
    assert [one.posted_at.date() for one in meetings.list_notices(desk, row.uid)] == [DAY]
    desk.close()
