"""The frame of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from council.ui.actions import Command
    from council.ui.context import Context


class Page(QWidget):
    """One place in the rail.

    The window builds it once, calls ``show_for`` whenever somebody goes there, and ``refresh``
    when a kind of thing in ``watches`` has changed.

    Build widgets in ``__init__``, fill them in ``refresh``. The window calls ``refresh`` once after
    ``show_for``; while the page is hidden, changes are only remembered.
    """

    watches: ClassVar[frozenset[str]] = frozenset()
    #: False for pages with scrolling parts of their own, such as the console.
    scrolls: ClassVar[bool] = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def title(self) -> str:
        """Return the page's name for the window title and for screen readers."""
        return ""

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Take the uid and options with which somebody came here; ``refresh`` follows."""

    def cares_for(self, kinds: frozenset[str]) -> bool:
        """Tell whether a change of these kinds can alter what is shown."""
        return bool(self.watches & kinds)

    def refresh(self) -> None:
        """Read the record anew and show it, keeping what is being typed and what is chosen."""

    def follow(self, kinds: frozenset[str]) -> None:
        """Show what a change of such kinds can have altered; unless told better, everything."""
        self.refresh()

    def first(self) -> QWidget:
        """Return what the keyboard is on when somebody comes here for the first time.

        The page itself unless there is a field to type into: it shows no ring, and the first Tab
        goes to its first control.
        """
        return self

    def last(self) -> QWidget | None:
        """Return where Shift+Tab comes in from the rest of the window, None where Qt decides."""
        return None

    def commands(self) -> list[Command]:
        """Return what can be done here by name or key; the palette and the key sheet show it.

        The keys hold while the page is in front.
        """
        return []

    def leave(self) -> None:
        """Be told that another page comes to the front: close editors, stop timers."""
