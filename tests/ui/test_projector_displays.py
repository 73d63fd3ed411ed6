"""With a second display the second screen fills it, never the one the console is on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication([])
from staged import convene
from council.ui import fonts, theme
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.settings import Settings
from council.ui.shell import Shell
fonts.load_fonts()
theme.apply(app, "light")
folder = Path(sys.argv[1])
hall = convene(folder)
opened = OpenCouncil(hall.path, InlineDispatcher(hall.desk), hall.desk.reader())
shell = Shell(opened, Settings(folder / "settings.json", language="en"), "en")
shell.move(40, 40)
shell.resize(1200, 700)
shell.show()
shell.navigate("meeting", hall.meeting, step="meet")
QTest.qWait(50)
second = shell.second
second.toggle()
window = second.screen.window
print(shell.screen().name(), window.screen().name(), window.isFullScreen(), window.size().width())
second.next_display()
print(window.screen().name(), window.isFullScreen())
window.turn_full()
print(window.isFullScreen())
second.toggle()
print([w for w in app.topLevelWidgets() if w.isVisible() and w is not shell])
shell.let_go()
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory) -> list[str]:
    """Run the window on a laptop with a projector beside it; return what it says."""
    folder = tmp_path_factory.mktemp("displays")
    plain = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {**plain, "name": "hall", "x": 1440, "width": 1920, "height": 1080},
        {**plain, "name": "laptop", "x": 0, "width": 1440, "height": 900},
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    env["PYTHONPATH"] = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], env=env, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_it_fills_the_other_display(lines):
    assert lines[0] == "laptop hall True 1920"


def test_with_one_other_display_the_next_is_the_same(lines):
    assert lines[1] == "hall True"


def test_it_can_be_a_window_and_goes_away_whole(lines):
    assert lines[2:] == ["False", "[]"]
