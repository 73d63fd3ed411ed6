"""One step of a meeting's life: what every part of the meeting page has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from council.ui.actions import Command
    from council.ui.context import Context
    from council.ui.kit import Button


class Step(QWidget):
    """A step under the stepper: Plan, Notice, Meet, Minutes, Approve or Publish.

    Build widgets in ``__init__`` (with the meeting's uid), fill them in ``refresh``: the meeting
    page calls it when the step is shown and when a kind of thing in ``watches`` has changed.

    Signals: ``header_changed()`` when ``header_actions`` would now give other buttons.
    """

    header_changed = Signal()

    watches: ClassVar[frozenset[str]] = frozenset()
    #: True when the meeting page should put the step into a scroll area.
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.context, self.meeting_uid = context, meeting_uid

    def refresh(self) -> None:
        """Read the record anew and show it, keeping what is being typed and what is chosen."""

    def follow(self, kinds: frozenset[str]) -> None:
        """Show what a change of such kinds can have altered; unless told better, everything."""
        self.refresh()

    def header_actions(self) -> list[Button]:
        """Return the buttons at the right of the page's title, the primary one last.

        They are made once by the step and owned by it; the page only lays them out.
        """
        return []

    def reveal(self, **more: Any) -> None:
        """Be told what somebody came for: ``item``, ``motion``, ``note`` or ``paragraph`` uid.

        ``refresh`` follows.
        """

    def bare(self) -> bool:
        """Tell whether the step now wants the whole height, without the title and the stepper."""
        return False

    def long(self) -> bool:
        """Tell whether it shows so much that the page's head is better read apart, a bit later."""
        return False

    def last(self) -> QWidget | None:
        """Return where Shift+Tab comes in from the rest of the window, None where Qt decides."""
        return None

    def commands(self) -> list[Command]:
        """Return what can be done here by name or key."""
        return []

    def leave(self) -> None:
        """Be told that another step or page comes to the front: keep what is half typed."""
