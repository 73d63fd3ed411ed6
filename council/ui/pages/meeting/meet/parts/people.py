"""Who is in the room: quorum, codes, times, substitutes, guests, who presides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from council.services.session import attendance, clock_changes
from council.services.session.presiding import take_chair
from council.services.steady_clock import SteadyClock
from council.ui.actions import Command
from council.ui.draft import Draft, draft_key
from council.ui.pages.meeting.meet.forms import ConsoleForm, GuestForm
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.meet.room_column import RoomColumn
from council.ui.pages.meeting.meet.stay_form import StayForm
from council.ui.pages.meeting.meet.substitute_form import SubstituteForm
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from council.services.session.attendance import RoomRow
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class People(Part):
    """The room and its quorum."""

    shows: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "room", "quorum", "rules", "remote", "vacant"}
    )

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.room = RoomColumn(self.context)
        self.times = StayForm(self.context, self.meeting_uid)
        self.substitute = SubstituteForm(self.context, self.meeting_uid)
        self.room.guest_wanted.connect(self.add_guest)
        people = self.room.people
        people.toggled.connect(self._on_toggled)
        people.guest_toggled.connect(self._on_guest)
        people.marked.connect(self._on_marked)
        people.asked.connect(self._on_asked)
        people.roll_called.connect(self._on_roll)
        people.left.connect(self.console.rest)
        self._roll = Draft(self.context, draft_key(self.meeting_uid, "roll"), self._absent, self)
        people.roll_typed.connect(self._roll.touch)
        self._was: Snapshot = console.shot
        self._shift: timedelta | None = None  # not noted since the console was opened
        self._told_shift = timedelta()

    def placed(self) -> list[Placed]:
        """Return the top of the right column."""
        return [Placed(self.room, Side.RIGHT, 10)]

    def forms(self) -> list[ConsoleForm]:
        """Return the lines for a guest and a substitute, and the times of a person."""
        return [GuestForm(self.context, self.meeting_uid), self.substitute, self.times]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the room; the roll is taken as soon as the meeting is called to order."""
        self.room.show_meeting(shot)
        was, self._was = self._was, shot
        if shot.in_session and not was.in_session:
            self.go_to_room()
        self._tell_turns(was, shot)

    def arrive(self) -> bool:
        """Take the keyboard until the roll is taken."""
        if not self.shot.in_session or self.shot.roll_taken:
            return False
        self.go_to_room()
        absent = self._roll.kept().get("absent", "")
        self.room.people.mark_absent(set(absent.split()))
        return True

    def leave(self) -> None:
        """Keep who was said to be absent in a roll that is being taken."""
        self._roll.flush()

    def _absent(self) -> dict[str, str]:
        return {"absent": " ".join(sorted(self.room.people.absent))}

    def commands(self) -> list[Command]:
        """Return what concerns the room."""
        live = self.tr("Meeting")
        how = self.tr("How the quorum is counted")
        chosen = self._of_chosen
        return [
            Command(self.tr("Room"), self.go_to_room, "users-three", "F7", live),
            Command(self.tr("Guest"), self.add_guest, "user-plus", "Shift+F7", live),
            Command(self.tr("Substitute"), self.add_substitute, "user-plus", "Ctrl+F7", live),
            Command(self.tr("Takes the chair"), chosen("chair"), "gavel", "", live),
            Command(self.tr("Times of a person"), chosen("times"), "clock", "", live),
            Command(self.tr("Take the computer's time"), self.take_shown_time, "clock", "", live),
            Command(how, self.room.toggle_sum, "users-three", "", live),
        ]

    # ------------------------------------------------------------------ the clock

    def tick(self, now: datetime) -> None:
        """Notice when the computer's clock was set back."""
        clock = self.context.reader.clock
        shift = clock.shift if isinstance(clock, SteadyClock) else timedelta()
        if shift != self._shift:
            self._shift = shift
            self._note_clock()

    def _note_clock(self) -> None:
        # No key asked for it, so that none waits for it.
        run = self.context.dispatcher.run
        run(
            clock_changes.note_clock, self.meeting_uid, on_done=self._tell_clock,
            on_error=self.refused,
        )  # fmt: skip

    def _tell_clock(self, shift: timedelta) -> None:
        if shift <= self._told_shift:
            self._told_shift = shift
            return
        self._told_shift = self._shift = shift
        words = self.tr(
            "This computer's clock was set back by {count} min. The times of the meeting go on as"
            " before; “Take the computer's time” puts them all back."
        )
        minutes = -(-shift // timedelta(minutes=1))
        self.context.announce(words.format(count=minutes), "warn")

    def take_shown_time(self) -> None:
        """Put the meeting's times to what the computer shows now."""
        self.run(clock_changes.take_shown_time, self.meeting_uid, on_done=self._clock_taken)

    def _clock_taken(self, _count: int) -> None:
        self._shift = self._told_shift = timedelta()

    # ------------------------------------------------------------------ saying

    def _tell_turns(self, was: Snapshot, shot: Snapshot) -> None:
        """Say aloud that the quorum was lost or is there again, and that nobody presides."""
        if not (was.in_session and shot.in_session and was.roll_taken):
            return
        if was.quorum.met is not shot.quorum.met:
            self._tell_quorum(shot)
        chair = next((one for one in was.room if one.presides and one.here), None)
        if chair is not None and not any(one.presides and one.here for one in shot.room):
            words = self.tr("{name} presides and is not here. In the room, choose who takes the"
                            " chair (Shift and code), then 8.")  # fmt: skip
            self.context.announce(words.format(name=self.context.show(chair.name)), "warn")

    def _tell_quorum(self, shot: Snapshot) -> None:
        quorum = shot.quorum
        time = hhmm(quorum.since or shot.now, self.context.language)
        if quorum.met is False:
            words = self.tr("Quorum lost at {time}: {present} present, {needed} needed.")
        elif quorum.met:
            words = self.tr("Quorum since {time}: {present} present, {needed} needed.")
        else:
            return
        told = words.format(time=time, present=quorum.present, needed=quorum.needed)
        self.context.announce(told, "ok" if quorum.met else "no")

    # ------------------------------------------------------------------ doing

    def go_to_room(self) -> None:
        """Put the keyboard on the people."""
        self.room.people.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_toggled(self, uid: str) -> None:
        if self.console.live_only():
            self.run(attendance.toggle, self.meeting_uid, uid)

    def _on_guest(self, uid: str) -> None:
        if self.console.live_only():
            self.run(attendance.toggle_guest, uid)

    def _on_marked(self, uid: str, state: str) -> None:
        if state == "recused":
            self._recuse(uid)
        else:
            self.run(attendance.mark, self.meeting_uid, uid, state)

    def _recuse(self, uid: str) -> None:
        """Let somebody take no part in the item before the meeting, or take part again."""
        item = self.shot.current.uid if self.shot.current else None
        found = attendance.list_recusals(self.context.reader, self.meeting_uid, item)
        again = next((one for one in found if one.person_uid == uid and not one.vote_uid), None)
        if again is not None:
            self.run(attendance.end_recusal, again.uid)
        else:
            self.run(attendance.recuse, self.meeting_uid, item, uid)

    def _on_roll(self, absent: list[str]) -> None:
        service = self._roll.recording(attendance.all_present_except)
        self.run(service, self.meeting_uid, absent, on_done=self.console.rest)

    def _on_asked(self, uid: str, what: str) -> None:
        person = next(
            (one for one in self.shot.room if uid in (one.person_uid, one.attendance_uid)), None
        )
        if person is None:
            return
        if what == "times":
            self._open_times(uid)
        elif person.person_uid is None:
            self.context.announce(self.tr("A guest has no vote and no chair."), "warn")
        elif what == "chair" and self.console.live_only():
            self.run(take_chair, self.meeting_uid, uid)
        elif what == "substitute":
            self._open_substitute(person)

    def _open_times(self, uid: str) -> None:
        self.console.close_forms()
        self.times.begin(uid, self.shot)
        self.console.opened(self.times)

    def _open_substitute(self, member: RoomRow) -> None:
        if not self.console.live_only():
            return
        if member.here or not member.voting:
            words = self.tr("A substitute comes in the place of a voting member who is away.")
            self.context.announce(words, "warn")
            return
        self.console.close_forms()
        self.substitute.begin(member, self.shot)
        self.console.opened(self.substitute)

    def _of_chosen(self, what: str) -> Callable[[], None]:
        """Return what does something with whoever is chosen in the room."""

        def act() -> None:
            one = self.room.people.entry()
            if one is None:
                self.go_to_room()
                words = self.tr("Choose somebody in the room first: Shift and the code.")
                self.context.announce(words, "info")
            else:
                self._on_asked(one.uid, what)

        return act

    def add_guest(self) -> None:
        """Open the line for a guest."""
        if self.console.live_only():
            self.console.open_form("guest")

    def add_substitute(self) -> None:
        """Open the line for a substitute, for the member who is chosen if that one is away."""
        one = self.room.people.entry()
        away = one is not None and one.row is not None and one.row.voting and not one.row.here
        if away and one is not None and one.row is not None:
            self._open_substitute(one.row)
        elif self.console.live_only():
            self.console.open_form("substitute")
