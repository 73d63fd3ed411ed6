"""Correcting a line of the timeline: its time, and its words where it has any."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from council.services import meetings
from council.services.session import attendance, motions, notes
from council.ui.kit import Field, label, line_edit, row, stack, text_edit
from council.ui.pages.meeting.meet.forms import ConsoleForm
from council.ui.pages.meeting.words import hhmm, parse_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.text import Text
    from council.services.session.timeline import TimelineRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

#: kinds of line that can be corrected; of the meeting's own only the call to order
KINDS = frozenset({"attendance", "motion", "note", "comment", "meeting"})


class CorrectForm(ConsoleForm):
    """Opens for one line; the correction itself becomes a line."""

    name = "correct"
    reopens = False

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.line: TimelineRow | None = None
        self._old: Text | None = None
        self._what = label("", color="ink_2", wrap=True)
        self.time, self.words = line_edit(width=112), text_edit(lines=3)
        self._time_field = Field(self.tr("Time"), self.time, width=112)
        self._words_field = Field(self.tr("Words"), self.words)
        self.take("time", self.time)
        self.take("text", self.words)
        head = self.head_row("pencil-simple", self.tr("Correct a line"))
        body = row(self._time_field, (self._words_field, 1), gap=12)
        self.setLayout(stack(head, self._what, body, self.foot_row(), gap=8, pad=(16, 12, 16, 14)))

    def keep_draft(self) -> None:
        """Keep no draft: what a line said is in the record."""

    def can_correct(self, line: TimelineRow, shot: Snapshot) -> bool:
        """Tell whether a line can be corrected in place."""
        if line.kind == "meeting":
            return line.at in (shot.meeting.called_to_order_at, shot.meeting.adjourned_at)
        if line.kind == "attendance":
            return self._span(line, shot) is not None
        return line.kind in KINDS

    def begin(self, line: TimelineRow, shot: Snapshot) -> None:
        """Open for a line."""
        self.line, self.shot = line, shot
        self._what.setText(self.context.say(line.message))
        self._old = self._words_of(line)
        self._words_field.setVisible(self._old is not None)
        words = self._old.show(self.context.council.languages[0]) if self._old else ""
        self.load({"time": hhmm(line.at, self.context.language), "text": words})
        self.show()
        self.time.setFocus()
        self.time.selectAll()

    def _words_of(self, line: TimelineRow) -> Text | None:
        desk = self.context.reader
        if line.kind == "motion":
            return motions.get_motion(desk, line.uid).text
        if line.kind == "note":
            return next(n.text for n in notes.list_notes(desk, self.meeting_uid)
                        if n.uid == line.uid)  # fmt: skip
        if line.kind == "comment":
            return next(c.summary for c in notes.list_comments(desk, self.meeting_uid)
                        if c.uid == line.uid)  # fmt: skip
        return None

    def _span(self, line: TimelineRow, shot: Snapshot) -> tuple[str, bool] | None:
        """Return the stay a line tells of, and whether it is its beginning."""
        one = next((r for r in shot.room if r.attendance_uid == line.uid), None)
        for span in one.spans if one else ():
            if span.from_at == line.at:
                return span.uid, True
            if span.to_at == line.at:
                return span.uid, False
        return None

    def _moment(self) -> datetime | None:
        if self.line is None:
            return None
        try:
            typed = parse_time(self.time.text())
        except ValueError:
            self.complain(self.tr("Write a time, such as 18:30."))
            self.time.setFocus()
            return None
        if typed == self.line.at.time().replace(second=0, microsecond=0):
            return self.line.at
        return datetime.combine(self.line.at.date(), typed, self.line.at.tzinfo)

    def submit(self) -> None:
        """Write the correction."""
        line, shot, at = self.line, self.shot, self._moment()
        if line is None or shot is None or at is None:
            return
        if line.kind == "attendance":
            self._correct_stay(line, shot, at)
        elif line.kind == "meeting":
            called = line.at == shot.meeting.called_to_order_at
            field = "called_to_order_at" if called else "adjourned_at"
            self.send(meetings.change_meeting, self.meeting_uid, **{field: at})
        else:
            self._correct_words(line, at)

    def _correct_stay(self, line: TimelineRow, shot: Snapshot, at: datetime) -> None:
        found = self._span(line, shot)
        one = next((r for r in shot.room if r.attendance_uid == line.uid), None)
        if found is None or one is None:
            self.closed.emit()
            return
        uid, start = found
        span = next(s for s in one.spans if s.uid == uid)
        stay = (at, span.to_at) if start else (span.from_at, at)
        self.send(attendance.correct_span, uid, *stay)

    def _correct_words(self, line: TimelineRow, at: datetime) -> None:
        stamp, field, service = _HOW[line.kind]
        changed: dict[str, Any] = {} if at == line.at else {stamp: at}
        language = self.context.council.languages[0]
        typed = self.words.toPlainText().strip()
        if self._old is not None and typed != self._old.show(language):
            changed[field] = self._old.put(language, typed)
        if changed:
            self.send(service, line.uid, **changed)
        else:
            self.closed.emit()


_HOW: dict[str, tuple[str, str, Callable[..., object]]] = {
    "motion": ("made_at", "text", motions.correct_motion),
    "note": ("at", "text", notes.change_note),
    "comment": ("at", "summary", notes.change_comment),
}
