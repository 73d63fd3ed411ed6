"""The calendar file that is written again whenever meetings changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.ui.context import Context

WAIT_MS = 400
_KEY = "calendar_feeds"
_TELLS = frozenset({"meetings", "bodies", "council"})


def feed_path(context: Context) -> str:
    """Return where this computer keeps the council's calendar, empty when nowhere."""
    kept: dict[str, str] = context.settings.extra.get(_KEY, {})
    return kept.get(context.council.uid, "")


def keep_feed(context: Context, path: str) -> None:
    """Remember where the calendar is kept on this computer; an empty path stops it."""
    kept = {**context.settings.extra.get(_KEY, {}), context.council.uid: path}
    context.settings.extra[_KEY] = {uid: where for uid, where in kept.items() if where}
    context.settings.save()


class Feed(QObject):
    """Writes the file off the GUI thread; a failure is told once, until it works again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._failed = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.write)

    def on_changed(self, kinds: frozenset[str]) -> None:
        """Write soon, once for several steps, when what the calendar tells has changed."""
        if kinds & _TELLS and feed_path(self._context):
            self._wait.start()

    def stop(self) -> None:
        """Write what is still waiting: the file is about to be closed."""
        if self._wait.isActive():
            self._wait.stop()
            self.write()

    def write(self) -> None:
        """Write the file now, where one is kept."""
        from council.services.schedule.calendar_export import write_calendar_file

        path = feed_path(self._context)
        if path:
            self._context.dispatcher.ask(
                write_calendar_file, Path(path), on_done=self._on_written, on_error=self._on_refused
            )

    def _on_written(self, _: Any) -> None:
        self._failed = False

    def _on_refused(self, message: Message) -> None:
        if not self._failed:
            words = QCoreApplication.translate("Feed", "The calendar file was not written. {why}")
            self._context.announce(words.format(why=self._context.say(message)), "no")
        self._failed = True
