"""The console's left column: past items shrink, the current one opens, the rest waits."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QFrame

from council.domain.vocabulary import ItemKind, ItemState
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Painted,
    Pressable,
    hline,
    icon,
    refill,
    row,
    scrolled,
    small,
    stack,
    width_of,
    wrap_height,
)
from council.ui.kit.boxes import frame
from council.ui.pages.meeting.words import hhmm, minutes_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from council.services.planning.agenda import ItemRow
    from council.ui.pages.meeting.meet.snapshot import Snapshot

AGENDA_W = 264
_LATE_FROM = 5


def _minutes_used(item: ItemRow, shot: Snapshot) -> int:
    if item.opened_at is None:
        return 0
    return max(0, int((shot.now - item.opened_at).total_seconds() // 60))


class AgendaLine(Pressable):
    """One item of the agenda; pressing it takes it up."""

    ring_radius = 6

    def __init__(self, item: ItemRow, title: str, used: int, state: str) -> None:
        super().__init__("", f"{item.number} {title}, {state}")
        self.item, self._title, self._used = item, title, used
        self._now = item.state == ItemState.CURRENT
        self._past = item.state in (ItemState.DONE, ItemState.STRUCK)
        self._size = "small" if self._past else "body"
        head = item.kind == ItemKind.HEADING
        self._weight = "strong" if self._now or head else "regular"
        self._left = 42 + 12 * min(item.depth, 2)
        least = 28 if item.depth == 0 else 34
        self._number_w = max(least, round(width_of(item.number, self._size, self._weight)) + 8)
        minutes = 0 if self._now or not item.minutes else 34
        self._room = AGENDA_W - 16 - self._left - self._number_w - minutes
        self._step = 22 if self._past else 25
        lines = wrap_height(title, self._room, self._size, self._weight) / self._step
        self._lines = min(2, max(1, round(lines)))
        self._base = 28 if self._past else 34
        self.setFixedHeight(
            int(self._base + self._step * (self._lines - 1) + (36 if self._now else 0))
        )
        self.setToolTip(title)

    def set_used(self, used: int) -> None:
        """Show how many minutes the item has taken."""
        if used != self._used:
            self._used = used
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        brush, box = Brush(self), QRectF(self.rect())
        top = 10 if self._now else self._base / 2 - self._step / 2
        if self._now:
            brush.plate(box.adjusted(8, 0, -8, 0), "surface", "accent_line", 8)
            brush.plate(QRectF(8, 10, 4, box.height() - 20), "accent", None, 2)
        elif self.hot():
            brush.plate(box.adjusted(8, 0, -8, 0), "sunken", None, 6)
        self._mark(brush, top)
        struck = self.item.state == ItemState.STRUCK
        ink = "ink_3" if struck else "ink_2" if self._past else "ink"
        number = QRectF(self._left, top, self._number_w - 2, self._step)
        brush.write(number, self.item.number, self._size, self._weight, ink)
        words = QRectF(self._left + self._number_w, top, self._room, self._step * self._lines)
        if self._lines == 1:
            brush.write(words, self._title, self._size, self._weight, ink)
        else:
            brush.write(
                words.adjusted(0, 0, 0, 2), self._title, self._size, self._weight, ink,
                A.AlignLeft | A.AlignTop, wrap=True,
            )  # fmt: skip
        if struck:
            brush.rule(words.x(), top + 11, words.x() + 60, top + 11, "ink_3")
        self._time(brush, box, top)
        brush.end()

    def _mark(self, brush: Brush, top: float) -> None:
        if self.item.kind == ItemKind.HEADING and self.item.state == ItemState.WAITING:
            return
        look = {
            ItemState.DONE: ("check", "ink_3", "bold"),
            ItemState.CURRENT: ("play", "accent", "fill"),
            ItemState.WAITING: ("circle", "line_strong", "regular"),
            ItemState.STRUCK: ("x", "ink_3", "bold"),
        }[self.item.state]
        y = top + self._step / 2 - 8
        brush.icon(look[0], self._left - 26, y, 16, look[1], look[2])

    def _time(self, brush: Brush, box: QRectF, top: float) -> None:
        planned = self.item.minutes
        if self._now:
            y = box.height() - 22
            part = self._used / planned if planned else 0.0
            x = float(self._left)
            if planned:
                color = "warn" if self._used > planned else "accent"
                brush.meter(QRectF(x, y, 84, 6), part, color)
                x += 94
            words = minutes_words(planned or self._used)
            words = f"{self._used} / {words}" if planned else words
            brush.write(QRectF(x, y - 9, 110, 24), words, "small", "medium", "ink_2")
        elif planned:
            right = QRectF(box.width() - 56, top, 40, self._step)
            side = A.AlignRight | A.AlignVCenter
            brush.write(right, str(planned), "small", "regular", "ink_3", side)


class AgendaColumn(QFrame):
    """The agenda with its progress and how late it is.

    Signals: ``wanted(str)`` the uid of the item somebody pressed.
    """

    wanted = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setProperty("role", "side_l")
        self.setFixedWidth(AGENDA_W)
        self._language = language
        self._shown: tuple[ItemRow, ...] | None = None
        self._here: AgendaLine | None = None
        self._parts = (0, 0)
        self._count = small("")
        self._progress = Painted(self._paint_progress, 0, 6)
        self._lines = stack(gap=2)
        self._late, self._end = small("", "warn", "strong"), small("", "ink_2")
        self._clock = icon("clock-countdown", "warn", 18, "fill")
        head = row(small(self.tr("Agenda"), "ink_2", "strong"), GROW, self._count)
        top = stack(head, self._progress, gap=8, pad=(16, 16, 16, 8))
        foot = stack(
            row(self._clock, (self._late, 1), gap=8), self._end, gap=0, pad=(16, 8, 16, 12)
        )
        self._holder = scrolled(frame("", stack(self._lines, GROW, gap=0)))
        self.setLayout(stack(top, (self._holder, 1), hline(), foot, gap=2))

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the agenda as it stands."""
        if shot.items != self._shown:
            self._shown = shot.items
            self._build(shot)
        elif self._here is not None:
            # A line made anew each minute would lose the keyboard.
            self._here.set_used(_minutes_used(self._here.item, shot))
        self._tell_time(shot)

    def _build(self, shot: Snapshot) -> None:
        lines = []
        words = {
            ItemState.WAITING: self.tr("to come"), ItemState.CURRENT: self.tr("taken up now"),
            ItemState.DONE: self.tr("done"), ItemState.STRUCK: self.tr("struck"),
        }  # fmt: skip
        self._here = None
        for item in shot.items:
            title = item.title.show(self._language)
            line = AgendaLine(item, title, _minutes_used(item, shot), words[item.state])
            line.clicked.connect(self._on_clicked)
            lines.append(line)
            if item.state == ItemState.CURRENT:
                self._here = line
        nothing = small(self.tr("No agenda. Motions can be made all the same."), wrap=True)
        nothing.setContentsMargins(16, 4, 16, 0)
        if lines:
            refill(self._lines, *lines)
        else:
            refill(self._lines, nothing)
        if self._here is not None:
            self._holder.ensureWidgetVisible(self._here, 0, 60)
        counted = [i for i in shot.items if i.state != ItemState.STRUCK]
        place = next((n for n, i in enumerate(counted) if i.state == ItemState.CURRENT), -1)
        done = place if place >= 0 else sum(i.state == ItemState.DONE for i in counted)
        self._parts = (done, len(counted))
        told = self.tr("{here} of {count}").format(here=place + 1, count=len(counted))
        self._count.setText(told if place >= 0 else "")
        self._progress.update()

    def _paint_progress(self, brush: Brush, box: QRectF) -> None:
        done, total = self._parts
        if not total:
            return
        gap = 3 if total < 40 else 1
        wide = (box.width() - gap * (total - 1)) / total
        for i in range(total):
            color = "accent" if i < done else "accent_line" if i == done else "track"
            brush.plate(QRectF(i * (wide + gap), 0, wide, 6), color, None, 2)

    def _tell_time(self, shot: Snapshot) -> None:
        item = shot.current
        late = 0
        if item is not None and item.starts_at is not None and item.opened_at is not None:
            opened = item.opened_at.replace(tzinfo=None)
            over = max(0, _minutes_used(item, shot) - (item.minutes or 0))
            late = int((opened - item.starts_at).total_seconds() // 60) + over
        behind = late >= _LATE_FROM
        words = self.tr("{time} behind the plan").format(time=minutes_words(max(late, 0)))
        self._late.setText(words)
        self._late.setVisible(behind)
        self._clock.setVisible(behind)
        planned = [i for i in shot.items if i.starts_at is not None]
        if not planned or planned[-1].starts_at is None:
            self._end.setText("")
            return
        end = planned[-1].starts_at + timedelta(minutes=planned[-1].minutes or 0)
        expected = hhmm(end + timedelta(minutes=max(late, 0)), self._language)
        words = self.tr("Would end at {time}") if behind else self.tr("Ends at {time} by the plan")
        self._end.setText(words.format(time=expected))

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, AgendaLine):
            self.wanted.emit(sender.item.uid)
