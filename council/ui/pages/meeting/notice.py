"""Notice: where, when and by whom the agenda was posted, with photos; and again when it changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings, publish
from council.services.planning import agenda, postings
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    Field,
    frame,
    group,
    hline,
    icon,
    label,
    line_edit,
    refill,
    row,
    small,
    stack,
)
from council.ui.kit.narrow import when_narrow
from council.ui.once import clear_sent, run_once
from council.ui.pages.meeting.notice_pdfs import NoticePdfs
from council.ui.pages.meeting.notice_photos import PhotoPick, Thumbnail
from council.ui.pages.meeting.notice_revisions import Revisions
from council.ui.pages.meeting.notice_rules import LateItems, NoticeRules, in_time
from council.ui.pages.meeting.step import Step
from council.ui.pages.meeting.words import hhmm, parse_time, short_when

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QFrame, QLineEdit

    from council.domain.messages import Message
    from council.services.meetings import NoticeRow
    from council.services.planning.postings import PhotoRow
    from council.ui.context import Context

_SIDE = 448
_NARROW = 1200
_WIDEST = 16_777_215
_CLOCK_MS = 30_000


class NoticeStep(Step):
    """The posting log. From the first posting on the agenda's numbers stand."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "agenda", "council", "rules", "publications", "advice"}
    )
    scrolls: ClassVar[bool] = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.place = line_edit("", self.tr("Notice board at the hall; website"))
        self.day, self.time = line_edit(), line_edit(width=128)
        self.by = line_edit(self.by_default())
        self._sent: dict[QLineEdit, str] = {}
        self._sent_at = ("", "")
        self.post = Button(self.tr("Record this posting"), "push-pin", "primary")
        self.post.clicked.connect(self._on_post)
        self.reason = line_edit("", self.tr("What changed, and why"))
        self.photo = PhotoPick(context)
        self._form_title = label(self.tr("Record a posting"), "body", "strong")
        for field in (self.place, self.day, self.time, self.by, self.reason):
            field.returnPressed.connect(self._on_post)
        self._fields = {
            "place": Field(self.tr("Where"), self.place),
            "day": Field(self.tr("Day"), self.day),
            "time": Field(self.tr("Time"), self.time),
            "by": Field(self.tr("By whom"), self.by),
            "reason": Field(self.tr("Why it is posted again"), self.reason),
        }
        self._log = stack(gap=0)
        self._banner = Banner("", "neutral", glyph="info")
        self.pdf = Button(self.tr("Agenda PDF"), "file-pdf")
        self.pdf.clicked.connect(self._on_pdf)
        self.next = Button(self.tr("On to the meeting"), "arrow-right", "primary")
        self.next.clicked.connect(self._on_next)
        self.rules = NoticeRules(context, meeting_uid)
        self.rules.place_wanted.connect(self._on_place)
        self.late = LateItems(context, meeting_uid)
        self.revisions = Revisions(context, meeting_uid)
        self.papers = NoticePdfs(context, meeting_uid)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self.rules.show_clock)
        self._lay_out()
        self._stamp_now()

    def by_default(self) -> str:
        """Return the initials of whoever sits at this computer."""
        return self.context.settings.initials_in(self.context.council.uid)

    def _lay_out(self) -> None:
        fields = self._fields
        self._form = frame(
            "card",
            stack(
                self._form_title,
                fields["reason"],
                fields["place"],
                row((fields["day"], 1), fields["time"], gap=12),
                fields["by"],
                self.photo,
                row(self.post, GROW),
                gap=12,
                pad=(20, 16, 20, 16),
            ),
            _SIDE,
        )
        log = frame(
            "card", stack(group(self.tr("Posted")), 4, self._log, gap=0, pad=(20, 16, 20, 12))
        )
        left = stack(self._banner, self.rules, log, self.papers, self.late, GROW, gap=16)
        right = stack(self._form, self.revisions, GROW, gap=16)
        self._columns = row((left, 1), right, gap=16, pad=(24, 16, 24, 24))
        self.setLayout(self._columns)
        when_narrow(self, _NARROW, self._fold)

    def _fold(self, narrow: bool) -> None:
        """Put the form above the rules where both have no room beside each other."""
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.BottomToTop if narrow else ways.LeftToRight)
        for card in (self._form, self.revisions):
            card.setMinimumWidth(0 if narrow else _SIDE)
            card.setMaximumWidth(_WIDEST if narrow else _SIDE)

    def _stamp_now(self) -> None:
        now = self.context.reader.now()
        self.day.setText(calendars.short_date(now.date(), self.context.language))
        self.time.setText(hhmm(now, self.context.language))

    def refresh(self) -> None:
        """Show the log and what still has to be done."""
        desk = self.context.reader
        meeting = meetings.get_meeting(desk, self.meeting_uid)
        notes = meetings.list_notices(desk, self.meeting_uid)
        self.rules.refresh()
        self.papers.refresh(meeting)
        self.revisions.refresh()
        self._show_form()
        photos = postings.photos_of(desk, self.meeting_uid)
        if notes:
            refill(self._log, *(self._line(note, photos.get(note.uid)) for note in notes))
        else:
            refill(self._log, label(self.tr("Nothing is posted yet."), color="ink_2"), 8)
        items = agenda.list_items(desk, self.meeting_uid)
        language = self.context.language
        titles = {one.uid: f"{one.number}  {one.title.show(language)}" for one in items}
        begun = meeting.state in (MeetingState.IN_SESSION, MeetingState.HELD)
        self.late.refresh(titles, begun=begun)
        words = self.tr(
            "Posting freezes the agenda's numbers: later items get the next free one, and items "
            "taken off stay, struck through."
        )
        if notes:
            words = self.tr(
                "The agenda is posted: its numbers stand. Record every further place here."
            )
        if not items:
            words = self.tr("The agenda is still empty. Write it under Plan before you post it.")
        self._banner.set_text(words)
        ended = meeting.state in (MeetingState.HELD, MeetingState.CANCELLED)
        self._form.setVisible(not ended)

    def _show_form(self) -> None:
        """Let the form post the next revision when the agenda has changed since it was posted."""
        pending, number = self.revisions.pending(), self.revisions.number + 1
        title, words = self.tr("Record a posting"), self.tr("Record this posting")
        if pending:
            title = words = self.tr("Post revision {number}").format(number=number)
        self._form_title.setText(title)
        self.post.set_text(words)
        self._fields["reason"].setVisible(pending)

    def _line(self, note: NoticeRow, photo: PhotoRow | None) -> QFrame:
        language = self.context.language
        words = self.tr("{when}, by {who}") if note.posted_by else "{when}"
        fact = words.format(when=short_when(note.posted_at, language), who=note.posted_by)
        shown = Thumbnail(self.context, photo) if photo is not None else None
        made = row(
            icon("push-pin", "ink_2", 20),
            shown,
            (label(note.place.show(language), "body", "medium", wrap=True), 1),
            small(fact, "ink_2"),
            in_time(self.context, self.rules.row, note.posted_at),
            gap=12,
            pad=(0, 8, 0, 8),
        )
        return frame("", stack(hline(), made, gap=0))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time that is left run while it is seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock."""
        super().hideEvent(event)
        self._clock.stop()

    def header_actions(self) -> list[Button]:
        """Return the PDF and the way on."""
        return [self.pdf, self.next]

    # ------------------------------------------------------------------------------- doing

    def _posted_at(self) -> datetime | None:
        try:
            day = calendars.parse_date(self.day.text(), self.context.language)
        except (InputRefused, ValueError):
            self._fields["day"].set_error(self.tr("Write a day, such as 16 Nov 2026."))
            self.day.setFocus()
            return None
        try:
            return datetime.combine(day, parse_time(self.time.text()))
        except ValueError:
            self._fields["time"].set_error(self.tr("Write a time, such as 18:30."))
            self.time.setFocus()
            return None

    def _on_post(self) -> None:
        for field in self._fields.values():
            field.set_error("")
        if not self.place.text().strip():
            self._fields["place"].set_error(self.tr("Say where it was posted."))
            self.place.setFocus()
            return
        if self.revisions.pending() and not self.reason.text().strip():
            self._fields["reason"].set_error(self.tr("Say what changed, and why."))
            self.reason.setFocus()
            return
        at = self._posted_at()
        if at is None:
            return
        self._sent = {self.place: self.place.text(), self.reason: self.reason.text()}
        language, reason = self.context.language, self.reason.text().strip()
        self._sent_at = (self.day.text(), self.time.text())
        run_once(
            self.post,
            self.context.dispatcher,
            postings.record_posting,
            self.meeting_uid,
            posted_at=at,
            place=Text.of(self.place.text().strip(), language),
            by=self.by.text().strip(),
            reason=Text.of(reason, language) if reason else Text(),
            photo=self.photo.path,
            on_done=self._on_posted,
            on_error=self._on_refused,
        )

    def _on_place(self, name: str) -> None:
        """Begin a posting at a place the rules name."""
        self.place.setText(name)
        self.place.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_posted(self, _uid: str) -> None:
        self.photo.clear()
        if (self.day.text(), self.time.text()) == self._sent_at:
            self._stamp_now()
        if clear_sent(self._sent):  # else the next posting is being typed
            self.place.setFocus()

    def _on_refused(self, message: Message) -> None:
        self.context.announce(self.context.say(message), "no")

    def _on_pdf(self) -> None:
        language = self.context.language
        self.context.dispatcher.ask(
            publish.agenda_pdf, self.meeting_uid, language, on_done=self._on_made
        )

    def _on_made(self, data: bytes) -> None:
        name = publish.suggested_name(
            self.context.reader, self.meeting_uid, "agenda", self.context.language
        )
        self.context.open_pdf(data, name)

    def _on_next(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="meet")
