"""The real program with a secretary inside: ``kill_child.py FILE LOG FROM KEYS MS``.

Goes on with the script from an act, writes each confirmed one into the log, and dies by its own
signal 9 the given time after a key was pressed (never for a negative number of keys).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kill_script import Hands, script
from kill_state import record, typed
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from council import app
from council.services import meetings
from council.ui import crash
from council.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from kill_script import Steps

LOOK_MS = 4
STUCK_S = 25


class Log:
    """Lines of JSON that survive the process: written at once."""

    def __init__(self, path: Path) -> None:
        self._path, self._file = path, -1

    def say(self, **facts: Any) -> None:
        """Write one line; the first makes the file."""
        if self._file < 0:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(self._file, (json.dumps(facts) + "\n").encode())


class Secretary:
    """Does the script by the clock of the event loop."""

    def __init__(self, window: Any, file: Path, log: Log, first: int, keys: int, ms: float) -> None:
        self.window, self._file, self._log = window, file, log
        self._first, self._keys, self._ms = first, keys, ms
        self.hands = Hands(window, self._before_key)
        self._steps: Steps = self._work()
        self._seen: Callable[[], object] = lambda: True
        self._since, self._doing = time.monotonic(), "opening "
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _before_key(self) -> None:
        self._keys -= 1
        if self._keys == 0:
            threading.Timer(self._ms / 1000, os.kill, (os.getpid(), signal.SIGKILL)).start()

    def _look(self) -> None:
        """Go on when what was waited for is to be seen."""
        self._timer.stop()  # a key may run an event loop of its own
        try:
            if self._seen():
                self._seen, self._since = next(self._steps), time.monotonic()
            else:
                self._be_patient()
        except StopIteration:
            QApplication.exit(0)
            return
        except BaseException:
            self._log.say(
                trouble=self._doing + traceback.format_exc(),
                stood=self._stands(),
                words=self._words(),
            )
            os._exit(3)
        self._timer.start(LOOK_MS)

    def _be_patient(self) -> None:
        if time.monotonic() - self._since > STUCK_S:
            raise TimeoutError("nothing happens")

    def _work(self) -> Steps:
        yield lambda: self.window.shell() is not None
        self.window.activateWindow()  # there is no window manager that would
        yield self.window.isActiveWindow
        shell = self.window.shell()
        (meeting,) = meetings.list_meetings(shell.context.reader)
        if shell.route != "meeting" and str(meeting.state) != "in_session":
            shell.navigate("meeting", meeting.uid, step="meet")
        yield lambda: shell.route == "meeting"
        console = self.hands.console
        yield lambda: console.isVisible() and console.focusWidget() is not None
        self._log.say(stands=self._stands(), words=self._words())  # the first line of the log
        dispatcher = shell.opened.dispatcher
        dispatcher.changed.connect(lambda _kinds: self._log.say(step=self._record()))
        for number, act in enumerate(script()[self._first :], start=self._first):
            self._doing = f"{act.name} "
            yield from act.run(self.hands)
            yield lambda: dispatcher._waiting == 0
            self._log.say(act=number, name=act.name, record=self._record(), typed=self._typed())

    def _record(self) -> dict[str, Any]:
        return record(self.window.shell().context.reader, self.window.shell().uid)

    def _typed(self) -> dict[str, dict[str, str]]:
        return typed(self.window.shell().context.reader, self.window.shell().uid)

    def _stands(self) -> dict[str, Any]:
        """Return where the console stands, as its widgets show it."""
        console, shot = self.hands.console, self.hands.shot
        panel = console.voting.vote
        open_vote = shot.vote is not None
        roll = open_vote and str(shot.vote.method) == "roll_call"
        return {
            "item": shot.current.title.show("en") if shot.current else "",
            "stack": [one.text.show("en") for one in shot.pending],
            "vote": str(panel.vote.method) if open_vote and panel.vote else "",
            "given": sorted(panel.roll.given.values()) if roll else [],
        }

    def _words(self) -> dict[str, Any]:
        """Return the form that is open with what stands in it, and the counts that are typed."""
        console = self.hands.console
        form = console.forms.opened()
        counts = console.voting.vote.counts
        return {
            "form": form.name if form else "",
            "values": {key: words for key, words in form.values().items() if words} if form else {},
            "counts": {key: line.text() for key, line in counts.lines.items() if line.text()},
        }


def main() -> int:
    """Run the program on the file that was open, or is opened for the first time."""
    file, log, first, keys, ms = sys.argv[1:]
    made: list[Secretary] = []

    class Window(app.MainWindow):
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            told = (Path(file), Log(Path(log)), int(first), int(keys), float(ms))
            made.append(Secretary(self, *told))

    def fault(kind: type[BaseException], error: BaseException, where: TracebackType) -> None:
        said = "".join(traceback.format_exception(kind, error, where))
        Log(Path(log)).say(trouble=said)  # a dialog would wait for ever
        os._exit(4)

    app.MainWindow = Window
    crash.CrashHook.install = lambda _hook: setattr(sys, "excepthook", fault)
    again = bool(Settings.load().open_now)
    return app.run_window(None if again else Path(file), sys.argv[:1])


if __name__ == "__main__":
    sys.exit(main())
