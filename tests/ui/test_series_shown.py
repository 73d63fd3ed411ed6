"""A year's meetings over both changes of the clocks: half past six on every page, all year."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from council.domain.series import RuleKind, SeriesRule
from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies
from council.services.schedule import series
from council.ui import i18n
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECOND_THURSDAY = SeriesRule(RuleKind.MONTHLY_NTH, weekday=3, nth=2, months_out=frozenset({8}))
SUMMER = {"America/Los_Angeles": -7, "America/New_York": -4, "Europe/London": 1}
"""Hours ahead of UTC in summer; an hour less in winter."""


@pytest.fixture
def year(tmp_path) -> Iterator:
    made: list[Desk] = []

    def build(zone: str, languages: tuple[str, ...] = ("en", "th")) -> tuple[Path, Desk]:
        path = tmp_path / f"{len(made)}.council"
        clock = FixedClock(datetime(2026, 12, 1, 12, tzinfo=ZoneInfo(zone)))
        desk = create_council_file(path, actor="AH", clock=clock, ids=CountingIds())
        made.append(desk)
        council.found_council(
            desk, name=Text.of("ริมน้ำ", "th"), languages=languages, time_zone=zone,
            pack="ronr", seats=5,
        )  # fmt: skip
        body = bodies.list_bodies(desk)[0].uid
        plan = series.SeriesPlan(body, SECOND_THURSDAY, date(2027, 1, 1), time(18, 30))
        series.make_series(desk, plan, date(2027, 12, 31))
        return path, desk

    yield build
    for desk in made:
        desk.close()


@pytest.fixture
def shown(qtbot) -> Iterator:
    shells: list[Shell] = []

    def table(path: Path, desk: Desk, language: str) -> list[list[str]]:
        """Return the rows of the Meetings page as they stand there, the latest first."""
        i18n.install_language(language)
        settings = Settings(path.parent / "settings.json", language=language)
        opened = OpenCouncil(path, InlineDispatcher(desk), desk.reader())
        shell = Shell(opened, settings, language)
        qtbot.addWidget(shell)
        shells.append(shell)
        shell.resize(1440, 900)
        shell.show()
        shell.navigate("meetings")
        model = shell.current_page().table.model()
        columns = range(model.columnCount())
        return [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(model.rowCount())
        ]

    yield table
    i18n.install_language("en")
    for shell in shells:
        shell.close()


@pytest.mark.parametrize("zone", SUMMER)
def test_both_changes_of_the_clocks_leave_half_past_six(year, shown, zone):
    path, desk = year(zone)
    found = sorted(meetings.list_meetings(desk), key=lambda one: one.starts_local)
    assert [one.starts_local.month for one in found] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]
    assert {one.starts_local.time() for one in found} == {time(18, 30)}
    offsets = {}
    for one in found:
        offset = one.starts_local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        assert offset is not None
        offsets[one.starts_local.month] = offset - timedelta(hours=SUMMER[zone])
    winter, summer = timedelta(hours=-1), timedelta(0)
    assert (offsets[1], offsets[7], offsets[12]) == (winter, summer, winter)

    rows = shown(path, desk, "en")
    assert len(rows) == 11
    assert all("18:30" in row[0] for row in rows), rows


THAI_DAYS = [
    *("14 ม.ค. 2570", "11 ก.พ. 2570", "11 มี.ค. 2570", "8 เม.ย. 2570", "13 พ.ค. 2570"),
    *("10 มิ.ย. 2570", "8 ก.ค. 2570", "9 ก.ย. 2570", "14 ต.ค. 2570", "11 พ.ย. 2570"),
    "9 ธ.ค. 2570",
]


def test_a_thai_year_stands_in_the_buddhist_era(year, shown):
    path, desk = year("Asia/Bangkok", ("th",))
    rows = shown(path, desk, "th")[::-1]
    assert [row[0] for row in rows] == [f"{day} 18.30" for day in THAI_DAYS]
    assert [row[1] for row in rows] == [
        f"การประชุมสามัญ ครั้งที่ {number}/2570" for number in range(1, 12)
    ]
