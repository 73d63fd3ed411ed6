"""PySide6 loses references of None and True under Python 3.11; there are enough for a lifetime."""

import subprocess
import sys

# More signals than a process has references to True, in one of its own: it ends if they run out.
EMIT = """
import council.ui
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    told = Signal(bool)

source = Source()
for number in range(50_000):
    source.told.emit(number % 2 == 0)
    source.blockSignals(False)
"""


def test_many_signals_do_not_end_the_program():
    done = subprocess.run(
        [sys.executable, "-c", EMIT], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
