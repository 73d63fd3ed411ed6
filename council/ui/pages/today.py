"""Today: what comes next, what waits for whom, what was decided lately."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QWidget

from council.domain import calendars
from council.services.today import TodayView, Waiting, today
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    EmptyState,
    Tile,
    clear,
    frame,
    group,
    heading,
    icon,
    link,
    refill,
    row,
    small,
    stack,
)
from council.ui.kit.narrow import when_narrow
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
from council.ui.pages.today_charts import attendance_chart, decisions_chart
from council.ui.pages.today_next import NextMeeting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from council.services.session.motions import MotionRow
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
        self._main.addWidget(self._next(view, now))
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

    def _next(self, view: TodayView, now: datetime) -> QFrame:
        if view.next_meeting is None:
            text = self.tr("Plan it: the agenda, the notice and the minutes grow from there.")
            empty = EmptyState(
                "calendar-plus", self.tr("No meeting is planned"), text, self.tr("Plan a meeting")
            )
            empty.acted.connect(self._on_new)
            empty.setMinimumHeight(248)
            return frame("card", stack(empty))
        return NextMeeting(self.context, view.next_meeting, now, view.notice)

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
