"""The deadlines of real laws, as the pages say them: Notice and Today, in both languages.

The moments are those of the laws' own arithmetic: hours that elapse over a change of the clocks,
clear days without Sundays and holidays, weeks for draft minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda, papers
from council.ui import i18n
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.pages.today_next import NextMeeting
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACIFIC, EASTERN, LONDON = "America/Los_Angeles", "America/New_York", "Europe/London"


@dataclass
class Town:
    """A council of five under some law, with one meeting to come."""

    path: Path
    desk: Desk
    clock: FixedClock
    zone: ZoneInfo
    meeting: str
    shells: list[Shell] = field(default_factory=list)

    def window(self, qtbot, language: str) -> Shell:
        opened = OpenCouncil(self.path, InlineDispatcher(self.desk), self.desk.reader())
        settings = Settings(self.path.parent / "settings.json", language=language)
        shell = Shell(opened, settings, language)
        qtbot.addWidget(shell)
        shell.resize(1440, 900)
        shell.show()
        self.shells.append(shell)
        return shell

    def notice(self, shell: Shell) -> QWidget:
        shell.navigate("meeting", self.meeting, step="notice")
        return shell.current_page().current()

    def today(self, shell: Shell) -> QWidget:
        shell.navigate("today")
        return shell.pages["today"]


@pytest.fixture
def found(tmp_path) -> Iterator:
    made: list[Town] = []

    def build(pack: str, zone: str, starts: datetime, *, before: timedelta) -> Town:
        local = ZoneInfo(zone)
        clock = FixedClock(starts.replace(tzinfo=local) - before)
        path = tmp_path / f"{len(made)}.council"
        desk = create_council_file(path, actor="AH", clock=clock, ids=CountingIds())
        council.found_council(
            desk, name=Text.of("Riverbend", "en"), languages=("en", "th"), time_zone=zone,
            pack=pack, seats=5,
        )  # fmt: skip
        body = bodies.list_bodies(desk)[0].uid
        people.seat_people(desk, body, people.parse_names("Ada Haddad, Chair\nKofi Nunn", "en"))
        uid = meetings.plan_meeting(desk, body_uid=body, starts_local=starts).value
        made.append(Town(path, desk, clock, local, uid))
        return made[-1]

    yield build
    for town in made:
        for shell in town.shells:
            shell.close()
        town.desk.close()


def words(widget: QWidget) -> str:
    """Return everything the labels of a widget say, once it is laid out."""
    QApplication.processEvents()
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(shown)


@dataclass(frozen=True)
class Vector:
    """A meeting under a law, and the latest moment as each page says it in each language."""

    pack: str
    zone: str
    starts: datetime
    notice: dict[str, str]
    today: dict[str, str]
    counted: dict[str, tuple[str, ...]]
    source: str


VECTORS = {
    "brown_winter": Vector(
        "us-ca-brown", PACIFIC, datetime(2026, 12, 10, 19),
        {"en": "Monday 7 Dec 2026, 19:00", "th": "จันทร์ 7 ธ.ค. 2569, 19.00"},
        {"en": "Mon 7 Dec, 19:00", "th": "จันทร์ 7 ธ.ค., 19.00 น."},
        {
            "en": ("72 hours, nights and weekends included", "Latest time"),
            "th": ("72 ชั่วโมง นับรวมกลางคืนและวันหยุด", "เวลาสุดท้าย"),
        },
        "54954.2(a)",
    ),
    "brown_clocks_change": Vector(
        "us-ca-brown", PACIFIC, datetime(2026, 3, 10, 19),
        {"en": "Saturday 7 Mar 2026, 18:00", "th": "เสาร์ 7 มี.ค. 2569, 18.00"},
        {"en": "Sat 7 Mar, 18:00", "th": "เสาร์ 7 มี.ค., 18.00 น."},
        {
            "en": ("72 hours, nights and weekends included", "The clock changes in between: +60"),
            "th": ("72 ชั่วโมง นับรวมกลางคืนและวันหยุด", "มีการปรับนาฬิกาในช่วงนี้ +60 นาที"),
        },
        "54954.2(a)",
    ),
    "new_york": Vector(
        "us-ny-oml", EASTERN, datetime(2026, 12, 10, 19),
        {"en": "Monday 7 Dec 2026, 19:00", "th": "จันทร์ 7 ธ.ค. 2569, 19.00"},
        {"en": "Mon 7 Dec, 19:00", "th": "จันทร์ 7 ธ.ค., 19.00 น."},
        {
            "en": ("72 hours, nights and weekends included", "Latest time"),
            "th": ("72 ชั่วโมง นับรวมกลางคืนและวันหยุด", "เวลาสุดท้าย"),
        },
        "104(1)",
    ),
    "parish_thursday": Vector(
        "uk-parish", LONDON, datetime(2026, 12, 10, 19),
        {"en": "Sunday 6 Dec 2026", "th": "อาทิตย์ 6 ธ.ค. 2569"},
        {"en": "Sun 6 Dec", "th": "อาทิตย์ 6 ธ.ค."},
        {
            "en": ("day 1\nWednesday 9 Dec", "day 3\nMonday 7 Dec", "Latest day"),
            "th": ("วันที่ 1\nพุธ 9 ธ.ค.", "วันที่ 3\nจันทร์ 7 ธ.ค.", "วันสุดท้าย"),
        },
        "Schedule 12",
    ),
    "parish_over_a_sunday": Vector(
        "uk-parish", LONDON, datetime(2026, 12, 14, 19),
        {"en": "Wednesday 9 Dec 2026", "th": "พุธ 9 ธ.ค. 2569"},
        {"en": "Wed 9 Dec", "th": "พุธ 9 ธ.ค."},
        {
            "en": ("not counted\nSunday 13 Dec", "day 1\nSaturday 12 Dec", "day 3\nThursday 10"),
            "th": ("ไม่นับ\nอาทิตย์ 13 ธ.ค.", "วันที่ 1\nเสาร์ 12 ธ.ค.", "วันที่ 3\nพฤหัสบดี 10"),
        },
        "Schedule 12",
    ),
    "parish_over_christmas": Vector(
        "uk-parish", LONDON, datetime(2026, 12, 29, 19),
        {"en": "Monday 21 Dec 2026", "th": "จันทร์ 21 ธ.ค. 2569"},
        {"en": "Mon 21 Dec", "th": "จันทร์ 21 ธ.ค."},
        {
            "en": (
                "not counted\nMonday 28 Dec", "not counted\nSaturday 26 Dec",
                "not counted\nFriday 25 Dec", "day 1\nThursday 24 Dec", "day 3\nTuesday 22 Dec",
            ),
            "th": (
                "ไม่นับ\nจันทร์ 28 ธ.ค.", "ไม่นับ\nเสาร์ 26 ธ.ค.", "ไม่นับ\nศุกร์ 25 ธ.ค.",
                "วันที่ 1\nพฤหัสบดี 24 ธ.ค.", "วันที่ 3\nอังคาร 22 ธ.ค.",
            ),
        },
        "Schedule 12",
    ),
}  # fmt: skip
"""Brown Act 54954.2, Open Meetings Law 104, Local Government Act 1972: meeting, latest moment."""

POST_BY = {
    "en": ("Post the agenda by {time}", "Post the agenda by {time}"),
    "th": ("ปิดประกาศระเบียบวาระการประชุมภายใน {time}", "ปิดประกาศระเบียบวาระภายใน {time}"),
}
"""The sentence of the Notice step and that of Today."""
UNIT = {
    "en": {"uk-parish": "3 clear days before the meeting", "": "72 hours before the meeting"},
    "th": {"uk-parish": "3 วันเต็มก่อนการประชุม", "": "72 ชั่วโมงก่อนการประชุม"},
}


@pytest.fixture(params=["en", "th"])
def language(request) -> Iterator[str]:
    i18n.install_language(request.param)
    yield request.param
    i18n.install_language("en")


@pytest.mark.parametrize("name", VECTORS)
def test_notice_and_today_say_until_when_to_post(found, qtbot, language, name):
    vector = VECTORS[name]
    town = found(vector.pack, vector.zone, vector.starts, before=timedelta(days=10))
    shell = town.window(qtbot, language)
    on_notice, on_today = POST_BY[language]

    said = words(town.notice(shell).rules).split("\n")
    assert said[2] == on_notice.format(time=vector.notice[language])
    whole = "\n".join(said)
    for line in vector.counted[language]:
        assert line in whole
    assert vector.source in whole

    card = town.today(shell).findChild(NextMeeting)
    said = words(card).split("\n")
    assert said[0] == on_today.format(time=vector.today[language])
    assert said[1] == UNIT[language].get(vector.pack, UNIT[language][""])
    assert vector.source in said[2]


PAPERS_BY = {
    "en": "The papers: the latest time is Wednesday, 9 December 2026, 7:00 p.m.",
    "th": "กำหนดอย่างช้าที่สุดวันพุธที่ 9 ธันวาคม 2569 เวลา 19.00 น.",
}


def test_new_york_wants_papers_online_a_day_before(found, qtbot, language):
    town = found("us-ny-oml", EASTERN, datetime(2026, 12, 10, 19), before=timedelta(days=10))
    item = agenda.add_item(town.desk, town.meeting, title=Text.of("Budget", "en")).value
    papers.add_paper(town.desk, item, "budget.txt", b"12")
    shell = town.window(qtbot, language)
    said = words(town.notice(shell).rules)
    assert PAPERS_BY[language] in said
    assert "103(e)" in said
    told = [tile.accessibleName() for tile in town.today(shell).tiles]
    assert any(PAPERS_BY[language] in one for one in told)


DRAFT_BY = {
    "en": ("Draft minutes must be public by 24 December 2026.", "14 days left"),
    "th": ("รายงานการประชุมฉบับร่างต้องเผยแพร่ภายในวันที่ 24 ธันวาคม 2569", "เหลือ 14 วัน"),
}
DRAFT_DAY = {"en": "public by 24 December 2026", "th": "ภายในวันที่ 24 ธันวาคม 2569"}
OVER = {"en": "3 days ago", "th": "เกินกำหนดมา 3 วัน"}


def test_new_york_wants_draft_minutes_within_two_weeks(found, qtbot, language):
    evening = datetime(2026, 12, 10, 19)
    town = found("us-ny-oml", EASTERN, evening, before=timedelta(0))
    meetings.call_to_order(town.desk, town.meeting)
    meetings.adjourn(town.desk, town.meeting)
    shell = town.window(qtbot, language)
    shell.navigate("meeting", town.meeting, step="publish")
    sentence, left = DRAFT_BY[language]
    due = shell.current_page().current().due
    assert sentence in words(due)
    assert due.lines[0].accessibleName().startswith(left)
    assert "106(3)" in words(due)
    for day, over in ((20, False), (27, True)):
        town.clock.set(datetime(2026, 12, day, 19, tzinfo=town.zone))
        page = town.today(shell)
        page.refresh()
        told = page.tiles[0].accessibleName()
        assert DRAFT_DAY[language] in told
        assert (OVER[language] in told) is over
