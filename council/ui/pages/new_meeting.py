"""The form that plans a meeting: body, kind, day, time, place, title."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MeetingKind
from council.services import meetings
from council.services.members import bodies
from council.ui.kit import GROW, Button, Field, combo, group, line_edit, row, small, stack
from council.ui.once import run_once
from council.ui.pages.meeting.words import hhmm, parse_time

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from council.domain.messages import Message
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

_EVENING = time(18, 30)
_WEEKS = 4


class NewMeeting(QFrame):
    """Plans a meeting; what the last one of the body was like is filled in.

    Signals: ``planned(str)`` with the new meeting's uid, ``closed()``.
    """

    planned = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context = context
        self._made_from: tuple[str, ...] = ()
        kinds = [(k.value, context.word(f"meeting_kind.{k.value}")) for k in MeetingKind]
        self.body = combo([], name=self.tr("Body"))
        self.kind = combo(kinds, MeetingKind.REGULAR.value, self.tr("Kind"))
        self.day, self.time = line_edit(), line_edit()
        self.venue, self.title = line_edit(), line_edit()
        self.submit_button = Button(
            self.tr("Plan this meeting"), "calendar-plus", "primary", "Enter"
        )
        self.cancel = Button(self.tr("Cancel"), None, "plain", "Esc")
        self._number = small("")
        self._fields = {
            "body": Field(self.tr("Body"), self.body),
            "kind": Field(self.tr("Kind"), self.kind),
            "day": Field(self.tr("Day"), self.day, " "),
            "time": Field(self.tr("Time"), self.time, width=120),
            "venue": Field(self.tr("Place"), self.venue),
            "title": Field(self.tr("Title"), self.title, optional=True),
        }
        self.submit_button.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.closed)
        self.body.currentIndexChanged.connect(self._on_body)
        self.day.textChanged.connect(self._on_day)
        for field in (self.day, self.time, self.venue, self.title):
            field.returnPressed.connect(self.submit)
        self._lay_out()

    def _lay_out(self) -> None:
        f = self._fields
        first = row((f["body"], 3), (f["kind"], 2), (f["day"], 3), f["time"], gap=12)
        second = row((f["venue"], 1), (f["title"], 1), gap=12)
        foot = row(self.submit_button, self.cancel, GROW, self._number, gap=8)
        head = group(self.tr("New meeting"))
        self.setLayout(stack(head, first, second, foot, gap=10, pad=(20, 14, 20, 16)))

    def refresh(self) -> None:
        """Read the bodies; what was typed stays as long as they are the same."""
        found = bodies.list_bodies(self.context.reader)
        known = tuple(one.uid for one in found)
        if known == self._made_from:
            self._tell_number()
            return
        self._made_from = known
        self.body.blockSignals(True)
        self.body.clear()
        for one in found:
            self.body.addItem(one.name.show(self.context.language), one.uid)
        self.body.blockSignals(False)
        self._on_body()

    def _last(self) -> MeetingRow | None:
        found = meetings.list_meetings(self.context.reader, self.body.currentData() or None)
        return found[0] if found else None

    def _on_body(self) -> None:
        """Fill in what the body's last meeting was like, four weeks on."""
        last, language = self._last(), self.context.language
        today = self.context.reader.today()
        day, at = today + timedelta(days=14), _EVENING
        if last is not None:
            at, day = last.starts_local.time(), last.starts_local.date()
            self.venue.setText(last.venue.show(language))
            while day <= today or day == last.starts_local.date():
                day += timedelta(weeks=_WEEKS)
        self.day.setText(calendars.short_date(day, language))
        self.time.setText(hhmm(datetime.combine(today, at), language))

    def _on_day(self) -> None:
        try:
            day = calendars.parse_date(self.day.text(), self.context.language)
        except (InputRefused, ValueError):
            self._fields["day"].set_hint(self.tr("such as 19 Nov 2026"))
            self._number.setText("")
            return
        language = self.context.language
        self._fields["day"].set_hint(calendars.long_date(day, language, weekday=True))
        self._tell_number()

    def _tell_number(self) -> None:
        try:
            day = calendars.parse_date(self.day.text(), self.context.language)
        except (InputRefused, ValueError):
            return
        number = calendars.meeting_number(
            meetings.next_number(self.context.reader, self.body.currentData() or "", day),
            self.context.language,
        )
        self._number.setText(self.tr("It will be number {number}.").format(number=number))

    def submit(self) -> None:
        """Plan the meeting, or say what is missing."""
        for field in ("day", "time"):
            self._fields[field].set_error("")
        language = self.context.language
        try:
            day = calendars.parse_date(self.day.text(), language)
        except (InputRefused, ValueError):
            self._fields["day"].set_error(self.tr("Write a day, such as 19 Nov 2026."))
            self.day.setFocus()
            return
        try:
            at = parse_time(self.time.text())
        except ValueError:
            self._fields["time"].set_error(self.tr("Write a time, such as 18:30."))
            self.time.setFocus()
            return
        run_once(
            self,
            self.context.dispatcher,
            meetings.plan_meeting,
            body_uid=self.body.currentData(),
            kind=self.kind.currentData(),
            starts_local=datetime.combine(day, at),
            venue=Text.of(self.venue.text().strip(), language),
            title=Text.of(self.title.text().strip(), language),
            on_done=self._on_planned,
            on_error=self._on_refused,
        )

    def _on_planned(self, uid: str) -> None:
        self._made_from = ()
        self.title.clear()
        self.planned.emit(uid)

    def _on_refused(self, message: Message) -> None:
        self._fields["day"].set_error(self.context.say(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
