"""What every part of the console has in common: a part is one thing a secretary attends to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QObject

from council.ui.pages.meeting.meet.keys import digit, letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from council.domain.messages import Message
    from council.ui.actions import Command
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.forms import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class Side(Enum):
    """Where in the console a widget stands."""

    LEFT = "left"  # the whole height at the left
    HEAD = "head"  # above the middle, never scrolled away
    INSTEAD = "instead"  # fills the middle in place of what scrolls there
    CENTRE = "centre"  # the middle, which scrolls
    RIGHT = "right"  # the right column, each under a hairline


@dataclass(frozen=True)
class Placed:
    """A widget and its place; on one side the lowest ``order`` is on top.

    ``grow`` is its share of the height that is left; a widget that is ``shut`` is not shown until
    its part opens it.
    """

    widget: QWidget
    side: Side
    order: int
    grow: int = 0
    shut: bool = False


@dataclass(frozen=True)
class Press:
    """A key the console itself was pressed; ``letter`` and ``digit`` by place on the keyboard."""

    event: QKeyEvent
    digit: str
    letter: str

    @classmethod
    def of(cls, event: QKeyEvent) -> Press:
        """Read a key."""
        return cls(event, digit(event), letter(event))


class Part(QObject):
    """One thing a secretary attends to: its widgets, forms, commands, keys and services.

    Build the widgets in ``__init__``. ``shows`` names the fields of the snapshot that are drawn:
    ``show_meeting`` is called when one of them changed, and once at the beginning.
    """

    shows: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.console, self.context = console, console.context
        self.meeting_uid = console.meeting_uid

    @property
    def shot(self) -> Snapshot:
        """Return the meeting as it stands."""
        return self.console.shot

    # ------------------------------------------------------------------ what it adds

    def placed(self) -> list[Placed]:
        """Return its widgets with their places; asked once."""
        return []

    def forms(self) -> list[ConsoleForm]:
        """Return its forms; they open in the middle, one at a time, by their name. Asked once."""
        return []

    def commands(self) -> list[Command]:
        """Return what can be done here by name or key."""
        return []

    # ------------------------------------------------------------------ what it is told

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the meeting as it stands: something of ``shows`` changed."""

    def arrange(self, *, writing: bool, asking: bool) -> None:
        """Show or hide what gives way while a form is open, or a part asks something in place."""

    def tick(self, now: datetime) -> None:
        """Be told each second, while the meeting is in session and the console is seen."""

    def reveal(self, **more: Any) -> None:
        """Be told what somebody comes for; ``arrive`` follows."""

    def leave(self) -> None:
        """Keep what is half typed: another page comes to the front."""

    # ------------------------------------------------------------------ what it is asked

    def take_key(self, press: Press) -> bool:
        """Take a key that nobody else took; tell whether it was taken."""
        return False

    def asking(self) -> bool:
        """Tell whether it asks something in place of a form, such as how a vote is taken."""
        return False

    def put_away(self) -> None:
        """Put away what it asks; a form opens, or Escape was pressed."""

    def arrive(self) -> bool:
        """Take the keyboard if it has cause when the console comes to the front; tell whether."""
        return False

    def rest(self) -> bool:
        """Take the keyboard if work goes on here, such as an open vote; tell whether."""
        return False

    # ------------------------------------------------------------------ doing

    def run(self, service: Callable[..., object], *args: Any, **named: Any) -> None:
        """Run a service; keys pressed meanwhile wait for it, a refusal is said."""
        named.setdefault("on_error", self.refused)
        self.console.hold.run(self.context, service, *args, **named)

    def refused(self, message: Message) -> None:
        """Say why something could not be done."""
        self.context.announce(self.context.say(message), "warn")
