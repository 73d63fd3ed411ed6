"""The card of the next meeting: the one thing with a clock on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFrame, QWidget

from council.domain import calendars
from council.domain.duties.duty_rules import NoticeUnit
from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.ui.facts import meeting_name
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    Painted,
    heading,
    icon,
    label,
    row,
    small,
    stack,
)
from council.ui.kit.text import width_of
from council.ui.pages.decision_words import day_and_month
from council.ui.pages.rulings import source_line
from council.ui.pages.today_charts import place_labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.duties.notices import DeadlineRow
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

_AHEAD = timedelta(days=14)


class NextMeeting(QFrame):
    """The one thing with a clock on it, and where on the road to it we are."""

    def __init__(
        self,
        context: Context,
        meeting: MeetingRow,
        now: datetime,
        notice: DeadlineRow | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._meeting, self._now = context, meeting, now
        self._notice = notice
        notices = meetings.list_notices(context.reader, meeting.uid)
        self._posted = min((one.posted_at for one in notices), default=None)
        until = notice.until if notice else None
        self._post_by = until.replace(tzinfo=None) if until else None
        target = self._target()
        ahead = self._ahead(target)
        figures = Painted(self._paint_clock(ahead), 0, 60, name=self._told(ahead))
        left = stack(
            row(icon(*self._sign()), label(self._headline(), "body", "strong", self._tone()), GROW),
            figures,
            small(self._arithmetic(), "ink_2", wrap=True),
            self._source(),
            gap=2,
        )
        self.open_button = Button(self._open_words(), None, "primary")
        self.open_button.clicked.connect(self._on_open)
        self.notice_button = Button(self.tr("Notice"))
        self.notice_button.clicked.connect(self._on_notice)
        if meeting.state is MeetingState.IN_SESSION:
            self.notice_button.hide()
        right = stack(
            small(self.tr("Next meeting"), "ink_3", "strong"),
            heading(meeting_name(meeting, context.language)),
            small(self._where(), "ink_2"),
            6,
            row(self.open_button, self.notice_button, GROW),
            GROW,
            gap=2,
        )
        scale = Painted(self._paint_scale, 0, 64)
        content = stack(row((left, 1), right, gap=24), 8, scale, gap=4, pad=(20, 16, 20, 10))
        self.setLayout(content)

    def _in_session(self) -> bool:
        return self._meeting.state is MeetingState.IN_SESSION

    def _unposted(self) -> bool:
        return self._posted is None and self._meeting.state is MeetingState.PLANNED

    def _target(self) -> datetime:
        """Return what the clock counts down to: the posting of the notice, else the meeting."""
        if self._unposted() and self._post_by and self._post_by > self._now:
            return self._post_by
        return self._meeting.starts_local

    def _ahead(self, target: datetime) -> timedelta:
        """Return the time to what is counted down to; to the notice in hours that elapse."""
        if self._notice and self._notice.left is not None and target == self._post_by:
            return self._notice.left
        return target - self._now

    def _sign(self) -> tuple[str, str, int, str]:
        glyph = "broadcast" if self._in_session() else "clock-countdown"
        return glyph, self._tone(), 20, "fill"

    def _tone(self) -> str:
        return "warn" if self._unposted() and self._post_by else "accent"

    def _headline(self) -> str:
        if self._in_session():
            return self.tr("The meeting is in session")
        if self._unposted() and self._post_by and self._post_by > self._now:
            words = self.tr("Post the agenda by {time}")
            return words.format(time=self._latest())
        if self._unposted() and self._post_by:
            return self.tr("The notice is late: post it now")
        return self.tr("The meeting begins in")

    def _latest(self) -> str:
        """Return the latest moment for the notice; of a rule that counts days only the day."""
        latest = self._notice.deadline.latest if self._notice and self._notice.deadline else None
        if isinstance(latest, datetime):
            return self._moment(latest)
        return self._day(latest) if latest else ""

    def _arithmetic(self) -> str:
        """Say how the deadline is counted, or whether what was posted was in time."""
        if self._notice is not None:
            due = self._notice.deadline
            if due is None or self._posted is not None or self._notice.overdue:
                return self._context.say(self._notice.ruling.message)
            return self._counted(due.rule.unit).format(count=due.rule.amount)
        if self._posted is not None:
            words = self.tr("The notice was posted on {time}.")
            return words.format(time=self._moment(self._posted))
        words = self.tr(
            "The notice is not posted yet. The rules of this council state no time for it."
        )
        return words if self._unposted() else ""

    def _counted(self, unit: NoticeUnit) -> str:
        return {
            NoticeUnit.HOURS_ELAPSED: self.tr("{count} hours before the meeting"),
            NoticeUnit.CLEAR_DAYS: self.tr("{count} clear days before the meeting"),
            NoticeUnit.DAYS: self.tr("{count} days before the meeting"),
        }[unit]

    def _source(self) -> QWidget | None:
        if self._notice is None:
            return None
        notice = self._notice
        return source_line(self._context, notice.source, verified=notice.verified)

    def _open_words(self) -> str:
        if self._in_session():
            return self.tr("Return to the meeting")
        return self.tr("Open the plan")

    def _where(self) -> str:
        words = [self._moment(self._meeting.starts_local, year=True)]
        place = " ".join(self._context.show(self._meeting.venue).split())
        return " · ".join(filter(None, [*words, place if len(place) < 40 else ""]))

    def _moment(self, at: datetime, *, year: bool = False) -> str:
        clock = calendars.window_time(at, self._context.language)
        return f"{self._day(at.date(), year=year)}, {clock}"

    def _day(self, day: date, *, year: bool = False) -> str:
        language = self._context.language
        weekday = calendars.weekday_name(day, language)
        short = weekday if language == "th" else weekday[:3]
        shown = day_and_month(self._context, day)
        return f"{short} {calendars.short_date(day, language) if year else shown}"

    def _parts(self, left: timedelta) -> list[tuple[str, str]]:
        minutes = max(0, int(left.total_seconds() // 60))
        days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
        day_word = self.tr("day") if days == 1 else self.tr("days")
        if days:
            return [(str(days), day_word), (str(hours), self.tr("h"))]
        return [(str(hours), self.tr("h")), (str(rest), self.tr("min"))]

    def _told(self, left: timedelta) -> str:
        return " ".join(f"{figure} {unit}" for figure, unit in self._parts(left))

    def _paint_clock(self, left: timedelta) -> Callable[[Brush, QRectF], None]:
        parts = self._parts(left)
        since = self._meeting.called_to_order_at
        if self._in_session() and since is not None:
            clock = calendars.window_time(since, self._context.language)
            parts = [(clock, self.tr("called to order"))]

        def paint(brush: Brush, box: QRectF) -> None:
            x = 0.0
            for figure, unit in parts:
                x += brush.write(QRectF(x, 0, 260, 56), figure, 48, "strong", "ink") + 6
                x += brush.write(QRectF(x, 12, 160, 40), unit, "body", "medium", "ink_2") + 16

        return paint

    def _paint_scale(self, brush: Brush, box: QRectF) -> None:
        """Draw the road from two weeks ahead (or today) to the meeting."""
        starts = self._meeting.starts_local
        begin = min(starts - _AHEAD, self._now - timedelta(days=1))
        whole = (starts - begin).total_seconds()
        marks = [
            (self._now, self.tr("now"), "accent", True),
            (starts, self.tr("meeting"), "accent", False),
        ]
        if self._unposted() and self._post_by and self._post_by > self._now:
            marks.insert(1, (self._post_by, self.tr("post by"), "warn", False))
        y, width = 10.0, box.width()
        place = [max(0.0, min(1.0, (at - begin).total_seconds() / whole)) for at, *_ in marks]
        brush.plate(QRectF(0, y - 3, width, 6), "track", None, 3)
        brush.plate(QRectF(0, y - 3, max(6.0, width * place[0]), 6), "accent", None, 3)
        points = [max(6.0, min(width * part, width - 6)) for part in place]
        told = [(word, self._moment(at).split(", ")[0]) for at, word, *_ in marks]
        wide = [max(width_of(one, "small", "strong") for one in both) + 2 for both in told]
        begins = place_labels(points, wide, width)
        for i, (_, _, tone, full) in enumerate(marks):
            dot = QRectF(points[i] - 6, y - 6, 12, 12)
            brush.plate(dot, tone if full else "surface", tone, 6, 2.5)
            left = begins[i]
            if left is None:
                continue
            ink = "warn" if tone == "warn" else "ink_2"
            above, below = (QRectF(left, y + down, wide[i], 22) for down in (10, 29))
            brush.write(above, told[i][0], "small", "strong", ink, A.AlignCenter)
            brush.write(below, told[i][1], "small", "regular", "ink_3", A.AlignCenter)

    def _on_open(self) -> None:
        step = "meet" if self._in_session() else "plan"
        self._context.navigate("meeting", self._meeting.uid, step=step)

    def _on_notice(self) -> None:
        self._context.navigate("meeting", self._meeting.uid, step="notice")
