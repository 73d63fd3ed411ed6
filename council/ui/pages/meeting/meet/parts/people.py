"""Who is in the room: quorum, codes, guests."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from council.services.session import attendance
from council.ui.actions import Command
from council.ui.pages.meeting.meet.forms import ConsoleForm, GuestForm
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.meet.room_column import RoomColumn

if TYPE_CHECKING:
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class People(Part):
    """The room and its quorum."""

    shows: ClassVar[frozenset[str]] = frozenset({"meeting", "room", "quorum", "rules", "remote"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.room = RoomColumn(self.context)
        self.room.guest_wanted.connect(self.add_guest)
        people = self.room.people
        people.toggled.connect(self._on_toggled)
        people.marked.connect(self._on_marked)
        people.roll_called.connect(self._on_roll)
        people.left.connect(self.console.rest)
        self._was_in_session = console.shot.in_session

    def placed(self) -> list[Placed]:
        """Return the top of the right column."""
        return [Placed(self.room, Side.RIGHT, 10)]

    def forms(self) -> list[ConsoleForm]:
        """Return the line for a guest."""
        return [GuestForm(self.context, self.meeting_uid)]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the room; the roll is taken as soon as the meeting is called to order."""
        self.room.show_meeting(shot)
        if shot.in_session and not self._was_in_session:
            self.go_to_room()
        self._was_in_session = shot.in_session

    def arrive(self) -> bool:
        """Take the keyboard until the roll is taken."""
        if not self.shot.in_session or self.shot.roll_taken:
            return False
        self.go_to_room()
        return True

    def commands(self) -> list[Command]:
        """Return what concerns the room."""
        live = self.tr("Meeting")
        how = self.tr("How the quorum is counted")
        return [
            Command(self.tr("Room"), self.go_to_room, "users-three", "F7", live),
            Command(self.tr("Guest"), self.add_guest, "user-plus", "Shift+F7", live),
            Command(how, self.room.toggle_sum, "users-three", "", live),
        ]

    # ------------------------------------------------------------------ doing

    def go_to_room(self) -> None:
        """Put the keyboard on the people."""
        self.room.people.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_toggled(self, uid: str) -> None:
        if self.console.live_only():
            self.run(attendance.toggle, self.meeting_uid, uid)

    def _on_marked(self, uid: str, state: str) -> None:
        if state == "recused":
            item = self.shot.current.uid if self.shot.current else None
            self.run(attendance.recuse, self.meeting_uid, item, uid)
        else:
            self.run(attendance.mark, self.meeting_uid, uid, state)

    def _on_roll(self, absent: list[str]) -> None:
        self.run(attendance.all_present_except, self.meeting_uid, absent, on_done=self.console.rest)

    def add_guest(self) -> None:
        """Open the line for a guest."""
        if self.console.live_only():
            self.console.open_form("guest")
