"""One meeting that is chosen: open it, move it, cancel it with its reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.ui import facts
from council.ui.kit import GROW, Button, Elided, Field, line_edit, row, small, stack
from council.ui.once import run_once
from council.ui.pages.meeting.words import hhmm, parse_time, when

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from council.domain.messages import Message
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

OPEN = (MeetingState.PLANNED, MeetingState.NOTICED)


class OneMeeting(QFrame):
    """A line about a meeting with what can be done to it; its forms open below the line.

    Signals: ``opened(str)`` with its uid; ``closed()`` when a form was left. ``line`` False shows
    only the forms.
    """

    opened = Signal(str)
    closed = Signal()

    def __init__(self, context: Context, *, line: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self._context = context
        self.meeting: MeetingRow | None = None
        self._name = Elided("", "small", "medium", "ink")
        self._what = small("", "ink_2", wrap=True)
        self.open_button = Button(self.tr("Open"), "arrow-right")
        self.move_button = Button(self.tr("Move…"), "calendar-dots")
        self.cancel_button = Button(self.tr("Cancel meeting…"), "calendar-x")
        self.open_button.clicked.connect(self._on_open)
        self.move_button.clicked.connect(self.begin_move)
        self.cancel_button.clicked.connect(self.begin_cancel)
        buttons = row(self.open_button, self.move_button, self.cancel_button, gap=8)
        self._line = QWidget()
        self._line.setLayout(row((stack(self._name, self._what, gap=0), 1), buttons, gap=12))
        self._make_move()
        self._make_cancel()
        self.setLayout(stack(self._line, self._move, self._cancel, gap=8, pad=(14, 8, 14, 8)))
        self._line.setVisible(line)  # not before it has a parent: it would be a window
        self.show_meeting(None)

    def _make_move(self) -> None:
        self.day, self.time = line_edit(), line_edit()
        self.place = line_edit()
        self._fields = {
            "day": Field(self.tr("New day"), self.day, " ", width=220),
            "time": Field(self.tr("Time"), self.time, width=124),
            "place": Field(self.tr("Place"), self.place),
        }
        keep = Button(self.tr("Move the meeting"), "check", "primary", "Enter")
        leave = Button(self.tr("Leave it"), None, "plain", "Esc")
        keep.clicked.connect(self.submit_move)
        leave.clicked.connect(self.close_forms)
        for field in (self.day, self.time, self.place):
            field.returnPressed.connect(self.submit_move)
        self.day.textChanged.connect(self._on_day)
        f = self._fields
        self._move = QWidget()
        line = row(f["day"], f["time"], (f["place"], 1), gap=12)
        self._move.setLayout(stack(line, row(keep, leave, GROW), gap=8))

    def _make_cancel(self) -> None:
        self.reason = line_edit("", self.tr("such as: no quorum is expected"))
        self._reason = Field(
            self.tr("Why is it cancelled? The reason stands on the record."), self.reason
        )
        keep = Button(self.tr("Cancel the meeting"), "calendar-x", "primary", "Enter")
        leave = Button(self.tr("Leave it"), None, "plain", "Esc")
        keep.clicked.connect(self.submit_cancel)
        leave.clicked.connect(self.close_forms)
        self.reason.returnPressed.connect(self.submit_cancel)
        self._cancel = QWidget()
        self._cancel.setLayout(stack(self._reason, row(keep, leave, GROW), gap=8))

    # ------------------------------------------------------------------------ showing

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Show a meeting, None for none; a form stays open for the same one."""
        same = self.meeting is not None and meeting is not None and meeting.uid == self.meeting.uid
        self.meeting = meeting
        if not same:
            self._move.hide()
            self._cancel.hide()
        self.setEnabled(meeting is not None)
        if meeting is None:
            self._name.set_text(self.tr("No meeting is chosen"))
            self._what.setText("")
            self._what.hide()
            return
        language, context = self._context.language, self._context
        said = [when(meeting, language), context.word(f"meeting_state.{meeting.state.value}")]
        venue = meeting.venue.show(language)
        if venue:
            said.append(venue)
        if meeting.cancel_reason:
            said.append(meeting.cancel_reason.show(language))
        if meeting.series_on and meeting.series_on != meeting.starts_local.date():
            day = calendars.long_date(meeting.series_on, language)
            said.append(self.tr("meant for {day}").format(day=day))
        self._name.set_text(facts.meeting_name(meeting, language))
        self._what.setText(" · ".join(said))
        self._what.show()
        movable = meeting.state in OPEN
        self.move_button.setEnabled(movable)
        self.cancel_button.setEnabled(movable)

    def busy(self) -> bool:
        """Tell whether a form is open."""
        return not (self._move.isHidden() and self._cancel.isHidden())

    def close_forms(self) -> None:
        """Leave the forms without doing anything."""
        self._move.hide()
        self._cancel.hide()
        self.closed.emit()

    def _on_open(self) -> None:
        if self.meeting is not None:
            self.opened.emit(self.meeting.uid)

    def _on_day(self) -> None:
        try:
            day = calendars.parse_date(self.day.text(), self._context.language)
        except (InputRefused, ValueError):
            self._fields["day"].set_hint(self.tr("such as 19 Nov 2026"))
            return
        self._fields["day"].set_hint(calendars.long_date(day, self._context.language, weekday=True))

    # ------------------------------------------------------------------------ doing

    def begin_move(self) -> None:
        """Open the form that moves the meeting."""
        meeting, language = self.meeting, self._context.language
        if meeting is None or meeting.state not in OPEN:
            return
        self._cancel.hide()
        self.day.setText(calendars.short_date(meeting.starts_local.date(), language))
        self.time.setText(hhmm(meeting.starts_local, language))
        self.place.setText(meeting.venue.show(language))
        self._move.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def begin_cancel(self) -> None:
        """Open the form that cancels the meeting."""
        if self.meeting is None or self.meeting.state not in OPEN:
            return
        self._move.hide()
        self.reason.clear()
        self._reason.set_error("")
        self._cancel.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit_move(self) -> None:
        """Move the meeting, or say what cannot be read."""
        meeting, language = self.meeting, self._context.language
        if meeting is None:
            return
        for name in ("day", "time"):
            self._fields[name].set_error("")
        try:
            day = calendars.parse_date(self.day.text(), language)
        except (InputRefused, ValueError):
            self._fields["day"].set_error(self.tr("Write a day, such as 19 Nov 2026."))
            return
        try:
            at = parse_time(self.time.text())
        except ValueError:
            self._fields["time"].set_error(self.tr("Such as 18:30"))
            return
        typed = self.place.text().strip()
        same = typed == meeting.venue.show(language)
        said = self.tr("The meeting is moved. Ctrl+Z takes it back.")
        run_once(
            self._move,
            self._context.dispatcher,
            meetings.move_meeting,
            meeting.uid,
            datetime.combine(day, at),
            venue=None if same else meeting.venue.put(language, typed),
            on_done=lambda uid: self._on_done(uid, self._move, said),
            on_error=self._on_move_refused,
        )

    def _on_done(self, uid: str, form: QWidget, said: str) -> None:
        """Close the form that was sent, unless it is about another meeting by now."""
        self._context.announce(said)
        if self.meeting is not None and self.meeting.uid == uid and not form.isHidden():
            self.close_forms()

    def _on_move_refused(self, message: Message) -> None:
        self._fields["day"].set_error(self._context.say(message))

    def submit_cancel(self) -> None:
        """Cancel the meeting with what was typed."""
        if self.meeting is None:
            return
        said = self.tr("The meeting is cancelled. Ctrl+Z takes it back.")
        run_once(
            self._cancel,
            self._context.dispatcher,
            meetings.cancel_meeting,
            self.meeting.uid,
            Text.of(self.reason.text().strip(), self._context.language),
            on_done=lambda uid: self._on_done(uid, self._cancel, said),
            on_error=self._on_cancel_refused,
        )

    def _on_cancel_refused(self, message: Message) -> None:
        self._reason.set_error(self._context.say(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave an open form on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.busy():
            self.close_forms()
            return
        super().keyPressEvent(event)
