"""What the judges of duties are told: rules of a day, calendars, moments, postings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from council import paths
from council.db import rows
from council.domain.duties import meeting_duties as duties
from council.domain.duties import notice
from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR, Calendar
from council.domain.messages import InputRefused, Message
from council.domain.rulings import Ruling
from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from council.domain.duties.duty_rules import Notice
    from council.domain.rules.book import RuleBook
    from council.domain.text import Text
    from council.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as a judge takes it: its typed value, who says so, whether that is confirmed."""

    value: Any
    source: str
    verified: bool

    @property
    def said(self) -> dict[str, Any]:
        """Return what a judge hands on: source and verified."""
        return {"source": self.source, "verified": self.verified}


def rule_of(rules: RuleBook, key: str, what: str, **params: Any) -> Rule | Ruling | None:
    """Return a rule; a ruling when nobody knows what it said on the day, None when there is none.

    ``what`` is how the catalogue names the rule.
    """
    found = rules.find(key)
    if found is None:
        return None
    if not found.known:
        ruling = duties.unknown(what, found.source)
        told: dict[str, Any] = ruling.message.params
        name: Message = told["rule"]
        return replace(
            ruling, message=Message(ruling.message.code, {"rule": Message(name.code, params)})
        )
    return Rule(found.value, found.source, found.verified)


def known(rules: RuleBook, key: str) -> Rule | None:
    """Return a rule that is stated and known, else None."""
    found = rules.find(key)
    if found is None or not found.known:
        return None
    return Rule(found.value, found.source, found.verified)


@lru_cache(maxsize=32)
def _calendar(path: Path) -> Calendar:
    return load_calendar(path)


def calendar_of(rule: Notice) -> Calendar | None:
    """Return the calendar whose days a notice leaves out; None when there is no such file."""
    if not rule.exclude:
        return NO_CALENDAR
    try:
        return _calendar(paths.resources() / "rules" / "calendars" / f"{rule.exclude}.toml")
    except InputRefused:
        return None


def starts(meeting: Mapping[str, Any]) -> datetime:
    """Return when a meeting is planned to start, with its offset, from its row."""
    return datetime.fromisoformat(meeting["starts_local"]).replace(tzinfo=ZoneInfo(meeting["zone"]))


def notice_deadline_of(rule: Notice, meeting: Mapping[str, Any]) -> notice.Deadline | None:
    """Return the deadline of a notice rule for a meeting; None when its calendar is missing."""
    calendar = calendar_of(rule)
    if calendar is None:
        return None
    return notice.deadline(rule, starts(meeting), ZoneInfo(meeting["zone"]), calendar)


def unusable(rule: Notice, source: str) -> Ruling:
    """Return the ruling on a deadline whose calendar is missing."""
    return Ruling(None, Message("duty.no_calendar", {"calendar": rule.exclude}), source)


def judged(
    rule: Rule, due: notice.Deadline, posted: list[datetime], what: str, now: datetime
) -> Ruling:
    """Judge postings against a deadline; unconfirmed holidays make the ruling unconfirmed too."""
    calendar = calendar_of(rule.value) or NO_CALENDAR
    return notice.judge_notice(
        due,
        posted,
        what=what,
        calendar=calendar,
        now=now,
        source=rule.source,
        verified=rule.verified and calendar.verified,
    )


def postings(desk: Desk, meeting_uid: str) -> list[notice.Posting]:
    """Return a meeting's postings, the earliest first."""
    found = rows.find(desk.conn, "notice", order="posted_at", meeting_uid=meeting_uid)
    return [
        notice.Posting(datetime.fromisoformat(one["posted_at"]), guard.text_of(one, "place"))
        for one in found
    ]


def published(desk: Desk, meeting_uid: str, kind: str, **equals: Any) -> list[datetime]:
    """Return when a meeting's documents of a kind were published, the earliest first."""
    found = rows.find(
        desk.conn, "publication", order="published_at", meeting_uid=meeting_uid, kind=kind, **equals
    )
    return [datetime.fromisoformat(one["published_at"]) for one in found]


def person_names(desk: Desk) -> dict[str, Text]:
    """Return the names of all people by uid."""

    def read() -> dict[str, Text]:
        people = rows.find(desk.conn, "person", order="uid")
        return {one["uid"]: guard.text_of(one, "name") for one in people}

    return desk.conn.memo.get("person names", ("person",), read)
