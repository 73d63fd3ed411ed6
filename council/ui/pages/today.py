"""Today: what comes next, what waits for whom, what was decided lately."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QWidget

from council.domain import calendars
from council.domain.rules.values import Notice, NoticeUnit
from council.domain.vocabulary import MeetingState
from council.services import council as council_service
from council.services import meetings
from council.services.today import TodayView, Waiting, today
from council.ui.actions import Command
from council.ui.facts import meeting_name
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    EmptyState,
    Painted,
    Tile,
    clear,
    frame,
    group,
    heading,
    icon,
    label,
    link,
    refill,
    row,
    small,
    stack,
)
from council.ui.kit.narrow import when_narrow
from council.ui.kit.text import width_of
from council.ui.page import Page
from council.ui.pages.decision_words import (
    day_and_month,
    motion_words,
    outcome_look,
    outcome_width,
    outcome_words,
    short_name,
    tally_words,
)
from council.ui.pages.today_charts import attendance_chart, decisions_chart, place_labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.meetings import MeetingRow
    from council.services.motions import MotionRow
    from council.ui.context import Context

SIDE_WIDTH = 384
NARROW = 1040
MOST_WAITING = 6
MOST_ALIKE = 3
"""Of one kind no more than these are shown first, so that ten overdue actions hide nothing."""
_ROW = 43
_SPARE = 64
"""A card that ends a column is at most so much higher than what it says, in pixels."""
_URGENCY = {"now": "accent", "late": "no", "soon": "warn", "later": "accent"}
_AHEAD = timedelta(days=14)


def post_by(starts: datetime, notice: Notice | None) -> datetime | None:
    """Return the last moment for posting the notice of a meeting, None when no rule says."""
    if notice is None:
        return None
    if notice.unit is NoticeUnit.HOURS_ELAPSED:
        return starts - timedelta(hours=notice.amount)
    if notice.unit is NoticeUnit.DAYS:
        return starts - timedelta(days=notice.amount)
    # Clear days: neither the day of posting nor that of the meeting counts.
    day = starts - timedelta(days=notice.amount + 1)
    return day.replace(hour=23, minute=59)


def first_of_each(found: tuple[Waiting, ...]) -> list[Waiting]:
    """Return what is shown first: in order, but not more than a few of one kind."""
    kinds: Counter[str] = Counter()
    shown = []
    for one in found:
        kinds[one.icon] += 1
        if kinds[one.icon] <= MOST_ALIKE:
            shown.append(one)
    return shown[:MOST_WAITING]


def _end_with(column: QBoxLayout, card: QWidget) -> None:
    """Let the last card of a column end where the column beside it ends, where little is left."""
    card.setMaximumHeight(card.sizeHint().height() + _SPARE)
    column.addWidget(card, 1)
    column.addStretch(0)


class TodayPage(Page):
    """The first page of an open council."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "meetings",
            "agenda",
            "motions",
            "votes",
            "actions",
            "minutes",
            "people",
            "bodies",
            "rules",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._head = row(gap=8)
        self._main = stack(gap=16)
        self._side = stack(gap=12)
        self._beside = frame("canvas", self._side, SIDE_WIDTH)
        self.tiles: list[Tile] = []
        self.decision_tiles: list[Tile] = []
        self._outcome_width = outcome_width(context)
        self._body = row((self._main, 1), self._beside, gap=16)
        self.setLayout(stack(self._head, self._body, GROW, gap=12, pad=(24, 12, 24, 16)))
        when_narrow(self, NARROW, self._fold)

    def _fold(self, narrow: bool) -> None:
        """Put the side column below where there is no room beside."""
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._beside.setMinimumWidth(0 if narrow else SIDE_WIDTH)
        self._beside.setMaximumWidth(16777215 if narrow else SIDE_WIDTH)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Today")

    def commands(self) -> list[Command]:
        """Offer what one begins here."""
        group_name = self.tr("Today")
        return [
            Command(self.tr("New meeting"), self._on_new, "calendar-plus", "Ctrl+N", group_name)
        ]

    def refresh(self) -> None:
        """Read everything anew."""
        view = today(self.context.reader)
        now = self.context.reader.now()
        words = calendars.long_date(now.date(), self.context.language, weekday=True)
        self.new_button = Button(self.tr("New meeting"), "calendar-plus")
        self.new_button.clicked.connect(self._on_new)
        refill(self._head, heading(words), GROW, self.new_button)
        self._fill_main(view, now.replace(tzinfo=None))
        self._fill_side(view)

    def _fill_main(self, view: TodayView, now: datetime) -> None:
        clear(self._main)
        self._main.addWidget(self._next(view.next_meeting, now))
        self.decision_tiles = []
        if view.last_decisions:
            _end_with(self._main, self._decisions(view.last_decisions))
        else:
            text = self.tr("When a meeting has decided on a motion, it stands here with its votes.")
            empty = EmptyState("gavel", self.tr("No decisions yet"), text)
            _end_with(self._main, frame("card", stack(empty)))

    def _fill_side(self, view: TodayView) -> None:
        clear(self._side)
        self._side.addWidget(self._waiting(view.waiting))
        if view.attendance:
            self._side.addWidget(attendance_chart(self.context, view.attendance))
        if any(sum(one[1:]) for one in view.decision_counts):
            _end_with(self._side, decisions_chart(self.context, view.decision_counts))
        else:
            self._side.addStretch(1)

    # ------------------------------------------------------------------------ next meeting

    def _next(self, meeting: MeetingRow | None, now: datetime) -> QFrame:
        if meeting is None:
            text = self.tr("Plan it: the agenda, the notice and the minutes grow from there.")
            empty = EmptyState(
                "calendar-plus", self.tr("No meeting is planned"), text, self.tr("Plan a meeting")
            )
            empty.acted.connect(self._on_new)
            empty.setMinimumHeight(248)
            return frame("card", stack(empty))
        return NextMeeting(self.context, meeting, now)

    # ------------------------------------------------------------------------ waiting

    def _waiting(self, found: tuple[Waiting, ...]) -> QFrame:
        first = first_of_each(found)
        rest = [one for one in found if one not in first]
        self.tiles = [self._waiting_tile(one) for one in first]
        lines: list[QWidget | QLayout] = [*self.tiles]
        if not found:
            done = row(icon("check-circle", "yes", 20, "fill"), gap=10)
            done.addWidget(small(self.tr("Nothing waits. All is done."), "ink_2"), 1)
            lines.append(done)
        if rest:
            more = self.tr("and {count} more").format(count=len(rest))
            self.more_link = link(more, self._show_rest(rest))
            lines.append(self.more_link)
        head = group(self.tr("Waiting for you"), str(len(found)) if found else "")
        return frame("card", stack(head, *lines, gap=0, pad=(16, 12, 16, 12)))

    def _show_rest(self, rest: list[Waiting]) -> Callable[[], None]:
        def show() -> None:
            self.more_link.hide()
            for one in rest:
                tile = self._waiting_tile(one)
                self.tiles.append(tile)
                box = self._side.itemAt(0)
                card = box.widget() if box is not None else None
                layout = card.layout() if card is not None else None
                if isinstance(layout, QBoxLayout):
                    layout.addWidget(tile)

        return show

    def _waiting_tile(self, one: Waiting) -> Tile:
        title, detail = self.context.say(one.title), self.context.say(one.detail)
        tone = _URGENCY.get(one.urgency, "accent")

        def paint(brush: Brush, box: QRectF) -> None:
            brush.plate(QRectF(0, 8, 36, 36), f"{tone}_soft", None, 8)
            brush.icon(one.icon, 8, 16, 20, tone)
            brush.write(QRectF(48, 4, box.width() - 52, 24), title, "body", "medium")
            brush.write(QRectF(48, 26, box.width() - 52, 22), detail, "small", "regular", "ink_3")

        made = Tile(paint, f"{title}. {detail}", 0, 52)
        made.setToolTip(f"{title}\n{detail}")
        made.clicked.connect(self._goer(one.route, one.uid))
        return made

    def _goer(self, route: str, uid: str, **more: Any) -> Callable[[], None]:
        return lambda: self.context.navigate(route, uid, **more)

    def _on_new(self) -> None:
        self.context.navigate("meetings", new=True)

    # ------------------------------------------------------------------------ decisions

    def _decisions(self, found: tuple[MotionRow, ...]) -> QFrame:
        self.decision_tiles = [self._decision_tile(one) for one in found]
        head = row(
            small(self.tr("Last decisions"), "ink_2", "strong"),
            GROW,
            link(self.tr("All decisions"), self._goer("decisions", "")),
            pad=(16, 10, 16, 6),
        )
        return frame("card", stack(head, *self.decision_tiles, GROW, gap=0, pad=(0, 0, 0, 4)))

    def _decision_tile(self, motion: MotionRow) -> Tile:
        context = self.context
        what, tally = motion_words(context, motion), tally_words(motion)
        who = short_name(context.show(motion.mover_name))
        word, when = outcome_words(context, motion), day_and_month(context, motion.meeting_date)
        glyph, tone = outcome_look(motion)
        wide = min(self._outcome_width, 190)  # ends in the day at the right

        def paint(brush: Brush, box: QRectF) -> None:
            end, right = box.width(), A.AlignRight | A.AlignVCenter
            brush.rule(16, 0.5, end - 16, 0.5)
            number = QRectF(16, 0, 84, _ROW)
            brush.write(number, motion.number or "", "small", "medium", "ink_3")
            brush.icon(
                glyph, end - 76 - wide, 12, 18, tone, "fill" if tone != "neutral" else "regular"
            )
            brush.write(QRectF(end - 52 - wide, 0, wide - 26, _ROW), word, "small", "medium", tone)
            end_of = end - 88 - wide
            tally_box = QRectF(end_of - 60, 0, 60, _ROW)
            brush.write(tally_box, tally, "small", "medium", "ink", right)
            brush.write(QRectF(end_of - 148, 0, 84, _ROW), who, "small", "regular", "ink_2")
            brush.write(QRectF(100, 0, end_of - 156 - 100, _ROW), what, "body", "medium")
            day_box = QRectF(end - 74, 0, 58, _ROW)
            brush.write(day_box, when, "small", "regular", "ink_3", right)

        name = ", ".join(filter(None, (motion.number, what, who, tally, word, when)))
        made = Tile(paint, name, 0, _ROW, 4)
        made.setToolTip(context.show(motion.text))
        made.clicked.connect(self._goer("decisions", motion.uid))
        return made


class NextMeeting(QFrame):
    """The one thing with a clock on it, and where on the road to it we are."""

    def __init__(self, context: Context, meeting: MeetingRow, now: datetime) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._meeting, self._now = context, meeting, now
        starts = meeting.starts_local
        notices = meetings.list_notices(context.reader, meeting.uid)
        self._posted = min((one.posted_at for one in notices), default=None)
        rules = council_service.get_rules(context.reader)
        self._post_by = post_by(starts, rules.notice(meeting.kind.value))
        target = self._target()
        figures = Painted(self._paint_clock(target - now), 0, 60, name=self._told(target - now))
        left = stack(
            row(icon(*self._sign()), label(self._headline(), "body", "strong", self._tone()), GROW),
            figures,
            small(self._arithmetic(), "ink_2", wrap=True),
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
            return words.format(time=self._moment(self._post_by))
        if self._unposted() and self._post_by:
            return self.tr("The notice is late: post it now")
        return self.tr("The meeting begins in")

    def _arithmetic(self) -> str:
        start = self._moment(self._meeting.starts_local)
        if self._posted is not None:
            words = self.tr("The notice was posted on {time}.")
            return words.format(time=self._moment(self._posted))
        if self._post_by is not None:
            return self.tr("Counted back from {time} by the council's rules.").format(time=start)
        words = self.tr(
            "The notice is not posted yet. The rules of this council state no time for it."
        )
        return words if self._unposted() else ""

    def _open_words(self) -> str:
        if self._in_session():
            return self.tr("Return to the meeting")
        return self.tr("Open the plan")

    def _where(self) -> str:
        words = [self._moment(self._meeting.starts_local, year=True)]
        place = " ".join(self._context.show(self._meeting.venue).split())
        return " · ".join(filter(None, [*words, place if len(place) < 40 else ""]))

    def _moment(self, at: datetime, *, year: bool = False) -> str:
        language = self._context.language
        weekday = calendars.weekday_name(at.date(), language)
        day = (
            calendars.short_date(at.date(), language)
            if year
            else day_and_month(self._context, at.date())
        )
        short = weekday if language == "th" else weekday[:3]
        return f"{short} {day}, {calendars.window_time(at, language)}"

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
