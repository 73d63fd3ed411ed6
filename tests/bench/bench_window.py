"""Opening the demo in the window (offscreen), against the process time of a bare PySide6 window."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 3.0
ROUNDS = 9

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
"""

OURS = """
import sys
from pathlib import Path
from council import app
app.open_once(Path(sys.argv[1]), Path(sys.argv[1]).parent)
"""


def process_time(code: str, *args: str) -> float:
    """Return the user and system time of a process, in seconds.

    An installed program has its bytecode, so it may be written.
    """
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, *args], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(path: Path) -> tuple[float, float]:
    """Return the median times of the bare window and of ours, taken in turns.

    In turns, so that whatever else the machine does falls on both; the first round, which writes
    the bytecode, does not count.
    """
    rounds = [(process_time(BARE), process_time(OURS, str(path))) for _ in range(ROUNDS + 1)][1:]
    bare, ours = zip(*rounds, strict=True)
    return statistics.median(bare), statistics.median(ours)


def main() -> int:
    """Print the figures; return 1 when the ratio is above its limit."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from council.demo import build_demo

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.council"
        build_demo(path)
        bare, ours = compare(path)
    ratio = ours / bare
    print(f"bare PySide6 main window           {bare * 1000:8.0f} ms process time")
    told = f"{ours * 1000:8.0f} ms   {ratio:.2f} times (at most {LIMIT})"
    print(f"the demo open in the window        {told}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
