"""A window on a council whose first meeting was held and whose second one is in session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from pathlib import Path

ZONE = "America/Los_Angeles"


def t(en: str, th: str = "") -> Text:
    return Text((("en", en), ("th", th))) if th else Text.of(en, "en")


@dataclass
class Written:
    """The file, its desk, the window, and the uids of what happened."""

    desk: Desk
    shell: Shell
    meeting: str
    later: str
    item: str
    motion: str
    approving: str
    people: list[str]

    @property
    def key(self) -> str:
        return f"item/{self.item}/motion/{self.motion}/moved"

    def go(self, step: str):
        self.shell.navigate("meeting", self.meeting, step=step)
        return self.shell.pages["meeting"].current()


def _seated(desk: Desk) -> tuple[str, list[str]]:
    body = bodies.list_bodies(desk)[0].uid
    free = bodies.list_seats(desk, body)
    names = (("Ann Haddad", "แอน"), ("Kay Nunn", "เคย์"), ("Ben Roy", "เบน"))
    uids = []
    for seat, (en, th) in zip(free, names, strict=False):
        uid = people.add_person(desk, name=t(en, th)).value
        bodies.add_membership(
            desk, person_uid=uid, body_uid=body, seat_uid=seat.uid, start_on=date(2026, 1, 1)
        )
        uids.append(uid)
    return body, uids


def _decide(desk: Desk, meeting: str, item: str, words: Text, mover: str) -> str:
    agenda.go_to_item(desk, meeting, item)
    motion = motions.state_motion(desk, meeting, text=words, mover_uid=mover, item_uid=item).value
    votes.record_vote(desk, motion, method="no_objection")
    return motion


def write(folder: Path, qtbot, *, approve_begun: bool = True) -> Written:
    """Hold one meeting with a motion, begin the next and carry the approval of its minutes."""
    clock = FixedClock(datetime(2026, 11, 19, 18, 25, tzinfo=ZoneInfo(ZONE)), timedelta(seconds=20))
    path = folder / "riverbend.council"
    desk = create_council_file(path, actor="AH", clock=clock, ids=CountingIds())
    council.found_council(
        desk, name=t("Riverbend Council", "สภาริมน้ำ"), languages=("en", "th"), time_zone=ZONE,
        pack="ronr-small-board", seats=3,
    )  # fmt: skip
    body, uids = _seated(desk)
    meeting, later = (
        meetings.plan_meeting(desk, body_uid=body, starts_local=when, venue=t("Hall")).value
        for when in (datetime(2026, 11, 19, 18, 30), datetime(2026, 12, 17, 18, 30))
    )
    item = agenda.add_item(desk, meeting, title=t("Crosswalk", "ทางข้าม"), kind="decision").value
    meetings.call_to_order(desk, meeting, presiding_uid=uids[0])
    attendance.all_present_except(desk, meeting, [])
    words = t("That we ask for a crosswalk", "ให้ขอทางข้าม")
    motion = _decide(desk, meeting, item, words, uids[1])
    meetings.adjourn(desk, meeting)
    approving = ""
    if approve_begun:
        entry = agenda.add_item(desk, later, title=t("Minutes"), kind="approval").value
        meetings.call_to_order(desk, later, presiding_uid=uids[0])
        attendance.all_present_except(desk, later, [])
        approving = _decide(desk, later, entry, t("That the minutes be approved"), uids[2])
    settings = Settings(folder / "settings.json", language="en", pdf_folder=str(folder / "out"))
    shell = Shell(OpenCouncil(path, InlineDispatcher(desk), desk), settings, "en")
    qtbot.addWidget(shell)
    shell.resize(1440, 900)
    shell.show()
    return Written(desk, shell, meeting, later, item, motion, approving, uids)
