"""Render every page of the window from the demo council into screenshots/.

python tools/screenshots.py [--out FOLDER] [--only th-dark] [--scenes today,console] [--twice]
                            [--size 1366x768] [--readme]

Each picture is a process-wide choice of scale, so ``--twice`` starts the program once more at 2x.
``--readme`` draws only the two pictures of the README into docs/images.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from scenes import Scene

README = {"today-th-light": "today-th-light", "console-en-light": "meet-en-light"}


class Studio:
    """A window, the demo, and the demo with meetings in session."""

    def __init__(self, out: Path, size: tuple[int, int], suffix: str) -> None:
        from PySide6.QtWidgets import QApplication
        from scenes import Quiet, StageHost, council_of, prepare

        from council.ui import fonts
        from council.ui.main_window import MainWindow
        from council.ui.settings import Settings

        self.app = QApplication([])
        fonts.load_fonts()
        self.folder = tempfile.TemporaryDirectory(prefix="council-screens-")
        self.files = prepare(Path(self.folder.name) / "demo")
        self.demo = self.files[0]
        file = Path(self.folder.name) / "settings.json"
        self.settings = Settings(file, language="en", scheme="light", actor="WT")
        self.settings.sign(council_of(self.demo), "WT")
        self.host = StageHost(self.demo)
        self.window = MainWindow(self.host, self.settings, Quiet())
        self.window.resize(*size)
        self.window.show()
        self.out, self.suffix = out, suffix
        out.mkdir(parents=True, exist_ok=True)

    def snap(self, name: str, other: QWidget | None = None) -> None:
        """Draw the window, or something beside it."""
        self._settle()
        (other or self.window).grab().save(str(self.out / f"{name}{self.suffix}.png"))
        print(f"{name}{self.suffix}.png")

    def _settle(self) -> None:
        """Let what waits for a moment, such as a preview, come."""
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest

        for _ in range(40):
            self.app.processEvents()
            timers = self.window.findChildren(QTimer)
            if not any(t.isSingleShot() and t.isActive() for t in timers):
                break
            QTest.qWait(25)
        QTest.qWait(150)

    def visit(self, language: str, scheme: str, wanted: Callable[[str], bool]) -> None:
        """Draw what is wanted in one language and one scheme."""
        from scenes import before_a_council, scenes

        self.settings.scheme = scheme
        self.window.close_council()
        self.window.set_language(language)
        mark = f"{language}-{scheme.replace('_', '-')}"
        for name, go in before_a_council(self.window).items():
            go()
            if wanted(f"{name}-{mark}"):
                self.snap(f"{name}-{mark}")
        self.window.show_start()
        self._open(0)
        found = [s for s in scenes(self.window.opened.reader) if wanted(f"{s.name}-{mark}")]
        for place in range(len(self.files)):
            here = [scene for scene in found if scene.file == place]
            if here:
                self._open(place)
                self._draw(here, mark)

    def _open(self, place: int) -> None:
        from scenes import MOMENTS

        self.host.moment = MOMENTS[place]
        self.window.open_path(self.files[place])

    def _draw(self, found: list[Scene], mark: str) -> None:
        for scene in found:
            shell: Any = self.window.shell()
            scene.show(shell)
            other = scene.other(shell) if scene.other is not None else None
            self.snap(f"{scene.name}-{mark}", other)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="", help="en, th-dark, …")
    parser.add_argument("--scenes", default="", help="names or beginnings of names, with commas")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--twice", action="store_true", help="also at twice the pixels")
    parser.add_argument("--readme", action="store_true", help="only the pictures of the README")
    given = parser.parse_args()
    doubled = os.environ.get("QT_SCALE_FACTOR") == "2"
    width, _, height = given.size.partition("x")
    language, _, scheme = given.only.partition("-")
    beginnings = tuple(name for name in given.scenes.split(",") if name)
    out = ROOT / "docs" / "images" if given.readme else given.out
    studio = Studio(out, (int(width), int(height)), "@2x" if doubled else "")
    for tongue in [language] if language else ["en", "th"]:
        for dress in [scheme.replace("-", "_")] if scheme else ["light", "dark"]:
            if given.readme:
                studio.visit(tongue, dress, README.__contains__)
            else:
                studio.visit(tongue, dress, lambda name: name.startswith(beginnings or ("",)))
    studio.window.close()
    if given.readme:
        for drawn, kept in README.items():
            (out / f"{drawn}.png").rename(out / f"{kept}.png")
    if given.twice and not doubled:
        command = [sys.executable, *[a for a in sys.argv if a != "--twice"]]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main()
