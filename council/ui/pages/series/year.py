"""A year in twelve small months; every meeting is a mark that tells its state."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from council.domain import calendars
from council.domain.vocabulary import MeetingState
from council.ui import facts
from council.ui.kit import A, Brush

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from council.services.meetings import MeetingRow
    from council.ui.context import Context

COLUMNS, ROWS = 4, 3
_WEEKS, _DAYS, _MONTHS = 6, 7, 12
_GAP, _HEAD, _WEEKDAYS = 24.0, 26.0, 20.0
_LEAST = QSize(760, 470)
_SUNDAY = 6
_LETTERS = {
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    "th": ("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"),
}
#: state: (ground, outline, ink, glyph in the corner)
LOOKS = {
    MeetingState.PLANNED: (None, "accent", "accent", ""),
    MeetingState.NOTICED: ("accent_soft", "accent", "accent", ""),
    MeetingState.IN_SESSION: ("accent", None, "on_accent", ""),
    MeetingState.HELD: ("yes_soft", None, "yes", ""),
    MeetingState.CANCELLED: (None, None, "no", "strike"),
}


def first_weekday(zone: str) -> int:
    """Return the day a week begins with where the council is: Monday in Europe, else Sunday."""
    return 0 if zone.startswith(("Europe/", "Africa/", "Atlantic/")) else _SUNDAY


class YearView(QWidget):
    """Twelve months; arrows walk the days, N and P the meetings, Enter opens one.

    Signals: ``picked(str)`` with a meeting's uid, or an empty one for a day without;
    ``opened(str)``.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        today = context.reader.today()
        self.year, self.day, self._turn = today.year, today, 0
        self._by_day: dict[date, list[MeetingRow]] = {}
        self._today = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Year calendar"))
        self.setMinimumSize(_LEAST)

    # ------------------------------------------------------------------------ what is shown

    def set_meetings(self, found: Sequence[MeetingRow]) -> None:
        """Show these meetings."""
        self._by_day = {}
        for one in sorted(found, key=lambda row: row.starts_local):
            self._by_day.setdefault(one.starts_local.date(), []).append(one)
        self._today = self._context.reader.today()
        self._tell()
        self.update()

    def show_year(self, year: int) -> None:
        """Go to a year; the chosen day goes along."""
        year = max(1, min(9998, year))
        last = 28 if self.day.month == 2 else self.day.day
        self._go(date(year, self.day.month, min(self.day.day, last)))

    def show_day(self, day: date, uid: str = "") -> None:
        """Choose a day, and one of its meetings."""
        self._go(day)
        here = [one.uid for one in self._by_day.get(day, ())]
        self._turn = here.index(uid) if uid in here else 0
        self._tell()

    def current(self) -> MeetingRow | None:
        """Return the meeting that is chosen."""
        here = self._by_day.get(self.day, [])
        return here[self._turn % len(here)] if here else None

    def _go(self, day: date) -> None:
        self.day, self.year, self._turn = day, day.year, 0
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the chosen day to screen readers and to whoever listens."""
        one, language = self.current(), self._context.language
        words = calendars.long_date(self.day, language, weekday=True)
        if one is not None:
            state = self._context.word(f"meeting_state.{one.state.value}")
            words = f"{words}: {facts.meeting_name(one, language)}, {state}"
        self.setAccessibleDescription(words)
        self.picked.emit(one.uid if one else "")

    # ------------------------------------------------------------------------ geometry

    def sizeHint(self) -> QSize:
        """Ask for room to read the days."""
        return QSize(1100, 560)

    def _month(self, month: int) -> QRectF:
        """Return where a month stands, 1 is January."""
        wide = (self.width() - _GAP * (COLUMNS - 1)) / COLUMNS
        high = (self.height() - _GAP * 0.5 * (ROWS - 1)) / ROWS
        column, line = (month - 1) % COLUMNS, (month - 1) // COLUMNS
        return QRectF(column * (wide + _GAP), line * (high + _GAP * 0.5), wide, high)

    def _cell(self, month: QRectF, place: int) -> QRectF:
        wide = month.width() / _DAYS
        top = month.top() + _HEAD + _WEEKDAYS
        high = (month.height() - _HEAD - _WEEKDAYS) / _WEEKS
        return QRectF(month.left() + place % _DAYS * wide, top + place // _DAYS * high, wide, high)

    def _days(self, month: int) -> list[date]:
        calendar = Calendar(first_weekday(self._context.council.time_zone))
        return list(calendar.itermonthdates(self.year, month))

    def day_at(self, point: QPoint) -> date | None:
        """Return the day under a point."""
        for month in range(1, _MONTHS + 1):
            box = self._month(month)
            if not box.contains(point):
                continue
            for place, day in enumerate(self._days(month)):
                if day.month == month and self._cell(box, place).contains(point):
                    return day
        return None

    # ------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months that need drawing."""
        brush = Brush(self)
        for month in range(1, _MONTHS + 1):
            box = self._month(month)
            if box.intersects(QRectF(event.rect())):
                self._paint_month(brush, month, box)
        brush.end()

    def _paint_month(self, brush: Brush, month: int, box: QRectF) -> None:
        language = self._context.language
        names = calendars.MONTHS.get(language, calendars.MONTHS["en"])
        head = QRectF(box.left() + 4, box.top(), box.width(), _HEAD)
        brush.write(head, names[month - 1], "body", "strong")
        letters = _LETTERS.get(language, _LETTERS["en"])
        first = first_weekday(self._context.council.time_zone)
        for place in range(_DAYS):
            cell = self._cell(box, place)
            top = QRectF(cell.left(), box.top() + _HEAD, cell.width(), _WEEKDAYS)
            name = letters[(place + first) % _DAYS]
            brush.write(top, name, "small", "regular", "ink_3", A.AlignCenter)
        for place, day in enumerate(self._days(month)):
            if day.month == month:
                self._paint_day(brush, day, self._cell(box, place))

    def _paint_day(self, brush: Brush, day: date, cell: QRectF) -> None:
        side = min(cell.width(), cell.height())
        mark = QRectF(0, 0, min(cell.width() - 2, side * 1.5), side - 2)
        mark.moveCenter(cell.center())
        here = self._by_day.get(day, [])
        ink, weight = ("ink_3" if day.weekday() == _SUNDAY else "ink_2"), "regular"
        if here:
            ground, line, ink, glyph = LOOKS[here[0].state]
            weight = "strong"
            brush.plate(mark, ground, line, 4, 1.5)
            if glyph:
                middle = mark.center().y()
                brush.rule(mark.left() + 3, middle, mark.right() - 3, middle, ink, 1.5)
        elif day == self._today:
            ink, weight = "ink", "strong"
        brush.write(mark, str(day.day), "small", weight, ink, A.AlignCenter)
        if day == self._today:
            brush.rule(mark.left() + 5, mark.bottom(), mark.right() - 5, mark.bottom(), "ink", 2)
        if len(here) > 1:
            dot = QRectF(mark.right() - 6, mark.top() + 1, 5, 5)
            brush.plate(dot, ink, None, 3)
        if day == self.day:
            wide = 2 if self.hasFocus() else 1
            color = "focus" if self.hasFocus() else "line_strong"
            brush.plate(mark.adjusted(-2, -2, 2, 2), None, color, 5, wide)

    # ------------------------------------------------------------------------ keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by day, week, month, year or meeting; Enter opens."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_DAYS, Qt.Key.Key_Down: _DAYS,
        }  # fmt: skip
        if key in steps:
            self._go(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.show_year(self.year + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._to_meeting(1 if key == Qt.Key.Key_N else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self._open()
        elif key == Qt.Key.Key_Space:
            self._turn += 1
            self._tell()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        one = self.current()
        if one is not None:
            self.opened.emit(one.uid)

    def _to_meeting(self, step: int) -> None:
        days = sorted(self._by_day)
        later = [day for day in days if (day > self.day if step > 0 else day < self.day)]
        if later:
            self._go(later[0] if step > 0 else later[-1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day; pressing it again goes to its next meeting."""
        day = self.day_at(event.position().toPoint())
        if day is None:
            return
        if day == self.day and self._by_day.get(day):
            self._turn += 1
            self._tell()
        else:
            self._go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day's meeting."""
        if self.day_at(event.position().toPoint()) == self.day:
            self._open()

    def focusInEvent(self, event: QEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Show that the keyboard left."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell a day's meetings when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        day = self.day_at(event.pos())
        language = self._context.language
        names = (
            [facts.meeting_name(one, language) for one in self._by_day.get(day, [])] if day else []
        )
        QToolTip.showText(event.globalPos(), "\n".join(names), self)
