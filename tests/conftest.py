"""What every floor's tests share: a ticking clock, a council file in memory, one on disk."""

from __future__ import annotations

import logging
import sys
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from council.db import council_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from council.db.council_file import CouncilFile


class TickingClock:
    """Starts at a fixed moment (Bangkok time) and goes one second further each time it is asked."""

    def __init__(self, start: datetime | None = None) -> None:
        bangkok = timezone(timedelta(hours=7))
        self.moment = start or datetime(2026, 11, 19, 18, 30, tzinfo=bangkok)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def memory_file(clock: TickingClock) -> Iterator[CouncilFile]:
    with council_file.create(":memory:", clock=clock, actor="AB") as file:
        yield file


@pytest.fixture
def council_path(tmp_path: Path) -> Path:
    return tmp_path / "riverside.council"


@pytest.fixture
def disk_file(council_path: Path, clock: TickingClock) -> Iterator[CouncilFile]:
    with council_file.create(council_path, clock=clock, actor="AB") as file:
        yield file


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that left a warning in the log; who expects one calls ``caplog.clear()``."""
    yield
    left = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in left] == []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests on real data did not run; each has an invented twin that did."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "real data is absent" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} tests on real data were skipped: ../shared/data is absent"
        )


@pytest.fixture(autouse=True)
def no_clock_outlives_its_test() -> Iterator[None]:
    """Stop the timers of windows that a test leaves open: their file is closed by then."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    widgets = sys.modules.get("PySide6.QtWidgets")
    if core is None or widgets is None or widgets.QApplication.instance() is None:
        return
    for window in widgets.QApplication.topLevelWidgets():
        for timer in window.findChildren(core.QTimer):
            timer.stop()
    spoken = sys.modules.get("council.ui.i18n")
    if spoken is not None:
        spoken.install_language("en")  # the next test begins in English
