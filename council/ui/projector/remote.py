"""The keys of the second screen; the screen itself is loaded when it is first wanted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Signal

from council.ui.actions import Command
from council.ui.facts import meeting_in_session
from council.ui.kit import Brush, Pressable, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from council.ui.context import Context
    from council.ui.projector.control import Projector

KEPT: Final = "projector"


class ScreenMark(Pressable):
    """Says in the top bar that the second screen is on, and whether it is frozen."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFixedHeight(36)
        self.show_state(shown=False, frozen=False)

    def show_state(self, *, shown: bool, frozen: bool) -> None:
        """Show or hide itself; press it to freeze the screen or let it follow."""
        self._words = self.tr("Frozen") if frozen else ""
        name = self.tr("Second screen frozen, Shift+F3 lets it follow")
        if not frozen:
            name = self.tr("Second screen follows, Shift+F3 freezes it")
        self.setAccessibleName(name)
        self.setToolTip(name)
        wide = width_of(self._words, "small", "medium") + 12 if self._words else 0
        self.setFixedWidth(int(wide) + 36)
        self.setVisible(shown)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, and the word when it is frozen."""
        brush, box = Brush(self), QRectF(self.rect())
        frozen = bool(self._words)
        if frozen:
            brush.plate(box, "warn_soft", "warn")
        elif self.hot():
            brush.plate(box, "sunken")
        colour = "warn" if frozen else "accent"
        brush.icon("pause" if frozen else "projector-screen", 8, 8, 20, colour, "fill")
        room = QRectF(34, 0, box.width() - 36, box.height())
        brush.write(room, self._words, "small", "medium", colour)
        brush.end()


class Remote(QObject):
    """Commands and mark of the second screen; ``wanted`` tells which meeting is in front.

    Signals: ``changed()`` when it was shown, hidden, frozen or let go on.
    """

    changed = Signal()

    def __init__(self, context: Context, owner: QWidget, wanted: Callable[[], str]) -> None:
        super().__init__(owner)
        self._context, self._owner, self._wanted = context, owner, wanted
        self._made: Projector | None = None
        self.mark = ScreenMark()
        self.mark.clicked.connect(self.freeze)

    @property
    def screen(self) -> Projector:
        """Return the second screen, made when it is first asked for."""
        if self._made is None:
            from council.ui.projector.control import Projector

            self._made = Projector(self._context, self._owner, self._wanted)
            self._made.changed.connect(self._on_changed)
        return self._made

    def _on_changed(self) -> None:
        made = self.screen
        self.mark.show_state(shown=made.shown, frozen=made.frozen)
        self.changed.emit()

    def restore(self) -> None:
        """Show it again where it was left shown: in this run, or in a meeting that goes on."""
        kept = self._context.settings.extra.get(KEPT)
        run = kept.get("shown") if isinstance(kept, dict) else 0
        if run and (run == os.getpid() or meeting_in_session(self._context.reader)):
            self.screen.show()

    def let_go(self) -> None:
        """Close it: its owner goes away."""
        if self._made is not None:
            self._made.let_go()

    def on_record(self, kinds: frozenset[str]) -> None:
        """Follow a change of the record."""
        if self._made is not None:
            self._made.on_changed(kinds)

    def look_again(self) -> None:
        """Follow to another meeting's page."""
        if self._made is not None:
            self._made.look_again()

    def toggle(self) -> None:
        """Show it, or hide it."""
        self.screen.toggle()

    def freeze(self) -> None:
        """Keep its picture as it is, or let it follow."""
        self.screen.freeze()

    def next_scheme(self) -> None:
        """Let it wear the next scheme."""
        self.screen.next_scheme()

    def next_display(self) -> None:
        """Move it to the next display."""
        self.screen.next_display()

    def commands(self) -> list[Command]:
        """Return what can be done with it, by key or by name."""
        group = self.tr("Second screen")
        show = self.tr("Show or hide the second screen")
        freeze = self.tr("Freeze the second screen, or let it follow")
        colours = self.tr("Second screen: next colours")
        display = self.tr("Second screen: next display, or full screen")
        return [
            Command(show, self.toggle, "projector-screen", "F3", group),
            Command(freeze, self.freeze, "pause", "Shift+F3", group),
            Command(colours, self.next_scheme, "circle-half", "", group),
            Command(display, self.next_display, "arrow-square-out", "", group),
        ]
