"""What every floor's tests share: a ticking clock, a council file in memory, one on disk."""

from __future__ import annotations

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
