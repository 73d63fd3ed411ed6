"""The fields of a series' rule: how often, on which day, not when, what on holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from council.domain import calendars, series
from council.domain.duties.holidays import LAST
from council.domain.series import LONGEST_INTERVAL, NTHS, OnHoliday, RuleKind, SeriesRule
from council.services.schedule.holiday_calendars import list_calendars
from council.ui.kit import Field, check, combo, row, small, spin, stack
from council.ui.kit.flow import Flow

if TYPE_CHECKING:
    from council.ui.context import Context

_MOST_DAY = 31


class RuleFields(QWidget):
    """A rule in fields; signals: ``changed()`` whenever a person changes one."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        language = context.language
        kinds = [
            (RuleKind.MONTHLY_NTH.value, self.tr("By month, on a weekday")),
            (RuleKind.MONTHLY_DAY.value, self.tr("By month, on a day")),
            (RuleKind.WEEKLY.value, self.tr("By week")),
        ]
        nths = [("last" if nth == LAST else str(nth)) for nth in NTHS]
        listed = [(nth, context.word(f"series.nth.{nth}")) for nth in nths]
        weekdays = calendars.WEEKDAYS.get(language, calendars.WEEKDAYS["en"])
        days = [(str(day), str(day)) for day in range(1, _MOST_DAY + 1)]
        self.kind = combo(kinds, name=self.tr("How often"))
        self.nth = combo(listed, "2", self.tr("Which one of the month"), 110)
        self.weekday = combo(
            [(str(number), name) for number, name in enumerate(weekdays)], "3", width=130
        )
        self.day = combo([*days, (str(LAST), self.tr("last day"))], "1", width=110)
        self.interval = spin(1, 1, LONGEST_INTERVAL, self.tr("Every how many"), 72)
        holidays = [
            (OnHoliday.KEEP.value, self.tr("Meet all the same")),
            (OnHoliday.WEEK_BEFORE.value, self.tr("A week earlier")),
            (OnHoliday.WEEK_AFTER.value, self.tr("A week later")),
            (OnHoliday.DAY_BEFORE.value, self.tr("The day before")),
            (OnHoliday.DAY_AFTER.value, self.tr("The day after")),
            (OnHoliday.SKIP.value, self.tr("No meeting")),
        ]
        self.on_holiday = combo(holidays, name=self.tr("When it is a day off"), width=180)
        self.calendar = combo(
            [
                ("", self.tr("None")),
                *((one.uid, one.title.show(language)) for one in list_calendars()),
            ],
            name=self.tr("Days off"),
        )
        months = calendars.SHORT_MONTHS.get(language, calendars.SHORT_MONTHS["en"])
        self.months = [check(name) for name in months]
        self._lay_out()
        for box in (self.kind, self.nth, self.weekday, self.day, self.on_holiday, self.calendar):
            box.currentIndexChanged.connect(self._on_changed)
        for month in self.months:
            month.toggled.connect(self._on_changed)
        self.interval.valueChanged.connect(self._on_changed)
        self._show_fitting()

    def _lay_out(self) -> None:
        self._nth = Field(self.tr("Which"), self.nth)
        self._weekday = Field(self.tr("Weekday"), self.weekday)
        self._day = Field(self.tr("Day of the month"), self.day)
        often = Field(self.tr("How often"), self.kind)
        self._every = Field(self.tr("Every …"), self.interval)
        first = row(
            (often, 1), self._nth, self._weekday, self._day, self._every,
            Field(self.tr("When it is a day off"), self.on_holiday),
            (Field(self.tr("Days off"), self.calendar), 1), gap=12,
        )  # fmt: skip
        out = small(self.tr("Not in"), "ink_2", "medium")
        months = Flow(10)
        for piece in (out, *self.months):
            months.add(piece)
        self.setLayout(stack(first, months, gap=8))

    def _on_changed(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        kind = RuleKind(self.kind.currentData())
        self._nth.setVisible(kind is RuleKind.MONTHLY_NTH)
        self._weekday.setVisible(kind is not RuleKind.MONTHLY_DAY)
        self._day.setVisible(kind is RuleKind.MONTHLY_DAY)
        self.calendar.setEnabled(self.on_holiday.currentData() != OnHoliday.KEEP.value)

    def value(self) -> SeriesRule:
        """Return the rule; InputRefused for one that names no day."""
        nth = self.nth.currentData()
        out = {number for number, box in enumerate(self.months, 1) if box.isChecked()}
        return SeriesRule(
            kind=RuleKind(self.kind.currentData()),
            weekday=int(self.weekday.currentData()),
            nth=LAST if nth == "last" else int(nth),
            day=int(self.day.currentData()),
            interval=self.interval.value(),
            months_out=frozenset(out),
            on_holiday=OnHoliday(self.on_holiday.currentData()),
        )

    def calendar_name(self) -> str:
        """Return the calendar of days off, empty for none."""
        return str(self.calendar.currentData() or "")

    def set_value(self, rule: SeriesRule, calendar: str) -> None:
        """Show a rule without a signal."""
        blockers = [QSignalBlocker(self)]
        nth = "last" if rule.nth == LAST else str(rule.nth)
        for box, value in (
            (self.kind, rule.kind.value), (self.nth, nth), (self.weekday, str(rule.weekday)),
            (self.day, str(rule.day)), (self.on_holiday, rule.on_holiday.value),
            (self.calendar, calendar),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        for number, month in enumerate(self.months, 1):
            month.setChecked(number in rule.months_out)
        self.interval.setValue(rule.interval)
        self._show_fitting()
        del blockers

    def words(self) -> str:
        """Return the rule in words, beginning with a capital letter."""
        said = self._context.say(series.describe(self.value()))
        return said[:1].upper() + said[1:]
