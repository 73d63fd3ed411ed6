"""An agenda of 120 items, 40 papers in the window: the longest block of the GUI thread by edit.

Keys are posted to a running event loop with the program's own worker threads. A block is one event
(a key, an answer of a worker, a timer, a repaint) with everything it sets off on the GUI thread.
"""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import count
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false;default.warning=false")

from bench_agenda import build
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from council.services.desk import open_desk
from council.ui import fonts, theme
from council.ui.dispatcher import WorkerDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from council.services.desk import Desk

LIMIT: Final = 0.050
SETTLE_MS: Final = 700
ROUNDS: Final = 3
PAPER_BYTES: Final = 5_000_000
K, M = Qt.Key, Qt.KeyboardModifier


class TimedApp(QApplication):
    """Measures each event from its arrival until everything it sets off is done."""

    longest = work = 0.0
    _depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event; the outermost one is timed."""
        self._depth += 1
        start, began = perf_counter(), thread_time()
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._depth -= 1
            if not self._depth:
                self.longest = max(self.longest, perf_counter() - start)
                self.work = max(self.work, thread_time() - began)

    def block(self, act: Callable[[], None]) -> tuple[float, float]:
        """Return the longest block while something is done and what follows settles.

        The second figure is the longest by the thread's own work, without waiting for a processor.
        """
        run(50)
        start, began = perf_counter(), thread_time()
        act()
        self.longest, self.work = perf_counter() - start, thread_time() - began
        run(SETTLE_MS)
        return self.longest, self.work


def run(ms: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def press(key: int, modifier: Qt.KeyboardModifier = M.NoModifier, text: str = "") -> None:
    """Post a key to whatever has the keyboard."""
    target = QApplication.focusWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(target, QKeyEvent(kind, key, modifier, text))


def edits(step: object, dropped: Iterator[Path]) -> dict[str, Callable[[], None]]:
    """Return what is done in the window, by name, in the order in which it is done."""
    tree, entry, many = step.tree, step.entry, step.many  # type: ignore[attr-defined]

    numbers = count(1)

    def enter() -> None:
        entry.setText("Crosswalk")
        entry.setFocus()
        press(K.Key_Return)

    def pick(number: int, more: int = 0) -> None:
        items = tree.agenda.items()
        tree.setFocus()
        tree.choose([one.uid for one in items[number : number + 1 + more]])

    def on(number: int, key: int, modifier: Qt.KeyboardModifier = M.NoModifier, more: int = 0):
        def act() -> None:
            pick(number, more)
            press(key, modifier)

        return act

    def type_letters() -> None:
        entry.setFocus()
        for letter in "crosswalk":
            press(ord(letter.upper()), text=letter)

    def minutes() -> None:
        pick(30, 20)
        many.minutes.setText(str(next(numbers)))
        many.minutes.setModified(True)
        many.keep_minutes()

    def paste() -> None:
        QGuiApplication.clipboard().setText("\n".join(f"Pasted {n}" for n in range(20)))
        pick(60)
        press(K.Key_V, M.ControlModifier)

    def rename() -> None:
        pick(8)
        press(K.Key_F2)
        QTimer.singleShot(150, type_title)

    def type_title() -> None:
        for letter in "bench":
            press(ord(letter.upper()), text=letter)
        press(K.Key_Return)

    def kind() -> None:
        pick(9)
        box = step.inspector.kind  # type: ignore[attr-defined]
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())
        box.activated.emit(box.currentIndex())

    def drop() -> None:
        pick(10)
        step.inspector.papers.attach_files([next(dropped)])  # type: ignore[attr-defined]

    return {
        "F2: rename": rename,
        "change the kind": kind,
        "drop a paper of 5 MB": drop,
        "choose another row": on(3, K.Key_Down),
        "type nine letters": type_letters,
        "Enter: a new item": enter,
        "Alt+Down: move one": on(6, K.Key_Down, M.AltModifier),
        "Alt+Up: move one": on(12, K.Key_Up, M.AltModifier),
        "Tab: indent": on(18, K.Key_Tab),
        "Shift+Tab: outdent": on(19, K.Key_Backtab, M.ShiftModifier),
        "Ctrl+D: copy": on(25, K.Key_D, M.ControlModifier),
        "minutes of 21 items": minutes,
        "Delete": on(40, K.Key_Delete),
        "paste 20 items": paste,
        "Ctrl+Z: take it back": lambda: press(K.Key_Z, M.ControlModifier),
    }


def papers_in(folder: Path) -> Iterator[Path]:
    """Return papers to drop, one for each round, no two the same."""
    made = [folder / f"{number}.pdf" for number in range(ROUNDS)]
    for paper in made:
        paper.write_bytes(b"%PDF-1.7\n" + os.urandom(PAPER_BYTES))
    return iter(made)


def open_shell(path: Path, folder: Path, meeting: str) -> Shell:
    """Open the file as the program does, at the agenda of a meeting."""
    desks: list[Desk] = []

    def writer() -> Desk:
        desks.append(open_desk(path))
        return desks[0]

    dispatcher = WorkerDispatcher(writer, lambda: desks[0].reader())
    opened = OpenCouncil(path, dispatcher, desks[0].reader())
    shell = Shell(opened, Settings(folder / "settings.json", language="en"), "en")
    shell.resize(1440, 900)
    shell.show()
    shell.activateWindow()
    shell.navigate("meeting", meeting, step="plan")
    run(2000)
    return shell


def main() -> int:
    """Print the figures; return 1 when a block is longer than 50 ms."""
    app = TimedApp(sys.argv)
    fonts.load_fonts()
    theme.apply(app, "light")
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.council"
        meeting = build(path, with_papers=True)
        shell = open_shell(path, Path(folder), meeting)
        step = shell.current_page().current()
        for name, act in edits(step, papers_in(Path(folder))).items():
            found = sorted(app.block(act) for _ in range(ROUNDS))
            middle, work = found[ROUNDS // 2][0], sorted(one[1] for one in found)[ROUNDS // 2]
            worst = max(worst, middle)
            told = f"{middle * 1000:8.1f} ms   (longest {found[-1][0] * 1000:.1f} ms)"
            print(f"  {name:24}{told}   own work {work * 1000:.1f} ms")
        print(f"longest block, median of {ROUNDS}: {worst * 1000:.1f} ms (at most 50)")
        shell.let_go()
        shell.close()
        shell.opened.close()
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # there is nothing left to clean up, and Qt's objects go in no order
