"""Rules about minutes, how long things are kept, how dates are written, and facts only shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from council.domain.duties.duty_rules import Due, DueFrom, DueUnit
from council.domain.rules.parts import (
    Reader,
    choice,
    choices,
    refuse,
    table,
    truth,
    whole,
    words,
)
from council.domain.text import Text
from council.domain.vocabulary import Role

_MOST_DAYS_KEPT = 99_999


class CalendarName(StrEnum):
    """Which years the council writes."""

    GREGORIAN = "gregorian"
    BUDDHIST = "buddhist"


class Digits(StrEnum):
    """Which digits the council writes."""

    LATN = "latn"
    THAI = "thai"


class MeetingNumber(StrEnum):
    """How meetings are numbered."""

    PER_CALENDAR_YEAR = "per_calendar_year"
    RUNNING = "running"


class MinutesField(StrEnum):
    """What minutes must hold."""

    MEETING_KIND = "meeting_kind"
    BODY = "body"
    NUMBER = "number"
    DATE = "date"
    SCHEDULED_TIME = "scheduled_time"
    PLACE = "place"
    PRESIDING = "presiding"
    SECRETARY = "secretary"
    PRESENT = "present"
    ABSENT = "absent"
    REMOTE = "remote"
    CALLED_TO_ORDER = "called_to_order"
    ADJOURNMENT = "adjournment"
    PREVIOUS_MINUTES = "previous_minutes"
    PREVIOUS_NOTICE = "previous_notice"
    MOTIONS = "motions"
    VOTES = "votes"
    TALLIES = "tallies"
    VOTE_BY_MEMBER = "vote_by_member"
    POINTS_OF_ORDER = "points_of_order"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something must be kept; ``days`` None is for good."""

    days: int | None = None


def _read_due(data: Any, since: DueFrom) -> Due:
    given = table(data, ("amount", "unit"), ("from",))
    # The day it counts from lies in the key; written down it must say the same.
    if choice("from", given.get("from", since.value), DueFrom) is not since:
        refuse("from", "not_one_of", value=str(given["from"]), words=[since.value])
    return Due(whole("amount", given["amount"], 1), choice("unit", given["unit"], DueUnit), since)


def reads_due(since: DueFrom) -> Reader:
    """Return the reader of ``{amount, unit, from?}`` counted from the meeting or the approval."""
    return partial(_read_due, since=since)


def read_signers(data: Any) -> tuple[Role, ...]:
    """Read the roles of those who sign minutes."""
    return choices("value", data, Role)


def read_required_fields(data: Any) -> tuple[MinutesField, ...]:
    """Read what minutes must hold."""
    return choices("value", data, MinutesField)


def read_retention(data: Any) -> Retention:
    """Read ``{days}`` or ``{forever = true}``."""
    given = table(data, (), ("days", "forever"))
    if len(given) != 1:
        refuse("value", "days_or_forever")
    if "days" in given:
        return Retention(whole("days", given["days"], 1, _MOST_DAYS_KEPT))
    if not truth("forever", given["forever"]):
        refuse("forever", "days_or_forever")
    return Retention()


def read_duty(data: Any) -> Text:
    """Read ``{text = {en, th}}``: a fact that is shown and not computed."""
    text = table(data, ("text",))["text"]
    if not isinstance(text, Mapping):
        refuse("text", "no_table")
    for language in ("en", "th"):
        words(f"text.{language}", text.get(language))
    return Text.from_data(dict(text), "en")
