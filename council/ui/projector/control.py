"""Runs the second screen: shows and hides it, lets it follow the meeting, or freezes it.

What is shown is read off the GUI thread, and only while the window is there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from council.services.session import projection
from council.ui.projector.remote import KEPT
from council.ui.projector.window import ProjectorWindow, make_window, other_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from council.domain.messages import Message
    from council.services.desk import Desk
    from council.services.session.projection import Projection
    from council.ui.context import Context

WATCHES: Final = frozenset(
    {
        "council",
        "people",
        "bodies",
        "meetings",
        "agenda",
        "attendance",
        "motions",
        "votes",
        "speakers",
    }
)
_SCHEMES: Final = {"light": "dark", "dark": "high_contrast", "high_contrast": "light"}


def look_at(desk: Desk, wanted: str) -> Projection | None:
    """Return the picture of the meeting in session, else of the one wanted, None without any."""
    uid = projection.meeting_to_show(desk, wanted)
    return projection.project(desk, uid) if uid else None


class Projector(QObject):
    """The second screen of one open council.

    ``wanted`` tells which meeting's page is in front. What was chosen stays in the settings.
    Signals: ``changed()`` when it was shown, hidden, frozen or let go on.
    """

    changed = Signal()

    def __init__(self, context: Context, owner: QWidget, wanted: Callable[[], str]) -> None:
        super().__init__(owner)
        self._context, self._owner, self._wanted = context, owner, wanted
        self.window: ProjectorWindow | None = None
        self.frozen = False
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.timeout.connect(self._read)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen)
            app.screenRemoved.connect(self._on_screen_gone)

    # ------------------------------------------------------------------ what is kept

    def _kept(self) -> dict[str, Any]:
        kept = self._context.settings.extra.get(KEPT)
        return kept if isinstance(kept, dict) else {}

    def _keep(self, **values: Any) -> None:
        self._context.settings.extra[KEPT] = {**self._kept(), **values}
        self._context.settings.save()

    @property
    def shown(self) -> bool:
        """Tell whether the second screen is there."""
        return self.window is not None

    # ------------------------------------------------------------------ showing and hiding

    def toggle(self) -> None:
        """Show the second screen, or hide it."""
        if self.window is None:
            self.show()
            self._say(self.tr("The second screen is shown and follows the meeting."))
        else:
            self.hide()
            self._say(self.tr("The second screen is hidden."))

    def show(self) -> None:
        """Show it: full screen on another display, in a window where there is none."""
        kept = self._kept()
        scheme = str(kept.get("scheme", "light"))
        scheme = scheme if scheme in _SCHEMES else "light"
        made = make_window(self._context.language, scheme, self._context.reader.now)
        made.hidden.connect(self._on_hidden)
        made.placed.connect(self._on_placed)
        self.window, self.frozen = made, False
        box = kept.get("box")
        made.appear(self._screen(), QRect(*box) if isinstance(box, list) else None)
        self._owner.activateWindow()  # some desktops hand the keyboard to whatever came last
        self._keep(shown=os.getpid())
        self._read()
        self.changed.emit()

    def hide(self) -> None:
        """Take it away."""
        if self.window is not None:
            self._keep(shown=0)
            self.let_go()
            self.changed.emit()

    def let_go(self) -> None:
        """Close the window without forgetting that it was shown: its owner goes away."""
        window, self.window = self.window, None
        if window is not None:
            self._remember(window)
            window.hidden.disconnect(self._on_hidden)
            window.close()
            window.deleteLater()

    def _remember(self, window: ProjectorWindow) -> None:
        if not window.isFullScreen():
            box = window.geometry()
            self._keep(box=[box.x(), box.y(), box.width(), box.height()])

    def _on_hidden(self) -> None:
        self.hide()

    def _on_placed(self) -> None:
        if self.window is not None:
            self._remember(self.window)

    # ------------------------------------------------------------------ displays

    def _screen(self) -> QScreen | None:
        wanted = str(self._kept().get("screen", ""))
        return other_screen(QGuiApplication.screens(), self._owner.screen(), wanted)

    def _on_screen(self, screen: QScreen) -> None:
        """Go to a display that was just plugged in."""
        if self.window is not None:
            self.window.appear(screen, None)

    def _on_screen_gone(self, _screen: QScreen) -> None:
        """Do not lie over the console when the display is pulled out."""
        if self.window is not None and self._screen() is None:
            self.window.showNormal()
            self.window.resize(self.window.minimumSize())

    def next_display(self) -> None:
        """Go on to the next display; with one only, fill it or stop filling it."""
        if self.window is None:
            self.show()
            return
        others = [one for one in QGuiApplication.screens() if one is not self._owner.screen()]
        if not others:
            self.window.turn_full()
            return
        here = self.window.screen()
        place = others.index(here) + 1 if here in others else 0
        chosen = others[place % len(others)]
        self._keep(screen=chosen.name())
        self.window.appear(chosen, None)

    # ------------------------------------------------------------------ following

    def freeze(self) -> None:
        """Keep the picture as it is while the console goes on, or let it follow again."""
        if self.window is None:
            self._say(self.tr("The second screen is not shown: F3 shows it."), "warn")
            return
        self.frozen = not self.frozen
        board = self.window.board
        board.frozen_at = self._context.reader.now() if self.frozen else None
        if self.frozen:
            self._say(self.tr("The second screen is frozen. Shift+F3 lets it follow again."))
        else:
            self._say(self.tr("The second screen follows the meeting again."))
            self._read()
        self.changed.emit()

    def next_scheme(self) -> None:
        """Go from light to dark to high contrast and round again, on the second screen alone."""
        if self.window is None:
            self.show()
            return
        scheme = _SCHEMES[self.window.board.scheme]
        self.window.board.set_scheme(scheme)
        self._keep(scheme=scheme)

    def on_changed(self, kinds: frozenset[str]) -> None:
        """Follow a change of the record, once the console has shown it."""
        if self.window is not None and not self.frozen and kinds & WATCHES:
            self._coming.start()

    def look_again(self) -> None:
        """Follow to another meeting's page."""
        if self.window is not None and not self.frozen:
            self._coming.start()

    def _read(self) -> None:
        self._context.dispatcher.ask(
            look_at, self._wanted(), on_done=self._on_read, on_error=self._on_gone
        )

    def _on_read(self, shown: Projection | None) -> None:
        if self.window is not None and not self.frozen:
            self.window.board.show_picture(shown)

    def _on_gone(self, _message: Message) -> None:
        """Show nothing: the meeting was taken back since it was asked for."""
        self._on_read(None)

    def _say(self, words: str, tone: str = "info") -> None:
        self._context.announce(words, tone)
