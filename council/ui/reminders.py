"""Reminders while the program runs: the deadline for posting an agenda comes near, or is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from council.domain import calendars
from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.ui import facts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from council.services.desk import Desk
    from council.ui.context import Context
    from council.ui.settings import Settings

LOOK_MS: Final = 30_000
_SOON_MS: Final = 400
_AHEAD: Final = timedelta(days=60)
LAST_DAY: Final = timedelta(hours=24)
LAST_HOURS: Final = timedelta(hours=2)
_MOST_TOLD: Final = 200
SWITCH: Final = "remind"
_TOLD: Final = "reminded"
#: after which changes of the record the deadlines are looked up again
_KINDS: Final = frozenset({"meetings", "agenda", "rules", "council"})


@dataclass(frozen=True, slots=True)
class Due:
    """A meeting whose agenda has to be posted, by when, and what it is called."""

    meeting_uid: str
    until: datetime
    meeting: meetings.MeetingRow


def find_due(desk: Desk) -> list[Due]:
    """Return the meetings to come whose agenda is not posted yet, the next deadline first.

    To be asked of the dispatcher: each meeting's deadline is worked out anew from the rules.
    """
    # Neither the rules nor a tray are needed to show the first page.
    from council.services.duties import meeting_duties as duties

    now = desk.now()
    found = []
    for one in meetings.list_meetings(desk):
        if one.state != MeetingState.PLANNED:
            continue
        if not now.date() <= one.starts_local.date() <= (now + _AHEAD).date():
            continue
        row = duties.notice_deadline(desk, one.uid)
        if row is not None and row.until is not None and row.posted_at is None:
            found.append(Due(one.uid, row.until, one))
    return sorted(found, key=lambda due: due.until)


def stage(left: timedelta) -> str:
    """Return which reminder is due with so much time left: "", "24h", "2h" or "over"."""
    if left <= timedelta():
        return "over"
    if left <= LAST_HOURS:
        return "2h"
    return "24h" if left <= LAST_DAY else ""


def reminds(settings: Settings) -> bool:
    """Tell whether this person wants reminders on this computer."""
    return bool(settings.extra.get(SWITCH, True))


class Tray(QObject):
    """The computer's own notifications, where it has any.

    Signals: ``pressed()`` when somebody presses a notification.
    """

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def say(self, title: str, words: str) -> None:
        """Show a notification; without a tray the window alone says it."""
        from PySide6.QtWidgets import QSystemTrayIcon

        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._icon.messageClicked.connect(self.pressed)
        self._icon.show()
        self._icon.showMessage(title, words)

    def close(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()


class Reminder(QObject):
    """Looks at the clock on the wall twice a minute, so that a computer's sleep loses nothing.

    Signals: ``looked()`` when the deadlines were looked up again.
    """

    looked = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.tray = Tray(self)
        self.tray.pressed.connect(self.open)
        self.dues: list[Due] = []
        self._seen: datetime | None = None
        self._last = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        self._soon.start()
        context.dispatcher.changed.connect(self._on_changed)
        self._app = QGuiApplication.instance()
        if isinstance(self._app, QGuiApplication):
            self._app.applicationStateChanged.connect(self._on_state)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._soon.start()

    def _on_state(self) -> None:
        self._soon.start()

    def look(self) -> None:
        """Look the deadlines up and tell what is due."""
        self._context.dispatcher.ask(find_due, on_done=self._on_found)

    def _on_found(self, dues: list[Due]) -> None:
        self.dues = dues
        now = self._context.reader.now()
        for due in dues:
            self._tell(due, now)
        self._seen = now
        self.looked.emit()

    def _tell(self, due: Due, now: datetime) -> None:
        settings = self._context.settings
        step = stage(due.until - now)
        if not step or not reminds(settings):
            return
        if step == "over" and (self._seen is None or self._seen > due.until):
            return  # it was over before the program ran: Today says so all day
        told: list[str] = list(settings.extra.get(_TOLD, []))
        key = f"{due.meeting_uid} {due.until.isoformat()}"
        if f"{key} {step}" in told:
            return
        # Who is told of the last hours needs not be told of the last day any more.
        steps = {"24h": ["24h"], "2h": ["24h", "2h"], "over": ["24h", "2h", "over"]}[step]
        fresh = [f"{key} {one}" for one in steps if f"{key} {one}" not in told]
        settings.extra[_TOLD] = [*told, *fresh][-_MOST_TOLD:]
        settings.save()
        self._last = due.meeting_uid
        words = self.words(due, now)
        self.tray.say(self.tr("Post the agenda"), words)
        self._context.announce(words, "no" if step == "over" else "warn")

    def words(self, due: Due, now: datetime) -> str:
        """Say in one sentence what has to be posted by when."""
        language = self._context.language
        name = facts.meeting_name(due.meeting, language)
        if due.until <= now:
            words = self.tr("The agenda of {meeting} had to be posted by {time}.")
        else:
            words = self.tr("The agenda of {meeting} has to be posted by {time}.")
        return words.format(meeting=name, time=self._when(due.until))

    def _when(self, until: datetime) -> str:
        language = self._context.language
        day = calendars.weekday_name(until.date(), language)
        date = calendars.short_date(until.date(), language)
        return f"{day} {date}, {calendars.window_time(until, language)}"

    def last_day(self) -> tuple[str, list[str]]:
        """Return (meeting, what the strip says) of the deadline within a day, ("", []) if none."""
        now = self._context.reader.now()
        near = next((due for due in self.dues if stage(due.until - now) in ("24h", "2h")), None)
        if near is None:
            return "", []
        by = self.tr("post the agenda by {time}").format(time=self._when(near.until))
        name = facts.meeting_name(near.meeting, self._context.language)
        return near.meeting_uid, [name, by, self.left(near.until - now)]

    def left(self, left: timedelta) -> str:
        """Say how much time is left, to the minute."""
        minutes = max(1, int(left.total_seconds() // 60))
        if minutes < 60:
            return self.tr("{minutes} min left").format(minutes=minutes)
        words = self.tr("{hours} h {minutes} min left")
        return words.format(hours=minutes // 60, minutes=minutes % 60)

    def open(self) -> None:
        """Go to the notice of the meeting that was told of last."""
        if self._last:
            self._context.navigate("meeting", self._last, step="notice")

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._soon.stop()
        self._context.dispatcher.changed.disconnect(self._on_changed)
        if isinstance(self._app, QGuiApplication):
            self._app.applicationStateChanged.disconnect(self._on_state)
        self.tray.close()
