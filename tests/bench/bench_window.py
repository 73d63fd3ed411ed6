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
ROUNDS = 5

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
    """Return the median user and system time of a process, in seconds.

    An installed program has its bytecode: it may be written, and the first run, which does so,
    does not count.
    """
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, *args], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(times[1:])


def main() -> int:
    """Print the figures; return 1 when the ratio is above its limit."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from council.demo import build_demo

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.council"
        build_demo(path)
        bare, ours = process_time(BARE), process_time(OURS, str(path))
    ratio = ours / bare
    print(f"bare PySide6 main window           {bare * 1000:8.0f} ms process time")
    print(
        f"the demo open in the window        {ours * 1000:8.0f} ms   {ratio:.2f} times (at most {LIMIT})"
    )
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
