"""A council in session, for the tests of what happens in a meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from council.db import council_file
from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance

ZONE = "America/Los_Angeles"
START = datetime(2026, 11, 19, 18, 25, tzinfo=ZoneInfo(ZONE))
NAMES = (
    "Amal Haddad", "Kay Nunn", "Ife Okafor", "Ben Roy", "Sue Lee", "Pia Novak", "Tom Ferreira",
    "Ada Tanaka", "Lou Marchetti", "Jo Kowalczyk", "Ravi Shah", "Mina Park", "Otto Weiss",
    "Eva Lind", "Zoe Quist",
)  # fmt: skip


def t(words: str) -> Text:
    """Make an English text."""
    return Text.of(words, "en")


@dataclass
class Hall:
    """A council file with a meeting in session and its people by their place on the roll."""

    desk: Desk
    clock: FixedClock
    body: str
    meeting: str
    item: str
    people: list[str] = field(default_factory=list)

    def present(self, count: int) -> None:
        """Let the first so many members be there and all others be absent."""
        attendance.all_present_except(self.desk, self.meeting, self.people[count:])


def new_desk(path: str = ":memory:") -> tuple[Desk, FixedClock]:
    clock = FixedClock(START, timedelta(seconds=1))
    file = council_file.create(path, clock=clock, actor="AB")
    return Desk(file, clock, CountingIds(), "AB"), clock


def convene(
    path: str = ":memory:",
    *,
    pack: str = "ronr",
    members: int = 15,
    seats: int = 15,
    **more: object,
) -> Hall:
    """Found a council, seat its members, plan a meeting with one item and call it to order."""
    desk, clock = new_desk(path)
    council.found_council(
        desk, name=t("Riverbend"), languages=("en", "th"), time_zone=ZONE, pack=pack, seats=seats,
        **more,
    )  # fmt: skip
    body = bodies.list_bodies(desk)[0].uid
    free = bodies.list_seats(desk, body)
    uids = []
    for number, name in enumerate(NAMES[:members]):
        uid = people.add_person(desk, name=t(name)).value
        role = "chair" if number == 0 else "member"
        bodies.add_membership(
            desk, person_uid=uid, body_uid=body, role=role, seat_uid=free[number].uid
        )
        uids.append(uid)
    meeting = meetings.plan_meeting(
        desk, body_uid=body, kind="regular", starts_local=datetime(2026, 11, 19, 18, 30),
        venue=t("Hall"),
    ).value  # fmt: skip
    item = agenda.add_item(desk, meeting, title=t("Crosswalk"), kind="decision").value
    meetings.call_to_order(desk, meeting)
    agenda.go_to_item(desk, meeting, item)
    return Hall(desk, clock, body, meeting, item, uids)
