"""Somebody who sits at the real window and works on real files."""

from __future__ import annotations

import os
from datetime import date, datetime, time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Secretary


PEOPLE = "Odile Marchetti, Chair\nTomas Brandt\nFern Ashdown\nKwame Osei"
MEETING_DAY = date(2023, 3, 14)


class StrayWindows(QObject):
    """Notes widgets shown before they had a parent: they flash as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            if kind == Qt.WindowType.Window and not isinstance(watched, QMainWindow):
                self.found.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


@pytest.fixture
def secretary(qtbot, qapp, tmp_path, pace: str) -> Iterator[Secretary]:
    """Return somebody who sits at the window; ``pace`` comes from the test's parameters."""
    from clocked import Answers, ClockedHost
    from driver import Secretary

    from council.ui.main_window import MainWindow
    from council.ui.settings import Settings

    settings = Settings(tmp_path / "config" / "settings.json", language="en", scheme="light")
    answers = Answers(tmp_path / "files" / "committee.council")
    answers.where.parent.mkdir()
    host = ClockedHost(pace)
    window = MainWindow(host, settings, answers)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    yield Secretary(qtbot, window, host, answers)
    window.close()
    qapp.removeEventFilter(stray)
    assert stray.found == []
    assert answers.said == []


@pytest.fixture
def office(secretary: Secretary) -> Secretary:
    """Return the secretary at a council of four."""
    from council.domain.text import Text
    from council.services.members.names import parse_names
    from council.ui.host import Founding

    founding = Founding(
        name=Text.of("Paths", "en"),
        time_zone="America/Los_Angeles",
        pack="ronr-small-board",
        seats=4,
        people=parse_names(PEOPLE, "en"),
    )
    secretary.host.found(secretary.answers.where, founding)
    assert secretary.window.open_path(secretary.answers.where)
    secretary.clock(datetime.combine(date(2023, 3, 1), time(9, 0)))
    return secretary


@pytest.fixture
def hall(office: Secretary) -> Secretary:
    """Return the secretary at the console of a meeting in session."""
    office.plan_meeting(MEETING_DAY, "19:00", "Ferry House")
    office.type_agenda(["First", "Second", "Third"])
    office.post_notice("Door")
    office.call_to_order(datetime.combine(MEETING_DAY, time(19, 0)))
    office.take_roll([])
    office.next_item()
    return office
