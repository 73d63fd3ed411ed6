"""Every page and step of a full year is opened and left; no part of one shows as a window."""

from __future__ import annotations

import pytest

from council.demo import build_demo
from council.services import meetings
from council.services.members import people
from council.ui.pages.meeting.page import STEPS
from council.ui.shell import PAGES


@pytest.mark.parametrize("pace", ["inline"])
@pytest.mark.parametrize("language", ["en", "th"])
def test_no_page_flashes_as_a_window(secretary, language):
    secretary.answers.where.unlink(missing_ok=True)
    build_demo(secretary.answers.where)
    secretary.window.set_language(language)
    assert secretary.window.open_path(secretary.answers.where)
    shell = secretary.shell
    someone = people.list_people(secretary.desk)[0].uid
    for route in PAGES:
        shell.navigate(route, someone if route == "person" else "")
        secretary.bot.waitUntil(lambda: shell.current_page().isVisible())
    for meeting in meetings.list_meetings(secretary.desk):
        for step in STEPS:
            shell.navigate("meeting", meeting.uid, step=step)
            secretary.bot.waitUntil(lambda step=step: shell.current_page().code == step)
