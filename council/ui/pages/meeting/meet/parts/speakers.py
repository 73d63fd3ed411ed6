"""Who wants the floor, has it and had it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from council.services.session import speakers
from council.services.session.speakers import SpeakerRow, with_translator
from council.ui.actions import Command
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.meet.sayings import cited
from council.ui.pages.meeting.meet.speakers.clock import OVER
from council.ui.pages.meeting.meet.speakers.forms import SpeakerForm, TimesForm, WrittenForm
from council.ui.pages.meeting.meet.speakers.panel import SpeakerPanel
from council.ui.pages.meeting.meet.speakers.shares_card import SharesCard

if TYPE_CHECKING:
    from datetime import datetime

    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.console_form import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_MINUTE = 60
_SOUND = "speaker_sound"


class Speakers(Part):
    """The line of speakers with its clock."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"speakers", "limits", "written", "items", "room", "vote"}
    )

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.panel = SpeakerPanel(self.context)
        self.shares = SharesCard(self.context)
        self.form = SpeakerForm(self.context, self.meeting_uid)
        self.shares.closed.connect(self._close_shares)
        self.panel.turned.connect(self._on_turned)
        self.panel.card.pressed.connect(self.stop_or_go_on)
        line = self.panel.line
        line.asked.connect(self._on_asked)
        line.resident.connect(self.resident)
        line.given.connect(self._on_given)
        line.marked.connect(self._on_marked)
        line.moved.connect(self._on_moved)
        line.dropped.connect(self._on_dropped)
        line.edited.connect(self.edit)
        line.stopped.connect(self.stop_or_go_on)
        line.left.connect(self.console.rest)

    def placed(self) -> list[Placed]:
        """Return the line under the room, and who has spoken, which opens in the middle."""
        return [
            Placed(self.panel, Side.RIGHT, 50),
            Placed(self.shares, Side.CENTRE, 15, shut=True),
        ]

    def forms(self) -> list[ConsoleForm]:
        """Return the forms of a speaker, of written comments and of speaking times."""
        return [
            self.form,
            WrittenForm(self.context, self.meeting_uid),
            TimesForm(self.context, self.meeting_uid),
        ]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the line; before and after a meeting there is none."""
        self.panel.setVisible(shot.in_session)
        self.panel.show_meeting(shot)
        if not self.shares.isHidden():
            self.shares.show_meeting(shot)

    def tick(self, now: datetime) -> None:
        """Let the clock go on."""
        self.panel.set_now(now)

    def put_away(self) -> None:
        """Put away who has spoken."""
        self.shares.hide()

    def commands(self) -> list[Command]:
        """Return what concerns speakers."""
        live, words = self.tr("Speakers"), self.tr("Words")
        sound = self.tr("Sound when a speaker's time is up, on or off")
        return [
            Command(self.tr("Speakers"), self.go_to_line, "microphone", "F6", live),
            Command(self.tr("Next speaker"), self.next_speaker, "skip-forward", "Shift+F6", live),
            Command(
                self.tr("Stop the speaker's clock, or go on"),
                self.stop_or_go_on, "pause", "Ctrl+F6", live,
            ),
            Command(
                self.tr("Who has spoken"), self.show_shares, "chart-bar", "Ctrl+Shift+F6", live
            ),
            Command(self.tr("Resident asks for the floor"), self.resident, "user-plus", "", live),
            Command(self.tr("Speaking times"), self.times, "timer", "", live),
            Command(
                self.tr("Written comments"), self.written, "envelope-simple", "Ctrl+F9", words
            ),
            Command(sound, self.toggle_sound, "bell", "", live),
        ]  # fmt: skip

    # ------------------------------------------------------------------ where the keyboard is

    def go_to_line(self) -> None:
        """Put the keyboard on the line."""
        if self.console.live_only():
            self.panel.line.show()
            self.panel.take_focus()

    def show_shares(self) -> None:
        """Show who has spoken how often and how long, or put it away."""
        if not self.shares.isHidden():
            self._close_shares()
            return
        self.shares.show_meeting(self.shot)
        self.shares.show()
        QTimer.singleShot(0, self, lambda: self.console.scroll_to(self.shares))

    def _close_shares(self) -> None:
        self.shares.hide()
        self.console.rest()

    def resident(self) -> None:
        """Open the line for a resident or a guest."""
        if self.console.live_only():
            self.console.open_form("speaker")

    def written(self) -> None:
        """Open the three counts of written comments."""
        if self.console.live_only():
            self.console.open_form("written")

    def times(self) -> None:
        """Open the meeting's speaking times."""
        self.console.open_form("times")

    # ------------------------------------------------------------------ the floor

    def next_speaker(self) -> None:
        """Give the floor to the next in line."""
        if self.console.live_only():
            self.run(speakers.next_speaker, self.meeting_uid)

    def stop_or_go_on(self) -> None:
        """Stop the clock, or let it go on."""
        if self.console.live_only():
            self.run(speakers.pause_or_go_on, self.meeting_uid)

    def _on_asked(self, person: str) -> None:
        """Put a member in line; one who waits already is chosen."""
        waiting = [one for one in self.panel.line_rows() if one.person_uid == person]
        if waiting:
            self.panel.line.choose(waiting[0].uid)
            return
        self.run(speakers.ask_for_floor, self.meeting_uid, person, on_done=self._in_line)

    def _in_line(self, uid: str) -> None:
        """Choose who is in line now; tell what the rules say of speaking so often."""
        self.panel.line.choose(uid)
        told = speakers.too_often(self.context.reader, uid)
        if told is not None:
            self.context.announce(cited(self.context.say(told.message), told.source), "warn")

    def _on_given(self, uid: str) -> None:
        if uid:
            self.run(speakers.give_floor, uid)
        else:
            self.next_speaker()

    def _row(self, uid: str) -> SpeakerRow | None:
        return next((one for one in self.shot.speakers if one.uid == uid), None)

    def _on_marked(self, uid: str, mark: str) -> None:
        one = self._row(uid)
        if one is None:
            return
        if mark == "point":
            self.run(speakers.change_speaker, uid, priority=not one.priority)
        elif mark in ("minute", "translator"):
            self._give_time(one, mark)
        else:
            stance = "" if one.stance == mark else mark
            self.run(speakers.change_speaker, uid, stance=stance)

    def _give_time(self, one: SpeakerRow, mark: str) -> None:
        """Give somebody a minute more, or what somebody with a translator has."""
        limits = self.shot.limits
        usual = limits.of(one.kind)
        seconds = (one.limit or usual or 0) + _MINUTE
        if mark == "translator":
            doubled = with_translator(limits, usual)
            if doubled is None or limits.translator == 1:
                words = self.tr("The rules give no more time for a translator.")
                self.context.announce(words, "info")
                return
            seconds = doubled
        elif one.limit is None and usual is None:
            self.context.announce(self.tr("There is no limit on this speaker's time."), "info")
            return
        self.run(speakers.change_speaker, one.uid, limit_seconds=seconds)

    def _on_moved(self, uid: str, places: int) -> None:
        self.run(speakers.move_speaker, uid, places)

    def _on_dropped(self, uid: str) -> None:
        self.run(speakers.withdraw_speaker, uid)

    def edit(self, uid: str) -> None:
        """Open what is known of one of the line."""
        self.console.close_forms()
        self.form.begin(uid, self.shot)
        self.console.opened(self.form)

    # ------------------------------------------------------------------ the time

    def _on_turned(self, state: str, name: str) -> None:
        """Say that somebody's time is soon up, or over; with a sound where that is wanted."""
        words = self.tr("{name}: the time is soon up.")
        if state == OVER:
            words = self.tr("{name}: time is up.")
        self.context.announce(words.format(name=name), "warn")
        if self.context.settings.extra.get(_SOUND):
            QApplication.beep()

    def toggle_sound(self) -> None:
        """Let the sound be heard from now on, or not; it is off at first."""
        extra = self.context.settings.extra
        extra[_SOUND] = not extra.get(_SOUND)
        self.context.settings.save()
        words = self.tr("A sound is heard when a speaker's time is up.")
        if not extra[_SOUND]:
            words = self.tr("No sound: the clock flashes, and says it in words.")
        self.context.announce(words, "info")
