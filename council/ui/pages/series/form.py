"""Plan a series: its rule in words while it is typed, every day in a list, one action for all."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from council.domain import calendars
from council.domain.messages import CouncilError, InputRefused
from council.domain.series import OnHoliday, RuleKind, SeriesRule
from council.domain.text import Text
from council.domain.vocabulary import MeetingKind
from council.services import meetings
from council.services.members import bodies
from council.services.planning import agenda_templates
from council.services.schedule import holiday_calendars, series
from council.services.schedule.series import PreviewDate, SeriesPlan
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    Field,
    SegmentedSwitch,
    clear,
    combo,
    frame,
    heading,
    label,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.once import run_once
from council.ui.pages.meeting.words import hhmm, parse_time
from council.ui.pages.series.days import DaysTable
from council.ui.pages.series.rule_fields import RuleFields

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from council.domain.messages import Message
    from council.services.schedule.series import Made, Outcome, SeriesRow
    from council.services.schedule.series_kept import Kept
    from council.ui.context import Context

WAIT_MS = 150
_EVENING = time(18, 30)
_LONGEST = 24 * 60


class SeriesForm(QWidget):
    """Makes a series, or goes on with, changes or ends one that there is.

    Signals: ``done()`` after something was planned, ``closed()``.
    """

    done = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._asked = 0
        self._listed: dict[str, SeriesRow] = {}
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.look)
        self._make_fields()
        self._lay_out()
        self._wire()

    # ------------------------------------------------------------------------ parts

    def _make_fields(self) -> None:
        context = self.context
        self.which = combo([], name=self.tr("Series"), width=300)
        actions = [
            ("more", self.tr("Plan more")), ("change", self.tr("Change")), ("stop", self.tr("End")),
        ]  # fmt: skip
        self.action = SegmentedSwitch(actions, "more", self.tr("What to do"))
        kinds = [(k.value, context.word(f"meeting_kind.{k.value}")) for k in MeetingKind]
        self.body = combo([], name=self.tr("Body"))
        self.kind = combo(kinds, MeetingKind.REGULAR.value, self.tr("Kind"))
        self.time, self.minutes = line_edit(), line_edit()
        self.venue, self.title = line_edit(), line_edit()
        self.first, self.last = line_edit(), line_edit()
        self.template = combo([], name=self.tr("Agenda"))
        self.rule = RuleFields(context)
        self._words = label("", "body", "medium", wrap=True)
        self._told = stack(gap=6)
        self.days = DaysTable(context)
        self._sum = small("", "ink_2", wrap=True)
        self.submit_button = Button(self.tr("Plan these meetings"), "calendar-plus", "primary")
        self.fields = {
            "body": Field(self.tr("Body"), self.body),
            "kind": Field(self.tr("Kind"), self.kind),
            "time": Field(self.tr("Time"), self.time, width=124),
            "minutes": Field(self.tr("Minutes long"), self.minutes, width=124),
            "venue": Field(self.tr("Place"), self.venue),
            "title": Field(self.tr("Title"), self.title, optional=True),
            "first": Field(self.tr("First day"), self.first, width=140),
            "last": Field(self.tr("Last day"), self.last, width=140),
            "template": Field(self.tr("Agenda"), self.template),
        }

    def _lay_out(self) -> None:
        f = self.fields
        back = Button(self.tr("Back"), "caret-left", "plain", "Esc")
        back.clicked.connect(self.closed)
        head = row(heading(self.tr("Series of meetings")), 12, self.which, self.action, GROW, back)
        one = row((f["body"], 3), (f["kind"], 2), (f["template"], 2), (f["title"], 2), gap=12)
        two = row(f["first"], f["last"], f["time"], f["minutes"], (f["venue"], 1), gap=12)
        self._plan = frame("card", stack(one, self.rule, two, gap=10, pad=(20, 12, 20, 12)))
        foot = row((self._sum, 1), self.submit_button, gap=16)
        card = frame("card", stack(self.days, gap=0, pad=(12, 4, 12, 4)))
        card.setMinimumHeight(150)
        box = stack(
            head, self._plan, self._words, self._told, (card, 1), foot,
            gap=10, pad=(24, 14, 24, 14),
        )  # fmt: skip
        self.setLayout(box)

    def _wire(self) -> None:
        for field in (self.time, self.minutes, self.first, self.last):
            field.textChanged.connect(self._wait.start)
        self.rule.changed.connect(self._wait.start)
        self.body.currentIndexChanged.connect(self._wait.start)
        self.which.activated.connect(self._on_which)
        self.action.chosen.connect(self._on_action)
        self.days.ticked.connect(self._show_sum)
        self.submit_button.clicked.connect(self.submit)

    # ------------------------------------------------------------------------ coming in

    def begin(self, series_uid: str = "") -> None:
        """Read bodies, series and templates, and begin with a new series or with one there is."""
        desk, language = self.context.reader, self.context.language
        self._listed = {one.uid: one for one in series.list_series(desk)}
        self._refill(self.which, [("", self.tr("A new series")), *self._series_words()])
        self._refill(
            self.body, [(one.uid, one.name.show(language)) for one in bodies.list_bodies(desk)]
        )
        listed = [
            (one.uid, one.name.show(language)) for one in agenda_templates.list_templates(desk)
        ]
        self._refill(self.template, [("", self.tr("Empty for now")), *listed])
        self.which.setVisible(bool(self._listed))
        self.which.setCurrentIndex(max(0, self.which.findData(series_uid)))
        self._on_which()
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    def _series_words(self) -> list[tuple[str, str]]:
        made = []
        for one in self._listed.values():
            name = one.plan.title.show(self.context.language) or self.context.show(one.body_name)
            made.append((one.uid, f"{name}: {self.context.say(one.words)}"))
        return made

    def _refill(self, box: QComboBox, choices: list[tuple[str, str]]) -> None:
        box.blockSignals(True)
        box.clear()
        for uid, words in choices:
            box.addItem(words, uid)
        box.blockSignals(False)

    def chosen(self) -> SeriesRow | None:
        """Return the series that is worked on, None for a new one."""
        return self._listed.get(self.which.currentData() or "")

    def _on_which(self) -> None:
        one, language = self.chosen(), self.context.language
        today = self.context.reader.today()
        if one is None:
            self._suggest(today)
        else:
            self._show_plan(one.plan)
            begin = max(today, one.plan.starts_on)
            self.first.setText(calendars.short_date(begin, language))
            last = date((one.last_on or today).year + (self.action.value() == "more"), 12, 31)
            self.last.setText(calendars.short_date(last, language))
        self._on_action()

    def _suggest(self, today: date) -> None:
        """Fill in a year like the last regular meeting was."""
        language, desk = self.context.language, self.context.reader
        found = meetings.list_meetings(desk, self.body.currentData() or None)
        last = found[0] if found else None
        at = last.starts_local.time() if last else _EVENING
        self.time.setText(hhmm(at, language))
        self.minutes.setText("120")
        self.venue.setText(last.venue.show(language) if last else "")
        self.title.clear()
        year = today.year + 1
        self.first.setText(calendars.short_date(date(year, 1, 1), language))
        self.last.setText(calendars.short_date(date(year, 12, 31), language))
        weekday = last.starts_local.weekday() if last else 3
        nth = min(4, (last.starts_local.day - 1) // 7 + 1) if last else 2
        calendar = holiday_calendars.suggested_calendar(desk)
        moved = OnHoliday.WEEK_BEFORE if calendar else OnHoliday.KEEP
        rule = SeriesRule(RuleKind.MONTHLY_NTH, weekday=weekday, nth=nth, on_holiday=moved)
        self.rule.set_value(rule, calendar)

    def _show_plan(self, plan: SeriesPlan) -> None:
        language = self.context.language
        for box, value in (
            (self.body, plan.body_uid), (self.kind, plan.kind.value),
            (self.template, plan.template_uid),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        self.time.setText(hhmm(plan.at, language))
        self.minutes.setText(str(plan.minutes or ""))
        self.venue.setText(plan.venue.show(language))
        self.title.setText(plan.title.show(language))
        self.rule.set_value(plan.rule, plan.calendar)

    def _on_action(self) -> None:
        one, action = self.chosen(), self.action.value()
        self.action.setVisible(one is not None)
        free = one is None or action == "change"
        for name, field in self.fields.items():
            field.setEnabled(free or name in ("first", "last"))
        self.rule.setEnabled(free)
        self.fields["body"].setEnabled(one is None)
        self.fields["last"].setVisible(one is None or action != "stop")
        words = {
            "": self.tr("Plan these meetings"),
            "more": self.tr("Plan these meetings"),
            "change": self.tr("Change the series from this day on"),
            "stop": self.tr("End the series on this day"),
        }
        self.submit_button.set_text(words[action if one else ""])
        self.look()

    # ------------------------------------------------------------------------ reading fields

    def _day(self, name: str) -> date:
        field = self.fields[name]
        typed: QLineEdit = self.first if name == "first" else self.last
        try:
            day = calendars.parse_date(typed.text(), self.context.language)
        except (InputRefused, ValueError):
            field.set_error(self.tr("Write a day, such as 19 Nov 2026."))
            raise InputRefused("error.date_unclear", text="") from None
        field.set_error("")
        return day

    def plan(self) -> SeriesPlan:
        """Return what the fields say; InputRefused marks the field that says nothing."""
        first = self._day("first")
        self.fields["time"].set_error("")
        try:
            at = parse_time(self.time.text())
        except ValueError:
            self.fields["time"].set_error(self.tr("Such as 18:30"))
            raise InputRefused("error.date_unclear", text="") from None
        minutes = calendars.fold_digits(self.minutes.text().strip())
        wrong = bool(minutes) and not (minutes.isdigit() and 0 < int(minutes) < _LONGEST)
        self.fields["minutes"].set_error(self.tr("Such as 120") if wrong else "")
        if wrong:
            raise InputRefused("error.date_unclear", text="")
        one, language = self.chosen(), self.context.language
        kept_venue = one.plan.venue if one else Text()
        kept_title = one.plan.title if one else Text()
        return SeriesPlan(
            body_uid=str(self.body.currentData() or ""),
            rule=self.rule.value(),
            starts_on=first,
            at=at,
            kind=MeetingKind(self.kind.currentData()),
            title=_worded(kept_title, language, self.title.text()),
            venue=_worded(kept_venue, language, self.venue.text()),
            minutes=int(minutes) if minutes else None,
            calendar=self.rule.calendar_name(),
            template_uid=str(self.template.currentData() or ""),
        )

    # ------------------------------------------------------------------------ the preview

    def look(self) -> None:
        """Have the days worked out off the GUI thread; late answers to older questions drop."""
        self._wait.stop()
        self._asked += 1
        number, one = self._asked, self.chosen()
        clear(self._told)
        try:
            plan, first = self.plan(), self._day("first")
            last = self._day("last") if self.fields["last"].isVisibleTo(self) else first
            at = hhmm(datetime.combine(first, plan.at), self.context.language)
            self._words.setText(f"{self.rule.words()} · {at}")
        except CouncilError:
            self.days.set_days([])
            self._show_sum()
            return
        ask = self.context.dispatcher.ask
        if one is not None and self.action.value() == "stop":
            ask(
                series.kept_meetings, one.uid, first, on_done=self._told_when(number, self._on_kept)
            )
            self.days.set_days([])
            return
        refused: Callable[[Any], None] = self._told_when(number, self._on_refused)
        shown = self._told_when(number, self._on_days)
        if one is None:
            ask(series.preview_series, plan, first, last, on_done=shown, on_error=refused)
        elif self.action.value() == "more":
            ask(
                series.preview_series,
                one.plan,
                first,
                last,
                one.uid,
                on_done=shown,
                on_error=refused,
            )
        else:
            ask(series.preview_change, one.uid, plan, first, last, on_done=shown, on_error=refused)
            ask(
                series.kept_meetings, one.uid, first, on_done=self._told_when(number, self._on_kept)
            )

    def _told_when(self, number: int, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        def answer(value: Any) -> None:
            if number == self._asked:
                tell(value)

        return answer

    def _on_days(self, found: list[PreviewDate]) -> None:
        self.days.set_days(found)
        self._show_sum()

    def _on_kept(self, kept: list[Kept]) -> None:
        if not kept:
            words = self.tr("Every meeting from this day on is free to change.")
            self._told.addWidget(Banner(words, "neutral"))
        for one in kept:
            number = calendars.meeting_number(one.number, self.context.language)
            day = calendars.long_date(one.starts.date(), self.context.language)
            words = self.tr("{number} on {day} stays: {why}")
            said = words.format(number=number, day=day, why=self.context.say(one.why))
            self._told.addWidget(small(said, "ink_2", wrap=True))
        self._show_sum()

    def _on_refused(self, message: Message) -> None:
        self.days.set_days([])
        self._told.addWidget(Banner(self.context.say(message), "no"))
        self._show_sum()

    def _show_sum(self) -> None:
        count = len(self.days.wanted())
        stop = self.chosen() is not None and self.action.value() == "stop"
        words = self.tr("{count} meetings will be planned. Ctrl+Z takes all of them back.")
        if stop:
            words = self.tr("Meetings nobody has worked on are taken off the plan.")
        self._sum.setText(words.format(count=count))
        self.submit_button.setEnabled(stop or count > 0)

    # ------------------------------------------------------------------------ doing

    def submit(self) -> None:
        """Plan, change or end, in one step."""
        try:
            plan, first = self.plan(), self._day("first")
            last = first if self.fields["last"].isHidden() else self._day("last")
        except CouncilError:
            return
        one, action, left = self.chosen(), self.action.value(), self.days.left_out()
        work: Callable[..., object]
        args: tuple[object, ...]
        if one is None:
            work, args = series.make_series, (plan, last, left)
        elif action == "more":
            work, args = series.extend_series, (one.uid, first, last, left)
        elif action == "change":
            work, args = series.change_series, (one.uid, plan, first, last, left)
        else:
            work, args = series.stop_series, (one.uid, first)
        run_once(
            self,
            self.context.dispatcher,
            work,
            *args,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_done(self, value: Made | Outcome) -> None:
        if isinstance(value, series.Made):
            words = self.tr("{count} meetings are planned. Ctrl+Z takes them back.")
            said = words.format(count=len(value.meetings))
        else:
            words = self.tr("{moved} moved, {made} new, {removed} taken off, {kept} left alone.")
            said = words.format(
                moved=len(value.moved), made=len(value.made),
                removed=len(value.removed), kept=len(value.kept),
            )  # fmt: skip
        self.context.announce(said)
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _worded(kept: Text, language: str, typed: str) -> Text:
    """Return a text with what was typed in the window's language; other languages stay."""
    words = typed.strip()
    return kept if words == kept.show(language) else kept.put(language, words)
