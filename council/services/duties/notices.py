"""The notice of a meeting: its deadline, what was posted, how much time is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from council import catalogue
from council.domain.duties import notice
from council.domain.rulings import Ruling
from council.services.duties import duty_facts as facts
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from council.domain.duties.duty_rules import PostingPlaces
    from council.domain.messages import Message
    from council.domain.rules.layers import Rules
    from council.services.desk import Desk


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """The notice a meeting needs, and what became of it.

    ``deadline`` (with its day by day count) and ``until``, the moment from which a posting is late,
    are None when the rule of that day is not known. ``left`` is the time to ``until``, below zero
    when it is over. ``ruling`` judges the earliest posting, ``places`` the places in time (None
    when the rules name none).
    """

    meeting_uid: str
    ruling: Ruling
    deadline: notice.Deadline | None
    until: datetime | None
    left: timedelta | None
    posted_at: datetime | None
    places: Ruling | None
    source: str
    verified: bool

    @property
    def message(self) -> Message:
        """Say the latest time with its sum, or why nobody knows it."""
        return self.deadline.message if self.deadline else self.ruling.message

    @property
    def overdue(self) -> bool:
        """Tell whether nothing is posted and the time is over."""
        late = self.left is not None and self.left < timedelta(0)
        return self.posted_at is None and late

    @property
    def in_time(self) -> bool | None:
        """Tell whether the notice was posted in time, None while that is open or unknown."""
        return self.ruling.holds


def notice_deadline(desk: Desk, meeting_uid: str) -> DeadlineRow | None:
    """Return the deadline of a meeting's notice by the rules of its day; None when they ask none.

    NotAllowed when there is no such meeting.
    """
    roll = Roll(desk, meeting_uid)
    return deadline_row(desk, roll.meeting, roll.rules)


def deadline_row(desk: Desk, meeting: Mapping[str, Any], rules: Rules) -> DeadlineRow | None:
    """Return the deadline of a meeting's notice from its row and its rules."""
    rule = facts.rule_of(rules, f"notice.{meeting['kind']}", "notice")
    if rule is None:
        return None
    postings = facts.postings(desk, meeting["uid"])
    first = postings[0].at if postings else None
    if isinstance(rule, Ruling):
        return _undetermined(meeting, rule, first)
    due = facts.notice_deadline_of(rule.value, meeting)
    if due is None:
        return _undetermined(meeting, facts.unusable(rule.value, rule.source), first)
    now = desk.now()
    ruling = facts.judged(rule, due, [one.at for one in postings], "notice", now)
    return DeadlineRow(
        meeting_uid=meeting["uid"],
        ruling=ruling,
        deadline=due,
        until=due.until,
        left=due.until.astimezone(UTC) - now.astimezone(UTC),
        posted_at=first,
        places=_places(rules, due, postings),
        source=rule.source,
        verified=ruling.verified,
    )


def _undetermined(
    meeting: Mapping[str, Any], ruling: Ruling, posted_at: datetime | None
) -> DeadlineRow:
    return DeadlineRow(
        meeting["uid"], ruling, None, None, None, posted_at, None, ruling.source, ruling.verified
    )


def _places(rules: Rules, due: notice.Deadline, postings: list[notice.Posting]) -> Ruling | None:
    found = facts.rule_of(rules, "posting_places", "posting_places")
    if found is None or isinstance(found, Ruling):
        return found
    places: PostingPlaces = found.value
    if not postings:
        return None  # that nothing is posted is said once
    return notice.judge_places(due, postings, places, **found.said)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place where the rules ask for the notice; ``posted`` when one was logged by its name."""

    code: str
    name: Message | str
    posted: bool


def required_places(desk: Desk, meeting_uid: str) -> list[PlaceRow]:
    """Return the places the rules of a meeting's day name for its notice, in their order.

    The log has places in the clerk's words, several in one posting with semicolons between them;
    only one that bears the rules' own name, in any language of the catalogue, is recognized.
    """
    roll = Roll(desk, meeting_uid)
    rule = facts.known(roll.rules, "posting_places")
    if rule is None:
        return []
    places = [one.place for one in facts.postings(desk, meeting_uid)]
    logged = {one.casefold() for place in places for one in notice.places_in(place)}
    logged |= {words.casefold() for place in places for _, words in place}
    found = []
    for code in rule.value.codes:
        name = notice.place_name(code)
        told = {catalogue.show(name, language).casefold() for language in catalogue.LANGUAGES}
        found.append(PlaceRow(code, name, bool(told & logged)))
    return found
