"""How far a meeting has come: the six steps of its life with what each waits for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.domain import calendars
from council.domain.vocabulary import MeetingState, MinutesState
from council.services import meetings, minutes, publish
from council.services.duties import meeting_duties as duties
from council.ui.kit import Step
from council.ui.pages.decision_words import day_and_month
from council.ui.pages.meeting.words import hhmm, short_when

if TYPE_CHECKING:
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

ORDER = ("plan", "notice", "meet", "minutes", "approve", "publish")


def default_step(meeting: MeetingRow) -> str:
    """Return the step a meeting is in."""
    if meeting.state == MeetingState.IN_SESSION:
        return "meet"
    if meeting.state == MeetingState.HELD:
        return "publish" if meeting.minutes_state == MinutesState.APPROVED else "minutes"
    return "meet" if meeting.state == MeetingState.NOTICED else "plan"


def step_words() -> dict[str, str]:
    """Return what the steps are called."""
    return {
        "plan": QCoreApplication.translate("Meeting", "Plan"),
        "notice": QCoreApplication.translate("Meeting", "Notice"),
        "meet": QCoreApplication.translate("Meeting", "Meet"),
        "minutes": QCoreApplication.translate("Meeting", "Minutes"),
        "approve": QCoreApplication.translate("Meeting", "Approve"),
        "publish": QCoreApplication.translate("Meeting", "Publish"),
    }


def steps_of(context: Context, meeting: MeetingRow, items: int, open_code: str = "") -> list[Step]:
    """Return the stepper's steps with their notes and states."""
    notes = _notes(context, meeting, items)
    here = _place(meeting, published=bool(notes["_published"]))
    words = step_words()
    made = []
    for place, code in enumerate(ORDER):
        # Only the open step is drawn solid; the one the meeting is in comes first after the ticks.
        state = "done" if place < here else "here" if code == open_code else "later"
        made.append(Step(code, words[code], notes[code], state))
    return made


def _place(meeting: MeetingRow, *, published: bool) -> int:
    """Return the number of the step the meeting is in; 6 when all are done."""
    if meeting.minutes_state == MinutesState.APPROVED:
        return 6 if published else 5
    return {
        MeetingState.PLANNED: 0,
        MeetingState.NOTICED: 2,
        MeetingState.IN_SESSION: 2,
        MeetingState.HELD: 3,
        MeetingState.CANCELLED: 0,
    }[meeting.state]


def _notes(context: Context, meeting: MeetingRow, items: int) -> dict[str, str]:
    language = context.language
    desk = context.reader
    notes = meetings.list_notices(desk, meeting.uid)
    posted = _unposted_words(context, meeting)
    if notes:
        posted = QCoreApplication.translate("Meeting", "posted {when}").format(
            when=short_when(notes[0].posted_at, language)
        )
    approval = minutes.get_approval(desk, meeting.uid)
    published = [p for p in publish.list_publications(desk, meeting.uid) if p.kind == "minutes"]
    approved_words = (
        QCoreApplication.translate("Meeting", "approved")
        if approval
        else QCoreApplication.translate("Meeting", "at a later meeting")
    )
    return {
        "plan": _plan_words(context, meeting, items),
        "notice": posted,
        "meet": _meet_words(meeting, language),
        "minutes": _minutes_words(meeting),
        "approve": approved_words,
        "publish": QCoreApplication.translate("Meeting", "published")
        if published
        else _publish_words(context, meeting),
        "_published": "yes" if published else "",
    }


def _unposted_words(context: Context, meeting: MeetingRow) -> str:
    """Return until when the rules want a plan posted; only that it is not where they do not say."""
    found = None
    if meeting.state == MeetingState.PLANNED:
        found = duties.notice_deadline(context.reader, meeting.uid)
    if found is None or found.deadline is None:
        return QCoreApplication.translate("Meeting", "not posted yet")
    latest = found.deadline.latest
    words = QCoreApplication.translate("Meeting", "post by {when}")
    if not isinstance(latest, datetime):
        return words.format(when=day_and_month(context, latest))
    clock = hhmm(latest, context.language)
    return words.format(when=f"{day_and_month(context, latest.date())} {clock}")


def _publish_words(context: Context, meeting: MeetingRow) -> str:
    """Return by when the rules want the minutes public; where they do not say, what can go out."""
    for one in duties.minutes_deadlines(context.reader, meeting.uid):
        if one.done_at is None and one.until is not None:
            last = (one.until - timedelta(seconds=1)).date()
            words = QCoreApplication.translate("Meeting", "due by {day}")
            return words.format(day=calendars.short_date(last, context.language))
    return QCoreApplication.translate("Meeting", "draft or approved")


def _plan_words(context: Context, meeting: MeetingRow, items: int) -> str:
    """Return how many items there are and, before the meeting, how many rules are not met."""
    words = _items_words(items)
    if not items or meeting.state not in (MeetingState.PLANNED, MeetingState.NOTICED):
        return words
    found = duties.plan_remarks(context.reader, meeting.uid)
    against = sum(1 for one in found if one.ruling.holds is False)
    if not against:
        return words
    remarks = QCoreApplication.translate("Meeting", "1 remark")
    if against > 1:
        remarks = QCoreApplication.translate("Meeting", "{count} remarks").format(count=against)
    return f"{words} · {remarks}"


def _items_words(items: int) -> str:
    if not items:
        return QCoreApplication.translate("Meeting", "no items yet")
    if items == 1:
        return QCoreApplication.translate("Meeting", "1 item")
    return QCoreApplication.translate("Meeting", "{count} items").format(count=items)


def _meet_words(meeting: MeetingRow, language: str) -> str:
    if meeting.state == MeetingState.CANCELLED:
        return QCoreApplication.translate("Meeting", "cancelled")
    if meeting.state == MeetingState.IN_SESSION:
        return QCoreApplication.translate("Meeting", "in session")
    if meeting.adjourned_at is not None:
        day = calendars.short_date(meeting.adjourned_at.date(), language)
        return QCoreApplication.translate("Meeting", "held {day}").format(day=day)
    return short_when(meeting.starts_local, language)


def _minutes_words(meeting: MeetingRow) -> str:
    if meeting.minutes_state is None:
        return QCoreApplication.translate("Meeting", "after the meeting")
    if meeting.minutes_state == MinutesState.DRAFT:
        return QCoreApplication.translate("Meeting", "draft")
    return QCoreApplication.translate("Meeting", "final")
