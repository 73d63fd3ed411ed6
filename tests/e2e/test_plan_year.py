"""The demo's council plans another year: what was left open comes back until somebody decides.

What waits is kept beside the program as a plain list of titles, changed by hand as each meeting
goes; every meeting's list must be exactly that, so that nothing is dropped and nothing made up.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from council.demo import build_demo
from council.domain.series import OnHoliday, RuleKind, SeriesRule
from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import actions, meetings, minutes
from council.services.desk import FixedClock, open_desk
from council.services.members import bodies, people
from council.services.planning import agenda, compare, threads
from council.services.planning import agenda_carry as carry
from council.services.schedule import series
from council.services.session import motions
from council.services.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from council.services.desk import Desk

ZONE = ZoneInfo("America/Los_Angeles")
YEAR = 2027
HANDRAIL, SURVEY, BRIDGE = "Handrail at the steps", "Speed survey on Mill Lane", "Second footbridge"
LEASE, GRANTS, OFFICERS = "Garden lease", "Grants, second round", "Officers for the next year"
LAMP, CROSSWALK, TREES = (
    "Report the lamp on the footbridge",
    "Write to the city about the crosswalk",
    "Ask the parks office about the trees",
)
LEFT_BY_2026 = {
    HANDRAIL: "postponed", SURVEY: "referred", BRIDGE: "referred", LEASE: "postponed",
    LAMP: "action", CROSSWALK: "action", TREES: "action",
}  # fmt: skip
"""What the demo's year leaves to the next, by why it waits."""
NINTH = "Minutes of meeting 9/2026 of 15 October 2026"


def en(words: str) -> Text:
    return Text.of(words, "en")


class Council:
    """The demo's council at work in the year after; ``waiting`` is kept by hand."""

    def __init__(self, path: Path) -> None:
        build_demo(path)
        self.clock = FixedClock(datetime(2026, 12, 1, 9, tzinfo=ZONE), timedelta(seconds=1))
        self.desk: Desk = open_desk(path, actor="WT", clock=self.clock)
        self.body = bodies.list_bodies(self.desk)[0].uid
        self.mover = next(p.uid for p in people.list_people(self.desk))
        self.waiting = dict(LEFT_BY_2026)
        self.meeting: dict[int, str] = {}

    def plan_year(self) -> None:
        """Make the year's meetings: the third Thursday at half past six, not in August."""
        rule = SeriesRule(
            RuleKind.MONTHLY_NTH, weekday=3, nth=3, months_out=frozenset({8}),
            on_holiday=OnHoliday.WEEK_BEFORE,
        )  # fmt: skip
        plan = series.SeriesPlan(self.body, rule, date(YEAR, 1, 1), time(18, 30), minutes=120)
        made = series.make_series(self.desk, plan, date(YEAR, 12, 31)).value
        for uid in made.meetings:
            self.meeting[meetings.get_meeting(self.desk, uid).starts_local.month] = uid

    def offered(self, month: int) -> dict[str, str]:
        """Return what the meeting's list offers, by title; a title stands there once."""
        found = carry.carry_over_candidates(self.desk, self.meeting[month])
        titles = [one.title.show("en") for one in found]
        assert len(set(titles)) == len(titles)
        return {title: str(one.why) for title, one in zip(titles, found, strict=True)}

    def before(self, month: int) -> None:
        """Go to two weeks before a meeting and see that its list is what waits."""
        starts = meetings.get_meeting(self.desk, self.meeting[month]).starts_local
        self.clock.set(starts.replace(tzinfo=ZONE) - timedelta(days=14))
        assert self.offered(month) == self.waiting

    def take(self, month: int, *titles: str) -> dict[str, str]:
        """Put waiting things on the agenda; return their items by title."""
        meeting = self.meeting[month]
        found = carry.carry_over_candidates(self.desk, meeting)
        uids = [one.uid for one in found if one.title.show("en") in titles]
        assert len(uids) == len(titles)
        made = carry.carry_over(self.desk, meeting, uids).value
        shown = {one.uid: one.title.show("en") for one in agenda.list_items(self.desk, meeting)}
        return {shown[uid]: uid for uid in made}

    def new(self, month: int, title: str, **more: object) -> str:
        return agenda.add_item(
            self.desk, self.meeting[month], title=en(title), **{"kind": "decision", **more}
        ).value

    def settle(self, month: int, title: str, reason: str) -> str:
        """Put on record why something is not to come back."""
        meeting = self.meeting[month]
        found = carry.carry_over_candidates(self.desk, meeting)
        uid = next(one.uid for one in found if one.title.show("en") == title)
        del self.waiting[title]
        return carry.dismiss_candidate(self.desk, meeting, uid, reason).value

    def open(self, month: int) -> str:
        """Post the notice three days ahead and call the meeting to order."""
        uid = self.meeting[month]
        starts = meetings.get_meeting(self.desk, uid).starts_local.replace(tzinfo=ZONE)
        self.clock.set(starts - timedelta(days=4))
        meetings.post_notice(self.desk, uid, place="Door of Riverbend Hall")
        self.clock.set(starts)
        meetings.call_to_order(self.desk, uid)
        return uid

    def decide(self, month: int, item: str, outcome: str = "carried", how: str = "") -> None:
        """Take up an item and dispose of a motion on it, by another motion where ``how`` says."""
        meeting = self.meeting[month]
        agenda.go_to_item(self.desk, meeting, item)
        row = next(one for one in agenda.list_items(self.desk, meeting) if one.uid == item)
        main = motions.state_motion(
            self.desk, meeting, item_uid=item, mover_uid=self.mover,
            text=row.proposed_motion or en(f"That {row.title.show('en')} be agreed."),
        ).value  # fmt: skip
        if how:
            away = motions.state_motion(
                self.desk, meeting, kind=how, parent_uid=main, item_uid=item, mover_uid=self.mover
            ).value
            motions.set_outcome(self.desk, away, "carried")
        else:
            motions.set_outcome(self.desk, main, outcome)

    def close(self, month: int) -> None:
        """Adjourn; the minutes wait for a later meeting's approval."""
        meeting = self.meeting[month]
        meetings.adjourn(self.desk, meeting)
        row = meetings.get_meeting(self.desk, meeting)
        self.waiting[self._minutes(row.number, row.starts_local.date())] = "minutes"

    def _minutes(self, number: str, day: date) -> str:
        return f"Minutes of meeting {number} of {day:%-d %B %Y}"

    def approve(self, month: int, before: int) -> None:
        """Approve the minutes of an earlier month at this one."""
        row = meetings.get_meeting(self.desk, self.meeting[before])
        minutes.approve(self.desk, self.meeting[before], at_meeting_uid=self.meeting[month])
        del self.waiting[self._minutes(row.number, row.starts_local.date())]

    def drop(self, titles: Iterable[str]) -> None:
        for title in titles:
            del self.waiting[title]


@pytest.fixture
def council(tmp_path) -> Iterator[Council]:
    made = Council(tmp_path / "riverbend.council")
    yield made
    made.desk.close()


BENCH, DRAINS, DOGS = "Bench by the school", "Storm drains", "Dog park"
LAMPS, BYLAW, FENCE = "Lamps on the stairs", "Quorum in the bylaws", "Fence of the garden"
PAINT = "Buy paint for the bench"


def _leave_2026(c: Council) -> None:
    """December's agenda is put right, then the meeting is cancelled: its business waits too."""
    (december,) = [
        one.uid
        for one in meetings.list_meetings(c.desk)
        if one.state in (MeetingState.PLANNED, MeetingState.NOTICED) and one.series_uid is None
    ]
    c.meeting[0] = december
    typed = next(
        i for i in agenda.list_items(c.desk, december) if i.title.show("en") == LEASE
    )  # it was typed by hand; carried over it keeps its thread
    agenda.remove_item(c.desk, typed.uid)
    c.take(0, LEASE)
    assert LEASE not in c.offered(0)
    meetings.cancel_meeting(c.desk, december, "The hall was flooded")
    c.waiting |= {NINTH: "minutes", GRANTS: "cancelled", OFFICERS: "cancelled"}


def _winter(c: Council) -> None:
    c.before(1)
    # As long as something stands on January's agenda no later meeting is offered it.
    items = c.take(1, GRANTS, HANDRAIL, LEASE)
    assert set(c.waiting) - set(c.offered(2)) == {GRANTS, HANDRAIL, LEASE}
    c.settle(1, SURVEY, "The city has measured it")
    c.open(1)
    c.decide(1, items[GRANTS])
    c.decide(1, items[HANDRAIL], "lost")
    c.drop([GRANTS, HANDRAIL])
    ninth = next(m for m in meetings.list_meetings(c.desk) if m.number == "9/2026")
    minutes.approve(c.desk, ninth.uid, at_meeting_uid=c.meeting[1])
    c.drop([NINTH])
    c.close(1)  # the lease was not reached

    c.before(2)
    lease = c.take(2, LEASE)[LEASE]
    c.open(2)
    c.decide(2, lease, how="lay_aside")
    c.waiting[LEASE] = "laid_aside"
    c.approve(2, 1)
    lamp = next(a for a in actions.list_actions(c.desk, "open") if a.what.show("en") == LAMP)
    actions.finish_action(c.desk, lamp.uid)
    c.drop([LAMP])
    c.close(2)


def _march(c: Council) -> None:
    """March leaves one thing of every sort."""
    c.before(3)
    items = {title: c.new(3, title) for title in (BENCH, DRAINS, DOGS, LAMPS)}
    bylaw = c.new(3, BYLAW, kind="announcement", proposed_motion=en("That 7 be a quorum."))
    meeting = c.open(3)
    c.decide(3, items[BENCH], how="postpone")
    c.decide(3, items[DRAINS], how="refer")
    c.decide(3, items[DOGS], how="lay_aside")
    agenda.go_to_item(c.desk, meeting, bylaw)
    actions.add_action(c.desk, what=en(PAINT), meeting_uid=meeting, due_on=date(YEAR, 4, 30))
    c.close(3)
    c.waiting |= {
        BENCH: "postponed", DRAINS: "referred", DOGS: "laid_aside", LAMPS: "unfinished",
        BYLAW: "notice", PAINT: "action",
    }  # fmt: skip


def _april(c: Council) -> None:
    """April takes up other business: all of it waits for May as it did for April."""
    c.before(4)
    assert c.offered(4)[BENCH] == "postponed"
    other = c.new(4, "Flags on the bridge")
    c.open(4)
    c.decide(4, other)
    c.approve(4, 2)
    c.close(4)


def _may(c: Council) -> None:
    c.before(5)
    taken = c.take(5, BENCH, LAMPS, BYLAW)
    c.settle(5, DOGS, "Withdrawn by its mover")
    c.open(5)
    c.decide(5, taken[BENCH], how="postpone")  # again
    c.decide(5, taken[LAMPS])
    agenda.go_to_item(c.desk, c.meeting[5], taken[BYLAW])  # taken up, but nobody moves it
    c.drop([LAMPS])
    c.waiting[BYLAW] = "not_moved"
    c.approve(5, 3)
    c.approve(5, 4)
    c.close(5)


def _june(c: Council) -> str:
    """June decides the bench; a committee has dealt with the drains meanwhile."""
    committee = bodies.list_bodies(c.desk)[1].uid
    theirs = meetings.plan_meeting(
        c.desk, body_uid=committee, starts_local=datetime(YEAR, 6, 1, 18, 30)
    ).value
    c.clock.set(datetime(YEAR, 6, 1, 18, 30, tzinfo=ZONE))
    drains = next(
        one.item_uid
        for one in carry.carry_over_candidates(c.desk, c.meeting[6])
        if one.title.show("en") == DRAINS
    )
    (copied,) = compare.copy_items(c.desk, [drains], theirs).value
    meetings.call_to_order(c.desk, theirs)
    agenda.go_to_item(c.desk, theirs, copied)
    meetings.adjourn(c.desk, theirs)
    c.waiting[DRAINS] = "reported_back"

    c.before(6)
    taken = c.take(6, BENCH, DRAINS)
    c.open(6)
    c.decide(6, taken[BENCH])
    c.decide(6, taken[DRAINS], "lost")
    c.drop([BENCH, DRAINS])
    c.approve(6, 5)
    c.close(6)
    return taken[BENCH]


def _rest(c: Council) -> None:
    c.before(7)
    c.new(7, FENCE)
    meetings.cancel_meeting(c.desk, c.meeting[7], "No quorum was to be expected")
    c.waiting[FENCE] = "cancelled"
    c.before(9)
    taken = c.take(9, FENCE, BYLAW)
    c.open(9)
    c.decide(9, taken[FENCE])
    c.decide(9, taken[BYLAW], "lost")
    c.drop([FENCE, BYLAW])
    c.approve(9, 6)
    c.close(9)
    for month, last in ((10, 9), (11, 10), (12, 11)):
        c.before(month)
        c.open(month)
        c.approve(month, last)
        c.close(month)


def test_what_was_postponed_in_march_waits_until_somebody_decides(council):
    c = council
    _leave_2026(c)
    c.plan_year()
    _winter(c)
    _march(c)
    _april(c)
    _may(c)
    bench = _june(c)
    _rest(c)

    # Nobody ever took up these: they still wait at the end of the year, and nothing else does.
    following = meetings.plan_meeting(
        c.desk, body_uid=c.body, starts_local=datetime(YEAR + 1, 1, 20, 18, 30)
    ).value
    c.meeting[13] = following
    assert set(c.offered(13)) == set(c.waiting)
    assert {title for title, why in c.waiting.items() if why != "minutes"} == {
        OFFICERS, BRIDGE, LEASE, CROSSWALK, TREES, PAINT,
    }  # fmt: skip

    rows = threads.thread(c.desk, bench)
    told = [(row.on.month, [str(one.outcome) for one in row.motions]) for row in rows]
    assert [(month, outcomes[0]) for month, outcomes in told] == [
        (3, "postponed"), (5, "postponed"), (6, "carried"),
    ]  # fmt: skip
    dismissed = {
        one.title.show("en"): one.reason.show("en")
        for one in carry.list_dismissed(c.desk, following)
    }
    assert dismissed == {SURVEY: "The city has measured it", DOGS: "Withdrawn by its mover"}
    assert not [one for one in verify(c.desk).findings if one.severity == "error"]
