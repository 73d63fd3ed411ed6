"""The course of the meeting: the agenda, the item before it, calling to order, recess, the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from council.domain.vocabulary import MeetingState
from council.services import meetings, minutes, publish
from council.services.planning import agenda
from council.ui.actions import Command
from council.ui.kit import ConfirmInline
from council.ui.pages.meeting.meet.agenda_column import AgendaColumn
from council.ui.pages.meeting.meet.edges import after_the_meeting, before_the_meeting
from council.ui.pages.meeting.meet.keys import is_enter
from council.ui.pages.meeting.meet.now_column import NowHeader
from council.ui.pages.meeting.meet.part import Part, Placed, Press, Side

if TYPE_CHECKING:
    from datetime import datetime

    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class Proceedings(Part):
    """Agenda, item, beginning and end."""

    shows: ClassVar[frozenset[str]] = frozenset({"meeting", "items", "recess", "room"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.agenda = AgendaColumn(self.context.language)
        self.header = NowHeader(self.context)
        self.begin, self.over = before_the_meeting(), after_the_meeting()
        self.confirm = ConfirmInline("", self.tr("Adjourn"))
        self.begin.acted.connect(self.call_to_order)
        self.over.acted.connect(self._on_minutes)
        self.agenda.wanted.connect(self._on_item)
        self.confirm.confirmed.connect(self._on_adjourn)
        self.confirm.cancelled.connect(self._on_cancelled)

    def placed(self) -> list[Placed]:
        """Return the agenda, what is before and after the meeting, the item."""
        return [
            Placed(self.agenda, Side.LEFT, 10),
            Placed(self.confirm, Side.HEAD, 10, shut=True),
            Placed(self.begin, Side.INSTEAD, 10, shut=True),
            Placed(self.over, Side.INSTEAD, 20, shut=True),
            Placed(self.header, Side.CENTRE, 10),
        ]

    # ------------------------------------------------------------------ showing

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the course of the meeting."""
        self.agenda.show_meeting(shot)
        self.header.show_meeting(shot)

    def arrange(self, *, writing: bool, asking: bool) -> None:
        """Give way to a form."""
        state = self.shot.meeting.state
        before = state in (MeetingState.PLANNED, MeetingState.NOTICED)
        after = state in (MeetingState.HELD, MeetingState.CANCELLED)
        self.begin.setVisible(before and not writing)
        self.over.setVisible(after and not writing)

    def tick(self, now: datetime) -> None:
        """Let the clock of the item and the minutes of the agenda go on."""
        shot = replace(self.shot, now=now)
        self.header.show_meeting(shot)
        self.agenda.show_meeting(shot)

    # ------------------------------------------------------------------ keys

    def take_key(self, press: Press) -> bool:
        """Take Enter to begin."""
        if is_enter(press.event) and not self.begin.isHidden():
            self.call_to_order()
            return True
        return False

    def asking(self) -> bool:
        """Tell whether it asks whether to adjourn."""
        return not self.confirm.isHidden()

    def put_away(self) -> None:
        """Do not adjourn after all."""
        self.confirm.hide()

    def commands(self) -> list[Command]:
        """Return what moves the meeting on."""
        live = self.tr("Meeting")
        return [
            Command(self.tr("Next item"), self.next_item, "arrow-right", "Ctrl+Right", live),
            Command(self.tr("Recess, or end it"), self.recess, "coffee", "F11", live),
            Command(self.tr("Adjourn"), self.adjourn, "stop", "F12", live),
            Command(self.tr("Draft PDF"), self.draft_pdf, "file-pdf", "Ctrl+Shift+P", live),
        ]

    # ------------------------------------------------------------------ doing

    def call_to_order(self) -> None:
        """Open the meeting, now; the roll is taken next."""
        self.run(meetings.call_to_order, self.meeting_uid)

    def adjourn(self) -> None:
        """Ask in place whether to adjourn; it makes the votes final."""
        if not self.console.live_only():
            return
        self.console.close_forms()
        words = self.tr("Adjourn now? The votes become final.")
        if still_open := len(self.shot.pending) + len(self.shot.waiting):
            words = self.tr("Adjourn now? {count} questions are still open.")
            words = words.format(count=still_open)
        self.confirm.set_question(words)
        self.confirm.show()
        self.console.arrange()
        self.confirm.yes_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_adjourn(self) -> None:
        self.confirm.hide()
        self.run(meetings.adjourn, self.meeting_uid, on_done=self._adjourned)

    def _adjourned(self, _uid: str) -> None:
        if self.over.button is not None:
            self.over.button.setFocus()

    def _on_cancelled(self) -> None:
        self.confirm.hide()
        self.console.arrange()
        self.console.rest()

    def recess(self) -> None:
        """Begin a recess, or end the one that lasts."""
        if self.console.live_only():
            service = meetings.end_recess if self.shot.recess else meetings.begin_recess
            self.run(service, self.meeting_uid)

    def next_item(self) -> None:
        """Take up the next item."""
        if self.console.live_only():
            self.run(agenda.next_item, self.meeting_uid)

    def _on_item(self, uid: str) -> None:
        if self.console.live_only():
            self.run(agenda.go_to_item, self.meeting_uid, uid)
            self.console.rest()

    def draft_pdf(self) -> None:
        """Make the draft of the minutes as it would be given to the public, from here."""
        if self.shot.meeting.state not in (MeetingState.IN_SESSION, MeetingState.HELD):
            words = self.tr("There are no minutes before the meeting was called to order.")
            self.context.announce(words, "info")
            return
        spoken = self.context.council.languages
        language = self.context.language if self.context.language in spoken else spoken[0]
        desk, meeting = self.context.reader, self.meeting_uid

        def made(data: bytes) -> None:
            draft = minutes.get_approval(desk, meeting) is None
            name = publish.suggested_name(desk, meeting, "minutes", language, draft=draft)
            self.context.open_pdf(data, name)

        self.context.dispatcher.ask(
            publish.minutes_pdf, meeting, language, public=True,
            on_done=made, on_error=self.refused,
        )  # fmt: skip

    def _on_minutes(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="minutes")
