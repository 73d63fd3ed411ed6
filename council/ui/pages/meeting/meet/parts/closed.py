"""The closed session: into it and out of it by a key, said on the screen while it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from council.services.session import closed_session
from council.ui.actions import Command
from council.ui.kit import GROW, Button, frame, icon, label, row, small, stack
from council.ui.kit.spoken import speak
from council.ui.pages.meeting.meet.closed_form import ClosedForm
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from council.services.planning.agenda import ItemRow
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.forms import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_KEY = "Shift+F11"


class ClosedSession(Part):
    """A band above the middle while the room is closed; one key closes it, and opens it again."""

    shows: ClassVar[frozenset[str]] = frozenset({"meeting", "items", "pending"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self._title = label("", "body", "strong")
        self._told = small("", "ink_2", wrap=True)
        self.open_room = Button(self.tr("Open the room"), "lock-open", "normal", _KEY, dense=True)
        self.open_room.clicked.connect(self.turn)
        sign = icon("lock-simple", "warn", 20, "fill")
        line = row(sign, self._title, GROW, self.open_room, gap=10)
        self.band = frame("warn", stack(line, self._told, gap=2, pad=(16, 6, 10, 8)))

    def placed(self) -> list[Placed]:
        """Return the band."""
        return [Placed(self.band, Side.HEAD, 5, shut=True)]

    def forms(self) -> list[ConsoleForm]:
        """Return the form that asks for the ground."""
        return [ClosedForm(self.context, self.meeting_uid)]

    def commands(self) -> list[Command]:
        """Return the key."""
        words = self.tr("Closed session, or open the room again")
        return [Command(words, self.turn, "lock-simple", _KEY, self.tr("Meeting"))]

    def show_meeting(self, shot: Snapshot) -> None:
        """Say that the room is closed, since when and on what ground."""
        item = closed_now(shot)
        was = not self.band.isHidden()
        self.band.setVisible(item is not None)
        if item is None:
            if was and shot.in_session:
                self.context.announce(self.tr("The room is open again."), "info")
            return
        language = self.context.language
        words = self.tr("Closed session")
        if item.opened_at is not None:
            since = self.tr("Closed session since {time}")
            words = since.format(time=hhmm(item.opened_at, language))
        self._title.setText(words)
        ground = item.closed_ground.show(language)
        missing = self.tr("No legal ground is given: correct it in the timeline.")
        told = ground or missing
        if any(not one.closed for one in shot.pending):
            public = self.tr("The question is public: its vote will stand in the public minutes.")
            told = f"{told} · {public}"
        self._told.setText(told)
        self.band.setAccessibleName(f"{words}. {told}")
        if not was:
            speak(self.band, f"{words}. {ground}".strip(), urgent=True)

    def turn(self) -> None:
        """Close the room, or open it again."""
        if not self.console.live_only():
            return
        if closed_now(self.shot) is not None:
            self.run(closed_session.leave, self.meeting_uid)
        else:
            self.console.open_form("closed")


def closed_now(shot: Snapshot) -> ItemRow | None:
    """Return the item by which the room is closed: the current one, or one that it lies under."""
    if not shot.in_session:
        return None
    known = {item.uid: item for item in shot.items}
    item = shot.current
    while item is not None and not item.closed:
        item = known.get(item.parent_uid or "")
    return item
