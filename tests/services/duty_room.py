"""A council of five under some rules, for the tests of duties."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hall import t

from council.db import council_file
from council.services import council, meetings
from council.services.desk import CountingIds, Desk, FixedClock
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance

LA = "America/Los_Angeles"
NAMES = ("Amal Haddad", "Kay Nunn", "Ife Okafor", "Ben Roy", "Sue Lee")


class Room:
    """A council of five under some rules, with a clock that stands still."""

    def __init__(self, pack: str, zone: str = LA, seats: int = 5, **overrides: Any) -> None:
        self.zone = ZoneInfo(zone)
        self.clock = FixedClock(datetime(2026, 11, 20, 9, tzinfo=self.zone))
        file = council_file.create(":memory:", clock=self.clock, actor="AB")
        self.desk = Desk(file, self.clock, CountingIds(), "AB")
        council.found_council(
            self.desk, name=t("Riverbend"), languages=("en", "th"), time_zone=zone, pack=pack,
            seats=seats, overrides=overrides,
        )  # fmt: skip
        self.body = bodies.list_bodies(self.desk)[0].uid
        free = bodies.list_seats(self.desk, self.body)
        self.people = []
        for number, name in enumerate(NAMES[:seats]):
            uid = people.add_person(self.desk, name=t(name)).value
            bodies.add_membership(
                self.desk, person_uid=uid, body_uid=self.body, seat_uid=free[number].uid,
                role="chair" if number == 0 else "member", start_on=date(2025, 1, 1),
            )  # fmt: skip
            self.people.append(uid)

    def at(self, month: int, day: int, hour: int = 19, minute: int = 0) -> datetime:
        return datetime(2026, month, day, hour, minute, tzinfo=self.zone)

    def plan(self, month: int = 12, day: int = 10, hour: int = 19, kind: str = "regular") -> str:
        starts = datetime(2026, month, day, hour)
        return meetings.plan_meeting(
            self.desk, body_uid=self.body, starts_local=starts, kind=kind
        ).value

    def item(
        self, meeting: str, title: str = "Crosswalk", kind: str = "decision", **more: Any
    ) -> str:
        return agenda.add_item(self.desk, meeting, title=t(title), kind=kind, **more).value

    def post(self, meeting: str, at: datetime, place: str = "Door") -> None:
        self.clock.set(at)
        meetings.post_notice(self.desk, meeting, place=t(place))

    def open(self, meeting: str, present: int = 5) -> None:
        found = meetings.get_meeting(self.desk, meeting)
        self.clock.set(found.starts_local.replace(tzinfo=self.zone))
        meetings.call_to_order(self.desk, meeting)
        attendance.all_present_except(self.desk, meeting, self.people[present:])

    def hold(self, meeting: str, present: int = 5) -> None:
        self.open(meeting, present)
        self.clock.pass_time(hours=2)
        meetings.adjourn(self.desk, meeting)
