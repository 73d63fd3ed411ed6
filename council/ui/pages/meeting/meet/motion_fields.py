"""What some motions ask besides words: until when, minutes a speaker, parts of a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MeetingState, MotionKind
from council.services import meetings
from council.ui.kit import Field, line_edit, row, small, stack, text_edit
from council.ui.pages.meeting.words import when

if TYPE_CHECKING:
    from datetime import date

    from council.services.meetings import MeetingRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_TIMED: Final = frozenset(
    {
        *(MotionKind.POSTPONE, MotionKind.REFER, MotionKind.RECESS, MotionKind.LIMIT_DEBATE),
        MotionKind.FIX_TIME,
    }
)
_TO_A_DAY: Final = frozenset({MotionKind.POSTPONE, MotionKind.REFER, MotionKind.FIX_TIME})
_AHEAD: Final = (MeetingState.PLANNED, MeetingState.NOTICED)
_MOST: Final = 5
_CUT = re.compile(r"\n+|;\s*|(?<=[.!?])\s+(?=[A-Z\u0e00-\u0e7f])|\s*(?=\([a-z0-9ก-ฮ]\)\s)")
_SECONDS: Final = re.compile(r"(\d{1,3})(?:[:.](\d{1,2}))?")


def seconds_of(words: str) -> int | None:
    """Return the seconds of ``2`` (minutes) or ``2:30``, in any digits; None for anything else."""
    found = _SECONDS.fullmatch(calendars.fold_digits(words).strip())
    if found is None or int(found[2] or 0) > 59:
        return None
    return int(found[1]) * 60 + int(found[2] or 0) or None


def split_question(words: str) -> list[str]:
    """Propose the parts of a question: its sentences, its clauses, what stands after (a), (b)."""
    found = [part.strip() for part in _CUT.split(words) if part and part.strip()]
    dot = "." if words.rstrip().endswith(".") else ""
    return [_sentence(part, dot) for part in found] if len(found) > 1 else found


def _sentence(part: str, dot: str) -> str:
    """Begin a part with a capital and end it as the whole question ends."""
    thai = "\u0e00" <= part[-1] <= "\u0e7f"
    ended = part[-1] in ".!?:" or thai
    return part[0].upper() + part[1:] + ("" if ended else dot)


class TimeFields(QWidget):
    """Until when, with the day that is understood; for limited debate the minutes of a speech.

    Where a day is asked, Down takes the next meeting that is planned, again the one after it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.until, self.minutes = line_edit(), line_edit("", self.tr("such as 2 or 2:30"))
        self._until = Field(self.tr("Until when"), self.until, " ", optional=True)
        self._minutes = Field(self.tr("Minutes for each speaker"), self.minutes, " ", optional=True)
        self._days: list[MeetingRow] = []
        self._kind, self._place = MotionKind.MAIN, -1
        self.setLayout(row((self._minutes, 1), (self._until, 1), gap=12))
        self.until.textChanged.connect(self._tell)
        self.minutes.textChanged.connect(self._tell)
        self.until.installEventFilter(self)

    def dress(self, kind: MotionKind, shot: Snapshot) -> None:
        """Ask what a kind of motion needs; nothing of most."""
        self._kind, self._place = kind, -1
        self.setVisible(kind in _TIMED)
        self._minutes.setVisible(kind is MotionKind.LIMIT_DEBATE)
        words = {
            MotionKind.REFER: self.tr("Report back by"),
            MotionKind.LIMIT_DEBATE: self.tr("Debate ends at"),
            MotionKind.FIX_TIME: self.tr("The meeting goes on at"),
        }.get(kind, self.tr("Until when"))
        for child in self._until.findChildren(QLabel):
            if child.buddy() is self.until:
                child.setText(words)
        self.until.setAccessibleName(words)
        self._days = []
        if kind in _TO_A_DAY:
            listed = meetings.list_meetings(self.context.reader, shot.meeting.body_uid)
            start = shot.meeting.starts_local
            ahead = [one for one in listed if one.state in _AHEAD and one.starts_local > start]
            self._days = ahead[::-1][:_MOST]
        self._tell()

    def speech_seconds(self) -> int | None:
        """Return the seconds each speaker gets; None where none were typed."""
        return seconds_of(self.minutes.text())

    def wrong(self) -> QWidget | None:
        """Return the line in which something stands that is no length of time."""
        typed = bool(self.minutes.text().strip())
        return self.minutes if typed and self.speech_seconds() is None else None

    def value(self) -> str | None:
        """Return until when as it is recorded: a day where one is understood, else as typed."""
        day = self._day()
        return day.isoformat() if day else self.until.text().strip() or None

    def _day(self) -> date | None:
        if self._kind not in _TO_A_DAY or not self.until.text().strip():
            return None
        try:
            return calendars.parse_date(self.until.text(), self.context.language)
        except (InputRefused, ValueError):
            return None

    def _tell(self) -> None:
        day, hint = self._day(), " "
        if day is not None:
            hint = calendars.long_date(day, self.context.language, weekday=True)
            same = [one for one in self._days if one.starts_local.date() == day]
            if same:
                hint = self._named(same[0])
        elif self._days and not self.until.text().strip():
            words = self.tr("Down arrow: {meeting}")
            hint = words.format(meeting=self._named(self._days[0]))
        self._until.set_hint(hint)
        wrong = self.wrong() is not None
        self._minutes.set_error(self.tr("Write minutes, such as 2 or 2:30.") if wrong else "")

    def _named(self, meeting: MeetingRow) -> str:
        words = self.tr("meeting {number}, {when}")
        number = calendars.meeting_number(meeting.number, self.context.language)
        return words.format(number=number, when=when(meeting, self.context.language))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Down for the next meeting that is planned."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        down = event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Down
        if down and self._days:
            self._place = (self._place + 1) % len(self._days)
            day = self._days[self._place].starts_local.date()
            self.until.setText(calendars.short_date(day, self.context.language))
            return True
        return super().eventFilter(watched, event)


class PartsField(QWidget):
    """The parts of a question, one a line, with how many there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context, self.language = context, context.council.languages[0]
        self.edit = text_edit("", "", self.tr("Parts"), 4)
        self._field = Field(self.tr("Parts, one a line"), self.edit, " ")
        self._proposed = small(
            self.tr("Each part is voted on by itself, in this order."), "ink_3", wrap=True
        )
        self.setLayout(stack(self._field, self._proposed, gap=2))
        self.edit.textChanged.connect(self._tell)

    def propose(self, question: Text) -> str:
        """Return the parts proposed for a question, one a line, in the language it is shown in."""
        words, self.language = question.best(self.context.language)
        return "\n".join(split_question(words))

    def parts(self) -> list[Text]:
        """Return the parts as they are typed."""
        lines = self.edit.toPlainText().splitlines()
        return [Text.of(line.strip(), self.language) for line in lines if line.strip()]

    def _tell(self) -> None:
        self._field.set_hint(self.tr("{count} parts").format(count=len(self.parts())))
